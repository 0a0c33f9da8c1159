package io.dunning.ledger;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reached;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is known of the channels of a customer does not depend on where it was recorded. */
class ChannelProperties {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private static LedgerEvent event(int code, LocalDate day) {
    Channel channel = List.of(Channel.EMAIL, Channel.LETTER).get(code / 3 % 2);
    return switch (code / 6) {
      case 0 -> LedgerEvent.optedOut(day, channel);
      case 1 -> LedgerEvent.optedIn(day, channel);
      case 2 -> LedgerEvent.notDelivered(day, "one", channel);
      case 3 -> LedgerEvent.contact(day, channel, Direction.OUT, Reached.OWNER);
      case 4 -> LedgerEvent.addressUnknown(day);
      default -> LedgerEvent.addressFound(day);
    };
  }

  /** One event a day; the last digit says where it was recorded. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void itIsTheSameWhereverItWasRecorded(
      @ForAll @Size(max = 12) List<@IntRange(max = 35) Integer> codes) {
    List<LedgerEvent> all = new ArrayList<>();
    List<List<LedgerEvent>> apart =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int code : codes) {
      LedgerEvent event = event(code, FIRST.plusDays(all.size()));
      all.add(event);
      apart.get(code % 3).add(event);
    }
    Account whole = account(List.of(), List.of(), all);
    Account spread = account(apart.get(0), apart.get(1), apart.get(2));
    for (int day = -1; day <= all.size(); day++) {
      long on = FIRST.plusDays(day).toEpochDay();
      assertThat(spread.balancesOn(on).closedChannelBits())
          .isEqualTo(whole.balancesOn(on).closedChannelBits());
    }
  }

  private static Account account(
      List<LedgerEvent> one, List<LedgerEvent> two, List<LedgerEvent> own) {
    Invoice first = Invoice.of("I-1", eur("10.00"), FIRST, FIRST);
    Invoice second = Invoice.of("I-2", eur("10.00"), FIRST, FIRST);
    return Account.of(
        Customer.of("C"),
        List.of(InvoiceHistory.of(first, one), InvoiceHistory.of(second, two)),
        own);
  }
}
