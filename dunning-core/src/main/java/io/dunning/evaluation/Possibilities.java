package io.dunning.evaluation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The decisions that can come out for an account while some facts are unknown, and which single
 * fact would settle it. Immutable and thread-safe.
 *
 * @param customer the customer's identifier
 * @param asOf the day at whose end it is asked
 * @param all the decisions that can come out, in the order in which they were found; at least one
 */
public record Possibilities(String customer, LocalDate asOf, List<Possibility> all)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** So many combinations of values are printed for a decision; the rest is counted. */
  private static final int SHOWN = 4;

  /**
   * The decisions that can come out.
   *
   * @param customer the customer's identifier
   * @param asOf the day at whose end it is asked
   * @param all the decisions that can come out
   * @throws IllegalArgumentException if there is none
   */
  public Possibilities {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(asOf, "asOf");
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("no decision can come out for " + customer);
    }
  }

  /**
   * An unknown fact and a value that it may have.
   *
   * @param unknown the fact
   * @param value the value, in words
   */
  public record Supposed(Unknown unknown, String value) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A fact and a value.
     *
     * @param unknown the fact
     * @param value the value, in words
     */
    public Supposed {
      Objects.requireNonNull(unknown, "unknown");
      Objects.requireNonNull(value, "value");
    }

    /** Such as {@code kind of customer: consumer}. */
    @Override
    public String toString() {
      return unknown + ": " + value;
    }
  }

  /**
   * A decision that can come out, and the values that lead to it.
   *
   * @param decision the recommendations for the account; those of the first combination, where
   *     amounts and reasons differ beside the decision
   * @param combinations each combination of values that leads to it: a value of every unknown fact
   */
  public record Possibility(AccountRecommendation decision, List<List<Supposed>> combinations)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A decision and its combinations.
     *
     * @param decision the recommendations for the account
     * @param combinations each combination of values that leads to it
     */
    public Possibility {
      Objects.requireNonNull(decision, "decision");
      Objects.requireNonNull(combinations, "combinations");
      combinations = combinations.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Whether the decision is the same whatever the unknown facts are.
   *
   * @return true if only one decision can come out
   */
  public boolean isCertain() {
    return all.size() == 1;
  }

  /**
   * The facts each of which settles the decision alone: once it is known, one decision is left,
   * whatever the others are.
   *
   * @return the facts in the order in which they were named; none if the decision is certain, or if
   *     it takes more than one fact
   */
  public List<Unknown> settledBy() {
    if (isCertain()) {
      return List.of();
    }
    Map<Supposed, Integer> leadsTo = new HashMap<>();
    Set<Unknown> settling = new LinkedHashSet<>();
    all.stream()
        .flatMap(p -> p.combinations().stream())
        .findFirst()
        .ifPresent(facts -> facts.forEach(s -> settling.add(s.unknown())));
    for (int i = 0; i < all.size(); i++) {
      for (List<Supposed> combination : all.get(i).combinations()) {
        for (Supposed each : combination) {
          Integer other = leadsTo.putIfAbsent(each, i);
          if (other != null && other != i) {
            settling.remove(each.unknown());
          }
        }
      }
    }
    return List.copyOf(settling);
  }

  /** Adds an answer to that which decides like it, or as another one. */
  static void add(
      Map<Integer, List<List<Supposed>>> combinations,
      List<AccountRecommendation> answers,
      AccountRecommendation answer,
      List<Supposed> values) {
    int at = 0;
    while (at < answers.size() && !decideAlike(answers.get(at), answer)) {
      at++;
    }
    if (at == answers.size()) {
      answers.add(answer);
    }
    combinations.computeIfAbsent(at, n -> new ArrayList<>()).add(values);
  }

  static Possibilities of(
      AccountRecommendation first,
      LocalDate asOf,
      List<AccountRecommendation> answers,
      Map<Integer, List<List<Supposed>>> combinations) {
    List<Possibility> all = new ArrayList<>();
    new TreeMap<>(combinations).forEach((at, v) -> all.add(new Possibility(answers.get(at), v)));
    return new Possibilities(first.customer(), asOf, all);
  }

  /** Whether the same is decided about the same. */
  private static boolean decideAlike(AccountRecommendation one, AccountRecommendation other) {
    List<Recommendation> left = one.recommendations();
    List<Recommendation> right = other.recommendations();
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      boolean same =
          left.get(i).subject().equals(right.get(i).subject())
              && left.get(i).decidesLike(right.get(i));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** Several lines, in English: each decision with the values that lead to it, what settles it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(all.size())
        .append(isCertain() ? " decision" : " decisions")
        .append(" can come out for ")
        .append(customer)
        .append(" on ")
        .append(asOf);
    for (Possibility each : all) {
      each.decision()
          .recommendations()
          .forEach(r -> text.append("\n  ").append(r.subject()).append(": ").append(r));
      if (!isCertain()) {
        append(text, each.combinations());
      }
    }
    if (!isCertain()) {
      List<Unknown> settling = settledBy();
      text.append("\nsettled by ");
      text.append(
          settling.isEmpty()
              ? "no single fact"
              : String.join(" or ", settling.stream().map(Unknown::toString).toList()));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, List<List<Supposed>> combinations) {
    for (int i = 0; i < Math.min(SHOWN, combinations.size()); i++) {
      text.append("\n    if ");
      List<String> values = combinations.get(i).stream().map(Supposed::toString).toList();
      text.append(String.join(", ", values));
    }
    if (combinations.size() > SHOWN) {
      text.append("\n    and ").append(combinations.size() - SHOWN).append(" more");
    }
  }
}
