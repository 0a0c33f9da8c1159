package io.dunning.portfolio;

import static io.dunning.portfolio.DaysStatistics.Method.NEAREST_RANK;
import static io.dunning.portfolio.DaysStatistics.Method.TRUNCATED_RANK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

/** Modes, medians and percentiles. */
class DaysStatisticsTest {
  private static final Map<String, Table.Row> TABLE =
      Table.rows("peers/bc_payment_statistics.csv")
          .collect(Collectors.toMap(r -> r.get("case_id"), Function.identity()));

  private static DaysStatistics of(long... days) {
    return DaysStatistics.of(LongStream.of(days));
  }

  private static DaysStatistics upTo(int last) {
    return DaysStatistics.of(LongStream.rangeClosed(1, last));
  }

  private static String expected(String id) {
    return TABLE.get(id).get("expected");
  }

  /** Business Central's own tests; its percentiles cut the rank. */
  @Test
  void answersAsAnotherSystemsTestsExpect() {
    assertThat("mode=" + of(5, 10, 5, 15, 10, 5).mode().getAsLong())
        .isEqualTo(expected("BCP-mode"));
    assertThat("median=" + of(3, 7, 5, 11, 9).median().orElseThrow())
        .isEqualTo(expected("BCP-median-odd"));
    assertThat("median=" + of(4, 10, 2, 8).median().orElseThrow())
        .isEqualTo(expected("BCP-median-even"));
    assertThat("P80=" + upTo(10).percentile(80, TRUNCATED_RANK).getAsLong())
        .isEqualTo(expected("BCP-p80-10"));
    assertThat("P95=" + upTo(20).percentile(95, TRUNCATED_RANK).getAsLong())
        .isEqualTo(expected("BCP-p95-20"));
    assertThat("P80=" + upTo(7).percentile(80, TRUNCATED_RANK).getAsLong())
        .isEqualTo(expected("BCP-p80-7"));
    assertThat("P95=" + upTo(13).percentile(95, TRUNCATED_RANK).getAsLong())
        .isEqualTo(expected("BCP-p95-13"));
    DaysStatistics small = of(5, 5, 10, 8, 8);
    assertThat(expected("BCP-small")).isEqualTo("n=5;mode=5;min=5;max=8;median=8;P80=8;P95=8");
    assertThat(small.count()).isEqualTo(5);
    assertThat(small.mode()).hasValue(5);
    assertThat(small.median()).contains(new BigDecimal("8"));
    assertThat(small.percentile(80, TRUNCATED_RANK)).hasValue(8);
    assertThat(small.percentile(95, TRUNCATED_RANK)).hasValue(8);
    // the least and greatest mode of two parties
    assertThat(List.of(of(5, 5, 10).mode().getAsLong(), of(8, 8, 12).mode().getAsLong()))
        .containsExactly(5L, 8L);
  }

  @Test
  void nothingHasNoStatistics() {
    DaysStatistics none = of();
    assertThat(none.mode()).isEmpty();
    assertThat(none.median()).isEmpty();
    assertThat(none.mean()).isEmpty();
    assertThat(none.minimum()).isEmpty();
    assertThat(none.maximum()).isEmpty();
    assertThat(none.percentile(50, NEAREST_RANK)).isEmpty();
    assertThat(none).hasToString("no values");
    assertThat(of(4, 7)).hasToString("2 values, 4 to 7, median 5.5");
    assertThatThrownBy(() -> none.percentile(0, NEAREST_RANK))
        .hasMessage("percentile is not between 1 and 100: 0");
    assertThatThrownBy(() -> none.percentile(101, NEAREST_RANK))
        .hasMessage("percentile is not between 1 and 100: 101");
  }

  @Property(tries = 500)
  void agreesWithASortedModel(
      @ForAll @NotEmpty List<@IntRange(min = -50, max = 50) Integer> days,
      @ForAll @IntRange(min = 1, max = 100) int percent) {
    List<Integer> sorted = new ArrayList<>(days);
    Collections.sort(sorted);
    DaysStatistics found = DaysStatistics.of(days.stream().mapToLong(d -> d));
    long nearest = found.percentile(percent, NEAREST_RANK).getAsLong();
    long atOrBelow = sorted.stream().filter(d -> d <= nearest).count();
    long below = sorted.stream().filter(d -> d < nearest).count();
    assertThat(100 * atOrBelow).isGreaterThanOrEqualTo((long) percent * sorted.size());
    assertThat(100 * below).isLessThan((long) percent * sorted.size());
    assertThat(found.percentile(percent, TRUNCATED_RANK).getAsLong()).isLessThanOrEqualTo(nearest);
    assertThat(found.percentile(100, TRUNCATED_RANK)).isEqualTo(found.maximum());
    assertThat(found.minimum()).hasValue(sorted.get(0));
    long mode = found.mode().getAsLong();
    int times = Collections.frequency(sorted, (int) mode);
    sorted.forEach(d -> assertThat(Collections.frequency(sorted, d)).isLessThanOrEqualTo(times));
    int half = sorted.size() / 2;
    assertThat(sorted.stream().filter(d -> d < found.median().orElseThrow().doubleValue()).count())
        .isLessThanOrEqualTo(half);
  }
}
