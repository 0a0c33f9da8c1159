package io.dunning.charge;

import static io.dunning.charge.Debts.TEN;
import static io.dunning.charge.Debts.day;
import static io.dunning.charge.Debts.owed;
import static io.dunning.charge.Debts.pays;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dunning.Policies;
import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.EpochDay;
import io.dunning.charge.ChargeRules.OnceSettled;
import io.dunning.charge.LateInterest.Compounding;
import io.dunning.charge.LateInterest.RateMode;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Rule;
import io.dunning.evaluation.Verdict;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Closure;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Tolerance;
import io.dunning.money.CurrencyUnit;
import io.dunning.policy.DunningPolicy;
import io.dunning.terms.EarlyPaymentDiscount;
import io.dunning.terms.Instalment;
import io.dunning.terms.PaymentTerms;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statement, the ladder and aging follow from one allocation. */
class BooksTest {
  private static final BusinessCalendar CALENDAR = BusinessCalendar.everyDay();
  private static final DunningEvaluator EVALUATOR = DunningEvaluator.on(CALENDAR);

  /** 40.00 on the day after the due date, and 10 cents a day. */
  private static final ChargeRules RULES =
      ChargeRules.of(TEN).with(LateFee.flat(eur("40.00")).once());

  private static final ChargeRules COSTS_FIRST =
      RULES.paying(AllocationOrder.COSTS_INTEREST_PRINCIPAL);

  private static DunningPolicy policy(ChargeRules rules) {
    return Policies.draft().charges(rules).build();
  }

  private static Recommendation on(ChargeRules rules, int after, InvoiceHistory history) {
    return EVALUATOR.evaluate(policy(rules), history, day(after));
  }

  @Test
  void paymentsPayThePrincipalFirstUnlessTheRulesSayOtherwise() {
    assertThat(ChargeRules.NONE.order()).isEqualTo(AllocationOrder.PRINCIPAL_INTEREST_COSTS);
    InvoiceHistory late = owed("365.00", pays(5, "365.00"));
    assertThat(RULES.accrue(late, day(10)).owed())
        .hasToString("0.00 EUR, fees 40.00 EUR, interest 0.50 EUR: 40.50 EUR");
  }

  @Test
  void chargesThatStayOwedAreSaid() {
    Recommendation now = on(RULES, 10, owed("365.00", pays(5, "365.00")));
    assertThat(now.verdict()).isEqualTo(Verdict.CLOSED);
    assertThat(now.rule()).isEqualTo(Rule.CLOSED);
    assertThat(now.reason())
        .hasToString(
            "the principal is settled since 2026-02-05; charges of 40.50 EUR stay owed and are not"
                + " chased");
    assertThat(now.chargesLeft()).containsEntry("I", eur("40.50"));
    Recommendation paid = on(RULES, 10, owed("365.00", pays(5, "365.00"), pays(8, "40.50")));
    assertThat(paid.reason()).hasToString("nothing is owed: settled since 2026-02-05");
    assertThat(paid.chargesLeft()).isEmpty();
    Recommendation early = on(RULES, 10, owed("365.00", pays(-2, "365.00")));
    assertThat(early.reason()).hasToString("nothing is owed: settled since 2026-01-29");
  }

  @Test
  void chargesThatAreChasedAreAskedForOnce() {
    ChargeRules chased = RULES.onceSettled(OnceSettled.CHASED);
    Recommendation now = on(chased, 10, owed("365.00", pays(5, "365.00")));
    assertThat(now.sums())
        .singleElement()
        .satisfies(s -> assertThat(s.toPay()).isEqualTo(eur("40.50")));
  }

  @Test
  void newTermsDoNotForgiveWhatALateInstalmentCost() {
    InvoiceHistory parts =
        InvoiceHistory.of(
                Invoice.of("I", eur("100.00"), day(-30), day(10))
                    .inInstalments(
                        List.of(
                            new Instalment(day(0), eur("50.00")),
                            new Instalment(day(10), eur("50.00")))))
            .with(pays(5, "100.00"), LedgerEvent.termsRenegotiated(day(6), day(60)));
    Recommendation now = on(RULES, 20, parts);
    assertThat(now.chargesLeft()).containsKey("I");
    // what is recorded later was not known
    InvoiceHistory waived = parts.with(LedgerEvent.chargeWaived(day(90), Charge.FEE));
    assertThat(on(RULES, 20, waived)).isEqualTo(now);
  }

