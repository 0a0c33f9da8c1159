package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are read as they are, whatever their names and rows look like. */
class FilesTest {
  private static final String INVOICE =
      "SELECT 'A' AS customer, 'A-1' AS invoice, DATE '2026-01-01' AS issued,"
          + " DATE '2026-02-01' AS due, 'EUR' AS currency, 50000::BIGINT AS minor";

  @TempDir Path folder;

  private static List<String> decided(Path portfolio, Path out) throws Exception {
    Runs.decide(Runs.question(portfolio, "standard-b2b", Runs.DAY, 2), out, 1);
    return Runs.current(out);
  }

  /** A row that begins with a number sign is no comment, and a backslash is only a backslash. */
  @ParameterizedTest
  @ValueSource(strings = {"#7", "\\0", "'7"})
  void noRowOfACsvIsTakenForAnythingElse(String customer) throws Exception {
    Files.writeString(
        folder.resolve("invoices.csv"),
        "customer,invoice,issued,due,currency,minor\n%1$s,%1$s-1,2026-01-01,2026-02-01,EUR,50000\n"
            .formatted(customer));
    Files.writeString(
        folder.resolve("events.csv"),
        """
        customer,invoice,day,type,json
        %1$s,%1$s-1,2026-01-05,other,"{""event"":{""type"":""hold"",""date"":""2026-01-05"",""reason"":""x""}}"
        """
            .formatted(customer));
    assertThat(decided(folder, folder.resolve("out")))
        .singleElement()
        .asString()
        .startsWith(customer + "|" + customer + "-1|hold|held|");
  }

  /** A folder such as that of a snapshot tells nothing about the rows. */
  @Test
  void aFolderOfThePathIsNoColumn() throws Exception {
    Path plain = Runs.generated(folder.resolve("plain"), 50);
    Path named =
        Runs.generated(Files.createDirectories(folder.resolve("day=2026-11-27/type=x/p")), 50);
    List<String> decided = decided(plain, folder.resolve("out"));
    assertThat(decided(named, folder.resolve("day=2026-11-27/run"))).isEqualTo(decided);
  }

  /** The file that comes first may have fewer columns, or more. */
  @ParameterizedTest
  @CsvSource({"a, b", "b, a"})
  void allFilesOfATableHaveTheirColumns(String with, String without) throws Exception {
    Path invoices = Files.createDirectories(folder.resolve("invoices"));
    Path events = Files.createDirectories(folder.resolve("events"));
    Runs.run("COPY (" + INVOICE + ") TO " + Duck.text(invoices.resolve("a.parquet").toString()));
    String event = "SELECT 'A' AS customer, 'A-1' AS invoice, DATE '2026-01-05' AS day,";
    Runs.run(
        "COPY ("
            + event
            + " 'payment' AS type, 1::BIGINT AS minor) TO "
            + Duck.text(events.resolve(without + ".parquet").toString()));
    Runs.run(
        "COPY ("
            + event
            + " 'other' AS type, '{\"event\":{\"type\":\"hold\",\"date\":\"2026-01-05\","
            + "\"reason\":\"x\"}}' AS json) TO "
            + Duck.text(events.resolve(with + ".parquet").toString()));
    assertThat(decided(folder, folder.resolve("out")))
        .singleElement()
        .asString()
        .startsWith("A|A-1|hold|held|");
  }

  /** The channel of a step needs no object of the account. */
  @Test
  void aStepOfAnInvoiceAndItsChannelAreColumns() throws Exception {
    Files.writeString(
        folder.resolve("invoices.csv"),
        "customer,invoice,issued,due,currency,minor\nA,A-1,2026-01-01,2026-11-10,EUR,50000\n");
    Files.writeString(
        folder.resolve("events.csv"),
        """
        customer,invoice,day,type,step,channel
        A,A-1,2026-11-14,step,friendly reminder,email
        """);
    try (SpillFolder spill = new SpillFolder();
        Connection duck = Duck.reading(1, "500MB", spill)) {
      new Portfolio(folder).open(duck);
      try (BatchReader reader = new BatchReader(duck, "", 10)) {
        assertThat(reader.next().isPlain(0)).isTrue();
      }
    }
    assertThat(decided(folder, folder.resolve("out")))
        .singleElement()
        .asString()
        .startsWith("A|A-1|act|due|first notice|");
  }

