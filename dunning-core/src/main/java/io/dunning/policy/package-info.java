/**
 * What to do when. A {@link io.dunning.policy.DunningPolicy} holds an {@link
 * io.dunning.policy.EscalationLadder} of {@link io.dunning.policy.EscalationStep steps}, each with
 * a {@link io.dunning.policy.Trigger} (from which day on), perhaps a {@link
 * io.dunning.policy.Condition} (only if), and actions. Everything is a value with words: it prints,
 * compares and serialises.
 *
 * <pre>{@code
 * DunningPolicy.named("standard")
 *     .ladder(EscalationLadder.of(
 *         step("friendly reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
 *         step("first notice").at(daysPastDue(14)).take(sendNotice(1, EMAIL))))
 *     .build();
 * }</pre>
 */
package io.dunning.policy;
