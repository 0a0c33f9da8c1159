package io.dunning.evaluation;

import static io.dunning.Policies.LADDER;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.stopSupply;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.contact;
import static io.dunning.event.LedgerEvent.customerReplied;
import static io.dunning.event.LedgerEvent.deferred;
import static io.dunning.event.LedgerEvent.delivered;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.paymentReversed;
import static io.dunning.event.LedgerEvent.planAgreed;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.restricted;
import static io.dunning.event.LedgerEvent.settlementAccepted;
import static io.dunning.event.LedgerEvent.settlementOffered;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.event.LedgerEvent.stepWithdrawn;
import static io.dunning.event.LedgerEvent.termsRenegotiated;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.balanceAtLeast;
import static io.dunning.policy.Condition.daysPastDueAtLeast;
import static io.dunning.policy.Condition.overdueAtLeast;
import static io.dunning.policy.Condition.overdueInvoicesAtLeast;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.afterDeadlineOf;
import static io.dunning.policy.Trigger.daysAfterInvoice;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Tone;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.LateInterest;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLaw;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules.AccountSteps;
import io.dunning.policy.AccountRules.Credits;
import io.dunning.policy.AccountRules.DocumentLevel;
import io.dunning.policy.AccountRules.Unit;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.ReopeningRules.ReversedAge;
import io.dunning.policy.ReopeningRules.ReversedSteps;
import io.dunning.policy.Resumption;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.Route;
import io.dunning.settlement.SettlementRule;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The review date is the first day on which the decision differs if nothing happens until then:
 * every rule that moves with time, tried on every kind of fact, day by day.
 */
class ReviewDateTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final int FIRST = -12;
  private static final int DAYS = 75;
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());
  private static final List<Account> ACCOUNTS = accounts();

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static Invoice bill(String number, String amount, int due) {
    return Invoice.of(number, eur(amount), day(due - 30), day(due));
  }

  private static InvoiceHistory invoice(LedgerEvent... events) {
    return InvoiceHistory.of(bill("A", "100.00", 0)).with(events);
  }

  private static InvoiceHistory inParts(LedgerEvent... events) {
    List<Instalment> parts =
        List.of(new Instalment(day(0), eur("40.00")), new Instalment(day(21), eur("60.00")));
    return InvoiceHistory.of(bill("P", "100.00", 0).inInstalments(parts)).with(events);
  }

  /** An account whose other invoices are younger, not issued yet, and in dollars. */
  private static Account account(InvoiceHistory first, LedgerEvent... events) {
    InvoiceHistory younger = InvoiceHistory.of(bill("B", "30.00", 8));
    InvoiceHistory next = InvoiceHistory.of(bill("C", "60.00", 45));
    InvoiceHistory dollars = InvoiceHistory.of(Invoice.of("D", usd("20.00"), day(-20), day(3)));
    return Account.of(Customer.of("X"), List.of(first, younger, next, dollars), List.of(events));
  }

  /** Facts about an invoice or its account, all of them known before the first day. */
  private static List<Account> accounts() {
    int on = FIRST;
    List<Instalment> plan =
        List.of(new Instalment(day(4), eur("20.00")), new Instalment(day(18), eur("20.00")));
    List<LedgerEvent> facts =
        List.of(
            stepTaken(day(on), "reminder", EMAIL),
            contact(day(on), PHONE),
            hold(day(on), "asked", day(6)),
            dispute(day(on), eur("30.00"), "price"),
            promise(day(on), day(5)),
            promise(day(on), eur("10.00"), day(9)),
            planAgreed(day(on), plan),
            settlementOffered(day(on), eur("70.00"), day(7)),
            settlementAccepted(day(on), eur("70.00"), day(7)),
            deferred(day(on), day(10)),
            termsRenegotiated(day(on), day(12)),
            restricted(day(on), Restriction.BREATHING_SPACE, day(11)),
            restricted(day(on), Restriction.INSOLVENCY),
            notDelivered(day(on)),
            customerReplied(day(on), Reply.ASKS_FOR_TIME),
            payment(day(on), eur("95.00")),
            payment(day(on), eur("130.00")));
    List<Account> all = new ArrayList<>();
    for (LedgerEvent each : facts) {
      all.add(account(invoice(each)));
      all.add(account(inParts(each)));
    }
    all.add(account(invoice(), hold(day(on), "asked", day(6))));
    all.add(account(invoice(), promise(day(on), day(5)), stepTaken(day(on), "reminder", EMAIL)));
    LedgerEvent part = promise(day(on), eur("60.00"), day(20));
    all.add(account(invoice(promise(day(on), day(5))), part));
    all.add(account(inParts(promise(day(on), eur("60.00"), day(30))), part));
    all.add(account(invoice(), planAgreed(day(on), plan)));
    all.add(account(invoice(), restricted(day(on), Restriction.BREATHING_SPACE, day(11))));
    all.add(account(invoice(), payment(day(on), eur("110.00"))));
    all.add(account(invoice(), deferred(day(on), day(10)), contact(day(on), PHONE)));
    all.add(account(invoice(stepTaken(day(on), "x"), stepWithdrawn(day(on), "x"))));
    all.add(account(invoice(notDelivered(day(on - 9)), delivered(day(on)))));
    all.add(
        account(
            invoice(payment(day(on - 1), eur("100.00")), paymentReversed(day(on), eur("100.00")))));
    all.add(
        account(
            invoice(hold(day(on), "asked", day(6)), promise(day(on), day(9))),
            hold(day(on), "too", day(8))));
    return all;
  }

  private static PolicyDraft draft(EscalationLadder ladder) {
    return DunningPolicy.named("p").ladder(ladder);
  }

  private static PolicyDraft draft(EscalationStep... steps) {
    return draft(EscalationLadder.of(steps));
  }

  private static EscalationStep reminder(int day) {
    return step("reminder").at(daysPastDue(day)).take(sendReminder(EMAIL));
  }

  static Stream<String> policies() {
    return POLICIES.keySet().stream();
  }

  private static final Map<String, PolicyDraft> POLICIES = new LinkedHashMap<>();

  static {
    POLICIES.put("climbs", draft(LADDER));
    POLICIES.put("catches up", draft(LADDER.progression(Progression.CATCH_UP)));
    POLICIES.put("skips", draft(LADDER.progression(Progression.SKIP)));
    POLICIES.put(
        "grace and minimums",
        draft(
                reminder(3).minimumAmount(eur("65.00")),
                step("notice").at(daysPastDue(14)).take(sendNotice(1, EMAIL)))
            .grace(businessDays(2))
            .minimumAmount(eur("50.00")));
    POLICIES.put(
        "distance of contacts",
        draft(reminder(1), step("notice").at(daysPastDue(2)).take(sendNotice(1, EMAIL)))
            .minimumDaysBetweenContacts(25)
            .promiseTolerance(calendarDays(2))
            .planCure(calendarDays(2))
            .brokenPromise(Resumption.atOnce())
            .brokenPlan(Resumption.atOnce()));
    POLICIES.put(
        "broken agreements resume further on",
        draft(LADDER).brokenPromise(Resumption.at("notice")).brokenPlan(Resumption.at("agency")));
    POLICIES.put(
        "before the due date",
        draft(
            EscalationLadder.of(
                    step("word").at(daysBeforeDue(3)).take(sendReminder(EMAIL)),
                    step("note")
                        .at(daysAfterInvoice(33))
                        .take(sendReminder(EMAIL))
                        .onlyIf(daysPastDueAtLeast(1)),
                    reminder(5))
                .repeatLastEvery(calendarDays(9))));
    POLICIES.put(
        "conditions that change with time",
        draft(
            reminder(1).onlyIf(daysPastDueAtLeast(9).not().and(balanceAtLeast(eur("20.00")))),
            step("call").at(daysPastDue(2)).take(placeCall()).onlyIf(overdueInvoicesAtLeast(2)),
            step("stop").at(daysPastDue(4)).take(stopSupply()).onlyIf(overdueAtLeast(eur("35.00"))),
            step("agency")
                .at(daysPastDue(6))
                .take(referToAgency())
                .requires(daysPastDueAtLeast(17), Condition.daysSince(20, "reminder").not())));
    POLICIES.put(
        "tone and anchors",
        draft(
            reminder(3).tone(Tone.FIRM, daysPastDueAtLeast(12).not()).grants(calendarDays(5)),
            step("notice").at(after("reminder", businessDays(4))).take(sendNotice(1, LETTER)),
            step("call").at(afterDeadlineOf("reminder", calendarDays(8))).take(placeCall())));
    POLICIES.put(
        "promises hold nothing",
        draft(
                reminder(1),
                step("notice")
                    .at(daysPastDue(14))
                    .take(sendNotice(1, EMAIL))
                    .minimumAmount(eur("45.00")))
            .holdWhile(Condition.disputeOpen())
            .minimumAmount(eur("50.00")));
    POLICIES.put(
        "holds of the policy's own",
        draft(LADDER)
            .holdWhile(
                daysPastDueAtLeast(5)
                    .and(daysPastDueAtLeast(16).not())
                    .or(Condition.promiseActive())));
    POLICIES.put(
        "lawful during restrictions",
        draft(
            reminder(3).evenDuring(Restriction.BREATHING_SPACE),
            step("notice")
                .at(daysPastDue(14))
                .take(sendNotice(1, LETTER))
                .evenDuring(Restriction.BREATHING_SPACE, Restriction.INSOLVENCY)));
    POLICIES.put("accounts", draft(LADDER).per(Unit.ACCOUNT).minimumAmount(eur("110.00")));
    POLICIES.put(
        "the highest level",
        draft(LADDER.progression(Progression.CATCH_UP))
            .per(Unit.ACCOUNT)
            .documentLevel(DocumentLevel.HIGHEST));
    POLICIES.put(
        "own levels, net of credits",
        draft(LADDER)
            .per(Unit.ACCOUNT)
            .documentLevel(DocumentLevel.OWN)
            .credits(Credits.NET)
            .minimumAmount(eur("45.00")));
    POLICIES.put(
        "currencies apart, net of credits",
        draft(LADDER)
            .per(Unit.ACCOUNT_AND_CURRENCY)
            .credits(Credits.NET)
            .accountSteps(AccountSteps.SINCE_DUE));
    POLICIES.put(
        "a clock that stops",
        draft(LADDER)
            .clock(DunningPolicy.Clock.STOPS)
            .reversedAge(ReversedAge.FROM_REVERSAL)
            .reversedSteps(ReversedSteps.START_AGAIN));
    POLICIES.put(
        "offers and routes",
        draft(
                step("offer").at(daysPastDue(5)).take(offerSettlement(LETTER)),
                step("agency")
                    .at(daysPastDue(9))
                    .take(referToAgency())
                    .onlyIf(Condition.worthMost(Route.KEEP_ASKING).not()))
            .settlement(SettlementRule.lumpSum(percent("70")).notAgainWithin(15))
            .endgame(EndgameRule.standard()));
    POLICIES.put(
        "charges",
        draft(
                step("notice")
                    .at(daysPastDue(2))
                    .take(sendNotice(1, LETTER), assessCharges())
                    .onlyIf(Condition.chargesAtLeast(eur("0.50"))))
            .lateInterest(LateInterest.fixed(percent("9"))));
    POLICIES.put(
        "rules of contact",
        draft(reminder(1), step("call").at(daysPastDue(2)).take(placeCall()))
            .conduct(Conduct.under(ContactLaw.COURTEOUS_B2B)));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void isTheFirstDayOnWhichTheDecisionDiffers(String name) {
    DunningPolicy policy = POLICIES.get(name).build();
    for (Account account : ACCOUNTS) {
      List<List<Recommendation>> days = new ArrayList<>();
      for (int i = 0; i < DAYS; i++) {
        days.add(EVALUATOR.evaluate(policy, account, day(FIRST + i)).recommendations());
      }
      for (int unit = 0; unit < days.get(0).size(); unit++) {
        for (int i = 0; i + 1 < DAYS; i++) {
          assertExact(days, i, unit);
        }
      }
    }
  }

  private static void assertExact(List<List<Recommendation>> days, int i, int unit) {
    Recommendation now = days.get(i).get(unit);
    int next = i + 1;
    while (next < DAYS && days.get(next).get(unit).decidesLike(now)) {
      next++;
    }
    if (next < DAYS) {
      LocalDate expected = day(FIRST + next);
      assertThat(now.reviewOn()).as("%s of %s", now.asOf(), now).contains(expected);
    } else {
      LocalDate last = day(FIRST + DAYS - 1);
      assertThat(now.reviewOn().filter(d -> !d.isAfter(last))).as(now.toString()).isEmpty();
    }
  }
}
