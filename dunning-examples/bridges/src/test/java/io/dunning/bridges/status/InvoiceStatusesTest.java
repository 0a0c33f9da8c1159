package io.dunning.bridges.status;

import static io.dunning.bridges.status.StatusScheme.FR_CDV;
import static io.dunning.bridges.status.StatusScheme.IT_SDI;
import static io.dunning.bridges.status.StatusScheme.PEPPOL_IMR;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.dunning.event.LedgerEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceStatusesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 9);
  private static final InvoiceStatuses TABLE = InvoiceStatuses.shipped();

  private static StatusAnswer answer(StatusScheme scheme, String code, String... reasons) {
    return TABLE.answer(StatusMessage.of(scheme, code, DAY, reasons));
  }

  /** Every code, with what it comes to by itself. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # France
          FR_CDV | 200 | -
          FR_CDV | 201 | -
          FR_CDV | 202 | -
          FR_CDV | 203 | 2026-03-09 delivered: invoice
          FR_CDV | 204 | 2026-03-09 delivered: invoice
          FR_CDV | 205 | 2026-03-09 delivered: invoice
          FR_CDV | 207 | 2026-03-09 dispute opened by buyer (en litige (disputed))
          FR_CDV | 208 | 2026-03-09 hold (suspendue (suspended))
          FR_CDV | 209 | -
          FR_CDV | 210 | 2026-03-09 dispute opened by buyer (refusée (refused))
          FR_CDV | 212 | -
          FR_CDV | 213 | 2026-03-09 not delivered: invoice
          FR_CDV | 214 | -
          FR_CDV | 220 | 2026-03-09 voided
          FR_CDV | 221 | 2026-03-09 not delivered: invoice
          FR_CDV | 224 | -
          FR_CDV | 225 | -
          FR_CDV | 226 | -
          FR_CDV | 227 | -
          FR_CDV | 228 | -
          FR_CDV | 501 | 2026-03-09 not delivered: invoice
          # Peppol
          PEPPOL_IMR | AB | 2026-03-09 delivered: invoice
          PEPPOL_IMR | IP | 2026-03-09 delivered: invoice
          PEPPOL_IMR | AP | 2026-03-09 delivered: invoice
          PEPPOL_IMR | UQ | 2026-03-09 hold (under query)
          PEPPOL_IMR | RE | 2026-03-09 dispute opened by buyer (rejected)
          # Italy
          IT_SDI | RC | 2026-03-09 delivered: invoice
          IT_SDI | NS | 2026-03-09 not delivered: invoice
          IT_SDI | MC | -
          IT_SDI | NE-EC01 | 2026-03-09 delivered: invoice
          IT_SDI | NE-EC02 | 2026-03-09 dispute opened by buyer (notifica esito, refused)
          IT_SDI | DT | 2026-03-09 delivered: invoice
          IT_SDI | AT | 2026-03-09 not delivered: invoice
          """)
  void callsForAnEvent(StatusScheme scheme, String code, String event) {
    StatusAnswer found = answer(scheme, code);
    assertThat(found.event().map(LedgerEvent::toString)).isEqualTo(Optional.ofNullable(event));
    assertThat(found.gap()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FR_CDV     | 206 | 2026-03-09 dispute opened by buyer (approuvée partiellement (approved in part))
          PEPPOL_IMR | CA  | 2026-03-09 dispute opened by buyer (conditionally accepted)
          """)
  void contestsAllAsLongAsNobodySaysHowMuch(StatusScheme scheme, String code, String event) {
    StatusAnswer found = answer(scheme, code);
    assertThat(found.effect()).isEqualTo(StatusEffect.DISPUTE_PART);
    assertThat(found.event().orElseThrow()).hasToString(event);
    assertThat(found.gap().orElseThrow()).startsWith("message does not say how much is contested");
  }

  @ParameterizedTest
  @CsvSource({"FR_CDV, 211", "PEPPOL_IMR, PD"})
  void tellsWhatIsMissingForAnEvent(StatusScheme scheme, String code) {
    StatusAnswer found = answer(scheme, code);
    assertThat(found.event()).isEmpty();
    assertThat(found.gap().orElseThrow()).startsWith("message does not say");
  }

  @Test
  void hasAnEventOnceTheAmountOrTheDayIsKnown() {
    StatusMessage part = StatusMessage.of(FR_CDV, "206", DAY, "QTE_ERR").over(eur("20.00"));
    assertThat(TABLE.answer(part).event())
        .contains(
            LedgerEvent.dispute(
                    DAY, eur("20.00"), "approuvée partiellement (approved in part): quantity wrong")
                .by("buyer"));
    StatusMessage sent = StatusMessage.of(PEPPOL_IMR, "PD", DAY).until(DAY.plusDays(3));
    assertThat(TABLE.answer(sent).event()).contains(LedgerEvent.promise(DAY, DAY.plusDays(3)));
    assertThat(TABLE.answer(sent.over(eur("5.00"))).event())
        .contains(LedgerEvent.promise(DAY, eur("5.00"), DAY.plusDays(3)));
    assertThat(TABLE.answer(sent.until(DAY.minusDays(1))).gap()).isPresent();
  }

  /** Money that a status tells of is in the books already: counting it again would be wrong. */
  @Test
  void noStatusIsAPayment() {
    StatusMessage paid = StatusMessage.of(FR_CDV, "212", DAY).over(eur("100.00"));
    assertThat(TABLE.answer(paid))
        .isEqualTo(
            new StatusAnswer(Optional.empty(), StatusEffect.NONE, Optional.empty(), List.of()));
    assertThat(TABLE.meaning(FR_CDV, "212").orElseThrow().whyNothing())
        .isEqualTo("it is the seller's own statement of money that its books have already");
  }

  @Test
  void whatIsUncertainMeansNothingAndSaysWhy() {
    assertThat(TABLE.meanings())
        .allSatisfy(
            m -> {
              assertThat(m.whyNothing().isEmpty()).isEqualTo(m.effect() != StatusEffect.NONE);
              assertThat(m.note() + m.source()).doesNotContain("memory");
              if (m.note().contains("guessed")) {
                assertThat(m.effect()).isEqualTo(StatusEffect.NONE);
              }
            });
    assertThat(answer(FR_CDV, "207", "RETRAIT_MAN_SERV").effect()).isEqualTo(StatusEffect.DISPUTE);
    assertThat(answer(FR_CDV, "208", "REJ_ADR").effect()).isEqualTo(StatusEffect.HOLD);
  }

  @Test
  void hasEachCodeOnce() {
    assertThat(TABLE.meanings()).hasSize(109);
    assertThat(TABLE.meanings())
        .extracting(m -> m.scheme() + " " + m.code())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    // the reason tells a hold from a dispute
    "PEPPOL_IMR, UQ, REF, HOLD",
    "PEPPOL_IMR, UQ, UNR, DISPUTE",
    "PEPPOL_IMR, UQ, PRI, DISPUTE_PART",
    "FR_CDV, 207, COORD_BANC_ERR, HOLD",
    "FR_CDV, 207, DEST_INC, NOT_DELIVERED",
    "FR_CDV, 207, DOUBLON, DISPUTE",
    // a refusal stays one
    "PEPPOL_IMR, RE, REF, DISPUTE",
    "FR_CDV, 210, SIRET_ERR, DISPUTE",
    // a reason that says nothing changes nothing
    "PEPPOL_IMR, UQ, NON, HOLD",
  })
  void isRefinedByItsReason(StatusScheme scheme, String code, String reason, StatusEffect effect) {
    assertThat(answer(scheme, code, reason).effect()).isEqualTo(effect);
  }

  @Test
  void keepsWhatTheBuyerSays() {
    StatusMessage said = StatusMessage.of(PEPPOL_IMR, "UQ", DAY, "UNR").saying("Never ordered ");
    assertThat(TABLE.answer(said).event().orElseThrow())
        .hasToString(
            "2026-03-09 dispute opened by buyer (under query: not recognised: Never ordered)");
  }

  @Test
  void takesTheGravestOfSeveralReasons() {
    assertThat(answer(PEPPOL_IMR, "UQ", "REF", "UNR").effect()).isEqualTo(StatusEffect.DISPUTE);
    assertThat(answer(PEPPOL_IMR, "UQ", "UNR", "REF").effect()).isEqualTo(StatusEffect.DISPUTE);
  }

  @Test
  void tellsCodesThatItDoesNotKnow() {
    assertThat(answer(IT_SDI, "EC03").gap()).contains("no such status of IT-SDI: EC03");
    assertThat(answer(FR_CDV, "207", "NOUVEAU").unknown()).isEqualTo(List.of("NOUVEAU"));
  }

  @Test
  void saysWhereEveryMeaningWasRead() {
    assertThat(TABLE.meanings())
        .allSatisfy(
            m -> {
              assertThat(m.source()).isNotBlank();
              assertThat(m.confidence()).isIn("verified", "verified-secondary");
            });
  }

  @Test
  void aMeaningNamesWhatIsMissing() {
    assertThatNullPointerException()
        .isThrownBy(
            () -> new StatusMeaning("FR-CDV", "207", "x", StatusEffect.NONE, "", "", null, ""))
        .withMessage("source");
  }
}
