package io.dunning.policy;

import io.dunning.money.Money;
import java.util.Locale;

/** The conditions. Two answers each: whether it holds, and when that can change. */
final class Conditions {
  private Conditions() {}

  /** The family, so that the interface can be sealed in a few words. */
  sealed interface Known extends Condition
      permits Fact,
          And,
          Or,
          Not,
          BalanceAtLeast,
          OverdueAtLeast,
          DaysPastDueAtLeast,
          CountAtLeast,
          BrokenPromisesAtLeast,
          CustomerTagged,
          Described {}

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
    };

    @Override
    public long changesOn(Situation s) {
      return Condition.NEVER;
    }

    @Override
    public boolean needsDisputeOrPromise() {
      return this != ALWAYS;
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
    public boolean needsDisputeOrPromise() {
      return left.needsDisputeOrPromise() || right.needsDisputeOrPromise();
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
    public boolean needsDisputeOrPromise() {
      return left.needsDisputeOrPromise() && right.needsDisputeOrPromise();
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
    public String toString() {
      return "not (" + inner + ")";
    }
  }

  record BalanceAtLeast(Money amount) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return s.openMinor(amount.currency()) >= amount.minorUnits();
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

  record CustomerTagged(String tag) implements Known {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Situation s) {
      return s.customer().tags().contains(tag);
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
