package io.dunning.check;

import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.charge.ChargeCap;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.FeeBand;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.check.PolicyComparison.Effect;
import io.dunning.check.PolicyComparison.Kind;
import io.dunning.check.PolicyReport.InvariantAnswer.Verdict;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Invariant;
import io.dunning.policy.PolicyDraft;
import io.dunning.settlement.PlanRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChargeEdgesTest {
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");

  /** Before the euro in the alphabet. */
  private static final CurrencyUnit DOLLAR = CurrencyUnit.of("AUD");

  private static final Invariant TENTH = Invariant.chargesAtMost(percent("10"));

  private static PolicyDraft charging(ChargeRules rules) {
    return policy(REMINDER, DEMAND.take(assessCharges()))
        .minimumAmount(eur("50.00"))
        .charges(rules);
  }

  private static PolicyDraft charging(LateFee... fees) {
    return charging(ChargeRules.of(fees));
  }

  private static Boundary boundary(PolicyDraft draft) {
    return Boundary.of(draft.build());
  }

  private static Money dollars(String amount) {
    return Money.of(amount, DOLLAR);
  }

  /** 5.00 EUR, and more from 5,000.00 EUR on. */
  private static LateFee banded(String fee) {
    return LateFee.banded(
        LateFee.Banding.SINGLE,
        List.of(
            new FeeBand(eur("0.00"), eur("5.00"), percent("0")),
            new FeeBand(eur("5000.00"), eur(fee), percent("0"))));
  }

  @Test
  void aDebtIsAtTheEdgeWhereABandBegins() {
    Boundary banded = boundary(charging(banded("400.00")));
    assertThat(banded.amounts).containsOnlyKeys(EUR);
    assertThat(banded.amounts.get(EUR)).containsExactly(5_000L, 500_000L);
    assertThat(banded.typical(EUR)).isEqualTo(eur("10000.00"));
  }

  /** The amount of a fee or a cap is none of a debt. */
  @Test
  void usualFeesNeedNoMoreDebtors() {
    LateFee share = LateFee.percent(percent("5")).atLeast(eur("3.00")).atMost(eur("30.00"));
    ChargeRules rules = ChargeRules.of(LateFee.flat(eur("5.00")), share);
    Boundary usual = boundary(charging(rules.capped(ChargeCap.of(eur("20.00")))));
    assertThat(usual.amounts).containsOnlyKeys(EUR);
    assertThat(usual.amounts.get(EUR)).containsExactly(5_000L);
  }

  /** Debts in each of them are tried, but the usual ones are in a currency with an amount. */
  @Test
  void chargesNameTheirCurrencies() {
    LateFee share = LateFee.percent(percent("5"));
    LateInterest interest = LateInterest.fixed(percent("5"));
    for (ChargeRules each :
        List.of(
            ChargeRules.of(LateFee.flat(eur("5.00"), dollars("5.00"))),
            ChargeRules.of(share.atLeast(dollars("5.00"))),
            ChargeRules.of(share.atMost(dollars("5.00"))),
            ChargeRules.of(share).capped(ChargeCap.of(dollars("5.00"))),
            ChargeRules.of(interest.atLeast(dollars("5.00"))))) {
      Boundary boundary = boundary(charging(each));
      assertThat(boundary.amounts).containsOnlyKeys(DOLLAR, EUR);
      assertThat(boundary.amounts.get(DOLLAR)).isEmpty();
      assertThat(boundary.currency()).isEqualTo(EUR);
      assertThat(boundary.typical(DOLLAR)).isEqualTo(dollars("1000.00"));
      assertThat(boundary.edges()).allMatch(m -> m.currency().equals(EUR));
    }
  }

  /** If no amount is named, the usual debts are in the first currency of the charges. */
  @Test
  void aCurrencyOfChargesAloneIsThatOfTheDebts() {
    Boundary plans = boundary(sound().plans(PlanRule.monthly(6).ofAtLeast(dollars("5.00"))));
    assertThat(plans.amounts).containsOnlyKeys(DOLLAR);
    assertThat(plans.currency()).isEqualTo(DOLLAR);
  }

  /** A debt of 10,000 EUR bears 1,000 EUR, and one of 5,000 AUD bears 500 AUD. */
  @Test
  void anInvariantAboutChargesNamesADebtForEachBandAndCurrency() {
    DunningPolicy policy =
        charging(banded("1000.00"), LateFee.flat(eur("7.00"), dollars("500.00"))).build();
    Boundary boundary = Boundary.of(policy);
    boundary.add(policy, TENTH);
    assertThat(boundary.amounts.get(EUR)).containsExactly(5_000L, 7_000L, 500_000L, 1_000_000L);
    assertThat(boundary.amounts.get(DOLLAR)).containsExactly(500_000L);
  }

  private static Verdict verdict(LateFee fee) {
    DunningPolicy policy = charging(fee.at("demand")).build();
    return PolicyCheck.of(policy).events(0).keeping(TENTH).run().invariants().get(0).verdict();
  }

  /** A fee of 5.00 EUR is no more than a tenth, but one in another currency or band is. */
  @Test
  void feesAreExploredInEachCurrencyAndBand() {
    assertThat(verdict(LateFee.flat(eur("5.00")))).isEqualTo(Verdict.HOLDS);
    assertThat(verdict(LateFee.flat(eur("5.00"), dollars("500.00")))).isEqualTo(Verdict.VIOLATED);
    assertThat(verdict(banded("1000.00"))).isEqualTo(Verdict.VIOLATED);
  }

  /** Nobody who owes less, or euros, pays more; the most is that of two invoices. */
  @Test
  void aFeeInOneMoreCurrencyOrBandIsChargedThere() {
    DunningPolicy five = charging(LateFee.flat(eur("5.00")).at("demand")).build();
    LateFee both = LateFee.flat(eur("5.00"), dollars("50.00")).at("demand");
    assertThat(chargedMore(five, charging(both).build())).isEqualTo("50.00 AUD");
    assertThat(chargedMore(five, charging(banded("500.00").at("demand")).build()))
        .isEqualTo("990.00 EUR");
  }

  private static String chargedMore(DunningPolicy before, DunningPolicy after) {
    PolicyComparison found = PolicyComparison.of(before, after);
    assertThat(found.effects()).extracting(Effect::kind).containsExactly(Kind.CHARGED_MORE);
    assertThat(found.harsher()).isPresent();
    return found.effects().get(0).most();
  }
}
