package io.dunning.json.policy;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.proposePlan;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.stopSupply;
import static io.dunning.action.DunningAction.writeOff;
import static io.dunning.action.PersonRole.OWNER;
import static io.dunning.action.PersonRole.PAYABLES_CLERK;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.charge.StatutoryInterest.Country.GERMANY;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.askedForTime;
import static io.dunning.policy.Condition.customerIs;
import static io.dunning.policy.Condition.daysSince;
import static io.dunning.policy.Condition.overdueAtLeast;
import static io.dunning.policy.Condition.riskAtLeast;
import static io.dunning.policy.Condition.taken;
import static io.dunning.policy.Condition.worthMost;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;

import io.dunning.action.Tone;
import io.dunning.behaviour.RiskBand;
import io.dunning.charge.StatutoryInterest;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLaw;
import io.dunning.conduct.Jurisdiction;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.Route;
import io.dunning.settlement.SettlementRule;
import java.util.List;

/** The policies of the command line as they were before they became files. */
final class JavaPresets {
  /** Their names; a policy is made only if it is asked for. */
  static final List<String> NAMES =
      List.of(
          "standard-b2b",
          "courteous-consumer",
          "account-b2b",
          "german-b2b",
          "agency-us",
          "endgame-b2b");

  private JavaPresets() {}

  /** Business customers, invoice by invoice: polite first, firm later. */
  static final DunningPolicy STANDARD_B2B =
      DunningPolicy.named("standard-b2b")
          .ladder(
              EscalationLadder.of(
                  step("friendly reminder")
                      .at(daysPastDue(3))
                      .take(sendReminder(EMAIL))
                      .orBy(LETTER)
                      .addressedTo(PAYABLES_CLERK, OWNER)
                      .tone(Tone.FRIENDLY),
                  step("first notice")
                      .at(daysPastDue(14))
                      .take(sendNotice(1, EMAIL))
                      .orBy(LETTER)
                      .addressedTo(PAYABLES_CLERK, OWNER)
                      .tone(Tone.FIRM, askedForTime())
                      .grants(calendarDays(10)),
                  step("call")
                      .at(daysPastDue(30))
                      .take(placeCall())
                      .addressedTo(PAYABLES_CLERK, OWNER)
                      .onlyIf(overdueAtLeast(eur("500.00")).or(overdueAtLeast(usd("500.00")))),
                  step("final demand")
                      .at(after("first notice", businessDays(20)))
                      .take(sendDemand(LETTER))
                      .addressedTo(OWNER)
                      .tone(Tone.FINAL)
                      .grants(calendarDays(14)),
                  step("agency")
                      .at(daysPastDue(90))
                      .take(referToAgency())
                      .requires(daysSince(14, "final demand"))
                      .needsApproval()))
          .minimumDaysBetweenContacts(7)
          .planCure(calendarDays(5))
          .minimumAmount(eur("5.00"))
          .minimumAmount(usd("5.00"))
          .promiseTolerance(calendarDays(2))
          .build();

  /** Consumers, invoice by invoice: a word before the due date, then slowly. */
  private static DunningPolicy courteousConsumer() {
    return DunningPolicy.named("courteous-consumer")
        .grace(calendarDays(5))
        .ladder(
            EscalationLadder.of(
                step("heads-up").at(daysBeforeDue(3)).take(sendReminder(EMAIL)),
                step("reminder").at(daysPastDue(7)).take(sendReminder(EMAIL)),
                step("second reminder").at(daysPastDue(21)).take(sendReminder(LETTER)),
                step("final notice").at(daysPastDue(45)).take(sendNotice(1, LETTER))))
        .minimumDaysBetweenContacts(10)
        .minimumAmount(eur("10.00"))
        .minimumAmount(usd("10.00"))
        .promiseTolerance(calendarDays(5))
        .build();
  }

  /** Whole accounts in each currency: one letter for all that is overdue. */
  private static DunningPolicy accountB2b() {
    return DunningPolicy.named("account-b2b")
        .per(AccountRules.Unit.ACCOUNT_AND_CURRENCY)
        .ladder(
            EscalationLadder.of(
                step("statement").at(daysPastDue(5)).take(sendReminder(EMAIL)),
                step("notice").at(daysPastDue(20)).take(sendNotice(1, LETTER)),
                step("call").at(daysPastDue(30)).take(placeCall()),
                step("stop supply").at(daysPastDue(45)).take(sendNotice(2, LETTER), stopSupply()),
                step("agency")
                    .at(daysPastDue(90))
                    .take(referToAgency())
                    .requires(taken("notice"))
                    .needsApproval()))
        .minimumDaysBetweenContacts(7)
        .minimumAmount(eur("25.00"))
        .minimumAmount(usd("25.00"))
        .build();
  }

