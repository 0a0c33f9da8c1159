package io.dunning.cli;

import io.dunning.aging.AgingLine;
import io.dunning.aging.AgingSchedule;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.policy.PolicySet;
import io.dunning.portfolio.Worklist;
import io.dunning.reports.ExcelReport;
import io.dunning.reports.HtmlReport;
import io.dunning.reports.Report;
import io.dunning.reports.ReportSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a report for people: a page for the browser, or a workbook. */
@CommandLine.Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Writes a report: what to do today and why, aging, customers, trend, roll rates, policy.")
final class ReportCommand implements Callable<Integer> {
  private static final long KILOBYTE = 1024;

  @Option(
      names = "--ledger",
      paramLabel = "DIR",
      description =
          "folder with invoices.csv and events.csv (default: the sample ledger of the tour)")
  Path folder;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "the day of the report (default with the sample ledger: its day)")
  String asOf;

  @Option(
      names = "--policy",
      defaultValue = "standard-b2b",
      paramLabel = "FILE|NAME",
      description = "a policy file, or the name of a shipped policy (default: ${DEFAULT-VALUE})")
  String policy;

  @Option(
      names = "--out",
      defaultValue = "report.html",
      paramLabel = "FILE",
      description = "an .html or .xlsx file, which is replaced (default: ${DEFAULT-VALUE})")
  Path out;

  @Option(
      names = "--title",
      defaultValue = "Receivables",
      paramLabel = "TEXT",
      description = "what stands at the top of the page (default: ${DEFAULT-VALUE})")
  String title;

  @Option(
      names = "--locale",
      defaultValue = "en",
      paramLabel = "TAG",
      description = "how numbers are written, such as de or fr-CH (default: ${DEFAULT-VALUE})")
  String locale;

  @Option(
      names = "--bands",
      defaultValue = "30,60,90",
      paramLabel = "DAYS",
      description = "the highest day of each band (default: ${DEFAULT-VALUE})")
  String bands;

  @Option(
      names = "--ahead",
      defaultValue = "6",
      paramLabel = "MONTHS",
      description = "how far timelines look ahead, 0 to 24 (default: ${DEFAULT-VALUE})")
  int ahead;

  @Mixin Holidays holidays = new Holidays();
  @Mixin WorthOptions worth = new WorthOptions();

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    long start = System.nanoTime();
    boolean page = isPage();
    LocalDate day = day();
    PolicySet policies = Policies.set("--policy", policy);
    ReportSettings settings = settings();
    Report report = Report.of(accounts(), policies, day, settings);
    worth.requireRates();
    write(report, page);
    long millis = (System.nanoTime() - start) / 1_000_000;
    long items = report.aging().totals().values().stream().mapToLong(AgingLine::totalCount).sum();
    long customers = report.aging().lines().stream().map(AgingLine::customer).distinct().count();
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%s: %d open items of %d customers, %d KB, %.1f s%n",
            out,
            items,
            customers,
            size() / KILOBYTE,
            millis / 1000.0);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private boolean isPage() {
    String name = out.getFileName() == null ? "" : out.getFileName().toString();
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!List.of("html", "xlsx").contains(end)) {
      throw new BadInputException("--out: does not end with .html or .xlsx: " + out);
    }
    return end.equals("html");
  }

  private LocalDate day() {
    if (asOf == null && folder != null) {
      throw new BadInputException("--as-of: is needed with --ledger");
    }
    return asOf == null ? TourCommand.TODAY : Command.date("--as-of", asOf);
  }

  private List<Account> accounts() {
    return (folder == null ? TourCommand.sample() : LedgerReader.read(folder)).accounts();
  }

  private ReportSettings settings() {
    Worklist.Order order = worth.order();
    DunningEvaluator evaluator = holidays.evaluator();
    ReportSettings settings =
        ReportSettings.STANDARD
            .titled(title)
            .in(locale())
            .orderedBy(order)
            .agedBy(schedule())
            .decidedBy(order == Worklist.Order.RISK ? evaluator.statingRisk() : evaluator);
    try {
      settings = settings.lookingAhead(ahead);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--ahead: " + e.getMessage());
    }
    return worth.given().map(settings::convertedAt).orElse(settings);
  }

  private Locale locale() {
    Locale found = Locale.forLanguageTag(locale);
    if (found.getLanguage().isEmpty()) {
      throw new BadInputException(
          "--locale: not a language such as de or fr-CH: " + Found.shortened(locale));
    }
    return found;
  }

  private AgingSchedule schedule() {
    int[] limits = Command.numbers("--bands", bands).stream().mapToInt(i -> i).toArray();
    try {
      return AgingSchedule.byDueDate(limits);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--bands: " + e.getMessage());
    }
  }

  private void write(Report report, boolean page) {
    try {
      if (page) {
        HtmlReport.of(report).write(out);
      } else {
        ExcelReport.of(report).write(out);
      }
    } catch (UncheckedIOException e) {
      throw new BadInputException("--out: cannot be written: " + out);
    }
  }

  private long size() {
    try {
      return Files.size(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
