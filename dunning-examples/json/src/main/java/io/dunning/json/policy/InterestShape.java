package io.dunning.json.policy;

import io.dunning.calendar.DayCount;
import io.dunning.calendar.Days;
import io.dunning.charge.InterestPeriod;
import io.dunning.charge.LateInterest;
import io.dunning.charge.ReferenceRates;
import io.dunning.json.policy.Sentences.Rate;
import io.dunning.money.Money;
import io.dunning.money.Rounding;
import java.util.Optional;
import java.util.TreeMap;

/** Interest by contract: its rate, the days that bear it, and how it is counted and rounded. */
final class InterestShape extends Shape<LateInterest, InterestShape.Draft> {
  static final Form<Rate> RATE = Sentences.RATE;

  private static final String TYPE = "LateInterest.";
  private static final String PERIOD = "InterestPeriod.";

  private final Key<LateInterest, Draft, Rate> rate;
  private final Key<LateInterest, Draft, ReferenceRates> table;

  /** Interest under way: rules that are set together are kept until all are known. */
  static final class Draft {
    LateInterest interest;
    LateInterest.RateMode mode = LateInterest.RateMode.FLOATING;
    LateInterest.Compounding rests = LateInterest.Compounding.NONE;
    InterestPeriod.FirstDay first = InterestPeriod.FirstDay.AFTER_DUE_DATE;
    InterestPeriod.PaymentDay payment = InterestPeriod.PaymentDay.INCLUDED;
    InterestPeriod.AfterGrace afterGrace = InterestPeriod.AfterGrace.FROM_FIRST_DAY;
    Days grace = Days.NONE;

    Draft(LateInterest interest) {
      this.interest = interest;
    }
  }

  /** Gives a rule to the interest itself. */
  private interface Setter<V> {
    LateInterest give(LateInterest interest, V value);
  }

  InterestShape() {
    super("interest");
    rate =
        required(
            "rate",
            TYPE + "rate,InterestRate.reference,InterestRate.multiple,InterestRate.margin",
            RATE,
            Rate::of,
            "The rate a year: a percentage, or reference rates and a margin.");
    table =
        key(
            "table",
            "ReferenceRates.rates",
            new RatesShape(),
            i -> i.reference().filter(r -> !RatesShape.isShipped(r)),
            "Your own table of the reference rates that the rate names.");
    rate();
    counting();
    period();
  }

  private <V> void rule(
      String key,
      String attribute,
      Form<V> form,
      java.util.function.Function<LateInterest, Optional<V>> value,
      Setter<V> set,
      String about) {
    key(
        key,
        attribute,
        form,
        value,
        (d, v) -> {
          d.interest = set.give(d.interest, v);
          return d;
        },
        about);
  }

  private void rate() {
    rule(
        "ceiling",
        "InterestRate.ceiling",
        new CeilingForm(),
        LateInterest::ceiling,
        LateInterest::atMost,
        "The highest rate: a percentage, shipped reference rates by name, or a table.");
    rule(
        "rate is for days",
        TYPE + "perDays",
        Forms.NUMBER,
        i -> unless(0, i.perDays()),
        LateInterest::per,
        "The days for which the rate is stated, where it is not stated for a year.");
    key(
        "rate changes",
        TYPE + "rateMode",
        Forms.choice("when the rate changes", LateInterest.RateMode.values()),
        i -> unless(LateInterest.RateMode.FLOATING, i.rateMode()),
        (d, v) -> {
          d.mode = v;
          return d;
        },
        "Which day's rate counts.");
    key(
        "compounding",
        TYPE + "compounding",
        Forms.choice("a way to compound", LateInterest.Compounding.values()),
        i -> unless(LateInterest.Compounding.NONE, i.compounding()),
        (d, v) -> {
          d.rests = v;
          return d;
        },
        "When interest is added to what bears interest.");
  }

  private void counting() {
    rule(
        "day count",
        TYPE + "dayCount",
        Words.of("a day count", DayCount::parse, "ACT/365F", "ACT/360", "30E/360"),
        i -> unless(DayCount.ACT_365F, i.dayCount()),
        LateInterest::counting,
        "How days become parts of a year.");
    rule(
        "rounding",
        TYPE + "rounding",
        Forms.choice("a rounding", Rounding.values()),
        i -> unless(Rounding.HALF_UP, i.rounding()),
        LateInterest::rounded,
        "How the sum is rounded to minor units.");
    rule(
        "not below",
        TYPE + "minimumList",
        Forms.AMOUNTS,
        i -> i.minimums().isEmpty() ? Optional.empty() : Optional.of(new TreeMap<>(i.minimums())),
        (i, all) -> {
          LateInterest interest = i;
          for (Money each : all.values()) {
            interest = interest.atLeast(each);
          }
          return interest;
        },
        "Interest that comes to less is not charged at all, by currency.");
  }

  private void period() {
    key(
        "first day",
        TYPE + "period," + PERIOD + "firstDay",
        Forms.choice("a first day", InterestPeriod.FirstDay.values()),
        i -> unless(InterestPeriod.FirstDay.AFTER_DUE_DATE, i.period().firstDay()),
        (d, v) -> {
          d.first = v;
          return d;
        },
        "The first day that bears interest.");
    key(
        "day of payment",
        PERIOD + "paymentDay",
        Forms.choice("what the day of payment is", InterestPeriod.PaymentDay.values()),
        i -> unless(InterestPeriod.PaymentDay.INCLUDED, i.period().paymentDay()),
        (d, v) -> {
          d.payment = v;
          return d;
        },
        "Whether the day of a payment bears interest.");
    key(
        "grace",
        PERIOD + "grace",
        Forms.DAYS,
        i -> unless(Days.NONE, i.period().grace()),
        (d, v) -> {
          d.grace = v;
          return d;
        },
        "Days after the due date for which no interest is asked while they run.");
    key(
        "after grace",
        PERIOD + "afterGrace",
        Forms.choice("a day", InterestPeriod.AfterGrace.values()),
        i -> unless(InterestPeriod.AfterGrace.FROM_FIRST_DAY, i.period().afterGrace()),
        (d, v) -> {
          d.afterGrace = v;
          return d;
        },
        "From when on interest is asked once the days of grace are over.");
    rule(
        "for at most",
        PERIOD + "limit",
        Forms.PERIOD,
        i -> i.period().limit(),
        LateInterest::forAtMost,
        "How long interest accrues, from the first interest day on.");
  }

  @Override
  void check(Spot spot, Values values, Problems problems) {
    Rate named = values.get(rate);
    Optional<String> own = values.find(table).map(ReferenceRates::name);
    if (own.isPresent() && !own.equals(named.name())) {
      problems.add(
          spot,
          "has a table of " + Problems.quoted(own.get()) + ", which the rate does not name",
          "\"rate: " + own.get() + " + 5%\"");
    }
    if (own.isEmpty()) {
      named.isKnown(inner(spot, "rate"), problems);
    }
  }

  @Override
  Draft start(Values values) {
    Rate named = values.get(rate);
    return new Draft(
        values.find(table).map(t -> named.with(t).interest()).orElseGet(named::interest));
  }

  @Override
  LateInterest end(Draft d) {
    LateInterest interest = d.interest.from(d.first, d.payment).grace(d.grace, d.afterGrace);
    if (d.rests == LateInterest.Compounding.NONE && d.mode == LateInterest.RateMode.FLOATING) {
      return interest;
    }
    return interest.compounding(d.rests, d.mode);
  }
}
