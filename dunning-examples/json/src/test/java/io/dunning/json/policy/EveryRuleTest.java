package io.dunning.json.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.action.Performer;
import io.dunning.action.PersonRole;
import io.dunning.action.Tone;
import io.dunning.behaviour.RiskModel;
import io.dunning.behaviour.Scorecard;
import io.dunning.calendar.DayCount;
import io.dunning.calendar.Days;
import io.dunning.calendar.WeeklyHours;
import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeCap;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.FeeBand;
import io.dunning.charge.InterestPeriod;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.charge.ReferenceRates;
import io.dunning.charge.StatutoryInterest;
import io.dunning.conduct.AtMost;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLaw;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactRules;
import io.dunning.conduct.Jurisdiction;
import io.dunning.event.Concession;
import io.dunning.event.Restriction;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Patience;
import io.dunning.ledger.Tolerance;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Invariant;
import io.dunning.policy.PaymentRules;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.ReopeningRules;
import io.dunning.policy.Resumption;
import io.dunning.policy.Trigger;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.RecoveryCurve;
import io.dunning.settlement.Route;
import io.dunning.settlement.SettlementRule;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Every rule of a policy has its place in a file, and a file says no two different rules alike. */
class EveryRuleTest {
  private static final EscalationStep CALL =
      EscalationStep.step("call")
          .at(Trigger.daysPastDue(3))
          .take(DunningAction.placeCall(), DunningAction.assessCharges());

  private static PolicyDraft draft(EscalationStep... steps) {
    return DunningPolicy.named("p").ladder(EscalationLadder.of(steps));
  }

  private static Percentage percent(String text) {
    return Percentage.percent(text);
  }

  private static Money eur(String amount) {
    return Money.eur(amount);
  }

  private static Set<String> methodsReturning(Class<?> type) {
    Set<String> names = new TreeSet<>();
    for (Method each : type.getDeclaredMethods()) {
      boolean rule = Modifier.isPublic(each.getModifiers()) && each.getReturnType() == type;
      if (rule && !Modifier.isStatic(each.getModifiers()) && !each.isSynthetic()) {
        names.add(each.getName());
      }
    }
    return names;
  }

  /** Each comes back from its file, and no two of them have one file. */
  private static void allComeBack(List<DunningPolicy> policies) {
    Set<String> files = new HashSet<>();
    Set<String> fingerprints = new HashSet<>();
    for (DunningPolicy each : policies) {
      PolicyFileProperties.comesBack(each);
      assertThat(files.add(PolicyFiles.write(each))).as(PolicyFiles.write(each)).isTrue();
      assertThat(fingerprints.add(each.fingerprint())).as(PolicyFiles.write(each)).isTrue();
    }
  }

