package io.dunning.cli;

import io.dunning.check.PolicyComparison.Difference;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import io.dunning.policy.PolicyTrial;
import io.dunning.policy.SegmentRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two files of policies to compare, and what a comparison policy by policy leaves out.
 *
 * @param before the file before: its name, or that of a shipped policy; perhaps of one policy in it
 * @param after the file after
 */
record ComparedFiles(String before, String after) {
  /**
   * What is played against a ledger.
   *
   * @param titleBefore what the policies before are called on the screen
   * @param titleAfter what the policies after are called on the screen
   * @param fileBefore the file before
   * @param fileAfter the file after
   * @param before the policies before
   * @param after the policies after
   */
  record Played(
      String titleBefore,
      String titleAfter,
      String fileBefore,
      String fileAfter,
      PolicySet before,
      PolicySet after) {
    private static Played of(PolicyPair pair) {
      return new Played(
          pair.titleBefore(),
          pair.titleAfter(),
          pair.before().source(),
          pair.after().source(),
          PolicySet.byDefault(pair.before().policy()),
          PolicySet.byDefault(pair.after().policy()));
    }
  }

  /** What is left out. */
  record LeftOut(List<String> onlyBefore, List<String> onlyAfter, List<Difference> assignments) {
    boolean isEmpty() {
      return onlyBefore.isEmpty() && onlyAfter.isEmpty() && assignments.isEmpty();
    }
  }

  List<PolicyPair> pairs() {
    return PolicyPair.of(before, after);
  }

  /** Whether a file says who has which policy. */
  boolean assigns() {
    return Policies.assigned("policy before", before).isPresent()
        || Policies.assigned("policy after", after).isPresent();
  }

  /** The policies of both files for each customer, or else the pairs of one name. */
  List<Played> played() {
    if (!assigns()) {
      return pairs().stream().map(Played::of).toList();
    }
    PolicySet was = Policies.set("policy before", before);
    PolicySet is = Policies.set("policy after", after);
    boolean apart = !before.equals(after);
    String one = names(was) + (apart ? " (" + Chosen.file(before, after) + ")" : "");
    String other = names(is) + (apart ? " (" + Chosen.file(after, before) + ")" : "");
    return List.of(
        new Played(one, other, Policies.source(before), Policies.source(after), was, is));
  }

  private static String names(PolicySet set) {
    return set.policies().stream().map(DunningPolicy::name).collect(Collectors.joining(", "));
  }

  /** What a comparison of the pairs leaves out. */
  LeftOut leftOut() {
    List<PolicyPair> pairs = pairs();
    return new LeftOut(
        others("policy before", before, pairs.stream().map(PolicyPair::before).toList()),
        others("policy after", after, pairs.stream().map(PolicyPair::after).toList()),
        assignments());
  }

  /** The policies of a file that have no other to be compared with. */
  private static List<String> others(String option, String text, List<Chosen> compared) {
    Set<String> names = new LinkedHashSet<>();
    Policies.all(option, text).forEach(c -> names.add(c.policy().name()));
    compared.forEach(c -> names.remove(c.policy().name()));
    return List.copyOf(names);
  }

  /** Who has another policy; nothing if each file has but one. */
  private List<Difference> assignments() {
    Optional<PolicySet> was = Policies.assigned("policy before", before);
    Optional<PolicySet> is = Policies.assigned("policy after", after);
    List<Difference> all = new ArrayList<>();
    if (was.map(s -> s.policies().size()).orElse(1) > 1
        || is.map(s -> s.policies().size()).orElse(1) > 1) {
      Map<String, String> old = was.map(ComparedFiles::assigned).orElse(Map.of());
      Map<String, String> now = is.map(ComparedFiles::assigned).orElse(Map.of());
      Set<String> places = new LinkedHashSet<>(old.keySet());
      places.addAll(now.keySet());
      for (String each : places) {
        String one = old.getOrDefault(each, "");
        String other = now.getOrDefault(each, "");
        if (!one.equals(other)) {
          all.add(new Difference(each, one, other));
        }
      }
    }
    return all;
  }

  /** Who has which policy, and what decides it, in words. */
  private static Map<String, String> assigned(PolicySet set) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("default", set.defaultPolicy().name());
    add("segment", set.segments(), all);
    add("customer", set.customers(), all);
    add("invoice", set.invoices(), all);
    all.put(
        "segment rules",
        set.segmentRules().stream().map(SegmentRule::toString).collect(Collectors.joining(", ")));
    all.put(
        "trials",
        set.trials().stream().map(PolicyTrial::toString).collect(Collectors.joining(", ")));
    return all;
  }

  private static void add(
      String whose, SortedMap<String, DunningPolicy> policies, Map<String, String> all) {
    policies.forEach((key, policy) -> all.put(whose + " " + key, policy.name()));
  }

  /** Says what is left out, on a screen. */
  List<String> lines(LeftOut left) {
    List<String> lines = new ArrayList<>();
    only(Chosen.file(before, after), left.onlyBefore(), lines);
    only(Chosen.file(after, before), left.onlyAfter(), lines);
    if (!left.assignments().isEmpty()) {
      lines.add("Not compared is who has which policy, which differs:");
      left.assignments().forEach(d -> ComparedPolicies.difference(d, lines));
    }
    return lines;
  }

  private static void only(String file, List<String> names, List<String> lines) {
    if (!names.isEmpty()) {
      lines.add("Not compared, because only " + file + " has them: " + String.join(", ", names));
    }
  }

  /** Says what is left out, for programs. */
  static void tell(LeftOut left, ObjectNode json) {
    json.set("onlyBefore", JsonText.texts(left.onlyBefore()));
    json.set("onlyAfter", JsonText.texts(left.onlyAfter()));
    ArrayNode assignments = json.putArray("assignments");
    left.assignments()
        .forEach(
            d ->
                assignments
                    .addObject()
                    .put("of", d.place())
                    .put("before", d.before())
                    .put("after", d.after()));
  }
}
