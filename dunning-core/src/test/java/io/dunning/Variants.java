package io.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Checks values of a type that differ in one thing each. */
public final class Variants {
  private Variants() {}

  /**
   * Makes the values twice: each is equal to the one at its place and to no other, and hash codes
   * say so, too, but for a few that fall together.
   */
  public static <T> void areUnlike(Supplier<List<T>> values) {
    List<T> ones = values.get();
    List<T> others = values.get();
    Set<Integer> hashes = new HashSet<>();
    for (int i = 0; i < ones.size(); i++) {
      for (int j = 0; j < others.size(); j++) {
        if (i == j) {
          assertThat(ones.get(i)).isEqualTo(others.get(j)).hasSameHashCodeAs(others.get(j));
        } else {
          assertThat(ones.get(i)).as("%s is not like %s", i, j).isNotEqualTo(others.get(j));
        }
      }
      assertThat(ones.get(i)).isNotEqualTo(null).isNotEqualTo("something else");
      hashes.add(ones.get(i).hashCode());
    }
    assertThat(hashes).hasSizeGreaterThan(1);
  }
}
