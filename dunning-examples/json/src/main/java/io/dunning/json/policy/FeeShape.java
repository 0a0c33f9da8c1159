package io.dunning.json.policy;

import io.dunning.calendar.Days;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.FeeBand;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.charge.StatutoryInterest;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A late fee. */
final class FeeShape extends Shape<FeeShape.Fee, FeeShape.Fee> {
  private static final String TYPE = "LateFee.";
  private static final Percentage NO_SHARE = Percentage.percent("0");

  private final Key<Fee, Fee, List<Money>> amount;
  private final Key<Fee, Fee, Percentage> share;
  private final Key<Fee, Fee, List<FeeBand>> bands;
  private final Key<Fee, Fee, Boolean> byBand;
  private Key<Fee, Fee, String> step;
  private Key<Fee, Fee, Boolean> letter;
  private Key<Fee, Fee, LateFee.Arises> once;
  private Key<Fee, Fee, Days> every;

  /** A fee, and whether it is the fixed compensation of a law. */
  record Fee(LateFee fee, boolean compensation) {
    static Fee of(LateFee fee) {
      return new Fee(fee, fee.isCompensation());
    }

    private Fee with(LateFee other) {
      return new Fee(other, compensation);
    }

    /** These charges with this fee. */
    ChargeRules in(ChargeRules charges) {
      if (!compensation) {
        return charges.with(fee);
      }
      StatutoryInterest law =
          StatutoryInterest.define("", "", LateInterest.fixed(NO_SHARE), fee, "");
      return charges.with(ChargeRules.of(law).fees().get(0));
    }
  }

  FeeShape() {
    super("a late fee");
    amount =
        key(
            "amount",
            TYPE + "bands",
            Forms.many(Forms.MONEY).such("5.00 EUR"),
            f -> isFlat(f.fee()) ? Optional.of(amounts(f.fee())) : Optional.empty(),
            "The fee, by currency.");
    share =
        key(
            "share",
            TYPE + "share",
            Forms.PERCENT.such("1%").such("2%"),
            f -> f.fee().share(),
            "The fee as a share of what is overdue, in every currency.");
    bands =
        key(
            "bands",
            TYPE + "bands",
            Forms.many(new BandShape()),
            f -> isFlat(f.fee()) ? Optional.empty() : any(f.fee().bands()),
            "The fee by what is overdue.");
    byBand =
        key(
            "band by band",
            TYPE + "banding",
            Forms.FLAG,
            f -> Optional.of(f.fee().banding() == LateFee.Banding.MARGINAL).filter(y -> y),
            "Whether each band bears its own part, as an income tax does.");
    limits();
    times();
    conditions();
  }

  private static boolean isFlat(LateFee fee) {
    Percentage none = NO_SHARE;
    return !fee.bands().isEmpty()
        && fee.banding() == LateFee.Banding.SINGLE
        && fee.bands().stream().allMatch(b -> b.from().isZero() && b.share().equals(none));
  }

  private static List<Money> amounts(LateFee fee) {
    return fee.bands().stream().map(FeeBand::flat).toList();
  }

  private void limits() {
    key(
        "at least",
        TYPE + "minimums",
        Forms.many(Forms.MONEY).such("5.00 EUR"),
        f -> any(f.fee().minimums()),
        (f, all) -> {
          Fee fee = f;
          for (Money each : all) {
            fee = fee.with(fee.fee().atLeast(each));
          }
          return fee;
        },
        "The least the fee comes to, by currency.");
    key(
        "at most",
        TYPE + "maximums",
        Forms.many(Forms.MONEY).such("50.00 EUR"),
        f -> any(f.fee().maximums()),
        (f, all) -> {
          Fee fee = f;
          for (Money each : all) {
            fee = fee.with(fee.fee().atMost(each));
          }
          return fee;
        },
        "The most the fee comes to, by currency.");
  }

  private void times() {
    step =
        key(
            "with step",
            TYPE + "step",
            Forms.text("a step", "first notice"),
            f -> f.fee().step(),
            (f, step) -> f.with(f.fee().at(step)),
            "The only step with which the fee arises; otherwise every step that assesses charges.");
    letter =
        key(
            "once for a letter",
            TYPE + "ofDocument",
            Forms.FLAG,
            f -> Optional.of(f.fee().ofDocument()).filter(y -> y),
            (f, yes) -> yes ? f.with(f.fee().perDocument()) : f,
            "Whether a letter about several invoices bears the fee once.");
    once =
        key(
            "once for each",
            TYPE + "arises",
            Forms.choice(
                "one of the choices here",
                a -> a == LateFee.Arises.ONCE ? "invoice" : "instalment",
                List.of(LateFee.Arises.ONCE, LateFee.Arises.ONCE_PER_INSTALMENT)),
            f -> Optional.of(f.fee().arises()).filter(FeeShape::isOnce),
            (f, a) ->
                f.with(a == LateFee.Arises.ONCE ? f.fee().once() : f.fee().oncePerInstalment()),
            "Whether the fee arises once, without a step, for each late invoice or instalment.");
    every =
        key(
            "every",
            TYPE + "period",
            Forms.DAYS.such("30 days"),
            f -> f.fee().period(),
            (Fee f, Days days) -> f.with(f.fee().every(days)),
            "How often the fee arises, without a step.");
  }

  private static boolean isOnce(LateFee.Arises times) {
    return times == LateFee.Arises.ONCE || times == LateFee.Arises.ONCE_PER_INSTALMENT;
  }

