package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.reports.Figures;
import io.dunning.reports.HtmlReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page says what the other commands print. */
class ReportCommandTest extends CommandFixture {
  private static final Path GOLDEN = Path.of("src/test/resources/report/sample-report.html");
  private static final Pattern METRIC =
      Pattern.compile("<td data-metric=\"([a-z_0-9]+)\" class=\"number\">([^<]*)</td>");
  private static final Pattern CURRENCY = Pattern.compile("<tr data-currency=\"([A-Z]{3})\">");
  private static final Pattern WORK_ROW =
      Pattern.compile("<tr data-kinds=\"[a-z ]+\">.*?</tr>", Pattern.DOTALL);
  private static final Figures ENGLISH = Figures.in(Locale.ENGLISH);

  private Path page;

  @BeforeEach
  void sampleLedger() throws IOException {
    Path sample = Path.of("src/main/resources/sample-ledger");
    try (Stream<Path> files = Files.list(sample)) {
      for (Path each : files.toList()) {
        Files.copy(each, folder.resolve(each.getFileName()));
      }
    }
    page = folder.resolve("report.html");
  }

  private String page(String options) throws IOException {
    Run run = run("report --as-of 2026-06-30 --out " + page + " " + options);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(page + ": 32 open items of 15 customers, ")
        .containsPattern("\\d+ KB, \\d+\\.\\d s\\n$");
    return Files.readString(page);
  }

  @Test
  void metricsAreThoseOfTheMetricsCommand() throws IOException {
    Map<String, String> printed = new LinkedHashMap<>();
    for (String row : rows("metrics --as-of 2026-06-30")) {
      String[] cells = row.split(",", -1);
      printed.put(cells[1] + " " + cells[2], cells[3]);
    }
    String html = page("");
    int found = 0;
    Matcher list = CURRENCY.matcher(html);
    while (list.find()) {
      String end = html.substring(list.end(), html.indexOf("</tr>", list.end()));
      Matcher metric = METRIC.matcher(end);
      while (metric.find()) {
        String value = printed.get(list.group(1) + " " + metric.group(1));
        assertThat(digits(metric.group(2)))
            .as(list.group(1) + " " + metric.group(1))
            .isEqualByComparingTo(rounded(value, metric.group(2)));
        found++;
      }
    }
    assertThat(found).isEqualTo(12);
  }

  private static BigDecimal digits(String shown) {
    return new BigDecimal(shown.replaceAll("[^0-9.]", ""));
  }

  private static BigDecimal rounded(String printed, String shown) {
    return new BigDecimal(printed).setScale(digits(shown).scale(), java.math.RoundingMode.HALF_UP);
  }

  @Test
  void bandsAreThoseOfTheAgingCommand() throws IOException {
    String html = page("");
    List<String> expected = new ArrayList<>();
    for (String row : rows("aging --as-of 2026-06-30")) {
      String[] cells = row.split(",", -1);
      expected.add(ENGLISH.decimal(new BigDecimal(cells[3]), 2) + " " + cells[4]);
    }
    String section = section(html, "aging");
    Matcher row =
        Pattern.compile(
                "</th><td class=\"number\">([^<]*)</td><td class=\"number\">[^<]*</td>"
                    + "<td class=\"number\">([^<]*)</td></tr>")
            .matcher(section);
    List<String> found = new ArrayList<>();
    while (row.find()) {
      found.add(row.group(1) + " " + row.group(2));
    }
    assertThat(found).isEqualTo(expected);
  }

  private static String section(String html, String id) {
    int start = html.indexOf("<section id=\"" + id + "\"");
    return html.substring(start, html.indexOf("</section>", start));
  }

