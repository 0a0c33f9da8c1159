package io.dunning.policy;

import io.dunning.behaviour.RiskBand;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.settlement.Route;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A question about a debt that is answered yes or no, as a value with a sentence. Conditions
 * combine, and so do their sentences: {@code overdueAtLeast(eur("500.00")).and(customerTagged("key
 * account").not())} reads {@code overdue at least 500.00 EUR and not (customer tagged key
 * account)}.
 *
 * <p>Each condition knows when its answer can next change by the mere passing of days, except those
 * made by {@link #described}: the evaluator looks at them again on every day. Immutable and
 * thread-safe.
 */
public sealed interface Condition extends Serializable permits Conditions.Known {
  /** An epoch day that stands for "never". */
  long NEVER = Long.MAX_VALUE;

  /**
   * Whether the answer is yes.
   *
   * @param situation the debt, on a day
   * @return the answer
   */
  boolean holds(Situation situation);

  /**
   * The first later day on which the answer may differ, if nothing happens until then.
   *
   * @param situation the debt, on a day
   * @return an epoch day after {@link Situation#day}, or {@link #NEVER}
   */
  long changesOn(Situation situation);

  /**
   * The part of this condition that decides the answer: of several, the one that lasts longest.
   *
   * @param situation the debt, on a day on which the condition holds
   * @return a part of this condition, or the condition itself
   */
  default Condition decidingPart(Situation situation) {
    return this;
  }

  /**
   * The first later day on which the answer of any part may differ, and with it the {@link
   * #decidingPart}, if nothing happens until then.
   *
   * @param situation the debt, on a day
   * @return an epoch day after {@link Situation#day}, or {@link #NEVER}
   */
  default long partsChangeOn(Situation situation) {
    return changesOn(situation);
  }

  /**
   * Whether the answer comes from a {@link #described} test, whose changes nobody can foresee.
   *
   * @return true if any part is such a test
   */
  default boolean isOpaque() {
    return false;
  }

  /**
   * Whether the answer is no of every debt that is not disputed, promised, in a payment plan,
   * restricted or undelivered, and stays so until an event changes that.
   *
   * @return true if only one of these can make it yes
   */
  default boolean needsClaim() {
    return false;
  }

  /**
   * Whether the answer depends on the charges that accrue, and so in a further way on amounts.
   *
   * @return true if any part asks for charges
   */
  default boolean asksCharges() {
    return false;
  }

  /**
   * Whether the answer depends on how the customer has paid.
   *
   * @return true if any part asks for the profile
   */
  default boolean asksProfile() {
    return false;
  }

  /**
   * The amounts at which the answer changes.
   *
   * @return the amounts, in the order of the sentence; empty if it is not about amounts
   */
  default List<Money> amounts() {
    return List.of();
  }

  /**
   * Both.
   *
   * @param other another condition
   * @return yes if both answer yes
   */
  default Condition and(Condition other) {
    return new Conditions.And(this, other);
  }

  /**
   * Either or both.
   *
   * @param other another condition
   * @return yes if at least one answers yes
   */
  default Condition or(Condition other) {
    return new Conditions.Or(this, other);
  }

  /**
   * The opposite.
   *
   * @return yes if this answers no
   */
  default Condition not() {
    return new Conditions.Not(this);
  }

  /**
   * Always yes.
   *
   * @return the condition
   */
  static Condition always() {
    return Conditions.Fact.ALWAYS;
  }

  /**
   * Always no.
   *
   * @return the condition
   */
  static Condition never() {
    return Conditions.Fact.NEVER;
  }

  /**
   * Something is overdue, the grace period over.
   *
   * @return the condition
   */
  static Condition overdue() {
    return new Conditions.CountAtLeast(1);
  }

  /**
   * All that is open is contested, on the invoice or the account.
   *
   * @return the condition
   */
  static Condition disputeOpen() {
    return Conditions.Fact.DISPUTE_OPEN;
  }

  /**
   * A promise to pay is running: its day, with the policy's tolerance, is not over.
   *
   * @return the condition
   */
  static Condition promiseActive() {
    return Conditions.Fact.PROMISE_ACTIVE;
  }

  /**
   * An offer to settle stands: neither accepted, nor off the table, nor past its last day.
   *
   * @return the condition
   */
  static Condition settlementOffered() {
    return Conditions.Fact.SETTLEMENT_OFFERED;
  }

  /**
   * The policy lets an offer to settle be made now: the age, the amount and the risk fit, and no
   * offer stood lately. Steps that offer a settlement need it in any case.
   *
   * @return the condition
   */
  static Condition settlementPossible() {
    return Conditions.Fact.SETTLEMENT_POSSIBLE;
  }

  /**
   * A route is worth most for the debt, by the endgame rule of the policy.
   *
   * @param route the route
   * @return the condition
   */
  static Condition worthMost(Route route) {
    return new Conditions.WorthMost(Objects.requireNonNull(route, "route"));
  }

  /**
   * What is open, due or not, is at least an amount.
   *
   * @param amount the amount; other currencies do not count
   * @return the condition
   */
  static Condition balanceAtLeast(Money amount) {
    return new Conditions.BalanceAtLeast(Objects.requireNonNull(amount, "amount"));
  }

  /**
   * The fees and the interest that are owed come to an amount, by the charges of the policy; of
   * several invoices, those of the oldest. Needs interest by an {@linkplain
   * io.dunning.calendar.DayCount#isAdditive additive} day count, so that charges never shrink with
   * time.
   *
   * @param amount the amount; other currencies do not count
   * @return the condition
   */
  static Condition chargesAtLeast(Money amount) {
    return new Conditions.ChargesAtLeast(Objects.requireNonNull(amount, "amount"));
  }

  /**
   * What is overdue is at least an amount.
   *
   * @param amount the amount; other currencies do not count
   * @return the condition
   */
  static Condition overdueAtLeast(Money amount) {
    return new Conditions.OverdueAtLeast(Objects.requireNonNull(amount, "amount"));
  }

  /**
   * The oldest item is at least so many calendar days past due.
   *
   * @param days how many; reached on that day
   * @return the condition
   */
  static Condition daysPastDueAtLeast(int days) {
    return new Conditions.DaysPastDueAtLeast(days);
  }

  /**
   * At least so many invoices are overdue.
   *
   * @param count how many
   * @return the condition
   */
  static Condition overdueInvoicesAtLeast(int count) {
    return new Conditions.CountAtLeast(count);
  }

  /**
   * At least so many promises were broken or only partly kept.
   *
   * @param count how many
   * @return the condition
   */
  static Condition brokenPromisesAtLeast(int count) {
    return new Conditions.BrokenPromisesAtLeast(count);
  }

  /**
   * The customer carries a tag.
   *
   * @param tag the tag
   * @return the condition
   */
  static Condition customerTagged(String tag) {
    return new Conditions.CustomerTagged(Objects.requireNonNull(tag, "tag"));
  }

  /**
   * A part of what is open is contested.
   *
   * @return the condition
   */
  static Condition partlyDisputed() {
    return Conditions.Fact.PARTLY_DISPUTED;
  }

  /**
   * A dispute is open, over a part or the whole, and its reason contains some words.
   *
   * @param words such as {@code "price"}; capital letters do not matter
   * @return the condition
   */
  static Condition disputedFor(String words) {
    return new Conditions.DisputedFor(
        Objects.requireNonNull(words, "words").toLowerCase(Locale.ROOT));
  }

  /**
   * A payment plan is kept so far: every instalment was paid within its cure period.
   *
   * @return the condition
   */
  static Condition planActive() {
    return Conditions.Fact.PLAN_ACTIVE;
  }

  /**
   * The latest payment plan was broken: an instalment is past its cure period.
   *
   * @return the condition
   */
  static Condition planBroken() {
    return Conditions.Fact.PLAN_BROKEN;
  }

  /**
   * A restriction is in force.
   *
   * @param restriction which
   * @return the condition
   */
  static Condition restricted(Restriction restriction) {
    return new Conditions.RestrictedBy(Objects.requireNonNull(restriction, "restriction"));
  }

  /**
   * It is known that the invoice was delivered.
   *
   * @return the condition
   */
  static Condition invoiceDelivered() {
    return Conditions.Fact.INVOICE_DELIVERED;
  }

  /**
   * It is known that the invoice was not delivered.
   *
   * @return the condition
   */
  static Condition invoiceNotDelivered() {
    return Conditions.Fact.INVOICE_NOT_DELIVERED;
  }

  /**
   * A step was taken in the present cycle, and not withdrawn.
   *
   * @param step the name of a step
   * @return the condition
   */
  static Condition taken(String step) {
    return new Conditions.StepTaken(Objects.requireNonNull(step, "step"));
  }

  /**
   * A step was taken in the present cycle, at least so many calendar days ago.
   *
   * @param days how many; reached on that day
   * @param step the name of a step
   * @return the condition
   */
  static Condition daysSince(int days, String step) {
    return new Conditions.DaysSinceStep(Objects.requireNonNull(step, "step"), days);
  }

  /**
   * It is known that the message of a step was delivered, since it was last taken.
   *
   * @param step the name of a step
   * @return the condition
   */
  static Condition delivered(String step) {
    return new Conditions.StepDelivered(Objects.requireNonNull(step, "step"));
  }

  /**
   * Somebody was reached since the invoice date, by whichever side began. Whoever decides more
   * counts, too: the owner is also a right person.
   *
   * @param whom who
   * @return the condition
   */
  static Condition reached(Reached whom) {
    return new Conditions.WasReached(Objects.requireNonNull(whom, "whom"));
  }

  /**
   * Nobody was reached in at least so many attempts in a row: calls without an answer, letters that
   * came back.
   *
   * @param count how many
   * @return the condition
   */
  static Condition unansweredAttemptsAtLeast(int count) {
    return new Conditions.UnansweredAtLeast(count);
  }

  /**
   * The customer replied on the day a step was taken, or later.
   *
   * @param step the name of a step
   * @return the condition
   */
  static Condition repliedSince(String step) {
    return new Conditions.RepliedSince(Objects.requireNonNull(step, "step"));
  }

  /**
   * The customer's latest reply comes to something, and no step was taken on a later day.
   *
   * @param reply what it comes to
   * @return the condition
   */
  static Condition latestReply(Reply reply) {
    return new Conditions.LatestReply(Objects.requireNonNull(reply, "reply"));
  }

  /**
   * The customer's latest reply asks for time, and no step was taken on a later day.
   *
   * @return the condition
   */
  static Condition askedForTime() {
    return latestReply(Reply.ASKS_FOR_TIME);
  }

  /**
   * The customer's latest reply contests the debt by word of mouth, and no step was taken on a
   * later day.
   *
   * @return the condition
   */
  static Condition disputedVerbally() {
    return latestReply(Reply.DISPUTES);
  }

  /**
   * The customer has paid in a certain way.
   *
   * @param bands any of these
   * @return the condition
   */
  static Condition customerIs(RiskBand... bands) {
    return new Conditions.CustomerIs(List.of(bands));
  }

  /**
   * So many of the settled invoices were late.
   *
   * @param share at least this share; no if none was settled
   * @return the condition
   */
  static Condition lateRatioAtLeast(Percentage share) {
    return new Conditions.LateRatioAtLeast(Objects.requireNonNull(share, "share"));
  }

  /**
   * The customer paid on average more than some days after the due date.
   *
   * @param days how many; early payments count as negative days
   * @return the condition; no if no invoice was settled
   */
  static Condition averageDaysLateMoreThan(int days) {
    return new Conditions.AverageDaysLateMoreThan(days);
  }

  /**
   * The customer is so likely to be late, by the risk model of the policy.
   *
   * @param probability at least this
   * @return the condition
   */
  static Condition riskAtLeast(Percentage probability) {
    return new Conditions.RiskAtLeast(Objects.requireNonNull(probability, "probability"));
  }

  /**
   * The customer is in a segment.
   *
   * @param segment the segment
   * @return the condition
   */
  static Condition customerInSegment(String segment) {
    return new Conditions.CustomerInSegment(Objects.requireNonNull(segment, "segment"));
  }

  /**
   * A fact of the customer's profile has a value.
   *
   * @param fact the name of the fact
   * @param value what it must be
   * @return the condition
   */
  static Condition customerFact(String fact, String value) {
    return new Conditions.CustomerFact(
        Objects.requireNonNull(fact, "fact"), Objects.requireNonNull(value, "value"));
  }

  /**
   * A question of the user's own. Nobody can foresee when its answer changes, so that a debt whose
   * recommendation depends on it is looked at again on every day.
   *
   * @param sentence what is asked, in words
   * @param test the test; must be a pure function of the situation
   * @return the condition
   */
  static Condition described(String sentence, Test test) {
    if (Objects.requireNonNull(sentence, "sentence").isBlank()) {
      throw new IllegalArgumentException("condition has no sentence");
    }
    return new Conditions.Described(sentence, Objects.requireNonNull(test, "test"));
  }

  /** A test of the user's own. */
  @FunctionalInterface
  interface Test extends Predicate<Situation>, Serializable {}
}
