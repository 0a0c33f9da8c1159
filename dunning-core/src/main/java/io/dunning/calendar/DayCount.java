package io.dunning.calendar;

import io.dunning.text.Excerpt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A convention that tells which fraction of a year lies between two days. You need it to turn a
 * yearly rate into interest for a period.
 *
 * <p>The first day counts and the end does not: for interest from 2 March through 4 March, ask for
 * the fraction from 2 March to 5 March. The fraction is exact. It is a number of {@linkplain #units
 * units}, divided by the {@link #unitsPerYear}.
 *
 * <p>Unless a constant names another source, names and rules are those of the ISDA 2006
 * Definitions, section 4.16. A convention that {@link #isAdditive} gives the same result for a
 * period as for its parts together. With any other convention, interest depends on the days on
 * which the rate or the balance changes.
 */
public enum DayCount {
  /** Actual days over 365: {@code ACT/365F}, "Actual/365 (Fixed)", ISDA 4.16(d). */
  ACT_365F("ACT/365F", 365, true) {
    @Override
    long count(long start, long end) {
      return end - start;
    }
  },
  /** Actual days over 360: {@code ACT/360}, ISDA 4.16(e). */
  ACT_360("ACT/360", 360, true) {
    @Override
    long count(long start, long end) {
      return end - start;
    }
  },
  /** Actual days over 364, which is 52 weeks. */
  ACT_364("ACT/364", 364, true) {
    @Override
    long count(long start, long end) {
      return end - start;
    }
  },
  /** Actual days over 365.25. */
  ACT_365_25("ACT/365.25", 1461, true) {
    @Override
    long count(long start, long end) {
      return 4 * (end - start);
    }
  },
  /** Actual days over 366 if a 29 February lies after the start, up to the end; else over 365. */
  ACT_365_ACTUAL("ACT/365 ACTUAL", LeapYears.UNITS, false) {
    @Override
    long count(long start, long end) {
      return (end - start) * (LeapYears.leapDays(start, end) > 0 ? 365 : 366);
    }
  },
  /** Each day counts 1/366 in a leap year and 1/365 in any other: {@code ACT/ACT ISDA}, 4.16(b). */
  ACT_ACT_ISDA("ACT/ACT ISDA", LeapYears.UNITS, true) {
    @Override
    long count(long start, long end) {
      return LeapYears.unitsSinceYearZero(end) - LeapYears.unitsSinceYearZero(start);
    }
  },
  /**
   * Whole years, counted back from the end, plus the days that remain at the start. These are
   * divided by 366 if they contain a 29 February, else by 365. Association Française des Banques,
   * 1994.
   */
  ACT_ACT_AFB("ACT/ACT AFB", LeapYears.UNITS, false) {
    @Override
    long count(long start, long end) {
      return WholeYears.countedBack(LocalDate.ofEpochDay(start), LocalDate.ofEpochDay(end));
    }
  },
  /**
   * Whole years from the start, plus the days that remain at the end. These are divided by the
   * length of the year that begins where the whole years end.
   */
  ACT_ACT_YEAR("ACT/ACT YEAR", LeapYears.UNITS, false) {
    @Override
    long count(long start, long end) {
      return WholeYears.countedOn(LocalDate.ofEpochDay(start), LocalDate.ofEpochDay(end));
    }
  },
  /** Actual days over 365; 29 February does not count. */
  NL_365("NL/365", 365, true) {
    @Override
    long count(long start, long end) {
      return end - start - LeapYears.leapDays(start, end);
    }
  },
  /** Actual days over 360; 29 February does not count. */
  NL_360("NL/360", 360, true) {
    @Override
    long count(long start, long end) {
      return end - start - LeapYears.leapDays(start, end);
    }
  },
  /**
   * Months of 30 days. A start on the 31st becomes the 30th. An end on the 31st becomes the 30th
   * only if the start is then the 30th. {@code 30/360}, "Bond Basis", ISDA 4.16(f).
   */
  THIRTY_360_BOND("30/360 BOND", 360, false) {
    @Override
    long thirties(LocalDate start, LocalDate end, boolean terminates) {
      return ThirtyDayMonths.bond(start, end);
    }
  },
  /**
   * As {@link #THIRTY_360_BOND}, but a start on the last day of February becomes the 30th, and then
   * so does an end on the last day of February. The US bond market uses it for bonds that pay at
   * the end of a month.
   */
  THIRTY_360_US("30/360 US (30U/360 EOM)", 360, false) {
    @Override
    long thirties(LocalDate start, LocalDate end, boolean terminates) {
      return ThirtyDayMonths.us(start, end);
    }
  },
  /** Months of 30 days; a 31st becomes the 30th. {@code 30E/360}, "Eurobond", ISDA 4.16(g). */
  THIRTY_E_360("30E/360", 360, true) {
    @Override
    long thirties(LocalDate start, LocalDate end, boolean terminates) {
      return ThirtyDayMonths.european(start, end);
    }
  },
  /**
   * Months of 30 days. A 31st and the last day of February become the 30th, except for a last day
   * of February on which the debt ends. {@code 30E/360 (ISDA)}, ISDA 4.16(h).
   */
  THIRTY_E_360_ISDA("30E/360 ISDA", 360, true) {
    @Override
    long thirties(LocalDate start, LocalDate end, boolean terminates) {
      return ThirtyDayMonths.isda(start, end, terminates);
    }
  },
  /** Months of 30 days. A start on the 31st becomes the 30th, an end on the 31st the next 1st. */
  THIRTY_E_PLUS_360("30E+/360", 360, false) {
    @Override
    long thirties(LocalDate start, LocalDate end, boolean terminates) {
      return ThirtyDayMonths.plus(start, end);
    }
  };

  /**
   * An exact fraction of a year, in lowest terms. It prints as {@code 62/365}.
   *
   * @param numerator the number above the line; may be negative
   * @param denominator the number below the line, more than zero
   */
  public record Fraction(long numerator, long denominator) {
    /**
     * Creates a fraction and reduces it to lowest terms.
     *
     * @param numerator the number above the line; may be negative
     * @param denominator the number below the line, more than zero
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
     * {@return the fraction as a decimal number with exactly so many decimals, rounded half up}
     *
     * @param decimals how many decimals to keep
     */
    public BigDecimal value(int decimals) {
      return BigDecimal.valueOf(numerator)
          .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP);
    }

    /** Returns text such as {@code 62/365}. */
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

  /**
   * Reads the name of a convention in the form in which it prints.
   *
   * @param text such as {@code "ACT/365F"}, in capital or small letters
   * @return the convention
   * @throws IllegalArgumentException if no convention has that name; the message lists all names
   */
  public static DayCount parse(String text) {
    Objects.requireNonNull(text, "text");
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
   * {@return how many units a year has, more than zero and the same for every year} See {@link
   * #units}.
   */
  public long unitsPerYear() {
    return unitsPerYear;
  }

  /**
   * {@return whether a period always counts as much as its parts together, wherever you divide it}
   */
  public boolean isAdditive() {
    return additive;
  }

  /**
   * {@return the units between two days, as a whole number for exact arithmetic; {@link
   * #unitsPerYear} of them make a year} If the end lies before the start, the result is negative.
   *
   * @param startDay the epoch day of the first day that counts
   * @param endDay the epoch day of the day after the last that counts
   */
  public long units(long startDay, long endDay) {
    if (startDay == endDay) {
      return 0;
    }
    return startDay < endDay ? count(startDay, endDay) : -count(endDay, startDay);
  }

  /**
   * {@return the fraction of a year between two days; negative if the end lies before the start}
   *
   * @param start the first day that counts
   * @param endExclusive the day after the last that counts
   */
  public Fraction fraction(LocalDate start, LocalDate endExclusive) {
    return new Fraction(units(start.toEpochDay(), endExclusive.toEpochDay()), unitsPerYear);
  }

  /**
   * {@return the fraction of a year between two days, for a debt that ends on a known day} Only
   * {@link #THIRTY_E_360_ISDA} depends on that day.
   *
   * @param start the first day that counts
   * @param endExclusive the day after the last that counts, not before the start
   * @param termination the day on which the debt ends
   */
  public Fraction fraction(LocalDate start, LocalDate endExclusive, LocalDate termination) {
    return this == THIRTY_E_360_ISDA
        ? new Fraction(
            thirties(start, endExclusive, endExclusive.equals(termination)), unitsPerYear)
        : fraction(start, endExclusive);
  }

  /** The units from a day to a later one. */
  long count(long start, long end) {
    return thirties(LocalDate.ofEpochDay(start), LocalDate.ofEpochDay(end), false);
  }

  /** The days from a date to one that is not earlier, in months of 30 days. */
  long thirties(LocalDate start, LocalDate end, boolean terminates) {
    throw new AssertionError("day count has no months of 30 days: " + this);
  }

  /** Returns text such as {@code ACT/365F}. */
  @Override
  public String toString() {
    return label;
  }
}
