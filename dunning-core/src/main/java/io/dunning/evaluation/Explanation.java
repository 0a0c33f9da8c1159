package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.event.DisputeEvent;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Standing;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The trace of an evaluation: the reason that decided, and why each other step was left out. Made
 * by the code that decides, from the same facts. Prints as text. Immutable and thread-safe.
 *
 * @param recommendation what is explained
 * @param leftOut why each other step was left out, mildest first, and what else did not count
 */
public record Explanation(Recommendation recommendation, List<Reason> leftOut)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * An explanation.
   *
   * @param recommendation what is explained
   * @param leftOut why each other step was left out, mildest first, and what else did not count
   */
  public Explanation {
    Objects.requireNonNull(recommendation, "recommendation");
    leftOut = List.copyOf(leftOut);
  }

  /**
   * All reasons.
   *
   * @return the one that decided, then those of what was left out
   */
  public List<Reason> reasons() {
    List<Reason> all = new ArrayList<>();
    all.add(recommendation.reason());
    all.addAll(leftOut);
    return List.copyOf(all);
  }

  /**
   * The smallest changes that would make the decision another one: the next day on which it changes
   * by itself, and how much more or less would have to be owed. Each was tried by deciding again.
   *
   * @return by day first, then by amount, more before less; empty if there is none of these
   */
  public List<Flip> flips() {
    return Flip.of(recommendation);
  }

  static Explanation of(Recommendation recommendation, Decision decision) {
    return new Explanation(recommendation, new Tracer(decision).leftOut());
  }

  /** Several lines, in English: what to do, why, what was left out, when to look again. */
  @Override
  public String toString() {
    return Wording.ENGLISH.text(this);
  }

  /** Walks the ladder that decided once more, step by step. */
  private static final class Tracer {
    private final Decision decision;
    private final Ladder ladder;
    private final PreparedPolicy prepared;
    private final List<Reason> reasons = new ArrayList<>();

    Tracer(Decision decision) {
      this.decision = decision;
      this.ladder = decision.ladder;
      this.prepared = decision.prepared;
    }

    List<Reason> leftOut() {
      if (decision.debt.free() > 0 && decision.verdict != Verdict.HOLD) {
        partlyDisputed();
        for (int i = 0; i < prepared.steps.length; i++) {
          if (i != decision.step) {
            reasons.add(leftOut(i));
          }
        }
        unknownSteps();
      }
      Condition hold = prepared.holdWhile;
      if (decision.isOpaque() && hold.needs().dailyReview()) {
        reasons.add(new Reason.AsksEveryDay(hold.toString()));
      }
      for (Condition condition : prepared.conditions) {
        if (decision.isOpaque() && condition.needs().dailyReview()) {
          reasons.add(new Reason.AsksEveryDay(condition.toString()));
        }
      }
      return reasons;
    }

    private void partlyDisputed() {
      Standing standing = decision.debt.standing();
      if (standing.agreements().disputedMinor() > 0) {
        DisputeEvent.DisputeOpened dispute = standing.agreements().dispute().orElseThrow();
        Money part =
            Money.ofMinor(
                standing.agreements().disputedMinor(), standing.balance().open().currency());
        reasons.add(new Reason.PartlyDisputed(part, dispute.reason(), dispute.date()));
      }
    }

    private Reason leftOut(int i) {
      String name = prepared.steps[i].name();
      long taken = ladder.takenOn(i);
      if (taken != Long.MIN_VALUE) {
        return new Reason.StepTaken(name, Decision.date(taken));
      }
      if (i < ladder.first()) {
        int by = Math.max(ladder.levelReached(), ladder.broughtTo());
        return new Reason.StepPassedOver(name, prepared.steps[by].name());
      }
      if (!ladder.applies(i)) {
        return notApplicable(i, name);
      }
      long reached = ladder.reachedOn(i);
      if (reached == PreparedPolicy.NEVER) {
        return ladder.dayUnknown(i);
      }
      LocalDate on = Decision.date(reached);
      if (reached > decision.debt.day()) {
        return new Reason.StepTooEarly(name, prepared.trigger(i), on);
      }
      if (prepared.skips) {
        return new Reason.StepMissed(name, on);
      }
      int next = ladder.candidate();
      return i < next
          ? new Reason.StepPassedOver(name, prepared.steps[next].name())
          : new Reason.StepBehind(name, prepared.steps[next].name());
    }

    private Reason notApplicable(int i, String name) {
      if (ladder.isForbidden(i)) {
        return new Reason.StepForbidden(name, decision.debt.leadRestrictionsInWords());
      }
      if (!ladder.hasChannel(i)) {
        String channels =
            Arrays.stream(prepared.channels[i])
                .map(Channel::toString)
                .collect(Collectors.joining(" or "));
        return new Reason.StepWithoutChannel(name, channels);
      }
      if (prepared.approvals[i] && ladder.decided(i) instanceof StepEvent.StepRefused refusal) {
        return new Reason.StepRefused(name, refusal.date());
      }
      return new Reason.StepNotApplicable(name, prepared.conditions[i].toString());
    }

    private void unknownSteps() {
      Debt debt = decision.debt;
      List<StepEvent.StepTaken> taken = new ArrayList<>(debt.standing().steps().taken());
      taken.addAll(debt.facts.whole.steps().taken());
      for (var each : taken) {
        if (prepared.indexOf(each.step()) < 0) {
          reasons.add(new Reason.UnknownStep(each.step(), each.date()));
        }
      }
    }
  }
}
