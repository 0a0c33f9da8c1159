package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DenseDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.AccruedCharges;
import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.ChargeRules.OnceSettled;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.ledger.Account;
import io.dunning.ledger.Balance;
import io.dunning.ledger.Closure;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Tolerant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What the ladder says agrees with the statement, for every order and whatever is left. */
@Domain(DenseDomain.class)
@Domain(DomainContext.Global.class)
class BooksProperties {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());

  private static ChargeRules rules(AllocationOrder order, OnceSettled left) {
    return ChargeRules.of(LateInterest.fixed(Percentage.percent("11.27")))
        .with(LateFee.flat(Money.eur("40.00")).once())
        .paying(order)
        .onceSettled(left);
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void theReviewDateIsExact(
      @ForAll DunningPolicy any,
      @ForAll AllocationOrder order,
      @ForAll OnceSettled left,
      @ForAll Account account,
      @ForAll LocalDate day) {
    DunningPolicy policy = Tolerant.with(any, rules(order, left));
    Account known = account.asOf(day);
    ExactReview.holds(EVALUATOR, policy, known, day, 60);
  }

  /**
   * What is open on a line is the principal that is owed, or, once that is settled, the charges.
   */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void everyLineOwesWhatItsStatementSays(
      @ForAll DunningPolicy any,
      @ForAll AllocationOrder order,
      @ForAll OnceSettled left,
      @ForAll Account account,
      @ForAll LocalDate day) {
    ChargeRules rules = rules(order, left);
    DunningPolicy policy = Tolerant.with(any, rules);
    for (Recommendation each : EVALUATOR.evaluate(policy, account, day).recommendations()) {
      for (InvoiceLine line : each.lines()) {
        Money principal = line.owed().principal();
        Money open = principal.isZero() ? line.owed().total() : principal;
        if (each.assessments().isEmpty()) {
          assertThat(line.open()).isEqualTo(open);
        }
      }
      if (each.reason() instanceof DueReason.Closed && each.rule() == Rule.CLOSED) {
        Account posted = rules.posted(account, day, BusinessCalendar.everyDay());
        assertThat(stillOwed(policy, posted, each, day))
            .as("%s %s", each, posted.invoices())
            .isEmpty();
      }
    }
  }

  /**
   * What is owed on the settled invoices that a recommendation is about. A statement knows nothing
   * of tolerance, so those that were within it before they were settled are left out.
   */
  private static List<AccruedCharges> stillOwed(
      DunningPolicy policy, Account posted, Recommendation about, LocalDate day) {
    List<AccruedCharges> owed = new ArrayList<>();
    for (InvoiceHistory each : posted.invoices()) {
      Balance balance = each.standingOn(day).balance();
      boolean settled =
          balance.closure() == Closure.SETTLED
              && balance.closedOn().equals(each.settledOn(day, policy.account().tolerance()));
      if (settled && about.subject().invoices().contains(each.invoice().number())) {
        AccruedCharges charges = policy.charges().accrue(posted.withRestrictions(each), day);
        if (charges.total().isPositive()) {
          owed.add(charges);
        }
      }
    }
    return owed;
  }
}
