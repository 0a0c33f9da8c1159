package io.dunning.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.event.FailureCodes.FailureCode;
import io.dunning.event.FailureCodes.Retry;
import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of decline and return codes. */
class FailureCodesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # each scheme, and each class
          SEPA-SDD   | AM04 | insufficient funds       | SOFT      | LATER
          SEPA-SDD   | AC04 | account closed           | ACCOUNT   | AFTER_CUSTOMER_ACTS
          SEPA-SDD   | MD01 | no valid mandate         | MANDATE   | AFTER_CUSTOMER_ACTS
          SEPA-SDD   | FF01 | file format invalid      | TECHNICAL | IMMEDIATELY
          NACHA      | R10  | not authorised, originator not known | DISPUTE | NEVER
          BACS-ARUDD | 2    | payer deceased           | HARD      | NEVER
          ISO8583    | 51   | insufficient funds       | SOFT      | LATER
          STRIPE     | lost_card | card reported lost  | HARD      | NEVER
          # capital letters and blanks do not matter
          sepa-sdd   | am04 | insufficient funds       | SOFT      | LATER
          """,
      delimiter = '|')
  void knowsWhatACodeMeans(
      String scheme, String code, String name, FailureClass kind, Retry retry) {
    FailureCode found = FailureCodes.find(scheme, code).orElseThrow();
    assertThat(found.name()).isEqualTo(name);
    assertThat(found.failureClass()).isEqualTo(kind);
    assertThat(found.retry()).isEqualTo(retry);
    assertThat(LedgerEvent.collectionFailed(DAY, scheme, code).failureClass()).isEqualTo(kind);
  }

  @Test
  void whatTheTableDoesNotHaveIsUnknown() {
    assertThat(FailureCodes.find("SEPA-SDD", "ZZ99")).isEmpty();
    assertThat(LedgerEvent.collectionFailed(DAY, "SEPA-SDD", "").failureClass())
        .isEqualTo(FailureClass.UNKNOWN);
    // a code belongs to its scheme
    assertThat(LedgerEvent.collectionFailed(DAY, "NACHA", "AM04").failureClass())
        .isEqualTo(FailureClass.UNKNOWN);
  }

  @Test
  void everyRowHasASourceAndNoCodeComesTwice() {
    assertThat(FailureCodes.all()).hasSize(161);
    HashSet<String> keys = new HashSet<>();
    for (FailureCode each : FailureCodes.all()) {
      assertThat(each.source()).as(each.toString()).isNotBlank();
      assertThat(each.name()).as(each.toString()).isNotBlank();
      assertThat(keys.add(each.scheme() + each.code())).as(each.toString()).isTrue();
    }
    assertThat(FailureCodes.find("SEPA-SDD", "AM04"))
        .get()
        .hasToString("SEPA-SDD AM04: insufficient funds (soft)");
  }
}