  @Test
  void everyRuleOfAPolicyComesBack() {
    Map<String, UnaryOperator<PolicyDraft>> rules = new TreeMap<>();
    rules.put("version", d -> d.version("1"));
    rules.put("ladder", d -> d.ladder(EscalationLadder.of(CALL).repeatLastEvery(Days.months(1))));
    rules.put("charges", d -> d.charges(ChargeRules.of(LateFee.flat(eur("1.00")).once())));
    rules.put("lateInterest", d -> d.lateInterest(LateInterest.fixed(percent("9"))));
    rules.put("lateFee", d -> d.lateFee(LateFee.flat(eur("2.00")).once()));
    rules.put("grace", d -> d.grace(Days.businessDays(1)));
    rules.put("per", d -> d.per(AccountRules.Unit.ACCOUNT_AND_CURRENCY));
    rules.put("holdWhile", d -> d.holdWhile(Condition.disputeOpen()));
    rules.put("minimumDaysBetweenContacts", d -> d.minimumDaysBetweenContacts(3));
    rules.put("minimumDaysBetweenSteps", d -> d.minimumDaysBetweenSteps(3));
    rules.put("liveFrom", d -> d.liveFrom(LocalDate.of(2026, 3, 1)));
    rules.put("settlement", d -> d.settlement(SettlementRule.lumpSum(percent("70"))));
    rules.put("plans", d -> d.plans(PlanRule.monthly(3)));
    rules.put("endgame", d -> d.endgame(EndgameRule.standard()));
    rules.put("profileWindow", d -> d.profileWindow(Days.calendarDays(90)));
    rules.put("leastSettledInvoices", d -> d.leastSettledInvoices(5));
    rules.put("riskModel", d -> d.riskModel(RiskModel.lateLastTime()));
    rules.put("conduct", d -> d.conduct(Conduct.under(ContactLaw.COURTEOUS_B2B)));
    rules.put("minimumAmount", d -> d.minimumAmount(eur("1.00")).minimumAmount(Money.usd("2.00")));
    rules.put("promiseTolerance", d -> d.promiseTolerance(Days.calendarDays(1)));
    rules.put("brokenPromise", d -> d.brokenPromise(Resumption.atOnce()));
    rules.put("patience", d -> d.patience(Patience.UNLIMITED.atMost(2, Concession.PROMISE)));
    rules.put("promiseHoldsAllFrom", d -> d.promiseHoldsAllFrom(percent("80")));
    rules.put("deliveryGivenUpAfter", d -> d.deliveryGivenUpAfter(Days.calendarDays(4)));
    rules.put("thanksWithin", d -> d.thanksWithin(Days.calendarDays(4)));
    rules.put("deliveryPresumedAfter", d -> d.deliveryPresumedAfter(Days.calendarDays(4)));
    rules.put("receiptsHold", d -> d.receiptsHold(Days.businessDays(3)));
    rules.put("bankDataStaleAfter", d -> d.bankDataStaleAfter(Days.businessDays(2)));
    rules.put(
        "staleBankDataHoldsFrom",
        d -> d.bankDataStaleAfter(Days.businessDays(2)).staleBankDataHoldsFrom("call"));
    rules.put(
        "untilCollectionFailed",
        d -> d.untilCollectionFailed(PaymentRules.UntilCollectionFailed.GO_ON));
    rules.put("collectionAwaitedFor", d -> d.collectionAwaitedFor(Days.calendarDays(14)));
    rules.put("planCure", d -> d.planCure(Days.calendarDays(1)));
    rules.put("brokenPlan", d -> d.brokenPlan(Resumption.at("call")));
    UnaryOperator<PolicyDraft> perAccount = d -> d.per(AccountRules.Unit.ACCOUNT);
    rules.put(
        "documentLevel", d -> perAccount.apply(d).documentLevel(AccountRules.DocumentLevel.OWN));
    rules.put("credits", d -> perAccount.apply(d).credits(AccountRules.Credits.NET));
    rules.put("clock", d -> d.clock(DunningPolicy.Clock.STOPS));
    rules.put("reversedAge", d -> d.reversedAge(ReopeningRules.ReversedAge.FROM_REVERSAL));
    rules.put("reversedSteps", d -> d.reversedSteps(ReopeningRules.ReversedSteps.START_AGAIN));
    rules.put("tolerance", d -> d.tolerance(Tolerance.upTo(eur("1.00")).atMost(percent("2"))));
    rules.put("accountSteps", d -> d.accountSteps(AccountRules.AccountSteps.SINCE_DUE));
    Set<String> methods = methodsReturning(PolicyDraft.class);
    methods.remove("keeping"); // see whatIsPromisedForACheckIsRefused
    assertThat(rules.keySet()).isEqualTo(methods);
    List<DunningPolicy> all = new ArrayList<>();
    all.add(draft(CALL).build());
    all.add(perAccount.apply(draft(CALL)).build());
    rules.values().forEach(r -> all.add(r.apply(draft(CALL)).build()));
    all.add(draft(CALL).minimumDaysBetweenContacts(3).minimumDaysBetweenSteps(7).build());
    all.add(draft(CALL).minimumDaysBetweenSteps(0).build());
    allComeBack(all);
  }

