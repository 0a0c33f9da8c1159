package io.dunning.charge;

import io.dunning.law.KoreanConsumerDebt;
import io.dunning.law.LawChange;
import io.dunning.law.LawRadar;
import io.dunning.law.NotCollectable;
import java.time.LocalDate;

/** The tables of {@code law.md} that come from the package of law. */
final class LawTables {
  private LawTables() {}

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  static String radar() {
    StringBuilder text =
        new StringBuilder(
            """

            ## On the radar

            Changes of law as of %s. Nothing that is pending applies by itself: a bill or a draft never does, and what is
            adopted does from its first day on. Ask "what if" with `LawAssumption`, or with `dunning law --assume ID`. Where our sources
            end before the day on which we read them, the row says so: look again before you rely on it.

            | id | status | from | what | what it changes | read on | sources | confidence |
            |---|---|---|---|---|---|---|---|
            """
                .formatted(LawRadar.shipped().version()));
    for (LawChange each : LawRadar.shipped().changes()) {
      text.append(
          row(
              each.id(),
              each.status().toString(),
              each.from().map(LocalDate::toString).orElse(""),
              each.title(),
              each.what(),
              each.readOn().toString(),
              each.source(),
              each.confidence()));
    }
    return text.toString();
  }

  static String korea() {
    StringBuilder text =
        new StringBuilder(
            """

            ## Korean consumer debts that may not be collected

            The closed list of the Personal Financial Debtor Protection Act and its Decree (`KoreanConsumerDebt`). The
            notices that three of the reasons refer to were not read. Nor did we find whether section 14(1), which points to section 10, bites for secured
            claims and from KRW 30 million of principal on, where section 10 itself does not apply.

            | reason | section | when | confidence |
            |---|---|---|---|
            """);
    for (NotCollectable each : KoreanConsumerDebt.notCollectable()) {
      text.append(row(each.reason(), each.section(), each.note(), each.confidence()));
    }
    return text.toString();
  }

  static String statuses() {
    return """

        ## Statuses of electronic invoices

        What a status means for the debt is no law. The module of bridges has
        [a proposal](../guide/bridges.md#statuses-of-electronic-invoices); `dunning law --e-invoice` prints every code with its
        source.
        """;
  }
}
