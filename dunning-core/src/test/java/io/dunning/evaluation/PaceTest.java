package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.daysAfterInvoice;
import static io.dunning.policy.Trigger.daysPastDue;
import static io.dunning.policy.Trigger.pastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.InvalidPolicyException;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.Trigger;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How fast a ladder goes that starts late; the due date is 14 February 2026. */
class PaceTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());
  private static final EscalationStep REMINDER =
      step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL));

  private static PolicyDraft ladder(EscalationStep... steps) {
    return draft().ladder(EscalationLadder.of(steps));
  }

  private static EscalationStep notice(Trigger trigger) {
    return step("notice").at(trigger).take(sendNotice(1, LETTER));
  }

  private static EscalationStep call(Trigger trigger) {
    return step("call").at(trigger).take(placeCall());
  }

  /** The days past due on which steps are taken, from the first look on. */
  private static List<Integer> days(PolicyDraft draft, int firstLook, LedgerEvent... events) {
    Account account = Fixtures.account("C", Fixtures.history("I", eur("100.00"), DUE, events));
    return Timeline.of(
            EVALUATOR, draft.build(), account, DUE.plusDays(firstLook), DUE.plusDays(400))
        .entries()
        .stream()
        .map(e -> (int) (e.date().toEpochDay() - DUE.toEpochDay()))
        .toList();
  }

  @Test
  void aLadderThatStartsLateKeepsAWeekBetweenSteps() {
    PolicyDraft draft = ladder(REMINDER, notice(daysPastDue(14)), call(daysPastDue(30)));
    assertThat(days(draft, 0)).containsExactly(3, 14, 30);
    assertThat(days(draft, 120)).containsExactly(120, 127, 134);
  }

  @Test
  void stepsThatLieCloserKeepTheirOwnDistance() {
    PolicyDraft draft = ladder(REMINDER, notice(daysPastDue(5)), call(pastDue(businessDays(6))));
    assertThat(days(draft, 0)).containsExactly(3, 5, 9);
    assertThat(days(draft, 120)).containsExactly(120, 122, 126);
  }

  @Test
  void aStepThatCountsFromTheOneBeforeKeepsWhatItSays() {
    PolicyDraft draft = ladder(REMINDER, notice(after("reminder", businessDays(2))));
    // 14 June 2026 is a Sunday
    assertThat(days(draft, 120)).containsExactly(120, 122);
  }

  @Test
  void aStepThatCountsFromAnotherDateKeepsTheDistanceOfTheTriggers() {
    PolicyDraft draft = ladder(REMINDER, notice(daysAfterInvoice(37)));
    assertThat(days(draft, 0)).containsExactly(3, 7);
    assertThat(days(draft, 120)).containsExactly(120, 124);
  }

  @Test
  void canBeSetOrLeftToTheDistanceBetweenContacts() {
    EscalationStep[] steps = {REMINDER, notice(daysPastDue(14)), call(daysPastDue(30))};
    assertThat(days(ladder(steps).minimumDaysBetweenSteps(0), 120)).containsExactly(120, 121, 122);
    assertThat(days(ladder(steps).minimumDaysBetweenSteps(12), 120)).containsExactly(120, 131, 143);
    assertThat(days(ladder(steps).minimumDaysBetweenContacts(3), 120))
        .containsExactly(120, 123, 126);
  }

  @Test
  void doesNotHoldBackOtherInvoices() {
    Account two =
        Fixtures.account(
            "C",
            Fixtures.history("A", eur("1.00"), DUE.minusDays(2)),
            Fixtures.history("B", eur("1.00"), DUE));
    List<Timeline.Entry> all =
        Timeline.of(EVALUATOR, ladder(REMINDER).build(), two, DUE, DUE.plusDays(9)).entries();
    assertThat(all)
        .extracting(Timeline.Entry::date)
        .containsExactly(DUE.plusDays(1), DUE.plusDays(3));
  }

  @Test
  void saysWhyItWaits() {
    InvoiceHistory late =
        Fixtures.history(
            "I", eur("100.00"), DUE, LedgerEvent.stepTaken(DUE.plusDays(120), "reminder", EMAIL));
    Recommendation now =
        EVALUATOR.evaluate(
            ladder(REMINDER, notice(daysPastDue(14))).build(), late, DUE.plusDays(121));
    assertThat(now.rule()).isEqualTo(Rule.CONTACT_TOO_SOON);
    assertThat(now.reviewOn()).contains(DUE.plusDays(127));
  }

  @Test
  void anOldDebtClimbsTheWholeLadderFromTheDayThePolicyIsLive() {
    PolicyDraft draft =
        ladder(REMINDER, notice(daysPastDue(14)), call(after("notice", calendarDays(10))))
            .liveFrom(DUE.plusDays(100));
    assertThat(days(draft, 90)).containsExactly(103, 114, 124);
    assertThat(draft.build()).asString().startsWith("test, live from 2026-05-25");
  }

  @Test
  void aDebtThatFallsDueLaterCountsFromItsDueDate() {
    PolicyDraft draft = ladder(REMINDER, notice(daysPastDue(14))).liveFrom(DUE);
    assertThat(days(draft, 0)).containsExactly(3, 14);
  }

  @Test
  void whatWasTakenBeforeThePolicyIsNotTakenAgain() {
    PolicyDraft draft = ladder(REMINDER, notice(daysPastDue(14))).liveFrom(DUE.plusDays(100));
    LedgerEvent imported = LedgerEvent.stepTaken(DUE.plusDays(40), "reminder", EMAIL);
    assertThat(days(draft, 100, imported)).containsExactly(114);
  }

  @Test
  void refusesANegativeDistance() {
    assertThatThrownBy(() -> ladder(REMINDER).minimumDaysBetweenSteps(-1).build())
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageContaining(
            "the minimum number of days between steps must be 0 or more, but is -1");
  }

  @Test
  void printsWhatDiffersFromTheUsual() {
    DunningPolicy plain = ladder(REMINDER).build();
    assertThat(plain.outreach().minimumDaysBetweenSteps()).isEqualTo(7);
    assertThat(ladder(REMINDER).minimumDaysBetweenSteps(3).build().outreach())
        .hasToString("3 days between steps");
    assertThat(ladder(REMINDER).minimumDaysBetweenSteps(0).build().outreach())
        .hasToString("0 days between steps");
    assertThat(ladder(REMINDER).minimumDaysBetweenContacts(5).build().outreach())
        .hasToString("5 days between contacts");
  }
}
