package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.policy.Condition;

/**
 * What is held of a debt on a day.
 *
 * @param any whether any item is held
 * @param overdue whether any of the held items is overdue
 * @param opaque whether nobody can foresee when that changes
 * @param by the item that decides: of several the one that is overdue and released first
 * @param itemsChangeOn the first later day on which an item can be released or held
 * @param releaseOn the first later day on which an item is released, held, or becomes overdue while
 *     held
 * @param changesOn like {@code releaseOn}, for a debt whose overdue items are all held. It leaves
 *     out an item that will be held from its first overdue day on for at least as long; and, if all
 *     items are held alike, a held item that becomes overdue
 */
record Holds(
    boolean any,
    boolean overdue,
    boolean opaque,
    HeldItem by,
    long itemsChangeOn,
    long releaseOn,
    long changesOn) {

  /**
   * An item that is held.
   *
   * @param place its place in the account
   * @param part the part of the policy's condition, or the restriction, that holds it; null for a
   *     hold in the ledger
   * @param until the first day on which it may be released
   * @param due the day from which its ladder counts
   */
  record HeldItem(int place, Condition part, long until, long due) {}

  /** Nothing is held, and nothing can be while nothing happens. */
  static final Holds NONE =
      new Holds(false, false, false, null, EpochDay.NEVER, EpochDay.NEVER, EpochDay.NEVER);
}
