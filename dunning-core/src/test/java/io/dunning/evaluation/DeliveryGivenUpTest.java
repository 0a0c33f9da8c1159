package io.dunning.evaluation;

import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.delivered;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicyDraft;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A letter of which nobody confirms that it arrived. */
class DeliveryGivenUpTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 1);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  private static final EscalationLadder REGISTERED =
      EscalationLadder.of(
          step("call").at(daysPastDue(3)).take(placeCall()),
          step("claim").at(daysPastDue(10)).take(sendDemand(LETTER)).grants(calendarDays(5)),
          step("agency")
              .at(after("claim", calendarDays(8)))
              .take(referToAgency())
              .requires(Condition.delivered("claim")));

  private static LocalDate day(int pastDue) {
    return DUE.plusDays(pastDue);
  }

  private static PolicyDraft draft() {
    return DunningPolicy.named("registered")
        .ladder(REGISTERED)
        .deliveryGivenUpAfter(calendarDays(14));
  }

  private static Explanation on(int pastDue, boolean ofAccount, LedgerEvent... events) {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                Fixtures.history(
                    "I-1", eur("100.00"), DUE, ofAccount ? new LedgerEvent[0] : events)),
            ofAccount ? List.of(events) : List.of());
    return EVALUATOR.explain(draft().build(), account, day(pastDue)).get(0);
  }

  @Test
  void aLetterThatNobodyConfirmsIsSentAgain() {
    LedgerEvent call = stepTaken(day(3), "call");
    LedgerEvent claim = stepTaken(day(10), "claim", LETTER);
    for (boolean ofAccount : List.of(false, true)) {
      Recommendation waiting = on(20, ofAccount, call, claim).recommendation();
      assertThat(waiting.waitsFor()).contains("agency");
      assertThat(waiting.rule()).isEqualTo(Rule.PREREQUISITE_MISSING);
      assertThat(waiting.reviewOn()).contains(day(24));
      Explanation again = on(24, ofAccount, call, claim);
      assertThat(again.recommendation().verdict()).isEqualTo(Verdict.ACT);
      assertThat(again.recommendation().step()).contains("claim");
      assertThat(again.recommendation().key().orElseThrow().occurrence()).isEqualTo(2);
      assertThat(again.toString())
          .contains("claim: taken on 2026-03-11, but its delivery was given up on 2026-03-25");
    }
  }

  @Test
  void whatWasConfirmedOrSentAgainIsNotGivenUp() {
    LedgerEvent call = stepTaken(day(3), "call");
    LedgerEvent claim = stepTaken(day(10), "claim", LETTER);
    LedgerEvent confirmed = delivered(day(13), "claim");
    assertThat(on(24, false, call, claim, confirmed).recommendation().step()).contains("agency");
    LedgerEvent again = stepTaken(day(24), "claim", LETTER);
    Recommendation now = on(30, false, call, claim, again).recommendation();
    assertThat(now.waitsFor()).contains("agency");
    assertThat(now.reviewOn()).contains(day(32));
    // the first letter arrived, whatever became of the second
    assertThat(on(38, false, call, claim, confirmed, again).recommendation().step())
        .contains("agency");
  }

  @Test
  void aStepForWhoseDeliveryNobodyWaitsIsNotGivenUp() {
    assertThat(on(30, false, stepTaken(day(3), "call")).recommendation().step()).contains("claim");
  }

  @Test
  void aPolicyPresumesOrGivesUp() {
    assertThat(draft().build().toString()).contains("delivery given up after 14 days");
    assertThatThrownBy(() -> draft().deliveryPresumedAfter(calendarDays(3)).build())
        .hasMessageContaining("a delivery is both presumed and given up after some days");
    assertThatThrownBy(() -> draft().deliveryGivenUpAfter(calendarDays(0)).build())
        .hasMessageContaining("a delivery is given up at once; give it 1 day or more");
  }
}