  @Test
  void everyRuleOfAStepComesBack() {
    Map<String, UnaryOperator<EscalationStep>> rules = new TreeMap<>();
    rules.put("at", s -> s.at(Trigger.pastDue(Days.businessDays(3))));
    rules.put("take", s -> s.take(DunningAction.task("tell \"sales\", and: # smile\n\u00fc")));
    rules.put("onlyIf", s -> s.onlyIf(Condition.overdue()));
    rules.put("grants", s -> s.grants(Days.calendarDays(7)));
    rules.put("minimumDaysSinceLastContact", s -> s.minimumDaysSinceLastContact(7));
    rules.put("minimumAmount", s -> s.minimumAmount(eur("7.00")));
    rules.put("needsApproval", EscalationStep::needsApproval);
    rules.put("needsApprovalOf", s -> s.needsApprovalOf("head of credit"));
    rules.put("requires", s -> s.requires(Condition.overdue(), Condition.disputeOpen().not()));
    rules.put("orBy", s -> s.orBy(Channel.LETTER));
    rules.put("evenDuring", s -> s.evenDuring(Restriction.INSOLVENCY));
    rules.put("evenWhileOverdue", EscalationStep::evenWhileOverdue);
    rules.put("tone", s -> s.tone(Tone.FIRM));
    rules.put("addressedTo", s -> s.addressedTo(PersonRole.OWNER, new PersonRole("true")));
    rules.put("performedBy", s -> s.performedBy(Performer.SALES));
    assertThat(rules.keySet()).isEqualTo(methodsReturning(EscalationStep.class));
    List<DunningPolicy> all = new ArrayList<>();
    rules.values().forEach(r -> all.add(draft(r.apply(CALL)).build()));
    all.add(draft(CALL.tone(Tone.FIRM, Condition.overdue())).build());
    all.add(draft(CALL.performedBy(Performer.SALES, Condition.overdue())).build());
    all.add(
        draft(CALL.performedBy(Performer.agency("Kern for 18%").forCommission(percent("18"))))
            .build());
    for (String name : List.of("1", "null", "- a", "a: b", " a", "a #b", "\"", "yes", "ladder")) {
      all.add(
          draft(EscalationStep.step(name).at(Trigger.daysPastDue(1)).take(DunningAction.visit()))
              .build());
    }
    for (EscalationLadder.Progression each : EscalationLadder.Progression.values()) {
      all.add(draft(CALL).ladder(EscalationLadder.of(CALL).progression(each)).build());
    }
    allComeBack(all);
  }

  private static DunningPolicy with(LateInterest interest) {
    return draft(CALL).lateInterest(interest).build();
  }

  @Test
  void everyRuleOfInterestComesBack() {
    ReferenceRates house =
        ReferenceRates.named("house rate")
            .with(LocalDate.MIN, LocalDate.of(2026, 6, 30), percent("3.5"), "board")
            .with(LocalDate.of(2026, 7, 1), LocalDate.MAX, percent("4"), "");
    LateInterest nine = LateInterest.fixed(percent("9"));
    LateInterest floating = LateInterest.floating(ReferenceRates.of("DE"), percent("9"));
    allComeBack(
        List.of(
            with(nine),
            with(nine.times(1).per(30)),
            with(floating),
            with(LateInterest.floating(ReferenceRates.of("DE"), percent("0"))),
            with(LateInterest.floating(ReferenceRates.of("DE"), percent("-0.5"))),
            with(floating.times(3)),
            with(LateInterest.floating(house, percent("2"))),
            with(floating.atMost(percent("20"))),
            with(floating.atMost(house)),
            with(floating.atMost(ReferenceRates.of("KR-CAP"))),
            with(floating.fixedAtStart()),
            with(
                floating.compounding(
                    LateInterest.Compounding.MONTHLY, LateInterest.RateMode.AT_EACH_REST)),
            with(
                floating.compounding(
                    LateInterest.Compounding.EVERY_30_DAYS, LateInterest.RateMode.FLOATING)),
            with(floating.counting(DayCount.ACT_360)),
            with(
                floating.from(
                    InterestPeriod.FirstDay.DUE_DATE, InterestPeriod.PaymentDay.EXCLUDED)),
            with(floating.grace(Days.businessDays(3), InterestPeriod.AfterGrace.FROM_END_OF_GRACE)),
            with(floating.rounded(Rounding.DOWN)),
            with(floating.forAtMost(Period.ofYears(1))),
            with(floating.forAtMost(Period.ofMonths(12))),
            with(floating.forAtMost(Period.of(1, 2, 3))),
            with(floating.atLeast(eur("1.00")).atLeast(Money.usd("2.00")))));
  }

  private static DunningPolicy with(ChargeRules charges) {
    return draft(CALL).charges(charges).build();
  }

