package io.dunning.ledger;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Events in their order: by day, then by order of entry. */
final class EventLog implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final LedgerEvent[] NOTHING = {};
  static final EventLog EMPTY = new EventLog(NOTHING);

  /** As given, wrappers and all, sorted. */
  private final LedgerEvent[] entries;

  private EventLog(LedgerEvent[] entries) {
    this.entries = entries;
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
    return new EventLog(sorted);
  }

  EventLog with(LedgerEvent... more) {
    List<LedgerEvent> all = new ArrayList<>(Arrays.asList(entries));
    Collections.addAll(all, more);
    return of(all);
  }

  EventLog upTo(LocalDate day) {
    int count = size();
    while (count > 0 && entries[count - 1].date().isAfter(day)) {
      count--;
    }
    return count == size() ? this : new EventLog(Arrays.copyOf(entries, count));
  }

  EventLog asKnownOn(LocalDate day) {
    List<LedgerEvent> known = new ArrayList<>();
    for (LedgerEvent entry : entries) {
      LocalDate booked = entry instanceof LedgerEvent.Booked b ? b.bookingDay() : entry.date();
      if (!booked.isAfter(day)) {
        known.add(entry);
      }
    }
    return known.size() == size() ? this : of(known);
  }

  /** Whether there is any event of a kind. */
  boolean has(Class<? extends LedgerEvent> kind) {
    for (int i = 0; i < size(); i++) {
      if (kind.isInstance(get(i))) {
        return true;
      }
    }
    return false;
  }

  int size() {
    return entries.length;
  }

  /** The event at a place, without its wrapper. */
  LedgerEvent get(int index) {
    LedgerEvent entry = entries[index];
    return entry instanceof LedgerEvent.Booked b ? b.event() : entry;
  }

  List<LedgerEvent> entries() {
    return Collections.unmodifiableList(Arrays.asList(entries));
  }

  /** The epoch day of the last event, or of the earliest day there is. */
  long lastDay() {
    return size() == 0 ? LocalDate.MIN.toEpochDay() : entries[size() - 1].date().toEpochDay();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventLog that && Arrays.equals(entries, that.entries);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(entries);
  }
}
