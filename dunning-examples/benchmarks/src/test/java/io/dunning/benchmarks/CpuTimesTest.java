package io.dunning.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTimesTest {
  private static Object sum(int upTo) {
    double sum = 0;
    for (int i = 1; i <= upTo; i++) {
      sum += Math.sqrt(i);
    }
    return sum;
  }

  @Test
  void comparesEachKindOfWorkWithTheFirst() {
    String[] lines =
        new CpuTimes(20, 20)
            .add("little", 1, () -> sum(1_000))
            .add("much", 1, () -> sum(1_000_000))
            .table()
            .split("\\R");
    assertThat(lines).hasSize(4);
    assertThat(lines[0]).isEqualTo("| | CPU time, ns | times the first | bytes |");
    assertThat(lines[2]).startsWith("| little | ").contains(" | 1.00 | ");
    double ratio = Double.parseDouble(lines[3].split(" \\| ")[2]);
    assertThat(ratio).isGreaterThan(50);
  }
}
