package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DayCount;
import io.dunning.charge.AccruedCharges;
import io.dunning.charge.AccruedCharges.Owed;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.charge.ReferenceRates;
import io.dunning.charge.StatutoryInterest;
import io.dunning.event.ChargeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.InvalidPolicyException;
import io.dunning.policy.PolicyDraft;
import io.dunning.scenario.Timeline;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Charges ride along: steps assess them, and the recommendation states what is owed. */
class ChargesTest {
  private static final LocalDate DUE = LocalDate.of(2026, 1, 31);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  private static PolicyDraft draft() {
    return DunningPolicy.named("charging")
        .ladder(
            EscalationLadder.of(
                step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                step("notice").at(daysPastDue(10)).take(sendNotice(1, EMAIL), assessCharges()),
                step("last notice")
                    .at(daysPastDue(20))
                    .take(sendNotice(2, EMAIL), assessCharges())));
  }

  private static final DunningPolicy POLICY =
      draft()
          .lateInterest(LateInterest.fixed(percent("10")))
          .lateFee(LateFee.flat(eur("5.00")))
          .build();

  private static Account account(String... amounts) {
    Account account = Account.of(Customer.of("C"), List.of());
    for (int i = 0; i < amounts.length; i++) {
      Invoice invoice = Invoice.of("I" + (i + 1), eur(amounts[i]), DUE.minusDays(14), DUE);
      account = account.with(InvoiceHistory.of(invoice));
    }
    return account;
  }

  private static Recommendation on(DunningPolicy policy, Account account, int after) {
    return EVALUATOR.evaluate(policy, account, DUE.plusDays(after)).recommendations().get(0);
  }

  private static Explanation why(DunningPolicy policy, Account account, int after) {
    return EVALUATOR.explain(policy, account, DUE.plusDays(after)).get(0);
  }

  @Test
  void aStepAssessesItsFeeAndTheInterestSinceThen() {
    Account account = account("365.00");
    Account reminded = Timeline.take(account, on(POLICY, account, 3));
    Recommendation notice = on(POLICY, reminded, 10);
    assertThat(notice.assessments().toString())
        .isEqualTo(
            "{I1=[2026-02-10 fee assessed: 5.00 EUR at notice,"
                + " 2026-02-10 interest assessed: 1.00 EUR]}");
    assertThat(notice.owed().toString())
        .isEqualTo("[365.00 EUR, fees 5.00 EUR, interest 1.00 EUR: 371.00 EUR]");
    assertThat(notice.charges())
        .extracting(AccruedCharges::toString)
        .containsExactly("I1: 365.00 EUR, fees 0.00 EUR, interest 1.00 EUR: 366.00 EUR");
    assertThat(why(POLICY, reminded, 10).toString())
        .isEqualTo(
            """
            I1: send notice 1 by email and assess charges
              as of 2026-02-10, policy charging, 365.00 EUR overdue since 2026-01-31
              because notice: 10 days past due was reached on 2026-02-10
              owed 365.00 EUR, fees 5.00 EUR, interest 1.00 EUR: 371.00 EUR
              assess fee 5.00 EUR on I1, interest 1.00 EUR on I1
              - reminder: taken on 2026-02-03
              - last notice: 20 days past due is reached on 2026-02-20
              stays so until something happens\
            """);
  }

  @Test
  void nothingIsAssessedTwice() {
    Timeline timeline = Timeline.of(EVALUATOR, POLICY, account("365.00"), DUE, DUE.plusDays(40));
    InvoiceHistory history = timeline.end().invoices().get(0);
    assertThat(history.events())
        .extracting(LedgerEvent::toString)
        .containsExactly(
            "2026-02-03 step taken: reminder by email",
            "2026-02-10 step taken: notice by email",
            "2026-02-10 fee assessed: 5.00 EUR at notice",
            "2026-02-10 interest assessed: 1.00 EUR",
            "2026-02-20 step taken: last notice by email",
            "2026-02-20 fee assessed: 5.00 EUR at last notice",
            "2026-02-20 interest assessed: 1.00 EUR");
    assertThat(history.standingOn(DUE.plusDays(40)).balance().open()).isEqualTo(eur("365.00"));
  }

