package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.proposePlan;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendMessage;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.check.FaultyPolicies.AGENCY;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.VIP;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.Condition.daysSince;
import static io.dunning.policy.Condition.overdueAtLeast;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
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
import io.dunning.event.Restriction;
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

/** Policies that come close to a fault, and do not have it. */
final class SoundPolicies {
  private static final EscalationStep CHARGING = DEMAND.take(assessCharges());
  private static final EscalationStep OFFER =
      step("offer").at(daysPastDue(60)).take(offerSettlement(LETTER));
  private static final EscalationStep LATE =
      step("agency").at(daysPastDue(110)).take(referToAgency()).needsApproval();
  private static final SettlementRule RULE =
      SettlementRule.lumpSum(percent("70")).fromDaysPastDue(45);

  private SoundPolicies() {}

  /** A policy in which a kind of fault is not to be found. */
  static DunningPolicy without(FindingKind kind) {
    return draft(kind).build();
  }

  private static PolicyDraft draft(FindingKind kind) {
    return switch (kind) {
      case TRIGGERS_OUT_OF_ORDER ->
          policy(
              REMINDER,
              NOTICE,
              step("call").at(after("reminder", calendarDays(12))).take(placeCall()),
              DEMAND,
              AGENCY);
      case STEP_IN_GRACE -> sound().grace(calendarDays(2));
      case STEPS_CROWDED ->
          policy(
              REMINDER, step("call").at(daysPastDue(4)).take(placeCall()), NOTICE, DEMAND, AGENCY);
      case STEP_SHADOWED ->
          DunningPolicy.named("sound")
              .ladder(
                  EscalationLadder.of(REMINDER, NOTICE, DEMAND, AGENCY)
                      .progression(Progression.CATCH_UP));
      case STEP_LAPSES ->
          policy(
                  step("greeting").at(daysBeforeDue(12)).take(sendMessage(EMAIL)),
                  step("early").at(daysBeforeDue(5)).take(sendReminder(EMAIL)),
                  REMINDER,
                  NOTICE,
                  DEMAND,
                  AGENCY)
              .minimumDaysBetweenContacts(7);
      case SPACING_PAST_NEXT_STEP ->
          policy(
                  REMINDER,
                  second(13),
                  step("third").at(daysPastDue(23)).take(sendNotice(1, LETTER)))
              .minimumDaysBetweenContacts(10);
      case CONTACT_LIMIT_STALLS ->
          sound()
              .conduct(
                  Conduct.under(ContactRules.of("once", ContactLimit.atMost(1, Period.ofDays(7)))));
      case TWO_CONTACTS_ON_ONE_DAY -> sound().minimumDaysBetweenContacts(1);
      case DEADLINE_ON_CLOSED_DAY ->
          policy(REMINDER, NOTICE, DEMAND.grants(businessDays(8)), AGENCY);
      case DEADLINE_OUTLIVES_NEXT_STEP ->
          policy(REMINDER, NOTICE.grants(calendarDays(10)), DEMAND, AGENCY);
      case DEBT_LEFT_ALONE -> policy(REMINDER.onlyIf(customerTagged("new")), NOTICE);
      case LADDER_WITHOUT_END ->
          policy(REMINDER, step("call").at(daysPastDue(10)).take(placeCall()), NOTICE);
      case REPEATS_FOR_EVER ->
          DunningPolicy.named("sound")
              .ladder(
                  EscalationLadder.of(REMINDER, NOTICE.onlyIf(overdueAtLeast(eur("50.00"))))
                      .repeatLastEvery(calendarDays(30)));
      case NOTICE_NUMBERS ->
          policy(
              REMINDER,
              NOTICE,
              step("again").at(daysPastDue(21)).take(sendNotice(2, LETTER)),
              DEMAND,
              AGENCY);
      case TONE_SOFTENS ->
          policy(REMINDER.tone(Tone.FRIENDLY), NOTICE.tone(Tone.FIRM), DEMAND, AGENCY);
      default -> ofConditions(kind);
    };
  }

  private static EscalationStep second(int days) {
    return step("second").at(daysPastDue(days)).take(sendReminder(EMAIL));
  }

