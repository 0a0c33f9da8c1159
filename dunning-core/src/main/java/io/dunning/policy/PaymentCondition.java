package io.dunning.policy;

import io.dunning.behaviour.PaymentProfile;
import io.dunning.behaviour.RiskBand;
import io.dunning.grammar.Form;
import io.dunning.grammar.Sentence;
import io.dunning.money.Percentage;
import java.util.List;

/** Asks how the customer has paid, and how likely the customer is to be late. */
sealed interface PaymentCondition extends Leaf {

  /** The sentences of this family. */
  static List<Form<? extends Condition>> forms() {
    return List.of(
        CustomerIs.NOBODY,
        CustomerIs.FORM,
        LateRatioAtLeast.FORM,
        AverageDaysLateMoreThan.FORM,
        RiskAtLeast.FORM);
  }

  @Override
  default long changesOn(Circumstances c) {
    return c.profile().settledChangesOnDay();
  }

  @Override
  default ConditionNeeds needs() {
    return ConditionNeeds.PROFILE;
  }

  record CustomerIs(List<RiskBand> bands) implements PaymentCondition {
    private static final long serialVersionUID = 1L;

    static final Form<CustomerIs> FORM =
        Form.of("customer is {}", v -> new CustomerIs(v.get(0)), Slots.BANDS);

    static final Form<CustomerIs> NOBODY =
        Form.of("customer is nobody", v -> new CustomerIs(List.of()));

    @Override
    public boolean holds(Circumstances c) {
      return bands.contains(c.band());
    }

    /** While no settled invoice leaves the window, time only makes a customer severe. */
    @Override
    public long changesOn(Circumstances c) {
      PaymentProfile profile = c.profile();
      boolean turns = holds(c) != bands.contains(RiskBand.SEVERE);
      return turns ? profile.bandChangesOnDay() : profile.settledChangesOnDay();
    }

    /** Without a band as it always was, so that fingerprints stay. */
    @Override
    public void write(CanonicalForm form) {
      String words = bands.isEmpty() ? "customer is " : phrase().plain();
      form.text("CustomerIs").texts(List.of()).text(words);
    }

    @Override
    public Sentence phrase() {
      return bands.isEmpty() ? NOBODY.with() : FORM.with(bands);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record LateRatioAtLeast(Percentage share) implements PaymentCondition {
    private static final long serialVersionUID = 1L;

    static final Form<LateRatioAtLeast> FORM =
        Form.of("late ratio at least {}", v -> new LateRatioAtLeast(v.get(0)), Slots.SHARE);

    @Override
    public boolean holds(Circumstances c) {
      return c.profile().isLateRatioAtLeast(share.value());
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

  record AverageDaysLateMoreThan(int days) implements PaymentCondition {
    private static final long serialVersionUID = 1L;

    static final Form<AverageDaysLateMoreThan> FORM =
        Form.of(
            "more than {} days|day late on average",
            v -> new AverageDaysLateMoreThan(v.get(0)),
            Slots.DAY_COUNT);

    @Override
    public boolean holds(Circumstances c) {
      return c.profile().isAverageMoreThan(days);
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

  record RiskAtLeast(Percentage probability) implements PaymentCondition {
    private static final long serialVersionUID = 1L;

    static final Form<RiskAtLeast> FORM =
        Form.of("risk at least {}", v -> new RiskAtLeast(v.get(0)), Slots.SHARE);

    @Override
    public boolean holds(Circumstances c) {
      return c.risk().compareTo(probability) >= 0;
    }

    @Override
    public long changesOn(Circumstances c) {
      return c.riskChangesOn();
    }

    @Override
    public ConditionNeeds needs() {
      return ConditionNeeds.RISK;
    }

    @Override
    public Sentence phrase() {
      return FORM.with(probability);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }
}
