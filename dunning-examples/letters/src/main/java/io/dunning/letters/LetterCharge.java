package io.dunning.letters;

import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A fee, or interest, on an invoice. Immutable and thread-safe.
 *
 * @param kind what is charged
 * @param from the first day that it is charged for
 * @param through the last day that it is charged for, included
 * @param base what interest is counted from
 * @param rate the rate a year of interest; zero for anything else
 * @param amount what is charged; negative for what was given up or paid
 * @param ground the law with its sections; empty text for what was agreed
 */
public record LetterCharge(
    Kind kind,
    LocalDate from,
    LocalDate through,
    Money base,
    Percentage rate,
    Money amount,
    String ground) {

  /** What is charged. */
  public enum Kind {
    /** Interest for paying late. */
    INTEREST,
    /** A fee for paying late, or another cost. */
    FEE,
    /** The fixed sum that a law grants for late payment, such as 40 EUR in Europe. */
    COMPENSATION,
    /** What was given up, or lies beyond a cap. */
    WAIVED,
    /** What payments paid of the charges. */
    PAID;

    /** Such as {@code interest}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
