package io.dunning.compiled;

import io.dunning.action.Channel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactCheck;
import io.dunning.conduct.ContactLimit.Before;
import io.dunning.ledger.Account;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongUnaryOperator;

/**
 * The days on which rules of contact allow a channel towards a customer to whom nothing has
 * happened for as long as the rules look back. They then go by the day and the group of the
 * customer only, so that they are asked once for all customers of a group. Thread-safe.
 */
final class FreeDays {
  private static final int CHANNELS = Channel.values().length;
  private static final int MOST_KNOWN = 128;
  private static final int[] NO_PLACES = {};

  private final Conduct conduct;
  private final BusinessCalendar calendar;

  /** The answers of each group: of each channel when it is allowed, then when it is stopped. */
  private final AtomicReferenceArray<KnownDays[]> groups =
      new AtomicReferenceArray<>(CustomerGroups.OTHERS);

  FreeDays(Conduct conduct, BusinessCalendar calendar) {
    this.conduct = conduct;
    this.calendar = calendar;
  }

  /** The first day, from a day on and including it, on which a channel is allowed. */
  long allowedOn(int group, Channel by, long day) {
    return of(group)[by.ordinal()].of(day);
  }

  /** The first day, from a day on and including it, on which a channel is not allowed. */
  long stoppedOn(int group, Channel by, long day) {
    return of(group)[CHANNELS + by.ordinal()].of(day);
  }

  private KnownDays[] of(int group) {
    KnownDays[] known = groups.get(group);
    if (known == null) {
      known = new KnownDays[2 * CHANNELS];
      Account nothing = Account.of(CustomerGroups.anybody(group), List.of());
      for (Channel by : Channel.values()) {
        known[by.ordinal()] =
            known(d -> check(nothing, d).allowedOn(NO_PLACES, by, Before.CONTACT, d));
        known[CHANNELS + by.ordinal()] =
            known(d -> check(nothing, d).stoppedOn(NO_PLACES, by, Before.CONTACT, d));
      }
      groups.set(group, known);
    }
    return known;
  }

  private static KnownDays known(LongUnaryOperator question) {
    return new KnownDays(MOST_KNOWN, d -> Math.min(Packing.NEVER, question.applyAsLong(d)));
  }

  private ContactCheck check(Account account, long day) {
    return new ContactCheck(conduct, account, LocalDate.ofEpochDay(day), calendar);
  }
}
