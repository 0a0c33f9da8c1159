package io.dunning.law;

import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.charge.ReferenceRates;
import io.dunning.terms.EarlyPaymentDiscount;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrenchInvoiceNotesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Test
  void statesTheSumTheRateAndTheDiscount() {
    List<InvoiceNote> notes = FrenchInvoiceNotes.legal(DAY, List.of());
    assertThat(notes).extracting(InvoiceNote::code).containsExactly("PMT", "PMD", "AAB");
    assertThat(notes.get(0).text()).contains("40,00 EUR").contains("D441-5");
    assertThat(notes.get(1).text()).contains("12,15\u00a0%").contains("jour suivant");
    assertThat(notes.get(2).ubl()).isEqualTo("#AAB#Aucun escompte pour paiement anticipé.");
  }

  @Test
  void statesEachDiscountWithItsLastDay() {
    List<EarlyPaymentDiscount> discounts =
        List.of(EarlyPaymentDiscount.parse("2/10"), EarlyPaymentDiscount.parse("1/20"));
    assertThat(FrenchInvoiceNotes.legal(DAY, discounts).get(2).text())
        .isEqualTo(
            "Escompte pour paiement anticipé : 2\u00a0% pour un paiement au plus tard le 12/03/2026"
                + " ; 1\u00a0% pour un paiement au plus tard le 22/03/2026.");
  }

  /** The legal rate of the first half of 2026 is 2.62 %: three times that is 7.86 %. */
  @Test
  void refusesARateBelowThreeTimesTheLegalOne() {
    assertThat(FrenchInvoiceNotes.atRate(percent("7.86"), DAY, List.of()).get(1).text())
        .startsWith("Pénalités de retard : 7,86\u00a0% par an");
    assertThatThrownBy(() -> FrenchInvoiceNotes.atRate(percent("7.85"), DAY, List.of()))
        .hasMessage(
            "rate of penalties is below three times the legal rate: 7.85%, but at least 7.86% on"
                + " 2026-03-02");
  }

  @Test
  void guessesNoRate() {
    LocalDate later = LocalDate.of(2027, 1, 1);
    assertThatThrownBy(() -> FrenchInvoiceNotes.legal(later, List.of()))
        .hasMessageStartingWith("no rate of FR-L441-10 is known for 2027-01-01");
    assertThatThrownBy(() -> FrenchInvoiceNotes.atRate(percent("12"), later, List.of()))
        .hasMessageStartingWith("no rate of French legal rate is known for 2027-01-01\nMaybe add");
    ReferenceRates newer =
        ReferenceRates.of("FR-LEGAL")
            .with(later, LocalDate.of(2027, 6, 30), percent("4.50"), "arrêté");
    assertThatThrownBy(() -> FrenchInvoiceNotes.atRate(percent("12"), newer, later, List.of()))
        .hasMessageContaining("at least 13.5%");
  }
}
