package io.dunning.behaviour;

import io.dunning.event.AgreementEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
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
      LedgerEvent event = entry;
      long day = event.date().toEpochDay();
      if (day > through) {
        continue;
      }
      boolean out =
          event instanceof Contact c && c.direction() == Direction.OUT
              || event instanceof StepEvent.StepTaken s && s.channel().isPresent();
      boolean in =
          event instanceof Contact c && c.direction() == Direction.IN
              || event instanceof ContactEvent.CustomerReplied
              || event instanceof AgreementEvent.PromiseToPay
              || event instanceof MoneyEvent.Payment;
      if (out) {
        contacts.add(day);
      } else if (in) {
        answers.add(day);
      }
    }
  }
}
