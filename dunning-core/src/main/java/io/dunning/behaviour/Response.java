package io.dunning.behaviour;

import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.LedgerEvent;
import io.dunning.ledger.LedgerEvent.Contact;
import io.dunning.ledger.LedgerEvent.Direction;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * How a customer answers contacts.
 *
 * @param contacts how many there were
 * @param answered how many of them were answered within a week
 */
record Response(int contacts, int answered) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int DAYS = 7;

  /** Of the contacts from a day through another, by events up to the latter. */
  static Response of(Account account, long through, long from) {
    List<Long> contacts = new ArrayList<>();
    NavigableSet<Long> answers = new TreeSet<>();
    look(account.events(), through, contacts, answers);
    for (InvoiceHistory history : account.invoices()) {
      look(history.events(), through, contacts, answers);
    }
    contacts.removeIf(day -> day < from);
    int answered = 0;
    for (long day : contacts) {
      Long next = answers.ceiling(day);
      answered += next != null && next <= day + DAYS ? 1 : 0;
    }
    return new Response(contacts.size(), answered);
  }

  private static void look(
      List<LedgerEvent> events, long through, List<Long> contacts, NavigableSet<Long> answers) {
    for (LedgerEvent entry : events) {
      LedgerEvent event = entry instanceof LedgerEvent.Booked b ? b.event() : entry;
      long day = event.date().toEpochDay();
      if (day > through) {
        continue;
      }
      boolean out =
          event instanceof Contact c && c.direction() == Direction.OUT
              || event instanceof LedgerEvent.StepTaken s && s.channel().isPresent();
      boolean in =
          event instanceof Contact c && c.direction() == Direction.IN
              || event instanceof LedgerEvent.CustomerReplied
              || event instanceof LedgerEvent.PromiseToPay
              || event instanceof LedgerEvent.Payment;
      if (out) {
        contacts.add(day);
      } else if (in) {
        answers.add(day);
      }
    }
  }
}
