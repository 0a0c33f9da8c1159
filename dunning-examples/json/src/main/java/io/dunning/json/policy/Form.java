package io.dunning.json.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How values of one kind stand in a file: how they are read and written, and what an editor may
 * know about them. What is written reads as an equal value.
 */
interface Form<T> {
  /**
   * The value at a spot.
   *
   * @return empty if the problems say what is wrong
   */
  Optional<T> read(Spot spot, Problems problems);

  /**
   * A value as part of a file.
   *
   * @throws IllegalArgumentException if a file cannot hold it
   */
  Node write(T value);

  /** A part of a file in the form in which it would be written; as it is if it cannot be read. */
  default Node tidy(Node node) {
    try {
      return read(new Spot(node, ""), new Problems()).map(this::write).orElse(node);
    } catch (IllegalArgumentException inNoOtherWords) {
      return node;
    }
  }

  /** The forms of its parts. */
  default List<Form<?>> parts() {
    return List.of();
  }

  /** What JSON Schema says of it. */
  Map<String, Object> schema();

  /** An example, as it would stand in a file; empty if it takes more than a line. */
  String example();

  /** The same form with an example that suits one key. */
  default Form<T> such(String example) {
    throw new UnsupportedOperationException("always has the example " + example());
  }
}
