package io.dunning.aging;

import java.io.Serializable;
import java.util.Objects;

/**
 * A range of ages, both ends included. The unit is that of its schedule: days or calendar months.
 * Immutable and thread-safe.
 *
 * @param label the name of the band, such as {@code 31-60}
 * @param from the lowest age, included; {@link Integer#MIN_VALUE} if the band has no lower end
 * @param to the highest age, included; {@link Integer#MAX_VALUE} if the band has no upper end
 */
public record AgeBand(String label, int from, int to) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Creates a band.
   *
   * @param label the name of the band, such as {@code 31-60}
   * @param from the lowest age, included; {@link Integer#MIN_VALUE} if the band has no lower end
   * @param to the highest age, included; {@link Integer#MAX_VALUE} if the band has no upper end
   * @throws IllegalArgumentException if the band ends before it starts
   */
  public AgeBand {
    Objects.requireNonNull(label, "label");
    if (to < from) {
      throw new IllegalArgumentException("band ends before it starts: " + from + ".." + to);
    }
  }

  /** Returns the label. */
  @Override
  public String toString() {
    return label;
  }
}
