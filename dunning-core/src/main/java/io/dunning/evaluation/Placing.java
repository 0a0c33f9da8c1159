package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.ledger.Account;
import io.dunning.policy.PolicySet;
import io.dunning.policy.SegmentRule;
import java.time.LocalDate;

/** Puts the customer of an account into a segment by the rules of a set, on any later day. */
final class Placing {
  private final PolicySet policies;
  private final Account account;
  private final Books books;

  Placing(PolicySet policies, PreparedPolicy byDefault, Account account, LocalDate asOf) {
    this.policies = policies;
    this.account = account;
    books = new Books(byDefault, account, asOf);
  }

  /**
   * Where the customer is on a day.
   *
   * @param rule the rule that holds; null if none does, so that the recorded segment counts
   * @param changesOn the first later day on which another rule may hold
   * @param opaque whether nobody can foresee that day, so that it is the next one
   */
  record Place(SegmentRule rule, long changesOn, boolean opaque) {
    boolean isLike(Place other) {
      return rule == null
          ? other.rule == null
          : other.rule != null && rule.segment().equals(other.rule.segment());
    }
  }

  Place on(long day) {
    CustomerView customer = new CustomerView(books, day);
    long changesOn = EpochDay.NEVER;
    boolean opaque = false;
    for (SegmentRule each : policies.segmentRules()) {
      changesOn = Math.min(changesOn, each.condition().changesOn(customer));
      opaque |= PreparedCondition.isOpaque(books.policy.policy, each.condition().needs());
      if (each.condition().holds(customer)) {
        return new Place(each, changesOn, opaque);
      }
    }
    return new Place(null, changesOn, opaque);
  }

  /** The account, its customer being in the segment of a place. */
  Account placed(Account of, Place place) {
    return place.rule() == null ? of : of.owedBy(of.customer().inSegment(place.rule().segment()));
  }

  Account placed(Place place) {
    return placed(account, place);
  }
}
