package io.dunning.letters;

import io.dunning.money.Money;

/**
 * The sum of a letter in one currency, as the document states it. Immutable and thread-safe.
 *
 * @param listed what is open on the invoices that the letter asks for
 * @param disputed what of that is not asked for because the customer disputes it
 * @param apart what of that is not asked for for another reason: it is promised, held or not due
 * @param fees fees on these invoices, without the fixed sums
 * @param compensation fixed sums that a law grants for late payment of these invoices
 * @param interest interest on these invoices
 * @param credits what the customer has to their credit
 * @param netted whether credits are taken off what is to be paid
 * @param toPay what is to be paid
 */
public record LetterTotal(
    Money listed,
    Money disputed,
    Money apart,
    Money fees,
    Money compensation,
    Money interest,
    Money credits,
    boolean netted,
    Money toPay) {

  /** {@return what of the credits is taken off, which is never more than what is asked for} */
  public Money creditsTaken() {
    return asked().plus(fees).plus(compensation).plus(interest).minus(toPay);
  }

  /** {@return what is asked for of the invoices, before charges and credits} */
  public Money asked() {
    return listed.minus(disputed).minus(apart);
  }
}
