package io.dunning.check;

import static io.dunning.money.Money.eur;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One world of a policy: a debtor who owes 1,000.00 EUR since a Wednesday, and what happens. */
final class OneWorld {
  static final BusinessCalendar CALENDAR = BusinessCalendar.weekends();
  static final LocalDate DUE = LocalDate.of(2025, 2, 5);
  static final LocalDate LAST = DUE.plusDays(150);

  private OneWorld() {}

  /** A day so many days after the due date. */
  static LocalDate day(int daysPastDue) {
    return DUE.plusDays(daysPastDue);
  }

  static Account account(Customer customer, String... amounts) {
    List<InvoiceHistory> all = new ArrayList<>();
    for (String each : amounts) {
      String number = "INV-" + (all.size() + 1);
      all.add(InvoiceHistory.of(Invoice.of(number, eur(each), DUE.minusDays(30), DUE)));
    }
    return Account.of(customer, all);
  }

  /** A customer who owes 1,000.00 EUR, and again so much due so many days later. */
  static Debtor withSecond(int daysLater) {
    LocalDate later = DUE.plusDays(daysLater);
    Invoice second = Invoice.of("INV-2", eur("1000.00"), later.minusDays(30), later);
    return debtor(account(Customer.of("C-1"), "1000.00").with(InvoiceHistory.of(second)));
  }

  static Debtor debtor(Account account) {
    return new Debtor(account, DUE.minusDays(30), Debtor.Share.USUAL);
  }

  static Debtor usual() {
    return debtor(account(Customer.of("C-1"), "1000.00"));
  }

  /** What happens to the first invoice, in the order of the days. */
  static List<Player.Scheduled> scheduled(LedgerEvent... events) {
    List<Player.Scheduled> all = new ArrayList<>();
    for (LedgerEvent each : events) {
      all.add(new Player.Scheduled(each.date(), Debtors.INVOICE, each));
    }
    return all;
  }

  static Path play(DunningPolicy policy, LedgerEvent... events) {
    return play(policy, usual(), events);
  }

  static Path play(DunningPolicy policy, Debtor debtor, LedgerEvent... events) {
    return new Player(policy, CALENDAR).play(debtor, scheduled(events), LAST);
  }

  /** What shows in the world, in the order of kinds and places. */
  static List<PolicyFinding> faults(DunningPolicy policy, LedgerEvent... events) {
    return faults(policy, usual(), events);
  }

  static List<PolicyFinding> faults(DunningPolicy policy, Debtor debtor, LedgerEvent... events) {
    ExploredFaults faults = new ExploredFaults(policy, CALENDAR, true);
    new Player(policy, CALENDAR, faults).play(debtor, scheduled(events), LAST);
    return faults.findings();
  }
}
