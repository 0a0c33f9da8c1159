package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
            wrote 1 more invoice and 1 more event to %s
            - %s:23:15: PaymentTerms/Note: line of the payment terms is kept as text only: Please quote the number.
            - receipt reversed of 2026-03-12, 90.00 EUR from West KG, is not booked: it quotes no invoice of the ledger; record payment-reversed on the invoice that was paid with it
            - expected receipt of 2026-03-13, 500.00 EUR from Ost OHG, is not booked: the bank has announced it and not booked it; read the file that books it
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
    assertThat(first.out()).startsWith("wrote 1 more invoice and 3 more events");
    assertThat(written("one/events.csv"))
        .contains("2026-03-12,INV-2026-0003,W,payment-reversed,90.00")
        .contains("AM04")
        .contains("2026-03-12,INV-2026-0003,W,collection-failed");
    Run again = dunning("read", BANK, "--ledger", out("one"), "--out", out("two"));
    assertThat(again.out())
        .startsWith("wrote 0 more invoices and 0 more events")
        .contains(
            "- booked already: 2026-03-12 payment 1166.20 EUR, document DE89370400440532013000 2026-03-12 B-4711");
    assertThat(written("two/events.csv")).isEqualTo(written("one/events.csv"));
    Run twice = dunning("read", INVOICE, "--ledger", out("one"), "--out", out("three"));
    assertThat(twice.code()).isZero();
    assertThat(twice.out()).contains("- invoice is in the ledger already: INV-2026-0007");
    String text = Files.readString(Path.of(INVOICE)).replace("1190.00", "1290.00");
    String other = file("other.xml", text).toString();
    Run differs = dunning("read", other, "--ledger", out("one"), "--out", out("four"));
    assertThat(differs.code()).isEqualTo(2);
    assertThat(differs.err())
        .contains(
            "other.xml: another invoice of this number is in the ledger: INV-2026-0007\nMaybe");
    assertThat(folder.resolve("four")).doesNotExist();
  }

  private static String receipt(String reference, String amount, String status, String details) {
    return """
        <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>%s</Cd></Sts>
          <BookgDt><Dt>2026-06-18</Dt></BookgDt><ValDt><Dt>2026-06-18</Dt></ValDt>
          <AcctSvcrRef>%s</AcctSvcrRef><NtryDtls>%s</NtryDtls></Ntry>
        """
        .formatted(amount, status, reference, details);
  }

  private static String from(String payer, String text) {
    return "<TxDtls><RltdPties><Dbtr><Pty><Nm>"
        + payer
        + "</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>"
        + text
        + "</Ustrd></RmtInf></TxDtls>";
  }

  private String bank(String name, String... entries) throws IOException {
    String text =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
          <BkToCstmrStmt><GrpHdr><MsgId>M-1</MsgId></GrpHdr>
            <Stmt><Id>S-1</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>%s</Stmt>
          </BkToCstmrStmt>
        </Document>
        """;
    return file(name, text.formatted(String.join("", entries))).toString();
  }

  /** What is decided about each invoice of a ledger. */
  private String next(String ledger) {
    return dunning(
            "next --policy standard-b2b --all --as-of 2026-06-20 --format csv --ledger"
                .concat(" " + out(ledger))
                .split(" "))
        .out();
  }

  @Test
  void holdsTheStepUntilAnUnsureReceiptIsBookedOrRejected() throws IOException {
    ledger(
        "INV-71,A,2026-05-01,2026-05-31,,EUR,100.00\nINV-72,B,2026-05-01,2026-05-31,,EUR,100.00\n",
        "");
    String unsure = bank("b.xml", receipt("R-1", "100.00", "BOOK", from("A Ltd", "INV-71 INV-72")));
    Run run = dunning("read", unsure, "--ledger", folder.toString(), "--out", out("held"));
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("wrote 0 more invoices and 2 more events")
        .contains(
            "- receipt of 2026-06-18, 100.00 EUR from A Ltd, is not booked: it quotes INV-71, INV-72"
                + " and does not say how much is for each; record a payment on each invoice that it"
                + " pays; it holds steps of INV-71, INV-72 until you record"
                + " candidate-booked or candidate-rejected of \"DE89370400440532013000 2026-06-18"
                + " R-1\", and no longer than the policy says (7 days if it does not say)");
    assertThat(next("held").split("100.00 EUR from A Ltd on 2026-06-18 may be this payment"))
        .hasSize(3);
    Run again = dunning("read", unsure, "--ledger", out("held"), "--out", out("again"));
    assertThat(again.out())
        .contains("0 more events")
        .contains(
            "- proposed already: receipt of 2026-06-18, 100.00 EUR from A Ltd, document "
                + "DE89370400440532013000 2026-06-18 R-1");
    file("events.csv", andRejected(written("held/events.csv")));
    String rejected = run("next --policy standard-b2b --all --as-of 2026-06-20 --format csv").out();
    assertThat(rejected).doesNotContain("may be this payment");
  }

  /** Events, and behind each proposed receipt its rejection. */
  private static String andRejected(String events) {
    List<String> lines = events.lines().toList();
    List<String> columns = List.of(lines.get(0).split(",", -1));
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(line).append('\n');
      String[] cells = line.split(",", -1);
      if (cells[columns.indexOf("type")].equals("candidate-receipt")) {
        for (int i = 0; i < cells.length; i++) {
          boolean kept = Set.of("date", "invoice", "customer", "id").contains(columns.get(i));
          cells[i] = kept ? cells[i] : columns.get(i).equals("type") ? "candidate-rejected" : "";
        }
        text.append(String.join(",", cells)).append('\n');
      }
    }
    return text.toString();
  }

  @Test
  void whatWasAnnouncedIsBookedOnceItIsSure() throws IOException {
    ledger("INV-71,A,2026-05-01,2026-05-31,,EUR,100.00\n", "");
    String announced =
        bank(
            "a.xml",
            receipt("R-1", "100.00", "PDNG", from("A Ltd", "INV-71"))
                .replace("<BookgDt><Dt>2026-06-18</Dt></BookgDt>", ""));
    dunning("read", announced, "--ledger", folder.toString(), "--out", out("one"));
    assertThat(next("one")).contains("100.00 EUR from A Ltd on 2026-06-18 may be this payment");
    String booked =
        bank(
            "b.xml",
            receipt("R-1", "60.00", "BOOK", from("A Ltd", "INV-71"))
                .replace("<BookgDt><Dt>2026-06-18", "<BookgDt><Dt>2026-06-19"));
    Run run = dunning("read", booked, "--ledger", out("one"), "--out", out("two"));
    assertThat(run.out()).contains("2 more events");
    assertThat(written("two/events.csv")).contains("payment,60.00").contains("candidate-booked");
    assertThat(next("two")).doesNotContain("may be this payment");
  }

  @Test
  void aReceiptThatQuotesNothingHoldsTheStepsOfWhoHasTheNameOfThePayer() throws IOException {
    file("customers.csv", "customer,country,name\nA,DE,Ost OHG\nB,DE,Other\n");
    ledger(
        "INV-71,A,2026-05-01,2026-05-31,,EUR,100.00\nINV-72,B,2026-05-01,2026-05-31,,EUR,100.00\n",
        "");
    String bank = bank("b.xml", receipt("R-1", "100.00", "BOOK", from("OST  OHG", "thanks")));
    Run run = dunning("read", bank, "--ledger", folder.toString(), "--out", out("held"));
    assertThat(run.out())
        .contains(
            "it quotes no invoice of the ledger; record a payment on each invoice that it pays; it"
                + " holds steps of customer A until you record ");
    assertThat(next("held").split("may be this payment")).hasSize(2);
  }

  @Test
  void booksEveryPartOfABatch() throws IOException {
    ledger(
        "INV-71,A,2026-05-01,2026-05-31,,EUR,100.00\nINV-72,B,2026-05-01,2026-05-31,,EUR,100.00\n",
        "");
    String amount = "<TxDtls><Amt Ccy=\"EUR\">100.00</Amt>";
    String parts =
        from("A Ltd", "INV-71").replace("<TxDtls>", amount)
            + from("B Ltd", "INV-72").replace("<TxDtls>", amount);
    Run run =
        dunning(
            "read",
            bank("b.xml", receipt("R-1", "200.00", "BOOK", parts)),
            "--ledger",
            folder.toString(),
            "--out",
            out("paid"));
    assertThat(run.out()).contains("2 more events");
    assertThat(written("paid/events.csv")).contains("R-1/1").contains("R-1/2");
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
        .contains("missing.xml: no such file");
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
    assertThat(agreed.out())
        .contains("nothing says when the invoice falls due")
        .contains(", so it has --terms: net 14");
    assertThat(written("books/invoices.csv")).contains(",2/10 net 14,EUR,1190.00");
    assertThat(dunning("read", plain, "--out", out("x"), "--terms", "soon").err())
        .startsWith("--terms: ");
  }

  @Test
  void overwritesNothing() throws IOException {
    ledger(ONE_INVOICE, "");
    Run run = dunning("read", INVOICE, "--out", folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("invoices.csv: exists already");
  }
}
