package io.dunning.evaluation;

import io.dunning.money.Money;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The whole sum of a document in one currency: what is open, which parts of it the document does
 * not ask for, charges, credits, and what is {@linkplain #toPay to pay}. Immutable and thread-safe.
 *
 * @param open what the books say is open on the invoices that were looked at
 * @param notDue what of that is not asked for because it is not overdue; before anything is
 *     overdue, what is not the oldest invoice
 * @param disputed what of that is not asked for because the customer disputes it
 * @param held what of that is not asked for because it is held for another reason, such as a
 *     promise to pay
 * @param charges fees and interest on what is asked for, those included that the step assesses
 * @param credits over-paid invoices, credit notes and payments that wait to be applied
 * @param netsCredits whether the policy takes credits off what is to be paid; if it does not, they
 *     are listed only
 */
public record DocumentSum(
    Money open,
    Money notDue,
    Money disputed,
    Money held,
    Money charges,
    Money credits,
    boolean netsCredits)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The sum of a document.
   *
   * @param open what the books say is open
   * @param notDue what of that is not overdue
   * @param disputed what of that is disputed
   * @param held what of that is held for another reason
   * @param charges fees and interest on what is asked for
   * @param credits what the customer has to their credit
   * @param netsCredits whether credits are taken off
   * @throws io.dunning.money.CurrencyMismatchException if the amounts are not of one currency
   */
  public DocumentSum {
    Objects.requireNonNull(open, "open");
    Objects.requireNonNull(notDue, "notDue");
    Objects.requireNonNull(disputed, "disputed");
    Objects.requireNonNull(held, "held");
    Objects.requireNonNull(charges, "charges");
    Objects.requireNonNull(credits, "credits");
    // only amounts of one currency compare
    List.of(notDue, disputed, held, charges, credits).forEach(open::compareTo);
  }

  /**
   * What the document asks for, before charges and credits.
   *
   * @return what is open, less what is not due, disputed or held
   */
  public Money asked() {
    return open.minus(notDue).minus(disputed).minus(held);
  }

  /**
   * What is to be paid: what the document {@linkplain #asked asks for} and the charges, less the
   * credits if the policy nets them.
   *
   * @return the amount; never negative
   * @throws ArithmeticException if it does not fit into minor units
   */
  public Money toPay() {
    Money whole = asked().plus(charges);
    if (!netsCredits) {
      return whole;
    }
    return credits.compareTo(whole) >= 0 ? Money.zero(whole.currency()) : whole.minus(credits);
  }

  /** The sum of both; credits are those of the account, and count once. */
  DocumentSum plus(DocumentSum other) {
    return new DocumentSum(
        open.plus(other.open),
        notDue.plus(other.notDue),
        disputed.plus(other.disputed),
        held.plus(other.held),
        charges.plus(other.charges),
        credits,
        netsCredits);
  }

  /** Such as {@code 70.00 EUR to pay: 100.00 EUR open, less 30.00 EUR of credits}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    part(parts, "less ", notDue, " not due");
    part(parts, "less ", disputed, " disputed");
    part(parts, "less ", held, " held");
    part(parts, "plus ", charges, " of charges");
    part(parts, netsCredits ? "less " : "", credits, netsCredits ? " of credits" : " to credit");
    String rest = parts.isEmpty() ? "" : ", " + String.join(", ", parts);
    return toPay() + " to pay: " + open + " open" + rest;
  }

  private static void part(List<String> parts, String before, Money amount, String after) {
    if (!amount.isZero()) {
      parts.add(before + amount + after);
    }
  }
}
