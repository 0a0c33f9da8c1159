package io.dunning.calendar;

import io.dunning.text.Excerpt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;

/**
 * Which part of a year lies between two days; a rate is a rate a year, so this says what it comes
 * to. The fraction is exact: it counts {@linkplain #units units} of which a year always has the
 * same number, {@link #unitsPerYear}.
 *
 * <p>The first day counts and the end does not, as between two midnights: interest from 2 March
 * through 4 March is the fraction from 2 March to 5 March.
 *
 * <p>Names and rules are those of the ISDA 2006 Definitions, section 4.16, where a source says
 * nothing else. {@link #isAdditive} conventions give the same for a span and for its parts; the
 * others do not, so that interest by them depends on where rates and balances change.
 */
public enum DayCount {
  /** Actual days, a year of 365 days: {@code ACT/365F}, "Actual/365 (Fixed)", ISDA 4.16(d). */
  ACT_365F("ACT/365F", 365, true) {
    @Override
    long count(long start, long end) {
      return end - start;
    }
  },
  /** Actual days, a year of 360 days: {@code ACT/360}, ISDA 4.16(e). */
  ACT_360("ACT/360", 360, true) {
    @Override
    long count(long start, long end) {
      return end - start;
    }
  },
  /** Actual days, a year of 364 days, which are 52 weeks. */
  ACT_364("ACT/364", 364, true) {
    @Override
    long count(long start, long end) {
      return end - start;
    }
  },
  /** Actual days, a year of 365 and a quarter days. */
  ACT_365_25("ACT/365.25", 1461, true) {
    @Override
    long count(long start, long end) {
      return 4 * (end - start);
    }
  },
  /** Actual days, a year of 366 days if a 29 February comes after the start and by the end. */
  ACT_365_ACTUAL("ACT/365 ACTUAL", 133_590, false) {
    @Override
    long count(long start, long end) {
      return (end - start) * (leapDays(start, end) > 0 ? 365 : 366);
    }
  },
  /**
   * Each day by its own year: 1/366 in a leap year, else 1/365. {@code ACT/ACT ISDA}, ISDA 4.16(b).
   */
  ACT_ACT_ISDA("ACT/ACT ISDA", 133_590, true) {
    @Override
    long count(long start, long end) {
      return sinceYearZero(end) - sinceYearZero(start);
    }
  },
  /**
   * Whole years back from the end; what is left counts as a part of 366 days if a 29 February lies
   * in it, else of 365. Association Française des Banques, 1994.
   */
  ACT_ACT_AFB("ACT/ACT AFB", 133_590, false) {
    @Override
    long count(long start, long end) {
      LocalDate first = LocalDate.ofEpochDay(start);
      LocalDate last = LocalDate.ofEpochDay(end);
      int years = 0;
      LocalDate back = last;
      for (LocalDate next = yearsBefore(last, 1);
          !next.isBefore(first);
          next = yearsBefore(last, years + 1)) {
        years++;
        back = next;
      }
      long left = back.toEpochDay() - start;
      boolean leap = leapDays(start - 1, back.toEpochDay() - 1) > 0;
      return years * Leap.YEAR + left * (leap ? 365 : 366);
    }
  },
  /** Whole years from the start; what is left counts as a part of the year that began there. */
  ACT_ACT_YEAR("ACT/ACT YEAR", 133_590, false) {
    @Override
    long count(long start, long end) {
      LocalDate first = LocalDate.ofEpochDay(start);
      long years = first.until(LocalDate.ofEpochDay(end), ChronoUnit.YEARS);
      LocalDate from = first.plusYears(years);
      long length = from.until(first.plusYears(years + 1), ChronoUnit.DAYS);
      return years * Leap.YEAR + (end - from.toEpochDay()) * (Leap.YEAR / length);
    }
  },
  /** Actual days without 29 February, a year of 365 days. */
  NL_365("NL/365", 365, true) {
    @Override
    long count(long start, long end) {
      return end - start - leapDays(start, end);
    }
  },
  /** Actual days without 29 February, a year of 360 days. */
  NL_360("NL/360", 360, true) {
    @Override
    long count(long start, long end) {
      return end - start - leapDays(start, end);
    }
  },
  /**
   * Months of 30 days: a 31st at the start is the 30th; one at the end is, too, if the start is
   * then a 30th. {@code 30/360}, "Bond Basis", ISDA 4.16(f).
   */
  THIRTY_360_BOND("30/360 BOND", 360, false) {
    @Override
    long thirties(LocalDate start, LocalDate end, boolean terminates) {
      int first = Math.min(start.getDayOfMonth(), 30);
      int last = end.getDayOfMonth();
      return between(start, first, end, first == 30 ? Math.min(last, 30) : last);
    }
  },
  /**
   * As {@link #THIRTY_360_BOND}, and the last of February is a 30th: at the start, and at the end
   * if it is at the start. The convention of the US bond market for bonds that pay at month's end.
   */
  THIRTY_360_US("30/360 US (30U/360 EOM)", 360, false) {
    @Override
    long thirties(LocalDate start, LocalDate end, boolean terminates) {
      int first = start.getDayOfMonth();
      int last = end.getDayOfMonth();
      if (isLastOfFebruary(start)) {
        last = isLastOfFebruary(end) ? 30 : last;
        first = 30;
      }
      first = Math.min(first, 30);
      return between(start, first, end, first == 30 ? Math.min(last, 30) : last);
    }
  },
  /** Months of 30 days: every 31st is the 30th. {@code 30E/360}, "Eurobond Basis", ISDA 4.16(g). */
  THIRTY_E_360("30E/360", 360, true) {
    @Override
    long thirties(LocalDate start, LocalDate end, boolean terminates) {
      return between(
          start, Math.min(start.getDayOfMonth(), 30), end, Math.min(end.getDayOfMonth(), 30));
    }
  },
  /**
   * Months of 30 days: a 31st or the last of February is the 30th; not the last of February on
   * which the debt ends. {@code 30E/360 (ISDA)}, ISDA 4.16(h).
   */
  THIRTY_E_360_ISDA("30E/360 ISDA", 360, true) {
    @Override
    long thirties(LocalDate start, LocalDate end, boolean terminates) {
      int first = isLastOfFebruary(start) ? 30 : Math.min(start.getDayOfMonth(), 30);
      boolean moved = isLastOfFebruary(end) && !terminates;
      int last = moved ? 30 : Math.min(end.getDayOfMonth(), 30);
      return between(start, first, end, last);
    }
  },
  /** Months of 30 days: a 31st at the start is the 30th, one at the end is the 1st after it. */
  THIRTY_E_PLUS_360("30E+/360", 360, false) {
    @Override
    long thirties(LocalDate start, LocalDate end, boolean terminates) {
      LocalDate until = end.getDayOfMonth() == 31 ? end.plusDays(1) : end;
      return between(start, Math.min(start.getDayOfMonth(), 30), until, until.getDayOfMonth());
    }
  };

