package io.dunning.evaluation;

import static io.dunning.Policies.LADDER;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.proposePlan;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Streams;
import io.dunning.Variants;
import io.dunning.action.Tone;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.LateInterest;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules.Unit;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.PolicySet;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a recommendation says, and which recommendations say the same. */
class RecommendationTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());
  private static final EscalationStep REMINDER =
      step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)).orBy(LETTER);

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory invoice(String number, Money amount, LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of(number, amount, day(-30), DUE)).with(events);
  }

  private static InvoiceHistory invoice(LedgerEvent... events) {
    return invoice("I", eur("100.00"), events);
  }

  private static PolicyDraft draft(EscalationStep... steps) {
    return DunningPolicy.named("p").ladder(EscalationLadder.of(steps));
  }

  private static Recommendation on(int day, PolicyDraft draft, InvoiceHistory history) {
    return EVALUATOR.evaluate(draft.build(), history, day(day));
  }

  private static Recommendation account(int day, PolicyDraft draft, InvoiceHistory... histories) {
    Account account = Account.of(Customer.of("C"), List.of(histories));
    return EVALUATOR
        .evaluate(draft.per(Unit.ACCOUNT).build(), account, day(day))
        .recommendations()
        .get(0);
  }

  @Test
  void aStepThatIsTakenNamesEverythingAboutIt() {
    Recommendation now = on(5, draft(REMINDER.tone(Tone.FIRM).grants(calendarDays(7))), invoice());
    assertThat(now.asOf()).isEqualTo(day(5));
    assertThat(now.policy().name()).isEqualTo("p");
    assertThat(now.verdict()).isEqualTo(Verdict.ACT);
    assertThat(now.rule()).isEqualTo(Rule.DUE);
    assertThat(now.step()).contains("reminder");
    assertThat(now.waitsFor()).isEmpty();
    assertThat(now.stepPlace()).isZero();
    assertThat(now.actions()).containsExactly(sendReminder(EMAIL));
    assertThat(now.channel()).contains(EMAIL);
    assertThat(now.tone()).contains(Tone.FIRM);
    assertThat(now.deadline()).contains(day(12));
    assertThat(now.contactWindow()).isPresent();
    assertThat(now.approver()).isEmpty();
    assertThat(now.key()).contains(new StepKey("p", now.subject().customer(), "I", "reminder", 1));
    assertThat(now.overdueSince()).contains(DUE);
    assertThat(now.reviewOn()).isEmpty();
    assertThat(now).hasToString("act: reminder: 3 days past due was reached on 2026-02-17");
  }

  @Test
  void aStepThatWaitsIsNamedButNotTaken() {
    Recommendation now = on(1, draft(REMINDER.tone(Tone.FIRM).grants(calendarDays(7))), invoice());
    assertThat(now.verdict()).isEqualTo(Verdict.WAIT);
    assertThat(now.waitsFor()).contains("reminder");
    assertThat(now.step()).isEmpty();
    assertThat(now.stepPlace()).isEqualTo(-1);
    assertThat(now.actions()).isEmpty();
    assertThat(now.channel()).isEmpty();
    assertThat(now.tone()).isEmpty();
    assertThat(now.deadline()).isEmpty();
    assertThat(now.contactWindow()).isEmpty();
    assertThat(now.approver()).isEmpty();
    assertThat(now.key()).isEmpty();
    assertThat(now.assessments()).isEmpty();
    assertThat(now.settlements()).isEmpty();
    assertThat(now.paymentPlans()).isEmpty();
    assertThat(now)
        .hasToString(
            "wait: reminder: 3 days past due is reached on 2026-02-17; look again on 2026-02-17");
  }

  private static String found(InvoiceLine line) {
    return line.invoice()
        + " "
        + line.open()
        + (line.concerned() ? " concerned" : "")
        + (line.overdue() ? " overdue" : "")
        + (line.held() ? " held" : "");
  }

  @Test
  void eachOpenInvoiceHasALineThatSaysWhatIsFoundAboutIt() {
    InvoiceHistory later = InvoiceHistory.of(Invoice.of("LATER", eur("30.00"), day(-20), day(60)));
    InvoiceHistory future = InvoiceHistory.of(Invoice.of("NEXT", eur("9.00"), day(20), day(60)));
    Recommendation now =
        account(
            5,
            draft(REMINDER),
            invoice("LATE", eur("100.00"), payment(day(1), eur("40.00"))),
            later,
            invoice("HELD", eur("20.00"), hold(day(1), "asked")),
            invoice("PAID", eur("5.00"), payment(day(1), eur("5.00"))),
            future);
    assertThat(now.lines())
        .extracting(RecommendationTest::found)
        .containsExactly(
            "LATE 60.00 EUR concerned overdue", "LATER 30.00 EUR", "HELD 20.00 EUR overdue held");
    assertThat(now.lines().get(0))
        .hasToString("LATE: 60.00 EUR, fees 0.00 EUR, interest 0.00 EUR: 60.00 EUR");
    assertThat(now.invoices()).containsExactly("LATE");
    assertThat(now.forInformation()).containsExactly("LATER");
    assertThat(now.open()).containsExactly(eur("110.00"));
    assertThat(now.overdue()).containsExactly(eur("60.00"));
    assertThat(now.owed()).extracting(o -> o.total().toString()).containsExactly("60.00 EUR");
  }

  @Test
  void beforeAnythingIsOverdueTheDecisionIsAboutTheOldest() {
    InvoiceHistory oldest = InvoiceHistory.of(Invoice.of("OLD", eur("1.00"), day(-40), day(-2)));
    Recommendation now = account(-5, draft(REMINDER), invoice(), oldest);
    assertThat(now.invoices()).containsExactly("OLD");
    assertThat(now.overdueSince()).isEmpty();
    assertThat(now.overdue()).isEmpty();
  }

  @Test
  void aHeldDebtIsNotAboutAnyInvoice() {
    Recommendation now = on(5, draft(REMINDER), invoice(hold(day(1), "asked")));
    assertThat(now.verdict()).isEqualTo(Verdict.HOLD);
    assertThat(now.invoices()).isEmpty();
    assertThat(now.overdue()).isEmpty();
    assertThat(now.owed()).isEmpty();
    assertThat(now.lines()).extracting(InvoiceLine::held).containsExactly(true);
  }

  @Test
  void severalCurrenciesAreSummedApart() {
    Recommendation now =
        account(
            5,
            draft(REMINDER),
            invoice("A", usd("7.00")),
            invoice("B", eur("20.00")),
            invoice("C", usd("1.00")));
    assertThat(now.open()).containsExactly(eur("20.00"), usd("8.00"));
    assertThat(now.overdue()).containsExactly(eur("20.00"), usd("8.00"));
    assertThat(now.owed())
        .extracting(o -> o.total().toString())
        .containsExactly("20.00 EUR", "8.00 USD");
  }

  @Test
  void recommendationsAreValues() {
    PolicyDraft ladder = DunningPolicy.named("p").ladder(LADDER);
    LedgerEvent reminded = stepTaken(day(4), "reminder", EMAIL);
    Variants.areUnlike(
        () ->
            List.of(
                on(5, ladder, invoice()),
                on(6, ladder, invoice()),
                on(1, ladder, invoice()),
                on(2, ladder, invoice()),
                on(5, ladder, invoice("J", eur("100.00"))),
                on(5, ladder, invoice("I", eur("99.00"))),
                on(5, ladder, invoice("I", usd("100.00"))),
                on(5, ladder, invoice(reminded)),
                on(20, ladder, invoice(reminded)),
                on(5, ladder, invoice(hold(day(1), "a"))),
                on(5, ladder, invoice(hold(day(1), "b"))),
                on(5, ladder, invoice(hold(day(1), "b", day(9)))),
                on(5, draft(REMINDER), invoice()),
                on(5, draft(REMINDER.tone(Tone.FIRM)), invoice()),
                on(5, draft(REMINDER.grants(calendarDays(7))), invoice()),
                on(5, draft(REMINDER.needsApproval()), invoice())));
    for (Recommendation each :
        List.of(on(5, ladder, invoice()), on(5, ladder, invoice(hold(day(1), "a"))))) {
      assertThat(Streams.copy(each)).isEqualTo(each);
    }
  }

  /** Whoever stores decisions stores a further one only if it decides otherwise. */
  @Test
  void decisionsAreAlikeIfTheSameIsToBeDone() {
    PolicyDraft ladder = DunningPolicy.named("p").ladder(LADDER);
    Recommendation act = on(5, ladder, invoice());
    assertThat(act.decidesLike(on(6, ladder, invoice("J", eur("1.00"))))).isTrue();
    PolicyDraft one = draft(REMINDER);
    LedgerEvent noEmail = LedgerEvent.optedOut(day(1), EMAIL);
    List<Recommendation> unlike =
        List.of(
            act,
            on(1, ladder, invoice()),
            on(20, ladder, invoice(stepTaken(day(4), "reminder", EMAIL))),
            on(5, ladder, invoice(stepTaken(day(4), "reminder", EMAIL))),
            on(-5, ladder, invoice()),
            on(5, ladder, invoice(payment(day(1), eur("100.00")))),
            on(5, ladder, invoice(hold(day(1), "asked"))),
            on(5, ladder, invoice(dispute(day(1), "broken"))),
            on(5, ladder, invoice(promise(day(1), day(9)))),
            on(5, one, invoice()),
            on(5, one, invoice(noEmail)),
            on(5, draft(REMINDER.tone(Tone.FIRM)), invoice()),
            on(5, draft(REMINDER.needsApproval()), invoice()));
    for (Recommendation a : unlike) {
      for (Recommendation b : unlike) {
        assertThat(a.decidesLike(b)).as(a + " / " + b).isEqualTo(a == b);
      }
    }
    assertThat(
            on(5, ladder, invoice(hold(day(1), "asked")))
                .decidesLike(on(6, ladder, invoice(hold(day(2), "again", day(9))))))
        .isTrue();
  }

  @Test
  void anEvaluatorKnowsItsCalendarAndIsReadAsItWasWritten() {
    DunningEvaluator weekends = DunningEvaluator.on(BusinessCalendar.weekends());
    assertThat(weekends.calendar()).isEqualTo(BusinessCalendar.weekends());
    DunningPolicy policy = draft(REMINDER).build();
    Recommendation now = weekends.evaluate(policy, invoice(), day(5));
    assertThat(Streams.copy(weekends).evaluate(policy, invoice(), day(5))).isEqualTo(now);
    assertThat(Streams.copy(weekends.statingRisk()).evaluate(policy, invoice(), day(5)).risk())
        .isPresent();
  }

  @Test
  void theRiskIsStatedWithAStepIfAskedFor() {
    DunningPolicy policy = draft(REMINDER).build();
    DunningEvaluator stating = EVALUATOR.statingRisk();
    assertThat(EVALUATOR.evaluate(policy, invoice(), day(5)).risk()).isEmpty();
    Recommendation now = stating.evaluate(policy, invoice(), day(5));
    assertThat(now.risk()).isPresent();
    assertThat(now.score()).isPresent();
    assertThat(now.profile()).isPresent();
    assertThat(now.reviewOn()).isEqualTo(EVALUATOR.evaluate(policy, invoice(), day(5)).reviewOn());
    assertThat(stating.evaluate(policy, invoice(), day(1)).risk()).isEmpty();
  }

  /** More policies than an evaluator keeps prepared, each asked about twice. */
  @Test
  void manyPoliciesInTurnAreEachAnsweredByTheirOwnRules() {
    for (int round = 0; round < 2; round++) {
      for (int days = 1; days < 40; days++) {
        DunningPolicy policy =
            draft(step("s").at(daysPastDue(days)).take(sendReminder(EMAIL))).build();
        assertThat(EVALUATOR.evaluate(policy, invoice(), day(days)).verdict())
            .isEqualTo(Verdict.ACT);
        assertThat(EVALUATOR.evaluate(policy, invoice(), day(days - 1)).verdict())
            .isNotEqualTo(Verdict.ACT);
      }
    }
  }

  @Test
  void theExplanationsOfASetBelongToItsRecommendations() {
    Account account =
        Account.of(Customer.of("C"), List.of(invoice("A", eur("1.00")), invoice("B", eur("1.00"))));
    PolicySet one = PolicySet.byDefault(draft(REMINDER).build());
    PolicySet two =
        one.forInvoice("B", draft(REMINDER.onlyIf(Condition.never())).version("2").build());
    for (PolicySet set : List.of(one, two)) {
      assertThat(EVALUATOR.explain(set, account, day(5)))
          .extracting(Explanation::recommendation)
          .isEqualTo(EVALUATOR.evaluate(set, account, day(5)).recommendations());
    }
    assertThat(EVALUATOR.explain(two, account, day(5)).get(1).leftOut())
        .containsExactly(new LeftOutReason.StepNotApplicable("reminder", "never"));
    Explanation first = EVALUATOR.explain(two, account, day(5)).get(1);
    assertThat(first.reasons())
        .containsExactly(
            new StepReason.LadderDone(Optional.empty()),
            new LeftOutReason.StepNotApplicable("reminder", "never"));
    assertThat(Streams.copy(first)).isEqualTo(first);
  }

  @Test
  void aSubjectNamesTheInvoicesThatAreDecidedAboutAtOnce() {
    Account account =
        Account.of(
            Customer.of("C").named("Acme"),
            List.of(
                invoice("A", eur("1.00")),
                invoice("B", usd("1.00")),
                invoice("C", eur("1.00")),
                invoice("D", eur("1.00"))));
    PolicySet set =
        PolicySet.byDefault(draft(REMINDER).per(Unit.ACCOUNT).build())
            .forInvoice("C", draft(REMINDER).version("2").build());
    assertThat(subjects(draft(REMINDER), account))
        .containsExactly("A [A]", "B [B]", "C [C]", "D [D]");
    assertThat(subjects(draft(REMINDER).per(Unit.ACCOUNT), account))
        .containsExactly(" [A, B, C, D]");
    assertThat(subjects(draft(REMINDER).per(Unit.ACCOUNT_AND_CURRENCY), account))
        .containsExactly("EUR [A, C, D]", "USD [B]");
    assertThat(EVALUATOR.evaluate(set, account, day(5)).recommendations())
        .extracting(r -> r.subject().unit() + " " + r.subject().invoices())
        .containsExactly(" [A, B, D]", "C [C]");
  }

  private static List<String> subjects(PolicyDraft draft, Account account) {
    return EVALUATOR.evaluate(draft.build(), account, day(5)).recommendations().stream()
        .map(r -> r.subject().unit() + " " + r.subject().invoices())
        .toList();
  }

  @Test
  void offersAndPlansThatDoNotFitIntoMinorUnitsAreNamed() {
    InvoiceHistory huge = invoice("I", eur("92233720368547758.07"));
    LateInterest interest = LateInterest.fixed(percent("9"));
    String missing = "charges of I do not fit: their sum is too large";
    Recommendation offer =
        on(
            5,
            draft(step("s").at(daysPastDue(3)).take(offerSettlement(EMAIL)))
                .settlement(SettlementRule.lumpSum(percent("70")))
                .lateInterest(interest),
            huge);
    assertThat(offer.step()).contains("s");
    assertThat(offer.missingCharges()).containsExactly(missing);
    Recommendation plan =
        on(
            5,
            draft(step("s").at(daysPastDue(3)).take(proposePlan(EMAIL)))
                .plans(PlanRule.monthly(3))
                .lateInterest(interest),
            huge);
    assertThat(plan.step()).contains("s");
    assertThat(plan.missingCharges()).containsExactly(missing);
    // without charges the same invoice is settled and paid in parts like any other
    assertThat(
            on(
                    5,
                    draft(step("s").at(daysPastDue(3)).take(proposePlan(EMAIL)))
                        .plans(PlanRule.monthly(3)),
                    huge)
                .paymentPlans())
        .containsOnlyKeys("I");
  }

  @Test
  void contactHoursAreThoseOfTheCustomersFirstZone() {
    Account somewhere =
        Account.of(
            Customer.of("C").inZone(ZoneId.of("Asia/Tokyo")).inZone(ZoneId.of("Europe/Berlin")),
            List.of(invoice()));
    Recommendation now =
        EVALUATOR.evaluate(draft(REMINDER).build(), somewhere, day(5)).recommendations().get(0);
    assertThat(now.contactWindow().orElseThrow().zone()).contains(ZoneId.of("Asia/Tokyo"));
    assertThat(on(5, draft(REMINDER), invoice()).contactWindow().orElseThrow().zone()).isEmpty();
  }

  @Test
  void anAccountIsLookedAtAgainOnTheFirstDayOfItsRecommendations() {
    InvoiceHistory later = InvoiceHistory.of(Invoice.of("L", eur("1.00"), day(-30), day(3)));
    Account account = Account.of(Customer.of("C"), List.of(later, invoice(), later("M", 9)));
    AccountRecommendation now = EVALUATOR.evaluate(draft(REMINDER).build(), account, day(1));
    assertThat(now.customer()).isEqualTo("C");
    assertThat(now.recommendations()).hasSize(3);
    assertThat(now.reviewOn()).contains(day(3));
    assertThat(now.due()).isEmpty();
    Account none = Account.of(Customer.of("C"), List.of());
    assertThat(EVALUATOR.evaluate(draft(REMINDER).build(), none, day(1)).reviewOn()).isEmpty();
  }

  private static InvoiceHistory later(String number, int due) {
    return InvoiceHistory.of(Invoice.of(number, eur("1.00"), day(-30), day(due)));
  }
}
