package io.dunning.json.policy;

import io.dunning.calendar.Days;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.settlement.SettlementRule;
import io.dunning.settlement.SettlementRule.OfferInInstalments;
import io.dunning.settlement.SettlementRule.Tier;
import java.util.List;

/** How much less than a debt settles it, and when that is offered. */
final class SettlementShape extends Shape<SettlementRule, SettlementRule> {
  private static final String TYPE = "SettlementRule.";
  private static final SettlementRule USUAL = SettlementRule.lumpSum(Percentage.percent("100"));

  private final Key<SettlementRule, SettlementRule, List<Tier>> tiers;

  SettlementShape() {
    super("a settlement");
    tiers =
        required(
            "offer",
            TYPE + "tiers",
            Forms.many(new TierShape()),
            SettlementRule::tiers,
            "The share that settles the debt, by days past due.");
    amounts();
    approval();
    validity();
    instalments();
  }

  private void amounts() {
    key(
        "floor",
        TYPE + "floor",
        Forms.PERCENT.such("50%"),
        SettlementRule::floor,
        SettlementRule::floor,
        "The least share that may be agreed when the customer haggles.");
    key(
        "from amount",
        TYPE + "minimumAmounts",
        Forms.AMOUNTS.such("100.00 EUR"),
        s -> Table.some(s.minimumAmounts()),
        (s, all) -> {
          SettlementRule rule = s;
          for (Money each : all.values()) {
            rule = rule.from(each);
          }
          return rule;
        },
        "The least principal for which an offer is made, by currency.");
    key(
        "up to amount",
        TYPE + "maximumAmounts",
        Forms.AMOUNTS.such("10000.00 EUR"),
        s -> Table.some(s.maximumAmounts()),
        (s, all) -> {
          SettlementRule rule = s;
          for (Money each : all.values()) {
            rule = rule.upTo(each);
          }
          return rule;
        },
        "The highest principal for which an offer is made, by currency.");
    risk();
  }

  private void risk() {
    key(
        "from risk",
        TYPE + "fromRisk",
        Forms.PERCENT.such("60%"),
        SettlementRule::fromRisk,
        SettlementRule::fromRisk,
        "How likely a late payment has to be for an offer to be made.");
  }

  private void approval() {
    key(
        "approval",
        TYPE + "approvalBelow," + TYPE + "authority",
        new ApprovalShape(),
        s -> s.approvalBelow().map(b -> new Approval(b, s.authority())),
        (s, a) -> s.approvalBelow(a.below(), a.of()),
        "Below which share somebody has to approve the offer.");
  }

  private void validity() {
    key(
        "valid for",
        TYPE + "validity",
        Forms.DAYS,
        s -> unless(USUAL.validity(), s.validity()),
        (SettlementRule s, Days days) -> s.validFor(days),
        "How long an offer stands.");
    key(
        "valid through day of month",
        TYPE + "throughDayOfMonth",
        Forms.NUMBER.such("15"),
        s -> unless(0, s.throughDayOfMonth()),
        SettlementRule::validThroughDay,
        "The day of a month through which an offer stands.");
    key(
        "not again within",
        TYPE + "notAgainWithinDays",
        Forms.counted("day").such("90 days"),
        s -> unless(USUAL.notAgainWithinDays(), s.notAgainWithinDays()),
        SettlementRule::notAgainWithin,
        "How much time must pass before another offer.");
  }

  private void instalments() {
    key(
        "instalments",
        TYPE + "instalments",
        Forms.NUMBER.such("3").such("3"),
        s -> unless(1, s.instalments()),
        SettlementRule::inInstalments,
        "In how many instalments the offer may be paid.");
    key(
        "or in instalments",
        TYPE + "alternatives",
        Forms.many(new AlternativeShape()),
        s -> any(s.alternatives()),
        (s, all) -> {
          SettlementRule rule = s;
          for (OfferInInstalments each : all) {
            rule = rule.orInInstalments(each.instalments(), each.more());
          }
          return rule;
        },
        "Other ways to accept the offer: more instalments for more money.");
  }

  @Override
  SettlementRule start(Values values) {
    List<Tier> all = values.get(tiers);
    SettlementRule rule =
        SettlementRule.lumpSum(all.get(0).share()).fromDaysPastDue(all.get(0).fromDaysPastDue());
    for (Tier each : all.subList(1, all.size())) {
      rule = rule.laterShare(each.share(), each.fromDaysPastDue());
    }
    return rule;
  }

  @Override
  SettlementRule end(SettlementRule draft) {
    return draft;
  }

  private static final class TierShape extends Shape<Tier, Tier> {
    private final Key<Tier, Tier, Percentage> share;
    private final Key<Tier, Tier, Integer> from;

    TierShape() {
      super("an offer");
      share =
          required(
              "share",
              "Tier.share",
              Forms.PERCENT,
              Tier::share,
              "The share that settles the debt.");
      from =
          key(
              "from",
              "Tier.fromDaysPastDue",
              Forms.counted("day", " past due").such("75 days past due"),
              t -> unless(0, t.fromDaysPastDue()),
              "From when on it is offered.");
    }

    @Override
    Tier start(Values values) {
      return new Tier(values.find(from).orElse(0), values.get(share));
    }

    @Override
    Tier end(Tier draft) {
      return draft;
    }
  }

  /** Below which share an offer needs whose approval. */
  private record Approval(Percentage below, String of) {}

  private static final class ApprovalShape extends Shape<Approval, Approval> {
    private final Key<Approval, Approval, Percentage> below;
    private final Key<Approval, Approval, String> of;

    ApprovalShape() {
      super("approval of a settlement");
      below =
          required(
              "below",
              TYPE + "approvalBelow",
              Forms.PERCENT.such("65%"),
              Approval::below,
              "The least share that may be offered without approval.");
      of =
          key(
              "of",
              TYPE + "authority",
              Forms.text("a person", "head of credit"),
              a -> unless(USUAL.authority(), a.of()),
              "Who has to approve less.");
    }

    @Override
    Approval start(Values values) {
      return new Approval(values.get(below), values.find(of).orElse(USUAL.authority()));
    }

    @Override
    Approval end(Approval draft) {
      return draft;
    }
  }

  private static final class AlternativeShape
      extends Shape<OfferInInstalments, OfferInInstalments> {
    private final Key<OfferInInstalments, OfferInInstalments, Integer> count;
    private final Key<OfferInInstalments, OfferInInstalments, Percentage> more;

    AlternativeShape() {
      super("another way to accept");
      count =
          required(
              "instalments",
              "OfferInInstalments.instalments",
              Forms.NUMBER,
              OfferInInstalments::instalments,
              "In how many instalments.");
      more =
          required(
              "for more",
              "OfferInInstalments.more",
              Forms.PERCENT.such("5%"),
              OfferInInstalments::more,
              "How many percentage points of the debt more.");
    }

    @Override
    OfferInInstalments start(Values values) {
      return new OfferInInstalments(values.get(count), values.get(more));
    }

    @Override
    OfferInInstalments end(OfferInInstalments draft) {
      return draft;
    }
  }
}