  /** The data of the script, in which amounts are minor units. */
  @Test
  void customersAreThoseOfTheAgingCommand() throws IOException {
    List<String> found = new ArrayList<>();
    JsonNode data = data(page(""));
    for (JsonNode customer : data.get("customers")) {
      for (JsonNode line : customer.get(2)) {
        String currency = data.get("currencies").get(line.get(0).intValue()).get(0).stringValue();
        for (int i = 1; i < line.size(); i++) {
          BigDecimal amount = BigDecimal.valueOf(line.get(i).longValue(), 2);
          boolean credit = i == line.size() - 1;
          if (!credit || amount.signum() != 0) {
            found.add(customer.get(0).stringValue() + "," + currency + "," + amount);
          }
        }
      }
    }
    List<String> expected = new ArrayList<>();
    for (String row : rows("aging --as-of 2026-06-30 --by customer")) {
      String[] cells = row.split(",", -1);
      if (!cells[1].equals("total") || !cells[3].isEmpty()) {
        expected.add(cells[1] + "," + cells[2] + "," + cells[4]);
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  private static JsonNode data(String html) {
    String start = "<script type=\"application/json\" id=\"data\">";
    int from = html.indexOf(start) + start.length();
    return JsonMapper.shared().readTree(html.substring(from, html.indexOf("</script>", from)));
  }

  @Test
  void openInvoicesAreThoseOfTheNextCommand() throws IOException {
    List<String> found = new ArrayList<>();
    JsonNode data = data(page(""));
    JsonNode words = data.get("words");
    for (JsonNode customer : data.get("customers")) {
      for (JsonNode row : customer.get(3)) {
        found.add(
            row.get(0).stringValue()
                + ","
                + BigDecimal.valueOf(row.get(5).longValue(), 2)
                + ","
                + words.get(row.get(6).intValue()).stringValue()
                + ","
                + words.get(row.get(7).intValue()).stringValue());
      }
    }
    List<String> expected = new ArrayList<>();
    for (String row : rows("next --as-of 2026-06-30 --policy standard-b2b")) {
      String[] cells = row.split(",", -1);
      expected.add(cells[1] + "," + cells[3] + "," + cells[4] + "," + cells[5]);
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Customers stand in the order of the worklist. */
  @Test
  void workIsThatOfTheWorklistCommand() throws IOException {
    Map<String, List<String>> invoices = new LinkedHashMap<>();
    for (String row : rows("worklist --as-of 2026-06-30 --rate USD=0.9")) {
      String[] cells = row.split(",", -1);
      invoices.computeIfAbsent(cells[1], c -> new ArrayList<>()).add(cells[2]);
    }
    List<String> order = List.copyOf(invoices.keySet());
    List<String> rows = workRows(page("--rate USD=0.9"));
    assertThat(rows).hasSameSizeAs(order);
    for (int i = 0; i < rows.size(); i++) {
      String name = order.get(i).replace("&", "&amp;");
      assertThat(rows.get(i)).contains("<bdi class=\"name\">" + name + "</bdi>");
      for (String each : invoices.get(order.get(i))) {
        assertThat(rows.get(i)).contains("<bdi> " + each + "</bdi>");
      }
    }
  }

  @Test
  void whatTheLedgerNotesIsOnThePage() throws IOException {
    assertThat(section(page(""), "today"))
        .contains("payment reversed 760.00 EUR (direct debit returned: insufficient funds)")
        .contains("contact by phone (promise broken, no money)");
  }

  /** Exhausted, held and disputed debts are named, so that the rows add up to what is overdue. */
  @Test
  void allThatIsOverdueIsOnTheFirstScreen() throws IOException {
    String today = section(page(""), "today");
    String all = today.substring(today.indexOf("All overdue</th>"));
    assertThat(all).contains("44,953.90", "40,433.50");
    assertThat(today).contains("data-fate=\"exhausted\"", "INV-1030", "insolvency proceedings");
    List<BigDecimal> sums = new ArrayList<>(List.of(BigDecimal.ZERO, BigDecimal.ZERO));
    Matcher row =
        Pattern.compile(
                "<tr data-fate=.*?</th><td class=\"number\">[^<]*</td>"
                    + "<td class=\"number\">([^<]*)</td><td class=\"number\">([^<]*)</td></tr>",
                Pattern.DOTALL)
            .matcher(today);
    while (row.find()) {
      for (int i = 0; i < 2; i++) {
        String shown = row.group(1 + i);
        sums.set(i, shown.isEmpty() ? sums.get(i) : sums.get(i).add(digits(shown)));
      }
    }
    assertThat(sums).containsExactly(new BigDecimal("44953.90"), new BigDecimal("40433.50"));
  }

  private static List<String> workRows(String html) {
    return WORK_ROW.matcher(section(html, "today")).results().map(r -> r.group()).toList();
  }

  @Test
  void eachCurrencyHasItsListWithoutRates() throws IOException {
    assertThat(section(page(""), "today"))
        .contains("<caption>Customers to act on, EUR, what is worth most first</caption>")
        .contains("<caption>Customers to act on, USD, what is worth most first</caption>");
  }

  @Test
  void theSampleReportIsAsWrittenDown() throws IOException {
    String found =
        page("")
            .replace(HtmlReport.stylesheet(), "(the style sheet)")
            .replace(HtmlReport.script(), "(the script)")
            .replaceAll("'sha256-[^']*'", "(hash)")
            .replaceAll("&#39;sha256-[^&]*&#39;", "(hash)");
    if (Boolean.getBoolean("report.write")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, found);
    }
    assertThat(found).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void numbersAreWrittenAsTheLocaleDoes() throws IOException {
    assertThat(page("--locale de")).contains("49.643,90").contains("9,4%");
    assertThat(page("--locale fr-CH")).contains("49\u202f643,90");
  }

  @Test
  void aWorkbookIsWrittenByTheEndOfTheName() throws IOException {
    Path book = folder.resolve("report.xlsx");
    Run run = run("report --as-of 2026-06-30 --out " + book);
    assertThat(run.out()).startsWith(book + ": 32 open items of 15 customers");
    assertThat(Files.readAllBytes(book)).startsWith('P', 'K');
  }

  @Test
  void theSampleLedgerNeedsNoFiles() {
    Run run = dunning("report", "--out", page.toString());
    assertThat(run.code()).isZero();
    assertThat(page).exists();
  }

  @Test
  void refusesWhatItCannotUse() {
    String start = "report --as-of 2026-06-30 ";
    assertThat(run(start + "--out x.pdf").err())
        .isEqualTo("--out: does not end with .html or .xlsx: x.pdf\n");
    assertThat(run("report --out " + page).err()).isEqualTo("--as-of: is needed with --ledger\n");
    assertThat(run(start + "--locale 12 --out " + page).err())
        .isEqualTo("--locale: not a language such as de or fr-CH: 12\n");
    assertThat(run(start + "--ahead 25 --out " + page).err())
        .isEqualTo("--ahead: timelines look 0 to 24 months ahead, not: 25\n");
    assertThat(run(start + "--bands 30,10 --out " + page).err()).startsWith("--bands: ");
    assertThat(run(start + "--out /nowhere/report.html").err())
        .isEqualTo("--out: cannot be written: /nowhere/report.html\n");
    assertThat(page).doesNotExist();
  }
}