  @Test
  void aStepThatOnlyRemindsAssessesNothing() {
    Recommendation reminder = on(POLICY, account("365.00"), 3);
    assertThat(reminder.verdict()).isEqualTo(Verdict.ACT);
    assertThat(reminder.assessments()).isEmpty();
    assertThat(reminder.owed().toString())
        .isEqualTo("[365.00 EUR, fees 0.00 EUR, interest 0.30 EUR: 365.30 EUR]");
    Recommendation waits = on(POLICY, account("365.00"), 2);
    assertThat(waits.assessments()).isEmpty();
    assertThat(waits.owed().get(0).interest()).isEqualTo(eur("0.20"));
    DunningPolicy free = draft().build();
    assertThat(on(free, account("365.00"), 10).charges()).isEmpty();
    assertThat(on(free, account("365.00"), 10).assessments()).isEmpty();
    assertThat(on(free, account("365.00"), 10).owed().toString())
        .isEqualTo("[365.00 EUR, fees 0.00 EUR, interest 0.00 EUR: 365.00 EUR]");
  }

  @Test
  void aLetterAboutSeveralInvoicesBearsOneFeeOrOneForEach() {
    DunningPolicy each =
        draft().per(AccountRules.Unit.ACCOUNT).lateFee(LateFee.flat(eur("5.00"))).build();
    DunningPolicy letter =
        draft()
            .per(AccountRules.Unit.ACCOUNT)
            .lateFee(LateFee.percent(percent("1")).perDocument())
            .build();
    Account account =
        account("100.00", "300.00").with(LedgerEvent.stepTaken(DUE.plusDays(3), "reminder"));
    assertThat(on(each, account, 10).owed().get(0).fees()).isEqualTo(eur("10.00"));
    Recommendation once = on(letter, account, 10);
    assertThat(once.assessments().toString())
        .isEqualTo("{I1=[2026-02-10 fee assessed: 4.00 EUR at notice]}");
    assertThat(once.owed().get(0).total()).isEqualTo(eur("404.00"));
    Account told = Timeline.take(account, once);
    assertThat(told.invoices().get(0).events()).hasSize(1);
    DunningPolicy again =
        DunningPolicy.named("again")
            .ladder(
                EscalationLadder.of(
                    step("notice").at(daysPastDue(10)).take(sendNotice(1, EMAIL), assessCharges())))
            .per(AccountRules.Unit.ACCOUNT)
            .accountSteps(AccountRules.AccountSteps.SINCE_DUE)
            .lateFee(LateFee.percent(percent("1")).perDocument())
            .build();
    Account withdrawn = told.with(new StepEvent.StepWithdrawn(DUE.plusDays(11), "notice"));
    assertThat(on(again, withdrawn, 20).verdict()).isEqualTo(Verdict.ACT);
    assertThat(on(again, withdrawn, 20).assessments()).isEmpty();
  }

  @Test
  void chargesOfTheLedgerAreOwedWhateverThePolicyCharges() {
    LedgerEvent fee =
        LedgerEvent.chargeAssessed(DUE.plusDays(5), ChargeEvent.Charge.FEE, eur("40.00"));
    Account account =
        Posting.storeIn(account("100.00"), List.of(new Posting("C", Optional.of("I1"), fee)));
    DunningPolicy reminds =
        DunningPolicy.named("free")
            .ladder(
                EscalationLadder.of(step("reminder").at(daysPastDue(10)).take(sendReminder(EMAIL))))
            .build();
    DunningPolicy settles =
        DunningPolicy.named("settling")
            .settlement(SettlementRule.lumpSum(percent("80")))
            .ladder(
                EscalationLadder.of(step("offer").at(daysPastDue(10)).take(offerSettlement(EMAIL))))
            .build();
    Owed owed = on(reminds, account, 10).owed().get(0);
    assertThat(owed.principal()).isEqualTo(eur("100.00"));
    assertThat(owed.fees()).isEqualTo(eur("40.00"));
    assertThat(on(settles, account, 10).settlements().get("I1").amount()).isEqualTo(eur("112.00"));
  }

