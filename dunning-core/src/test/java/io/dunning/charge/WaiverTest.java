package io.dunning.charge;

import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.charge.Debts.TEN;
import static io.dunning.charge.Debts.day;
import static io.dunning.charge.Debts.owed;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.DayCount;
import io.dunning.charge.InterestPeriod.AfterGrace;
import io.dunning.charge.InterestPeriod.FirstDay;
import io.dunning.charge.InterestPeriod.PaymentDay;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What giving up a charge changes, and what it leaves as it was. */
class WaiverTest {
  private static final LocalDate MARCH = LocalDate.of(2024, 3, 1);

  private static InvoiceHistory dueInMarch(LedgerEvent... events) {
    Invoice invoice = Invoice.of("M", eur("1135.78"), MARCH.minusDays(14), MARCH);
    return InvoiceHistory.of(invoice, List.of(events));
  }

  @Test
  void givingUpAFeeRoundsNoInterest() {
    ChargeRules rules =
        ChargeRules.of(LateInterest.fixed(percent("8"))).with(LateFee.flat(eur("5.00")).once());
    LocalDate asOf = MARCH.plusDays(40);
    AccruedCharges as = rules.accrue(dueInMarch(), asOf);
    assertThat(as.interest()).isEqualTo(eur("9.96"));
    for (int after = 1; after <= 40; after++) {
      LedgerEvent waived = LedgerEvent.chargeWaived(MARCH.plusDays(after), Charge.FEE);
      AccruedCharges now = rules.accrue(dueInMarch(waived), asOf);
      assertThat(now.interest()).isEqualTo(as.interest());
      assertThat(now.fees()).isEqualTo(eur("0.00"));
    }
  }

  /** The grace ends in December; the interest of November then counts in December as well. */
  @Test
  void givingUpAFeeRoundsNoInterestAtTheEndOfAMonth() {
    LocalDate due = LocalDate.of(2023, 11, 20);
    LateInterest rule =
        LateInterest.fixed(percent("0.84"))
            .counting(DayCount.ACT_360)
            .grace(calendarDays(12), AfterGrace.FROM_FIRST_DAY);
    ChargeRules rules =
        ChargeRules.of(rule).capped(ChargeCap.of(percent("4")).within(ChargeCap.Within.MONTH));
    InvoiceHistory owed = InvoiceHistory.of(Invoice.of("N", eur("107.15"), due.minusDays(14), due));
    LocalDate asOf = due.plusDays(16);
    assertThat(rules.accrue(owed, asOf).interest()).isEqualTo(eur("0.04"));
    for (int after = 1; after <= 16; after++) {
      LedgerEvent waived = LedgerEvent.chargeWaived(due.plusDays(after), Charge.FEE);
      assertThat(rules.accrue(owed.with(waived), asOf).interest()).isEqualTo(eur("0.04"));
    }
  }

  /** A fee within a cap rounds the interest before it, and that of its own day only later. */
  @Test
  void givingUpAFeeOnTheDayOfAFeeRoundsNoInterest() {
    ChargeRules rules =
        ChargeRules.of(LateInterest.fixed(percent("4.06")))
            .with(LateFee.percent(percent("1.5")).every(calendarDays(25)))
            .capped(ChargeCap.of(percent("4")));
    InvoiceHistory owed =
        InvoiceHistory.of(Invoice.of("F", eur("12.11"), MARCH.minusDays(14), MARCH));
    LocalDate asOf = MARCH.plusDays(75);
    assertThat(rules.accrue(owed, asOf).interest()).isEqualTo(eur("0.09"));
    LedgerEvent waived = LedgerEvent.chargeWaived(asOf, Charge.FEE);
    assertThat(rules.accrue(owed.with(waived), asOf).interest()).isEqualTo(eur("0.09"));
  }

  @Test
  void givingUpInterestRoundsWhatComesLaterAsIfItWereOneSum() {
    ChargeRules rules = ChargeRules.of(LateInterest.fixed(percent("8")));
    LocalDate asOf = MARCH.plusDays(40);
    for (int after = 1; after <= 40; after++) {
      LocalDate on = MARCH.plusDays(after);
      AccruedCharges part =
          rules.accrue(
              dueInMarch(LedgerEvent.chargeWaived(on, Charge.INTEREST, eur("0.10"))), asOf);
      assertThat(part.interest()).isEqualTo(eur("9.86"));
    }
  }

  @Test
  void givingUpAllInterestCoversItsOwnDay() {
    LateInterest rule = TEN.from(FirstDay.AFTER_DUE_DATE, PaymentDay.EXCLUDED);
    LedgerEvent waived = LedgerEvent.chargeWaived(day(10), Charge.INTEREST);
    ChargeRules rules = ChargeRules.of(rule);
    assertThat(rules.accrue(owed("365.00", waived), day(10)).interest()).isEqualTo(eur("0.00"));
    assertThat(rules.accrue(owed("365.00", waived), day(11)).interest()).isEqualTo(eur("0.10"));
  }

  @Test
  void givingUpAllFeesCoversTheFeeOfItsOwnDay() {
    ChargeRules rules = ChargeRules.of(LateFee.flat(eur("5.00")).every(calendarDays(10)));
    LedgerEvent waived = LedgerEvent.chargeWaived(day(20), Charge.FEE);
    assertThat(rules.accrue(owed("365.00", waived), day(20)).fees()).isEqualTo(eur("0.00"));
    assertThat(rules.accrue(owed("365.00", waived), day(30)).fees()).isEqualTo(eur("5.00"));
  }

  @Test
  void givingUpInterestBelowTheMinimumAsksForNoneLater() {
    ChargeRules rules = ChargeRules.of(TEN.atLeast(eur("2.00")));
    LedgerEvent waived = LedgerEvent.chargeWaived(day(10), Charge.INTEREST);
    assertThat(rules.accrue(owed("365.00"), day(15)).interest()).isEqualTo(eur("0.00"));
    assertThat(rules.accrue(owed("365.00", waived), day(15)).interest()).isEqualTo(eur("0.00"));
    assertThat(rules.accrue(owed("365.00"), day(25)).interest()).isEqualTo(eur("2.50"));
    assertThat(rules.accrue(owed("365.00", waived), day(25)).interest()).isEqualTo(eur("1.50"));
  }
}
