package io.dunning.terms;

import io.dunning.calendar.DateSpan;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The days on which a customer pays: fixed days of the month, such as the 5th, 10th and 25th, and
 * no day within closed periods, such as August. A day that a month does not have is its last.
 * Immutable and thread-safe.
 *
 * @param days days of the month, 1 to 31, rising; without any, every day
 * @param closed periods without payments
 */
public record PaymentDays(List<Integer> days, List<DateSpan> closed) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Every day. */
  public static final PaymentDays ANY = new PaymentDays(List.of(), List.of());

  /** How far a search goes: no month is longer, and closed periods are stepped over whole. */
  private static final int LONGEST_SEARCH = 10_000;

  /**
   * The days on which a customer pays.
   *
   * @param days days of the month, 1 to 31, in any order
   * @param closed periods without payments
   * @throws IllegalArgumentException if a day is out of range
   */
  public PaymentDays {
    for (int day : days) {
      if (day < 1 || day > 31) {
        throw new IllegalArgumentException("day of month is not between 1 and 31: " + day);
      }
    }
    days = List.copyOf(new TreeSet<>(days));
    closed = List.copyOf(closed);
  }

  /**
   * Fixed days of the month.
   *
   * @param days days of the month, 1 to 31
   * @return the days
   */
  public static PaymentDays of(Integer... days) {
    return new PaymentDays(List.of(days), List.of());
  }

  /**
   * These days, with a period in which nothing is paid.
   *
   * @param period the period
   * @return the days
   */
  public PaymentDays closed(DateSpan period) {
    List<DateSpan> all = new java.util.ArrayList<>(closed);
    all.add(period);
    return new PaymentDays(days, all);
  }

  /**
   * Whether payments are made on a day.
   *
   * @param date the day
   * @return true if it is one of the days and not in a closed period
   */
  public boolean includes(LocalDate date) {
    int last = date.lengthOfMonth();
    boolean fits = days.isEmpty();
    for (int day : days) {
      fits |= Math.min(day, last) == date.getDayOfMonth();
    }
    return fits && closed.stream().noneMatch(c -> c.contains(date));
  }

  /**
   * The first of these days on or after a date.
   *
   * @param date the date
   * @return the day; empty if a closed period has no end
   */
  public Optional<LocalDate> onOrAfter(LocalDate date) {
    return search(date, new DateSpan(date, LocalDate.MAX), 1);
  }

  /**
   * The day on which a due date has to be met within limits, such as legal ones: the first of these
   * days on or after it, or else the last one before it. A date beyond the limits is first moved to
   * the nearer of them.
   *
   * @param due the due date by the terms
   * @param limits the earliest and the latest day
   * @return the day; empty if there is none within the limits
   */
  public Optional<LocalDate> within(LocalDate due, DateSpan limits) {
    LocalDate start = due.isAfter(limits.lastInclusive()) ? limits.lastInclusive() : due;
    start = start.isBefore(limits.first()) ? limits.first() : start;
    Optional<LocalDate> later = search(start, limits, 1);
    return later.isPresent() ? later : search(start, limits, -1);
  }

  private Optional<LocalDate> search(LocalDate start, DateSpan limits, int step) {
    LocalDate date = start;
    for (int i = 0; i < LONGEST_SEARCH && limits.contains(date); i++) {
      LocalDate at = date;
      if (includes(date)) {
        return Optional.of(date);
      }
      Optional<DateSpan> around = closed.stream().filter(c -> c.contains(at)).findFirst();
      LocalDate end = step > 0 ? LocalDate.MAX : LocalDate.MIN;
      LocalDate edge = around.map(c -> step > 0 ? c.lastInclusive() : c.first()).orElse(date);
      if (edge.equals(end)) {
        return Optional.empty();
      }
      date = edge.plusDays(step);
    }
    return Optional.empty();
  }

  /** Such as {@code on 5/10/25}. */
  @Override
  public String toString() {
    String text =
        days.isEmpty()
            ? ""
            : "on " + days.stream().map(Object::toString).collect(Collectors.joining("/"));
    String shut = closed.stream().map(c -> "not in " + c).collect(Collectors.joining(", "));
    return text.isEmpty() || shut.isEmpty() ? text + shut : text + ", " + shut;
  }
}
