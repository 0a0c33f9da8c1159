package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DenseDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Tolerance;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Tolerant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for every tolerance. */
@Domain(DenseDomain.class)
@Domain(DomainContext.Global.class)
class ToleranceProperties {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  /** Every invoice paid down to some cents, beside all that happened before. */
  private static Account allButPaid(Account account, int cents, LocalDate day) {
    Account all = account;
    for (InvoiceHistory each : account.invoices()) {
      Money open = each.standingOn(day).balance().open();
      Money paid = open.minus(Money.ofMinor(cents, open.currency()));
      if (paid.isPositive()) {
        all = all.with(each.asOf(day).with(new MoneyEvent.Payment(day, paid)));
      }
    }
    return all;
  }

  private static Tolerance upTo(int cents) {
    return Tolerance.upTo(
        Money.ofMinor(cents, CurrencyUnit.of("EUR")),
        Money.ofMinor(cents, CurrencyUnit.of("USD")),
        Money.ofMinor(cents, CurrencyUnit.of("JPY")));
  }

  private static List<Recommendation> on(
      DunningPolicy policy, Tolerance tolerance, Account account, LocalDate day) {
    return EVALUATOR.evaluate(Tolerant.with(policy, tolerance), account, day).recommendations();
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void whatASmallToleranceClosesALargerOneCloses(
      @ForAll DunningPolicy policy,
      @ForAll Account any,
      @ForAll LocalDate day,
      @ForAll @IntRange(min = 1, max = 200) int cents,
      @ForAll @IntRange(max = 300) int small,
      @ForAll @IntRange(max = 300) int more) {
    Account account = allButPaid(any, cents, day.minusDays(20));
    List<Recommendation> strict = on(policy, upTo(small), account, day);
    List<Recommendation> lenient = on(policy, upTo(small + more), account, day);
    for (int i = 0; i < strict.size(); i++) {
      if (strict.get(i).verdict() == Verdict.CLOSED) {
        assertThat(lenient.get(i).verdict()).isEqualTo(Verdict.CLOSED);
      }
      assertThat(lenient.get(i).differences().keySet())
          .containsAll(strict.get(i).differences().keySet());
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void theReviewDateIsExact(
      @ForAll DunningPolicy any,
      @ForAll Account paid,
      @ForAll LocalDate day,
      @ForAll @IntRange(min = 1, max = 20_000) int left) {
    DunningPolicy policy = Tolerant.with(any, upTo(left));
    Account account = paid.asOf(day);
    ExactReview.holds(EVALUATOR, policy, account, day, 60);
  }
}
