package io.dunning.json.policy;

import io.dunning.charge.ChargeRules;
import java.util.Optional;
import java.util.function.Function;

/** The keys of a policy about fees and interest. */
final class ChargeKeys {
  private final PolicyShape policy;

  ChargeKeys(PolicyShape policy) {
    this.policy = policy;
  }

  /** Gives a rule to the charges. */
  private interface Setter<V> {
    ChargeRules give(ChargeRules charges, V value);
  }

  /** Adds the keys. */
  void add() {
    interest();
    limits();
  }

  private void interest() {
    charge(
        "interest",
        "DunningPolicy.charges,ChargeRules.interest",
        new InterestForm(),
        InterestForm.Interest::of,
        (c, i) -> i.in(c),
        "The interest for paying late: a rate, a law, or a group of keys.");
    charge(
        "late fees",
        "ChargeRules.fees",
        Forms.many(new FeeShape()),
        c -> Shape.any(InterestForm.ownFees(c)),
        (c, all) -> {
          ChargeRules rules = c;
          for (FeeShape.Fee each : all) {
            rules = each.in(rules);
          }
          return rules;
        },
        "The fees that can arise; all that do are added up.");
  }

  private void limits() {
    charge(
        "charge cap",
        "ChargeRules.cap",
        Sentences.CAP,
        ChargeRules::cap,
        ChargeRules::capped,
        "The most that fees and interest come to together.");
    charge(
        "payments pay",
        "ChargeRules.order",
        Sentences.ORDER,
        c -> Shape.unless(ChargeRules.NONE.order(), c.order()),
        ChargeRules::paying,
        "What a payment pays first.");
    charge(
        "interest in dispute",
        "ChargeRules.inDispute",
        Forms.choice("one of the choices here", ChargeRules.InDispute.values()),
        c -> Shape.unless(ChargeRules.InDispute.RUN_ON, c.inDispute()),
        ChargeRules::inDispute,
        "What interest does while a debt is disputed.");
    charge(
        "charges while restricted",
        "ChargeRules.inRestriction",
        RestrictionTable.FORM,
        RestrictionTable::of,
        RestrictionTable::in,
        "What charges do while a restriction is in force.");
    afterwards();
  }

  private void afterwards() {
    charge(
        "charges once settled",
        "ChargeRules.onceSettled",
        Forms.choice("one of the choices here", ChargeRules.OnceSettled.values()),
        c -> Shape.unless(ChargeRules.OnceSettled.OWED, c.onceSettled()),
        ChargeRules::onceSettled,
        "What happens to charges that are still owed once the principal is paid.");
    charge(
        "source of charges",
        "ChargeRules.source",
        Forms.text("a source", "terms of business, section 7"),
        InterestForm::ownSource,
        ChargeRules::by,
        "The law or contract behind the interest.");
  }

  private <V> void charge(
      String key,
      String attribute,
      Form<V> form,
      Function<ChargeRules, Optional<V>> value,
      Setter<V> set,
      String about) {
    policy.key(
        key,
        attribute,
        form,
        p -> value.apply(p.charges()),
        (d, v) -> {
          d.charges = set.give(d.charges, v);
          return d;
        },
        about);
  }
}
