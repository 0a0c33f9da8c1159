package io.dunning.portfolio;

import io.dunning.event.DisputeEvent.Outcome;
import io.dunning.ledger.Account;
import io.dunning.ledger.DisputeCase;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.portfolio.DisputeCauses.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up disputes by currency and reason. */
final class DisputeSums {
  private final LocalDate from;
  private final LocalDate through;
  private final SortedMap<Key, Sums> sums = new TreeMap<>();

  DisputeSums(LocalDate from, LocalDate through) {
    this.from = from;
    this.through = through;
  }

  private record Key(CurrencyUnit currency, String reason) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::currency).thenComparing(Key::reason);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Sums {
    private int opened;
    private long amount;
    private int open;
    private long amountOpen;
    private int customerWon;
    private long amountWon;
    private int creditorWon;
    private final List<Long> days = new ArrayList<>();
  }

  void add(Account account) {
    for (InvoiceHistory history : account.invoices()) {
      CurrencyUnit currency = history.invoice().amount().currency();
      for (DisputeCase each : history.standingOn(through).agreements().disputes()) {
        if (!opened(each).isBefore(from)) {
          long open = openOn(history, opened(each));
          long stated = each.opened().amount().map(Money::minorUnits).orElse(open);
          add(currency, each, Math.min(stated, open));
        }
      }
    }
    for (DisputeCase each : account.standingOn(through.toEpochDay()).agreements().disputes()) {
      if (!opened(each).isBefore(from)) {
        open(account, opened(each)).forEach((currency, open) -> add(currency, each, open));
      }
    }
  }

  private static LocalDate opened(DisputeCase dispute) {
    return dispute.opened().date();
  }

  /** What is open on an invoice on a day; nothing before the invoice date. */
  private static long openOn(InvoiceHistory history, LocalDate day) {
    return history.invoice().issued().isAfter(day)
        ? 0
        : history.standingOn(day).balance().openMinor();
  }

  /** What is open on an account on a day, in each currency of its invoices. */
  private static SortedMap<CurrencyUnit, Long> open(Account account, LocalDate day) {
    SortedMap<CurrencyUnit, Long> all = new TreeMap<>();
    for (InvoiceHistory history : account.invoices()) {
      all.merge(history.invoice().amount().currency(), openOn(history, day), Math::addExact);
    }
    return all;
  }

  private void add(CurrencyUnit currency, DisputeCase dispute, long minor) {
    Sums of = sums.computeIfAbsent(new Key(currency, dispute.opened().reason()), k -> new Sums());
    of.opened++;
    of.amount = Math.addExact(of.amount, minor);
    if (dispute.isOpen()) {
      of.open++;
      of.amountOpen = Math.addExact(of.amountOpen, minor);
      return;
    }
    dispute
        .resolved()
        .ifPresent(r -> of.days.add(r.date().toEpochDay() - opened(dispute).toEpochDay()));
    Outcome outcome = dispute.outcome().orElse(Outcome.UNKNOWN);
    if (outcome == Outcome.CUSTOMER_WON) {
      of.customerWon++;
      of.amountWon = Math.addExact(of.amountWon, minor);
    }
    of.creditorWon += outcome == Outcome.CREDITOR_WON ? 1 : 0;
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    sums.forEach((key, of) -> lines.add(line(key, of)));
    return lines;
  }

  private static Line line(Key key, Sums of) {
    DaysStatistics days = DaysStatistics.of(of.days.stream().mapToLong(Long::longValue));
    Optional<BigDecimal> mean = days.mean();
    return new Line(
        key.reason,
        of.opened,
        Money.ofMinor(of.amount, key.currency),
        of.open,
        Money.ofMinor(of.amountOpen, key.currency),
        of.customerWon,
        Money.ofMinor(of.amountWon, key.currency),
        of.creditorWon,
        mean,
        days.median());
  }
}