  /**
   * An exact part of a year, in lowest terms. Prints as {@code 62/365}.
   *
   * @param numerator above the line
   * @param denominator below the line, more than zero
   */
  public record Fraction(long numerator, long denominator) {
    /**
     * A fraction, brought to lowest terms.
     *
     * @param numerator above the line
     * @param denominator below the line, more than zero
     * @throws IllegalArgumentException if the denominator is not more than zero
     */
    public Fraction {
      if (denominator <= 0) {
        throw new IllegalArgumentException("denominator is not more than zero: " + denominator);
      }
      long common = greatestCommonDivisor(Math.abs(numerator), denominator);
      numerator /= common;
      denominator /= common;
    }

    private static long greatestCommonDivisor(long a, long b) {
      return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /**
     * As a decimal number.
     *
     * @param decimals how many decimals to keep; the last is rounded half up
     * @return the value
     */
    public BigDecimal value(int decimals) {
      return BigDecimal.valueOf(numerator)
          .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP);
    }

    /** Such as {@code 62/365}. */
    @Override
    public String toString() {
      return numerator + "/" + denominator;
    }
  }

  private final String label;
  private final long unitsPerYear;
  private final boolean additive;

  DayCount(String label, long unitsPerYear, boolean additive) {
    this.label = label;
    this.unitsPerYear = unitsPerYear;
    this.additive = additive;
  }

  /** A year of which 365 and 366 are both whole parts. */
  private static final class Leap {
    static final long YEAR = 365L * 366;
  }

