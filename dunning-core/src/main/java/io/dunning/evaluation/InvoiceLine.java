package io.dunning.evaluation;

import io.dunning.charge.AccruedCharges.Owed;
import io.dunning.money.Money;
import java.io.Serializable;
import java.util.Objects;

/**
 * An open invoice that was looked at, with what is owed on it. Immutable and thread-safe.
 *
 * @param invoice the invoice number
 * @param open what the books say is open, due or not, disputed or not
 * @param concerned whether the decision is about it: it is overdue and not held; before anything is
 *     overdue, it is the oldest
 * @param overdue whether it, or an instalment of it, is past its due date and grace
 * @param held whether a hold, a dispute, a promise or another rule keeps it back
 * @param owed what the customer owes on it at the end of the day: principal, and the fees and
 *     interest by the charges of the policy, those included that the step assesses
 */
public record InvoiceLine(
    String invoice, Money open, boolean concerned, boolean overdue, boolean held, Owed owed)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * An open invoice that was looked at.
   *
   * @param invoice the invoice number
   * @param open what the books say is open
   * @param concerned whether the decision is about it
   * @param overdue whether it is past its due date and grace
   * @param held whether something keeps it back
   * @param owed what the customer owes on it
   * @throws io.dunning.money.CurrencyMismatchException if what is open and what is owed are not of
   *     one currency
   */
  public InvoiceLine {
    Objects.requireNonNull(invoice, "invoice");
    Objects.requireNonNull(open, "open");
    Objects.requireNonNull(owed, "owed");
    // only amounts of one currency compare
    open.compareTo(owed.principal());
  }

  /** Such as {@code INV-7: 100.00 EUR, fees 5.00 EUR, interest 0.76 EUR: 105.76 EUR}. */
  @Override
  public String toString() {
    return invoice + ": " + owed;
  }
}
