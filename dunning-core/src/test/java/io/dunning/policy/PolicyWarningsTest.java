package io.dunning.policy;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.task;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.calendar.Days.months;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.afterDeadlineOf;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static io.dunning.policy.Trigger.pastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dunning.Policies;
import io.dunning.calendar.Days;
import io.dunning.charge.LateFee;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a policy may want, but rarely does. */
class PolicyWarningsTest {

  static Stream<Arguments> triggers() {
    return Stream.of(
        // counted from the due date: on the same day, within the deadline, on its last day, after
        // it
        arguments(calendarDays(14), daysPastDue(14), "0 days"),
        arguments(calendarDays(14), daysPastDue(20), "6 days"),
        arguments(calendarDays(14), daysPastDue(28), "14 days"),
        arguments(calendarDays(14), daysPastDue(29), null),
        // counted from the step that grants it
        arguments(calendarDays(14), after("notice", calendarDays(5)), "5 days"),
        arguments(calendarDays(14), after("notice", calendarDays(15)), null),
        // business days are at least as many calendar days, which cannot be said the other way
        arguments(businessDays(10), after("notice", calendarDays(10)), "10 days"),
        arguments(calendarDays(10), after("notice", businessDays(8)), null),
        // months are 28 to 31 days each
        arguments(months(1), after("notice", calendarDays(28)), "28 days"),
        arguments(months(1), after("notice", calendarDays(29)), null),
        arguments(months(2), after("notice", months(2)), "2 months"),
        arguments(calendarDays(31), after("notice", months(1)), "1 month"),
        arguments(calendarDays(30), after("notice", months(1)), null),
        // where it differs from debt to debt, and where it comes after the deadline for sure
        arguments(calendarDays(10), pastDue(businessDays(12)), null),
        arguments(calendarDays(10), afterDeadlineOf("notice", calendarDays(1)), null));
  }

  @ParameterizedTest
  @MethodSource("triggers")
  void warnsOfAStepWithinADeadlineJustGranted(Days granted, Trigger trigger, String distance) {
    DunningPolicy policy =
        draft()
            .ladder(
                EscalationLadder.of(
                    step("early").at(daysBeforeDue(3)).take(placeCall()),
                    step("notice").at(daysPastDue(14)).take(sendNotice(1, LETTER)).grants(granted),
                    step("call").at(trigger).take(placeCall())))
            .build();
    if (distance == null) {
      assertThat(policy.warnings()).isEmpty();
    } else {
      assertThat(policy.warnings())
          .containsExactly(
              "step \"call\": comes "
                  + distance
                  + " after \"notice\", while its deadline of "
                  + granted
                  + " is not over");
    }
  }

  static Stream<Arguments> handovers() {
    EscalationStep agency = step("agency").take(referToAgency()).needsApproval();
    String warning =
        "step \"agency\": if the ladder is late, comes on the same day as \"demand\", before its"
            + " deadline of 10 days is over\nMaybe \"1 day after the deadline of demand\"";
    return Stream.of(
        arguments(agency.at(daysPastDue(60)), warning),
        arguments(agency.at(daysPastDue(45)), warning),
        arguments(agency.at(afterDeadlineOf("demand", calendarDays(1))), null),
        arguments(agency.at(after("demand", calendarDays(11))), null),
        arguments(agency.at(after("sales", calendarDays(1))), null),
        arguments(agency.at(after("reminder", calendarDays(90))), warning),
        arguments(agency.at(after("call", calendarDays(1))), warning),
        arguments(agency.at(daysPastDue(60)).requires(Condition.daysSince(11, "demand")), null),
        arguments(agency.at(daysPastDue(60)).requires(Condition.daysSince(10, "demand")), warning),
        arguments(step("agency").at(daysPastDue(60)).take(placeCall()), null),
        arguments(step("agency").at(daysPastDue(60)).take(fileClaim()).needsApproval(), warning));
  }

  @ParameterizedTest
  @MethodSource("handovers")
  void warnsOfAHandoverThatDoesNotWaitForTheDeadline(EscalationStep handover, String warning) {
    DunningPolicy policy =
        draft()
            .ladder(
                EscalationLadder.of(
                    step("reminder").at(daysPastDue(3)).take(placeCall()),
                    step("demand")
                        .at(daysPastDue(30))
                        .take(sendNotice(1, LETTER))
                        .grants(calendarDays(10)),
                    step("call").at(daysPastDue(41)).take(placeCall()),
                    step("sales")
                        .at(afterDeadlineOf("demand", calendarDays(1)))
                        .take(task("tell sales")),
                    handover))
            .build();
    assertThat(policy.warnings()).isEqualTo(warning == null ? List.of() : List.of(warning));
  }

  @Test
  void aHandoverNeedNotWaitWhereNoDeadlineWasGranted() {
    EscalationStep call = step("call").at(daysPastDue(3)).take(placeCall());
    EscalationStep agency = step("agency").at(daysPastDue(60)).take(referToAgency());
    assertThat(draft().ladder(EscalationLadder.of(call, agency)).build().warnings()).isEmpty();
    assertThat(draft().ladder(EscalationLadder.of(agency)).build().warnings()).isEmpty();
  }

  @Test
  void aHandoverCanWaitForAStepThatWaitsForTheFirstOne() {
    EscalationLadder ladder =
        EscalationLadder.of(
            step("demand").at(daysPastDue(30)).take(sendNotice(1, LETTER)).grants(calendarDays(10)),
            step("sales").at(after("demand", calendarDays(11))).take(task("tell sales")),
            step("agency").at(after("sales", calendarDays(1))).take(referToAgency()));
    assertThat(draft().ladder(ladder).build().warnings()).isEmpty();
  }

  @Test
  void warnsOfAStepThatAssessesChargesWhereThereAreNone() {
    EscalationLadder ladder =
        EscalationLadder.of(step("notice").at(daysPastDue(3)).take(placeCall(), assessCharges()));
    assertThat(draft().ladder(ladder).build().warnings())
        .containsExactly("step \"notice\": assesses charges, but the policy has none");
    assertThat(draft().ladder(ladder).lateFee(LateFee.flat(eur("5.00")).once()).build().warnings())
        .isEmpty();
  }

  @Test
  void mostPoliciesHaveNone() {
    assertThat(Policies.draft().build().warnings()).isEmpty();
  }
}
