package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.calendar.EpochDay;
import io.dunning.conduct.ContactCheck;
import io.dunning.conduct.ContactLimit.Before;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether the rules of contact and the wishes of the customer allow a step today, and by which
 * channel.
 *
 * @param isGiven whether it may go
 * @param channel the channel by which it goes; null if it is refused, or contacts nobody
 * @param preferred the channel by which it would go; null if it contacts nobody
 * @param stop what refuses it; null if it is given
 * @param allowedOn the first day on which it will be given; never if something has to happen first
 */
record Permission(
    boolean isGiven, Channel channel, Channel preferred, ContactCheck.Stop stop, long allowedOn) {

  static Permission of(PreparedStep step, Debt debt, NextChange.Watch change) {
    int closed = Addressee.closedChannels(step, debt.books());
    Channel preferred = step.channel(closed);
    boolean asked = debt.books().asksConduct && (preferred != null || step.before != null);
    return asked
        ? new Question(step, debt, debt.scope().contacted(), closed).answer(preferred, change)
        : new Permission(true, preferred, preferred, null, debt.day());
  }

  /** Why it is refused. */
  Reason refusal(String step) {
    Optional<LocalDate> on =
        allowedOn == EpochDay.NEVER ? Optional.empty() : Optional.of(Reasons.date(allowedOn));
    return new ContactReason.ContactNotAllowed(step, Optional.ofNullable(preferred), stop, on);
  }

  /** A step, the day, the invoices that it would be about, and the channels that are closed. */
  private record Question(PreparedStep step, Debt debt, int[] places, int closed) {

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
        return new Permission(true, channel, preferred, null, earliest);
      }
      return new Permission(false, null, preferred, stop(preferred), earliest);
    }

    private ContactCheck check() {
      return debt.books().check();
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
