package io.dunning.benchmarks;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Trigger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the cost of deciding, and of recording an event, grows with what there is. */
final class Growth {
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");
  private static final LocalDate TODAY = Draws.AS_OF_DATE;
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());

  private Growth() {}

  /** The tables by what grows. */
  static Map<String, String> tables() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put("One evaluation, by the number of overdue invoices of the account:", byInvoices());
    tables.put("One evaluation, by the number of steps of the ladder:", bySteps());
    tables.put("One evaluation, by the number of conditions that the first step asks:", byParts());
    tables.put("One evaluation, by the levels of accounts that pay for each other:", byParents());
    tables.put("Recording one more payment of an invoice, by the events before it:", byEvents());
    return tables;
  }

  private static CpuTimes add(CpuTimes times, String words, DunningPolicy policy, Account account) {
    return times.add(
        words,
        1000,
        () -> {
          long sum = 0;
          for (int i = 0; i < 1000; i++) {
            sum += EVALUATOR.evaluate(policy, account, TODAY).recommendations().size();
          }
          return sum;
        });
  }

  private static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  private static Money eur(long minor) {
    return Money.ofMinor(minor, EUR);
  }

  private static InvoiceHistory invoice(String number, int daysOverdue) {
    LocalDate due = TODAY.minusDays(daysOverdue);
    return InvoiceHistory.of(Invoice.of(number, eur(10_000), due.minusDays(30), due));
  }

  private static Account account(String id, int invoices) {
    List<InvoiceHistory> all = new ArrayList<>(invoices);
    for (int i = 0; i < invoices; i++) {
      all.add(invoice(id + "-" + i, 5 + i % 50));
    }
    return Account.of(Customer.of(id), all);
  }

  private static DunningPolicy ladder(int steps, Condition condition) {
    List<EscalationStep> all = new ArrayList<>(steps);
    for (int i = 0; i < steps; i++) {
      all.add(
          EscalationStep.step("step " + i)
              .at(Trigger.daysPastDue(1 + i))
              .take(DunningAction.sendReminder(Channel.EMAIL)));
    }
    all.set(0, all.get(0).onlyIf(condition));
    return DunningPolicy.named("of " + steps + " steps")
        .ladder(EscalationLadder.of(all))
        .per(AccountRules.Unit.ACCOUNT)
        .build();
  }

  private static String byInvoices() {
    CpuTimes times = new CpuTimes();
    for (int n : new int[] {1, 10, 100, 1_000, 10_000}) {
      add(times, count(n, "invoice"), ladder(8, Condition.always()), account("C", n));
    }
    return times.table();
  }

  private static String bySteps() {
    CpuTimes times = new CpuTimes();
    for (int n : new int[] {1, 8, 64, 512}) {
      add(times, count(n, "step"), ladder(n, Condition.always()), account("C", 10));
    }
    return times.table();
  }

  private static String byParts() {
    CpuTimes times = new CpuTimes();
    for (int n : new int[] {1, 10, 100}) {
      Condition all = Condition.daysPastDueAtLeast(1);
      for (int i = 1; i < n; i++) {
        all = all.and(Condition.daysPastDueAtLeast(1 + i % 5));
      }
      add(times, count(n, "condition"), ladder(8, all), account("C", 10));
    }
    return times.table();
  }

  private static String byParents() {
    CpuTimes times = new CpuTimes();
    Account account = account("C0", 10);
    for (int level = 0; level <= 16; level++) {
      if (Integer.bitCount(level) <= 1) {
        int invoices = account.invoices().size();
        String words = count(level, "level") + " below, " + invoices + " invoices";
        add(times, words, ladder(8, Condition.always()), account);
      }
      account = account("C" + (level + 1), 10).answeringFor(account);
    }
    return times.table();
  }

  private static String byEvents() {
    CpuTimes times = new CpuTimes();
    for (int n : new int[] {1, 10, 100, 1_000, 10_000}) {
      List<LedgerEvent> events = new ArrayList<>(n);
      for (int i = 0; i < n; i++) {
        events.add(LedgerEvent.payment(TODAY.minusDays(5), eur(1)));
      }
      InvoiceHistory history = InvoiceHistory.of(invoice("I", 10).invoice(), events);
      LedgerEvent more = LedgerEvent.payment(TODAY, eur(1));
      times.add(
          count(n, "event"),
          100,
          () -> {
            InvoiceHistory grown = history;
            for (int i = 0; i < 100; i++) {
              grown = grown.with(more);
            }
            return grown;
          });
    }
    return times.table();
  }
}
