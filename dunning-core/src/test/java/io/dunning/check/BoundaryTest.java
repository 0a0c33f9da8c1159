package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.chargesAtLeast;
import static io.dunning.policy.Condition.creditLimitUsed;
import static io.dunning.policy.Condition.overdueAtLeast;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.DunningAction;
import io.dunning.action.Performer;
import io.dunning.action.Tone;
import io.dunning.charge.LateFee;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactRules;
import io.dunning.conduct.Jurisdiction;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Tolerance;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.ConditionParts.Topic;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Invariant;
import io.dunning.policy.PolicyDraft;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.SettlementRule;
import java.time.Period;
import org.junit.jupiter.api.Test;

class BoundaryTest {
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");

  private static Boundary of(PolicyDraft draft) {
    return Boundary.of(draft.build());
  }

  private static Boundary asking(String condition) {
    return of(policy(REMINDER, NOTICE.onlyIf(Condition.parse(condition))));
  }

  @Test
  void collectsAmountsFromWhereverTheyAreNamed() {
    PolicyDraft draft =
        policy(
                REMINDER.minimumAmount(eur("3.00")),
                NOTICE.onlyIf(overdueAtLeast(eur("4.00"))),
                DEMAND.requires(overdueAtLeast(eur("5.00"))))
            .minimumAmount(eur("1.00"))
            .tolerance(Tolerance.upTo(eur("2.00")))
            .settlement(SettlementRule.lumpSum(percent("70")).from(eur("6.00")).upTo(eur("700.00")))
            .holdWhile(overdueAtLeast(usd("8.00")));
    Boundary boundary = of(draft);
    assertThat(boundary.amounts.get(EUR))
        .containsExactly(100L, 200L, 300L, 400L, 500L, 600L, 70_000L);
    assertThat(boundary.amounts.get(CurrencyUnit.of("USD"))).containsExactly(800L);
    assertThat(boundary.conditions)
        .containsOnlyKeys("hold while", "ladder[2].only if", "ladder[3].requires[1]");
  }

  @Test
  void theUsualHoldIsNotTheAuthors() {
    assertThat(of(sound()).conditions).isEmpty();
    assertThat(of(sound().holdWhile(Condition.disputeOpen())).conditions)
        .containsOnlyKeys("hold while");
  }

  @Test
  void conditionsOfToneAndPerformersCountToo() {
    Condition vip = FaultyPolicies.VIP;
    assertThat(of(policy(REMINDER, NOTICE.tone(Tone.FIRM, vip))).conditions)
        .containsOnlyKeys("ladder[2].softer tone if");
    assertThat(of(policy(REMINDER, NOTICE.performedBy(Performer.SALES, vip))).conditions)
        .containsOnlyKeys("ladder[2].performed by[1].only if");
    assertThat(of(policy(REMINDER, NOTICE.onlyIf(Condition.never()))).conditions)
        .containsOnlyKeys("ladder[2].only if");
  }

  @Test
  void namesWhatCustomersAre() {
    assertThat(asking("customer tagged VIP").tags).containsExactly("VIP");
    assertThat(asking("customer in segment retail").segments).containsExactly("retail");
    assertThat(asking("customer in country DE").countries).containsExactly("DE");
    Boundary facts = of(policy(REMINDER, NOTICE.onlyIf(Condition.customerFact("plan", "gold"))));
    assertThat(facts.facts).containsOnlyKeys("plan");
    assertThat(facts.facts.get("plan")).containsExactly("gold");
    assertThat(facts.tags).isEmpty();
  }

  @Test
  void namesWhatHappens() {
    assertThat(of(policy(REMINDER, NOTICE.onlyIf(Condition.disputedFor("price")))).disputeWords)
        .containsExactly("price");
    assertThat(of(policy(REMINDER, NOTICE.onlyIf(Condition.cameBack("reminder")))).delivered)
        .containsExactly("reminder");
    assertThat(of(policy(REMINDER, NOTICE.onlyIf(Condition.askedForTime()))).replies)
        .containsExactly(Reply.ASKS_FOR_TIME);
    assertThat(of(policy(REMINDER, NOTICE.onlyIf(Condition.repliedSince("reminder")))).replies)
        .containsExactly(Reply.OTHER);
    Condition forgot = Condition.repliedWith(NonpaymentReason.FORGOT);
    assertThat(of(policy(REMINDER, NOTICE.onlyIf(forgot))).reasons)
        .containsExactly(NonpaymentReason.FORGOT);
    Condition deceased = Condition.restricted(Restriction.DECEASED);
    assertThat(
            of(policy(REMINDER.evenDuring(Restriction.INSOLVENCY), NOTICE.onlyIf(deceased)))
                .restrictions)
        .containsExactly(Restriction.INSOLVENCY, Restriction.DECEASED);
  }

  @Test
  void plansHappenWhereThePolicyKnowsThem() {
    assertThat(of(sound()).plans).isFalse();
    assertThat(of(sound().plans(PlanRule.monthly(6))).plans).isTrue();
    assertThat(of(policy(REMINDER, NOTICE.onlyIf(Condition.planBroken()))).plans).isTrue();
    Boundary asked = of(sound());
    asked.add(sound().build(), never(Invariant.During.IN_PLAN));
    assertThat(asked.plans).isTrue();
    Boundary other = of(sound());
    other.add(sound().build(), never(Invariant.During.DISPUTED));
    assertThat(other.plans).isFalse();
    Boundary planned = of(sound().plans(PlanRule.monthly(6)));
    planned.add(sound().build(), never(Invariant.During.DISPUTED));
    assertThat(planned.plans).isTrue();
  }

  private static Invariant never(Invariant.During during) {
    return Invariant.never(DunningAction.placeCall(), during);
  }

