package io.dunning.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.aging.AgingLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks are read back. */
class ExcelReportTest {
  private static byte[] book(Report report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExcelReport.of(report).write(out);
    return out.toByteArray();
  }

  private static List<Row> rows(byte[] book, String sheet) throws IOException {
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
      return read.findSheet(sheet).orElseThrow().read();
    }
  }

  /** The text of a file of the archive. */
  private static String part(byte[] book, String name) throws IOException {
    Path file = Files.createTempFile("book", ".xlsx");
    try {
      Files.write(file, book);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        return new String(
            zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
      }
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void agingHasTheFiguresOfTheReportAndItsTotals() throws IOException {
    Report report = ReportFixture.report();
    List<Row> rows = rows(book(report), "Aging");
    List<AgingLine> lines = new ArrayList<>(report.aging().lines());
    lines.addAll(report.aging().totals().values());
    assertThat(rows).hasSize(1 + lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Row row = rows.get(i + 1);
      assertThat(row.getCellText(2)).isEqualTo(lines.get(i).currency().code());
      for (int band = 0; band < 5; band++) {
        assertThat(number(row, 3 + band)).isEqualByComparingTo(lines.get(i).amount(band).amount());
      }
      assertThat(number(row, 8)).isEqualByComparingTo(lines.get(i).total().amount());
      assertThat(number(row, 9))
          .isEqualByComparingTo(BigDecimal.valueOf(lines.get(i).totalCount()));
    }
    assertThat(rows.get(rows.size() - 1).getCellText(0)).isEqualTo("total");
  }

  private static BigDecimal number(Row row, int column) {
    assertThat(row.getCell(column).getType()).isEqualTo(CellType.NUMBER);
    return row.getCellAsNumber(column).orElseThrow();
  }

  @Test
  void itemsHaveDaysNumbersAndText() throws IOException {
    Row row = rows(book(ReportFixture.report()), "Open items").get(1);
    assertThat(row.getCellText(0)).isEqualTo("C-1");
    assertThat(row.getCellText(1)).isEqualTo("Alder Ltd");
    assertThat(row.getCellAsDate(4).orElseThrow().toLocalDate())
        .isEqualTo(LocalDate.of(2026, 5, 21));
    assertThat(number(row, 5)).isEqualByComparingTo("40");
    assertThat(number(row, 6)).isEqualByComparingTo("1200");
    assertThat(row.getCellText(9)).isEqualTo("act");
    assertThat(row.getCellText(10)).isEqualTo("call");
  }

  @Test
  void workStandsInItsOrder() throws IOException {
    List<Row> rows = rows(book(ReportFixture.report()), "Worklist");
    assertThat(rows.subList(1, rows.size()).stream().map(r -> r.getCellText(3)))
        .containsExactly("A-1", "A-2", "B-2", "C-1");
    // the second contact of Alder comes too soon after the first
    assertThat(rows.get(1).getCellAsDate(13).orElseThrow().toLocalDate())
        .isEqualTo(ReportFixture.TODAY);
    assertThat(rows.get(2).getCellAsDate(13).orElseThrow().toLocalDate())
        .isEqualTo(LocalDate.of(2026, 7, 7));
    assertThat(rows.subList(1, 4).stream().map(r -> r.getCellText(0)))
        .containsExactly("1", "1", "2");
  }

  @Test
  void aSavedWorkbookSaysOfWhichDayAndPolicyItIs() throws IOException {
    List<String> about =
        rows(book(ReportFixture.report()), "About").stream()
            .map(r -> r.getCellText(0) + ": " + r.getCellText(1))
            .toList();
    assertThat(about).contains("Title: Receivables", "Policy: standard");
    assertThat(rows(book(ReportFixture.report()), "About").get(2).getCellAsDate(1).orElseThrow())
        .isEqualTo(ReportFixture.TODAY.atStartOfDay());
  }

  @Test
  void theHeaderStaysInViewAndCanBeFiltered() throws IOException {
    byte[] book = book(ReportFixture.report());
    assertThat(part(book, "xl/worksheets/sheet2.xml"))
        .contains("state=\"frozen\"", "ySplit=\"1\"", "<autoFilter ref=\"A1:K4\"");
    assertThat(part(book, "xl/worksheets/sheet3.xml")).contains("<autoFilter ref=\"A1:M7\"");
  }

  /** Text is text, whatever it begins with; characters that XML refuses are written visibly. */
  @ParameterizedTest
  @MethodSource("io.dunning.reports.HostileTextTest#names")
  void noTextIsAFormula(String name) throws IOException {
    byte[] book = book(ReportFixture.report(ReportFixture.named(name)));
    for (int i = 1; i <= 4; i++) {
      assertThat(part(book, "xl/worksheets/sheet" + i + ".xml")).doesNotContain("<f>");
    }
    Cell cell = rows(book, "Aging").get(1).getCell(1);
    assertThat(cell.getType()).isEqualTo(CellType.STRING);
    assertThat(cell.getText()).isEqualTo(Shown.text(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"})
  void whatLooksLikeAFormulaIsText(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Spreadsheet book = new Spreadsheet(out)) {
      Spreadsheet.Sheet sheet = book.sheet("x", List.of(text));
      sheet.row(text);
      sheet.end();
    }
    for (Row row : rows(out.toByteArray(), "x")) {
      assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
      assertThat(row.getCell(0).getText()).isEqualTo(Shown.text(text));
    }
  }

  @Test
  void refusesWhatASheetCannotHold() {
    try (Spreadsheet book = new Spreadsheet(new ByteArrayOutputStream())) {
      Spreadsheet.Sheet sheet = book.sheet("a/b:c", List.of("one"));
      assertThatThrownBy(() -> sheet.row("a", "b"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("more cells than columns: 2");
      assertThatThrownBy(() -> sheet.row(new Object()))
          .hasMessage("cell is of no known type: class java.lang.Object");
    }
  }
}
