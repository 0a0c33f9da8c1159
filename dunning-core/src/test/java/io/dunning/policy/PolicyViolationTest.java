package io.dunning.policy;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.offerDiscount;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.proposePlan;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.afterDeadlineOf;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dunning.action.Performer;
import io.dunning.action.PersonRole;
import io.dunning.calendar.DayCount;
import io.dunning.calendar.Days;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.charge.StatutoryInterest;
import io.dunning.settlement.Route;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PolicyViolationTest {

  private static List<PolicyViolation> of(PolicyDraft draft) {
    return catchThrowableOfType(InvalidPolicyException.class, draft::build).violations();
  }

  private static List<PolicyViolation> ofStep(EscalationStep broken) {
    EscalationLadder ladder =
        EscalationLadder.of(step("first").at(daysPastDue(3)).take(placeCall()), broken);
    return of(DunningPolicy.named("broken").ladder(ladder));
  }

  private static PolicyDraft sound() {
    return DunningPolicy.named("sound")
        .ladder(EscalationLadder.of(step("first").at(daysPastDue(3)).take(placeCall())));
  }

  @Test
  void tellsWhereItIsWhatWasFoundAndWhatToDo() {
    assertThat(ofStep(step("second").at(daysPastDue(14))))
        .containsExactly(
            new PolicyViolation(
                Optional.of(new PolicyViolation.Step(2, "second")),
                "EscalationStep.actions",
                "has no action",
                Optional.of("say what to do"),
                Optional.empty()))
        .first()
        .hasToString("step \"second\": has no action; say what to do");
  }

  @Test
  void namesTheStepThatIsNotThere() {
    assertThat(ofStep(step("second").at(after("frist", calendarDays(3))).take(placeCall())))
        .containsExactly(
            new PolicyViolation(
                Optional.of(new PolicyViolation.Step(2, "second")),
                "EscalationStep.trigger",
                "counts from \"frist\", which is not an earlier step (\"first\")",
                Optional.empty(),
                Optional.of("frist")));
    assertThat(
            ofStep(step("second").at(afterDeadlineOf("frist", calendarDays(3))).take(placeCall())))
        .singleElement()
        .hasToString(
            "step \"second\": counts from the deadline of \"frist\", which is not an earlier step"
                + " (\"first\")");
    // in a condition, after a broken promise and of a fee
    assertThat(
            of(
                sound()
                    .holdWhile(Condition.taken("a"))
                    .brokenPromise(Resumption.at("b"))
                    .lateFee(LateFee.flat(eur("5.00")).at("c"))))
        .extracting(v -> v.unknownStep().orElse("none"))
        .containsExactly("a", "b", "c", "none");
  }

  @Test
  void chargesAreAskedForOnlyIfTheyCannotShrink() {
    Condition charges = Condition.chargesAtLeast(eur("40.00"));
    LateInterest bond = LateInterest.fixed(percent("9")).counting(DayCount.THIRTY_360_BOND);
    assertThat(of(sound().lateInterest(bond).holdWhile(charges)))
        .extracting(PolicyViolation::toString)
        .containsExactly(
            "the condition for holds asks for charges, which can shrink with time; give the interest"
                + " an additive day count");
    for (PolicyDraft each :
        List.of(
            sound().lateInterest(bond).holdWhile(Condition.overdue()),
            sound().lateInterest(bond.counting(DayCount.THIRTY_E_360)).holdWhile(charges),
            sound().lateFee(LateFee.flat(eur("5.00")).once()).holdWhile(charges))) {
      assertThat(each.build().name()).isEqualTo("sound");
    }
  }

  @Test
  void countsStepsFromOne() {
    assertThat(ofStep(step(" ").at(daysPastDue(14)).take(placeCall())))
        .singleElement()
        .satisfies(v -> assertThat(v.step()).contains(new PolicyViolation.Step(2, " ")))
        .hasToString("step 2: has no name; give it one");
  }

  /** A step that is wrong in one place, and the attribute of that place. */
  record Wrong(String attribute, EscalationStep step) {}

  private static EscalationStep second() {
    return step("second").at(daysPastDue(14)).take(placeCall());
  }

  static final List<Wrong> STEPS =
      List.of(
          new Wrong("EscalationStep.name", step("first").at(daysPastDue(14)).take(placeCall())),
          new Wrong("EscalationStep.actions", second().take(offerSettlement(LETTER))),
          new Wrong("EscalationStep.actions", second().take(proposePlan(LETTER))),
          new Wrong("EscalationStep.trigger", step("second").take(placeCall())),
          new Wrong(
              "EscalationStep.trigger",
              step("second").at(daysPastDue(14)).take(offerDiscount(EMAIL))),
          new Wrong("EscalationStep.trigger", step("second").at(daysPastDue(2)).take(placeCall())),
          new Wrong(
              "EscalationStep.trigger",
              step("second").at(afterDeadlineOf("first", calendarDays(1))).take(placeCall())),
          new Wrong("EscalationStep.condition", second().onlyIf(Condition.taken("x"))),
          new Wrong("EscalationStep.condition", second().onlyIf(Condition.worthMost(Route.COURT))),
          new Wrong("EscalationStep.prerequisites", second().requires(Condition.taken("x"))),
          new Wrong(
              "EscalationStep.performers",
              second().performedBy(Performer.IN_HOUSE, Condition.taken("x"))),
          new Wrong("EscalationStep.fallbackChannels", second().orBy(EMAIL, EMAIL)),
          new Wrong(
              "EscalationStep.addressees",
              second().addressedTo(PersonRole.WORKPLACE, PersonRole.WORKPLACE)),
          new Wrong(
              "EscalationStep.minimumDaysSinceLastContact",
              second().minimumDaysSinceLastContact(-1)),
          new Wrong("EscalationStep.minimumAmounts", second().minimumAmount(eur("-1.00"))));

  @ParameterizedTest
  @FieldSource("STEPS")
  void namesTheAttributeOfAStep(Wrong wrong) {
    assertThat(ofStep(wrong.step()))
        .extracting(PolicyViolation::attribute)
        .containsExactly(wrong.attribute());
  }

  /** A policy that is wrong in one place, and the attribute of that place. */
  record WrongPolicy(String attribute, PolicyDraft policy) {}

  static final List<WrongPolicy> POLICIES =
      List.of(
          new WrongPolicy(
              "OutreachRules.minimumDaysBetweenContacts", sound().minimumDaysBetweenContacts(-1)),
          new WrongPolicy(
              "OutreachRules.minimumDaysBetweenSteps", sound().minimumDaysBetweenSteps(-1)),
          new WrongPolicy(
              "OutreachRules.deliveryGivenUpAfter", sound().deliveryGivenUpAfter(Days.NONE)),
          new WrongPolicy(
              "OutreachRules.deliveryGivenUpAfter",
              sound().deliveryPresumedAfter(calendarDays(3)).deliveryGivenUpAfter(calendarDays(9))),
          new WrongPolicy("DunningPolicy.profileWindow", sound().profileWindow(Days.NONE)),
          new WrongPolicy("DunningPolicy.leastSettledInvoices", sound().leastSettledInvoices(0)),
          new WrongPolicy("DunningPolicy.minimumAmounts", sound().minimumAmount(eur("-1.00"))),
          new WrongPolicy("DunningPolicy.holdWhile", sound().holdWhile(Condition.taken("x"))),
          new WrongPolicy(
              "AgreementRules.promiseHoldsAllFrom", sound().promiseHoldsAllFrom(percent("0"))),
          new WrongPolicy(
              "AgreementRules.brokenPromise", sound().brokenPromise(Resumption.at("x"))),
          new WrongPolicy(
              "PaymentRules.staleBankDataHoldsFrom", sound().staleBankDataHoldsFrom("first")),
          new WrongPolicy(
              "PaymentRules.staleBankDataHoldsFrom",
              sound().bankDataStaleAfter(Days.businessDays(2)).staleBankDataHoldsFrom("x")),
          new WrongPolicy("AgreementRules.brokenPlan", sound().brokenPlan(Resumption.at("x"))),
          new WrongPolicy("ChargeRules.fees", sound().lateFee(LateFee.flat(eur("5.00")))),
          new WrongPolicy(
              "AccountRules.documentLevel",
              sound().documentLevel(AccountRules.DocumentLevel.HIGHEST)),
          new WrongPolicy("AccountRules.credits", sound().credits(AccountRules.Credits.NET)));

  @Test
  void rulesAtTheirBoundsAreSound() {
    assertThat(sound().leastSettledInvoices(1).promiseHoldsAllFrom(percent("100")).build().name())
        .isEqualTo("sound");
    assertThat(
            sound()
                .minimumDaysBetweenContacts(0)
                .minimumDaysBetweenSteps(0)
                .deliveryGivenUpAfter(calendarDays(1))
                .profileWindow(calendarDays(1))
                .minimumAmount(eur("0.00"))
                .build()
                .name())
        .isEqualTo("sound");
  }

  @Test
  void aFeeOfAStepNeedsThatStepToAssessCharges() {
    EscalationLadder ladder =
        EscalationLadder.of(
            step("first").at(daysPastDue(3)).take(placeCall()),
            step("second").at(daysPastDue(14)).take(placeCall(), assessCharges()));
    LateFee fee = LateFee.flat(eur("5.00"));
    PolicyDraft draft = DunningPolicy.named("fees").ladder(ladder);
    assertThat(draft.charges(ChargeRules.of(fee)).build().charges().fees()).containsExactly(fee);
    assertThat(draft.charges(ChargeRules.of(fee.at("second"))).build().warnings()).isEmpty();
    assertThat(draft.charges(ChargeRules.of(fee.once())).build().warnings()).isEmpty();
    assertThat(of(draft.charges(ChargeRules.of(fee.at("first")))))
        .extracting(PolicyViolation::toString)
        .containsExactly(
            "the late fee \"5.00 EUR, with first\" is never charged; let a step assess charges for"
                + " it");
  }

  @Test
  void aFeeBesideACompensationHasToSaySo() {
    LateFee fee = LateFee.flat(eur("5.00")).once();
    StatutoryInterest german =
        StatutoryInterest.of(StatutoryInterest.Country.GERMANY).businessToBusiness();
    assertThat(of(sound().lateInterest(german).lateFee(fee)))
        .singleElement()
        .satisfies(v -> assertThat(v.attribute()).isEqualTo("ChargeRules.fees"))
        .satisfies(v -> assertThat(v.advice().orElse("")).contains("beside compensation"));
    assertThat(sound().lateInterest(german).lateFee(fee.besideCompensation()).build().warnings())
        .isEmpty();
    assertThat(sound().lateInterest(german).build().warnings()).isEmpty();
  }

  @Test
  void namesTwelveStepsAndCountsTheRest() {
    List<EscalationStep> steps = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      steps.add(step("s" + i).at(daysPastDue(i)).take(placeCall()));
    }
    EscalationStep last = step("last").at(after("x", calendarDays(1))).take(placeCall());
    steps.add(last);
    assertThat(of(DunningPolicy.named("long").ladder(EscalationLadder.of(steps))))
        .singleElement()
        .satisfies(v -> assertThat(v.problem()).endsWith("\"s11\", \"s12\")"));
    steps.add(12, step("s13").at(daysPastDue(13)).take(placeCall()));
    assertThat(of(DunningPolicy.named("long").ladder(EscalationLadder.of(steps))))
        .singleElement()
        .satisfies(v -> assertThat(v.problem()).endsWith("\"s12\" and 1 more)"));
  }

  @ParameterizedTest
  @FieldSource("POLICIES")
  void namesTheAttributeOfAPolicy(WrongPolicy wrong) {
    assertThat(of(wrong.policy()))
        .satisfiesExactly(
            v -> {
              assertThat(v.attribute()).isEqualTo(wrong.attribute());
              assertThat(v.step()).isEmpty();
            });
  }

  /** Every attribute is an accessor, so that a form can find the field that it fills. */
  @Test
  void namesAccessorsThatExist() {
    List<String> all = new ArrayList<>();
    STEPS.forEach(w -> all.add(w.attribute()));
    POLICIES.forEach(w -> all.add(w.attribute()));
    of(DunningPolicy.named(" ")).forEach(v -> all.add(v.attribute()));
    assertThat(all)
        .contains("DunningPolicy.name", "EscalationLadder.steps")
        .allSatisfy(
            each -> {
              int dot = each.indexOf('.');
              String type = each.substring(0, dot);
              String room =
                  type.equals("ChargeRules") ? "io.dunning.charge." : "io.dunning.policy.";
              assertThat(Class.forName(room + type)).hasDeclaredMethods(each.substring(dot + 1));
            });
  }

  @Test
  void survivesSerialization() throws Exception {
    PolicyViolation violation = ofStep(step("second").at(daysPastDue(14))).get(0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(violation);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(violation);
    }
  }
}
