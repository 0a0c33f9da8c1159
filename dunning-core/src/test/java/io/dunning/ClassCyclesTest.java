package io.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Classes that use each other in a circle can only be understood together, so that few may.
 *
 * <p>Some belong together by what they are and count as one: a nested class and its outer class; a
 * generated class and the value that it implements; a sealed family; and a value with the text,
 * checks or parser that it keeps in a file of their own, which nobody else uses.
 */
class ClassCyclesTest {
  private static final int MOST = 3;

  /**
   * A debt asks its items, and they ask the books of the evaluation for what all of them share. The
   * books find an item when it is first asked for.
   */
  private static final Set<String> BOOKS =
      Set.of(
          "evaluation.Books",
          "evaluation.Breach",
          "evaluation.Credits",
          "evaluation.Debt",
          "evaluation.DebtTally",
          "evaluation.HoldTally",
          "evaluation.Item",
          "evaluation.LeadingItem",
          "evaluation.Progress",
          "evaluation.PromisedAmounts",
          "evaluation.Restrictions",
          "evaluation.Scope",
          "evaluation.TriggerDays",
          "evaluation.View");

  /** The larger circle that stays. */
  private static final List<Set<String>> KEPT = List.of(BOOKS);

  @Test
  void noCircleJoinsMoreThanThreeClasses() {
    Families families = new Families();
    Map<String, Set<String>> uses = new TreeMap<>();
    List<Jdeps.Arrow> arrows = Jdeps.betweenClasses();
    assertThat(arrows).hasSizeGreaterThan(1_000);
    for (Jdeps.Arrow each : arrows) {
      add(uses, families.of(each.from()), families.of(each.to()));
    }
    assertThat(circles(joined(uses)).stream().filter(c -> c.size() > MOST))
        .allSatisfy(circle -> assertThat(KEPT).anyMatch(kept -> kept.containsAll(circle)));
  }

  @Test
  void aClassThatOnlyItsValueUsesBelongsToIt() {
    Map<String, Set<String>> uses =
        Map.of(
            "terms.PaymentTerms", Set.of("terms.PaymentTermsText", "terms.PaymentDays"),
            "terms.PaymentTermsText", Set.of("terms.PaymentTerms", "terms.Move"),
            // public, so that others may use it, too
            "terms.PaymentDays", Set.of("terms.PaymentTerms"));
    assertThat(joined(uses))
        .isEqualTo(
            Map.of(
                "terms.PaymentTerms", Set.of("terms.PaymentDays", "terms.Move"),
                "terms.PaymentDays", Set.of("terms.PaymentTerms")));
  }

  @Test
  void findsCircles() {
    Map<String, Set<String>> uses =
        Map.of(
            "a", Set.of("b"),
            "b", Set.of("c", "d"),
            "c", Set.of("a"),
            "d", Set.of("e"),
            "e", Set.of("f"),
            "f", Set.of("d", "g"));
    assertThat(circles(uses)).containsExactly(Set.of("a", "b", "c"), Set.of("d", "e", "f"));
  }

  private static void add(Map<String, Set<String>> uses, String from, String to) {
    if (!from.equals(to)) {
      uses.computeIfAbsent(from, f -> new TreeSet<>()).add(to);
    }
  }

  /** What is used by a single class that it uses in turn, and is not public, joins that class. */
  private static Map<String, Set<String>> joined(Map<String, Set<String>> uses) {
    Map<String, Set<String>> users = new TreeMap<>();
    uses.forEach((from, all) -> all.forEach(to -> add(users, to, from)));
    Map<String, String> joined = new HashMap<>();
    users.forEach(
        (name, by) -> {
          boolean part = by.size() == 1 && uses.getOrDefault(name, Set.of()).containsAll(by);
          if (part && !Modifier.isPublic(Families.load(name).getModifiers())) {
            joined.put(name, by.iterator().next());
          }
        });
    Map<String, Set<String>> result = new TreeMap<>();
    uses.forEach(
        (from, all) ->
            all.forEach(
                to -> add(result, joined.getOrDefault(from, from), joined.getOrDefault(to, to))));
    return result;
  }

  /** The sets of classes of which each reaches all others, by their first names. */
  private static List<Set<String>> circles(Map<String, Set<String>> uses) {
    Map<String, Set<String>> reached = new HashMap<>();
    uses.keySet().forEach(name -> reached.put(name, reachable(uses, name)));
    SortedMap<String, Set<String>> circles = new TreeMap<>();
    for (String name : uses.keySet()) {
      SortedSet<String> circle = new TreeSet<>();
      for (String other : reached.get(name)) {
        if (reached.getOrDefault(other, Set.of()).contains(name)) {
          circle.add(other);
        }
      }
      if (!circle.isEmpty()) {
        circles.put(circle.first(), circle);
      }
    }
    return List.copyOf(circles.values());
  }

  private static Set<String> reachable(Map<String, Set<String>> uses, String start) {
    Set<String> found = new HashSet<>();
    Deque<String> left = new ArrayDeque<>(uses.getOrDefault(start, Set.of()));
    while (!left.isEmpty()) {
      String next = left.pop();
      if (found.add(next)) {
        left.addAll(uses.getOrDefault(next, Set.of()));
      }
    }
    return found;
  }

  /** To which class or family a class belongs. */
  private static final class Families {
    private final Map<String, String> heads = new HashMap<>();

    String of(String name) {
      String outer = name.replaceFirst("\\$.*", "").replace(".Immutable", ".");
      return heads.computeIfAbsent(outer, Families::head);
    }

    /** The interface or class at the head of a sealed family; the class itself without one. */
    private static String head(String outer) {
      Class<?> head = load(outer);
      boolean higher = true;
      while (higher) {
        Class<?> lower = head;
        head =
            supertypes(head).stream()
                .filter(Class::isSealed)
                .filter(s -> s.getPackage().equals(lower.getPackage()))
                .findFirst()
                .orElse(head);
        higher = head != lower;
      }
      return head.getName().substring("io.dunning.".length()).replaceFirst("\\$.*", "");
    }

    private static List<Class<?>> supertypes(Class<?> type) {
      Set<Class<?>> all = new LinkedHashSet<>(List.of(type.getInterfaces()));
      if (type.getSuperclass() != null) {
        all.add(type.getSuperclass());
      }
      return List.copyOf(all);
    }

    private static Class<?> load(String name) {
      try {
        return Class.forName("io.dunning." + name, false, Families.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
    }
  }
}
