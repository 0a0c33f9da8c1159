package io.dunning.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a story: perhaps a day, what is told, and parts that say more of it, such as {@code
 * 2026-03-02 take demand, by letter, grants 2026-03-12}. A value with a comma or a quote in it
 * stands in double quotes.
 */
final class StoryLine {
  private final int number;
  private final LocalDate day;
  private final String head;
  private final int headColumn;
  private final List<Part> parts = new ArrayList<>();

  /** What is said after a comma: a word, and a value, which may be blank. */
  record Part(String name, String value, int column) {}

  private StoryLine(int number, LocalDate day, String head, int headColumn) {
    this.number = number;
    this.day = day;
    this.head = head;
    this.headColumn = headColumn;
  }

  /** A line that is to be written; the day may be null. */
  static StoryLine of(LocalDate day, String head) {
    return new StoryLine(0, day, head, 1);
  }

  /** Adds a part, unless there is no value. */
  StoryLine with(String name, Object value) {
    if (value != null) {
      parts.add(new Part(name, value.toString(), 0));
    }
    return this;
  }

  /**
   * Reads a line that is not blank.
   *
   * @throws Flaw if it cannot be read
   */
  static StoryLine parse(int number, String text) {
    List<Piece> pieces = pieces(text);
    Piece first = pieces.get(0);
    LocalDate day = null;
    String head = first.text;
    int column = first.column;
    if (!head.isEmpty() && Character.isDigit(head.charAt(0))) {
      String word = head.split(" ", 2)[0];
      try {
        day = Day.parse(word);
      } catch (DateTimeException e) {
        throw new Flaw(column, e.getMessage() + ": " + Found.shortened(word));
      }
      String rest = head.substring(word.length());
      head = rest.strip();
      column += word.length() + rest.length() - rest.stripLeading().length();
    }
    if (head.isEmpty()) {
      throw new Flaw(column, "nothing is told here");
    }
    StoryLine line = new StoryLine(number, day, head, column);
    for (Piece each : pieces.subList(1, pieces.size())) {
      String[] words = each.text.split(" ", 2);
      if (words[0].isEmpty()) {
        throw new Flaw(each.column, "a part is missing between two commas");
      }
      String value = words.length < 2 ? "" : words[1].strip();
      line.parts.add(new Part(words[0], unquoted(value, each.column), each.column));
    }
    return line;
  }

  /** What stands between two commas, and where it begins, from 1. */
  private record Piece(String text, int column) {}

  private static List<Piece> pieces(String text) {
    List<Piece> all = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    int opened = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ',' : text.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
        opened = i;
      } else if (c == ',' && (!quoted || i >= text.length())) {
        String piece = text.substring(start, Math.min(i, text.length()));
        int blanks = piece.length() - piece.stripLeading().length();
        all.add(new Piece(piece.strip(), start + blanks + 1));
        start = i + 1;
      }
    }
    if (quoted) {
      throw new Flaw(opened + 1, "a quote opens here and is never closed");
    }
    return all;
  }

  /** A value without its quotes. */
  static String unquoted(String value, int column) {
    if (!value.startsWith("\"")) {
      return value;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"') {
        if (i < value.length() - 1) {
          throw new Flaw(column, "words follow a closing quote: " + Found.shortened(value));
        }
        break;
      }
      if (c == '\\' && i + 1 < value.length()) {
        i++;
        c = value.charAt(i) == 'n' ? '\n' : value.charAt(i);
      }
      text.append(c);
    }
    return text.toString();
  }

  /** A value, in quotes if it needs them. */
  static String quoted(String value) {
    boolean plain =
        value.equals(value.strip())
            && !value.isEmpty()
            && value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain
        ? value
        : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", "\\\\n") + '"';
  }

  /** Where the line stands, from 1. */
  int number() {
    return number;
  }

  /** The day; empty if the line begins with none. */
  Optional<LocalDate> day() {
    return Optional.ofNullable(day);
  }

  /** What is told, up to the first comma. */
  String head() {
    return head;
  }

  int headColumn() {
    return headColumn;
  }

  List<Part> parts() {
    return parts;
  }

  /** A part by its name. */
  Optional<Part> part(String name) {
    return parts.stream().filter(p -> p.name.equals(name)).findFirst();
  }

  /** The value of a part; empty text if there is none. */
  String value(String name) {
    return part(name).map(Part::value).orElse("");
  }

  /**
   * What follows a word that the head begins with, without quotes; empty if it begins otherwise.
   */
  Optional<String> after(String words) {
    return head.startsWith(words + " ")
        ? Optional.of(unquoted(head.substring(words.length() + 1).strip(), headColumn))
        : Optional.empty();
  }

  /** A line that cannot be read, and in which column that shows. */
  static final class Flaw extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int column;

    Flaw(int column, String message) {
      super(message);
      this.column = column;
    }

    int column() {
      return column;
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(day == null ? "" : day + " ").append(head);
    for (Part each : parts) {
      text.append(", ").append(each.name);
      text.append(each.value.isEmpty() ? "" : " " + quoted(each.value));
    }
    return text.toString();
  }
}
