package io.dunning.calendar;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;

/**
 * Hours of a week, to the minute, such as 08:00 through 21:00 from Monday to Friday.
 *
 * <p>The last minute belongs to the hours: {@code 08:00} through {@code 21:00} contains 21:00 but
 * not 21:01. Hours have no time zone; you decide whose clock you compare them with. Immutable and
 * thread-safe.
 */
public final class WeeklyHours implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MINUTES = 24 * 60;

  /** No hours at all. */
  public static final WeeklyHours NONE = new WeeklyHours(empty());

  /** Every minute of every day. */
  public static final WeeklyHours ALWAYS =
      NONE.plus(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.of(23, 59));

  /** The minutes of each weekday, Monday first. */
  private final BitSet[] days;

  /** The minutes that belong to the hours on every weekday. */
  private final BitSet everyDay;

  private final int perWeek;

  private WeeklyHours(BitSet[] days) {
    this.days = days;
    everyDay = (BitSet) days[0].clone();
    int sum = 0;
    for (BitSet each : days) {
      everyDay.and(each);
      sum += each.cardinality();
    }
    perWeek = sum;
  }

  /**
   * Hours without a break on one day.
   *
   * @param from the first minute
   * @param through the last minute, which belongs to the hours
   */
  public record Span(LocalTime from, LocalTime through) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Creates hours without a break.
     *
     * @param from the first minute
     * @param through the last minute, which belongs to the hours
     * @throws IllegalArgumentException if the last minute lies before the first
     */
    public Span {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(through, "through");
      if (through.isBefore(from)) {
        throw new IllegalArgumentException("hours end before they start: " + from + "-" + through);
      }
    }

    /**
     * {@return whether a time belongs to these hours, from the first minute through the last}
     * Seconds do not matter: 21:00:59 counts as 21:00.
     *
     * @param time a time of the day
     */
    public boolean contains(LocalTime time) {
      return !time.isBefore(from) && time.isBefore(through.plusMinutes(1))
          || through.equals(LocalTime.of(23, 59)) && !time.isBefore(from);
    }

    /** Returns text such as {@code 08:00-21:00}. */
    @Override
    public String toString() {
      return from + "-" + through;
    }
  }

  private static BitSet[] empty() {
    BitSet[] none = new BitSet[7];
    for (int i = 0; i < none.length; i++) {
      none[i] = new BitSet(MINUTES);
    }
    return none;
  }

  /**
   * {@return the same hours for every day of the week}
   *
   * @param from the first minute, such as {@code "08:00"}
   * @param through the last minute, which belongs to the hours
   * @throws java.time.DateTimeException if a text is not a time of the day
   * @throws IllegalArgumentException if the last minute lies before the first
   */
  public static WeeklyHours daily(String from, String through) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(through, "through");
    return on(EnumSet.allOf(DayOfWeek.class), from, through);
  }

  /**
   * {@return the same hours for certain weekdays}
   *
   * @param weekdays the weekdays that have these hours; the others have none
   * @param from the first minute, such as {@code "08:00"}
   * @param through the last minute, which belongs to the hours
   * @throws java.time.DateTimeException if a text is not a time of the day
   * @throws IllegalArgumentException if the last minute lies before the first
   */
  public static WeeklyHours on(Collection<DayOfWeek> weekdays, String from, String through) {
    Objects.requireNonNull(weekdays, "weekdays");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(through, "through");
    return NONE.plus(weekdays, LocalTime.parse(from), LocalTime.parse(through));
  }

  /** {@return the weekdays from Monday to Friday} */
  public static Collection<DayOfWeek> mondayToFriday() {
    return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  }

  private WeeklyHours plus(Collection<DayOfWeek> weekdays, LocalTime from, LocalTime through) {
    Span span = new Span(from, through);
    BitSet[] sum = copy();
    for (DayOfWeek day : weekdays) {
      sum[day.ordinal()].set(minute(span.from()), minute(span.through()) + 1);
    }
    return new WeeklyHours(sum);
  }

  private static int minute(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  private BitSet[] copy() {
    BitSet[] copies = new BitSet[days.length];
    for (int i = 0; i < days.length; i++) {
      copies[i] = (BitSet) days[i].clone();
    }
    return copies;
  }

  /**
   * {@return these hours together with others: every minute that belongs to these, to the others,
   * or to both}
   *
   * @param other hours to add
   */
  public WeeklyHours plus(WeeklyHours other) {
    Objects.requireNonNull(other, "other");
    BitSet[] sum = copy();
    for (int i = 0; i < sum.length; i++) {
      sum[i].or(other.days[i]);
    }
    return new WeeklyHours(sum);
  }

  /**
   * {@return these hours without others: every minute that belongs to these and not to the others}
   *
   * @param other hours to leave out
   */
  public WeeklyHours minus(WeeklyHours other) {
    Objects.requireNonNull(other, "other");
    BitSet[] rest = copy();
    for (int i = 0; i < rest.length; i++) {
      rest[i].andNot(other.days[i]);
    }
    return new WeeklyHours(rest);
  }

  /**
   * {@return the hours of one weekday: spans with a break between them, earliest first; empty if
   * the weekday has no hours}
   *
   * @param weekday the weekday
   */
  public List<Span> on(DayOfWeek weekday) {
    BitSet minutes = days[weekday.ordinal()];
    List<Span> spans = new ArrayList<>();
    for (int from = minutes.nextSetBit(0); from >= 0; ) {
      int end = minutes.nextClearBit(from);
      spans.add(new Span(time(from), time(end - 1)));
      from = minutes.nextSetBit(end);
    }
    return spans;
  }

  private static LocalTime time(int minute) {
    return LocalTime.ofSecondOfDay(60L * minute);
  }

  /**
   * {@return whether a weekday has any hours, if only a minute}
   *
   * @param weekday the weekday
   */
  public boolean hasAny(DayOfWeek weekday) {
    return !days[weekday.ordinal()].isEmpty();
  }

  /** {@return whether the whole week has no hours} */
  public boolean isEmpty() {
    return minutesPerWeek() == 0;
  }

  /**
   * {@return how many minutes a week these hours have, 0 to 10,080} From 08:00 through 08:59 are 60
   * minutes.
   */
  public int minutesPerWeek() {
    return perWeek;
  }

  /**
   * {@return whether there is a time of the day that belongs to all of several hours on every
   * weekday; true if the list is empty} If so, you never have to wait longer than a day for a
   * minute that suits all of them.
   *
   * @param all the hours to compare
   */
  public static boolean shareMinute(List<WeeklyHours> all) {
    Objects.requireNonNull(all, "all");
    if (all.isEmpty()) {
      return true;
    }
    if (all.size() == 1) {
      return !all.get(0).everyDay.isEmpty();
    }
    BitSet shared = (BitSet) all.get(0).everyDay.clone();
    all.forEach(h -> shared.and(h.everyDay));
    return !shared.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WeeklyHours that && List.of(days).equals(List.of(that.days));
  }

  @Override
  public int hashCode() {
    return List.of(days).hashCode();
  }

  /** Returns {@code 08:00-21:00 daily} or {@code mon to fri 07:30-21:00, sat sun 09:00-21:00}. */
  @Override
  public String toString() {
    return WeeklyHoursText.of(this);
  }

  private Object writeReplace() {
    List<long[]> bits = new ArrayList<>();
    for (BitSet each : days) {
      bits.add(each.toLongArray());
    }
    return new Form(bits.toArray(new long[0][]));
  }

  /** The serial form. */
  private static final class Form implements Serializable {
    private static final long serialVersionUID = 1L;
    private final long[][] bits;

    Form(long[][] bits) {
      this.bits = Objects.requireNonNull(bits, "bits");
    }

    private Object readResolve() {
      BitSet[] days = new BitSet[bits.length];
      for (int i = 0; i < days.length; i++) {
        days[i] = BitSet.valueOf(bits[i]);
      }
      return new WeeklyHours(days);
    }
  }
}
