package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the next day's run sees although no date tells it. */
class NextDayTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 10);
  private static final LocalDate NEXT = DAY.plusDays(1);
  private static final String TWO_POLICIES =
      """
      default policy: standard-b2b
      segments:
        careful: courteous-consumer
      """;
  private static final String INVOICES =
      """
      customer,invoice,issued,due,currency,minor,booked
      A,A-1,2026-01-01,2026-04-01,EUR,50000,
      B,B-1,2026-01-01,2026-04-01,EUR,50000,
      """;
  private static final String EVENTS =
      """
      customer,invoice,day,type,minor,currency,step,json,booked
      A,A-1,2026-01-05,payment,10,,,,
      """;

  @TempDir Path folder;
  private Path portfolio;

  @BeforeEach
  void write() throws Exception {
    portfolio = Files.createDirectories(folder.resolve("portfolio"));
    table("invoices", INVOICES);
    table("events", EVENTS);
  }

  private void table(String name, String text) throws Exception {
    Files.writeString(portfolio.resolve(name + ".csv"), text);
  }

  private void customers(String... rows) throws Exception {
    StringBuilder text = new StringBuilder("customer,json\n");
    for (String each : rows) {
      text.append(each.charAt(0)).append(",\"").append(each.substring(2).replace("\"", "\"\""));
      text.append("\"\n");
    }
    table("customers", text.toString());
  }

  private static String known(String id, String more) {
    return id + ",{\"id\":\"" + id + "\"" + more + "}";
  }

  private Path decided(String out, LocalDate day, Path after) throws Exception {
    Path to = folder.resolve(out);
    Runs.decide(Runs.questionOf(portfolio, TWO_POLICIES, day, 1, Reasons.ALL, after), to, 1);
    return to;
  }

  private List<String> customersOf(Path run) throws Exception {
    return Runs.lines("SELECT DISTINCT customer FROM '" + run + "/part-*.parquet' ORDER BY ALL");
  }

  /** Nothing that happens on the next day lets anybody be decided about. */
  @Test
  void whoIsAsBeforeIsLeftAlone() throws Exception {
    customers(known("A", ",\"segment\":\"careful\""));
    Path first = decided("first", DAY, null);
    customers(known("A", ",\"segment\":\"careful\""));
    assertThat(customersOf(decided("next", NEXT, first))).isEmpty();
  }

  @Test
  void whoIsKnownDifferentlyIsDecidedAbout() throws Exception {
    customers(known("A", ""), known("B", ""));
    Path first = decided("first", DAY, null);
    customers(known("A", ""), known("B", ",\"segment\":\"careful\""));
    Path second = decided("second", NEXT, first);
    assertThat(customersOf(second)).containsExactly("B");
    assertThat(Runs.current(second)).isEqualTo(Runs.current(decided("whole", NEXT, null)));
    customers(known("B", ",\"segment\":\"careful\""));
    Path third = decided("third", NEXT.plusDays(1), second);
    assertThat(customersOf(third)).as("who lost a row").containsExactly("A");
    Files.delete(portfolio.resolve("customers.csv"));
    Path fourth = decided("fourth", NEXT.plusDays(2), third);
    assertThat(customersOf(fourth)).as("who lost the table").containsExactly("B");
    assertThat(Runs.current(fourth))
        .isEqualTo(Runs.current(decided("last", NEXT.plusDays(2), null)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"id\":\"B\"}"})
  void whoIsThereTwiceIsRefused(String json) throws Exception {
    customers(known("B", ""));
    Path first = decided("first", DAY, null);
    customers(known("B", ""), "B," + json);
    assertThatThrownBy(() -> decided("next", NEXT, first))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessage("customers: customer B is there twice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "; A,A-1,,payment,5,,,,2026-01-06; a payment of invoice A-1 of customer A: empty: day",
        "; A,A-1,,step,,,hello,,; a step of invoice A-1 of customer A: empty: day",
        "; A,A-1,,dispute,,,,,; a dispute of invoice A-1 of customer A: empty: day",
        "; ,,2026-01-05,payment,5,EUR,,,; a row of events has no customer",
        "A,A-2,,2026-04-01,EUR,5,;; invoice A-2 of customer A: empty: issued",
        ",A-2,2026-01-01,2026-04-01,EUR,5,;; a row of invoices has no customer"
      })
  void rowsWithoutDayOrCustomerAreRefused(String invoice, String event, String problem)
      throws Exception {
    Path first = decided("first", DAY, null);
    table("invoices", INVOICES + (invoice == null ? "" : invoice + "\n"));
    table("events", EVENTS + (event == null ? "" : event + "\n"));
    for (Path after : new Path[] {first, null}) {
      assertThatThrownBy(() -> decided("next-" + (after == null), NEXT, after))
          .isInstanceOf(BadPortfolioException.class)
          .hasMessage(problem);
    }
  }
}
