package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** Rows as a workbook, read back. */
class XlsxPrinterTest extends CommandFixture {
  private List<Row> book(String command) throws IOException {
    Path file = folder.resolve("x.xlsx");
    Run run = run(command + " --format xlsx --out " + file);
    assertThat(run.err()).isEmpty();
    try (ReadableWorkbook read = new ReadableWorkbook(Files.newInputStream(file))) {
      List<Row> rows = read.getFirstSheet().read();
      assertThat(run.out()).isEqualTo(file + ": " + (rows.size() - 1) + " rows\n");
      return rows;
    }
  }

  @Test
  void numbersAndDaysAreTypedAndNamesAreText() throws IOException {
    ledger("0042,=cmd,2026-05-01,2026-05-31,,EUR,1234.50\n", "");
    List<Row> rows = book("aging --as-of 2026-06-30 --by invoice");
    assertThat(rows.get(0).getCellText(2)).isEqualTo("invoice");
    Row row = rows.get(1);
    assertThat(row.getCellAsDate(0).orElseThrow().toLocalDate())
        .isEqualTo(LocalDate.of(2026, 6, 30));
    assertThat(row.getCell(1).getType()).isEqualTo(CellType.STRING);
    assertThat(row.getCellText(1)).isEqualTo("=cmd");
    assertThat(row.getCell(2).getType()).isEqualTo(CellType.STRING);
    assertThat(row.getCellText(2)).isEqualTo("0042");
    assertThat(row.getCellAsNumber(5).orElseThrow()).isEqualByComparingTo("1234.50");
    assertThat(rows.get(2).getCellText(1)).isEqualTo("total");
  }

  @Test
  void everyCommandWithRowsWritesThem() throws IOException {
    ledger(ONE_INVOICE, "");
    assertThat(book("next --as-of 2026-06-30 --policy standard-b2b")).hasSize(2);
    assertThat(book("worklist --as-of 2026-06-30")).hasSize(2);
    assertThat(book("metrics --as-of 2026-06-30").size()).isGreaterThan(20);
  }

  @Test
  void aWorkbookNeedsAFileAndAFileAWorkbook() throws IOException {
    ledger(ONE_INVOICE, "");
    assertThat(run("aging --as-of 2026-06-30 --format xlsx"))
        .isEqualTo(new Run(2, "", "--format xlsx: needs a file\nMaybe --out aging.xlsx\n"));
    assertThat(run("aging --as-of 2026-06-30 --out a.csv").err())
        .isEqualTo("--out: works only with --format xlsx, found: table\n");
    assertThat(run("aging --as-of 2026-06-30 --format xlsx --out /nowhere/a.xlsx").err())
        .isEqualTo("--out: cannot be written: /nowhere/a.xlsx\n");
  }
}
