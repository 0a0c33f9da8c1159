package io.dunning.policy;

import io.dunning.calendar.EpochDay;
import io.dunning.money.Money;
import io.dunning.settlement.RecoveryEstimate;
import io.dunning.settlement.Route;
import java.util.List;

/** Asks how much is owed, since when, and where the debt may go from here. */
sealed interface DebtCondition extends Question {

  record BalanceAtLeast(Money amount) implements DebtCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      return c.openMinor(amount.currency()) >= amount.minorUnits();
    }

    @Override
    public long changesOn(Circumstances c) {
      return c.amountsChangeOn();
    }

    @Override
    public ConditionNeeds needs() {
      return ConditionNeeds.amount(amount);
    }

    @Override
    public String toString() {
      return "balance at least " + amount;
    }
  }

  record OverdueAtLeast(Money amount) implements DebtCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      return c.overdueMinor(amount.currency()) >= amount.minorUnits();
    }

    @Override
    public long changesOn(Circumstances c) {
      return c.amountsChangeOn();
    }

    @Override
    public ConditionNeeds needs() {
      return ConditionNeeds.amount(amount);
    }

    @Override
    public String toString() {
      return "overdue at least " + amount;
    }
  }

  record BalanceMoreThan(Money amount) implements DebtCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      return c.openMinor(amount.currency()) > amount.minorUnits();
    }

    @Override
    public long changesOn(Circumstances c) {
      return c.amountsChangeOn();
    }

    @Override
    public ConditionNeeds needs() {
      return ConditionNeeds.amount(justAbove(amount));
    }

    @Override
    public String toString() {
      return "balance more than " + amount;
    }
  }

  record OverdueMoreThan(Money amount) implements DebtCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      return c.overdueMinor(amount.currency()) > amount.minorUnits();
    }

    @Override
    public long changesOn(Circumstances c) {
      return c.amountsChangeOn();
    }

    @Override
    public ConditionNeeds needs() {
      return ConditionNeeds.amount(justAbove(amount));
    }

    @Override
    public String toString() {
      return "overdue more than " + amount;
    }
  }

  /** The least amount above another; the other itself if there is none. */
  private static Money justAbove(Money amount) {
    long minor = amount.minorUnits();
    return minor == Long.MAX_VALUE ? amount : Money.ofMinor(minor + 1, amount.currency());
  }

  /** Needs no amount: charges follow from days, not from a balance that could be a bit larger. */
  record ChargesAtLeast(Money amount) implements DebtCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      return c.chargesReachOn(amount) <= c.day();
    }

    @Override
    public long changesOn(Circumstances c) {
      long reached = c.chargesReachOn(amount);
      return Math.min(c.amountsChangeOn(), reached > c.day() ? reached : EpochDay.NEVER);
    }

    @Override
    public ConditionNeeds needs() {
      return ConditionNeeds.CHARGES;
    }

    @Override
    public String toString() {
      return "charges at least " + amount;
    }
  }

  record DaysPastDueAtLeast(int days) implements DebtCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      return c.daysPastDue() >= days;
    }

    /** The age grows by one a day, unless another item becomes the oldest. */
    @Override
    public long changesOn(Circumstances c) {
      long missing = days - c.daysPastDue();
      long changes = c.amountsChangeOn();
      return missing <= 0 ? changes : Math.min(changes, c.day() + missing);
    }

    @Override
    public ConditionNeeds needs() {
      return ConditionNeeds.NOTHING;
    }

    @Override
    public String toString() {
      return "at least " + days + " days past due";
    }
  }

  record OverdueInvoicesAtLeast(int count) implements DebtCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      return c.overdueCount() >= count;
    }

    @Override
    public long changesOn(Circumstances c) {
      return c.amountsChangeOn();
    }

    @Override
    public ConditionNeeds needs() {
      return ConditionNeeds.NOTHING;
    }

    @Override
    public String toString() {
      return count == 1 ? "overdue" : "at least " + count + " invoices overdue";
    }
  }

  record SettlementPossible() implements DebtCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      return c.settlementPossible();
    }

    @Override
    public long changesOn(Circumstances c) {
      return c.settlementChangesOn();
    }

    @Override
    public ConditionNeeds needs() {
      return ConditionNeeds.SETTLEMENT;
    }

    @Override
    public String toString() {
      return "settlement possible";
    }
  }

  record WorthMost(Route route) implements DebtCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      List<RecoveryEstimate> routes = c.routes();
      return !routes.isEmpty() && routes.get(0).route() == route;
    }

    @Override
    public long changesOn(Circumstances c) {
      return c.routesChangeOn();
    }

    @Override
    public ConditionNeeds needs() {
      return ConditionNeeds.ROUTES;
    }

    @Override
    public String toString() {
      return route + " is worth most";
    }
  }
}
