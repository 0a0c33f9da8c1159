package io.dunning.letters;

import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;

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
    List<LetterCharge> charges) {

  /** {@return the open amount and the charges} */
  public Money owed() {
    Money sum = open;
    for (LetterCharge each : charges) {
      sum = sum.plus(each.amount());
    }
    return sum;
  }

  /** {@return what of the open amount the customer does not dispute} */
  public Money undisputed() {
    return open.minus(disputed);
  }
}
