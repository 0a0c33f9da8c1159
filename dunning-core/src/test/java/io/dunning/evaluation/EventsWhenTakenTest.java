package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.LateFee;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules.DocumentLevel;
import io.dunning.policy.AccountRules.Unit;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host stores once it has taken a step. */
class EventsWhenTakenTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 24);
  private static final LocalDate SENT = LocalDate.of(2026, 2, 25);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());
  private static final EscalationStep NOTICE =
      step("notice").at(daysPastDue(10)).take(sendNotice(1, EMAIL), assessCharges());
  private static final Account ACCOUNT =
      Account.of(Customer.of("C"), List.of(invoice("A"), invoice("B")));

  private static InvoiceHistory invoice(String number) {
    return InvoiceHistory.of(Invoice.of(number, eur("100.00"), LocalDate.of(2026, 1, 15), DUE));
  }

  private static PolicyDraft draft(EscalationStep step) {
    return DunningPolicy.named("p")
        .ladder(EscalationLadder.of(step))
        .lateFee(LateFee.flat(eur("5.00")));
  }

  private static AccountRecommendation evaluate(PolicyDraft draft) {
    return EVALUATOR.evaluate(draft.build(), ACCOUNT, TODAY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INVOICE              | A: 2026-02-25 step taken: notice by email,"
            + " A: 2026-02-25 fee assessed: 5.00 EUR at notice",
        "ACCOUNT              | C: 2026-02-25 step taken: notice by email,"
            + " A: 2026-02-25 fee assessed: 5.00 EUR at notice,"
            + " B: 2026-02-25 fee assessed: 5.00 EUR at notice",
        "ACCOUNT_AND_CURRENCY | A: 2026-02-25 step taken: notice by email,"
            + " B: 2026-02-25 step taken: notice by email,"
            + " A: 2026-02-25 fee assessed: 5.00 EUR at notice,"
            + " B: 2026-02-25 fee assessed: 5.00 EUR at notice"
      })
  void belongToTheAccountOrToEachInvoiceOnTheDayOfTheStep(Unit unit, String postings) {
    Recommendation first = evaluate(draft(NOTICE).per(unit)).recommendations().get(0);
    assertThat(first.eventsWhenTaken(SENT)).hasToString("[" + postings + "]");
  }

  @Test
  void includeTheOfferThatTheStepMakes() {
    PolicyDraft offers =
        DunningPolicy.named("p")
            .settlement(SettlementRule.lumpSum(percent("80")))
            .ladder(
                EscalationLadder.of(
                    step("offer").at(daysPastDue(10)).take(offerSettlement(EMAIL))));
    assertThat(evaluate(offers).recommendations().get(0).eventsWhenTaken(TODAY))
        .hasToString(
            "[A: 2026-02-24 step taken: offer by email,"
                + " A: 2026-02-24 settlement offered: 80.00 EUR until 2026-03-10]");
  }

  @Test
  void areNoneBeforeAPersonApproves() {
    AccountRecommendation now = evaluate(draft(NOTICE.needsApproval()).per(Unit.ACCOUNT));
    assertThat(now.due()).isEmpty();
    assertThat(now.awaitingApproval()).hasSize(1);
    Recommendation waits = now.awaitingApproval().get(0);
    assertThat(waits.verdict()).isEqualTo(Verdict.AWAIT_APPROVAL);
    assertThat(waits.eventsWhenTaken(SENT)).isEmpty();
    assertThat(waits.eventsOnceApproved(SENT))
        .isEqualTo(
            evaluate(draft(NOTICE).per(Unit.ACCOUNT))
                .recommendations()
                .get(0)
                .eventsWhenTaken(SENT));
  }

  @Test
  void areNoneWithoutAStep() {
    Recommendation waits =
        EVALUATOR
            .evaluate(draft(NOTICE).build(), ACCOUNT, DUE.plusDays(1))
            .recommendations()
            .get(0);
    assertThat(waits.verdict()).isEqualTo(Verdict.WAIT);
    assertThat(waits.eventsWhenTaken(SENT)).isEmpty();
    assertThat(waits.eventsOnceApproved(SENT)).isEmpty();
  }

  @Test
  void ofADocumentAreThoseOfAllItsLines() {
    AccountRecommendation own =
        evaluate(draft(NOTICE).per(Unit.ACCOUNT).documentLevel(DocumentLevel.OWN));
    assertThat(own.documents()).hasSize(1);
    assertThat(own.documents().get(0).eventsWhenTaken(SENT))
        .extracting(p -> p.invoice().orElseThrow())
        .containsExactly("A", "A", "B", "B");
  }

  @Test
  void storedTheyEndTheStep() {
    AccountRecommendation now = evaluate(draft(NOTICE).per(Unit.ACCOUNT));
    Account after = Posting.storeIn(ACCOUNT, now.recommendations().get(0).eventsWhenTaken(TODAY));
    assertThat(after.events()).containsExactly(LedgerEvent.stepTaken(TODAY, "notice", EMAIL));
    assertThat(EVALUATOR.evaluate(draft(NOTICE).per(Unit.ACCOUNT).build(), after, TODAY).due())
        .isEmpty();
  }
}
