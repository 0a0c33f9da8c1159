package io.dunning.bridges.document;

import static io.dunning.bridges.document.Documents.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.bridges.status.StatusMessage;
import io.dunning.bridges.status.StatusScheme;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusReaderTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

  private static String response(String customization, String response) {
    return """
        <ApplicationResponse xmlns="%1$sApplicationResponse-2"
            xmlns:cac="%1$sCommonAggregateComponents-2" xmlns:cbc="%1$sCommonBasicComponents-2">
          <cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:%2$s:3</cbc:CustomizationID>
          <cbc:IssueDate>2026-03-10</cbc:IssueDate>
          <cac:DocumentResponse>%3$s
            <cac:DocumentReference><cbc:ID>INV-7</cbc:ID></cac:DocumentReference>
          </cac:DocumentResponse>
        </ApplicationResponse>
        """
        .formatted(Documents.UBL, customization, response);
  }

  private static Mapped<List<ReceivedStatus>> read(String customization, String response) {
    return StatusReader.standard().read(source(response(customization, response)));
  }

  @Test
  void readsTheCodeAndItsReasons() {
    Mapped<List<ReceivedStatus>> read =
        read(
            "invoice_response",
            """
            <cac:Response><cbc:ResponseCode>UQ</cbc:ResponseCode>
              <cbc:EffectiveDate>2026-03-09</cbc:EffectiveDate>
              <cac:Status><cbc:StatusReasonCode listID="OPStatusReason">PRI</cbc:StatusReasonCode>
                <cbc:StatusReason>Too dear</cbc:StatusReason>
                <cac:Condition><cbc:Description>90.00</cbc:Description></cac:Condition></cac:Status>
              <cac:Status><cbc:StatusReasonCode listID="OPStatusAction">OTH</cbc:StatusReasonCode></cac:Status>
            </cac:Response>
            """);
    assertThat(read.orThrow())
        .containsExactly(
            new ReceivedStatus(
                "INV-7",
                StatusMessage.of(StatusScheme.PEPPOL_IMR, "UQ", DAY, "PRI").saying("Too dear")));
    assertThat(read.losses())
        .extracting(Finding::toString)
        .containsExactly(
            "test.xml:9:20: DocumentResponse/Response/Status/Condition: is not mapped: 90.00");
  }

  @Test
  void keepsAReasonThatAsAnActionWouldAskForNothing() {
    String other =
        "<cac:Response><cbc:ResponseCode>UQ</cbc:ResponseCode><cac:Status>"
            + "<cbc:StatusReasonCode listID=\"OPStatusReason\">OTH</cbc:StatusReasonCode>"
            + "</cac:Status></cac:Response>";
    assertThat(read("invoice_response", other).orThrow().get(0).status().reasons())
        .containsExactly("OTH");
  }

  @Test
  void isDatedByTheMessageIfNoDayIsNamed() {
    Mapped<List<ReceivedStatus>> read =
        read(
            "invoice_response",
            "<cac:Response><cbc:ResponseCode>AP</cbc:ResponseCode></cac:Response>");
    assertThat(read.orThrow().get(0).status().date()).isEqualTo("2026-03-10");
    assertThat(read.isComplete()).isTrue();
  }

  @Test
  void takesNothingFromAMessageLevelResponse() {
    Mapped<List<ReceivedStatus>> read =
        read("mlr", "<cac:Response><cbc:ResponseCode>RE</cbc:ResponseCode></cac:Response>");
    assertThat(read.orThrow()).isEmpty();
    assertThat(read.losses().get(0).what())
        .isEqualTo("message level response says nothing about the debt");
  }

  @Test
  void tellsWhatIsMissing() {
    Mapped<List<ReceivedStatus>> read = read("invoice_response", "<cac:Response/>");
    assertThat(read.problems()).extracting(Finding::what).containsExactly("response has no code");
  }
}
