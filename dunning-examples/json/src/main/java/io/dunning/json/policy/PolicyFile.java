package io.dunning.json.policy;

import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a policy file holds: policies, and perhaps which of them apply to which debts. Immutable.
 */
public final class PolicyFile {
  private final List<DunningPolicy> policies;
  private final Optional<PolicySet> set;
  private final Map<DunningPolicy, Node.Mapping> trees;

  PolicyFile(
      List<DunningPolicy> policies,
      Optional<PolicySet> set,
      Map<DunningPolicy, Node.Mapping> trees) {
    this.policies = List.copyOf(policies);
    this.set = set;
    this.trees = trees;
  }

  /**
   * The policies.
   *
   * @return the policies in the order of the file; empty if the file only assigns policies of other
   *     files
   */
  public List<DunningPolicy> policies() {
    return policies;
  }

  /**
   * The only policy.
   *
   * @return the policy
   * @throws IllegalArgumentException if the file holds none or several
   */
  public DunningPolicy policy() {
    if (policies.size() != 1) {
      throw new IllegalArgumentException(
          policies.isEmpty()
              ? "file assigns policies but holds none"
              : "file holds " + policies.size() + " policies, not one" + names());
    }
    return policies.get(0);
  }

  /**
   * A policy by its name.
   *
   * @param name the name
   * @return the policy
   * @throws IllegalArgumentException if the file holds no policy of that name
   */
  public DunningPolicy policy(String name) {
    Objects.requireNonNull(name, "name");
    return policies.stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "file holds no policy " + Problems.quoted(name) + names()));
  }

  /**
   * Where a rule of a policy stands: in the file that was read, or in the one that it extends.
   *
   * @param policy a policy of this file or of its set, the very one that {@link #policies} or
   *     {@link #set} gave
   * @param path the keys that lead to the rule, joined by dots; items of a list count from 1:
   *     {@code ladder[2].only if}. An empty path is that of the whole policy.
   * @return the place of the value; if there is no such key, the place of what the path leads to
   *     before it, such as the step
   * @throws IllegalArgumentException if the policy was not read from this file
   */
  public Place place(DunningPolicy policy, String path) {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(path, "path");
    Node.Mapping tree = trees.get(policy);
    if (tree == null) {
      throw new IllegalArgumentException(
          "policy was not read from this file: " + Problems.quoted(policy.name()));
    }
    return Places.of(tree, path);
  }

  private String names() {
    return policies.isEmpty()
        ? ""
        : policies.stream()
            .map(p -> '"' + p.name() + '"')
            .collect(Collectors.joining(", ", "\nMaybe one of ", ""));
  }

  /**
   * Which policy applies to which debt.
   *
   * @return the set; empty if the file says nothing about it
   */
  public Optional<PolicySet> set() {
    return set;
  }

  /**
   * The policies for a whole ledger.
   *
   * @return the set of the file, or else its only policy for all
   * @throws IllegalArgumentException if the file has no set, and not exactly one policy
   */
  public PolicySet toPolicySet() {
    return set.orElseGet(() -> PolicySet.byDefault(policy()));
  }

  /** The names of the policies, then the set if there is one. */
  @Override
  public String toString() {
    String names = policies.stream().map(DunningPolicy::name).collect(Collectors.joining(", "));
    return names + set.map(s -> "\n" + s).orElse("");
  }
}
