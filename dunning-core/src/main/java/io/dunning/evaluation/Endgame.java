package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.Circumstances;
import io.dunning.policy.Condition;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.RecoveryEstimate;
import io.dunning.settlement.Route;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Whether a debt can be settled, and which routes it can take; asked in one currency. */
final class Endgame {
  private static final long NEVER = EpochDay.NEVER;

  /** No court helps with a claim that has lapsed. */
  private static final Condition LAPSED = Condition.limitationPassed();

  private final PreparedPolicy policy;

  /** What the routes were made from last. */
  private Money amount;

  private int months;
  private Optional<Money> settlement;
  private boolean enforceable;
  private List<RecoveryEstimate> routes;

  Endgame(PreparedPolicy policy) {
    this.policy = policy;
  }

  boolean settlementPossible(Circumstances s, CurrencyUnit currency) {
    return settlement(s, currency).isPresent();
  }

  private Optional<Money> settlement(Circumstances s, CurrencyUnit currency) {
    SettlementRule rule = policy.settlement;
    if (rule == null || s.day() < againFrom(s, rule)) {
      return Optional.empty();
    }
    Optional<Money> offer = rule.amountFor(open(s, currency), s.daysPastDue());
    boolean risky = rule.fromRisk().map(r -> s.risk().compareTo(r) >= 0).orElse(true);
    return risky ? offer : Optional.empty();
  }

  private static Money open(Circumstances s, CurrencyUnit currency) {
    return Money.ofMinor(s.openMinor(currency), currency);
  }

  /** The first day on which an offer can be made again. */
  private static long againFrom(Circumstances s, SettlementRule rule) {
    long through = s.offeredThrough();
    return through == EpochDay.NONE ? through : through + rule.notAgainWithinDays();
  }

  long settlementChangesOn(Circumstances s) {
    SettlementRule rule = policy.settlement;
    if (rule == null) {
      return NEVER;
    }
    long on = s.amountsChangeOn();
    for (SettlementRule.Tier each : rule.tiers()) {
      long missing = each.fromDaysPastDue() - s.daysPastDue();
      on = missing > 0 ? Math.min(on, s.day() + missing) : on;
    }
    long again = againFrom(s, rule);
    on = again > s.day() ? Math.min(on, again) : on;
    return rule.fromRisk().isPresent() ? Math.min(on, s.riskChangesOn()) : on;
  }

  List<RecoveryEstimate> routes(Circumstances s, CurrencyUnit currency) {
    EndgameRule rule = policy.endgame;
    if (rule == null) {
      return List.of();
    }
    Money open = open(s, currency);
    int age = months(s);
    Optional<Money> offer = settlement(s, currency);
    boolean lapsed = LAPSED.holds(s);
    boolean same =
        routes != null
            && age == months
            && open.equals(amount)
            && offer.equals(settlement)
            && lapsed != enforceable;
    if (!same) {
      amount = open;
      months = age;
      settlement = offer;
      enforceable = !lapsed;
      EndgameRule asked = s.customer().worth().map(rule::forCustomerWorth).orElse(rule);
      EndgameRule left = lapsed ? asked.without(Route.COURT) : asked;
      routes = offer.map(o -> left.rank(open, age, o)).orElseGet(() -> left.rank(open, age));
    }
    return routes;
  }

  long routesChangeOn(Circumstances s) {
    EndgameRule rule = policy.endgame;
    if (rule == null) {
      return NEVER;
    }
    long on = Math.min(s.amountsChangeOn(), settlementChangesOn(s));
    on = Math.min(on, LAPSED.changesOn(s));
    int age = months(s);
    if (age >= rule.curve().lastMonth()) {
      return on;
    }
    return Math.min(on, monthsLater(due(s), age + 1L));
  }

  private static LocalDate due(Circumstances s) {
    return LocalDate.ofEpochDay(s.day() - s.daysPastDue());
  }

  /** Whole months overdue: of 31 January one is over on the last day of February. */
  private static int months(Circumstances s) {
    if (s.daysPastDue() <= 0) {
      return 0;
    }
    LocalDate due = due(s);
    LocalDate day = LocalDate.ofEpochDay(s.day());
    long months = ChronoUnit.MONTHS.between(due, day);
    long over = monthsLater(due, months + 1) > s.day() ? months : months + 1;
    return (int) Math.min(over, Integer.MAX_VALUE);
  }

  /** Never beyond the last day there is. */
  private static long monthsLater(LocalDate day, long months) {
    long left = ChronoUnit.MONTHS.between(day, LocalDate.MAX);
    return months > left ? NEVER : day.plusMonths(months).toEpochDay();
  }
}
