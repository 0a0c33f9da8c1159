package io.dunning.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rivals do the work that they are timed at. */
class RivalsTest {
  @Test
  void droolsAnswersAsTheHandWrittenProgramDoes() {
    DroolsRules drools = new DroolsRules();
    for (int a = 0; a < 2_000; a++) {
      Accounts.Answer byHand = Accounts.byHand(Accounts.plain(a));
      Accounts.Answer byRules = drools.answer(Accounts.plain(a));
      assertThat(byRules.kind()).as("account %s", a).isEqualTo(byHand.kind());
      assertThat(byRules.rung()).as("account %s", a).isEqualTo(byHand.rung());
    }
  }

  @Test
  void easyRulesAnswersAsTheHandWrittenProgramDoes() {
    EasyRulesPolicy rules = new EasyRulesPolicy();
    for (int a = 0; a < 4_000; a++) {
      Accounts.Answer byHand = Accounts.byHand(Accounts.plain(a));
      Accounts.Answer byRules = rules.answer(Accounts.plain(a));
      assertThat(byRules.kind()).as("account %s", a).isEqualTo(byHand.kind());
      assertThat(byRules.rung()).as("account %s", a).isEqualTo(byHand.rung());
    }
  }

  @Test
  void databasesAgeAsTheHandWrittenProgramDoes() throws SQLException {
    OpenItems items = new OpenItems(20_000);
    PastInvoices invoices = new PastInvoices(20_000);
    try (AgingDatabase duckDb = AgingDatabase.duckDb();
        AgingDatabase h2 = AgingDatabase.h2()) {
      duckDb.load(items);
      duckDb.load(invoices);
      h2.load(items);
      assertThat(duckDb.aging()).isEqualTo(items.byHand().rows());
      assertThat(h2.aging()).isEqualTo(items.byHand().rows());
      assertThat(duckDb.pastDay()).isEqualTo(invoices.byHand(PastInvoices.DAY).rows());
      assertThat(duckDb.year()).isEqualTo(invoices.trendByHand());
      assertThat(duckDb.agingCount()).isEqualTo(items.byHand().rows().size());
      assertThat(duckDb.yearCount()).isEqualTo(5L * 6 * PastInvoices.DAYS);
    }
  }

  @Test
  void killBillFindsTheMostSevereStateReached() {
    KillBillOverdue killBill = new KillBillOverdue();
    int[] days = {1, 7, 14, 21, 30, 45, 60, 90};
    for (int a = 0; a < 2_000; a++) {
      long total = 0;
      int oldest = Integer.MIN_VALUE;
      for (Accounts.PlainInvoice invoice : Accounts.plain(a).invoices()) {
        if (invoice.open() > 0 && !invoice.disputed()) {
          total += invoice.open();
          oldest = Math.max(oldest, Draws.AS_OF - invoice.due());
        }
      }
      String expected = "__KILLBILL__CLEAR__OVERDUE_STATE__";
      for (int k = 0; k < days.length; k++) {
        long minimum = k == 7 ? 10_000 : k == 6 ? 5_000 : 1_000;
        expected = oldest >= days[k] && total >= minimum ? String.valueOf(k + 1) : expected;
      }
      assertThat(killBill.state(Accounts.plain(a), new UUID(1, a)))
          .as("account %s", a)
          .isEqualTo(expected);
    }
  }
}
