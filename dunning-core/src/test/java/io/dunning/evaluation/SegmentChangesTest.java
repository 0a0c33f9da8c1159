package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.behaviour.RiskBand.PROMPT;
import static io.dunning.behaviour.RiskBand.UNKNOWN;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Condition.customerIs;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicySet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When to look again at a customer whose segment will change with time. */
class SegmentChangesTest {
  private static final LocalDate DUE = LocalDate.of(2026, 6, 1);
  private static final LocalDate CHANGES = LocalDate.of(2026, 6, 18);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());

  private static DunningPolicy remindingAt(int pastDue) {
    return DunningPolicy.named("at " + pastDue)
        .profileWindow(calendarDays(100))
        .ladder(
            EscalationLadder.of(
                step("reminder").at(daysPastDue(pastDue)).take(sendReminder(EMAIL))))
        .build();
  }

  /** Prompt payers are gold; once too few payments are within the window, nobody knows. */
  private static PolicySet set(int gold, int fresh) {
    return PolicySet.byDefault(remindingAt(fresh))
        .forSegment("gold", remindingAt(gold))
        .segmentIf("gold", customerIs(PROMPT));
  }

  private static InvoiceHistory open(String number, int afterDue) {
    return Fixtures.history(number, eur("900.00"), DUE.plusDays(afterDue));
  }

  /** Three invoices paid on time in March, and some that are open. */
  private static Account prompt(InvoiceHistory... open) {
    List<InvoiceHistory> all = new ArrayList<>(List.of(open));
    for (int i = 0; i < 3; i++) {
      LocalDate due = LocalDate.of(2026, 3, 10 + i);
      all.add(Fixtures.history("P-" + i, eur("10.00"), due).with(payment(due, eur("10.00"))));
    }
    return Account.of(Customer.of("C"), all);
  }

  private static LocalDate reviewOn(PolicySet set, Account account, LocalDate day, int place) {
    return EVALUATOR
        .evaluate(set, account, day)
        .recommendations()
        .get(place)
        .reviewOn()
        .orElseThrow();
  }

  @Test
  void theSegmentChangesOnceTooFewPaymentsAreInTheWindow() {
    PolicySet set = set(30, 40);
    Account account = prompt(open("A", 0));
    assertThat(EVALUATOR.segment(set, account, CHANGES.minusDays(1))).contains("gold");
    assertThat(EVALUATOR.segment(set, account, CHANGES)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # reminder for gold, for others, looked at again; the segment changes on 18 June
          30, 40, 2026-06-18
          30, 18, 2026-06-18
          # before the segment changes
          16, 40, 2026-06-17
          17, 40, 2026-06-18
          18, 40, 2026-06-18
          """)
  void aSegmentThatChangesTheAnswerIsLookedAtOnThatDay(int gold, int fresh, LocalDate expected) {
    Account account = prompt(open("A", 0));
    assertThat(reviewOn(set(gold, fresh), account, DUE.plusDays(5), 0)).isEqualTo(expected);
  }

  @Test
  void aSegmentWithTheSamePolicyChangesNothing() {
    PolicySet same =
        PolicySet.byDefault(remindingAt(20))
            .forSegment("gold", remindingAt(30))
            .forSegment("new", remindingAt(30))
            .segmentIf("gold", customerIs(PROMPT))
            .segmentIf("new", customerIs(UNKNOWN));
    Account account = prompt(open("A", 0));
    assertThat(EVALUATOR.segment(same, account, CHANGES)).contains("new");
    assertThat(reviewOn(same, account, DUE.plusDays(5), 0)).isEqualTo(DUE.plusDays(30));
    // the order of the rules does not matter where one at most holds
    PolicySet turned =
        PolicySet.byDefault(remindingAt(20))
            .forSegment("gold", remindingAt(30))
            .forSegment("new", remindingAt(40))
            .segmentIf("new", customerIs(UNKNOWN))
            .segmentIf("gold", customerIs(PROMPT));
    assertThat(reviewOn(turned, account, DUE.plusDays(5), 0)).isEqualTo(CHANGES);
  }

  @Test
  void eachInvoiceIsLookedAtOnItsOwnDay() {
    Account account = prompt(open("A", 0), open("B", 3), open("C", 4));
    PolicySet set = set(14, 40);
    LocalDate day = DUE.plusDays(10);
    assertThat(reviewOn(set, account, day, 0)).isEqualTo(DUE.plusDays(14));
    assertThat(reviewOn(set, account, day, 1)).isEqualTo(CHANGES);
    assertThat(reviewOn(set, account, day, 2)).isEqualTo(CHANGES);
    // what is closed stays so
    assertThat(EVALUATOR.evaluate(set, account, day).recommendations().get(3).verdict())
        .isEqualTo(Verdict.CLOSED);
  }

  @Test
  void whatIsPaidLaterIsNotKnownYet() {
    Account account = prompt(open("A", 0).with(payment(DUE.plusDays(12), eur("900.00"))));
    assertThat(reviewOn(set(30, 40), account, DUE.plusDays(5), 0)).isEqualTo(CHANGES);
    assertThat(
            EVALUATOR
                .evaluate(set(30, 40), account, DUE.plusDays(12))
                .recommendations()
                .get(0)
                .verdict())
        .isEqualTo(Verdict.CLOSED);
  }

  @Test
  void anExplanationNamesTheRuleFirstAndNoDayThatComesTooLate() {
    Account account = prompt(open("A", 0));
    Explanation soon = EVALUATOR.explain(set(30, 40), account, DUE.plusDays(5)).get(0);
    assertThat(soon.recommendation().reviewOn()).contains(CHANGES);
    assertThat(soon.leftOut())
        .startsWith(new LeftOutReason.InSegment("gold", "customer is prompt"));
    assertThat(soon.flips()).isEmpty();
    Explanation own = EVALUATOR.explain(set(10, 40), account, DUE.plusDays(5)).get(0);
    assertThat(own.flips())
        .extracting(Flip::toString)
        .containsExactly("would be reminder from 2026-06-11");
    Explanation late = EVALUATOR.explain(set(30, 40), account, CHANGES).get(0);
    assertThat(late.leftOut()).noneMatch(LeftOutReason.InSegment.class::isInstance);
  }
}
