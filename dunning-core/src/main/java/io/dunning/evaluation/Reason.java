package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.conduct.ContactCheck;
import io.dunning.event.Restriction;
import io.dunning.ledger.Closure;
import io.dunning.money.Money;
import io.dunning.policy.Trigger;
import io.dunning.terms.Instalment;
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
   * A settlement was kept; the rest is not chased any more.
   *
   * @param agreedOn the day on which it was agreed
   * @param keptOn the day of the last payment it asked for
   */
  record Settled(LocalDate agreedOn, LocalDate keptOn) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "settled on " + keptOn + " as agreed on " + agreedOn + "; the rest is to be credited";
    }
  }

  /**
   * An offer to settle stands.
   *
   * @param amount what would settle the debt
   * @param on the day of the offer
   * @param until the last day, included
   */
  record SettlementOffered(Money amount, LocalDate on, LocalDate until) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public Optional<LocalDate> endsOn() {
      return after(until);
    }

    @Override
    public String toString() {
      return "settlement for " + amount + " offered on " + on + ", stands until " + until;
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
      implements Reason {
    private static final long serialVersionUID = 1L;

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
      return new Form(step, channel.orElse(null), stop, allowedOn.orElse(null));
    }

    /** The serial form, without an optional. */
    private record Form(String step, Channel channel, ContactCheck.Stop stop, LocalDate allowedOn)
        implements Serializable {
      private static final long serialVersionUID = 1L;

      private Object readResolve() {
        return new ContactNotAllowed(
            step, Optional.ofNullable(channel), stop, Optional.ofNullable(allowedOn));
      }
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
   * Time was granted: steps count from a later day than the due date.
   *
   * @param until the day from which steps count
   */
  record Deferred(LocalDate until) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public Optional<LocalDate> endsOn() {
      return after(until);
    }

    @Override
    public String toString() {
      return "deferred to " + until;
    }
  }

  /**
   * A payment plan is kept so far.
   *
   * @param agreedOn the day of the plan
   * @param next the earliest instalment that is not paid
   * @param lastDay the last day on which it can be paid, cure period included
   */
  record InPlan(LocalDate agreedOn, Instalment next, LocalDate lastDay) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public Optional<LocalDate> endsOn() {
      return after(lastDay);
    }

    @Override
    public String toString() {
      return "payment plan of "
          + agreedOn
          + " is kept, next "
          + next
          + (lastDay.equals(next.due()) ? "" : ", to be cured through " + lastDay);
    }
  }

  /**
   * Only what is lawful in such a case may be done, and the policy has no step for it that is left:
   * a person has to decide.
   *
   * @param restriction what happened
   * @param note more about it
   * @param since the first day
   * @param until the last day, included; empty without an end
   */
  record Restricted(
      Restriction restriction, String note, LocalDate since, Optional<LocalDate> until)
      implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public Optional<LocalDate> endsOn() {
      return until.flatMap(Reason::after);
    }

    @Override
    public String toString() {
      return restriction
          + (note.isBlank() ? "" : " (" + note + ")")
          + " since "
          + since
          + until.map(d -> " through " + d).orElse("")
          + ": only a person may go on";
    }

    private Object writeReplace() {
      return new Form(restriction, note, since, until.orElse(null));
    }

    /** The serial form, without an optional. */
    private record Form(Restriction restriction, String note, LocalDate since, LocalDate until)
        implements Serializable {
      private static final long serialVersionUID = 1L;

      private Object readResolve() {
        return new Restricted(restriction, note, since, Optional.ofNullable(until));
      }
    }
  }

  /**
   * The invoice did not arrive, so that it is not chased.
   *
   * @param since the day on which that became known
   */
  record NotDelivered(LocalDate since) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "the invoice did not arrive, known since " + since;
    }
  }

  /**
   * Credits of the account cover what is overdue.
   *
   * @param overdue what is overdue, in the first currency
   * @param credit what stands against it
   */
  record CoveredByCredits(Money overdue, Money credit) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public Optional<Money> missing() {
      return Optional.of(credit.minus(overdue).plus(Money.ofMinor(1, credit.currency())));
    }

    @Override
    public String toString() {
      return overdue + " overdue is covered by credits of " + credit;
    }
  }

  /**
   * Something has to come about before a step; the ladder waits with it.
   *
   * @param step the name of the step
   * @param prerequisite what has to come about, in words
   */
  record PrerequisiteMissing(String step, String prerequisite) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": waits until " + prerequisite;
    }
  }

  /**
   * A promise or a payment plan was broken, and the policy goes on at this step.
   *
   * @param step the name of the step
   * @param lastDay the last day on which the promise or plan could be kept
   */
  record StepBroughtForward(String step, LocalDate lastDay) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": brought forward, because what was agreed was broken after " + lastDay;
    }
  }

  /**
   * A restriction forbids a step.
   *
   * @param step the name of the step
   * @param restrictions what is in force, in words
   */
  record StepForbidden(String step, String restrictions) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": not while " + restrictions;
    }
  }

  /**
   * A person decided against a step.
   *
   * @param step the name of the step
   * @param on the day of the decision
   */
  record StepRefused(String step, LocalDate on) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": refused on " + on;
    }
  }

  /**
   * Every channel of a step is closed to the customer or failed.
   *
   * @param step the name of the step
   * @param channels the channels, in words
   */
  record StepWithoutChannel(String step, String channels) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": cannot reach the customer by " + channels;
    }
  }

  /**
   * A part of the debt is contested and left out.
   *
   * @param disputed the part
   * @param why why, in the user's words
   * @param since the day of the dispute
   */
  record PartlyDisputed(Money disputed, String why, LocalDate since) implements Reason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return disputed
          + " disputed since "
          + since
          + (why.isBlank() ? "" : " (" + why + ")")
          + " is left out";
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
