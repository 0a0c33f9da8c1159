package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.stopSupply;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.contact;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.planAgreed;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.event.LedgerEvent.stepWithdrawn;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.Resumption;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A step keeps its distance from the last contact, unless what was agreed since then was broken.
 * Contacts are ten days apart here.
 */
class ContactGapTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());
  private static final LedgerEvent CALL = contact(day(5), PHONE);

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static PolicyDraft draft() {
    return DunningPolicy.named("p")
        .minimumDaysBetweenContacts(10)
        .ladder(
            EscalationLadder.of(
                step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                step("notice").at(daysPastDue(6)).take(sendNotice(1, EMAIL)),
                step("stop").at(daysPastDue(9)).take(stopSupply())));
  }

  private static PolicyDraft liftedByPromises() {
    return draft().brokenPromise(Resumption.atOnce());
  }

  private static PolicyDraft liftedByPlans() {
    return draft().brokenPlan(Resumption.atOnce());
  }

  private static InvoiceHistory invoice(String number, LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of(number, eur("100.00"), day(-30), DUE)).with(events);
  }

  private static Recommendation ofInvoice(int on, PolicyDraft draft, LedgerEvent... events) {
    return EVALUATOR.evaluate(draft.build(), invoice("I", events), day(on));
  }

  private static Recommendation ofAccount(int on, PolicyDraft draft, LedgerEvent... events) {
    Account account = Account.of(Customer.of("C"), List.of(invoice("I")), List.of(events));
    return EVALUATOR.evaluate(draft.build(), account, day(on)).recommendations().get(0);
  }

  /** Looks at a debt whose events belong to the invoice, then at one where to the account. */
  private static List<Recommendation> both(int on, PolicyDraft draft, LedgerEvent... events) {
    return List.of(ofInvoice(on, draft, events), ofAccount(on, draft, events));
  }

  private static void assertWaits(List<Recommendation> all, int until) {
    for (Recommendation each : all) {
      assertThat(each.rule()).as(each.toString()).isEqualTo(Rule.CONTACT_TOO_SOON);
      assertThat(each.reason().endsOn()).contains(day(until));
      assertThat(each.reviewOn()).contains(day(until));
    }
  }

  private static void assertActs(List<Recommendation> all) {
    for (Recommendation each : all) {
      assertThat(each.verdict()).as(each.toString()).isEqualTo(Verdict.ACT);
    }
  }

  @Test
  void contactsAreTenDaysApart() {
    assertWaits(both(5, draft(), CALL), 15);
    assertWaits(both(14, draft(), CALL), 15);
    assertActs(both(15, draft(), CALL));
    assertActs(both(4, draft(), CALL));
  }

  @Test
  void aBrokenPromiseLiftsTheDistanceWhereThePolicySaysSo() {
    LedgerEvent promise = promise(day(6), day(8));
    assertActs(both(9, liftedByPromises(), CALL, promise));
    assertWaits(both(9, draft(), CALL, promise), 15);
    assertWaits(both(9, liftedByPlans(), CALL, promise), 15);
    // a promise that ended before the contact was known to whoever called
    LedgerEvent earlier = promise(day(1), day(4));
    assertWaits(both(9, liftedByPromises(), earlier, CALL), 15);
    LedgerEvent thatDay = promise(day(1), day(5));
    assertActs(both(9, liftedByPromises(), thatDay, CALL));
  }

  @Test
  void aPromiseIsBrokenOnceItsToleranceIsOver() {
    PolicyDraft tolerant = liftedByPromises().promiseTolerance(calendarDays(3));
    // broken on the sixth day, or the fifth
    assertActs(both(9, tolerant, promise(day(1), day(2)), CALL));
    assertWaits(both(9, tolerant, promise(day(-1), day(1)), CALL), 15);
    assertWaits(both(9, liftedByPromises(), promise(day(1), day(2)), CALL), 15);
  }

  @Test
  void aPromiseThatWasKeptLiftsNothing() {
    LedgerEvent promise = promise(day(6), eur("40.00"), day(8));
    assertWaits(both(9, liftedByPromises(), CALL, promise, payment(day(7), eur("40.00"))), 15);
    assertActs(both(9, liftedByPromises(), CALL, promise, payment(day(7), eur("39.99"))));
  }

  @Test
  void aBrokenPlanLiftsTheDistanceWhereThePolicySaysSo() {
    LedgerEvent plan = planAgreed(day(6), List.of(new Instalment(day(8), eur("50.00"))));
    assertActs(both(9, liftedByPlans(), CALL, plan));
    assertWaits(both(9, draft(), CALL, plan), 15);
    assertWaits(both(9, liftedByPromises(), CALL, plan), 15);
    assertActs(both(11, liftedByPlans().planCure(calendarDays(2)), CALL, plan));
    // a plan broken before the contact
    LedgerEvent earlier = planAgreed(day(1), List.of(new Instalment(day(3), eur("50.00"))));
    assertWaits(both(9, liftedByPlans(), earlier, CALL), 15);
    LedgerEvent dayBefore = planAgreed(day(1), List.of(new Instalment(day(4), eur("50.00"))));
    assertWaits(both(9, liftedByPlans(), dayBefore, CALL), 15);
  }

  @Test
  void afterAStepTheNextComesNoFasterThanTheirTriggers() {
    LedgerEvent reminded = stepTaken(day(8), "reminder", EMAIL);
    LedgerEvent promise = promise(day(6), day(7));
    assertWaits(both(8, draft().minimumDaysBetweenContacts(0), reminded), 11);
    assertWaits(both(10, draft().minimumDaysBetweenContacts(0), reminded), 11);
    assertActs(both(11, draft().minimumDaysBetweenContacts(0), reminded));
    assertWaits(both(8, liftedByPromises(), promise, reminded), 18);
    // a step that contacts nobody asks for no distance
    LedgerEvent noticed = stepTaken(day(8), "notice", EMAIL);
    assertActs(both(9, draft(), reminded, noticed));
  }

  @Test
  void withdrawnStepsRemainContacts() {
    LedgerEvent reminded = stepTaken(day(8), "reminder", EMAIL);
    LedgerEvent withdrawn = stepWithdrawn(day(9), "reminder");
    assertWaits(both(9, draft(), reminded, withdrawn), 18);
    // without a channel the policy says whether the step contacts anybody
    LedgerEvent stopped = stepTaken(day(8), "stop");
    LedgerEvent resumed = stepWithdrawn(day(9), "stop");
    assertActs(both(9, draft(), stopped, resumed));
    LedgerEvent unknown = stepTaken(day(8), "letter of another policy");
    LedgerEvent taken = stepWithdrawn(day(9), "letter of another policy");
    assertWaits(both(9, draft(), unknown), 18);
    assertWaits(both(9, draft(), unknown, taken), 18);
  }

  @Test
  void theLastContactAboutAnyInvoiceCounts() {
    List<InvoiceHistory> invoices = new ArrayList<>();
    invoices.add(invoice("A", stepTaken(day(5), "reminder", EMAIL)));
    invoices.add(
        invoice("B", stepTaken(day(7), "reminder", EMAIL), stepWithdrawn(day(7), "reminder")));
    invoices.add(invoice("C", stepTaken(day(6), "reminder", EMAIL)));
    invoices.add(invoice("D"));
    Account account = Account.of(Customer.of("C"), invoices);
    assertWaits(EVALUATOR.evaluate(draft().build(), account, day(9)).recommendations(), 17);
  }
}
