package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class RowsTest {
  private static final List<String> COLUMNS = List.of("day", "name", "amount", "rate");

  private final StringWriter text = new StringWriter();

  private Rows rows() {
    return new Rows(COLUMNS, new CsvPrinter(COLUMNS, new PrintWriter(text), false));
  }

  @Test
  void printCellsByTheNamesOfTheirColumns() {
    Rows rows = rows();
    rows.with("amount", Money.eur("1.50")).with("name", "a").with("day", LocalDate.EPOCH).print();
    rows.with("rate", new BigDecimal("1E+3")).print();
    rows.end();
    assertThat(text).hasToString("day,name,amount,rate\n1970-01-01,a,1.50,\n,,,1000\n");
  }

  @Test
  void printAmountsAsDecimalsPrint() {
    for (int decimals = 0; decimals <= 9; decimals++) {
      CurrencyUnit unit = CurrencyUnit.of("ABC", decimals);
      for (long minor : new long[] {0, 1, 9, 10, 99, 100, 12345, 1_000_000_000, Long.MAX_VALUE}) {
        for (long each : new long[] {minor, -minor, Long.MIN_VALUE}) {
          Money money = Money.ofMinor(each, unit);
          assertThat(Rows.text(money)).isEqualTo(money.amount().toPlainString());
        }
      }
    }
  }

  @Test
  void refuseAColumnThatIsNotThere() {
    Rows rows = rows();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows.with("colour", "red"))
        .withMessage("no such column: colour");
  }

  @Test
  void alignNumbersToTheRightInATable() {
    Rows rows = new Rows(COLUMNS, new TablePrinter(COLUMNS, new PrintWriter(text), Ansi.OFF));
    rows.with("name", "long name").with("amount", Money.eur("1.50")).print();
    rows.with("name", "b").with("amount", Money.eur("-100.00")).print();
    rows.end();
    assertThat(text.toString().lines())
        .containsExactly(
            "day  name        amount  rate", //
            "     long name     1.50", //
            "     b          -100.00");
  }
}
