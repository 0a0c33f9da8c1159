package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.check.PolicyReport.InvariantAnswer;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Invariant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Checks a policy before it meets a customer. The check reads the policy first; then it plays it
 * against debtors at the edges of what the policy names: amounts just below, at and just above each
 * amount, with and without each tag, segment, country and fact, due dates around weekends, one
 * invoice and two. To each debtor it lets up to a number of events happen (payments, bounces,
 * disputes, promises, replies, failed letters, refusals, restrictions and more), on each review
 * date, the day before it and the day after it: review dates are exact, so that between them the
 * policy does nothing else. What only shows if two things end on one day by chance, such as a
 * promise on the day on which another invoice gets a letter, can be missed.
 *
 * <p>What is reported holds for the explored worlds. The report says how many they were; it is not
 * a proof beyond them. The same check gives the same report, unless a budget of time ends it.
 *
 * <p>Immutable and thread-safe: each method that changes something returns a new check.
 */
public final class PolicyCheck {
  private final CheckSettings settings;

  /**
   * How far a check has come.
   *
   * @param worlds how many worlds were explored so far
   * @param decisions how many decisions the policy made in them
   */
  public record Progress(long worlds, long decisions) {}

  private PolicyCheck(ImmutableCheckSettings.Builder settings) {
    this.settings = settings.build();
  }

  /**
   * A check of a policy with up to two events, on a calendar without holidays, for at most 250,000
   * worlds.
   *
   * @param policy the policy, with the invariants that it is to keep
   * @return the check; {@link #run} it
   */
  public static PolicyCheck of(DunningPolicy policy) {
    return new PolicyCheck(CheckSettings.of(Objects.requireNonNull(policy, "policy")));
  }

  /**
   * {@return this check on another calendar} Deadlines that fall on its closed days are reported.
   *
   * @param other the calendar that counts business days
   */
  public PolicyCheck on(BusinessCalendar other) {
    Objects.requireNonNull(other, "other");
    return new PolicyCheck(settings.with().calendar(other).calendarGiven(true));
  }

