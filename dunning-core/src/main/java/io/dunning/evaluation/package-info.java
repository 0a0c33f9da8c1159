/**
 * What to do now, and why. A {@link io.dunning.evaluation.DunningEvaluator} takes a policy, a
 * history or an account, and a day, and returns a {@link io.dunning.evaluation.Recommendation}: a
 * {@link io.dunning.evaluation.Verdict}, the step and its actions, the {@link
 * io.dunning.evaluation.Reason} that decided, and the day on which to look again. An {@link
 * io.dunning.evaluation.Explanation} is the same answer with its trace: why each other step was
 * left out, and which change would make the answer another one.
 *
 * <p>Most users need these four types. {@link io.dunning.evaluation.AccountRecommendation} and
 * {@link io.dunning.evaluation.DunningDocument} group the answers about an account into letters;
 * {@link io.dunning.evaluation.Posting} is an event to store once a step has been taken.
 *
 * <p>For those who change it: {@code Decider} asks the thirteen rules in their order. It looks at a
 * {@code Debt} (some invoices on a day, added up by {@code DebtTally} and {@code HoldTally}) and at
 * its {@code Ladder}, both made from the {@code Books} (what is known of the account on the day,
 * with what was agreed in {@code AgreedBooks}) and the {@code PreparedPolicy}. {@code
 * RecommendationMaker} turns its {@code Decision} into the answer. A new rule is a method of {@code
 * Decider} and a {@link io.dunning.evaluation.Rule}; a new kind of hold goes into {@code
 * AgreedBooks}, {@code Item} and {@code HoldReasons}; a new reason is a record of its family.
 */
package io.dunning.evaluation;
