package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.calendar.EpochDay;
import io.dunning.conduct.ContactCheck;
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

  static Permission of(PreparedStep step, Debt debt, int lead, NextChange.Watch change) {
    Books books = debt.books();
    int closed = Addressee.closedChannels(step, books);
    Channel preferred = step.channel(closed);
    boolean asked = books.asksConduct && (preferred != null || step.before != null);
    if (!asked) {
      return given(preferred, preferred, Addressee.of(step, books, preferred), debt.day());
    }
    HandOver handOver = new HandOver(step, debt, lead);
    if (handOver.asksHowMuch()) {
      change.by(debt.amountsChangeOn());
      int missing = handOver.missing();
      if (missing >= 0) {
        int[] first = {missing};
        ContactCheck.Stop stop = books.check().stop(first, null, step.before, debt.day());
        return new Permission(false, null, preferred, null, stop, EpochDay.NEVER);
      }
    }
    Scope.Places places = debt.scope().places(lead);
    List<AddresseeWays.Way> ways =
        preferred != null && AddresseeWays.matters(step, books)
            ? AddresseeWays.ways(step, books)
            : List.of();
    if (ways.isEmpty()) {
      Permission all =
          new PermissionQuestion(step, debt, places, closed, null).answer(preferred, change);
      return all.isGiven ? all.to(Addressee.of(step, books, all.channel)) : all;
    }
    Permission one = toOneOf(ways, step, debt, places, change);
    int open = books.closedChannels;
    return one == null
        ? new PermissionQuestion(step, debt, places, open, null).answer(step.channel(open), change)
        : one;
  }

  /** Whether a step may go by one and the same way, today and for ever while nothing happens. */
  static boolean lasts(PreparedStep step, Debt debt, int lead) {
    Books books = debt.books();
    int closed = Addressee.closedChannels(step, books);
    Channel preferred = step.channel(closed);
    if (new HandOver(step, debt, lead).asksHowMuch()) {
      return false;
    }
    Scope.Places places = debt.scope().places(lead);
    if (preferred != null && AddresseeWays.matters(step, books)) {
      for (AddresseeWays.Way each : AddresseeWays.ways(step, books)) {
        PermissionQuestion question = new PermissionQuestion(step, debt, places, 0, each.person());
        if (question.lasts(each.channel())) {
          return true;
        }
      }
      return false;
    }
    PermissionQuestion question = new PermissionQuestion(step, debt, places, closed, null);
    boolean lasts = question.lasts(preferred);
    for (Channel each : books.policy.orNextChannel ? step.channels : List.<Channel>of()) {
      lasts |= (closed & PreparedPolicy.bit(each)) == 0 && question.lasts(each);
    }
    return lasts;
  }

  static Permission given(Channel channel, Channel preferred, ContactPerson addressee, long day) {
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
      List<AddresseeWays.Way> ways,
      PreparedStep step,
      Debt debt,
      Scope.Places places,
      NextChange.Watch change) {
    long earliest = EpochDay.NEVER;
    Channel preferred = ways.get(0).channel();
    for (AddresseeWays.Way each : ways) {
      PermissionQuestion question = new PermissionQuestion(step, debt, places, 0, each.person());
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
        new PermissionQuestion(step, debt, places, 0, ways.get(0).person()).stop(preferred);
    return new Permission(false, null, preferred, null, stop, earliest);
  }

  /** Why it is refused. */
  Reason refusal(String step) {
    Optional<LocalDate> on =
        allowedOn == EpochDay.NEVER ? Optional.empty() : Optional.of(Reasons.date(allowedOn));
    return new ContactReason.ContactNotAllowed(step, Optional.ofNullable(preferred), stop, on);
  }
}
