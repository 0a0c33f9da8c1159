package io.dunning.portfolio;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.LateInterest;
import io.dunning.charge.ReferenceRates;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.terms.PaymentTerms;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the numbers of a row cannot tell is asked of the account, or decided as it decides. */
class RecordedPaymentsTest {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());
  private static final LocalDate ISSUED = LocalDate.of(2026, 5, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
  private static final DunningPolicy POLICY =
      DunningPolicy.named("reminding")
          .ladder(
              EscalationLadder.of(
                  step("reminder")
                      .at(daysPastDue(3))
                      .take(sendReminder(EMAIL))
                      .minimumAmount(eur("50.00"))))
          .per(AccountRules.Unit.ACCOUNT)
          .build();

  private static Account account(InvoiceHistory history) {
    return Account.of(Customer.of("C"), List.of(history));
  }

  /** Records a payment, or puts the account if the table asks for it; then compares decisions. */
  private static void decidesAsTheBooks(InvoiceHistory history, LedgerEvent payment) {
    AccountTable table = AccountTable.of(List.of(account(history)));
    Account paid = account(history.with(payment));
    if (!table.record("C", "I", payment)) {
      table = AccountTable.of(List.of(paid));
    }
    Recommendation readable = EVALUATOR.explain(POLICY, paid, DAY).get(0).recommendation();
    Decisions decided = table.decide(EVALUATOR, POLICY, DAY);
    assertThat(decided.verdict(0)).isEqualTo(readable.verdict());
    assertThat(decided.reviewOn(0)).isEqualTo(readable.reviewOn());
  }

  @Test
  void aPaymentWithinTheDiscountSettlesTheInvoice() {
    Invoice invoice = Invoice.of("I", eur("1000.00"), ISSUED, PaymentTerms.parse("2/10 net 30"));
    LedgerEvent paid = LedgerEvent.payment(ISSUED.plusDays(5), eur("980.00"));
    decidesAsTheBooks(InvoiceHistory.of(invoice), paid);
  }

  @Test
  void aPaymentAfterMoneyWasPaidBackLeavesWhatTheBooksSay() {
    Invoice invoice = Invoice.of("I", eur("100.00"), ISSUED, ISSUED.plusDays(30));
    LedgerEvent paid = LedgerEvent.payment(ISSUED.plusDays(7), eur("60.00"));
    LedgerEvent refund = LedgerEvent.refund(ISSUED.plusDays(6), eur("50.00"));
    decidesAsTheBooks(InvoiceHistory.of(invoice, List.of(refund)), paid);
    LedgerEvent reversed = LedgerEvent.paymentReversed(ISSUED.plusDays(6), eur("50.00"));
    decidesAsTheBooks(InvoiceHistory.of(invoice, List.of(reversed)), paid);
  }

  /** The rates of the table end on 31 December 2026; 50.00 EUR of interest are owed before. */
  @Test
  void chargesReachAnAmountBeforeRatesAreUnknown() {
    LocalDate due = LocalDate.of(2026, 6, 1);
    DunningPolicy policy =
        DunningPolicy.named("charging")
            .ladder(
                EscalationLadder.of(
                    step("agency")
                        .at(daysPastDue(3))
                        .take(referToAgency())
                        .onlyIf(Condition.chargesAtLeast(eur("50.00")))))
            .per(AccountRules.Unit.ACCOUNT)
            .lateInterest(LateInterest.floating(ReferenceRates.of("DE"), percent("8")))
            .build();
    Account account =
        account(InvoiceHistory.of(Invoice.of("I", eur("1000.00"), due.minusDays(30), due)));
    LocalDate day = LocalDate.of(2026, 9, 1);
    Recommendation readable = EVALUATOR.explain(policy, account, day).get(0).recommendation();
    assertThat(readable.reviewOn()).isPresent();
    Decisions decided =
        AccountTable.of(List.of(account)).accountsFrom(c -> account).decide(EVALUATOR, policy, day);
    assertThat(decided.reviewOn(0)).isEqualTo(readable.reviewOn());
  }
}
