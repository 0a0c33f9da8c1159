package io.dunning.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.money.Percentage;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateEditionTest {
  private static final String HEADER = "id\tname\tfrom\tthrough\tpercent\tsource\tconfidence\n";

  @Test
  void theShippedOneHasAVersion() {
    assertThat(ReferenceRates.edition().version()).isEqualTo("2026-11-27");
    assertThat(ReferenceRates.edition().tables()).isEqualTo(ReferenceRates.shipped());
  }

  /** The decrees of 2024 and 2025, and the last half-year, which one public table tells. */
  @ParameterizedTest
  @CsvSource({
    "FR-LEGAL,2024-07-01,4.92",
    "FR-LEGAL,2026-06-30,2.62",
    "FR-LEGAL,2026-12-31,2.75",
    "FR-LEGAL-INDIVIDUAL,2024-07-01,8.16",
    "FR-LEGAL-INDIVIDUAL,2026-03-01,6.67"
  })
  void knowsTheLegalRatesOfFrance(String id, LocalDate day, String percent) {
    assertThat(ReferenceRates.of(id).rateOn(day).orElseThrow().rate())
        .isEqualTo(Percentage.percent(percent));
    assertThat(ReferenceRates.of(id).rateOn(LocalDate.of(2027, 1, 1))).isEmpty();
    assertThat(ReferenceRates.of(id).rateOn(LocalDate.of(2014, 12, 31))).isEmpty();
  }

  @Test
  void readsANewerFile() {
    RateEdition newer =
        RateEdition.parse(
            "version\t2027-01-10\n"
                + HEADER
                + "DE\tGerman base rate\t2027-01-01\t2027-06-30\t1.40\tBundesbank\tverified\n"
                + "X\tmy rate\t2027-01-01\t\t-0.25\tmine\tverified\n");
    assertThat(newer).hasToString("rates of 2027-01-10: 2 tables");
    assertThat(newer.tables().get("X").rateOn(LocalDate.of(2099, 1, 1)).orElseThrow())
        .hasToString("-0.25% from 2027-01-01");
  }

  @Test
  void saysAllThatIsWrongInAFile() {
    assertThatThrownBy(
            () ->
                RateEdition.parse(
                    "version\t1\n"
                        + HEADER
                        + "X\tone\t2027-01-01\t\t1\ts\tverified\n"
                        + "X\ttwo\t2027-01-01\t\t1\ts\tverified\n"
                        + "Y\ty\t2027-01-01\t2026-01-01\t1\ts\tverified\n"))
        .hasMessage(
            """
            line 4: rate without an id or a first day, or under a second name: two
            line 5: rate ends before it starts: 2027-01-01..2026-01-01""");
  }
}
