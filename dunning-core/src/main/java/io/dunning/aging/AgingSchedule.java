package io.dunning.aging;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The bands of an aging report, and how an item's age is counted. Every item falls into exactly one
 * band.
 *
 * <p>{@code byDueDate(30, 60, 90)} has the bands {@code not due}, {@code 1-30}, {@code 31-60},
 * {@code 61-90} and {@code 91+}; {@code byIssueDate(30, 60, 90)} has {@code 0-30}, {@code 31-60},
 * {@code 61-90} and {@code 91+}. Immutable and thread-safe.
 */
public final class AgingSchedule implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The widest range of ages, in days, for which each band is looked up in a table: about ten
   * years.
   */
  private static final int WIDEST_TABLE = 4_000;

  /** The usual schedule: by due date, with limits of 30, 60 and 90 days. */
  public static final AgingSchedule STANDARD = byDueDate(30, 60, 90);

  private static final LocalDate YEAR_ZERO = LocalDate.of(0, 1, 1);

  private final AgingBasis basis;
  private final boolean months;
  private final boolean netting;

  /** The highest age of each band, included; the last band has none. */
  private final int[] tops;

  private final List<AgeBand> bands;

  /**
   * The band of each age from the lowest top through one above the highest; null if the range is
   * too wide or there are too many bands for a byte.
   */
  private final transient byte[] places;

  private AgingSchedule(AgingBasis basis, boolean months, boolean netting, int[] tops) {
    this.basis = basis;
    this.months = months;
    this.netting = netting;
    this.tops = tops;
    this.bands = bands(tops, months, basis);
    this.places = places(tops);
  }

  private static byte[] places(int[] tops) {
    long width = 2L + tops[tops.length - 1] - tops[0];
    if (width > WIDEST_TABLE || tops.length > Byte.MAX_VALUE) {
      return null;
    }
    byte[] places = new byte[(int) width];
    for (int i = 0; i < places.length; i++) {
      places[i] = (byte) search(tops, tops[0] + i);
    }
    return places;
  }

  private static int search(int[] tops, long age) {
    int found = Arrays.binarySearch(tops, (int) Math.min(age, Integer.MAX_VALUE));
    return found < 0 ? -found - 1 : found;
  }

  private Object readResolve() {
    return new AgingSchedule(basis, months, netting, tops);
  }

  /**
   * {@return a schedule with bands of days past due, after a band for what is not due yet}
   *
   * @param limits the highest age of each band in days, included, rising from 1 or more; a last
   *     band without an upper end is added
   * @throws IllegalArgumentException if there is no limit, if the first is below 1, or if they do
   *     not rise
   */
  public static AgingSchedule byDueDate(int... limits) {
    return new AgingSchedule(AgingBasis.DUE_DATE, false, false, tops(limits, 0));
  }

  /**
   * {@return a schedule with bands of days since the invoice date}
   *
   * @param limits the highest age of each band in days, included, rising from 0 or more; a last
   *     band without an upper end is added
   * @throws IllegalArgumentException if there is no limit, if the first is below 0, or if they do
   *     not rise
   */
  public static AgingSchedule byIssueDate(int... limits) {
    return new AgingSchedule(AgingBasis.ISSUE_DATE, false, false, tops(limits));
  }

  /**
   * {@return a schedule with bands of calendar months: {@code not due}, {@code this month}, {@code
   * 1 month}, {@code 2 months} and so on, counted from the month of the item's date} By issue date
   * there is no {@code not due} band.
   *
   * @param basis the date from which ages are counted
   * @param closedMonths how many bands of one past month come before the last band, 1 to 120
   * @throws IllegalArgumentException if the number of months is not between 1 and 120
   */
  public static AgingSchedule byCalendarMonth(AgingBasis basis, int closedMonths) {
    Objects.requireNonNull(basis, "basis");
    if (closedMonths < 1 || closedMonths > 120) {
      throw new IllegalArgumentException(
          "number of months is not between 1 and 120: " + closedMonths);
    }
    int first = basis == AgingBasis.DUE_DATE ? -1 : 0;
    int[] tops = new int[closedMonths - first];
    Arrays.setAll(tops, i -> i + first);
    return new AgingSchedule(basis, true, false, tops);
  }

  /**
   * {@return this schedule with credits netted: a credit counts in the band of its own date and
   * lowers the amount there} Without netting, a credit is shown apart; it is in no band and not in
   * the total.
   */
  public AgingSchedule nettingCredits() {
    return new AgingSchedule(basis, months, true, tops);
  }

  private static int[] tops(int[] limits, int... before) {
    Objects.requireNonNull(limits, "limits");
    if (limits.length == 0) {
      throw new IllegalArgumentException("an aging schedule needs at least one limit");
    }
    int[] tops = Arrays.copyOf(before, before.length + limits.length);
    System.arraycopy(limits, 0, tops, before.length, limits.length);
    int lowest = before.length == 0 ? 0 : 1;
    for (int i = before.length; i < tops.length; i++) {
      if (tops[i] < lowest || i > 0 && tops[i] <= tops[i - 1] || tops[i] == Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "aging limits do not rise from " + lowest + ": " + Arrays.toString(limits));
      }
    }
    return tops;
  }

  private static List<AgeBand> bands(int[] tops, boolean months, AgingBasis basis) {
    List<AgeBand> bands = new ArrayList<>();
    int from = basis == AgingBasis.DUE_DATE ? Integer.MIN_VALUE : 0;
    for (int top : tops) {
      bands.add(new AgeBand(label(from, top, months), from, top));
      from = top + 1;
    }
    bands.add(new AgeBand(label(from, Integer.MAX_VALUE, months), from, Integer.MAX_VALUE));
    return List.copyOf(bands);
  }

  private static String label(int from, int to, boolean months) {
    if (from == Integer.MIN_VALUE) {
      return "not due";
    }
    if (!months) {
      return to == Integer.MAX_VALUE ? from + "+" : from + "-" + to;
    }
    if (from == 0) {
      return "this month";
    }
    return from + (to == Integer.MAX_VALUE ? "+" : "") + (from == 1 ? " month" : " months");
  }

  /** {@return the bands, youngest first; at least two} */
  public List<AgeBand> bands() {
    return bands;
  }

  /** {@return the date from which ages are counted} */
  public AgingBasis basis() {
    return basis;
  }

  /**
   * Whether ages are counted in calendar months: see {@link #byCalendarMonth}.
   *
   * @return true for months, false for days
   */
  public boolean countsMonths() {
    return months;
  }

  /**
   * {@return whether credits are netted into the bands; false, the default, if they are shown
   * apart}
   */
  public boolean netsCredits() {
    return netting;
  }

  /**
   * {@return the band of an item}
   *
   * @param date its due date or invoice date, depending on the {@link #basis}
   * @param asOf the day at whose end its age is counted
   */
  public AgeBand band(LocalDate date, LocalDate asOf) {
    return bands.get(index(date.toEpochDay(), asOf.toEpochDay()));
  }

  /**
   * Returns the position of the band of an item; by issue date, items of the future are in the
   * first band.
   *
   * @param day the item's date as an epoch day
   * @param asOfDay the epoch day at whose end its age is counted
   */
  int index(long day, long asOfDay) {
    long age = months ? monthAge(day, asOfDay) : asOfDay - day;
    if (places == null) {
      return age < Integer.MIN_VALUE ? 0 : search(tops, age);
    }
    // without branches: ages are too mixed for a processor to predict them
    long at = age - tops[0];
    at &= ~(at >> 63);
    long beyond = places.length - 1 - at;
    return places[(int) (at + (beyond & beyond >> 63))];
  }

  /**
   * Returns the first epoch day on which an item is in a band or an older one.
   *
   * @param day the item's date as an epoch day
   * @param place the position of the band, from 1
   */
  long start(long day, int place) {
    long age = tops[place - 1] + 1L;
    if (!months) {
      return day + age;
    }
    long first = YEAR_ZERO.plusMonths(month(day) + age).toEpochDay();
    return basis == AgingBasis.DUE_DATE ? Math.max(day + 1, first) : first;
  }

  private long monthAge(long day, long asOfDay) {
    if (basis == AgingBasis.DUE_DATE && day >= asOfDay) {
      return -1;
    }
    return Math.max(0, month(asOfDay) - month(day));
  }

  private static long month(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).getLong(ChronoField.PROLEPTIC_MONTH);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AgingSchedule that
        && basis == that.basis
        && months == that.months
        && netting == that.netting
        && Arrays.equals(tops, that.tops);
  }

  @Override
  public int hashCode() {
    return Objects.hash(basis, months, netting, Arrays.hashCode(tops));
  }

  /**
   * Returns the basis and the bands, such as {@code due date: not due, 1-30, 31-60, 61-90, 91+}.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(basis + ": ");
    bands.forEach(b -> text.append(b).append(", "));
    return text.substring(0, text.length() - 2) + (netting ? ", credits netted" : "");
  }
}
