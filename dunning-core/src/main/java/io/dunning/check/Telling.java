package io.dunning.check;

import io.dunning.evaluation.Recommendation;
import io.dunning.event.ChargeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.scenario.Scenario;
import io.dunning.scenario.StoryDay;
import io.dunning.settlement.SettlementQuote;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tells what happens in a world as the day of a story. */
final class Telling {
  private Telling() {}

  static StoryDay on(LocalDate day) {
    return Scenario.on(day);
  }

  static boolean isOn(StoryDay day, LocalDate date) {
    return day.date().equals(date);
  }

  static StoryDay then(StoryDay day, World.Moment moment) {
    if (moment.event().isPresent()) {
      LedgerEvent event = moment.event().get();
      return moment.invoice().isPresent()
          ? day.about(moment.invoice().get()).happens(event)
          : day.happensToAccount(event);
    }
    return takes(day.about(moment.invoice().orElseThrow()), moment.step().orElseThrow());
  }

  private static StoryDay takes(StoryDay day, Recommendation step) {
    String name = step.step().orElseThrow();
    StoryDay told = step.channel().map(c -> day.takes(name, c)).orElseGet(() -> day.takes(name));
    if (step.deadline().isPresent()) {
      told = told.grants(step.deadline().get().toString());
    }
    String[] charged =
        sums(
            step.assessments().values().stream()
                .flatMap(List::stream)
                .map(ChargeEvent.ChargeAssessed::amount));
    told = charged.length == 0 ? told : told.charges(charged);
    String[] offered = sums(step.settlements().values().stream().map(SettlementQuote::amount));
    return offered.length == 0 ? told : told.offers(offered);
  }

  private static String[] sums(Stream<Money> amounts) {
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    amounts.forEach(a -> sums.merge(a.currency(), a, Money::plus));
    return sums.values().stream().map(Money::toString).toArray(String[]::new);
  }
}
