package io.dunning.policy;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.task;
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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dunning.Policies;
import io.dunning.action.Channel;
import io.dunning.action.Tone;
import io.dunning.calendar.Days;
import io.dunning.event.Restriction;
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
            .per(AccountRules.Unit.ACCOUNT_AND_CURRENCY)
            .minimumDaysBetweenContacts(7)
            .minimumAmount(eur("5.00"))
            .holdWhile(Condition.disputeOpen())
            .promiseTolerance(businessDays(2))
            .brokenPromise(Resumption.atOnce())
            .clock(DunningPolicy.Clock.STOPS)
            .reversedAge(ReopeningRules.ReversedAge.FROM_REVERSAL)
            .reversedSteps(ReopeningRules.ReversedSteps.START_AGAIN)
            .accountSteps(AccountRules.AccountSteps.SINCE_DUE)
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
  void printsEveryFurtherRule() {
    DunningPolicy policy =
        DunningPolicy.named("full")
            .version("7")
            .per(AccountRules.Unit.ACCOUNT)
            .documentLevel(AccountRules.DocumentLevel.HIGHEST)
            .credits(AccountRules.Credits.NET)
            .brokenPromise(Resumption.at("demand"))
            .planCure(calendarDays(5))
            .brokenPlan(Resumption.atOnce())
            .ladder(
                EscalationLadder.of(
                    step("reminder")
                        .at(Trigger.endOfMonthPastDue(calendarDays(3)))
                        .take(sendReminder(EMAIL))
                        .orBy(Channel.SMS, Channel.LETTER)
                        .tone(Tone.FIRM, Condition.askedForTime())
                        .minimumDaysSinceLastContact(4)
                        .minimumAmount(eur("2.00")),
                    step("demand")
                        .at(daysPastDue(14))
                        .take(sendNotice(1, EMAIL))
                        .tone(Tone.FINAL)
                        .requires(Condition.taken("reminder"), Condition.overdue())
                        .grants(calendarDays(10))
                        .evenDuring(Restriction.INSOLVENCY, Restriction.HANDED_OVER)))
            .build();
    assertThat(policy)
        .hasToString(
            """
            full version 7, per account, broken promise resumes at demand, 5 days to cure a payment \
            plan, broken plan resumes at once, highest level, net of credits
            reminder: end of the month 3 days past due, from 2.00 EUR, 4 days since the last \
            contact: send reminder by email or sms or letter, firm, softer if customer asks for time
            demand: 14 days past due, requires reminder was taken, requires overdue: send notice 1 \
            by email, final, grants 10 days, even if insolvent, even if handed over""");
    assertThat(Resumption.whereItWas()).hasToString("resumes where it was");
  }

  @Test
  void refusesNamesOfStepsThatAreNotThere() {
    Condition unknown = Condition.taken("x").or(Condition.repliedSince("y").not());
    assertThatThrownBy(
            () ->
                DunningPolicy.named("broken")
                    .holdWhile(Condition.daysSince(3, "h"))
                    .brokenPromise(Resumption.at("p"))
                    .brokenPlan(Resumption.at("q"))
                    .documentLevel(AccountRules.DocumentLevel.OWN)
                    .credits(AccountRules.Credits.NET)
                    .ladder(
                        EscalationLadder.of(
                            step("one")
                                .at(daysPastDue(3))
                                .take(sendReminder(EMAIL))
                                .onlyIf(unknown.and(Condition.delivered("z")))
                                .requires(Condition.taken("r"))
                                .tone(Tone.FIRM, Condition.taken("t"))
                                .orBy(EMAIL, Channel.SMS, Channel.SMS),
                            step("two").at(daysPastDue(4)).take(task("t")).orBy(Channel.SMS)))
                    .build())
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessage(
            """
            policy broken contradicts itself:
              step one: only if: names no step of the ladder: x
              step one: only if: names no step of the ladder: y
              step one: only if: names no step of the ladder: z
              step one: requires: names no step of the ladder: r
              step one: softer if: names no step of the ladder: t
              step one: or by names a channel twice: email
              step one: or by names a channel twice: sms
              step two: or by names a channel, but no action contacts: [sms]
              hold while: names no step of the ladder: h
              broken promise: names no step of the ladder: p
              broken plan: names no step of the ladder: q
              document level: is only for accounts, but the policy decides per invoice: own
              credits: net only in accounts, but the policy decides per invoice""");
    assertThat(
            DunningPolicy.named("fine")
                .per(AccountRules.Unit.ACCOUNT)
                .documentLevel(AccountRules.DocumentLevel.OWN)
                .credits(AccountRules.Credits.NET)
                .brokenPlan(Resumption.at("reminder"))
                .ladder(Policies.LADDER)
                .build()
                .documentLevel())
        .isEqualTo(AccountRules.DocumentLevel.OWN);
  }

  @Test
  void aLadderFindsItsSteps() {
    assertThat(Policies.LADDER.indexOf("reminder")).isZero();
    assertThat(Policies.LADDER.indexOf("agency")).isEqualTo(2);
    assertThat(Policies.LADDER.indexOf("x")).isEqualTo(-1);
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
