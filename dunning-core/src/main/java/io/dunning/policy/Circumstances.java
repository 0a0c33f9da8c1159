package io.dunning.policy;

import io.dunning.behaviour.PaymentProfile;
import io.dunning.behaviour.RiskBand;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.settlement.RecoveryEstimate;
import java.util.List;

/**
 * What conditions ask an evaluator about the debt under decision: an invoice, or the items of an
 * account together. Held items do not count. Valid only while a condition is being asked.
 *
 * <p>This is the evaluator's side: package {@code io.dunning.evaluation} implements it, and only
 * evaluators need it. It grows with the conditions, so do not implement it outside the library. For
 * a test of your own in {@link Condition#described} use {@link Situation}, which has dates and
 * amounts instead of numbers.
 *
 * <p>Days are {@linkplain io.dunning.calendar.EpochDay epoch days}: "none" is {@link
 * io.dunning.calendar.EpochDay#NONE}, "never" is {@link io.dunning.calendar.EpochDay#NEVER}.
 * Amounts are minor units of a currency.
 */
public interface Circumstances {

  /**
   * The day at whose end the question is asked.
   *
   * @return the epoch day
   */
  long day();

  /** {@return who owes} */
  Customer customer();

  /**
   * The age of the oldest item.
   *
   * @return days since its due date; negative before it, and 0 if nothing is open
   */
  long daysPastDue();

  /**
   * What is open, due or not.
   *
   * @param currency the currency
   * @return minor units
   */
  long openMinor(CurrencyUnit currency);

  /**
   * What is overdue.
   *
   * @param currency the currency
   * @return minor units
   */
  long overdueMinor(CurrencyUnit currency);

  /**
   * The first day on which the fees and the interest owed on the invoice come to an amount, by the
   * charges of the policy and if nothing more happens; of several invoices, on the oldest.
   *
   * @param amount the amount
   * @return the epoch day; no later than {@link #day} if they have come to it; never if they do not
   *     within a hundred years, or the invoice is in another currency
   */
  long chargesReachOn(Money amount);

  /** {@return how many items are overdue} */
  int overdueCount();

  /**
   * The next day on which amounts or counts can change without a new event.
   *
   * @return the epoch day, or never
   */
  long amountsChangeOn();

  /**
   * Whether a dispute is open.
   *
   * @return true if the item, or any of the items, is contested
   */
  boolean disputed();

  /**
   * The last day on which a promise holds, its tolerance included.
   *
   * @return the epoch day; none if there is no promise
   */
  long promisedThrough();

  /**
   * The next day on which a running promise is over.
   *
   * @return the epoch day, or never
   */
  long promiseEndsOn();

  /**
   * How the customer has paid, as of {@link #day}.
   *
   * @return the profile, of the invoices and settlements that the policy lets count
   */
  PaymentProfile profile();

  /** {@return how the customer pays, in one word; that of the {@link #profile} unless supposed} */
  default RiskBand band() {
    return profile().band();
  }

  /** {@return how likely it is that the customer will be late, by the risk model of the policy} */
  Percentage risk();

  /**
   * The next day on which the {@link #risk} can differ without a new event.
   *
   * @return the epoch day, or never
   */
  long riskChangesOn();

  /**
   * The last day on which an offer to settle stands.
   *
   * @return the epoch day; none if there is none
   */
  long offeredThrough();

  /**
   * Whether the policy lets an offer to settle be made: the age, the amount and the risk fit, and
   * no offer stood lately.
   *
   * @return true if it can be made
   */
  boolean settlementPossible();

  /**
   * The next day on which that can change without a new event.
   *
   * @return the epoch day, or never
   */
  long settlementChangesOn();

  /**
   * The routes that the debt can take, by what is open in the currency of the oldest item.
   *
   * @return what is worth most first; none without an endgame rule
   */
  List<RecoveryEstimate> routes();

  /**
   * The next day on which the routes can differ without a new event.
   *
   * @return the epoch day, or never
   */
  long routesChangeOn();

  /**
   * How many promises were broken, by the end of the day.
   *
   * @return the number of those for the items, and of those of the account that are about one: it
   *     was issued by the day of the promise, and is in the currency of an amount that was promised
   */
  int brokenPromises();

  /**
   * Whether neither side said or sent anything: no dispute, plan, deferral, restriction, delivery,
   * reply, decision, and no contact of which more is known than its day.
   *
   * @return true if {@link #standing} and {@link #account} have nothing more to say
   */
  boolean quiet();

  /** {@return what the events of the invoice add up to; of several invoices, of the oldest} */
  Standing standing();

  /**
   * What the events of the account as a whole add up to. It has no amounts.
   *
   * @return the standing
   */
  Standing account();

  /**
   * Of the items that are issued and not held, the first of the last days on which a claim can be
   * enforced at law, leaving out those before a day.
   *
   * @param from the epoch day, included
   * @return the epoch day; never if no claim ends on that day or later
   */
  long claimEndsFrom(long from);

  /**
   * What is open of all issued invoices of the customer, held ones included.
   *
   * @param currency the currency
   * @return minor units
   */
  long allOpenMinor(CurrencyUnit currency);

  /**
   * The next day on which an invoice of the customer is issued.
   *
   * @return the epoch day, or never
   */
  long nextIssueOn();

  /**
   * The invoice date; of several invoices, of the oldest.
   *
   * @return the epoch day
   */
  long issuedDay();

  /**
   * The day from which the ladder counts: the due date, unless it was granted or began anew; of
   * several invoices, that of the one that leads.
   *
   * @return the epoch day
   */
  long dueDay();

  /**
   * The day on which a step was taken last and not withdrawn, in the present cycle.
   *
   * @param step the name of the step
   * @return the epoch day; none if it was not
   */
  long takenDay(String step);

  /**
   * The day from which the letter of a step counts as delivered although that is not recorded.
   *
   * @param step the name of the step
   * @return the epoch day; never if the step was not taken, or the policy presumes no delivery
   */
  long deliveryPresumedOn(String step);

  /**
   * The day on which any step of the ladder was taken last, in the present cycle.
   *
   * @return the epoch day; none if none was
   */
  long lastStepDay();

  /**
   * The last day on which a payment plan holds, its cure period included.
   *
   * @return the epoch day; none if no plan is kept so far
   */
  long planThrough();

  /**
   * The next day on which a plan that is kept so far is broken, if nothing more is paid.
   *
   * @return the epoch day, or never
   */
  long planEndsOn();

  /**
   * Whether the latest payment plan was broken, by the end of the day; that of the account only if
   * the invoice was issued by its day.
   *
   * @return true if an instalment is past its cure period
   */
  boolean planBroken();
}
