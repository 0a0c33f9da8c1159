package io.dunning.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public type of the library has a form, or is in {@link #WITHOUT} with the reason. A new
 * type makes this test fail until somebody has decided.
 */
class EveryTypeTest {
  private static final int EACH = 40;

  /** Types without a form, by their reason. */
  private static final Map<String, String> WITHOUT = Without.REASONS;

  static List<Class<?>> values() {
    List<Class<?>> all = new ArrayList<>();
    for (Class<?> each : Library.exported()) {
      if (!WITHOUT.containsKey(name(each)) && isCandidate(each)) {
        all.add(each);
      }
    }
    return all;
  }

  static String name(Class<?> type) {
    return type.getName().substring("io.dunning.".length());
  }

  /** Interfaces that anybody can implement are behaviour, not values. */
  private static boolean isCandidate(Class<?> type) {
    boolean open = type.isInterface() && !type.isSealed();
    boolean body = type.getSuperclass() != null && type.getSuperclass().isEnum();
    return !open && !body && !Throwable.class.isAssignableFrom(type);
  }

  @Test
  void hasAFormForEveryValue() {
    Set<String> formless = new TreeSet<>();
    for (Class<?> each : values()) {
      try {
        Form<?> form = Forms.ALL.find(each).orElseThrow();
        Schemas schemas = new Schemas();
        schemas.add(each, form);
        schemas.files();
      } catch (RuntimeException e) {
        formless.add(name(each) + ": " + e.getMessage());
      }
    }
    assertThat(formless).isEmpty();
  }

  @Test
  void namesOnlyTypesThatExist() {
    Map<String, Class<?>> all = new TreeMap<>();
    Library.exported().forEach(t -> all.put(name(t), t));
    assertThat(all.keySet()).containsAll(WITHOUT.keySet());
    assertThat(WITHOUT.values()).allMatch(reason -> reason.length() > 20);
  }

  @ParameterizedTest
  @MethodSource("values")
  void readsWhatItWrites(Class<?> type) {
    for (int i = 0; i < EACH; i++) {
      Object value = AnyValues.of(type, i).any(type);
      String text = DunningJson.mapper().writeValueAsString(value);
      Object again = DunningJson.mapper().readValue(text, type);
      Same.assertSame(again, value, text);
    }
  }
}
