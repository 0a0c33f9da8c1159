package io.dunning.charge;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Writes down in the books what payments paid of charges. */
final class PostedCharges {
  /** How often discounts and charges are worked out by each other; each time settles a day. */
  private static final int MOST_ROUNDS = 20;

  private final AccrualTerms terms;
  private final LocalDate asOf;
  private final BusinessCalendar calendar;
  private final boolean principalFirst;

  PostedCharges(AccrualTerms terms, LocalDate asOf, BusinessCalendar calendar) {
    this.terms = terms;
    this.asOf = asOf;
    this.calendar = calendar;
    principalFirst = terms.order().isPrincipalFirst();
  }

  Account of(Account account) {
    return account.mapInvoices(
        history -> {
          if (history.events().isEmpty()) {
            return history; // nothing was paid
          }
          try {
            return of(history, account.withRestrictions(history));
          } catch (ArithmeticException e) {
            // the sums of charges are reported where they are asked for
            return history;
          }
        });
  }

  /** An invoice as the books show it, given how its charges see it. */
  InvoiceHistory of(InvoiceHistory history, InvoiceHistory charged) {
    if (terms.followsRecords()) {
      return history;
    }
    InvoiceHistory plain = history.withoutChargesPaid();
    return reachesCharges(plain) ? with(plain, postings(charged.withoutChargesPaid())) : plain;
  }

  /** Whether a payment can have paid any charges. */
  private boolean reachesCharges(InvoiceHistory plain) {
    if (principalFirst) {
      return plain.standingOn(asOf).balance().creditMinor() > 0;
    }
    for (LedgerEvent each : plain.events()) {
      if (each.date().isAfter(asOf)) {
        return false;
      }
      if (each instanceof MoneyEvent.Payment) {
        return true;
      }
    }
    return false;
  }

  /** An invoice with the discounts that are earned by what payments pay of the principal. */
  InvoiceHistory discounted(InvoiceHistory history) {
    boolean depends = !principalFirst && hasDiscounts(history);
    return depends ? of(history, history) : history;
  }

  private static boolean hasDiscounts(InvoiceHistory history) {
    return history.invoice().terms().filter(t -> !t.discounts().isEmpty()).isPresent();
  }

  private List<Posting> postings(InvoiceHistory plain) {
    InvoiceHistory posted = plain;
    List<Posting> now = new Hindsight(terms, plain, asOf, calendar).postings();
    if (principalFirst || !hasDiscounts(plain)) {
      return now;
    }
    // what pays charges earns no discount, and a discount leaves less to pay later
    for (int i = 0; i < MOST_ROUNDS && !with(plain, now).equals(posted); i++) {
      posted = with(plain, now);
      now = new Hindsight(terms, posted, asOf, calendar).postings();
    }
    return now;
  }

  /** Each behind its event. */
  private static InvoiceHistory with(InvoiceHistory plain, List<Posting> postings) {
    Deque<Posting> left = new ArrayDeque<>();
    postings.stream().filter(p -> p.amount() != 0).forEach(left::add);
    if (left.isEmpty()) {
      return plain;
    }
    Money unit = plain.invoice().amount();
    List<BookedEvent> all = new ArrayList<>();
    for (BookedEvent entry : plain.entries()) {
      LedgerEvent event = entry.event();
      while (!left.isEmpty() && left.peek().event().date().isBefore(event.date())) {
        all.add(left.poll().booked(unit.currency()));
      }
      all.add(entry);
      while (!left.isEmpty() && left.peek().event() == event) {
        all.add(left.poll().booked(unit.currency()));
      }
    }
    left.forEach(p -> all.add(p.booked(unit.currency())));
    return InvoiceHistory.ofBooked(plain.invoice(), all);
  }
}
