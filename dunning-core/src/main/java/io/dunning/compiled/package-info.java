/**
 * The compiled decider: a policy as tables and the standing of an account as a few numbers, for
 * deciding about millions of accounts. {@link io.dunning.compiled.CompiledDecider} finds what the
 * readable {@code Decider} in {@code io.dunning.evaluation} would, which is the specification, and
 * leaves to it what its tables do not cover. If you want to know the rules, read {@code Decider};
 * nothing here adds to them. The module does not export this package: it serves the evaluator and
 * the table of accounts.
 */
package io.dunning.compiled;