  private void conditions() {
    key(
        "only if agreed",
        TYPE + "agreedFact," + TYPE + "agreedValue",
        new FactShape(),
        f -> f.fee().agreedFact().map(n -> new Fact(n, f.fee().agreedValue())),
        (f, fact) -> f.with(f.fee().onlyIfAgreed(fact.name(), fact.value())),
        "The customer fact that records that the fee was agreed.");
    key(
        "compensation",
        TYPE + "isCompensation",
        Forms.FLAG,
        f -> Optional.of(f.compensation()).filter(y -> y),
        (f, yes) -> new Fee(f.fee(), yes),
        "Whether the fee is the fixed sum that a law grants for the costs of recovery.");
    key(
        "beside compensation",
        TYPE + "isBesideCompensation",
        Forms.FLAG,
        f -> Optional.of(f.fee().isBesideCompensation()).filter(y -> y),
        (f, yes) -> yes ? f.with(f.fee().besideCompensation()) : f,
        "Whether the fee may be charged on top of such a compensation.");
    key(
        "source",
        TYPE + "source",
        Forms.text("a source", "terms of business, section 7"),
        f -> unless("", f.fee().source()),
        (f, text) -> f.with(f.fee().by(text)),
        "The law or contract behind the fee.");
  }

  @Override
  void check(Spot spot, Values values, Problems problems) {
    long ways =
        java.util.stream.Stream.of(amount, share, bands)
            .filter(k -> values.find(k).isPresent())
            .count();
    if (ways != 1) {
      problems.add(
          spot,
          ways == 0 ? "does not say how much it is" : "says how much it is in several ways",
          "one of \"amount: 5.00 EUR\", \"share: 2%\" and \"bands\"");
    }
    times(spot, values, problems);
  }

  private void times(Spot spot, Values values, Problems problems) {
    List<String> ways = new ArrayList<>();
    values.find(step).ifPresent(s -> ways.add(step.name()));
    if (ways.isEmpty() && values.find(letter).orElse(false)) {
      ways.add(letter.name());
    }
    values.find(once).ifPresent(o -> ways.add(once.name()));
    values.find(every).ifPresent(d -> ways.add(every.name()));
    if (ways.size() > 1) {
      problems.add(
          spot,
          "says when the fee arises in several ways",
          "keep one of \"" + String.join("\", \"", ways) + '"');
    }
  }

  @Override
  Fee start(Values values) {
    Optional<List<Money>> flat = values.find(amount);
    Optional<Percentage> part = values.find(share);
    LateFee.Banding banding =
        values.find(byBand).orElse(false) ? LateFee.Banding.MARGINAL : LateFee.Banding.SINGLE;
    LateFee fee =
        flat.isPresent()
            ? LateFee.flat(flat.get().toArray(Money[]::new))
            : part.isPresent()
                ? LateFee.percent(part.get())
                : LateFee.banded(banding, values.get(bands));
    return new Fee(fee, false);
  }

  @Override
  Fee end(Fee draft) {
    return draft;
  }

  @Override
  void refuse(Fee value) {
    value
        .fee()
        .sentence()
        .ifPresent(
            s -> {
              throw new IllegalArgumentException(
                  "a policy file cannot hold a fee that is described in code: "
                      + Problems.shown(s));
            });
  }

  /** A fact and its value. */
  private record Fact(String name, String value) {}

  private static final class FactShape extends Shape<Fact, Fact> {
    private final Key<Fact, Fact, String> fact;
    private final Key<Fact, Fact, String> is;

    FactShape() {
      super("an agreed fact");
      fact =
          required(
              "fact",
              TYPE + "agreedFact",
              Forms.text("a fact", "late fee"),
              Fact::name,
              "The name of the fact.");
      is =
          key(
              "is",
              TYPE + "agreedValue",
              Forms.text("a value", "yes"),
              f -> unless("yes", f.value()),
              "What it has to be; yes unless set.");
    }

    @Override
    Fact start(Values values) {
      return new Fact(values.get(fact), values.find(is).orElse("yes"));
    }

    @Override
    Fact end(Fact draft) {
      return draft;
    }
  }

  /** A band of a fee. */
  private static final class BandShape extends Shape<FeeBand, FeeBand> {
    private final Key<FeeBand, FeeBand, Money> from;
    private final Key<FeeBand, FeeBand, Money> flat;
    private final Key<FeeBand, FeeBand, Percentage> part;

    BandShape() {
      super("a band");
      from =
          required(
              "from",
              "FeeBand.from",
              Forms.MONEY.such("100.00 EUR"),
              FeeBand::from,
              "The least amount overdue.");
      flat =
          key(
              "amount",
              "FeeBand.flat",
              Forms.MONEY.such("10.00 EUR"),
              b -> Optional.of(b.flat()).filter(m -> !m.isZero()),
              "The amount of the fee.");
      part =
          key(
              "share",
              "FeeBand.share",
              Forms.PERCENT,
              b -> unless(NO_SHARE, b.share()),
              "The share of what is overdue, on top.");
    }

    @Override
    FeeBand start(Values values) {
      Money least = values.get(from);
      return new FeeBand(
          least,
          values.find(flat).orElse(Money.zero(least.currency())),
          values.find(part).orElse(NO_SHARE));
    }

    @Override
    FeeBand end(FeeBand draft) {
      return draft;
    }
  }
}
