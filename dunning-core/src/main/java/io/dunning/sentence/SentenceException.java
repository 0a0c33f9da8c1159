package io.dunning.sentence;

import java.util.Objects;
import java.util.Optional;

/**
 * A sentence cannot be read. The message says what was found, in which column, and on a second line
 * what may have been meant:
 *
 * <pre>{@code
 * "fourteen days" is not a trigger (column 1)
 * Maybe "14 days past due"
 * }</pre>
 *
 * <p>A file reader can report its own position: {@link #problem}, {@link #offset} and {@link
 * #advice} are the parts of the message. It repeats 60 characters of the text at most.
 */
public final class SentenceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final int offset;
  private final String advice;

  /**
   * Says why a sentence cannot be read.
   *
   * @param problem what is wrong, in one sentence without a position
   * @param offset where, in characters from the beginning of the text, 0 for the first
   * @param advice what to do, such as {@code Maybe "14 days past due"}; empty text for none
   */
  public SentenceException(String problem, int offset, String advice) {
    super(
        Objects.requireNonNull(problem, "problem")
            + " (column "
            + (offset + 1)
            + ")"
            + (Objects.requireNonNull(advice, "advice").isEmpty() ? "" : "\n" + advice));
    this.problem = problem;
    this.offset = offset;
    this.advice = advice;
  }

  /**
   * What is wrong, without the position and the advice.
   *
   * @return such as {@code "fourteen days" is not a trigger}
   */
  public String problem() {
    return problem;
  }

  /**
   * Where the text cannot be read any further.
   *
   * @return characters (UTF-16 units) from the beginning of the text, 0 for the first; the length
   *     of the text if something is missing at its end
   */
  public int offset() {
    return offset;
  }

  /**
   * What may have been meant.
   *
   * @return such as {@code Maybe "14 days past due"}; empty if there is no advice
   */
  public Optional<String> advice() {
    return advice.isEmpty() ? Optional.empty() : Optional.of(advice);
  }
}
