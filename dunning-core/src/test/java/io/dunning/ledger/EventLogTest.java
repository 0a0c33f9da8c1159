package io.dunning.ledger;

import static io.dunning.event.Evidence.NONE;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Streams;
import io.dunning.event.AgreementEvent;
import io.dunning.event.BookedEvent;
import io.dunning.event.Evidence;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events in order of their days, and within a day in order of entry. */
class EventLogTest {
  private static final LocalDate START = LocalDate.of(2026, 2, 14);

  private static LocalDate day(int after) {
    return START.plusDays(after);
  }

  private static LedgerEvent step(int on, String name) {
    return stepTaken(day(on), name);
  }

  private static List<String> names(EventLog log) {
    return log.events().stream().map(e -> ((StepEvent.StepTaken) e).step()).toList();
  }

  private static List<LocalDate> bookings(EventLog log) {
    return log.entries().stream().map(BookedEvent::bookedOn).toList();
  }

  private static EventLog log(LedgerEvent... events) {
    return EventLog.of(List.of(events));
  }

  @Test
  void whatIsEnteredLaterGoesToItsDay() {
    EventLog log = log(step(5, "b"), step(3, "a"), step(5, "c"));
    assertThat(names(log)).containsExactly("a", "b", "c");
    // behind, on the last day, between, and before all others
    assertThat(names(log.with(List.of(step(6, "d"))))).containsExactly("a", "b", "c", "d");
    assertThat(names(log.with(List.of(step(5, "d"))))).containsExactly("a", "b", "c", "d");
    assertThat(names(log.with(List.of(step(3, "d"))))).containsExactly("a", "d", "b", "c");
    assertThat(names(log.with(List.of(step(6, "e"), step(1, "d")))))
        .containsExactly("d", "a", "b", "c", "e");
    assertThat(names(log)).containsExactly("a", "b", "c");
    assertThat(log.with(List.of())).isSameAs(log);
    assertThat(log.lastDay()).isEqualTo(day(5).toEpochDay());
  }

  @Test
  void bookedEventsGoToTheirDaysWithTheirBookings() {
    EventLog log =
        EventLog.ofBooked(List.of(step(5, "b").bookedOn(day(8)), step(3, "a").bookedOn(day(9))));
    assertThat(names(log)).containsExactly("a", "b");
    assertThat(bookings(log)).containsExactly(day(9), day(8));
    EventLog between = log.withBooked(List.of(step(4, "c").bookedOn(day(7))));
    assertThat(names(between)).containsExactly("a", "c", "b");
    assertThat(bookings(between)).containsExactly(day(9), day(7), day(8));
    EventLog behind =
        log.withBooked(List.of(step(7, "d").bookedOn(day(7)), step(5, "c").bookedOn(day(6))));
    assertThat(names(behind)).containsExactly("a", "b", "c", "d");
    assertThat(bookings(behind)).containsExactly(day(9), day(8), day(6), day(7));
    assertThat(log.withBooked(List.of())).isSameAs(log);
  }

  @Test
  void anEventWithoutABookingDayIsBookedOnItsDay() {
    EventLog booked = EventLog.ofBooked(List.of(step(3, "a").bookedOn(day(9))));
    EventLog longer = booked.with(List.of(step(5, "c"), step(1, "b")));
    assertThat(names(longer)).containsExactly("b", "a", "c");
    assertThat(bookings(longer)).containsExactly(day(1), day(9), day(5));
    // a booking that comes later leaves the earlier events booked on their days
    EventLog later = log(step(1, "a")).withBooked(List.of(step(3, "b").bookedOn(day(9))));
    assertThat(bookings(later)).containsExactly(day(1), day(9));
    // and booking an event on its own day says nothing new
    assertThat(EventLog.ofBooked(List.of(step(1, "a").bookedOn(day(1)))))
        .isEqualTo(log(step(1, "a")))
        .isNotEqualTo(EventLog.ofBooked(List.of(step(1, "a").bookedOn(day(2)))));
  }

