package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadCommandTest extends CommandFixture {
  /** The documents of the guide to bridges. */
  private static final Path SAMPLES = Path.of("../bridges/src/test/resources/guide");

  private static final String INVOICE = SAMPLES.resolve("invoice.xml").toString();
  private static final String BANK = SAMPLES.resolve("bank.xml").toString();

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  private String written(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void booksWhatIsBeyondDoubtAndListsTheRest() throws IOException {
    Run run = dunning("read", BANK, INVOICE, "--out", out("books"));
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            wrote 1 more invoices and 1 more events to %s
            - %s:23:15: PaymentTerms/Note: line of the payment terms is kept as text only: Please quote the number.
            - receipt reversed of 2026-03-12, 90.00 EUR from West KG, is not booked: it quotes no invoice
            - expected receipt of 2026-03-13, 500.00 EUR from Ost OHG, is not booked: it quotes no invoice
            """
                .formatted(out("books"), INVOICE));
    assertThat(written("books/invoices.csv"))
        .contains("INV-2026-0007,C-4,2026-03-02,,2/10 net 30,EUR,1190.00");
    assertThat(written("books/events.csv"))
        .contains("2026-03-12,INV-2026-0007,C-4,payment,1166.20")
        .contains("B-4711");
    assertThat(written("books/customers.csv")).contains("C-4,DE,Süd AG");
    Run next =
        dunning("aging", "--ledger", out("books"), "--as-of", "2026-04-30", "--format", "csv");
    assertThat(next.code()).isZero();
  }

  @Test
  void addsToALedgerAndBooksNothingTwice() throws IOException {
    ledger(
        "INV-2026-0003,W,2026-01-02,2026-02-01,,EUR,90.00\n",
        "2026-02-01,INV-2026-0003,,payment,90.00,,,,\n");
    Run first = dunning("read", INVOICE, BANK, "--ledger", folder.toString(), "--out", out("one"));
    assertThat(first.out()).startsWith("wrote 1 more invoices and 2 more events");
    assertThat(written("one/events.csv"))
        .contains("2026-03-12,INV-2026-0003,W,payment-reversed,90.00")
        .contains("AM04");
    Run again = dunning("read", BANK, "--ledger", out("one"), "--out", out("two"));
    assertThat(again.out())
        .startsWith("wrote 0 more invoices and 0 more events")
        .contains("- booked already: 2026-03-12 payment 1166.20 EUR, document B-4711");
    assertThat(written("two/events.csv")).isEqualTo(written("one/events.csv"));
    Run twice = dunning("read", INVOICE, "--ledger", out("one"), "--out", out("three"));
    assertThat(twice.code()).isEqualTo(2);
    assertThat(twice.err()).contains("invoice is in the ledger already: INV-2026-0007");
    assertThat(folder.resolve("three")).doesNotExist();
  }

  @Test
  void tellsEveryProblemOfEveryFileAndWritesNothing() {
    Run run =
        dunning(
            "read",
            SAMPLES.resolve("broken.xml").toString(),
            SAMPLES.resolve("missing.xml").toString(),
            INVOICE,
            "--out",
            out("books"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("broken.xml:6:18: IssueDate: date is not written as 2026-03-01: 02.03.2026")
        .contains("broken.xml:29:41: ")
        .contains("missing.xml: document cannot be read");
    assertThat(run.out()).isEmpty();
    assertThat(folder.resolve("books")).doesNotExist();
  }

  @Test
  void asksForTermsIfAnInvoiceHasNone() throws IOException {
    String text =
        Files.readString(Path.of(INVOICE)).replace("<cbc:DueDate>2026-04-01</cbc:DueDate>", "");
    String plain = file("plain.xml", text).toString();
    Run run = dunning("read", plain, "--out", out("books"));
    assertThat(run.err())
        .contains("nothing says when the invoice falls due: INV-2026-0007\nMaybe --terms 'net 30'");
    Run agreed = dunning("read", plain, "--out", out("books"), "--terms", "net 14");
    assertThat(agreed.code()).isZero();
    assertThat(written("books/invoices.csv")).contains(",2/10 net 14,EUR,1190.00");
    assertThat(dunning("read", plain, "--out", out("x"), "--terms", "soon").err())
        .startsWith("--terms: ");
  }

  @Test
  void lowersTheInvoiceThatACreditNoteNames() throws IOException {
    String note =
        Files.readString(Path.of(INVOICE))
            .replace("<cbc:ID>INV-2026-0007</cbc:ID>", "<cbc:ID>CN-1</cbc:ID>")
            .replace(">380<", ">381<")
            .replace(
                "<cac:AccountingSupplierParty>",
                "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>INV-2026-0007</cbc:ID>"
                    + "</cac:InvoiceDocumentReference></cac:BillingReference>"
                    + "<cac:AccountingSupplierParty>");
    String credit = file("credit.xml", note).toString();
    Run run = dunning("read", INVOICE, credit, "--out", out("books"));
    assertThat(run.err()).isEmpty();
    assertThat(written("books/events.csv")).contains("2026-03-02,INV-2026-0007,C-4,credit,1190.00");
  }

  @Test
  void overwritesNothing() throws IOException {
    ledger(ONE_INVOICE, "");
    Run run = dunning("read", INVOICE, "--out", folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("invoices.csv: exists already");
  }
}
