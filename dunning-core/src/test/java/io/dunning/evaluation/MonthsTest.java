package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.months;
import static io.dunning.calendar.Days.years;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.afterDeadlineOf;
import static io.dunning.policy.Trigger.afterInvoice;
import static io.dunning.policy.Trigger.beforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static io.dunning.policy.Trigger.endOfMonthPastDue;
import static io.dunning.policy.Trigger.pastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.Trigger;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Triggers and repeats that count months. */
class MonthsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 1, 31);
  private static final InvoiceHistory INVOICE =
      InvoiceHistory.of(Invoice.of("INV-1", eur("100.00"), LocalDate.of(2025, 12, 30), DUE));
  private static final EscalationLadder REMINDER =
      EscalationLadder.of(step("reminder").at(pastDue(months(1))).take(sendReminder(EMAIL)));

  private static Optional<LocalDate> reviewOn(
      DunningPolicy policy, InvoiceHistory history, LocalDate day) {
    Recommendation now =
        DunningEvaluator.on(BusinessCalendar.weekends()).evaluate(policy, history, day);
    assertThat(now.verdict()).isNotEqualTo(Verdict.ACT);
    return now.reviewOn();
  }

  static Stream<Arguments> triggers() {
    return Stream.of(
        // a month that is too short ends on its last day
        arguments(pastDue(months(1)), "2026-02-28"),
        arguments(pastDue(months(2)), "2026-03-31"),
        arguments(pastDue(years(2)), "2028-01-31"),
        arguments(endOfMonthPastDue(months(4)), "2026-05-31"),
        arguments(afterInvoice(months(2)), "2026-02-28"),
        // counted from a step taken on 15 January and its deadline of a month
        arguments(after("note", months(1)), "2026-02-15"),
        arguments(afterDeadlineOf("note", months(1)), "2026-03-15"));
  }

  @ParameterizedTest
  @MethodSource("triggers")
  void triggersCountMonths(Trigger trigger, LocalDate reached) {
    DunningPolicy policy =
        draft()
            .minimumDaysBetweenSteps(0)
            .ladder(
                EscalationLadder.of(
                    step("note")
                        .at(beforeDue(months(1)))
                        .take(sendReminder(EMAIL))
                        .grants(months(1)),
                    step("reminder").at(trigger).take(sendReminder(EMAIL))))
            .build();
    InvoiceHistory noted = INVOICE.with(stepTaken(LocalDate.of(2026, 1, 15), "note"));
    LocalDate asked = DUE.plusDays(1);
    assertThat(reviewOn(policy, noted, asked)).contains(reached);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # the day of the first time stays, although February is short
          1 month,  2026-01-31,             2026-02-28
          1 month,  2026-01-31 2026-02-28,  2026-03-31
          1 month,  2026-01-31 2026-02-28 2026-03-31, 2026-04-30
          3 months, 2026-01-31 2026-04-30,  2026-07-31
          1 year,   2024-02-29 2025-02-28 2026-02-28 2027-02-28, 2028-02-29
          # taken some days late: the next day of the row
          1 month,  2026-01-31 2026-03-02,  2026-03-31
          # taken so late that the next is too close: the one after it
          1 month,  2026-01-31 2026-03-16,  2026-03-31
          1 month,  2026-01-31 2026-03-18,  2026-04-30
          # taken too early by hand: not again on the day itself
          1 month,  2026-01-31 2026-02-26,  2026-03-31
          # days still count from the last time
          30 days,  2026-01-31 2026-03-05,  2026-04-04
          """)
  void repeatsKeepTheirDay(Days every, String taken, LocalDate next) {
    DunningPolicy policy =
        draft()
            .ladder(
                EscalationLadder.of(step("reminder").at(daysPastDue(0)).take(sendReminder(EMAIL)))
                    .repeatLastEvery(every))
            .build();
    InvoiceHistory history =
        InvoiceHistory.of(
            Invoice.of(
                "INV-1", eur("100.00"), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 31)));
    LocalDate last = DUE;
    for (String each : taken.split(" ")) {
      last = LocalDate.parse(each);
      history = history.with(stepTaken(last, "reminder"));
    }
    assertThat(reviewOn(policy, history, last)).contains(next);
  }

  @Test
  void aClockThatStopsLeavesHeldDaysOutOfMonths() {
    DunningPolicy policy =
        draft()
            .clock(DunningPolicy.Clock.STOPS)
            .ladder(REMINDER.repeatLastEvery(months(1)))
            .build();
    InvoiceHistory held =
        INVOICE.with(hold(LocalDate.of(2026, 2, 10), "clerk is ill", LocalDate.of(2026, 2, 14)));
    LocalDate first = LocalDate.of(2026, 3, 5);
    assertThat(reviewOn(policy, held, LocalDate.of(2026, 2, 20))).contains(first);
    InvoiceHistory heldAgain =
        held.with(stepTaken(first, "reminder"))
            .with(hold(LocalDate.of(2026, 3, 10), "clerk is ill", LocalDate.of(2026, 3, 12)));
    assertThat(reviewOn(policy, heldAgain, LocalDate.of(2026, 3, 20)))
        .contains(LocalDate.of(2026, 4, 8));
  }

  @Test
  void graceCountsMonths() {
    DunningPolicy policy =
        draft()
            .grace(months(1))
            .ladder(
                EscalationLadder.of(step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL))))
            .build();
    assertThat(reviewOn(policy, INVOICE, DUE.plusDays(1))).contains(LocalDate.of(2026, 3, 1));
    assertThat(policy.grace()).hasToString("1 month of grace");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # first, hold, last, then the next time; 10 held days move every day of the row
          2026-01-31, 2026-02-01, 2026-02-10, 2026-03-20, 2026-04-10
          2026-01-31, 2026-02-01, 2026-02-10, 2026-03-27, 2026-04-10
          2026-01-31, 2026-02-01, 2026-02-10, 2026-03-28, 2026-05-10
          # of a hold that began before the first time, the days after it count
          2026-01-31, 2026-01-25, 2026-02-09, 2026-03-26, 2026-04-09
          2026-01-31, 2026-01-25, 2026-02-09, 2026-03-27, 2026-05-09
          """)
  void theTwoWeeksAfterALateRepeatLeaveHeldDaysOut(
      LocalDate first, LocalDate holdFrom, LocalDate holdUntil, LocalDate last, LocalDate next) {
    assertThat(reviewOn(repeats(months(1)), repeated(first, holdFrom, holdUntil, last), last))
        .contains(next);
  }

  private static DunningPolicy repeats(Days every) {
    return draft()
        .clock(DunningPolicy.Clock.STOPS)
        .ladder(
            EscalationLadder.of(step("reminder").at(daysPastDue(0)).take(sendReminder(EMAIL)))
                .repeatLastEvery(every))
        .build();
  }

  private static InvoiceHistory repeated(
      LocalDate first, LocalDate holdFrom, LocalDate holdUntil, LocalDate last) {
    return InvoiceHistory.of(
            Invoice.of("INV-1", eur("100.00"), LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31)))
        .with(
            stepTaken(first, "reminder"),
            hold(holdFrom, "clerk is ill", holdUntil),
            stepTaken(last, "reminder"));
  }

  @Test
  void everyTwoMonthsKeepsFourWeeksAfterALateTime() {
    InvoiceHistory late =
        InvoiceHistory.of(
                Invoice.of(
                    "INV-1", eur("100.00"), LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31)))
            .with(stepTaken(DUE, "reminder"), stepTaken(LocalDate.of(2026, 5, 10), "reminder"));
    assertThat(reviewOn(repeats(months(2)), late, LocalDate.of(2026, 5, 10)))
        .contains(LocalDate.of(2026, 7, 31));
  }
}
