package io.dunning.bridges.document;

import static io.dunning.bridges.document.Documents.cii;
import static io.dunning.bridges.document.Documents.note;
import static io.dunning.bridges.document.Documents.source;
import static io.dunning.bridges.document.Documents.ubl;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Invoice;
import io.dunning.terms.PaymentTerms;
import io.dunning.terms.WayToPay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceReaderTest {
  private static final InvoiceReader READER = InvoiceReader.standard();
  private static final LocalDate ISSUED = LocalDate.of(2026, 3, 1);
  private static final String DUE = "<cbc:DueDate>2026-03-31</cbc:DueDate>";
  private static final String CII_DUE =
      "<ram:SpecifiedTradePaymentTerms>%s<ram:DueDateDateTime><udt:DateTimeString format=\"102\">"
          + "20260331</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>";

  private static Mapped<ElectronicInvoice> read(String text) {
    return READER.read(source(text));
  }

  @Test
  void isTheSameInUblAndInCii() {
    String skonto = "#SKONTO#TAGE=10#PROZENT=2.00#\n";
    Mapped<ElectronicInvoice> byUbl =
        read(
            ubl(
                DUE
                    + """
                    <cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>
                      <cbc:PaymentID>INV-7</cbc:PaymentID>
                      <cac:PayeeFinancialAccount><cbc:ID>DE89370400440532013000</cbc:ID></cac:PayeeFinancialAccount>
                    </cac:PaymentMeans>
                    """
                    + note(skonto)));
    Mapped<ElectronicInvoice> byCii =
        read(
            cii(
                """
                <ram:PaymentReference>INV-7</ram:PaymentReference>
                <ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode>
                  <ram:PayeePartyCreditorFinancialAccount><ram:IBANID>DE89370400440532013000</ram:IBANID>
                  </ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>
                """
                    + CII_DUE.formatted("<ram:Description>" + skonto + "</ram:Description>")));
    assertThat(byUbl.problems()).isEmpty();
    assertThat(byUbl.losses()).isEmpty();
    assertThat(byCii.orThrow()).isEqualTo(byUbl.orThrow());
    ElectronicInvoice invoice = byUbl.orThrow();
    assertThat(invoice.invoice())
        .contains(Invoice.of("INV-7", eur("1190.00"), ISSUED, PaymentTerms.parse("2/10 net 30")));
    assertThat(invoice.waysToPay())
        .containsExactly(WayToPay.transfer("Nord GmbH", "DE89370400440532013000"));
    assertThat(invoice.customer())
        .hasToString(invoice.customer("C-4").toString())
        .returns("Süd AG", c -> c.name())
        .returns(Optional.of("DE"), c -> c.country());
    assertThat(invoice.references().payment()).contains("INV-7");
    assertThat(invoice.references().buyer()).contains("PO-9");
  }

  @Test
  void fallsDueByItsTextIfItHasNoDueDate() {
    ElectronicInvoice invoice = read(ubl(note("2/10 net 30 EOM"))).orThrow();
    assertThat(invoice.invoice().orElseThrow().due()).isEqualTo("2026-04-30");
  }

  @Test
  void takesTheDueDateOverTheText() {
    Mapped<ElectronicInvoice> read = read(ubl(DUE + note("net 14")));
    assertThat(read.orThrow().invoice().orElseThrow().due()).isEqualTo("2026-03-31");
    assertThat(read.losses())
        .extracting(Finding::what)
        .containsExactly("payment terms lead to another day than the due date, which counts");
  }

  @Test
  void keepsTheTermsThatLeadToTheDueDate() {
    Mapped<ElectronicInvoice> read = read(ubl(DUE + note("EOM")));
    assertThat(read.orThrow().terms().terms()).contains(PaymentTerms.endOfMonth());
    assertThat(read.isComplete()).isTrue();
  }

  @Test
  void tellsThatNothingSaysWhenItFallsDue() {
    Mapped<ElectronicInvoice> read =
        read(ubl(note("As agreed&#10;#SKONTO#TAGE=10#PROZENT=2.00#&#10;")));
    assertThat(read.orThrow().invoice()).isEmpty();
    assertThat(read.losses())
        .extracting(Finding::toString)
        .first()
        .asString()
        .startsWith("test.xml:3:")
        .contains("Invoice: nothing says when the invoice falls due: As agreed #SKONTO")
        .endsWith("\nMaybe give terms of your own: invoice(PaymentTerms)");
    assertThat(read.orThrow().invoice(PaymentTerms.net(14)))
        .isEqualTo(Invoice.of("INV-7", eur("1190.00"), ISSUED, PaymentTerms.parse("2/10 net 14")));
  }

  @Test
  void leavesTermsThatNeedAnotherDayToYou() {
    Mapped<ElectronicInvoice> read = read(ubl(note("net 30 ROG")));
    assertThat(read.orThrow().invoice()).isEmpty();
    assertThat(read.losses().get(1))
        .hasToString(
            "test.xml:20:31: PaymentTerms/Note: payment terms lead to no day from here:"
                + " net 30 ROG");
  }

  @Test
  void takesADueDateBeforeTheInvoiceDate() {
    Mapped<ElectronicInvoice> read = read(ubl("<cbc:DueDate>2026-02-01</cbc:DueDate>"));
    assertThat(read.orThrow().invoice().orElseThrow().due()).isEqualTo("2026-02-01");
    assertThat(read.losses()).hasSize(1);
  }

  @Test
  void fallsDueInInstalments() {
    String part =
        "<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format=\"102\">"
            + "%s</udt:DateTimeString></ram:DueDateDateTime><ram:PartialPaymentAmount>%s"
            + "</ram:PartialPaymentAmount></ram:SpecifiedTradePaymentTerms>";
    String parts = part.formatted("20260430", "890.00") + part.formatted("20260331", "300.00");
    Invoice invoice = read(cii(parts)).orThrow().invoice().orElseThrow();
    assertThat(invoice.instalments())
        .hasToString("[300.00 EUR due 2026-03-31, 890.00 EUR due 2026-04-30]");
    Mapped<ElectronicInvoice> wrong = read(cii(parts.replace("890.00", "889.99")));
    assertThat(wrong.losses().get(0).what())
        .isEqualTo("parts do not add up to 1190.00 EUR, so only the last due date counts");
    assertThat(wrong.orThrow().invoice().orElseThrow())
        .returns(List.of(), Invoice::instalments)
        .returns(LocalDate.of(2026, 4, 30), Invoice::due);
  }

  @Test
  void readsDiscountsInElementsOfTheirOwn() {
    String discount =
        """
        <ram:ApplicableTradePaymentDiscountTerms>
          <ram:BasisDateTime><udt:DateTimeString format="102">20260302</udt:DateTimeString></ram:BasisDateTime>
          <ram:BasisPeriodMeasure unitCode="DAY">9</ram:BasisPeriodMeasure>
          <ram:CalculationPercent>2.00</ram:CalculationPercent>
        </ram:ApplicableTradePaymentDiscountTerms>
        """;
    assertThat(read(cii(CII_DUE.formatted(discount))).orThrow().terms().terms())
        .contains(PaymentTerms.parse("2/10 net 30"));
    String measure = "unitCode=\"DAY\">9<";
    assertThat(
            read(cii(CII_DUE.formatted(discount.replace(measure, "unitCode=\"WEE\">2<"))))
                .orThrow()
                .terms()
                .terms())
        .contains(PaymentTerms.parse("2/15 net 30"));
    assertThat(
            read(cii(CII_DUE.formatted(discount.replace(measure, "unitCode=\"MON\">1<"))))
                .orThrow()
                .terms()
                .discounts()
                .toString())
        .contains("32");
    Mapped<ElectronicInvoice> years =
        read(cii(CII_DUE.formatted(discount.replace(measure, "unitCode=\"ANN\">1<"))));
    assertThat(years.orThrow().terms().discounts()).isEmpty();
    assertThat(years.losses())
        .extracting(Finding::what)
        .contains("discount of a period that is not in days");
    String ofAll =
        discount.replace("<ram:Calc", "<ram:BasisAmount>1190</ram:BasisAmount><ram:Calc");
    assertThat(read(cii(CII_DUE.formatted(ofAll))).orThrow().terms().terms())
        .contains(PaymentTerms.parse("2/10 net 30"));
    String ofPart = ofAll.replace("1190", "1000");
    assertThat(read(cii(CII_DUE.formatted(ofPart))).orThrow().terms().terms())
        .contains(PaymentTerms.parse("20.00EUR/10 net 30"));
    String ubl =
        """
        <cac:PaymentTerms><cbc:SettlementDiscountPercent>2</cbc:SettlementDiscountPercent>
          <cac:SettlementPeriod><cbc:EndDate>2026-03-11</cbc:EndDate></cac:SettlementPeriod></cac:PaymentTerms>
        """;
    assertThat(read(ubl(DUE + ubl)).orThrow().terms().terms())
        .contains(PaymentTerms.parse("2/10 net 30"));
    for (String end : List.of("2026-02-28", "2099-01-01")) {
      Mapped<ElectronicInvoice> odd = read(ubl(DUE + ubl.replace("2026-03-11", end)));
      assertThat(odd.orThrow().terms().discounts()).isEmpty();
      assertThat(odd.losses()).extracting(Finding::found).contains(Optional.of(end));
    }
  }

  @Test
  void takesADueDateInFiftyYears() {
    Mapped<ElectronicInvoice> read = read(ubl("<cbc:DueDate>2076-03-01</cbc:DueDate>"));
    assertThat(read.orThrow().invoice().orElseThrow().due()).isEqualTo("2076-03-01");
    assertThat(read.orThrow().terms().terms()).isEmpty();
    assertThat(read.losses()).hasSize(1);
  }

  @Test
  void namesAWayToPayOnce() {
    String means =
        """
        <cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>
          <cac:PayeeFinancialAccount><cbc:ID>DE89370400440532013000</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
        """;
    assertThat(read(ubl(DUE + means + means)).orThrow().waysToPay()).hasSize(1);
  }

  @Test
  void refusesWhatStandsBehindTheInvoice() {
    assertThat(read(ubl(DUE) + "<Invoice/>").problems().get(0).what())
        .isEqualTo("document is not well-formed XML");
  }

  @Test
  void takesTheDiscountOfABaseAmountAsAnAmount() {
    Mapped<ElectronicInvoice> read =
        read(ubl(DUE + note("#SKONTO#TAGE=14#PROZENT=1.00#BASISBETRAG=252.50#")));
    assertThat(read.orThrow().terms().terms()).contains(PaymentTerms.parse("2.53EUR/14 net 30"));
    Mapped<ElectronicInvoice> negative =
        read(ubl(DUE + note("#SKONTO#TAGE=14#PROZENT=1.00#BASISBETRAG=-5.53#")));
    assertThat(negative.orThrow().terms().discounts()).isEmpty();
    assertThat(negative.losses()).hasSize(1);
  }

  @Test
  void leavesOutDiscountsThatContradictEachOther() {
    Mapped<ElectronicInvoice> read =
        read(
            ubl(DUE + note("#SKONTO#TAGE=7#PROZENT=1.00#&#10;#SKONTO#TAGE=14#PROZENT=2.00#&#10;")));
    assertThat(read.orThrow().terms().terms()).contains(PaymentTerms.net(30));
    assertThat(read.losses().get(0).what())
        .isEqualTo("discounts do not go together and are left out");
  }

  @Test
  void tellsWhatOfThePaymentTermsIsNotMapped() {
    String penalty =
        "<cac:PaymentTerms><cbc:PenaltySurchargePercent>8</cbc:PenaltySurchargePercent>"
            + "</cac:PaymentTerms>";
    assertThat(read(ubl(DUE + penalty)).losses())
        .extracting(Finding::path)
        .containsExactly("PaymentTerms/PenaltySurchargePercent");
  }

  @ParameterizedTest
  @CsvSource({
    // root, type, payable, owed
    "CreditNote, 381, 119.00, -119.00",
    "Invoice, 381, 119.00, -119.00",
    "Invoice, 380, -119.00, -119.00",
    "Invoice, 384, 119.00, 119.00",
    "Invoice, 384, -119.00, -119.00",
    // a credit note that asks for money
    "CreditNote, 381, -119.00, 119.00",
  })
  void isOwedByTheSideThatOwes(String root, String type, String payable, String owed) {
    String code =
        root.equals("Invoice")
            ? "<cbc:InvoiceTypeCode>" + type + "</cbc:InvoiceTypeCode>"
            : "<cbc:CreditNoteTypeCode>" + type + "</cbc:CreditNoteTypeCode>";
    assertThat(read(ubl(root, code, DUE, payable)).orThrow().owed()).isEqualTo(eur(owed));
    if (root.equals("Invoice")) {
      String terms = CII_DUE.formatted("");
      assertThat(read(cii(type, terms, payable)).orThrow().owed()).isEqualTo(eur(owed));
    }
  }

  @Test
  void creditsTheInvoiceBeforeIt() {
    String before =
        "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>INV-3</cbc:ID>"
            + "</cac:InvoiceDocumentReference></cac:BillingReference>";
    ElectronicInvoice note = read(ubl("CreditNote", "", before, "119.00")).orThrow();
    assertThat(note.credit()).contains(LedgerEvent.credit(ISSUED, eur("119.00")));
    assertThat(note.references().preceding()).containsExactly("INV-3");
    assertThat(note.invoice().orElseThrow().due()).isEqualTo(ISSUED);
    assertThat(read(ubl("CreditNote", "", before + before, "119.00")).orThrow().credit()).isEmpty();
    assertThat(read(ubl(before + DUE)).orThrow().credit()).isEmpty();
  }

  /** A corrected invoice may replace the one before it, or be the difference to it. */
  @Test
  void tellsThatACorrectedInvoiceMayReplaceTheOneBeforeIt() {
    String type = "<cbc:InvoiceTypeCode>384</cbc:InvoiceTypeCode>";
    String before =
        "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>INV-3</cbc:ID>"
            + "</cac:InvoiceDocumentReference></cac:BillingReference>";
    Mapped<ElectronicInvoice> corrected = read(ubl("Invoice", type, before + DUE, "119.00"));
    assertThat(corrected.orThrow().isCorrected()).isTrue();
    assertThat(corrected.orThrow().credit()).isEmpty();
    assertThat(corrected.losses())
        .extracting(Finding::toString)
        .containsExactly(
            "test.xml:6:24: InvoiceTypeCode: corrected invoice does not say whether it replaces the"
                + " invoice before it or adds to it: INV-3"
                + "\nMaybe void the invoice before it if it is replaced");
    Mapped<ElectronicInvoice> lower = read(ubl("Invoice", type, before + DUE, "-19.00"));
    assertThat(lower.isComplete()).isTrue();
    assertThat(lower.orThrow().credit()).contains(LedgerEvent.credit(ISSUED, eur("19.00")));
  }

  /** The due date is 31 March; a line that says it once more loses nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Bitte überweisen Sie bis zum 31.03.2026 auf das unten aufgeführte Konto. | true
          Bis zum 31.3.2026 ohne Abzug                | true
          Payment due by 2026-03-31.                  | true
          # another day, or something else beside it
          Bis zum 30.03.2026 ohne Abzug               | false
          Bis zum 31.03.2026 2 % Skonto               | false
          Bis zum 131.03.2026 ohne Abzug              | false
          """)
  void losesNothingByALineThatRepeatsTheDueDate(String line, boolean complete) {
    Mapped<ElectronicInvoice> read = read(ubl(DUE + note(line)));
    assertThat(read.isComplete()).isEqualTo(complete);
    assertThat(read.orThrow().terms().text()).contains(line);
  }

  @Test
  void keepsNotesByTheCodeOfTheirSubject() {
    String ubl =
        "<cbc:Note>#PMT#40 EUR</cbc:Note><cbc:Note>#PMD#12,15 %</cbc:Note><cbc:Note>Merci</cbc:Note>"
            + "<cbc:Note>#PMD#depuis le lendemain</cbc:Note>";
    Map<String, String> notes = read(ubl(DUE + ubl)).orThrow().notes();
    assertThat(notes).hasToString("{PMD=12,15 %\ndepuis le lendemain, PMT=40 EUR}");
    String cii =
        cii(CII_DUE.formatted(""))
            .replace(
                "</rsm:ExchangedDocument>",
                "<ram:IncludedNote><ram:Content>40 EUR</ram:Content>"
                    + "<ram:SubjectCode>PMT</ram:SubjectCode></ram:IncludedNote>"
                    + "<ram:IncludedNote><ram:Content>Merci</ram:Content></ram:IncludedNote>"
                    + "</rsm:ExchangedDocument>");
    assertThat(read(cii).orThrow().notes()).hasToString("{PMT=40 EUR}");
  }

  @Test
  void readsDirectDebitsAndTellsWhatHasNoWayToPay() {
    String means =
        """
        <cac:PaymentMeans><cbc:PaymentMeansCode>59</cbc:PaymentMeansCode>
          <cac:PaymentMandate><cbc:ID>M-1</cbc:ID></cac:PaymentMandate></cac:PaymentMeans>
        <cac:PaymentMeans><cbc:PaymentMeansCode>48</cbc:PaymentMeansCode></cac:PaymentMeans>
        <cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>
          <cac:PayeeFinancialAccount><cbc:ID>DE89370400440532013001</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
        """;
    Mapped<ElectronicInvoice> read = read(ubl(DUE + means));
    assertThat(read.orThrow().waysToPay())
        .containsExactly(new WayToPay.DirectDebit("M-1", Optional.empty()));
    assertThat(read.losses())
        .extracting(Finding::what)
        .containsExactly(
            "payment means names no account to pay to",
            "check digits of the IBAN are wrong: DE89370400440532013001");
  }

  @Test
  void tellsEveryProblemAtOnceWithItsPlace() {
    String text =
        ubl(DUE.replace("2026-03-31", "31.03.2026"))
            .replace("2026-03-01", "2026-02-30")
            .replace("<cbc:ID>INV-7</cbc:ID>", "")
            .replace(">1190.00</cbc:PayableAmount>", ">1.190,00</cbc:PayableAmount>");
    assertThatExceptionOfType(UnreadableDocumentException.class)
        .isThrownBy(() -> read(text).orThrow())
        .withMessage(
            """
            test.xml:3:86: Invoice: invoice has no number
            test.xml:5:18: IssueDate: date does not exist: 2026-02-30
            test.xml:20:16: DueDate: date is not written as 2026-03-01: 31.03.2026
            test.xml:23:41: LegalMonetaryTotal/PayableAmount: amount is not a decimal number: 1.190,00\
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e9",
        "NaN",
        "1,190.00",
        "1190.001",
        "0x10",
        "",
        "99999999999999999999.00",
        "-92233720368547758.08",
        "1190.00EUR",
        "١١٩٠"
      })
  void refusesAmountsThatAreNone(String amount) {
    Mapped<ElectronicInvoice> read = read(ubl("Invoice", "", DUE, amount));
    assertThat(read.value()).isEmpty();
    assertThat(read.problems()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1190", "1190.0", "+1190.00", "1190.0000", " 1190.00 ", "1190."})
  void takesAmountsAsXmlSchemaWritesThem(String amount) {
    assertThat(read(ubl("Invoice", "", DUE, amount)).orThrow().payable()).isEqualTo(eur("1190.00"));
  }

  @Test
  void refusesAnAmountInAnotherCurrency() {
    String text =
        ubl(DUE).replace("PayableAmount currencyID=\"EUR\"", "PayableAmount currencyID=\"USD\"");
    assertThat(read(text).problems().get(0).what())
        .isEqualTo("amount is not in EUR, as the invoice is");
  }

  @Test
  void passesOverElementsOfOtherNamespaces() {
    String foreign = "<x:PaymentTerms xmlns:x=\"urn:x\"><x:Note>net 5</x:Note></x:PaymentTerms>";
    assertThat(read(ubl(DUE + foreign)).isComplete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Invoice/>",
        "<Invoice xmlns='urn:x'/>",
        "<Order xmlns='urn:oasis:names:specification:ubl:schema:xsd:Order-2'/>"
      })
  void refusesOtherDocuments(String text) {
    assertThat(read(text).problems())
        .extracting(Finding::what)
        .containsExactly("document is neither a UBL invoice or credit note nor a CII invoice");
  }

  @Test
  void keepsThePartsOfAnInvoiceApartFromItsLines() {
    String line =
        "<cac:InvoiceLine><cbc:ID>2</cbc:ID><cac:PaymentTerms><cbc:Note>net 5</cbc:Note>"
            + "</cac:PaymentTerms></cac:InvoiceLine>";
    assertThat(read(ubl(DUE + line)).orThrow().terms().text()).isEmpty();
    assertThat(List.of(read(ubl(DUE + line)).losses())).containsExactly(List.of());
  }
}
