package io.dunning.portfolio;

import io.dunning.aging.AgeBand;
import io.dunning.aging.AgingBasis;
import io.dunning.aging.AgingSchedule;
import io.dunning.ledger.Account;
import io.dunning.ledger.Closure;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of each band of open items between two days, in a currency: how much is in which band
 * now, how much was settled (paid, credited or voided), how much was written off. The parts of a
 * band add up to what was in it; items issued later take no part, and what a reversal opened beyond
 * it does not either. Immutable and thread-safe.
 */
public final class RollRates {
  private final AgingSchedule schedule;
  private final CurrencyUnit currency;

  /** A row a band: by band at the end, then settled, then written off. */
  private final long[][] cells;

  private RollRates(AgingSchedule schedule, CurrencyUnit currency) {
    this.schedule = schedule;
    this.currency = currency;
    int bands = schedule.bands().size();
    cells = new long[bands][bands + 2];
  }

  /**
   * The rates between two days.
   *
   * @param accounts the accounts
   * @param schedule the bands; ages are counted from the due date at each of the days
   * @param from the day at whose end the bands are taken
   * @param to the day at whose end it is looked at what became of them
   * @return rates by currency
   * @throws IllegalArgumentException if the days do not go forward, or the schedule is not by due
   *     date
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public static SortedMap<CurrencyUnit, RollRates> of(
      Iterable<Account> accounts, AgingSchedule schedule, LocalDate from, LocalDate to) {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("days do not go forward: " + from + " to " + to);
    }
    if (schedule.basis() != AgingBasis.DUE_DATE) {
      throw new IllegalArgumentException("roll rates go by due date: " + schedule);
    }
    SortedMap<CurrencyUnit, RollRates> all = new TreeMap<>();
    for (Account account : accounts) {
      for (InvoiceHistory history : account.invoices()) {
        Standing before = history.standingOn(from.toEpochDay());
        if (before.balance().openMinor() > 0 && !history.invoice().issued().isAfter(from)) {
          all.computeIfAbsent(before.balance().open().currency(), c -> new RollRates(schedule, c))
              .add(history, before, from, to);
        }
      }
    }
    return all;
  }

  private void add(InvoiceHistory history, Standing before, LocalDate from, LocalDate to) {
    long[] row = cells[band(before, from)];
    Standing after = history.standingOn(to.toEpochDay());
    long open = Math.min(before.balance().openMinor(), after.balance().openMinor());
    long rest = before.balance().openMinor() - open;
    if (open > 0) {
      int band = band(after, to);
      row[band] = Math.addExact(row[band], open);
    }
    long lost = 0;
    if (after.balance().closure() == Closure.WRITTEN_OFF) {
      long closed = after.balance().closedOn().orElseThrow().toEpochDay();
      lost = Math.min(rest, history.standingOn(closed - 1).balance().openMinor());
    }
    int bands = cells.length;
    row[bands] = Math.addExact(row[bands], rest - lost);
    row[bands + 1] = Math.addExact(row[bands + 1], lost);
  }

  private int band(Standing standing, LocalDate day) {
    AgeBand band = schedule.band(standing.balance().due(), day);
    return schedule.bands().indexOf(band);
  }

  /**
   * The bands.
   *
   * @return the bands, youngest first; places of the other methods count from 0
   */
  public List<AgeBand> bands() {
    return schedule.bands();
  }

  private Money money(long minor) {
    return Money.ofMinor(minor, currency);
  }

  /**
   * What was in a band at the beginning.
   *
   * @param band its place
   * @return the amount
   */
  public Money begin(int band) {
    long sum = 0;
    for (long each : cells[band]) {
      sum = Math.addExact(sum, each);
    }
    return money(sum);
  }

  /**
   * How much of a band is in another at the end, or still in it.
   *
   * @param band its place
   * @param now the place at the end
   * @return the amount
   */
  public Money moved(int band, int now) {
    return money(cells[band][now]);
  }

  /**
   * How much of a band was paid, credited or voided.
   *
   * @param band its place
   * @return the amount
   */
  public Money settled(int band) {
    return money(cells[band][cells.length]);
  }

  /**
   * How much of a band was written off.
   *
   * @param band its place
   * @return the amount
   */
  public Money writtenOff(int band) {
    return money(cells[band][cells.length + 1]);
  }

  /**
   * The share of a band that is in another at the end: a cell of the migration matrix.
   *
   * @param band its place
   * @param now the place at the end
   * @return 0 to 1, six decimals, half up; empty if nothing was in the band
   */
  public Optional<BigDecimal> rate(int band, int now) {
    return share(cells[band][now], begin(band));
  }

  /**
   * The share of a band that got worse: it is in an older band, or was written off.
   *
   * @param band its place
   * @return 0 to 1, six decimals, half up; empty if nothing was in the band
   */
  public Optional<BigDecimal> rollRate(int band) {
    return share(worse(band), begin(band));
  }

  private long worse(int band) {
    long sum = cells[band][cells.length + 1];
    for (int now = band + 1; now < cells.length; now++) {
      sum = Math.addExact(sum, cells[band][now]);
    }
    return sum;
  }

  private static Optional<BigDecimal> share(long part, Money of) {
    return of.isZero()
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(of.minorUnits()), 6, RoundingMode.HALF_UP));
  }

  /** Such as {@code EUR: not due 1000.00 (0.2000 worse), 1-30 300.00 (0.5000 worse)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(currency + ":");
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? " " : ", ").append(bands().get(i)).append(' ');
      text.append(begin(i).amount().toPlainString());
      rollRate(i).ifPresent(r -> text.append(" (").append(r).append(" worse)"));
    }
    return text.toString();
  }
}
