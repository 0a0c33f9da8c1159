package io.dunning.policy;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.task;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dunning.action.DunningAction;
import io.dunning.action.Performer;
import io.dunning.action.PersonRole;
import io.dunning.action.Tone;
import io.dunning.behaviour.RiskModel;
import io.dunning.calendar.DayCount;
import io.dunning.calendar.Days;
import io.dunning.calendar.WeeklyHours;
import io.dunning.charge.ChargeRules;
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
import io.dunning.ledger.Patience;
import io.dunning.ledger.Tolerance;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.SettlementRule;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Unequal policies have unequal fingerprints, equal ones equal, whatever their texts contain. */
class PolicyFingerprintTest {
  private static final EscalationStep CALL = step("call").at(daysPastDue(3)).take(placeCall());

  private static PolicyDraft draft(EscalationStep... steps) {
    return DunningPolicy.named("p").ladder(EscalationLadder.of(steps));
  }

  private static String of(PolicyDraft draft) {
    return draft.build().fingerprint();
  }

  private static String of(EscalationStep... steps) {
    return of(draft(steps));
  }

  private static void alikeInPrintOnly(PolicyDraft one, PolicyDraft other) {
    assertThat(one.build()).hasToString(other.build().toString()).isNotEqualTo(other.build());
    assertThat(of(one)).isNotEqualTo(of(other));
  }

  private static void unlike(PolicyDraft one, PolicyDraft other) {
    assertThat(one.build()).isNotEqualTo(other.build());
    assertThat(one.build().toString()).isNotEqualTo(other.build().toString());
    assertThat(of(one)).isNotEqualTo(of(other));
  }

