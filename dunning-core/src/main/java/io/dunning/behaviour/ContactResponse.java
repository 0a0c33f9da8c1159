package io.dunning.behaviour;

import io.dunning.calendar.EpochDay;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import java.io.Serializable;
import java.util.List;

/**
 * How often a customer answers.
 *
 * @param contacts how many contacts the creditor began
 * @param answered how many of them the customer answered within a week
 * @param changesOnDay the first later epoch day on which a contact leaves the window, or never
 */
record ContactResponse(int contacts, int answered, long changesOnDay) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int DAYS = 7;

  /**
   * Counts the contacts of a span of days.
   *
   * @param known the last epoch day whose events are known, included; later answers do not count
   * @param asOf the last epoch day of the span, included; not before {@code known}
   * @param window how many days the span has; 0 for all
   */
  static ContactResponse of(Account account, long known, long asOf, long window) {
    long from = window == 0 ? Long.MIN_VALUE : asOf - window + 1;
    ContactSorter sorter = new ContactSorter();
    sort(account.events(), known, sorter);
    for (InvoiceHistory history : account.invoices()) {
      sort(history.events(), known, sorter);
    }
    int contacts = 0;
    int answered = 0;
    long first = EpochDay.NEVER;
    for (long day : sorter.contacts) {
      if (day >= from) {
        Long next = sorter.answers.ceiling(day);
        contacts++;
        first = Math.min(first, day);
        answered += next != null && next <= day + DAYS ? 1 : 0;
      }
    }
    boolean leaves = window > 0 && contacts > 0;
    return new ContactResponse(contacts, answered, leaves ? first + window : EpochDay.NEVER);
  }

  private static void sort(List<LedgerEvent> events, long through, ContactSorter sorter) {
    for (LedgerEvent event : events) {
      if (event.date().toEpochDay() <= through) {
        event.accept(sorter);
      }
    }
  }
}
