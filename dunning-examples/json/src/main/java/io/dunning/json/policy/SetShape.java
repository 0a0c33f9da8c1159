package io.dunning.json.policy;

import io.dunning.money.Percentage;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import io.dunning.policy.PolicyTrial;
import io.dunning.policy.SegmentRule;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which policy, by its name, applies to which debt. */
final class SetShape extends Shape<SetShape.Names, SetShape.Names> {
  static final String DEFAULT = "default policy";
  private static final String RULES = "segment rules";
  static final String TRIALS = "trials";
  static final List<String> KEYS =
      List.of(DEFAULT, "segments", "customers", "invoices", RULES, TRIALS);

  private static final Form<String> POLICY = Forms.text("the name of a policy", "standard-b2b");

  static final SetShape ONE = new SetShape();

  private final Key<Names, Names, String> byDefault;

  /** A trial, by the names of its policies. */
  record Trial(String name, String champion, String challenger, Percentage share) {
    static Trial of(PolicyTrial trial) {
      return new Trial(
          trial.name(), trial.champion().name(), trial.challenger().name(), trial.share());
    }
  }

  /** The names of the policies of a set, and its rules. */
  record Names(
      String byDefault,
      SortedMap<String, String> segments,
      SortedMap<String, String> customers,
      SortedMap<String, String> invoices,
      List<SegmentRule> rules,
      List<Trial> trials) {
    static Names of(PolicySet set) {
      return new Names(
          set.defaultPolicy().name(),
          names(set.segments()),
          names(set.customers()),
          names(set.invoices()),
          set.segmentRules(),
          set.trials().stream().map(Trial::of).toList());
    }

    private static SortedMap<String, String> names(SortedMap<String, DunningPolicy> policies) {
      SortedMap<String, String> names = new TreeMap<>();
      policies.forEach((key, policy) -> names.put(key, policy.name()));
      return names;
    }

    Names segments(SortedMap<String, String> all) {
      return new Names(byDefault, all, customers, invoices, rules, trials);
    }

    Names customers(SortedMap<String, String> all) {
      return new Names(byDefault, segments, all, invoices, rules, trials);
    }

    Names invoices(SortedMap<String, String> all) {
      return new Names(byDefault, segments, customers, all, rules, trials);
    }

    Names rules(List<SegmentRule> all) {
      return new Names(byDefault, segments, customers, invoices, all, trials);
    }

    Names trials(List<Trial> all) {
      return new Names(byDefault, segments, customers, invoices, rules, all);
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
        Names::segments,
        "The policies of segments of customers.");
    key(
        "customers",
        "PolicySet.customers",
        table("C-100"),
        n -> Table.some(n.customers()),
        Names::customers,
        "The policies of customers, by their identifiers.");
    key(
        "invoices",
        "PolicySet.invoices",
        table("I-100"),
        n -> Table.some(n.invoices()),
        Names::invoices,
        "The policies of invoices, by their numbers.");
    rules();
  }

  private void rules() {
    key(
        RULES,
        "PolicySet.segmentRules",
        Forms.many(
            Words.of(
                "a rule for a segment", SegmentRule::parse, "segment gold if customer is prompt")),
        n -> any(n.rules()),
        Names::rules,
        "Who is in which segment: the first rule that holds decides, before the segment that is"
            + " recorded of the customer.");
    key(
        TRIALS,
        "PolicySet.trials",
        Forms.many(new TrialShape()),
        n -> any(n.trials()),
        Names::trials,
        "Policies that are tried with a share of the customers of another one.");
  }

  private static Table<String, String> table(String example) {
    return new Table<>(Forms.text("a text", example), POLICY);
  }

  @Override
  Names start(Values values) {
    return new Names(
        values.get(byDefault),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        List.of());
  }

  @Override
  Names end(Names draft) {
    return draft;
  }

  /** Whether keys are those of a set. */
  static boolean isSet(Node.Mapping keys) {
    return KEYS.stream().anyMatch(keys::has);
  }

  /** A trial: which policy challenges which, and with how many customers. */
  private static final class TrialShape extends Shape<Trial, Trial> {
    private final Key<Trial, Trial, String> name;
    private final Key<Trial, Trial, String> champion;
    private final Key<Trial, Trial, String> challenger;
    private final Key<Trial, Trial, Percentage> share;

    TrialShape() {
      super("a trial");
      name =
          required(
              "trial",
              "PolicyTrial.name",
              Forms.text("the name of a trial", "spring"),
              Trial::name,
              "The name of the trial; another name chooses other customers.");
      champion =
          required(
              "of",
              "PolicyTrial.champion",
              POLICY,
              Trial::champion,
              "The policy that applies otherwise.");
      challenger =
          required(
              "tries",
              "PolicyTrial.challenger",
              POLICY,
              Trial::challenger,
              "The policy that is tried.");
      share =
          required(
              "share",
              "PolicyTrial.share",
              Forms.PERCENT.such("20%"),
              Trial::share,
              "The share of customers with whom it is tried.");
    }

    @Override
    Trial start(Values values) {
      return new Trial(
          values.get(name), values.get(champion), values.get(challenger), values.get(share));
    }

    @Override
    Trial end(Trial draft) {
      return draft;
    }
  }
}
