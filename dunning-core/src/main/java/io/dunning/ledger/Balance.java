package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is owed on an invoice at the end of a day.
 *
 * <p>Paid is what came in less what bounced or was paid back, never below zero (a reversal of what
 * was never paid reopens nothing). Open is the amount less credits, discounts taken and what was
 * paid, never below zero; what exceeds the amount is {@link #credit}. Immutable and thread-safe.
 */
public final class Balance {
  final Invoice invoice;
  final long credits;
  final long discounted;
  final long paidIn;
  final long paidBack;

  /** What of it paid charges. */
  final long chargesPaid;

  /** What was ever given up and not reversed. */
  final long writtenOff;

  /** The most that was ever open, for the check that sums of an account fit. */
  final long peak;

  /** Whether new terms were agreed, which replace the instalments of the invoice. */
  final boolean onNewTerms;

  /** The last day on which the whole was reopened. */
  final long reopenedWholeDay;

  /** Of each instalment the day of its last reopening; null if none was ever reopened. */
  final long[] reopenedParts;

  private final long open;
  private final long credit;
  private final Closure closure;
  private final long closedDay;
  private final long reopenedDay;
  private final long dueDay;
  private final long dueDaySinceReopening;

  Balance(MoneyTally tally) {
    invoice = tally.invoice;
    credits = tally.credits;
    discounted = tally.discounted;
    paidIn = tally.paidIn;
    paidBack = tally.paidBack;
    chargesPaid = tally.chargesPaid;
    writtenOff = tally.writtenOff;
    peak = tally.peak;
    onNewTerms = tally.onNewTerms();
    open = tally.open;
    credit = tally.credit;
    closure = tally.closure;
    closedDay = tally.closedDay;
    reopenedWholeDay = tally.reopenedDay;
    reopenedParts = tally.reopenedParts;
    reopenedDay = tally.reopenedOfEarliest();
    dueDay = tally.dueDay();
    dueDaySinceReopening = tally.dueDaySinceReopening();
  }

  private CurrencyUnit currency() {
    return invoice.amount().currency();
  }

  /**
   * What is owed.
   *
   * @return the open amount, never negative
   */
  public Money open() {
    return Money.ofMinor(open, currency());
  }

  /** {@return what is owed, in minor units, never negative} */
  public long openMinor() {
    return open;
  }

  /** {@return the overpaid amount, never negative} */
  public Money credit() {
    return Money.ofMinor(credit, currency());
  }

  /** {@return what the customer paid too much, in minor units, never negative} */
  public long creditMinor() {
    return credit;
  }

  /** {@return what came in and stayed, never negative} */
  public Money paid() {
    return Money.ofMinor(Math.max(0, Math.subtractExact(paidIn, paidBack)), currency());
  }

  /**
   * {@return what the customer took off as discounts for early payment, less what was taken back,
   * never negative}
   */
  public Money discount() {
    return Money.ofMinor(Math.max(0, discounted), currency());
  }

  /**
   * {@return what was given up in the books and has not been paid since, never negative; zero after
   * the write-off was reversed}
   */
  public Money writtenOff() {
    return Money.ofMinor(Math.min(writtenOff, Math.max(0, unpaid())), currency());
  }

  /** {@return what came in, or was credited, of what had been given up, never negative} */
  public Money recovered() {
    return Money.ofMinor(writtenOff, currency()).minus(writtenOff());
  }

  private long unpaid() {
    long paid = Math.max(0, paidIn - paidBack - Math.max(0, chargesPaid));
    return closure == Closure.VOIDED
        ? 0
        : invoice.amount().minorUnits() - credits - Math.max(0, discounted) - paid;
  }

  /**
   * Whether and why nothing is owed.
   *
   * @return {@link Closure#OPEN} while something is owed
   */
  public Closure closure() {
    return closure;
  }

  /**
   * The day since which nothing has been owed.
   *
   * @return the day of the closing event; empty while something is owed, or if nothing ever was
   */
  public Optional<LocalDate> closedOn() {
    return EpochDay.date(closedDay);
  }

  long closedDay() {
    return closedDay;
  }

  /**
   * The day on which a settled debt was reopened by a reversal or a refund. An instalment is a debt
   * of its own.
   *
   * @return the epoch day of the last reopening of the earliest part that is open, or {@link
   *     EpochDay#NEVER}
   */
  public long reopenedDay() {
    return reopenedDay;
  }

  /**
   * {@return the due date of the earliest part that is still open; the invoice's due date if
   * nothing is open}
   */
  public LocalDate due() {
    return LocalDate.ofEpochDay(dueDay);
  }

  /**
   * The {@link #due} date as an epoch day.
   *
   * @return the epoch day
   */
  public long dueDay() {
    return dueDay;
  }

  /** The due date of an invoice of which nothing is open any more, an epoch day. */
  long wholeDueDay() {
    return onNewTerms ? dueDay : invoice.dueDay();
  }

  /**
   * The day from which the debt is aged if what was reopened is aged from the day of the reversal:
   * the earliest such day of the open parts.
   *
   * @return an epoch day; the {@link #dueDay} if nothing was reopened
   */
  public long dueDaySinceReopening() {
    return dueDaySinceReopening;
  }

  /**
   * How much of the open amount fell due before a day.
   *
   * @param day an epoch day, itself excluded
   * @return minor units
   */
  public long openDueBefore(long day) {
    if (open == 0 || dueDay >= day) {
      return 0;
    }
    long later = 0;
    for (Instalment part : instalments()) {
      if (part.due().toEpochDay() >= day) {
        later += part.amount().minorUnits();
      }
    }
    return Math.max(0, open - later);
  }

  /**
   * The parts in which the invoice falls due.
   *
   * @return the instalments, earliest first; empty if the invoice falls due as a whole, either from
   *     the start or because new terms were agreed
   */
  public List<Instalment> instalments() {
    return onNewTerms ? List.of() : invoice.instalments();
  }

  /** Compares everything that later events build on. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Balance that
        && invoice.equals(that.invoice)
        && credits == that.credits
        && discounted == that.discounted
        && paidIn == that.paidIn
        && paidBack == that.paidBack
        && chargesPaid == that.chargesPaid
        && writtenOff == that.writtenOff
        && peak == that.peak
        && onNewTerms == that.onNewTerms
        && open == that.open
        && closure == that.closure
        && closedDay == that.closedDay
        && reopenedWholeDay == that.reopenedWholeDay
        && Arrays.equals(reopenedParts, that.reopenedParts)
        && dueDay == that.dueDay;
  }

  @Override
  public int hashCode() {
    int hash = 31 * invoice.hashCode() + Long.hashCode(open);
    hash = 31 * hash + Long.hashCode(paidIn);
    hash = 31 * hash + Long.hashCode(paidBack);
    return 31 * hash + Long.hashCode(credits);
  }

  /** Such as {@code 40.00 EUR open, due 2026-02-14}. */
  @Override
  public String toString() {
    return open > 0 ? open() + " open, due " + due() : closure.toString();
  }
}
