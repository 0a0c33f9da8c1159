package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendMessage;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.stopSupply;
import static io.dunning.action.DunningAction.writeOff;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.Condition.daysSince;
import static io.dunning.policy.Condition.latestReply;
import static io.dunning.policy.Condition.overdueAtLeast;
import static io.dunning.policy.Condition.promiseActive;
import static io.dunning.policy.Condition.taken;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.afterDeadlineOf;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;

import io.dunning.action.Tone;
import io.dunning.charge.ChargeCap;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.charge.StatutoryInterest;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactRules;
import io.dunning.event.Concession;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.ledger.Patience;
import io.dunning.ledger.Tolerance;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.SettlementRule;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Policies with one fault each, and what is to be found in them. */
final class FaultyPolicies {
  static final EscalationStep REMINDER =
      step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL));
  static final EscalationStep NOTICE =
      step("notice").at(daysPastDue(14)).take(sendNotice(1, LETTER));
  static final EscalationStep DEMAND =
      step("demand").at(daysPastDue(30)).take(sendDemand(LETTER)).grants(calendarDays(10));
  static final EscalationStep AGENCY =
      step("agency")
          .at(afterDeadlineOf("demand", calendarDays(1)))
          .take(referToAgency())
          .needsApproval();

  static final Condition VIP = customerTagged("vip");

  private FaultyPolicies() {}

  /** A fault and where it is. */
  record Fault(FindingKind kind, String place, DunningPolicy policy) {
    @Override
    public String toString() {
      return kind + " at " + place;
    }
  }

  static PolicyDraft policy(EscalationStep... steps) {
    return DunningPolicy.named("faulty").ladder(EscalationLadder.of(steps));
  }

  static PolicyDraft sound() {
    return policy(REMINDER, NOTICE, DEMAND, AGENCY);
  }

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    all.addAll(reached());
    all.addAll(conditions());
    all.addAll(severe());
    all.addAll(money());
    all.addAll(offers());
    all.addAll(disguised());
    return all;
  }

  /** Faults that look like a rule for some customers only. */
  private static List<Fault> disguised() {
    EscalationStep call = step("last call").at(daysPastDue(80)).take(placeCall());
    EscalationStep stop = step("stop").at(daysPastDue(33)).take(stopSupply());
    Condition some = customerTagged("slow");
    return List.of(
        fault(
            FindingKind.CONTACT_AFTER_HAND_OVER,
            "ladder[5]",
            policy(REMINDER, NOTICE, DEMAND, AGENCY.onlyIf(overdueAtLeast(eur("50.00"))), call)),
        fault(
            FindingKind.CONTACT_AFTER_HAND_OVER,
            "ladder[5]",
            policy(REMINDER, NOTICE, DEMAND, AGENCY.onlyIf(VIP.not()), call)),
        fault(
            FindingKind.CONTACT_AFTER_HAND_OVER,
            "ladder[4]",
            policy(
                REMINDER,
                NOTICE,
                step("give up").at(daysPastDue(70)).take(writeOff()).needsApproval(),
                call)),
        fault(
            FindingKind.PREREQUISITE_NEVER_MET,
            "ladder[3].requires[1]",
            policy(REMINDER, NOTICE, DEMAND.requires(overdueAtLeast(eur("500.00"))), AGENCY)),
        fault(
            FindingKind.PREREQUISITE_NEVER_MET,
            "ladder[3].requires[1]",
            policy(REMINDER, NOTICE, DEMAND.requires(some), AGENCY)),
        fault(
            FindingKind.HOLD_NEVER_ENDS,
            "hold while",
            sound().holdWhile(Condition.disputeOpen().or(promiseActive()).or(some.not()))),
        fault(
            FindingKind.DEADLINE_OUTLIVES_NEXT_STEP,
            "ladder[3].grants",
            policy(REMINDER, NOTICE, DEMAND, stop)),
        fault(
            FindingKind.CHASED_WHILE_DISPUTED,
            "hold while",
            policy(step("stop").at(daysPastDue(60)).take(stopSupply()).needsApproval())
                .holdWhile(promiseActive())),
        fault(
            FindingKind.CHASED_WHILE_PROMISED,
            "hold while",
            sound()
                .holdWhile(Condition.disputeOpen())
                .patience(Patience.UNLIMITED.atMost(100, Concession.PROMISE))),
        fault(
            FindingKind.CHASED_WHILE_IN_PLAN,
            "hold while",
            sound().plans(PlanRule.monthly(6)).holdWhile(promiseActive())),
        fault(
            FindingKind.DEBT_LEFT_ALONE,
            "ladder",
            policy(
                step("early").at(daysBeforeDue(5)).take(sendReminder(EMAIL)),
                REMINDER.onlyIf(some),
                NOTICE.onlyIf(some))),
        fault(
            FindingKind.DEBT_LEFT_ALONE,
            "ladder",
            policy(REMINDER, NOTICE, DEMAND.onlyIf(some), AGENCY.onlyIf(some))));
  }

  private static Fault fault(FindingKind kind, String place, PolicyDraft draft) {
    return new Fault(kind, place, draft.build());
  }

  private static List<Fault> reached() {
    EscalationStep early = step("early").at(daysBeforeDue(5)).take(sendReminder(EMAIL));
    return List.of(
        fault(
            FindingKind.TRIGGERS_OUT_OF_ORDER,
            "ladder[3].at",
            policy(
                REMINDER,
                NOTICE,
                step("call").at(after("reminder", calendarDays(4))).take(placeCall()),
                DEMAND,
                AGENCY)),
        fault(FindingKind.STEP_IN_GRACE, "ladder[1].at", sound().grace(calendarDays(5))),
        fault(
            FindingKind.STEPS_CROWDED,
            "ladder[2].at",
            policy(
                REMINDER,
                step("call").at(daysPastDue(3)).take(placeCall()),
                NOTICE,
                DEMAND,
                AGENCY)),
        fault(
            FindingKind.STEP_SHADOWED,
            "ladder[1]",
            DunningPolicy.named("faulty")
                .ladder(
                    EscalationLadder.of(
                            step("mail").at(daysPastDue(14)).take(sendReminder(LETTER)),
                            NOTICE,
                            DEMAND,
                            AGENCY)
                        .progression(Progression.CATCH_UP))),
        fault(
            FindingKind.STEP_LAPSES,
            "ladder[2]",
            policy(
                    step("greeting").at(daysBeforeDue(6)).take(sendMessage(EMAIL)),
                    early,
                    REMINDER,
                    NOTICE,
                    DEMAND,
                    AGENCY)
                .minimumDaysBetweenContacts(7)),
        fault(
            FindingKind.SPACING_PAST_NEXT_STEP,
            "ladder[2].at",
            policy(
                    REMINDER,
                    step("second").at(daysPastDue(6)).take(sendReminder(EMAIL)),
                    step("third").at(daysPastDue(10)).take(sendNotice(1, LETTER)),
                    DEMAND,
                    AGENCY)
                .minimumDaysBetweenContacts(10)),
        fault(
            FindingKind.CONTACT_LIMIT_STALLS,
            "conduct",
            sound()
                .conduct(
                    Conduct.under(
                        ContactRules.of("once", ContactLimit.atMost(1, Period.ofDays(1500)))))),
        fault(
            FindingKind.DEADLINE_OUTLIVES_NEXT_STEP,
            "ladder[2].grants",
            policy(REMINDER, NOTICE.grants(calendarDays(30)), DEMAND, AGENCY)),
        fault(
            FindingKind.DEBT_LEFT_ALONE,
            "ladder",
            policy(REMINDER.onlyIf(customerTagged("new")), NOTICE.onlyIf(customerTagged("new")))),
        fault(FindingKind.TWO_CONTACTS_ON_ONE_DAY, "ladder[1]", sound()),
        fault(FindingKind.TWO_CONTACTS_ON_ONE_DAY, "ladder[3]", sound()),
        fault(
            FindingKind.TWO_CONTACTS_ON_ONE_DAY,
            "ladder[2]",
            policy(REMINDER, NOTICE.at(after("reminder", businessDays(7))), DEMAND, AGENCY)),
        fault(
            FindingKind.DEADLINE_ON_CLOSED_DAY,
            "ladder[3].grants",
            policy(REMINDER, NOTICE, DEMAND.grants(calendarDays(8)), AGENCY)),
        fault(FindingKind.THREAT_NEVER_CARRIED_OUT, "ladder[3]", policy(REMINDER, NOTICE, DEMAND)),
        fault(
            FindingKind.LADDER_WITHOUT_END,
            "ladder[2]",
            policy(REMINDER, step("call").at(daysPastDue(14)).take(placeCall()))),
        fault(
            FindingKind.REPEATS_FOR_EVER,
            "repeat last step every",
            DunningPolicy.named("faulty")
                .ladder(EscalationLadder.of(REMINDER, NOTICE).repeatLastEvery(calendarDays(1)))),
        fault(
            FindingKind.NOTICE_NUMBERS,
            "ladder[3].take",
            policy(
                REMINDER,
                NOTICE,
                step("again").at(daysPastDue(21)).take(sendNotice(1, LETTER)),
                DEMAND,
                AGENCY)),
        fault(
            FindingKind.TONE_SOFTENS,
            "ladder[2].tone",
            policy(REMINDER.tone(Tone.FIRM), NOTICE.tone(Tone.FRIENDLY), DEMAND, AGENCY)));
  }

  private static List<Fault> conditions() {
    Condition impossible = overdueAtLeast(eur("500.00")).and(overdueAtLeast(eur("100.00")).not());
    return List.of(
        fault(
            FindingKind.STEP_UNREACHABLE,
            "ladder[2]",
            policy(REMINDER, NOTICE.onlyIf(impossible), DEMAND, AGENCY)),
        fault(
            FindingKind.CONDITION_NEVER_TRUE,
            "ladder[2].only if",
            policy(REMINDER, NOTICE.onlyIf(VIP.and(VIP.not())), DEMAND, AGENCY)),
        fault(
            FindingKind.CONDITION_ALWAYS_TRUE,
            "ladder[1].only if",
            policy(REMINDER.onlyIf(VIP.or(VIP.not())), NOTICE, DEMAND, AGENCY)),
        fault(
            FindingKind.CONDITION_NEVER_TRUE,
            "ladder[3].softer tone if",
            policy(REMINDER, NOTICE, DEMAND.tone(Tone.FINAL, taken("agency")), AGENCY)),
        fault(
            FindingKind.PREREQUISITE_NEVER_MET,
            "ladder[4].requires[1]",
            policy(
                REMINDER,
                NOTICE.onlyIf(overdueAtLeast(eur("500.00"))),
                DEMAND,
                AGENCY.requires(daysSince(14, "notice")))),
        fault(
            FindingKind.DEBT_WAITS_FOR_RECORD,
            "ladder[1].requires[1]",
            policy(REMINDER.requires(Condition.invoiceDelivered()), NOTICE, DEMAND, AGENCY)),
        fault(
            FindingKind.HOLD_NEVER_ENDS,
            "hold while",
            sound()
                .holdWhile(
                    Condition.disputeOpen()
                        .or(promiseActive())
                        .or(Condition.brokenPromisesAtLeast(1)))),
        fault(
            FindingKind.HOLD_NEVER_ENDS,
            "hold while",
            sound()
                .holdWhile(
                    Condition.disputeOpen().or(promiseActive()).or(latestReply(Reply.REFUSES)))),
        fault(
            FindingKind.DAILY_REVIEW,
            "ladder[2].only if",
            policy(
                REMINDER,
                NOTICE.onlyIf(Condition.described("weather is fine", s -> true)),
                DEMAND,
                AGENCY)),
        fault(FindingKind.CHASED_WHILE_DISPUTED, "hold while", sound().holdWhile(promiseActive())),
        fault(
            FindingKind.CHASED_WHILE_PROMISED,
            "hold while",
            sound().holdWhile(Condition.disputeOpen())));
  }

  private static List<Fault> severe() {
    return List.of(
        fault(
            FindingKind.SEVERE_WITHOUT_APPROVAL,
            "ladder[4].take",
            policy(
                REMINDER,
                NOTICE,
                DEMAND,
                step("agency")
                    .at(afterDeadlineOf("demand", calendarDays(1)))
                    .take(referToAgency()))),
        fault(
            FindingKind.NOTICE_MISSING,
            "ladder[1]",
            policy(step("court").at(daysPastDue(30)).take(fileClaim()).needsApproval())),
        fault(
            FindingKind.NOTICE_MISSING,
            "ladder[3]",
            policy(
                step("call").at(daysPastDue(10)).take(placeCall()),
                step("letter")
                    .at(daysPastDue(30))
                    .take(sendDemand(LETTER))
                    .onlyIf(overdueAtLeast(eur("100.00"))),
                step("agency").at(daysPastDue(60)).take(referToAgency()).needsApproval())),
        fault(
            FindingKind.NOTICE_NOT_WAITED_FOR,
            "ladder[4]",
            policy(
                REMINDER,
                NOTICE,
                DEMAND,
                step("agency").at(daysPastDue(35)).take(referToAgency()).needsApproval())),
        fault(
            FindingKind.NOTICE_NOT_WAITED_FOR,
            "ladder[3]",
            policy(
                REMINDER,
                step("demand").at(daysPastDue(30)).take(sendDemand(LETTER)),
                step("agency").at(daysPastDue(30)).take(referToAgency()).needsApproval())),
        fault(
            FindingKind.CONTACT_AFTER_HAND_OVER,
            "ladder[5]",
            policy(
                REMINDER,
                NOTICE,
                DEMAND,
                AGENCY,
                step("last call").at(daysPastDue(80)).take(placeCall()))),
        fault(
            FindingKind.CONTACT_DURING_RESTRICTION,
            "ladder[2].even during",
            policy(REMINDER, NOTICE.evenDuring(Restriction.CEASE_CONTACT), DEMAND, AGENCY)));
  }

  private static List<Fault> money() {
    EscalationStep charging = DEMAND.take(assessCharges());
    PolicyDraft charged = policy(REMINDER, NOTICE, charging, AGENCY);
    return List.of(
        fault(
            FindingKind.MINIMUM_BLOCKS_LADDER,
            "ladder[2].minimum amount",
            policy(REMINDER, NOTICE.minimumAmount(eur("50.00")), DEMAND, AGENCY)),
        fault(
            FindingKind.MINIMUM_WITHIN_TOLERANCE,
            "minimum amount",
            sound().minimumAmount(eur("5.00")).tolerance(Tolerance.upTo(eur("5.00")))),
        fault(
            FindingKind.CURRENCY_MISSING,
            "minimum amount",
            policy(
                    REMINDER,
                    NOTICE.onlyIf(overdueAtLeast(eur("50.00")).or(overdueAtLeast(usd("50.00")))),
                    DEMAND,
                    AGENCY)
                .minimumAmount(eur("10.00"))),
        fault(
            FindingKind.CHARGES_NOT_SET,
            "ladder[3].take",
            policy(REMINDER, NOTICE, charging, AGENCY)),
        fault(
            FindingKind.CHARGES_NEVER_ASSESSED,
            "charges",
            sound().lateInterest(LateInterest.fixed(percent("5")))),
        fault(
            FindingKind.FEE_ABOVE_CAP,
            "late fees[1]",
            charged.charges(
                ChargeRules.of(LateFee.flat(eur("40.00")).at("demand"))
                    .capped(ChargeCap.of(eur("25.00"))))),
        fault(
            FindingKind.FEE_ABOVE_MINIMUM,
            "late fees[1]",
            policy(REMINDER, NOTICE, charging, AGENCY)
                .minimumAmount(eur("10.00"))
                .lateFee(LateFee.flat(eur("15.00")).at("demand"))),
        fault(
            FindingKind.FEE_ABOVE_STATUTE,
            "late fees[1]",
            policy(REMINDER, NOTICE, charging, AGENCY)
                .lateInterest(
                    StatutoryInterest.of(StatutoryInterest.Country.GERMANY).businessToBusiness())
                .lateFee(LateFee.flat(eur("60.00")).at("demand").besideCompensation())),
        fault(
            FindingKind.INTEREST_ABOVE_MAXIMUM,
            "interest",
            policy(REMINDER, NOTICE, charging, AGENCY)
                .minimumAmount(Money.parse("10000 KRW"))
                .lateInterest(LateInterest.fixed(percent("30")))));
  }

  private static List<Fault> offers() {
    EscalationStep offer = step("offer").at(daysPastDue(60)).take(offerSettlement(LETTER));
    SettlementRule rule = SettlementRule.lumpSum(percent("70")).fromDaysPastDue(45);
    EscalationStep late = step("agency").at(daysPastDue(110)).take(referToAgency()).needsApproval();
    return List.of(
        fault(FindingKind.OFFER_NEVER_MADE, "settlement", sound().settlement(rule)),
        fault(
            FindingKind.OFFER_TOO_EARLY,
            "ladder[4].at",
            policy(REMINDER, NOTICE, DEMAND, offer, late)
                .settlement(SettlementRule.lumpSum(percent("70")).fromDaysPastDue(75))),
        fault(FindingKind.PLAN_NEVER_PROPOSED, "payment plans", sound().plans(PlanRule.monthly(6))),
        fault(
            FindingKind.OFFER_OUTLIVES_HAND_OVER,
            "ladder[5]",
            policy(
                    REMINDER,
                    NOTICE,
                    DEMAND,
                    offer,
                    step("agency").at(daysPastDue(68)).take(referToAgency()).needsApproval())
                .settlement(rule.validFor(calendarDays(30)))
                .holdWhile(Condition.disputeOpen().or(promiseActive()))),
        fault(
            FindingKind.OFFER_OUTLIVES_HAND_OVER,
            "ladder[5]",
            policy(
                    REMINDER,
                    NOTICE,
                    DEMAND,
                    AGENCY,
                    step("offer").at(daysPastDue(80)).take(offerSettlement(LETTER)))
                .settlement(rule)),
        fault(
            FindingKind.OFFER_TO_RECENT_PAYER,
            "ladder[4]",
            policy(REMINDER, NOTICE, DEMAND, offer, late).settlement(rule)));
  }
}
