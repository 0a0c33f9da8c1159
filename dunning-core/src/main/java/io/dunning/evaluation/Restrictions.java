package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.event.Restriction;
import io.dunning.ledger.Standing;
import io.dunning.policy.Condition;
import java.util.Arrays;
import java.util.List;

/**
 * The restrictions that are in force on an invoice on a day.
 *
 * @param bits the restrictions in force, a bit each
 * @param changeOn the first later day on which one of them is over
 * @param blockedThrough the last day on which no step of the ladder may be taken; {@link
 *     EpochDay#NONE} if some step may
 * @param blockedBy what leaves no step to be taken; null if nothing does
 */
record Restrictions(int bits, long changeOn, long blockedThrough, Condition blockedBy) {
  static final Restrictions NONE = new Restrictions(0, EpochDay.NEVER, EpochDay.NONE, null);

  /** Finds what is in force, and until when it leaves no step to be taken. */
  static Restrictions on(Books books, Standing own, long day) {
    int bits = inForce(books, own, day);
    long changeOn = EpochDay.NEVER;
    for (Restriction each : Books.RESTRICTIONS) {
      long through = through(books, own, each);
      if (through >= day && through != EpochDay.NEVER) {
        changeOn = Math.min(changeOn, through + 1);
      }
    }
    long blockedThrough = EpochDay.NONE;
    Condition blockedBy = null;
    for (int left = bits; left != 0 && !books.policy.allowsDuring(left); ) {
      Restriction first = firstToEnd(books, own, left);
      blockedThrough = through(books, own, first);
      blockedBy = PreparedPolicy.restricted(first);
      if (blockedThrough == EpochDay.NEVER) {
        return new Restrictions(bits, changeOn, blockedThrough, blockedBy);
      }
      left = inForce(books, own, blockedThrough + 1);
    }
    if (own != null && own.correspondence().undeliveredSince().isPresent()) {
      blockedThrough = EpochDay.NEVER;
      blockedBy = PreparedPolicy.undelivered();
    }
    return new Restrictions(bits, changeOn, blockedThrough, blockedBy);
  }

  private static int inForce(Books books, Standing own, long on) {
    int bits = 0;
    for (Restriction each : Books.RESTRICTIONS) {
      bits |= through(books, own, each) >= on ? PreparedPolicy.bit(each) : 0;
    }
    return bits;
  }

  private static Restriction firstToEnd(Books books, Standing own, int among) {
    Restriction first = null;
    for (Restriction each : Books.RESTRICTIONS) {
      boolean in = (among & PreparedPolicy.bit(each)) != 0;
      if (in && (first == null || through(books, own, each) < through(books, own, first))) {
        first = each;
      }
    }
    return first;
  }

  private static long through(Books books, Standing own, Restriction restriction) {
    long whole = books.whole.agreements().restrictedThroughDay(restriction);
    return own == null
        ? whole
        : Math.max(whole, own.agreements().restrictedThroughDay(restriction));
  }

  /** The restriction in force that lasts longest, as a condition; null without one. */
  Condition longest(Books books, Standing own) {
    Restriction longest = null;
    for (Restriction each : Books.RESTRICTIONS) {
      boolean in = (bits & PreparedPolicy.bit(each)) != 0;
      if (in && (longest == null || through(books, own, each) > through(books, own, longest))) {
        longest = each;
      }
    }
    return longest == null ? null : PreparedPolicy.restricted(longest);
  }

  /** The restrictions of a set of bits. */
  static List<Restriction> of(int bits) {
    return Arrays.stream(Books.RESTRICTIONS)
        .filter(r -> (bits & PreparedPolicy.bit(r)) != 0)
        .toList();
  }
}
