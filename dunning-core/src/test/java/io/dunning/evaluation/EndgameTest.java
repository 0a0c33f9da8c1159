package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.offerDiscount;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.proposePlan;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.thankCustomer;
import static io.dunning.action.DunningAction.writeOff;
import static io.dunning.behaviour.RiskBand.PROMPT;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.customerIs;
import static io.dunning.policy.Condition.riskAtLeast;
import static io.dunning.policy.Condition.worthMost;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysAfterInvoice;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Fixtures;
import io.dunning.action.ContactWishes;
import io.dunning.behaviour.RiskModel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.WeeklyHours;
import io.dunning.charge.LateInterest;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLaw;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactRules;
import io.dunning.event.AgreementEvent;
import io.dunning.event.AgreementEvent.SettlementLapsed;
import io.dunning.event.AgreementEvent.SettlementOffered;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.MoneyEvent.Payment;
import io.dunning.event.MoneyEvent.PaymentReversed;
import io.dunning.event.StepEvent.StepApproved;
import io.dunning.event.StepEvent.StepRefused;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.InvalidPolicyException;
import io.dunning.policy.PolicyDraft;
import io.dunning.scenario.Timeline;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.RecoveryEstimate;
import io.dunning.settlement.Route;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settlements, plans and routes as steps of a ladder; good and bad payers. */
class EndgameTest {
  private static final LocalDate DUE = LocalDate.of(2026, 1, 31);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static final EscalationStep OFFER =
      step("offer").at(daysPastDue(30)).take(offerSettlement(LETTER));
  private static final EscalationStep AGENCY =
      step("agency").at(daysPastDue(60)).take(referToAgency());
  private static final SettlementRule SEVENTY =
      SettlementRule.lumpSum(percent("70")).fromDaysPastDue(30).validFor(calendarDays(14));

  private static PolicyDraft policy(EscalationStep... steps) {
    return DunningPolicy.named("p").ladder(EscalationLadder.of(steps));
  }

