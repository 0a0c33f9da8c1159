package io.dunning.scenario;

import static io.dunning.event.LedgerEvent.chargeWaived;
import static io.dunning.event.LedgerEvent.contact;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Policies;
import io.dunning.action.Channel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.ChargeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BacktestTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningPolicy POLICY = Policies.draft().build();

  private static Account account(String id, LedgerEvent... events) {
    Invoice invoice = Invoice.of("INV-" + id, eur("100.00"), DUE.minusDays(30), DUE);
    return Account.of(Customer.of(id), List.of(InvoiceHistory.of(invoice).with(events)));
  }

  private static Backtest backtest(DunningPolicy policy, Account... accounts) {
    return Backtest.of(
        policy, BusinessCalendar.weekends(), List.of(accounts), DUE, DUE.plusDays(60), 5);
  }

  @Test
  void countsWhatThePolicyWouldHaveDone() {
    Backtest found =
        backtest(
            POLICY,
            account("A", payment(DUE.plusDays(5), eur("100.00"))),
            account("B"),
            account("C", payment(DUE.plusDays(1), eur("100.00"))));
    assertThat(found.accounts()).isEqualTo(3);
    assertThat(found.customersContacted()).isEqualTo(2);
    assertThat(found.contacts()).containsEntry("reminder by email", 2);
    assertThat(found.contacts()).containsEntry("notice by letter", 1);
    assertThat(found.contactsInAll()).isEqualTo(3);
    assertThat(found.contactsToSoonPayers()).isEqualTo(1);
    assertThat(found.daysToFirstContact()).containsExactly(3L, 3L);
    assertThat(found.medianDaysToFirstContact()).isEqualTo(3);
    assertThat(found.overdueAt().get("agency").values()).containsExactly(eur("100.00"));
  }

  @Test
  void aPaymentOnTheAccountIsAPaymentToo() {
    Account paid = account("A").with(payment(DUE.plusDays(5), eur("100.00")));
    assertThat(backtest(POLICY, paid).contactsToSoonPayers()).isEqualTo(1);
  }

  @Test
  void oneDayIsNoDays() {
    LocalDate last = DUE.plusDays(60);
    List<Account> one = List.of(account("A"));
    assertThat(Backtest.of(POLICY, BusinessCalendar.weekends(), one, DUE, last, 1).toString())
        .contains("to customers who paid within 1 day ");
  }

  /** Two invoices of a customer, or a step that is repeated, are one customer. */
  @Test
  void tellsToWhomEachStepWent() {
    Account retail =
        Account.of(
            Customer.of("R").inSegment("retail"),
            List.of(invoice("R-1", DUE), invoice("R-2", DUE.plusDays(20))));
    Backtest found = backtest(POLICY, retail, account("B"));
    assertThat(found.customersAt().get("reminder")).isEqualTo(Map.of("retail", 1, "no segment", 1));
    assertThat(found.toString()).contains("customers at reminder").contains("2 (no segment 1, re");
    assertThat(backtest(POLICY, account("B")).toString())
        .containsPattern("customers at reminder +1\n");
  }

  private static InvoiceHistory invoice(String number, LocalDate due) {
    return InvoiceHistory.of(Invoice.of(number, eur("100.00"), due.minusDays(30), due));
  }

  @Test
  void stepsStandInTheOrderOfTheLadder() {
    Backtest found = backtest(POLICY, account("B"));
    assertThat(found.overdueAt().keySet()).containsExactly("reminder", "notice", "agency");
    assertThat(found.customersAt().keySet()).containsExactly("reminder", "notice", "agency");
    assertThat(found.contacts().keySet()).containsExactly("reminder by email", "notice by letter");
    assertThat(found.toString().lines().map(l -> l.strip().split("  ")[0]).toList())
        .containsSubsequence(
            "reminder by email",
            "notice by letter",
            "overdue at reminder",
            "overdue at notice",
            "overdue at agency",
            "customers at reminder",
            "customers at agency");
  }

  /** The longest name wins; what no step is called comes last. */
  @Test
  void ordersStepsWhoseNamesBeginAlike() {
    LadderOrder order = new LadderOrder(List.of("visit by agent", "visit", "call"));
    List<String> words =
        List.of("zzz", "call by phone", "visit by letter", "visit by agent by letter", "visit");
    assertThat(words.stream().sorted(order).toList())
        .containsExactly(
            "visit by agent by letter", "visit", "visit by letter", "call by phone", "zzz");
  }

  @Test
  void aStepThatAPolicyDoesNotTakeIsAboutNoMoneyAndNoCustomer() {
    DunningPolicy brief =
        Policies.draft().ladder(EscalationLadder.of(Policies.LADDER.steps().get(0))).build();
    String table =
        Backtest.sideBySide(backtest(brief, account("A")), backtest(POLICY, account("A")));
    assertThat(table)
        .containsPattern("overdue at notice +none +100.00 EUR")
        .containsPattern("customers at notice +0 +1");
  }

  @Test
  void whatTheCreditorDidThenDoesNotCount() {
    Account dunned =
        account(
            "A",
            stepTaken(DUE.plusDays(1), "reminder"),
            contact(DUE.plusDays(2), Channel.PHONE),
            LedgerEvent.chargeAssessed(DUE.plusDays(2), ChargeEvent.Charge.FEE, eur("10.00")),
            chargeWaived(DUE.plusDays(9), ChargeEvent.Charge.FEE, eur("10.00")));
    Backtest found = backtest(POLICY, dunned);
    assertThat(found.contacts()).isEqualTo(backtest(POLICY, account("A")).contacts());
    assertThat(found.waivedThen().values()).containsExactly(eur("10.00"));
  }

  /** Two invoices that keep their own levels are told in one letter. */
  @Test
  void aDocumentAboutSeveralInvoicesIsOneContact() {
    DunningPolicy together =
        Policies.draft()
            .per(AccountRules.Unit.ACCOUNT)
            .documentLevel(AccountRules.DocumentLevel.OWN)
            .build();
    Account two = Account.of(Customer.of("A"), List.of(invoice("A-1", DUE), invoice("A-2", DUE)));
    Backtest found = backtest(together, two.with(payment(DUE.plusDays(5), eur("10.00"))));
    assertThat(found.contacts()).isEqualTo(Map.of("reminder by email", 1, "notice by letter", 1));
    assertThat(found.contactsToSoonPayers()).isEqualTo(1);
    assertThat(found.daysToFirstContact()).containsExactly(3L, 3L);
  }

  @Test
  void aWaiverWithoutAnAmountGivesUpWhatWasAssessedAndIsOwed() {
    LedgerEvent assessed =
        LedgerEvent.chargeAssessed(DUE.plusDays(2), ChargeEvent.Charge.FEE, eur("40.00"));
    LedgerEvent part = chargeWaived(DUE.plusDays(3), ChargeEvent.Charge.FEE, eur("15.00"));
    LedgerEvent rest = chargeWaived(DUE.plusDays(9), ChargeEvent.Charge.FEE);
    LedgerEvent again = chargeWaived(DUE.plusDays(10), ChargeEvent.Charge.FEE);
    LedgerEvent interest = chargeWaived(DUE.plusDays(9), ChargeEvent.Charge.INTEREST);
    assertThat(backtest(POLICY, account("A", assessed, rest)).waivedThen().values())
        .containsExactly(eur("40.00"));
    assertThat(
            backtest(POLICY, account("A", assessed, part, rest, again, interest))
                .waivedThen()
                .values())
        .containsExactly(eur("40.00"));
    assertThat(backtest(POLICY, account("A", assessed, interest)).waivedThen()).isEmpty();
  }

  @Test
  void aWaiverOnTheAccountCounts() {
    LedgerEvent assessed =
        LedgerEvent.chargeAssessed(DUE.plusDays(2), ChargeEvent.Charge.FEE, eur("40.00"));
    LedgerEvent part = chargeWaived(DUE.plusDays(3), ChargeEvent.Charge.FEE, eur("15.00"));
    LedgerEvent all = chargeWaived(DUE.plusDays(9), ChargeEvent.Charge.FEE);
    assertThat(backtest(POLICY, account("A", assessed).with(part)).waivedThen().values())
        .containsExactly(eur("15.00"));
    assertThat(backtest(POLICY, account("A", assessed).with(all)).waivedThen().values())
        .containsExactly(eur("40.00"));
  }

  @Test
  void setsPoliciesBesideEachOther() {
    DunningPolicy patient =
        Policies.draft().grace(io.dunning.calendar.Days.calendarDays(10)).build();
    String table =
        Backtest.sideBySide(backtest(POLICY, account("A")), backtest(patient, account("A")));
    assertThat(table).contains("median days to the first contact     3           11");
    assertThat(table).contains("cannot know: whether customers would have paid");
  }

  @Test
  void refusesDaysThatGoBackwards() {
    assertThatThrownBy(
            () ->
                Backtest.of(
                    POLICY, BusinessCalendar.weekends(), List.of(), DUE, DUE.minusDays(1), 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("backtest ends before it starts: 2026-02-14..2026-02-13");
  }
}
