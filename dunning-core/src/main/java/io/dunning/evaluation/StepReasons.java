package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.ledger.Closure;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says why a debt is closed, or where it stands on the ladder. */
final class StepReasons {
  private StepReasons() {}

  /** Why nothing is owed: the invoice closed last says it for all. */
  static Reason closed(Scope scope) {
    Closure closure = Closure.SETTLED;
    Optional<LocalDate> closedOn = Optional.empty();
    SortedMap<CurrencyUnit, Money> left = new TreeMap<>();
    SortedMap<CurrencyUnit, Money> charges = new TreeMap<>();
    for (int i = scope.from(); i < scope.to(); i++) {
      Standing standing = scope.books().balances.standing(i);
      Optional<Money> difference = scope.difference(i);
      difference.ifPresent(m -> left.merge(m.currency(), m, Money::plus));
      scope.chargesLeft(i).ifPresent(m -> charges.merge(m.currency(), m, Money::plus));
      Optional<LocalDate> on =
          difference.isPresent() ? scope.books().settledOn(i) : standing.balance().closedOn();
      boolean later = on.isPresent() && closedOn.map(d -> !on.get().isBefore(d)).orElse(true);
      if (scope.contains(i) && (later || closedOn.isEmpty())) {
        closure = standing.balance().closure();
        closedOn = on;
      }
    }
    if (!charges.isEmpty()) {
      return new DueReason.ChargesOwed(List.copyOf(charges.values()), closedOn);
    }
    return left.isEmpty()
        ? new DueReason.Closed(closure, closedOn)
        : new DueReason.WithinTolerance(List.copyOf(left.values()), closedOn);
  }

  static Reason ladderDone(Ladder ladder) {
    return ladderDone(ladder.debt().books.policy, ladder.progress().level());
  }

  /** Why no step is left, given the most severe step that counts; -1 if none does. */
  static Reason ladderDone(PreparedPolicy policy, int level) {
    return new StepReason.LadderDone(
        level < 0 ? Optional.empty() : Optional.of(policy.steps[level].name));
  }

  static Reason tooEarly(Ladder ladder) {
    PreparedStep step = step(ladder, ladder.candidate());
    LocalDate on = Reasons.date(ladder.reachedOn());
    return ladder.repeats()
        ? repeats(ladder)
        : new StepReason.StepTooEarly(step.name, step.trigger, on);
  }

  /** Which prerequisites of a step are open. */
  static Reason prerequisitesMissing(PreparedStep step, List<PreparedCondition> open) {
    return new StepReason.PrerequisiteMissing(
        step.name, open.stream().map(PreparedCondition::toString).toList());
  }

  /** Why nobody can say when the day of a step comes. */
  static Reason dayUnknown(Ladder ladder, int index) {
    PreparedStep step = step(ladder, index);
    if (ladder.awaitsAnchor(index)) {
      return new StepReason.StepAwaits(step.name, step(ladder, step.anchor).name);
    }
    PreparedPolicy policy = ladder.debt().books.policy;
    return new StepReason.StepOutsideCalendar(
        step.name,
        step.trigger,
        policy.calendar.covered(),
        ladder.debt().day >= policy.calendarEnds);
  }

  /** Why the candidate is taken, by one of the three parts of rule 13. */
  static Reason due(Ladder ladder, Rule rule) {
    PreparedStep step = step(ladder, ladder.candidate());
    return switch (rule) {
      case REPEATS -> repeats(ladder);
      case BROUGHT_FORWARD ->
          new StepReason.StepBroughtForward(
              step.name, Reasons.date(ladder.progress().breach().on()).minusDays(1));
      default -> new StepReason.StepDue(step.name, step.trigger, Reasons.date(ladder.reachedOn()));
    };
  }

  private static Reason repeats(Ladder ladder) {
    int index = ladder.candidate();
    return new StepReason.StepRepeats(
        step(ladder, index).name,
        Reasons.date(ladder.progress().takenOn(index)),
        Reasons.date(ladder.reachedOn()));
  }

  private static PreparedStep step(Ladder ladder, int index) {
    return ladder.debt().books.policy.steps[index];
  }

  /** Why a step that is not in question was left out. */
  static Reason leftOut(Ladder ladder, int index) {
    Progress progress = ladder.progress();
    PreparedStep step = step(ladder, index);
    long taken = progress.takenOn(index);
    if (taken != EpochDay.NONE) {
      return new LeftOutReason.StepTaken(step.name, Reasons.date(taken));
    }
    if (index < progress.first()) {
      int by = Math.max(progress.level(), progress.breach().step());
      return new LeftOutReason.StepPassedOver(step.name, step(ladder, by).name);
    }
    Reason notApplicable = ladder.whyNot(index);
    if (notApplicable != null) {
      return notApplicable;
    }
    long reached = ladder.reachedOn(index);
    if (reached == EpochDay.NEVER) {
      return dayUnknown(ladder, index);
    }
    LocalDate on = Reasons.date(reached);
    if (reached > ladder.debt().day) {
      return new StepReason.StepTooEarly(step.name, step.trigger, on);
    }
    if (ladder.debt().books.policy.skips()) {
      return new LeftOutReason.StepMissed(step.name, on);
    }
    String next = step(ladder, ladder.candidate()).name;
    return index < ladder.candidate()
        ? new LeftOutReason.StepPassedOver(step.name, next)
        : new LeftOutReason.StepBehind(step.name, next);
  }
}
