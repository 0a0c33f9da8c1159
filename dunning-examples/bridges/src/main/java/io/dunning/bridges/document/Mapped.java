package io.dunning.bridges.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a reader made of a document: a value, or all that is wrong with it. A document with a
 * problem has no value at all, so that nothing is ever taken over half done.
 *
 * @param value what was mapped; empty if there is a problem
 * @param problems everything that is wrong, in the order of the document
 * @param losses what stands in the document and has no place in the value, in the order of the
 *     document
 * @param uncounted how many more problems and losses there are than are kept
 * @param <T> what documents are mapped to
 */
public record Mapped<T>(
    Optional<T> value, List<Finding> problems, List<Finding> losses, long uncounted) {

  /**
   * A result.
   *
   * @param value what was mapped
   * @param problems everything that is wrong
   * @param losses what could not be mapped
   * @param uncounted how many more problems and losses there are
   * @throws IllegalArgumentException if there are a value and a problem, or neither
   */
  public Mapped {
    Objects.requireNonNull(value, "value");
    problems = List.copyOf(problems);
    losses = List.copyOf(losses);
    if (value.isPresent() != problems.isEmpty()) {
      throw new IllegalArgumentException("a result is a value or problems: " + problems);
    }
  }

  /**
   * {@return the value}
   *
   * @throws UnreadableDocumentException if there is none; its message tells every problem
   */
  public T orThrow() {
    return value.orElseThrow(() -> new UnreadableDocumentException(problems, uncounted));
  }

  /** {@return whether everything that concerns the debt was mapped: a value and no loss} */
  public boolean isComplete() {
    return value.isPresent() && losses.isEmpty();
  }
}
