package io.dunning.bridges.document;

import static io.dunning.bridges.document.Documents.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.bridges.status.InvoiceStatuses;
import io.dunning.bridges.status.StatusMessage;
import io.dunning.bridges.status.StatusScheme;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of the French life cycle and notices of the Italian exchange system. */
class NationalStatusTest {
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

  private static Mapped<List<ReceivedStatus>> read(String text) {
    assertThat(DocumentKind.of(source(text))).contains(DocumentKind.STATUS);
    return StatusReader.standard().read(source(text));
  }

  private static String cdar(String references) {
    return """
        <rsm:CrossDomainAcknowledgementAndResponse
            xmlns:rsm="%1$sCrossDomainAcknowledgementAndResponse:100"
            xmlns:ram="%1$sReusableAggregateBusinessInformationEntity:100"
            xmlns:udt="%1$sUnqualifiedDataType:100">
          <rsm:ExchangedDocument><ram:ID>M-1</ram:ID><ram:IssueDateTime>
            <udt:DateTimeString format="204">20260703181500</udt:DateTimeString></ram:IssueDateTime>
          </rsm:ExchangedDocument>
          <rsm:AcknowledgementDocument><ram:IssueDateTime>
            <udt:DateTimeString format="204">20260701180000</udt:DateTimeString></ram:IssueDateTime>
            %2$s
          </rsm:AcknowledgementDocument>
        </rsm:CrossDomainAcknowledgementAndResponse>
        """
        .formatted(Documents.CII, references);
  }

  private static String reference(String invoice, String code, String details) {
    return "<ram:ReferenceReferencedDocument><ram:IssuerAssignedID>"
        + invoice
        + "</ram:IssuerAssignedID><ram:ProcessConditionCode>"
        + code
        + "</ram:ProcessConditionCode><ram:SpecifiedDocumentStatus>"
        + details
        + "</ram:SpecifiedDocumentStatus></ram:ReferenceReferencedDocument>";
  }

  @Test
  void readsAFrenchStatusWithItsReasonsAndTheDayOfTheStatus() {
    String why =
        "<ram:ReasonCode>QTE_ERR</ram:ReasonCode><ram:Reason> Trop</ram:Reason>"
            + "<ram:RequestedActionCode>CNP</ram:RequestedActionCode>"
            + "<ram:RequestedAction>Avoir</ram:RequestedAction>";
    Mapped<List<ReceivedStatus>> read = read(cdar(reference("F-6", "207", why)));
    StatusMessage status =
        StatusMessage.of(StatusScheme.FR_CDV, "207", DAY, "QTE_ERR").saying("Trop; Avoir");
    assertThat(read.orThrow()).containsExactly(new ReceivedStatus("F-6", status));
    assertThat(read.isComplete()).isTrue();
    assertThat(InvoiceStatuses.shipped().answer(status).event().orElseThrow())
        .hasToString(
            "2026-07-01 dispute opened by buyer (en litige (disputed): quantity wrong: Trop; Avoir)");
  }

  @Test
  void readsEveryInvoiceOfAMessage() {
    String two = reference("F-6", "205", "") + reference("F-7", "213", "");
    assertThat(read(cdar(two)).orThrow())
        .extracting(r -> r.invoice() + " " + r.status().code())
        .containsExactly("F-6 205", "F-7 213");
  }

  private static String amount(String type) {
    return "<ram:SpecifiedDocumentCharacteristic><ram:TypeCode>"
        + type
        + "</ram:TypeCode><ram:ValueAmount currencyID=\"EUR\">120</ram:ValueAmount>"
        + "</ram:SpecifiedDocumentCharacteristic>";
  }

  /** The day on which money was sent is not the day by which it arrives. */
  @Test
  void takesTheAmountThatWasSentAndTellsOtherFactsAsLosses() {
    Mapped<List<ReceivedStatus>> sent = read(cdar(reference("F-6", "211", amount("MPA"))));
    assertThat(sent.orThrow().get(0).status().amount()).contains(Money.eur("120.00"));
    assertThat(sent.orThrow().get(0).status().until()).isEmpty();
    assertThat(sent.losses()).isEmpty();
    Mapped<List<ReceivedStatus>> other = read(cdar(reference("F-6", "206", amount("MNA"))));
    assertThat(other.orThrow().get(0).status().amount()).isEmpty();
    assertThat(other.losses())
        .singleElement()
        .extracting(l -> l.what() + ": " + l.found().orElseThrow())
        .isEqualTo("is not mapped: MNA 120");
  }

  /** Whether 120 and 80 are 200, or one corrects the other, nobody can tell. */
  @Test
  void refusesASecondAmountThatWasSent() {
    String second = amount("MPA").replace(">120<", ">80<");
    String apart =
        amount("MPA") + "</ram:SpecifiedDocumentStatus><ram:SpecifiedDocumentStatus>" + second;
    for (String both : List.of(amount("MPA") + second, apart)) {
      Mapped<List<ReceivedStatus>> read = read(cdar(reference("F-6", "211", both)));
      assertThat(read.value()).isEmpty();
      assertThat(read.problems())
          .singleElement()
          .extracting(p -> p.what() + ": " + p.found().orElseThrow())
          .isEqualTo("stands twice, and only one can count: 80");
    }
  }

