package io.dunning.reports;

import io.dunning.charge.AccruedCharges;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What a policy does with an example: one invoice that is never paid, each step taken on its day.
 * Immutable.
 *
 * @param policy the policy
 * @param invoice the invoice of the example
 * @param days how many days past due the example ends
 * @param steps which step was taken on which day
 * @param owed what is owed at the end of each day past due; none if the policy charges nothing
 */
public record PolicyCourse(
    DunningPolicy policy, Invoice invoice, int days, List<Taken> steps, List<Owed> owed) {
  private static final int TERMS = 30;
  private static final int DAYS = 180;

  /**
   * A step that was taken.
   *
   * @param step its name
   * @param daysPastDue on which day; negative before the due date
   */
  public record Taken(String step, long daysPastDue) {}

  /**
   * What is owed at the end of a day.
   *
   * @param daysPastDue the day, counted from the due date
   * @param sums principal, fees and interest
   */
  public record Owed(long daysPastDue, AccruedCharges.Owed sums) {}

  /**
   * The course of an example.
   *
   * @param policy the policy
   * @param invoice the invoice of the example
   * @param days how many days past due the example ends
   * @param steps which step was taken on which day
   * @param owed what is owed at the end of each day past due
   */
  public PolicyCourse {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(invoice, "invoice");
    steps = List.copyOf(steps);
    owed = List.copyOf(owed);
  }

  /**
   * Plays a policy against an invoice that is never paid.
   *
   * @param policy the policy
   * @param evaluator decides
   * @param customer who owes the invoice
   * @param amount the amount of the invoice
   * @param last the last day that is played; reference rates should be known until then
   * @param days how many days past due that is
   * @return what was done and what is owed
   */
  public static PolicyCourse of(
      DunningPolicy policy,
      DunningEvaluator evaluator,
      Customer customer,
      Money amount,
      LocalDate last,
      int days) {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(evaluator, "evaluator");
    LocalDate due = last.minusDays(days);
    Invoice invoice = Invoice.of("example", amount, due.minusDays(TERMS), due);
    Account account = Account.of(customer, List.of(InvoiceHistory.of(invoice)));
    Timeline timeline = Timeline.of(evaluator, policy, account, invoice.issued(), last);
    List<Taken> steps = new ArrayList<>();
    for (Timeline.Entry each : timeline.entries()) {
      steps.add(new Taken(each.step(), ChronoUnit.DAYS.between(due, each.date())));
    }
    List<Owed> owed = new ArrayList<>();
    if (!policy.charges().isNone()) {
      InvoiceHistory end = timeline.end().invoices().get(0);
      for (int day = 0; day <= days; day++) {
        LocalDate on = due.plusDays(day);
        owed.add(
            new Owed(day, policy.charges().accrue(end.asOf(on), on, evaluator.calendar()).owed()));
      }
    }
    return new PolicyCourse(policy, invoice, days, steps, owed);
  }

  /**
   * The example of a report: 1,000 of its main currency, or 1,000,000 where there are no cents, for
   * a customer like the one who owes most.
   */
  static PolicyCourse of(DunningPolicy policy, Report report) {
    CurrencyUnit currency = report.mainCurrency();
    Money amount = Money.of(currency.decimals() == 0 ? "1000000" : "1000", currency);
    return of(
        policy, report.settings().evaluator(), report.typical(policy), amount, report.asOf(), DAYS);
  }

  /** The first day on which a step was taken; empty if it was not. */
  OptionalLong day(String step) {
    return steps.stream()
        .filter(t -> t.step.equals(step))
        .mapToLong(Taken::daysPastDue)
        .findFirst();
  }
}
