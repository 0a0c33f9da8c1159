package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.behaviour.RiskBand.SEVERE;
import static io.dunning.event.LedgerEvent.contact;
import static io.dunning.event.LedgerEvent.customerReplied;
import static io.dunning.event.LedgerEvent.delivered;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Condition.customerFact;
import static io.dunning.policy.Condition.customerInCountry;
import static io.dunning.policy.Condition.customerInSegment;
import static io.dunning.policy.Condition.customerIs;
import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.Condition.repliedWith;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLaw;
import io.dunning.conduct.Jurisdiction;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reply;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicySet;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The decisions that can come out while facts are unknown. */
class PossibleTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
  private static final LocalDate DAY = DUE.plusDays(10);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  private static DunningPolicy callingIf(Condition condition) {
    return DunningPolicy.named("calling")
        .ladder(
            EscalationLadder.of(
                step("call").at(daysPastDue(3)).take(placeCall()).onlyIf(condition),
                step("reminder").at(daysPastDue(5)).take(sendReminder(EMAIL)),
                step("demand").at(daysPastDue(90)).take(sendDemand(LETTER))))
        .build();
  }

  private static Account account(Customer customer) {
    return Account.of(customer, List.of(Fixtures.history("A-1", eur("900.00"), DUE)));
  }

  private static final Account ACCOUNT = account(Customer.of("ACME"));

  private static Possibilities possible(Condition condition, Unknown... unknowns) {
    return EVALUATOR.possible(callingIf(condition), ACCOUNT, DAY, List.of(unknowns));
  }

  @Test
  void saysWhichValuesLeadToWhichDecision() {
    Possibilities two = possible(customerInCountry("DE"), Unknown.country(), Unknown.tag("vip"));
    assertThat(two)
        .hasToString(
            """
            2 decisions can come out for ACME on 2026-03-12
              A-1: act: call: 3 days past due was reached on 2026-03-05
                if country: DE, tag vip: yes
                if country: DE, tag vip: no
              A-1: act: reminder: 5 days past due was reached on 2026-03-07
                if country: another country, tag vip: yes
                if country: another country, tag vip: no
            settled by country""");
    assertThat(two.settledBy()).containsExactly(Unknown.country());
  }

  @Test
  void isCertainIfNothingDependsOnIt() {
    Possibilities one = possible(customerTagged("vip"), Unknown.country());
    assertThat(one.isCertain()).isTrue();
    assertThat(one.settledBy()).isEmpty();
    assertThat(one)
        .hasToString(
            """
            1 decision can come out for ACME on 2026-03-12
              A-1: act: reminder: 5 days past due was reached on 2026-03-07""");
    assertThat(possible(customerTagged("vip")).isCertain()).isTrue();
  }

  @Test
  void takesAwayATagThatIsRecorded() {
    Account tagged = account(Customer.of("ACME").tagged("vip"));
    assertThat(
            EVALUATOR
                .possible(
                    callingIf(customerTagged("vip")), tagged, DAY, List.of(Unknown.tag("vip")))
                .all())
        .hasSize(2);
  }

  @Test
  void asksForMoreThanOneFactWhereNoneSettlesItAlone() {
    Condition both = customerInCountry("DE").and(customerTagged("vip"));
    assertThat(possible(both, Unknown.country(), Unknown.tag("vip")).settledBy()).isEmpty();
    assertThat(possible(both, Unknown.country(), Unknown.tag("vip")).toString())
        .endsWith("settled by no single fact");
  }

  @Test
  void triesEveryValueThatTheRulesName() {
    Condition north = customerFact("branch", "north").or(customerFact("branch", "south"));
    assertThat(possible(north, Unknown.fact("branch")).all().get(0).combinations()).hasSize(2);
    assertThat(possible(north, Unknown.fact("other")).isCertain()).isTrue();
    assertThat(possible(customerInSegment("a"), Unknown.segment()).all()).hasSize(2);
    Possibilities bands = possible(customerIs(SEVERE), Unknown.riskBand());
    assertThat(bands.all()).hasSize(2);
    assertThat(bands.settledBy()).containsExactly(Unknown.riskBand());
  }

  @Test
  void holdsWhatMayNotHaveArrived() {
    Possibilities two = possible(customerTagged("vip"), Unknown.delivery("A-1"));
    assertThat(two.all().stream().map(p -> p.decision().recommendations().get(0).verdict()))
        .containsExactly(Verdict.ACT, Verdict.HOLD);
    Account known = ACCOUNT.mapInvoices(h -> h.with(delivered(DUE.minusDays(20))));
    DunningPolicy policy = callingIf(customerTagged("vip"));
    assertThat(EVALUATOR.possible(policy, known, DAY, List.of(Unknown.delivery("A-1"))).isCertain())
        .isTrue();
    assertThatThrownBy(
            () -> EVALUATOR.possible(policy, ACCOUNT, DAY, List.of(Unknown.delivery("A-2"))))
        .hasMessage("account of ACME has no invoice A-2");
  }

  @Test
  void asksWhyNothingWasPaid() {
    Condition forgot = repliedWith(NonpaymentReason.FORGOT, 3);
    assertThat(possible(forgot, Unknown.reasonForNotPaying()).all()).hasSize(2);
    DunningPolicy policy = callingIf(forgot);
    Account old = ACCOUNT.with(customerReplied(DAY.minusDays(4), Reply.OTHER));
    assertThat(
            EVALUATOR.possible(policy, old, DAY, List.of(Unknown.reasonForNotPaying())).isCertain())
        .isTrue();
    Account recent = ACCOUNT.with(customerReplied(DAY.minusDays(3), Reply.OTHER));
    assertThat(EVALUATOR.possible(policy, recent, DAY, List.of(Unknown.reasonForNotPaying())).all())
        .hasSize(2);
    Account said =
        ACCOUNT.with(customerReplied(DAY.minusDays(3), Reply.OTHER, NonpaymentReason.OVERWHELMED));
    assertThat(
            EVALUATOR
                .possible(policy, said, DAY, List.of(Unknown.reasonForNotPaying()))
                .isCertain())
        .isTrue();
  }

  @Test
  void asksWhoOwesWhereTheLawDoes() {
    DunningPolicy policy =
        DunningPolicy.named("law")
            .ladder(EscalationLadder.of(step("call").at(daysPastDue(3)).take(placeCall())))
            .conduct(
                Conduct.under(ContactLaw.US_REG_F)
                    .by(Jurisdiction.Collector.AGENCY)
                    .collecting(Jurisdiction.Debt.CONSUMER))
            .build();
    InvoiceHistory called = Fixtures.history("A-1", eur("900.00"), DUE);
    for (int i = 0; i < 7; i++) {
      called = called.with(contact(DAY.minusDays(i % 6 + 1), PHONE));
    }
    Account account = Account.of(Customer.of("ACME"), List.of(called));
    Possibilities two =
        EVALUATOR.possible(
            policy, account, DAY, List.of(Unknown.kindOfCustomer(), Unknown.country()));
    assertThat(two.all().stream().map(p -> p.decision().recommendations().get(0).verdict()))
        .containsExactly(Verdict.ACT, Verdict.WAIT);
    assertThat(two.all().get(0).combinations()).hasSize(5);
    assertThat(two.all().get(1).combinations()).hasSize(1);
    assertThat(two.all().get(1).combinations().get(0))
        .extracting(Possibilities.Supposed::toString)
        .containsExactly("kind of customer: consumer", "country: US");
    assertThat(two.settledBy()).isEmpty();
  }

  @Test
  void alsoAsksWhichPolicyApplies() {
    PolicySet set =
        PolicySet.byDefault(callingIf(Condition.never()))
            .forSegment("gold", callingIf(Condition.always()))
            .segmentIf("gold", customerTagged("vip"));
    assertThat(EVALUATOR.possible(set, ACCOUNT, DAY, List.of(Unknown.tag("vip"))).all()).hasSize(2);
    assertThat(EVALUATOR.possible(set, ACCOUNT, DAY, List.of(Unknown.segment())).all()).hasSize(2);
  }

  @Test
  void refusesWhatNobodyCouldRead() {
    DunningPolicy policy = callingIf(Condition.never());
    List<Unknown> many =
        java.util.stream.IntStream.range(0, 14).mapToObj(i -> Unknown.tag("t" + i)).toList();
    assertThatThrownBy(() -> EVALUATOR.possible(policy, ACCOUNT, DAY, many))
        .hasMessageStartingWith("unknown facts have more than 10000 combinations of values");
    assertThatThrownBy(() -> Unknown.tag(" ")).hasMessage("unknown tag has no name");
    assertThatThrownBy(() -> new Unknown(Unknown.Kind.COUNTRY, "DE"))
        .hasMessage("unknown country takes no name: DE");
    assertThat(Unknown.delivery("A-1")).hasToString("delivery of A-1");
  }
}
