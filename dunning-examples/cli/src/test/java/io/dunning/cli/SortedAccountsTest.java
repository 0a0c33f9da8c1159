package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortedAccountsTest extends CommandFixture {
  private static final String SORTED_INVOICES =
      """
      I1,A,2026-04-01,2026-05-01,,EUR,100.00
      I2,A,2026-06-01,2026-06-20,,USD,80.00
      I3,B,2026-03-01,2026-03-31,,EUR,70.00
      I4,D,2026-05-01,2026-05-15,,EUR,60.00
      """;
  private static final String SORTED_EVENTS =
      """
      2026-05-20,I1,A,payment,40.00,,,,
      2026-06-01,,A,contact,,,,phone,
      2026-04-02,I3,B,payment,70.00,,,,
      """;

  /** What is read account by account gives what is read at once, whatever the command. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          aging --as-of 2026-06-30
          aging --as-of 2026-06-30,2026-05-31 --by customer
          aging --as-of 2026-06-30 --by invoice
          metrics --as-of 2026-06-30
          metrics --as-of 2026-06-30 --by customer
          next --as-of 2026-06-30,2026-07-15 --policy standard-b2b --all
          next --as-of 2026-06-30 --policy account-b2b --known-on 2026-05-25
          worklist --as-of 2026-06-30 --order amount --rate USD=0.9
          """)
  void areReadAccountByAccount(String command) throws IOException {
    ledger(SORTED_INVOICES, SORTED_EVENTS);
    file(
        "customers.csv",
        """
        customer,name,country
        A,Acme,US
        C,nobody,
        D,Dent,GB
        """);
    file(
        "persons.csv",
        """
        customer,person,role,channels
        A,Ann,owner,email
        C,nobody,owner,
        D,Dora,payables clerk,letter
        D,Dan,owner,phone
        """);
    Run whole = run(command + " --format csv");
    assertThat(whole.code()).isZero();
    assertThat(whole.out().lines()).hasSizeGreaterThan(1);
    assertThat(run(command + " --format csv --sorted")).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aging", "next --policy standard-b2b", "metrics --by customer"})
  void areRefusedWithEverythingThatIsWrong(String command) throws IOException {
    ledger(
        SORTED_INVOICES + "I5,E,2026-05-01,soon,,EUR,60.00\nI6,F,2026-05-01,2026-05-15,,EUR,x\n",
        SORTED_EVENTS
            + """
            2026-04-02,I9,B,payment,1.00,,,,
            2026-04-02,I4,,payment,1.00,,,,
            2026-04-02,,C,contact,,,,phone,
            2026-04-02,,G,contact,,,,phone,
            """);
    Run run = run(command + " --as-of 2026-06-30 --sorted");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().sorted())
        .containsExactly(
            "events.csv:5: invoice: no such invoice: I9",
            "events.csv:6: customer: must not be blank with --sorted",
            "events.csv:7: customer: no such customer: C",
            "events.csv:8: customer: no such customer: G",
            "invoices.csv:6: due: not a date such as 2026-01-31: soon",
            "invoices.csv:7: amount: not an amount with a decimal point: x");
  }

  @Test
  void areRefusedAtOnceIfTheyAreNotSorted() throws IOException {
    ledger(SORTED_INVOICES + "I5,C,2026-05-01,2026-05-15,,EUR,60.00\n", "");
    assertThat(run("aging --as-of 2026-06-30 --sorted"))
        .isEqualTo(
            new Run(
                2,
                "",
                "invoices.csv:6: customer: the file is not sorted by customer, as this comes after D: C\n"));
  }

  /** The order of {@code LC_ALL=C sort}: U+1F600 comes after U+FF21, whatever Java compares. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "aging --as-of 2026-06-30 --by customer",
        "next --as-of 2026-06-30 --policy standard-b2b",
        "metrics --as-of 2026-06-30 --by customer"
      })
  void areSortedByCodePoint(String command) throws IOException {
    ledger(
        """
        I1,Ａ,2026-04-01,2026-05-01,,EUR,100.00
        I2,😀,2026-06-01,2026-06-20,,EUR,80.00
        """,
        """
        2026-05-20,I1,Ａ,payment,40.00,,,,
        2026-06-21,,😀,contact,,,,phone,
        """);
    file("customers.csv", "customer,name\nＡ,Wide\nＢ,nobody\n😀,Smile\n😁,nobody\n");
    file("persons.csv", "customer,person,role\nＡ,Ann,owner\nＢ,nobody,owner\n😀,Dora,owner\n");
    Run whole = run(command + " --format csv");
    assertThat(whole.code()).isZero();
    assertThat(run(command + " --format csv --sorted")).isEqualTo(whole);
    ledger(
        """
        I2,😀,2026-06-01,2026-06-20,,EUR,80.00
        I1,Ａ,2026-04-01,2026-05-01,,EUR,100.00
        """,
        "");
    assertThat(run(command + " --sorted").err())
        .isEqualTo(
            "invoices.csv:3: customer: the file is not sorted by customer, as this comes after 😀: Ａ\n");
  }

  @Test
  void areRefusedWithoutAHeader() throws IOException {
    file("invoices.csv", "");
    file("events.csv", EVENTS);
    Run blank = run("aging --as-of 2026-06-30 --sorted");
    assertThat(blank.code()).isEqualTo(2);
    assertThat(blank.err()).startsWith("invoices.csv:1: the header is missing");
  }

  /** What comes through a pipe is there once. */
  @ParameterizedTest
  @ValueSource(strings = {"aging", "next --policy standard-b2b", "metrics --by customer"})
  void areReadOnce(String command) throws Exception {
    ledger("", SORTED_EVENTS);
    Path pipe = folder.resolve("invoices.csv");
    Files.delete(pipe);
    assumeTrue(isMade(pipe));
    Thread writer =
        new Thread(
            () -> {
              try {
                Files.writeString(pipe, INVOICES + SORTED_INVOICES, StandardOpenOption.WRITE);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    writer.setDaemon(true);
    writer.start();
    Run piped =
        assertTimeoutPreemptively(
            Duration.ofMinutes(1), () -> run(command + " --as-of 2026-06-30 --sorted"));
    writer.join();
    Files.delete(pipe);
    ledger(SORTED_INVOICES, SORTED_EVENTS);
    assertThat(piped).isEqualTo(run(command + " --as-of 2026-06-30"));
    assertThat(piped.code()).isZero();
  }

  private static boolean isMade(Path pipe) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      // a system without pipes in folders
      return false;
    }
  }
}
