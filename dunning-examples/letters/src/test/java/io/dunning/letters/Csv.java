package io.dunning.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tables of facts, each row with its source; cells show controls as \n, \r and backslash u. */
final class Csv {
  private static final Path FOLDER = Path.of("src/test/resources/letters/vectors");

  private Csv() {}

  static Stream<Map<String, String>> rows(String name) {
    try {
      List<List<String>> all = cells(Files.readString(FOLDER.resolve(name)));
      List<Map<String, String>> rows = new ArrayList<>();
      for (List<String> each : all.subList(1, all.size())) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < each.size(); i++) {
          row.put(all.get(0).get(i), each.get(i));
        }
        rows.add(row);
      }
      return rows.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> cells(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append(text.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (c != '\r' || quoted) {
        cell.append(c);
      }
    }
    return rows;
  }

  /** A cell with its controls. */
  static String unescaped(String cell) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      char next = c == '\\' && i + 1 < cell.length() ? cell.charAt(i + 1) : ' ';
      if (next == 'u' && i + 5 < cell.length()) {
        text.append((char) Integer.parseInt(cell.substring(i + 2, i + 6), 16));
        i += 5;
      } else if (next == 'n' || next == 'r') {
        text.append(next == 'n' ? '\n' : '\r');
        i++;
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
