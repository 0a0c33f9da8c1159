package io.dunning.ledger;

import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Events in their order, by day and then by order of entry, each with its booking day. */
final class EventLog implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final LedgerEvent[] NOTHING = {};
  static final EventLog EMPTY = new EventLog(NOTHING, null);

  private final LedgerEvent[] events;

  /** The booking days beside the events; null if each was booked on its own day. */
  private final LocalDate[] booked;

  private EventLog(LedgerEvent[] events, LocalDate[] booked) {
    this.events = events;
    this.booked = booked;
  }

  static EventLog of(List<? extends LedgerEvent> events) {
    if (events.isEmpty()) {
      return EMPTY;
    }
    LedgerEvent[] sorted = events.toArray(NOTHING);
    for (LedgerEvent event : sorted) {
      Objects.requireNonNull(event, "event");
    }
    Arrays.sort(sorted, Comparator.comparing(LedgerEvent::date));
    return new EventLog(sorted, null);
  }

  static EventLog ofBooked(List<BookedEvent> entries) {
    List<BookedEvent> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparing(e -> e.event().date()));
    LedgerEvent[] events = new LedgerEvent[sorted.size()];
    LocalDate[] booked = new LocalDate[events.length];
    boolean late = false;
    for (int i = 0; i < events.length; i++) {
      events[i] = sorted.get(i).event();
      booked[i] = sorted.get(i).bookedOn();
      late |= !booked[i].equals(events[i].date());
    }
    return events.length == 0 ? EMPTY : new EventLog(events, late ? booked : null);
  }

  /** This log and further events, entered after those it has. */
  EventLog with(LedgerEvent... more) {
    if (booked != null) {
      return with(Arrays.stream(more).map(e -> e.bookedOn(e.date())).toList());
    }
    List<LedgerEvent> all = new ArrayList<>(Arrays.asList(events));
    Collections.addAll(all, more);
    return of(all);
  }

  EventLog with(List<BookedEvent> more) {
    List<BookedEvent> all = new ArrayList<>(entries());
    all.addAll(more);
    return ofBooked(all);
  }

  EventLog upTo(LocalDate day) {
    int count = size();
    while (count > 0 && events[count - 1].date().isAfter(day)) {
      count--;
    }
    return count == size()
        ? this
        : new EventLog(
            Arrays.copyOf(events, count), booked == null ? null : Arrays.copyOf(booked, count));
  }

  EventLog asKnownOn(LocalDate day) {
    List<BookedEvent> known = entries().stream().filter(e -> !e.bookedOn().isAfter(day)).toList();
    return known.size() == size() ? this : ofBooked(known);
  }

  /** Whether there is any event of a kind. */
  boolean has(Class<? extends LedgerEvent> kind) {
    for (LedgerEvent event : events) {
      if (kind.isInstance(event)) {
        return true;
      }
    }
    return false;
  }

  int size() {
    return events.length;
  }

  LedgerEvent get(int index) {
    return events[index];
  }

  List<LedgerEvent> events() {
    return Collections.unmodifiableList(Arrays.asList(events));
  }

  List<BookedEvent> entries() {
    List<BookedEvent> entries = new ArrayList<>(events.length);
    for (int i = 0; i < events.length; i++) {
      entries.add(events[i].bookedOn(booked == null ? events[i].date() : booked[i]));
    }
    return entries;
  }

  /** The epoch day of the last event, or of the earliest day there is. */
  long lastDay() {
    return size() == 0 ? LocalDate.MIN.toEpochDay() : events[size() - 1].date().toEpochDay();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventLog that
        && Arrays.equals(events, that.events)
        && Arrays.equals(booked, that.booked);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(events);
  }
}
