package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.offerDiscount;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.daysAfterInvoice;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.InvalidPolicyException;
import io.dunning.policy.PolicyDraft;
import io.dunning.terms.PaymentTerms;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A step before the due date is for the time before it; the due date is 14 February 2026. */
class BeforeDueTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());
  private static final EscalationStep HEADS_UP =
      step("heads-up").at(daysBeforeDue(3)).take(sendReminder(EMAIL));
  private static final EscalationStep OFFER =
      step("offer").at(daysAfterInvoice(15)).take(offerDiscount(EMAIL));
  private static final EscalationStep REMINDER =
      step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL));

  private static InvoiceHistory invoice(String number, int dueAfter, LedgerEvent... events) {
    return Fixtures.history(number, eur("100.00"), DUE.plusDays(dueAfter), events);
  }

  private static PolicyDraft ladder(EscalationStep... steps) {
    return draft().ladder(EscalationLadder.of(steps));
  }

  private static Explanation explain(DunningPolicy policy, int day) {
    return EVALUATOR.explain(policy, invoice("I", 0), DUE.plusDays(day));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # from its day up to and including the due date
          -4, NOT_DUE, , -3
          -3, ACT, heads-up, 1
          0, ACT, heads-up, 1
          # lapsed from the day after
          1, WAIT, , 3
          3, ACT, reminder,
          120, ACT, reminder,
          """)
  void lapsesOnTheDueDate(int day, Verdict verdict, String step, Integer review) {
    Recommendation now = explain(ladder(HEADS_UP, REMINDER).build(), day).recommendation();
    assertThat(now.verdict()).isEqualTo(verdict);
    assertThat(now.step().orElse(null)).isEqualTo(step);
    assertThat(now.reviewOn().orElse(null)).isEqualTo(review == null ? null : DUE.plusDays(review));
  }

  /** Who was given time for everything is not overdue with an older invoice. */
  @ParameterizedTest
  @CsvSource({"-1, NOT_DUE", "0, ACT", "3, ACT", "4, WAIT"})
  void countsToTheDayToWhichTheAccountWasDeferred(int day, Verdict verdict) {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(invoice("I", 0)),
            List.of(LedgerEvent.deferred(DUE.minusDays(20), DUE.plusDays(3))));
    AccountRecommendation now =
        EVALUATOR.evaluate(ladder(HEADS_UP, REMINDER).build(), account, DUE.plusDays(day));
    assertThat(now.recommendations())
        .singleElement()
        .extracting(Recommendation::verdict)
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @EnumSource(Progression.class)
  void saysThatItLapsedHoweverTheLadderIsClimbed(Progression progression) {
    DunningPolicy policy =
        draft().ladder(EscalationLadder.of(HEADS_UP, REMINDER).progression(progression)).build();
    Explanation late = explain(policy, 120);
    assertThat(late.leftOut()).contains(new LeftOutReason.StepLapsed("heads-up", DUE));
    assertThat(late.toString()).contains("- heads-up: lapsed, could be taken until 2026-02-14");
  }

  @Test
  void anOfferForEarlyPaymentLapsesEvenBehindAnotherStep() {
    EscalationStep demand = step("demand").at(daysAfterInvoice(40)).take(sendNotice(1, EMAIL));
    Explanation now = explain(ladder(OFFER, demand).build(), 15);
    assertThat(now.recommendation().step()).contains("demand");
    assertThat(now.leftOut()).containsExactly(new LeftOutReason.StepLapsed("offer", DUE));
    DunningPolicy other =
        ladder(step("welcome").at(daysAfterInvoice(1)).take(sendReminder(EMAIL)), OFFER).build();
    Explanation second = explain(other, 2);
    assertThat(second.recommendation().step()).contains("welcome");
    assertThat(second.leftOut()).containsExactly(new LeftOutReason.StepLapsed("offer", DUE));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # the longest discount of the terms decides, without its days of grace
          '2/10 net 30',        -20
          '3/5 2/10 net 30',    -20
          # no offer after the due date, and none without a discount in the terms
          '2/40 net 30',        0
          'net 30',             0
          """)
  void anOfferForEarlyPaymentLapsesAfterTheLastDiscountDay(String terms, int last) {
    InvoiceHistory owed =
        InvoiceHistory.of(
            Invoice.of("I", eur("100.00"), DUE.minusDays(30), PaymentTerms.parse(terms)));
    EscalationStep offer = step("offer").at(daysAfterInvoice(1)).take(offerDiscount(EMAIL));
    DunningPolicy policy = ladder(offer, REMINDER).build();
    LocalDate day = DUE.plusDays(last);
    Recommendation inTime = EVALUATOR.evaluate(policy, owed, day);
    assertThat(inTime.step()).contains("offer");
    assertThat(inTime.reviewOn()).contains(day.plusDays(1));
    Explanation late = EVALUATOR.explain(policy, owed, day.plusDays(1));
    assertThat(late.recommendation().step()).isEmpty();
    assertThat(late.leftOut()).contains(new LeftOutReason.StepLapsed("offer", day));
  }

  @Test
  void aStepThatCountsFromALapsedOneCountsFromTheDayItCouldHaveBeenTaken() {
    EscalationStep next =
        step("next").at(after("heads-up", calendarDays(10))).take(sendNotice(1, EMAIL));
    Recommendation now = explain(ladder(HEADS_UP, next).build(), 1).recommendation();
    assertThat(now.verdict()).isEqualTo(Verdict.WAIT);
    assertThat(now.reviewOn()).contains(DUE.plusDays(7));
  }

  @Test
  void doesNotRepeatAfterTheDueDate() {
    DunningPolicy policy =
        draft().ladder(EscalationLadder.of(HEADS_UP).repeatLastEvery(calendarDays(2))).build();
    InvoiceHistory told = invoice("I", 0, LedgerEvent.stepTaken(DUE.minusDays(3), "heads-up"));
    assertThat(EVALUATOR.evaluate(policy, told, DUE.minusDays(1)).step()).contains("heads-up");
    Recommendation late = EVALUATOR.evaluate(policy, told, DUE.plusDays(1));
    assertThat(late.verdict()).isEqualTo(Verdict.EXHAUSTED);
    assertThat(late.reviewOn()).isEmpty();
  }

  @Test
  void doesNotGoToWhoIsOverdueWithAnOlderInvoice() {
    Account late = Fixtures.account("C", invoice("OLD", -20), invoice("NEW", 0));
    Explanation now =
        EVALUATOR.explain(ladder(HEADS_UP, REMINDER).build(), late, DUE.minusDays(2)).get(1);
    assertThat(now.recommendation().verdict()).isEqualTo(Verdict.NOT_DUE);
    assertThat(now.recommendation().reviewOn()).contains(DUE.plusDays(1));
    assertThat(now.leftOut())
        .contains(new LeftOutReason.StepBehindOlder("heads-up", DUE.minusDays(19)));
    assertThat(now.toString())
        .contains(
            "heads-up: not while an older invoice is overdue, as one has been since 2026-01-26");
  }

  @Test
  void goesToSuchACustomerIfTheStepSaysSo() {
    Account late = Fixtures.account("C", invoice("OLD", -20), invoice("NEW", 0));
    DunningPolicy policy = ladder(HEADS_UP.evenWhileOverdue(), REMINDER).build();
    List<Recommendation> now = EVALUATOR.evaluate(policy, late, DUE.minusDays(2)).recommendations();
    assertThat(now.get(1).step()).contains("heads-up");
    assertThat(policy)
        .asString()
        .contains("heads-up: 3 days before due: send reminder by email, even while an older");
  }

  /** The older invoice becomes overdue between the heads-up and the due date of the newer one. */
  @Test
  void looksAgainOnTheDayOnWhichAnOlderInvoiceBecomesOverdue() {
    Account soon = Fixtures.account("C", invoice("OLD", -2), invoice("NEW", 0));
    DunningPolicy policy = ladder(HEADS_UP, REMINDER).build();
    Recommendation now =
        EVALUATOR.evaluate(policy, soon, DUE.minusDays(3)).recommendations().get(1);
    assertThat(now.step()).contains("heads-up");
    assertThat(now.reviewOn()).contains(DUE.minusDays(1));
    DunningPolicy together = ladder(HEADS_UP, REMINDER).per(AccountRules.Unit.ACCOUNT).build();
    assertThat(EVALUATOR.evaluate(together, soon, DUE.minusDays(3)).recommendations().get(0).step())
        .contains("heads-up");
  }

  @Test
  void anOfferForEarlyPaymentCannotCountFromTheDueDate() {
    assertThatThrownBy(
            () -> ladder(step("offer").at(daysPastDue(15)).take(offerDiscount(EMAIL))).build())
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageContaining(
            "step \"offer\": offers a discount for early payment, but only after the due date"
                + " (15 days past due); let it come earlier");
  }

  /** Whether a note goes on day 5 about an invoice due on day 8, while another one is open. */
  private static Recommendation beside(InvoiceHistory older) {
    Account account = Fixtures.account("C", invoice("NEW", 8), older);
    DunningPolicy policy = ladder(HEADS_UP).build();
    return BothWays.decide(EVALUATOR, policy, account, DUE.plusDays(5)).get(0);
  }

  @Test
  void anOlderInvoiceThatCountsFromALaterDayIsNotOverdue() {
    assertThat(beside(invoice("OLD", 0)).step()).isEmpty();
    assertThat(beside(invoice("OLD", 6)).step()).contains("heads-up");
    LedgerEvent deferred = LedgerEvent.deferred(DUE.plusDays(-3), DUE.plusDays(6));
    assertThat(beside(invoice("OLD", 0, deferred)).step()).contains("heads-up");
    InvoiceHistory arrivedLate =
        invoice(
            "OLD",
            0,
            LedgerEvent.notDelivered(DUE.plusDays(-9)),
            LedgerEvent.delivered(DUE.plusDays(1)));
    assertThat(beside(arrivedLate).step()).contains("heads-up");
  }

  @Test
  void anOlderInvoiceIsOverdueThoughItIsDisputed() {
    LedgerEvent disputed = LedgerEvent.dispute(DUE.plusDays(-3), "broken");
    assertThat(beside(invoice("OLD", 0, disputed)).step()).isEmpty();
    assertThat(beside(invoice("OLD", 6, disputed)).step()).contains("heads-up");
  }
}
