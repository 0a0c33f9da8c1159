package io.dunning.spring;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.ledger.Invoice;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which due dates the books take. Today is 2 March 2026. */
class EntriesTest {
  private static final LocalDate ISSUED = LocalDate.of(2026, 1, 10);

  private static void check(Invoice invoice) {
    Entries.requireDates(invoice, Host.DAY);
  }

  // Days on which an invoice of 10 January 2026 can be due: up to ten years later.
  @ParameterizedTest
  @CsvSource({"2026-01-10", "2026-02-09", "2036-01-10"})
  void dueDatesThatCanBe(LocalDate due) {
    assertThatCode(() -> check(Invoice.of("I-1", eur("1.00"), ISSUED, due)))
        .doesNotThrowAnyException();
  }

  // A year that is mistyped makes an invoice overdue at once, or never.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-01-09, before the invoice date; 2026-01-10
          2025-02-09, before the invoice date; 2026-01-10
          0026-02-09, before the invoice date; 2026-01-10
          2036-01-11, more than 10 years after the invoice date; 2026-01-10
          2062-02-09, more than 10 years after the invoice date; 2026-01-10
          9999-02-09, more than 10 years after the invoice date; 2026-01-10
          """)
  void dueDatesThatAreMistyped(LocalDate due, String problem) {
    assertThatThrownBy(() -> check(Invoice.of("I-1", eur("1.00"), ISSUED, due)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("invoice is due on " + due + ", " + problem.replace(';', ','));
  }

  @Test
  void eachInstalmentHasADateThatCanBe() {
    Instalment early = new Instalment(LocalDate.of(2025, 2, 9), eur("1.00"));
    Instalment late = new Instalment(LocalDate.of(2026, 3, 9), eur("1.00"));
    Invoice invoice =
        Invoice.of("I-1", eur("2.00"), ISSUED, ISSUED).inInstalments(List.of(early, late));
    assertThatThrownBy(() -> check(invoice))
        .hasMessage("instalment is due on 2025-02-09, before the invoice date, 2026-01-10");
  }

  // A credit note can have the due date of the invoice that it is about.
  @ParameterizedTest
  @CsvSource({"2025-02-09, true", "1926-02-09, false"})
  void aCreditNoteCanBeDueBeforeItsDate(LocalDate due, boolean taken) {
    Invoice credit = Invoice.of("CN-1", eur("-5.00"), ISSUED, due);
    if (taken) {
      assertThatCode(() -> check(credit)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> check(credit)).hasMessageContaining("before the invoice date");
    }
  }
}
