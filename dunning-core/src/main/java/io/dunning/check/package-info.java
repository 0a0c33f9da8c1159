/**
 * Proves a policy before it meets a customer. A {@link io.dunning.check.PolicyCheck} explores what
 * a policy does with debtors at the edges of its rules, and reports what is probably a mistake,
 * each {@linkplain io.dunning.check.PolicyFinding finding} with the shortest story that shows it.
 * An {@link io.dunning.check.Invariant} is a promise of your own that the check holds the policy
 * to.
 */
package io.dunning.check;
