package io.dunning.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.aging.AgingSchedule;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each piece of the page by itself. */
class PiecesTest {
  private static final Figures ENGLISH = Figures.in(Locale.UK);
  private static final Report REPORT = ReportFixture.report();

  @Test
  void markupEscapesTextAndAttributes() {
    assertThat(Markup.tag("td").with("title", "\"'<&>").text("a<b> & 'c'"))
        .hasToString("<td title=\"&quot;&#39;&lt;&amp;&gt;\">a&lt;b&gt; &amp; &#39;c&#39;</td>");
    assertThatThrownBy(() -> Markup.tag("td onclick=x"))
        .hasMessage("not a name of an element or attribute: td onclick=x");
  }

  @Test
  void charactersThatNobodySeesBecomeVisible() {
    assertThat(Shown.text("plain Müller شركة a\u200db")).isEqualTo("plain Müller شركة a\u200db");
    assertThat(Shown.text("a\u202eb\u0007c\u2028d\ud800e"))
        .isEqualTo("a\\u202eb\\u0007c\\u2028d\\ud800e");
  }

  @Test
  void longTextIsCutBetweenCharacters() {
    assertThat(Shown.line("x".repeat(120))).hasSize(120);
    assertThat(Shown.line("😀".repeat(200))).isEqualTo("😀".repeat(120) + "…");
    assertThat(Shown.line("a\nb")).isEqualTo("a\\u000ab");
  }

