package io.dunning.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.dunning.aging.AgingLine;
import io.dunning.policy.PolicySet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page in a real browser. */
class BrowserTest {
  private static final String TABLE = "#customer-table table";
  private static final String FIRST_ROW = "#customer-table tbody tr";

  @TempDir static Path folder;

  private static Browser browser;
  private static Report report;
  private static Path page;

  @BeforeAll
  static void start() {
    assumeTrue(Browser.isHere(), Browser.MISSING);
    report = ReportFixture.report();
    page = folder.resolve("report.html");
    HtmlReport.of(report).write(page);
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    browser.size(1280, 1000);
    browser.prefers("light");
    browser.open(page);
  }

  private static void assertQuiet() {
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void opensWithoutAComplaintAndAsksNobody() {
    assertQuiet();
    assertThat(browser.find("h1").getText()).isEqualTo("Receivables on 2026-06-30");
    assertThat(browser.run("return performance.getEntriesByType('resource').length")).isEqualTo(0L);
  }

  @Test
  void whatRunsIsOnlyTheScriptOfThePage() {
    browser.run(
        """
        const script = document.createElement('script');
        script.textContent = 'window.hacked = 1';
        document.body.append(script);
        const image = document.createElement('img');
        image.src = 'https://example.com/x.png';
        document.body.append(image);
        document.body.insertAdjacentHTML('beforeend', '<p onclick="window.hacked = 1" id="p">p</p>');
        document.getElementById('p').click();
        """);
    assertThat(browser.run("return window.hacked")).isNull();
    assertThat(browser.complaints()).isNotEmpty().allMatch(c -> c.contains("Content Security"));
  }

  @Test
  void customersStandAsTheReportHasThem() {
    Figures figures = Figures.in(Locale.UK);
    AgingLine most = report.aging().lines().get(1);
    assertThat(browser.all(FIRST_ROW)).hasSize(3);
    assertThat(cells(browser.all(FIRST_ROW).get(0)))
        .startsWith("+Birch & Sons\nC-2", figures.amount(most.total()) + " EUR")
        .contains(figures.amount(most.amount(1)), figures.amount(most.amount(4)));
  }

  private static List<String> cells(WebElement row) {
    return row.findElements(org.openqa.selenium.By.cssSelector("th, td")).stream()
        .map(WebElement::getText)
        .toList();
  }

  @Test
  void drillsDownToAnInvoiceAndItsTimeline() {
    browser.find(FIRST_ROW + ":nth-child(2) .open").click();
    List<WebElement> invoices = browser.all("#customer-table .detail tbody tr");
    assertThat(invoices).hasSize(3);
    assertThat(cells(invoices.get(0)))
        .containsExactly(
            "+A-1",
            "2026-04-21",
            "2026-05-21",
            "40",
            "1,200.00",
            "1,200.00 EUR",
            "act: call",
            "call: 30 days past due was reached on 2026-06-20",
            "");
    browser.find("#customer-table .detail .open").click();
    String shown = browser.find("#customer-table .story").getText();
    assertThat(shown).contains("step taken: reminder by email", "today act: call", "next call");
    browser.run("document.querySelector('.worklist details').open = true");
    assertThat(browser.find(".worklist .story").getText()).isEqualTo(shown);
    browser.find(FIRST_ROW + ":nth-child(2) .open").click();
    assertThat(browser.find("#customer-table .detail").isDisplayed()).isFalse();
    assertQuiet();
  }

  @Test
  void keysDoWhatTheMouseDoes() {
    browser.find("#search").sendKeys(Keys.TAB);
    // the region that scrolls, then the head of the first column
    active().sendKeys(Keys.TAB);
    assertThat(active().getText()).startsWith("Customer");
    active().sendKeys(Keys.ENTER);
    assertThat(active().getText()).startsWith("Customer");
    assertThat(browser.find(TABLE + " th[aria-sort]").getText()).startsWith("Customer");
    assertThat(cells(browser.all(FIRST_ROW).get(0)).get(0)).contains("Alder");
    browser.find(FIRST_ROW + " .open").sendKeys(Keys.SPACE);
    assertThat(active().getDomAttribute("aria-expanded")).isEqualTo("true");
    browser.find("#kinds button:nth-child(2)").sendKeys(Keys.ENTER);
    assertThat(active().getDomAttribute("aria-pressed")).isEqualTo("true");
    assertQuiet();
  }

  private static WebElement active() {
    return browser.driver().switchTo().activeElement();
  }

  @Test
  void findsCustomersAndInvoices() {
    browser.find("#search").sendKeys("birch");
    waitForRows(1);
    assertThat(cells(browser.all(FIRST_ROW).get(0)).get(0)).contains("Birch");
    browser.find("#search").clear();
    browser.find("#search").sendKeys("a-2");
    new WebDriverWait(browser.driver(), Duration.ofSeconds(10))
        .until(d -> browser.find(FIRST_ROW).getText().contains("Alder"));
    browser.find("#search").sendKeys("nobody");
    waitForRows(0);
    assertThat(browser.find(TABLE + " caption").getText()).startsWith("0 customers");
  }

  private static void waitForRows(int count) {
    new WebDriverWait(browser.driver(), Duration.ofSeconds(10))
        .until(d -> browser.all(FIRST_ROW).size() == count);
  }

  @Test
  void showsOneKindOfWork() {
    assertThat(kindsShown()).containsExactly("call", "write", "write");
    browser.find("#kinds button[data-kind=call]").click();
    assertThat(kindsShown()).containsExactly("call");
    browser.find("#kinds button[data-kind='']").click();
    assertThat(kindsShown()).hasSize(3);
  }

  @Test
  void aButtonShowsAsManyCustomersAsItCounts() {
    Path file = folder.resolve("calls.html");
    HtmlReport.of(ReportFixture.report(WorkTest.manyRemindersAndFewCalls())).write(file);
    browser.open(file);
    assertThat(kindsShown()).hasSize(25).containsOnly("write");
    assertThat(browser.find(".worklist + .note").getText()).contains("25 of 45 customers");
    browser.find(".worklist + .note button").click();
    assertThat(kindsShown()).hasSize(45);
    WebElement calls = browser.find("#kinds button[data-kind=call]");
    assertThat(calls.getText()).isEqualTo("Calls (5)");
    browser.run("scrollTo(0, 0)");
    calls.click();
    assertThat(kindsShown()).hasSize(5).containsOnly("call");
    assertThat(browser.find("#filter").getText()).isEqualTo("Only this kind of work: Calls (5)");
    assertQuiet();
  }

  @Test
  void aListOfOneKindHasNoOtherWorkAndSaysSoOnPaper() {
    browser.find("#kinds button[data-kind=call]").click();
    assertThat(browser.all(".worklist")).hasSize(2);
    assertThat(browser.all(".worklist").get(1).isDisplayed()).isFalse();
    browser
        .driver()
        .executeCdpCommand("Emulation.setEmulatedMedia", java.util.Map.of("media", "print"));
    try {
      assertThat(browser.find("#filter").isDisplayed()).isTrue();
      assertThat(browser.find("#kinds").isDisplayed()).isFalse();
    } finally {
      browser
          .driver()
          .executeCdpCommand("Emulation.setEmulatedMedia", java.util.Map.of("media", ""));
    }
    browser.find("#kinds button[data-kind='']").click();
    assertThat(browser.find("#filter").isDisplayed()).isFalse();
    assertThat(browser.all(".worklist").get(1).isDisplayed()).isTrue();
  }

  private static List<String> kindsShown() {
    return browser.all(".worklist tbody tr").stream()
        .filter(WebElement::isDisplayed)
        .map(r -> r.getDomAttribute("data-kinds"))
        .toList();
  }

  @Test
  void isDarkWhereTheSystemIsOrTheReaderSays() {
    assertThat(paper()).isEqualTo("rgb(255, 255, 255)");
    browser.prefers("dark");
    assertThat(paper()).isEqualTo("rgb(21, 24, 28)");
    browser.find("#theme").click();
    assertThat(paper()).isEqualTo("rgb(255, 255, 255)");
    browser.find("#theme").click();
    assertThat(paper()).isEqualTo("rgb(21, 24, 28)");
    assertQuiet();
  }

  private static Object paper() {
    return browser.run("return getComputedStyle(document.body).backgroundColor");
  }

  @Test
  void printsWithoutWhatOnlyAScreenNeeds() {
    browser.find("#theme").click();
    byte[] paper = browser.print();
    assertThat(new String(paper, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    browser
        .driver()
        .executeCdpCommand("Emulation.setEmulatedMedia", java.util.Map.of("media", "print"));
    try {
      assertThat(paper()).isEqualTo("rgb(255, 255, 255)");
      assertThat(browser.find("nav").isDisplayed()).isFalse();
      assertThat(browser.find("#kinds").isDisplayed()).isFalse();
      assertThat(browser.find(".worklist tbody tr").isDisplayed()).isTrue();
    } finally {
      browser
          .driver()
          .executeCdpCommand("Emulation.setEmulatedMedia", java.util.Map.of("media", ""));
    }
  }

  @Test
  void fitsAPhone() {
    browser.size(390, 800);
    browser.open(page);
    assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(390L);
    assertThat(browser.find(".worklist .place").getText()).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "phone"})
  void hasNoSeriousFaultOfAccessibility(String how) {
    if (how.equals("phone")) {
      browser.size(390, 800);
    } else {
      browser.prefers(how);
    }
    browser.find(FIRST_ROW + " .open").click();
    browser.find("#customer-table .detail .open").click();
    browser.run("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    List<Rule> faults =
        new AxeBuilder()
            .analyze(browser.driver()).getViolations().stream()
                .filter(r -> List.of("serious", "critical").contains(r.getImpact()))
                .toList();
    assertThat(faults).as(faults.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.dunning.reports.HostileTextTest#names")
  void hostileNamesDoNothing(String name) {
    Path hostile = folder.resolve("hostile.html");
    HtmlReport.of(ReportFixture.report(ReportFixture.named(name))).write(hostile);
    browser.open(hostile);
    browser.find(FIRST_ROW + " .open").click();
    browser.find("#customer-table .detail .open").click();
    browser.run("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    assertThat(browser.run("return window.hacked")).isNull();
    assertThat(browser.run("return document.querySelectorAll('img, iframe, a[href^=http]').length"))
        .isEqualTo(0L);
    assertThat(browser.run("return document.scripts.length")).isEqualTo(2L);
    assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(1280L);
    assertThat(browser.find("#customer-table bdi").getText()).isNotEmpty();
    assertQuiet();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "de-CH", "fr", "ar-EG", "hi-IN-u-nu-deva"})
  void numbersOfTheScriptAreThoseOfTheProgram(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    Report local =
        Report.of(
            ReportFixture.accounts(),
            PolicySet.byDefault(ReportFixture.POLICY),
            ReportFixture.TODAY,
            ReportSettings.STANDARD.in(locale));
    Path file = folder.resolve("local.html");
    HtmlReport.of(local).write(file);
    browser.open(file);
    String shown =
        (String)
            browser.run(
                "return document.querySelector(arguments[0]).textContent", FIRST_ROW + " td");
    assertThat(shown).isEqualTo(Figures.in(locale).money(local.aging().lines().get(1).total()));
  }
}
