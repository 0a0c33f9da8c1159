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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the open amounts of each age band went between two days, in one currency: into which band,
 * how much was settled (paid, credited or voided), and how much was written off. These parts add up
 * to the opening balance of the band. Items issued after the first day are ignored, as is any
 * amount that a reversal reopened beyond the opening balance. Immutable and thread-safe.
 */
public final class RollRates {
  private final AgingSchedule schedule;
  private final CurrencyUnit currency;

  /**
   * A row for each opening band: the amount in each band at the end, then settled, then written
   * off.
   */
  private final long[][] cells;

  private RollRates(AgingSchedule schedule, CurrencyUnit currency) {
    this.schedule = schedule;
    this.currency = currency;
    int bands = schedule.bands().size();
    cells = new long[bands][bands + 2];
  }

  /**
   * Where the balance of a band went.
   *
   * @param moved what lies in each band now, in their order
   * @param settled what was paid or credited
   * @param writtenOff what was written off
   */
  public record Row(List<Money> moved, Money settled, Money writtenOff) {
    /**
     * Where the balance of a band went.
     *
     * @param moved what lies in each band now, in their order
     * @param settled what was paid or credited
     * @param writtenOff what was written off
     * @throws io.dunning.money.CurrencyMismatchException if amounts are in two currencies
     */
    public Row {
      Objects.requireNonNull(moved, "moved");
      Objects.requireNonNull(settled, "settled");
      Objects.requireNonNull(writtenOff, "writtenOff");
      moved = List.copyOf(moved);
      // only amounts of one currency compare
      moved.forEach(settled::compareTo);
      settled.compareTo(writtenOff);
    }
  }

  /**
   * Rates that were found before, such as ones that were stored.
   *
   * @param schedule the bands, by due date
   * @param rows what became of each band, in their order
   * @return the rates
   * @throws IllegalArgumentException if there is not a row for each band, with an amount for each
   * @throws io.dunning.money.CurrencyMismatchException if amounts are in two currencies
   */
  public static RollRates of(AgingSchedule schedule, List<Row> rows) {
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(rows, "rows");
    int bands = schedule.bands().size();
    if (rows.size() != bands || rows.stream().anyMatch(r -> r.moved().size() != bands)) {
      throw new IllegalArgumentException(
          "rows do not have the " + bands + " bands of: " + schedule);
    }
    Money first = rows.get(0).settled();
    RollRates all = new RollRates(schedule, first.currency());
    for (int i = 0; i < bands; i++) {
      Row row = rows.get(i);
      first.compareTo(row.settled());
      for (int now = 0; now < bands; now++) {
        all.cells[i][now] = row.moved().get(now).minorUnits();
      }
      all.cells[i][bands] = row.settled().minorUnits();
      all.cells[i][bands + 1] = row.writtenOff().minorUnits();
    }
    return all;
  }

  /** {@return the schedule whose bands these are} */
  public AgingSchedule schedule() {
    return schedule;
  }

  /**
   * Where the balance of each band went.
   *
   * @return a row a band, in their order
   */
  public List<Row> rows() {
    int bands = cells.length;
    return Arrays.stream(cells)
        .map(
            row ->
                new Row(
                    Arrays.stream(row).limit(bands).mapToObj(this::money).toList(),
                    money(row[bands]),
                    money(row[bands + 1])))
        .toList();
  }

  /**
   * Computes the roll rates between two days.
   *
   * @param accounts the accounts
   * @param schedule the bands; ages are counted from the due date at each of the days
   * @param from the day at whose end the opening balances are taken
   * @param to the later day at whose end the result is taken
   * @return the roll rates by currency
   * @throws IllegalArgumentException if the second day is not after the first, or if the schedule
   *     does not count from the due date
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public static SortedMap<CurrencyUnit, RollRates> of(
      Iterable<Account> accounts, AgingSchedule schedule, LocalDate from, LocalDate to) {
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "second day is not after the first: " + from + " to " + to);
    }
    if (schedule.basis() != AgingBasis.DUE_DATE) {
      throw new IllegalArgumentException("roll rates need a schedule by due date: " + schedule);
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

  /** {@return the bands, youngest first; the other methods refer to them by position, from 0} */
  public List<AgeBand> bands() {
    return schedule.bands();
  }

  private Money money(long minor) {
    return Money.ofMinor(minor, currency);
  }

  /**
   * {@return the open amount in a band at the end of the first day}
   *
   * @param band the position of the band
   */
  public Money openingBalance(int band) {
    long sum = 0;
    for (long each : cells[band]) {
      sum = Math.addExact(sum, each);
    }
    return money(sum);
  }

  /**
   * {@return how much of a band is in some band at the end}
   *
   * @param band the position of the opening band
   * @param now the position of the band at the end; it can be the same
   */
  public Money moved(int band, int now) {
    return money(cells[band][now]);
  }

  /**
   * {@return how much of a band was paid, credited or voided}
   *
   * @param band the position of the band
   */
  public Money settled(int band) {
    return money(cells[band][cells.length]);
  }

  /**
   * {@return how much of a band was written off}
   *
   * @param band the position of the band
   */
  public Money writtenOff(int band) {
    return money(cells[band][cells.length + 1]);
  }

  /**
   * Returns the share of a band that is in some band at the end: a cell of the migration matrix.
   *
   * @param band the position of the opening band
   * @param now the position of the band at the end; it can be the same
   * @return 0 to 1, six decimals, half up; empty if the band was empty
   */
  public Optional<BigDecimal> rate(int band, int now) {
    return share(cells[band][now], openingBalance(band));
  }

  /**
   * Returns the share of a band that got worse: it is in an older band at the end, or was written
   * off.
   *
   * @param band the position of the band
   * @return 0 to 1, six decimals, half up; empty if the band was empty
   */
  public Optional<BigDecimal> rollRate(int band) {
    return share(worse(band), openingBalance(band));
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

  @Override
  public boolean equals(Object other) {
    return other instanceof RollRates that
        && schedule.equals(that.schedule)
        && currency.equals(that.currency)
        && Arrays.deepEquals(cells, that.cells);
  }

  @Override
  public int hashCode() {
    return Objects.hash(schedule, currency, Arrays.deepHashCode(cells));
  }

  /**
   * Returns the opening balances and roll rates, such as {@code EUR: not due 1000.00 (0.2000
   * worse), 1-30 300.00 (0.5000 worse)}.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(currency + ":");
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? " " : ", ").append(bands().get(i)).append(' ');
      text.append(openingBalance(i).amount().toPlainString());
      rollRate(i).ifPresent(r -> text.append(" (").append(r).append(" worse)"));
    }
    return text.toString();
  }
}