  @Test
  void whatPaymentsPayOfChargesReopensNothing() {
    InvoiceHistory late = owed("365.00", pays(5, "365.00"));
    InvoiceHistory posted = COSTS_FIRST.posted(late, day(20), CALENDAR);
    assertThat(posted.standingOn(day(20)).balance().open()).isEqualTo(eur("40.50"));
    assertThat(posted.standingOn(day(20)).balance().reopenedDay()).isEqualTo(EpochDay.NEVER);
  }

  @Test
  void whatIsRecordedOfChargesStaysWithoutRules() {
    InvoiceHistory recorded =
        owed("365.00", pays(5, "365.00"), LedgerEvent.chargesPaid(day(5), eur("20.00")));
    assertThat(ChargeRules.NONE.posted(recorded, day(20), CALENDAR)).isSameAs(recorded);
  }

  @Test
  void chargesThatAreWaivedOnceSettledAreNotOwed() {
    Recommendation now =
        on(RULES.onceSettled(OnceSettled.WAIVED), 10, owed("365.00", pays(5, "365.00")));
    assertThat(now.reason()).hasToString("nothing is owed: settled since 2026-02-05");
  }

  @Test
  void assessedChargesStayOwedWithoutAnyRules() {
    LedgerEvent fee = LedgerEvent.chargeAssessed(day(2), Charge.FEE, eur("5.00"));
    Recommendation now = on(ChargeRules.NONE, 10, owed("365.00", fee, pays(5, "365.00")));
    assertThat(now.chargesLeft()).containsEntry("I", eur("5.00"));
  }

  @Test
  void aDifferenceWithinTheToleranceBearsNoCharges() {
    DunningPolicy policy =
        Policies.draft().charges(RULES).tolerance(Tolerance.upTo(eur("1.00"))).build();
    InvoiceHistory history = owed("365.00", pays(5, "364.50"));
    Recommendation soon = EVALUATOR.evaluate(policy, history, day(10));
    Recommendation late = EVALUATOR.evaluate(policy, history, day(900));
    assertThat(soon.chargesLeft()).containsEntry("I", eur("40.50"));
    assertThat(late.chargesLeft()).isEqualTo(soon.chargesLeft());
  }

  /** 24 % on 365.00 is 24 cents a day; the 15.00 that are tolerated bear nothing. */
  @Test
  void aToleratedDifferenceIsInNoSumThatIsChased() {
    ChargeRules chased =
        ChargeRules.of(LateInterest.fixed(percent("24"))).onceSettled(OnceSettled.CHASED);
    DunningPolicy policy =
        Policies.draft().charges(chased).tolerance(Tolerance.upTo(eur("15.00"))).build();
    Recommendation now = EVALUATOR.evaluate(policy, owed("365.00", pays(10, "350.00")), day(100));
    assertThat(now.overdue()).containsExactly(eur("2.40"));
    assertThat(now.owed()).hasToString("[0.00 EUR, fees 0.00 EUR, interest 2.40 EUR: 2.40 EUR]");
    assertThat(now.lines().get(0).open()).isEqualTo(eur("2.40"));
  }

  /** 100.00 were paid for by 60.00 and a credit; the 60.00 that go back had paid the fee. */
  @Test
  void aRefundAfterACreditTakesBackWhatPaidCharges() {
    ChargeRules costs =
        ChargeRules.of(LateFee.flat(eur("40.00")).once())
            .paying(AllocationOrder.COSTS_PRINCIPAL_INTEREST);
    InvoiceHistory history =
        owed(
            "100.00",
            pays(5, "60.00"),
            LedgerEvent.credit(day(8), eur("100.00")),
            LedgerEvent.refund(day(10), eur("60.00")));
    assertThat(costs.accrue(history, day(20)).owed())
        .hasToString("0.00 EUR, fees 40.00 EUR, interest 0.00 EUR: 40.00 EUR");
    InvoiceHistory posted = costs.posted(history, day(20), CALENDAR);
    assertThat(posted.standingOn(day(20)).balance().open()).isEqualTo(eur("0.00"));
    assertThat(posted.events())
        .contains(
            new MoneyEvent.ChargesPaid(day(5), eur("40.00")),
            new MoneyEvent.ChargesPaid(day(10), eur("-40.00")));
  }

