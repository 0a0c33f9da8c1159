package io.dunning.charge;

import io.dunning.calendar.EpochDay;
import io.dunning.ledger.Invoice;
import java.util.Optional;

/** The room that a cap leaves for further charges, in the month, year or time that counts. */
final class CapRoom {
  private final Optional<ChargeCap> cap;
  private final long limit;
  private long through = EpochDay.NONE;
  private long room;

  CapRoom(Optional<ChargeCap> cap, Invoice invoice) {
    this.cap = cap;
    limit = cap.isPresent() ? cap.get().limit(invoice.amount()) : Long.MAX_VALUE;
  }

  boolean isCapped() {
    return cap.isPresent();
  }

  /** Whether the cap counts anew in each month or year. */
  boolean isPeriodic() {
    return cap.isPresent() && cap.get().within() != ChargeCap.Within.ALL_TIME;
  }

  /** The last day of the month, year or time to which a day belongs. */
  long lastDay(long day) {
    return cap.orElseThrow().lastDay(day);
  }

  /** What of a charge is within the cap; it takes up the room. */
  long take(long day, long amount) {
    if (cap.isEmpty()) {
      return amount;
    }
    if (day > through) {
      through = lastDay(day);
      room = limit;
    }
    long taken = Math.max(0, Math.min(amount, room));
    room -= taken;
    return taken;
  }

  /** The cap in words. */
  @Override
  public String toString() {
    return cap.map(ChargeCap::toString).orElse("no cap");
  }
}
