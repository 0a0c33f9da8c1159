package io.dunning.evaluation;

import io.dunning.calendar.DateSpan;
import io.dunning.policy.Trigger;
import io.dunning.serial.RecordForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where a debt stands on the ladder: which step is due, waited for, or missing something. Immutable
 * and thread-safe.
 */
public sealed interface StepReason extends Reason {

  @Override
  default <R> R accept(Visitor<R> visitor) {
    return visitor.step(this);
  }

  /**
   * The trigger is reached, and nothing prevents the step.
   *
   * @param step the name of the step
   * @param trigger from which day on the step can be taken
   * @param reachedOn the first day on which the step can be taken
   */
  record StepDue(String step, Trigger trigger, LocalDate reachedOn) implements StepReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.DUE;
    }

    @Override
    public Optional<String> aboutStep() {
      return Optional.of(step);
    }

    @Override
    public String toString() {
      return step + ": " + trigger + " was reached on " + reachedOn;
    }
  }

  /**
   * The last step is repeated.
   *
   * @param step the name of the step
   * @param takenOn the day on which it was taken last
   * @param reachedOn the first day on which the step can be taken
   */
  record StepRepeats(String step, LocalDate takenOn, LocalDate reachedOn) implements StepReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.REPEATS;
    }

    @Override
    public Optional<String> aboutStep() {
      return Optional.of(step);
    }

    @Override
    public String toString() {
      return step + ": taken on " + takenOn + ", again from " + reachedOn;
    }
  }

  /**
   * A promise or a payment plan was broken, and the policy goes on at this step.
   *
   * @param step the name of the step
   * @param lastDay the last day on which the promise or plan could be kept
   */
  record StepBroughtForward(String step, LocalDate lastDay) implements StepReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.BROUGHT_FORWARD;
    }

    @Override
    public Optional<String> aboutStep() {
      return Optional.of(step);
    }

    @Override
    public String toString() {
      return step + ": brought forward, because what was agreed was broken after " + lastDay;
    }
  }

  /**
   * The trigger is not reached yet.
   *
   * @param step the name of the step
   * @param trigger from which day on the step can be taken
   * @param reachedOn the first day on which the step can be taken
   */
  record StepTooEarly(String step, Trigger trigger, LocalDate reachedOn) implements StepReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.TOO_EARLY;
    }

    @Override
    public Optional<String> aboutStep() {
      return Optional.of(step);
    }

    @Override
    public Optional<LocalDate> endsOn() {
      return Optional.of(reachedOn);
    }

    @Override
    public String toString() {
      return step + ": " + trigger + " is reached on " + reachedOn;
    }
  }

  /**
   * The day of a step counts from a step that has not been taken.
   *
   * @param step the name of the step
   * @param earlier the name of the step it counts from
   */
  record StepAwaits(String step, String earlier) implements StepReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.DAY_UNKNOWN;
    }

    @Override
    public Optional<String> aboutStep() {
      return Optional.of(step);
    }

    @Override
    public String toString() {
      return step + ": counts from " + earlier + ", which has not been taken";
    }
  }

  /**
   * The day of a step lies where the calendar does not reach. The debt is looked at again on the
   * last day that the calendar covers; from then on only a later calendar helps.
   *
   * @param step the name of the step
   * @param trigger from which day on the step can be taken
   * @param covered the days that the calendar covers
   * @param over whether the last of them has come
   */
  record StepOutsideCalendar(String step, Trigger trigger, DateSpan covered, boolean over)
      implements StepReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return over ? Rule.CALENDAR_OVER : Rule.DAY_UNKNOWN;
    }

    @Override
    public Optional<String> aboutStep() {
      return Optional.of(step);
    }

    @Override
    public String toString() {
      String outside = step + ": " + trigger + " lies outside the days the calendar covers, ";
      return outside + covered + (over ? "; only a later calendar helps" : "");
    }
  }

  /**
   * Prerequisites of a step are not met, so the ladder waits until all of them are.
   *
   * @param step the name of the step
   * @param prerequisites what has to come about, in words, in the order of the step; all that is
   *     open today, at least one
   */
  record PrerequisiteMissing(String step, List<String> prerequisites) implements StepReason {
    private static final long serialVersionUID = 1L;

    /**
     * Prerequisites of a step are not met.
     *
     * @param step the name of the step
     * @param prerequisites what has to come about, in words
     * @throws IllegalArgumentException if nothing has to come about
     */
    public PrerequisiteMissing {
      prerequisites = List.copyOf(prerequisites);
      if (prerequisites.isEmpty()) {
        throw new IllegalArgumentException("no prerequisite is missing for step: " + step);
      }
    }

    @Override
    public Rule rule() {
      return Rule.PREREQUISITE_MISSING;
    }

    @Override
    public Optional<String> aboutStep() {
      return Optional.of(step);
    }

    @Override
    public String toString() {
      return step + ": waits until " + String.join(", and until ", prerequisites);
    }
  }

  /**
   * No step is left.
   *
   * @param lastTaken the name of the last step taken
   */
  record LadderDone(Optional<String> lastTaken) implements StepReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.LADDER_DONE;
    }

    @Override
    public String toString() {
      return lastTaken.map(s -> "no step is left after " + s).orElse("no step applies");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }
}
