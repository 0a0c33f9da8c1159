package io.dunning.json.policy;

import java.io.Serializable;
import java.util.Objects;

/**
 * What is wrong in a policy file, and where. Prints as one or two lines:
 *
 * <pre>
 * policy.yaml:7:9: ladder[2].at: "fourteen days" is not a trigger
 *   Maybe "14 days past due"
 * </pre>
 *
 * @param file the file as it was named when it was read; empty if a text was read
 * @param line the line, from 1
 * @param column the column, from 1
 * @param path the keys that lead there, joined by dots; items of a list count from 1; empty if the
 *     whole file is meant
 * @param message what is wrong, in one sentence without a full stop
 * @param advice what to do about it; empty if there is no advice
 * @param kind whether the text cannot be read, or its rules contradict each other
 */
public record PolicyFileProblem(
    String file, int line, int column, String path, String message, String advice, Kind kind)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What kind of problem it is. */
  public enum Kind {
    /** The text has no meaning as a policy file: a wrong key, value, word or form. */
    UNREADABLE,
    /** Each rule can be read, but they contradict each other, or a needed one is missing. */
    CONTRADICTION,
    /** A rule names a step that the ladder does not have, or not before its own step. */
    UNKNOWN_STEP
  }

  /** Checks that nothing is null. */
  public PolicyFileProblem {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(advice, "advice");
    Objects.requireNonNull(kind, "kind");
  }

  /** The place and the message; the advice on a line of its own. */
  @Override
  public String toString() {
    return (file.isEmpty() ? "" : file + ":")
        + line
        + ":"
        + column
        + ": "
        + (path.isEmpty() ? "" : path + ": ")
        + message
        + (advice.isEmpty() ? "" : "\n  Maybe " + advice);
  }
}