  @Test
  void everyRuleOfChargesComesBack() {
    LateFee fee = LateFee.flat(eur("5.00"), Money.usd("6.00"));
    List<FeeBand> bands =
        List.of(
            new FeeBand(eur("0.00"), eur("5.00"), percent("0")),
            new FeeBand(eur("100.00"), eur("0.00"), percent("2.5")));
    List<DunningPolicy> all = new ArrayList<>();
    for (LateFee each :
        List.of(
            fee,
            fee.at("call"),
            fee.perDocument(),
            fee.at("call").perDocument(),
            fee.once(),
            fee.oncePerInstalment(),
            fee.every(Days.months(1)),
            fee.onlyIfAgreed("late fee", "yes"),
            fee.onlyIfAgreed("late fee", "no"),
            fee.besideCompensation(),
            fee.by("contract"),
            LateFee.percent(percent("2")).atLeast(eur("3.00")).atMost(eur("9.00")),
            LateFee.banded(LateFee.Banding.SINGLE, bands),
            LateFee.banded(LateFee.Banding.MARGINAL, bands),
            LateFee.banded(LateFee.Banding.MARGINAL, bands.subList(0, 1)))) {
      all.add(with(ChargeRules.of(each)));
    }
    all.add(with(ChargeRules.of(fee, fee.once())));
    all.add(with(ChargeRules.of(fee).capped(ChargeCap.of(percent("20")))));
    all.add(
        with(ChargeRules.of(fee).capped(ChargeCap.of(eur("50.00")).within(ChargeCap.Within.YEAR))));
    all.add(with(ChargeRules.of(fee).paying(AllocationOrder.COSTS_INTEREST_PRINCIPAL)));
    all.add(with(ChargeRules.of(fee).inDispute(ChargeRules.InDispute.PAUSE)));
    all.add(with(ChargeRules.of(fee).onceSettled(ChargeRules.OnceSettled.WAIVED)));
    all.add(with(ChargeRules.of(fee).by("contract")));
    all.add(
        with(
            ChargeRules.of(fee)
                .whileRestricted(Restriction.BREATHING_SPACE, ChargeRules.InRestriction.RUN_ON)));
    all.add(
        with(
            ChargeRules.of(fee)
                .whileRestricted(Restriction.INSOLVENCY, ChargeRules.InRestriction.WAIVE)));
    allComeBack(all);
  }

  @Test
  void everyLawComesBackByItsName() {
    List<DunningPolicy> all = new ArrayList<>();
    for (StatutoryInterest law : StatutoryInterest.shipped().values()) {
      all.add(draft(CALL).lateInterest(law).build());
      if (law.compensation().isPresent()) {
        all.add(draft(CALL).lateInterest(law.withoutCompensation()).build());
        all.add(
            draft(CALL)
                .lateFee(LateFee.flat(eur("1.00")).once().besideCompensation())
                .lateInterest(law)
                .build());
        all.add(
            draft(CALL).lateInterest(law).lateInterest(LateInterest.fixed(percent("8"))).build());
      }
    }
    allComeBack(all);
    assertThat(PolicyFiles.write(all.get(0))).contains("interest:\n  law: ");
  }

  private static DunningPolicy with(ContactRules rules) {
    return draft(CALL).conduct(Conduct.under(rules)).build();
  }

  @Test
  void everyRuleOfContactComesBack() {
    ContactRules rules = ContactRules.of("house", ContactLimit.notOnHolidays());
    AtMost most = ContactLimit.atMost(1, Period.ofDays(7));
    List<DunningPolicy> all = new ArrayList<>();
    ContactLaw.all().forEach(law -> all.add(with(law)));
    for (int days : new int[] {1, 7, 10}) {
      all.add(with(ContactLaw.courteous(days)));
    }
    for (ContactRules each :
        List.of(
            rules,
            rules.from("a book", ""),
            rules.from("", "sure"),
            rules.invitationsLast(3),
            rules.barringAtMost(3, 1),
            rules.barringAtMost(3, 1, Channel.EMAIL),
            rules.staying(Period.ofMonths(3)),
            rules.inForce(LocalDate.of(2026, 1, 1)),
            rules.within(Jurisdiction.country("DE", "NO")),
            rules.within(
                Jurisdiction.EVERYWHERE
                    .from(Customer.Kind.SOLE_TRADER)
                    .forDebts(Jurisdiction.Debt.TRADE)
                    .collectedBy(Jurisdiction.Collector.AGENCY)),
            rules.with(most.by(Channel.PHONE).ofEachPerson().ofEachCollector()),
            rules.with(most.counting(AtMost.Counted.CONNECTED).per(ContactLimit.Per.DEBT)),
            rules.with(most.notCounting(AtMost.Kind.CUT_OFF, 2, 1)),
            rules.with(new ContactLimit.AfterConversation(7, ContactLimit.Per.DEBT, true)),
            rules.with(
                ContactLimit.only(WeeklyHours.daily("08:00", "20:00")).with(PersonRole.WORKPLACE)),
            rules.with(
                new ContactLimit.Notice(
                    "a, b", Days.NONE, Days.calendarDays(3), ContactLimit.Before.COURT)),
            rules.with(ContactLimit.notWith(PersonRole.THIRD_PARTY)))) {
      all.add(with(each));
    }
    all.add(
        draft(CALL)
            .conduct(
                Conduct.under()
                    .by(Jurisdiction.Collector.AGENCY)
                    .collecting(Jurisdiction.Debt.CONSUMER)
                    .otherwise(Conduct.Otherwise.NEXT_CHANNEL))
            .build());
    allComeBack(all);
  }

