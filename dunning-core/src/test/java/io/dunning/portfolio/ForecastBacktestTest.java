package io.dunning.portfolio;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastBacktestTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);

  /** A weekly invoice of a customer who always pays so many days after the due date. */
  private static Account always(String id, int days) {
    List<InvoiceHistory> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      LocalDate due = FIRST.plusWeeks(i);
      all.add(
          InvoiceHistory.of(Invoice.of(id + i, eur("100.00"), due.minusDays(14), due))
              .with(LedgerEvent.payment(due.plusDays(days), eur("100.00"))));
    }
    return Account.of(Customer.of(id), all);
  }

  /** One pays 2 days late, one 30: everybody's usual delay fits neither. */
  @Test
  void aForecastByCustomerBeatsTheUsualDelayOfEverybody() {
    ForecastBacktest report =
        ForecastBacktest.of(
            List.of(always("A", 2), always("B", 30)),
            List.of(FIRST.plusWeeks(20), FIRST.plusWeeks(25)),
            FIRST.plusWeeks(50),
            28,
            BusinessCalendar.everyDay());
    ForecastBacktest.Line line = report.lines().get(0);
    assertThat(line.daysOff()).hasValueSatisfying(e -> assertThat(e).isZero());
    assertThat(line.guessDaysOff()).hasValueSatisfying(e -> assertThat(e).isPositive());
    assertThat(line.shareByExpected())
        .hasValueSatisfying(s -> assertThat(s).isEqualByComparingTo("100"));
    assertThat(line.expected()).isEqualTo(line.received());
    assertThat(line.settled()).isEqualTo(line.asked());
  }

  /** A forecast that peeked would know that the customer changed. */
  @Test
  void knowsOnlyWhatWasKnownOnTheDay() {
    Account account = always("A", 2);
    LocalDate cut = FIRST.plusWeeks(20);
    Account changed =
        account.mapInvoices(
            h ->
                h.invoice().due().isAfter(cut)
                    ? InvoiceHistory.of(h.invoice())
                        .with(LedgerEvent.payment(h.invoice().due().plusDays(60), eur("100.00")))
                    : h);
    ForecastBacktest.Line line =
        ForecastBacktest.of(
                List.of(changed),
                List.of(cut),
                FIRST.plusWeeks(60),
                28,
                BusinessCalendar.everyDay())
            .lines()
            .get(0);
    assertThat(line.paidByExpected()).isLessThan(line.expectedOver());
    assertThat(line.daysOff()).hasValueSatisfying(e -> assertThat(e.intValue()).isGreaterThan(30));
  }

  @Test
  void refusesDaysWhoseHorizonIsNotOver() {
    assertThatThrownBy(
            () ->
                ForecastBacktest.of(
                    List.of(),
                    List.of(FIRST, FIRST.plusDays(3)),
                    FIRST.plusDays(29),
                    28,
                    BusinessCalendar.everyDay()))
        .hasMessage("horizon of 28 days ends after 2025-02-04 for [2025-01-09]");
  }
}