  /** German business customers: notices charge default interest and the fixed sum of the law. */
  private static DunningPolicy germanB2b() {
    return DunningPolicy.named("german-b2b")
        .ladder(
            EscalationLadder.of(
                step("Zahlungserinnerung").at(daysPastDue(5)).take(sendReminder(EMAIL)),
                step("Mahnung")
                    .at(daysPastDue(15))
                    .take(sendNotice(1, LETTER), assessCharges())
                    .grants(calendarDays(10)),
                step("letzte Mahnung")
                    .at(daysPastDue(30))
                    .take(sendDemand(LETTER), assessCharges())
                    .grants(calendarDays(10)),
                step("Inkasso")
                    .at(daysPastDue(60))
                    .take(referToAgency())
                    .requires(daysSince(14, "letzte Mahnung"))
                    .needsApproval()))
        .minimumDaysBetweenContacts(7)
        .minimumAmount(eur("10.00"))
        .lateInterest(StatutoryInterest.of(GERMANY).businessToBusiness())
        .build();
  }

  /** An agency in the United States: calls and letters, under the rules that bind it. */
  private static DunningPolicy agencyUs() {
    return DunningPolicy.named("agency-us")
        .ladder(
            EscalationLadder.of(
                    step("validation information").at(daysPastDue(1)).take(sendNotice(1, LETTER)),
                    step("first call").at(daysPastDue(8)).take(placeCall()).orBy(EMAIL),
                    step("second call").at(daysPastDue(10)).take(placeCall()).orBy(EMAIL),
                    step("notice").at(daysPastDue(14)).take(sendNotice(2, LETTER)),
                    step("call").at(daysPastDue(15)).take(placeCall()).orBy(EMAIL))
                .repeatLastEvery(calendarDays(1)))
        .conduct(
            Conduct.under(ContactLaw.US_REG_F, ContactLaw.COURTEOUS_B2B)
                .by(Jurisdiction.Collector.AGENCY))
        .minimumAmount(usd("10.00"))
        .build();
  }

  /** As standard-b2b, with an offer to settle and the route that is worth most at the end. */
  private static DunningPolicy endgameB2b() {
    return DunningPolicy.named("endgame-b2b")
        .ladder(
            EscalationLadder.of(
                step("early word")
                    .at(daysBeforeDue(5))
                    .take(sendReminder(EMAIL))
                    .onlyIf(riskAtLeast(percent("80"))),
                step("friendly reminder")
                    .at(daysPastDue(3))
                    .take(sendReminder(EMAIL))
                    .tone(Tone.NEUTRAL, customerIs(RiskBand.PROMPT, RiskBand.SOMETIMES_LATE)),
                step("first notice").at(daysPastDue(14)).take(sendNotice(1, EMAIL)),
                step("plan").at(daysPastDue(30)).take(proposePlan(EMAIL)),
                step("final demand").at(daysPastDue(45)).take(sendDemand(LETTER)),
                step("settlement")
                    .at(daysPastDue(75))
                    .take(offerSettlement(LETTER))
                    .onlyIf(worthMost(Route.SETTLE)),
                step("agency")
                    .at(daysPastDue(110))
                    .take(referToAgency())
                    .onlyIf(worthMost(Route.AGENCY)),
                step("write off")
                    .at(daysPastDue(110))
                    .take(writeOff())
                    .onlyIf(worthMost(Route.WRITE_OFF))))
        .minimumDaysBetweenContacts(7)
        .plans(PlanRule.monthly(6).ofAtLeast(eur("100.00")).ofAtLeast(usd("100.00")))
        .settlement(
            SettlementRule.lumpSum(percent("70"))
                .fromDaysPastDue(75)
                .laterShare(percent("60"), 180)
                .floor(percent("50"))
                .approvalBelow(percent("65"), "the head of credit"))
        .endgame(
            EndgameRule.standard()
                .with(EndgameRule.terms(Route.AGENCY, "100", "25", 6, eur("35.00"), usd("35.00"))))
        .build();
  }

  static DunningPolicy named(String name) {
    return switch (name) {
      case "standard-b2b" -> STANDARD_B2B;
      case "courteous-consumer" -> courteousConsumer();
      case "account-b2b" -> accountB2b();
      case "german-b2b" -> germanB2b();
      case "agency-us" -> agencyUs();
      case "endgame-b2b" -> endgameB2b();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
