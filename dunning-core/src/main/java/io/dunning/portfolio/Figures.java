package io.dunning.portfolio;

import io.dunning.ledger.Closure;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the reports about payments and disputes share. */
final class Figures {
  private Figures() {}

  static void requireSpan(LocalDate from, LocalDate through) {
    if (through.isBefore(from)) {
      throw new IllegalArgumentException("span ends before it starts: " + from + ".." + through);
    }
  }

  static String text(List<?> lines) {
    return lines.stream().map(Object::toString).collect(Collectors.joining("\n"));
  }

  /** The share of a part in percent, to four decimals, half up; empty without a whole. */
  static Optional<BigDecimal> percent(long part, long whole) {
    return ReceivablePeriod.quotient(
        BigInteger.valueOf(part).multiply(BigInteger.valueOf(100)), BigInteger.valueOf(whole));
  }

  /**
   * The day on which an invoice was settled by money; empty if it is open, was written off, voided
   * or credited in full. A payment before the invoice date settles it on that date.
   */
  static Optional<LocalDate> settledByMoney(InvoiceHistory history, Standing standing) {
    boolean paid =
        standing.balance().closure() == Closure.SETTLED && standing.balance().paid().isPositive();
    LocalDate issued = history.invoice().issued();
    return paid
        ? standing.balance().closedOn().map(d -> d.isBefore(issued) ? issued : d)
        : Optional.empty();
  }
}
