/**
 * Checks a policy before it meets a customer. A {@link io.dunning.check.PolicyCheck} explores what
 * a policy does with debtors at the edges of its rules, and reports what is probably a mistake,
 * each {@linkplain io.dunning.check.PolicyFinding finding} with the shortest story that shows it;
 * it also holds the policy to the {@linkplain io.dunning.policy.Invariant invariants} of its
 * author. A {@link io.dunning.check.PolicyComparison} says how two policies differ, a {@link
 * io.dunning.check.CutOver} what a change of policy does to live accounts. {@link
 * io.dunning.check.PolicyCoverage} counts what the tests of a policy exercise, {@link
 * io.dunning.check.PolicyExamples} finds stories to begin with, and {@link
 * io.dunning.check.PolicyMutation} tells which small changes the tests would notice.
 */
package io.dunning.check;