  /** If this changes, so do all fingerprints that users have stored: say so in the changelog. */
  @Test
  void isTheSameEverywhere() {
    PolicyDraft draft =
        draft(
                step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                step("mahnung, größer: 2\n").at(daysPastDue(14)).take(task("call \"Ö\"")))
            .version("2026-03")
            .minimumDaysBetweenContacts(7)
            .minimumAmount(eur("5.00"));
    assertThat(of(draft)).isEqualTo("8944cffaf7c72aba");
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
      assertThat(of(draft)).isEqualTo("8944cffaf7c72aba");
    } finally {
      Locale.setDefault(before);
    }
  }

  /** As {@link #isTheSameEverywhere}, of rules that come from other packages. */
  @Test
  void isTheSameEverywhereForRulesOfMoneyAndConduct() {
    EscalationStep charging = CALL.take(assessCharges());
    LateFee fee = LateFee.flat(eur("5.00")).at("call");
    ReferenceRates rates =
        ReferenceRates.named("bank's")
            .with(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30), percent("2.5"), "gazette");
    LateInterest floating = LateInterest.floating(rates, percent("5"));
    LateFee sum = LateFee.flat(eur("40.00")).once();
    ChargeRules charges =
        ChargeRules.of(StatutoryInterest.define("own", "a law", floating, sum, "section 1"))
            .with(LateFee.described("two steps", base -> base).at("call").besideCompensation())
            .with(fee.onlyIfAgreed("fees", "yes").besideCompensation());
    ContactRules rules =
        ContactRules.of(
            "house",
            ContactLimit.atMost(1, Period.ofDays(7)).notCounting(AtMost.Kind.CUT_OFF, 2, 30),
            ContactLimit.only(WeeklyHours.daily("08:00", "20:00")),
            ContactLimit.only(WeeklyHours.daily("09:00", "18:00"))
                .with(new PersonRole("if asked"), PersonRole.OWNER),
            ContactLimit.notWith(new PersonRole("a or b"), PersonRole.OWNER));
    assertThat(of(draft(CALL).lateInterest(floating))).isEqualTo("9ae85815c611aecf");
    assertThat(of(draft(charging).charges(charges))).isEqualTo("1284946dbe7a36f5");
    assertThat(of(draft(charging).lateFee(fee))).isEqualTo("c6747c3aa3789c16");
    assertThat(of(draft(CALL).conduct(Conduct.under(rules)))).isEqualTo("1c95c0446adeb202");
    assertThat(of(draft(CALL).endgame(EndgameRule.standard()))).isEqualTo("191874e4b9fccc33");
  }

  /** Fingerprints that users have stored contain these names: never rename such a class. */
  @ParameterizedTest
  @MethodSource("families")
  void containsTheNamesOfClassesThatStayAsTheyAre(Class<?> family, String names) {
    SortedSet<String> all = new TreeSet<>();
    addNames(family, all);
    assertThat(String.join(" ", all)).isEqualTo(names);
  }

  private static void addNames(Class<?> family, Set<String> names) {
    if (family.isEnum()) {
      return; // constants are told apart by their sentences
    }
    if (family.isSealed()) {
      for (Class<?> each : family.getPermittedSubclasses()) {
        addNames(each, names);
      }
    } else {
      names.add(family.getSimpleName());
    }
  }

  static Stream<Arguments> families() {
    return Stream.of(
        arguments(Combined.class, "And Or"),
        arguments(
            Leaf.class,
            "AddressFoundWithin AddressUnknownFor AverageDaysLateMoreThan"
                + " BalanceAtLeast BalanceMoreThan BrokenPromisesAtLeast CameBack"
                + " ChargesAtLeast CollectionFailedAgo CollectionFailureIs CollectionsFailedAtLeast"
                + " CreditLimitUsed CustomerFact CustomerInCountry CustomerInSegment"
                + " CustomerIs CustomerTagged DaysPastDueAtLeast DaysSinceStep Described"
                + " DisputeOpen DisputedFor DisputesAtLeast InvoiceDelivered"
                + " InvoiceNotDelivered LateRatioAtLeast LatestReply LimitationPassed"
                + " LimitationWithin OverCreditLimit OverdueAtLeast"
                + " OverdueInvoicesAtLeast OverdueMoreThan PartlyDisputed PlanActive"
                + " PlanBroken PromiseActive RepliedSince RepliedWith RestrictedBy"
                + " RiskAtLeast SettlementOffered SettlementPossible StepDelivered StepTaken"
                + " UnansweredAtLeast WasReached WorthMost"),
        arguments(
            DunningAction.class,
            "AskForPaymentMethod AssessCharges BlockOrders Call Demand FileClaim Notice OfferDiscount OfferSettlement"
                + " PlainMessage ProposePlan ReferToAgency ReleaseOrders Reminder RetryCollection SellClaim StopSupply Task"
                + " ThankCustomer TraceCustomer Visit WriteOff"),
        arguments(
            ContactLimit.class,
            "AfterConversation AtMost CustomerWish Hours NotOnHolidays NotWith Notice"),
        arguments(Resumption.class, "At AtOnce WhereItWas"),
        arguments(RiskModel.class, "Described Scorecard"));
  }

  @Test
  void namesCannotPassForVersions() {
    alikeInPrintOnly(
        DunningPolicy.named("p version 2").ladder(EscalationLadder.of(CALL)),
        DunningPolicy.named("p").version("2").ladder(EscalationLadder.of(CALL)));
  }

  @Test
  void namesCannotPassForRules() {
    alikeInPrintOnly(
        DunningPolicy.named("p, 7 days between contacts").ladder(EscalationLadder.of(CALL)),
        draft(CALL).minimumDaysBetweenContacts(7));
    unlike(
        draft(step("a").at(daysPastDue(3)).take(task("x\nb: 4 days past due: y"))),
        draft(
            step("a").at(daysPastDue(3)).take(task("x")),
            step("b").at(daysPastDue(4)).take(task("y"))));
    unlike(
        draft(step("a").at(daysPastDue(3)).take(task("x, y"))),
        draft(step("a").at(daysPastDue(3)).take(task("x"), task("y"))));
    unlike(
        draft(step("a").at(daysPastDue(3)).take(task("assess charges"))),
        draft(step("a").at(daysPastDue(3)).take(assessCharges())));
  }

  @Test
  void sentencesCannotPassForConditions() {
    EscalationStep one = step("a, 1").at(daysPastDue(3)).take(placeCall());
    Map<String, Condition> alike = new TreeMap<>();
    alike.put("tag", Condition.customerTagged("x or customer tagged y"));
    alike.put("two tags", Condition.customerTagged("x").or(Condition.customerTagged("y")));
    alike.put("own", Condition.described("customer tagged x or customer tagged y", s -> true));
    alike.put("fact", Condition.customerFact("customer tagged x or a", "b"));
    alike.put("tag and fact", Condition.customerTagged("x").or(Condition.customerFact("a", "b")));
    alike.put("fact in fact", Condition.customerFact("a is b", "c"));
    alike.put("fact of fact", Condition.customerFact("a", "b is c"));
    alike.put("not the tag", Condition.customerTagged("x").not());
    alike.put("not another tag", Condition.customerTagged("y").not());
    Set<String> all = new HashSet<>();
    alike.values().forEach(c -> all.add(of(one.onlyIf(c))));
    assertThat(all).hasSameSizeAs(alike.keySet());
    unlike(
        draft(one.onlyIf(Condition.always().and(Condition.never().not()))),
        draft(one.onlyIf(Condition.described("always and not (never)", s -> true))));
    unlike(
        draft(one.requires(Condition.described("x, requires y", s -> true))),
        draft(
            one.requires(
                Condition.described("x", s -> true), Condition.described("y", s -> true))));
  }

  @Test
  void textsCannotPassForOneAnotherByTheirLength() {
    assertThat(of(step("ab").at(daysPastDue(3)).take(task("c"))))
        .isNotEqualTo(of(step("a").at(daysPastDue(3)).take(task("bc"))));
    assertThat(of(DunningPolicy.named("1:a;").ladder(EscalationLadder.of(CALL))))
        .isNotEqualTo(of(DunningPolicy.named("a").ladder(EscalationLadder.of(CALL))));
    // halves of a character that no encoding can tell apart
    assertThat(of(DunningPolicy.named("\ud800").ladder(EscalationLadder.of(CALL))))
        .isNotEqualTo(of(DunningPolicy.named("\ud801").ladder(EscalationLadder.of(CALL))));
  }

  @Test
  void ofADescribedConditionOnlyTheSentenceCounts() {
    EscalationStep one = CALL.onlyIf(Condition.described("it rains", s -> true));
    EscalationStep other = CALL.onlyIf(Condition.described("it rains", s -> false));
    assertThat(draft(one).build()).isEqualTo(draft(other).build());
    assertThat(of(one)).isEqualTo(of(other));
  }

  @Test
  void aStepCannotPassForAWayToResume() {
    EscalationStep once = step("once").at(daysPastDue(3)).take(placeCall());
    assertThat(of(draft(once).brokenPlan(Resumption.atOnce())))
        .isNotEqualTo(of(draft(once).brokenPlan(Resumption.at("once"))))
        .isNotEqualTo(of(draft(once).brokenPlan(Resumption.whereItWas())));
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

  private static void allDiffer(List<String> fingerprints) {
    assertThat(fingerprints).doesNotHaveDuplicates();
  }

  /** A new rule fails this test until it counts. */
  @Test
  void everyRuleOfAPolicyCounts() {
    Map<String, UnaryOperator<PolicyDraft>> rules = new TreeMap<>();
    rules.put("version", d -> d.version("1"));
    rules.put(
        "ladder",
        d -> d.ladder(EscalationLadder.of(CALL, step("x").at(daysPastDue(4)).take(placeCall()))));
    rules.put("charges", d -> d.charges(ChargeRules.of(LateFee.flat(eur("1.00")).once())));
    rules.put("lateInterest", d -> d.lateInterest(LateInterest.fixed(percent("9"))));
    rules.put("lateFee", d -> d.lateFee(LateFee.flat(eur("2.00")).once()));
    rules.put("grace", d -> d.grace(calendarDays(1)));
    rules.put("per", d -> d.per(AccountRules.Unit.ACCOUNT_AND_CURRENCY));
    rules.put("holdWhile", d -> d.holdWhile(Condition.disputeOpen()));
    rules.put("minimumDaysBetweenContacts", d -> d.minimumDaysBetweenContacts(3));
    rules.put("minimumDaysBetweenSteps", d -> d.minimumDaysBetweenSteps(3));
    rules.put("liveFrom", d -> d.liveFrom(LocalDate.of(2026, 3, 1)));
    rules.put("settlement", d -> d.settlement(SettlementRule.lumpSum(percent("70"))));
    rules.put("plans", d -> d.plans(PlanRule.monthly(3)));
    rules.put("endgame", d -> d.endgame(EndgameRule.standard()));
    rules.put("profileWindow", d -> d.profileWindow(calendarDays(90)));
    rules.put("leastSettledInvoices", d -> d.leastSettledInvoices(5));
    rules.put("riskModel", d -> d.riskModel(RiskModel.lateLastTime()));
    rules.put("conduct", d -> d.conduct(Conduct.under(ContactLaw.COURTEOUS_B2B)));
    rules.put("minimumAmount", d -> d.minimumAmount(eur("1.00")));
    rules.put("promiseTolerance", d -> d.promiseTolerance(calendarDays(1)));
    rules.put("brokenPromise", d -> d.brokenPromise(Resumption.atOnce()));
    rules.put("patience", d -> d.patience(Patience.UNLIMITED.atMost(2, Concession.PROMISE)));
    rules.put("promiseHoldsAllFrom", d -> d.promiseHoldsAllFrom(percent("80")));
    rules.put("deliveryGivenUpAfter", d -> d.deliveryGivenUpAfter(calendarDays(4)));
    rules.put("thanksWithin", d -> d.thanksWithin(calendarDays(4)));
    rules.put("deliveryPresumedAfter", d -> d.deliveryPresumedAfter(calendarDays(4)));
    rules.put("receiptsHold", d -> d.receiptsHold(calendarDays(4)));
    rules.put("bankDataStaleAfter", d -> d.bankDataStaleAfter(calendarDays(4)));
    rules.put(
        "staleBankDataHoldsFrom",
        d -> d.bankDataStaleAfter(calendarDays(4)).staleBankDataHoldsFrom("call"));
    rules.put(
        "untilCollectionFailed",
        d -> d.untilCollectionFailed(PaymentRules.UntilCollectionFailed.GO_ON));
    rules.put("collectionAwaitedFor", d -> d.collectionAwaitedFor(calendarDays(4)));
    rules.put("planCure", d -> d.planCure(calendarDays(1)));
    rules.put("brokenPlan", d -> d.brokenPlan(Resumption.atOnce()));
    UnaryOperator<PolicyDraft> perAccount = d -> d.per(AccountRules.Unit.ACCOUNT);
    rules.put(
        "documentLevel", d -> perAccount.apply(d).documentLevel(AccountRules.DocumentLevel.OWN));
    rules.put("credits", d -> perAccount.apply(d).credits(AccountRules.Credits.NET));
    rules.put("clock", d -> d.clock(DunningPolicy.Clock.STOPS));
    rules.put("reversedAge", d -> d.reversedAge(ReopeningRules.ReversedAge.FROM_REVERSAL));
    rules.put("reversedSteps", d -> d.reversedSteps(ReopeningRules.ReversedSteps.START_AGAIN));
    rules.put("tolerance", d -> d.tolerance(Tolerance.upTo(eur("1.00"))));
    rules.put("accountSteps", d -> d.accountSteps(AccountRules.AccountSteps.SINCE_DUE));
    Set<String> counted = new TreeSet<>(rules.keySet());
    counted.add("keeping"); // invariants decide nothing and do not count
    assertThat(counted).isEqualTo(methodsReturning(PolicyDraft.class));
    List<String> texts = new ArrayList<>(List.of(of(CALL), of(perAccount.apply(draft(CALL)))));
    rules.values().forEach(r -> texts.add(of(r.apply(draft(CALL)))));
    allDiffer(texts);
  }

  @Test
  void everyRuleOfAStepCounts() {
    Map<String, UnaryOperator<EscalationStep>> rules = new TreeMap<>();
    rules.put("at", s -> s.at(Trigger.pastDue(businessDays(3))));
    rules.put("take", s -> s.take(task("tell sales")));
    rules.put("onlyIf", s -> s.onlyIf(Condition.overdue()));
    rules.put("grants", s -> s.grants(calendarDays(7)));
    rules.put("minimumDaysSinceLastContact", s -> s.minimumDaysSinceLastContact(7));
    rules.put("minimumAmount", s -> s.minimumAmount(eur("7.00")));
    rules.put("needsApproval", EscalationStep::needsApproval);
    rules.put("needsApprovalOf", s -> s.needsApprovalOf("head of credit"));
    rules.put("requires", s -> s.requires(Condition.overdue()));
    rules.put("orBy", s -> s.orBy(LETTER));
    rules.put("evenDuring", s -> s.evenDuring(Restriction.INSOLVENCY));
    rules.put("evenWhileOverdue", EscalationStep::evenWhileOverdue);
    rules.put("tone", s -> s.tone(Tone.FIRM));
    rules.put("addressedTo", s -> s.addressedTo(PersonRole.OWNER));
    rules.put("performedBy", s -> s.performedBy(Performer.SALES));
    assertThat(rules.keySet()).isEqualTo(methodsReturning(EscalationStep.class));
    List<String> all = new ArrayList<>(List.of(of(CALL)));
    rules.values().forEach(r -> all.add(of(r.apply(CALL))));
    all.add(of(CALL.needsApprovalOf("head of sales")));
    all.add(of(CALL.tone(Tone.FIRM, Condition.overdue())));
    all.add(of(CALL.addressedTo(PersonRole.OWNER, PersonRole.LAWYER)));
    all.add(of(CALL.addressedTo(PersonRole.LAWYER, PersonRole.OWNER)));
    all.add(of(CALL.performedBy(Performer.SALES, Condition.overdue())));
    all.add(of(CALL.performedBy(Performer.agency("Kern"))));
    all.add(of(CALL.performedBy(Performer.lawyer("Kern"))));
    all.add(of(CALL.performedBy(Performer.agency("Kern").forCommission(percent("18")))));
    all.add(of(CALL.performedBy(Performer.agency("Kern for 18%"))));
    EscalationLadder ladder = EscalationLadder.of(CALL);
    all.add(of(draft().ladder(ladder.repeatLastEvery(calendarDays(7)))));
    all.add(of(draft().ladder(ladder.progression(EscalationLadder.Progression.SKIP))));
    allDiffer(all);
  }

  @Test
  void everyTriggerCounts() {
    EscalationStep first = CALL.grants(calendarDays(3));
    List<String> all = new ArrayList<>();
    for (Trigger each :
        List.of(
            daysPastDue(3),
            Trigger.pastDue(Days.months(3)),
            Trigger.endOfMonthPastDue(calendarDays(3)),
            Trigger.daysAfterInvoice(3),
            Trigger.after("call", calendarDays(3)),
            Trigger.afterDeadlineOf("call", calendarDays(3)))) {
      all.add(of(first, step("next").at(each).take(placeCall())));
    }
    all.add(of(step("next").at(Trigger.daysBeforeDue(3)).take(placeCall())));
    all.add(of(step("next").at(daysPastDue(3)).take(placeCall())));
    allDiffer(all);
  }

  /** What the words of rules leave out. */
  @Test
  void rulesThatReadAlikeDiffer() {
    LateFee fee = LateFee.percent(percent("5")).once();
    alikeInPrintOnly(
        draft(CALL).charges(ChargeRules.of(fee.by("a); 5%, once (b"))),
        draft(CALL).charges(ChargeRules.of(fee.by("a"), fee.by("b"))));
    LateInterest interest = LateInterest.fixed(percent("5"));
    alikeInPrintOnly(
        draft(CALL).lateInterest(interest.per(30)),
        draft(CALL).lateInterest(interest.counting(DayCount.ACT_360).per(30)));
    ContactRules rules = ContactRules.of("house", ContactLimit.notOnHolidays());
    List<ContactRules> alike =
        List.of(
            rules,
            rules.from("a book", ""),
            rules.from("", "sure"),
            rules.invitationsLast(3),
            rules.barringAtMost(3, 1),
            rules.barringAtMost(3, 1, EMAIL));
    List<String> all = new ArrayList<>();
    for (ContactRules each : alike) {
      PolicyDraft draft = draft(CALL).conduct(Conduct.under(each));
      assertThat(draft.build())
          .hasToString(draft(CALL).conduct(Conduct.under(rules)).build().toString());
      all.add(of(draft));
    }
    all.add(of(draft(CALL).conduct(Conduct.under(rules.within(Jurisdiction.country("DE"))))));
    all.add(of(draft(CALL).conduct(Conduct.under(rules.inForce(LocalDate.of(2026, 1, 1))))));
    all.add(of(draft(CALL).conduct(Conduct.under(rules).by(Jurisdiction.Collector.AGENCY))));
    AtMost most = ContactLimit.atMost(1, Period.ofDays(7));
    ContactLimit.AfterConversation after =
        new ContactLimit.AfterConversation(7, ContactLimit.Per.DEBT);
    ContactLimit.Hours hours = ContactLimit.only(WeeklyHours.daily("08:00", "20:00"));
    PersonRole a = new PersonRole("a");
    PersonRole b = new PersonRole("b");
    PersonRole both = new PersonRole("a or b");
    for (ContactLimit limit :
        List.of(
            most,
            most.ofEachPerson(),
            after,
            after.ofEachPerson(),
            hours,
            hours.with(a, b),
            hours.with(both),
            ContactLimit.notWith(a, b),
            ContactLimit.notWith(both))) {
      all.add(of(draft(CALL).conduct(Conduct.under(rules.with(limit)))));
    }
    allDiffer(all);
    alikeInPrintOnly(
        draft(CALL)
            .settlement(
                SettlementRule.lumpSum(percent("70"))
                    .approvalBelow(percent("60"), "x")
                    .validThroughDay(5)
                    .validFor(calendarDays(3))
                    .validThroughDay(5)),
        draft(CALL)
            .settlement(
                SettlementRule.lumpSum(percent("70"))
                    .approvalBelow(percent("60"), "x")
                    .validThroughDay(5)));
  }

  @Test
  void everyLimitOfPatienceCounts() {
    Patience two = Patience.UNLIMITED.atMost(2, Concession.PROMISE);
    assertThat(
            Stream.of(
                    Patience.UNLIMITED,
                    two,
                    Patience.UNLIMITED.atMost(3, Concession.PROMISE),
                    Patience.UNLIMITED.atMost(2, Concession.PLAN),
                    Patience.UNLIMITED.daysInAll(2, Concession.PROMISE),
                    two.daysInAll(2, Concession.PLAN),
                    two.moreOnlyFrom("the boss"))
                .map(
                    p ->
                        draft()
                            .ladder(EscalationLadder.of(CALL))
                            .patience(p)
                            .build()
                            .fingerprint()))
        .doesNotHaveDuplicates();
  }
}
