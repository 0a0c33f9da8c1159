package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.contact;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.paymentReversed;
import static io.dunning.event.LedgerEvent.planAgreed;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.policy.Condition.brokenPromisesAtLeast;
import static io.dunning.policy.Condition.disputeOpen;
import static io.dunning.policy.Condition.planBroken;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.action.Channel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Tolerance;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.Resumption;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What promises hold of each invoice of an account: all, a part or nothing. */
class PromisedPartsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static PolicyDraft policy() {
    return draft().promiseTolerance(calendarDays(0));
  }

  private static InvoiceHistory euros(
      String number, String amount, int due, LedgerEvent... events) {
    return Fixtures.history(number, eur(amount), day(due), events);
  }

  private static List<Recommendation> all(
      int on, List<InvoiceHistory> histories, LedgerEvent... ofAccount) {
    Account account = Account.of(Customer.of("C"), histories, List.of(ofAccount));
    return BothWays.decide(EVALUATOR, policy().build(), account, day(on));
  }

  /** What of each invoice is chased, in the order of the account. */
  private static List<String> chased(
      int on, List<InvoiceHistory> histories, LedgerEvent... ofAccount) {
    return all(on, histories, ofAccount).stream()
        .map(r -> r.overdue().stream().map(Object::toString).findFirst().orElse("-"))
        .toList();
  }

  // a promise for the account holds its invoices in the order in which they fell due

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # promised, chased of the older invoice of 100.00, of the younger of 80.00
          99.99,  0.01 EUR, 80.00 EUR
          100.00, -,        80.00 EUR
          130.00, -,        50.00 EUR
          179.99, -,        0.01 EUR
          180.00, -,        -
          500.00, -,        -
          """)
  void anAmountHoldsWhatFellDueFirst(String promised, String older, String younger) {
    InvoiceHistory a = euros("A", "100.00", -3);
    InvoiceHistory b = euros("B", "80.00", 0);
    LedgerEvent promise = promise(day(1), eur(promised), day(9));
    assertThat(chased(5, List.of(a, b), promise)).containsExactly(older, younger);
    assertThat(chased(5, List.of(b, a), promise)).containsExactly(younger, older);
    assertThat(chased(9, List.of(a, b), promise)).containsExactly(older, younger);
    assertThat(chased(10, List.of(a, b), promise)).containsExactly("100.00 EUR", "80.00 EUR");
  }

  @Test
  void ofInvoicesDueTogetherTheFirstInTheAccountIsHeldFirst() {
    InvoiceHistory a = euros("A", "100.00", 0);
    InvoiceHistory b = euros("B", "80.00", 0);
    LedgerEvent promise = promise(day(1), eur("90.00"), day(9));
    assertThat(chased(5, List.of(a, b), promise)).containsExactly("10.00 EUR", "80.00 EUR");
    assertThat(chased(5, List.of(b, a), promise)).containsExactly("-", "90.00 EUR");
  }

  @Test
  void whatIsDisputedNeedsNoPromise() {
    InvoiceHistory a = euros("A", "100.00", -3, dispute(day(1), eur("60.00"), "broken"));
    InvoiceHistory b = euros("B", "80.00", 0);
    LedgerEvent promise = promise(day(1), eur("90.00"), day(9));
    // 40.00 of A, then 50.00 of B
    assertThat(chased(5, List.of(a, b), promise)).containsExactly("-", "30.00 EUR");
  }

  /** Of what is too little to be asked for, no part is promised, disputed or not. */
  @Test
  void whatIsWithinTheToleranceTakesNothingOffAPromise() {
    InvoiceHistory a =
        euros(
            "A", "100.00", -3, dispute(day(1), eur("4.00"), "late"), payment(day(2), eur("96.00")));
    InvoiceHistory b = euros("B", "100.00", 0);
    LedgerEvent promise = promise(day(3), eur("50.00"), day(9));
    DunningPolicy tolerant = policy().tolerance(Tolerance.upTo(eur("5.00"))).build();
    for (List<InvoiceHistory> both : List.of(List.of(a, b), List.of(b, a))) {
      Account account = Account.of(Customer.of("C"), both, List.of(promise));
      Recommendation now =
          BothWays.decide(EVALUATOR, tolerant, account, day(5)).get(both.indexOf(b));
      assertThat(now.overdue()).containsExactly(eur("50.00"));
      assertThat(now.parts().apart().get("B").promised()).isEqualTo(eur("50.00"));
    }
  }

  @Test
  void whatIsPaidSinceIsNoLongerPromised() {
    InvoiceHistory a = euros("A", "100.00", -3, payment(day(2), eur("30.00")));
    InvoiceHistory b = euros("B", "80.00", 0);
    // 100.00 are left: 70.00 of A, then 30.00 of B
    assertThat(chased(5, List.of(a, b), promise(day(1), eur("130.00"), day(9))))
        .containsExactly("-", "50.00 EUR");
    assertThat(chased(5, List.of(a, b), promise(day(1), eur("30.00"), day(9))))
        .containsExactly("70.00 EUR", "80.00 EUR");
  }

  @Test
  void anAmountHoldsInvoicesInItsCurrencyAndAPromiseOfAllHoldsEach() {
    List<InvoiceHistory> both =
        List.of(
            Fixtures.history("D", usd("70.00"), day(-3)),
            euros("A", "100.00", 0),
            euros("B", "80.00", 0));
    assertThat(chased(5, both, promise(day(1), eur("130.00"), day(9))))
        .containsExactly("70.00 USD", "-", "50.00 EUR");
    assertThat(chased(5, both, promise(day(1), usd("60.00"), day(9))))
        .containsExactly("10.00 USD", "100.00 EUR", "80.00 EUR");
    assertThat(chased(5, both, promise(day(1), day(9)))).containsExactly("-", "-", "-");
  }

  // what a promise for the account is about

  private static InvoiceHistory issued(int on, String number, LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of(number, eur("80.00"), day(on), day(on)), List.of(events));
  }

  @Test
  void aPromiseForTheAccountHoldsNothingThatWasIssuedAfterIt() {
    InvoiceHistory sameDay = issued(1, "B");
    InvoiceHistory later = issued(2, "C");
    List<InvoiceHistory> three = List.of(euros("A", "100.00", 0), sameDay, later);
    assertThat(chased(5, three, promise(day(1), day(9)))).containsExactly("-", "-", "80.00 EUR");
    assertThat(chased(5, three, promise(day(1), eur("900.00"), day(9))))
        .containsExactly("-", "-", "80.00 EUR");
    assertThat(chased(5, three, promise(day(2), day(9)))).containsExactly("-", "-", "-");
  }

  @Test
  void aPromiseThatWasKeptHoldsNothingUntilThePaymentBounces() {
    LedgerEvent promise = promise(day(1), day(30));
    LedgerEvent paid = payment(day(3), eur("180.00"));
    LedgerEvent bounced = paymentReversed(day(6), eur("180.00"));
    InvoiceHistory open = euros("A", "100.00", 0);
    assertThat(chased(5, List.of(open, issued(0, "B")), promise)).containsExactly("-", "-");
    assertThat(chased(5, List.of(open, issued(0, "B", paid)), promise))
        .containsExactly("100.00 EUR", "-");
    assertThat(chased(7, List.of(open, issued(0, "B", paid, bounced)), promise))
        .containsExactly("-", "-");
  }

  /** What pays an invoice that was issued later keeps no promise. */
  @ParameterizedTest
  @CsvSource({"1, 80.00 EUR", "2, -"})
  void onlyWhatPaysAnInvoiceOfItsDayKeepsAPromise(int issued, String chased) {
    InvoiceHistory paid = issued(issued, "B", payment(day(3), eur("80.00")));
    List<InvoiceHistory> both = List.of(issued(1, "A"), paid);
    assertThat(chased(5, both, promise(day(1), eur("80.00"), day(9)))).containsExactly(chased, "-");
    InvoiceHistory much = issued(issued, "B", payment(day(3), eur("160.00")));
    assertThat(chased(5, List.of(issued(1, "A"), much), promise(day(1), day(9))))
        .containsExactly(chased, "-");
  }

  private static PolicyDraft lifting(EscalationStep... steps) {
    return policy()
        .per(AccountRules.Unit.ACCOUNT)
        .brokenPromise(Resumption.atOnce())
        .ladder(EscalationLadder.of(steps));
  }

  /** A promise made before anything was owed promised nothing, so nobody broke it. */
  @ParameterizedTest
  @CsvSource({"1, 0, reminder", "1, 30,", "2, 0,"})
  void onlyABrokenPromiseAboutTheLeadingInvoiceLiftsTheDistance(int issued, int due, String step) {
    DunningPolicy policy =
        lifting(
                step("reminder")
                    .at(daysPastDue(3))
                    .take(sendReminder(EMAIL))
                    .minimumDaysSinceLastContact(14))
            .build();
    InvoiceHistory first =
        InvoiceHistory.of(Invoice.of("A", eur("80.00"), day(issued), day(issued + due)));
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(first, issued(2, "B")),
            List.of(promise(day(1), day(7)), contact(day(6), Channel.PHONE)));
    Recommendation now = BothWays.decide(EVALUATOR, policy, account, day(9)).get(0);
    assertThat(now.step()).isEqualTo(Optional.ofNullable(step));
    assertThat(now.waitsFor()).isEqualTo(Optional.ofNullable(step == null ? "reminder" : null));
  }

  @ParameterizedTest
  @CsvSource({"1, demand", "2, reminder"})
  void onlyABrokenPromiseAboutAnInvoiceBringsItForward(int issued, String step) {
    EscalationStep reminder = step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL));
    EscalationStep demand = step("demand").at(daysPastDue(30)).take(sendDemand(EMAIL));
    DunningPolicy asked =
        lifting(demand.at(daysPastDue(3)).onlyIf(brokenPromisesAtLeast(1)), reminder).build();
    PolicyDraft resumed =
        lifting(reminder, demand)
            .brokenPromise(Resumption.at("demand"))
            .brokenPlan(Resumption.at("demand"))
            .planCure(calendarDays(0));
    PolicyDraft askedOfPlans =
        lifting(demand.at(daysPastDue(3)).onlyIf(planBroken()), reminder).planCure(calendarDays(0));
    LedgerEvent promise = promise(day(1), day(4));
    LedgerEvent plan = planAgreed(day(1), List.of(new Instalment(day(4), eur("9.00"))));
    assertThat(broken(asked, issued, promise)).contains(step);
    assertThat(broken(askedOfPlans.build(), issued, plan)).contains(step);
    assertThat(broken(resumed.build(), issued, promise)).contains(step);
    assertThat(broken(resumed.build(), issued, plan)).contains(step);
  }

  /** A broken promise of an amount says nothing about what is owed in another currency. */
  @ParameterizedTest
  @CsvSource({"EUR, demand", "USD, reminder", ", demand"})
  void onlyABrokenPromiseInItsCurrencyBringsAnInvoiceForward(String promised, String step) {
    EscalationStep reminder = step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL));
    EscalationStep demand = step("demand").at(daysPastDue(30)).take(sendDemand(EMAIL));
    PolicyDraft asked =
        lifting(demand.at(daysPastDue(3)).onlyIf(brokenPromisesAtLeast(1)), reminder);
    PolicyDraft resumed = lifting(reminder, demand).brokenPromise(Resumption.at("demand"));
    LedgerEvent promise =
        promised == null
            ? promise(day(1), day(4))
            : promise(day(1), Money.parse("9.00 " + promised), day(4));
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(euros("A", "80.00", 0), Fixtures.history("D", usd("9.00"), day(0))),
            List.of(promise));
    for (PolicyDraft each : List.of(asked, resumed)) {
      DunningPolicy policy = each.per(AccountRules.Unit.INVOICE).build();
      assertThat(BothWays.decide(EVALUATOR, policy, account, day(9)).get(0).step()).contains(step);
    }
  }

  /** Where the account is decided on as one debt, a promise about any part of it counts. */
  @ParameterizedTest
  @CsvSource({"EUR, demand", "USD, demand", "GBP, reminder"})
  void aBrokenPromiseInAnyCurrencyOfADebtCounts(String promised, String step) {
    EscalationStep reminder = step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL));
    DunningPolicy asked =
        lifting(
                step("demand")
                    .at(daysPastDue(3))
                    .take(sendDemand(EMAIL))
                    .onlyIf(brokenPromisesAtLeast(1)),
                reminder)
            .build();
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(euros("A", "80.00", 0), Fixtures.history("D", usd("9.00"), day(0))),
            List.of(promise(day(1), Money.parse("9.00 " + promised), day(4))));
    assertThat(BothWays.decide(EVALUATOR, asked, account, day(9)).get(0).step()).contains(step);
  }

  @ParameterizedTest
  @CsvSource({"EUR, reminder", "USD, "})
  void onlyABrokenPromiseInItsCurrencyLiftsTheDistance(String promised, String step) {
    DunningPolicy policy =
        lifting(
                step("reminder")
                    .at(daysPastDue(3))
                    .take(sendReminder(EMAIL))
                    .minimumDaysSinceLastContact(14))
            .build();
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(euros("A", "80.00", 0)),
            List.of(
                promise(day(1), Money.parse("9.00 " + promised), day(7)),
                contact(day(6), Channel.PHONE)));
    Recommendation now = BothWays.decide(EVALUATOR, policy, account, day(9)).get(0);
    assertThat(now.step()).isEqualTo(Optional.ofNullable(step));
  }

  private static Optional<String> broken(DunningPolicy policy, int issued, LedgerEvent agreed) {
    Account account = Account.of(Customer.of("C"), List.of(issued(issued, "B")), List.of(agreed));
    return BothWays.decide(EVALUATOR, policy, account, day(9)).get(0).step();
  }

  // a promise for the invoice beside one for its account

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # for the invoice, through, for the account, through, on, chased
          60.00,  9, 40.00, 12,  9, -
          60.00,  9, 40.00, 12, 10, 60.00 EUR
          60.00, 12, 40.00,  9,  9, -
          60.00, 12, 40.00,  9, 10, 40.00 EUR
          60.00,  9, 39.99, 12,  9, 0.01 EUR
          100.00, 9, 40.00, 12,  9, -
          100.00, 9, 40.00, 12, 10, 60.00 EUR
          40.00, 12, 100.00, 9,  9, -
          40.00, 12, 100.00, 9, 10, 60.00 EUR
          40.00,  9, 100.00, 12, 10, -
          40.00,  9, 100.00, 12, 13, 100.00 EUR
          """)
  void twoPromisesHoldTogetherWhileBothRun(
      String own, int ownThrough, String ofAccount, int accountThrough, int on, String chased) {
    InvoiceHistory a = euros("A", "100.00", 0, promise(day(1), eur(own), day(ownThrough)));
    assertThat(chased(on, List.of(a), promise(day(1), eur(ofAccount), day(accountThrough))))
        .containsExactly(chased);
  }

  @Test
  void whereAPromiseHoldsNothingAPartThatIsPromisedLongerIsLeftOutOnceAWholeIsOver() {
    PolicyDraft strict = draft().holdWhile(disputeOpen()).promiseTolerance(calendarDays(0));
    InvoiceHistory a = euros("A", "100.00", 0, promise(day(1), day(9)));
    LedgerEvent longer = promise(day(1), eur("60.00"), day(20));
    Account account = Account.of(Customer.of("C"), List.of(a), List.of(longer));
    for (DunningPolicy least :
        List.of(
            strict.minimumAmount(eur("50.00")).build(),
            draft()
                .holdWhile(disputeOpen())
                .promiseTolerance(calendarDays(0))
                .ladder(
                    EscalationLadder.of(
                        step("reminder")
                            .at(daysPastDue(3))
                            .take(sendReminder(EMAIL))
                            .minimumAmount(eur("50.00"))))
                .build())) {
      Recommendation now = BothWays.decide(EVALUATOR, least, account, day(5)).get(0);
      assertThat(now.step()).contains("reminder");
      assertThat(now.reviewOn()).contains(day(10));
      Recommendation then = BothWays.decide(EVALUATOR, least, account, day(10)).get(0);
      assertThat(then.verdict()).isEqualTo(Verdict.WAIT);
      assertThat(then.reviewOn()).contains(day(21));
    }
  }

  @ParameterizedTest
  @CsvSource({"9, 12, 12", "12, 9, 12", "9, 9, 9"})
  void theOneThatHoldsLongestIsNamed(int own, int ofAccount, int named) {
    InvoiceHistory a = euros("A", "100.00", 0, promise(day(1), day(own)));
    Recommendation now = all(5, List.of(a), promise(day(2), day(ofAccount))).get(0);
    assertThat(now.reason()).isEqualTo(new HoldReason.Promised(day(named), day(named)));
    assertThat(now.reviewOn()).contains(day(named + 1));
  }

  @Test
  void aPartThatIsNoLongerPromisedIsChasedAgain() {
    InvoiceHistory a = euros("A", "100.00", 0, promise(day(1), eur("60.00"), day(9)));
    Recommendation now = all(5, List.of(a)).get(0);
    assertThat(now.step()).contains("reminder");
    assertThat(now.parts().apart().get("A").promised()).isEqualTo(eur("60.00"));
    Recommendation again = Recommendation.of(now.parts());
    assertThat(again).isEqualTo(now);
    assertThat(again.parts().apart()).isEqualTo(now.parts().apart());
    Recommendation later = all(10, List.of(a)).get(0);
    assertThat(later.parts().apart()).isEmpty();
    assertThat(later.overdue()).containsExactly(eur("100.00"));
  }
}
