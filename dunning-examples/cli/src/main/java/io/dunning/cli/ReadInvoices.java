package io.dunning.cli;

import io.dunning.bridges.document.ElectronicInvoice;
import io.dunning.cli.LedgerLine.OfInvoice;
import io.dunning.event.Evidence;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.terms.PaymentTerms;
import java.util.List;
import java.util.Optional;

/** Adds electronic invoices and credit notes to a ledger. */
final class ReadInvoices {
  private final DocumentBooks books;
  private final Optional<PaymentTerms> otherwise;
  private final List<String> problems;

  ReadInvoices(DocumentBooks books, Optional<PaymentTerms> otherwise, List<String> problems) {
    this.books = books;
    this.otherwise = otherwise;
    this.problems = problems;
  }

  /** An electronic invoice, and the name of its file. */
  record Named(String file, ElectronicInvoice document) {
    String number() {
      return Found.shortened(document.number());
    }

    /** Whether it asks for no money but takes some of a claim back. */
    boolean lowers() {
      return document.isCreditNote() || document.credit().isPresent();
    }
  }

  /**
   * Adds invoices and their customers, and what lowers or corrects them, in whatever order they
   * were read.
   */
  void all(List<Named> read) {
    for (Named each : DocumentOrder.of(read)) {
      if (each.lowers()) {
        creditNote(each);
      } else if (each.document().isCorrected()) {
        correctedInvoice(each);
      } else {
        invoice(each);
      }
    }
  }

  private void creditNote(Named read) {
    ElectronicInvoice document = read.document();
    if (isAddedAsInvoice(document)) {
      books.note(
          "credit note "
              + read.number()
              + " is in the ledger already, as an invoice of "
              + document.owed()
              + "; to lower other invoices by it, delete that one and record credits on them");
      return;
    }
    List<String> preceding = document.references().preceding();
    Optional<LedgerEvent> credit = document.credit();
    Optional<OfInvoice> before = credit.flatMap(c -> books.find(preceding.get(0)));
    if (before.isPresent()) {
      credit(before.get(), document, credit.get());
      return;
    }
    if (!preceding.isEmpty() && books.find(document.number()).isEmpty()) {
      books.note(
          "credit note "
              + read.number()
              + (credit.isPresent()
                  ? " names invoice "
                      + Found.shortened(preceding.get(0))
                      + ", which is not in the ledger"
                  : " lowers no single invoice")
              + ", so it is added as an invoice of "
              + document.owed()
              + "; record a credit on the invoices that it lowers instead if you know them");
    }
    invoice(read);
  }

  /** Whether a credit note stands in the ledger as an invoice: nobody knew what it lowers. */
  private boolean isAddedAsInvoice(ElectronicInvoice document) {
    return books
        .find(document.number())
        .filter(b -> document.invoice().filter(i -> isSame(b, document, i)).isPresent())
        .isPresent();
  }

  private void credit(OfInvoice before, ElectronicInvoice document, LedgerEvent credit) {
    Optional<String> buyer = document.buyer().key();
    if (buyer.filter(b -> !b.equals(before.customer())).isPresent()) {
      books.note(
          "credit note "
              + Found.shortened(document.number())
              + " is not booked: its buyer is "
              + Found.shortened(buyer.get())
              + ", and invoice "
              + before.invoice().number()
              + " is owed by "
              + before.customer()
              + "; record a credit yourself if both are the same customer");
      return;
    }
    books.book(before, credit.with(Evidence.NONE.withDocument(document.number())));
  }

  /** A corrected invoice replaces the one before it, or adds to it; only the user knows which. */
  private void correctedInvoice(Named read) {
    List<String> open =
        read.document().references().preceding().stream()
            .flatMap(n -> books.find(n).stream())
            .map(OfInvoice::invoice)
            .filter(i -> !books.booked().isGone(i))
            .map(Invoice::number)
            .toList();
    if (open.isEmpty() || books.find(read.document().number()).isPresent()) {
      invoice(read);
      return;
    }
    String before = String.join(", ", open);
    books.note(
        "corrected invoice "
            + read.number()
            + " of "
            + read.document().owed()
            + " is not booked: it may replace "
            + before
            + " or add to it; if it replaces it, record voided on "
            + before
            + " and read it again, or else add it to invoices.csv");
  }

  private void invoice(Named read) {
    ElectronicInvoice document = read.document();
    Optional<Invoice> invoice = document.invoice().or(() -> otherwise.map(document::invoice));
    Optional<OfInvoice> before = books.find(document.number());
    if (before.isPresent() && invoice.filter(i -> isSame(before.get(), document, i)).isPresent()) {
      books.note("invoice is in the ledger already: " + read.number());
    } else if (before.isPresent()) {
      problem(
          read,
          "another invoice of this number is in the ledger",
          "it was meant to be a corrected invoice: give it a number of its own");
    } else if (document.buyer().key().isEmpty()) {
      problem(read, "invoice does not name the buyer", "add it to invoices.csv yourself");
    } else if (invoice.isEmpty()) {
      problem(read, "nothing says when the invoice falls due", "--terms 'net 30'");
    } else {
      books.add(customer(document), invoice.get());
    }
  }

  private void problem(Named read, String what, String advice) {
    problems.add(read.file() + ": " + what + ": " + read.number() + "\nMaybe " + advice);
  }

  private static boolean isSame(OfInvoice before, ElectronicInvoice document, Invoice invoice) {
    Invoice known = before.invoice();
    return document.buyer().key().filter(before.customer()::equals).isPresent()
        && known.amount().equals(invoice.amount())
        && known.issued().equals(invoice.issued())
        && known.due().equals(invoice.due());
  }

  private static Customer customer(ElectronicInvoice document) {
    Customer customer = Customer.of(document.buyer().key().orElseThrow());
    customer = document.buyer().name().map(customer::named).orElse(customer);
    return document.buyer().country().map(customer::inCountry).orElse(customer);
  }
}
