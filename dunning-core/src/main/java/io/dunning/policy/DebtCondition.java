package io.dunning.policy;

import io.dunning.calendar.EpochDay;
import io.dunning.grammar.Form;
import io.dunning.grammar.Sentence;
import io.dunning.money.Money;
import io.dunning.settlement.RecoveryEstimate;
import io.dunning.settlement.Route;
import java.util.List;

/** Asks how much is owed, since when, and where the debt may go from here. */
sealed interface DebtCondition extends Leaf {

  /** The sentences of this family. */
  static List<Form<? extends Condition>> forms() {
    return List.of(
        BalanceAtLeast.FORM,
        OverdueAtLeast.FORM,
        BalanceMoreThan.FORM,
        OverdueMoreThan.FORM,
        ChargesAtLeast.FORM,
        DaysPastDueAtLeast.FORM,
        OverdueInvoicesAtLeast.ANY,
        OverdueInvoicesAtLeast.SEVERAL,
        SettlementPossible.FORM,
        WorthMost.FORM);
  }

  record BalanceAtLeast(Money amount) implements DebtCondition {
    private static final long serialVersionUID = 1L;

    static final Form<BalanceAtLeast> FORM =
        Form.of("balance at least {}", v -> new BalanceAtLeast(v.get(0)), Slots.AMOUNT);

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
    public Sentence phrase() {
      return FORM.with(amount);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record OverdueAtLeast(Money amount) implements DebtCondition {
    private static final long serialVersionUID = 1L;

    static final Form<OverdueAtLeast> FORM =
        Form.of("overdue at least {}", v -> new OverdueAtLeast(v.get(0)), Slots.AMOUNT);

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
    public Sentence phrase() {
      return FORM.with(amount);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record BalanceMoreThan(Money amount) implements DebtCondition {
    private static final long serialVersionUID = 1L;

    static final Form<BalanceMoreThan> FORM =
        Form.of("balance more than {}", v -> new BalanceMoreThan(v.get(0)), Slots.AMOUNT);

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
    public Sentence phrase() {
      return FORM.with(amount);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record OverdueMoreThan(Money amount) implements DebtCondition {
    private static final long serialVersionUID = 1L;

    static final Form<OverdueMoreThan> FORM =
        Form.of("overdue more than {}", v -> new OverdueMoreThan(v.get(0)), Slots.AMOUNT);

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
    public Sentence phrase() {
      return FORM.with(amount);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
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

    static final Form<ChargesAtLeast> FORM =
        Form.of("charges at least {}", v -> new ChargesAtLeast(v.get(0)), Slots.AMOUNT);

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
    public Sentence phrase() {
      return FORM.with(amount);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record DaysPastDueAtLeast(int days) implements DebtCondition {
    private static final long serialVersionUID = 1L;

    static final Form<DaysPastDueAtLeast> FORM =
        Form.of(
            "at least {} days|day past due",
            v -> new DaysPastDueAtLeast(v.get(0)),
            Slots.DAY_COUNT);

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
    public Sentence phrase() {
      return FORM.with(days);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record OverdueInvoicesAtLeast(int count) implements DebtCondition {
    private static final long serialVersionUID = 1L;

    static final Form<OverdueInvoicesAtLeast> ANY =
        Form.of("overdue", v -> new OverdueInvoicesAtLeast(1));

    static final Form<OverdueInvoicesAtLeast> SEVERAL =
        Form.of(
            "at least {} invoices|invoice overdue",
            v -> new OverdueInvoicesAtLeast(v.get(0)),
            Slots.COUNT);

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
    public Sentence phrase() {
      return count == 1 ? ANY.with() : SEVERAL.with(count);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record SettlementPossible() implements DebtCondition {
    private static final long serialVersionUID = 1L;

    static final Form<SettlementPossible> FORM =
        Form.of("settlement possible", v -> new SettlementPossible());

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
    public Sentence phrase() {
      return FORM.with();
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record WorthMost(Route route) implements DebtCondition {
    private static final long serialVersionUID = 1L;

    static final Form<WorthMost> FORM =
        Form.of("{} is worth most", v -> new WorthMost(v.get(0)), Slots.ROUTE);

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
    public Sentence phrase() {
      return FORM.with(route);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }
}
