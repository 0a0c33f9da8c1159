package io.dunning.json.policy;

import io.dunning.action.Channel;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactRules;
import io.dunning.conduct.Jurisdiction;
import io.dunning.ledger.Customer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules of contact of one's own. */
final class ContactRulesShape extends Shape<ContactRules, ContactRules> {
  private static final String TYPE = "ContactRules.";
  private static final ContactRules USUAL = ContactRules.of("usual");

  private final Key<ContactRules, ContactRules, String> name;
  private final Key<ContactRules, ContactRules, String> source;
  private final Key<ContactRules, ContactRules, String> confidence;
  private final Key<ContactRules, ContactRules, Integer> hours;
  private final Key<ContactRules, ContactRules, Integer> channels;
  private final Key<ContactRules, ContactRules, List<Channel>> notAll;

  ContactRulesShape() {
    super("rules of contact");
    name =
        required(
            "name",
            TYPE + "name",
            Forms.text("a name", "house rules"),
            ContactRules::name,
            "The name of the rules, for explanations.");
    source =
        key(
            "source",
            TYPE + "source",
            Forms.text("a source", "12 CFR 1006.14"),
            r -> unless("", r.source()),
            "The law or decision behind the rules.");
    confidence =
        key(
            "confidence",
            TYPE + "confidence",
            Forms.text("a text", "verified"),
            r -> unless(USUAL.confidence(), r.confidence()),
            "How sure the source is.");
    scope();
    hours = hours();
    channels = channels();
    notAll = notAll();
  }

  private Key<ContactRules, ContactRules, Integer> hours() {
    return key(
        "barred a week at most",
        TYPE + "maximumBarredHours",
        Forms.counted("hour").such("28 hours"),
        r -> r.maximumBarredHours().stream().boxed().findFirst(),
        "How many hours a week customers may bar.");
  }

  private Key<ContactRules, ContactRules, Integer> channels() {
    return key(
        "barred channels at most",
        TYPE + "maximumBarredChannels",
        Forms.NUMBER.such("1"),
        r -> r.maximumBarredChannels().stream().boxed().findFirst(),
        "How many channels customers may bar.");
  }

  private Key<ContactRules, ContactRules, List<Channel>> notAll() {
    return key(
        "one stays open of",
        TYPE + "notAllBarred",
        Forms.CHANNELS,
        r -> any(r.notAllBarred()),
        "The channels of which customers may not bar all.");
  }

  private void scope() {
    key(
        "where",
        TYPE + "jurisdiction",
        new WhereShape(),
        r -> unless(Jurisdiction.EVERYWHERE, r.jurisdiction()),
        ContactRules::within,
        "To whom the rules apply; to everyone unless set.");
    key(
        "in force from",
        TYPE + "inForceFrom",
        Forms.DATE,
        ContactRules::inForceFrom,
        ContactRules::inForce,
        "The first day of the rules.");
    key(
        "limits",
        TYPE + "limits",
        Forms.many(Sentences.LIMIT),
        r -> any(r.limits()),
        (r, all) -> {
          ContactRules rules = r;
          for (ContactLimit each : all) {
            rules = rules.with(each);
          }
          return rules;
        },
        "What the rules forbid.");
    key(
        "invitations last",
        TYPE + "invitationDays",
        Forms.counted("day"),
        r -> unless(USUAL.invitationDays(), r.invitationDays()),
        ContactRules::invitationsLast,
        "For how long an answer to the customer counts as invited.");
    rest();
  }

  private void rest() {
    key(
        "stay",
        TYPE + "stay",
        Forms.PERIOD.such("3 months"),
        ContactRules::stay,
        ContactRules::staying,
        "How long collection pauses once an adviser helps the customer.");
  }

  @Override
  void check(Spot spot, Values values, Problems problems) {
    boolean some = values.find(hours).isPresent() || values.find(channels).isPresent();
    boolean both = values.find(hours).isPresent() && values.find(channels).isPresent();
    if (some && !both || values.find(notAll).isPresent() && !both) {
      problems.add(
          spot,
          "limits what customers may bar, but not both hours and channels",
          "set \"barred a week at most\" and \"barred channels at most\"");
    }
  }

  @Override
  ContactRules start(Values values) {
    ContactRules rules =
        ContactRules.of(values.get(name))
            .from(
                values.find(source).orElse(""), values.find(confidence).orElse(USUAL.confidence()));
    return values.find(hours).isEmpty()
        ? rules
        : rules.barringAtMost(
            values.get(hours),
            values.get(channels),
            values.find(notAll).orElse(List.of()).toArray(Channel[]::new));
  }

  @Override
  ContactRules end(ContactRules draft) {
    return draft;
  }

  /** To whom rules apply. */
  private static final class WhereShape extends Shape<Jurisdiction, Jurisdiction> {
    WhereShape() {
      super("where rules apply");
      key(
          "countries",
          "Jurisdiction.countries",
          Forms.many(Forms.text("a country code", "DE")),
          j -> some(j.countries()),
          (j, all) -> new Jurisdiction(j.collectors(), j.debtors(), j.debts(), Set.copyOf(all)),
          "The customers' countries, by their codes of two letters.");
      key(
          "debtors",
          "Jurisdiction.debtors",
          Forms.many(Forms.choice("a kind of customer", Customer.Kind.values())),
          j -> some(j.debtors()),
          (j, all) -> j.from(all.toArray(Customer.Kind[]::new)),
          "The kinds of customers.");
      debts();
    }

    private void debts() {
      key(
          "debts",
          "Jurisdiction.debts",
          Forms.many(Forms.choice("a kind of debt", Jurisdiction.Debt.values())),
          j -> some(j.debts()),
          (j, all) -> j.forDebts(all.toArray(Jurisdiction.Debt[]::new)),
          "The kinds of debts.");
      key(
          "collectors",
          "Jurisdiction.collectors",
          Forms.many(Forms.choice("a collector", Jurisdiction.Collector.values())),
          j -> some(j.collectors()),
          (j, all) -> j.collectedBy(all.toArray(Jurisdiction.Collector[]::new)),
          "Who collects.");
    }

    private static <T> Optional<List<T>> some(Set<T> values) {
      return any(List.copyOf(values));
    }

    @Override
    Jurisdiction start(Values values) {
      return Jurisdiction.EVERYWHERE;
    }

    @Override
    Jurisdiction end(Jurisdiction draft) {
      return draft;
    }
  }
}
