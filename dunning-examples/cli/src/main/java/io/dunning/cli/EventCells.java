package io.dunning.cli;

import io.dunning.action.Channel;
import io.dunning.event.LedgerEvent;
import io.dunning.event.NonpaymentReason;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The cells of an event, as they are collected to write its row. */
final class EventCells {
  private final LocalDate date;
  private Money amount;
  private LocalDate until;
  private String step;
  private Channel channel;
  private String note = "";
  private String id;
  private String by;
  private LocalDate proposed;
  private NonpaymentReason why;
  private String person;

  private EventCells(LocalDate date) {
    this.date = date;
  }

  /**
   * How the events of a class become cells.
   *
   * @param of the class
   * @param into sets the cells of an event, except for its date
   * @param <E> the class
   */
  record Writing<E extends LedgerEvent>(Class<E> of, BiConsumer<E, EventCells> into) {
    boolean fits(LedgerEvent event) {
      return of.isInstance(event);
    }

    EventType.Cells cells(LedgerEvent event) {
      EventCells cells = new EventCells(event.date());
      into.accept(of.cast(event), cells);
      return cells.done();
    }
  }

  private EventType.Cells done() {
    return new EventType.Cells(
        date, amount, until, step, channel, note, id, by, proposed, why, person);
  }

  EventCells amount(Money value) {
    amount = value;
    return this;
  }

  EventCells amount(Optional<Money> value) {
    return amount(value.orElse(null));
  }

  EventCells until(LocalDate value) {
    until = value;
    return this;
  }

  EventCells until(Optional<LocalDate> value) {
    return until(value.orElse(null));
  }

  EventCells step(String value) {
    step = value;
    return this;
  }

  EventCells step(Optional<String> value) {
    return step(value.orElse(null));
  }

  EventCells channel(Channel value) {
    channel = value;
    return this;
  }

  EventCells channel(Optional<Channel> value) {
    return channel(value.orElse(null));
  }

  EventCells note(String value) {
    note = value;
    return this;
  }

  EventCells id(Optional<String> value) {
    id = value.orElse(null);
    return this;
  }

  EventCells by(String value) {
    by = value;
    return this;
  }

  EventCells by(Optional<String> value) {
    return by(value.orElse(null));
  }

  EventCells proposed(LocalDate value) {
    proposed = value.equals(date) ? null : value;
    return this;
  }

  EventCells why(Optional<NonpaymentReason> value) {
    why = value.orElse(null);
    return this;
  }

  EventCells person(String value) {
    person = value.isEmpty() ? null : value;
    return this;
  }
}
