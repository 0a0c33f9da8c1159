package io.dunning.bridges.document;

import io.dunning.bridges.document.TermsClauses.Clause;
import io.dunning.bridges.document.TermsClauses.Kind;
import io.dunning.terms.EarlyPaymentDiscount;
import io.dunning.terms.PaymentTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of payment terms that have one reading only: one or several clauses, in any order. A line
 * with a clause that is not understood says nothing at all.
 */
final class TermsPhrases {
  static final Said NOTHING = new Said(false, Optional.empty(), List.of());

  /** The longest line that can be about terms and nothing else. */
  private static final int LONGEST = 200;

  /** The most places at which one line may be divided. */
  private static final int MOST_PLACES = 8;

  /** Where a clause may end: a sign and a blank, or a word, or both. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "( ?[.;,:|/–-] ((und|and|or|oder|et|ou|sonst|otherwise|ansonsten|danach),? )?"
              + "| (und|and|or|oder|et|ou|sonst|otherwise|ansonsten|danach),? )",
          Pattern.CASE_INSENSITIVE);

  private TermsPhrases() {}

  /**
   * What a line says.
   *
   * @param isUnderstood whether all of it is understood
   * @param terms when the whole is due, with the discounts of the line; empty if it does not say
   * @param discounts the discounts of a line that does not say when the whole is due
   */
  record Said(
      boolean isUnderstood, Optional<PaymentTerms> terms, List<EarlyPaymentDiscount> discounts) {}

  static Said of(String line) {
    if (line.isEmpty() || line.length() > LONGEST) {
      return NOTHING;
    }
    String words = line.replaceAll("\\s+", " ").replaceAll("[.;,]$", "");
    Optional<List<Clause>> clauses = new Division(words).clauses(0);
    return clauses.map(TermsPhrases::together).orElseGet(() -> notation(words));
  }

  /** All ways to divide a line at places where a clause may end. */
  private static final class Division {
    private final String words;
    private final List<Integer> ends = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>(List.of(0));
    private final Set<Integer> deadEnds = new HashSet<>();

    Division(String words) {
      this.words = words;
      Matcher matcher = BETWEEN.matcher(words);
      while (matcher.find() && ends.size() < MOST_PLACES) {
        ends.add(matcher.start());
        starts.add(matcher.end());
      }
      ends.add(words.length());
    }

    /** The clauses from a place on, the longest first; empty if one of them is not understood. */
    Optional<List<Clause>> clauses(int from) {
      if (from == starts.size()) {
        return Optional.of(List.of());
      }
      if (!deadEnds.add(from)) {
        return Optional.empty();
      }
      for (int to = ends.size() - 1; to >= from; to--) {
        Optional<Clause> first = TermsClauses.of(words.substring(starts.get(from), ends.get(to)));
        Optional<List<Clause>> others = first.isPresent() ? clauses(to + 1) : Optional.empty();
        if (others.isPresent()) {
          List<Clause> all = new ArrayList<>(List.of(first.get()));
          all.addAll(others.get());
          return Optional.of(all);
        }
      }
      return Optional.empty();
    }
  }

  /** What clauses say together; nothing if they contradict each other. */
  private static Said together(List<Clause> clauses) {
    List<Integer> due = clauses.stream().flatMap(c -> c.due().stream()).distinct().toList();
    List<EarlyPaymentDiscount> discounts =
        clauses.stream().flatMap(c -> c.discount().stream()).distinct().toList();
    if (!discounts.isEmpty() && any(clauses, Kind.REFUSES_DISCOUNT)) {
      return NOTHING;
    }
    if (due.isEmpty()) {
      return any(clauses, Kind.NEEDS_DUE) ? NOTHING : new Said(true, Optional.empty(), discounts);
    }
    int net = due.get(0);
    if (due.size() > 1 || discounts.stream().anyMatch(d -> d.days() > net)) {
      return NOTHING;
    }
    try {
      PaymentTerms terms = PaymentTerms.net(net);
      for (EarlyPaymentDiscount each : discounts) {
        terms = terms.discount(each);
      }
      return new Said(true, Optional.of(terms), List.of());
    } catch (IllegalArgumentException e) {
      // a later discount that is not less than an earlier one: the line contradicts itself
      return NOTHING;
    }
  }

  private static boolean any(List<Clause> clauses, Kind kind) {
    return clauses.stream().anyMatch(c -> c.kind() == kind);
  }

  private static Said notation(String words) {
    try {
      return new Said(true, Optional.of(PaymentTerms.parse(words)), List.of());
    } catch (IllegalArgumentException e) {
      return NOTHING;
    }
  }
}
