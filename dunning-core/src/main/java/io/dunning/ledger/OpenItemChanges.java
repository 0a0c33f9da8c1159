package io.dunning.ledger;

import io.dunning.event.AgreementEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds how open items came and went, by looking at each invoice on the days that can matter. */
final class OpenItemChanges {
  private final List<OpenItem.Change> changes = new ArrayList<>();

  private OpenItemChanges() {}

  static List<OpenItem.Change> of(Account account, EventLog log, Tolerance tolerance) {
    OpenItemChanges all = new OpenItemChanges();
    TreeSet<LocalDate> shared = new TreeSet<>();
    if (log.has(DisputeEvent.DisputeOpened.class) || log.has(AgreementEvent.PromiseToPay.class)) {
      addDays(log, shared);
    }
    boolean spread = log.has(AgreementEvent.PromiseToPay.class) && anyOfAmount(log);
    if (spread) {
      // what an invoice has of the promise depends on what was paid on the others
      account.invoices().forEach(history -> addDays(history.log(), shared));
    }
    Map<LocalDate, OpenItems> looks = new HashMap<>();
    for (InvoiceHistory history : account.invoices()) {
      LocalDate issued = history.invoice().issued();
      TreeSet<LocalDate> days = new TreeSet<>(shared);
      addDays(history.log(), days);
      days.add(issued);
      List<OpenItem> before = List.of();
      for (LocalDate day : days.tailSet(issued)) {
        OpenItems look =
            spread
                ? looks.computeIfAbsent(day, d -> new OpenItems(account, d, tolerance))
                : new OpenItems(account, day, tolerance);
        before = all.change(day, before, look.of(history));
      }
    }
    TreeSet<LocalDate> days = new TreeSet<>();
    if (log.has(MoneyEvent.Payment.class)) {
      addDays(log, days);
    }
    List<OpenItem> before = List.of();
    for (LocalDate day : days) {
      before = all.change(day, before, new OpenItems(account, day).waiting(LocalDate.MAX));
    }
    return all.changes;
  }

  private static boolean anyOfAmount(EventLog log) {
    return log.events().stream()
        .anyMatch(e -> e instanceof AgreementEvent.PromiseToPay p && p.amount().isPresent());
  }

  /** The days of events, and those after the last days of promises. */
  private static void addDays(EventLog log, TreeSet<LocalDate> days) {
    for (int i = 0; i < log.size(); i++) {
      LedgerEvent event = log.get(i);
      days.add(event.date());
      if (event instanceof AgreementEvent.PromiseToPay promise
          && promise.until().isBefore(LocalDate.MAX)) {
        days.add(promise.until().plusDays(1));
      }
    }
  }

  /** The items that disappeared, and those that are new. */
  private List<OpenItem> change(LocalDate date, List<OpenItem> before, List<OpenItem> now) {
    int day = OpenItem.clamped(date.toEpochDay());
    List<OpenItem> come = new ArrayList<>(now);
    for (OpenItem each : before) {
      if (!removeSame(come, each)) {
        changes.add(new OpenItem.Change(day, each, false));
      }
    }
    come.forEach(item -> changes.add(new OpenItem.Change(day, item, true)));
    return now;
  }

  private static boolean removeSame(List<OpenItem> items, OpenItem item) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).isSame(item)) {
        items.remove(i);
        return true;
      }
    }
    return false;
  }
}
