package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.limitation;
import static io.dunning.event.LedgerEvent.limitationRestarted;
import static io.dunning.event.LedgerEvent.limitationResumed;
import static io.dunning.event.LedgerEvent.limitationSuspended;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.calendar.EpochDay;
import io.dunning.event.LedgerEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when a claim can be enforced at law. */
class LimitationTest {
  private static final LocalDate ISSUED = LocalDate.of(2026, 1, 1);

  private static InvoiceHistory invoice(LedgerEvent... events) {
    return InvoiceHistory.of(
        Invoice.of("A-1", eur("100.00"), ISSUED, ISSUED.plusDays(30)), List.of(events));
  }

  private static long lastDay(InvoiceHistory history) {
    return history.standingOn(LocalDate.MAX).agreements().enforceableThroughDay();
  }

  private static LedgerEvent read(String words) {
    String[] parts = words.trim().split(" +");
    LocalDate on = LocalDate.parse(parts[1]);
    Optional<LocalDate> until =
        parts.length > 2 ? Optional.of(LocalDate.parse(parts[2])) : Optional.empty();
    return switch (parts[0]) {
      case "set" -> limitation(on, until.orElseThrow());
      case "suspended" ->
          until.isPresent()
              ? limitationSuspended(on, until.get(), "talks")
              : limitationSuspended(on, "talks");
      default -> limitationResumed(on);
    };
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # what was recorded, last of all, counts
          set 2026-01-01 2028-12-31,                                                    2028-12-31
          set 2026-01-01 2028-12-31; set 2026-05-02 2029-12-31,                         2029-12-31
          # a suspension adds its days, both ends included
          set 2026-01-01 2028-12-31; suspended 2026-03-01 2026-03-10,                   2029-01-10
          set 2026-01-01 2028-12-31; suspended 2026-03-01 2026-03-01,                   2029-01-01
          set 2026-01-01 2028-12-31; suspended 2028-12-31 2029-03-31,                   2029-04-01
          # each day once, however many suspensions there are
          set 2026-01-01 2028-12-31; suspended 2026-03-01 2026-03-10; suspended 2026-03-05 2026-03-12, 2029-01-12
          set 2026-01-01 2028-12-31; suspended 2026-03-01 2026-03-10; suspended 2026-03-03 2026-03-05, 2029-01-10
          set 2026-01-01 2028-12-31; suspended 2026-03-01 2026-03-10; suspended 2026-05-01 2026-05-02, 2029-01-12
          # an open one lasts until the time runs again, on a day that counts
          set 2026-01-01 2028-12-31; suspended 2026-03-01,                              never
          set 2026-01-01 2028-12-31; suspended 2026-03-01; resumed 2026-03-11,          2029-01-10
          set 2026-01-01 2028-12-31; suspended 2026-03-01; resumed 2026-03-01,          2028-12-31
          set 2026-01-01 2028-12-31; suspended 2026-03-01 2026-04-30; resumed 2026-03-11, 2029-01-10
          set 2026-01-01 2028-12-31; suspended 2026-03-01 2026-03-10; resumed 2026-06-01, 2029-01-10
          set 2026-01-01 2028-12-31; resumed 2026-06-01,                                2028-12-31
          # a claim that has lapsed does not come back by standing still
          set 2026-01-01 2026-02-28; suspended 2026-03-01 2026-03-10,                   2026-02-28
          set 2026-01-01 2026-02-28; suspended 2026-03-01,                              2026-02-28
          # but does if the host says that it began anew
          set 2026-01-01 2026-02-28; set 2026-04-01 2029-12-31,                         2029-12-31
          # one suspension makes room for the next
          set 2026-01-01 2026-02-28; suspended 2026-02-20 2026-03-01; suspended 2026-03-05 2026-03-06, 2026-03-12
          # a new day counts without what was suspended before it, and with what is suspended after it
          set 2026-01-01 2028-12-31; suspended 2026-03-01 2026-03-10; set 2026-03-20 2029-06-30, 2029-06-30
          set 2026-01-01 2028-12-31; suspended 2026-03-01 2026-03-10; set 2026-03-06 2029-06-30, 2029-07-05
          set 2026-01-01 2028-12-31; suspended 2026-03-01 2026-03-10; set 2026-03-10 2029-06-30, 2029-07-01
          suspended 2026-03-01; set 2026-03-06 2029-06-30; resumed 2026-03-11,           2029-07-05
          # without a day there is none
          suspended 2026-03-01 2026-03-10,                                              never
          """)
  void followsFromWhatWasRecorded(String events, String expected) {
    List<LedgerEvent> all = new ArrayList<>();
    for (String each : events.split(";")) {
      all.add(read(each));
    }
    long day = expected.equals("never") ? EpochDay.NEVER : LocalDate.parse(expected).toEpochDay();
    assertThat(lastDay(invoice(all.toArray(LedgerEvent[]::new)))).isEqualTo(day);
  }

  @Test
  void neverGoesBeyondTheLastDayThereIs() {
    InvoiceHistory history =
        invoice(
            limitation(ISSUED, LocalDate.MAX), limitationSuspended(ISSUED, LocalDate.MAX, "talks"));
    assertThat(lastDay(history)).isEqualTo(LocalDate.MAX.toEpochDay());
  }

  @Test
  void tellsWhetherItStandsStillAndWhy() {
    InvoiceHistory history =
        invoice(
            limitationRestarted(ISSUED, ISSUED.plusYears(3), "acknowledged"),
            limitationSuspended(ISSUED.plusDays(10), ISSUED.plusDays(12), "talks"));
    Limitation of = history.standingOn(ISSUED.plusDays(11)).agreements().limitation().orElseThrow();
    long first = ISSUED.plusDays(10).toEpochDay();
    assertThat(of.isSuspendedOn(first - 1)).isFalse();
    assertThat(of.isSuspendedOn(first)).isTrue();
    assertThat(of.isSuspendedOn(first + 2)).isTrue();
    assertThat(of.isSuspendedOn(first + 3)).isFalse();
    // on the last day on which it can be enforced, not on the next
    for (int after = 0; after <= 1; after++) {
      LocalDate on = ISSUED.plusDays(40 + after);
      Limitation last =
          invoice(limitation(ISSUED, ISSUED.plusDays(40)), limitationSuspended(on, "talks"))
              .standingOn(on)
              .agreements()
              .limitation()
              .orElseThrow();
      assertThat(last.isSuspendedOn(on.toEpochDay())).isEqualTo(after == 0);
    }
    assertThat(of.suspendedBy()).isEqualTo("talks");
    assertThat(of.set().orElseThrow().why()).isEqualTo("acknowledged");
    assertThat(of).hasToString("enforceable through 2029-01-04");
    assertThat(invoice(limitationSuspended(ISSUED, "x")).standingOn(ISSUED).agreements())
        .extracting(a -> a.limitation().orElseThrow().toString())
        .isEqualTo("enforceable without a known end");
  }

  @Test
  void isNoRoutineOnceItIsRecorded() {
    assertThat(invoice().standingOn(ISSUED).isAsBilled()).isTrue();
    assertThat(invoice(limitation(ISSUED, ISSUED)).standingOn(ISSUED).isAsBilled()).isFalse();
  }

  @Test
  void belongsToAnInvoice() {
    assertThatThrownBy(
            () -> Account.of(Customer.of("C"), List.of(), List.of(limitation(ISSUED, ISSUED))))
        .hasMessageContaining("needs an invoice");
    assertThatThrownBy(() -> limitationSuspended(ISSUED, ISSUED.minusDays(1), ""))
        .hasMessage("suspension ends before it begins: 2026-01-01..2025-12-31");
  }

  @Test
  void printsWhatHappened() {
    assertThat(limitationRestarted(ISSUED, ISSUED.plusYears(3), "acknowledged"))
        .hasToString("2026-01-01 claim can be enforced through 2029-01-01 (acknowledged)");
    assertThat(limitationSuspended(ISSUED, ISSUED.plusDays(2), "talks"))
        .hasToString("2026-01-01 limitation suspended (talks) through 2026-01-03");
    assertThat(limitationResumed(ISSUED)).hasToString("2026-01-01 limitation runs again");
  }
}
