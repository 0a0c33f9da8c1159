package io.dunning.evaluation;

/**
 * The item that says how far a debt is taken: the oldest free one, or the one that has come
 * furthest.
 *
 * @param place its place in the account
 * @param due the day from which its ladder counts
 * @param open what is open on it, in minor units
 * @param deferred whether that day was granted
 * @param restrictions the restrictions in force on it, a bit each
 */
record LeadingItem(int place, long due, long open, boolean deferred, int restrictions) {

  static LeadingItem of(Item item) {
    return new LeadingItem(
        item.place, item.due(), item.open(), item.isDeferred(), item.restrictions().bits());
  }

  /** An item of which nothing but amount and due date is known. */
  static LeadingItem plain(int place, long due, long open) {
    return new LeadingItem(place, due, open, false, 0);
  }

  boolean isOlderThan(long otherDue, int otherPlace) {
    return due < otherDue || due == otherDue && place < otherPlace;
  }
}