  @Test
  void everyRuleOfSettlementsAndPlansComesBack() {
    SettlementRule rule = SettlementRule.lumpSum(percent("70"));
    PlanRule plan = PlanRule.monthly(6);
    List<DunningPolicy> all = new ArrayList<>();
    for (SettlementRule each :
        List.of(
            rule,
            rule.fromDaysPastDue(30).laterShare(percent("60"), 90),
            rule.floor(percent("50")),
            rule.from(eur("5.00")).upTo(eur("500.00")),
            rule.fromRisk(percent("40")),
            rule.approvalBelow(percent("60"), "the boss"),
            rule.approvalBelow(percent("60"), "a person"),
            rule.validFor(Days.businessDays(10)),
            rule.validThroughDay(15),
            rule.validFor(Days.calendarDays(3)).validThroughDay(15),
            rule.inInstalments(3),
            rule.orInInstalments(3, percent("5")).orInInstalments(6, percent("10")),
            rule.notAgainWithin(10))) {
      all.add(draft(CALL).settlement(each).build());
    }
    for (PlanRule each :
        List.of(
            plan,
            plan.ofAtLeast(eur("10.00")),
            plan.every(Period.ofWeeks(2)),
            plan.firstAfter(3),
            plan.risingBy(10),
            plan.withInterest())) {
      all.add(draft(CALL).plans(each).build());
    }
    allComeBack(all);
  }

  @Test
  void everyRuleOfTheEndgameAndOfRisksComesBack() {
    EndgameRule rule = EndgameRule.standard();
    List<DunningPolicy> all = new ArrayList<>();
    for (EndgameRule each :
        List.of(
            EndgameRule.of(),
            rule,
            rule.with(EndgameRule.terms(Route.COURT, "80", "5", 12, eur("100.00"))),
            rule.curve(RecoveryCurve.of("play").with(0, "95").with(6, "5")),
            rule.curve(RecoveryCurve.of("")),
            rule.rate(percent("4")),
            rule.acceptance(percent("30")),
            rule.goodwill(Route.COURT, eur("50.00")).goodwill(Route.COURT, Money.usd("60.00")),
            rule.approval(new Route[0]),
            rule.approval(Route.AGENCY, Route.SETTLE))) {
      all.add(draft(CALL).endgame(each).build());
    }
    Scorecard standard = Scorecard.standard();
    all.add(
        draft(CALL)
            .riskModel(new Scorecard("ours", standard.characteristics(), standard.probabilities()))
            .build());
    all.add(
        draft(CALL).riskModel(new Scorecard("flat", List.of(), standard.probabilities())).build());
    allComeBack(all);
  }

  @Test
  void everyInvariantComesBack() {
    Invariant[] invariants = {
      Invariant.never(DunningAction.sendReminder(Channel.EMAIL), Invariant.During.IN_PLAN),
      Invariant.neverBefore(DunningAction.visit(), "call"),
      Invariant.neverBeforeDelivered(DunningAction.writeOff(), "a \"last\" letter: # 1"),
      Invariant.atMost(1, Channel.SMS, 30),
      Invariant.chargesAtMost(percent("12.5")),
      Invariant.noContactAfterPayment(5)
    };
    DunningPolicy policy = draft(CALL).keeping(invariants).build();
    PolicyFileProperties.comesBack(policy);
    assertThat(PolicyFiles.parse(PolicyFiles.write(policy)).policy().invariants())
        .containsExactly(invariants);
    DunningPolicy one = draft(CALL).keeping(invariants[0]).build();
    assertThat(PolicyFiles.write(one))
        .endsWith("invariants: never send reminder while in a payment plan\n");
    PolicyFileProperties.comesBack(one);
  }

  @Test
  void whatIsDescribedInCodeStaysThere() {
    assertThatThrownBy(
            () ->
                PolicyFiles.write(
                    draft(CALL.onlyIf(Condition.described("it rains", s -> true))).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ladder: only if: a policy file cannot hold this")
        .hasMessageContaining("it rains");
    assertThatThrownBy(
            () ->
                PolicyFiles.write(
                    draft(CALL).lateFee(LateFee.described("a third", m -> m)).build()))
        .hasMessage(
            "late fees: a policy file cannot hold a fee that is described in code: a third");
    assertThatThrownBy(
            () ->
                PolicyFiles.write(
                    draft(CALL)
                        .riskModel(RiskModel.described("by gut", p -> percent("50")))
                        .build()))
        .hasMessage(
            "risk model: a policy file cannot hold a risk model that is described in code: by gut");
  }
}
