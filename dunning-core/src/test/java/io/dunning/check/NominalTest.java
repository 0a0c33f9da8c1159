package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.policy.EscalationStep.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.Days;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NominalTest {
  private static final EscalationStep FIRST =
      step("first")
          .at(Trigger.daysPastDue(3))
          .take(sendReminder(EMAIL))
          .grants(Days.calendarDays(10));

  private static DunningPolicy policy(String trigger) {
    return DunningPolicy.named("mine")
        .ladder(
            EscalationLadder.of(
                FIRST, step("second").at(Trigger.parse(trigger)).take(sendReminder(EMAIL))))
        .build();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # calendar days count as they are
          14 days past due,                     14
          # seven days for five business days, rounded up
          10 business days past due,            14
          11 business days past due,            16
          # a month is thirty days
          2 months past due,                    60
          # a step, and the deadline that it granted
          20 days after first,                  23
          5 days after the deadline of first,   18
          """)
  void countsCalendarDaysPastDue(String trigger, int days) {
    assertThat(Nominal.day(policy(trigger), 1)).isEqualTo(days);
  }

  /** An invoice is due thirty days after its date, and a month ends fifteen days later. */
  @Test
  void countsFromTheDueDateWhateverATriggerCountsFrom() {
    assertThat(day(Trigger.daysBeforeDue(3))).isEqualTo(-3);
    assertThat(day(Trigger.daysAfterInvoice(45))).isEqualTo(15);
    assertThat(day(Trigger.endOfMonthPastDue(Days.calendarDays(2)))).isEqualTo(17);
  }

  private static int day(Trigger trigger) {
    EscalationStep only = step("only").at(trigger).take(sendReminder(EMAIL));
    return Nominal.day(DunningPolicy.named("mine").ladder(EscalationLadder.of(only)).build(), 0);
  }

  @Test
  void looksAheadForAsLongAsSomethingNewCanCome() {
    DunningPolicy policy = policy("14 days past due");
    assertThat(Nominal.horizonDays(policy)).isEqualTo(14 + 120);
    assertThat(Nominal.horizonDays(Redraft.of(policy).grace(Days.calendarDays(5)).build()))
        .isEqualTo(5 + 14 + 120);
    DunningPolicy repeating =
        DunningPolicy.named("mine")
            .ladder(EscalationLadder.of(FIRST).repeatLastEvery(Days.calendarDays(30)))
            .build();
    assertThat(Nominal.horizonDays(repeating)).isEqualTo(3 + 10 + 3 * 30 + 120);
  }
}
