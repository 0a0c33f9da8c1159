package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.task;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.VIP;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Performer;
import io.dunning.action.PersonRole;
import io.dunning.action.Tone;
import io.dunning.behaviour.RiskModel;
import io.dunning.charge.LateInterest;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactRules;
import io.dunning.conduct.Jurisdiction.Collector;
import io.dunning.conduct.Jurisdiction.Debt;
import io.dunning.event.Restriction;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Invariant;
import io.dunning.policy.PaymentRules;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.ReopeningRules.ReversedSteps;
import io.dunning.policy.Resumption;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.Route;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyWordsTest {
  private static final EscalationStep CALL =
      step("call").at(daysPastDue(40)).take(placeCall(), assessCharges());

  private static PolicyDraft base() {
    return policy(REMINDER, NOTICE, CALL);
  }

  private static List<String> places(PolicyDraft after) {
    return PolicyWords.differences(base().build(), after.build()).stream()
        .map(PolicyComparison.Difference::place)
        .toList();
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of("per", base().per(AccountRules.Unit.ACCOUNT)),
        Arguments.of("grace", base().grace(calendarDays(2))),
        Arguments.of("hold while", base().holdWhile(VIP)),
        Arguments.of(
            "between contacts", base().minimumDaysBetweenContacts(7).minimumDaysBetweenSteps(7)),
        Arguments.of("between steps", base().minimumDaysBetweenSteps(9)),
        Arguments.of("delivery presumed after", base().deliveryPresumedAfter(calendarDays(3))),
        Arguments.of("delivery given up after", base().deliveryGivenUpAfter(calendarDays(30))),
        Arguments.of("thanks within", base().thanksWithin(calendarDays(5))),
        Arguments.of("collected by", conduct(Conduct.under().by(Collector.AGENCY))),
        Arguments.of("kind of debt", conduct(Conduct.under().collecting(Debt.CONSUMER))),
        Arguments.of(
            "a step that is not allowed today",
            conduct(Conduct.under().otherwise(Conduct.Otherwise.NEXT_CHANNEL))),
        Arguments.of("conduct house", conduct(Conduct.under(ContactRules.of("house")))),
        Arguments.of("agreements", base().brokenPromise(Resumption.at("notice"))),
        Arguments.of(
            "payments under way",
            base().untilCollectionFailed(PaymentRules.UntilCollectionFailed.values()[1])),
        Arguments.of("reopening", base().reversedSteps(ReversedSteps.START_AGAIN)),
        Arguments.of("charges", base().lateInterest(LateInterest.fixed(percent("5")))),
        Arguments.of("clock", base().clock(DunningPolicy.Clock.STOPS)),
        Arguments.of("minimum", base().minimumAmount(eur("5.00"))),
        Arguments.of("settlement", base().settlement(SettlementRule.lumpSum(percent("70")))),
        Arguments.of("payment plans", base().plans(PlanRule.monthly(6))),
        Arguments.of(
            "endgame",
            base().endgame(EndgameRule.of(EndgameRule.terms(Route.AGENCY, "100", "25", 6)))),
        Arguments.of("profile window", base().profileWindow(calendarDays(90))),
        Arguments.of("settled invoices for a risk band", base().leastSettledInvoices(9)),
        Arguments.of("invariants", base().keeping(Invariant.atMost(3, LETTER, 30))),
        Arguments.of("live from", base().liveFrom(LocalDate.of(2026, 1, 1))));
  }

  private static PolicyDraft conduct(Conduct conduct) {
    return base().conduct(conduct);
  }

  private static PolicyDraft limits(String... limits) {
    ContactLimit[] all = Stream.of(limits).map(ContactLimit::parse).toArray(ContactLimit[]::new);
    return conduct(Conduct.under(ContactRules.of("house", all)));
  }

  private static List<String> differences(PolicyDraft before, PolicyDraft after) {
    return PolicyWords.differences(before.build(), after.build()).stream()
        .map(PolicyComparison.Difference::toString)
        .toList();
  }

  /** A limit is told beside the one that takes its place, and not with all that stay. */
  @Test
  void limitsOfContactAreToldOneByOne() {
    String stays = "at most 3 attempts in 7 days";
    assertThat(
            differences(
                limits(stays, "at most 2 contacts by email in 30 days"),
                limits(stays, "at most 1 contact by email in 60 days")))
        .containsExactly(
            "conduct house: number of contacts: at most 2 contacts by email in 30 days"
                + " -> at most 1 contact by email in 60 days");
    assertThat(differences(limits(stays), limits(stays, "at most 9 contacts in 30 days")))
        .containsExactly(
            "conduct house: number of contacts: (none) -> at most 9 contacts in 30 days");
    assertThat(
            differences(
                limits(stays, "not on holidays"),
                limits("at most 4 attempts in 7 days", "at most 8 attempts in 30 days")))
        .containsExactly(
            "conduct house: number of contacts: at most 3 attempts in 7 days"
                + " -> at most 4 attempts in 7 days",
            "conduct house: other limit: not on holidays -> (none)",
            "conduct house: number of contacts (2): (none) -> at most 8 attempts in 30 days");
    assertThat(
            differences(base().minimumDaysBetweenContacts(5), base().minimumDaysBetweenContacts(9)))
        .containsExactly("between contacts: 5 days -> 9 days");
  }

  /** A limit of 30 days takes the place of one of 30 days, wherever it stands. */
  @Test
  void limitsOfOneTimeStandBesideEachOther() {
    assertThat(
            differences(
                limits("at most 3 contacts in 7 days", "at most 5 contacts in 30 days"),
                limits("at most 4 contacts in 30 days")))
        .containsExactly(
            "conduct house: number of contacts: at most 5 contacts in 30 days"
                + " -> at most 4 contacts in 30 days",
            "conduct house: number of contacts (2): at most 3 contacts in 7 days -> (none)");
  }

  /** The days between steps are told as they are in force, set or not. */
  @Test
  void daysBetweenStepsAreThoseInForce() {
    assertThat(differences(base(), base().minimumDaysBetweenContacts(5)))
        .containsExactly("between contacts: (none) -> 5 days", "between steps: 7 days -> 0 days");
    assertThat(differences(base(), base().minimumDaysBetweenContacts(5).minimumDaysBetweenSteps(7)))
        .containsExactly("between contacts: (none) -> 5 days");
  }

  @Test
  void everyRuleOfContactIsTold() {
    ContactRules house = ContactRules.of("house");
    assertThat(told(house, house.invitationsLast(house.invitationDays() + 1)))
        .startsWith("conduct house: an invitation lasts: ");
    assertThat(told(house, house.barringAtMost(3, 2, LETTER)))
        .isEqualTo(
            "conduct house: hours that a customer may bar, at most: (none) -> 3\n"
                + "conduct house: channels that a customer may bar, at most: (none) -> 2\n"
                + "conduct house: channels that cannot all be barred: (none) -> letter");
    assertThat(told(house.from("a book", "verified"), house.from("a page", "own")))
        .isEqualTo(
            "conduct house: source: a book -> a page\n"
                + "conduct house: confidence: verified -> own");
  }

  private static String told(ContactRules before, ContactRules after) {
    return String.join(
        "\n", differences(conduct(Conduct.under(before)), conduct(Conduct.under(after))));
  }

  /** Also those that only the policy after has. */
  @Test
  void theRulesOfOneStepStandTogether() {
    EscalationStep stricter = NOTICE.at(daysPastDue(15)).onlyIf(VIP).requires(VIP);
    assertThat(
            places(
                policy(REMINDER, stricter, CALL.at(daysPastDue(41)).onlyIf(VIP))
                    .keeping(Invariant.atMost(3, LETTER, 30))))
        .containsExactly(
            "invariants",
            "step \"notice\": at",
            "step \"notice\": only if",
            "step \"notice\": requires",
            "step \"call\": at",
            "step \"call\": only if");
  }

  @Test
  void agreementsThatAreAsUsualAreNone() {
    assertThat(differences(base(), base().brokenPromise(Resumption.at("notice"))))
        .first()
        .asString()
        .startsWith("agreements: (none) -> broken promise ");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void eachRuleHasItsPlace(String place, PolicyDraft after) {
    assertThat(places(after)).containsExactly(place);
  }

  static Stream<Arguments> stepRules() {
    return Stream.of(
        Arguments.of("at", CALL.at(daysPastDue(41))),
        Arguments.of("takes", CALL.take(task("look"))),
        Arguments.of("only if", CALL.onlyIf(VIP)),
        Arguments.of("requires", CALL.requires(VIP)),
        Arguments.of("grants", CALL.grants(calendarDays(5))),
        Arguments.of("minimum", CALL.minimumAmount(eur("5.00"))),
        Arguments.of("days since the last contact", CALL.minimumDaysSinceLastContact(9)),
        Arguments.of("approval", CALL.needsApprovalOf("the boss")),
        Arguments.of("or by", CALL.orBy(EMAIL)),
        Arguments.of("to", CALL.addressedTo(PersonRole.THIRD_PARTY)),
        Arguments.of("even during", CALL.evenDuring(Restriction.INSOLVENCY)),
        Arguments.of("tone", CALL.tone(Tone.FIRM)),
        Arguments.of("while an older invoice is overdue", CALL.evenWhileOverdue()));
  }

  @ParameterizedTest
  @MethodSource("stepRules")
  void eachRuleOfAStepHasItsPlace(String place, EscalationStep after) {
    assertThat(places(policy(REMINDER, NOTICE, after)))
        .contains("step \"call\": " + place)
        .allMatch(p -> p.equals("step \"call\": " + place) || p.equals("per"));
  }

  @Test
  void whatAStepDoesNotSayIsNotTold() {
    EscalationStep said = CALL.onlyIf(VIP).needsApprovalOf("the boss").evenWhileOverdue();
    assertThat(PolicyWords.differences(base().build(), policy(REMINDER, NOTICE, said).build()))
        .map(PolicyComparison.Difference::toString)
        .containsExactly(
            "step \"call\": only if: (none) -> customer tagged vip",
            "step \"call\": approval: (none) -> of the boss",
            "step \"call\": while an older invoice is overdue: (none) -> yes");
    assertThat(places(policy(REMINDER.at(daysPastDue(4)), NOTICE, CALL)))
        .containsExactly("step \"reminder\": at");
  }

  /** An agency needs an approval where it says so, and a court in any case. */
  @Test
  void anApprovalThatAStepNeedsInAnyCaseIsTold() {
    EscalationStep last = step("last").at(daysPastDue(60));
    DunningPolicy agency = policy(REMINDER, last.take(referToAgency()).needsApproval()).build();
    DunningPolicy court = policy(REMINDER, last.take(fileClaim())).build();
    assertThat(PolicyWords.differences(agency, court))
        .map(PolicyComparison.Difference::toString)
        .containsExactly("step \"last\": takes: refer to agency -> file a claim");
    DunningPolicy alone = policy(REMINDER, last.take(referToAgency())).build();
    assertThat(PolicyWords.differences(alone, court))
        .map(PolicyComparison.Difference::toString)
        .contains("step \"last\": approval: (none) -> of a person");
  }

  @Test
  void aSofterToneIsToldBesideTheTone() {
    assertThat(places(policy(REMINDER, NOTICE, CALL.tone(Tone.FIRM, VIP))))
        .containsExactly("step \"call\": tone", "step \"call\": softer if");
  }

  @Test
  void theLadderHasRulesOfItsOwn() {
    EscalationLadder ladder = EscalationLadder.of(REMINDER, NOTICE, CALL);
    assertThat(
            places(DunningPolicy.named("faulty").ladder(ladder.progression(Progression.CATCH_UP))))
        .containsExactly("progression");
    assertThat(
            places(DunningPolicy.named("faulty").ladder(ladder.repeatLastEvery(calendarDays(30)))))
        .containsExactly("last step again every");
  }

  @Test
  void aStepThatOnlyOnePolicyHasIsToldAsAWhole() {
    DunningPolicy before = policy(REMINDER, NOTICE).build();
    DunningPolicy after = policy(REMINDER, DEMAND).build();
    List<PolicyComparison.Difference> all = PolicyWords.differences(before, after);
    assertThat(all)
        .extracting(PolicyComparison.Difference::place)
        .containsExactly("order of the steps", "step \"notice\"", "step \"demand\"");
    assertThat(all.get(0)).hasToString("order of the steps: reminder, notice -> reminder, demand");
    assertThat(all.get(1).toString()).endsWith(" -> (none)");
    assertThat(all.get(2).before()).isEmpty();
    assertThat(all.get(2).toString()).startsWith("step \"demand\": (none) -> ");
  }

  @Test
  void severalValuesAreTold() {
    DunningPolicy after =
        Redraft.withStep(base().build(), 2, s -> s.requires(VIP, customerTagged("new")));
    assertThat(PolicyWords.differences(base().build(), after))
        .map(PolicyComparison.Difference::toString)
        .containsExactly(
            "step \"call\": requires: (none) -> customer tagged vip, customer tagged new");
  }

  @Test
  void aPolicyDoesNotDifferFromItself() {
    RiskModel model = base().build().riskModel();
    assertThat(places(base().riskModel(model))).isEmpty();
  }

  /** Who performs a step is told as it is written. */
  @Test
  void performersAreTold() {
    Performer performer = Performer.lawyer("Kern");
    assertThat(places(policy(REMINDER, NOTICE, CALL.performedBy(performer, VIP))))
        .containsExactly("step \"call\": performed by");
  }
}
