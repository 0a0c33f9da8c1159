package io.dunning.policy;

import io.dunning.behaviour.PaymentProfile;
import io.dunning.calendar.EpochDay;
import io.dunning.event.Restriction;
import io.dunning.ledger.Customer;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a test of your own can ask about the debt under decision: an invoice, or the items of an
 * account together. Items on hold do not count. A situation is valid only while the test runs.
 *
 * <pre>{@code
 * Condition patient =
 *     Condition.described("silent for two weeks since the reminder", s ->
 *         s.stepTaken("reminder").filter(day -> day.isBefore(s.asOf().minusDays(13))).isPresent()
 *             && s.lastReply().isEmpty());
 * }</pre>
 */
public final class Situation {
  private final Circumstances circumstances;

  Situation(Circumstances circumstances) {
    this.circumstances = circumstances;
  }

  /** {@return the day at whose end the test is asked; what happened on it counts} */
  public LocalDate asOf() {
    return LocalDate.ofEpochDay(circumstances.day());
  }

  /** {@return the customer who owes} */
  public Customer customer() {
    return circumstances.customer();
  }

  /** {@return the invoice date; of several invoices, that of the oldest} */
  public LocalDate issued() {
    return LocalDate.ofEpochDay(circumstances.issuedDay());
  }

  /**
   * The age of the oldest item.
   *
   * @return calendar days since its due date; negative before it, and 0 if nothing is open
   */
  public long daysPastDue() {
    return circumstances.daysPastDue();
  }

  /**
   * {@return the open balance, due or not; zero if nothing is open in that currency}
   *
   * @param currency the currency
   */
  public Money open(CurrencyUnit currency) {
    return Money.ofMinor(circumstances.openMinor(currency), currency);
  }

  /**
   * {@return the overdue balance; zero if nothing is overdue in that currency}
   *
   * @param currency the currency
   */
  public Money overdue(CurrencyUnit currency) {
    return Money.ofMinor(circumstances.overdueMinor(currency), currency);
  }

  /** {@return how many invoices are overdue} */
  public int overdueInvoices() {
    return circumstances.overdueCount();
  }

  /**
   * Whether a dispute is open.
   *
   * @return true if the invoice, or any of the invoices, is disputed as a whole
   */
  public boolean disputed() {
    return circumstances.disputed();
  }

  /**
   * Whether a promise to pay is running, its tolerance included.
   *
   * @return true through the last day on which the promise can be kept
   */
  public boolean promised() {
    return circumstances.promisedThrough() >= circumstances.day();
  }

  /**
   * How many promises were broken by the end of the day.
   *
   * @return the number of promises for the invoices, and of those of the account that are about one
   *     of them: it was issued by the day of the promise, and is in the currency of an amount that
   *     was promised
   */
  public int brokenPromises() {
    return circumstances.brokenPromises();
  }

  /**
   * Whether a payment plan is running and kept so far.
   *
   * @return true through the last day on which the next instalment can be paid
   */
  public boolean inPaymentPlan() {
    return circumstances.planThrough() >= circumstances.day();
  }

  /**
   * Whether a restriction is in force, on the invoice or on the account.
   *
   * @param restriction the restriction
   * @return true through its last day
   */
  public boolean restricted(Restriction restriction) {
    return Condition.restricted(restriction).holds(circumstances);
  }

  /**
   * How the customer has paid until now.
   *
   * @return the profile, from the invoices that the policy lets count
   */
  public PaymentProfile profile() {
    return circumstances.profile();
  }

  /**
   * How likely the customer is to be late, by the risk model of the policy.
   *
   * @return the probability, from 0 to 100 percent
   */
  public Percentage risk() {
    return circumstances.risk();
  }

  /**
   * {@return the day on which a step was last taken in the present cycle; empty if the step was not
   * taken, or was withdrawn}
   *
   * @param name the name of the step
   */
  public Optional<LocalDate> stepTaken(String name) {
    return EpochDay.date(circumstances.takenDay(Objects.requireNonNull(name, "name")));
  }

  /**
   * {@return the day on which any step of the ladder was last taken in the present cycle; empty if
   * no step was taken}
   */
  public Optional<LocalDate> lastStep() {
    return EpochDay.date(circumstances.lastStepDay());
  }

  /**
   * {@return the day of the customer's latest reply, about the invoice or the account; empty if the
   * customer never replied}
   */
  public Optional<LocalDate> lastReply() {
    if (circumstances.quiet()) {
      return Optional.empty();
    }
    return EpochDay.date(
        Math.max(
            CorrespondenceCondition.lastReplyDay(circumstances.standing()),
            CorrespondenceCondition.lastReplyDay(circumstances.account())));
  }

  /** The day and the customer, such as {@code 2026-03-01, customer C-17}. */
  @Override
  public String toString() {
    return asOf() + ", customer " + customer().id();
  }
}
