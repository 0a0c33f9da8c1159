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

/** How well risk models would have told who was going to be late. */
@CommandLine.Command(
    name = "risk",
    mixinStandardHelpOptions = true,
    description = "Prints how well the scorecard would have told late invoices, and its rival.")
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
      description = "how long before the due date the models are asked (default: 5)")
  int daysBefore = 5;

  @Override
  public Integer call() {
    LocalDate first = date("--from", from);
    LocalDate last = date("--to", to);
    if (last.isBefore(first)) {
      throw new BadInputException("--to: lies before --from " + first + ": " + last);
    }
    if (daysBefore < 0) {
      throw new BadInputException("--days-before: is negative: " + daysBefore);
    }
    Ledger ledger = ledger();
    Format.Printer printer = format.printer(COLUMNS, out());
    print(printer, "scorecard", report(Scorecard.standard(), ledger, first, last));
    print(printer, "late last time", report(RiskModel.lateLastTime(), ledger, first, last));
    printer.end();
    return 0;
  }

  private RiskReport report(RiskModel model, Ledger ledger, LocalDate first, LocalDate last) {
    return RiskReport.of(model, ledger.accounts(), first, last, daysBefore);
  }

  private static void print(Format.Printer printer, String model, RiskReport report) {
    report
        .byProbability()
        .forEach((p, n) -> printer.row(row(model, p.toString(), n.asked(), n.late(), "")));
    printer.row(row(model, "all", report.asked(), report.late(), report.ranking().toPlainString()));
  }

  private static List<String> row(
      String model, String probability, int asked, int late, String ranking) {
    String share =
        asked == 0
            ? ""
            : BigDecimal.valueOf(late)
                .divide(BigDecimal.valueOf(asked), 4, RoundingMode.HALF_UP)
                .toPlainString();
    return List.of(model, probability, "" + asked, "" + late, share, ranking);
  }
}
