package io.dunning.letters;

import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * An invoice that a letter lists. Immutable and thread-safe.
 *
 * @param invoice the invoice number
 * @param issued the day of the invoice
 * @param due the day on which what is open of it fell due, or will
 * @param daysPastDue calendar days from the due date to the day of the letter; zero or less if it
 *     is not overdue
 * @param billed the amount of the invoice
 * @param paid what was paid of it
 * @param open what of it the books say is open
 * @param disputed what of the open amount the customer disputes
 * @param charges fees and interest on it, by day, what was paid of them as a negative line; none if
 *     the letter does not ask for the invoice
 */
public record LetterItem(
    String invoice,
    LocalDate issued,
    LocalDate due,
    long daysPastDue,
    Money billed,
    Money paid,
    Money open,
    Money disputed,
    List<Charge> charges) {

  /** {@return the open amount and the charges} */
  public Money owed() {
    Money sum = open;
    for (Charge each : charges) {
      sum = sum.plus(each.amount());
    }
    return sum;
  }

  /** {@return what of the open amount the customer does not dispute} */
  public Money undisputed() {
    return open.minus(disputed);
  }

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
  public record Charge(
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
}
