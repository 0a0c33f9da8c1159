package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.conduct.ContactCheck;
import io.dunning.serial.RecordForm;
import java.time.LocalDate;
import java.util.Optional;

/** Why the customer may not be contacted yet. Immutable and thread-safe. */
public sealed interface ContactReason extends Reason {

  @Override
  default <R> R accept(Visitor<R> visitor) {
    return visitor.contact(this);
  }

  /**
   * The last contact is too recent for another.
   *
   * @param step the name of the step
   * @param lastContact the day of the last contact
   * @param allowedOn the first day on which a contact is allowed
   */
  record ContactTooSoon(String step, LocalDate lastContact, LocalDate allowedOn)
      implements ContactReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.CONTACT_TOO_SOON;
    }

    @Override
    public Optional<String> aboutStep() {
      return Optional.of(step);
    }

    @Override
    public Optional<LocalDate> endsOn() {
      return Optional.of(allowedOn);
    }

    @Override
    public String toString() {
      return step + ": last contact on " + lastContact + ", the next is allowed on " + allowedOn;
    }
  }

  /**
   * Rules of contact, or the customer, forbid a step today.
   *
   * @param step the name of the step
   * @param channel by which channel; empty if it is no contact
   * @param stop the rule set and what it forbids; of several the limit that lasts longest
   * @param allowedOn the first allowed day; empty if something has to happen first
   */
  record ContactNotAllowed(
      String step, Optional<Channel> channel, ContactCheck.Stop stop, Optional<LocalDate> allowedOn)
      implements ContactReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.CONTACT_NOT_ALLOWED;
    }

    @Override
    public Optional<String> aboutStep() {
      return Optional.of(step);
    }

    @Override
    public Optional<LocalDate> endsOn() {
      return allowedOn;
    }

    @Override
    public String toString() {
      return step
          + ": not allowed"
          + channel.map(c -> " by " + c).orElse("")
          + allowedOn.map(d -> " before " + d).orElse(" until something happens")
          + " by "
          + stop;
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }
}
