package io.dunning.charge;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Closure;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What was assessed stays assessed, whatever became of the invoice. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class AssessProperties {
  private static final BusinessCalendar CALENDAR = BusinessCalendar.weekends();
  private static final String STEP = "one";

  /** The rules of the other laws, with and without fees of a step. */
  @Provide
  Arbitrary<ChargeRules> rules() {
    return Combinators.combine(new ChargeProperties().rules(), Arbitraries.integers().between(0, 3))
        .as(
            (rules, fees) -> {
              ChargeRules flat =
                  (fees & 1) == 0 ? rules : rules.with(LateFee.flat(Money.eur("5.00")));
              return (fees & 2) == 0
                  ? flat
                  : flat.with(LateFee.percent(Percentage.percent("1")).at(STEP));
            });
  }

  /** How a debt ends, or seems to. */
  enum End {
    NONE,
    WRITTEN_OFF,
    VOIDED,
    CREDITED,
    PAID,
    DISPUTE_WON
  }

  private static InvoiceHistory ended(InvoiceHistory history, End end, LocalDate day) {
    Money all = history.invoice().amount();
    return switch (end) {
      case NONE -> history;
      case WRITTEN_OFF -> history.with(new MoneyEvent.WrittenOff(day));
      case VOIDED -> history.with(new MoneyEvent.Voided(day));
      case CREDITED -> history.with(new MoneyEvent.Credit(day, all));
      case PAID -> history.with(new MoneyEvent.Payment(day, all));
      case DISPUTE_WON ->
          history.with(
              new DisputeEvent.DisputeOpened(day.minusDays(9), "quality", Optional.empty()),
              new DisputeEvent.DisputeResolved(day, DisputeEvent.Outcome.CUSTOMER_WON));
    };
  }

  private static InvoiceHistory recorded(
      InvoiceHistory history, List<ChargeEvent.ChargeAssessed> assessed) {
    return history.with(assessed.toArray(new LedgerEvent[0]));
  }

  @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
  void askingAgainOnTheSameDayAssessesNothing(
      @ForAll("rules") ChargeRules rules,
      @ForAll InvoiceHistory any,
      @ForAll @Size(max = 6) List<@IntRange(max = 200) Integer> kinds,
      @ForAll End end,
      @ForAll @IntRange(max = 240) int ends,
      @ForAll @IntRange(max = 300) int asked) {
    InvoiceHistory charged = ChargeProperties.charged(any, kinds, DunningDomain.START.plusDays(30));
    InvoiceHistory history = ended(charged, end, DunningDomain.START.plusDays(ends));
    LocalDate day = DunningDomain.START.plusDays(asked);
    List<ChargeEvent.ChargeAssessed> first = rules.assess(history, STEP, day, CALENDAR);
    InvoiceHistory told = recorded(history, first);
    assertThat(rules.assess(told, STEP, day, CALENDAR)).isEmpty();
    assertThat(rules.accrue(told, day, CALENDAR).toAssess().isZero()).isTrue();
  }

  /** Who asks twice is told no more than who asks once, on the later day. */
  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void askingAgainOnALaterDayAssessesNoPeriodAndNoStepTwice(
      @ForAll("rules") ChargeRules rules,
      @ForAll InvoiceHistory any,
      @ForAll @Size(max = 6) List<@IntRange(max = 200) Integer> kinds,
      @ForAll End end,
      @ForAll @IntRange(max = 240) int ends,
      @ForAll @IntRange(max = 300) int asked,
      @ForAll @IntRange(max = 200) int later) {
    InvoiceHistory charged = ChargeProperties.charged(any, kinds, DunningDomain.START.plusDays(30));
    LocalDate day = DunningDomain.START.plusDays(asked);
    InvoiceHistory history = until(ended(charged, end, DunningDomain.START.plusDays(ends)), day);
    List<ChargeEvent.ChargeAssessed> first = rules.assess(history, STEP, day, CALENDAR);
    List<ChargeEvent.ChargeAssessed> second =
        rules.assess(recorded(history, first), STEP, day.plusDays(later), CALENDAR);
    boolean early = first.stream().anyMatch(e -> e.step().isPresent());
    boolean late = second.stream().anyMatch(e -> e.step().isPresent());
    assertThat(early && late).isFalse();
    // under a cap, the fee of the step leaves less room for everything else
    Assume.that(rules.cap().isEmpty() || !early && !late);
    AccruedCharges once = rules.accrue(history, day.plusDays(later), CALENDAR);
    assertThat(sum(first, Charge.INTEREST) + sum(second, Charge.INTEREST))
        .isEqualTo(Math.max(sum(first, Charge.INTEREST), once.interestToAssess().minorUnits()));
    assertThat(sum(first, Charge.FEE) + sum(second, Charge.FEE))
        .isEqualTo(Math.max(sum(first, Charge.FEE), once.feesToAssess().minorUnits()));
  }

  /** What was written off or voided is finished: nothing is left to assess on any later day. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void nothingIsLeftToAssessOnceAllWasToldOfAClosedInvoice(
      @ForAll("rules") ChargeRules rules,
      @ForAll InvoiceHistory any,
      @ForAll boolean isVoid,
      @ForAll @IntRange(max = 240) int ends,
      @ForAll @IntRange(max = 100) int asked,
      @ForAll @IntRange(max = 900) int later) {
    LocalDate closed = DunningDomain.START.plusDays(ends);
    InvoiceHistory history =
        ended(until(any, closed), isVoid ? End.VOIDED : End.WRITTEN_OFF, closed);
    Assume.that(isVoid || history.standingOn(closed).balance().closure() == Closure.WRITTEN_OFF);
    LocalDate day = closed.plusDays(asked);
    InvoiceHistory told = recorded(history, rules.assess(history, STEP, day, CALENDAR));
    assertThat(rules.assess(told, STEP, day.plusDays(later), CALENDAR)).isEmpty();
  }

  private static InvoiceHistory until(InvoiceHistory history, LocalDate day) {
    return InvoiceHistory.of(
        history.invoice(), history.events().stream().filter(e -> !e.date().isAfter(day)).toList());
  }

  private static long sum(List<ChargeEvent.ChargeAssessed> assessed, Charge charge) {
    return assessed.stream()
        .filter(e -> e.charge() == charge && e.step().isEmpty())
        .mapToLong(e -> e.amount().minorUnits())
        .sum();
  }
}
