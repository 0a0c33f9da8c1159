package io.dunning.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.AccruedCharges.Owed;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every offer, plan and ranking. */
class SettlementProperties {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 8);

  private static Money eur(long minor) {
    return Money.ofMinor(minor, Money.eur("0").currency());
  }

  private static Percentage percent(int share) {
    return Percentage.percent("" + share);
  }

  @Property(tries = 2_000)
  void anOfferLiesBetweenFloorAndDebtAndItsPartsAddUp(
      @ForAll @LongRange(min = 1, max = 10_000_000) long principal,
      @ForAll @LongRange(min = 0, max = 1_000_000) long fees,
      @ForAll @LongRange(min = 0, max = 1_000_000) long interest,
      @ForAll @IntRange(min = 1, max = 100) int share,
      @ForAll @IntRange(min = 0, max = 100) int below,
      @ForAll @IntRange(min = 1, max = 40) int parts) {
    int floor = share - share * below / 100;
    SettlementRule rule =
        SettlementRule.lumpSum(percent(share))
            .floor(percent(floor))
            .inInstalments(parts)
            .orInInstalments(parts + 1, percent(below));
    Owed owed = new Owed(eur(principal), eur(fees), eur(interest));
    SettlementQuote quote = rule.quote(owed, 3, DAY, BusinessCalendar.weekends()).orElseThrow();
    assertThat(quote.amount()).isBetween(quote.floor(), owed.total());
    assertThat(quote.saved().plus(quote.amount())).isEqualTo(owed.total());
    assertThat(quote.chargesWaived().plus(quote.principalWaived())).isEqualTo(quote.saved());
    boolean untouched = quote.chargesWaived().equals(eur(fees + interest));
    assertThat(quote.principalWaived().isZero() || untouched).isTrue();
    assertThat(sum(quote.instalments())).isEqualTo(quote.amount());
    for (SettlementQuote.Alternative each : quote.alternatives()) {
      assertThat(each.amount()).isBetween(quote.amount(), owed.total());
      assertThat(sum(each.instalments())).isEqualTo(each.amount());
    }
    for (Money offer : List.of(eur(0), quote.floor(), quote.amount(), owed.total())) {
      boolean refused = quote.answer(offer) == SettlementQuote.Answer.REFUSE;
      assertThat(refused).isEqualTo(offer.compareTo(quote.floor()) < 0);
    }
  }

  private static Money sum(List<Instalment> parts) {
    return parts.stream().map(Instalment::amount).reduce(eur(0), Money::plus);
  }

  @Property(tries = 2_000)
  void aPlanAddsUpAndKeepsToItsLeastPart(
      @ForAll @LongRange(min = 1, max = 10_000_000) long amount,
      @ForAll @LongRange(min = 1, max = 100_000) long least,
      @ForAll @IntRange(min = 1, max = 60) int most,
      @ForAll @IntRange(min = 0, max = 100) int rising) {
    PaymentPlan plan =
        PlanRule.monthly(most).ofAtLeast(eur(least)).risingBy(rising).propose(eur(amount), DAY);
    assertThat(sum(plan.instalments())).isEqualTo(eur(amount));
    assertThat(plan.instalments().size()).isBetween(1, most);
    if (plan.instalments().size() > 1) {
      assertThat(plan.instalments()).allMatch(i -> i.amount().minorUnits() >= least);
    }
    for (int i = 1; i < plan.instalments().size(); i++) {
      Instalment before = plan.instalments().get(i - 1);
      Instalment each = plan.instalments().get(i);
      assertThat(each.due()).isAfter(before.due());
      assertThat(each.amount().minorUnits() + 1).isGreaterThan(before.amount().minorUnits());
    }
    assertThat(plan.residue().minorUnits()).isBetween(0L, (long) plan.instalments().size());
  }

  private static int place(List<RecoveryEstimate> ranked, Route route) {
    return ranked.stream().map(RecoveryEstimate::route).toList().indexOf(route);
  }

  private static EndgameRule rule(int odds, int cost) {
    return EndgameRule.standard()
        .with(EndgameRule.terms(Route.COURT, "" + odds, "5", 12, eur(cost)));
  }

  /** Better odds or lower cost never rank a route lower; worse ones never higher. */
  @Property(tries = 2_000)
  void theRankingIsMonotoneInOddsAndCost(
      @ForAll @LongRange(min = 1, max = 10_000_000) long amount,
      @ForAll @IntRange(min = 0, max = 30) int months,
      @ForAll @IntRange(min = 0, max = 150) int odds,
      @ForAll @IntRange(min = 0, max = 50) int better,
      @ForAll @IntRange(min = 0, max = 500_000) int cost,
      @ForAll @IntRange(min = 0, max = 500_000) int cheaper) {
    Money offer = eur(1 + amount / 3);
    int before = place(rule(odds, cost + cheaper).rank(eur(amount), months, offer), Route.COURT);
    int odder =
        place(rule(odds + better, cost + cheaper).rank(eur(amount), months, offer), Route.COURT);
    int less = place(rule(odds, cost).rank(eur(amount), months, offer), Route.COURT);
    assertThat(odder).isLessThanOrEqualTo(before);
    assertThat(less).isLessThanOrEqualTo(before);
  }

  /** To settle is worth most exactly if the offer brings more than the best other route. */
  @Property(tries = 2_000)
  void settlingIsWorthMostAboveTheBreakEven(
      @ForAll @LongRange(min = 100, max = 10_000_000) long amount,
      @ForAll @IntRange(min = 0, max = 30) int months,
      @ForAll @IntRange(min = 1, max = 100) int share) {
    Money offer = eur(Math.max(1, amount * share / 100));
    EndgameRule rule = EndgameRule.standard();
    RecoveryEstimate other = rule.rank(eur(amount), months).get(0);
    Route best = rule.rank(eur(amount), months, offer).get(0).route();
    long more = offer.minorUnits() - other.expected().minorUnits();
    if (Math.abs(more) > 2) {
      assertThat(best == Route.SETTLE).isEqualTo(more > 0);
    }
  }
}
