package io.dunning.ledger;

import io.dunning.event.BookedEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets one account answer for others. Events of a child as a whole go to each of its invoices that
 * they are about, apart from those that can happen only once: they count for all.
 */
final class Consolidation {
  private final List<InvoiceHistory> invoices;
  private final List<BookedEvent> shared;

  Consolidation(Account parent) {
    invoices = new ArrayList<>(parent.invoices());
    shared = new ArrayList<>(parent.entries());
  }

  void add(Account child) {
    List<BookedEvent> ofEach = new ArrayList<>();
    for (BookedEvent entry : child.entries()) {
      (EventSharing.of(entry.event()) ? shared : ofEach).add(entry);
    }
    for (InvoiceHistory history : child.invoices()) {
      invoices.add(history.with(ChildEvents.of(ofEach, history)));
    }
  }

  List<InvoiceHistory> invoices() {
    return invoices;
  }

  EventLog log() {
    return EventLog.ofBooked(shared);
  }
}
