package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.afterDeadlineOf;
import static io.dunning.policy.Trigger.daysPastDue;
import static io.dunning.policy.Trigger.pastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holidays are known through 2027; what lies beyond is said, and looked at again in time. */
class CalendarEndTest {
  private static final LocalDate LAST = LocalDate.of(2027, 12, 31);
  private static final DateSpan COVERED = new DateSpan(LocalDate.of(2026, 1, 1), LAST);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends().withHolidays(List.of(), COVERED));
  private static final LocalDate DAY = LocalDate.of(2027, 12, 27);
  private static final InvoiceHistory INVOICE =
      Fixtures.history("I", eur("100.00"), DAY.minusDays(20));
  private static final Days TEN = businessDays(10);

  private static final DunningPolicy NOTICE_AND_CALL =
      draft()
          .ladder(
              EscalationLadder.of(
                  step("notice").at(daysPastDue(14)).take(sendNotice(1, LETTER)).grants(TEN),
                  step("call").at(afterDeadlineOf("notice", businessDays(1))).take(placeCall())))
          .build();

  @Test
  void saysThatADeadlineCannotBeStated() {
    Explanation now = EVALUATOR.explain(NOTICE_AND_CALL, INVOICE, DAY);
    assertThat(now.recommendation().step()).contains("notice");
    assertThat(now.recommendation().deadline()).isEmpty();
    assertThat(now.leftOut())
        .contains(new LeftOutReason.DeadlineOutsideCalendar("notice", TEN, COVERED));
    assertThat(now.toString())
        .contains(
            "- notice: states no payment deadline, because 10 business days from today lie outside"
                + " the days the calendar covers, 2026-01-01..2027-12-31");
  }

  @Test
  void aDeadlineWithinTheCalendarIsStatedWithoutAWord() {
    Explanation now =
        EVALUATOR.explain(
            NOTICE_AND_CALL,
            Fixtures.history("I", eur("100.00"), DAY.minusDays(60)),
            DAY.minusDays(30));
    assertThat(now.recommendation().deadline()).isPresent();
    assertThat(now.leftOut()).noneMatch(r -> r instanceof LeftOutReason.DeadlineOutsideCalendar);
  }

  @Test
  void looksAgainOnTheLastDayThatTheCalendarCovers() {
    InvoiceHistory noticed = INVOICE.with(LedgerEvent.stepTaken(DAY, "notice", LETTER));
    Recommendation now = EVALUATOR.evaluate(NOTICE_AND_CALL, noticed, DAY);
    assertThat(now.rule()).isEqualTo(Rule.DAY_UNKNOWN);
    assertThat(now.reviewOn()).contains(LAST);
    assertThat(now.reason())
        .hasToString(
            "call: 1 business day after the deadline of notice lies outside the days the calendar"
                + " covers, 2026-01-01..2027-12-31");
    assertThat(EVALUATOR.evaluate(NOTICE_AND_CALL, noticed, LAST.minusDays(1)).decidesLike(now))
        .isTrue();
    Recommendation then = EVALUATOR.evaluate(NOTICE_AND_CALL, noticed, LAST);
    assertThat(then.rule()).isEqualTo(Rule.CALENDAR_OVER);
    assertThat(then.reason().rule()).isEqualTo(Rule.CALENDAR_OVER);
    assertThat(then.reviewOn()).isEmpty();
    assertThat(then.reason().toString()).endsWith("; only a later calendar helps");
  }

  @Test
  void aLaterCalendarGivesTheDay() {
    InvoiceHistory noticed = INVOICE.with(LedgerEvent.stepTaken(DAY, "notice", LETTER));
    Recommendation now =
        DunningEvaluator.on(BusinessCalendar.weekends()).evaluate(NOTICE_AND_CALL, noticed, LAST);
    assertThat(now.reviewOn()).contains(LocalDate.of(2028, 1, 11));
  }

  @Test
  void doesSoForATriggerThatCountsFromTheDueDate() {
    DunningPolicy policy =
        draft()
            .ladder(EscalationLadder.of(step("call").at(pastDue(TEN)).take(placeCall())))
            .build();
    InvoiceHistory due = Fixtures.history("I", eur("100.00"), DAY.minusDays(3));
    assertThat(EVALUATOR.evaluate(policy, due, DAY).reviewOn()).contains(LAST);
  }
}
