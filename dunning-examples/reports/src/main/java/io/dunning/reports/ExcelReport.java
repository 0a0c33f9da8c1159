package io.dunning.reports;

import io.dunning.action.DunningAction;
import io.dunning.aging.AgeBand;
import io.dunning.aging.AgingLine;
import io.dunning.aging.AgingLine.Apart;
import io.dunning.aging.AgingReport;
import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.OpenItem;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.portfolio.Worklist;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A report as a workbook: the work of the day, customers by age, open invoices, and the trend. */
public final class ExcelReport {
  private static final List<String> COLUMNS =
      List.of(
          "Customer",
          "Name",
          "Invoice",
          "Issued",
          "Due",
          "Days",
          "Open",
          "Currency",
          "Band",
          "Verdict",
          "Step",
          "Look again",
          "Why");

  private final Report report;
  private final List<AgeBand> bands;

  private ExcelReport(Report report) {
    this.report = Objects.requireNonNull(report, "report");
    bands = report.aging().schedule().bands();
  }

  /**
   * {@return a report as a workbook}
   *
   * @param report the report
   */
  public static ExcelReport of(Report report) {
    return new ExcelReport(report);
  }

  /**
   * Writes the workbook into a file.
   *
   * @param file the file, which is replaced
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the workbook.
   *
   * @param out receives the workbook; it is not closed
   * @throws UncheckedIOException if it cannot be written
   * @throws IllegalArgumentException if there are more rows than a sheet holds
   */
  public void write(OutputStream out) {
    try (Spreadsheet workbook = new Spreadsheet(out)) {
      worklist(workbook);
      customers(workbook);
      invoices(workbook);
      trend(workbook);
      about(workbook);
    }
  }

  /** What tells one saved workbook from another. */
  private void about(Spreadsheet workbook) {
    Spreadsheet.Sheet sheet = workbook.sheet("About", List.of("What", "Value"));
    ReportSettings settings = report.settings();
    sheet.row("Title", settings.title());
    sheet.row("As of", report.asOf());
    for (DunningPolicy each : report.policies().policies().stream().distinct().toList()) {
      String version = each.version().isEmpty() ? "" : " version " + each.version();
      sheet.row("Policy", each.name() + version);
    }
    sheet.row("Order of the work", settings.order().name().toLowerCase(Locale.ROOT));
    sheet.row(
        "Customers", report.aging().lines().stream().map(l -> l.customer()).distinct().count());
    sheet.end();
  }

  private void worklist(Spreadsheet workbook) {
    Spreadsheet.Sheet sheet =
        workbook.sheet(
            "Worklist",
            List.of(
                "Place",
                "Customer",
                "Name",
                "Invoices",
                "Step",
                "Action",
                "Approval",
                "Overdue",
                "Currency",
                "Due since",
                "Days",
                "Worth",
                "Why",
                "Not before"));
    for (List<CustomerWork> list : report.work()) {
      int place = 0;
      for (CustomerWork work : list) {
        place++;
        for (Worklist.Entry each : work.entries()) {
          line(sheet, place, each, report.asOf());
        }
        for (CustomerWork.Later each : work.later()) {
          line(sheet, place, each.entry(), each.from().orElse(null));
        }
      }
    }
    sheet.end();
  }

  private void line(Spreadsheet.Sheet sheet, int place, Worklist.Entry entry, LocalDate when) {
    Recommendation due = entry.recommendation();
    LocalDate since = due.overdueSince().orElse(null);
    for (Money overdue : due.overdue()) {
      sheet.row(
          place,
          due.subject().customer(),
          due.subject().customerName(),
          String.join(" ", due.invoices()),
          due.step().orElse(""),
          due.actions().stream().map(DunningAction::toString).collect(Collectors.joining(" and ")),
          due.approver().orElse(null),
          overdue,
          overdue.currency().code(),
          since,
          since == null ? null : ChronoUnit.DAYS.between(since, report.asOf()),
          entry.worth(),
          due.reason().toString(),
          when);
    }
  }

  private void customers(Spreadsheet workbook) {
    List<String> columns = new ArrayList<>(List.of("Customer", "Name", "Currency"));
    bands.forEach(b -> columns.add(b.label()));
    columns.addAll(List.of("Total", "Items", "Credit"));
    Spreadsheet.Sheet sheet = workbook.sheet("Aging", columns);
    for (AgingLine each : report.aging().lines()) {
      sheet.row(cells(each, each.customer(), report.nameOf(each.customer())));
    }
    report.aging().totals().values().forEach(l -> sheet.total(cells(l, "total", null)));
    sheet.end();
  }

  private Object[] cells(AgingLine line, String customer, String name) {
    List<Object> cells = new ArrayList<>();
    cells.add(customer);
    cells.add(name);
    cells.add(line.currency().code());
    for (int i = 0; i < bands.size(); i++) {
      cells.add(line.amount(i));
    }
    cells.add(line.total());
    cells.add(line.totalCount());
    cells.add(line.count(Apart.CREDIT) > 0 ? line.amount(Apart.CREDIT) : null);
    return cells.toArray();
  }

  private void invoices(Spreadsheet workbook) {
    Spreadsheet.Sheet sheet = workbook.sheet("Open items", COLUMNS);
    for (Debtor each : report.debtors()) {
      Map<String, Recommendation> now = each.byInvoice();
      for (OpenItem item : each.account().openItems(report.asOf())) {
        if (item.minorUnits() > 0) {
          item(sheet, now.get(item.invoice()), item);
        }
      }
    }
    for (AgingLine each : report.aging().totals().values()) {
      Object[] cells = new Object[COLUMNS.size()];
      cells[0] = "total";
      cells[COLUMNS.indexOf("Open")] = each.total();
      cells[COLUMNS.indexOf("Currency")] = each.currency().code();
      sheet.total(cells);
    }
    sheet.end();
  }

  private void item(Spreadsheet.Sheet sheet, Recommendation now, OpenItem item) {
    LocalDate due = LocalDate.ofEpochDay(item.dueDay());
    LocalDate issued = LocalDate.ofEpochDay(item.issuedDay());
    sheet.row(
        item.customer(),
        report.nameOf(item.customer()),
        item.invoice(),
        issued,
        due,
        ChronoUnit.DAYS.between(due, report.asOf()),
        item.amount(),
        item.currency().code(),
        report.bandOf(issued, due).label(),
        now == null ? null : now.verdict().toString(),
        now == null ? null : now.step().or(now::waitsFor).orElse(null),
        now == null ? null : now.reviewOn().orElse(null),
        now == null ? null : now.reason().toString());
  }

  private void trend(Spreadsheet workbook) {
    List<String> columns = new ArrayList<>(List.of("Day", "Currency"));
    bands.forEach(b -> columns.add(b.label()));
    columns.add("Total");
    Spreadsheet.Sheet sheet = workbook.sheet("Trend", columns);
    for (Map.Entry<LocalDate, AgingReport> each : report.trend().entrySet()) {
      for (AgingLine line : each.getValue().totals().values()) {
        List<Object> cells = new ArrayList<>(List.of(each.getKey(), line.currency().code()));
        for (int i = 0; i < bands.size(); i++) {
          cells.add(line.amount(i));
        }
        cells.add(line.total());
        sheet.row(cells.toArray());
      }
    }
    sheet.end();
  }
}