  private static PolicyDraft ofConditions(FindingKind kind) {
    return switch (kind) {
      case STEP_UNREACHABLE ->
          policy(
              REMINDER,
              NOTICE.onlyIf(overdueAtLeast(eur("100.00")).and(overdueAtLeast(eur("500.00")).not())),
              DEMAND,
              AGENCY);
      case CONDITION_NEVER_TRUE, DAILY_REVIEW ->
          policy(REMINDER, NOTICE.onlyIf(VIP), DEMAND, AGENCY);
      case CONDITION_ALWAYS_TRUE -> policy(REMINDER.onlyIf(VIP), NOTICE, DEMAND, AGENCY);
      case PREREQUISITE_NEVER_MET ->
          policy(REMINDER, NOTICE, DEMAND, AGENCY.requires(daysSince(14, "notice")));
      case DEBT_WAITS_FOR_RECORD ->
          policy(REMINDER, NOTICE.requires(Condition.invoiceDelivered()), DEMAND, AGENCY);
      case CURRENCY_MISSING ->
          policy(
                  REMINDER,
                  NOTICE.onlyIf(overdueAtLeast(eur("50.00")).or(overdueAtLeast(usd("50.00")))),
                  DEMAND,
                  AGENCY)
              .minimumAmount(eur("10.00"))
              .minimumAmount(usd("10.00"));
      case MINIMUM_BLOCKS_LADDER ->
          policy(REMINDER, NOTICE.minimumAmount(eur("50.00")), DEMAND, AGENCY)
              .minimumAmount(eur("50.00"));
      case MINIMUM_WITHIN_TOLERANCE ->
          sound().minimumAmount(eur("10.00")).tolerance(Tolerance.upTo(eur("5.00")));
      default -> ofSevereSteps(kind);
    };
  }

  private static PolicyDraft ofSevereSteps(FindingKind kind) {
    return switch (kind) {
      case NOTICE_MISSING ->
          policy(NOTICE, step("court").at(daysPastDue(40)).take(fileClaim()).needsApproval());
      case NOTICE_NOT_WAITED_FOR ->
          policy(REMINDER, NOTICE, DEMAND, AGENCY.requires(Condition.taken("demand")));
      case CONTACT_AFTER_HAND_OVER ->
          policy(
              REMINDER,
              NOTICE,
              DEMAND,
              step("last call").at(daysPastDue(39)).take(placeCall()),
              AGENCY);
      case CONTACT_DURING_RESTRICTION ->
          policy(REMINDER, NOTICE.evenDuring(Restriction.INSOLVENCY), DEMAND, AGENCY);
      default -> ofCharges(kind);
    };
  }

  private static PolicyDraft ofCharges(FindingKind kind) {
    PolicyDraft charging = policy(REMINDER, NOTICE, CHARGING, AGENCY);
    return switch (kind) {
      case CHARGES_NOT_SET, CHARGES_NEVER_ASSESSED ->
          charging.lateInterest(LateInterest.fixed(percent("5")));
      case FEE_ABOVE_CAP ->
          charging.charges(
              ChargeRules.of(LateFee.flat(eur("25.00")).at("demand"))
                  .capped(ChargeCap.of(eur("25.00"))));
      case FEE_ABOVE_MINIMUM ->
          charging.minimumAmount(eur("15.00")).lateFee(LateFee.flat(eur("15.00")).at("demand"));
      case FEE_ABOVE_STATUTE ->
          charging
              .lateInterest(
                  StatutoryInterest.of(StatutoryInterest.Country.GERMANY).businessToBusiness())
              .lateFee(LateFee.flat(eur("40.00")).at("demand").besideCompensation());
      case INTEREST_ABOVE_MAXIMUM ->
          charging
              .minimumAmount(Money.parse("10000 KRW"))
              .lateInterest(LateInterest.fixed(percent("12")));
      default -> ofOffers(kind);
    };
  }

  /** Whoever is left is sound in every respect. */
  private static PolicyDraft ofOffers(FindingKind kind) {
    return switch (kind) {
      case OFFER_NEVER_MADE, OFFER_TOO_EARLY, OFFER_OUTLIVES_HAND_OVER ->
          policy(REMINDER, NOTICE, DEMAND, OFFER, LATE).settlement(RULE.validFor(calendarDays(30)));
      case PLAN_NEVER_PROPOSED ->
          policy(
                  REMINDER,
                  NOTICE,
                  DEMAND,
                  step("plan").at(daysPastDue(60)).take(proposePlan(LETTER)),
                  LATE)
              .plans(PlanRule.monthly(6));
      default -> sound();
    };
  }
}
