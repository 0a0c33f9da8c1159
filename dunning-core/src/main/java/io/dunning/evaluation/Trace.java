package io.dunning.evaluation;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.DisputeEvent.DisputeOpened;
import io.dunning.event.StepEvent;
import io.dunning.event.StepEvent.StepApproved;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.ledger.Standing;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Handed in to a decision, records why each other step was left out and what else did not count. A
 * decision that nobody asks to explain records nothing.
 */
final class Trace {
  /** Records nothing. */
  static final Trace OFF = new Trace(false);

  private final boolean on;
  private final List<Reason> leftOut = new ArrayList<>(0);

  private Trace(boolean on) {
    this.on = on;
  }

  static Trace on() {
    return new Trace(true);
  }

  /** Takes what was decided, and records the rest; no step was looked for if there is none. */
  Decision record(Debt debt, NextStep nextStep, Ruling ruling, NextChange next) {
    Outcome outcome = ruling.outcome();
    if (on) {
      if (debt.free() > 0 && outcome.verdict() != Verdict.HOLD) {
        NextStep asked = nextStep == null ? new NextStep(debt) : nextStep;
        recordLadder(asked.ladder(), outcome.step());
      }
      if (outcome.takesStep()) {
        recordDeadline(debt.books(), outcome.step());
      }
      if (next.opaque()) {
        recordOpaque(debt.books().policy);
      }
    }
    Ladder ladder = nextStep == null ? null : nextStep.found();
    return new Decision(debt, ladder, outcome, ruling.why(), next);
  }

  /** Why each other step was left out, mildest first, and what else did not count. */
  List<Reason> leftOut() {
    return List.copyOf(leftOut);
  }

  private void recordLadder(Ladder ladder, int inQuestion) {
    LedDebt debt = ladder.debt();
    recordDispute(debt.standing());
    PreparedPolicy policy = debt.books.policy;
    for (int i = 0; i < policy.steps.length; i++) {
      if (i != inQuestion) {
        leftOut.add(StepReasons.leftOut(ladder, i));
      }
    }
    recordUnknownSteps(policy, debt.standing());
    recordUnknownSteps(policy, debt.account());
  }

  private void recordDispute(Standing standing) {
    if (standing.agreements().disputedMinor() > 0) {
      DisputeOpened dispute = standing.agreements().dispute().orElseThrow();
      Money part =
          Money.ofMinor(
              standing.agreements().disputedMinor(), standing.balance().open().currency());
      leftOut.add(new AmountReason.PartlyDisputed(part, dispute.reason(), dispute.date()));
    }
  }

  private void recordUnknownSteps(PreparedPolicy policy, Standing standing) {
    for (StepTaken each : standing.steps().taken()) {
      if (policy.indexOf(each.step()) < 0) {
        leftOut.add(new LeftOutReason.UnknownStep(each.step(), each.date()));
      }
    }
    for (StepEvent each : standing.steps().decided()) {
      if (policy.policy.ladder().indexOf(each.step()) < 0) {
        boolean approved = each instanceof StepApproved;
        leftOut.add(new LeftOutReason.UnknownDecision(each.step(), approved, each.date()));
      }
    }
  }

  private void recordDeadline(Books books, int index) {
    PreparedStep step = books.policy.steps[index];
    BusinessCalendar calendar = books.policy.calendar;
    step.step
        .deadline()
        .filter(d -> calendar.find(books.asOfDate(), d).isEmpty())
        .ifPresent(
            d ->
                leftOut.add(
                    new LeftOutReason.DeadlineOutsideCalendar(step.name, d, calendar.covered())));
  }

  /** Names what nobody can foresee: each condition of the user's own, and the risk model. */
  private void recordOpaque(PreparedPolicy policy) {
    List<Condition> asked = new ArrayList<>();
    if (policy.opaqueHold) {
      asked.add(policy.holdWhile);
    }
    for (PreparedStep each : policy.steps) {
      Stream.of(List.of(each.condition), each.prerequisites, List.of(each.softer))
          .flatMap(List::stream)
          .filter(PreparedCondition::opaque)
          .forEach(c -> asked.add(c.condition()));
    }
    asked.stream().map(c -> words(c, policy)).distinct().forEach(this::recordOpaque);
  }

  private static String words(Condition condition, PreparedPolicy policy) {
    boolean described = condition.needs().dailyReview();
    return described
        ? condition.toString()
        : condition + " (risk model: " + policy.policy.riskModel() + ")";
  }

  private void recordOpaque(String words) {
    leftOut.add(new LeftOutReason.AsksEveryDay(words));
  }
}
