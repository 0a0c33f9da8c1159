package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.task;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.restricted;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.event.Restriction.BREATHING_SPACE;
import static io.dunning.event.Restriction.CEASE_CONTACT;
import static io.dunning.event.Restriction.INSOLVENCY;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several restrictions is named, and until when no step may be taken. */
class RestrictionsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());
  private static final EscalationStep REMINDER =
      step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL));
  private static final EscalationStep CLAIM =
      step("claim").at(daysPastDue(3)).take(task("register the claim"));

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static PolicyDraft ladder(EscalationStep... steps) {
    return draft().ladder(EscalationLadder.of(steps)).minimumDaysBetweenSteps(0);
  }

  private static Recommendation now(
      PolicyDraft draft, int on, List<LedgerEvent> ofInvoice, List<LedgerEvent> ofAccount) {
    var history = Fixtures.history("A", eur("100.00"), DUE, ofInvoice.toArray(LedgerEvent[]::new));
    Account account = Account.of(Customer.of("C"), List.of(history), ofAccount);
    return BothWays.decide(EVALUATOR, draft.build(), account, day(on)).get(0);
  }

  private static Recommendation now(PolicyDraft draft, int on, LedgerEvent... ofInvoice) {
    return now(draft, on, List.of(ofInvoice), List.of());
  }

  private static LedgerEvent until(Restriction restriction, int last) {
    return restricted(day(1), restriction, day(last));
  }

  private static void assertHeldBy(Recommendation now, Restriction by, int review) {
    assertThat(now.reason())
        .isInstanceOfSatisfying(
            HoldReason.Restricted.class, r -> assertThat(r.restriction()).isEqualTo(by));
    assertThat(now.reviewOn()).contains(day(review));
  }

  // several restrictions

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # insolvent through, breathing space through, named, looked at again
          10, 20, BREATHING_SPACE, 21
          20, 10, INSOLVENCY,      21
          # of two that end together the one that comes first among the restrictions
          10, 10, INSOLVENCY,      11
          # one that is over by today
           4, 10, BREATHING_SPACE, 11
          10,  4, INSOLVENCY,      11
          # the last day of one
           5, 10, BREATHING_SPACE, 11
          """)
  void ofSeveralRestrictionsTheOneThatHoldsLongestIsNamed(
      int insolvent, int breathing, Restriction named, int review) {
    LedgerEvent one = until(INSOLVENCY, insolvent);
    LedgerEvent other = until(BREATHING_SPACE, breathing);
    for (PolicyDraft draft :
        List.of(ladder(REMINDER), ladder(REMINDER.evenDuring(CEASE_CONTACT)))) {
      assertHeldBy(now(draft, 5, one, other), named, review);
      assertHeldBy(now(draft, 5, other, one), named, review);
      assertHeldBy(now(draft, 5, List.of(one), List.of(other)), named, review);
      assertHeldBy(now(draft, 5, List.of(other), List.of(one)), named, review);
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # insolvent through, breathing space through, on, held by; a reminder may go in the latter
          10, 20,  5, INSOLVENCY
          10, 20, 10, INSOLVENCY
          10, 20, 11, ''
          20, 10,  5, INSOLVENCY
          20, 10, 11, INSOLVENCY
          20, 10, 20, INSOLVENCY
          20, 10, 21, ''
           4, 10,  5, ''
          """)
  void theOneDuringWhichAStepIsAllowedHoldsNothing(
      int insolvent, int breathing, int on, String heldBy) {
    Recommendation now =
        now(
            ladder(REMINDER.evenDuring(BREATHING_SPACE)),
            on,
            until(INSOLVENCY, insolvent),
            until(BREATHING_SPACE, breathing));
    if (heldBy.isEmpty()) {
      assertThat(now.step()).contains("reminder");
    } else {
      assertHeldBy(now, Restriction.valueOf(heldBy), insolvent + 1);
    }
  }

  @Test
  void aStepAllowedDuringBothIsTakenDuringBoth() {
    LedgerEvent one = until(INSOLVENCY, 10);
    LedgerEvent other = until(BREATHING_SPACE, 20);
    PolicyDraft both = ladder(CLAIM.evenDuring(INSOLVENCY, BREATHING_SPACE));
    assertThat(now(both, 5, one, other).step()).contains("claim");
    // two steps, each allowed during one of them, do not make one that is allowed during both
    PolicyDraft each = ladder(CLAIM.evenDuring(INSOLVENCY), REMINDER.evenDuring(BREATHING_SPACE));
    assertThat(now(each, 5, one, other).verdict()).isEqualTo(Verdict.HOLD);
    assertThat(now(each, 11, one, other).step()).contains("reminder");
    assertThat(now(each, 5, one).step()).contains("claim");
  }

  @Test
  void oneWithoutAnEndIsNamedRatherThanTheOthers() {
    LedgerEvent forEver = restricted(day(1), BREATHING_SPACE);
    for (PolicyDraft draft : List.of(ladder(REMINDER), ladder(REMINDER.evenDuring(INSOLVENCY)))) {
      Recommendation now = now(draft, 5, until(INSOLVENCY, 10), forEver);
      assertThat(now.reason())
          .isEqualTo(new HoldReason.Restricted(BREATHING_SPACE, "", day(1), Optional.empty()));
      assertThat(now.reviewOn()).isEmpty();
    }
  }

  @Test
  void ofTheInvoiceAndTheAccountTheLongerCounts() {
    List<LedgerEvent> shorter = List.of(until(INSOLVENCY, 8));
    List<LedgerEvent> longer = List.of(until(INSOLVENCY, 12));
    assertHeldBy(now(ladder(REMINDER), 5, shorter, longer), INSOLVENCY, 13);
    assertHeldBy(now(ladder(REMINDER), 5, longer, shorter), INSOLVENCY, 13);
  }

  // restrictions beside other holds

  @Test
  void anInvoiceThatDidNotArriveIsHeldWhateverIsRestricted() {
    List<LedgerEvent> all = new ArrayList<>(List.of(notDelivered(day(1))));
    Recommendation undelivered = now(ladder(REMINDER), 5, all, List.of());
    assertThat(undelivered.reason()).isEqualTo(new HoldReason.NotDelivered(day(1)));
    assertThat(undelivered.reviewOn()).isEmpty();
    all.add(until(INSOLVENCY, 10));
    Recommendation both = now(ladder(REMINDER), 5, all, List.of());
    assertThat(both.reason()).isEqualTo(new HoldReason.NotDelivered(day(1)));
    assertThat(now(ladder(REMINDER), 11, all, List.of()).verdict()).isEqualTo(Verdict.HOLD);
  }

  @ParameterizedTest
  @CsvSource({"9, true", "10, true", "11, false"})
  void aHoldThatLastsLongerIsNamedBeforeARestriction(int held, boolean restriction) {
    Recommendation now =
        now(ladder(REMINDER), 5, hold(day(1), "asked", day(held)), until(INSOLVENCY, 10));
    assertThat(now.reason() instanceof HoldReason.Restricted).isEqualTo(restriction);
    assertThat(now.verdict()).isEqualTo(Verdict.HOLD);
  }

  // once the steps that are allowed are taken

  @Test
  void oncePermittedStepsAreTakenTheLongestRestrictionHoldsTheRest() {
    PolicyDraft draft =
        ladder(
            CLAIM.evenDuring(INSOLVENCY, BREATHING_SPACE),
            step("reminder").at(daysPastDue(4)).take(sendReminder(EMAIL)));
    LedgerEvent taken = stepTaken(day(3), "claim");
    Recommendation now = now(draft, 5, until(INSOLVENCY, 10), until(BREATHING_SPACE, 20), taken);
    assertHeldBy(now, BREATHING_SPACE, 21);
    Recommendation turned = now(draft, 5, until(INSOLVENCY, 20), until(BREATHING_SPACE, 10), taken);
    assertHeldBy(turned, INSOLVENCY, 21);
    Recommendation same = now(draft, 5, until(INSOLVENCY, 10), until(BREATHING_SPACE, 10), taken);
    assertHeldBy(same, INSOLVENCY, 11);
    assertThat(now(draft, 21, until(INSOLVENCY, 10), until(BREATHING_SPACE, 20), taken).step())
        .contains("reminder");
  }
}
