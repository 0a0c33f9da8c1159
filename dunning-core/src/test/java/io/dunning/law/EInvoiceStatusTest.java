package io.dunning.law;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.event.LedgerEvent;
import io.dunning.law.EInvoiceStatus.Meaning;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EInvoiceStatusTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

  private static EInvoiceStatus status(String scheme, String code) {
    return EInvoiceStatus.of(scheme, code).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # arrived, or not
          FR-CDV     | 203     | 2026-10-01 delivered: invoice
          FR-CDV     | 205     | 2026-10-01 delivered: invoice
          FR-CDV     | 213     | 2026-10-01 not delivered: invoice
          IT-SDI     | RC      | 2026-10-01 delivered: invoice
          IT-SDI     | NS      | 2026-10-01 not delivered: invoice
          PEPPOL-IMR | AB      | 2026-10-01 delivered: invoice
          # contested
          FR-CDV     | 207     | 2026-10-01 dispute opened (FR-CDV 207 en litige (disputed))
          PEPPOL-IMR | RE      | 2026-10-01 dispute opened (PEPPOL-IMR RE rejected)
          # the buyer waits, pays, or the seller cancels
          FR-CDV     | 220     | 2026-10-01 voided
          # no event
          FR-CDV     | 200     | -
          FR-CDV     | 212     | -
          IT-SDI     | MC      | -
          """)
  void saysWhatALedgerShouldRecord(String scheme, String code, String event) {
    assertThat(status(scheme, code).event(DAY).map(LedgerEvent::toString))
        .isEqualTo(java.util.Optional.ofNullable(event));
  }

  /** Money that a status tells of is in the books already: counting it again would be wrong. */
  @Test
  void noStatusIsAPayment() {
    for (EInvoiceStatus each : EInvoiceStatus.shipped()) {
      each.event(DAY)
          .ifPresent(e -> assertThat(e).isNotInstanceOf(io.dunning.event.MoneyEvent.Payment.class));
    }
  }

  @Test
  void aPartIsContestedOnceItIsKnownHowMuch() {
    EInvoiceStatus part = status("FR-CDV", "206");
    assertThat(part.event(DAY, eur("20.00")).orElseThrow()).asString().contains("over 20.00 EUR");
    assertThat(part.event(DAY).orElseThrow()).asString().doesNotContain("over");
  }

  @Test
  void whatIsUncertainMeansNothingAndSaysWhy() {
    for (EInvoiceStatus each : EInvoiceStatus.shipped()) {
      assertThat(each.whyNothing().isEmpty())
          .as("%s", each)
          .isEqualTo(each.means() != Meaning.NONE);
      assertThat(each.confidence()).isIn("verified", "verified-secondary");
      assertThat(each.note() + each.source()).doesNotContain("memory");
      if (each.note().contains("guessed")) {
        assertThat(each.means()).isEqualTo(Meaning.NONE);
      }
    }
    assertThat(status("FR-CDV-REASON", "REJ_SEMAN").whyNothing())
        .isEqualTo("its meaning is guessed from the name of the code");
    assertThat(status("FR-CDV", "214").whyNothing()).isEqualTo("its use was not read in a source");
  }

  @Test
  void shipsEachCodeOnce() {
    List<EInvoiceStatus> all = EInvoiceStatus.shipped();
    assertThat(all).hasSize(109);
    Set<String> codes = new HashSet<>();
    all.forEach(s -> codes.add(s.scheme() + " " + s.code()));
    assertThat(codes).hasSize(109);
    assertThat(EInvoiceStatus.of("FR-CDV", "999")).isEmpty();
  }
}
