package io.dunning.ledger;

import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Agreements and the money that moved since, by day, from which follows whether they were kept. */
final class AgreementLog {
  /**
   * An event, and the invoice on which it was recorded.
   *
   * @param place which of the invoices; 0 for an event that is recorded with the agreements
   * @param issuedDay the day on which the invoice was issued
   */
  private record Entry(LedgerEvent event, int place, long issuedDay) {}

  private final List<Entry> entries;

  /** How many invoices were added. */
  private int invoices;

  private AgreementLog(List<Entry> entries) {
    this.entries = entries;
  }

  /** The events of an invoice, or an account's own. */
  static AgreementLog of(EventLog log) {
    AgreementLog own = new AgreementLog(new ArrayList<>(log.size()));
    for (int i = 0; i < log.size(); i++) {
      own.entries.add(new Entry(log.get(i), 0, EventLog.EARLIEST));
    }
    return own;
  }

  /** Adds the money that moved on an invoice of the account. */
  void addMoney(EventLog ofInvoice, long issuedDay) {
    invoices++;
    for (int i = 0; i < ofInvoice.size(); i++) {
      LedgerEvent event = ofInvoice.get(i);
      if (MoneyMoved.by(event).isPresent()) {
        entries.add(new Entry(event, invoices, issuedDay));
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
   * Adds the money that an event moves, if it can count towards an agreement of a day. An agreement
   * for an account is about nothing that was issued later, and so is what pays that.
   */
  void count(int i, LocalDate agreedOn, MoneySince paid) {
    Entry entry = entries.get(i);
    if (entry.issuedDay <= agreedOn.toEpochDay()) {
      MoneyMoved.by(entry.event)
          .ifPresent(m -> paid.add(entry.event.date(), entry.place, m, isReversal(i)));
    }
  }

  /** Whether a payment is reversed: it bounced, or goes elsewhere. */
  boolean isReversal(int i) {
    return entries.get(i).event instanceof MoneyEvent.PaymentReversed;
  }
}