  @Test
  void eachEventKeepsItsEvidence() {
    Evidence anna = Evidence.by("Anna").withDocument("D-1");
    BookedEvent seen = step(3, "b").with(anna);
    BookedEvent late = step(4, "c").bookedOn(day(9)).with(Evidence.by("Bert"));
    EventLog log = log(step(1, "a")).withBooked(List.of(late, seen)).with(List.of(step(2, "x")));
    List<BookedEvent> expected =
        List.of(step(1, "a").with(NONE), step(2, "x").with(NONE), seen, late);
    assertThat(log.entries()).isEqualTo(expected);
    assertThat(Streams.copy(log).entries()).isEqualTo(expected);
    assertThat(Streams.copy(log)).isEqualTo(log);
    assertThat(log.asKnownOn(day(8)).entries()).isEqualTo(expected.subList(0, 3));
    assertThat(log.upTo(day(3)).entries()).isEqualTo(expected.subList(0, 3));
    assertThat(log).isNotEqualTo(EventLog.of(log.events()));
    // no evidence says nothing new
    assertThat(EventLog.ofBooked(List.of(step(1, "a").with(NONE)))).isEqualTo(log(step(1, "a")));
  }

  @Test
  void aLogKnowsWhetherEventsComeAfterItsOwn() {
    EventLog log = log(step(3, "a"), step(5, "b"));
    assertThat(log.precedes(List.of(step(5, "c"), step(9, "d")))).isTrue();
    assertThat(log.precedes(List.of(step(9, "d"), step(4, "c")))).isFalse();
    assertThat(log.precedes(List.of())).isTrue();
    assertThat(EventLog.EMPTY.precedes(List.of(stepTaken(LocalDate.MIN, "a")))).isTrue();
  }

  @Test
  void aLogUpToADayEndsWithIt() {
    EventLog log = log(step(3, "a"), step(5, "b"), step(7, "c"));
    assertThat(names(log.upTo(day(2)))).isEmpty();
    assertThat(names(log.upTo(day(5)))).containsExactly("a", "b");
    assertThat(log.upTo(day(7))).isSameAs(log);
    EventLog booked =
        EventLog.ofBooked(List.of(step(3, "a").bookedOn(day(9)), step(5, "b").bookedOn(day(8))));
    assertThat(bookings(booked.upTo(day(4)))).containsExactly(day(9));
    assertThat(names(booked.asKnownOn(day(8)))).containsExactly("b");
    assertThat(names(booked.asKnownOn(day(7)))).isEmpty();
    assertThat(booked.asKnownOn(day(9))).isSameAs(booked);
  }

  @Test
  void aLogKnowsWhichKindsOfEventsItHas() {
    EventLog log = log(hold(day(1), ""), payment(day(2), eur("1.00")));
    assertThat(log.has(RestrictionEvent.Hold.class)).isTrue();
    assertThat(log.has(MoneyEvent.class)).isTrue();
    assertThat(log.has(MoneyEvent.Credit.class)).isFalse();
    assertThat(log.has(AgreementEvent.class)).isFalse();
    assertThat(EventLog.EMPTY.has(LedgerEvent.class)).isFalse();
    assertThat(log.has(MoneyEvent.class, day(1).toEpochDay())).isFalse();
    assertThat(log.has(MoneyEvent.class, day(2).toEpochDay())).isTrue();
  }

  @Test
  void aLogBeginsAsTheOneFromWhichItGrew() {
    EventLog log = log(step(3, "a"), step(5, "b"));
    assertThat(log.isBeginningOf(log)).isTrue();
    assertThat(log.isBeginningOf(log.with(List.of(step(7, "c"))))).isTrue();
    assertThat(log.isBeginningOf(log(step(3, "a")))).isFalse();
    assertThat(log.isBeginningOf(log(step(3, "a"), step(5, "x"), step(7, "c")))).isFalse();
  }

  @Test
  void nothingHasHappenedBeforeTheFirstEvent() {
    EventLog log = log(step(3, "a"));
    assertThat(log.isEmptyOn(day(2).toEpochDay())).isTrue();
    assertThat(log.isEmptyOn(day(3).toEpochDay())).isFalse();
    assertThat(EventLog.EMPTY.isEmptyOn(Long.MAX_VALUE)).isTrue();
  }

  @Test
  void refusesAnEventThatIsNull() {
    assertThatThrownBy(() -> EventLog.of(Arrays.asList(step(1, "a"), null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("event");
    assertThatThrownBy(() -> EventLog.ofBooked(Arrays.asList(step(1, "a").with(NONE), null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("entry");
  }
}
