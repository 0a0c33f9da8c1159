package io.dunning.ledger;

import io.dunning.event.LedgerEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Agreements and the money that moved since, by day, from which follows whether they were kept. */
final class AgreementLog {
  /** An event, and the day on which the invoice was issued on which it was recorded. */
  private record Entry(LedgerEvent event, long issuedDay) {}

  private final List<Entry> entries;

  private AgreementLog(List<Entry> entries) {
    this.entries = entries;
  }

  /** The events of an invoice, or an account's own. */
  static AgreementLog of(EventLog log) {
    AgreementLog own = new AgreementLog(new ArrayList<>(log.size()));
    for (int i = 0; i < log.size(); i++) {
      own.entries.add(new Entry(log.get(i), EventLog.EARLIEST));
    }
    return own;
  }

  /** Adds the money that moved on an invoice of the account. */
  void addMoney(EventLog ofInvoice, long issuedDay) {
    for (int i = 0; i < ofInvoice.size(); i++) {
      LedgerEvent event = ofInvoice.get(i);
      if (MoneyMoved.by(event).isPresent()) {
        entries.add(new Entry(event, issuedDay));
      }
    }
  }

  /** Puts events of several invoices into the order of their days. */
  void sort() {
    entries.sort(Comparator.comparing(entry -> entry.event.date()));
  }

  int size() {
    return entries.size();
  }

  LedgerEvent get(int i) {
    return entries.get(i).event;
  }

  /**
   * Whether an event can count towards an agreement of a day. An agreement for an account is about
   * nothing that was issued later, and so is what pays that.
   */
  boolean mayKeep(int i, LocalDate agreedOn) {
    return entries.get(i).issuedDay <= agreedOn.toEpochDay();
  }
}
