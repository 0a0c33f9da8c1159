package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code read} books once, and what it refuses to book. */
class ReadBooksTest extends ReadDocuments {
  @BeforeEach
  void oneInvoiceOf600() throws IOException {
    ledger("R-1001,W,2026-01-02,2026-02-01,,EUR,600.00\n", "");
  }

  /** The sample invoice with another type, amount and number, and with a preceding invoice. */
  private String document(String name, String type, String preceding, String amount)
      throws IOException {
    String note =
        Files.readString(Path.of(INVOICE))
            .replace("<cbc:ID>INV-2026-0007</cbc:ID>", "<cbc:ID>" + name + "</cbc:ID>")
            .replace("1190.00", amount)
            .replace(">380<", ">" + type + "<")
            .replace(
                "<cac:AccountingSupplierParty>",
                "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>"
                    + preceding
                    + "</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>"
                    + "<cac:AccountingSupplierParty>");
    return file(name + ".xml", note).toString();
  }

  private String creditNote(String preceding, String amount) throws IOException {
    return document("CN-1", "381", preceding, amount);
  }

  @Test
  void lowersTheInvoiceThatACreditNoteNamesInAnyOrderOfTheFiles() throws IOException {
    String credit = creditNote("INV-2026-0007", "1190.00");
    Run run = dunning("read", credit, INVOICE, "--out", out("books"));
    assertThat(run.err()).isEmpty();
    assertThat(written("books/events.csv")).contains("2026-03-02,INV-2026-0007,C-4,credit,1190.00");
    assertThat(written("books/invoices.csv")).doesNotContain("CN-1");
    Run again = dunning("read", credit, "--ledger", out("books"), "--out", out("two"));
    assertThat(again.out()).contains("0 more invoices and 0 more events", "- booked already: ");
  }

  @Test
  void tellsWhyACreditNoteLowersNoInvoice() throws IOException {
    assertThat(dunning("read", creditNote("X-9", "90.00"), "--out", out("one")).out())
        .contains("credit note CN-1 names invoice X-9, which is not in the ledger, so it is added");
    assertThat(added("two", creditNote("R-1001", "90.00")).out())
        .contains("0 more events")
        .contains("CN-1 is not booked: its buyer is C-4, and invoice R-1001 is owed by W; record");
    String more = creditNote("INV-2026-0007", "1190.01");
    assertThat(dunning("read", INVOICE, more, "--out", out("three")).out())
        .contains("0 more events")
        .contains(
            "is not booked on INV-2026-0007: it is more than the invoice comes to less other");
  }

  @Test
  void asksWhetherACorrectedInvoiceReplacesTheOneBeforeIt() throws IOException {
    String corrected = document("INV-8", "384", "INV-2026-0007", "1000.00");
    Run run = dunning("read", corrected, INVOICE, "--out", out("one"));
    assertThat(run.out())
        .startsWith("wrote 1 more invoice and 0 more events")
        .contains("corrected invoice INV-8 of 1000.00 EUR is not booked: it may replace")
        .contains("record voided on INV-2026-0007 and read it again");
    file("one/events.csv", EVENTS + "2026-03-03,INV-2026-0007,,voided,,,,,\n");
    Run voided = dunning("read", corrected, "--ledger", out("one"), "--out", out("two"));
    assertThat(voided.out()).startsWith("wrote 1 more invoice");
    file("one/events.csv", EVENTS + "2026-03-03,INV-2026-0007,,payment,1190.00,,,,\n");
    Run paid = dunning("read", corrected, "--ledger", out("one"), "--out", out("paid"));
    assertThat(paid.out()).startsWith("wrote 0 more invoices");
    String lower = document("INV-9", "384", "INV-2026-0007", "-90.00");
    assertThat(dunning("read", INVOICE, lower, "--out", out("three")).out())
        .startsWith("wrote 1 more invoice and 1 more event");
  }

