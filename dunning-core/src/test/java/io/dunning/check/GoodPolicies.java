package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.stopSupply;
import static io.dunning.action.DunningAction.task;
import static io.dunning.action.DunningAction.writeOff;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.check.FaultyPolicies.AGENCY;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Condition.daysSince;
import static io.dunning.policy.Condition.overdueAtLeast;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;

import io.dunning.action.Tone;
import io.dunning.charge.LateFee;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import java.util.List;

/** Policies in which nothing is to be found but notes. */
final class GoodPolicies {
  private GoodPolicies() {}

  private static Condition usualHold() {
    return Condition.disputeOpen().or(Condition.promiseActive());
  }

  static List<DunningPolicy> all() {
    return List.of(
        sound().build(),
        policy(REMINDER, NOTICE).build(),
        sound().minimumAmount(eur("10.00")).minimumDaysBetweenContacts(7).build(),
        sound().grace(calendarDays(2)).promiseTolerance(calendarDays(2)).build(),
        policy(REMINDER, NOTICE.onlyIf(overdueAtLeast(eur("50.00"))), DEMAND, AGENCY).build(),
        policy(
                step("early").at(daysBeforeDue(3)).take(sendReminder(EMAIL)),
                REMINDER,
                NOTICE,
                DEMAND,
                AGENCY)
            .build(),
        policy(
                REMINDER,
                NOTICE,
                DEMAND,
                step("stop").at(daysPastDue(45)).take(stopSupply()),
                step("agency")
                    .at(daysPastDue(60))
                    .take(referToAgency())
                    .requires(daysSince(14, "demand"))
                    .needsApproval())
            .build(),
        policy(
                REMINDER.orBy(LETTER),
                NOTICE.tone(Tone.FIRM, Condition.askedForTime()),
                DEMAND.tone(Tone.FINAL),
                AGENCY)
            .build(),
        policy(
                REMINDER,
                step("call").at(daysPastDue(10)).take(placeCall()),
                NOTICE.at(daysPastDue(20)),
                step("task").at(daysPastDue(60)).take(task("decide what to do")))
            .build(),
        policy(REMINDER, NOTICE, DEMAND.take(assessCharges()), AGENCY)
            .lateFee(LateFee.flat(eur("5.00")).at("demand"))
            .build(),
        policy(
                REMINDER,
                NOTICE.at(after("reminder", businessDays(10))),
                DEMAND.at(after("notice", businessDays(10))),
                AGENCY)
            .build(),
        policy(
                REMINDER,
                NOTICE,
                DEMAND,
                step("write off").at(daysPastDue(200)).take(writeOff()).needsApproval())
            .per(io.dunning.policy.AccountRules.Unit.ACCOUNT)
            .build(),
        // close to a fault in disguise: the last step may wait, a hold may be for some customers,
        // small debts may end with a notice, and whoever is handed over hears nothing more
        policy(REMINDER, NOTICE, DEMAND, AGENCY.requires(overdueAtLeast(eur("500.00")))).build(),
        sound().holdWhile(usualHold().or(Condition.customerTagged("test account"))).build(),
        policy(REMINDER, NOTICE, DEMAND.onlyIf(overdueAtLeast(eur("50.00"))), AGENCY).build(),
        policy(
                REMINDER,
                NOTICE,
                DEMAND,
                step("stop").at(after("demand", calendarDays(11))).take(stopSupply()),
                step("call").at(daysPastDue(50)).take(placeCall()),
                step("agency").at(daysPastDue(60)).take(referToAgency()).needsApproval())
            .build());
  }
}
