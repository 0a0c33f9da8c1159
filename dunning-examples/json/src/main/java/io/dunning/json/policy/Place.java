package io.dunning.json.policy;

import java.util.Objects;

/**
 * A place in a policy file. Prints as {@code mine.yaml:12:7}, or as {@code 12:7} if a text was
 * read.
 *
 * @param file the file as it was named when it was read; empty if a text was read
 * @param line the line, from 1
 * @param column the column, from 1
 */
public record Place(String file, int line, int column) {
  /** The place of what is written and was not read. */
  static final Place NONE = new Place("", 1, 1);

  /** Checks that nothing is null. */
  public Place {
    Objects.requireNonNull(file, "file");
  }

  /** Such as {@code mine.yaml:12:7}. */
  @Override
  public String toString() {
    return (file.isEmpty() ? "" : file + ":") + line + ":" + column;
  }
}
