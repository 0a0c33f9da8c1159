package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.json.DunningJson;
import io.dunning.money.Money;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries of one day: of the day of an earlier run, and such that no place puts in order. */
class SameDayTest {
  private static final String POLICY = "standard-b2b";
  private static final LocalDate DAY = LocalDate.of(2026, 2, 10);
  private static final LocalDate LATER = LocalDate.of(2026, 2, 20);

  @TempDir Path folder;

  /** A row of the events, without a place. */
  private static String row(String type, LocalDate day, String step, String json) {
    return "('A', 'A-1', DATE '%s', '%s', %s, %s, DATE '%s')"
        .formatted(day, type, quoted(step), quoted(json), DAY);
  }

  private static String quoted(String text) {
    return text == null ? "NULL::VARCHAR" : "'" + text + "'";
  }

  private static String other(LedgerEvent event) {
    String json = DunningJson.mapper().writeValueAsString(new BookedEvent(event, DAY));
    return row("other", event.date(), null, json);
  }

  private static String dispute(LocalDate day) {
    return row("dispute", day, null, null);
  }

  /** A portfolio of one invoice that is due on 1 February. */
  private Path portfolio(String name, List<String> events) throws Exception {
    Path portfolio = Files.createDirectories(folder.resolve(name));
    Runs.run(
        "COPY (SELECT 'A' AS customer, 'A-1' AS invoice, DATE '2026-01-01' AS issued,"
            + " DATE '2026-02-01' AS due, 'EUR' AS currency, 50000::BIGINT AS minor) TO '"
            + portfolio.resolve("invoices.parquet")
            + "' (FORMAT parquet)");
    Runs.run(
        "COPY (SELECT * FROM (VALUES "
            + String.join(", ", events)
            + ") AS t(customer, invoice, day, type, step, json, booked)) TO '"
            + portfolio.resolve("events.parquet")
            + "' (FORMAT parquet)");
    return portfolio;
  }

  private Path decided(Path portfolio, LocalDate day, Path after) throws Exception {
    Path out = Files.createTempDirectory(folder, "run");
    Runs.decide(Runs.question(portfolio, POLICY, day, 1, Reasons.DUE, after), out, 1);
    return out;
  }

  /** The dispute is resolved after the run of the day; the entry may be dated before that day. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-02-10", "2026-02-06"})
  void anEntryOfTheDayOfTheEarlierRunIsSeen(LocalDate resolved) throws Exception {
    String opened = dispute(LocalDate.of(2026, 2, 3));
    Path first = decided(portfolio("before", List.of(opened)), DAY, null);
    assertThat(Runs.current(first)).singleElement().asString().contains("|hold|");
    Path portfolio =
        portfolio("after", List.of(opened, other(LedgerEvent.disputeResolved(resolved))));
    assertThat(Runs.current(decided(portfolio, LATER, first)))
        .isEqualTo(Runs.current(decided(portfolio, LATER, null)))
        .singleElement()
        .asString()
        .contains("|act|");
  }

  /** Columns that do not tell when something was entered do not hide it from the next day's run. */
  @Test
  void anEntryThatOnlyJsonTellsIsFoundAndRefused() throws Exception {
    Path first = decided(portfolio("before", List.of(dispute(DAY))), DAY, null);
    LedgerEvent resolved = LedgerEvent.disputeResolved(LocalDate.of(2026, 2, 6));
    String json = DunningJson.mapper().writeValueAsString(new BookedEvent(resolved, LATER));
    String unbooked = row("other", resolved.date(), null, json).replace(date(DAY), "NULL::DATE");
    Path portfolio = portfolio("after", List.of(dispute(DAY), unbooked));
    assertThatThrownBy(() -> decided(portfolio, LATER.plusDays(1), first))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessageContaining("column booked must be the day of entry that json tells, 2026-02-20");
  }

  private static String date(LocalDate day) {
    return "DATE '" + day + "'";
  }

  private List<String> inBothOrders(String one, String other) throws Exception {
    List<String> all = new ArrayList<>();
    all.addAll(Runs.current(decided(portfolio("one", List.of(one, other)), LATER, null)));
    all.addAll(Runs.current(decided(portfolio("other", List.of(other, one)), LATER, null)));
    return all;
  }

  @Test
  void aDisputeIsOpenedBeforeItIsResolved() throws Exception {
    assertThat(inBothOrders(dispute(DAY), other(LedgerEvent.disputeResolved(DAY))))
        .hasSize(2)
        .allMatch(line -> line.contains("|act|"));
  }

  @Test
  void withoutAPlaceTheContentDecidesWhichEntryIsFirst() throws Exception {
    List<String> disputes =
        inBothOrders(
            other(LedgerEvent.dispute(DAY, Money.eur("500.00"), "quality")),
            other(LedgerEvent.disputeResolved(DAY)));
    assertThat(disputes.get(0)).isEqualTo(disputes.get(1));
    List<String> steps =
        inBothOrders(
            row("step", DAY, "friendly reminder", null), row("step", DAY, "first notice", null));
    assertThat(steps.get(0)).isEqualTo(steps.get(1));
  }
}
