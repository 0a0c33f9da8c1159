package io.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.Balances;
import io.dunning.policy.Condition;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whoever passes a null learns at once, and by name, what is missing.
 *
 * <p>Tried are the public constructors of all exported types, their static methods, and the methods
 * that return a value of their own type. Left out are the answers of the evaluation, because only
 * the evaluator makes them, and {@code valueOf} of enums, which the compiler writes. A method that
 * cannot be tried is in {@link #UNTRIED} with the reason.
 */
class NullArgumentsTest {
  private static final int TRIED_AT_LEAST = 900;

  private static final Set<String> UNTRIED =
      Set.of(
          // only the evaluator has circumstances: their type is not public
          name(Condition.class) + ".reason(Circumstances)",
          // the ledger makes balances, and asks these for every account and day
          name(Balances.class) + ".chasing(long[], long[])",
          name(Balances.class) + ".within(Tolerance)");

  private final Samples samples = new Samples();
  private final Set<String> wrong = new TreeSet<>();
  private final Set<String> untried = new TreeSet<>();
  private int tried;

  @Test
  void namesEveryNullThatItRefuses() throws Exception {
    List<Executable> makers = new ArrayList<>();
    for (Class<?> each : KeywordsTest.exported()) {
      boolean answer = each.getPackage().equals(Recommendation.class.getPackage());
      if (!answer || each == DunningEvaluator.class) {
        makers.addAll(makers(each));
      }
    }
    samples.learnFrom(makers);
    makers.forEach(this::tryNulls);
    assertThat(wrong).isEmpty();
    assertThat(untried).isEqualTo(UNTRIED);
    assertThat(tried).isGreaterThan(TRIED_AT_LEAST);
  }

  /** A test that found nothing wrong anywhere would hold for everything. */
  @Test
  void findsEachNullThatIsAcceptedOrHasNoName() {
    makers(Careless.class).forEach(this::tryNulls);
    assertThat(tried).isEqualTo(6);
    assertThat(wrong)
        .extracting(w -> w.substring(w.indexOf('.') + 1))
        .containsExactly(
            "accepting(String) accepts a null for parameter 1",
            "byTheJava(String) does not name parameter 1: NullPointerException: text",
            "late(String, String) does not name parameter 2: IllegalArgumentException: no two",
            "unnamed(String) does not name parameter 1: NullPointerException: null");
  }

  /** Good and bad ways to take an argument. */
  public static final class Careless {
    private Careless() {}

    public static String naming(String one) {
      return Objects.requireNonNull(one, "one");
    }

    public static String accepting(String one) {
      return "anything but " + one;
    }

    public static Object unnamed(String one) {
      return Optional.of(one);
    }

    public static Object byTheJava(String one) {
      return LocalDate.parse(one);
    }

    public static String late(String one, String two) {
      Objects.requireNonNull(one, "one");
      if (two == null) {
        throw new IllegalArgumentException("no two");
      }
      return two;
    }
  }

  static List<Executable> makers(Class<?> type) {
    List<Executable> found = new ArrayList<>();
    if (!Modifier.isAbstract(type.getModifiers())) {
      found.addAll(Arrays.asList(type.getConstructors()));
    }
    for (Method each : type.getMethods()) {
      boolean own = each.getDeclaringClass() == type && !each.isSynthetic();
      boolean written = !type.isEnum() || !each.getName().equals("valueOf");
      boolean makes =
          Modifier.isStatic(each.getModifiers()) || type.isAssignableFrom(each.getReturnType());
      if (own && written && makes) {
        found.add(each);
      }
    }
    found.sort(Comparator.comparing(Executable::toGenericString));
    return found;
  }

  private void tryNulls(Executable maker) {
    Optional<Samples.Arguments> arguments = samples.argumentsFor(maker);
    for (int i = 0; i < maker.getParameterCount(); i++) {
      if (maker.getParameterTypes()[i].isPrimitive()) {
        continue;
      }
      if (arguments.isEmpty()) {
        untried.add(name(maker));
        return;
      }
      tried++;
      Object[] values = arguments.get().values().clone();
      values[i] = null;
      tryNull(maker, i, values);
    }
  }

  private void tryNull(Executable maker, int place, Object[] values) {
    try {
      samples.call(maker, values);
      wrong.add(name(maker) + " accepts a null for parameter " + (place + 1));
    } catch (InvocationTargetException e) {
      Throwable thrown = e.getCause();
      if (!(thrown instanceof NullPointerException) || !isNamed(thrown, maker, place)) {
        String found = thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
        wrong.add(name(maker) + " does not name parameter " + (place + 1) + ": " + found);
      }
    }
  }

  /**
   * Whether the library itself asked for the value by a name: that of the component of a record.
   */
  private static boolean isNamed(Throwable thrown, Executable maker, int place) {
    StackTraceElement[] at = thrown.getStackTrace();
    boolean asked =
        at[0].getClassName().equals(Objects.class.getName())
            && at[1].getClassName().startsWith(NullArgumentsTest.class.getPackageName());
    String message = String.valueOf(thrown.getMessage());
    return asked && thrown.getMessage() != null && message.startsWith(expected(maker, place));
  }

  private static String expected(Executable maker, int place) {
    RecordComponent[] components = maker.getDeclaringClass().getRecordComponents();
    boolean canonical =
        components != null
            && !(maker instanceof Method)
            && components.length == maker.getParameterCount();
    return canonical ? components[place].getName() : "";
  }

  private static String name(Executable maker) {
    String own = maker instanceof Method ? "." + maker.getName() : "";
    return name(maker.getDeclaringClass())
        + own
        + Arrays.stream(maker.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String name(Class<?> type) {
    return type.getName().replaceFirst(".*\\.", "");
  }
}
