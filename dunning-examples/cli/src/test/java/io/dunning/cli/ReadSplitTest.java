package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No money is booked twice, whether documents come in one run or several, or were booked by hand.
 */
class ReadSplitTest extends ReadDocuments {
  private static final String ONE = "INV-0001,C-4,2026-03-02,2026-04-01,,EUR,100.00\n";
  private static final String TWO = "INV-0002,C-4,2026-03-02,2026-04-01,,EUR,100.00\n";
  private static final String BY_HAND =
      "date,invoice,customer,type,amount,document,until,step,channel,note\n";

  /** A clerk gave the payment to another invoice, to the account, or to invoices in parts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2026-03-12,INV-0002,,payment,100.00,B-1,,,,; INV-0002",
        "2026-03-14,INV-0002,,payment,100.00,B-1,,,,; INV-0002",
        "2026-03-12,,C-4,payment,100.00,B-1,,,,; the account of C-4",
        "2026-03-12,INV-0002,,payment,60.00,B-1,,,,|2026-03-12,,C-4,payment,40.00,B-1,,,,;"
            + " INV-0002 and the account of C-4"
      })
  void booksNoPaymentThatWasBookedByHandElsewhere(String events, String where) throws IOException {
    ledger(ONE + TWO, "");
    file("events.csv", BY_HAND + events.replace('|', '\n') + "\n");
    Run run = read(".", "out", receipt("B-1", "2026-03-12", "100.00", "INV-0001"));
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("0 more events")
        .contains("- booked already, on " + where + " and not on INV-0001 (move it if that is")
        .contains("2026-03-12 payment 100.00 EUR, document ");
  }

  /** Another amount may be another part of a payment; it is booked and told. */
  @Test
  void tellsAnotherAmountOfTheSameDocument() throws IOException {
    ledger(ONE + TWO, "");
    file("events.csv", BY_HAND + "2026-03-12,INV-0002,,payment,70.00,B-1,,,,\n");
    Run run = read(".", "out", receipt("B-1", "2026-03-12", "100.00", "INV-0001"));
    assertThat(run.out())
        .contains("1 more event ")
        .contains("this document is booked with 70.00 EUR on INV-0002 already; delete what is");
  }

  /** Some banks give every receipt of a day the same reference. */
  @Test
  void booksTwoReceiptsOfOneReferenceOnTwoInvoices() throws IOException {
    ledger(ONE + TWO, "");
    String one = receipt("B-1", "2026-03-12", "100.00", "INV-0001");
    String other = file("other.xml", written(one).replace("INV-0001", "INV-0002")).toString();
    assertThat(read(".", "out", one, other).out()).contains(" 2 more events");
    assertThat(read("out", "again", other, one).out()).contains(" 0 more events");
  }

  @Test
  void lowersNothingByACreditNoteThatStandsInTheLedgerAsAnInvoice() throws IOException {
    String credit = document("CN-1", "381", "2026-03-03", "INV-0001", "60.00");
    assertThat(read(null, "one", credit).out()).startsWith("wrote 1 more invoice");
    String invoice = document("INV-0001", "380", "2026-03-02", "", "100.00");
    Run run = read("one", "two", invoice, credit);
    assertThat(run.out())
        .startsWith("wrote 1 more invoice and 0 more events")
        .contains("- credit note CN-1 is in the ledger already, as an invoice of -60.00 EUR; to");
  }

  /** An account of two currencies, or of another, cannot hold the amount; the rest is written. */
  @ParameterizedTest
  @ValueSource(strings = {"50.00 EUR", "50.00 USD", "50.00 CHF"})
  void proposesNothingOnAnAccountInSeveralCurrencies(String amount) throws IOException {
    file("customers.csv", "customer,country,name\nC-4,DE,Sud AG\n");
    ledger(ONE + "INV-0002,C-4,2026-03-02,2026-04-01,,USD,100.00\n", "");
    String paid = receipt("B-2", "2026-03-12", "100.00", "INV-0001");
    Run run = read(".", "out", receipt("B-1", "2026-03-12", amount, "hello"), paid);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("1 more event ")
        .contains("- receipt of 2026-03-12, " + amount + " from Sud AG, is not booked: ")
        .doesNotContain("holds steps");
  }

