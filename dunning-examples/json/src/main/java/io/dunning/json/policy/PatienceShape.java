package io.dunning.json.policy;

import io.dunning.event.Concession;
import io.dunning.ledger.Patience;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often and how long promises, plans, deferrals and holds stop the ladder. */
final class PatienceShape extends Shape<Patience, Patience> {
  PatienceShape() {
    super("patience");
    key(
        "times",
        "Patience.counts",
        new Table<>(
            Forms.choice("a concession", Concession::toString, concessions()), Forms.NUMBER),
        p -> some(p.counts()),
        (p, all) -> {
          Patience patience = p;
          for (var each : all.entrySet()) {
            patience = patience.atMost(each.getValue(), each.getKey());
          }
          return patience;
        },
        "How many times each of them holds in a cycle.");
    key(
        "days in all",
        "Patience.days",
        new Table<>(
            Forms.choice("a concession", Concession::toString, concessions()), Forms.NUMBER),
        p -> some(p.days()),
        (p, all) -> {
          Patience patience = p;
          for (var each : all.entrySet()) {
            patience = patience.daysInAll(each.getValue(), each.getKey());
          }
          return patience;
        },
        "For how many days in all each of them holds in a cycle.");
    key(
        "more only from",
        "Patience.granter",
        Forms.text("a person", "head of credit"),
        p -> unless("", p.granter()),
        Patience::moreOnlyFrom,
        "Who alone may grant more.");
  }

  private static List<Concession> concessions() {
    return List.of(Concession.values());
  }

  /** A table that is not empty. */
  static <K, V> Optional<SortedMap<K, V>> some(SortedMap<K, V> table) {
    return table.isEmpty() ? Optional.empty() : Optional.of(new TreeMap<>(table));
  }

  @Override
  Patience start(Values values) {
    return Patience.UNLIMITED;
  }

  @Override
  Patience end(Patience draft) {
    return draft;
  }
}