  @Test
  void knowsTheChannelsOfStepsAndOfThoseInTheirPlace() {
    assertThat(of(sound()).channels).containsExactlyInAnyOrder(EMAIL, LETTER);
    assertThat(of(policy(REMINDER.orBy(PHONE))).channels).containsExactlyInAnyOrder(EMAIL, PHONE);
  }

  @Test
  void rulesOfContactNameKindsAndCountries() {
    ContactRules rules =
        ContactRules.of("few", ContactLimit.atMost(1, Period.ofDays(7)))
            .within(Jurisdiction.country("FR").from(Customer.Kind.CONSUMER));
    Boundary boundary = of(sound().conduct(Conduct.under(rules)));
    assertThat(boundary.conduct).isTrue();
    assertThat(boundary.countries).containsExactly("FR");
    assertThat(boundary.kinds).containsExactly(Customer.Kind.CONSUMER);
    assertThat(of(sound()).conduct).isFalse();
  }

  @Test
  void chargesMatterWhereThereAreSomeOrTheyAreAskedFor() {
    assertThat(of(sound()).charges).isFalse();
    LateFee fee = LateFee.flat(eur("5.00")).at("demand");
    assertThat(of(policy(REMINDER, DEMAND.take(assessCharges())).lateFee(fee)).charges).isTrue();
    assertThat(of(policy(REMINDER, NOTICE.onlyIf(chargesAtLeast(eur("7.00"))))).charges).isTrue();
  }

  private static Boundary capped(String fee, String share) {
    LateFee flat = LateFee.flat(eur(fee)).at("demand");
    DunningPolicy policy = policy(REMINDER, DEMAND.take(assessCharges())).lateFee(flat).build();
    Boundary boundary = new Boundary();
    boundary.add(policy, Invariant.chargesAtMost(percent(share)));
    assertThat(boundary.charges).isTrue();
    return boundary;
  }

  /** Of that debt, the fee is just the share that charges may be. */
  @Test
  void anInvariantAboutChargesNamesTheDebtAtItsEdge() {
    assertThat(capped("40.00", "10").amounts.get(EUR)).containsExactly(40_000L);
    assertThat(capped("40.00", "3").amounts.get(EUR)).containsExactly(133_334L);
    assertThat(capped("40.00", "0").amounts).isEmpty();
    Boundary free = new Boundary();
    free.add(sound().build(), Invariant.chargesAtMost(percent("10")));
    assertThat(free.charges).isFalse();
  }

  @Test
  void anInvariantAboutDeliveryNamesTheStep() {
    Boundary boundary = new Boundary();
    boundary.add(sound().build(), Invariant.neverBefore(DunningAction.referToAgency(), "demand"));
    assertThat(boundary.delivered).isEmpty();
    boundary.add(
        sound().build(), Invariant.neverBeforeDelivered(DunningAction.referToAgency(), "demand"));
    assertThat(boundary.delivered).containsExactly("demand");
  }

  @Test
  void aTypicalDebtIsTenHundredsOrTwiceWhatIsNamed() {
    assertThat(of(sound()).currency()).isEqualTo(EUR);
    assertThat(of(sound()).typical(EUR)).isEqualTo(eur("1000.00"));
    assertThat(asking("overdue at least 500.00 EUR").typical(EUR)).isEqualTo(eur("1000.00"));
    Boundary large = asking("overdue at least 500.01 EUR");
    assertThat(large.typical(EUR)).isEqualTo(eur("1000.02"));
    CurrencyUnit yen = CurrencyUnit.of("JPY");
    assertThat(large.typical(yen)).isEqualTo(Money.parse("1000 JPY"));
    assertThat(asking("overdue at least 5 JPY").currency()).isEqualTo(yen);
  }

  @Test
  void edgesAreJustBelowAtAndJustAboveEachAmount() {
    assertThat(asking("overdue at least 50.00 EUR").edges())
        .containsExactly(eur("49.99"), eur("50.00"), eur("50.01"));
    assertThat(asking("overdue at least 0.01 EUR").edges())
        .containsExactly(eur("0.01"), eur("0.02"));
    assertThat(asking("overdue at least 0.00 EUR").edges()).isEmpty();
  }

  @Test
  void creditLimitsAreThoseThatAUsualDebtJustReaches() {
    Boundary half = of(policy(REMINDER, NOTICE.onlyIf(creditLimitUsed(percent("50")))));
    assertThat(half.creditLimits())
        .containsExactly(eur("0.01"), eur("1999.99"), eur("2000.00"), eur("2000.01"));
    Boundary over = of(policy(REMINDER, NOTICE.onlyIf(Condition.overCreditLimit())));
    assertThat(over.creditLimits())
        .containsExactly(eur("0.01"), eur("999.99"), eur("1000.00"), eur("1000.01"));
    Condition large = Condition.overCreditLimit().and(overdueAtLeast(eur("10.00")));
    assertThat(of(policy(REMINDER, NOTICE.onlyIf(large))).creditLimits())
        .contains(eur("9.99"), eur("10.00"), eur("10.01"))
        .hasSize(7);
    Condition both = large.and(overdueAtLeast(usd("20.00")));
    assertThat(of(policy(REMINDER, NOTICE.onlyIf(both))).creditLimits()).hasSize(7);
    assertThat(of(sound()).creditLimits()).isEmpty();
    assertThat(asking("customer tagged VIP").creditLimits()).isEmpty();
  }

  @Test
  void knowsTheTopicsThatAreAskedFor() {
    assertThat(asking("customer tagged VIP and overdue at least 5.00 EUR").topics)
        .containsExactlyInAnyOrder(Topic.TAG, Topic.DEBT);
  }
}
