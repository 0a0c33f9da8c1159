package io.dunning.policy;

import io.dunning.behaviour.RiskBand;
import io.dunning.event.FailureClass;
import io.dunning.event.NonpaymentReason;
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
 * A yes-or-no question about a debt, as a value with a sentence. Conditions combine, and so do
 * their sentences: {@code overdueAtLeast(eur("500.00")).and(customerTagged("key account").not())}
 * reads {@code overdue at least 500.00 EUR and not (customer tagged key account)}, and {@link
 * #parse} makes a condition of such a sentence.
 *
 * <p>Use the factories below to build conditions. The methods that take {@link Circumstances} are
 * for evaluators. Each condition knows on which day its answer can next change without a new event,
 * except those made by {@link #described}, which force a daily review. Two conditions are equal if
 * they ask the same in the same order; described ones if their sentences are equal. Immutable and
 * thread-safe.
 */
public sealed interface Condition extends Serializable permits Question {

  /**
   * Whether the condition holds.
   *
   * @param circumstances the debt, on a day
   * @return true if the answer is yes
   */
  boolean holds(Circumstances circumstances);

  /**
   * The first later day on which the answer may differ, if no event happens until then.
   *
   * @param circumstances the debt, on a day
   * @return an epoch day after {@link Circumstances#day}, or {@link
   *     io.dunning.calendar.EpochDay#NEVER}
   */
  long changesOn(Circumstances circumstances);

  /**
   * What the condition needs to be answered. The result never changes; keep it where it is asked
   * for often.
   *
   * @return the needs of all its parts
   */
  ConditionNeeds needs();

  /**
   * The part to name as the reason why the condition holds. Of several parts joined by {@code or},
   * it is the one that holds longest; of several joined by {@code and}, the one that ends first.
   *
   * @param circumstances the debt, on a day on which the condition holds; on any other day the
   *     result means nothing
   * @return a part of this condition, or the condition itself
   */
  default Condition reason(Circumstances circumstances) {
    return this;
  }

  /**
   * The first later day on which the answer of any part may differ, and with it the {@link
   * #reason}, if no event happens until then.
   *
   * @param circumstances the debt, on a day
   * @return an epoch day after {@link Circumstances#day}, or {@link
   *     io.dunning.calendar.EpochDay#NEVER}
   */
  default long reasonChangesOn(Circumstances circumstances) {
    return changesOn(circumstances);
  }

  /**
   * Holds while this condition and another one hold.
   *
   * @param other the other condition
   * @return the combination
   * @throws IllegalArgumentException if conditions are nested more than 500 deep; a chain of {@code
   *     and} is one level, however long
   */
  default Condition and(Condition other) {
    return And.of(this, Objects.requireNonNull(other, "other"));
  }

  /**
   * Holds while this condition or another one holds, or both.
   *
   * @param other the other condition
   * @return the combination
   * @throws IllegalArgumentException if conditions are nested more than 500 deep; a chain of {@code
   *     or} is one level, however long
   */
  default Condition or(Condition other) {
    return Or.of(this, Objects.requireNonNull(other, "other"));
  }

  /**
   * Holds while this condition does not.
   *
   * @return the opposite
   * @throws IllegalArgumentException if conditions are nested more than 500 deep
   */
  default Condition not() {
    return new Not(this);
  }

  /** {@return a condition that holds always} */
  static Condition always() {
    return Constant.ALWAYS;
  }

  /** {@return a condition that holds never} */
  static Condition never() {
    return Constant.NEVER;
  }

  /**
   * {@return a condition that holds while at least one invoice is overdue and past its grace
   * period}
   */
  static Condition overdue() {
    return overdueInvoicesAtLeast(1);
  }

  /**
   * {@return a condition that holds while at least so many invoices are overdue}
   *
   * @param count how many
   */
  static Condition overdueInvoicesAtLeast(int count) {
    return new DebtCondition.OverdueInvoicesAtLeast(count);
  }

  /**
   * {@return a condition that holds while the overdue balance is at least an amount}
   *
   * @param amount the amount, included; other currencies do not count
   */
  static Condition overdueAtLeast(Money amount) {
    return new DebtCondition.OverdueAtLeast(Objects.requireNonNull(amount, "amount"));
  }

  /**
   * {@return a condition that holds while the open balance, due or not, is at least an amount}
   *
   * @param amount the amount, included; other currencies do not count
   */
  static Condition balanceAtLeast(Money amount) {
    return new DebtCondition.BalanceAtLeast(Objects.requireNonNull(amount, "amount"));
  }

  /**
   * {@return a condition that holds while the overdue balance is more than an amount}
   *
   * @param amount the amount, not included; other currencies do not count
   */
  static Condition overdueMoreThan(Money amount) {
    return new DebtCondition.OverdueMoreThan(Objects.requireNonNull(amount, "amount"));
  }

  /**
   * {@return a condition that holds while the open balance, due or not, is more than an amount}
   *
   * @param amount the amount, not included; other currencies do not count
   */
  static Condition balanceMoreThan(Money amount) {
    return new DebtCondition.BalanceMoreThan(Objects.requireNonNull(amount, "amount"));
  }

  /**
   * {@return a condition that holds once the fees and the interest owed come to an amount, by the
   * charges of the policy; of several invoices, those of the oldest count} Interest needs an
   * {@linkplain io.dunning.calendar.DayCount#isAdditive additive} day count, so that charges never
   * shrink with time.
   *
   * @param amount the amount, included; other currencies do not count
   */
  static Condition chargesAtLeast(Money amount) {
    return new DebtCondition.ChargesAtLeast(Objects.requireNonNull(amount, "amount"));
  }

  /**
   * {@return a condition that holds once the oldest item is at least so many calendar days past
   * due}
   *
   * @param days how many; the condition holds from that day on
   */
  static Condition daysPastDueAtLeast(int days) {
    return new DebtCondition.DaysPastDueAtLeast(days);
  }

  /**
   * {@return a condition that holds while the settlement rule of the policy lets an offer be made:
   * the age, the amount and the risk fit, and no offer stood lately} A step that offers a
   * settlement needs this in any case.
   */
  static Condition settlementPossible() {
    return new DebtCondition.SettlementPossible();
  }

  /**
   * {@return a condition that holds while a route is worth most for the debt, by the endgame rule
   * of the policy}
   *
   * @param route the route
   */
  static Condition worthMost(Route route) {
    return new DebtCondition.WorthMost(Objects.requireNonNull(route, "route"));
  }

  /**
   * {@return a condition that holds while all that is open is disputed, on the invoice or on the
   * account}
   */
  static Condition disputeOpen() {
    return new DisputeCondition.DisputeOpen();
  }

  /** {@return a condition that holds while a part of what is open is disputed} */
  static Condition partlyDisputed() {
    return new DisputeCondition.PartlyDisputed();
  }

  /**
   * {@return a condition that holds while a dispute over a part or the whole is open and its reason
   * contains some words}
   *
   * @param words such as {@code "price"}; capital letters do not matter
   */
  static Condition disputedFor(String words) {
    return new DisputeCondition.DisputedFor(
        Objects.requireNonNull(words, "words").toLowerCase(Locale.ROOT));
  }

  /**
   * {@return a condition that holds once so many disputes for a reason were opened, on the invoice
   * or on its account, whatever became of them}
   *
   * @param count how many
   * @param words what the reason contains, such as {@code "price"}; capital letters do not matter
   */
  static Condition disputesAtLeast(int count, String words) {
    return new DisputeCondition.DisputesAtLeast(
        count, Objects.requireNonNull(words, "words").toLowerCase(Locale.ROOT));
  }

  /**
   * {@return a condition that holds while a restriction is in force, on the invoice or on the
   * account}
   *
   * @param restriction the restriction
   */
  static Condition restricted(Restriction restriction) {
    return new DisputeCondition.RestrictedBy(Objects.requireNonNull(restriction, "restriction"));
  }

  /**
   * {@return a condition that holds through the day of a promise to pay and the tolerance that the
   * policy grants after it}
   */
  static Condition promiseActive() {
    return new AgreementCondition.PromiseActive();
  }

  /**
   * {@return a condition that holds once at least so many promises were broken or only partly kept:
   * those for an invoice in question, and those of its account that are about one}
   *
   * <p>A promise of the account is about what was issued by its day; a promise of an amount only
   * about what is in its currency.
   *
   * @param count how many
   */
  static Condition brokenPromisesAtLeast(int count) {
    return new AgreementCondition.BrokenPromisesAtLeast(count);
  }

  /**
   * {@return a condition that holds while a payment plan is kept: every instalment so far was paid
   * within its cure period}
   */
  static Condition planActive() {
    return new AgreementCondition.PlanActive();
  }

  /**
   * {@return a condition that holds while the latest payment plan is broken: an instalment is past
   * its cure period}
   *
   * <p>A plan for a whole account is about what was issued by its day, and about no later invoice.
   */
  static Condition planBroken() {
    return new AgreementCondition.PlanBroken();
  }

  /**
   * {@return a condition that holds while an offer to settle stands: it was neither accepted nor
   * withdrawn, and its last day is not over}
   */
  static Condition settlementOffered() {
    return new AgreementCondition.SettlementOffered();
  }

  /** {@return a condition that holds once it is known that the invoice was delivered} */
  static Condition invoiceDelivered() {
    return new ArrivalCondition.InvoiceDelivered();
  }

  /** {@return a condition that holds while it is known that the invoice was not delivered} */
  static Condition invoiceNotDelivered() {
    return new ArrivalCondition.InvoiceNotDelivered();
  }

  /**
   * {@return a condition that holds once a step was taken in the present cycle and not withdrawn}
   *
   * @param step the name of a step
   */
  static Condition taken(String step) {
    return new StepCondition.StepTaken(Objects.requireNonNull(step, "step"));
  }

  /**
   * {@return a condition that holds once a step was taken in the present cycle at least so many
   * calendar days ago}
   *
   * @param days how many; the condition holds from that day on
   * @param step the name of a step
   */
  static Condition daysSince(int days, String step) {
    return new StepCondition.DaysSinceStep(Objects.requireNonNull(step, "step"), days);
  }

  /**
   * {@return a condition that holds once it is known that the message of a step was delivered,
   * since the step was last taken; or once that is presumed, by {@link
   * OutreachRules#deliveryPresumedAfter}}
   *
   * @param step the name of a step
   */
  static Condition delivered(String step) {
    return new StepCondition.StepDelivered(Objects.requireNonNull(step, "step"));
  }

  /**
   * {@return a condition that holds while the message of a step came back and the step was not
   * taken on a later day}
   *
   * @param step the name of a step
   */
  static Condition cameBack(String step) {
    return new StepCondition.CameBack(Objects.requireNonNull(step, "step"));
  }

  /**
   * {@return a condition that holds while nobody knows where the customer lives, because
   * {@linkplain io.dunning.event.DeliveryEvent.AddressUnknown that was recorded} for the invoice or
   * its account, and no new address since}
   */
  static Condition addressUnknown() {
    return new ArrivalCondition.AddressUnknownFor(0);
  }

  /**
   * {@return a condition that holds once nobody has known for at least so many calendar days where
   * the customer lives, until a new address is known}
   *
   * @param days how many; the condition holds from that day on
   * @throws IllegalArgumentException if the number of days is negative
   */
  static Condition addressUnknownForAtLeast(int days) {
    if (days < 0) {
      throw new IllegalArgumentException("time without an address is negative: " + days);
    }
    return new ArrivalCondition.AddressUnknownFor(days);
  }

  /**
   * {@return a condition that holds while the latest new address of the customer has been known for
   * at most so many calendar days}
   *
   * @param days the last day on which it counts, included; 0 for the day it became known alone
   * @throws IllegalArgumentException if the number of days is negative
   */
  static Condition addressFoundWithin(int days) {
    if (days < 0) {
      throw new IllegalArgumentException("greatest age of an address is negative: " + days);
    }
    return new ArrivalCondition.AddressFoundWithin(days);
  }

  /**
   * {@return a condition that holds once a collection by direct debit or card has failed} What went
   * through later, or a new way to pay, makes it good.
   */
  static Condition collectionFailed() {
    return collectionsFailedAtLeast(1);
  }

  /**
   * {@return a condition that holds once so many collections of the invoice have failed, and
   * nothing made them good} Failures of the account as a whole count from the due date on, as they
   * do where a step waits until a collection has failed.
   *
   * @param count reached at exactly that number
   * @throws IllegalArgumentException if the number is below 1
   */
  static Condition collectionsFailedAtLeast(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("number of failed collections is below 1: " + count);
    }
    return new CollectionCondition.CollectionsFailedAtLeast(count);
  }

  /**
   * {@return a condition that holds while the last collection that failed did so for a reason of a
   * kind} The kind follows from the code by the {@linkplain io.dunning.event.FailureCodes shipped
   * table}.
   *
   * @param kind the kind of failure
   */
  static Condition collectionFailureIs(FailureClass kind) {
    return new CollectionCondition.CollectionFailureIs(Objects.requireNonNull(kind, "kind"));
  }

  /**
   * {@return a condition that holds once so many calendar days have passed since the last
   * collection failed; it does not hold if none has} As a prerequisite of the step that tries
   * again, it is the distance between two tries.
   *
   * @param days reached at exactly that number
   * @throws IllegalArgumentException if the number of days is negative
   */
  static Condition collectionFailedAtLeastDaysAgo(int days) {
    if (days < 0) {
      throw new IllegalArgumentException("time since a failed collection is negative: " + days);
    }
    return new CollectionCondition.CollectionFailedAgo(days);
  }

  /**
   * {@return a condition that holds once the claim can no longer be enforced at law: its last day
   * is over} Of several invoices, once that of any of them has lapsed; held ones do not count. A
   * claim of which no {@linkplain io.dunning.event.TermsEvent.LimitationSet last day} is recorded
   * never lapses.
   */
  static Condition limitationPassed() {
    return new LimitationCondition.LimitationPassed();
  }

  /**
   * {@return a condition that holds while the claim can still be enforced at law, and its last day
   * is at most so many calendar days ahead} Of several invoices, it is enough if that is so of one.
   *
   * @param days how many; 0 for the last day alone
   * @throws IllegalArgumentException if the number of days is negative
   */
  static Condition limitationWithin(int days) {
    if (days < 0) {
      throw new IllegalArgumentException("time to the limitation is negative: " + days);
    }
    return new LimitationCondition.LimitationWithin(days);
  }

  /**
   * {@return a condition that holds once the customer replied on the day on which a step was taken,
   * or later}
   *
   * @param step the name of a step
   */
  static Condition repliedSince(String step) {
    return new StepCondition.RepliedSince(Objects.requireNonNull(step, "step"));
  }

  /**
   * {@return a condition that holds once somebody was reached since the invoice date, whichever
   * side began} An owner also counts as a right person.
   *
   * @param whom the least senior person that counts; anyone with more say counts, too
   */
  static Condition reached(Reached whom) {
    return new CorrespondenceCondition.WasReached(Objects.requireNonNull(whom, "whom"));
  }

  /**
   * {@return a condition that holds while at least so many attempts in a row reached nobody since
   * the invoice date: calls without an answer, letters that came back}
   *
   * @param count how many
   */
  static Condition unansweredAttemptsAtLeast(int count) {
    return new CorrespondenceCondition.UnansweredAtLeast(count);
  }

  /**
   * {@return a condition that holds while the latest reply of the customer is of a kind, was given
   * since the invoice date, and no step was taken on a later day}
   *
   * @param reply what the customer replied
   */
  static Condition latestReply(Reply reply) {
    return new CorrespondenceCondition.LatestReply(Objects.requireNonNull(reply, "reply"));
  }

  /**
   * {@return a condition that holds while the latest reply of the customer asks for time and no
   * step was taken on a later day}
   */
  static Condition askedForTime() {
    return latestReply(Reply.ASKS_FOR_TIME);
  }

  /**
   * {@return a condition that holds while the latest reply of the customer disputes the debt by
   * word of mouth and no step was taken on a later day}
   */
  static Condition disputedVerbally() {
    return latestReply(Reply.DISPUTES);
  }

  /**
   * {@return a condition that holds while the latest reason for not paying that the customer gave
   * is this one, about the invoice or the account, however long ago} A later reply without a reason
   * leaves it in place.
   *
   * @param why the reason
   */
  static Condition repliedWith(NonpaymentReason why) {
    return new CorrespondenceCondition.RepliedWith(
        Objects.requireNonNull(why, "why"), CorrespondenceCondition.RepliedWith.EVER);
  }

  /**
   * {@return a condition that holds while the latest reason for not paying that the customer gave
   * is this one, and was given at most so many calendar days ago} Then {@code
   * repliedWith(FORGOT).and(repliedWith(FORGOT, 13).not())} holds from the 14th day on.
   *
   * @param why the reason
   * @param withinDays the last day on which it counts, included, in days after the reply; 0 for the
   *     day of the reply alone
   * @throws IllegalArgumentException if the number of days is negative
   */
  static Condition repliedWith(NonpaymentReason why, int withinDays) {
    Objects.requireNonNull(why, "why");
    if (withinDays < 0) {
      throw new IllegalArgumentException("greatest age of a reason is negative: " + withinDays);
    }
    return new CorrespondenceCondition.RepliedWith(why, withinDays);
  }

  /**
   * {@return a condition that holds while the customer owes more than its credit limit: all that is
   * open of its invoices in the currency of the limit, due or not, held or not; credits that wait
   * do not lower it} It never holds without a limit.
   */
  static Condition overCreditLimit() {
    return new CreditCondition.OverCreditLimit();
  }

  /**
   * {@return a condition that holds while the customer has used at least a share of its credit
   * limit, counted as for {@link #overCreditLimit}} It never holds without a limit, or while
   * nothing is open.
   *
   * @param share the share, included; may be more than 100%
   * @throws IllegalArgumentException if the share is not above zero
   */
  static Condition creditLimitUsed(Percentage share) {
    Objects.requireNonNull(share, "share");
    if (share.value().signum() <= 0) {
      throw new IllegalArgumentException("share of a credit limit is not above 0%: " + share);
    }
    return new CreditCondition.CreditLimitUsed(share);
  }

  /**
   * {@return a condition that holds if the customer carries a tag}
   *
   * @param tag the tag
   */
  static Condition customerTagged(String tag) {
    return new CustomerCondition.CustomerTagged(Objects.requireNonNull(tag, "tag"));
  }

  /**
   * {@return a condition that holds if the customer is in a segment}
   *
   * @param segment the segment
   */
  static Condition customerInSegment(String segment) {
    return new CustomerCondition.CustomerInSegment(Objects.requireNonNull(segment, "segment"));
  }

  /**
   * {@return a condition that holds if the customer is in a country} It does not hold if nobody
   * knows where the customer is.
   *
   * @param country two letters by ISO 3166-1, such as {@code "US"}
   */
  static Condition customerInCountry(String country) {
    return new CustomerCondition.CustomerInCountry(Objects.requireNonNull(country, "country"));
  }

  /**
   * {@return a condition that holds if a fact recorded about the customer has a value}
   *
   * @param fact the name of the fact, such as {@code "country"}
   * @param value the value it must have
   */
  static Condition customerFact(String fact, String value) {
    return new CustomerCondition.CustomerFact(
        Objects.requireNonNull(fact, "fact"), Objects.requireNonNull(value, "value"));
  }

  /**
   * {@return a condition that holds while the customer pays in a certain way}
   *
   * @param bands the bands; any of them will do
   */
  static Condition customerIs(RiskBand... bands) {
    Objects.requireNonNull(bands, "bands");
    return new PaymentCondition.CustomerIs(List.of(bands));
  }

  /**
   * {@return a condition that holds while at least a share of the settled invoices was paid late;
   * not if none was settled}
   *
   * @param share the share, included
   */
  static Condition lateRatioAtLeast(Percentage share) {
    return new PaymentCondition.LateRatioAtLeast(Objects.requireNonNull(share, "share"));
  }

  /**
   * {@return a condition that holds while the customer has paid on average more than some days
   * after the due date; not if no invoice was settled}
   *
   * @param days how many; a payment before the due date counts as negative days
   */
  static Condition averageDaysLateMoreThan(int days) {
    return new PaymentCondition.AverageDaysLateMoreThan(days);
  }

  /**
   * {@return a condition that holds while the customer is at least so likely to be late, by the
   * risk model of the policy}
   *
   * @param probability the probability, included
   */
  static Condition riskAtLeast(Percentage probability) {
    return new PaymentCondition.RiskAtLeast(Objects.requireNonNull(probability, "probability"));
  }

  /**
   * Asks a question of your own. Nobody can foresee when its answer changes, so that it forces a
   * daily review of each debt whose recommendation depends on it.
   *
   * <pre>{@code
   * Condition quarterEnd =
   *     described("the quarter ends within a week", s ->
   *         s.asOf().plusDays(7).getMonthValue() % 3 == 1 && s.asOf().getMonthValue() % 3 == 0);
   * }</pre>
   *
   * @param sentence the question in words; two described conditions with one sentence are equal
   * @param test the answer; must be a pure function of the situation
   * @return the condition
   * @throws IllegalArgumentException if the sentence is blank
   */
  static Condition described(String sentence, Test test) {
    if (Objects.requireNonNull(sentence, "sentence").isBlank()) {
      throw new IllegalArgumentException("condition has no sentence");
    }
    return new Described(sentence, Objects.requireNonNull(test, "test"));
  }

  /**
   * Reads a condition in the sentences in which conditions print: {@code overdue at least 500.00
   * EUR and not (customer tagged key account)}. Of the words that join sentences, {@code not} binds
   * closest and {@code or} least; brackets change that. Capital letters do not matter in them.
   *
   * <p>A name, such as that of a step, can stand in double quotes: {@code "call, again" was taken}.
   * It needs them if it contains the words {@code and}, {@code or}, {@code if} or {@code not},
   * brackets, commas or quotes, or if it reads like another sentence. A backslash goes before a
   * quote or a backslash in it, and {@code \n}, {@code \t} and {@code \u00e4} are characters.
   *
   * <p>All conditions print a sentence of which this makes an equal condition, except those made by
   * {@link #described}, amounts in a currency with decimals of your own, and sentences of more than
   * 100,000 characters.
   *
   * @param text the sentence
   * @return the condition
   * @throws io.dunning.sentence.SentenceException if the text is no such sentence, or is too long
   */
  static Condition parse(String text) {
    return ConditionGrammar.parse(text);
  }

  /** A test of your own, to be described by a sentence. */
  @FunctionalInterface
  interface Test extends Predicate<Situation>, Serializable {}
}
