package io.dunning.spark;

import io.dunning.aging.AgingLine;
import io.dunning.aging.AgingLine.Apart;
import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.money.Money;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what is open, by age, and perhaps writes it by customer. */
@CommandLine.Command(
    name = "aging",
    mixinStandardHelpOptions = true,
    description = "Prints what is open in each currency, by age, as CSV.")
final class AgingCommand implements Callable<Integer> {
  @Mixin private PortfolioOptions options = new PortfolioOptions();
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "write a row for each customer, currency and band into this folder")
  private String out;

  @Option(
      names = "--basis",
      paramLabel = "due-date|issue-date",
      defaultValue = "due-date",
      description = "the date that ages are counted from (default: ${DEFAULT-VALUE})")
  private String basis;

  @Option(
      names = "--bands",
      split = ",",
      defaultValue = "30,60,90",
      paramLabel = "DAYS",
      description = "the highest day of each band (default: ${DEFAULT-VALUE})")
  private int[] bands;

  @Override
  public Integer call() throws Exception {
    AgingSchedule schedule = schedule();
    try (SparkSession spark = options.open("aging")) {
      SparkPortfolio portfolio = options.portfolio(spark);
      if (out != null) {
        OutFolder to = options.out(spark, out);
        to.write(portfolio.agingByCustomer(schedule, options.day()));
      }
      print(portfolio.aging(schedule, options.day()));
    }
    return 0;
  }

  private AgingSchedule schedule() {
    try {
      return switch (basis) {
        case "due-date" -> AgingSchedule.byDueDate(bands);
        case "issue-date" -> AgingSchedule.byIssueDate(bands);
        default ->
            throw new BadPortfolioException("--basis: neither due-date nor issue-date: " + basis);
      };
    } catch (IllegalArgumentException e) {
      throw new BadPortfolioException("--bands: " + e.getMessage());
    }
  }

  private void print(AgingReport report) {
    PrintWriter to = spec.commandLine().getOut();
    to.println("as_of,currency,band,amount,count");
    for (AgingLine line : report.totals().values()) {
      if (line.totalCount() > 0) {
        for (int i = 0; i < report.schedule().bands().size(); i++) {
          String band = report.schedule().bands().get(i).label();
          print(to, report, band, line.amount(i), line.count(i));
        }
        print(to, report, "total", line.total(), line.totalCount());
      }
      if (line.count(Apart.CREDIT) > 0) {
        print(to, report, "credit", line.amount(Apart.CREDIT), line.count(Apart.CREDIT));
      }
    }
    to.flush();
  }

  private static void print(
      PrintWriter to, AgingReport report, String band, Money amount, long count) {
    to.println(
        String.join(
            ",",
            report.asOf().toString(),
            amount.currency().code(),
            band,
            amount.amount().toPlainString(),
            Long.toString(count)));
  }
}
