package io.dunning.scale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A distribution, as values at percentages, with straight lines between them. */
final class Quantiles {
  private final double[] percents;
  private final double[] values;

  private Quantiles(double[] percents, double[] values) {
    this.percents = percents;
    this.values = values;
  }

  /** Reads a table that is shipped with the program. */
  static Quantiles shipped(String name) {
    List<String> lines;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Quantiles.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
      lines = new ArrayList<>(in.lines().skip(1).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    double[] percents = new double[lines.size()];
    double[] values = new double[lines.size()];
    for (int i = 0; i < percents.length; i++) {
      String[] cells = lines.get(i).split(",");
      percents[i] = Double.parseDouble(cells[0]);
      values[i] = Double.parseDouble(cells[1]);
    }
    return new Quantiles(percents, values);
  }

  /** The value below which a share lies, from 0 to 1. */
  double at(double share) {
    double percent = 100 * share;
    int above = 1;
    while (above < percents.length - 1 && percents[above] < percent) {
      above++;
    }
    double from = percents[above - 1];
    double part = (percent - from) / (percents[above] - from);
    return values[above - 1] + part * (values[above] - values[above - 1]);
  }
}
