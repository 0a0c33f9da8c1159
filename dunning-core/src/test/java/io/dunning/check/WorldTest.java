package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.task;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.OneWorld.CALENDAR;
import static io.dunning.check.OneWorld.day;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.dunning.charge.LateFee;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.scenario.Scenario;
import io.dunning.scenario.StoryDay;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorldTest {
  private static final EscalationStep AGENCY =
      step("agency").at(daysPastDue(20)).take(referToAgency()).needsApproval();

  /** The world up to a day, on which the policy is asked once more. */
  private static World world(DunningPolicy policy, Debtor debtor, int last, LedgerEvent... events) {
    LocalDate before = day(last - 1);
    Path path = new Player(policy, CALENDAR).play(debtor, OneWorld.scheduled(events), before);
    return World.of(policy, CALENDAR, path, day(last));
  }

  private static World world(PolicyDraft draft, int last, LedgerEvent... events) {
    return world(draft.build(), OneWorld.usual(), last, events);
  }

  private static void holds(World world) {
    assertThatCode(() -> world.scenario().tells(world.story().toArray(new StoryDay[0])))
        .doesNotThrowAnyException();
  }

  @Test
  void tellsWhoOwesWhatAndWhatHappensDayByDay() {
    World world = world(policy(REMINDER, NOTICE), 16, promise(day(4), day(5)));
    assertThat(world)
        .hasToString(
            """
            C-1
            INV-1: 1000.00 EUR due 2025-02-05
            2025-02-08 take reminder: send reminder by email
            2025-02-09 promise to pay all by 2025-02-10 (INV-1)
            2025-02-19 take notice: send notice 1 by letter
            2025-02-21 nothing more\
            """);
    holds(world);
  }

  @Test
  void takesTheStepsOfTheLastDay() {
    World world = world(policy(REMINDER, NOTICE), 14);
    assertThat(world.moments()).hasSize(2);
    assertThat(world.toString()).endsWith("2025-02-19 take notice: send notice 1 by letter");
    assertThat(world.end().invoices().get(0).standingOn(day(14)).steps().taken()).hasSize(2);
    assertThat(world.lastDay()).isEqualTo(day(14));
    assertThat(world.start()).isEqualTo(OneWorld.usual().account());
    assertThat(world.calendar()).isEqualTo(CALENDAR);
    assertThat(world.policy().name()).isEqualTo("faulty");
    holds(world);
  }

  @Test
  void approvesTheStepsOfTheLastDay() {
    World world = world(policy(NOTICE, AGENCY), 20);
    assertThat(world.toString())
        .contains("2025-02-25 step approved: agency (INV-1)\n")
        .endsWith("2025-02-25 take agency: refer to agency");
    holds(world);
  }

  @Test
  void aWorldInWhichNothingHappensIsAStoryToo() {
    World world = world(policy(REMINDER, NOTICE), 1);
    assertThat(world.moments()).isEmpty();
    assertThat(world.story()).hasSize(1);
    assertThat(world.toString()).endsWith("\n2025-02-06 nothing more");
    holds(world);
  }

  @Test
  void theStoryEndsOnTheLastDay() {
    World world = world(policy(REMINDER, NOTICE), 5);
    assertThat(world.story()).extracting(StoryDay::date).containsExactly(day(3), day(5));
    assertThat(world(policy(REMINDER, NOTICE), 3).story()).hasSize(1);
    holds(world);
  }

  private static Debtor two(String one, String other) {
    return OneWorld.debtor(OneWorld.account(Customer.of("C-1"), one, other));
  }

  private static PolicyDraft together() {
    return policy(REMINDER, NOTICE)
        .per(AccountRules.Unit.ACCOUNT)
        .documentLevel(AccountRules.DocumentLevel.OWN);
  }

  /** Both lines of the reminder are one letter, and both of the notice another. */
  @Test
  void oneDocumentSpeaksForTwoInvoices() {
    World world = world(together().build(), two("100.00", "200.00"), 14);
    assertThat(world.moments()).extracting(World.Moment::invoice).hasSize(4);
    assertThat(world.end().invoices())
        .allSatisfy(i -> assertThat(i.standingOn(day(14)).steps().taken()).hasSize(2));
    holds(world);
  }

  /** A call about one invoice, and a reminder of another, on one day. */
  @Test
  void aCallSpeaksForNoReminder() {
    InvoiceHistory later =
        InvoiceHistory.of(Invoice.of("INV-2", eur("200.00"), day(-30), day(20 - 3)));
    Account account = OneWorld.account(Customer.of("C-1"), "100.00").with(later);
    EscalationStep call = step("call").at(daysPastDue(20)).take(placeCall());
    DunningPolicy policy =
        policy(REMINDER, call)
            .per(AccountRules.Unit.ACCOUNT)
            .documentLevel(AccountRules.DocumentLevel.OWN)
            .build();
    World world = world(policy, OneWorld.debtor(account), 20);
    assertThat(world.moments()).hasSize(3);
    assertThat(world.end().invoices().get(1).events())
        .containsExactly(LedgerEvent.stepTaken(day(20), "reminder", EMAIL));
    holds(world);
  }

  @Test
  void documentsOfTheirOwnDoNotSpeakForOthers() {
    World world = world(policy(REMINDER, NOTICE).build(), two("100.00", "200.00"), 14);
    assertThat(world.moments()).hasSize(4);
    assertThat(world.end().invoices())
        .allSatisfy(i -> assertThat(i.standingOn(day(14)).steps().taken()).hasSize(2));
    holds(world);
  }

  private static PolicyDraft offering(int days, String fee, String share) {
    EscalationStep offer = step("offer").at(daysPastDue(60)).take(offerSettlement(LETTER));
    EscalationStep task = step("task").at(daysPastDue(61)).take(task("look"));
    return policy(DEMAND.take(assessCharges()).grants(calendarDays(days)), offer, task)
        .lateFee(LateFee.flat(eur(fee)).at("demand"))
        .settlement(SettlementRule.lumpSum(percent(share)));
  }

  @Test
  void tellsDeadlinesChargesAndOffers() {
    World world = world(offering(10, "5.00", "70"), 60);
    holds(world);
    assertThat(notices(world, offering(10, "5.00", "70"))).isFalse();
    assertThat(notices(world, offering(11, "5.00", "70"))).isTrue();
    assertThat(notices(world, offering(10, "6.00", "70"))).isTrue();
    assertThat(notices(world, offering(10, "5.00", "71"))).isTrue();
  }

  @Test
  void saysWhatThePolicyMayAskOfTheCustomer() {
    Customer customer =
        Customer.of("C-7")
            .ofKind(Customer.Kind.BUSINESS)
            .inSegment("retail")
            .inCountry("DE")
            .tagged("vip")
            .with("plan", "gold")
            .withCreditLimit(eur("500.00"))
            .without(EMAIL);
    Debtor debtor = OneWorld.debtor(OneWorld.account(customer, "1000.00"));
    assertThat(world(policy(NOTICE).build(), debtor, 1).toString().lines().findFirst())
        .contains(
            "C-7, business, segment retail, in DE, tagged vip, plan is gold, credit limit 500.00"
                + " EUR, not by email");
  }

  @Test
  void whatHappensToTheAccountIsToldAsSuch() {
    DunningPolicy policy = policy(REMINDER, NOTICE).build();
    LedgerEvent hold = LedgerEvent.hold(day(4), "asks for a copy", day(20));
    Path path =
        new Player(policy, CALENDAR)
            .play(OneWorld.usual(), List.of(new Player.Scheduled(day(4), "", hold)), day(14));
    World world = World.of(policy, CALENDAR, path, day(15));
    assertThat(world.moments().get(1).invoice()).isEmpty();
    assertThat(world.moments().get(1).toString()).doesNotContain("INV-1");
    holds(world);
  }

  @Test
  void aStoryOfAnotherPolicyDoesNotHold() {
    World world = world(policy(REMINDER, NOTICE), 14, payment(day(5), eur("10.00")));
    holds(world);
    assertThat(notices(world, policy(REMINDER, NOTICE.at(daysPastDue(15))))).isTrue();
  }

  private static boolean notices(World world, PolicyDraft other) {
    try {
      Scenario.of(other.build())
          .account(world.start())
          .tells(world.story().toArray(new StoryDay[0]));
      return false;
    } catch (AssertionError e) {
      return true;
    }
  }
}
