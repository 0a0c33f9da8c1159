package io.dunning.cli;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The fields of the row that was read last, as characters: text is made only of what is asked for.
 * Each further row takes the place of the one before. Fields have no blanks around them.
 */
final class Fields extends AbstractBaseCsvCallbackHandler<Fields> {
  private static final int MOST_FIELDS = 1 << 14;
  private static final int LONGEST_RECORD = 1 << 26;
  private static final int LONGEST_WORD = 32;

  private final Words words = new Words();
  private char[] text = new char[512];

  /** Where each field ends in the text, and the next one begins. */
  private int[] ends = new int[32];

  private int count;
  private long line;
  private boolean severalLines;
  private boolean malformed;

  @Override
  protected void handleBegin(long startingLine) {
    line = startingLine;
    count = 0;
    severalLines = false;
    malformed = false;
  }

  @Override
  protected void handleField(int field, char[] from, int offset, int length, boolean quoted) {
    int end = start(field);
    if (field >= MOST_FIELDS || end > LONGEST_RECORD - length) {
      throw new CsvParseException("the row is too long");
    }
    if (text.length < end + length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, end + length));
    }
    if (ends.length == field) {
      ends = Arrays.copyOf(ends, 2 * field);
    }
    for (int i = offset; i < offset + length; i++) {
      char c = from[i];
      severalLines |= c == '\n';
      malformed |= c == LedgerFiles.MALFORMED;
      text[end++] = c;
    }
    ends[field] = end;
    count = field + 1;
  }

  @Override
  protected Fields buildRecord() {
    return this;
  }

  private int start(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  int count() {
    return count;
  }

  long line() {
    return line;
  }

  /** Whether a field has a line break. */
  boolean haveSeveralLines() {
    return severalLines;
  }

  /** Whether a field has something that is not UTF-8. */
  boolean areMalformed() {
    return malformed;
  }

  /** A field as it stands, with the blanks around it. */
  String raw(int field) {
    return new String(text, start(field), ends[field] - start(field));
  }

  /** Where a field begins, without blanks; its end if it is blank. */
  private int first(int field) {
    int first = start(field);
    int end = ends[field];
    while (first < end && text[first] <= ' ' && Character.isWhitespace(text[first])) {
      first++;
    }
    return first < end && text[first] > '~' ? firstOf(first, end) : first;
  }

  /** The same among characters that are rare. */
  private int firstOf(int from, int end) {
    int first = from;
    while (first < end && Character.isWhitespace(text[first])) {
      first++;
    }
    return first;
  }

  /** Where a field ends, without blanks. */
  private int last(int field, int first) {
    int last = ends[field];
    while (last > first && Character.isWhitespace(text[last - 1])) {
      last--;
    }
    return last;
  }

  boolean isBlank(int field) {
    return first(field) == ends[field];
  }

  /**
   * A field without the blanks around it; blank if there are only blanks.
   *
   * @param repeats whether other rows may have the same text
   */
  String get(int field, boolean repeats) {
    int first = first(field);
    int last = last(field, first);
    return repeats && last - first <= LONGEST_WORD
        ? words.of(text, first, last)
        : new String(text, first, last - first);
  }

  /** A date such as 2026-01-31; null for everything else, also for dates written otherwise. */
  LocalDate plainDate(int field) {
    int first = first(field);
    return Day.plain(text, first, last(field, first));
  }

  /**
   * A number such as -1234.5 as that many times the smallest unit; {@link Digits#NOT_PLAIN} for
   * everything else.
   */
  long plainNumber(int field, int decimals) {
    int first = first(field);
    return Digits.number(text, first, last(field, first), decimals);
  }
}
