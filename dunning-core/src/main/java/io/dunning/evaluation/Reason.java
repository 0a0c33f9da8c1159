package io.dunning.evaluation;

import io.dunning.ledger.Closure;
import io.dunning.money.Money;
import io.dunning.policy.Trigger;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A rule that decided, or why a step was left out, with the facts. Prints as a sentence. Immutable
 * and thread-safe.
 */
public sealed interface Reason extends Serializable {

  /**
   * The day on which this reason ends by itself, if nothing happens until then.
   *
   * @return the day; empty if no date ends it
   */
  default Optional<LocalDate> endsOn() {
    return Optional.empty();
  }

  /**
   * How much more would have to be overdue for this reason to end.
   *
   * @return the amount; empty if no amount ends it
   */
  default Optional<Money> missing() {
    return Optional.empty();
  }

  private static Optional<LocalDate> after(LocalDate day) {
    return day.equals(LocalDate.MAX) ? Optional.empty() : Optional.of(day.plusDays(1));
  }

  /**
   * Nothing is owed.
   *
   * @param how why nothing is owed
   * @param since the day since which
   */
  record Closed(Closure how, Optional<LocalDate> since) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "nothing is owed: " + how + since.map(d -> " since " + d).orElse("");
    }

    private Object writeReplace() {
      return new Form(how, since.orElse(null));
    }

    /** The serial form, without an optional. */
    private record Form(Closure how, LocalDate since) implements Serializable {
      private static final long serialVersionUID = 1L;

      private Object readResolve() {
        return new Closed(how, Optional.ofNullable(since));
      }
    }
  }

  /**
   * The invoice does not exist yet.
   *
   * @param issued the invoice date
   */
  record NotIssued(LocalDate issued) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public Optional<LocalDate> endsOn() {
      return Optional.of(issued);
    }

    @Override
    public String toString() {
      return "not issued before " + issued;
    }
  }

  /**
   * The due date is not over.
   *
   * @param due the due date
   */
  record NotDue(LocalDate due) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public Optional<LocalDate> endsOn() {
      return after(due);
    }

    @Override
    public String toString() {
      return "not overdue: due on " + due;
    }
  }

  /**
   * The due date is over, the grace period is not.
   *
   * @param lastDay the last day, included
   */
  record InGrace(LocalDate lastDay) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public Optional<LocalDate> endsOn() {
      return after(lastDay);
    }

    @Override
    public String toString() {
      return "in the grace period through " + lastDay;
    }
  }

  /**
   * Someone placed a hold.
   *
   * @param why why, in the user's words
   * @param until the last day, included
   */
  record OnHold(String why, Optional<LocalDate> until) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public Optional<LocalDate> endsOn() {
      return until.flatMap(Reason::after);
    }

    @Override
    public String toString() {
      return "on hold"
          + (why.isBlank() ? "" : " (" + why + ")")
          + until.map(d -> " through " + d).orElse(", without an end");
    }

    private Object writeReplace() {
      return new Form(why, until.orElse(null));
    }

    /** The serial form, without an optional. */
    private record Form(String why, LocalDate until) implements Serializable {
      private static final long serialVersionUID = 1L;

      private Object readResolve() {
        return new OnHold(why, Optional.ofNullable(until));
      }
    }
  }

  /**
   * The customer contests the debt.
   *
   * @param why why, in the user's words
   * @param since the day since which
   */
  record Disputed(String why, LocalDate since) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "disputed since " + since + (why.isBlank() ? "" : " (" + why + ")");
    }
  }

  /**
   * The customer promised to pay.
   *
   * @param until the last day, included
   * @param lastDay the last day, included
   */
  record Promised(LocalDate until, LocalDate lastDay) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public Optional<LocalDate> endsOn() {
      return after(lastDay);
    }

    @Override
    public String toString() {
      return "payment promised by "
          + until
          + (lastDay.equals(until) ? "" : ", tolerated through " + lastDay);
    }
  }

  /**
   * A condition of the policy holds everything back.
   *
   * @param condition the condition, in words
   */
  record HeldWhile(String condition) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "held while: " + condition;
    }
  }

  /**
   * Too little is overdue for the policy to do anything.
   *
   * @param overdue what is overdue
   * @param minimum what would have to be overdue
   */
  record BelowMinimum(Money overdue, Money minimum) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public Optional<Money> missing() {
      return Optional.of(minimum.minus(overdue));
    }

    @Override
    public String toString() {
      return overdue
          + " is below the minimum of "
          + minimum
          + "; acts if "
          + minimum.minus(overdue)
          + " more were overdue";
    }
  }

  /**
   * The day of a step has come and nothing stands against it.
   *
   * @param step the name of the step
   * @param trigger from which day on the step can be taken
   * @param reachedOn the first day on which the step can be taken
   */
  record StepDue(String step, Trigger trigger, LocalDate reachedOn) implements Reason {
    private static final long serialVersionUID = 1L;

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
  record StepRepeats(String step, LocalDate takenOn, LocalDate reachedOn) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": taken on " + takenOn + ", again from " + reachedOn;
    }
  }

  /**
   * The day of a step has not come.
   *
   * @param step the name of the step
   * @param trigger from which day on the step can be taken
   * @param reachedOn the first day on which the step can be taken
   */
  record StepTooEarly(String step, Trigger trigger, LocalDate reachedOn) implements Reason {
    private static final long serialVersionUID = 1L;

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
  record StepAwaits(String step, String earlier) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": counts from " + earlier + ", which has not been taken";
    }
  }

  /**
   * The day of a step lies where the calendar does not reach.
   *
   * @param step the name of the step
   * @param trigger from which day on the step can be taken
   */
  record StepOutsideCalendar(String step, Trigger trigger) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": " + trigger + " lies outside the days the calendar covers";
    }
  }

  /**
   * Too little is overdue for a step; the ladder waits with it.
   *
   * @param step the name of the step
   * @param overdue what is overdue
   * @param minimum what would have to be overdue
   */
  record StepBelowMinimum(String step, Money overdue, Money minimum) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public Optional<Money> missing() {
      return Optional.of(minimum.minus(overdue));
    }

    @Override
    public String toString() {
      return step
          + ": "
          + overdue
          + " is below its minimum of "
          + minimum
          + "; would act if "
          + minimum.minus(overdue)
          + " more were overdue";
    }
  }

  /**
   * The last contact is too recent for another.
   *
   * @param step the name of the step
   * @param lastContact the day of the last contact
   * @param allowedOn the first day on which a contact is allowed
   */
  record ContactTooSoon(String step, LocalDate lastContact, LocalDate allowedOn) implements Reason {
    private static final long serialVersionUID = 1L;

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
   * A step was taken already.
   *
   * @param step the name of the step
   * @param on the day on which it was taken
   */
  record StepTaken(String step, LocalDate on) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": taken on " + on;
    }
  }

  /**
   * A more severe step was taken, or takes its place.
   *
   * @param step the name of the step
   * @param by the name of the other step
   */
  record StepPassedOver(String step, String by) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": passed over by " + by;
    }
  }

  /**
   * The condition of a step does not hold.
   *
   * @param step the name of the step
   * @param condition the condition, in words
   */
  record StepNotApplicable(String step, String condition) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": does not apply, only if " + condition;
    }
  }

  /**
   * The day of a step went by without it being taken.
   *
   * @param step the name of the step
   * @param day the day on which it could have been taken
   */
  record StepMissed(String step, LocalDate day) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": missed on " + day;
    }
  }

  /**
   * A milder step comes first.
   *
   * @param step the name of the step
   * @param first the name of the step that comes first
   */
  record StepBehind(String step, String first) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": comes after " + first;
    }
  }

  /**
   * No step is left.
   *
   * @param lastTaken the name of the last step taken
   */
  record LadderDone(Optional<String> lastTaken) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return lastTaken.map(s -> "no step is left after " + s).orElse("no step applies");
    }

    private Object writeReplace() {
      return new Form(lastTaken.orElse(null));
    }

    /** The serial form, without an optional. */
    private record Form(String lastTaken) implements Serializable {
      private static final long serialVersionUID = 1L;

      private Object readResolve() {
        return new LadderDone(Optional.ofNullable(lastTaken));
      }
    }
  }

  /**
   * A step was taken that the policy does not have; it does not count.
   *
   * @param step the name of the step
   * @param on the day on which it was taken
   */
  record UnknownStep(String step, LocalDate on) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": taken on " + on + ", but not a step of this policy";
    }
  }

  /**
   * A condition of the user's own was asked: nobody can foresee when its answer changes.
   *
   * @param condition the condition, in words
   */
  record AsksEveryDay(String condition) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "looked at again every day, because nobody can foresee: " + condition;
    }
  }
}
