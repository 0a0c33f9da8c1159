package io.dunning.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DenseDomain;
import io.dunning.DunningDomain;
import io.dunning.action.Channel;
import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** A history or an account that grew event by event is the one made of all events at once. */
@Domain(DenseDomain.class)
@Domain(DomainContext.Global.class)
class ContinuationProperties {
  private static final int FIRST = -1;
  private static final int LAST = 182;

  /** The events of several histories, as far as they are in the currency of the first. */
  private static List<LedgerEvent> events(List<InvoiceHistory> histories) {
    List<LedgerEvent> events = new ArrayList<>();
    for (InvoiceHistory each : histories) {
      if (currencyOf(each).equals(currencyOf(histories.get(0)))) {
        events.addAll(each.events());
      }
    }
    return events;
  }

  private static Object currencyOf(InvoiceHistory history) {
    return history.invoice().amount().currency();
  }

  private static void assertSame(InvoiceHistory grown, InvoiceHistory made) {
    assertThat(grown).isEqualTo(made).hasSameHashCodeAs(made).hasToString(made.toString());
    for (int i = FIRST; i <= LAST; i++) {
      LocalDate day = DunningDomain.START.plusDays(i);
      assertThat(grown.standingOn(day))
          .as("standing on %s", day)
          .isEqualTo(made.standingOn(day))
          .hasSameHashCodeAs(made.standingOn(day));
    }
    assertThat(grown.standingOn(LocalDate.MAX)).isEqualTo(made.standingOn(LocalDate.MAX));
    assertThat(grown.peak()).isEqualTo(made.peak());
    assertColumnsTellTheSteps(grown.standingOn(LocalDate.MAX).steps());
  }

