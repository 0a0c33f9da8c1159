package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.calendar.EpochDay;
import io.dunning.conduct.ContactCheck;
import io.dunning.conduct.ContactLimit.Before;

/**
 * A step, the day, the invoices that it would be about, the channels that are closed, and the
 * person whom it would address; null for the customer as such.
 */
record PermissionQuestion(
    PreparedStep step, Debt debt, Scope.Places places, int closed, ContactPerson person) {

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
      return Permission.given(channel, preferred, null, earliest);
    }
    return new Permission(false, null, preferred, null, stop(preferred), earliest);
  }

  private ContactCheck check() {
    ContactCheck all = debt.books().check();
    return person == null ? all : all.with(person);
  }

  ContactCheck.Stop stop(Channel preferred) {
    ContactCheck.Stop stop =
        preferred == null
            ? null
            : check().stop(places.contacted(), preferred, Before.CONTACT, debt.day());
    return stop == null ? check().stop(places.handedOver(), null, step.before, debt.day()) : stop;
  }

  /** The first later day on which the step is stopped by the channel it now goes by. */
  long stoppedOn(Channel by) {
    long tomorrow = debt.day() + 1;
    long on =
        step.before == null
            ? EpochDay.NEVER
            : check().stoppedOn(places.handedOver(), null, step.before, tomorrow);
    return by == null
        ? on
        : Math.min(on, check().stoppedOn(places.contacted(), by, Before.CONTACT, tomorrow));
  }

  /** Whether the step is allowed by a channel, and stays so. */
  boolean lasts(Channel by) {
    return permittedOn(by) <= debt.day() && stoppedOn(by) == EpochDay.NEVER;
  }

  /** The first day on which the step is allowed by a channel, and after the notices it needs. */
  long permittedOn(Channel by) {
    long on = debt.day();
    if (step.before != null) {
      on = check().allowedOn(places.handedOver(), null, step.before, on);
    }
    return by == null || on == EpochDay.NEVER
        ? on
        : check().allowedOn(places.contacted(), by, Before.CONTACT, on);
  }
}