  /** The books showed 80.00 as open until the 60.00 that had paid 40.00 of costs bounced. */
  @Test
  void theBooksKeepWhatWasKnownOnTheDay() {
    ChargeRules costs =
        ChargeRules.of(LateFee.flat(eur("40.00")).once())
            .paying(AllocationOrder.COSTS_PRINCIPAL_INTEREST);
    InvoiceHistory posted =
        costs.posted(
            owed("100.00", pays(5, "60.00"), LedgerEvent.paymentReversed(day(10), eur("60.00"))),
            day(20),
            CALENDAR);
    assertThat(posted.standingOn(day(9)).balance().open()).isEqualTo(eur("80.00"));
    assertThat(posted.standingOn(day(10)).balance().open()).isEqualTo(eur("100.00"));
  }

  /** 60.00 came, the rest was given up, and the 60.00 bounced: it stays given up. */
  @Test
  void aBounceDoesNotChangeWhatWasGivenUpBefore() {
    for (AllocationOrder order : AllocationOrder.values()) {
      ChargeRules rules = ChargeRules.of(TEN).paying(order);
      InvoiceHistory history =
          owed(
              "100.00",
              pays(-3, "60.00"),
              LedgerEvent.partWrittenOff(day(-2), eur("90.00")),
              LedgerEvent.paymentReversed(day(4), eur("60.00")));
      assertThat(rules.accrue(history, day(20)).principal()).isEqualTo(eur("0.00"));
      assertThat(rules.posted(history, day(20), CALENDAR).standingOn(day(20)).balance().closure())
          .isEqualTo(Closure.WRITTEN_OFF);
    }
  }

  @Test
  void whatPaysCostsEarnsNoDiscount() {
    ChargeRules costs =
        ChargeRules.of(LateFee.flat(eur("40.00")).once())
            .paying(AllocationOrder.COSTS_PRINCIPAL_INTEREST);
    Invoice thirty =
        Invoice.of(
            "I",
            eur("100.00"),
            day(-9),
            PaymentTerms.net(9).discount(EarlyPaymentDiscount.of(percent("30"), 60)));
    InvoiceHistory plain = InvoiceHistory.of(thirty);
    assertThat(costs.accrue(plain.with(pays(5, "70.00")), day(20)).principal())
        .isEqualTo(eur("70.00"));
    assertThat(costs.accrue(plain.with(pays(5, "110.00")), day(20)).principal())
        .isEqualTo(eur("0.00"));
    assertThat(costs.accrue(plain.with(pays(5, "109.99")), day(20)).principal())
        .isEqualTo(eur("30.01"));
  }

  /** The order counts for a fee that was assessed, although these rules charge none. */
  @Test
  void rulesThatChargeNothingStillSayWhatPaymentsPay() {
    LedgerEvent fee = LedgerEvent.chargeAssessed(day(2), Charge.FEE, eur("5.00"));
    InvoiceHistory history = owed("365.00", fee, pays(5, "365.00"));
    ChargeRules costsFirst = ChargeRules.NONE.paying(AllocationOrder.COSTS_INTEREST_PRINCIPAL);
    assertThat(costsFirst.accrue(history, day(10)).principal()).isEqualTo(eur("5.00"));
    assertThat(on(costsFirst, 10, history).overdue()).containsExactly(eur("5.00"));
    ChargeRules chased = ChargeRules.NONE.onceSettled(OnceSettled.CHASED);
    assertThat(on(chased, 10, history).overdue()).containsExactly(eur("5.00"));
  }

  @Test
  void withoutRulesTheStatementFollowsWhatWasRecorded() {
    InvoiceHistory recorded =
        owed("365.00", pays(5, "365.00"), LedgerEvent.chargesPaid(day(5), eur("20.00")));
    assertThat(ChargeRules.NONE.accrue(recorded, day(20)).principal()).isEqualTo(eur("20.00"));
    assertThat(ChargeRules.NONE.accrue(recorded, day(20)).allocations())
        .extracting(Object::toString)
        .contains("2026-02-05 charges paid 0.00 EUR: costs 20.00, interest 0.00, principal -20.00");
  }

  /** What pays charges leaves principal open, for the ladder as for the statement. */
  @Test
  void whereCostsComeFirstTheLadderChasesWhatIsLeftOfThePrincipal() {
    InvoiceHistory late = owed("365.00", pays(5, "365.00"));
    Recommendation now = on(COSTS_FIRST, 5, late);
    assertThat(now.verdict()).isEqualTo(Verdict.ACT);
    assertThat(now.overdue()).containsExactly(eur("40.50"));
    assertThat(now.owed()).hasToString("[40.50 EUR, fees 0.00 EUR, interest 0.00 EUR: 40.50 EUR]");
    InvoiceHistory posted = COSTS_FIRST.posted(late, day(5), CALENDAR);
    assertThat(posted.events()).contains(new MoneyEvent.ChargesPaid(day(5), eur("40.50")));
    assertThat(posted.standingOn(day(5)).balance().closure()).isEqualTo(Closure.OPEN);
    assertThat(COSTS_FIRST.accrue(posted, day(5))).hasToString("I: " + now.owed().get(0));
    assertThat(COSTS_FIRST.posted(posted, day(5), CALENDAR)).isEqualTo(posted);
  }

