package io.dunning.cli;

import io.dunning.bridges.document.BankFile;
import io.dunning.bridges.document.BankTransaction;
import io.dunning.bridges.document.BankTransaction.Kind;
import io.dunning.bridges.document.ProposedReceipt;
import io.dunning.bridges.document.ReceiptMatcher;
import io.dunning.cli.LedgerLine.OfCustomer;
import io.dunning.cli.LedgerLine.OfEvent;
import io.dunning.cli.LedgerLine.OfInvoice;
import io.dunning.event.BookedEvent;
import io.dunning.ledger.Invoice;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Books the transactions of bank files that belong to one invoice, and proposes other receipts. */
final class ReadBankFiles {
  private final DocumentBooks books;
  private final ReceiptMatcher matcher;

  ReadBankFiles(DocumentBooks books) {
    this.books = books;
    this.matcher =
        ReceiptMatcher.of(books.allInvoices().stream().map(OfInvoice::invoice).toList())
            .knowing(names(books));
  }

  /** The names of customers, by the numbers of their invoices. */
  private static Map<String, String> names(DocumentBooks books) {
    Map<String, String> ofCustomers = new HashMap<>();
    for (LinesReader.Numbered each : books.lines()) {
      if (each.line() instanceof OfCustomer customer) {
        ofCustomers.put(customer.customer(), customer.of().name());
      }
    }
    Map<String, String> all = new HashMap<>();
    books
        .allInvoices()
        .forEach(i -> all.put(i.invoice().number(), ofCustomers.getOrDefault(i.customer(), "")));
    return all;
  }

  /** Books receipts, then what went back: a file may come before the one with the payment. */
  void all(List<BankFile> files) {
    for (boolean receipts : List.of(true, false)) {
      for (BankFile file : files) {
        file.transactions().stream()
            .filter(t -> (t.kind() == Kind.RECEIPT) == receipts)
            .forEach(this::transaction);
      }
    }
    BankCoverage coverage = BankCoverage.of(files);
    coverage.through().ifPresent(books::bankDataThrough);
    coverage.gaps().forEach(g -> books.note("bank data do not go further for account " + g));
  }

  private void transaction(BankTransaction transaction) {
    List<Invoice> quoted = matcher.quotedBy(transaction);
    Optional<Invoice> invoice =
        transaction.kind() != Kind.RECEIPT_REVERSED
            ? matcher.paidBy(transaction)
            : quoted.size() == 1 ? Optional.of(quoted.get(0)) : Optional.empty();
    Optional<BookedEvent> entry = invoice.flatMap(i -> transaction.eventIn(i.amount().currency()));
    if (entry.isPresent()) {
      book(books.find(invoice.orElseThrow().number()).orElseThrow(), entry.get(), transaction);
    } else {
      unbooked(transaction, quoted);
    }
  }

  /** Books a payment, or one that came back, and what follows from it. */
  private void book(OfInvoice invoice, BookedEvent entry, BankTransaction transaction) {
    if (books.book(invoice, entry)) {
      transaction
          .failedCollection()
          .ifPresent(f -> books.book(invoice, f.bookedOn(transaction.bookedOn())));
    }
    for (String name : new TreeSet<>(List.of(transaction.document(), transaction.announcedAs()))) {
      books.receipts().booked(name, transaction).forEach(books::add);
    }
  }

  /** Proposes a receipt that is not booked, so that steps wait for it, and lists it. */
  private void unbooked(BankTransaction transaction, List<Invoice> quoted) {
    Optional<ProposedReceipt> proposed = matcher.proposed(transaction);
    if (proposed.isEmpty() && transaction.kind() != Kind.RECEIPT_REVERSED) {
      return;
    }
    String what = what(transaction);
    String id = transaction.document();
    boolean isBooked = books.booked().knows(id);
    if (proposed.isPresent() && (isBooked || books.receipts().knows(id))) {
      books.note((isBooked ? "booked" : "proposed") + " already: " + what + ", document " + id);
      return;
    }
    List<OfEvent> held =
        proposed.map(p -> books.receipts().propose(p, transaction)).orElse(List.of());
    held.forEach(books::add);
    books.note(
        what
            + ", is not booked: "
            + why(transaction, quoted)
            + "; "
            + advice(transaction)
            + (held.isEmpty()
                ? ""
                : "; it holds steps of "
                    + places(held)
                    + " until you record candidate-booked or candidate-rejected of \""
                    + id
                    + "\", and no longer than the policy says (7 days if it does not say)"));
  }

  private static String what(BankTransaction transaction) {
    return transaction.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + " of "
        + transaction.date()
        + ", "
        + transaction.amount()
        + transaction.counterparty().map(c -> " from " + c).orElse("");
  }

  private String why(BankTransaction transaction, List<Invoice> quoted) {
    if (transaction.kind() == Kind.EXPECTED_RECEIPT) {
      return "the bank has announced it and not booked it";
    }
    if (quoted.isEmpty()) {
      return "it quotes no invoice of the ledger";
    }
    if (quoted.size() > 1) {
      return "it quotes "
          + quoted.stream().map(Invoice::number).collect(Collectors.joining(", "))
          + " and does not say how much is for each";
    }
    Invoice only = quoted.get(0);
    if (transaction.kind() == Kind.RECEIPT && matcher.isDoubtful(only, transaction)) {
      return "it quotes "
          + only.number()
          + ", which may be a date or an amount, and the payer does not have the customer's name";
    }
    return transaction.amountIn(only.amount().currency()).isEmpty()
        ? "it is not in " + only.amount().currency() + ", as " + only.number() + " is"
        : "it is more than " + only.number() + " comes to, " + only.amount();
  }

  private static String advice(BankTransaction transaction) {
    return switch (transaction.kind()) {
      case EXPECTED_RECEIPT -> "read the file that books it";
      case RECEIPT_REVERSED -> "record payment-reversed on the invoice that was paid with it";
      default -> "record a payment on each invoice that it pays";
    };
  }

  private static String places(List<OfEvent> held) {
    return held.stream()
        .map(e -> e.number().orElse("customer " + e.customer()))
        .collect(Collectors.joining(", "));
  }
}
