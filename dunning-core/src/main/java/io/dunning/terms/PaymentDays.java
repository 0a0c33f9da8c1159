package io.dunning.terms;

import io.dunning.calendar.DateSpan;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The days on which a customer pays.
 *
 * <p>They can be fixed days of the month, such as the 5th, 10th and 25th, and they can leave out
 * closed periods, such as August. In a month that is too short for a fixed day, the customer pays
 * on the last day of the month. They print as an addition to {@link PaymentTerms}, which reads them
 * again; they have no parse of their own. Immutable and thread-safe.
 *
 * @param days the days of the month, 1 to 31, in ascending order; if empty, every day of the month
 * @param closed the periods in which the customer does not pay
 */
public record PaymentDays(List<Integer> days, List<DateSpan> closed) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The customer pays on any day. */
  public static final PaymentDays ANY = new PaymentDays(List.of(), List.of());

  /** How many steps a search takes at most; it crosses a closed period in one step. */
  private static final int LONGEST_SEARCH = 10_000;

  /**
   * Creates payment days.
   *
   * @param days the days of the month, 1 to 31, in any order; if empty, every day of the month
   * @param closed the periods in which the customer does not pay
   * @throws IllegalArgumentException if a day is not between 1 and 31
   */
  public PaymentDays {
    Objects.requireNonNull(days, "days");
    Objects.requireNonNull(closed, "closed");
    for (int day : days) {
      if (day < 1 || day > 31) {
        throw new IllegalArgumentException("day of month is not between 1 and 31: " + day);
      }
    }
    days = List.copyOf(new TreeSet<>(days));
    closed = List.copyOf(closed);
  }

  /**
   * {@return payment days on fixed days of the month}
   *
   * @param days the days of the month, 1 to 31, in any order
   * @throws IllegalArgumentException if a day is not between 1 and 31
   */
  public static PaymentDays of(Integer... days) {
    Objects.requireNonNull(days, "days");
    return new PaymentDays(List.of(days), List.of());
  }

  /**
   * {@return these payment days without a period in which the customer does not pay}
   *
   * @param period the closed period
   */
  public PaymentDays closed(DateSpan period) {
    Objects.requireNonNull(period, "period");
    List<DateSpan> all = new ArrayList<>(closed);
    all.add(period);
    return new PaymentDays(days, all);
  }

  /**
   * {@return whether the customer pays on a day: it is one of the payment days and not in a closed
   * period}
   *
   * @param date the day
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
   * {@return the first payment day on or after a date; empty if the customer never pays again,
   * because a closed period does not end}
   *
   * @param date the date
   */
  public Optional<LocalDate> onOrAfter(LocalDate date) {
    return search(date, new DateSpan(date, LocalDate.MAX), 1);
  }

  /**
   * {@return the payment day for a due date, within limits such as those of a law; empty if there
   * is none within the limits}
   *
   * <p>It is the first payment day on or after the due date. If that lies beyond the limits, it is
   * the last payment day before the due date. A due date outside the limits first moves to the
   * nearer limit.
   *
   * @param due the due date by the terms
   * @param limits the earliest and the latest day on which the customer may pay
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

  /** Returns text such as {@code on 5/10/25}, or empty text for every day. */
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
