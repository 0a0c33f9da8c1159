package io.dunning.ledger;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.event.AgreementEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What became of payment plans. */
class PlanOutcomeTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory invoice(LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of("I", eur("100.00"), DUE.minusDays(30), DUE)).with(events);
  }

  private static LedgerEvent plan(int on, int due) {
    return new AgreementEvent.PlanAgreed(day(on), List.of(new Instalment(day(due), eur("25.00"))));
  }

  @Test
  void aPlanIsBrokenFromTheDayAfterItsLast() {
    PlanOutcome running =
        invoice(plan(1, 10)).plans(day(5), Days.NONE, BusinessCalendar.everyDay()).get(0);
    assertThat(running.state()).isEqualTo(PlanOutcome.State.RUNNING);
    assertThat(running.isBrokenOn(day(10))).isFalse();
    assertThat(running.isBrokenOn(day(11))).isTrue();
    PlanOutcome kept =
        invoice(plan(1, 10), new MoneyEvent.Payment(day(3), eur("25.00")))
            .plans(day(5), Days.NONE, BusinessCalendar.everyDay())
            .get(0);
    assertThat(kept.isBrokenOn(day(11))).isFalse();
    // two plans: the later one replaces the earlier
    List<PlanOutcome> both =
        invoice(plan(1, 10), plan(4, 20)).plans(day(30), Days.NONE, BusinessCalendar.everyDay());
    assertThat(both)
        .extracting(PlanOutcome::state)
        .containsExactly(PlanOutcome.State.CANCELLED, PlanOutcome.State.BROKEN);
    assertThat(both.get(0).lastDay()).isEqualTo(day(3));
    assertThat(both.get(1).open().orElseThrow().due()).isEqualTo(day(20));
    assertThat(
            invoice(plan(1, 10), plan(11, 20))
                .plans(day(15), Days.NONE, BusinessCalendar.everyDay())
                .get(0)
                .state())
        .isEqualTo(PlanOutcome.State.BROKEN);
  }
}
