package io.dunning.check;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.charge.LateFee;
import io.dunning.conduct.ContactRules;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.ledger.Customer;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.policy.Assignment;
import io.dunning.policy.Condition;
import io.dunning.policy.ConditionParts;
import io.dunning.policy.ConditionParts.Mention;
import io.dunning.policy.ConditionParts.Topic;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Invariant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that a policy, or several, name: the edges at which their answers can change. */
final class Boundary {
  /** What holds an item unless the author says otherwise; nobody wrote it. */
  private static final Condition USUAL_HOLD =
      Condition.disputeOpen()
          .or(Condition.promiseActive())
          .or(Condition.planActive())
          .or(Condition.settlementOffered());

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  /** The amounts that are named, in minor units; none for a currency in which only charges are. */
  final SortedMap<CurrencyUnit, SortedSet<Long>> amounts = new TreeMap<>();

  final SortedSet<String> tags = new TreeSet<>();
  final SortedSet<String> segments = new TreeSet<>();
  final SortedSet<String> countries = new TreeSet<>();

  /** Values by the name of the fact. */
  final SortedMap<String, SortedSet<String>> facts = new TreeMap<>();

  final SortedSet<String> disputeWords = new TreeSet<>();
  final Set<Restriction> restrictions = EnumSet.noneOf(Restriction.class);
  final Set<Reply> replies = EnumSet.noneOf(Reply.class);
  final Set<NonpaymentReason> reasons = EnumSet.noneOf(NonpaymentReason.class);
  final Set<Channel> channels = EnumSet.noneOf(Channel.class);
  final Set<Customer.Kind> kinds = EnumSet.noneOf(Customer.Kind.class);
  final Set<Topic> topics = EnumSet.noneOf(Topic.class);

  /** How many percent of a credit limit are asked for, such as 100 for "over credit limit". */
  final SortedSet<BigDecimal> creditShares = new TreeSet<>();

  /** The classes of failed collections that are asked for. */
  final SortedSet<String> failures = new TreeSet<>();

  /** The steps whose delivery is asked for. */
  final SortedSet<String> delivered = new TreeSet<>();

  /** The conditions of the policies by their place, in order. */
  final Map<String, Condition> conditions = new LinkedHashMap<>();

  boolean charges;
  boolean conduct;
  boolean plans;

  static Boundary of(DunningPolicy... policies) {
    Boundary all = new Boundary();
    for (DunningPolicy each : policies) {
      all.add(each);
    }
    return all;
  }

  private void add(DunningPolicy policy) {
    amounts(policy.minimumAmounts().values());
    amounts(policy.account().tolerance().amounts().values());
    policy.settlement().ifPresent(s -> amounts(s.minimumAmounts().values()));
    policy.settlement().ifPresent(s -> amounts(s.maximumAmounts().values()));
    charges |= !policy.charges().isNone();
    amounts(ChargeEdges.begins(policy.charges()));
    currencies(ChargeEdges.of(policy.charges()));
    policy.plans().ifPresent(p -> currencies(p.minimumInstalments().values()));
    plans |= policy.plans().isPresent();
    for (ContactRules rules : policy.outreach().conduct().rules()) {
      conduct = true;
      kinds.addAll(rules.jurisdiction().debtors());
      countries.addAll(rules.jurisdiction().countries());
    }
    if (!policy.holdWhile().equals(USUAL_HOLD)) {
      condition("hold while", policy.holdWhile());
    }
    for (int i = 0; i < policy.ladder().steps().size(); i++) {
      add(i, policy.ladder().steps().get(i));
    }
  }

  private void currencies(Collection<Money> all) {
    all.forEach(m -> amounts.computeIfAbsent(m.currency(), c -> new TreeSet<>()));
  }

  /** What an invariant of a policy asks about must be able to happen, too. */
  void add(DunningPolicy policy, Invariant invariant) {
    if (invariant instanceof Invariant.NeverWhile never) {
      plans |= never.during() == Invariant.During.IN_PLAN;
    } else if (invariant instanceof Invariant.NeverBefore never && never.delivered()) {
      delivered.add(never.step());
    } else if (invariant instanceof Invariant.ChargesAtMost most) {
      charges |= !policy.charges().isNone();
      policy.charges().fees().forEach(f -> edges(f, most.share()));
    }
  }

  /** The debts of which a fee is just the share that charges may have. */
  private void edges(LateFee fee, Percentage share) {
    Set<CurrencyUnit> currencies = new TreeSet<>(amounts.keySet());
    currencies.add(currency());
    amounts(ChargeEdges.atShare(fee, share, currencies.stream().map(this::typical).toList()));
  }

  private void add(int index, EscalationStep step) {
    amounts(step.minimumAmounts().values());
    restrictions.addAll(step.allowedDuring());
    channels.addAll(step.fallbackChannels());
    step.actions().stream().map(DunningAction::channel).forEach(c -> c.ifPresent(channels::add));
    condition(Place.of(index, "only if"), step.condition());
    for (int i = 0; i < step.prerequisites().size(); i++) {
      condition(Place.of(index, Place.item("requires", i)), step.prerequisites().get(i));
    }
    condition(Place.of(index, "softer tone if"), step.softerTone());
    for (int i = 0; i < step.performers().size(); i++) {
      Assignment each = step.performers().get(i);
      condition(Place.of(index, Place.item("performed by", i) + ".only if"), each.condition());
    }
  }

