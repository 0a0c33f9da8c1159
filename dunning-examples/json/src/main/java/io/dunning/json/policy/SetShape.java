package io.dunning.json.policy;

import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which policy, by its name, applies to which debt. */
final class SetShape extends Shape<SetShape.Names, SetShape.Names> {
  static final String DEFAULT = "default policy";
  static final List<String> KEYS = List.of(DEFAULT, "segments", "customers", "invoices");

  private static final Form<String> POLICY = Forms.text("the name of a policy", "standard-b2b");

  static final SetShape ONE = new SetShape();

  private final Key<Names, Names, String> byDefault;

  /** The names of the policies of a set. */
  record Names(
      String byDefault,
      SortedMap<String, String> segments,
      SortedMap<String, String> customers,
      SortedMap<String, String> invoices) {
    static Names of(PolicySet set) {
      return new Names(
          set.defaultPolicy().name(),
          names(set.segments()),
          names(set.customers()),
          names(set.invoices()));
    }

    private static SortedMap<String, String> names(SortedMap<String, DunningPolicy> policies) {
      SortedMap<String, String> names = new TreeMap<>();
      policies.forEach((key, policy) -> names.put(key, policy.name()));
      return names;
    }
  }

  private SetShape() {
    super("a set of policies");
    byDefault =
        required(
            DEFAULT,
            "PolicySet.defaultPolicy",
            POLICY,
            Names::byDefault,
            "The policy for all debts that have no other.");
    key(
        "segments",
        "PolicySet.segments",
        table("retail"),
        n -> Table.some(n.segments()),
        (n, all) -> new Names(n.byDefault(), all, n.customers(), n.invoices()),
        "The policies of segments of customers.");
    key(
        "customers",
        "PolicySet.customers",
        table("C-100"),
        n -> Table.some(n.customers()),
        (n, all) -> new Names(n.byDefault(), n.segments(), all, n.invoices()),
        "The policies of customers, by their identifiers.");
    key(
        "invoices",
        "PolicySet.invoices",
        table("I-100"),
        n -> Table.some(n.invoices()),
        (n, all) -> new Names(n.byDefault(), n.segments(), n.customers(), all),
        "The policies of invoices, by their numbers.");
  }

  private static Table<String, String> table(String example) {
    return new Table<>(Forms.text("a text", example), POLICY);
  }

  @Override
  Names start(Values values) {
    return new Names(values.get(byDefault), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  @Override
  Names end(Names draft) {
    return draft;
  }

  /** Whether keys are those of a set. */
  static boolean isSet(Node.Mapping keys) {
    return KEYS.stream().anyMatch(keys::has);
  }
}
