package io.dunning.evaluation;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.ledger.PlanOutcome;
import io.dunning.ledger.PromiseOutcome;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** On which days plans and promises hold, and on which they are broken; all end on day 100. */
class BreachesTest {
  private static final LocalDate LAST = LocalDate.ofEpochDay(100);
  private static final Instalment PART = new Instalment(LAST, eur("25.00"));

  private static PlanOutcome plan(PlanOutcome.State state, boolean settles) {
    PlanAgreed plan = new PlanAgreed(LAST.minusDays(9), List.of(PART), settles);
    return new PlanOutcome(plan, state, LAST, Optional.of(PART));
  }

  private static PromiseOutcome promise(PromiseOutcome.State state) {
    PromiseToPay promise = new PromiseToPay(LAST.minusDays(9), Optional.of(eur("25.00")), LAST);
    return new PromiseOutcome(promise, LAST, state, 2500, 2500);
  }

  @ParameterizedTest
  @CsvSource({
    "RUNNING,   false, 100",
    "RUNNING,   true,  100",
    "KEPT,      false, none",
    "KEPT,      true,  last",
    "BROKEN,    true,  none",
    "CANCELLED, true,  none"
  })
  void aPlanHoldsWhileItRunsAndASettlementOnceItIsPaid(
      PlanOutcome.State state, boolean settles, String through) {
    long expected =
        switch (through) {
          case "none" -> EpochDay.NONE;
          case "last" -> EpochDay.LAST;
          default -> Long.parseLong(through);
        };
    assertThat(Breaches.through(plan(state, settles))).isEqualTo(expected);
    assertThat(Breaches.through(null)).isEqualTo(EpochDay.NONE);
  }

  @ParameterizedTest
  @EnumSource(PlanOutcome.State.class)
  void aPlanIsBrokenOnTheDayAfterItsLastIfItRanOrBroke(PlanOutcome.State state) {
    boolean breaks = state == PlanOutcome.State.RUNNING || state == PlanOutcome.State.BROKEN;
    assertThat(Breaches.on(plan(state, false))).isEqualTo(breaks ? 101 : EpochDay.NONE);
    assertThat(Breaches.on((PlanOutcome) null)).isEqualTo(EpochDay.NONE);
  }

  @ParameterizedTest
  @EnumSource(PromiseOutcome.State.class)
  void aPromiseIsBrokenOnTheDayAfterItsLastIfItRanOrBroke(PromiseOutcome.State state) {
    PromiseOutcome outcome = promise(state);
    boolean breaks = state == PromiseOutcome.State.RUNNING || outcome.isBroken();
    assertThat(Breaches.on(outcome)).isEqualTo(breaks ? 101 : EpochDay.NONE);
  }

  @Test
  void aPlanEndsOnTheDayAfterItsLastUnlessThatIsOver() {
    PlanOutcome running = plan(PlanOutcome.State.RUNNING, false);
    assertThat(Breaches.next(running, 99)).isEqualTo(101);
    assertThat(Breaches.next(running, 100)).isEqualTo(101);
    assertThat(Breaches.next(running, 101)).isEqualTo(EpochDay.NEVER);
    assertThat(Breaches.next((PlanOutcome) null, 99)).isEqualTo(EpochDay.NEVER);
  }

  @Test
  void onlyRunningPromisesEnd() {
    List<PromiseOutcome> all =
        List.of(
            promise(PromiseOutcome.State.BROKEN),
            new PromiseOutcome(
                promise(PromiseOutcome.State.RUNNING).promise(),
                LAST.plusDays(5),
                PromiseOutcome.State.RUNNING,
                2500,
                2500),
            promise(PromiseOutcome.State.RUNNING),
            promise(PromiseOutcome.State.KEPT));
    assertThat(Breaches.next(all, 99)).isEqualTo(101);
    assertThat(Breaches.next(all, 100)).isEqualTo(101);
    assertThat(Breaches.next(all, 101)).isEqualTo(106);
    assertThat(Breaches.next(all, 106)).isEqualTo(EpochDay.NEVER);
    assertThat(Breaches.next(List.<PromiseOutcome>of(), 99)).isEqualTo(EpochDay.NEVER);
  }

  @Test
  void aRunningPromiseCountsAsBrokenOnceItIsOver() {
    List<PromiseOutcome> all =
        List.of(
            promise(PromiseOutcome.State.BROKEN),
            promise(PromiseOutcome.State.PARTLY_KEPT),
            promise(PromiseOutcome.State.RUNNING),
            promise(PromiseOutcome.State.KEPT),
            promise(PromiseOutcome.State.WITHDRAWN));
    assertThat(Breaches.count(all, 100)).isEqualTo(2);
    assertThat(Breaches.count(all, 101)).isEqualTo(3);
    assertThat(Breaches.count(List.of(), 101)).isZero();
  }

  @Test
  void theLatestPlanCounts() {
    PlanOutcome one = plan(PlanOutcome.State.CANCELLED, false);
    PlanOutcome two = plan(PlanOutcome.State.RUNNING, false);
    assertThat(Breaches.latest(List.of(one, two))).isSameAs(two);
    assertThat(Breaches.latest(List.of())).isNull();
  }
}
