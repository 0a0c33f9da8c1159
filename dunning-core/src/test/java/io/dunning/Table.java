package io.dunning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads a table of facts from the test resources: comma separated, quoted where needed. */
public final class Table {
  private Table() {}

  /** A row by column; prints as its first cell, so that a failing row can be found. */
  public record Row(Map<String, String> cells) {
    public String get(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }

    public boolean has(String column) {
      return !get(column).isEmpty();
    }

    @Override
    public String toString() {
      return String.join(" ", cells.values());
    }
  }

  /** The lines of a file among the test resources; none if there is no such file. */
  public static List<String> lines(String file) {
    try (InputStream in = Table.class.getResourceAsStream("/" + file)) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Stream<Row> rows(String file) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Table.class.getResourceAsStream("/" + file), file),
                StandardCharsets.UTF_8))) {
      List<String> header = cells(in.readLine());
      List<Row> rows = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        List<String> cells = cells(line);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
          row.put(header.get(i), cells.get(i));
        }
        rows.add(new Row(row));
      }
      return rows.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
