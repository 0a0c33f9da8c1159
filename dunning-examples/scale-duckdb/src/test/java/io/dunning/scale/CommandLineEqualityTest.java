package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same ledger by the command line and by DuckDB: equal rows. */
class CommandLineEqualityTest {
  @TempDir static Path folder;

  @BeforeAll
  static void convert() throws Exception {
    Path ledger = Files.createDirectories(folder.resolve("ledger"));
    write(ledger);
    CommandLine.dunning(
        "convert", "--ledger", ledger.toString(), "--to", folder.resolve("l.jsonl").toString());
    new LedgerImport().read(folder.resolve("l.jsonl"), folder.resolve("portfolio"));
  }

  @ParameterizedTest
  @CsvSource({
    // leap day, the days around a change of clocks, the end of the year, and the last day
    "standard-b2b, 2024-02-29, 1",
    "standard-b2b, 2024-03-31, 2",
    "standard-b2b, 2025-10-26, 8",
    "standard-b2b, 2025-12-31, 1",
    "eu-b2b, 2025-12-31, 2",
    "small-business, 2025-06-30, 1"
  })
  void sameRows(String policy, LocalDate day, int parts) throws Exception {
    Path out = folder.resolve(policy + day);
    Runs.decide(
        Runs.question(folder.resolve("portfolio"), policy, day, parts, Reasons.ALL, null), out, 2);
    List<String> rows =
        Runs.lines(
            "SELECT customer, invoices, verdict, step, actions, channel, review_on, reason FROM ("
                + RunFolder.finished(out).current()
                + ") WHERE verdict <> 'closed'");
    List<String> expected = next(policy, day);
    assertThat(new TreeSet<>(rows)).isEqualTo(new TreeSet<>(expected));
    assertThat(expected).hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @CsvSource({"standard-b2b, 2024-03-31", "standard-b2b, 2025-10-26", "small-business, 2025-12-31"})
  void theTableOfAccountsDecidesAsTheWholeAnswer(String policy, LocalDate day) throws Exception {
    List<List<String>> both = new ArrayList<>();
    for (Reasons each : new Reasons[] {Reasons.NONE, Reasons.ALL}) {
      Path out = folder.resolve(policy + day + each);
      Runs.decide(Runs.question(folder.resolve("portfolio"), policy, day, 1, each, null), out, 2);
      both.add(
          Runs.lines(
              "SELECT customer, invoice, verdict, rule, step, review_on FROM ("
                  + RunFolder.finished(out).current()
                  + ") WHERE verdict <> 'closed' ORDER BY ALL NULLS FIRST"));
    }
    assertThat(both.get(0)).isEqualTo(both.get(1));
  }

  /** What the command line says, a row for each recommendation. */
  private static List<String> next(String policy, LocalDate day) throws Exception {
    String json =
        CommandLine.dunning(
            "next",
            "--ledger",
            folder.resolve("ledger").toString(),
            "--policy",
            policy,
            "--as-of",
            day.toString(),
            "--format",
            "json");
    List<String> all = new ArrayList<>();
    for (JsonNode row : JsonMapper.shared().readTree(json)) {
      List<String> cells = new ArrayList<>();
      for (String name :
          List.of(
              "customer",
              "invoice",
              "verdict",
              "step",
              "action",
              "channel",
              "review_on",
              "reason")) {
        JsonNode cell = row.get(name);
        cells.add(cell == null || cell.isNull() ? "" : cell.asString());
      }
      all.add(String.join("|", cells));
    }
    return all;
  }

  /** A ledger with events of many types. */
  private static void write(Path ledger) throws Exception {
    SplittableRandom random = new SplittableRandom(42);
    StringBuilder invoices =
        new StringBuilder("invoice,customer,issued,due,terms,currency,amount\n");
    StringBuilder events =
        new StringBuilder("date,invoice,customer,type,amount,until,step,channel,note\n");
    StringBuilder customers = new StringBuilder("customer,name,kind,country,tags\n");
    for (int c = 0; c < 120; c++) {
      String customer = String.format("C-%04d", c);
      if (random.nextInt(3) == 0) {
        customers.append(customer).append(",Firm ").append(c).append(",business,DE,key\n");
      }
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        String invoice = customer + "-" + i;
        LocalDate issued = LocalDate.of(2023, 11, 1).plusDays(random.nextInt(700));
        String terms = random.nextInt(4) == 0 ? "2/10 net 30" : "net 30";
        invoices.append(String.join(",", invoice, customer, issued.toString(), "", terms));
        invoices.append(random.nextInt(9) == 0 ? ",USD," : ",EUR,");
        invoices.append(50 + random.nextInt(900)).append(".00\n");
        happen(random, invoice, customer, issued, events);
      }
    }
    Files.writeString(ledger.resolve("invoices.csv"), invoices);
    Files.writeString(ledger.resolve("events.csv"), events);
    Files.writeString(ledger.resolve("customers.csv"), customers);
  }

  private static void happen(
      SplittableRandom random,
      String invoice,
      String customer,
      LocalDate issued,
      StringBuilder events) {
    for (int e = random.nextInt(5); e > 0; e--) {
      LocalDate day = issued.plusDays(20 + random.nextInt(120));
      String about = invoice + "," + customer;
      events.append(day).append(',');
      events.append(
          switch (random.nextInt(12)) {
            case 0, 1 -> about + ",payment,20.00,,,,";
            case 2 -> about + ",payment,2000.00,,,,";
            case 3 -> about + ",dispute-opened,,,,,";
            case 4 -> about + ",dispute-opened,5.00,,,,quality";
            case 5 -> "," + customer + ",promise,," + day.plusDays(9) + ",,,";
            case 6 -> about + ",step-taken,,,friendly reminder,email,";
            case 7 -> "," + customer + ",step-taken,,,first notice,,";
            case 8 -> "," + customer + ",hold,," + day.plusDays(30) + ",,,asked";
            case 9 -> about + ",credit,3.00,,,,";
            case 10 -> "," + customer + ",breathing-space,," + day.plusDays(60) + ",,,";
            default -> "," + customer + ",contact,,,,phone,right person";
          });
      events.append('\n');
    }
  }
}
