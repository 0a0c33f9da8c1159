package io.dunning.compiled;

import io.dunning.money.CurrencyUnit;
import java.util.Arrays;

/**
 * Goes on from a row that was packed: what an event makes of it is packed, without its account.
 * Open invoices go by their places among the steps' places, from 1. Not thread-safe.
 */
public final class PackedGrowth {
  private final Packing packing;

  /**
   * Begins an event.
   *
   * @param packing takes the row, and then what the event makes of it
   * @param rows where the row is
   * @param at where it begins
   */
  public PackedGrowth(Packing packing, long[] rows, int at) {
    this.packing = packing;
    packing.begin();
    packing.flags = (int) rows[at + 3];
    packing.currency = Packing.currency(rows[at]);
    packing.contact = (int) (rows[at + 1] >> 32);
    packing.promise = (int) rows[at + 1];
    packing.promisedOn = (int) (rows[at + 3] >> 32);
    packing.held = (int) (rows[at + 2] >> 32);
    packing.lastDay = (int) rows[at + 2];
    packing.invoices = Packing.invoices(rows[at]);
    packing.stepCount = Packing.steps(rows[at]);
    packing.group = Packing.group(rows[at]);
    int front = at + Packing.HEAD + Packing.WIDTH * packing.invoices;
    int end = front + packing.stepCount;
    // with room for one step more
    packing.words = Arrays.copyOfRange(rows, at, front);
    packing.steps = Arrays.copyOf(Arrays.copyOfRange(rows, front, end), end - front + 1);
  }

  /**
   * Takes the day of the event.
   *
   * @param day the day
   * @return false if it is before the last event, or the row cannot tell it
   */
  public boolean happens(long day) {
    boolean may = day >= packing.lastDay;
    packing.happened(day);
    return may && packing.length() >= 0;
  }

  /**
   * Takes a payment of an open invoice. If nothing is left, the invoice is taken out, and its steps
   * stay as contacts.
   *
   * @param place the invoice
   * @param unit the currency of the payment
   * @param minor how much, in minor units
   * @return false if the row cannot tell what is left
   */
  public boolean pay(int place, CurrencyUnit unit, long minor) {
    if (packing.number(unit) != packing.currency
        || packing.isCharged()
        || (packing.flags & Packing.PAID_BY_BOOKS) != 0) {
      return false;
    }
    int at = at(place);
    long open = Math.max(0, (packing.words[at] >>> 1) - minor);
    packing.flags |= minor > packing.words[at] >>> 1 ? Packing.OVERPAID : 0;
    packing.words[at] = open << 1 | packing.words[at] & 1;
    packing.eventful();
    packing.flags |=
        Packing.CREDITS | (packing.promise == Packing.NONE ? 0 : Packing.MOVED_SINCE_PROMISE);
    if (open == 0) {
      takeOut(place);
    }
    return true;
  }

  /** {@return how many invoices are open now} */
  public int invoices() {
    return packing.invoices;
  }

  private static int at(int place) {
    return Packing.HEAD + Packing.WIDTH * (place - 1);
  }

  private void takeOut(int place) {
    long[] words = packing.words;
    int end = at(1 + packing.invoices--);
    System.arraycopy(words, at(place + 1), words, at(place), end - at(place + 1));
    packing.settled();
    packing.flags &= ~(Packing.DISPUTED | Packing.INVOICE_STEPS);
    for (int i = 1; i <= packing.invoices; i++) {
      packing.flags |= (words[at(i)] & 1) == 0 ? 0 : Packing.DISPUTED;
    }
    int count = packing.stepCount;
    packing.stepCount = 0;
    for (int i = 0; i < count; i++) {
      takeOut(place, packing.steps[i]);
    }
  }

  /** Takes over a step; of the invoice that was taken out, only that it was a contact. */
  private void takeOut(int place, long step) {
    int which = (int) step;
    int day = (int) (step >> 32);
    int of = which >>> 17;
    int now = of == place ? Packing.ELSEWHERE : of;
    now -= of > place && of != Packing.ELSEWHERE ? 1 : 0;
    if (now == Packing.ELSEWHERE && (which & 1 << 16) != 0) {
      packing.contacted(day);
      return;
    }
    boolean ofInvoice = now != Packing.ON_ACCOUNT && now != Packing.ELSEWHERE;
    packing.flags |= ofInvoice ? Packing.INVOICE_STEPS : 0;
    packing.steps[packing.stepCount++] = Packing.pair(day, now << 17 | which & 0x1FFFF);
  }
}