  private static String entry(String reference, String amount, String details) {
    return "<Ntry><Amt Ccy=\"EUR\">"
        + amount
        + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><ValDt><Dt>2026-03-04</Dt></ValDt>"
        + "<AcctSvcrRef>"
        + reference
        + "</AcctSvcrRef><NtryDtls>"
        + details
        + "</NtryDtls></Ntry>";
  }

  private static String details(String invoice, String amount) {
    return "<TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">"
        + amount
        + "</Amt></TxAmt></AmtDtls><RmtInf><Ustrd>"
        + invoice
        + "</Ustrd></RmtInf></TxDtls>";
  }

  private String bankFile(String account, String entries) throws IOException {
    String text =
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>"
            + "<GrpHdr><MsgId>M</MsgId></GrpHdr><Stmt><Id>1</Id><Acct><Id><Othr><Id>"
            + account
            + "</Id></Othr></Id></Acct>"
            + entries
            + "</Stmt></BkToCstmrStmt></Document>";
    return file("bank-" + account + ".xml", text).toString();
  }

  @Test
  void booksEveryPaymentOfABatchUnderOneReference() throws IOException {
    String part =
        details("R-1001", "200.00")
            .replace("<TxDtls>", "<TxDtls><Refs><AcctSvcrRef>B-1</AcctSvcrRef></Refs>");
    String bank = bankFile("A", entry("B-1", "600.00", part + part + part));
    assertThat(added("one", bank).out()).startsWith("wrote 0 more invoices and 3 more events");
    assertThat(written("one/events.csv")).contains("B-1/1", "B-1/2", "B-1/3");
    Run again = dunning("read", bank, "--ledger", out("one"), "--out", out("two"));
    assertThat(again.out()).startsWith("wrote 0 more invoices and 0 more events");
  }

  @Test
  void booksOnceWhatTwoFilesTell() throws IOException {
    String one = bankFile("A", entry("B-1", "300.00", details("R-1001", "300.00")));
    String two = Files.readString(Path.of(one)).replace("<Id>1</Id>", "<Id>2</Id>");
    Run run = added("one", one, file("later.xml", two).toString());
    assertThat(run.out())
        .startsWith("wrote 0 more invoices and 1 more event")
        .contains("- booked already: 2026-03-04 payment 300.00 EUR, document A 2026-03-04 B-1");
  }

  /** Both accounts, and both years, have a statement 1 with an entry 1. */
  @Test
  void tellsPaymentsWithoutAReferenceApart() throws IOException {
    String paid = entry("NONREF", "200.00", details("R-1001", "200.00"));
    String one = bankFile("A", paid);
    String two = bankFile("B", paid);
    String later = bankFile("C", paid.replace("2026-03-04", "2027-03-04"));
    String latest = Files.readString(Path.of(later)).replace("<Id>C</Id>", "<Id>A</Id>");
    Run run = added("one", one, two, file("latest.xml", latest).toString());
    assertThat(run.out())
        .startsWith("wrote 0 more invoices and 3 more events")
        .contains("the same amount of the same day is there; delete one of them if it is booked");
    Run again = dunning("read", one, two, "--ledger", out("one"), "--out", out("two"));
    assertThat(again.out()).startsWith("wrote 0 more invoices and 0 more events");
  }

  @Test
  void booksNoReversalOfMoreThanWasPaidAndTellsASecondPayment() throws IOException {
    String paid = entry("B-1", "600.00", details("R-1001", "600.00"));
    String back =
        paid.replace(
            "<CdtDbtInd>CRDT</CdtDbtInd>", "<CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd>");
    String bank = bankFile("A", back + back.replace("B-1", "B-2") + paid);
    assertThat(added("one", bank).out())
        .startsWith("wrote 0 more invoices and 2 more events")
        .contains(
            "document A 2026-03-04 B-2 is not booked on R-1001: it is more than was paid, 0.00 EUR");
    String twice = bankFile("B", paid + paid.replace("B-1", "B-2").replace("03-04", "03-05"));
    assertThat(added("two", twice).out())
        .startsWith("wrote 0 more invoices and 2 more events")
        .contains(
            "document B 2026-03-05 B-2 is booked on R-1001, but nothing was open on it; pay it"
                + " back");
  }

