package io.dunning.json.policy;

import io.dunning.calendar.DayCount;
import io.dunning.calendar.Days;
import io.dunning.charge.InterestPeriod;
import io.dunning.charge.LateInterest;
import io.dunning.charge.ReferenceRates;
import io.dunning.money.Money;
import io.dunning.money.Rounding;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Interest by contract: its rate, the days that bear it, and how it is counted and rounded. */
final class InterestShape extends Shape<LateInterest, InterestShape.Draft> {
  private static final Form<String> RATE = Forms.text("a rate", "German base rate + 9%", "9.5%");

  private static final String TYPE = "LateInterest.";
  private static final String PERIOD = "InterestPeriod.";

  private final Key<LateInterest, Draft, String> rate;
  private final Key<LateInterest, Draft, List<ReferenceRates>> tables;

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
            TYPE
                + "rate,InterestRate.reference,InterestRate.multiple,InterestRate.margin,"
                + TYPE
                + "perDays",
            RATE,
            LateInterest::rateWords,
            "The rate a year, or for some days: a percentage, or reference rates and a margin.");
    tables =
        key(
            "own rates",
            "ReferenceRates.rates",
            Forms.many(new RatesShape()),
            i -> any(ownTables(i)),
            "Your own tables of reference rates, which the rate calls by their names.");
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
    key(
        "rate changes",
        TYPE + "rateMode",
        Forms.choice("one of the choices here", LateInterest.RateMode.values()),
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
        Forms.AMOUNTS.such("5.00 EUR"),
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
        Forms.choice("one of the choices here", InterestPeriod.PaymentDay.values()),
        i -> unless(InterestPeriod.PaymentDay.INCLUDED, i.period().paymentDay()),
        (d, v) -> {
          d.payment = v;
          return d;
        },
        "Whether the day of a payment bears interest.");
    grace();
  }

  private void grace() {
    key(
        "grace",
        PERIOD + "grace",
        Forms.DAYS.such("5 days"),
        i -> unless(Days.NONE, i.period().grace()),
        (d, v) -> {
          d.grace = v;
          return d;
        },
        "Days after the due date during which no interest is charged.");
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
        Forms.PERIOD.such("1 year"),
        i -> i.period().limit(),
        LateInterest::forAtMost,
        "How long interest accrues, from the first interest day on.");
  }

  private static List<ReferenceRates> ownTables(LateInterest interest) {
    LateInterest shipped;
    try {
      shipped = LateInterest.parseRate(interest.rateWords(), List.of());
    } catch (IllegalArgumentException unknown) {
      return interest.tables();
    }
    return interest.tables().stream().filter(t -> !shipped.tables().contains(t)).toList();
  }

  @Override
  void check(Spot spot, Values values, Problems problems) {
    try {
      interest(values);
    } catch (IllegalArgumentException refused) {
      problems.add(inner(spot, "rate"), refused, '"' + RATE.example() + '"');
    }
  }

  private LateInterest interest(Values values) {
    return Sentences.rate(values.get(rate), values.find(tables).orElse(List.of()));
  }

  @Override
  Draft start(Values values) {
    return new Draft(interest(values));
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