  @ParameterizedTest
  @CsvSource({"50.00 EUR,true", "50.00 USD,false"})
  void proposesOnAnAccountInItsCurrency(String amount, boolean isProposed) throws IOException {
    file("customers.csv", "customer,country,name\nC-4,DE,Sud AG\n");
    ledger(ONE, "");
    Run run = read(".", "out", receipt("B-1", "2026-03-12", amount, "hello"));
    assertThat(run.err()).isEmpty();
    assertThat(run.out().contains("holds steps of customer C-4")).isEqualTo(isProposed);
  }

  /** A credit note counts against what was invoiced, whatever was paid before it was read. */
  @Test
  void booksACreditNoteOnAPaidInvoiceInOneRunOrTwo() throws IOException {
    String invoice = document("INV-0001", "380", "2026-03-02", "", "100.00");
    String credit = document("CN-1", "381", "2026-03-20", "INV-0001", "60.00");
    String paid = receipt("B-1", "2026-03-12", "100.00", "INV-0001");
    Run together = read(null, "together", invoice, credit, paid);
    assertThat(together.out()).contains("but only 40.00 EUR was open; see what the rest is for");
    read(null, "one", invoice, paid);
    Run split = read("one", "two", credit);
    assertThat(split.out())
        .contains("1 more event ")
        .contains("but nothing was open on it; pay it back or book it on another invoice");
    assertThat(written("two/events.csv")).isEqualTo(written("together/events.csv"));
    assertThat(aging("two")).isEqualTo(aging("together")).isNotEmpty();
    Run again = read("two", "three", document("CN-2", "381", "2026-03-21", "INV-0001", "41.00"));
    assertThat(again.out())
        .contains("0 more events")
        .contains("it is more than the invoice comes to less other credits, 40.00 EUR; record");
  }

  @Test
  void booksNoCreditOnAVoidedInvoice() throws IOException {
    ledger(ONE, "2026-03-03,INV-0001,,voided,,,,,\n");
    Run run = read(".", "out", document("CN-1", "381", "2026-03-20", "INV-0001", "60.00"));
    assertThat(run.out())
        .contains("0 more events")
        .contains(
            "not booked on INV-0001: the invoice is voided, credited in full or a credit note");
  }

  /** After an overpayment nothing is open: not less than nothing. */
  @Test
  void tellsThatNothingIsOpenOnAnOverpaidInvoice() throws IOException {
    ledger(ONE, "2026-03-03,INV-0001,,payment,600.00,,,,\n");
    Run run = read(".", "out", receipt("B-1", "2026-03-12", "100.00", "INV-0001"));
    assertThat(run.out())
        .contains("is booked on INV-0001, but nothing was open on it; pay it back or book it on")
        .doesNotContain("-500.00");
  }

  /** A receipt that came before its invoice is booked once its file is read again. */
  @Test
  void booksAReceiptOnceItsInvoiceIsThere() throws IOException {
    ledger(ONE, "");
    file("customers.csv", "customer,country,name\nC-4,DE,Sud AG\n");
    String paid = receipt("B-1", "2026-03-12", "90.00", "INV-0003");
    assertThat(read(".", "one", paid).out()).contains("it holds steps of customer C-4");
    String invoice = document("INV-0003", "380", "2026-03-02", "", "90.00");
    read("one", "two", invoice, paid);
    List<String> events = written("two/events.csv").lines().toList();
    assertThat(events)
        .anyMatch(e -> e.contains("INV-0003") && e.contains(",payment,90.00"))
        .anyMatch(e -> e.contains(",candidate-booked,"));
  }
}
