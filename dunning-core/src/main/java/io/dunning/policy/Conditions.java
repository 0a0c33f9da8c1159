package io.dunning.policy;

import io.dunning.behaviour.PaymentProfile;
import io.dunning.behaviour.RiskBand;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.ledger.Standing;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.settlement.RecoveryEstimate;
import io.dunning.settlement.Route;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The conditions. Two answers each: whether it holds, and when that can change. */
final class Conditions {
  private static final long NONE = Long.MIN_VALUE;

  private Conditions() {}

  /** The family, so that the interface can be sealed in a few words. */
  sealed interface Known extends Condition
      permits Fact,
          And,
          Or,
          Not,
          BalanceAtLeast,
          OverdueAtLeast,
          ChargesAtLeast,
          DaysPastDueAtLeast,
          CountAtLeast,
          BrokenPromisesAtLeast,
          ProfileCondition,
          WorthMost,
          CustomerTagged,
          CustomerInSegment,
          CustomerFact,
          DisputedFor,
          RestrictedBy,
          StepTaken,
          DaysSinceStep,
          StepDelivered,
          WasReached,
          UnansweredAtLeast,
          RepliedSince,
          LatestReply,
          Described {

    /** The steps that are asked about, by name. */
    default List<String> steps() {
      return List.of();
    }

    /** Whether any part asks which route is worth most. */
    default boolean asksRoutes() {
      return false;
    }
  }

  /** A fact that only an event can change. */
  private static long onlyByEvent() {
    return Condition.NEVER;
  }