  @Test
  void saysWhichRateIsMissing() {
    DunningPolicy policy =
        draft()
            .lateInterest(LateInterest.floating(ReferenceRates.named("base rate"), percent("9")))
            .build();
    assertThat(why(policy, account("365.00"), 10).toString())
        .contains("interest 0.00 EUR: 365.00 EUR, no base rate is known for 2026-02-01");
  }

  @Test
  void chargesThatDoNotFitIntoMinorUnitsAreNamedAndReachEveryAmount() {
    Account account = account("92233720368547758.07");
    DunningPolicy policy =
        DunningPolicy.named("interest")
            .lateInterest(LateInterest.fixed(percent("9")))
            .ladder(
                EscalationLadder.of(
                    step("reminder")
                        .at(daysPastDue(10))
                        .take(sendReminder(EMAIL))
                        .onlyIf(Condition.chargesAtLeast(eur("5.00")))))
            .build();
    for (int after : new int[] {20, 5_000}) {
      Explanation why = why(policy, account, after);
      assertThat(why.recommendation().verdict()).isEqualTo(Verdict.ACT);
      assertThat(why.recommendation().missingCharges())
          .containsExactly("charges of I1 do not fit: their sum is too large");
      assertThat(why.toString()).contains("do not fit");
    }
  }

