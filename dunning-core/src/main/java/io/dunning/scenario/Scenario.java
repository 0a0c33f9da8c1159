package io.dunning.scenario;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A story about a policy, told day by day, that fails on the first day on which the policy decides
 * otherwise.
 *
 * <pre>{@code
 * Scenario.of(policy)
 *     .invoice("INV-1", "100.00 EUR", "2026-01-15", "2026-02-14")
 *     .tells(
 *         on("2026-02-17").takes("reminder", EMAIL),
 *         on("2026-03-02").takes("demand", LETTER).grants("2026-03-12"),
 *         on("2026-03-05").pays("100.00 EUR").verdict(CLOSED));
 * }</pre>
 *
 * <p>The story is complete: a step that the policy asks for on a day that the story does not
 * mention, or beyond what it tells of a day, is a failure, and so is a step that waits for approval
 * unmentioned. Of each step that it takes, the story tells the channel, the deadline that it
 * grants, the charges that it assesses and the settlement that it offers, where there are any; a
 * failure says what is missing. The days between are checked by going from review date to review
 * date. A story begins with its first day, as a billing system does that turns dunning on: steps
 * that were due before it are not asked for, so begin on the day of the first step.
 *
 * <p>Immutable and thread-safe: every method returns a new scenario.
 */
public final class Scenario {
  private final DunningPolicy policy;
  private final BusinessCalendar calendar;
  private final Account account;
  private final Watcher watcher;

  private Scenario(
      DunningPolicy policy, BusinessCalendar calendar, Account account, Watcher watcher) {
    this.watcher = Objects.requireNonNull(watcher, "watcher");
    this.policy = Objects.requireNonNull(policy, "policy");
    this.calendar = Objects.requireNonNull(calendar, "calendar");
    this.account = Objects.requireNonNull(account, "account");
  }

  /**
   * A scenario for a policy, on a calendar without holidays and without invoices so far.
   *
   * @param policy the policy
   * @return the scenario
   */
  public static Scenario of(DunningPolicy policy) {
    Account nobody = Account.of(Customer.of("customer"), List.of());
    return new Scenario(policy, BusinessCalendar.weekends(), nobody, (p, c, a, d) -> {});
  }

  /**
   * This scenario with business days counted by another calendar than plain weekends.
   *
   * @param other the calendar
   * @return the scenario
   */
  public Scenario calendar(BusinessCalendar other) {
    return new Scenario(policy, other, account, watcher);
  }

  /**
   * This scenario, watched: see {@code PolicyCoverage}.
   *
   * @param other who hears of each account and day about which the policy is asked
   * @return the scenario
   */
  public Scenario watchedBy(Watcher other) {
    return new Scenario(policy, calendar, account, other);
  }

  /**
   * This scenario for a customer.
   *
   * @param customer who owes the invoices
   * @return the scenario
   */
  public Scenario customer(Customer customer) {
    return account(Account.of(customer, account.invoices(), account.events()));
  }

  /**
   * This scenario with an account that has a past, in place of what it had.
   *
   * @param past the account with its invoices and what has happened so far
   * @return the scenario
   */
  public Scenario account(Account past) {
    return new Scenario(policy, calendar, past, watcher);
  }

  /**
   * This scenario with one more invoice.
   *
   * @param number the invoice number
   * @param amount such as {@code "100.00 EUR"}
   * @param issued the invoice date, such as {@code "2026-01-15"}
   * @param due the due date
   * @return the scenario
   */
  public Scenario invoice(String number, String amount, String issued, String due) {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(issued, "issued");
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(amount, "amount");
    return invoice(
        Invoice.of(number, Money.parse(amount), LocalDate.parse(issued), LocalDate.parse(due)));
  }

  /**
   * This scenario with one more invoice.
   *
   * @param added the invoice
   * @return the scenario
   */
  public Scenario invoice(Invoice added) {
    return account(account.with(InvoiceHistory.of(added)));
  }

  /**
   * The start of what a story tells of a day.
   *
   * @param day such as {@code "2026-02-17"}
   * @return the day, nothing told of it yet
   */
  public static StoryDay on(String day) {
    Objects.requireNonNull(day, "day");
    return on(LocalDate.parse(day));
  }

  /**
   * The start of what a story tells of a day.
   *
   * @param day the day
   * @return the day, nothing told of it yet
   */
  public static StoryDay on(LocalDate day) {
    return new StoryDay(day);
  }

  /**
   * Tells the story, and fails on the first day on which the policy decides otherwise.
   *
   * @param days the days, in order
   * @return the account as it is at the end of the story
   * @throws AssertionError with every difference of that day and the explanation
   * @throws IllegalArgumentException if there are no days, if they do not go forward, or if a day
   *     names an invoice that the account does not have, or a step that the policy does not have
   */
  public Account tells(StoryDay... days) {
    if (days.length == 0) {
      throw new IllegalArgumentException("story has no days\nMaybe add on(...)");
    }
    Story story = new Story(policy, DunningEvaluator.on(calendar), account, watcher);
    for (StoryDay each : days) {
      story.tell(each);
    }
    return story.account();
  }
}
