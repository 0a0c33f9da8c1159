package io.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.charge.AccruedCharges;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Callers in every language leave out what is absent, instead of wrapping it: an {@link Optional}
 * is returned, and no method takes one. Only the constructors of records do, which have factories.
 */
class OptionalArgumentsTest {
  /** Puts together what was stored, from the parts in which it was stored. */
  private static final String RESTORES = AccruedCharges.class.getSimpleName() + ".of";

  @Test
  void noMethodTakesAnOptional() throws Exception {
    Set<String> found = new TreeSet<>();
    for (Class<?> each : KeywordsTest.exported()) {
      found.addAll(takingOptionals(each));
    }
    assertThat(found).containsExactly(RESTORES);
  }

  /** A rule that nothing could break would hold for nothing. */
  @Test
  void findsAnOptionalWhereThereIsOne() {
    assertThat(takingOptionals(Sample.class)).containsExactly("Sample.by", "Sample.of");
  }

  /** Methods that take an Optional, one that does not, and one that nobody can call. */
  public record Sample(Optional<String> word) {
    public static Sample of(Optional<String> word, int times) {
      return of(word).by(Optional.of(times));
    }

    public Sample by(Optional<Integer> times) {
      return times.isEmpty() ? this : plain();
    }

    public Sample plain() {
      return this;
    }

    private static Sample of(Optional<String> word) {
      return new Sample(word);
    }
  }

  private static List<String> takingOptionals(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
        .filter(m -> List.of(m.getParameterTypes()).contains(Optional.class))
        .map(Method::getName)
        .map(name -> type.getSimpleName() + "." + name)
        .distinct()
        .sorted()
        .toList();
  }
}
