package io.dunning.behaviour;

import io.dunning.behaviour.Scorecard.Characteristic;
import io.dunning.behaviour.Scorecard.Fact;
import io.dunning.money.Percentage;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The points and probabilities of {@link Scorecard#standard}. */
final class StandardScorecard {
  static final Scorecard CARD =
      new Scorecard(
          "standard scorecard 1",
          List.of(
              characteristic(Fact.LATE_RATIO, 0, -20, 41, 5, 76, 25),
              characteristic(Fact.LATE_OF_LATEST_THREE, 0, -10, 1, -5, 3, 20),
              characteristic(Fact.AVERAGE_DAYS, Integer.MIN_VALUE, -15, 1, -10, 11, 20)),
          probabilities(
              -50, 32, -40, 41, -30, 50, -20, 58, -10, 67, 0, 74, 10, 80, 20, 85, 30, 89, 40, 92,
              50, 94, 60, 96));

  private StandardScorecard() {}

  private static Characteristic characteristic(Fact fact, int... fromAndPoints) {
    SortedMap<Integer, Integer> points = new TreeMap<>();
    for (int i = 0; i < fromAndPoints.length; i += 2) {
      points.put(fromAndPoints[i], fromAndPoints[i + 1]);
    }
    return new Characteristic(fact, points);
  }

  private static SortedMap<Integer, Percentage> probabilities(int... fromAndPercent) {
    SortedMap<Integer, Percentage> table = new TreeMap<>();
    for (int i = 0; i < fromAndPercent.length; i += 2) {
      table.put(fromAndPercent[i], Percentage.percent("" + fromAndPercent[i + 1]));
    }
    return table;
  }
}
