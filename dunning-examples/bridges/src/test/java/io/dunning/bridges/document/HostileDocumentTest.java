package io.dunning.bridges.document;

import static io.dunning.bridges.document.Documents.camt;
import static io.dunning.bridges.document.Documents.cii;
import static io.dunning.bridges.document.Documents.entry;
import static io.dunning.bridges.document.Documents.source;
import static io.dunning.bridges.document.Documents.ubl;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileDocumentTest {
  private static final String DUE = "<cbc:DueDate>2026-03-31</cbc:DueDate>";

  private static final String RICH_UBL =
      """
      <cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>
        <cac:PayeeFinancialAccount><cbc:ID>DE89370400440532013000</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
      <cac:PaymentMeans><cbc:PaymentMeansCode>59</cbc:PaymentMeansCode>
        <cac:PaymentMandate><cbc:ID>M-1</cbc:ID></cac:PaymentMandate></cac:PaymentMeans>
      <cac:PaymentTerms><cbc:Note>#SKONTO#TAGE=7#PROZENT=3.00#
      #SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=500.00#
      net 30</cbc:Note></cac:PaymentTerms>
      """;

  private static final String RICH_CII =
      """
      <ram:SpecifiedTradePaymentTerms>
        <ram:DueDateDateTime><udt:DateTimeString format="102">20260331</udt:DateTimeString></ram:DueDateDateTime>
        <ram:PartialPaymentAmount>1000.00</ram:PartialPaymentAmount>
        <ram:ApplicableTradePaymentDiscountTerms>
          <ram:BasisPeriodMeasure unitCode="DAY">9</ram:BasisPeriodMeasure>
          <ram:BasisAmount>1000.00</ram:BasisAmount>
          <ram:CalculationPercent>2.00</ram:CalculationPercent>
        </ram:ApplicableTradePaymentDiscountTerms>
      </ram:SpecifiedTradePaymentTerms>
      <ram:SpecifiedTradePaymentTerms>
        <ram:DueDateDateTime><udt:DateTimeString format="102">20260430</udt:DateTimeString></ram:DueDateDateTime>
        <ram:PartialPaymentAmount>190.00</ram:PartialPaymentAmount>
      </ram:SpecifiedTradePaymentTerms>
      """;

  private static Finding only(Mapped<?> read) {
    assertThat(read.value()).isEmpty();
    assertThat(read.problems()).hasSize(1);
    return read.problems().get(0);
  }

  private static Finding refusal(String text) {
    return only(InvoiceReader.standard().read(source(text)));
  }

  /** Puts a document type in front of an invoice, and an entity into it. */
  private static String with(String documentType, String entity) {
    return ubl(DUE)
        .replace("?>\n", "?>\n" + documentType + "\n")
        .replace("INV-7", "INV-7" + entity);
  }

  @Test
  void refusesABillionLaughs() {
    StringBuilder type = new StringBuilder("<!DOCTYPE Invoice [<!ENTITY a0 \"ha\">");
    for (int i = 1; i <= 10; i++) {
      String ten = ("&a" + (i - 1) + ";").repeat(10);
      type.append("<!ENTITY a").append(i).append(" \"").append(ten).append("\">");
    }
    Finding finding = refusal(with(type + "]>", "&a10;"));
    assertThat(finding.what()).isEqualTo("document types and entities are refused");
    assertThat(finding.advice()).isPresent();
  }

  @Test
  void refusesAQuadraticBlowup() {
    String type = "<!DOCTYPE Invoice [<!ENTITY a \"" + "a".repeat(100_000) + "\">]>";
    assertThat(refusal(with(type, "&a;".repeat(10_000))).what())
        .isEqualTo("document types and entities are refused");
  }

  @Test
  void loadsNothingFromElsewhere(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
    for (String type :
        List.of(
            "<!DOCTYPE Invoice [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
            "<!DOCTYPE Invoice SYSTEM \"" + secret.toUri() + "\">",
            "<!DOCTYPE Invoice [<!ENTITY % x SYSTEM \"" + secret.toUri() + "\"> %x;]>",
            "<!DOCTYPE Invoice PUBLIC \"-//X\" \"http://127.0.0.1:1/x.dtd\">")) {
      Finding finding = refusal(with(type, "&x;"));
      assertThat(finding.toString()).doesNotContain("SECRET");
      assertThat(finding.what()).isEqualTo("document types and entities are refused");
    }
  }

  @Test
  void refusesAnEntityWithoutADocumentType() {
    assertThat(refusal(with("", "&x;")).toString())
        .contains("document is not well-formed XML")
        .contains("\"x\"");
    assertThat(InvoiceReader.standard().read(source(with("", "&amp;&#233;"))).orThrow().number())
        .isEqualTo("INV-7&é");
  }

  @Test
  void refusesElementsNestedTooDeep() {
    String deep = "<cac:Deep>".repeat(100_000) + "</cac:Deep>".repeat(100_000);
    assertThat(refusal(ubl(DUE + deep)).what()).isEqualTo("elements are nested more than 64 deep");
  }

  @Test
  void refusesALongTextOnlyWhereItIsKept() {
    String note =
        "<cac:PaymentTerms><cbc:Note>" + "a".repeat(100_001) + "</cbc:Note></cac:PaymentTerms>";
    assertThat(refusal(ubl(DUE + note)).what()).isEqualTo("text is longer than 100000 characters");
    String attached =
        "<cac:AdditionalDocumentReference>"
            + "QUJD".repeat(500_000)
            + "</cac:AdditionalDocumentReference>";
    assertThat(InvoiceReader.standard().read(source(ubl(DUE + attached))).isComplete()).isTrue();
  }

  @Test
  void refusesTooManyElementsOnlyWhereTheyAreKept() {
    String terms = "<cac:PaymentTerms/>".repeat(20_001);
    assertThat(refusal(ubl(DUE + terms)).what())
        .isEqualTo("more than 20000 elements belong together");
    String lines = "<cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine>".repeat(50_000);
    assertThat(InvoiceReader.standard().read(source(ubl(DUE + lines))).isComplete()).isTrue();
  }

  @Test
  void refusesALongAttribute() {
    String terms = "<cac:PaymentTerms x=\"" + "a".repeat(200_000) + "\"/>";
    assertThat(refusal(ubl(DUE + terms)).what())
        .isEqualTo("attribute is longer than 100000 characters");
  }

  @Test
  void leavesOutVeryManyDiscountsAndParts() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      lines.append(
          String.format(Locale.ROOT, "#SKONTO#TAGE=%d#PROZENT=%.2f#\n", i, 50 - i / 100.0));
    }
    Mapped<ElectronicInvoice> discounts =
        InvoiceReader.standard().read(source(ubl(DUE + Documents.note(lines.toString()))));
    assertThat(discounts.orThrow().terms().discounts()).isEmpty();
    assertThat(discounts.losses().get(0).what())
        .isEqualTo("discounts are left out: there are very many");
    String part =
        "<cac:PaymentTerms><cbc:Amount>1.00</cbc:Amount>"
            + "<cbc:PaymentDueDate>2026-03-31</cbc:PaymentDueDate></cac:PaymentTerms>";
    Mapped<ElectronicInvoice> parts =
        InvoiceReader.standard().read(source(ubl("Invoice", "", part.repeat(1_201), "1201.00")));
    assertThat(parts.orThrow().invoice().orElseThrow().instalments()).isEmpty();
    assertThat(parts.losses()).hasSize(1);
    Mapped<ElectronicInvoice> most =
        InvoiceReader.standard().read(source(ubl("Invoice", "", part.repeat(1_200), "1200.00")));
    assertThat(most.orThrow().invoice().orElseThrow().instalments()).hasSize(1_200);
  }

  @Test
  void joinsVeryManyNotes() {
    String notes = "<cbc:Note>#PMD#a</cbc:Note>".repeat(19_000);
    Mapped<ElectronicInvoice> read = InvoiceReader.standard().read(source(ubl(DUE + notes)));
    assertThat(read.orThrow().notes().get("PMD")).hasSize(37_999);
  }

  @Test
  void keepsOnlyTheFirstOfVeryManyProblems() {
    String text = camt("camt.053.001.08", entry("x", "CRDT", "").repeat(5_000));
    Mapped<BankFile> read = BankReader.standard().read(source(text));
    assertThat(read.problems()).hasSize(1_000);
    assertThat(read.uncounted()).isGreaterThanOrEqualTo(4_000);
  }

  @Test
  void showsNoControlCharactersAndNoEndlessText() {
    String number = "\u202e" + "9".repeat(5_000) + "&#10;";
    Finding finding = refusal(ubl("Invoice", "", DUE, number));
    assertThat(finding.found().orElseThrow()).hasSizeLessThan(100).doesNotContain("\u202e");
    assertThat(finding.toString().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8",
    "UTF-8, utf-8",
    "ISO-8859-1, ISO-8859-1",
    "windows-1252, windows-1252",
    "UTF-16LE, UTF-16LE",
    "UTF-16, UTF-16",
    "ISO-8859-15, ISO-8859-15",
  })
  void readsADocumentInTheEncodingThatItNames(String charset, String declared) {
    String text = ubl(DUE).replace("encoding=\"UTF-8\"", "encoding=\"" + declared + "\"");
    XmlSource source = XmlSource.of("test.xml", text.getBytes(Charset.forName(charset)));
    assertThat(InvoiceReader.standard().read(source).orThrow().buyer().name()).contains("Süd AG");
  }

  @Test
  void readsAByteOrderMarkAndADocumentThatNamesNoEncoding() {
    String plain = ubl(DUE).replace(" encoding=\"UTF-8\"", "");
    for (String text : List.of(plain, "\ufeff" + plain, "\ufeff" + ubl(DUE))) {
      assertThat(InvoiceReader.standard().read(source(text)).isComplete()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # written in | declared as | what is said
          ISO-8859-1   | UTF-8       | bytes do not fit the encoding of the document
          UTF-8        | US-ASCII    | bytes do not fit the encoding of the document
          UTF-8        | UTF-16      | encoding is declared as UTF-16, but the first bytes are not
          UTF-16LE     | UTF-8       | encoding is declared as UTF-8, but the first bytes are those of UTF-16LE
          UTF-16LE     | UTF-16BE    | encoding is declared as UTF-16BE, but the first bytes are those of UTF-16LE
          UTF-8        | EBCDIC-CP-US | encoding is not supported
          UTF-8        | UTF-7       | encoding is not supported
          UTF-8        | x-unknown   | encoding is not supported
          UTF-32BE     | UTF-32BE    | document is not well-formed XML
          """)
  void refusesAnotherEncodingThanTheOneItNames(String charset, String declared, String said) {
    String text = ubl(DUE).replace("encoding=\"UTF-8\"", "encoding=\"" + declared + "\"");
    byte[] bytes = text.getBytes(Charset.forName(charset));
    Finding finding = only(InvoiceReader.standard().read(XmlSource.of("test.xml", bytes)));
    assertThat(finding.what()).startsWith(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%PDF-1.7", "PK\u0003\u0004", "", "not XML", "<Invoice", "{\"a\":1}"})
  void refusesWhatIsNoXml(String text) {
    XmlSource source = XmlSource.of("test.xml", text.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(only(InvoiceReader.standard().read(source)).toString()).startsWith("test.xml");
    assertThat(only(BankReader.standard().read(source)).toString()).startsWith("test.xml");
    assertThat(only(StatusReader.standard().read(source)).toString()).startsWith("test.xml");
  }

  @Test
  void tellsThatAFileCannotBeRead(@TempDir Path folder) {
    XmlSource missing = XmlSource.of(folder.resolve("missing.xml"));
    assertThat(only(InvoiceReader.standard().read(missing)).what())
        .isEqualTo("document cannot be read");
    XmlSource broken =
        XmlSource.of(
            "test.xml",
            () ->
                new InputStream() {
                  @Override
                  public int read() throws IOException {
                    throw new IOException("cable pulled");
                  }
                });
    assertThat(only(InvoiceReader.standard().read(broken)).found().orElseThrow())
        .contains("cable pulled");
  }

  @Test
  void throwsForNoDocumentThatWasDamaged() throws IOException {
    List<byte[]> invoices =
        List.of(
            ubl(DUE + RICH_UBL).getBytes(StandardCharsets.UTF_8),
            cii(RICH_CII).getBytes(StandardCharsets.UTF_8));
    byte[] file = resource("/guide/bank.xml");
    Random random = new Random(17);
    for (int i = 0; i < 4_000; i++) {
      byte[] invoice = invoices.get(i % 2);
      InvoiceReader.standard().read(XmlSource.of("test.xml", damaged(invoice, random)));
      BankReader.standard().read(XmlSource.of("test.xml", damaged(file, random)));
    }
  }

  /** The samples that are damaged have something to lose. */
  @Test
  void readsTheSamplesThatItDamages() throws IOException {
    assertThat(InvoiceReader.standard().read(source(ubl(DUE + RICH_UBL))).isComplete()).isTrue();
    assertThat(InvoiceReader.standard().read(source(cii(RICH_CII))).isComplete()).isTrue();
    XmlSource file = XmlSource.of("bank.xml", resource("/guide/bank.xml"));
    assertThat(BankReader.standard().read(file).isComplete()).isTrue();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = HostileDocumentTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  /** Some bytes are changed, taken out or repeated. */
  private static byte[] damaged(byte[] sound, Random random) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int from = random.nextInt(sound.length);
    int length = random.nextInt(1 + Math.min(40, sound.length - from));
    out.write(sound, 0, from);
    switch (random.nextInt(4)) {
      case 0 -> out.write(random.nextInt(256));
      case 1 -> out.write(sound, Math.max(0, from - length), length);
      case 2 -> {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        out.write(noise);
      }
      default -> {
        // these bytes are missing
      }
    }
    int on = Math.min(sound.length, from + length);
    out.write(sound, on, sound.length - on);
    return out.toByteArray();
  }
}
