package io.dunning.cli;

import io.dunning.bridges.document.ReceivedStatus;
import io.dunning.bridges.status.InvoiceStatuses;
import io.dunning.bridges.status.StatusAnswer;
import io.dunning.bridges.status.StatusMeaning;
import io.dunning.bridges.status.StatusMessage;
import io.dunning.cli.LedgerLine.OfInvoice;
import io.dunning.event.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Books what statuses of electronic invoices call for. */
final class ReadStatuses {
  private final DocumentBooks books;

  ReadStatuses(DocumentBooks books) {
    this.books = books;
  }

  void all(List<ReceivedStatus> received) {
    received.forEach(this::status);
  }

  private void status(ReceivedStatus received) {
    StatusMessage status = received.status();
    StatusAnswer answer = InvoiceStatuses.shipped().answer(status);
    String what = "status " + status.code() + " of invoice " + Found.shortened(received.invoice());
    Optional<OfInvoice> invoice = books.find(received.invoice());
    if (invoice.isEmpty()) {
      books.note(
          what
              + " is not booked: the ledger has no such invoice; read the invoice, then this again");
      return;
    }
    int issued = invoice.get().invoice().issued().getYear();
    if (received.year().filter(y -> y.getValue() != issued).isPresent()) {
      books.note(
          what
              + " is not booked: it is about one of "
              + received.year().get()
              + ", and that of the ledger is of "
              + issued
              + "; record what it means yourself if you know the invoice");
      return;
    }
    if (!answer.unknown().isEmpty()) {
      books.note(
          what
              + ": its reasons are not known: "
              + Found.shortened(String.join(", ", answer.unknown())));
    }
    answer.event().ifPresent(e -> books.book(invoice.get(), e.with(evidence(received))));
    String why =
        answer.gap().map(g -> g.replace("\nMaybe ", "; ")).orElseGet(() -> nothing(status));
    if (answer.event().isEmpty()) {
      books.note(what + " is not booked: " + why);
    } else if (answer.gap().isPresent()) {
      books.note(what + ": " + why);
    }
  }

  private static String nothing(StatusMessage status) {
    return InvoiceStatuses.shipped()
        .meaning(status.scheme(), status.code())
        .map(StatusMeaning::whyNothing)
        .filter(w -> !w.isEmpty())
        .orElse("it calls for no event");
  }

  /** What tells a status from others, as it has no number of its own. */
  private static Evidence evidence(ReceivedStatus received) {
    StatusMessage status = received.status();
    List<String> parts = new ArrayList<>(List.of(status.scheme().toString(), status.code()));
    parts.addAll(status.reasons());
    return Evidence.NONE.withDocument(String.join(" ", parts) + " of " + received.invoice());
  }
}
