package io.dunning.policy;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.afterDeadlineOf;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dunning.Policies;
import io.dunning.calendar.Days;
import io.dunning.policy.EscalationLadder.Progression;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class DunningPolicyTest {
  @Test
  void namesEveryContradictionAtOnce() {
    InvalidPolicyException e =
        catchThrowableOfType(
            InvalidPolicyException.class,
            () ->
                DunningPolicy.named("broken")
                    .minimumDaysBetweenContacts(-1)
                    .minimumAmount(eur("-1.00"))
                    .ladder(
                        EscalationLadder.of(
                                step("a").at(daysPastDue(14)).take(placeCall()),
                                step("a").at(daysPastDue(3)).take(placeCall()),
                                step(" ").at(daysBeforeDue(3)),
                                step("b").take(placeCall()).minimumDaysSinceLastContact(-2),
                                step("c").at(after("z", calendarDays(3))).take(placeCall()),
                                step("d").at(after("d", calendarDays(3))).take(placeCall()),
                                step("e")
                                    .at(afterDeadlineOf("c", calendarDays(3)))
                                    .take(placeCall())
                                    .minimumAmount(eur("-5.00")))
                            .repeatLastEvery(Days.NONE))
                    .build());
    assertThat(e.violations())
        .containsExactly(
            "minimum days between contacts: is negative: -1",
            "minimum amount is negative: -1.00 EUR",
            "ladder: repeats its last step without a day between: 0 days",
            "step a: name appears twice",
            "step a: comes after a (14 days past due) but is reached before it: 3 days past due",
            "step 3: name is blank",
            "step 3: take names no action",
            "step 3: comes after a (3 days past due) but is reached before it: 3 days before due",
            "step b: minimum days since the last contact is negative: -2",
            "step b: at names no day",
            "step c: at counts from a step that is not an earlier one: z",
            "step d: at counts from a step that is not an earlier one: d",
            "step e: minimum amount is negative: -5.00 EUR",
            "step e: at counts from a deadline that is not granted by: c");
    assertThat(e).hasMessageStartingWith("policy broken contradicts itself:\n  minimum days");
  }

  @Test
  void needsALadderAndAName() {
    InvalidPolicyException e =
        catchThrowableOfType(InvalidPolicyException.class, () -> DunningPolicy.named(" ").build());
    assertThat(e.violations()).containsExactly("name: is blank", "ladder: has no steps");
  }

  @Test
  void printsTheRulesThatDifferFromTheirDefaults() {
    DunningPolicy policy =
        DunningPolicy.named("firm")
            .grace(calendarDays(3))
            .per(DunningPolicy.Unit.ACCOUNT_AND_CURRENCY)
            .minimumDaysBetweenContacts(7)
            .minimumAmount(eur("5.00"))
            .holdWhile(Condition.disputeOpen())
            .promiseTolerance(businessDays(2))
            .brokenPromise(Resumption.atOnce())
            .clock(DunningPolicy.Clock.STOPS)
            .reversedAge(DunningPolicy.ReversedAge.FROM_REVERSAL)
            .reversedSteps(DunningPolicy.ReversedSteps.START_AGAIN)
            .accountSteps(DunningPolicy.AccountSteps.SINCE_DUE)
            .ladder(
                EscalationLadder.of(
                        step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                        step("notice")
                            .at(daysPastDue(14))
                            .take(sendNotice(1, EMAIL), placeCall())
                            .onlyIf(Condition.overdue())
                            .needsApproval())
                    .progression(Progression.CATCH_UP)
                    .repeatLastEvery(calendarDays(30)))
            .build();
    assertThat(policy)
        .hasToString(
            """
            firm, per account and currency, 3 days of grace, 7 days between contacts, from 5.00 EUR, \
            catch up, hold while dispute open, 2 business days of tolerance for promises, broken \
            promise resumes at once, clock stops during holds, reopened debts age from reversal, reopened \
            debts start again, account steps count since due
            reminder: 3 days past due: send reminder by email
            notice: 14 days past due, only if overdue: send notice 1 by email, place call, with \
            approval
            the last again every 30 days""");
    assertThat(Policies.draft().build().toString()).startsWith("test\nreminder: 3 days past due");
  }

  @Test
  void isAValue() throws IOException, ClassNotFoundException {
    DunningPolicy policy = Policies.draft().minimumAmount(eur("1.00")).build();
    assertThat(Policies.draft().minimumAmount(eur("1.00")).build())
        .isEqualTo(policy)
        .hasSameHashCodeAs(policy);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(policy);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(policy);
    }
  }

  @Test
  void conditionsOfAStepAddUp() {
    EscalationStep step =
        step("a")
            .onlyIf(Condition.customerTagged("x").or(Condition.customerTagged("y")))
            .onlyIf(Condition.overdueAtLeast(eur("5.00")).not());
    assertThat(step.condition())
        .hasToString(
            "(customer tagged x or customer tagged y) and not (overdue at least 5.00 EUR)");
  }

  @Test
  void triggersReadInWords() {
    assertThat(Trigger.daysAfterInvoice(1)).hasToString("1 day after the invoice");
    assertThat(Trigger.pastDue(businessDays(2))).hasToString("2 business days past due");
    assertThat(after("notice", businessDays(20))).hasToString("20 business days after notice");
    assertThat(afterDeadlineOf("notice", calendarDays(3)))
        .hasToString("3 days after the deadline of notice");
  }

  @Test
  void conditionsReadInWords() {
    assertThat(Condition.always()).hasToString("always");
    assertThat(Condition.never()).hasToString("never");
    assertThat(Condition.promiseActive()).hasToString("promise active");
    assertThat(Condition.overdueInvoicesAtLeast(3)).hasToString("at least 3 invoices overdue");
    assertThat(Condition.daysPastDueAtLeast(9)).hasToString("at least 9 days past due");
    assertThat(Condition.brokenPromisesAtLeast(1)).hasToString("a promise was broken");
    assertThat(Condition.brokenPromisesAtLeast(2)).hasToString("2 promises were broken");
    assertThat(Condition.described("it rains", s -> true)).hasToString("it rains");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Condition.described(" ", s -> true))
        .withMessage("condition has no sentence");
  }
}
