package io.dunning.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.event.StepEvent.StepTaken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of steps grow and shrink, and every row stays as it was. */
class StepsTakenTest {
  private static final LocalDate START = LocalDate.of(1969, 12, 20);

  /** Days before and after the first epoch day, with and without a channel. */
  private static StepTaken step(int i) {
    return new StepTaken(
        START.plusDays(i),
        "step " + i % 7,
        i % 3 == 0 ? Optional.of(Channel.SMS) : Optional.empty());
  }

  private static List<StepTaken> steps(int from, int to) {
    List<StepTaken> steps = new ArrayList<>();
    for (int i = from; i < to; i++) {
      steps.add(step(i));
    }
    return steps;
  }

  private static StepsTaken grown(int count) {
    StepsTaken row = StepsTaken.NONE;
    for (int i = 0; i < count; i++) {
      row = row.plus(List.of(step(i)));
    }
    return row;
  }

  private static void assertHolds(StepsTaken row, List<StepTaken> expected) {
    assertThat(row.count()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(row.name(i)).isEqualTo(expected.get(i).step());
      assertThat(row.day(i)).isEqualTo(expected.get(i).date().toEpochDay());
      assertThat(row.hasChannel(i)).isEqualTo(expected.get(i).channel().isPresent());
    }
  }

  // rows of up to 16 steps share their names, longer ones the array they grow in
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 15, 16, 17, 18, 24, 25, 26, 27, 60})
  void aRowIsTheSameHoweverItGrew(int count) {
    assertHolds(StepsTaken.of(steps(0, count)), steps(0, count));
    assertHolds(grown(count), steps(0, count));
    assertHolds(grown(count).plus(steps(count, count + 3)), steps(0, count + 3));
    assertThat(grown(count).plus(List.of()).count()).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16, 17, 18, 30})
  void aRowLosesTheStepAtAPlaceAndGrowsOn(int count) {
    for (int place = 0; place < count; place++) {
      StepsTaken row = grown(count);
      List<StepTaken> rest = steps(0, count);
      rest.remove(place);
      assertHolds(row.without(place), rest);
      assertHolds(row, steps(0, count));
      rest.addAll(steps(count, count + 2));
      assertHolds(row.without(place).plus(steps(count, count + 2)), rest);
    }
  }

  @Test
  void theFirstToGrowTakesTheRoomAndTheOthersCopy() {
    StepsTaken stem = grown(18);
    StepsTaken first = stem.plus(List.of(step(100)));
    StepsTaken second = stem.plus(List.of(step(200)));
    StepsTaken third = first.plus(steps(300, 340));
    List<StepTaken> expected = steps(0, 18);
    assertHolds(stem, expected);
    expected.add(step(100));
    assertHolds(first, expected);
    expected.set(18, step(200));
    assertHolds(second, expected);
    expected.set(18, step(100));
    expected.addAll(steps(300, 340));
    assertHolds(third, expected);
  }

  @Test
  void equalShortRowsShareTheirNames() {
    List<StepTaken> built = new ArrayList<>();
    for (StepTaken each : steps(0, 16)) {
      built.add(
          new StepTaken(each.date(), new StringBuilder(each.step()).toString(), each.channel()));
    }
    StepsTaken one = StepsTaken.of(steps(0, 16));
    StepsTaken other = StepsTaken.of(built);
    for (int i = 0; i < 16; i++) {
      assertThat(other.name(i)).isSameAs(one.name(i));
    }
  }

  @Test
  void aRowCanLieBehindOtherNumbers() {
    long[] cells = {7, 8, 0, 0, 0};
    StepsTaken row = StepsTaken.of(steps(0, 3)).within(cells, 2);
    assertHolds(row, steps(0, 3));
    assertThat(cells).startsWith(7, 8);
    assertThat(StepsTaken.NONE.within(new long[0], 0)).isSameAs(StepsTaken.NONE);
  }
}
