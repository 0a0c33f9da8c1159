package io.dunning.json;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether a value that was read is the one that was written. */
final class Same {
  private Same() {}

  static void assertSame(Object again, Object value, String text) {
    assertThat(DunningJson.mapper().writeValueAsString(again)).isEqualTo(text);
    assertThat(again).hasToString(value.toString());
    if (definesEquality(value.getClass())) {
      assertThat(again).as(text).isEqualTo(value).hasSameHashCodeAs(value);
    }
  }

  private static boolean definesEquality(Class<?> type) {
    try {
      return type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }
}
