package io.dunning.policy;

import io.dunning.behaviour.PaymentProfile;
import io.dunning.behaviour.RiskBand;
import io.dunning.money.Percentage;
import java.util.List;
import java.util.stream.Collectors;

/** Asks how the customer has paid, and how likely the customer is to be late. */
sealed interface PaymentCondition extends Question {

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

    @Override
    public boolean holds(Circumstances c) {
      return bands.contains(c.profile().band());
    }

    /** While no settled invoice leaves the window, time only makes a customer severe. */
    @Override
    public long changesOn(Circumstances c) {
      PaymentProfile profile = c.profile();
      boolean turns = holds(c) != bands.contains(RiskBand.SEVERE);
      return turns ? profile.bandChangesOnDay() : profile.settledChangesOnDay();
    }

    @Override
    public String toString() {
      return "customer is "
          + bands.stream().map(RiskBand::toString).collect(Collectors.joining(" or "));
    }
  }

  record LateRatioAtLeast(Percentage share) implements PaymentCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      return c.profile().isLateRatioAtLeast(share.value());
    }

    @Override
    public String toString() {
      return "late ratio at least " + share;
    }
  }

  record AverageDaysLateMoreThan(int days) implements PaymentCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      return c.profile().isAverageMoreThan(days);
    }

    @Override
    public String toString() {
      return "more than " + days + " days late on average";
    }
  }

  record RiskAtLeast(Percentage probability) implements PaymentCondition {
    private static final long serialVersionUID = 1L;

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
    public String toString() {
      return "risk at least " + probability;
    }
  }
}
