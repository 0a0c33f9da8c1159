package io.dunning.cli;

import io.dunning.behaviour.RiskModel;
import io.dunning.behaviour.RiskReport;
import io.dunning.behaviour.Scorecard;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Prints how well risk models would have predicted which invoices are paid late. */
@CommandLine.Command(
    name = "risk",
    mixinStandardHelpOptions = true,
    description =
        "Prints how well the scorecard and a simple rival would have predicted late invoices.")
final class RiskCommand extends Command {
  private static final List<String> COLUMNS =
      List.of("model", "probability", "invoices", "late", "share_late", "ranking");

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      description = "the first due date")
  String from;

  @Option(names = "--to", required = true, paramLabel = "DATE", description = "the last due date")
  String to;

  @Option(
      names = "--days-before",
      paramLabel = "DAYS",
      description = "how many days before the due date the models predict (default: 5)")
  int daysBefore = 5;

  @Override
  public Integer call() {
    LocalDate first = date("--from", from);
    LocalDate last = date("--to", to);
    if (last.isBefore(first)) {
      throw new BadInputException("--to: is before --from " + first + ": " + last);
    }
    if (daysBefore < 0) {
      throw new BadInputException("--days-before: must not be negative: " + daysBefore);
    }
    Ledger ledger = ledger();
    Rows rows = rows(COLUMNS);
    print(rows, "scorecard", report(Scorecard.standard(), ledger, first, last));
    print(rows, "late last time", report(RiskModel.lateLastTime(), ledger, first, last));
    rows.end();
    return 0;
  }

  private RiskReport report(RiskModel model, Ledger ledger, LocalDate first, LocalDate last) {
    return RiskReport.of(model, ledger.accounts(), first, last, daysBefore);
  }

  private static void print(Rows rows, String model, RiskReport report) {
    report.byProbability().forEach((p, n) -> row(rows, model, p, n.asked(), n.late()).print());
    row(rows, model, "all", report.asked(), report.late())
        .with("ranking", Rows.text(report.ranking()))
        .print();
  }

  private static Rows row(Rows rows, String model, Object probability, int asked, int late) {
    if (asked > 0) {
      rows.with(
          "share_late",
          BigDecimal.valueOf(late).divide(BigDecimal.valueOf(asked), 4, RoundingMode.HALF_UP));
    }
    return rows.with("model", model)
        .with("probability", probability)
        .with("invoices", asked)
        .with("late", late);
  }
}
