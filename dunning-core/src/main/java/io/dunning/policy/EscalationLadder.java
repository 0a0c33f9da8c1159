package io.dunning.policy;

import io.dunning.calendar.Days;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The steps of a policy, mildest first, and how to go up them. Immutable and thread-safe.
 *
 * <p>A step is taken at most once in a dunning cycle of the invoice that leads; the last may {@link
 * #repeatLastEvery repeat}.
 */
@Value.Immutable
public abstract class EscalationLadder implements Serializable {
  private static final long serialVersionUID = 1L;

  EscalationLadder() {}

  /** How to go up when several steps have been reached, say after a long silence. */
  public enum Progression {
    /** One step at a time, none left out, never two that contact the customer on one day. */
    CLIMB,
    /** Straight to the most severe step reached; the milder ones never come later. */
    CATCH_UP,
    /**
     * Each step on the day it is reached or not at all: what was missed is left out, and the next
     * one reached is waited for.
     */
    SKIP
  }

  /**
   * The steps.
   *
   * @return mildest first
   */
  public abstract List<EscalationStep> steps();

  /**
   * How to go up when several steps have been reached.
   *
   * @return {@link Progression#CLIMB} unless set
   */
  @Value.Default
  public Progression progression() {
    return Progression.CLIMB;
  }

  /**
   * How long after the last step it is taken again.
   *
   * @return the days or months; empty if it is taken once
   */
  public abstract Optional<Days> repeat();

  /**
   * A ladder.
   *
   * @param steps the steps, mildest first
   * @return the ladder
   */
  public static EscalationLadder of(EscalationStep... steps) {
    Objects.requireNonNull(steps, "steps");
    return of(Arrays.asList(steps));
  }

  /**
   * A ladder.
   *
   * @param steps the steps, mildest first
   * @return the ladder
   */
  public static EscalationLadder of(List<EscalationStep> steps) {
    Objects.requireNonNull(steps, "steps");
    return new ImmutableEscalationLadder.Builder().addAllSteps(steps).build();
  }

  /**
   * This ladder, gone up in another way.
   *
   * @param progression how to go up
   * @return the ladder
   */
  public EscalationLadder progression(Progression progression) {
    return new ImmutableEscalationLadder.Builder().from(this).progression(progression).build();
  }

  /**
   * This ladder, its last step taken again and again.
   *
   * <p>Days count from the last time the step was taken. Months count from the first time, so that
   * the step keeps its day: taken on 31 January, it is repeated each month on 28 February, 31 March
   * and 30 April. If it was taken late, the next of these days follows, but not within two weeks
   * for each month of the period.
   *
   * @param days how long after it was taken, at least 1 day or month
   * @return the ladder
   */
  public EscalationLadder repeatLastEvery(Days days) {
    return new ImmutableEscalationLadder.Builder().from(this).repeat(days).build();
  }

  /**
   * The place of a step.
   *
   * @param name the name of the step
   * @return its place, from 0; -1 if there is no such step
   */
  public int indexOf(String name) {
    List<EscalationStep> steps = steps();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The steps, a line each. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    steps().forEach(s -> text.append(text.isEmpty() ? "" : "\n").append(s));
    repeat().ifPresent(d -> text.append("\nthe last again every ").append(d));
    return text.toString();
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutableEscalationLadder.Builder().from(this).build());
  }
}
