package io.dunning.policy;

import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.dunning.Policies;
import io.dunning.Streams;
import io.dunning.Variants;
import io.dunning.ledger.Customer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The most specific policy wins: invoice, customer, segment, default. */
class PolicySetTest {
  private static final DunningPolicy USUAL = policy("usual");
  private static final DunningPolicy RETAIL = policy("retail");
  private static final DunningPolicy KEY = policy("key");
  private static final DunningPolicy ONE = policy("one");

  private static DunningPolicy policy(String name) {
    return DunningPolicy.named(name).ladder(Policies.LADDER).build();
  }

  @Test
  void theMostSpecificPolicyWins() {
    PolicySet set =
        PolicySet.byDefault(USUAL)
            .forSegment("retail", RETAIL)
            .forCustomer("C-1", KEY)
            .forInvoice("I-1", ONE);
    Customer inSegment = Customer.of("C-1").inSegment("retail");
    assertThat(set.policyFor(inSegment, "I-1")).isEqualTo(ONE);
    assertThat(set.policyFor(inSegment, "I-2")).isEqualTo(KEY);
    assertThat(set.policyFor(inSegment)).isEqualTo(KEY);
    assertThat(set.policyFor(Customer.of("C-2").inSegment("retail"), "I-2")).isEqualTo(RETAIL);
    assertThat(set.policyFor(Customer.of("C-2").inSegment("other"))).isEqualTo(USUAL);
    assertThat(set.policyFor(Customer.of("C-2"))).isEqualTo(USUAL);
  }

  @Test
  void onlyPoliciesOfInvoicesDifferByInvoice() {
    PolicySet set = PolicySet.byDefault(USUAL).forSegment("retail", RETAIL).forCustomer("C", KEY);
    assertThat(set.differsByInvoice()).isFalse();
    assertThat(set.forInvoice("I", ONE).differsByInvoice()).isTrue();
  }

  @Test
  void aSetListsEachPolicyOnceAndReadsInLines() {
    PolicySet set =
        PolicySet.byDefault(USUAL)
            .forInvoice("I", ONE)
            .forCustomer("C", KEY)
            .forSegment("b", USUAL)
            .forSegment("a", ONE)
            .forSegment("a", RETAIL);
    assertThat(set.policies()).containsExactly(USUAL, RETAIL, KEY, ONE);
    assertThat(set)
        .hasToString(
            """
            default: usual
            segment a: retail
            segment b: usual
            customer C: key
            invoice I: one""");
  }

  @Test
  void rulesAndTrialsStandInTheOrderInWhichTheyAreAsked() {
    SegmentRule gold = SegmentRule.parse("segment gold if customer tagged key");
    SegmentRule slow = SegmentRule.parse("segment slow if customer is chronic");
    PolicyTrial spring = new PolicyTrial("spring", USUAL, RETAIL, percent("20"));
    PolicyTrial autumn = new PolicyTrial("autumn", USUAL, KEY, percent("30"));
    PolicySet set =
        PolicySet.byDefault(USUAL)
            .segmentIf("gold", gold.condition())
            .segmentIf("slow", slow.condition())
            .trying(spring)
            .trying(autumn);
    assertThat(set.segmentRules()).containsExactly(gold, slow);
    assertThat(set.trials()).containsExactly(spring, autumn);
    assertThat(set)
        .hasToString(
            """
            default: usual
            segment gold if customer tagged key
            segment slow if customer is chronic
            %s
            %s"""
                .formatted(spring, autumn));
    assertThat(Streams.copy(set)).isEqualTo(set).hasSameHashCodeAs(set);
    assertThatThrownBy(() -> set.trying(new PolicyTrial("spring", USUAL, ONE, percent("5"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("trial stands twice: spring");
  }

  @Test
  void aSetTellsWhoHasWhichPolicy() {
    PolicySet set =
        PolicySet.byDefault(USUAL)
            .forSegment("retail", RETAIL)
            .forCustomer("C-1", KEY)
            .forInvoice("I-1", ONE);
    assertThat(set.defaultPolicy()).isEqualTo(USUAL);
    assertThat(set.segments()).containsOnly(entry("retail", RETAIL));
    assertThat(set.customers()).containsOnly(entry("C-1", KEY));
    assertThat(set.invoices()).containsOnly(entry("I-1", ONE));
  }

  @Test
  void setsAreValues() {
    PolicySet set = PolicySet.byDefault(USUAL);
    Variants.areUnlike(
        () ->
            List.of(
                PolicySet.byDefault(USUAL),
                PolicySet.byDefault(KEY),
                set.forSegment("x", KEY),
                set.forSegment("y", KEY),
                set.forCustomer("x", KEY),
                set.segmentIf("x", Condition.customerTagged("key")),
                set.trying(new PolicyTrial("spring", USUAL, KEY, percent("5"))),
                set.forInvoice("x", KEY),
                set.forInvoice("x", ONE)));
    assertThatThrownBy(() -> set.forSegment(null, KEY))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("segment");
    assertThatThrownBy(() -> set.forSegment("x", null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("policy");
  }
}