  @Test
  void losesAnAmountThatHasNoCurrency() {
    String amount = amount("MPA").replace(" currencyID=\"EUR\"", "");
    Mapped<List<ReceivedStatus>> read = read(cdar(reference("F-6", "211", amount)));
    assertThat(read.orThrow().get(0).status().amount()).isEmpty();
    assertThat(read.losses())
        .singleElement()
        .extracting(l -> l.what() + ": " + l.found().orElseThrow())
        .isEqualTo("amount that was sent has no currency: 120");
  }

  @Test
  void tellsWhatAFrenchStatusLacks() {
    String empty = "<ram:ReferenceReferencedDocument/>";
    assertThat(read(cdar(empty)).problems())
        .extracting(Finding::what)
        .containsExactlyInAnyOrder("status has no code", "status names no invoice");
    String dated = cdar(reference("F-6", "205", "")).replace("20260701180000", "1 July");
    assertThat(read(dated).problems())
        .extracting(Finding::what)
        .containsExactly("date is not written as 20260301, or does not exist");
  }

  private static String sdi(String root, String content) {
    return "<types:"
        + root
        + " xmlns:types=\"http://www.fatturapa.gov.it/sdi/messaggi/v1.0\"><IdentificativoSdI>111"
        + "</IdentificativoSdI><NomeFile>IT01234567890_00001.xml</NomeFile>"
        + content
        + "</types:"
        + root
        + ">";
  }

  private static final String NUMBER =
      "<RiferimentoFattura><NumeroFattura>F-6</NumeroFattura></RiferimentoFattura>";

  private static final String SIGNED =
      """
      <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
          xmlns:xades="http://uri.etsi.org/01903/v1.3.2#"><ds:Object><xades:QualifyingProperties>
        <xades:SignedProperties><xades:SignedSignatureProperties>
          <xades:SigningTime>2026-07-01T10:00:00Z</xades:SigningTime>
        </xades:SignedSignatureProperties></xades:SignedProperties>
      </xades:QualifyingProperties></ds:Object></ds:Signature>
      """;

  @Test
  void readsAnOutcomeThatNamesTheInvoice() {
    String outcome =
        "<EsitoCommittente>"
            + NUMBER
            + "<Esito>EC02</Esito><Descrizione>Importi</Descrizione></EsitoCommittente>";
    assertThat(read(sdi("NotificaEsito", outcome + SIGNED)).orThrow())
        .containsExactly(
            new ReceivedStatus(
                "F-6", StatusMessage.of(StatusScheme.IT_SDI, "NE-EC02", DAY).saying("Importi")));
  }

  /** Italian numbers start again each year. */
  @Test
  void keepsTheYearOfTheInvoice() {
    String dated =
        NUMBER.replace("</NumeroFattura>", "</NumeroFattura><AnnoFattura>2024</AnnoFattura>");
    String outcome = "<EsitoCommittente>" + dated + "<Esito>EC02</Esito></EsitoCommittente>";
    for (String text :
        List.of(
            sdi("NotificaEsito", outcome + SIGNED),
            sdi("NotificaDecorrenzaTermini", dated + SIGNED))) {
      assertThat(read(text).orThrow())
          .extracting(ReceivedStatus::year)
          .containsExactly(Optional.of(Year.of(2024)));
      assertThat(read(text.replace(">2024<", ">24<")).problems())
          .extracting(Finding::what)
          .containsExactly("year is not written as 2026");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RicevutaConsegna, DataOraConsegna, RC",
    "NotificaScarto, DataOraRicezione, NS",
    "NotificaMancataConsegna, DataOraRicezione, MC",
    "AttestazioneTrasmissioneFattura, DataOraRicezione, AT",
  })
  void needsToKnowWhichInvoicesWereInTheFile(String root, String date, String code) {
    String text = sdi(root, "<" + date + ">2026-07-01T09:00:00</" + date + ">");
    Mapped<List<ReceivedStatus>> unknown = read(text);
    assertThat(unknown.orThrow()).isEmpty();
    assertThat(unknown.losses())
        .singleElement()
        .extracting(Finding::toString)
        .asString()
        .contains(
            "names the file of the invoice and not its number: IT01234567890_00001.xml\nMaybe");
    StatusReader knowing =
        StatusReader.standard().knowing(Map.of("IT01234567890_00001.xml", List.of("F-6", "F-7")));
    StatusMessage status = StatusMessage.of(StatusScheme.IT_SDI, code, DAY);
    assertThat(knowing.read(source(text)).orThrow())
        .containsExactly(new ReceivedStatus("F-6", status), new ReceivedStatus("F-7", status));
    assertThat(InvoiceStatuses.shipped().meaning(StatusScheme.IT_SDI, code)).isPresent();
  }

  @Test
  void datesNothingThatHasNoDate() {
    Mapped<List<ReceivedStatus>> read = read(sdi("NotificaDecorrenzaTermini", NUMBER));
    assertThat(read.orThrow()).isEmpty();
    assertThat(read.losses())
        .extracting(Finding::what)
        .containsExactly("notice has neither a date nor a signature with one");
    assertThat(read(sdi("NotificaDecorrenzaTermini", NUMBER + SIGNED)).orThrow())
        .extracting(r -> r.invoice() + " " + r.status().code() + " " + r.status().date())
        .containsExactly("F-6 DT 2026-07-01");
  }

  @Test
  void takesNothingFromMessagesThatAreNotForTheSeller() {
    Mapped<List<ReceivedStatus>> read = read(sdi("MetadatiInvioFile", ""));
    assertThat(read.orThrow()).isEmpty();
    assertThat(read.losses().get(0).what())
        .isEqualTo("message is no notice about an invoice that you sent");
  }
}
