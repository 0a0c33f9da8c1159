package io.dunning.bridges.status;

import io.dunning.event.LedgerEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a status means for the ledger.
 *
 * @param event the event to record; empty if there is none
 * @param effect what the status comes to
 * @param gap what the message does not say, and what to do; empty if nothing is missing. There is
 *     an event beside it if a part of unknown amount is contested
 * @param unknown the codes of reasons that the table does not know, in the order of the message
 */
public record StatusAnswer(
    Optional<LedgerEvent> event, StatusEffect effect, Optional<String> gap, List<String> unknown) {

  /**
   * An answer.
   *
   * @param event the event to record
   * @param effect what the status comes to
   * @param gap what the message does not say
   * @param unknown the codes of reasons that the table does not know
   */
  public StatusAnswer {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(effect, "effect");
    Objects.requireNonNull(gap, "gap");
    unknown = List.copyOf(unknown);
  }
}
