package io.dunning.settlement;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.AccruedCharges.Owed;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import io.dunning.settlement.SettlementRule.OfferInInstalments;
import java.time.LocalDate;
import java.util.Optional;

/** Works out an offer to settle: its amounts, its last day and who has to approve it. */
final class SettlementOffer {
  /** The whole debt. */
  static final Percentage ALL = Percentage.percent("100");

  private SettlementOffer() {}

  /** Returns the offer by a rule at a given share, whatever the age and the amount of the debt. */
  static SettlementQuote of(
      SettlementRule rule, Owed owed, Percentage share, LocalDate on, BusinessCalendar calendar) {
    Money all = owed.total();
    Money amount = part(all, share);
    Optional<Percentage> below = rule.approvalBelow();
    boolean free = below.map(a -> share.compareTo(a) >= 0).orElse(true);
    LocalDate until = OfferDates.lastDay(rule, on, calendar);
    return new SettlementQuote(
        on,
        owed,
        amount,
        rule.floor().map(f -> part(all, f)).orElse(amount),
        below.map(a -> part(all, a)).orElse(Money.zero(all.currency())),
        until,
        OfferDates.instalments(amount, rule.instalments(), until),
        free ? Optional.empty() : Optional.of(rule.authority()),
        rule.alternatives().stream().map(a -> alternative(a, all, share, until)).toList());
  }

  private static SettlementQuote.Alternative alternative(
      OfferInInstalments way, Money all, Percentage share, LocalDate until) {
    Percentage sum = Percentage.percent(share.value().add(way.more().value()).toPlainString());
    Money amount = part(all, sum.compareTo(ALL) > 0 ? ALL : sum);
    return new SettlementQuote.Alternative(
        amount, OfferDates.instalments(amount, way.instalments(), until));
  }

  /**
   * Returns a share of an amount, rounded up so that it is never below the share and never zero.
   */
  static Money part(Money all, Percentage share) {
    return all.times(share, Rounding.UP);
  }
}