  /** Pages of a statement number their entries from 1, and banks number references each day. */
  @Test
  void losesNoReceiptWhoseNameIsThereAlready() throws IOException {
    String part = entry("NONREF", "50.00", details("R-1001 R-1002", "50.00"));
    String other = entry("NONREF", "70.00", details("R-1001 R-1002", "70.00"));
    ledger(
        "R-1001,W,2026-01-02,2026-02-01,,EUR,600.00\nR-1002,W,2026-01-02,2026-02-01,,EUR,600.00\n",
        "");
    String pages = "<Id>1</Id><StmtPgntn><PgNb>2</PgNb><LastPgInd>true</LastPgInd></StmtPgntn>";
    String second = Files.readString(Path.of(bankFile("A", other))).replace("<Id>1</Id>", pages);
    String page = file("page.xml", second).toString();
    assertThat(added("pages", bankFile("A", part), page).out())
        .startsWith("wrote 0 more invoices and 4 more events")
        .doesNotContain("proposed already");
    String today = entry("1", "50.00", details("R-1001 R-1002", "50.00"));
    String tomorrow = today.replace("50.00", "70.00").replace("03-04", "03-05");
    assertThat(added("days", bankFile("A", today + tomorrow), bankFile("B", today)).out())
        .startsWith("wrote 0 more invoices and 6 more events")
        .doesNotContain("proposed already");
  }

  @Test
  void asksWhoseADateIsThatIsAnInvoiceNumberToo() throws IOException {
    file("customers.csv", "customer,country,name\nW,DE,Fern KG\n");
    ledger("2026,W,2026-01-02,2026-02-01,,EUR,600.00\n", "");
    String payer = "<TxDtls><RltdPties><Dbtr><Nm>Sud AG</Nm></Dbtr></RltdPties>";
    String paid = details("Beitrag 2026", "90.00").replace("<TxDtls>", payer);
    assertThat(added("other", bankFile("A", entry("B-1", "90.00", paid))).out())
        .startsWith("wrote 0 more invoices and 1 more event")
        .contains(
            "is not booked: it quotes 2026, which may be a date or an amount, and the payer does not"
                + " have the customer's name");
    assertThat(written("other/events.csv"))
        .contains("candidate-receipt")
        .doesNotContain("payment,");
    String own = paid.replace("Sud AG", "Fern KG");
    added("own", bankFile("A", entry("B-1", "90.00", own)));
    assertThat(written("own/events.csv")).contains("2026-03-04,2026,W,payment,90.00");
  }

  @Test
  void tellsWhyAReceiptIsNotBooked() throws IOException {
    String dollars = entry("B-1", "90.00", details("R-1001", "90.00")).replace("EUR", "USD");
    String much = entry("B-2", "900.00", details("R-1001", "900.00"));
    assertThat(added("one", bankFile("A", dollars + much)).out())
        .contains("90.00 USD, is not booked: it is not in EUR, as R-1001 is; record a payment")
        .contains("900.00 EUR, is not booked: it is more than R-1001 comes to, 600.00 EUR; record");
  }

  private String status(String code, String reasons) throws IOException {
    String text =
        """
        <ApplicationResponse xmlns="%1$sApplicationResponse-2"
            xmlns:cac="%1$sCommonAggregateComponents-2" xmlns:cbc="%1$sCommonBasicComponents-2">
          <cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:invoice_response:3</cbc:CustomizationID>
          <cbc:IssueDate>2026-03-10</cbc:IssueDate>
          <cac:DocumentResponse><cac:Response><cbc:ResponseCode>%2$s</cbc:ResponseCode>%3$s
            </cac:Response><cac:DocumentReference><cbc:ID>R-1001</cbc:ID></cac:DocumentReference>
          </cac:DocumentResponse></ApplicationResponse>
        """;
    String space = "urn:oasis:names:specification:ubl:schema:xsd:";
    return file(code + ".xml", text.formatted(space, code, reasons)).toString();
  }

