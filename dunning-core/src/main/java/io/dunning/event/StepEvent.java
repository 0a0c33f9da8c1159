package io.dunning.event;

import io.dunning.action.Channel;
import io.dunning.money.Money;
import io.dunning.serial.RecordForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A step of the ladder was taken or withdrawn, or a person decided about it. Immutable and
 * thread-safe.
 */
public sealed interface StepEvent extends LedgerEvent {

  @Override
  default void accept(LedgerEvent.Visitor visitor) {
    visitor.step(this);
  }

  /** {@return the name of the step} */
  String step();

  /**
   * Hands this event to the method for its kind.
   *
   * @param visitor who handles the events of this family
   */
  void accept(Visitor visitor);

  @Override
  default List<Money> amounts() {
    return List.of();
  }

  @Override
  default boolean needsInvoice() {
    return false;
  }

  /** Handles each kind of event of this family; a new kind has to be answered here. */
  interface Visitor {
    /**
     * Handles a {@link StepTaken}.
     *
     * @param event the event
     */
    void stepTaken(StepTaken event);

    /**
     * Handles a {@link StepWithdrawn}.
     *
     * @param event the event
     */
    void stepWithdrawn(StepWithdrawn event);

    /**
     * Handles a {@link StepApproved}.
     *
     * @param event the event
     */
    void stepApproved(StepApproved event);

    /**
     * Handles a {@link StepRefused}.
     *
     * @param event the event
     */
    void stepRefused(StepRefused event);
  }

  /**
   * A step of the ladder was carried out.
   *
   * @param date the day
   * @param step the name of the step, not blank
   * @param channel how the customer was reached; empty if not, or if the step itself says so
   * @param person the name of the contact person to whom it went; empty if it is not known, or if
   *     it went to the customer as such
   */
  record StepTaken(LocalDate date, String step, Optional<Channel> channel, String person)
      implements StepEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A step that was carried out.
     *
     * @param date the day
     * @param step the name of the step, not blank
     * @param channel how the customer was reached; empty if not, or if the step itself says so
     * @param person the name of the contact person to whom it went; empty if it is not known
     */
    public StepTaken {
      Objects.requireNonNull(date, "date");
      // few names, many events: one string each, and equal names are the same object
      step = EventChecks.stepName(step).intern();
      Objects.requireNonNull(channel, "channel");
      Objects.requireNonNull(person, "person");
    }

    /**
     * A step that was carried out; no person is named.
     *
     * @param date the day
     * @param step the name of the step, not blank
     * @param channel how the customer was reached; empty if not, or if the step itself says so
     */
    public StepTaken(LocalDate date, String step, Optional<Channel> channel) {
      this(date, step, channel, "");
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.stepTaken(this);
    }

    @Override
    public String toString() {
      return date
          + " step taken: "
          + step
          + channel.map(c -> " by " + c).orElse("")
          + (person.isEmpty() ? "" : " to " + person);
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * The latest taking of a step was withdrawn: the level before it is back. The contact it made
   * stays a contact.
   *
   * @param date the day on which it happened
   * @param step the name of the step, not blank
   */
  record StepWithdrawn(LocalDate date, String step) implements StepEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A withdrawn step.
     *
     * @param date the day on which it happened
     * @param step the name of the step, not blank
     */
    public StepWithdrawn {
      Objects.requireNonNull(date, "date");
      EventChecks.stepName(step);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.stepWithdrawn(this);
    }

    @Override
    public String toString() {
      return date + " step withdrawn: " + step;
    }
  }

  /**
   * A person decided that a step that needs approval may be taken.
   *
   * @param date the day on which it happened
   * @param step the name of the step, not blank
   */
  record StepApproved(LocalDate date, String step) implements StepEvent {
    private static final long serialVersionUID = 1L;

    /**
     * An approval.
     *
     * @param date the day on which it happened
     * @param step the name of the step, not blank
     */
    public StepApproved {
      Objects.requireNonNull(date, "date");
      EventChecks.stepName(step);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.stepApproved(this);
    }

    @Override
    public String toString() {
      return date + " step approved: " + step;
    }
  }

  /**
   * A person decided that a step must not be taken: the ladder goes past it, until it is approved.
   *
   * @param date the day on which it happened
   * @param step the name of the step, not blank
   */
  record StepRefused(LocalDate date, String step) implements StepEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param date the day on which it happened
     * @param step the name of the step, not blank
     */
    public StepRefused {
      Objects.requireNonNull(date, "date");
      EventChecks.stepName(step);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.stepRefused(this);
    }

    @Override
    public String toString() {
      return date + " step refused: " + step;
    }
  }
}
