/**
 * What to do now, and why. A {@link io.dunning.evaluation.DunningEvaluator} takes a policy, a
 * history or an account, and a day, and returns a {@link io.dunning.evaluation.Recommendation}: a
 * {@link io.dunning.evaluation.Verdict}, the step and its actions, the {@link
 * io.dunning.evaluation.Reason} that decided, and the day on which to look again. An {@link
 * io.dunning.evaluation.Explanation} is the trace of the same evaluation: every rule that decided
 * and every step that was left out.
 *
 * <p>In this order: closed, held, not due, minimum amount, candidate step, its conditions and
 * minimum, distance from the last contact, act. Any history and any date gets an answer.
 */
package io.dunning.evaluation;
