package io.dunning.reports;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.aging.AgingBasis;
import io.dunning.aging.AgingSchedule;
import io.dunning.ledger.Account;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicySet;
import io.dunning.portfolio.Worklist;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final ReportSettings STANDARD = ReportSettings.STANDARD;

  private static Report report(ReportSettings settings) {
    return Report.of(
        ReportFixture.accounts(),
        PolicySet.byDefault(ReportFixture.POLICY),
        ReportFixture.TODAY,
        settings);
  }

  private static String page(Report report) {
    StringWriter out = new StringWriter();
    HtmlReport.of(report).write(out);
    return out.toString();
  }

  @Test
  void amountsOfTwoCurrenciesAreNotCompared() {
    assertThat(report(STANDARD).worklists()).hasSize(2);
    List<Worklist> converted = report(STANDARD.convertedAt(c -> BigDecimal.ONE)).worklists();
    assertThat(converted).hasSize(1);
    assertThat(converted.get(0).entries()).hasSize(4);
    assertThat(report(STANDARD.orderedBy(Worklist.Order.AGE)).worklists()).hasSize(1);
  }

  @Test
  void withoutALookAheadTimelinesEndToday() {
    assertThat(report(STANDARD.lookingAhead(0)).story("C-1", "A-1").orElseThrow().entries())
        .noneMatch(e -> e.kind() == InvoiceStory.Kind.NEXT);
    assertThatThrownBy(() -> STANDARD.lookingAhead(25))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timelines look 0 to 24 months ahead, not: 25");
  }

  @Test
  void anAccountThatCannotBeDecidedAboutIsListedAndStopsNobody() {
    Condition fails =
        Condition.described(
            "it works",
            s -> {
              if (s.customer().id().equals("C-2")) {
                throw new IllegalStateException("no such service <b>");
              }
              return true;
            });
    DunningPolicy policy =
        DunningPolicy.named("fails")
            .ladder(
                EscalationLadder.of(
                    step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)).onlyIf(fails)))
            .build();
    Report report =
        Report.of(
            ReportFixture.accounts(),
            PolicySet.byDefault(policy),
            ReportFixture.TODAY,
            STANDARD.lookingAhead(0));
    assertThat(report.failures()).hasSize(1);
    assertThat(report.failures().get(0)).startsWith("C-2: ");
    assertThat(report.aging().lines()).anyMatch(l -> l.customer().equals("C-2"));
    assertThat(page(report)).contains("no such service &lt;b&gt;", "Cedar Inc");
  }

  @Test
  void aLedgerInWhichNothingIsOpenSaysSo() {
    List<Account> settled = ReportFixture.accounts().subList(3, 4);
    assertThat(page(ReportFixture.report(settled)))
        .contains("Nothing is due today.", "Nothing is open.", "0 customers owe 0 open items.");
    assertThat(page(ReportFixture.report(List.of()))).contains("Nothing is open.");
  }

  @Test
  void eachPolicyHasItsLadder() {
    DunningPolicy gentle =
        DunningPolicy.named("gentle")
            .ladder(EscalationLadder.of(step("hint").at(daysPastDue(10)).take(sendReminder(EMAIL))))
            .build();
    Report report =
        Report.of(
            ReportFixture.accounts(),
            PolicySet.byDefault(ReportFixture.POLICY).forCustomer("C-2", gentle),
            ReportFixture.TODAY,
            STANDARD);
    assertThat(page(report))
        .contains("<h3>standard</h3>", "<h3>gentle</h3>", "hint on day 10", "call on day 30");
  }

  @Test
  void rollRatesNeedBandsByDueDate() {
    Report report =
        report(STANDARD.agedBy(AgingSchedule.byCalendarMonth(AgingBasis.ISSUE_DATE, 3)));
    assertThat(report.rollRates()).isEmpty();
    assertThat(page(report)).contains("<th scope=\"col\" class=\"\">Months</th>");
    assertThat(report(STANDARD).rollsFrom()).isEqualTo(LocalDate.of(2026, 5, 31));
  }

  /** An account of so many invoices that a timeline of each takes long is no burden. */
  @Test
  void manyRowsOfOneCustomerAreWrittenOnce() {
    List<Account> many = ReportFixture.many(2, 300);
    Report report =
        Report.of(
            many,
            PolicySet.byDefault(ReportFixture.POLICY),
            ReportFixture.TODAY,
            STANDARD.lookingAhead(0));
    String page = page(report);
    assertThat(page.split("INV-1-300\"", -1)).hasSize(2);
    assertThat(page.split("<details>", -1).length).isLessThan(20);
  }
}