  @Test
  void booksAStatusOnce() throws IOException {
    String refused = status("RE", "");
    assertThat(added("one", refused).out()).startsWith("wrote 0 more invoices and 1 more event");
    assertThat(written("one/events.csv")).contains("dispute").contains("PEPPOL-IMR RE of R-1001");
    Run again = dunning("read", refused, "--ledger", out("one"), "--out", out("two"));
    assertThat(again.out()).startsWith("wrote 0 more invoices and 0 more events");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PD", "XX"})
  void tellsWhyAStatusIsNotBooked(String code) throws IOException {
    assertThat(added("one", status(code, "")).out())
        .contains("0 more events")
        .contains("- status " + code + " of invoice R-1001 is not booked: ")
        .contains(
            code.equals("PD")
                ? "the payment arrives; give the day by which you expect it"
                : "no such status of PEPPOL-IMR: XX");
  }

  @Test
  void booksNothingOnTheInvoiceOfAnotherYear() throws IOException {
    String text =
        """
        <t:NotificaEsito xmlns:t="http://www.fatturapa.gov.it/sdi/messaggi/v1.0">
          <NomeFile>IT01234567890_00001.xml</NomeFile><DataOraRicezione>2026-03-10T09:00:00
          </DataOraRicezione><EsitoCommittente><RiferimentoFattura>
            <NumeroFattura>R-1001</NumeroFattura><AnnoFattura>2026</AnnoFattura>
          </RiferimentoFattura><Esito>EC02</Esito></EsitoCommittente></t:NotificaEsito>
        """;
    assertThat(added("one", file("e.xml", text).toString()).out())
        .startsWith("wrote 0 more invoices and 1 more event");
    String other = text.replace(">2026<", ">2024<");
    assertThat(added("two", file("f.xml", other).toString()).out())
        .startsWith("wrote 0 more invoices and 0 more events")
        .contains(
            "- status NE-EC02 of invoice R-1001 is not booked: it is about one of 2024, and that of"
                + " the ledger is of 2026; record");
  }

  @Test
  void booksAFrenchStatus() throws IOException {
    String cii = "urn:un:unece:uncefact:data:standard:";
    String text =
        """
        <rsm:CrossDomainAcknowledgementAndResponse
            xmlns:rsm="%1$sCrossDomainAcknowledgementAndResponse:100"
            xmlns:ram="%1$sReusableAggregateBusinessInformationEntity:100"
            xmlns:udt="%1$sUnqualifiedDataType:100">
          <rsm:AcknowledgementDocument><ram:IssueDateTime>
            <udt:DateTimeString format="204">20260310180000</udt:DateTimeString></ram:IssueDateTime>
            <ram:ReferenceReferencedDocument><ram:IssuerAssignedID>R-1001</ram:IssuerAssignedID>
              <ram:ProcessConditionCode>%2$s</ram:ProcessConditionCode>
            </ram:ReferenceReferencedDocument></rsm:AcknowledgementDocument>
        </rsm:CrossDomainAcknowledgementAndResponse>
        """;
    assertThat(added("one", file("f.xml", text.formatted(cii, "210")).toString()).out())
        .startsWith("wrote 0 more invoices and 1 more event");
    assertThat(written("one/events.csv")).contains("2026-03-10,R-1001,W,dispute");
    assertThat(added("two", file("g.xml", text.formatted(cii, "212")).toString()).out())
        .contains("status 212 of invoice R-1001 is not booked: it is the seller's own statement");
  }
}
