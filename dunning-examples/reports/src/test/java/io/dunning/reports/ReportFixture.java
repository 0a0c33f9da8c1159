package io.dunning.reports;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.charge.StatutoryInterest.Country.GERMANY;
import static io.dunning.policy.Condition.balanceAtLeast;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;

import io.dunning.charge.ChargeRules;
import io.dunning.charge.StatutoryInterest;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicySet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The ledger of the tests: four customers, two currencies, one of everything. */
final class ReportFixture {
  static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

  static final DunningPolicy POLICY =
      DunningPolicy.named("standard")
          .ladder(
              EscalationLadder.of(
                  step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                  step("notice")
                      .at(daysPastDue(14))
                      .take(sendNotice(1, LETTER), assessCharges())
                      .grants(calendarDays(10)),
                  step("call")
                      .at(daysPastDue(30))
                      .take(placeCall())
                      .onlyIf(balanceAtLeast(Money.eur("500.00"))),
                  step("agency").at(daysPastDue(90)).take(referToAgency()).needsApproval()))
          .charges(ChargeRules.of(StatutoryInterest.of(GERMANY).businessToBusiness()))
          .minimumDaysBetweenContacts(7)
          .build();

  private ReportFixture() {}

  static Report report() {
    return report(accounts());
  }

  static Report report(List<Account> accounts) {
    return Report.of(accounts, PolicySet.byDefault(POLICY), TODAY, ReportSettings.STANDARD);
  }

  static List<Account> accounts() {
    return List.of(
        Account.of(
            Customer.of("C-1").named("Alder Ltd"),
            List.of(
                invoice("A-1", Money.eur("1200.00"), 40)
                    .with(LedgerEvent.stepTaken(TODAY.minusDays(37), "reminder", EMAIL))
                    .with(LedgerEvent.stepTaken(TODAY.minusDays(26), "notice", LETTER)),
                invoice("A-2", Money.eur("300.00"), 20)
                    .with(LedgerEvent.stepTaken(TODAY.minusDays(17), "reminder", EMAIL)),
                invoice("A-3", Money.eur("75.50"), -10))),
        Account.of(
            Customer.of("C-2").named("Birch & Sons"),
            List.of(
                invoice("B-1", Money.eur("2000.00"), 100)
                    .with(LedgerEvent.dispute(TODAY.minusDays(80), "goods arrived broken")),
                invoice("B-2", Money.eur("640.00"), 5))),
        Account.of(
            Customer.of("C-3").named("Cedar Inc"),
            List.of(
                invoice("C-1", Money.usd("900.00"), 35)
                    .with(new MoneyEvent.Payment(TODAY.minusDays(3), Money.usd("100.00"))),
                invoice("C-2", Money.usd("50.00"), 60)
                    .with(new MoneyEvent.Payment(TODAY.minusDays(55), Money.usd("60.00"))))),
        Account.of(
            Customer.of("C-4").named("Dogwood"),
            List.of(
                invoice("D-1", Money.eur("10.00"), 60)
                    .with(new MoneyEvent.Payment(TODAY.minusDays(20), Money.eur("10.00"))))));
  }

  /** An invoice that is so many days past due, by thirty days. */
  static InvoiceHistory invoice(String number, Money amount, int daysPastDue) {
    LocalDate due = TODAY.minusDays(daysPastDue);
    return InvoiceHistory.of(Invoice.of(number, amount, due.minusDays(30), due));
  }

  /** One account whose every text is a name that somebody chose badly. */
  static List<Account> named(String name) {
    return List.of(
        Account.of(
            Customer.of("C" + name).named(name),
            List.of(
                invoice("I" + name, Money.eur("800.00"), 40)
                    .with(LedgerEvent.stepTaken(TODAY.minusDays(37), "reminder", EMAIL))
                    .with(LedgerEvent.dispute(TODAY.minusDays(35), "N" + name))
                    .with(
                        LedgerEvent.disputeResolved(
                            TODAY.minusDays(30),
                            io.dunning.event.DisputeEvent.Outcome.CREDITOR_WON)))));
  }

  /** Many accounts, each with as many open invoices. */
  static List<Account> many(int customers, int invoices) {
    List<Account> all = new ArrayList<>(customers);
    for (int i = 1; i <= customers; i++) {
      List<InvoiceHistory> own = new ArrayList<>(invoices);
      for (int j = 1; j <= invoices; j++) {
        int age = (i * 7 + j * 13) % 140 - 30;
        InvoiceHistory history =
            invoice("INV-" + i + "-" + j, Money.ofMinor(10_000L + i * 37L + j, EUR), age);
        own.add(
            age > 20
                ? history.with(LedgerEvent.stepTaken(TODAY.minusDays(age - 3), "reminder", EMAIL))
                : history);
      }
      all.add(Account.of(Customer.of("C-" + i).named("Customer " + i), own));
    }
    return all;
  }

  private static final io.dunning.money.CurrencyUnit EUR = io.dunning.money.CurrencyUnit.of("EUR");
}
