package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Whatever a command prints as data is read by programs: as JSON and CSV, and the same in both. */
class FormatsTest extends CommandFixture {
  /** Names with everything that JSON and CSV must escape. */
  private static final String NAME = "A \\ \"B\", \u2028 {[é𝄞\t]}";

  @BeforeEach
  void sampleLedger() throws IOException {
    for (String file : List.of("invoices.csv", "events.csv")) {
      try (InputStream in = Dunning.class.getResourceAsStream("/sample-ledger/" + file)) {
        Files.copy(Objects.requireNonNull(in, file), folder.resolve(file));
      }
    }
  }

  private static List<Map<String, String>> ofJson(String text) {
    List<Map<String, String>> rows = new ArrayList<>();
    try (JsonParser json =
        JsonFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
      assertThat(json.nextToken()).isEqualTo(JsonToken.START_ARRAY);
      while (json.nextToken() == JsonToken.START_OBJECT) {
        Map<String, String> row = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = json.currentName();
          assertThat(json.nextToken()).isEqualTo(JsonToken.VALUE_STRING);
          assertThat(row.put(name, json.getString())).isNull();
        }
        rows.add(row);
      }
      assertThat(json.currentToken()).isEqualTo(JsonToken.END_ARRAY);
      assertThat(json.nextToken()).isNull();
    }
    return rows;
  }

  private static List<Map<String, String>> ofCsv(String text) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<CsvRecord> all = CsvReader.builder().ofCsvRecord(text).stream().toList();
    List<String> header = all.get(0).getFields();
    for (CsvRecord each : all.subList(1, all.size())) {
      assertThat(each.getFieldCount()).isEqualTo(header.size());
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), each.getField(i));
      }
      rows.add(row);
    }
    return rows;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what to do
          next --as-of 2026-06-30 --policy standard-b2b
          next --as-of 2026-06-30,2026-07-31 --policy german-b2b --all
          next --as-of 2026-06-30 --policy endgame-b2b --known-on 2026-06-01
          next --as-of 2026-06-30 --policy agency-us --sorted
          next --as-of 1999-12-31 --policy account-b2b --all
          worklist --as-of 2026-06-30 --order age
          simulate --from 2026-06-01 --to 2026-07-31 --ladder 3,14
          simulate --from 2026-06-01 --to 2026-07-31 --policy german-b2b --side-by-side
          # why
          explain --as-of 2026-06-30 --policy standard-b2b --invoice INV-1015
          explain --as-of 2026-06-30,2026-07-31 --policy german-b2b --invoice INV-1015
          explain --as-of 2026-06-30 --policy account-b2b --customer 'Insolvia GmbH'
          explain --as-of 2026-06-30 --policy agency-us --invoice INV-1048 --known-on 2026-06-01
          # interest, a line for each invoice, or a statement
          interest --as-of 2026-06-30 --rate 8
          interest --as-of 2026-06-30 --base DE --margin 9 --fixed-at-start --day-count ACT/360
          interest --as-of 2026-06-30 --regime DE-288-2 --invoice INV-1015
          interest --as-of 2026-06-30 --rate 8 --invoice INV-1015 --pays costs-interest-principal
          interest --as-of 2020-06-30 --rate 8
          interest --as-of 2020-06-30 --rate 8 --invoice INV-1015
          # risk, also where nothing is asked
          risk --from 2026-01-01 --to 2026-12-31
          risk --from 1990-01-01 --to 1990-12-31 --days-before 0
          # figures
          metrics --as-of 2026-06-30
          metrics --as-of 2026-06-30 --by customer
          aging --as-of 2026-06-30 --by invoice --claims-apart
          types
          """)
  void areReadBackTheSame(String command) {
    List<String> words = new ArrayList<>();
    for (String word : command.replace("'Insolvia GmbH'", "Insolvia_GmbH").split(" ")) {
      words.add(word.replace('_', ' '));
    }
    if (!command.equals("types")) {
      words.addAll(List.of("--ledger", folder.toString()));
    }
    if (command.contains("--sorted")) {
      sort();
    }
    List<String> printed = new ArrayList<>();
    for (String format : List.of("json", "csv")) {
      List<String> all = new ArrayList<>(words);
      all.addAll(List.of("--format", format));
      Run run = dunning(all.toArray(new String[0]));
      assertThat(run.err()).isEmpty();
      assertThat(run.code()).isZero();
      printed.add(run.out());
    }
    assertThat(ofJson(printed.get(0))).isEqualTo(ofCsv(printed.get(1)));
    boolean some = !command.equals("interest --as-of 2020-06-30 --rate 8");
    assertThat(ofJson(printed.get(0)).isEmpty()).isNotEqualTo(some);
  }

  /** Keeps the ledger, with its rows by customer. */
  private void sort() {
    try {
      ledger("I1,A,2026-05-01,2026-05-31,,EUR,100.00\n", "2026-06-10,I1,A,contact,,,,phone,\n");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What a ledger holds is data, whatever it looks like. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "next --as-of 2026-06-30 --policy german-b2b",
        "explain --as-of 2026-06-30 --policy standard-b2b --invoice",
        "interest --as-of 2026-06-30 --rate 8",
        "interest --as-of 2026-06-30 --rate 8 --invoice",
        "aging --as-of 2026-06-30 --by invoice",
        "metrics --as-of 2026-06-30 --by customer"
      })
  void keepNamesThatMustBeEscaped(String command) throws IOException {
    String quoted = '"' + NAME.replace("\"", "\"\"") + '"';
    ledger(
        quoted + "," + quoted + ",2026-05-01,2026-05-31,,EUR,100.00\n",
        "2026-06-02," + quoted + ",,hold,,2026-06-05,,," + quoted + "\n");
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    if (command.endsWith("--invoice")) {
      words.add(NAME);
    }
    words.addAll(List.of("--ledger", folder.toString(), "--format", "json"));
    Run json = dunning(words.toArray(new String[0]));
    words.set(words.size() - 1, "csv");
    Run csv = dunning(words.toArray(new String[0]));
    assertThat(json.err() + csv.err()).isEmpty();
    assertThat(ofJson(json.out())).isNotEmpty().isEqualTo(ofCsv(csv.out()));
    assertThat(ofJson(json.out()).get(0)).containsValue(NAME);
  }
}
