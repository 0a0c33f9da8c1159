package io.dunning.portfolio;

import io.dunning.calendar.EpochDay;
import io.dunning.compiled.Answer;
import io.dunning.compiled.Decided;
import io.dunning.compiled.Finding;
import io.dunning.compiled.Holder;
import io.dunning.evaluation.HoldReason;
import io.dunning.evaluation.Reason;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Rule;
import io.dunning.evaluation.Verdict;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * A decision in one word: verdict, rule, what holds the debt, the step and the review date. The
 * step is that which is to be taken or waited for.
 */
final class DecisionWord {
  /** Bits of a decision below the review date: verdict, rule, what holds, and step. */
  private static final int REVIEW_SHIFT = 24;

  private static final int STEP_SHIFT = 10;
  private static final int STEP_MASK = (1 << REVIEW_SHIFT - STEP_SHIFT) - 1;
  private static final int HOLD_SHIFT = 8;
  private static final int HOLD_MASK = (1 << STEP_SHIFT - HOLD_SHIFT) - 1;
  private static final int RULE_SHIFT = 3;
  private static final int RULE_MASK = (1 << HOLD_SHIFT - RULE_SHIFT) - 1;
  private static final int VERDICT_MASK = (1 << RULE_SHIFT) - 1;

  /** The review date never comes. */
  private static final long NEVER = (1L << 39) - 1;

  static final long UNDECIDED = 0;

  private static final Verdict[] VERDICTS = Verdict.values();
  private static final Rule[] RULES = Rule.values();
  private static final Holder[] HOLDERS = Holder.values();

  /** Verdict and rule of each finding. */
  private static final int[] WORDS =
      Arrays.stream(Finding.values()).mapToInt(DecisionWord::word).toArray();

  private DecisionWord() {}

  private static int word(Verdict verdict, Rule rule) {
    return verdict.ordinal() + 1 | rule.ordinal() << RULE_SHIFT;
  }

  /** A debt that is held; by none of the holders if that is null. */
  private static int held(Holder by, Rule rule) {
    int place = by == null ? HOLDERS.length : by.ordinal();
    return word(Verdict.HOLD, rule) | place << HOLD_SHIFT;
  }

  /** An answer of the compiled decider, covered, as these columns have it. */
  static long of(long answer) {
    int day = Answer.reviewDay(answer);
    long review = day == Integer.MAX_VALUE ? NEVER : day;
    Finding finding = Answer.finding(answer);
    int decided =
        finding == Finding.HELD ? held(Answer.holder(answer), Rule.HELD) : WORDS[finding.ordinal()];
    return review << REVIEW_SHIFT | (Answer.step(answer) + 1L) << STEP_SHIFT | decided;
  }

  private static int word(Finding finding) {
    return switch (finding) {
      case CLOSED -> word(Verdict.CLOSED, Rule.CLOSED);
      case HELD -> word(Verdict.HOLD, Rule.HELD);
      case NOT_ISSUED -> word(Verdict.NOT_DUE, Rule.NOT_ISSUED);
      case NOT_DUE -> word(Verdict.NOT_DUE, Rule.NOT_DUE);
      case IN_GRACE -> word(Verdict.NOT_DUE, Rule.IN_GRACE);
      case BELOW_MINIMUM -> word(Verdict.WAIT, Rule.BELOW_MINIMUM);
      case LADDER_DONE -> word(Verdict.EXHAUSTED, Rule.LADDER_DONE);
      case TOO_EARLY -> word(Verdict.WAIT, Rule.TOO_EARLY);
      case STEP_BELOW_MINIMUM -> word(Verdict.WAIT, Rule.STEP_BELOW_MINIMUM);
      case CONTACT_TOO_SOON -> word(Verdict.WAIT, Rule.CONTACT_TOO_SOON);
      case CONTACT_NOT_ALLOWED -> word(Verdict.WAIT, Rule.CONTACT_NOT_ALLOWED);
      case DUE -> word(Verdict.ACT, Rule.DUE);
      case DUE_ONCE_APPROVED -> word(Verdict.AWAIT_APPROVAL, Rule.DUE);
    };
  }

  /** A recommendation as these columns have it. */
  static long of(DunningPolicy policy, Recommendation made) {
    String step = made.step().or(made::waitsFor).orElse(null);
    int place = step == null ? -1 : policy.ladder().indexOf(step);
    long review = made.reviewOn().map(LocalDate::toEpochDay).orElse(NEVER);
    int decided =
        made.verdict() == Verdict.HOLD
            ? held(holder(made.reason()), made.rule())
            : word(made.verdict(), made.rule());
    return review << REVIEW_SHIFT | (place + 1L) << STEP_SHIFT | decided;
  }

  /** What the readable decider decided, as these columns have it. */
  static long of(Decided made) {
    Verdict verdict = VERDICTS[made.verdict()];
    long review = made.reviewDay() == EpochDay.NEVER ? NEVER : made.reviewDay();
    Rule rule = RULES[made.rule()];
    int decided = verdict == Verdict.HOLD ? held(made.holder(), rule) : word(verdict, rule);
    return review << REVIEW_SHIFT | (made.step() + 1L) << STEP_SHIFT | decided;
  }

  private static Holder holder(Reason reason) {
    if (reason instanceof HoldReason.OnHold) {
      return Holder.RECORDED;
    }
    if (reason instanceof HoldReason.Disputed || reason instanceof HoldReason.CreditNoteOwed) {
      return Holder.DISPUTE;
    }
    return reason instanceof HoldReason.Promised ? Holder.PROMISE : null;
  }

  static long reviewDay(long decision) {
    long day = decision >> REVIEW_SHIFT;
    return day == NEVER ? EpochDay.NEVER : day;
  }

  static Verdict verdict(long decision) {
    return VERDICTS[((int) decision & VERDICT_MASK) - 1];
  }

  static Rule rule(long decision) {
    return RULES[(int) decision >> RULE_SHIFT & RULE_MASK];
  }

  /** What holds the debt of a decision to hold; null if it is none of the holders. */
  static Holder holder(long decision) {
    int place = (int) decision >> HOLD_SHIFT & HOLD_MASK;
    return place == HOLDERS.length ? null : HOLDERS[place];
  }

  /** The place of the step in the ladder; -1 without one. */
  static int stepPlace(long decision) {
    return ((int) decision >> STEP_SHIFT & STEP_MASK) - 1;
  }
}
