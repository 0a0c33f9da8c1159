package io.dunning.settlement;

import io.dunning.money.Money;
import io.dunning.settlement.SettlementQuote.Alternative;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts two offers of one day and one rule together to one: its sums are the sums of theirs. */
final class QuoteSum {
  private QuoteSum() {}

  /** Throws {@link IllegalArgumentException} if the offers differ in day, validity or approval. */
  static SettlementQuote of(SettlementQuote one, SettlementQuote other) {
    if (!one.on().equals(other.on())
        || !one.until().equals(other.until())
        || !one.approvalBy().equals(other.approvalBy())) {
      throw new IllegalArgumentException(
          "offers differ in day, validity or approval: " + one + "; " + other);
    }
    return new SettlementQuote(
        one.on(),
        one.owed().plus(other.owed()),
        one.amount().plus(other.amount()),
        one.floor().plus(other.floor()),
        one.approvalBelow().plus(other.approvalBelow()),
        one.until(),
        sums(one.instalments(), other.instalments()),
        one.approvalBy(),
        alternatives(one.alternatives(), other.alternatives()));
  }

  /** The other ways, one by one; none unless both offers have the same number of them. */
  private static List<Alternative> alternatives(List<Alternative> some, List<Alternative> more) {
    List<Alternative> ways = new ArrayList<>();
    for (int i = 0; some.size() == more.size() && i < some.size(); i++) {
      Alternative one = some.get(i);
      Alternative other = more.get(i);
      ways.add(
          new Alternative(
              one.amount().plus(other.amount()), sums(one.instalments(), other.instalments())));
    }
    return ways;
  }

  /** Instalments by their due dates: those of one day are one. */
  private static List<Instalment> sums(List<Instalment> some, List<Instalment> more) {
    SortedMap<LocalDate, Money> sums = new TreeMap<>();
    some.forEach(i -> sums.merge(i.due(), i.amount(), Money::plus));
    more.forEach(i -> sums.merge(i.due(), i.amount(), Money::plus));
    return sums.entrySet().stream().map(e -> new Instalment(e.getKey(), e.getValue())).toList();
  }
}
