package io.dunning.ledger;

import io.dunning.event.BookedEvent;
import io.dunning.event.Evidence;
import io.dunning.event.LedgerEvent;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Events in their order, by day and then by order of entry, each with its booking day and evidence.
 */
final class EventLog implements Serializable {
  private static final long serialVersionUID = 1L;
  static final long EARLIEST = LocalDate.MIN.toEpochDay();
  static final EventLog EMPTY = new EventLog(GrowingList.empty(), null);

  private final transient GrowingList<LedgerEvent> events;

  /** The events again, as entered; null if each was booked on its day and has no evidence. */
  private final transient GrowingList<BookedEvent> entries;

  private final transient long lastDay;

  private EventLog(GrowingList<LedgerEvent> events, GrowingList<BookedEvent> entries) {
    this.events = events;
    this.entries = entries;
    this.lastDay = events.isEmpty() ? EARLIEST : events.get(events.size() - 1).date().toEpochDay();
  }

  static EventLog of(List<? extends LedgerEvent> events) {
    Objects.requireNonNull(events, "events");
    return EMPTY.with(events);
  }

  static EventLog ofBooked(List<BookedEvent> entries) {
    Objects.requireNonNull(entries, "entries");
    return EMPTY.withBooked(entries);
  }

  /** This log and further events, entered after those it has. */
  EventLog with(List<? extends LedgerEvent> more) {
    if (entries != null) {
      return withBooked(onTheirDays(more));
    }
    if (more.isEmpty()) {
      return this;
    }
    LedgerEvent first = Objects.requireNonNull(more.get(0), "event");
    if (more.size() == 1 && first.date().toEpochDay() >= lastDay) {
      return new EventLog(events.plus(more), null);
    }
    List<LedgerEvent> sorted = new ArrayList<>(more);
    sorted.forEach(event -> Objects.requireNonNull(event, "event"));
    sorted.sort(Comparator.comparing(LedgerEvent::date));
    if (sorted.get(0).date().toEpochDay() >= lastDay) {
      return new EventLog(events.plus(sorted), null);
    }
    sorted.addAll(0, events);
    sorted.sort(Comparator.comparing(LedgerEvent::date));
    return new EventLog(GrowingList.of(sorted), null);
  }

  /** This log and further events with their booking days, entered after those it has. */
  EventLog withBooked(List<BookedEvent> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<BookedEvent> sorted = new ArrayList<>(more);
    sorted.forEach(entry -> Objects.requireNonNull(entry, "entry"));
    sorted.sort(Comparator.comparing(entry -> entry.event().date()));
    if (sorted.get(0).event().date().toEpochDay() >= lastDay) {
      return appended(sorted);
    }
    sorted.addAll(0, entries());
    sorted.sort(Comparator.comparing(entry -> entry.event().date()));
    return EMPTY.appended(sorted);
  }

  private EventLog appended(List<BookedEvent> sorted) {
    GrowingList<LedgerEvent> all = events.plus(sorted.stream().map(BookedEvent::event).toList());
    if (entries == null && sorted.stream().allMatch(EventLog::isPlain)) {
      return new EventLog(all, null);
    }
    GrowingList<BookedEvent> before = entries == null ? GrowingList.of(entries()) : entries;
    return new EventLog(all, before.plus(sorted));
  }

  /** Whether an entry says no more than its event. */
  private static boolean isPlain(BookedEvent entry) {
    return entry.bookedOn().equals(entry.event().date()) && entry.evidence().equals(Evidence.NONE);
  }

  private static List<BookedEvent> onTheirDays(List<? extends LedgerEvent> events) {
    List<BookedEvent> all = new ArrayList<>(events.size());
    for (LedgerEvent event : events) {
      all.add(event.bookedOn(event.date()));
    }
    return all;
  }

  /** Whether further events come after all events of this log, so that they go to its end. */
  boolean precedes(List<? extends LedgerEvent> more) {
    for (LedgerEvent event : more) {
      if (event.date().toEpochDay() < lastDay) {
        return false;
      }
    }
    return true;
  }

  /** Whether a longer log begins with all events of this one. */
  boolean isBeginningOf(EventLog longer) {
    return size() <= longer.size() && events.equals(longer.events.subList(0, size()));
  }

  EventLog upTo(LocalDate day) {
    Objects.requireNonNull(day, "day");
    int count = size();
    while (count > 0 && get(count - 1).date().isAfter(day)) {
      count--;
    }
    if (count == size()) {
      return this;
    }
    return entries == null
        ? new EventLog(events.first(count), null)
        : ofBooked(entries().subList(0, count));
  }

  EventLog asKnownOn(LocalDate day) {
    Objects.requireNonNull(day, "day");
    List<BookedEvent> known = entries().stream().filter(e -> !e.bookedOn().isAfter(day)).toList();
    return known.size() == size() ? this : ofBooked(known);
  }

  /** Whether there is any event of a kind. */
  boolean has(Class<? extends LedgerEvent> kind) {
    return has(kind, lastDay);
  }

  /** Whether there is any event of a kind up to the end of a day. */
  boolean has(Class<? extends LedgerEvent> kind, long day) {
    for (int i = 0; i < size(); i++) {
      if (kind.isInstance(get(i))) {
        return get(i).date().toEpochDay() <= day;
      }
    }
    return false;
  }

  int size() {
    return events.size();
  }

  LedgerEvent get(int index) {
    return events.get(index);
  }

  GrowingList<LedgerEvent> events() {
    return events;
  }

  List<BookedEvent> entries() {
    return entries == null ? onTheirDays(events) : entries;
  }

  /** Whether nothing had happened at the end of a day. */
  boolean isEmptyOn(long day) {
    return size() == 0 || get(0).date().toEpochDay() > day;
  }

  /** The epoch day of the last event, or of the earliest day there is. */
  long lastDay() {
    return lastDay;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventLog that
        && events.equals(that.events)
        && Objects.equals(entries, that.entries);
  }

  @Override
  public int hashCode() {
    return events.hashCode();
  }

  private Object writeReplace() {
    return entries == null
        ? new Form(events.toArray(new LedgerEvent[0]), null)
        : new Form(null, entries.toArray(new BookedEvent[0]));
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a log is read from its events");
  }

  /** The serial form, events or entries: reading it checks and sorts them again. */
  private record Form(LedgerEvent[] events, BookedEvent[] entries) implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() throws InvalidObjectException {
      return Checked.read(this::log);
    }

    private EventLog log() {
      return entries == null ? EventLog.of(List.of(events)) : EventLog.ofBooked(List.of(entries));
    }
  }
}