  /** As Spark writes with partitionBy: some rows would be read and others would not. */
  @Test
  void aFolderInATableIsRefused() throws Exception {
    Path invoices = Files.createDirectories(folder.resolve("invoices"));
    Runs.run("COPY (" + INVOICE + ") TO " + Duck.text(invoices.resolve("a.parquet").toString()));
    Files.writeString(folder.resolve("events.csv"), "customer,invoice,day,type\n");
    Files.createDirectories(invoices.resolve("_temporary"));
    assertThat(decided(folder, folder.resolve("out"))).hasSize(1);
    Path inner = Files.createDirectories(invoices.resolve("issued=2026-01-01"));
    assertThatThrownBy(() -> decided(folder, folder.resolve("again")))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessage(inner + ": is a folder in a table\nMaybe move its files up");
  }

  /** Spark reads none of these either; a run is not refused because one of them comes or goes. */
  @ParameterizedTest
  @ValueSource(
      strings = {"_b.parquet", ".b.parquet", "_SUCCESS", ".b.parquet.crc", "b.parquet.tmp"})
  void filesThatAreNoPartOfATableAreSkipped(String name) throws Exception {
    Path invoices = Files.createDirectories(folder.resolve("invoices"));
    Runs.run("COPY (" + INVOICE + ") TO " + Duck.text(invoices.resolve("a.parquet").toString()));
    Files.writeString(folder.resolve("events.csv"), "customer,invoice,day,type\n");
    String state = new Portfolio(folder).state();
    Runs.run(
        "COPY ("
            + INVOICE.replace("'A-1'", "'A-2'")
            + ") TO "
            + Duck.text(invoices.resolve(name).toString())
            + " (FORMAT parquet)");
    assertThat(decided(folder, folder.resolve("out")))
        .singleElement()
        .asString()
        .startsWith("A|A-1|");
    assertThat(new Portfolio(folder).state()).isEqualTo(state);
  }

  @Test
  void anAmountOfAnotherTypeInALaterFileIsRefused() throws Exception {
    Path invoices = Files.createDirectories(folder.resolve("invoices"));
    Runs.run("COPY (" + INVOICE + ") TO " + Duck.text(invoices.resolve("a.parquet").toString()));
    Runs.run(
        "COPY ("
            + INVOICE.replace("'A-1'", "'A-2'").replace("50000::BIGINT", "840.75")
            + ") TO "
            + Duck.text(invoices.resolve("b.parquet").toString()));
    Files.writeString(folder.resolve("events.csv"), "customer,invoice,day,type\n");
    assertThatThrownBy(() -> decided(folder, folder.resolve("out")))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessageStartingWith("invoices: column minor must be BIGINT: ");
  }

  /** The run after it is of the folder to which the link led. */
  @Test
  void anEarlierRunIsNotedWithoutLinks() throws Exception {
    Path portfolio = Runs.generated(folder.resolve("portfolio"), 20);
    Path monday = folder.resolve("monday");
    decided(portfolio, monday);
    Path latest = Files.createSymbolicLink(folder.resolve("latest"), monday);
    Path tuesday = folder.resolve("tuesday");
    Runs.decide(
        Runs.question(portfolio, "standard-b2b", Runs.DAY.plusDays(1), 1, Reasons.DUE, latest),
        tuesday,
        1);
    Files.delete(latest);
    Files.createSymbolicLink(latest, tuesday);
    assertThat(Runs.current(tuesday)).isNotEmpty();
  }

  @Test
  void aCutOffListOfCustomersIsMadeAgain() throws Exception {
    Path portfolio = Runs.generated(folder.resolve("portfolio"), 20);
    Path out = folder.resolve("out");
    List<String> decided = decided(portfolio, out);
    Files.writeString(out.resolve("run.customers"), "PAR1");
    assertThatThrownBy(() -> RunFolder.finished(out))
        .hasMessageStartingWith(out + ": has no whole file run.customers\nMaybe give the same");
    assertThat(decided(portfolio, out)).isEqualTo(decided);
  }

  @Test
  void aPortfolioThatChangesDuringARunIsRefused() throws Exception {
    Path portfolio = Runs.generated(folder.resolve("portfolio"), 20);
    DecisionRun run =
        new DecisionRun(Runs.question(portfolio, "standard-b2b", Runs.DAY, 4), Runs.means(1));
    assertThatThrownBy(
            () ->
                run.into(
                    folder.resolve("out"),
                    done -> {
                      if (done == 2) {
                        touch(portfolio.resolve("events/more.parquet"));
                      }
                    }))
        .hasMessage(
            portfolio + ": has changed while the run read it\nMaybe begin again in another folder");
    assertThat(folder.resolve("out/part-00001.parquet")).exists();
    assertThat(folder.resolve("out/part-00002.parquet")).doesNotExist();
  }

  private static void touch(Path file) {
    try {
      Runs.run(
          "COPY (SELECT 'A' AS customer, 'A-1' AS invoice, DATE '2026-01-05' AS day,"
              + " 'payment' AS type LIMIT 0) TO "
              + Duck.text(file.toString()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
