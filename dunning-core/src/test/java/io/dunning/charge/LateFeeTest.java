package io.dunning.charge;

import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.calendar.Days.months;
import static io.dunning.charge.Debts.day;
import static io.dunning.charge.Debts.owed;
import static io.dunning.charge.Debts.pays;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fees by bands, with ends, and period by period. */
class LateFeeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # whole base by its band: nothing below the lowest
          SINGLE   |  99.99 |  0.00
          SINGLE   | 100.00 |  4.00
          SINGLE   | 499.99 | 12.00
          SINGLE   | 500.00 | 18.00
          # each part by its own band
          MARGINAL | 100.00 |  2.00
          MARGINAL | 499.99 | 10.00
          MARGINAL | 600.00 | 16.00
          """)
  void feesGoByBands(LateFee.Banding banding, String base, String fee) {
    LateFee banded =
        LateFee.banded(
            banding,
            List.of(
                new FeeBand(eur("500.00"), eur("3.00"), percent("3")),
                new FeeBand(eur("100.00"), eur("2.00"), percent("2"))));
    assertThat(banded.of(eur(base))).isEqualTo(eur(fee));
  }

  @Test
  void feesHaveEndsAndCurrencies() {
    LateFee fee = LateFee.percent(percent("2")).atLeast(eur("3.00")).atMost(eur("9.00"));
    assertThat(fee.of(eur("10.00"))).isEqualTo(eur("3.00"));
    assertThat(fee.of(eur("200.00"))).isEqualTo(eur("4.00"));
    assertThat(fee.of(eur("900.00"))).isEqualTo(eur("9.00"));
    assertThat(fee.of(eur("0.00"))).isEqualTo(eur("0.00"));
    assertThat(fee.of(Money.usd("900.00"))).isEqualTo(Money.usd("18.00"));
    LateFee flat = LateFee.flat(eur("5.00"), Money.usd("6.00"));
    assertThat(flat.of(Money.usd("1.00"))).isEqualTo(Money.usd("6.00"));
    assertThat(flat.of(Money.gbp("1.00"))).isEqualTo(Money.gbp("0.00"));
    assertThat(fee.at("notice"))
        .hasToString("2%, at least 3.00 EUR, at most 9.00 EUR, with notice");
    assertThat(flat.perDocument()).hasToString("5.00 EUR or 6.00 USD, once for a letter");
    assertThat(flat.every(calendarDays(30)).by("contract"))
        .hasToString("5.00 EUR or 6.00 USD, every 30 days (contract)");
  }

  @Test
  void periodicFeesArisePeriodByPeriodWhileSomethingIsOverdue() {
    ChargeRules rules = ChargeRules.of(LateFee.flat(eur("10.00")).every(calendarDays(15)));
    assertThat(rules.accrue(owed("365.00"), day(14)).fees()).isEqualTo(eur("0.00"));
    assertThat(rules.accrue(owed("365.00"), day(15)).fees()).isEqualTo(eur("10.00"));
    assertThat(rules.accrue(owed("365.00"), day(61)).fees()).isEqualTo(eur("40.00"));
    assertThat(rules.accrue(owed("365.00", pays(30, "375.00")), day(99)).fees())
        .isEqualTo(eur("0.00"));
  }

  @Test
  void aFeeOfYourOwnIsAFormulaWithASentence() {
    LateFee third = LateFee.described("a third of what is overdue", m -> money(m, 3));
    assertThat(third.of(eur("90.00"))).isEqualTo(eur("30.00"));
    assertThat(third.atMost(eur("20.00")).of(eur("90.00"))).isEqualTo(eur("20.00"));
    assertThat(third.of(eur("0.00"))).isEqualTo(eur("0.00"));
    assertThat(third.at("notice")).hasToString("a third of what is overdue, with notice");
    assertThat(third)
        .isEqualTo(LateFee.described("a third of what is overdue", m -> m))
        .isNotEqualTo(LateFee.described("a half of what is overdue", m -> money(m, 3)));
    // what is no fee is none
    assertThat(LateFee.described("less", Money::unaryMinus).of(eur("9.00"))).isEqualTo(eur("0.00"));
    assertThat(LateFee.described("other", m -> Money.usd("1.00")).of(eur("9.00")))
        .isEqualTo(eur("0.00"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LateFee.described(" ", m -> m))
        .withMessage("fee has no sentence");
  }

  @Test
  void keepsNothingOfWhenItAroseBefore() {
    LateFee fee = LateFee.flat(eur("5.00"));
    assertThat(fee.at("notice").perDocument().once()).isEqualTo(fee.once());
    assertThat(fee.every(calendarDays(30)).oncePerInstalment()).isEqualTo(fee.oncePerInstalment());
    assertThat(fee.at("notice").every(calendarDays(30))).isEqualTo(fee.every(calendarDays(30)));
    assertThat(fee.every(calendarDays(30)).at("notice")).isEqualTo(fee.at("notice"));
    assertThat(fee.perDocument().at("notice")).isEqualTo(fee.at("notice").perDocument());
  }

  private static Money money(Money whole, long divisor) {
    return Money.ofMinor(whole.minorUnits() / divisor, whole.currency());
  }

  @Test
  void aFeeThatHasToBeAgreedIsForThoseWhoAgreed() {
    LateFee agreed = LateFee.flat(eur("5.00")).once().onlyIfAgreed("late fee", "yes");
    ChargeRules rules = ChargeRules.of(agreed, LateFee.flat(eur("1.00")).once());
    Customer customer = Customer.of("C");
    assertThat(rules.agreedWith(customer.with("late fee", "yes"))).isSameAs(rules);
    assertThat(rules.agreedWith(customer).fees()).hasSize(1);
    assertThat(rules.agreedWith(customer.with("late fee", "no")).fees()).hasSize(1);
    assertThat(agreed).hasToString("5.00 EUR, once, only if late fee is yes");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # due on 31 January: every month counts from there
          2026-02-27,  0.00
          2026-02-28, 10.00
          2026-03-30, 10.00
          2026-03-31, 20.00
          2026-04-30, 30.00
          2027-01-31, 120.00
          """)
  void monthlyFeesCountFromTheDueDate(LocalDate asOf, String fees) {
    LateFee fee = LateFee.flat(eur("10.00")).every(months(1));
    assertThat(fee).hasToString("10.00 EUR, every 1 month");
    LocalDate due = LocalDate.of(2026, 1, 31);
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("I", eur("365.00"), due.minusDays(14), due));
    assertThat(ChargeRules.of(fee).accrue(history, asOf).fees()).isEqualTo(eur(fees));
  }
}
