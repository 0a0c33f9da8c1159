package io.dunning.evaluation;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What a recommendation is about: some invoices of a customer that are decided about at once.
 * Immutable and thread-safe.
 *
 * @param customer the customer's id
 * @param customerName the customer's name; the id if no name is known
 * @param unit the invoice number where invoices are decided about one by one, the currency where
 *     those in a currency are, empty text for the whole account
 * @param invoices the numbers of the invoices that were looked at, whatever their state, in the
 *     order of the account
 * @param wholeAccount whether the account is decided about as a whole, so that a step that is taken
 *     is recorded on the account; otherwise it is recorded on each invoice concerned
 */
public record Subject(
    String customer, String customerName, String unit, List<String> invoices, boolean wholeAccount)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * What a recommendation is about.
   *
   * @param customer the customer's id
   * @param customerName the customer's name
   * @param unit the invoice number, the currency, or empty text for the whole account
   * @param invoices the numbers of the invoices that were looked at
   * @param wholeAccount whether a step that is taken is recorded on the account
   */
  public Subject {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(customerName, "customerName");
    Objects.requireNonNull(unit, "unit");
    invoices = List.copyOf(invoices);
  }

  /** The number of the only invoice, or the customer's name. */
  @Override
  public String toString() {
    return invoices.size() == 1 ? invoices.get(0) : customerName;
  }
}
