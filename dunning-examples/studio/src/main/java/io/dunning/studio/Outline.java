package io.dunning.studio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the cursor is in a YAML text that is still being written: under which keys, and whether a
 * key or a value stands there. Goes by indentation only, since the text need not be readable yet.
 *
 * @param path the keys that lead there, outermost first; {@link #ITEM} for an item of a list
 * @param inValue whether the cursor is behind the colon of the last key of the path
 * @param typed what stands before the cursor: the beginning of a key, or of a value
 * @param siblings the keys that stand beside the one that is written
 */
record Outline(List<String> path, boolean inValue, String typed, Set<String> siblings) {
  /** An item of a list; no key can be empty. */
  static final String ITEM = "";

  private static final Pattern KEY = Pattern.compile("([^:#'\"\\[{]+):(?:\\s(.*))?");
  private static final int DASH = 2;

  /** A line that is open above the cursor. */
  private record Open(int indent, String key) {}

  /**
   * The place of the cursor.
   *
   * @param line the line, from 0
   * @param column the column, from 0
   */
  static Outline at(String text, int line, int column) {
    List<String> lines = text.lines().toList();
    Deque<Open> open = new ArrayDeque<>();
    for (int i = 0; i < Math.min(line, lines.size()); i++) {
      String each = lines.get(i);
      if (each.startsWith("---")) {
        open.clear();
      } else if (!each.isBlank() && !each.strip().startsWith("#")) {
        push(open, each);
      }
    }
    String now = line < lines.size() ? lines.get(line) : "";
    String before = now.substring(0, Math.min(column, now.length()));
    String rest = descend(open, before);
    int indent = before.length() - rest.length();
    Matcher key = KEY.matcher(rest);
    if (key.matches()) {
      open.addLast(new Open(indent, key.group(1).strip()));
      String value = key.group(2) == null ? "" : key.group(2);
      return new Outline(keys(open), true, value.stripLeading(), Set.of());
    }
    return new Outline(keys(open), false, rest, siblings(lines, line, indent));
  }

  private static List<String> keys(Deque<Open> open) {
    return open.stream().map(Open::key).toList();
  }

  private static void push(Deque<Open> open, String line) {
    String rest = descend(open, line);
    Matcher key = KEY.matcher(rest);
    if (key.matches()) {
      open.addLast(new Open(line.length() - rest.length(), key.group(1).strip()));
    }
  }

  /** Closes what a line is not within, opens its items, and gives what follows their dashes. */
  private static String descend(Deque<Open> open, String line) {
    int indent = line.length() - line.stripLeading().length();
    String rest = line.substring(indent);
    while (rest.startsWith("- ") || rest.equals("-")) {
      int at = indent;
      // the items of a key may stand below it or as far left as it
      close(open, o -> o.indent > at || o.indent == at && o.key.equals(ITEM));
      open.addLast(new Open(indent, ITEM));
      String inner = rest.length() < DASH ? "" : rest.substring(DASH);
      int spaces = inner.length() - inner.stripLeading().length();
      indent += DASH + spaces;
      rest = inner.stripLeading();
    }
    int at = indent;
    close(open, o -> o.indent >= at);
    return rest;
  }

  private static void close(Deque<Open> open, java.util.function.Predicate<Open> closed) {
    while (!open.isEmpty() && closed.test(open.peekLast())) {
      open.removeLast();
    }
  }

  /** The keys of the same group, above and below. */
  private static Set<String> siblings(List<String> lines, int line, int indent) {
    Set<String> found = new LinkedHashSet<>();
    List<List<String>> ways = new ArrayList<>();
    List<String> above = new ArrayList<>(lines.subList(0, Math.min(line, lines.size())));
    java.util.Collections.reverse(above);
    boolean begins = line < lines.size() && lines.get(line).strip().startsWith("-");
    ways.add(begins ? List.of() : above);
    ways.add(line + 1 < lines.size() ? lines.subList(line + 1, lines.size()) : List.of());
    for (int way = 0; way < ways.size(); way++) {
      for (Iterator<String> it = ways.get(way).iterator(); it.hasNext(); ) {
        String each = it.next();
        if (each.isBlank() || each.strip().startsWith("#")) {
          continue;
        }
        String rest = each.stripLeading();
        boolean item = rest.startsWith("- ");
        String inner = item ? rest.substring(DASH).stripLeading() : rest;
        int at = each.length() - inner.length();
        boolean ends = at < indent || each.startsWith("---") || item && at == indent && way == 1;
        Matcher key = KEY.matcher(inner);
        if (!ends && at == indent && key.matches()) {
          found.add(key.group(1).strip());
        }
        if (ends || item && at == indent) {
          break;
        }
      }
    }
    return found;
  }
}
