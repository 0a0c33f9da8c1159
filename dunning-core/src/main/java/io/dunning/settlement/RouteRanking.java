package io.dunning.settlement;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Estimates what each route of an {@link EndgameRule} brings, and puts the best first. */
final class RouteRanking {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Percentage NOTHING = Percentage.percent("0");

  private static final Comparator<RecoveryEstimate> BEST_FIRST =
      Comparator.comparing((RecoveryEstimate e) -> e.expected().minorUnits())
          .reversed()
          .thenComparing(RecoveryEstimate::route);

  private final EndgameRule rule;
  private final Money amount;
  private final CurrencyUnit currency;

  RouteRanking(EndgameRule rule, Money amount) {
    this.rule = rule;
    this.amount = amount;
    this.currency = amount.currency();
  }

  List<RecoveryEstimate> rank(int months, Optional<Money> settlement) {
    List<RecoveryEstimate> all = new ArrayList<>();
    for (EndgameRule.Terms each : rule.routes()) {
      all.add(estimate(each, months));
    }
    all.add(writeOff());
    all.sort(BEST_FIRST);
    settlement.ifPresent(offer -> all.add(settle(offer, all.get(0).expected())));
    all.sort(BEST_FIRST);
    return List.copyOf(all);
  }

  private RecoveryEstimate estimate(EndgameRule.Terms terms, int months) {
    return RecoveryEstimate.of(
        terms.route(),
        amount,
        odds(terms.ofCurve(), months),
        terms.fee(),
        terms.cost(currency).plus(goodwill(terms.route())),
        terms.months(),
        rule.rate(),
        rule.discounts().get(terms.route()));
  }

  private RecoveryEstimate writeOff() {
    Money cost = goodwill(Route.WRITE_OFF);
    return RecoveryEstimate.of(Route.WRITE_OFF, amount, NOTHING, NOTHING, cost, 0, rule.rate());
  }

  /** Estimates an offer: if the customer refuses, the best other route is taken. */
  private RecoveryEstimate settle(Money offer, Money bestOther) {
    Percentage acceptance = rule.acceptance();
    Money cost = goodwill(Route.SETTLE);
    Money accepted =
        RecoveryEstimate.of(Route.SETTLE, offer, acceptance, NOTHING, cost, 0, rule.rate())
            .expected();
    Percentage refusal = Percentage.percent(HUNDRED.subtract(acceptance.value()).toPlainString());
    Money free = Money.zero(offer.currency());
    Money refused =
        RecoveryEstimate.of(Route.SETTLE, bestOther, refusal, NOTHING, free, 0, rule.rate())
            .expected();
    return new RecoveryEstimate(
        Route.SETTLE, offer, acceptance, NOTHING, cost, 0, rule.rate(), accepted.plus(refused));
  }

  private Money goodwill(Route route) {
    return rule.goodwill(route, currency);
  }

  private Percentage odds(Percentage ofCurve, int months) {
    BigDecimal odds = rule.curve().at(months).value().multiply(ofCurve.value()).movePointLeft(2);
    return Percentage.percent(odds.min(HUNDRED).toPlainString());
  }
}
