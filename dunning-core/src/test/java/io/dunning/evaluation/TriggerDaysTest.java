package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.Trigger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day on which a trigger is reached; the due date is 14 February 2026, a Saturday. */
class TriggerDaysTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final BusinessCalendar WEEKENDS = BusinessCalendar.weekends();

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static PolicyDraft draft(Trigger trigger) {
    return DunningPolicy.named("p")
        .ladder(EscalationLadder.of(step("s").at(trigger).take(sendReminder(EMAIL))));
  }

  private static InvoiceHistory invoice(LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of("I", eur("100.00"), day(-30), DUE)).with(events);
  }

  /** The first day on which the step is taken, looked for day by day. */
  private static LocalDate reached(
      BusinessCalendar calendar, PolicyDraft draft, LedgerEvent... events) {
    DunningPolicy policy = draft.build();
    for (int i = -40; i < 100; i++) {
      Recommendation now = DunningEvaluator.on(calendar).evaluate(policy, invoice(events), day(i));
      if (now.step().equals(Optional.of("s"))) {
        return day(i);
      }
    }
    throw new AssertionError("never reached");
  }

  private static Trigger trigger(String kind, Days days) {
    return switch (kind) {
      case "before due" -> new Trigger.BeforeDue(days);
      case "past due" -> Trigger.pastDue(days);
      case "end of month" -> Trigger.endOfMonthPastDue(days);
      default -> new Trigger.AfterInvoice(days);
    };
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # calendar days
          before due,    3, CALENDAR, 2026-02-11
          past due,      3, CALENDAR, 2026-02-17
          end of month,  3, CALENDAR, 2026-02-28
          end of month, 14, CALENDAR, 2026-02-28
          end of month, 15, CALENDAR, 2026-03-31
          after invoice, 3, CALENDAR, 2026-01-18
          # business days: from a Saturday the first one is Monday, and the one before is Friday
          before due,    1, BUSINESS, 2026-02-13
          before due,    3, BUSINESS, 2026-02-11
          past due,      1, BUSINESS, 2026-02-16
          past due,      3, BUSINESS, 2026-02-18
          end of month, 10, BUSINESS, 2026-02-28
          end of month, 11, BUSINESS, 2026-03-31
          after invoice, 3, BUSINESS, 2026-01-20
          """)
  void countsFromWhatItSays(String kind, int count, Days.Unit unit, LocalDate expected) {
    Days days = unit == Days.Unit.BUSINESS ? businessDays(count) : calendarDays(count);
    assertThat(reached(WEEKENDS, draft(trigger(kind, days)))).isEqualTo(expected);
  }

  @Test
  void whatCountsFromTheDueDateWaitsForTheGracePeriod() {
    for (String kind : List.of("past due", "end of month")) {
      PolicyDraft draft = draft(trigger(kind, calendarDays(3))).grace(calendarDays(20));
      assertThat(reached(WEEKENDS, draft)).isEqualTo(day(21));
    }
    PolicyDraft draft = draft(trigger("after invoice", calendarDays(3))).grace(calendarDays(20));
    assertThat(reached(WEEKENDS, draft)).isEqualTo(day(-27));
  }

  @Test
  void outsideTheCalendarNobodyKnowsTheDay() {
    BusinessCalendar shortOne = WEEKENDS.withHolidays(List.of(), new DateSpan(day(-3), day(5)));
    for (String kind : List.of("past due", "end of month")) {
      DunningPolicy policy = draft(trigger(kind, businessDays(5))).build();
      Recommendation early = DunningEvaluator.on(shortOne).evaluate(policy, invoice(), day(4));
      assertThat(early.rule()).isEqualTo(Rule.DAY_UNKNOWN);
      assertThat(early.reviewOn()).contains(day(5));
      Recommendation over = DunningEvaluator.on(shortOne).evaluate(policy, invoice(), day(60));
      assertThat(over.rule()).isEqualTo(Rule.CALENDAR_OVER);
      assertThat(over.reviewOn()).isEmpty();
      assertThat(over.reason().toString())
          .contains("lies outside the days the calendar covers, 2026-02-11..2026-02-19");
    }
    Recommendation before =
        DunningEvaluator.on(shortOne)
            .evaluate(draft(trigger("before due", businessDays(9))).build(), invoice(), day(-9));
    assertThat(before.verdict()).isEqualTo(Verdict.NOT_DUE);
    assertThat(reached(shortOne, draft(trigger("past due", businessDays(4))))).isEqualTo(day(5));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # ten days past due, held from day 3 through day 5
          CALENDAR, 10,  3,  5, 2026-02-27
          # held through the day on which it would have been reached, and after it
          CALENDAR, 10, 10, 12, 2026-02-27
          CALENDAR, 10, 11, 13, 2026-02-24
          # held from before the due date: only the days after it count
          CALENDAR, 10, -4,  2, 2026-02-26
          # three business days past due (18 February), held over a weekend, and over Tuesday
          BUSINESS,  3,  0,  1, 2026-02-18
          BUSINESS,  3,  3,  3, 2026-02-19
          BUSINESS,  3,  2,  4, 2026-02-23
          BUSINESS,  3,  5,  6, 2026-02-18
          """)
  void aClockThatStopsLeavesOutTheDaysHeld(
      Days.Unit unit, int count, int first, int last, LocalDate expected) {
    Days days = unit == Days.Unit.BUSINESS ? businessDays(count) : calendarDays(count);
    PolicyDraft draft = draft(Trigger.pastDue(days));
    LedgerEvent held = hold(day(first), "asked", day(last));
    assertThat(reached(WEEKENDS, draft.clock(DunningPolicy.Clock.STOPS), held)).isEqualTo(expected);
  }

  @Test
  void aClockThatStopsForEverReachesNothingMore() {
    PolicyDraft draft = draft(Trigger.pastDue(businessDays(3))).clock(DunningPolicy.Clock.STOPS);
    BusinessCalendar shortOne = WEEKENDS.withHolidays(List.of(), new DateSpan(day(-30), day(5)));
    Recommendation now =
        DunningEvaluator.on(shortOne)
            .evaluate(draft.build(), invoice(hold(day(2), "asked", day(4))), day(9));
    assertThat(now.rule()).isEqualTo(Rule.CALENDAR_OVER);
  }

  @Test
  void aStepCountsFromTheDayOfAnEarlierOneAndFromItsDeadline() {
    EscalationLadder ladder =
        EscalationLadder.of(
            step("a").at(Trigger.daysPastDue(1)).take(sendReminder(EMAIL)).grants(calendarDays(5)),
            step("s").at(Trigger.after("a", businessDays(2))).take(sendReminder(EMAIL)));
    LedgerEvent taken = stepTaken(day(4), "a", EMAIL);
    assertThat(reached(WEEKENDS, DunningPolicy.named("p").ladder(ladder), taken)).isEqualTo(day(6));
    EscalationLadder deadline =
        EscalationLadder.of(
            step("a").at(Trigger.daysPastDue(1)).take(sendReminder(EMAIL)).grants(calendarDays(5)),
            step("s").at(Trigger.afterDeadlineOf("a", calendarDays(2))).take(sendReminder(EMAIL)));
    assertThat(reached(WEEKENDS, DunningPolicy.named("p").ladder(deadline), taken))
        .isEqualTo(day(11));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # held days, then the third day past due that was not held: a Tuesday without a hold
          2026-02-16, 2026-02-16, 2026-02-18
          2026-02-17, 2026-02-20, 2026-02-21
          2026-02-18, 2026-02-20, 2026-02-17
          """)
  void aClockThatStopsLeavesHeldDaysOutUpToTheTriggerItself(
      LocalDate from, LocalDate until, LocalDate reached) {
    PolicyDraft draft = draft(Trigger.daysPastDue(3)).clock(DunningPolicy.Clock.STOPS);
    assertThat(reached(WEEKENDS, draft, hold(from, "asked", until))).isEqualTo(reached);
  }
}
