package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.calendar.EpochDay;
import io.dunning.conduct.ContactCheck;
import io.dunning.conduct.ContactLimit.Before;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Whether the rules of contact and the wishes of the customer allow a step today, by which channel,
 * and to whom.
 *
 * @param isGiven whether it may go
 * @param channel the channel by which it goes; null if it is refused, or contacts nobody
 * @param preferred the channel by which it would go; null if it contacts nobody
 * @param addressee the person whom it addresses; null for the customer as such, and if it is
 *     refused
 * @param stop what refuses it; null if it is given
 * @param allowedOn the first day on which it will be given; never if something has to happen first
 */
record Permission(
    boolean isGiven,
    Channel channel,
    Channel preferred,
    ContactPerson addressee,
    ContactCheck.Stop stop,
    long allowedOn) {

  static Permission of(PreparedStep step, Debt debt, NextChange.Watch change) {
    Books books = debt.books();
    int closed = Addressee.closedChannels(step, books);
    Channel preferred = step.channel(closed);
    boolean asked = books.asksConduct && (preferred != null || step.before != null);
    if (!asked) {
      return given(preferred, preferred, Addressee.of(step, books, preferred), debt.day());
    }
    int[] places = debt.scope().contacted();
    List<Addressee.Way> ways =
        preferred != null && Addressee.matters(step, books)
            ? Addressee.ways(step, books)
            : List.of();
    if (ways.isEmpty()) {
      Permission all = new Question(step, debt, places, closed, null).answer(preferred, change);
      return all.isGiven ? all.to(Addressee.of(step, books, all.channel)) : all;
    }
    Permission one = toOneOf(ways, step, debt, places, change);
    int open = books.closedChannels;
    return one == null
        ? new Question(step, debt, places, open, null).answer(step.channel(open), change)
        : one;
  }

  private static Permission given(
      Channel channel, Channel preferred, ContactPerson addressee, long day) {
    return new Permission(true, channel, preferred, addressee, null, day);
  }

  private Permission to(ContactPerson person) {
    return given(channel, preferred, person, allowedOn);
  }

  /**
   * Whether the step may go today to one of several persons: the first to whom it may. Null if it
   * never may go to any of them while nothing happens.
   */
  private static Permission toOneOf(
      List<Addressee.Way> ways,
      PreparedStep step,
      Debt debt,
      int[] places,
      NextChange.Watch change) {
    long earliest = EpochDay.NEVER;
    Channel preferred = ways.get(0).channel();
    for (Addressee.Way each : ways) {
      Question question = new Question(step, debt, places, 0, each.person());
      long on = question.permittedOn(each.channel());
      if (on <= debt.day()) {
        // until it is stopped, or somebody who would be preferred may be contacted
        change.by(question.stoppedOn(each.channel()));
        change.by(earliest);
        return given(each.channel(), preferred, each.person(), on);
      }
      earliest = Math.min(earliest, on);
    }
    if (earliest == EpochDay.NEVER) {
      return null;
    }
    change.by(earliest);
    ContactCheck.Stop stop =
        new Question(step, debt, places, 0, ways.get(0).person()).stop(preferred);
    return new Permission(false, null, preferred, null, stop, earliest);
  }

  /** Why it is refused. */
  Reason refusal(String step) {
    Optional<LocalDate> on =
        allowedOn == EpochDay.NEVER ? Optional.empty() : Optional.of(Reasons.date(allowedOn));
    return new ContactReason.ContactNotAllowed(step, Optional.ofNullable(preferred), stop, on);
  }

  /**
   * A step, the day, the invoices that it would be about, the channels that are closed, and the
   * person whom it would address; null for the customer as such.
   */
  private record Question(
      PreparedStep step, Debt debt, int[] places, int closed, ContactPerson person) {

    Permission answer(Channel preferred, NextChange.Watch change) {
      Channel channel = preferred;
      long earliest = permittedOn(preferred);
      if (debt.books().policy.orNextChannel && preferred != null && earliest > debt.day()) {
        for (Channel each : step.channels) {
          boolean open = (closed & PreparedPolicy.bit(each)) == 0;
          long on = open ? permittedOn(each) : EpochDay.NEVER;
          if (on <= debt.day()) {
            channel = each;
            break;
          }
          earliest = Math.min(earliest, on);
        }
      }
      if (earliest > debt.day()) {
        // the first day of all channels that would be preferred
        change.by(earliest);
      }
      if (earliest <= debt.day() || channel != preferred) {
        change.by(stoppedOn(channel));
        return given(channel, preferred, null, earliest);
      }
      return new Permission(false, null, preferred, null, stop(preferred), earliest);
    }

    private ContactCheck check() {
      ContactCheck all = debt.books().check();
      return person == null ? all : all.with(person);
    }

    private ContactCheck.Stop stop(Channel preferred) {
      ContactCheck.Stop stop =
          preferred == null ? null : check().stop(places, preferred, Before.CONTACT, debt.day());
      return stop == null ? check().stop(places, null, step.before, debt.day()) : stop;
    }

    /** The first later day on which the step is stopped by the channel it now goes by. */
    private long stoppedOn(Channel by) {
      long tomorrow = debt.day() + 1;
      long on =
          step.before == null
              ? EpochDay.NEVER
              : check().stoppedOn(places, null, step.before, tomorrow);
      return by == null
          ? on
          : Math.min(on, check().stoppedOn(places, by, Before.CONTACT, tomorrow));
    }

    /** The first day on which the step is allowed by a channel, and after the notices it needs. */
    private long permittedOn(Channel by) {
      long on = debt.day();
      if (step.before != null) {
        on = check().allowedOn(places, null, step.before, on);
      }
      return by == null || on == EpochDay.NEVER
          ? on
          : check().allowedOn(places, by, Before.CONTACT, on);
    }
  }
}
