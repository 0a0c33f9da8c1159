package io.dunning.evaluation;

import io.dunning.event.DisputeEvent.DisputeOpened;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.ledger.DisputeCase;
import io.dunning.ledger.Standing;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import java.util.ArrayList;
import java.util.List;

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
    recordDisputes(debt.standing());
    PreparedPolicy policy = debt.books.policy;
    for (int i = 0; i < policy.steps.length; i++) {
      if (i != inQuestion) {
        leftOut.add(StepReasons.leftOut(ladder, i));
      }
    }
    recordUnknownSteps(policy, debt.standing());
    recordUnknownSteps(policy, debt.account());
  }

  /** What each dispute leaves out of the debt, together no more than is open. */
  private void recordDisputes(Standing standing) {
    long left = standing.agreements().disputedMinor();
    for (DisputeCase each : standing.agreements().disputes()) {
      long contested = each.isOpen() ? each.amountMinor() : each.creditOwedMinor();
      if (left > 0 && contested > 0) {
        Money part = Money.ofMinor(Math.min(left, contested), standing.balance().open().currency());
        left -= part.minorUnits();
        leftOut.add(leftOut(each, part));
      }
    }
  }

  private static Reason leftOut(DisputeCase dispute, Money part) {
    DisputeOpened opened = dispute.opened();
    return dispute.isOpen()
        ? new AmountReason.PartlyDisputed(part, opened.reason(), opened.date())
        : new AmountReason.CreditNoteOwed(
            part, opened.reason(), dispute.resolved().orElseThrow().date());
  }

  private void recordUnknownSteps(PreparedPolicy policy, Standing standing) {
    for (StepTaken each : standing.steps().taken()) {
      if (policy.indexOf(each.step()) < 0) {
        leftOut.add(new LeftOutReason.UnknownStep(each.step(), each.date()));
      }
    }
  }

  private void recordOpaque(PreparedPolicy policy) {
    if (policy.opaqueHold) {
      recordOpaque(policy.holdWhile);
    }
    for (PreparedStep each : policy.steps) {
      if (each.condition.opaque()) {
        recordOpaque(each.condition.condition());
      }
    }
  }

  private void recordOpaque(Condition condition) {
    leftOut.add(new LeftOutReason.AsksEveryDay(condition.toString()));
  }
}
