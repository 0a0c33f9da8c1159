package io.dunning.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowingListTest {
  private static GrowingList<String> grown(int size) {
    GrowingList<String> list = GrowingList.empty();
    for (int i = 0; i < size; i++) {
      list = list.plus(List.of("e" + i));
    }
    return list;
  }

  @Test
  void aLongerListLeavesTheShorterOneAsItWas() {
    GrowingList<String> three = grown(3);
    GrowingList<String> five = three.plus(List.of("x", "y"));
    assertThat(three).containsExactly("e0", "e1", "e2");
    assertThat(five).containsExactly("e0", "e1", "e2", "x", "y");
    assertThat(three.plus(List.of())).isSameAs(three);
    assertThatThrownBy(() -> three.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void theFirstToGrowSharesTheArrayAndTheSecondCopies() {
    GrowingList<String> stem = grown(4).plus(List.of("stem"));
    GrowingList<String> first = stem.plus(List.of("first"));
    GrowingList<String> second = stem.plus(List.of("second"));
    assertThat(first.sharesWith(stem)).isTrue();
    assertThat(second.sharesWith(stem)).isFalse();
    assertThat(first).endsWith("stem", "first");
    assertThat(second).endsWith("stem", "second");
    assertThat(stem).hasSize(5).endsWith("stem");
  }

  @Test
  void aBeginningGrowsIntoAnArrayOfItsOwn() {
    GrowingList<String> exact = GrowingList.of(List.of("a", "b", "c"));
    assertThat(exact.first(3)).isSameAs(exact);
    assertThat(exact.first(1).plus(List.of("x"))).containsExactly("a", "x");
    assertThat(grown(9).first(2).plus(List.of("x"))).containsExactly("e0", "e1", "x");
    assertThat(exact).containsExactly("a", "b", "c");
  }

  @Test
  void refusesWhatIsNull() {
    assertThatThrownBy(() -> grown(1).plus(Arrays.asList("x", null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("element");
  }

  @Test
  void copiesSeldom() {
    GrowingList<String> list = grown(1);
    int copies = 0;
    for (int i = 0; i < 100_000; i++) {
      GrowingList<String> longer = list.plus(List.of("x"));
      copies += longer.sharesWith(list) ? 0 : 1;
      list = longer;
    }
    assertThat(list).hasSize(100_001);
    assertThat(copies).isLessThan(40);
  }
}
