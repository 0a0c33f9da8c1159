package io.dunning.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Prints the types of events that a ledger may have. */
@CommandLine.Command(
    name = "types",
    mixinStandardHelpOptions = true,
    description = "Prints the types of events, the columns each needs, and what it may concern.")
final class TypesCommand extends PrintingCommand {
  private static final List<String> COLUMNS = List.of("type", "needs", "concerns");

  @Override
  public Integer call() {
    Rows rows = rows(COLUMNS);
    for (EventType each : EventType.values()) {
      String needed =
          Stream.of(Column.AMOUNT, Column.UNTIL, Column.STEP, Column.CHANNEL)
              .filter(each::needs)
              .map(Column::toString)
              .collect(Collectors.joining(" "));
      boolean whole = each.fitsAccount(false, true);
      rows.with("type", each)
          .with("needs", needed)
          .with("concerns", whole ? "invoice or customer" : "invoice")
          .print();
    }
    rows.end();
    return 0;
  }
}
