package io.dunning.ledger;

import static io.dunning.event.Concession.DEFERRAL;
import static io.dunning.event.Concession.HOLD;
import static io.dunning.event.Concession.PLAN;
import static io.dunning.event.Concession.PROMISE;
import static io.dunning.event.LedgerEvent.deferred;
import static io.dunning.event.LedgerEvent.furtherGranted;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.holdReleased;
import static io.dunning.event.LedgerEvent.planAgreed;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.promiseWithdrawn;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.Streams;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import io.dunning.event.LedgerEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.money.Percentage;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long what was granted may hold, given the patience; days are counted from the due date. */
class ConcessionsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 1);
  private static final long NEVER = EpochDay.NEVER;

  private static LocalDate day(int pastDue) {
    return DUE.plusDays(pastDue);
  }

  private static long epoch(int pastDue) {
    return day(pastDue).toEpochDay();
  }

  private static LedgerEvent[] all(LedgerEvent... events) {
    return events;
  }

  private static Account account(LedgerEvent[] ofAccount, LedgerEvent... ofInvoice) {
    return Account.of(
        Customer.of("C"),
        List.of(Fixtures.history("I-1", eur("100.00"), DUE, ofInvoice)),
        List.of(ofAccount));
  }

  /** As of the 100th day, counting from a day on. */
  private static Concessions from(int fromDay, Patience patience, Account account) {
    return account.concessions(
        account.invoices().get(0),
        day(100),
        patience,
        epoch(fromDay),
        DUE.toEpochDay(),
        Days.NONE,
        Days.NONE,
        BusinessCalendar.everyDay());
  }

  private static Concessions of(Patience patience, LedgerEvent... ofInvoice) {
    return from(-30, patience, account(all(), ofInvoice));
  }

  /** The last day on which the latest promise of the invoice may hold. */
  private static long promised(Patience patience, LedgerEvent... ofInvoice) {
    return of(patience, ofInvoice).latestThroughDay(PROMISE, false);
  }

  private static Patience most(int count) {
    return Patience.UNLIMITED.atMost(count, PROMISE);
  }

  private static Patience days(int count) {
    return Patience.UNLIMITED.daysInAll(count, PROMISE);
  }

  @Test
  void withoutLimitsNothingIsCutShort() {
    Concessions free = of(Patience.UNLIMITED, promise(day(3), day(90)), hold(day(3), "x"));
    assertThat(free.limits(PROMISE)).isFalse();
    assertThat(free.latestThroughDay(PROMISE, false)).isEqualTo(NEVER);
    assertThat(free.longestHold()).isEmpty();
    assertThat(free.deferredToDay()).isEqualTo(EpochDay.NONE);
    assertThat(free.overrunsOn(epoch(3))).isEmpty();
    Concessions other = of(most(1), hold(day(3), "x"));
    assertThat(other.limits(PROMISE)).isTrue();
    assertThat(other.limits(HOLD)).isFalse();
  }

  @Test
  void onePromiseTooManyNeverHolds() {
    LedgerEvent first = promise(day(3), day(8));
    LedgerEvent second = promise(day(9), day(14));
    LedgerEvent third = promise(day(15), day(40));
    assertThat(promised(most(2), first, second)).isEqualTo(NEVER);
    assertThat(promised(most(2), first, second, third)).isEqualTo(epoch(14));
    assertThat(promised(most(0), first)).isEqualTo(epoch(2));
    // it does not spend what a later one may still get
    assertThat(promised(days(6), first, second)).isEqualTo(epoch(8));
  }

  @Test
  void anOverrunSaysWhatWasTooMuch() {
    Patience two = most(2).moreOnlyFrom("the boss");
    Concessions found =
        of(two, promise(day(3), day(8)), promise(day(9), day(14)), promise(day(15), day(40)));
    Concessions.Overrun expected =
        new Concessions.Overrun(
            PROMISE,
            day(15),
            Optional.of(day(40)),
            Optional.empty(),
            Optional.of(2),
            Optional.empty(),
            "the boss");
    // through its own last day, and no longer
    assertThat(found.overrunsOn(epoch(40))).containsExactly(expected);
    assertThat(found.overrunsOn(epoch(41))).isEmpty();
    assertThat(expected)
        .hasToString(
            "promise of 2026-03-16 until 2026-04-10: does not hold, at most 2 in a cycle; only the"
                + " boss may grant one more");
    assertThat(Streams.copy(expected)).isEqualTo(expected);
  }

  @Test
  void whatIsWithinThePatienceIsNoOverrun() {
    LedgerEvent first = promise(day(3), day(8));
    LedgerEvent second = promise(day(9), day(14));
    assertThat(of(most(2), first, second).overrunsOn(epoch(3))).isEmpty();
    assertThat(of(days(12), first, second).overrunsOn(epoch(3))).isEmpty();
    assertThat(of(days(11), first, second).overrunsOn(epoch(3))).hasSize(1);
  }

  @Test
  void theExceptionIsSpentByTheOneThatNeedsIt() {
    Patience boss = days(10).moreOnlyFrom("the boss");
    LedgerEvent first = promise(day(3), day(8));
    LedgerEvent more = furtherGranted(day(12), PROMISE, "the boss");
    assertThat(promised(boss, first, promise(day(12), day(30)))).isEqualTo(epoch(15));
    assertThat(promised(boss, first, promise(day(12), day(30)), more)).isEqualTo(NEVER);
  }

  @Test
  void daysInAllAreSpentOneAfterTheOther() {
    LedgerEvent first = promise(day(3), day(8));
    Concessions found = of(days(10), first, promise(day(12), day(30)));
    // six days, then the four that are left
    assertThat(found.latestThroughDay(PROMISE, false)).isEqualTo(epoch(15));
    assertThat(found.overrunsOn(epoch(20)))
        .containsExactly(
            new Concessions.Overrun(
                PROMISE,
                day(12),
                Optional.of(day(30)),
                Optional.of(day(15)),
                Optional.empty(),
                Optional.of(10),
                ""));
    assertThat(found.overrunsOn(epoch(20)).get(0))
        .hasToString(
            "promise of 2026-03-13 until 2026-03-31: holds only through 2026-03-16, at most 10 days"
                + " in all");
    // a single day is enough to hold, and none is not
    assertThat(of(days(7), first, promise(day(12), day(30))).overrunsOn(epoch(12)))
        .extracting(Concessions.Overrun::through)
        .containsExactly(Optional.of(day(12)));
    assertThat(of(days(6), first, promise(day(12), day(30))).overrunsOn(epoch(12)))
        .extracting(Concessions.Overrun::through)
        .containsExactly(Optional.empty());
    assertThat(promised(days(25), first, promise(day(12), day(30)))).isEqualTo(NEVER);
    // the one that takes its place ends the first on the day before
    assertThat(promised(days(10), promise(day(3), day(30)), promise(day(6), day(40))))
        .isEqualTo(epoch(12));
    assertThat(
            promised(
                days(10),
                promise(day(3), day(30)),
                promiseWithdrawn(day(5)),
                promise(day(6), day(40))))
        .isEqualTo(epoch(13));
  }

  @Test
  void onlyTheOneWhoMayGrantsOneMore() {
    LedgerEvent first = promise(day(3), day(8));
    LedgerEvent second = promise(day(9), day(20));
    Patience boss = most(1).moreOnlyFrom("the boss");
    assertThat(promised(boss, first, second)).isEqualTo(epoch(8));
    assertThat(promised(boss, first, second, furtherGranted(day(10), PROMISE, "the boss")))
        .isEqualTo(NEVER);
    assertThat(promised(boss, first, second, furtherGranted(day(10), PROMISE, "a clerk")))
        .isEqualTo(epoch(8));
    assertThat(promised(boss, first, second, furtherGranted(day(10), PLAN, "the boss")))
        .isEqualTo(epoch(8));
    // it is spent by one
    LedgerEvent more = furtherGranted(day(10), PROMISE, "the boss");
    assertThat(promised(boss, first, second, more, promise(day(21), day(30)))).isEqualTo(epoch(20));
  }

  @Test
  void whatWasOverBeforeTheCycleBeganDoesNotCount() {
    LedgerEvent first = promise(day(3), day(8));
    LedgerEvent second = promise(day(9), day(20));
    Account account = account(all(), first, second);
    assertThat(from(8, most(1), account).latestThroughDay(PROMISE, false)).isEqualTo(epoch(8));
    assertThat(from(9, most(1), account).latestThroughDay(PROMISE, false)).isEqualTo(NEVER);
    // of one under way only the days since then count
    assertThat(from(7, days(5), account).latestThroughDay(PROMISE, false)).isEqualTo(epoch(11));
    Account granted = account(all(), first, second, furtherGranted(day(5), PROMISE, "x"));
    assertThat(from(5, most(1), granted).latestThroughDay(PROMISE, false)).isEqualTo(NEVER);
    assertThat(from(6, most(1), granted).latestThroughDay(PROMISE, false)).isEqualTo(epoch(8));
  }

  @Test
  void whatTheAccountGotCountsForItsInvoice() {
    Account account = account(all(promise(day(1), day(2))), promise(day(9), day(20)));
    Concessions found = from(-30, most(1), account);
    assertThat(found.latestThroughDay(PROMISE, true)).isEqualTo(NEVER);
    assertThat(found.latestThroughDay(PROMISE, false)).isEqualTo(epoch(8));
    assertThat(found.overrunsOn(epoch(9))).extracting(o -> o.on()).containsExactly(day(9));
    Account euros = account(all(promise(day(1), eur("5.00"), day(2))), promise(day(9), day(20)));
    assertThat(from(-30, most(1), euros).latestThroughDay(PROMISE, false)).isEqualTo(epoch(8));
    // not if it is about another currency
    Account dollars = account(all(promise(day(1), usd("5.00"), day(2))), promise(day(9), day(20)));
    assertThat(from(-30, most(1), dollars).latestThroughDay(PROMISE, false)).isEqualTo(NEVER);
    // by day, whichever log it is in
    Account both = account(all(promise(day(9), day(30))), promise(day(5), day(30)));
    assertThat(from(-30, most(0), both).overrunsOn(epoch(9)))
        .extracting(o -> o.on())
        .containsExactly(day(5), day(9));
  }

  @Test
  void whatCameAfterTheDayIsNotKnown() {
    Account account = account(all(), promise(day(99), day(101)), promise(day(101), day(102)));
    assertThat(from(-30, most(1), account).latestThroughDay(PROMISE, false)).isEqualTo(NEVER);
  }

  @Test
  void plansAreCountedByThemselves() {
    LedgerEvent plan = planAgreed(day(5), List.of(new Instalment(day(10), eur("100.00"))));
    LedgerEvent again = planAgreed(day(15), List.of(new Instalment(day(20), eur("100.00"))));
    Patience one = Patience.UNLIMITED.atMost(1, PLAN);
    assertThat(of(one, promise(day(1), day(2)), plan).latestThroughDay(PLAN, false))
        .isEqualTo(NEVER);
    assertThat(of(one, plan, again).latestThroughDay(PLAN, false)).isEqualTo(epoch(14));
  }

  @Test
  void theHoldThatMayLastLongestCounts() {
    Patience twenty = Patience.UNLIMITED.daysInAll(20, HOLD);
    assertThat(of(twenty, hold(day(4), "x")).longestHold())
        .contains(
            new Concessions.HeldThrough(
                new RestrictionEvent.Hold(day(4), "x", Optional.empty()), epoch(23)));
    // days that two holds share count once
    assertThat(through(twenty, hold(day(4), "a", day(10)), hold(day(6), "b"))).isEqualTo(epoch(23));
    assertThat(through(twenty, hold(day(4), "a", day(10)), hold(day(11), "b")))
        .isEqualTo(epoch(23));
    // of two that last as long the first counts, whether or not it is the longer one by itself
    assertThat(of(twenty, hold(day(4), "a", day(8)), hold(day(5), "b", day(8))).longestHold())
        .hasValueSatisfying(h -> assertThat(h.hold().reason()).isEqualTo("a"));
    // what was released is not spent
    assertThat(through(twenty, hold(day(4), "a"), holdReleased(day(9)), hold(day(20), "b")))
        .isEqualTo(epoch(34));
    assertThat(through(Patience.UNLIMITED.daysInAll(1, HOLD), hold(day(4), "a")))
        .isEqualTo(epoch(4));
    // one that may not hold at all is none
    assertThat(of(Patience.UNLIMITED.atMost(0, HOLD), hold(day(4), "a")).longestHold()).isEmpty();
    // without limits of days it has no end
    assertThat(through(Patience.UNLIMITED.atMost(1, HOLD), hold(day(4), "a"))).isEqualTo(NEVER);
  }

  private static long through(Patience patience, LedgerEvent... events) {
    return of(patience, events).longestHold().orElseThrow().throughDay();
  }

  @Test
  void eachHoldMakesASpanOfTheDaysForWhichThereIsPatience() {
    Account account = account(all(), hold(day(4), "a", day(8)), hold(day(20), "b", day(40)));
    Concessions ten = from(-30, Patience.UNLIMITED.daysInAll(10, HOLD), account);
    assertThat(
            account.heldSpans(
                account.invoices().get(0),
                day(100),
                Days.NONE,
                Percentage.percent("100"),
                Days.NONE,
                BusinessCalendar.everyDay(),
                ten))
        .containsExactly(new DateSpan(day(4), day(8)), new DateSpan(day(20), day(24)));
    // so does each promise
    Account promised = account(all(), promise(day(3), day(8)), promise(day(12), day(30)));
    assertThat(
            promised.heldSpans(
                promised.invoices().get(0),
                day(100),
                Days.NONE,
                Percentage.percent("100"),
                Days.NONE,
                BusinessCalendar.everyDay(),
                from(-30, days(10), promised)))
        .containsExactly(new DateSpan(day(3), day(8)), new DateSpan(day(12), day(15)));
  }

  @Test
  void aDeferralGoesNoFurtherThanTheDaysAfterTheDueDate() {
    Patience ten = Patience.UNLIMITED.atMost(2, DEFERRAL).daysInAll(10, DEFERRAL);
    LedgerEvent first = deferred(day(1), day(5));
    assertThat(of(ten, first).deferredToDay()).isEqualTo(epoch(5));
    assertThat(of(ten, first, deferred(day(5), day(30))).deferredToDay()).isEqualTo(epoch(10));
    // the third is one too many, so that the second counts
    assertThat(of(ten, first, deferred(day(5), day(9)), deferred(day(6), day(8))).deferredToDay())
        .isEqualTo(epoch(9));
    // of the invoice and of its account the later one counts
    Account both = account(all(deferred(day(2), day(7))), first);
    assertThat(from(-30, ten, both).deferredToDay()).isEqualTo(epoch(7));
    Account other = account(all(deferred(day(2), day(4))), first);
    assertThat(from(-30, ten, other).deferredToDay()).isEqualTo(epoch(5));
  }
}
