package io.dunning.bridges.document;

import static io.dunning.bridges.document.Documents.cii;
import static io.dunning.bridges.document.Documents.source;
import static io.dunning.bridges.document.Documents.ubl;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An element that may stand once stands twice: neither the first nor the last is taken. */
class RepeatedElementsTest {
  private static Finding problem(String text) {
    Mapped<ElectronicInvoice> read = InvoiceReader.standard().read(source(text));
    assertThat(read.value()).isEmpty();
    assertThat(read.problems()).hasSize(1);
    return read.problems().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <cbc:ID>INV-7</cbc:ID>                                        | INV-8   | 1
          <cbc:IssueDate>2026-03-01</cbc:IssueDate>                     | 2026-04-01 | 2
          <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>      | USD     | 1
          <cbc:PayableAmount currencyID="EUR">1190.00</cbc:PayableAmount> | 119.00 | 1
          """)
  void isOneProblemInUbl(String element, String second, int times) {
    String other = element.replaceAll(">[^<]+<", ">" + second + "<");
    String text = ubl("<cbc:DueDate>2026-03-31</cbc:DueDate>");
    Finding finding = problem(text.replace(element, element + other.repeat(times)));
    assertThat(finding.toString())
        .contains(": stands twice, and only one can count: " + second)
        .contains("\nMaybe ask the sender for a document with one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <ram:ID>INV-7</ram:ID>                                    | INV-8
          <ram:DuePayableAmount>1190.00</ram:DuePayableAmount>      | 119.00
          <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>    | USD
          """)
  void isOneProblemInCii(String element, String second) {
    String other = element.replaceAll(">[^<]+<", ">" + second + "<");
    String due =
        "<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format=\"102\">"
            + "20260331</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>";
    Finding finding = problem(cii(due).replace(element, element + other));
    assertThat(finding.what()).isEqualTo("stands twice, and only one can count");
    assertThat(finding.found()).contains(second);
  }
}
