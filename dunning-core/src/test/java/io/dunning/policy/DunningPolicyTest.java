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
import io.dunning.action.DunningAction;
import io.dunning.action.Performer;
import io.dunning.action.PersonRole;
import io.dunning.action.Tone;
import io.dunning.calendar.Days;
import io.dunning.event.Restriction;
import io.dunning.money.Percentage;
import io.dunning.policy.EscalationLadder.Progression;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
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
    assertThat(e.violations().stream().map(PolicyViolation::toString))
        .containsExactly(
            "the minimum number of days between contacts must be 0 or more, but is -1",
            "the minimum amount must not be negative, but is -1.00 EUR",
            "the ladder must repeat its last step after 1 day or more, not 0 days",
            "step \"a\": has the name of an earlier step; give it one of its own",
            "step \"a\": comes after \"a\" (14 days past due), but is reached earlier (3 days past"
                + " due); sort the steps by day",
            "step 3: has no name; give it one",
            "step 3: has no action; say what to do",
            "step 3: comes after \"a\" (3 days past due), but is reached earlier (3 days before"
                + " due); sort the steps by day",
            "step \"b\": the minimum number of days since the last contact must be 0 or more, but"
                + " is -2",
            "step \"b\": has no trigger; say from which day on it can be taken",
            "step \"c\": counts from \"z\", which is not an earlier step (\"a\", \"b\")",
            "step \"d\": counts from \"d\", which is not an earlier step (\"a\", \"b\","
                + " \"c\")",
            "step \"e\": the minimum amount must not be negative, but is -5.00 EUR",
            "step \"e\": counts from the deadline of \"c\", which grants none; let it grant one");
    assertThat(e).hasMessageStartingWith("policy broken contradicts itself:\n  the minimum number");
  }

  @Test
  void namesTheFirstOfVeryManySteps() {
    List<EscalationStep> steps = new ArrayList<>();
    for (int i = 1; i <= 15; i++) {
      steps.add(step("step " + i).at(daysPastDue(i)).take(placeCall()));
    }
    steps.set(14, step("step 15").at(after("stpe 3", calendarDays(3))).take(placeCall()));
    assertThatThrownBy(() -> DunningPolicy.named("long").ladder(EscalationLadder.of(steps)).build())
        .hasMessageContaining("counts from \"stpe 3\", which is not an earlier step (\"step 1\", ")
        .hasMessageEndingWith(", \"step 12\" and 2 more)");
    assertThatThrownBy(
            () ->
                DunningPolicy.named("first")
                    .ladder(
                        EscalationLadder.of(
                            step("a").at(after("b", calendarDays(3))).take(placeCall())))
                    .build())
        .hasMessageEndingWith("counts from \"b\", which is not an earlier step");
  }

  @Test
  void saysInWhichDirectionDaysCount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> daysPastDue(-3))
        .withMessage("a step cannot come -3 days past due\nMaybe: daysBeforeDue(3)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> daysBeforeDue(Integer.MIN_VALUE))
        .withMessage(
            "a step cannot come -2147483648 days before due\nMaybe: daysPastDue(2147483648)");
  }

  @Test
  void needsALadderAndAName() {
    InvalidPolicyException e =
        catchThrowableOfType(InvalidPolicyException.class, () -> DunningPolicy.named(" ").build());
    assertThat(e.violations().stream().map(PolicyViolation::toString))
        .containsExactly(
            "the policy has no name; give it one", "the ladder has no steps; give it at least one");
    assertThat(e)
        .hasMessageStartingWith("a policy without a name contradicts itself:\n  the policy");
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
            firm, per account and currency, account steps count since due, 3 days of grace, 7 days \
            between contacts, from 5.00 EUR, catch up, hold while dispute open, 2 business days of \
            tolerance for promises, broken promise resumes at once, clock stops during holds, reopened \
            debts age from reversal, reopened debts start again
            reminder: 3 days past due: send reminder by email
            notice: 14 days past due, only if overdue: send notice 1 by email, place call, with \
            approval
            the last again every 30 days\
            """);
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
                        .addressedTo(PersonRole.PAYABLES_CLERK, PersonRole.OWNER)
                        .performedBy(Performer.lawyer("Roth"), Condition.overdue())
                        .performedBy(Performer.SALES)
                        .evenDuring(Restriction.INSOLVENCY, Restriction.HANDED_OVER)))
            .build();
    assertThat(policy)
        .hasToString(
            """
            full version 7, per account, highest level, net of credits, broken promise resumes at \
            demand, 5 days to cure a payment plan, broken plan resumes at once
            reminder: end of the month 3 days past due, from 2.00 EUR, 4 days since the last \
            contact: send reminder by email or sms or letter, firm, softer if customer asks for time
            demand: 14 days past due, requires reminder was taken, requires overdue: send notice 1 \
            by email, to payables clerk or owner, through lawyer Roth if overdue or sales, final, \
            grants 10 days, even if insolvent, even if handed over\
            """);
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
                                .performedBy(Performer.SALES, Condition.taken("s"))
                                .performedBy(Performer.IN_HOUSE)
                                .performedBy(Performer.agency("Kern"))
                                .addressedTo(PersonRole.OWNER, PersonRole.OWNER)
                                .orBy(EMAIL, Channel.SMS, Channel.SMS),
                            step("two")
                                .at(daysPastDue(4))
                                .take(task("t"))
                                .addressedTo(PersonRole.OWNER, PersonRole.LAWYER)
                                .orBy(Channel.SMS)))
                    .build())
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessage(
            """
            policy broken contradicts itself:
              step "one": its condition names "x", which is not a step of the ladder ("one", "two")
              step "one": its condition names "y", which is not a step of the ladder ("one", "two")
              step "one": its condition names "z", which is not a step of the ladder ("one", "two")
              step "one": one of its prerequisites names "r", which is not a step of the ladder ("one", "two")
              step "one": the condition for its softer tone names "t", which is not a step of the ladder ("one", "two")
              step "one": the condition for sales names "s", which is not a step of the ladder ("one", "two")
              step "one": goes by email twice; name each channel once
              step "one": goes by sms twice; name each channel once
              step "one": addresses the owner twice; name each role once
              step "one": is never performed by agency Kern, because in house performs it in any \
            case; sort them
              step "two": has other channels (sms), but no action contacts the customer; remove them
              step "two": addresses persons (owner, lawyer), but no action contacts the customer; \
            remove them
              the condition for holds names "h", which is not a step of the ladder ("one", "two")
              after a broken promise the ladder resumes at "p", which is not a step of the ladder ("one", "two")
              after a broken plan the ladder resumes at "q", which is not a step of the ladder ("one", "two")
              the document level "own" is only for accounts, but the policy decides per invoice; \
            decide per account, or leave it out
              netting credits is only for accounts, but the policy decides per invoice; decide per \
            account, or leave it out\
            """);
    assertThat(
            DunningPolicy.named("fine")
                .per(AccountRules.Unit.ACCOUNT)
                .documentLevel(AccountRules.DocumentLevel.OWN)
                .credits(AccountRules.Credits.NET)
                .brokenPlan(Resumption.at("reminder"))
                .ladder(Policies.LADDER)
                .build()
                .account()
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
    Condition hold = Condition.disputeOpen().or(Condition.described("mine", s -> true));
    DunningPolicy policy = Policies.draft().holdWhile(hold).minimumAmount(eur("1.00")).build();
    Condition same = Condition.disputeOpen().or(Condition.described("mine", s -> true));
    assertThat(Policies.draft().holdWhile(same).minimumAmount(eur("1.00")).build())
        .isEqualTo(policy)
        .hasSameHashCodeAs(policy);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(policy);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      DunningPolicy read = (DunningPolicy) in.readObject();
      assertThat(read).isEqualTo(policy).hasToString(policy.toString());
      assertThat(read.fingerprint()).isEqualTo(policy.fingerprint());
      assertThat(read.holdWhile().needs()).isEqualTo(policy.holdWhile().needs());
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
    assertThat(Condition.described("it rains", s -> true)).hasToString("described as \"it rains\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Condition.described(" ", s -> true))
        .withMessage("condition has no sentence");
  }

  @Test
  void needsApprovalForWhatAStepOrItsRouteSays() {
    DunningPolicy policy =
        DunningPolicy.named("p")
            .ladder(
                EscalationLadder.of(
                    step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                    step("call").at(daysPastDue(9)).take(placeCall()).needsApproval(),
                    step("agency").at(daysPastDue(60)).take(DunningAction.referToAgency()),
                    step("court").at(daysPastDue(90)).take(DunningAction.fileClaim())))
            .build();
    assertThat(policy.ladder().steps().stream().map(policy::needsApproval))
        .containsExactly(false, true, false, true);
  }

  @Test
  void keepsThePromisesThatItIsCheckedAgainst() {
    Invariant quiet = Invariant.noContactAfterPayment(5);
    Invariant few = Invariant.chargesAtMost(Percentage.percent("10"));
    assertThat(Policies.draft().keeping(quiet).keeping(few).build().invariants())
        .containsExactly(quiet, few);
  }
}
