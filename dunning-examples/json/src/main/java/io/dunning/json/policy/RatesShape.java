package io.dunning.json.policy;

import io.dunning.charge.ReferenceRates;
import io.dunning.charge.ReferenceRates.Rate;
import io.dunning.money.Percentage;
import java.time.LocalDate;

/** A table of reference rates of your own. */
final class RatesShape extends Shape<ReferenceRates, ReferenceRates> {
  private final Key<ReferenceRates, ReferenceRates, String> name;

  RatesShape() {
    super("a table of rates");
    name =
        required(
            "name",
            "ReferenceRates.name",
            Forms.text("a name", "house rate"),
            ReferenceRates::name,
            "The name by which a rate calls the table.");
    key(
        "rates",
        "ReferenceRates.rates",
        Forms.many(new RateShape()),
        t -> any(t.rates()),
        (t, all) -> {
          ReferenceRates table = t;
          for (Rate each : all) {
            table = table.with(each.from(), each.throughInclusive(), each.rate(), each.source());
          }
          return table;
        },
        "The rates, from day to day; a later one replaces an earlier one where both apply.");
  }

  @Override
  ReferenceRates start(Values values) {
    return ReferenceRates.named(values.get(name));
  }

  @Override
  ReferenceRates end(ReferenceRates draft) {
    return draft;
  }

  /** A rate of a table. */
  private static final class RateShape extends Shape<Rate, Rate> {
    private final Key<Rate, Rate, Percentage> rate;
    private final Key<Rate, Rate, LocalDate> from;
    private final Key<Rate, Rate, LocalDate> through;
    private final Key<Rate, Rate, String> source;

    RateShape() {
      super("a rate of a table");
      rate =
          required("rate", "Rate.rate", Forms.PERCENT.such("4%"), Rate::rate, "The rate a year.");
      from =
          key(
              "from",
              "Rate.from",
              Forms.DATE.such("2026-07-01"),
              r -> unless(LocalDate.MIN, r.from()),
              "The first day; without it the rate applies from the beginning of time.");
      through =
          key(
              "through",
              "Rate.throughInclusive",
              Forms.DATE.such("2026-12-31"),
              r -> unless(LocalDate.MAX, r.throughInclusive()),
              "The last day; without it the rate applies until another one does.");
      source =
          key(
              "source",
              "Rate.source",
              Forms.text("a source", "central bank"),
              r -> unless("", r.source()),
              "Where the rate is published.");
    }

    @Override
    Rate start(Values values) {
      return new Rate(
          values.find(from).orElse(LocalDate.MIN),
          values.find(through).orElse(LocalDate.MAX),
          values.get(rate),
          values.find(source).orElse(""));
    }

    @Override
    Rate end(Rate draft) {
      return draft;
    }
  }
}
