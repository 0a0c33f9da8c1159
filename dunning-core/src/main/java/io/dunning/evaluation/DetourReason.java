package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.PersonRole;
import io.dunning.conduct.ContactCheck;
import io.dunning.serial.RecordForm;
import java.util.Objects;
import java.util.Optional;

/**
 * Why the step that is to be taken goes another way than it would sooner: by another channel, or to
 * another person. Immutable and thread-safe.
 */
public sealed interface DetourReason extends LeftOutReason {

  /** {@return the name of the step} */
  String step();

  @Override
  default Optional<String> aboutStep() {
    return Optional.of(step());
  }

  /**
   * The step that is to be taken goes by another channel, because an earlier one of the step is
   * closed to the customer, failed, or is not allowed today.
   *
   * @param step the name of the step
   * @param channel the channel by which it does not go
   * @param stop the rule set and what it forbids; empty if the channel failed or is closed to the
   *     customer, by the customer's wish or by the creditor's own records
   */
  record ChannelPassedOver(String step, Channel channel, Optional<ContactCheck.Stop> stop)
      implements DetourReason {
    private static final long serialVersionUID = 1L;

    /**
     * An earlier channel of a step is left out.
     *
     * @param step the name of the step
     * @param channel the channel by which it does not go
     * @param stop the rule set and what it forbids
     */
    public ChannelPassedOver {
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(channel, "channel");
      Objects.requireNonNull(stop, "stop");
    }

    @Override
    public Rule rule() {
      return stop.isPresent() ? Rule.CONTACT_NOT_ALLOWED : Rule.CANDIDATE;
    }

    @Override
    public String toString() {
      String why = stop.map(s -> "not allowed today by " + s).orElse("closed or failed");
      return step + ": not by " + channel + ", which is " + why;
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * The step that is to be taken goes by another channel, because an earlier one of the step does
   * not reach the person whom it addresses.
   *
   * @param step the name of the step
   * @param channel the channel by which it does not go
   * @param role the role of the person whom the step addresses
   */
  record ChannelReachesNobody(String step, Channel channel, PersonRole role)
      implements DetourReason {
    private static final long serialVersionUID = 1L;

    /**
     * An earlier channel of a step is left out.
     *
     * @param step the name of the step
     * @param channel the channel by which it does not go
     * @param role the role of the person whom the step addresses
     */
    public ChannelReachesNobody {
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(channel, "channel");
      Objects.requireNonNull(role, "role");
    }

    @Override
    public Rule rule() {
      return Rule.CANDIDATE;
    }

    @Override
    public String toString() {
      return step + ": not by " + channel + ", which reaches no " + role;
    }
  }

  /**
   * The step that is to be taken goes to another person, or to the customer as such, because a
   * person whom it would address sooner may not be contacted today.
   *
   * @param step the name of the step
   * @param person the person to whom it does not go
   * @param channel the channel by which it would go to this person
   * @param stop the rule set and what it forbids
   */
  record PersonPassedOver(
      String step, ContactPerson person, Channel channel, ContactCheck.Stop stop)
      implements DetourReason {
    private static final long serialVersionUID = 1L;

    /**
     * A person is left out.
     *
     * @param step the name of the step
     * @param person the person to whom it does not go
     * @param channel the channel by which it would go to this person
     * @param stop the rule set and what it forbids
     */
    public PersonPassedOver {
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(person, "person");
      Objects.requireNonNull(channel, "channel");
      Objects.requireNonNull(stop, "stop");
    }

    @Override
    public Rule rule() {
      return Rule.CONTACT_NOT_ALLOWED;
    }

    @Override
    public String toString() {
      return step
          + ": not to "
          + person.name()
          + " by "
          + channel
          + ", not allowed today by "
          + stop.rules()
          + ": "
          + stop.limit();
    }
  }
}