  private static void assertColumnsTellTheSteps(StepRecord steps) {
    assertThat(steps.columns().count()).isEqualTo(steps.taken().size());
    for (int i = 0; i < steps.columns().count(); i++) {
      assertThat(steps.columns().name(i)).isSameAs(steps.taken().get(i).step());
      assertThat(steps.columns().day(i)).isEqualTo(steps.taken().get(i).date().toEpochDay());
      assertThat(steps.columns().hasChannel(i))
          .isEqualTo(steps.taken().get(i).channel().isPresent());
    }
  }

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void aHistoryGrownByItsDaysIsTheOneMadeAtOnce(
      @ForAll @Size(min = 1, max = 5) List<InvoiceHistory> histories) {
    InvoiceHistory grown = InvoiceHistory.of(histories.get(0).invoice());
    List<LedgerEvent> inOrder = InvoiceHistory.of(grown.invoice(), events(histories)).events();
    for (int i = 0; i < inOrder.size(); i++) {
      grown = grown.with(inOrder.get(i));
      assertThat(grown.standingOn(LocalDate.MAX))
          .isEqualTo(
              InvoiceHistory.of(grown.invoice(), inOrder.subList(0, i + 1))
                  .standingOn(LocalDate.MAX));
    }
    assertSame(grown, InvoiceHistory.of(grown.invoice(), inOrder));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aHistoryGrownInAnyOrderIsTheOneMadeAtOnce(
      @ForAll @Size(min = 1, max = 4) List<InvoiceHistory> histories, @ForAll Random random) {
    List<LedgerEvent> entered = events(histories);
    Collections.shuffle(entered, random);
    InvoiceHistory grown = InvoiceHistory.of(histories.get(0).invoice());
    int next = 0;
    while (next < entered.size()) {
      int end = Math.min(entered.size(), next + 1 + random.nextInt(3));
      grown = grown.with(entered.subList(next, end).toArray(new LedgerEvent[0]));
      next = end;
    }
    assertSame(grown, InvoiceHistory.of(grown.invoice(), entered));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void bookingDaysGrowWithTheHistory(
      @ForAll @Size(min = 1, max = 4) List<InvoiceHistory> histories, @ForAll Random random) {
    List<BookedEvent> entered = new ArrayList<>();
    for (LedgerEvent event : events(histories)) {
      int late = random.nextBoolean() ? 0 : random.nextInt(20);
      entered.add(event.bookedOn(event.date().plusDays(late)));
    }
    InvoiceHistory grown = InvoiceHistory.of(histories.get(0).invoice());
    for (BookedEvent entry : entered) {
      boolean onItsDay = entry.bookedOn().equals(entry.event().date());
      grown = onItsDay ? grown.with(entry.event()) : grown.with(entry);
    }
    InvoiceHistory made = InvoiceHistory.ofBooked(grown.invoice(), entered);
    assertSame(grown, made);
    for (int i = 0; i < LAST; i += 7) {
      LocalDate day = DunningDomain.START.plusDays(i);
      assertThat(grown.asKnownOn(day)).isEqualTo(made.asKnownOn(day));
      assertThat(grown.asOf(day)).isEqualTo(made.asOf(day)).hasSameHashCodeAs(made.asOf(day));
    }
  }

  /** Few names and many withdrawals, so that what is taken back lies far behind at times. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void stepsTakenBackGrowAlike(
      @ForAll InvoiceHistory history,
      @ForAll @Size(max = 60) List<@IntRange(max = 14) Integer> kinds) {
    List<LedgerEvent> events = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      int kind = kinds.get(i);
      LocalDate day = DunningDomain.START.plusDays(i / 3);
      String step = List.of("one", "two", "three").get(kind % 3);
      events.add(
          kind < 9
              ? LedgerEvent.stepTaken(day, step, Channel.values()[i % 3])
              : kind < 12
                  ? LedgerEvent.stepWithdrawn(day, step)
                  : LedgerEvent.notDelivered(day, step, Channel.LETTER));
    }
    InvoiceHistory grown = InvoiceHistory.of(history.invoice());
    for (LedgerEvent event : events) {
      grown = grown.with(event);
    }
    assertSame(grown, InvoiceHistory.of(history.invoice(), events));
  }

  /** Two histories that grow from one do not disturb each other, nor the one. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void branchesDoNotDisturbEachOther(
      @ForAll @Size(min = 1, max = 4) List<InvoiceHistory> histories,
      @ForAll @IntRange(max = 9) int before) {
    Invoice invoice = histories.get(0).invoice();
    List<LedgerEvent> all = InvoiceHistory.of(invoice, events(histories)).events();
    int fork = Math.min(before, all.size());
    List<LedgerEvent> stem = all.subList(0, fork);
    InvoiceHistory trunk = InvoiceHistory.of(invoice);
    for (LedgerEvent event : stem) {
      trunk = trunk.with(event);
    }
    InvoiceHistory left = trunk;
    InvoiceHistory right = trunk;
    List<LedgerEvent> ofLeft = new ArrayList<>(stem);
    List<LedgerEvent> ofRight = new ArrayList<>(stem);
    for (int i = fork; i < all.size(); i++) {
      left = left.with(all.get(i));
      ofLeft.add(all.get(i));
      if (i % 2 == 0) {
        right = right.with(all.get(i));
        ofRight.add(all.get(i));
      }
    }
    assertSame(trunk, InvoiceHistory.of(invoice, stem));
    assertSame(left, InvoiceHistory.of(invoice, ofLeft));
    assertSame(right, InvoiceHistory.of(invoice, ofRight));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void anAccountGrownEventByEventIsTheOneMadeAtOnce(
      @ForAll Account account, @ForAll Account other, @ForAll Random random) {
    List<LedgerEvent> entered = new ArrayList<>(account.events());
    entered.addAll(other.events());
    Collections.shuffle(entered, random);
    Account grown = Account.of(account.customer(), account.invoices());
    for (LedgerEvent event : entered) {
      grown = grown.with(event);
    }
    Account made = Account.of(account.customer(), account.invoices(), entered);
    assertThat(grown).isEqualTo(made).hasSameHashCodeAs(made);
    for (int i = FIRST; i <= LAST; i++) {
      long day = DunningDomain.START.plusDays(i).toEpochDay();
      assertThat(grown.standingOn(day)).isEqualTo(made.standingOn(day));
    }
    assertThat(grown.standingOn(Long.MAX_VALUE)).isEqualTo(made.standingOn(Long.MAX_VALUE));
  }

  /** The cells of balances say what the standings say, with and without events. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void balancesTellWhatStandingsTell(@ForAll Account account, @ForAll LocalDate asOf) {
    long day = asOf.toEpochDay();
    Balances balances = account.balancesOn(day);
    boolean credit = false;
    boolean steps = false;
    for (int i = 0; i < balances.size(); i++) {
      InvoiceHistory history = account.invoices().get(i);
      Standing standing = history.standingOn(day);
      assertThat(balances.standing(i)).isEqualTo(standing);
      assertThat(balances.openMinor(i)).isEqualTo(standing.balance().openMinor());
      assertThat(balances.dueDay(i)).isEqualTo(standing.balance().dueDay());
      assertThat(balances.issuedDay(i)).isEqualTo(history.invoice().issuedDay());
      assertThat(balances.currency(i)).isEqualTo(standing.balance().open().currency());
      assertThat(balances.isDisputed(i)).isEqualTo(standing.agreements().isDisputed());
      assertThat(balances.isRoutine(i))
          .isEqualTo(standing.isRoutine() && balances.whole().isRoutine());
      boolean simple =
          history.invoice().instalments().isEmpty()
              && standing.isAsBilled()
              && !standing.agreements().isPromised()
              && standing.agreements().hold().isEmpty()
              && standing.balance().reopenedDay() == Long.MAX_VALUE;
      assertThat(balances.isSimple(i)).isEqualTo(simple);
      assertThat(balances.isPlain(i)).isEqualTo(simple && !standing.agreements().isDisputed());
      credit |= standing.balance().creditMinor() > 0;
      steps |= standing.steps().anyTaken();
    }
    assertThat(balances.anyCredit()).isEqualTo(credit);
    assertThat(balances.anyInvoiceSteps()).isEqualTo(steps);
    assertThat(balances.whole()).isEqualTo(account.standingOn(day));
  }
}
