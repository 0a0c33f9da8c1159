package io.dunning.bridges.document;

import java.util.Objects;
import java.util.Optional;

/**
 * What a reader has to say about a place of a document. It prints as {@code bank.xml:12:7:
 * Ntry/Amt: amount is not a decimal number: 12,40}, with advice on a line of its own.
 *
 * @param document the name of the document
 * @param line the line, counted from 1; 0 if it concerns no place
 * @param column the column in which the start tag of the element ends, counted from 1; 0 if it
 *     concerns no place
 * @param path the element, with the names of the elements around it; empty text for the document
 * @param what what is wrong, or what is not mapped
 * @param found what stands there, shortened if it is long; empty if nothing does
 * @param advice what to do about it; empty if nothing helps
 */
public record Finding(
    String document,
    int line,
    int column,
    String path,
    String what,
    Optional<String> found,
    Optional<String> advice) {
  private static final int SHOWN = 60;

  /**
   * A finding.
   *
   * @param document the name of the document
   * @param line the line, or 0
   * @param column the column, or 0
   * @param path the element; empty text for the document as a whole
   * @param what what is wrong, or what is not mapped
   * @param found what stands there; long text is shortened, and control characters are replaced
   * @param advice what to do about it
   */
  public Finding {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(what, "what");
    found = Objects.requireNonNull(found, "found").map(Finding::shown);
    Objects.requireNonNull(advice, "advice");
  }

  /** One line of a text, with its beginning only if it is long. */
  private static String shown(String text) {
    String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN);
    String visible = start.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ");
    return start.length() == text.length()
        ? visible
        : visible + "... (" + text.length() + " characters)";
  }

  /** Returns the finding in one line, and the advice in a second one. */
  @Override
  public String toString() {
    return document
        + (line > 0 ? ":" + line + ":" + column : "")
        + ": "
        + (path.isEmpty() ? "" : path + ": ")
        + what
        + found.map(f -> ": " + f).orElse("")
        + advice.map(a -> "\nMaybe " + a).orElse("");
  }
}
