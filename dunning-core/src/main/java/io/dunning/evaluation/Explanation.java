package io.dunning.evaluation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A recommendation with its trace: the reason that decided, why each other step was left out, and
 * which change would make the answer another one. Recorded by the code that decides. Prints as
 * text. Immutable and thread-safe.
 *
 * @param recommendation what is explained
 * @param leftOut why each other step was left out, mildest first, and what else did not count; no
 *     steps while the debt is held
 * @param flips the smallest changes that would make the decision another one: the next day on which
 *     it changes by itself, then how much more and how much less would have to be open; each was
 *     tried by deciding with it. Empty where none is known to be the smallest: of a debt that is
 *     held, and where a condition that was asked may change at amounts that it does not name
 */
public record Explanation(Recommendation recommendation, List<Reason> leftOut, List<Flip> flips)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * An explanation.
   *
   * @param recommendation what is explained
   * @param leftOut why each other step was left out, mildest first, and what else did not count
   * @param flips the smallest changes that would make the decision another one
   */
  public Explanation {
    Objects.requireNonNull(recommendation, "recommendation");
    leftOut = List.copyOf(leftOut);
    flips = List.copyOf(flips);
  }

  /**
   * All reasons.
   *
   * @return the one that decided, then those of what was left out
   */
  public List<Reason> reasons() {
    List<Reason> all = new ArrayList<>();
    all.add(recommendation.reason());
    all.addAll(leftOut);
    return List.copyOf(all);
  }

  /** Several lines, in English: what to do, why, what was left out, when to look again. */
  @Override
  public String toString() {
    return Wording.ENGLISH.text(this);
  }
}
