package io.dunning.bridges.document;

import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.money.Money;
import io.dunning.terms.EarlyPaymentDiscount;
import io.dunning.terms.PaymentTerms;
import io.dunning.terms.WayToPay;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an electronic invoice by EN 16931 says about a debt, whether it came in UBL or in CII.
 * Immutable and thread-safe.
 *
 * @param number the invoice number (BT-1)
 * @param typeCode the kind of document by UNTDID 1001 (BT-3), such as 380
 * @param isCreditNote whether the seller owes the buyer: a credit note, however its amounts are
 *     signed
 * @param issued the invoice date (BT-2)
 * @param total the whole amount, taxes included (BT-112), as it stands
 * @param prepaid what was paid before (BT-113); zero if nothing was
 * @param payable what is left to pay (BT-115), as it stands: in a credit note usually positive
 * @param terms due date, payment terms and discounts
 * @param seller who is owed
 * @param buyer who owes
 * @param waysToPay how the debt can be paid (BG-16 to BG-19), as far as it is known
 * @param references numbers by which it can be found again
 * @param notes notes (BT-22) by the code of their subject (BT-21); in France PMT tells the costs of
 *     collection, PMD the penalties for late payment, and AAB the discount for early payment. Notes
 *     without a code are left out
 */
public record ElectronicInvoice(
    String number,
    String typeCode,
    boolean isCreditNote,
    LocalDate issued,
    Money total,
    Money prepaid,
    Money payable,
    AgreedTerms terms,
    Party seller,
    Party buyer,
    List<WayToPay> waysToPay,
    References references,
    SortedMap<String, String> notes) {

  /**
   * Numbers by which an electronic invoice can be found again.
   *
   * @param payment what a payment should quote (BT-83)
   * @param buyer what the buyer asked to be quoted (BT-10)
   * @param order the number of the buyer's order (BT-13)
   * @param preceding the numbers of invoices before it (BT-25): which a credit note corrects
   */
  public record References(
      Optional<String> payment,
      Optional<String> buyer,
      Optional<String> order,
      List<String> preceding) {

    /**
     * References.
     *
     * @param payment what a payment should quote
     * @param buyer what the buyer asked to be quoted
     * @param order the number of the buyer's order
     * @param preceding the numbers of invoices before it
     */
    public References {
      Objects.requireNonNull(payment, "payment");
      Objects.requireNonNull(buyer, "buyer");
      Objects.requireNonNull(order, "order");
      preceding = List.copyOf(preceding);
    }
  }

  /**
   * An electronic invoice.
   *
   * @param number the invoice number
   * @param typeCode the kind of document
   * @param isCreditNote whether it is a credit note
   * @param issued the invoice date
   * @param total the whole amount
   * @param prepaid what was paid before
   * @param payable what is left to pay
   * @param terms due date, payment terms and discounts
   * @param seller who is owed
   * @param buyer who owes
   * @param waysToPay how the debt can be paid
   * @param references numbers by which it can be found again
   * @param notes notes by the code of their subject
   */
  public ElectronicInvoice {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(typeCode, "typeCode");
    Objects.requireNonNull(issued, "issued");
    Objects.requireNonNull(total, "total");
    Objects.requireNonNull(prepaid, "prepaid");
    Objects.requireNonNull(payable, "payable");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(seller, "seller");
    Objects.requireNonNull(buyer, "buyer");
    waysToPay = List.copyOf(waysToPay);
    Objects.requireNonNull(references, "references");
    notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
  }

  /**
   * {@return whether this is a corrected invoice (type 384)} If it asks for money, it takes the
   * place of the invoices before it or adds to them, and only its sender knows which.
   */
  public boolean isCorrected() {
    return typeCode.equals("384");
  }

  /** {@return what the buyer owes: what is left to pay; negative if the seller owes} */
  public Money owed() {
    return isCreditNote ? payable.unaryMinus() : payable;
  }

  /**
   * {@return the invoice: its amount is what is {@link #owed}; empty if the document does not say
   * when it falls due} A credit note falls due on its own date.
   */
  public Optional<Invoice> invoice() {
    if (terms.due().isEmpty() && terms.terms().isEmpty() && terms.instalments().isEmpty()) {
      return owed().isPositive()
          ? Optional.empty()
          : Optional.of(Invoice.of(number, owed(), issued, issued));
    }
    return Optional.of(due(terms.terms()));
  }

  /**
   * {@return the invoice, with terms of your own if the document does not say when it falls due}
   * The discounts of the document are kept.
   *
   * @param otherwise the terms that you agreed with the buyer
   * @throws IllegalArgumentException if these terms count from the receipt of the goods, or have a
   *     discount that does not go with those of the document
   */
  public Invoice invoice(PaymentTerms otherwise) {
    Objects.requireNonNull(otherwise, "otherwise");
    return invoice()
        .orElseGet(
            () -> {
              PaymentTerms all = otherwise;
              for (EarlyPaymentDiscount each : terms.discounts()) {
                all = all.discount(each);
              }
              return Invoice.of(number, owed(), issued, all);
            });
  }

  private Invoice due(Optional<PaymentTerms> known) {
    LocalDate due = terms.due().or(() -> known.map(t -> t.dueDate(issued))).orElse(issued);
    Invoice invoice = Invoice.of(number, owed(), issued, due);
    if (!terms.instalments().isEmpty()) {
      invoice = invoice.inInstalments(terms.instalments());
    }
    return known.isPresent() ? invoice.onTerms(known.get()) : invoice;
  }

  /**
   * {@return the credit that a credit note, or a corrected invoice below zero, books on the invoice
   * before it, whose number is {@code references().preceding()}; empty if it names none or several,
   * or asks for money}
   */
  public Optional<LedgerEvent> credit() {
    boolean lowers = (isCreditNote || isCorrected()) && owed().isNegative();
    return lowers && references.preceding().size() == 1
        ? Optional.of(LedgerEvent.credit(issued, owed().unaryMinus()))
        : Optional.empty();
  }

  /**
   * {@return the buyer as a customer: under the {@linkplain Party#key key} of the buyer, with name,
   * country and ways to pay}
   *
   * @throws IllegalArgumentException if nothing tells who the buyer is
   */
  public Customer customer() {
    return customer(
        buyer
            .key()
            .orElseThrow(
                () -> new IllegalArgumentException("invoice does not name the buyer: " + number)));
  }

  /**
   * {@return the buyer as a customer, under an identifier of your own}
   *
   * @param id your identifier of the buyer, not blank
   * @throws IllegalArgumentException if the id is blank
   */
  public Customer customer(String id) {
    Customer customer = Customer.of(id);
    if (buyer.name().isPresent()) {
      customer = customer.named(buyer.name().get());
    }
    if (buyer.country().isPresent()) {
      customer = customer.inCountry(buyer.country().get());
    }
    for (WayToPay way : waysToPay) {
      customer = customer.payingBy(way);
    }
    return customer;
  }
}
