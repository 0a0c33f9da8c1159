package io.dunning.ledger;

import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.AgreementEvent.PromiseWithdrawn;
import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lets one account answer for others. Events of a child as a whole go to each of its invoices that
 * they are about, apart from those that can happen only once: they count for all. A promise ends
 * where it went when the child withdraws it, or makes one that goes elsewhere.
 */
final class Consolidation {
  /** The number of the parent among those whose events are shared. */
  private static final int PARENT = 0;

  /** An event that counts for all, and the number of the account it came from. */
  private record Shared(BookedEvent entry, int of) {}

  private final List<InvoiceHistory> invoices;
  private final List<Shared> shared = new ArrayList<>();
  private int last = PARENT;

  Consolidation(Account parent) {
    invoices = new ArrayList<>(parent.invoices());
    parent.entries().forEach(entry -> shared.add(new Shared(entry, PARENT)));
  }

  void add(Account child) {
    last++;
    Sorting sorting = new Sorting(last);
    child.entries().forEach(sorting::add);
    for (InvoiceHistory history : child.invoices()) {
      invoices.add(history.with(ChildEvents.of(sorting.ofEach, history)));
    }
  }

  /** Sorts the events of a child. */
  private final class Sorting {
    private final int of;
    private final List<BookedEvent> ofEach = new ArrayList<>();

    /** The promise of the child that was neither withdrawn nor replaced; null without. */
    private LedgerEvent promise;

    private Sorting(int child) {
      of = child;
    }

    private void add(BookedEvent entry) {
      LedgerEvent event = entry.event();
      boolean ofAll = EventSharing.of(event);
      if (event instanceof PromiseToPay) {
        if (promise != null && EventSharing.of(promise) != ofAll) {
          withdraw(new PromiseWithdrawn(event.date()).bookedOn(entry.bookedOn()));
        }
        promise = event;
      } else if (event instanceof PromiseWithdrawn) {
        withdraw(entry);
        promise = null;
        return;
      }
      put(entry, ofAll);
    }

    private void withdraw(BookedEvent entry) {
      if (promise != null) {
        put(entry, EventSharing.of(promise));
      }
    }

    private void put(BookedEvent entry, boolean ofAll) {
      if (ofAll) {
        shared.add(new Shared(entry, of));
      } else {
        ofEach.add(entry);
      }
    }
  }

  List<InvoiceHistory> invoices() {
    return invoices;
  }

  /** The events that count for all; nobody withdraws the promise of somebody else. */
  EventLog log() {
    shared.sort(Comparator.comparing(each -> each.entry().event().date()));
    List<BookedEvent> entries = new ArrayList<>(shared.size());
    int promisedBy = PARENT;
    for (Shared each : shared) {
      LedgerEvent event = each.entry().event();
      if (event instanceof PromiseToPay) {
        promisedBy = each.of();
      }
      if (!(event instanceof PromiseWithdrawn) || each.of() == promisedBy) {
        entries.add(each.entry());
      }
    }
    return EventLog.ofBooked(entries);
  }
}
