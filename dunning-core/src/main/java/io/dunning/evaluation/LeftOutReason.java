package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.event.Restriction;
import io.dunning.ledger.Concessions;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.serial.RecordForm;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a step of the ladder was left out or waits, or what else did not count; a {@link
 * DetourReason} says why a step goes another way. Never the reason that decided. Immutable and
 * thread-safe.
 */
public sealed interface LeftOutReason extends Reason
    permits DetourReason,
        LeftOutReason.OfStep,
        LeftOutReason.UnknownStep,
        LeftOutReason.UnknownDecision,
        LeftOutReason.PromiseBroken,
        LeftOutReason.PlanBroken,
        LeftOutReason.AsksEveryDay,
        LeftOutReason.ClaimEnds,
        LeftOutReason.InSegment,
        LeftOutReason.InTrial,
        LeftOutReason.BeyondPatience {

  @Override
  default <R> R accept(Visitor<R> visitor) {
    return visitor.leftOut(this);
  }

  @Override
  default Rule rule() {
    return Rule.CANDIDATE;
  }

  /** Why one step of the ladder was left out or waits. */
  sealed interface OfStep extends LeftOutReason {
    /** {@return the name of the step} */
    String step();

    @Override
    default Optional<String> aboutStep() {
      return Optional.of(step());
    }
  }

  /**
   * A step was taken already.
   *
   * @param step the name of the step
   * @param on the day on which it was taken
   */
  record StepTaken(String step, LocalDate on) implements OfStep {
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
  record StepPassedOver(String step, String by) implements OfStep {
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
  record StepNotApplicable(String step, String condition) implements OfStep {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": applies only if " + condition;
    }
  }

  /**
   * The day of a step went by without it being taken.
   *
   * @param step the name of the step
   * @param day the day on which it could have been taken
   */
  record StepMissed(String step, LocalDate day) implements OfStep {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": missed on " + day;
    }
  }

  /**
   * A step for the time before the due date was not taken in time.
   *
   * @param step the name of the step
   * @param lastDay the last day on which it could have been taken
   */
  record StepLapsed(String step, LocalDate lastDay) implements OfStep {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": lapsed, could be taken until " + lastDay;
    }
  }

  /**
   * A step for the time before the due date does not go to a customer who is overdue with an older
   * invoice.
   *
   * @param step the name of the step
   * @param overdueFrom the first day on which an older invoice was overdue
   */
  record StepBehindOlder(String step, LocalDate overdueFrom) implements OfStep {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": not while an older invoice is overdue, as one has been since " + overdueFrom;
    }
  }

  /**
   * A milder step comes first.
   *
   * @param step the name of the step
   * @param first the name of the step that comes first
   */
  record StepBehind(String step, String first) implements OfStep {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": comes after " + first;
    }
  }

  /**
   * A restriction forbids a step.
   *
   * @param step the name of the step
   * @param restrictions what is in force
   */
  record StepForbidden(String step, List<Restriction> restrictions) implements OfStep {
    private static final long serialVersionUID = 1L;

    /**
     * A restriction forbids a step.
     *
     * @param step the name of the step
     * @param restrictions what is in force
     */
    public StepForbidden {
      restrictions = List.copyOf(restrictions);
    }

    @Override
    public String toString() {
      return step + ": not while " + joined(restrictions, " and ");
    }
  }

  /**
   * The claim has lapsed at law: a step that goes to court, or says that the creditor may, is not
   * taken any more.
   *
   * @param step the name of the step
   * @param lastDay the last day on which the claim could be enforced
   */
  record ClaimLapsed(String step, LocalDate lastDay) implements OfStep {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": not any more, the claim could be enforced through " + lastDay;
    }
  }

  /**
   * Until when the claim of an invoice can be enforced at law. A warning beside the answer: it
   * leaves out nothing by itself.
   *
   * @param invoice the number of the invoice
   * @param lastDay the last day, if nothing more happens; empty while a suspension has no end
   * @param suspended whether the time stands still today
   * @param why why it is this day, or what suspends it; empty text if nothing was said
   */
  record ClaimEnds(String invoice, Optional<LocalDate> lastDay, boolean suspended, String why)
      implements LeftOutReason {
    private static final long serialVersionUID = 1L;

    /**
     * The last day of a claim.
     *
     * @param invoice the number of the invoice
     * @param lastDay the last day, if nothing more happens; empty while a suspension has no end
     * @param suspended whether the time stands still today
     * @param why why it is this day, or what suspends it; empty text if nothing was said
     */
    public ClaimEnds {
      Objects.requireNonNull(invoice, "invoice");
      Objects.requireNonNull(lastDay, "lastDay");
      Objects.requireNonNull(why, "why");
    }

    @Override
    public String toString() {
      String open = suspended ? "none while its limitation is suspended" : "none";
      return "last day to enforce "
          + invoice
          + " at law: "
          + lastDay.map(d -> d + (suspended ? ", its limitation is suspended" : "")).orElse(open)
          + (why.isBlank() ? "" : " (" + why + ")");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * A rule of the set of policies put the customer into a segment.
   *
   * @param segment the segment
   * @param condition the condition of the rule, in words
   */
  record InSegment(String segment, String condition) implements LeftOutReason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "in segment " + segment + ", because " + condition;
    }
  }

  /**
   * The customer takes part in a trial, which gave the policy.
   *
   * @param trial the name of the trial
   * @param champion the name of the policy that would apply otherwise
   * @param share the share of customers that the trial takes in
   * @param number the number of the customer, which is less than the share
   */
  record InTrial(String trial, String champion, Percentage share, Percentage number)
      implements LeftOutReason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "in trial "
          + trial
          + " instead of "
          + champion
          + ", because "
          + number
          + " is below "
          + share;
    }
  }

  /**
   * A person decided against a step.
   *
   * @param step the name of the step
   * @param on the day of the decision
   */
  record StepRefused(String step, LocalDate on) implements OfStep {
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
   * @param channels the channels, the preferred one first
   */
  record StepWithoutChannel(String step, List<Channel> channels) implements OfStep {
    private static final long serialVersionUID = 1L;

    /**
     * Every channel of a step is closed to the customer or failed.
     *
     * @param step the name of the step
     * @param channels the channels, the preferred one first
     */
    public StepWithoutChannel {
      channels = List.copyOf(channels);
    }

    @Override
    public String toString() {
      return step + ": cannot reach the customer by " + joined(channels, " or ");
    }
  }

  private static String joined(List<?> parts, String by) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(by));
  }

  /** Which rule asks for the approval of a person. */
  enum Approval {
    /** The step of the policy says so. */
    STEP("the step needs it"),
    /** The endgame rule says so for the route that the step takes, such as court. */
    ROUTE("the endgame rule asks for it"),
    /** The settlement rule says so for the offer that the step makes. */
    OFFER("the settlement rule asks for it at this share");

    private final String words;

    Approval(String words) {
      this.words = words;
    }

    /** Such as {@code the step needs it}. */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * The step is due, but waits until a person has approved it.
   *
   * @param step the name of the step
   * @param approver who has to approve it
   * @param by which rule asks for the approval
   */
  record NotApprovedYet(String step, String approver, Approval by) implements OfStep {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.DUE;
    }

    @Override
    public String toString() {
      return step + ": waits for the approval of " + approver + ", because " + by;
    }
  }

  /**
   * A step was taken that the policy does not have; it does not count.
   *
   * @param step the name of the step
   * @param on the day on which it was taken
   */
  record UnknownStep(String step, LocalDate on) implements LeftOutReason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": taken on " + on + ", but not a step of this policy";
    }
  }

  /**
   * A person approved or refused a step that the policy does not have; it does not count.
   *
   * @param step the name of the step
   * @param approved whether it was approved, rather than refused
   * @param on the day of the decision
   */
  record UnknownDecision(String step, boolean approved, LocalDate on) implements LeftOutReason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      String what = approved ? ": approved on " : ": refused on ";
      return step + what + on + ", but not a step of this policy";
    }
  }

  /**
   * A step was taken, but nobody confirmed in time that its letter arrived: it does not count.
   *
   * @param step the name of the step
   * @param taken the day on which it was taken last
   * @param on the day on which its delivery was given up
   */
  record DeliveryGivenUp(String step, LocalDate taken, LocalDate on) implements OfStep {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step + ": taken on " + taken + ", but its delivery was given up on " + on;
    }
  }

  /**
   * The latest promise to pay was broken, so that the ladder went on.
   *
   * @param promisedOn the day of the promise
   * @param amount how much was promised; empty for all that was open
   * @param unpaid what of the amount was not paid in time; empty for a promise of all
   * @param until the day by which the customer promised to pay
   * @param daysLate how many days ago that was
   */
  record PromiseBroken(
      LocalDate promisedOn,
      Optional<Money> amount,
      Optional<Money> unpaid,
      LocalDate until,
      long daysLate)
      implements LeftOutReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.HELD;
    }

    @Override
    public String toString() {
      return "promise of "
          + promisedOn
          + " to pay "
          + amount.map(Money::toString).orElse("all")
          + " by "
          + until
          + " was broken: "
          + unpaid.map(Money::toString).orElse("the payment")
          + " is "
          + days(daysLate)
          + " late";
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * The latest payment plan was broken, so that the ladder went on.
   *
   * @param agreedOn the day of the plan
   * @param open the earliest instalment that was not paid
   * @param daysLate how many days ago it was due
   */
  record PlanBroken(LocalDate agreedOn, Instalment open, long daysLate) implements LeftOutReason {
    private static final long serialVersionUID = 1L;

    @Override
    public Rule rule() {
      return Rule.HELD;
    }

    @Override
    public String toString() {
      return "payment plan of "
          + agreedOn
          + " was broken: "
          + open
          + " is "
          + days(daysLate)
          + " late";
    }
  }

  private static String days(long days) {
    return days + (days == 1 ? " day" : " days");
  }

  /**
   * The step grants a deadline that lies where the calendar does not reach, so that no day can be
   * stated.
   *
   * @param step the name of the step, which is to be taken
   * @param days the days that it grants
   * @param covered the days that the calendar covers
   */
  record DeadlineOutsideCalendar(String step, Days days, DateSpan covered) implements OfStep {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return step
          + ": states no payment deadline, because "
          + days
          + " from today lie outside the days the calendar covers, "
          + covered;
    }
  }

  /**
   * A condition of the user's own was asked, or one that goes by a risk model that does not say
   * what it reads: nobody can foresee when its answer changes.
   *
   * @param condition the condition, in words, and the risk model if that is the reason
   */
  record AsksEveryDay(String condition) implements LeftOutReason {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "looked at again every day, because nobody can foresee: " + condition;
    }
  }

  /**
   * A promise, payment plan, deferral or hold goes beyond the patience of the policy: it is
   * recorded and does not hold, or not as long as it says.
   *
   * @param overrun what goes beyond, and the limit
   */
  record BeyondPatience(Concessions.Overrun overrun) implements LeftOutReason {
    private static final long serialVersionUID = 1L;

    /**
     * Something that goes beyond the patience.
     *
     * @param overrun what goes beyond, and the limit
     */
    public BeyondPatience {
      Objects.requireNonNull(overrun, "overrun");
    }

    @Override
    public Rule rule() {
      return Rule.HELD;
    }

    @Override
    public Map<String, Object> facts() {
      return Reasons.facts(overrun);
    }

    @Override
    public String toString() {
      return overrun.toString();
    }
  }
}
