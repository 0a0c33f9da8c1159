package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Names that try to command the terminal, or the spreadsheet, of whoever looks at the ledger. */
class HostileNamesTest extends CommandFixture {
  private static final String RED = "\u001b[31m";
  private static final String BACKWARDS = "\u202e";
  private static final String HOSTILE = "I" + RED + BACKWARDS + "\u009b2J|@";
  private static final String SHOWN = "I\\u001b[31m\\u202e\\u009b2J|@";

  @BeforeEach
  void hostileLedger() throws IOException {
    ledger(
        HOSTILE + ",=cmd()," + "2026-05-01,2026-05-31,,EUR,100.00\n",
        "2026-06-02," + HOSTILE + ",,hold,,,,,\"" + RED + "\nI2: act\"\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "next --as-of 2026-06-30 --policy standard-b2b",
        "next --as-of 2026-06-30 --policy standard-b2b --format json",
        "next --as-of 2026-06-30 --policy standard-b2b --format csv --safe-csv",
        "aging --as-of 2026-06-30 --by invoice",
        "explain --as-of 2026-06-30 --policy standard-b2b --customer =cmd()",
        "explain --as-of 2026-06-30 --policy standard-b2b --customer " + HOSTILE,
        "interest --as-of 2026-06-30 --rate 8 --invoice " + HOSTILE,
        "interest --as-of 2026-06-30 --rate 8 --invoice " + HOSTILE + "x",
        "simulate --from 2026-05-01 --to 2026-06-01 --ladder 3 --side-by-side",
        "aging --as-of " + HOSTILE,
        "aging --as-of 2026-06-30 --by " + HOSTILE,
        "aging --as-of 2026-06-30 --no-such-option-" + HOSTILE,
        "worklist --as-of 2026-05-30 --policy " + HOSTILE,
        HOSTILE
      })
  void neverReachTheTerminalRaw(String command) {
    Run run = run(command);
    assertThat(run.out() + run.err()).isNotEmpty().matches("[\\x20-\\x7e\n]+");
  }

  @Test
  void areShownInProblemsOfAFile() throws IOException {
    ledger("", "2026-06-02," + HOSTILE + ",,payment,1.00,,,,\n");
    assertThat(run("aging --as-of 2026-06-30").err())
        .isEqualTo("events.csv:2: invoice: no such invoice: " + SHOWN + "\n");
  }

  @Test
  void staysInJsonWhatItIs() throws IOException {
    String json = run("aging --as-of 2026-06-30 --by invoice --format json").out();
    String found = "";
    try (JsonParser parser =
        JsonFactory.builder().build().createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        if (t == JsonToken.PROPERTY_NAME && parser.currentName().equals("invoice")) {
          found = parser.nextStringValue();
        }
      }
    }
    assertThat(found).isEqualTo(HOSTILE);
  }

  @Test
  void staysInCsvWhatItIs() {
    assertThat(rows("aging --as-of 2026-06-30 --by invoice").get(0))
        .startsWith("2026-06-30,=cmd()," + HOSTILE + ",EUR,");
  }

  @Test
  void isNoFormulaInSafeCsv() throws IOException {
    assertThat(rows("aging --as-of 2026-06-30 --by invoice --safe-csv").get(0))
        .startsWith("2026-06-30,'=cmd()," + SHOWN + ",EUR,");
    ledger("I1,-5,2026-05-01,2026-05-31,,EUR,-5.00\nI2,@a,2026-05-01,2026-05-31,,EUR,1.00\n", "");
    assertThat(rows("aging --as-of 2026-06-30 --by customer --safe-csv"))
        .contains("2026-06-30,-5,EUR,credit,5.00,1", "2026-06-30,'@a,EUR,total,1.00,1");
  }

  @Test
  void isSafeOnlyAsCsv() {
    assertThat(run("aging --as-of 2026-06-30 --safe-csv"))
        .isEqualTo(new Run(2, "", "--safe-csv: works only with --format csv, found: table\n"));
  }
}
