package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.behaviour.RiskBand.PROMPT;
import static io.dunning.behaviour.RiskBand.UNKNOWN;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.customerInSegment;
import static io.dunning.policy.Condition.customerIs;
import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicySet;
import io.dunning.policy.PolicyTrial;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Segments that follow from rules. */
class SegmentsTest {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  private static final DunningPolicy STANDARD =
      DunningPolicy.named("standard")
          .profileWindow(calendarDays(100))
          .ladder(
              EscalationLadder.of(
                  step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                  step("call").at(daysPastDue(90)).take(placeCall())))
          .build();

  private static final DunningPolicy GENTLE =
      DunningPolicy.named("gentle")
          .ladder(
              EscalationLadder.of(
                  step("gold call")
                      .at(daysPastDue(2))
                      .take(placeCall())
                      .onlyIf(customerInSegment("gold")),
                  step("first").at(daysPastDue(30)).take(sendReminder(EMAIL))))
          .build();

  private static final PolicySet SET =
      PolicySet.byDefault(STANDARD)
          .forSegment("gold", GENTLE)
          .segmentIf("vip", customerTagged("vip"))
          .segmentIf("gold", customerIs(PROMPT))
          .segmentIf("new", customerIs(UNKNOWN));

  private static final LocalDate DUE = LocalDate.of(2026, 6, 1);

  /** Three invoices paid on time in March, and one that is open. */
  private static Account prompt(Customer customer) {
    List<InvoiceHistory> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      LocalDate due = LocalDate.of(2026, 3, 10 + i);
      all.add(
          InvoiceHistory.of(Invoice.of("P-" + i, eur("10.00"), due.minusDays(30), due))
              .with(LedgerEvent.payment(due, eur("10.00"))));
    }
    all.add(InvoiceHistory.of(Invoice.of("A-1", eur("900.00"), DUE.minusDays(30), DUE)));
    return Account.of(customer, all);
  }

  private static Recommendation open(AccountRecommendation of) {
    return of.recommendations().get(3);
  }

  @Test
  void theFirstRuleThatHoldsGivesTheSegmentAndThePolicy() {
    LocalDate day = DUE.plusDays(5);
    Account account = prompt(Customer.of("C-1"));
    assertThat(EVALUATOR.segment(SET, account, day)).contains("gold");
    assertThat(open(EVALUATOR.evaluate(SET, account, day)).policy().name()).isEqualTo("gentle");
    Account vip = prompt(Customer.of("C-1").tagged("vip"));
    assertThat(EVALUATOR.segment(SET, vip, day)).contains("vip");
    assertThat(open(EVALUATOR.evaluate(SET, vip, day)).policy().name()).isEqualTo("standard");
  }

  @Test
  void theRecordedSegmentCountsIfNoRuleHolds() {
    PolicySet set =
        PolicySet.byDefault(STANDARD)
            .forSegment("old", GENTLE)
            .segmentIf("vip", customerTagged("vip"));
    Account account = prompt(Customer.of("C-1").inSegment("old"));
    assertThat(EVALUATOR.segment(set, account, DUE)).contains("old");
    assertThat(open(EVALUATOR.evaluate(set, account, DUE)).policy().name()).isEqualTo("gentle");
    assertThat(EVALUATOR.segment(set, prompt(Customer.of("C-1")), DUE)).isEmpty();
  }

  @Test
  void aRuleMayMoveWhoIsRecordedInASegment() {
    PolicySet set =
        PolicySet.byDefault(STANDARD)
            .forSegment("new", GENTLE)
            .segmentIf("new", customerInSegment("old"));
    Account account = prompt(Customer.of("C-1").inSegment("old"));
    assertThat(open(EVALUATOR.evaluate(set, account, DUE)).policy().name()).isEqualTo("gentle");
  }

  /** On 19 June, the payments of 10 and 11 March have left the window of 100 days. */
  @Test
  void looksAgainOnTheDayOnWhichTheSegmentChangesTheAnswer() {
    LocalDate day = DUE.plusDays(5);
    Recommendation now = open(EVALUATOR.evaluate(SET, prompt(Customer.of("C-1")), day));
    LocalDate review = now.reviewOn().orElseThrow();
    assertThat(review).isBetween(LocalDate.of(2026, 6, 17), LocalDate.of(2026, 6, 20));
    Recommendation before =
        open(EVALUATOR.evaluate(SET, prompt(Customer.of("C-1")), review.minusDays(1)));
    Recommendation then = open(EVALUATOR.evaluate(SET, prompt(Customer.of("C-1")), review));
    assertThat(before.policy().name()).isEqualTo("gentle");
    assertThat(then.policy().name()).isEqualTo("standard");
    assertThat(then.verdict()).isEqualTo(Verdict.ACT);
  }

  @Test
  void conditionsOfThePolicySeeTheSegment() {
    Account account = prompt(Customer.of("C-1"));
    assertThat(open(EVALUATOR.evaluate(SET, account, DUE.plusDays(5))).step())
        .contains("gold call");
  }

  @Test
  void saysWhy() {
    Account account = prompt(Customer.of("C-1"));
    Explanation why = EVALUATOR.explain(SET, account, DUE.plusDays(5)).get(3);
    assertThat(why.toString()).contains("- in segment gold, because customer is prompt\n");
    PolicyTrial trial = new PolicyTrial("spring", GENTLE, STANDARD, percent("100"));
    Explanation tried = EVALUATOR.explain(SET.trying(trial), account, DUE.plusDays(5)).get(3);
    assertThat(tried.toString())
        .contains(
            "- in trial spring instead of gentle, because "
                + trial.numberOf("C-1")
                + " is below 100%\n");
    assertThat(tried.recommendation().policy().name()).isEqualTo("standard");
  }
}