  /**
   * {@return this check with another number of events} Each further event costs about a hundred
   * times as much.
   *
   * @param most how many events happen to a debtor at most, 0 or more
   * @throws IllegalArgumentException if the number is negative
   */
  public PolicyCheck events(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("number of events is negative: " + most);
    }
    return new PolicyCheck(settings.with().events(most));
  }

  /**
   * {@return this check with another number of worlds at most} Where it ends the check, the report
   * says up to how many events all worlds were explored.
   *
   * @param most how many worlds, 1 or more
   * @throws IllegalArgumentException if the number is below 1
   */
  public PolicyCheck atMost(long most) {
    if (most < 1) {
      throw new IllegalArgumentException("number of worlds is below 1: " + most);
    }
    return new PolicyCheck(settings.with().mostWorlds(most));
  }

  /**
   * {@return this check, ended after some time} Two such checks may find different things.
   *
   * @param most how long; zero for as long as it takes
   * @throws IllegalArgumentException if the time is negative
   */
  public PolicyCheck within(Duration most) {
    Objects.requireNonNull(most, "most");
    if (most.isNegative()) {
      throw new IllegalArgumentException("time is negative: " + most);
    }
    return new PolicyCheck(settings.with().time(most));
  }

  /**
   * {@return this check with further invariants, after those of the policy itself}
   *
   * @param more the invariants, answered in this order after those it has
   */
  public PolicyCheck keeping(Invariant... more) {
    Objects.requireNonNull(more, "more");
    return new PolicyCheck(settings.with().addInvariants(more));
  }

  /**
   * {@return this check, telling somebody how far it has come} about ten times a second, also
   * before the first world. To give up the check, throw an unchecked exception: {@link #run} throws
   * it, too.
   *
   * @param other who is told, on the thread that runs the check
   */
  public PolicyCheck telling(Consumer<Progress> other) {
    Objects.requireNonNull(other, "other");
    return new PolicyCheck(settings.with().listener(other));
  }

  /**
   * {@return this check, ended as soon as somebody says so} The report then tells what was found
   * and explored until then, like that of a check whose budget ended.
   *
   * @param other says whether to end; asked often, on the thread that runs the check
   */
  public PolicyCheck until(BooleanSupplier other) {
    Objects.requireNonNull(other, "other");
    return new PolicyCheck(settings.with().stop(other));
  }

  /**
   * Runs the check.
   *
   * @return what was found, worst first, and what was explored
   */
  public PolicyReport run() {
    DunningPolicy policy = settings.policy();
    BusinessCalendar calendar = settings.calendar();
    Budget budget = budget();
    Boundary boundary = boundary();
    List<Debtor> debtors = debtors(boundary, budget);
    Answers answers = new Answers();
    Watching watching = new Watching(policy, answers);
    ExploredFaults faults = new ExploredFaults(policy, calendar, settings.calendarGiven());
    InvariantWatch watch = new InvariantWatch(policy, calendar, settings.invariants());
    Exploration exploration =
        new Exploration(
            watching.all(boundary),
            calendar,
            boundary,
            debtors,
            watch.lookBack(),
            budget,
            new Observers(List.of(faults, watch)));
    exploration.lessWatched = watching;
    exploration.keeping(settings.invariants());
    exploration.upTo(settings.events());
    if (exploration.complete > 0) {
      showPlans(boundary, debtors.get(0), faults);
    }
    List<PolicyFinding> found = found(faults, boundary);
    found.addAll(watch.unknownSteps());
    List<String> open = new ArrayList<>();
    Bound bound = bound(boundary, exploration.complete);
    found.addAll(neverSeen(faults, answers, boundary, bound, open));
    exploration.cutOff().ifPresent(open::add);
    watch.notReached(faults.open(bound.events(), bound));
    List<InvariantAnswer> kept = watch.answers(leftOut(exploration), answers);
    return new PolicyReport(
        policy.name(),
        PolicyReport.sorted(found),
        kept,
        open,
        explored(debtors.size(), exploration));
  }

  private void showPlans(Boundary boundary, Debtor debtor, ExploredFaults faults) {
    if (!boundary.plans) {
      int days = Nominal.horizonDays(settings.policy(), boundary, List.of());
      PlanWorlds.show(settings.policy(), settings.calendar(), debtor, days, faults);
    }
  }

  private Boundary boundary() {
    Boundary boundary = Boundary.of(settings.policy());
    settings.invariants().forEach(i -> boundary.add(settings.policy(), i));
    return boundary;
  }

  private Budget budget() {
    return new Budget(
        settings.mostWorlds(),
        settings.time(),
        (w, d) -> settings.listener().accept(new Progress(w, d)),
        settings.stop());
  }

  /** Why some worlds were not played to their end; empty if all were. */
  private Optional<String> leftOut(Exploration exploration) {
    return exploration.complete == settings.events()
        ? exploration.cutOff()
        : Optional.of("the check ended early");
  }

  /** What stories show, and what shows without one and is not told by them. */
  private List<PolicyFinding> found(ExploredFaults faults, Boundary boundary) {
    List<PolicyFinding> found = new ArrayList<>(faults.findings());
    for (PolicyFinding each : StaticFaults.of(settings.policy(), boundary)) {
      if (found.stream().noneMatch(each::isToldBy)) {
        found.add(each);
      }
    }
    return found;
  }

  /** What no world showed; what is left open by that is added to a list. */
  private List<PolicyFinding> neverSeen(
      ExploredFaults faults, Answers answers, Boundary boundary, Bound bound, List<String> open) {
    Debtors.notTried(boundary, settings.calendar(), settings.policy()).ifPresent(open::add);
    List<PolicyFinding> found = new ArrayList<>(faults.neverTaken(bound.events(), bound, open));
    if (bound.events() >= 1) {
      found.addAll(answers.findings(bound, open));
    }
    return found;
  }

  private Bound bound(Boundary boundary, int complete) {
    boolean leavesOut = Debtors.leavesOut(boundary, settings.calendar(), settings.policy());
    return new Bound(complete, leavesOut);
  }

  private List<Debtor> debtors(Boundary boundary, Budget budget) {
    DunningPolicy policy = settings.policy();
    BusinessCalendar calendar = settings.calendar();
    List<Debtor> debtors = new ArrayList<>(Debtors.of(boundary, calendar, policy));
    debtors.addAll(Debtors.crossed(boundary, calendar, policy));
    debtors.addAll(Meetings.of(policy, calendar, debtors, budget));
    return debtors;
  }

  private PolicyReport.Explored explored(int debtors, Exploration exploration) {
    return new PolicyReport.Explored(
        debtors,
        exploration.worlds,
        exploration.merged,
        exploration.decisions,
        settings.events(),
        exploration.complete);
  }
}
