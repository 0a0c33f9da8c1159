package io.dunning.reports;

import static io.dunning.action.Channel.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.event.BookedEvent;
import io.dunning.event.Evidence;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The work of the day agrees with the policy, and with what is overdue. */
class WorkTest {
  private static final LocalDate TODAY = ReportFixture.TODAY;
  private static final Figures ENGLISH = Figures.in(ReportSettings.STANDARD.locale());
  private static final Pattern FATE =
      Pattern.compile(
          "<tr data-fate=\"([a-z]+)\">.*?</th><td class=\"number\">[^<]*</td>"
              + "<td class=\"number\">([^<]*)</td>",
          Pattern.DOTALL);

  private static InvoiceHistory invoice(String number, String amount, int daysPastDue) {
    return ReportFixture.invoice(number, Money.eur(amount), daysPastDue);
  }

  private static InvoiceHistory noticed(String number, String amount, int daysPastDue) {
    return invoice(number, amount, daysPastDue)
        .with(LedgerEvent.stepTaken(TODAY.minusDays(daysPastDue - 3), "reminder", EMAIL))
        .with(LedgerEvent.stepTaken(TODAY.minusDays(daysPastDue - 14), "notice", EMAIL));
  }

  private static Account account(String id, InvoiceHistory... invoices) {
    return Account.of(Customer.of(id), List.of(invoices));
  }

  private static String page(Report report) {
    StringWriter out = new StringWriter();
    HtmlReport.of(report).write(out);
    return out.toString();
  }

  @Test
  void aSecondContactWaitsForTheDaysBetweenContacts() {
    Account two = account("C", noticed("I-1", "900.00", 40), invoice("I-2", "300.00", 20));
    Report report = ReportFixture.report(List.of(two));
    CustomerWork work = report.work().get(0).get(0);
    assertThat(report.worklists().get(0).entries()).hasSize(2);
    assertThat(work.entries()).hasSize(1);
    assertThat(work.later()).hasSize(1);
    assertThat(work.later().get(0).from()).hasValue(TODAY.plusDays(7));
    assertThat(page(report))
        .contains("not today, after the contact above; not before 2026-07-07")
        .contains("Calls (1)")
        .doesNotContain("Letters and messages (");
    // what the page says is what is decided once the call is recorded
    String step = work.entries().get(0).recommendation().step().orElseThrow();
    Account called =
        two.with(two.invoices().get(0).with(LedgerEvent.stepTaken(TODAY, step, EMAIL)));
    assertThat(ReportFixture.report(List.of(called)).work()).isEmpty();
  }

  @Test
  void withoutDaysBetweenContactsBothAreForToday() {
    DunningPolicy often =
        DunningPolicy.named("often").ladder(ReportFixture.POLICY.ladder()).build();
    Report report =
        Report.of(
            List.of(account("C", noticed("I-1", "900.00", 40), invoice("I-2", "300.00", 20))),
            PolicySet.byDefault(often),
            TODAY,
            ReportSettings.STANDARD);
    assertThat(report.work().get(0).get(0).later()).isEmpty();
    assertThat(report.work().get(0).get(0).entries()).hasSize(2);
  }

  @Test
  void overdueIsAllThatTheCustomerHasOverdue() {
    Report report =
        ReportFixture.report(
            List.of(
                account(
                    "C",
                    noticed("I-1", "900.00", 40),
                    invoice("I-2", "2000.00", 139).with(LedgerEvent.dispute(TODAY, "broken")),
                    invoice("I-3", "70.00", -5))));
    CustomerWork work = report.work().get(0).get(0);
    assertThat(work.overdue()).containsExactly(Money.eur("2900.00"));
    assertThat(work.overdueOfEntries()).containsExactly(Money.eur("900.00"));
    assertThat(work.overdueSince()).hasValue(TODAY.minusDays(139));
    assertThat(page(report))
        .contains("2,900.00\u00a0EUR", "139 days", "900.00\u00a0EUR of it to act on");
  }

  @Test
  void whatBecomesOfOverdueDebtAddsUpToAllOfIt() {
    List<Account> accounts = new ArrayList<>();
    accounts.add(account("act", noticed("I-1", "900.00", 40), invoice("I-2", "300.00", 20)));
    accounts.add(
        account("disputed", invoice("I-3", "11.00", 40).with(LedgerEvent.dispute(TODAY, "x"))));
    accounts.add(
        account(
            "part",
            noticed("I-4", "1000.00", 40)
                .with(LedgerEvent.dispute(TODAY.minusDays(20), Money.eur("400.00"), "x"))));
    accounts.add(
        account("held", invoice("I-5", "13.00", 40)).with(LedgerEvent.hold(TODAY, "board talks")));
    accounts.add(
        account(
            "promised",
            invoice("I-6", "17.00", 40).with(LedgerEvent.promise(TODAY, TODAY.plusDays(3)))));
    accounts.add(
        account(
            "exhausted",
            noticed("I-7", "2890.00", 139)
                .with(LedgerEvent.stepTaken(TODAY.minusDays(100), "call"))
                .with(LedgerEvent.stepTaken(TODAY.minusDays(40), "agency"))));
    accounts.add(account("grace", invoice("I-8", "19.00", 1)));
    Report report = ReportFixture.report(accounts);
    String page = page(report);
    Map<String, String> fates = new LinkedHashMap<>();
    Matcher row = FATE.matcher(page);
    while (row.find()) {
      fates.put(row.group(1), row.group(2));
    }
    assertThat(fates)
        .containsEntry("today", "1,500.00")
        .containsEntry("later", "300.00")
        .containsEntry("disputed", "411.00")
        .containsEntry("held", "13.00")
        .containsEntry("promised", "17.00")
        .containsEntry("exhausted", "2,890.00")
        .containsEntry("waiting", "19.00")
        .hasSize(7);
    Money overdue = report.metrics().get(CurrencyUnit.of("EUR")).overdue();
    assertThat(overdue).isEqualTo(Money.eur("5150.00"));
    assertThat(page).contains("All overdue</th>", ENGLISH.amount(overdue), "board talks");
  }

  @Test
  void whatWasNotedStandsBesideTheEvent() {
    InvoiceHistory returned =
        invoice("I-1", "760.00", 42)
            .with(new MoneyEvent.Payment(TODAY.minusDays(42), Money.eur("760.00")))
            .with(
                new BookedEvent(
                    LedgerEvent.paymentReversed(TODAY.minusDays(14), Money.eur("760.00")),
                    TODAY.minusDays(14),
                    Evidence.NONE.withRemark("direct debit returned: insufficient funds")));
    String words = "payment reversed 760.00 EUR (direct debit returned: insufficient funds)";
    Report report = ReportFixture.report(List.of(account("C", returned)));
    assertThat(report.story("C", "I-1").orElseThrow().entries())
        .extracting(InvoiceStory.Entry::text)
        .contains(words);
    assertThat(page(report)).contains("last event: 2026-06-16 " + words);
  }

  /** Forty customers are worth more, so that those to call are not among the first. */
  static List<Account> manyRemindersAndFewCalls() {
    List<Account> all = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      all.add(account("R-" + i, invoice("R" + i, "9000.00", 5)));
    }
    for (int i = 1; i <= 5; i++) {
      all.add(account("C-" + i, noticed("C" + i, "600.00", 40)));
    }
    return all;
  }
}