  private void condition(String place, Condition condition) {
    if (condition.equals(Condition.always())
        || condition.equals(Condition.never()) && place.endsWith("softer tone if")) {
      return;
    }
    conditions.putIfAbsent(place, condition);
    amounts(condition.needs().amounts());
    charges |= condition.needs().charges();
    ConditionParts.of(condition).stream().filter(p -> p.needs().credit()).forEach(this::credit);
    for (Mention each : ConditionParts.mentions(condition)) {
      topics.add(each.topic());
      mention(each);
    }
  }

  private void credit(Condition part) {
    List<Percentage> shares = ConditionParts.creditShares(part);
    shares.forEach(s -> creditShares.add(s.value()));
    if (shares.isEmpty()) {
      creditShares.add(PERCENT);
    }
  }

  private void mention(Mention mention) {
    if (mention instanceof Mention.OfText named) {
      text(named.topic(), named.text());
    } else if (mention instanceof Mention.OfFact fact) {
      facts.computeIfAbsent(fact.name(), k -> new TreeSet<>()).add(fact.value());
    } else if (mention instanceof Mention.OfRestriction by) {
      restrictions.add(by.restriction());
    } else if (mention instanceof Mention.OfReply replied) {
      replies.add(replied.reply());
    } else if (mention instanceof Mention.OfNonpaymentReason why) {
      reasons.add(why.reason());
    } else if (mention.topic() == Topic.REPLY) {
      replies.add(Reply.OTHER);
    } else if (mention.topic() == Topic.PLAN) {
      plans = true;
    }
  }

  private void text(Topic topic, String text) {
    switch (topic) {
      case TAG -> tags.add(text);
      case SEGMENT -> segments.add(text);
      case COUNTRY -> countries.add(text);
      case DISPUTE -> disputeWords.add(text);
      case DELIVERY -> delivered.add(text);
      case COLLECTION -> failures.add(text);
      default -> {}
    }
  }

  private void amounts(Collection<Money> all) {
    for (Money each : all) {
      if (each.isPositive()) {
        amounts.computeIfAbsent(each.currency(), c -> new TreeSet<>()).add(each.minorUnits());
      }
    }
  }

  /** The currency in which debtors owe who are not at the edge of an amount. */
  CurrencyUnit currency() {
    for (Map.Entry<CurrencyUnit, SortedSet<Long>> each : amounts.entrySet()) {
      if (!each.getValue().isEmpty()) {
        return each.getKey();
      }
    }
    return amounts.isEmpty() ? CurrencyUnit.of("EUR") : amounts.firstKey();
  }

  /** Well above every amount that is named. */
  Money typical(CurrencyUnit currency) {
    SortedSet<Long> named = amounts.get(currency);
    boolean none = named == null || named.isEmpty();
    long most = none ? 0 : Math.min(named.last(), Long.MAX_VALUE / 100);
    return Money.ofMinor(Math.max(2 * most, 10 * unit(currency)), currency);
  }

  /** A hundred of a currency, in minor units. */
  private static long unit(CurrencyUnit currency) {
    return 100 * Money.of("1", currency).minorUnits();
  }

  /** Just below, at and just above each amount that is named. */
  List<Money> edges() {
    List<Money> all = new ArrayList<>();
    amounts.forEach(
        (currency, named) -> {
          SortedSet<Long> edges = new TreeSet<>();
          for (long each : named) {
            edges.add(each - 1);
            edges.add(each);
            edges.add(each + 1);
          }
          edges.removeIf(e -> e <= 0);
          edges.forEach(e -> all.add(Money.ofMinor(e, currency)));
        });
    return all;
  }

  /**
   * Credit limits of which a usual debt is just below, at and just above each share that is asked
   * for, of which any other debt is at it, and one that every debt is above.
   */
  List<Money> creditLimits() {
    SortedSet<Long> limits = new TreeSet<>();
    for (BigDecimal share : creditShares) {
      limits.add(1L);
      long usual = limit(typical(currency()), share);
      limits.addAll(List.of(usual - 1, usual, usual + 1));
      edges().stream()
          .filter(a -> a.currency().equals(currency()))
          .forEach(a -> limits.add(limit(a, share)));
    }
    limits.removeIf(l -> l <= 0);
    return limits.stream().map(l -> Money.ofMinor(l, currency())).toList();
  }

  /** The highest limit of which a debt is a share. */
  private static long limit(Money debt, BigDecimal share) {
    BigDecimal whole = BigDecimal.valueOf(debt.minorUnits()).multiply(PERCENT);
    return share.signum() == 0
        ? debt.minorUnits()
        : whole
            .divide(share, 0, RoundingMode.FLOOR)
            .min(BigDecimal.valueOf(Long.MAX_VALUE / 100))
            .longValueExact();
  }
}
