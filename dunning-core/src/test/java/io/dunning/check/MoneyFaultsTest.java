package io.dunning.check;

import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.check.FaultyPolicies.AGENCY;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.overdueAtLeast;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.charge.ChargeCap;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.FeeBand;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.charge.StatutoryInterest;
import io.dunning.ledger.Tolerance;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyFaultsTest {
  private static final EscalationStep CHARGING = DEMAND.take(assessCharges());

  private static PolicyDraft charging() {
    return policy(REMINDER, NOTICE, CHARGING, AGENCY);
  }

  private static LateFee flat(String amount) {
    return LateFee.flat(eur(amount)).at("demand");
  }

  private static List<String> lines(PolicyDraft draft) {
    DunningPolicy policy = draft.build();
    return Findings.lines(MoneyFaults.of(policy, Boundary.of(policy)));
  }

  @Test
  void anAmountIsGivenInEachCurrencyThatIsNamed() {
    Condition both = overdueAtLeast(eur("50.00")).or(overdueAtLeast(usd("50.00")));
    PolicyDraft draft = policy(REMINDER, NOTICE.onlyIf(both), DEMAND, AGENCY);
    assertThat(lines(draft)).isEmpty();
    assertThat(lines(draft.minimumAmount(eur("10.00")).tolerance(Tolerance.upTo(usd("1.00")))))
        .containsExactly(
            "currency-missing at minimum amount: the minimum amount is given in EUR but not in USD;"
                + " debts in USD have none",
            "currency-missing at tolerance: the tolerance is given in USD but not in EUR; debts in"
                + " EUR have none");
  }

  @Test
  void stepsAndConditionsNameCurrenciesToo() {
    assertThat(
            lines(
                policy(
                    REMINDER,
                    NOTICE.minimumAmount(usd("10.00")),
                    DEMAND.onlyIf(overdueAtLeast(eur("50.00"))),
                    AGENCY)))
        .containsExactly(
            "currency-missing at ladder[2].minimum amount: the minimum amount is given in USD but"
                + " not in EUR; debts in EUR have none",
            "currency-missing at ladder[3].only if: the amount of the condition is given in EUR but"
                + " not in USD; debts in USD have none");
  }

  @Test
  void aMinimumIsAboveWhatCountsAsSettled() {
    Tolerance five = Tolerance.upTo(eur("5.00"));
    assertThat(lines(sound().tolerance(five).minimumAmount(eur("5.00"))))
        .containsExactly(
            "minimum-within-tolerance at minimum amount: a debt of 5.00 EUR counts as settled, so"
                + " that the minimum of 5.00 EUR does nothing");
    assertThat(lines(sound().tolerance(five).minimumAmount(eur("5.01")))).isEmpty();
    assertThat(lines(sound().tolerance(five))).isEmpty();
  }

  @Test
  void chargesAreAssessedAndWhatIsAssessedIsThere() {
    assertThat(lines(charging()))
        .containsExactly(
            "charges-not-set at ladder[3].take: step \"demand\" assesses charges, but the policy"
                + " has none");
    assertThat(lines(sound().lateInterest(LateInterest.fixed(percent("5")))))
        .containsExactly(
            "charges-never-assessed at charges: charges accrue, but no step assesses them, so that"
                + " no customer hears of them");
    assertThat(lines(charging().lateInterest(LateInterest.fixed(percent("5"))))).isEmpty();
  }

  private static ChargeCap sharesOr(String share, Money... amounts) {
    return new ChargeCap(
        Optional.of(percent(share)), List.of(amounts), ChargeCap.of(amounts).within());
  }

  private static List<String> capped(LateFee fee, ChargeCap cap) {
    return lines(charging().minimumAmount(eur("50.00")).charges(ChargeRules.of(fee).capped(cap)));
  }

  private static LateFee bands(String... fromAndFee) {
    List<FeeBand> bands = new ArrayList<>();
    for (int i = 0; i < fromAndFee.length; i += 2) {
      bands.add(new FeeBand(eur(fromAndFee[i]), eur(fromAndFee[i + 1]), percent("0")));
    }
    return LateFee.banded(LateFee.Banding.SINGLE, bands).at("demand");
  }

  /** A share with a ceiling is usual: smaller debts bear it in full. */
  @Test
  void aFeeThatSomeDebtsBearInFullIsNotAboveTheCap() {
    LateFee share = LateFee.percent(percent("5")).at("demand");
    assertThat(capped(share, ChargeCap.of(eur("20.00")))).isEmpty();
    assertThat(capped(share, ChargeCap.of(eur("2.50")))).isEmpty();
    assertThat(capped(share, ChargeCap.of(eur("2.49")))).hasSize(1);
    assertThat(capped(share, ChargeCap.of(percent("5")))).isEmpty();
    assertThat(capped(share, ChargeCap.of(percent("4"))))
        .containsExactly(
            "fee-above-cap at late fees[1]: the fee of 50.00 EUR for 1000.00 EUR is above the cap"
                + " of 40.00 EUR, and is never charged in full");
    assertThat(capped(flat("40.00"), ChargeCap.of(percent("10")))).isEmpty();
    assertThat(capped(share.atMost(eur("20.00")), ChargeCap.of(eur("20.00")))).isEmpty();
    assertThat(capped(share.atLeast(eur("21.00")), ChargeCap.of(eur("20.00")))).hasSize(1);
  }

  @Test
  void eachBandOfAFeeIsComparedWithTheCap() {
    ChargeCap cap = ChargeCap.of(eur("25.00"));
    assertThat(capped(bands("0.00", "5.00", "5000.00", "400.00"), cap))
        .containsExactly(
            "fee-above-cap at late fees[1]: the fee of 400.00 EUR for 5000.00 EUR is above the cap"
                + " of 25.00 EUR, and is never charged in full");
    assertThat(capped(bands("0.00", "5.00", "5000.00", "25.00"), cap)).isEmpty();
    // no debt of the policy is in the first band
    assertThat(capped(bands("0.00", "30.00", "50.00", "5.00"), cap)).isEmpty();
    assertThat(capped(bands("0.00", "30.00", "50.01", "5.00"), cap)).hasSize(1);
    assertThat(capped(bands("100.00", "30.00"), cap)).hasSize(1);
  }

  /** The debt is 1,000.00 EUR. */
  @Test
  void aFeeIsNotAboveTheCap() {
    PolicyDraft amount =
        charging().charges(ChargeRules.of(flat("25.01")).capped(ChargeCap.of(eur("25.00"))));
    assertThat(lines(amount))
        .containsExactly(
            "fee-above-cap at late fees[1]: the fee of 25.01 EUR for 1000.00 EUR is above the cap"
                + " of 25.00 EUR, and is never charged in full");
    assertThat(
            lines(
                charging()
                    .charges(ChargeRules.of(flat("25.00")).capped(ChargeCap.of(eur("25.00"))))))
        .isEmpty();
    assertThat(
            lines(
                charging()
                    .charges(ChargeRules.of(flat("25.00")).capped(ChargeCap.of(percent("2.5"))))))
        .isEmpty();
    assertThat(lines(charging().charges(ChargeRules.of(flat("25.00"))))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // the amount is less than the share
    "5, 20.00, 20.00",
    // the share is less than the amount
    "1, 20.00, 10.00",
    "2, 20.00, 20.00"
  })
  void theLowerOfTwoCapsCounts(String share, String amount, String least) {
    ChargeCap cap = sharesOr(share, eur(amount));
    assertThat(lines(charging().charges(ChargeRules.of(flat("30.00")).capped(cap))))
        .singleElement()
        .asString()
        .contains("is above the cap of " + least + " EUR");
  }

  @Test
  void aCapInAnotherCurrencyIsNone() {
    PolicyDraft draft =
        charging().charges(ChargeRules.of(flat("30.00")).capped(ChargeCap.of(usd("5.00"))));
    assertThat(lines(draft)).isEmpty();
  }

  @Test
  void aFeeIsNotHigherThanTheSmallestDebt() {
    PolicyDraft draft = charging().lateFee(flat("4.00")).lateFee(flat("15.01"));
    assertThat(lines(draft.minimumAmount(eur("15.00"))))
        .containsExactly(
            "fee-above-minimum at late fees[2]: a debt of 15.00 EUR, the minimum of the policy, is"
                + " charged a fee of 15.01 EUR");
    assertThat(lines(charging().lateFee(flat("15.00")).minimumAmount(eur("15.00")))).isEmpty();
    assertThat(lines(charging().lateFee(flat("15.00")))).isEmpty();
  }

  private static PolicyDraft statutory() {
    return charging()
        .lateInterest(StatutoryInterest.of(StatutoryInterest.Country.GERMANY).businessToBusiness());
  }

  @Test
  void aFeeOnTopOfTheCompensationOfTheLawIsNotHigherThanThat() {
    assertThat(lines(statutory().lateFee(flat("40.01").besideCompensation())))
        .containsExactly(
            "fee-above-statute at late fees[1]: the fee of 40.01 EUR comes on top of the"
                + " compensation of the law, which is only 40.00 EUR");
    assertThat(lines(statutory().lateFee(flat("40.00").besideCompensation()))).isEmpty();
    assertThat(lines(charging().lateFee(flat("5.00")).lateFee(flat("40.01")))).isEmpty();
  }

  /** What the law grants may be more than a small debt. */
  @Test
  void theCompensationOfTheLawMayExceedTheSmallestDebtButNotTheCap() {
    assertThat(lines(statutory().minimumAmount(eur("10.00")))).isEmpty();
    DunningPolicy policy = statutory().build();
    ChargeRules capped = policy.charges().capped(ChargeCap.of(eur("30.00")));
    assertThat(lines(Redraft.of(policy).charges(capped)))
        .singleElement()
        .asString()
        .startsWith("fee-above-cap at interest: the fee of 40.00 EUR");
  }

  @Test
  void interestIsNotAboveTheMaximumOfKorea() {
    PolicyDraft korean = charging().minimumAmount(Money.parse("10000 KRW"));
    assertThat(lines(korean.lateInterest(LateInterest.fixed(percent("25.01")))))
        .containsExactly(
            "interest-above-maximum at interest: interest of 25.01% a year is above 25%, the"
                + " maximum of the Korean Interest Limitation Act");
    assertThat(lines(korean.lateInterest(LateInterest.fixed(percent("25"))))).isEmpty();
    assertThat(lines(korean.lateInterest(LateInterest.fixed(percent("5")).per(30))))
        .containsExactly(
            "interest-above-maximum at interest: interest of 5% for 30 days, that is 60.83% a"
                + " year, is above 25%, the maximum of the Korean Interest Limitation Act");
    assertThat(lines(korean.lateInterest(LateInterest.fixed(percent("2")).per(30)))).isEmpty();
    assertThat(lines(charging().lateInterest(LateInterest.fixed(percent("99"))))).isEmpty();
    PolicyDraft there =
        policy(REMINDER, NOTICE.onlyIf(Condition.customerInCountry("KR")), CHARGING, AGENCY);
    assertThat(lines(there.lateInterest(LateInterest.fixed(percent("99"))))).hasSize(1);
    assertThat(lines(korean.lateFee(LateFee.flat(Money.parse("100 KRW")).at("demand")))).isEmpty();
  }
}