  @Test
  void refusesFeesThatNoStepAssesses() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(
            () ->
                draft()
                    .lateFee(LateFee.flat(eur("5.00")).at("reminder"))
                    .lateFee(LateFee.flat(eur("5.00")).at("notise"))
                    .build())
        .withMessageContaining(
            "the late fee \"5.00 EUR, with reminder\" is never charged; let a step assess charges"
                + " for it")
        .withMessageContaining("arises with \"notise\", which is not a step of the ladder");
  }

  @Test
  void aFeeOnTopOfACompensationByLawHasToSaySo() {
    StatutoryInterest german =
        StatutoryInterest.of(StatutoryInterest.Country.GERMANY).businessToBusiness();
    LateFee fee = LateFee.flat(eur("40.00")).at("notice");
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> draft().lateInterest(german).lateFee(fee).build())
        .withMessageContaining("the late fee \"40.00 EUR, with notice\" comes on top of the fixed")
        .withMessageContaining("compensation of 40.00 EUR, once for each instalment (BGB 247,");
    DunningPolicy both = draft().lateInterest(german).lateFee(fee.besideCompensation()).build();
    Account reminded = account("1000.00").with(LedgerEvent.stepTaken(DUE.plusDays(3), "reminder"));
    assertThat(on(both, reminded, 10).owed().get(0).fees()).isEqualTo(eur("80.00"));
    assertThat(both.toString())
        .contains("fixed compensation of 40.00 EUR, once for each instalment (BGB 247,")
        .contains("40.00 EUR, with notice, beside the compensation");
    DunningPolicy own = draft().lateInterest(german.withoutCompensation()).lateFee(fee).build();
    assertThat(on(own, reminded, 10).owed().get(0).fees()).isEqualTo(eur("40.00"));
    assertThat(own.toString()).doesNotContain("compensation");
    assertThat(both.fingerprint()).isNotEqualTo(own.fingerprint());
  }

  @Test
  void aFeeThatWasNotAgreedIsNotCharged() {
    LateFee fee = LateFee.flat(eur("7.00")).once().onlyIfAgreed("late fee", "yes");
    DunningPolicy policy = draft().lateFee(fee).build();
    Account without = account("1000.00");
    Account with = Account.of(Customer.of("C").with("late fee", "yes"), without.invoices());
    assertThat(on(policy, without, 5).owed().get(0).fees()).isEqualTo(eur("0.00"));
    assertThat(on(policy, with, 5).owed().get(0).fees()).isEqualTo(eur("7.00"));
    assertThat(policy.fingerprint())
        .isNotEqualTo(draft().lateFee(LateFee.flat(eur("7.00")).once()).build().fingerprint());
    LateFee own = LateFee.described("7.00 EUR, once", m -> eur("7.00"));
    assertThat(draft().lateFee(own).build().fingerprint())
        .isNotEqualTo(draft().lateFee(LateFee.flat(eur("7.00"))).build().fingerprint());
  }

  @Test
  void theFingerprintKnowsCharges() {
    DunningPolicy german =
        draft()
            .lateInterest(
                StatutoryInterest.of(StatutoryInterest.Country.GERMANY).businessToBusiness())
            .build();
    assertThat(german.toString())
        .contains("charges German base rate + 9%, ACT/365F (BGB 247, 288(2) and (5)");
    assertThat(german.fingerprint()).isNotEqualTo(draft().build().fingerprint());
    ReferenceRates other = ReferenceRates.of("DE").with(DUE, DUE, percent("1"), "somebody");
    DunningPolicy otherRates =
        draft()
            .lateInterest(
                StatutoryInterest.of(StatutoryInterest.Country.GERMANY)
                    .businessToBusiness()
                    .withRates(other))
            .build();
    assertThat(otherRates).hasToString(german.toString());
    assertThat(otherRates.fingerprint()).isNotEqualTo(german.fingerprint());
  }

  /** 10 cents a day on 365.00: the charges come to 2.05 on the 21st day, and not before. */
  @Test
  void aConditionOnChargesIsLookedAtAgainOnTheVeryDay() {
    DunningPolicy policy =
        DunningPolicy.named("by charges")
            .ladder(
                EscalationLadder.of(
                    step("notice")
                        .at(daysPastDue(5))
                        .take(sendNotice(1, EMAIL))
                        .onlyIf(Condition.chargesAtLeast(eur("2.05")))))
            .lateInterest(LateInterest.fixed(percent("10")))
            .build();
    Recommendation before = on(policy, account("365.00"), 10);
    assertThat(before.verdict()).isEqualTo(Verdict.EXHAUSTED);
    assertThat(before.reviewOn()).contains(DUE.plusDays(21));
    assertThat(on(policy, account("365.00"), 20).verdict()).isEqualTo(Verdict.EXHAUSTED);
    assertThat(on(policy, account("365.00"), 21).verdict()).isEqualTo(Verdict.ACT);
    assertThat(on(policy, account("0.05"), 10).reviewOn()).isEmpty();
    // a later payment does not exist yet, on whatever day the question is about
    Account paidLater =
        Account.of(
            Customer.of("C"),
            List.of(
                account("365.00")
                    .invoices()
                    .get(0)
                    .with(new MoneyEvent.Payment(DUE.plusDays(12), eur("300.00")))));
    assertThat(on(policy, paidLater, 10).reviewOn()).contains(DUE.plusDays(21));
  }

  @Test
  void refusesToAskForChargesThatMayShrink() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(
            () ->
                draft()
                    .lateInterest(
                        LateInterest.fixed(percent("10")).counting(DayCount.THIRTY_360_US))
                    .holdWhile(Condition.chargesAtLeast(eur("1.00")).not())
                    .build())
        .withMessageContaining(
            "the condition for holds asks for charges, which can shrink with time; give the"
                + " interest an additive day count");
  }

  @Test
  void tellsWhatIsOwedInPartsWhereOneSumDoesNotFit() {
    Account account = account("46116860184273879.03", "46116860184273879.03");
    DunningPolicy policy =
        DunningPolicy.named("interest")
            .per(AccountRules.Unit.ACCOUNT)
            .lateInterest(LateInterest.fixed(percent("9")))
            .ladder(
                EscalationLadder.of(step("reminder").at(daysPastDue(10)).take(sendReminder(EMAIL))))
            .build();
    Recommendation now = on(policy, account, 100);
    assertThat(now.invoices()).containsExactly("I1", "I2");
    assertThat(now.owed()).hasSize(2).allMatch(o -> o.total().isPositive());
    assertThat(now.owed()).extracting(o -> o.principal()).containsOnly(eur("46116860184273879.03"));
    assertThat(why(policy, account, 100).toString())
        .contains(" and 46116860184273879.03 EUR, fees");
  }
}