  private static <T> List<T> both(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  static boolean asksRoutes(Condition condition) {
    return ((Known) condition).asksRoutes();
  }

  static List<String> steps(Condition condition) {
    return ((Known) condition).steps();
  }

  /** Conditions without a parameter. */
  enum Fact implements Known {
    ALWAYS {
      @Override
      public boolean holds(Situation s) {
        return true;
      }
    },
    NEVER {
      @Override
      public boolean holds(Situation s) {
        return false;
      }
    },
    DISPUTE_OPEN {
      @Override
      public boolean holds(Situation s) {
        return s.disputed();
      }
    },
    PROMISE_ACTIVE {
      @Override
      public boolean holds(Situation s) {
        return s.promisedThrough() >= s.day();
      }

      @Override
      public long changesOn(Situation s) {
        return holds(s) ? next(s.promisedThrough()) : Condition.NEVER;
      }
    },
    PLAN_ACTIVE {
      @Override
      public boolean holds(Situation s) {
        return s.planThrough() >= s.day();
      }

      @Override
      public long changesOn(Situation s) {
        return holds(s) ? next(s.planThrough()) : Condition.NEVER;
      }
    },
    SETTLEMENT_OFFERED {
      @Override
      public boolean holds(Situation s) {
        return s.offeredThrough() >= s.day();
      }

      @Override
      public long changesOn(Situation s) {
        return holds(s) ? next(s.offeredThrough()) : Condition.NEVER;
      }
    },
    SETTLEMENT_POSSIBLE {
      @Override
      public boolean holds(Situation s) {
        return s.settlementPossible();
      }

      @Override
      public long changesOn(Situation s) {
        return s.settlementChangesOn();
      }
    },
    PLAN_BROKEN {
      @Override
      public boolean holds(Situation s) {
        return s.planBroken();
      }

      @Override
      public long changesOn(Situation s) {
        return s.planEndsOn();
      }
    },
    PARTLY_DISPUTED {
      @Override
      public boolean holds(Situation s) {
        return !s.quiet() && s.standing().agreements().disputedMinor() > 0 && !s.disputed();
      }
    },
    INVOICE_DELIVERED {
      @Override
      public boolean holds(Situation s) {
        return !s.quiet() && s.standing().correspondence().deliveredOn().isPresent();
      }
    },
    INVOICE_NOT_DELIVERED {
      @Override
      public boolean holds(Situation s) {
        return !s.quiet() && s.standing().correspondence().undeliveredSince().isPresent();
      }
    };

    @Override
    public long changesOn(Situation s) {
      return Condition.NEVER;
    }

    @Override
    public boolean needsClaim() {
      return this != ALWAYS && this != INVOICE_DELIVERED && this != SETTLEMENT_POSSIBLE;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private static long next(long day) {
    return day == Condition.NEVER ? day : day + 1;
  }

  record And(Condition left, Condition right) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return left.holds(s) && right.holds(s);
    }

    /** While it holds, the first to change ends it; else all that fail have to change. */
    @Override
    public long changesOn(Situation s) {
      boolean l = left.holds(s);
      if (l != right.holds(s)) {
        return l ? right.changesOn(s) : left.changesOn(s);
      }
      long first = left.changesOn(s);
      if (!l && first == NEVER) {
        return NEVER;
      }
      return l ? Math.min(first, right.changesOn(s)) : Math.max(first, right.changesOn(s));
    }

    @Override
    public Condition decidingPart(Situation s) {
      Condition first = left.changesOn(s) < right.changesOn(s) ? left : right;
      return first.decidingPart(s);
    }

    @Override
    public boolean isOpaque() {
      return left.isOpaque() || right.isOpaque();
    }

    @Override
    public long partsChangeOn(Situation s) {
      return Math.min(left.partsChangeOn(s), right.partsChangeOn(s));
    }

    @Override
    public List<String> steps() {
      return both(Conditions.steps(left), Conditions.steps(right));
    }

    @Override
    public boolean asksCharges() {
      return left.asksCharges() || right.asksCharges();
    }

    @Override
    public boolean asksProfile() {
      return left.asksProfile() || right.asksProfile();
    }

    @Override
    public boolean asksRoutes() {
      return Conditions.asksRoutes(left) || Conditions.asksRoutes(right);
    }

    @Override
    public List<Money> amounts() {
      return both(left.amounts(), right.amounts());
    }

    @Override
    public boolean needsClaim() {
      return left.needsClaim() || right.needsClaim();
    }

    @Override
    public String toString() {
      return bracketed(left) + " and " + bracketed(right);
    }

    private static String bracketed(Condition part) {
      return part instanceof Or ? "(" + part + ")" : part.toString();
    }
  }

  record Or(Condition left, Condition right) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return left.holds(s) || right.holds(s);
    }

    /** While it fails, the first to change ends that; else all that hold have to change. */
    @Override
    public long changesOn(Situation s) {
      boolean l = left.holds(s);
      if (l != right.holds(s)) {
        return l ? left.changesOn(s) : right.changesOn(s);
      }
      long first = left.changesOn(s);
      return l ? Math.max(first, right.changesOn(s)) : Math.min(first, right.changesOn(s));
    }

    @Override
    public Condition decidingPart(Situation s) {
      boolean l = left.holds(s);
      boolean longer = l && (!right.holds(s) || left.changesOn(s) >= right.changesOn(s));
      return (longer ? left : right).decidingPart(s);
    }

    @Override
    public boolean isOpaque() {
      return left.isOpaque() || right.isOpaque();
    }

    @Override
    public long partsChangeOn(Situation s) {
      return Math.min(left.partsChangeOn(s), right.partsChangeOn(s));
    }

    @Override
    public List<String> steps() {
      return both(Conditions.steps(left), Conditions.steps(right));
    }

    @Override
    public boolean asksCharges() {
      return left.asksCharges() || right.asksCharges();
    }

    @Override
    public boolean asksProfile() {
      return left.asksProfile() || right.asksProfile();
    }

    @Override
    public boolean asksRoutes() {
      return Conditions.asksRoutes(left) || Conditions.asksRoutes(right);
    }

    @Override
    public List<Money> amounts() {
      return both(left.amounts(), right.amounts());
    }

