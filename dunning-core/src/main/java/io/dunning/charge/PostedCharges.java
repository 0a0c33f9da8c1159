package io.dunning.charge;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.MoneyEvent.PartWrittenOff;
import io.dunning.event.MoneyEvent.WrittenOff;
import io.dunning.ledger.Account;
import io.dunning.ledger.Balance;
import io.dunning.ledger.InvoiceHistory;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Writes down in the books what payments paid of charges. */
final class PostedCharges {
  private final ChargeRules rules;
  private final LocalDate asOf;
  private final BusinessCalendar calendar;
  private final boolean principalFirst;

  PostedCharges(ChargeRules rules, LocalDate asOf, BusinessCalendar calendar) {
    this.rules = rules;
    this.asOf = asOf;
    this.calendar = calendar;
    principalFirst = rules.order().isPrincipalFirst();
  }

  Account of(Account account) {
    return account.mapInvoices(
        history -> {
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
    if (rules.isNone()) {
      return history;
    }
    InvoiceHistory plain = history.withoutChargesPaid();
    Balance balance = plain.standingOn(asOf).balance();
    boolean reachesCharges =
        principalFirst ? balance.creditMinor() > 0 : balance.paid().isPositive();
    if (!reachesCharges) {
      return plain;
    }
    List<MoneyEvent.ChargesPaid> paid = rules.accrue(charged, asOf, calendar).chargesPaid();
    return paid.isEmpty() ? plain : with(plain, paid);
  }

  /** After all else of their day but its write-offs, which give up what payments left. */
  private static InvoiceHistory with(InvoiceHistory plain, List<MoneyEvent.ChargesPaid> paid) {
    List<BookedEvent> all = new ArrayList<>();
    Deque<MoneyEvent.ChargesPaid> left = new ArrayDeque<>(paid);
    for (BookedEvent entry : plain.entries()) {
      LedgerEvent event = entry.event();
      boolean givesUp = event instanceof PartWrittenOff || event instanceof WrittenOff;
      while (givesUp && !left.isEmpty() && !left.peek().date().isAfter(event.date())) {
        MoneyEvent.ChargesPaid next = left.poll();
        all.add(next.bookedOn(next.date()));
      }
      all.add(entry);
    }
    left.forEach(p -> all.add(p.bookedOn(p.date())));
    return InvoiceHistory.ofBooked(plain.invoice(), all);
  }
}
