package io.dunning.benchmarks;

import io.dunning.charge.InterestPeriod.FirstDay;
import io.dunning.charge.InterestPeriod.PaymentDay;
import io.dunning.charge.LateInterest;
import io.dunning.charge.ReferenceRates;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** W4: invoices paid late or not at all, and the interest on them by hand. */
final class LateDebts {
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");
  private static final String[] FROM = {
    "2024-01-01", "2024-07-01", "2025-01-01", "2025-07-01", "2026-01-01"
  };
  private static final long[] DAYS =
      Arrays.stream(FROM).mapToLong(d -> LocalDate.parse(d).toEpochDay()).toArray();
  private static final long[] PPM = {125_000, 122_500, 111_500, 101_500, 104_000};
  private static final long DIVISOR = 365L * 1_000_000;

  private LateDebts() {}

  /** A debt: due date, amount, payments by day. */
  record Debt(long due, long amount, long[] days, long[] payments) {}

  /** The rates of the workload, a payment lowering the balance from its own day on. */
  static LateInterest rule() {
    ReferenceRates rates = ReferenceRates.named("rate of the workload");
    for (int i = 0; i < FROM.length; i++) {
      LocalDate last =
          i + 1 < FROM.length ? LocalDate.parse(FROM[i + 1]).minusDays(1) : LocalDate.MAX;
      String percent = BigDecimal.valueOf(PPM[i], 4).toPlainString();
      rates = rates.with(LocalDate.parse(FROM[i]), last, Percentage.percent(percent), "workload");
    }
    return LateInterest.floating(rates, Percentage.percent("0"))
        .from(FirstDay.AFTER_DUE_DATE, PaymentDay.EXCLUDED);
  }

  static List<Debt> debts(int count) {
    List<Debt> debts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long due = Draws.AS_OF - 1 - Draws.draw(6, i, 0, 730);
      long amount = Draws.amount(6, i, 1);
      long[] days = new long[Draws.draw(6, i, 3, 4)];
      for (int j = 0; j < days.length; j++) {
        days[j] = due + 1 + Draws.draw(6, i, 4 + j, (int) (Draws.AS_OF - due));
      }
      Arrays.sort(days);
      long[] payments = new long[days.length];
      Arrays.fill(payments, amount / 5);
      debts.add(new Debt(due, amount, days, payments));
    }
    return debts;
  }

  static List<InvoiceHistory> histories(List<Debt> debts) {
    List<InvoiceHistory> histories = new ArrayList<>(debts.size());
    for (Debt each : debts) {
      LocalDate due = LocalDate.ofEpochDay(each.due);
      Invoice invoice = Invoice.of("I", Money.ofMinor(each.amount, EUR), due, due);
      List<LedgerEvent> events = new ArrayList<>();
      for (int i = 0; i < each.days.length; i++) {
        events.add(
            new MoneyEvent.Payment(
                LocalDate.ofEpochDay(each.days[i]), Money.ofMinor(each.payments[i], EUR)));
      }
      histories.add(InvoiceHistory.of(invoice, events));
    }
    return histories;
  }

  /** The rival: one loop over rates and payments, 128-bit products, rounded once. */
  static long byHand(Debt debt) {
    long from = debt.due + 1;
    long balance = debt.amount;
    int rate = 0;
    while (rate + 1 < DAYS.length && DAYS[rate + 1] <= from) {
      rate++;
    }
    int payment = 0;
    long high = 0;
    long low = 0;
    while (from <= Draws.AS_OF) {
      while (payment < debt.days.length && debt.days[payment] <= from) {
        balance -= debt.payments[payment++];
      }
      long until = Draws.AS_OF + 1;
      if (payment < debt.days.length) {
        until = Math.min(until, debt.days[payment]);
      }
      if (rate + 1 < DAYS.length) {
        until = Math.min(until, DAYS[rate + 1]);
      }
      long weight = PPM[rate] * (until - from);
      long product = balance * weight;
      high += Math.multiplyHigh(balance, weight);
      low += product;
      high += Long.compareUnsigned(low, product) < 0 ? 1 : 0;
      from = until;
      if (rate + 1 < DAYS.length && DAYS[rate + 1] == from) {
        rate++;
      }
    }
    if (high == 0 && low >= 0) {
      return (low + DIVISOR / 2) / DIVISOR;
    }
    BigInteger sum =
        BigInteger.valueOf(high).shiftLeft(64).add(new BigInteger(Long.toUnsignedString(low)));
    return new BigDecimal(sum)
        .divide(BigDecimal.valueOf(DIVISOR), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** What is usually written: day by day, in decimals. */
  static long dayByDay(Debt debt) {
    BigDecimal sum = BigDecimal.ZERO;
    for (long day = debt.due + 1; day <= Draws.AS_OF; day++) {
      BigDecimal balance = BigDecimal.valueOf(debt.amount);
      for (int i = 0; i < debt.days.length; i++) {
        if (debt.days[i] <= day) {
          balance = balance.subtract(BigDecimal.valueOf(debt.payments[i]));
        }
      }
      int rate = 0;
      while (rate + 1 < DAYS.length && DAYS[rate + 1] <= day) {
        rate++;
      }
      sum = sum.add(balance.multiply(BigDecimal.valueOf(PPM[rate])));
    }
    return sum.divide(BigDecimal.valueOf(DIVISOR), 0, RoundingMode.HALF_UP).longValueExact();
  }
}
