package io.dunning.charge;

import io.dunning.ledger.Correspondence;
import io.dunning.ledger.InvoiceHistory;
import java.time.LocalDate;

/**
 * Whether an invoice is known not to have arrived, and from when its term was given again. Nobody
 * is in default with an invoice that did not arrive.
 */
final class Arrival {
  /** The invoice arrived when it was issued, as far as is known. */
  static final Arrival IN_TIME = new Arrival(null, 0);

  private final Correspondence letters;
  private final long issuedDay;

  private Arrival(Correspondence letters, long issuedDay) {
    this.letters = letters;
    this.issuedDay = issuedDay;
  }

  /** By what is known of the deliveries of an invoice up to a day. */
  static Arrival of(InvoiceHistory history, LocalDate asOf) {
    Correspondence letters = history.standingOn(asOf).correspondence();
    return new Arrival(letters, history.invoice().issuedDay());
  }

  /** Whether the invoice has still to arrive. */
  boolean isAwaited() {
    return letters != null && letters.undeliveredSince().isPresent();
  }

  /** The due date that counts for one that was agreed; both are epoch days. */
  long due(long agreed) {
    return letters == null ? agreed : letters.dueDayAnew(agreed, issuedDay);
  }
}