  private static InvoiceHistory history(String amount, LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of("I", eur(amount), DUE.minusDays(30), DUE)).with(events);
  }

  private static Recommendation now(DunningPolicy policy, int afterDue, LedgerEvent... events) {
    return EVALUATOR.evaluate(policy, history("1000.00", events), day(afterDue));
  }

  private static Explanation why(DunningPolicy policy, int afterDue, LedgerEvent... events) {
    return EVALUATOR.explain(policy, history("1000.00", events), day(afterDue));
  }

  @Test
  void aStepOffersASettlementAndTheOfferHoldsTheDebt() {
    DunningPolicy policy = policy(OFFER, AGENCY).settlement(SEVENTY).build();
    Account account = Account.of(Customer.of("C"), List.of(history("1000.00")));
    Recommendation now = EVALUATOR.evaluate(policy, account, day(30)).recommendations().get(0);
    assertThat(now.verdict()).isEqualTo(Verdict.ACT);
    assertThat(now.approver()).isEmpty();
    assertThat(now.settlements().get("I").amount()).isEqualTo(eur("700.00"));
    Account offered = Timeline.take(account, now);
    assertThat(offered.invoices().get(0).events())
        .contains(new SettlementOffered(day(30), eur("700.00"), day(44)));
    Recommendation waits = EVALUATOR.evaluate(policy, offered, day(31)).recommendations().get(0);
    assertThat(waits.verdict()).isEqualTo(Verdict.HOLD);
    assertThat(waits.reason())
        .hasToString("settlement for 700.00 EUR offered on 2026-03-02, stands until 2026-03-16");
    assertThat(waits.reviewOn()).contains(day(45));
    Recommendation lapsed = EVALUATOR.evaluate(policy, offered, day(45)).recommendations().get(0);
    assertThat(lapsed.reason().toString()).startsWith("agency: 60 days past due is reached on");
  }

  private static List<Recommendation> offeredForAll(int afterDue, LedgerEvent... events) {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(history("1000.00"), Fixtures.history("J", eur("50.00"), day(0))),
            List.of(events));
    return EVALUATOR
        .evaluate(policy(OFFER, AGENCY).settlement(SEVENTY).build(), account, day(afterDue))
        .recommendations();
  }

  @Test
  void anOfferForTheAccountHoldsEveryInvoiceWhileItStands() {
    LedgerEvent offer = LedgerEvent.settlementOffered(day(30), eur("700.00"), day(44));
    for (Recommendation each : offeredForAll(31, offer)) {
      assertThat(each.verdict()).isEqualTo(Verdict.HOLD);
      assertThat(each.reason())
          .hasToString("settlement for 700.00 EUR offered on 2026-03-02, stands until 2026-03-16");
      assertThat(each.reviewOn()).contains(day(45));
    }
    assertThat(offeredForAll(45, offer)).noneMatch(r -> r.verdict() == Verdict.HOLD);
    assertThat(offeredForAll(45, offer))
        .as("no new offer for 90 days after the last")
        .noneMatch(r -> r.waitsFor().orElse("").equals("offer"));
    assertThat(offeredForAll(40, offer, LedgerEvent.settlementLapsed(day(35))))
        .noneMatch(r -> r.verdict() == Verdict.HOLD);
    assertThat(
            offeredForAll(
                40, offer, LedgerEvent.settlementAccepted(day(35), eur("700.00"), day(60))))
        .allMatch(r -> r.verdict() == Verdict.HOLD)
        .noneMatch(r -> r.reason() instanceof HoldReason.SettlementOffered);
  }

  @Test
  void ofTwoOffersTheOneThatStandsLongerHolds() {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                history("1000.00", LedgerEvent.settlementOffered(day(30), eur("600.00"), day(50)))),
            List.of(LedgerEvent.settlementOffered(day(30), eur("700.00"), day(44))));
    Recommendation now =
        EVALUATOR
            .evaluate(policy(OFFER).settlement(SEVENTY).build(), account, day(40))
            .recommendations()
            .get(0);
    assertThat(now.reason().toString()).startsWith("settlement for 600.00 EUR");
    assertThat(now.reviewOn()).contains(day(51));
  }

  @Test
  void aSettlementThatIsKeptIsNotChasedAnyMore() {
    DunningPolicy policy = policy(OFFER, AGENCY).settlement(SEVENTY).build();
    LedgerEvent taken = LedgerEvent.stepTaken(day(30), "offer", LETTER);
    LedgerEvent offered = new SettlementOffered(day(30), eur("700.00"), day(44));
    LedgerEvent accepted = LedgerEvent.settlementAccepted(day(35), eur("700.00"), day(44));
    LedgerEvent paid = new Payment(day(40), eur("700.00"));
    Recommendation running = now(policy, 36, taken, offered, accepted);
    assertThat(running.reason().toString()).startsWith("payment plan of");
    assertThat(running.reviewOn()).contains(day(45));
    Recommendation kept = now(policy, 100, taken, offered, accepted, paid);
    assertThat(kept.verdict()).isEqualTo(Verdict.HOLD);
    assertThat(kept.reason())
        .hasToString("settled on 2026-03-12 as agreed on 2026-03-07; the rest is to be credited");
    assertThat(kept.reviewOn()).isEmpty();
    LedgerEvent credited = new MoneyEvent.Credit(day(101), eur("300.00"));
    assertThat(now(policy, 101, taken, offered, accepted, paid, credited).verdict())
        .isEqualTo(Verdict.CLOSED);
    // not paid, or paid and bounced: the whole debt is chased again
    Recommendation broken = now(policy, 60, taken, offered, accepted);
    assertThat(broken.step().orElseThrow()).isEqualTo(AGENCY.name());
    LedgerEvent bounced = new PaymentReversed(day(50), eur("700.00"));
    assertThat(now(policy, 60, taken, offered, accepted, paid, bounced).verdict())
        .isEqualTo(Verdict.ACT);
  }

  @Test
  void aSettlementOfAnAccountSettlesNothingIssuedLater() {
    DunningPolicy policy = policy(AGENCY).build();
    Invoice later = Invoice.of("L", eur("50.00"), day(100), day(130));
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(history("1000.00"), InvoiceHistory.of(later)),
            List.of(
                LedgerEvent.settlementAccepted(day(35), eur("700.00"), day(44)),
                new Payment(day(40), eur("700.00"))));
    List<Recommendation> now = EVALUATOR.evaluate(policy, account, day(200)).recommendations();
    assertThat(now.get(0).verdict()).isEqualTo(Verdict.HOLD);
    assertThat(now.get(1).verdict()).isEqualTo(Verdict.ACT);
    LedgerEvent plan =
        new AgreementEvent.PlanAgreed(
            day(150), List.of(new io.dunning.terms.Instalment(day(250), eur("50.00"))));
    Account own = account.with(account.invoices().get(1).with(plan));
    assertThat(EVALUATOR.evaluate(policy, own, day(200)).recommendations().get(1).reason())
        .hasToString("payment plan of " + day(150) + " is kept, next 50.00 EUR due " + day(250));
  }

  @Test
  void anyDayGetsAnAnswer() {
    DunningPolicy policy =
        policy(
                OFFER,
                step("plan").at(daysPastDue(40)).take(proposePlan(EMAIL)),
                step("agency")
                    .at(daysPastDue(60))
                    .take(referToAgency())
                    .onlyIf(worthMost(Route.AGENCY).or(customerIs(PROMPT))))
            .settlement(SEVENTY.inInstalments(3).validThroughDay(1).fromRisk(percent("1")))
            .plans(PlanRule.monthly(5).firstAfter(9))
            .endgame(EndgameRule.standard())
            .profileWindow(calendarDays(90))
            .conduct(
                Conduct.under(
                    ContactLaw.AU_RG96,
                    ContactLaw.KR_FINANCIAL,
                    ContactRules.of(
                        "m",
                        ContactLimit.atMost(1, Period.ofMonths(1)),
                        ContactLimit.only(WeeklyHours.daily("08:00", "20:00")))))
            .build();
    Customer anywhere =
        Customer.of("C")
            .inZone(ZoneId.of("Asia/Tokyo"))
            .inZone(ZoneId.of("Pacific/Auckland"))
            .wishing(ContactWishes.NONE.notEveryYear("--12-20", "--01-06"));
    for (LocalDate due :
        List.of(
            LocalDate.MIN,
            LocalDate.MIN.plusDays(40),
            DUE,
            LocalDate.MAX.minusDays(70),
            LocalDate.MAX.minusDays(33),
            LocalDate.MAX)) {
      InvoiceHistory history = InvoiceHistory.of(Invoice.of("I", eur("90.00"), due, due));
      for (LocalDate day :
          List.of(
              LocalDate.MIN,
              LocalDate.MIN.plusDays(75),
              DUE.plusDays(70),
              LocalDate.MAX.minusDays(1),
              LocalDate.MAX)) {
        LocalDate before = day.equals(LocalDate.MIN) ? day : day.minusDays(1);
        Account account =
            Account.of(anywhere, List.of(history.with(new ContactEvent.Contact(before, EMAIL))));
        Recommendation now = EVALUATOR.evaluate(policy, account, day).recommendations().get(0);
        assertThat(EVALUATOR.explain(policy, account, day).get(0).toString()).startsWith("I: ");
        assertThat(now.settlements().size() + now.paymentPlans().size()).isLessThan(2);
      }
    }
  }

  @Test
  void aStepThatAsksWhetherAnOfferIsPossibleIsToldOnce() {
    EscalationStep asks = OFFER.onlyIf(Condition.settlementPossible());
    DunningPolicy policy = policy(asks).settlement(SEVENTY.notAgainWithin(60)).build();
    LedgerEvent offered = new SettlementOffered(day(10), eur("800.00"), day(20));
    assertThat(why(policy, 79, offered).toString())
        .contains("offer: applies only if settlement possible")
        .doesNotContain("possible and settlement");
  }

  @Test
  void anOfferIsNotMadeAgainWithinItsTime() {
    DunningPolicy policy = policy(OFFER).settlement(SEVENTY.notAgainWithin(60)).build();
    LedgerEvent offered = new SettlementOffered(day(10), eur("800.00"), day(20));
    Recommendation early = now(policy, 79, offered);
    assertThat(early.verdict()).isEqualTo(Verdict.EXHAUSTED);
    assertThat(why(policy, 79, offered).toString())
        .contains("offer: applies only if settlement possible");
    assertThat(early.reviewOn()).contains(day(80));
    assertThat(now(policy, 80, offered).verdict()).isEqualTo(Verdict.ACT);
    // refused on the day of the offer: it stood through the day before
    LedgerEvent lapsed = new SettlementLapsed(day(15));
    assertThat(now(policy, 74, offered, lapsed).verdict()).isEqualTo(Verdict.ACT);
    assertThat(now(policy, 73, offered, lapsed).verdict()).isEqualTo(Verdict.EXHAUSTED);
  }

  @Test
  void ageAndAmountDecideWhetherThereIsAnOffer() {
    DunningPolicy policy =
        policy(step("offer").at(daysPastDue(10)).take(offerSettlement(LETTER)), AGENCY)
            .settlement(SEVENTY.upTo(eur("1000.00")))
            .build();
    // too young: passed over, until it is old enough
    assertThat(now(policy, 15).waitsFor()).contains(AGENCY.name());
    assertThat(now(policy, 15).reviewOn()).contains(day(30));
    assertThat(now(policy, 30).step().orElseThrow()).isEqualTo("offer");
    Recommendation large = EVALUATOR.evaluate(policy, history("1000.01"), day(30));
    assertThat(large.waitsFor()).contains(AGENCY.name());
  }

  @Test
  void anOfferBelowTheAuthorityNeedsAPerson() {
    DunningPolicy policy =
        policy(OFFER)
            .settlement(
                SEVENTY
                    .laterShare(percent("50"), 60)
                    .approvalBelow(percent("60"), "head of credit"))
            .build();
    assertThat(now(policy, 59).verdict()).isEqualTo(Verdict.ACT);
    Recommendation low = now(policy, 60);
    assertThat(low.verdict()).isEqualTo(Verdict.AWAIT_APPROVAL);
    assertThat(low.approver()).contains("head of credit");
    assertThat(why(policy, 60).leftOut())
        .contains(
            new LeftOutReason.NotApprovedYet(
                "offer", "head of credit", LeftOutReason.Approval.OFFER));
    assertThat(why(policy, 60).toString())
        .contains(
            "offer: 500.00 EUR settle 1000.00 EUR until 2026-04-15, 500.00 EUR saved, once"
                + " approved by head of credit");
    assertThat(now(policy, 60, new StepApproved(day(60), "offer")).verdict())
        .isEqualTo(Verdict.ACT);
    assertThat(now(policy, 60, new StepRefused(day(60), "offer")).verdict())
        .isEqualTo(Verdict.EXHAUSTED);
  }

  @Test
  void courtAndWritingOffNeedAPersonUnlessTheRuleSaysOtherwise() {
    EscalationStep court = step("court").at(daysPastDue(1)).take(fileClaim());
    EscalationStep over = step("over").at(daysPastDue(1)).take(writeOff());
    assertThat(now(policy(court).build(), 1).verdict()).isEqualTo(Verdict.AWAIT_APPROVAL);
    assertThat(now(policy(over).build(), 1).verdict()).isEqualTo(Verdict.AWAIT_APPROVAL);
    assertThat(now(policy(AGENCY).build(), 60).verdict()).isEqualTo(Verdict.ACT);
    EndgameRule own = EndgameRule.standard().approval(Route.AGENCY);
    assertThat(now(policy(court).endgame(own).build(), 1).verdict()).isEqualTo(Verdict.ACT);
    assertThat(now(policy(AGENCY).endgame(own).build(), 60).verdict())
        .isEqualTo(Verdict.AWAIT_APPROVAL);
  }

  @Test
  void theStepOfTheRouteThatIsWorthMostIsTaken() {
    EndgameRule routes =
        EndgameRule.standard()
            .with(EndgameRule.terms(Route.AGENCY, "100", "25", 6, eur("60.00")))
            .with(EndgameRule.terms(Route.KEEP_ASKING, "50", "0", 6, eur("10.00")));
    DunningPolicy policy =
        policy(
                step("agency")
                    .at(daysPastDue(90))
                    .take(referToAgency())
                    .onlyIf(worthMost(Route.AGENCY)),
                step("over")
                    .at(daysPastDue(90))
                    .take(writeOff())
                    .onlyIf(worthMost(Route.WRITE_OFF)))
            .endgame(routes)
            .build();
    Recommendation large = EVALUATOR.evaluate(policy, history("1000.00"), day(100));
    assertThat(large.step().orElseThrow()).isEqualTo("agency");
    assertThat(large.routes()).extracting(RecoveryEstimate::route).startsWith(Route.AGENCY);
    // of a small debt nothing is left; first asking goes on, then it is given up
    InvoiceHistory small = history("40.00");
    Recommendation young = EVALUATOR.evaluate(policy, small, day(100));
    assertThat(young.verdict()).isEqualTo(Verdict.EXHAUSTED);
    LocalDate then = young.reviewOn().orElseThrow();
    assertThat(then.getDayOfMonth()).isEqualTo(then.lengthOfMonth());
    Recommendation old = EVALUATOR.evaluate(policy, small, then);
    assertThat(old.step().orElseThrow()).isEqualTo("over");
    assertThat(old.verdict()).isEqualTo(Verdict.AWAIT_APPROVAL);
    assertThat(EVALUATOR.explain(policy, small, then).toString())
        .contains("\n  1. write off 0.00 EUR\n");
  }

  /** What was spent before does not change the ranking. */
  @Test
  void sunkCostNeverCounts() {
    DunningPolicy policy =
        policy(AGENCY)
            .endgame(EndgameRule.standard())
            .lateInterest(LateInterest.fixed(percent("8")))
            .build();
    List<LedgerEvent> spent = new ArrayList<>();
    for (int i = 1; i < 40; i++) {
      spent.add(LedgerEvent.stepTaken(day(i), "earlier " + i, LETTER));
      spent.add(
          new ChargeEvent.ChargeAssessed(
              day(i), ChargeEvent.Charge.FEE, eur("25.00"), java.util.Optional.empty()));
    }
    assertThat(now(policy, 70, spent.toArray(LedgerEvent[]::new)).routes())
        .isEqualTo(now(policy, 70).routes())
        .isNotEmpty();
  }

  @Test
  void aPlanIsProposedWithItsParts() {
    DunningPolicy policy =
        policy(step("plan").at(daysPastDue(20)).take(proposePlan(EMAIL), assessCharges()))
            .plans(PlanRule.monthly(4).ofAtLeast(eur("300.00")))
            .build();
    Recommendation now = now(policy, 20);
    assertThat(now.paymentPlans().get("I").instalments()).hasSize(3);
    assertThat(why(policy, 20).toString())
        .contains("\n  plan: 3 parts from 2026-02-27 to 2026-04-27: 333.33, 333.33, 333.34 EUR,");
    assertThat(now(policy, 19).paymentPlans()).isEmpty();
  }

  private static InvoiceHistory paid(int number, int days) {
    LocalDate due = DUE.minusDays(60L + number);
    return InvoiceHistory.of(Invoice.of("P" + number, eur("10.00"), due.minusDays(30), due))
        .with(new Payment(due.plusDays(days), eur("10.00")));
  }

  private static Recommendation of(DunningPolicy policy, int days, int afterDue) {
    return EVALUATOR.evaluate(policy, payer(days), day(afterDue)).recommendations().get(0);
  }

  private static Account payer(int days) {
    List<InvoiceHistory> all = new ArrayList<>(List.of(history("1000.00")));
    for (int i = 0; i < 4; i++) {
      all.add(paid(i, days));
    }
    return Account.of(Customer.of("C"), all);
  }

  @Test
  void likelyLatePayersAreRemindedBeforeTheDueDateAndGoodOnesThanked() {
    DunningPolicy policy =
        policy(
                step("thanks")
                    .at(daysAfterInvoice(1))
                    .take(thankCustomer(EMAIL), offerDiscount(EMAIL))
                    .onlyIf(customerIs(PROMPT)),
                step("early word")
                    .at(daysBeforeDue(5))
                    .take(sendReminder(EMAIL))
                    .onlyIf(riskAtLeast(percent("70"))),
                step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)))
            .build();
    Recommendation good = of(policy, -2, -10);
    assertThat(good.actions())
        .hasToString("[thank customer by email, offer early payment discount by email]");
    Recommendation bad = of(policy, 15, -5);
    assertThat(bad.step().orElseThrow()).isEqualTo("early word");
    assertThat(EVALUATOR.explain(policy, payer(15), day(-5)).get(0).toString())
        .contains(
            "\n  customer 4 settled, 4 late (1.0000), 15.0000 days against due, trend 0.0000:"
                + " severe; risk 96% at 65 points (late ratio 100: +25, late of latest three 3:"
                + " +20, average days 15: +20)");
    assertThat(of(policy, -2, -5).step().orElseThrow()).isEqualTo("thanks");
    assertThat(of(policy, 15, -6).reviewOn()).contains(day(-5));
  }

  @Test
  void aPolicyThatNeedsARuleSaysSo() {
    assertThatThrownBy(
            () ->
                policy(
                        OFFER,
                        step("plan").at(daysPastDue(31)).take(proposePlan(EMAIL)),
                        step("agency")
                            .at(daysPastDue(40))
                            .take(referToAgency())
                            .onlyIf(worthMost(Route.AGENCY)))
                    .profileWindow(io.dunning.calendar.Days.businessDays(5))
                    .leastSettledInvoices(0)
                    .build())
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageContaining(
            "the profile window must be 1 calendar day or more, but is 5 business days")
        .hasMessageContaining("a customer must be judged by 1 settled invoice or more, not 0")
        .hasMessageContaining(
            "step \"offer\": offers a settlement, but the policy has no settlement rule")
        .hasMessageContaining(
            "step \"plan\": proposes a payment plan, but the policy has no plan rule")
        .hasMessageContaining(
            "step \"agency\": its condition asks which route is worth most, but the policy has no endgame rule");
  }

  // what goes by the risk, by tiers and by months

  private static PolicyDraft byRisk(String atLeast) {
    return policy(OFFER)
        .settlement(SEVENTY.fromRisk(percent(atLeast)))
        .riskModel(RiskModel.lateLastTime());
  }

  @Test
  void anOfferGoesToCustomersFromARiskOn() {
    // nothing is known of the customer, so the model says 50%
    assertThat(now(byRisk("50").build(), 30).step()).contains("offer");
    assertThat(now(byRisk("50.01").build(), 30).rule()).isEqualTo(Rule.LADDER_DONE);
  }

  @Test
  void anOfferIsPossibleFromTheDayOnWhichTheRiskIsHighEnough() {
    InvoiceHistory late =
        Fixtures.history("P", eur("10.00"), day(-20), new Payment(day(35), eur("10.00")));
    Account account = Account.of(Customer.of("C"), List.of(history("1000.00"), late));
    DunningPolicy policy = byRisk("60").holdWhile(Condition.settlementPossible().not()).build();
    // paid late on day 35, in a later event: until then, the risk is not known to be high
    assertThat(EVALUATOR.evaluate(policy, account, day(34)).recommendations().get(0).verdict())
        .isEqualTo(Verdict.HOLD);
    assertThat(EVALUATOR.evaluate(policy, account, day(35)).recommendations().get(0).step())
        .contains("offer");
  }

  @Test
  void anOfferIsPossibleFromTheFirstTierOnAndAgainAfterAWhile() {
    DunningPolicy policy =
        policy(
                step("offer").at(daysPastDue(1)).take(offerSettlement(LETTER)),
                step("agency").at(daysPastDue(400)).take(referToAgency()))
            .settlement(SEVENTY.laterShare(percent("50"), 60).notAgainWithin(20))
            .build();
    Recommendation now = now(policy, 10);
    assertThat(now.waitsFor()).contains("agency");
    assertThat(now.reviewOn()).contains(day(30));
    assertThat(now(policy, 29).reviewOn()).contains(day(30));
    assertThat(now(policy, 30).step()).contains("offer");
    SettlementOffered made = new SettlementOffered(day(40), eur("700.00"), day(45));
    assertThat(now(policy, 46, made).reviewOn()).contains(day(65));
    assertThat(now(policy, 64, made).reviewOn()).contains(day(65));
    assertThat(now(policy, 65, made).step()).contains("offer");
  }

  @Test
  void anOfferAtTheAuthorityNeedsNoPerson() {
    DunningPolicy policy =
        policy(OFFER).settlement(SEVENTY.approvalBelow(percent("70"), "head of credit")).build();
    assertThat(now(policy, 30).verdict()).isEqualTo(Verdict.ACT);
  }

  @Test
  void aRouteIsWeighedAnewForEachAmountAgeAndOffer() {
    DunningPolicy policy =
        policy(OFFER, AGENCY).settlement(SEVENTY).endgame(EndgameRule.standard()).build();
    List<RecoveryEstimate> small = EVALUATOR.evaluate(policy, history("100.00"), day(30)).routes();
    List<RecoveryEstimate> large = EVALUATOR.evaluate(policy, history("1000.00"), day(30)).routes();
    assertThat(small).isNotEqualTo(large);
    assertThat(large).extracting(RecoveryEstimate::route).contains(Route.SETTLE);
    assertThat(now(policy, 29).routes())
        .extracting(RecoveryEstimate::route)
        .doesNotContain(Route.SETTLE);
    assertThat(now(policy, 30).routes())
        .isEqualTo(EndgameRule.standard().rank(eur("1000.00"), 1, eur("700.00")));
    assertThat(now(policy, 29).routes()).isEqualTo(EndgameRule.standard().rank(eur("1000.00"), 1));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "27, 0", "28, 1", "58, 1", "59, 2", "60, 2"})
  void aDebtIsAMonthOlderOnTheSameDayOfTheNextMonthOrItsLast(int afterDue, int months) {
    DunningPolicy policy = policy(AGENCY).endgame(EndgameRule.standard()).build();
    assertThat(now(policy, afterDue).routes())
        .isEqualTo(EndgameRule.standard().rank(eur("1000.00"), months));
  }

  @Test
  void bothWaysToDecideSayWhatAPolicyWeighs() {
    Account account = Account.of(Customer.of("C"), List.of(history("1000.00")));
    for (PolicyDraft draft :
        List.of(
            policy(OFFER, AGENCY).settlement(SEVENTY),
            policy(AGENCY).endgame(EndgameRule.standard()),
            policy(AGENCY.onlyIf(customerIs(PROMPT).not())),
            policy(step("plan").at(daysPastDue(30)).take(proposePlan(LETTER)))
                .plans(PlanRule.monthly(3)),
            policy(AGENCY).lateInterest(LateInterest.fixed(percent("9"))))) {
      for (int on : List.of(-3, 0, 1, 30, 60)) {
        BothWays.decide(EVALUATOR, draft.build(), account, day(on));
      }
    }
  }
}
