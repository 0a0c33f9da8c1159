package io.dunning.policy;

import io.dunning.calendar.EpochDay;
import io.dunning.grammar.Form;
import io.dunning.grammar.Sentence;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.math.BigDecimal;
import java.util.List;

/** Asks how much of the customer's credit limit is used, by all that the customer owes. */
sealed interface CreditCondition extends Leaf {

  /** The sentences of this family. */
  static List<Form<? extends Condition>> forms() {
    return List.of(OverCreditLimit.FORM, CreditLimitUsed.FORM);
  }

  /** Time alone only adds invoices that are issued later. */
  @Override
  default long changesOn(Circumstances c) {
    return c.customer().creditLimit().isPresent() ? c.nextIssueOn() : EpochDay.NEVER;
  }

  @Override
  default ConditionNeeds needs() {
    return ConditionNeeds.CREDIT;
  }

  /** What is open of the customer's invoices in the currency of the limit. */
  private static long used(Circumstances c, Money limit) {
    return c.allOpenMinor(limit.currency());
  }

  record OverCreditLimit() implements CreditCondition {
    private static final long serialVersionUID = 1L;

    static final Form<OverCreditLimit> FORM =
        Form.of("over credit limit", v -> new OverCreditLimit());

    @Override
    public boolean holds(Circumstances c) {
      return c.customer().creditLimit().filter(l -> used(c, l) > l.minorUnits()).isPresent();
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

  record CreditLimitUsed(Percentage share) implements CreditCondition {
    private static final long serialVersionUID = 1L;

    static final Form<CreditLimitUsed> FORM =
        Form.of("credit limit used at least {}", v -> new CreditLimitUsed(v.get(0)), Slots.SHARE);

    private static final int PERCENT = 2;

    @Override
    public boolean holds(Circumstances c) {
      return c.customer().creditLimit().filter(l -> isReached(used(c, l), l)).isPresent();
    }

    private boolean isReached(long used, Money limit) {
      BigDecimal from = BigDecimal.valueOf(limit.minorUnits()).multiply(share.value());
      return used > 0 && BigDecimal.valueOf(used).movePointRight(PERCENT).compareTo(from) >= 0;
    }

    @Override
    public Sentence phrase() {
      return FORM.with(share);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }
}
