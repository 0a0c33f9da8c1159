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

  /** Nothing is owed. */
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

  /** The invoice does not exist yet. */
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

  /** The due date is not over. */
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

  /** The due date is over, the grace period is not. */
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

  /** Someone placed a hold. */
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

  /** The customer contests the debt. */
  record Disputed(String why, LocalDate since) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "disputed since " + since + (why.isBlank() ? "" : " (" + why + ")");
    }
  }

  /** The customer promised to pay. */
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

  /** A condition of the policy holds everything back. */
  record HeldWhile(String condition) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "held while: " + condition;
    }
  }

  /** Too little is overdue for the policy to do anything. */
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

  /** The day of a step has come and nothing stands against it. */
  record StepDue(String step, Trigger trigger, LocalDate reachedOn) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": " + trigger + " was reached on " + reachedOn;
    }
  }

  /** The last step is repeated. */
  record StepRepeats(String step, LocalDate takenOn, LocalDate reachedOn) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": taken on " + takenOn + ", again from " + reachedOn;
    }
  }

  /** The day of a step has not come. */
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

  /** The day of a step counts from a step that has not been taken. */
  record StepAwaits(String step, String earlier) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": counts from " + earlier + ", which has not been taken";
    }
  }

  /** The day of a step lies where the calendar does not reach. */
  record StepOutsideCalendar(String step, Trigger trigger) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": " + trigger + " lies outside the days the calendar covers";
    }
  }

  /** Too little is overdue for a step; the ladder waits with it. */
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

  /** The last contact is too recent for another. */
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

  /** A step was taken already. */
  record StepTaken(String step, LocalDate on) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": taken on " + on;
    }
  }

  /** A more severe step was taken, or takes its place. */
  record StepPassedOver(String step, String by) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": passed over by " + by;
    }
  }

  /** The condition of a step does not hold. */
  record StepNotApplicable(String step, String condition) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": does not apply, only if " + condition;
    }
  }

  /** The day of a step went by without it being taken. */
  record StepMissed(String step, LocalDate day) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": missed on " + day;
    }
  }

  /** A milder step comes first. */
  record StepBehind(String step, String first) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": comes after " + first;
    }
  }

  /** No step is left. */
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

  /** A step was taken that the policy does not have; it does not count. */
  record UnknownStep(String step, LocalDate on) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": taken on " + on + ", but not a step of this policy";
    }
  }

  /** A condition of the user's own was asked: nobody can foresee when its answer changes. */
  record AsksEveryDay(String condition) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "looked at again every day, because nobody can foresee: " + condition;
    }
  }
}
