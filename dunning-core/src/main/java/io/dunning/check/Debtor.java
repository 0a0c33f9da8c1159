package io.dunning.check;

import io.dunning.ledger.Account;
import java.time.LocalDate;

/**
 * With whom a world begins.
 *
 * @param account who owes what; nothing has happened yet, except in the past of the customer
 * @param first the first day on which the policy looks
 * @param share how many of the events happen to the debtor
 */
record Debtor(Account account, LocalDate first, Share share) {
  /** How many events happen to a debtor, of those up to which a check explores. */
  enum Share {
    /** All of them: nothing about the debtor is at an edge. */
    USUAL,
    /** One less, but one if there are any. */
    EDGE,
    /** None: what matters shows by itself. */
    STILL
  }

  /** How many events happen to the debtor at most. */
  int mostEvents(int events) {
    return switch (share) {
      case USUAL -> events;
      case EDGE -> Math.max(Math.min(events, 1), events - 1);
      case STILL -> 0;
    };
  }
}
