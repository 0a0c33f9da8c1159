package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.json.DunningJson;
import io.dunning.ledger.Invoice;
import io.dunning.money.Money;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are there are left alone, and a table is there once. */
class NewFileTest {
  @TempDir Path folder;
  private Path portfolio;

  @BeforeEach
  void generate() throws Exception {
    portfolio = Runs.generated(folder.resolve("portfolio"), 20);
  }

  private int run(String command, Path out) {
    List<String> all = new ArrayList<>(List.of(command, "--out", out.toString()));
    all.addAll(List.of("--portfolio", portfolio.toString(), "--as-of", Runs.DAY.toString()));
    return Scale.run(all.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aging", "metrics"})
  void aReportReplacesNoFileAndNoTable(String command) throws Exception {
    Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");
    assertThat(run(command, mine)).isEqualTo(2);
    assertThat(mine).hasContent("mine");
    assertThat(run(command, portfolio.resolve("invoices.parquet"))).isEqualTo(2);
    assertThat(portfolio.resolve("invoices.parquet")).doesNotExist();
    assertThat(run(command, folder.resolve("new.parquet"))).isZero();
  }

  /** The portfolio is not even read. */
  @ParameterizedTest
  @ValueSource(strings = {"aging", "metrics"})
  void aMissingFolderIsFoundBeforeTheWork(String command) {
    Path out = folder.resolve("none/new.parquet");
    String[] args = {
      command, "--out=" + out, "--portfolio=" + folder.resolve("neither"), "--as-of=" + Runs.DAY
    };
    assertThat(RefusedTest.refused(args))
        .isEqualTo("--out: no such folder: " + out.getParent() + "\nMaybe make it first\n");
    assertThat(RefusedTest.refused("current", folder.toString(), "--out=" + out))
        .startsWith("--out: no such folder: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"import", "generate", "bench", "bench-aging"})
  void aFolderThatCannotBeMadeIsFoundBeforeTheWork(String command) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "{}");
    List<String> args = new ArrayList<>(List.of(command, "--out=" + file.resolve("a/b")));
    switch (command) {
      case "import" -> args.add(file.toString());
      case "generate" -> args.addAll(List.of("--customers=1", "--on=" + Runs.DAY));
      case "bench" ->
          args.addAll(List.of("--portfolio=x", "--on=" + Runs.DAY, "--policy=standard-b2b"));
      default -> args.addAll(List.of("--portfolio=x", "--on=" + Runs.DAY));
    }
    assertThat(RefusedTest.refused(args.toArray(String[]::new)))
        .isEqualTo("--out: " + file + " is a file, not a folder\nMaybe write to another place\n");
    args.set(1, "--out=" + file);
    assertThat(RefusedTest.refused(args.toArray(String[]::new)))
        .isEqualTo("--out: exists already: " + file + "\n");
  }

  @Test
  void currentDecisionsReplaceNoPartOfTheirRun() throws Exception {
    Path run = folder.resolve("run");
    Runs.decide(Runs.question(portfolio, "standard-b2b", Runs.DAY, 1), run, 1);
    byte[] before = Files.readAllBytes(run.resolve("part-00000.parquet"));
    String part = run.resolve("part-00000.parquet").toString();
    assertThat(Scale.run("current", run.toString(), "--out", part)).isEqualTo(2);
    assertThat(Path.of(part)).hasBinaryContent(before);
  }

  @Test
  void aTableInTwoFormsIsRefused() throws Exception {
    Files.writeString(portfolio.resolve("events.csv"), "customer,invoice,day,type\n");
    assertThat(run("aging", folder.resolve("new.parquet"))).isEqualTo(2);
  }

  /** The day of entry is how a run after another finds what is new. */
  @Test
  void anImportKeepsTheDayOfEntryOfAnInvoice() throws Exception {
    LocalDate issued = LocalDate.of(2026, 11, 1);
    Invoice invoice = Invoice.of("A-1", Money.eur("10.00"), issued, issued.plusDays(30));
    Path lines = folder.resolve("ledger.jsonl");
    String line = "{\"customer\":\"A\",\"invoice\":%s}\n";
    Files.writeString(
        lines,
        line.formatted(DunningJson.mapper().writeValueAsString(invoice.bookedOn(Runs.DAY)))
            + line.formatted(
                DunningJson.mapper()
                    .writeValueAsString(
                        Invoice.of("A-2", Money.eur("10.00"), issued, issued.plusDays(30)))));
    Path imported = folder.resolve("imported");
    new LedgerImport().read(lines, imported);
    assertThat(
            Runs.lines(
                "SELECT invoice, booked FROM read_parquet('"
                    + imported
                    + "/invoices/*.parquet') ORDER BY invoice"))
        .containsExactly("A-1|2026-11-27", "A-2|2026-11-01");
  }
}
