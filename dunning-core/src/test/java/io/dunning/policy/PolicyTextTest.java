package io.dunning.policy;

import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Policies;
import io.dunning.behaviour.RiskModel;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLaw;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A policy reads with each rule that differs from its default, and with no other. */
class PolicyTextTest {
  /** The first line of a policy, after its name. */
  private static String rules(PolicyDraft draft) {
    return draft.build().toString().lines().findFirst().orElseThrow().substring("test".length());
  }

  @Test
  void aPolicyOfDefaultsIsItsName() {
    assertThat(rules(Policies.draft())).isEmpty();
    assertThat(
            rules(
                Policies.draft()
                    .grace(calendarDays(0))
                    .holdWhile(DunningPolicy.DEFAULT_HOLD)
                    .clock(DunningPolicy.Clock.RUNS)
                    .minimumDaysBetweenContacts(0)))
        .isEmpty();
  }

  @Test
  void saysHowTheCreditorDealsWithTheCustomer() {
    SettlementRule settlement = SettlementRule.lumpSum(percent("70"));
    PlanRule plans = PlanRule.monthly(3);
    EndgameRule endgame = EndgameRule.standard();
    RiskModel risk = RiskModel.lateLastTime();
    assertThat(rules(Policies.draft().settlement(settlement))).isEqualTo(", " + settlement);
    assertThat(rules(Policies.draft().plans(plans))).isEqualTo(", plans of " + plans);
    assertThat(rules(Policies.draft().endgame(endgame))).isEqualTo(", " + endgame);
    assertThat(rules(Policies.draft().profileWindow(calendarDays(90))))
        .isEqualTo(", profile of 90 days");
    assertThat(rules(Policies.draft().riskModel(risk))).isEqualTo(", risk by " + risk);
    assertThat(rules(Policies.draft().grace(businessDays(1))))
        .isEqualTo(", 1 business day of grace");
    Conduct conduct = Conduct.under(ContactLaw.COURTEOUS_B2B);
    assertThat(rules(Policies.draft().conduct(conduct))).isEqualTo(", conduct " + conduct);
    assertThat(rules(Policies.draft().leastSettledInvoices(1))).isEqualTo(", band from 1 settled");
    assertThat(rules(Policies.draft().deliveryGivenUpAfter(calendarDays(20))))
        .isEqualTo(", delivery given up after 20 days");
    assertThat(rules(Policies.draft().thanksWithin(businessDays(2))))
        .isEqualTo(", thanks within 2 business days of a payment");
    PolicyDraft waiting = Policies.draft().receiptsHold(calendarDays(4));
    assertThat(rules(waiting)).isEqualTo(", " + waiting.build().payments());
    assertThat(rules(Policies.draft().liveFrom(LocalDate.of(2026, 3, 1))))
        .isEqualTo(", live from 2026-03-01");
  }

  @Test
  void saysWhatIsChargedAndFromWhichAmountsOn() {
    LateFee fee = LateFee.flat(eur("2.00")).once();
    LateInterest interest = LateInterest.fixed(percent("9"));
    PolicyDraft charged = Policies.draft().lateFee(fee).lateInterest(interest);
    assertThat(rules(charged)).isEqualTo(", charges " + charged.build().charges());
    assertThat(rules(Policies.draft().minimumAmount(usd("3.00")).minimumAmount(eur("5.00"))))
        .isEqualTo(", from 5.00 EUR, from 3.00 USD");
  }
}
