package io.dunning.charge;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.InvoiceHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes through the events of an invoice again whenever one of them changes what came before it,
 * such as a payment that bounces. So a write-off gives up what was open on its day, and the books
 * say on each day what was known on it, while what is owed in the end is as if the payment had
 * never come.
 */
final class Hindsight {
  /** How many events are looked back from; those before the last ones are taken together. */
  private static final int MOST_PASSES = 100;

  private final AccrualTerms terms;
  private final InvoiceHistory history;
  private final LocalDate asOf;
  private final BusinessCalendar calendar;

  /** What is recorded and the discounts that follow from it, up to the day. */
  private final List<LedgerEvent> events;

  private final WriteOffs writeOffs = new WriteOffs();
  private final List<Posting> postings = new ArrayList<>();

  /** How many postings the last pass had, and their sum. */
  private int postingsBefore;

  private long sumBefore;

  Hindsight(AccrualTerms terms, InvoiceHistory history, LocalDate asOf, BusinessCalendar calendar) {
    this.terms = terms;
    this.history = history;
    this.asOf = asOf;
    this.calendar = calendar;
    events = upTo(history.eventsAndDiscounts(), asOf);
  }

  private static List<LedgerEvent> upTo(List<LedgerEvent> events, LocalDate day) {
    int size = events.size();
    while (size > 0 && events.get(size - 1).date().isAfter(day)) {
      size--;
    }
    return size == events.size() ? events : events.subList(0, size);
  }

  /** What is owed, given that write-offs gave up what was open on their days. */
  AccruedCharges charges() {
    if (EventKinds.of(events).givenUp()) {
      lookBack();
    }
    return pass(history, events, asOf).run();
  }

  /** By how much each event changes what payments paid of charges, on its day. */
  List<Posting> postings() {
    LedgerEvent last = lookBack();
    note(pass(history, events, asOf), last);
    return postings;
  }

  /** Goes through what came before each event that looks back; gives the last such event. */
  private LedgerEvent lookBack() {
    LedgerEvent previous = null;
    for (int place : lookingBack()) {
      LedgerEvent next = events.get(place);
      List<LedgerEvent> before = events.subList(0, place);
      InvoiceHistory then = InvoiceHistory.of(history.invoice(), recorded(before));
      note(pass(then, before, next.date()), previous);
      previous = next;
    }
    return previous;
  }

  /** Without the discounts that follow from what is recorded. */
  private List<LedgerEvent> recorded(List<LedgerEvent> all) {
    List<LedgerEvent> recorded = history.events();
    List<LedgerEvent> found = new ArrayList<>(all.size());
    for (LedgerEvent each : all) {
      if (found.size() < recorded.size() && recorded.get(found.size()) == each) {
        found.add(each);
      }
    }
    return found;
  }

  private Accrual pass(InvoiceHistory of, List<LedgerEvent> through, LocalDate day) {
    writeOffs.begin();
    return new Accrual(terms, of, through, day, calendar, writeOffs);
  }

  /** Notes what is new since the last pass; what changed before it is due to the event between. */
  private void note(Accrual pass, LedgerEvent between) {
    pass.run();
    List<Posting> now = pass.postings();
    int before = Math.min(postingsBefore, now.size());
    long change = Math.subtractExact(Posting.sum(now.subList(0, before)), sumBefore);
    if (between != null && change != 0) {
      postings.add(new Posting(between, change));
    }
    postings.addAll(now.subList(before, now.size()));
    postingsBefore = now.size();
    sumBefore = Posting.sum(now);
  }

  /** The places of the events that change what came before them. */
  private List<Integer> lookingBack() {
    List<Integer> places = new ArrayList<>();
    boolean money = false;
    for (int i = 0; i < events.size(); i++) {
      if (money && looksBack(events.get(i))) {
        places.add(i);
      }
      money |= events.get(i) instanceof MoneyEvent;
    }
    return places.subList(Math.max(0, places.size() - MOST_PASSES), places.size());
  }

  private static boolean looksBack(LedgerEvent event) {
    return event instanceof MoneyEvent.PaymentReversed
        || event instanceof MoneyEvent.DiscountReversed
        || event instanceof MoneyEvent.WriteOffReversed
        || event instanceof MoneyEvent.Voided
        || event instanceof DisputeEvent
        || event instanceof DeliveryEvent;
  }
}
