package io.dunning.check;

import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Condition.overdueAtLeast;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.Condition;
import io.dunning.policy.PolicyDraft;
import io.dunning.settlement.PlanRule;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HappeningsTest {
  private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
  private static final LocalDate DUE = LocalDate.of(2025, 2, 5);

  private static List<LedgerEvent> on(PolicyDraft draft, LedgerEvent... before) {
    Invoice invoice = Invoice.of("INV-1", eur("100.00"), DUE.minusDays(30), DUE);
    Account account =
        Account.of(Customer.of("C-1"), List.of(InvoiceHistory.of(invoice).with(before)));
    return new Happenings(Boundary.of(draft.build()))
        .on(DAY, account).stream().map(Happening::event).toList();
  }

  @Test
  void aDebtCanBePaidDisputedPromisedAndRestricted() {
    assertThat(on(sound()))
        .containsExactly(
            LedgerEvent.payment(DAY, eur("50.00")),
            LedgerEvent.payment(DAY, eur("100.00")),
            LedgerEvent.dispute(DAY, "goods damaged"),
            LedgerEvent.dispute(DAY, eur("50.00"), "one item missing"),
            LedgerEvent.promise(DAY, DAY.plusDays(7)),
            LedgerEvent.restricted(DAY, Restriction.BREATHING_SPACE, DAY.plusDays(30)),
            LedgerEvent.restricted(DAY, Restriction.BREATHING_SPACE, DAY.plusDays(90)));
  }

  @Test
  void aPartIsPaidThatLeavesLessThanTheLeastAmountThatIsNamed() {
    PolicyDraft draft = policy(REMINDER, NOTICE.onlyIf(overdueAtLeast(eur("20.00"))));
    assertThat(on(draft)).contains(LedgerEvent.payment(DAY, eur("80.01")));
    PolicyDraft above = policy(REMINDER, NOTICE.onlyIf(overdueAtLeast(eur("90.00"))));
    assertThat(on(above)).doesNotContain(LedgerEvent.payment(DAY, eur("10.01")));
  }

  @Test
  void whatWasPaidCanBounceAndNothingElseHappensToWhoOwesNothing() {
    LedgerEvent paid = LedgerEvent.payment(DAY.minusDays(1), eur("100.00"));
    assertThat(on(sound(), paid)).containsExactly(LedgerEvent.paymentReversed(DAY, eur("100.00")));
    LedgerEvent part = LedgerEvent.payment(DAY.minusDays(1), eur("99.99"));
    assertThat(on(sound(), part))
        .contains(
            LedgerEvent.payment(DAY, eur("0.01")),
            LedgerEvent.paymentReversed(DAY, eur("99.99")),
            LedgerEvent.promise(DAY, DAY.plusDays(7)))
        .noneMatch(e -> e.toString().contains("one item missing"));
  }

  @Test
  void aDisputeIsWonOrLost() {
    assertThat(on(sound(), LedgerEvent.dispute(DAY.minusDays(3), "late")))
        .contains(
            LedgerEvent.disputeResolved(DAY, DisputeEvent.Outcome.CUSTOMER_WON),
            LedgerEvent.disputeResolved(DAY, DisputeEvent.Outcome.CREDITOR_WON))
        .doesNotContain(LedgerEvent.dispute(DAY, "goods damaged"));
  }

  @Test
  void whatRunsDoesNotBeginAgain() {
    assertThat(
            on(
                sound(),
                LedgerEvent.promise(DAY.minusDays(1), DAY.plusDays(5)),
                LedgerEvent.restricted(
                    DAY.minusDays(1), Restriction.BREATHING_SPACE, DAY.plusDays(5))))
        .containsExactly(
            LedgerEvent.payment(DAY, eur("50.00")),
            LedgerEvent.payment(DAY, eur("100.00")),
            LedgerEvent.dispute(DAY, "goods damaged"),
            LedgerEvent.dispute(DAY, eur("50.00"), "one item missing"));
  }

  @Test
  void whatRanOutMayBeginAgain() {
    LedgerEvent promise = LedgerEvent.promise(DAY, DAY.plusDays(7));
    assertThat(on(sound(), LedgerEvent.promise(DAY.minusDays(8), DAY.minusDays(1))))
        .contains(promise);
    assertThat(on(sound(), LedgerEvent.promise(DAY.minusDays(7), DAY))).doesNotContain(promise);
    assertThat(on(sound(), restricted(DAY.minusDays(1)))).contains(restricted(DAY.plusDays(30)));
    assertThat(on(sound(), restricted(DAY))).doesNotContain(restricted(DAY.plusDays(30)));
    PolicyDraft plans = sound().plans(PlanRule.monthly(6));
    assertThat(on(plans, plan(DAY.minusDays(1)))).anyMatch(e -> e.toString().contains("plan"));
    assertThat(on(plans, plan(DAY))).noneMatch(e -> e.toString().contains("plan"));
  }

  /** A restriction that begins on the day, or began 30 days before it ended. */
  private static LedgerEvent restricted(LocalDate until) {
    return LedgerEvent.restricted(until.minusDays(30), Restriction.BREATHING_SPACE, until);
  }

  private static LedgerEvent plan(LocalDate last) {
    Instalment half = new Instalment(last.minusDays(14), eur("50.00"));
    Instalment rest = new Instalment(last, eur("50.00"));
    return LedgerEvent.planAgreed(last.minusDays(28), List.of(half, rest));
  }

  @Test
  void messagesComeBackOnceTheyWereSent() {
    LedgerEvent sent = LedgerEvent.stepTaken(DAY.minusDays(2), "reminder", Channel.EMAIL);
    assertThat(on(sound(), sent))
        .contains(LedgerEvent.notDelivered(DAY, "reminder", Channel.EMAIL))
        .doesNotContain(LedgerEvent.delivered(DAY, "reminder"));
    PolicyDraft asking = policy(REMINDER, NOTICE.requires(Condition.delivered("reminder")));
    assertThat(on(asking, sent)).contains(LedgerEvent.delivered(DAY, "reminder"));
  }

  /** Only what the policy asks about can matter. */
  @Test
  void happensOnlyIfThePolicyAsks() {
    LedgerEvent asks = LedgerEvent.customerReplied(DAY, Reply.ASKS_FOR_TIME);
    LedgerEvent forgot = LedgerEvent.customerReplied(DAY, Reply.OTHER, NonpaymentReason.FORGOT);
    assertThat(on(sound())).doesNotContain(asks, forgot);
    assertThat(on(policy(REMINDER, NOTICE.onlyIf(Condition.askedForTime().not())))).contains(asks);
    assertThat(on(policy(REMINDER, NOTICE.onlyIf(Condition.repliedWith(NonpaymentReason.FORGOT)))))
        .contains(forgot);
    assertThat(on(sound())).noneMatch(e -> e.toString().contains("plan"));
    assertThat(on(sound().plans(PlanRule.monthly(6)))).anyMatch(e -> e.toString().contains("plan"));
    assertThat(on(policy(REMINDER, NOTICE.evenDuring(Restriction.INSOLVENCY))))
        .contains(LedgerEvent.restricted(DAY, Restriction.INSOLVENCY, DAY.plusDays(30)))
        .doesNotContain(LedgerEvent.restricted(DAY, Restriction.BREATHING_SPACE, DAY.plusDays(30)));
  }
}
