package io.dunning.behaviour;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.PromiseOutcome;
import io.dunning.money.CurrencyUnit;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * How a customer has paid, as of the end of a day: facts alone, and nothing from after it.
 *
 * <p>It looks at invoices that were settled by money, each with the days from its due date to the
 * day on which it was settled, negative if that was early; a payment on the due date is on time.
 * Invoices that were voided or credited in full tell nothing about paying; those written off are
 * counted apart. Averages are exact, rounded once to four decimals, half away from zero; without a
 * settled invoice they are empty. Immutable and thread-safe.
 */
public final class PaymentProfile implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LATEST = 3;

  /** An epoch day that stands for "never". */
  private static final long NEVER = Long.MAX_VALUE;

  private final LocalDate asOf;
  private final int invoices;

  /** The settled invoices, in the order in which they were settled. */
  private final List<Settlement> settled;

  private final int late;

  /** The sum over all that was settled. */
  private final long daysVsDueInAll;

  private final boolean oneCurrency;
  private final int overdue;
  private final int longOverdue;
  private final int writtenOff;
  private final long changesWithoutPromises;
  private final long settledChangesOnDay;
  private final long bandChangesOnDay;

  /** What promises are counted from; gone once it was sent elsewhere. */
  private final transient Account account;

  private final transient LocalDate known;
  private final transient Scope scope;
  private Promised promised;
  private Response response;

  /**
   * What became of promises.
   *
   * @param changesOnDay when that can differ
   */
  private record Promised(int kept, int broken, long changesOnDay) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * What of a history counts.
   *
   * @param window settlements older than so many calendar days do not count; empty: all do
   * @param only invoices in other currencies do not count; empty: all do
   * @param tolerance how long after its day a promise can still be kept
   * @param calendar says what a business day is
   */
  public record Scope(
      Optional<Days> window,
      Optional<CurrencyUnit> only,
      Days tolerance,
      BusinessCalendar calendar) {
    /** Everything counts, and promises are kept on their day. */
    public static final Scope ALL =
        new Scope(Optional.empty(), Optional.empty(), Days.NONE, BusinessCalendar.weekends());

    /**
     * Only settlements of the last days count.
     *
     * @param days how many calendar days, the day of the profile being the last
     * @return the scope
     */
    public Scope within(Days days) {
      return new Scope(Optional.of(days), only, tolerance, calendar);
    }

    /**
     * Only invoices in a currency count.
     *
     * @param currency the currency
     * @return the scope
     */
    public Scope of(CurrencyUnit currency) {
      return new Scope(window, Optional.of(currency), tolerance, calendar);
    }
  }

  private PaymentProfile(Account account, LocalDate known, LocalDate day, Scope scope) {
    asOf = day;
    this.account = account;
    this.known = known;
    this.scope = scope;
    InvoiceTally tally = new InvoiceTally(account, known.toEpochDay(), day.toEpochDay(), scope);
    tally.addAll();
    settled = tally.settled();
    int counted = 0;
    long days = 0;
    for (int i = 0; i < settled.size(); i++) {
      long each = settled.get(i).daysVsDue();
      counted += each > 0 ? 1 : 0;
      days += each;
    }
    late = counted;
    daysVsDueInAll = days;
    invoices = tally.invoices;
    oneCurrency = tally.oneCurrency;
    overdue = tally.overdue;
    longOverdue = tally.longOverdue;
    writtenOff = tally.writtenOff;
    changesWithoutPromises = Math.min(tally.changesOn, tally.settledChangesOn);
    settledChangesOnDay = tally.settledChangesOn;
    // what is long overdue stays so, and decides the band
    boolean stays = tally.longOverdue > 0;
    bandChangesOnDay = stays ? NEVER : Math.min(tally.settledChangesOn, tally.longOverdueOn);
  }

  /** Counted once somebody asks; most do not. */
  private Promised promised() {
    Promised found = promised;
    if (found == null) {
      int kept = 0;
      int broken = 0;
      long changes = NEVER;
      long on = asOf.toEpochDay();
      for (PromiseOutcome each : promises(account, known, scope)) {
        boolean over = each.lastDay().toEpochDay() < on;
        boolean running = each.state() == PromiseOutcome.State.RUNNING;
        kept += each.state() == PromiseOutcome.State.KEPT ? 1 : 0;
        broken += each.isBroken() || running && over ? 1 : 0;
        changes = running && !over ? Math.min(changes, each.lastDay().toEpochDay() + 1) : changes;
      }
      found = new Promised(kept, broken, changes);
      promised = found;
    }
    return found;
  }

  /**
   * How many contacts with the customer there were, of those the creditor began: steps that say how
   * they reached the customer, and other contacts.
   *
   * @return the number of those within the window; what one letter said about several invoices
   *     counts for each
   */
  public int contacts() {
    return response().contacts();
  }

  /**
   * How many contacts were answered: within a week the customer replied, got in touch, promised or
   * paid, about whatever.
   *
   * @return the number, at most {@link #contacts}
   */
  public int contactsAnswered() {
    return response().answered();
  }

  private Response response() {
    Response found = response;
    if (found == null) {
      long from = scope.window().map(d -> asOf.toEpochDay() - d.count() + 1).orElse(Long.MIN_VALUE);
      found = Response.of(account, known.toEpochDay(), from);
      response = found;
    }
    return found;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    promised();
    response();
    out.defaultWriteObject();
  }

  private static List<PromiseOutcome> promises(Account account, LocalDate known, Scope scope) {
    List<PromiseOutcome> all = new ArrayList<>();
    all.addAll(account.promises(known, scope.tolerance(), scope.calendar()));
    for (InvoiceHistory history : account.invoices()) {
      all.addAll(history.promises(known, scope.tolerance(), scope.calendar()));
    }
    return all;
  }

  /**
   * The profile of a customer over all invoices.
   *
   * @param account the account
   * @param asOf the day at whose end it is looked at; later events do not exist
   * @return the profile
   */
  public static PaymentProfile of(Account account, LocalDate asOf) {
    return of(account, asOf, Scope.ALL);
  }

  /**
   * The profile of a customer.
   *
   * @param account the account
   * @param asOf the day at whose end it is looked at; later events do not exist
   * @param scope what of the history counts
   * @return the profile
   */
  public static PaymentProfile of(Account account, LocalDate asOf, Scope scope) {
    return new PaymentProfile(account, asOf, asOf, scope);
  }

  /**
   * The profile on a later day, if nothing happens until then.
   *
   * @param account the account
   * @param known the last day whose events are known
   * @param day the day at whose end it is looked at; not before {@code known}
   * @param scope what of the history counts
   * @return the profile
   */
  public static PaymentProfile ahead(Account account, LocalDate known, LocalDate day, Scope scope) {
    return new PaymentProfile(account, known, day, scope);
  }

  /**
   * The day at whose end it was looked at.
   *
   * @return the day
   */
  public LocalDate asOf() {
    return asOf;
  }

  /**
   * How many invoices there are, settled or not.
   *
   * @return the number of those issued by the day, without voided ones
   */
  public int invoices() {
    return invoices;
  }

  /**
   * How many invoices were settled.
   *
   * @return the number
   */
  public int settled() {
    return settled.size();
  }

  /**
   * How many invoices were settled late.
   *
   * @return the number of those settled after the due date
   */
  public int late() {
    return late;
  }

  /**
   * How many of the latest three settled invoices were late.
   *
   * @return 0 to 3
   */
  public int lateOfLatestThree() {
    return (int) latest().stream().filter(s -> s.daysVsDue() > 0).count();
  }

  /**
   * Whether the invoice settled last was late.
   *
   * @return false if none was settled
   */
  public boolean wasLatestLate() {
    return !settled.isEmpty() && settled.get(settled.size() - 1).daysVsDue() > 0;
  }

  private List<Settlement> latest() {
    return settled.subList(Math.max(0, settled.size() - LATEST), settled.size());
  }

  /**
   * The share of settled invoices that were late.
   *
   * @return 0 to 1; empty if none was settled
   */
  public Optional<BigDecimal> lateRatio() {
    return quotient(BigInteger.valueOf(late()), BigInteger.valueOf(settled()));
  }

  /**
   * The share of the amount of settled invoices that was late.
   *
   * @return 0 to 1; empty if none was settled, or amounts are in several currencies
   */
  public Optional<BigDecimal> lateAmountRatio() {
    return weighted(s -> s.daysVsDue() > 0 ? 1 : 0);
  }

  /**
   * The average of days against the due date.
   *
   * @return days, early payments negative; empty if none was settled
   */
  public Optional<BigDecimal> averageDaysVsDue() {
    return average(settled, Settlement::daysVsDue);
  }

  /**
   * The average of days late, what was on time counting 0.
   *
   * @return days; empty if none was settled
   */
  public Optional<BigDecimal> averageDaysLate() {
    return average(settled, Settlement::daysLate);
  }

  /**
   * The average of days late over those that were late.
   *
   * @return days; empty if none was late
   */
  public Optional<BigDecimal> averageDaysLateWhenLate() {
    return average(settled.stream().filter(s -> s.daysVsDue() > 0).toList(), Settlement::daysLate);
  }

  /**
   * The average of days late, weighted by amount, what was on time counting 0.
   *
   * @return days; empty if none was settled, or amounts are in several currencies
   */
  public Optional<BigDecimal> weightedDaysLate() {
    return weighted(Settlement::daysLate);
  }

  /**
   * The average of days against the due date, weighted by amount.
   *
   * @return days, early payments negative; empty if none was settled, or amounts are in several
   *     currencies
   */
  public Optional<BigDecimal> weightedDaysVsDue() {
    return weighted(Settlement::daysVsDue);
  }

  /**
   * The days against the due date of each settled invoice, for statistics of one's own.
   *
   * @return days, early payments negative, in the order in which the invoices were settled
   */
  public LongStream daysVsDue() {
    return settled.stream().mapToLong(Settlement::daysVsDue);
  }

  /**
   * The most days against the due date.
   *
   * @return days; empty if none was settled
   */
  public OptionalLong mostDaysVsDue() {
    return settled.stream().mapToLong(Settlement::daysVsDue).max();
  }

  /**
   * Where it goes: the average days against the due date of the latest three settled invoices, less
   * that of those before.
   *
   * @return days, more than zero if the customer pays later than before; empty with fewer than four
   *     settled invoices
   */
  public Optional<BigDecimal> trend() {
    int before = settled.size() - LATEST;
    if (before < 1) {
      return Optional.empty();
    }
    long late = latest().stream().mapToLong(Settlement::daysVsDue).sum();
    long early = settled.subList(0, before).stream().mapToLong(Settlement::daysVsDue).sum();
    return quotient(
        BigInteger.valueOf(late * before - early * LATEST),
        BigInteger.valueOf((long) before * LATEST));
  }

  /**
   * The day of the month on which invoices were settled most often.
   *
   * @return 1 to 31, of several the earliest; empty with fewer than three settled invoices
   */
  public OptionalInt usualDay() {
    if (settled.size() < LATEST) {
      return OptionalInt.empty();
    }
    int[] times = new int[32];
    settled.forEach(s -> times[LocalDate.ofEpochDay(s.settledDay()).getDayOfMonth()]++);
    int usual = 1;
    for (int day = 2; day < times.length; day++) {
      usual = times[day] > times[usual] ? day : usual;
    }
    return OptionalInt.of(usual);
  }

  /**
   * When an invoice was settled last.
   *
   * @return the day; empty if none was
   */
  public Optional<LocalDate> lastSettled() {
    return settled.isEmpty()
        ? Optional.empty()
        : Optional.of(LocalDate.ofEpochDay(settled.get(settled.size() - 1).settledDay()));
  }

  /**
   * How many promises were kept, at any time.
   *
   * @return the number
   */
  public int promisesKept() {
    return promised().kept;
  }

  /**
   * How many promises were broken or only partly kept, at any time.
   *
   * @return the number
   */
  public int promisesBroken() {
    return promised().broken;
  }

  /**
   * How many invoices are past their due date now.
   *
   * @return the number
   */
  public int overdue() {
    return overdue;
  }

  /**
   * How many invoices are more than 90 days past their due date now.
   *
   * @return the number
   */
  public int longOverdue() {
    return longOverdue;
  }

  /**
   * How many invoices were written off.
   *
   * @return the number of those within the window
   */
  public int writtenOff() {
    return writtenOff;
  }

  /**
   * Whether the share of late invoices reaches a share, without rounding.
   *
   * @param percent the share
   * @return false if none was settled
   */
  public boolean isLateRatioAtLeast(BigDecimal percent) {
    BigDecimal hundredfold = BigDecimal.valueOf(100L * late());
    return !settled.isEmpty()
        && hundredfold.compareTo(percent.multiply(BigDecimal.valueOf(settled()))) >= 0;
  }

  /**
   * Whether the average of days against the due date is more than some days, without rounding.
   *
   * @param days how many
   * @return false if none was settled
   */
  public boolean isAverageMoreThan(long days) {
    return !settled.isEmpty() && daysVsDueInAll > days * settled.size();
  }

  /**
   * In one word.
   *
   * @return the band
   */
  public RiskBand band() {
    return RiskBand.of(this);
  }

  /**
   * The first later day on which the profile may differ, if nothing happens until then: it stays as
   * it is on every day before.
   *
   * @return an epoch day after {@link #asOf}; {@link Long#MAX_VALUE} if it stays as it is
   */
  public long changesOnDay() {
    return Math.min(changesWithoutPromises, promised().changesOnDay);
  }

  /**
   * As {@link #changesOnDay}, of what settled invoices tell alone.
   *
   * @return an epoch day after {@link #asOf}; {@link Long#MAX_VALUE} if it stays as it is
   */
  public long settledChangesOnDay() {
    return settledChangesOnDay;
  }

  /**
   * As {@link #changesOnDay}, of the {@link #band} alone.
   *
   * @return an epoch day after {@link #asOf}; {@link Long#MAX_VALUE} if it stays as it is
   */
  public long bandChangesOnDay() {
    return bandChangesOnDay;
  }

  private interface Value {
    long of(Settlement settlement);
  }

  private static Optional<BigDecimal> average(List<Settlement> of, Value value) {
    long sum = of.stream().mapToLong(value::of).sum();
    return quotient(BigInteger.valueOf(sum), BigInteger.valueOf(of.size()));
  }

  private Optional<BigDecimal> weighted(Value value) {
    if (!oneCurrency) {
      return Optional.empty();
    }
    BigInteger sum = BigInteger.ZERO;
    BigInteger weights = BigInteger.ZERO;
    for (Settlement each : settled) {
      BigInteger weight = BigInteger.valueOf(each.amountMinor());
      sum = sum.add(weight.multiply(BigInteger.valueOf(value.of(each))));
      weights = weights.add(weight);
    }
    return quotient(sum, weights);
  }

  private static Optional<BigDecimal> quotient(BigInteger sum, BigInteger count) {
    return count.signum() == 0
        ? Optional.empty()
        : Optional.of(new BigDecimal(sum).divide(new BigDecimal(count), 4, RoundingMode.HALF_UP));
  }

  /** Such as {@code 8 settled, 3 late (0.3750), 4.1250 days against due, 1 promise broken}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(settled() + " settled, " + late() + " late");
    lateRatio().ifPresent(r -> text.append(" (").append(r).append(')'));
    averageDaysVsDue().ifPresent(d -> text.append(", ").append(d).append(" days against due"));
    trend().ifPresent(t -> text.append(", trend ").append(t));
    if (promisesKept() + promisesBroken() > 0) {
      text.append(", promises ").append(promisesKept()).append(" kept and ");
      text.append(promisesBroken()).append(" broken");
    }
    if (overdue > 0) {
      text.append(", ").append(overdue).append(" overdue now");
    }
    if (writtenOff > 0) {
      text.append(", ").append(writtenOff).append(" written off");
    }
    return text.append(": ").append(band()).toString();
  }
}
