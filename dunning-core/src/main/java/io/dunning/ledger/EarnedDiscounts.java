package io.dunning.ledger;

import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the discounts that payments earn by the terms of an invoice.
 *
 * <p>What counts is what stayed: a payment that was reversed or paid back earned nothing. So the
 * discount of each day is worked out anew from the payments that are left by then, and the
 * difference to the day before becomes an event of that day. All money of one day counts together.
 */
final class EarnedDiscounts {
  private final Invoice invoice;
  private final CurrencyUnit unit;
  private final long lastAccepted;
  private final DiscountBooks books;
  private long taken;

  private EarnedDiscounts(Invoice invoice) {
    this.invoice = invoice;
    unit = invoice.amount().currency();
    lastAccepted =
        invoice.discounts().stream().mapToLong(DiscountTier::lastAccepted).max().orElseThrow();
    books = new DiscountBooks(invoice.amount().minorUnits(), lastAccepted);
  }

  /** The log with the discounts, each behind the last money of its day. */
  static EventLog in(EventLog log, Invoice invoice) {
    if (invoice.discounts().isEmpty() || !log.has(MoneyEvent.class)) {
      return log;
    }
    EarnedDiscounts discounts = new EarnedDiscounts(invoice);
    List<LedgerEvent> all = new ArrayList<>(log.size() + 2);
    for (int i = 0; i < log.size(); i++) {
      all.add(log.get(i));
      if (log.get(i) instanceof MoneyEvent event) {
        event.accept(discounts.books);
        if (!goesOn(log, i)) {
          discounts.endDay(event.date(), all);
        }
      }
    }
    return all.size() == log.size() ? log : EventLog.of(all);
  }

  /** The discounts of an invoice at the end of a day. */
  static Discounts on(InvoiceHistory history, LocalDate asOf) {
    Invoice invoice = history.invoice();
    Balance balance = history.standingOn(asOf).balance();
    Optional<Discounts.Offered> offered = Optional.empty();
    Optional<Discounts.Missed> missed = Optional.empty();
    if (balance.openMinor() > 0 && !invoice.discounts().isEmpty()) {
      EarnedDiscounts discounts = new EarnedDiscounts(invoice);
      for (LedgerEvent each : history.events()) {
        if (each instanceof MoneyEvent event && !event.date().isAfter(asOf)) {
          event.accept(discounts.books);
        }
      }
      offered = discounts.offered(balance.openMinor(), asOf.toEpochDay());
      missed = discounts.missed(balance.openMinor(), asOf.toEpochDay());
    }
    return new Discounts(balance.discount(), offered, missed);
  }

  /** The largest discount that a payment of the rest would earn, of those told to the customer. */
  private Optional<Discounts.Offered> offered(long open, long day) {
    long paid = books.paid();
    long earned = earnedThrough(day);
    Discounts.Offered best = null;
    long most = 0;
    for (DiscountTier tier : invoice.discounts()) {
      long offer = day > tier.lastDay() ? 0 : tier.offered(books.claimOn(day), paid, earned, unit);
      if (offer > most) {
        most = offer;
        LocalDate until = LocalDate.ofEpochDay(tier.lastDay());
        best = new Discounts.Offered(money(offer), money(open - offer), until);
      }
    }
    return Optional.ofNullable(best);
  }

  /** The smallest discount that would have settled the invoice, had the payment been in time. */
  private Optional<Discounts.Missed> missed(long open, long day) {
    long earned = earnedThrough(day);
    long paid = 0;
    Discounts.Missed last = null;
    int tiers = 0;
    for (var each : books.paidByDay().headMap(day, true).entrySet()) {
      paid = Math.addExact(paid, each.getValue());
      long claim = books.claimOn(each.getKey());
      for (int i = tiers; i < invoice.discounts().size() && paid > 0; i++) {
        DiscountTier tier = invoice.discounts().get(i);
        long whole = tier.on(claim, unit);
        if (each.getKey() > tier.lastAccepted() && paid >= claim - whole && whole > earned) {
          last =
              new Discounts.Missed(
                  money(Math.min(open, whole - earned)),
                  LocalDate.ofEpochDay(tier.lastDay()),
                  LocalDate.ofEpochDay(each.getKey()));
          tiers = i + 1;
        }
      }
    }
    return Optional.ofNullable(last);
  }

  private Money money(long minorUnits) {
    return Money.ofMinor(minorUnits, unit);
  }

  /** Whether more money follows on the same day. */
  private static boolean goesOn(EventLog log, int place) {
    LocalDate day = log.get(place).date();
    for (int i = place + 1; i < log.size() && log.get(i).date().equals(day); i++) {
      if (log.get(i) instanceof MoneyEvent) {
        return true;
      }
    }
    return false;
  }

  private void endDay(LocalDate date, List<LedgerEvent> all) {
    if (!books.hasChanged()) {
      return;
    }
    long now = earnedThrough(date.toEpochDay());
    if (now > taken) {
      all.add(LedgerEvent.discountTaken(date, money(now - taken)));
    } else if (now < taken) {
      all.add(LedgerEvent.discountReversed(date, money(taken - now)));
    }
    taken = now;
  }

  /** What the payments that are left earned up to a day. */
  private long earnedThrough(long day) {
    long claim = invoice.amount().minorUnits();
    long earned = 0;
    long paid = 0;
    for (var each : books.paidByDay().headMap(Math.min(day, lastAccepted), true).entrySet()) {
      claim = Math.subtractExact(claim, books.loweredOn(each.getKey()));
      earned = Math.addExact(earned, earnedOn(each.getKey(), claim, paid, earned, each.getValue()));
      paid = Math.addExact(paid, each.getValue());
    }
    return earned;
  }

  /** What the money of a day earns by the discount that is best for the customer. */
  private long earnedOn(long day, long claim, long paid, long earned, long now) {
    long most = 0;
    if (claim > 0 && paid + now > 0) {
      for (DiscountTier tier : invoice.discounts()) {
        if (day <= tier.lastAccepted()) {
          most = Math.max(most, tier.earned(claim, paid, earned, now, unit));
        }
      }
    }
    return most;
  }
}