    @Override
    public boolean needsClaim() {
      return left.needsClaim() && right.needsClaim();
    }

    @Override
    public String toString() {
      return left + " or " + right;
    }
  }

  record Not(Condition inner) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return !inner.holds(s);
    }

    @Override
    public long changesOn(Situation s) {
      return inner.changesOn(s);
    }

    @Override
    public boolean isOpaque() {
      return inner.isOpaque();
    }

    @Override
    public long partsChangeOn(Situation s) {
      return inner.partsChangeOn(s);
    }

    @Override
    public List<String> steps() {
      return Conditions.steps(inner);
    }

    @Override
    public boolean asksCharges() {
      return inner.asksCharges();
    }

    @Override
    public boolean asksProfile() {
      return inner.asksProfile();
    }

    @Override
    public boolean asksRoutes() {
      return Conditions.asksRoutes(inner);
    }

    @Override
    public List<Money> amounts() {
      return inner.amounts();
    }

    @Override
    public String toString() {
      return "not (" + inner + ")";
    }
  }

  /** Not an amount for flips: charges follow from days, not from what is supposed to be open. */
  record ChargesAtLeast(Money amount) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return s.chargesReachOn(amount) <= s.day();
    }

    @Override
    public long changesOn(Situation s) {
      long reached = s.chargesReachOn(amount);
      return Math.min(s.amountsChangeOn(), reached > s.day() ? reached : Condition.NEVER);
    }

    @Override
    public boolean asksCharges() {
      return true;
    }

    @Override
    public String toString() {
      return "charges at least " + amount;
    }
  }

  record BalanceAtLeast(Money amount) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return s.openMinor(amount.currency()) >= amount.minorUnits();
    }

    @Override
    public List<Money> amounts() {
      return List.of(amount);
    }

    @Override
    public long changesOn(Situation s) {
      return s.amountsChangeOn();
    }

    @Override
    public String toString() {
      return "balance at least " + amount;
    }
  }

  record OverdueAtLeast(Money amount) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return s.overdueMinor(amount.currency()) >= amount.minorUnits();
    }

    @Override
    public List<Money> amounts() {
      return List.of(amount);
    }

    @Override
    public long changesOn(Situation s) {
      return s.amountsChangeOn();
    }

    @Override
    public String toString() {
      return "overdue at least " + amount;
    }
  }

  record DaysPastDueAtLeast(int days) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return s.daysPastDue() >= days;
    }

    /** Grows by one a day, unless an older item is released or issued. */
    @Override
    public long changesOn(Situation s) {
      long missing = days - s.daysPastDue();
      long changes = s.amountsChangeOn();
      return missing <= 0 ? changes : Math.min(changes, s.day() + missing);
    }

    @Override
    public String toString() {
      return "at least " + days + " days past due";
    }
  }

  record CountAtLeast(int count) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return s.overdueCount() >= count;
    }

    @Override
    public long changesOn(Situation s) {
      return s.amountsChangeOn();
    }

    @Override
    public String toString() {
      return count == 1 ? "overdue" : "at least " + count + " invoices overdue";
    }
  }

  record BrokenPromisesAtLeast(int count) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return s.brokenPromises() >= count;
    }

    /** A running promise can break on the day after it. */
    @Override
    public long changesOn(Situation s) {
      return s.promiseEndsOn();
    }

    @Override
    public String toString() {
      return count == 1 ? "a promise was broken" : count + " promises were broken";
    }
  }

  record WorthMost(Route route) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      List<RecoveryEstimate> routes = s.routes();
      return !routes.isEmpty() && routes.get(0).route() == route;
    }

    @Override
    public long changesOn(Situation s) {
      return s.routesChangeOn();
    }

    @Override
    public boolean asksRoutes() {
      return true;
    }

    @Override
    public String toString() {
      return route + " is worth most";
    }
  }

  /** A condition on how the customer has paid. */
  sealed interface ProfileCondition extends Known
      permits CustomerIs, LateRatioAtLeast, AverageDaysLateMoreThan, RiskAtLeast {
    @Override
    default boolean asksProfile() {
      return true;
    }

    @Override
    default long changesOn(Situation s) {
      return s.profile().settledChangesOnDay();
    }
  }

  record CustomerIs(List<RiskBand> bands) implements ProfileCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return bands.contains(s.profile().band());
    }

    /** While no settled invoice leaves the window, time only makes a customer severe. */
    @Override
    public long changesOn(Situation s) {
      PaymentProfile profile = s.profile();
      boolean turns = holds(s) != bands.contains(RiskBand.SEVERE);
      return turns ? profile.bandChangesOnDay() : profile.settledChangesOnDay();
    }

    @Override
    public String toString() {
      return "customer is "
          + bands.stream().map(RiskBand::toString).collect(Collectors.joining(" or "));
    }
  }

  record LateRatioAtLeast(Percentage share) implements ProfileCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return s.profile().isLateRatioAtLeast(share.value());
    }

    @Override
    public String toString() {
      return "late ratio at least " + share;
    }
  }

  record AverageDaysLateMoreThan(int days) implements ProfileCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return s.profile().isAverageMoreThan(days);
    }

    @Override
    public String toString() {
      return "more than " + days + " days late on average";
    }
  }

  record RiskAtLeast(Percentage probability) implements ProfileCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return s.risk().compareTo(probability) >= 0;
    }

    @Override
    public long changesOn(Situation s) {
      return s.riskChangesOn();
    }

    @Override
    public String toString() {
      return "risk at least " + probability;
    }
  }

  record CustomerTagged(String tag) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return s.customer().hasTag(tag);
    }

    @Override
    public long changesOn(Situation s) {
      return Condition.NEVER;
    }

    @Override
    public String toString() {
      return "customer tagged " + tag;
    }
  }

  record CustomerInSegment(String segment) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return s.customer().segment().filter(segment::equals).isPresent();
    }

    @Override
    public long changesOn(Situation s) {
      return onlyByEvent();
    }

    @Override
    public String toString() {
      return "customer in segment " + segment;
    }
  }

  record CustomerFact(String fact, String value) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return value.equals(s.customer().facts().get(fact));
    }

    @Override
    public long changesOn(Situation s) {
      return onlyByEvent();
    }

    @Override
    public String toString() {
      return fact + " is " + value;
    }
  }

  record DisputedFor(String reason) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return !s.quiet()
          && s.standing()
              .agreements()
              .dispute()
              .or(s.account().agreements()::dispute)
              .filter(d -> d.reason().toLowerCase(Locale.ROOT).contains(reason))
              .isPresent();
    }

    @Override
    public long changesOn(Situation s) {
      return onlyByEvent();
    }

    @Override
    public boolean needsClaim() {
      return true;
    }

    @Override
    public String toString() {
      return "disputed for " + reason;
    }
  }

  record RestrictedBy(Restriction restriction) implements Known {
    private static final long serialVersionUID = 1L;

    private long through(Situation s) {
      return Math.max(
          s.standing().agreements().restrictedThroughDay(restriction),
          s.account().agreements().restrictedThroughDay(restriction));
    }

    @Override
    public boolean holds(Situation s) {
      return !s.quiet() && through(s) >= s.day();
    }

    @Override
    public long changesOn(Situation s) {
      return holds(s) ? next(through(s)) : Condition.NEVER;
    }

    @Override
    public boolean needsClaim() {
      return true;
    }

    @Override
    public String toString() {
      return restriction.toString();
    }
  }

  record StepTaken(String step) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return s.takenDay(step) != NONE;
    }

    @Override
    public long changesOn(Situation s) {
      return onlyByEvent();
    }

    @Override
    public List<String> steps() {
      return List.of(step);
    }

    @Override
    public String toString() {
      return step + " was taken";
    }
  }

  record DaysSinceStep(String step, int days) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      long taken = s.takenDay(step);
      return taken != NONE && s.day() - taken >= days;
    }

    @Override
    public long changesOn(Situation s) {
      long taken = s.takenDay(step);
      return taken == NONE || holds(s) ? Condition.NEVER : taken + days;
    }

    @Override
    public List<String> steps() {
      return List.of(step);
    }

    @Override
    public String toString() {
      return "at least " + days + " days since " + step;
    }
  }

  record StepDelivered(String step) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      if (s.quiet()) {
        return false;
      }
      long taken = s.takenDay(step);
      long delivered =
          Math.max(
              s.standing().correspondence().deliveredDay(step),
              s.account().correspondence().deliveredDay(step));
      return taken != NONE && delivered >= taken;
    }

    @Override
    public long changesOn(Situation s) {
      return onlyByEvent();
    }

    @Override
    public List<String> steps() {
      return List.of(step);
    }

    @Override
    public String toString() {
      return step + " was delivered";
    }
  }

  record WasReached(Reached whom) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      if (s.quiet()) {
        return false;
      }
      long from = s.issuedDay();
      for (Reached each : Reached.values()) {
        boolean counts = each.compareTo(whom) >= 0;
        if (counts && Math.max(on(s.standing(), each), on(s.account(), each)) >= from) {
          return true;
        }
      }
      return false;
    }

    private static long on(Standing standing, Reached whom) {
      return standing.correspondence().reachedDay(whom);
    }

    @Override
    public long changesOn(Situation s) {
      return onlyByEvent();
    }

    @Override
    public String toString() {
      return whom + " was reached";
    }
  }

  record UnansweredAtLeast(int count) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      if (s.quiet()) {
        return 0 >= count;
      }
      long answer =
          Math.max(
              s.standing().correspondence().lastAnswerDay(),
              s.account().correspondence().lastAnswerDay());
      long since = answer == NONE ? NONE : answer;
      int attempts =
          s.standing().correspondence().unansweredAttempts(since)
              + s.account().correspondence().unansweredAttempts(since);
      return attempts >= count;
    }

    @Override
    public long changesOn(Situation s) {
      return onlyByEvent();
    }

    @Override
    public String toString() {
      return "nobody reached in " + count + (count == 1 ? " attempt" : " attempts");
    }
  }

  private static long lastReply(Standing standing) {
    return standing.correspondence().lastRepliedOn().map(LocalDate::toEpochDay).orElse(NONE);
  }

  record RepliedSince(String step) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      if (s.quiet()) {
        return false;
      }
      long taken = s.takenDay(step);
      return taken != NONE && Math.max(lastReply(s.standing()), lastReply(s.account())) >= taken;
    }

    @Override
    public long changesOn(Situation s) {
      return onlyByEvent();
    }

    @Override
    public List<String> steps() {
      return List.of(step);
    }

    @Override
    public String toString() {
      return "customer replied since " + step;
    }
  }

  record LatestReply(Reply reply) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      if (s.quiet()) {
        return false;
      }
      long own = lastReply(s.standing());
      long whole = lastReply(s.account());
      Standing latest = own >= whole ? s.standing() : s.account();
      return Math.max(own, whole) >= s.lastStepDay()
          && latest.correspondence().latestReply().filter(reply::equals).isPresent();
    }

    @Override
    public long changesOn(Situation s) {
      return onlyByEvent();
    }

    @Override
    public String toString() {
      return "customer " + reply;
    }
  }

  record Described(String sentence, Test test) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return test.test(s);
    }

    @Override
    public long changesOn(Situation s) {
      return s.day() + 1;
    }

    @Override
    public boolean isOpaque() {
      return true;
    }

    @Override
    public String toString() {
      return sentence;
    }
  }
}
