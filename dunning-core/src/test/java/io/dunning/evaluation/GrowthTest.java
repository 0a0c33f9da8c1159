package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicyDraft;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The work of an evaluation grows with the number of invoices, and not with its square. */
class GrowthTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Invoices that fall due in the weeks around the day; every tenth was paid too much. */
  private static Account account(int invoices) {
    List<InvoiceHistory> all = new ArrayList<>();
    for (int i = 0; i < invoices; i++) {
      LocalDate due = DAY.plusDays(i % 60 - 40);
      InvoiceHistory history =
          InvoiceHistory.of(Invoice.of("I" + i, eur("100.00"), due.minusDays(30), due));
      boolean overpaid = i % 10 == 0;
      all.add(overpaid ? history.with(LedgerEvent.payment(due, eur("150.00"))) : history);
    }
    return Account.of(Customer.of("C"), all);
  }

  private static DunningPolicy policy(String rules) {
    PolicyDraft own =
        DunningPolicy.named("own level")
            .per(AccountRules.Unit.ACCOUNT)
            .documentLevel(AccountRules.DocumentLevel.OWN)
            .ladder(
                EscalationLadder.of(
                    step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                    step("notice").at(daysPastDue(14)).take(sendNotice(1, EMAIL))));
    return switch (rules) {
      case "minimum" -> own.minimumAmount(eur("10.00")).build();
      case "minimum out of reach" -> own.minimumAmount(eur("90000000.00")).build();
      default -> own.credits(AccountRules.Credits.NET).build();
    };
  }

  private static long allocated(DunningPolicy policy, Account account) {
    DunningEvaluator evaluator = DunningEvaluator.on(BusinessCalendar.weekends());
    long before = THREADS.getCurrentThreadAllocatedBytes();
    evaluator.evaluate(policy, account, DAY);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @ParameterizedTest
  @ValueSource(strings = {"minimum", "minimum out of reach", "net credits"})
  void isLinearWhereItemsKeepTheirLevelAndCountTogether(String rules) {
    DunningPolicy policy = policy(rules);
    allocated(policy, account(100));
    long few = allocated(policy, account(250));
    long many = allocated(policy, account(1_000));
    // four times as many; the square would be sixteen times as much
    assertThat(many).isLessThan(8 * few);
  }
}
