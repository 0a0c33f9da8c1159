/**
 * What to do about debts, and when. A {@link io.dunning.policy.DunningPolicy} holds an {@link
 * io.dunning.policy.EscalationLadder} of {@link io.dunning.policy.EscalationStep steps}. Each step
 * has a {@link io.dunning.policy.Trigger} (the day from which on it can be taken), actions, and
 * perhaps a {@link io.dunning.policy.Condition}. Everything is a value: it prints, compares and
 * serialises.
 *
 * <pre>{@code
 * DunningPolicy.named("standard")
 *     .ladder(EscalationLadder.of(
 *         step("friendly reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
 *         step("first notice").at(daysPastDue(14)).take(sendNotice(1, EMAIL))))
 *     .build();
 * }</pre>
 *
 * <p>{@link io.dunning.policy.PolicyDraft} has a method for each rule. The policy itself groups the
 * rules: {@link io.dunning.policy.AccountRules}, {@link io.dunning.policy.AgreementRules}, {@link
 * io.dunning.policy.ReopeningRules}, {@link io.dunning.policy.OutreachRules} and {@link
 * io.dunning.policy.PaymentRules}. In a test of your own you ask a {@link
 * io.dunning.policy.Situation}; {@link io.dunning.policy.Circumstances} and {@link
 * io.dunning.policy.ConditionNeeds} are for evaluators. {@link io.dunning.policy.PolicySet} picks
 * the policy of a debt.
 */
package io.dunning.policy;
