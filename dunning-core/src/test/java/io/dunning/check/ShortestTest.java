package io.dunning.check;

import static io.dunning.check.FaultyPolicies.sound;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
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
    return Shortest.beats(new Shortest(known, known.day), path, path.day);
  }

  @Test
  void hasTheFewestEventsThenInvoicesThenDays() {
    LocalDate soon = LocalDate.of(2025, 3, 3);
    LocalDate later = LocalDate.of(2025, 3, 4);
    assertThat(Shortest.beats(null, path(2, 2, later), later)).isTrue();
    assertThat(beats(path(2, 1, later), path(1, 2, soon))).isTrue();
    assertThat(beats(path(1, 2, soon), path(2, 1, later))).isFalse();
    assertThat(beats(path(1, 1, later), path(2, 1, soon))).isTrue();
    assertThat(beats(path(2, 1, soon), path(1, 1, later))).isFalse();
    assertThat(beats(path(1, 1, soon), path(1, 1, later))).isTrue();
    assertThat(beats(path(1, 1, later), path(1, 1, soon))).isFalse();
    assertThat(beats(path(1, 1, soon), path(1, 1, soon))).isFalse();
  }

  /** What shows after the last thing that happened shows on its own day. */
  @Test
  void comparesTheDaysOnWhichItShows() {
    Path late = Path.of(with(Customer.of("C-1"), 6));
    Path soon = Path.of(with(Customer.of("C-1"), 0));
    Shortest known = new Shortest(late, late.day.plusDays(20));
    assertThat(Shortest.beats(known, soon, soon.day.plusDays(20))).isTrue();
    assertThat(Shortest.beats(known, soon, soon.day.plusDays(27))).isFalse();
    assertThat(Shortest.beats(known, late, late.day.plusDays(19))).isTrue();
  }

  @Test
  void prefersACustomerOfWhomNothingIsKnown() {
    Customer plain = Customer.of("C-1");
    LocalDate day = LocalDate.of(2025, 3, 3);
    Shortest closed = new Shortest(Path.of(with(plain.without(Channel.LETTER), 0)), day);
    assertThat(Shortest.beats(closed, Path.of(with(plain, 0)), day)).isTrue();
    assertThat(Shortest.beats(closed, Path.of(with(plain, 0)), day.plusDays(1))).isFalse();
    assertThat(Shortest.beats(closed, closed.path(), day)).isFalse();
    assertThat(Shortest.beats(new Shortest(Path.of(with(plain, 0)), day), closed.path(), day))
        .isFalse();
  }

  private static Debtor with(Customer customer, int days) {
    Debtor usual = DEBTORS.get(0);
    Account account = Account.of(customer, usual.account().invoices());
    return new Debtor(account, usual.first().plusDays(days), usual.share());
  }
}