  /**
   * Reads a convention as it prints.
   *
   * @param text such as {@code "ACT/365F"}; capital letters do not matter
   * @return the convention
   * @throws IllegalArgumentException if there is none of that name
   */
  public static DayCount parse(String text) {
    StringBuilder known = new StringBuilder();
    for (DayCount each : values()) {
      if (each.label.equalsIgnoreCase(text)) {
        return each;
      }
      known.append(known.length() == 0 ? "" : ", ").append(each.label);
    }
    throw new IllegalArgumentException(
        "no such day count: " + Excerpt.of(text) + "\nMaybe one of " + known);
  }

  /**
   * How many units a whole year has.
   *
   * @return more than zero, and the same for every year
   */
  public long unitsPerYear() {
    return unitsPerYear;
  }

  /**
   * Whether a span counts as much as its parts do together, wherever it is cut.
   *
   * @return true if it does
   */
  public boolean isAdditive() {
    return additive;
  }

  /**
   * The units between two days. Backwards, the same as forwards with a minus.
   *
   * @param startDay an epoch day, included
   * @param endDay an epoch day, excluded
   * @return units of which a year has {@link #unitsPerYear}
   */
  public long units(long startDay, long endDay) {
    if (startDay == endDay) {
      return 0;
    }
    return startDay < endDay ? count(startDay, endDay) : -count(endDay, startDay);
  }

  /**
   * The part of a year between two days.
   *
   * @param start the first day, included
   * @param endExclusive the day behind the last
   * @return the exact fraction
   */
  public Fraction fraction(LocalDate start, LocalDate endExclusive) {
    return new Fraction(units(start.toEpochDay(), endExclusive.toEpochDay()), unitsPerYear);
  }

  /**
   * The part of a year between two days, for a debt that ends on a known day; only {@link
   * #THIRTY_E_360_ISDA} asks for it.
   *
   * @param start the first day, included
   * @param endExclusive the day behind the last, not before the start
   * @param termination the day on which the debt ends
   * @return the exact fraction
   */
  public Fraction fraction(LocalDate start, LocalDate endExclusive, LocalDate termination) {
    return this == THIRTY_E_360_ISDA
        ? new Fraction(
            thirties(start, endExclusive, endExclusive.equals(termination)), unitsPerYear)
        : fraction(start, endExclusive);
  }

  /** The units from a day to one that is not before it. */
  long count(long start, long end) {
    return thirties(LocalDate.ofEpochDay(start), LocalDate.ofEpochDay(end), false);
  }

  /** The days from a date to one that is not before it, in months of 30 days. */
  long thirties(LocalDate start, LocalDate end, boolean terminates) {
    throw new AssertionError(this + " does not count months of 30 days");
  }

  static long between(LocalDate start, int first, LocalDate end, int last) {
    return 360L * (end.getYear() - start.getYear())
        + 30L * (end.getMonthValue() - start.getMonthValue())
        + (last - first);
  }

  static boolean isLastOfFebruary(LocalDate date) {
    return date.getMonthValue() == 2 && date.getDayOfMonth() == date.lengthOfMonth();
  }

  /** How many 29 Februaries come after a day and by another. */
  static long leapDays(long after, long by) {
    return leapDaysBy(LocalDate.ofEpochDay(by)) - leapDaysBy(LocalDate.ofEpochDay(after));
  }

  /** The number of 29 Februaries by a date, from some fixed day on. */
  private static long leapDaysBy(LocalDate date) {
    long year = date.getYear();
    boolean reached =
        date.getMonthValue() > 2 || date.getMonthValue() == 2 && date.getDayOfMonth() == 29;
    long whole = reached ? year : year - 1;
    return Math.floorDiv(whole, 4) - Math.floorDiv(whole, 100) + Math.floorDiv(whole, 400);
  }

  /** In units of which every year, leap or not, has as many. */
  static long sinceYearZero(long epochDay) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    long day = date.getDayOfYear() - 1L;
    return date.getYear() * Leap.YEAR + day * (date.isLeapYear() ? 365 : 366);
  }

  /** So many years earlier; from the last of February to the last of February. */
  static LocalDate yearsBefore(LocalDate date, int years) {
    LocalDate before = date.minusYears(years);
    boolean leapTurn = isLastOfFebruary(date) && Year.isLeap(before.getYear());
    return leapTurn ? before.withDayOfMonth(29) : before;
  }

  /** Such as {@code ACT/365F}. */
  @Override
  public String toString() {
    return label;
  }
}
