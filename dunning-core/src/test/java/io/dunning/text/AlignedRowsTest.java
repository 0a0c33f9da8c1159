package io.dunning.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlignedRowsTest {
  @Test
  void aColumnIsAsWideAsItsLongestWord() {
    assertThat(AlignedRows.of(List.of(List.of("a", "long", ""), List.of("bcd", "x", "1"))))
        .isEqualTo("a    long\nbcd  x     1\n");
    assertThat(AlignedRows.of(List.of())).isEmpty();
  }
}
