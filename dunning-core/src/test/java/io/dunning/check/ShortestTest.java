package io.dunning.check;

import static io.dunning.check.FaultyPolicies.sound;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShortestTest {
  private static final DunningPolicy POLICY = sound().build();
  private static final List<Debtor> DEBTORS =
      Debtors.of(Boundary.of(POLICY), BusinessCalendar.weekends(), POLICY);

  /** A world of one invoice, or of two, in which so many payments come, the last on a day. */
  private static Path path(int invoices, int events, LocalDate day) {
    Debtor debtor =
        DEBTORS.stream()
            .filter(d -> d.account().invoices().size() == invoices)
            .findFirst()
            .orElseThrow();
    Path path = Path.of(debtor);
    for (int i = 0; i < events; i++) {
      path = path.happens(day, Debtors.INVOICE, LedgerEvent.promise(day, day));
    }
    return path;
  }

  private static boolean beats(Path path, Path known) {
    return Shortest.beats(new Shortest(known, known.day), path);
  }

  @Test
  void hasTheFewestEventsThenInvoicesThenDays() {
    LocalDate soon = LocalDate.of(2025, 3, 3);
    LocalDate later = LocalDate.of(2025, 3, 4);
    assertThat(Shortest.beats(null, path(2, 2, later))).isTrue();
    assertThat(beats(path(2, 1, later), path(1, 2, soon))).isTrue();
    assertThat(beats(path(1, 2, soon), path(2, 1, later))).isFalse();
    assertThat(beats(path(1, 1, later), path(2, 1, soon))).isTrue();
    assertThat(beats(path(2, 1, soon), path(1, 1, later))).isFalse();
    assertThat(beats(path(1, 1, soon), path(1, 1, later))).isTrue();
    assertThat(beats(path(1, 1, later), path(1, 1, soon))).isFalse();
    assertThat(beats(path(1, 1, soon), path(1, 1, soon))).isFalse();
  }
}
