package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DenseDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Thankful;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** What holds where who has paid is thanked. */
@Domain(DenseDomain.class)
@Domain(DomainContext.Global.class)
class ThanksProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  /** Pays all that is open on some invoices, some days before a day. */
  private static Account paid(Account account, LocalDate day, int ago, int which) {
    LocalDate on = day.minusDays(ago);
    List<InvoiceHistory> paid =
        account.invoices().stream()
            .map(h -> which > 0 && h.invoice().number().hashCode() % 3 == which ? h : paid(h, on))
            .toList();
    return Account.of(account.customer(), paid, account.events());
  }

  private static InvoiceHistory paid(InvoiceHistory history, LocalDate on) {
    var open = history.standingOn(on).balance().open();
    return open.isPositive() ? history.with(LedgerEvent.payment(on, open)) : history;
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void theReviewDateIsExactWhereWhoPaidIsThanked(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(max = 20) int days,
      @ForAll @IntRange(max = 10) int ago,
      @ForAll @IntRange(max = 2) int which) {
    Days within = days % 2 == 0 ? Days.calendarDays(days) : Days.businessDays(days);
    DunningPolicy thankful = Thankful.with(policy, within);
    Account known = paid(account, day, ago, which).asOf(day);
    List<Recommendation> now = WEEKENDS.evaluate(thankful, known, day).recommendations();
    now.forEach(r -> Statistics.label("thanks").collect(r.rule() == Rule.THANKS));
    assertThat(now.stream().filter(r -> r.rule() == Rule.THANKS)).hasSizeLessThan(2);
    ExactReview.holds(WEEKENDS, thankful, known, day, 60);
  }
}
