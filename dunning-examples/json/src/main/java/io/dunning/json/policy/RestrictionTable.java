package io.dunning.json.policy;

import io.dunning.charge.ChargeRules;
import io.dunning.charge.ChargeRules.InRestriction;
import io.dunning.event.Restriction;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What charges do while a restriction is in force. */
final class RestrictionTable {
  static final Form<SortedMap<Restriction, InRestriction>> FORM =
      new Table<>(
          Forms.choice("a restriction", Forms::words, List.of(Restriction.values())),
          Forms.choice("one of the choices here", InRestriction.values()));

  private RestrictionTable() {}

  /** The restrictions during which charges do something else than usual. */
  static Optional<SortedMap<Restriction, InRestriction>> of(ChargeRules charges) {
    SortedMap<Restriction, InRestriction> all = new TreeMap<>();
    for (Restriction each : Restriction.values()) {
      InRestriction rule = charges.whileRestricted(each);
      if (rule != ChargeRules.NONE.whileRestricted(each)) {
        all.put(each, rule);
      }
    }
    return Table.some(all);
  }

  static ChargeRules in(ChargeRules charges, SortedMap<Restriction, InRestriction> rules) {
    ChargeRules all = charges;
    for (var each : rules.entrySet()) {
      all = all.whileRestricted(each.getKey(), each.getValue());
    }
    return all;
  }
}
