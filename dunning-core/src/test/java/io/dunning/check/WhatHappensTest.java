package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.check.OneWorld.day;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Condition.overdueAtLeast;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactRules;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.policy.Condition;
import io.dunning.policy.PolicyDraft;
import io.dunning.settlement.PlanRule;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can happen on day 40 to whoever owes 100.00 EUR. */
class WhatHappensTest {
  private static final LocalDate DAY = day(40);

  private static List<LedgerEvent> on(PolicyDraft draft, LedgerEvent... before) {
    Account account = OneWorld.account(Customer.of("C-1"), "100.00");
    for (LedgerEvent each : before) {
      account = Happening.happened(account, Debtors.INVOICE, each);
    }
    return on(draft, account);
  }

  private static List<LedgerEvent> on(PolicyDraft draft, Account account) {
    return new Happenings(Boundary.of(draft.build()))
        .on(DAY, account).stream().map(Happening::event).toList();
  }

  private static PolicyDraft asking(Condition condition) {
    return policy(REMINDER, NOTICE.onlyIf(condition));
  }

  private static List<LedgerEvent> payments(PolicyDraft draft, LedgerEvent... before) {
    return on(draft, before).stream().filter(MoneyEvent.Payment.class::isInstance).toList();
  }

  @Test
  void aCentCannotBeHalved() {
    LedgerEvent almost = payment(day(1), eur("99.99"));
    PolicyDraft planned = sound().plans(PlanRule.monthly(6));
    assertThat(payments(planned, almost)).containsExactly(payment(DAY, eur("0.01")));
    assertThat(on(planned, almost)).noneMatch(e -> e.toString().contains("plan"));
    LedgerEvent twoLeft = payment(day(1), eur("99.98"));
    assertThat(payments(planned, twoLeft))
        .containsExactly(payment(DAY, eur("0.01")), payment(DAY, eur("0.02")));
    assertThat(on(planned, twoLeft)).anyMatch(e -> e.toString().contains("plan"));
  }

  @Test
  void aPlanDoesNotBeginWhileOneRuns() {
    PolicyDraft planned = sound().plans(PlanRule.monthly(6));
    LedgerEvent agreed =
        on(planned).stream().filter(e -> e.toString().contains("plan")).findFirst().orElseThrow();
    assertThat(on(planned, agreed)).doesNotContain(agreed);
  }

  /** Half of the debt is 50.00 EUR; it leaves less than any larger amount. */
  @Test
  void aPaymentLeavesJustLessThanEachSmallerAmount() {
    assertThat(payments(asking(overdueAtLeast(eur("50.00")))))
        .containsExactly(
            payment(DAY, eur("50.00")), payment(DAY, eur("50.01")), payment(DAY, eur("100.00")));
    assertThat(payments(asking(overdueAtLeast(eur("50.01"))))).hasSize(2);
    assertThat(payments(asking(overdueAtLeast(eur("0.01"))))).hasSize(2);
    assertThat(payments(asking(overdueAtLeast(eur("0.02"))))).contains(payment(DAY, eur("99.99")));
  }

  @Test
  void anOfferIsAcceptedUpToItsLastDay() {
    LedgerEvent today = LedgerEvent.settlementOffered(day(30), eur("70.00"), DAY);
    LedgerEvent over = LedgerEvent.settlementOffered(day(30), eur("70.00"), DAY.minusDays(1));
    LedgerEvent accepted = LedgerEvent.settlementAccepted(DAY, eur("70.00"), DAY.plusDays(14));
    assertThat(on(sound(), today)).contains(accepted);
    assertThat(on(sound(), over)).doesNotContain(accepted);
  }

  @Test
  void anInvoiceIsLostAndFound() {
    PolicyDraft asking = asking(Condition.invoiceNotDelivered().not());
    assertThat(on(asking)).contains(notDelivered(DAY), LedgerEvent.delivered(DAY));
    assertThat(on(asking, LedgerEvent.delivered(day(1))))
        .contains(notDelivered(DAY))
        .doesNotContain(LedgerEvent.delivered(DAY));
    assertThat(on(asking, notDelivered(day(1))))
        .contains(LedgerEvent.delivered(DAY))
        .doesNotContain(notDelivered(DAY));
    assertThat(on(sound())).doesNotContain(notDelivered(DAY));
  }

  @Test
  void anAddressIsLostAndFound() {
    PolicyDraft asking = asking(Condition.addressUnknown().not());
    assertThat(on(asking))
        .contains(LedgerEvent.addressUnknown(DAY))
        .doesNotContain(LedgerEvent.addressFound(DAY));
    assertThat(on(asking, LedgerEvent.addressUnknown(day(1))))
        .contains(LedgerEvent.addressFound(DAY))
        .doesNotContain(LedgerEvent.addressUnknown(DAY));
    assertThat(on(sound())).doesNotContain(LedgerEvent.addressUnknown(DAY));
  }

  @Test
  void aCollectionFailsAndSomebodyCalls() {
    LedgerEvent failed = LedgerEvent.collectionFailed(DAY, "SEPA-SDD", "AM04");
    LedgerEvent called = LedgerEvent.contact(DAY, Channel.PHONE);
    assertThat(on(sound())).doesNotContain(failed, called);
    assertThat(on(asking(Condition.collectionFailed()))).contains(failed);
    ContactRules few = ContactRules.of("few", ContactLimit.atMost(1, Period.ofDays(7)));
    assertThat(on(sound().conduct(Conduct.under(few)))).contains(called);
    assertThat(on(asking(Condition.unansweredAttemptsAtLeast(2)))).contains(called);
  }

  @Test
  void aDisputeIsForTheReasonThatIsAskedFor() {
    assertThat(on(asking(Condition.disputedFor("price"))))
        .contains(
            LedgerEvent.dispute(DAY, "price"), LedgerEvent.dispute(DAY, eur("50.00"), "price"));
  }

  private static List<LedgerEvent> back(LedgerEvent... before) {
    return on(sound(), before).stream().filter(DeliveryEvent.class::isInstance).toList();
  }

  @Test
  void theLastMessageMayComeBackAndThoseShortlyBeforeIt() {
    LedgerEvent old = stepTaken(DAY.minusDays(15), "reminder", EMAIL);
    LedgerEvent recent = stepTaken(DAY.minusDays(14), "reminder", EMAIL);
    LedgerEvent last = stepTaken(DAY.minusDays(3), "notice", LETTER);
    assertThat(back(old)).containsExactly(notDelivered(DAY, "reminder", EMAIL));
    assertThat(back(old, last)).containsExactly(notDelivered(DAY, "notice", LETTER));
    assertThat(back(recent, last))
        .containsExactly(notDelivered(DAY, "notice", LETTER), notDelivered(DAY, "reminder", EMAIL));
    assertThat(back(old, stepTaken(DAY.minusDays(1), "agency"))).isEmpty();
  }

  /** What was sent about the account is older here than what was sent about the invoice. */
  @Test
  void messagesAboutTheAccountComeBackInTheirOrder() {
    Account account =
        OneWorld.account(Customer.of("C-1"), "100.00")
            .with(stepTaken(DAY.minusDays(30), "reminder", EMAIL));
    account =
        Happening.happened(
            account, Debtors.INVOICE, stepTaken(DAY.minusDays(20), "notice", LETTER));
    assertThat(on(sound(), account))
        .contains(notDelivered(DAY, "notice", LETTER))
        .doesNotContain(notDelivered(DAY, "reminder", EMAIL));
  }
}
