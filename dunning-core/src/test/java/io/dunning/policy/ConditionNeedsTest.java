package io.dunning.policy;

import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.settlement.Route;
import org.junit.jupiter.api.Test;

/** What conditions say they need; dealings are in {@link ConditionTest}. */
class ConditionNeedsTest {
  private static final Condition CHARGES = Condition.chargesAtLeast(eur("5.00"));
  private static final Condition RISK = Condition.riskAtLeast(percent("50"));
  private static final Condition ROUTE = Condition.worthMost(Route.AGENCY);
  private static final Condition OWN = Condition.described("mine", s -> true);

  @Test
  void aCombinationNeedsWhatItsPartsNeed() {
    for (Condition all :
        new Condition[] {
          CHARGES.and(RISK).and(ROUTE).and(OWN), CHARGES.or(RISK).or(ROUTE.not()).or(OWN)
        }) {
      assertThat(all.needs().charges()).isTrue();
      assertThat(all.needs().profile()).isTrue();
      assertThat(all.needs().routes()).isTrue();
      assertThat(all.needs().dailyReview()).isTrue();
    }
    assertThat(CHARGES.needs().profile()).isFalse();
    assertThat(CHARGES.needs().routes()).isFalse();
    assertThat(CHARGES.needs().amounts()).isEmpty();
    assertThat(RISK.needs().charges()).isFalse();
    assertThat(RISK.not().needs().profile()).isTrue();
    assertThat(RISK.not().needs().risk()).isTrue();
    assertThat(Condition.lateRatioAtLeast(percent("50")).needs().risk()).isFalse();
    assertThat(Condition.settlementPossible().needs()).hasToString("settlement");
    assertThat(ROUTE.needs().settlement()).isFalse();
  }

  @Test
  void stepsAndAmountsAreNamedInTheOrderOfTheSentence() {
    Condition all =
        Condition.taken("b")
            .and(Condition.balanceAtLeast(eur("2.00")).or(Condition.repliedSince("a")))
            .and(Condition.overdueAtLeast(eur("1.00")).not());
    assertThat(all.needs().steps()).containsExactly("b", "a");
    assertThat(all.needs().amounts()).containsExactly(eur("2.00"), eur("1.00"));
    assertThat(Condition.delivered("a").needs().steps()).containsExactly("a");
    assertThat(Condition.daysSince(3, "a").needs().steps()).containsExactly("a");
  }

  @Test
  void readsInWords() {
    assertThat(Condition.overdue().needs()).hasToString("nothing");
    assertThat(CHARGES.and(RISK).and(ROUTE).and(OWN).needs())
        .hasToString("daily review, charges, profile, risk, routes");
    assertThat(Condition.disputeOpen().and(Condition.taken("a")).needs())
        .hasToString("fails for plain invoices, steps [a]");
    assertThat(Condition.balanceAtLeast(eur("2.00")).needs()).hasToString("amounts [2.00 EUR]");
    assertThat(Condition.overCreditLimit().needs()).hasToString("credit");
  }

  @Test
  void isAValue() {
    ConditionNeeds needs = Condition.taken("a").and(RISK).needs();
    assertThat(Condition.taken("a").or(RISK).needs()).isEqualTo(needs).hasSameHashCodeAs(needs);
    assertThat(needs)
        .isNotEqualTo(Condition.taken("b").and(RISK).needs())
        .isNotEqualTo(Condition.taken("a").and(ROUTE).needs())
        .isNotEqualTo(needs.toString());
    assertThat(needs.hashCode()).isNotEqualTo(Condition.taken("b").and(RISK).needs().hashCode());
  }
}
