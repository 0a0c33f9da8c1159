package io.dunning.charge;

import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * One line of a statement of charges. The amounts of all lines add up exactly to what was charged:
 * what one line loses by rounding is carried to the next one.
 *
 * @param kind what is charged
 * @param from the first day of the line
 * @param throughInclusive the last day of the line
 * @param base what the charge is counted from
 * @param rate the rate a year of interest, or the share of a fee; zero without one
 * @param basis how days are counted, such as {@code ACT/365F}; empty unless it is interest
 * @param amount what is charged; negative for what is given up
 * @param rule the rule in words, with the source it names
 */
public record ChargeLine(
    Kind kind,
    LocalDate from,
    LocalDate throughInclusive,
    Money base,
    Percentage rate,
    String basis,
    Money amount,
    String rule)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What a line charges. */
  public enum Kind {
    /** Interest. */
    INTEREST("interest"),
    /** A fee or another cost. */
    FEE("fee"),
    /** Interest that was given up, or is owed again. */
    INTEREST_WAIVED("interest waived"),
    /** A fee that was given up, or is owed again. */
    FEE_WAIVED("fee waived"),
    /** Interest beyond a cap. */
    INTEREST_CAPPED("interest beyond the cap"),
    /** A fee beyond a cap. */
    FEE_CAPPED("fee beyond the cap");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** {@return whether the line is about interest, rather than about a fee} */
    public boolean isInterest() {
      return this == INTEREST || this == INTEREST_WAIVED || this == INTEREST_CAPPED;
    }

    /** Whether the line is about a charge that was given up, or is owed again. */
    boolean isWaived() {
      return this == INTEREST_WAIVED || this == FEE_WAIVED;
    }

    /** Such as {@code interest waived}. */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * A line.
   *
   * @param kind what is charged
   * @param from the first day of the line
   * @param throughInclusive the last day of the line
   * @param base what the charge is counted from
   * @param rate the rate a year of interest, or the share of a fee; zero without one
   * @param basis how days are counted, such as {@code ACT/365F}; empty unless it is interest
   * @param amount what is charged; negative for what is given up
   * @param rule the rule in words, with the source it names
   * @throws IllegalArgumentException if it ends before it starts
   */
  public ChargeLine {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(throughInclusive, "throughInclusive");
    if (throughInclusive.isBefore(from)) {
      throw new IllegalArgumentException(
          "line ends before it starts: " + from + ".." + throughInclusive);
    }
  }

  /** {@return how many days the line is about, 1 or more; both ends count} */
  public long days() {
    return ChronoUnit.DAYS.between(from, throughInclusive) + 1;
  }

  /** Such as {@code 2026-01-01..2026-01-31 interest on 100.00 EUR at 9%, ACT/365F: 0.76 EUR}. */
  @Override
  public String toString() {
    String of = rate.value().signum() == 0 ? "" : " at " + rate;
    String counted = basis.isEmpty() ? "" : ", " + basis;
    return from
        + ".."
        + throughInclusive
        + " "
        + kind
        + " on "
        + base
        + of
        + counted
        + ": "
        + amount;
  }
}