  @Test
  void agingShowsWhatTheStatementSays() {
    Account account = Account.of(Customer.of("C"), List.of(owed("365.00", pays(5, "365.00"))));
    AgingReport report =
        AgingReport.ofAccounts(
            AgingSchedule.STANDARD,
            day(10),
            List.of(COSTS_FIRST.posted(account, day(10), CALENDAR)));
    assertThat(report.totals().get(CurrencyUnit.of("EUR")).total()).isEqualTo(eur("40.50"));
    assertThat(RULES.posted(account, day(10), CALENDAR)).isSameAs(account);
  }

  /** What is paid on top of the invoice pays the charges, and is no credit. */
  @Test
  void whatPaysChargesIsNoCredit() {
    InvoiceHistory late = owed("365.00", pays(5, "365.00"), pays(8, "45.00"));
    InvoiceHistory posted = RULES.posted(late, day(10), CALENDAR);
    assertThat(late.standingOn(day(10)).balance().credit()).isEqualTo(eur("45.00"));
    assertThat(posted.standingOn(day(10)).balance().credit()).isEqualTo(eur("4.50"));
  }

  @Test
  void chargesCanBeChasedAsADebtOfTheirOwn() {
    ChargeRules chased = RULES.onceSettled(OnceSettled.CHASED);
    InvoiceHistory history =
        owed(
            "365.00",
            LedgerEvent.stepTaken(day(3), "reminder"),
            LedgerEvent.stepTaken(day(14), "notice"),
            pays(20, "365.00"));
    Recommendation before = on(chased, 22, history);
    assertThat(before.verdict()).isEqualTo(Verdict.WAIT);
    assertThat(before.reviewOn()).contains(day(23));
    // the ladder starts again, from the day on which the principal was settled
    Recommendation now = on(chased, 23, history);
    assertThat(now.step()).contains("reminder");
    assertThat(now.overdue()).containsExactly(eur("42.00"));
    assertThat(now.overdueSince()).contains(day(20));
    assertThat(now.owed()).hasToString("[0.00 EUR, fees 40.00 EUR, interest 2.00 EUR: 42.00 EUR]");
    Recommendation paid = on(chased, 30, history.with(pays(25, "42.00")));
    assertThat(paid.reason()).hasToString("nothing is owed: settled since 2026-02-20");
    assertThat(chased.toString()).endsWith("; chased once settled");
  }

  @Test
  void chargesThatGrowCannotBeChased() {
    ChargeRules growing =
        ChargeRules.of(
            LateInterest.fixed(percent("10")).compounding(Compounding.MONTHLY, RateMode.FLOATING));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> growing.onceSettled(OnceSettled.CHASED))
        .withMessage(
            "charges that are chased cannot bear interest: 10%, compounding monthly, ACT/365F\n"
                + "Maybe: keep them as owed, or charge simple interest");
  }

  @Test
  void aWriteOffOfAPartLowersWhatBearsInterest() {
    LedgerEvent part = LedgerEvent.partWrittenOff(day(10), eur("182.50"));
    AccruedCharges now = ChargeRules.of(TEN).accrue(owed("365.00", part), day(20));
    assertThat(now.principal()).isEqualTo(eur("182.50"));
    assertThat(now.interest()).isEqualTo(eur("1.50"));
  }

  @Test
  void aWriteOffThatWasReversedNeverStoppedInterest() {
    LedgerEvent[] events = {
      LedgerEvent.writtenOff(day(10)), pays(15, "182.50"), LedgerEvent.writeOffReversed(day(20))
    };
    ChargeRules rules = ChargeRules.of(TEN);
    AccruedCharges before = rules.accrue(owed("365.00", events), day(19));
    assertThat(before.owed()).hasToString("0.00 EUR, fees 0.00 EUR, interest 1.00 EUR: 1.00 EUR");
    AccruedCharges now = rules.accrue(owed("365.00", events), day(25));
    assertThat(now.owed()).hasToString("182.50 EUR, fees 0.00 EUR, interest 2.00 EUR: 184.50 EUR");
  }
}
