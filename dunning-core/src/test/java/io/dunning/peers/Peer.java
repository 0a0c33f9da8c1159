package io.dunning.peers;

import io.dunning.Table;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/** Another system: its rows, and what each comes to here. */
abstract class Peer {
  static final DunningEvaluator EVALUATOR = DunningEvaluator.on(BusinessCalendar.everyDay());

  /** What a row comes to here. */
  enum Outcome {
    /** The same answer, asserted. */
    SAME,
    /** Another answer on purpose, asserted, with the reason. */
    DIFFERS,
    /** Not about what is decided here, or later. */
    OUTSIDE
  }

  /** A row of a peer's table. */
  record Row(String id, Outcome outcome, String why, Executable check) {}

  private final String name;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final List<String> expected = new ArrayList<>();

  Peer(String name) {
    this.name = name;
  }

  final String name() {
    return name;
  }

  final List<Row> rows() {
    return List.copyOf(rows.values());
  }

  /** The rows that the tables hold, in their order. */
  final List<String> expected() {
    return expected;
  }

  /** Every row of a table, by its first cell, has to be spoken for. */
  final List<Table.Row> table(String file) {
    List<Table.Row> all = Table.rows("peers/" + file + ".csv").toList();
    all.forEach(r -> expected.add(id(r)));
    return all;
  }

  static String id(Table.Row row) {
    return row.cells().values().iterator().next();
  }

  final void same(String id, Executable check) {
    add(new Row(id, Outcome.SAME, "", check));
  }

  final void differs(String id, String why, Executable check) {
    add(new Row(id, Outcome.DIFFERS, why, check));
  }

  final void outside(String why, String... ids) {
    for (String id : ids) {
      add(new Row(id, Outcome.OUTSIDE, why, () -> {}));
    }
  }

  private void add(Row row) {
    if (rows.put(row.id(), row) != null) {
      throw new IllegalStateException("row is spoken for twice: " + row.id());
    }
  }

  static PolicyDraft draft(EscalationStep... steps) {
    return DunningPolicy.named("peer").ladder(EscalationLadder.of(steps));
  }

  static LocalDate on(String day) {
    return LocalDate.parse(day);
  }

  static InvoiceHistory invoice(
      String number, String amount, String issued, String due, LedgerEvent... events) {
    return InvoiceHistory.of(
            Invoice.of(number, Money.parse(amount), LocalDate.parse(issued), LocalDate.parse(due)))
        .with(events);
  }
}