  // locale, the amount 1234567.50 EUR
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en    | 1,234,567.50
          de    | 1.234.567,50
          fr    | 1\u202f234\u202f567,50
          de-CH | 1’234’567.50
          """)
  void amountsAreWrittenAsTheLocaleDoes(String tag, String expected) {
    Figures figures = Figures.in(Locale.forLanguageTag(tag));
    assertThat(figures.amount(Money.eur("1234567.50"))).isEqualTo(expected);
  }

  @Test
  void figuresAreRoundedAndGrouped() {
    assertThat(ENGLISH.amount(Money.eur("-999.99"))).isEqualTo("-999.99");
    assertThat(ENGLISH.amount(Money.parse("1000000 JPY"))).isEqualTo("1,000,000");
    assertThat(ENGLISH.percent(new BigDecimal("12.345"), 2)).isEqualTo("12.35%");
    assertThat(ENGLISH.count(1000)).isEqualTo("1,000");
  }

  @Test
  void agingIsAsWideAsItsShares() {
    String picture =
        AgingPicture.of(
                REPORT.aging().totals().get(Money.eur("0").currency()),
                AgingSchedule.STANDARD,
                ENGLISH)
            .toString();
    // 75.50 not due, 940.00 in 1-30, 1200.00 in 31-60, 2000.00 in 91+
    assertThat(
            Pattern.compile("<rect [^>]*width=\"([0-9.]+)\"")
                .matcher(picture)
                .results()
                .map(r -> r.group(1)))
        .containsExactly("17.9", "223", "284.7", "474.4");
    assertThat(picture)
        .contains("<th scope=\"row\">total</th><td class=\"number\">4,215.50</td>")
        .contains("aria-label=\"not due: 75.50\u00a0EUR; 1-30: 940.00\u00a0EUR;");
  }

  @Test
  void creditsStandApart() {
    String picture =
        AgingPicture.of(
                REPORT.aging().totals().get(Money.usd("0").currency()),
                AgingSchedule.STANDARD,
                ENGLISH)
            .toString();
    assertThat(picture)
        .contains("<th scope=\"row\">credit, apart</th><td class=\"number\">10.00</td>");
  }

  @Test
  void theTimelineSaysWhatHappenedAndWhatComes() {
    InvoiceStory story = REPORT.story("C-1", "A-1").orElseThrow();
    assertThat(story.entries().stream().map(e -> e.date() + " " + e.kind() + " " + e.text()))
        .containsExactly(
            "2026-04-21 DATE issued over 1200.00 EUR",
            "2026-05-21 DATE due",
            "2026-05-24 STEP step taken: reminder by email",
            "2026-06-04 STEP step taken: notice by letter",
            "2026-06-30 TODAY act: call: 30 days past due was reached on 2026-06-20",
            "2026-06-30 NEXT call: place call",
            "2026-08-19 NEXT agency: refer to agency, once approved by a person");
    assertThat(story.markup().toString())
        .contains("<li class=\"next\"><time datetime=\"2026-08-19\">2026-08-19</time>")
        .contains("<span class=\"age\">day 90</span>");
    assertThat(REPORT.story("C-1", "nothing")).isEmpty();
    assertThat(REPORT.story("nobody", "A-1")).isEmpty();
  }

  @Test
  void eventsOfLaterDaysAreIgnored() {
    Account later =
        ReportFixture.accounts()
            .get(0)
            .with(
                io.dunning.event.LedgerEvent.hold(
                    ReportFixture.TODAY.plusDays(1), "too late to matter"));
    Report report = ReportFixture.report(List.of(later));
    assertThat(report.story("C-1", "A-1")).isEqualTo(REPORT.story("C-1", "A-1"));
  }

  @Test
  void workIsSummedByCustomer() {
    List<CustomerWork> work = REPORT.work().get(0);
    assertThat(work).extracting(CustomerWork::name).containsExactly("Alder Ltd", "Birch & Sons");
    assertThat(work.get(0).overdue()).hasToString("[1500.00 EUR]");
    assertThat(work.get(0).overdueSince()).hasValue(ReportFixture.TODAY.minusDays(40));
    String table =
        new WorklistTable(ENGLISH, ReportFixture.TODAY, REPORT::story, REPORT::explanations)
            .of("Today", work, 1)
            .toString();
    assertThat(table)
        .contains("<b>Place call</b>", "<span>Send notice 1 by letter and assess charges</span>")
        .contains("1,500.00\u00a0EUR", "40 days", "Timeline of ")
        // the first of each kind of work, so that a filter finds it
        .contains("data-all=\"all:2 call:1 write:1\"", "Birch");
  }

  @Test
  void aBrokenPromiseIsPartOfTheReason() {
    Account promised =
        Account.of(
            Customer.of("P"),
            List.of(
                ReportFixture.invoice("P-1", Money.eur("700.00"), 40)
                    .with(
                        io.dunning.event.LedgerEvent.promise(
                            ReportFixture.TODAY.minusDays(20),
                            ReportFixture.TODAY.minusDays(10)))));
    Report report = ReportFixture.report(List.of(promised));
    List<CustomerWork> work = report.work().get(0);
    assertThat(
            new WorklistTable(ENGLISH, ReportFixture.TODAY, report::story, report::explanations)
                .of("Today", work, 1)
                .toString())
        .contains("<bdi class=\"note\">promise of 2026-06-10 to pay", "was broken")
        .doesNotContain("agency: 90 days past due");
  }

  @Test
  void theLadderStandsOnItsDays() {
    PolicyCourse course = course(ReportFixture.POLICY);
    assertThat(course.steps())
        .containsExactly(
            new PolicyCourse.Taken("reminder", 3),
            new PolicyCourse.Taken("notice", 14),
            new PolicyCourse.Taken("call", 30),
            new PolicyCourse.Taken("agency", 90));
    assertThat(LadderPicture.of(course, ENGLISH).toString())
        .contains(
            "aria-label=\"Ladder: reminder on day 3, notice on day 14, call on day 30, agency on"
                + " day 90\"")
        .contains("only if balance at least 500.00 EUR", "needs approval of a person");
  }

  /** 40.00 EUR of fees, and interest at the base rate plus nine points. */
  @Test
  void delayCostsWhatTheCoreSays() {
    PolicyCourse course = course(ReportFixture.POLICY);
    assertThat(course.owed().get(0).sums().total()).isEqualTo(Money.eur("1000.00"));
    PolicyCourse.Owed end = course.owed().get(course.owed().size() - 1);
    assertThat(end.daysPastDue()).isEqualTo(180);
    assertThat(end.sums().fees()).isEqualTo(Money.eur("40.00"));
    assertThat(CostPicture.of(course, ENGLISH).toString())
        .contains(ENGLISH.amount(end.sums().interest()), ENGLISH.amount(end.sums().total()));
  }

  @Test
  void aPolicyThatChargesNothingSaysSo() {
    DunningPolicy free =
        DunningPolicy.named("free")
            .ladder(EscalationLadder.of(ReportFixture.POLICY.ladder().steps().get(0)))
            .build();
    assertThat(CostPicture.of(course(free), ENGLISH).toString())
        .contains("charges neither fees nor interest");
  }

  private static PolicyCourse course(DunningPolicy policy) {
    return PolicyCourse.of(
        policy,
        REPORT.settings().evaluator(),
        Customer.of("example"),
        Money.eur("1000.00"),
        ReportFixture.TODAY,
        180);
  }

  @Test
  void rollRatesAndConcentrationAndTrendHaveTheirFigures() {
    String rolls =
        RollRateTable.of(REPORT.rollRates().get(Money.eur("0").currency()), ENGLISH).toString();
    assertThat(rolls).contains("<th scope=\"row\">not due</th><td class=\"number\">940.00</td>");
    String owed =
        ConcentrationTable.of(
                REPORT.concentration().get(Money.eur("0").currency()), c -> "name of " + c, ENGLISH)
            .toString();
    assertThat(owed).contains("name of C-2", "2,640.00", "62.6%");
    String trend = TrendPicture.of(REPORT.trend(), Money.eur("0").currency(), ENGLISH).toString();
    assertThat(trend).contains("<th scope=\"row\">2026-06-30</th>", "4,215.50");
  }
}
