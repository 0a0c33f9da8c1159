package io.dunning.charge;

import io.dunning.money.Percentage;
import io.dunning.text.TableFile;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tables of reference rates and the version of the file in which they stand. The library ships one
 * ({@link ReferenceRates#edition}); a newer file of the same form can be read instead, so that new
 * rates need no new library. Immutable and thread-safe.
 *
 * @param version the version of the file: the day on which its newest rows were read
 * @param tables the tables by id
 */
public record RateEdition(String version, SortedMap<String, ReferenceRates> tables) {
  /**
   * An edition.
   *
   * @param version the version of the file
   * @param tables the tables by id
   */
  public RateEdition {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(tables, "tables");
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
  }

  /**
   * Reads an edition: tab separated lines, of which the first one is {@code version} and the
   * version, and the second one names the columns {@code id}, {@code name}, {@code from}, {@code
   * through}, {@code percent}, {@code source} and {@code confidence}. A row without {@code through}
   * has no end yet. Of rows for one day the last one counts.
   *
   * @param text the text of a file
   * @return the edition
   * @throws IllegalArgumentException if it cannot be read; the message names every line with a
   *     problem
   */
  public static RateEdition parse(String text) {
    return of(TableFile.parse(Objects.requireNonNull(text, "text")));
  }

  static RateEdition of(TableFile file) {
    SortedMap<String, ReferenceRates> all = new TreeMap<>();
    file.forEach(row -> add(row, all));
    return new RateEdition(file.version(), all);
  }

  private static void add(TableFile.Row row, SortedMap<String, ReferenceRates> all) {
    String id = row.text("id");
    ReferenceRates table = all.getOrDefault(id, ReferenceRates.named(row.text("name")));
    if (id.isEmpty() || !table.name().equals(row.text("name")) || !row.has("from")) {
      throw new IllegalArgumentException(
          "rate without an id or a first day, or under a second name: " + row.text("name"));
    }
    all.put(
        id,
        table.with(
            row.day("from", LocalDate.MAX),
            row.day("through", LocalDate.MAX),
            Percentage.percent(row.text("percent")),
            row.text("source") + " (" + row.text("confidence") + ")"));
  }

  /** Such as {@code rates of 2026-11-27: 16 tables}. */
  @Override
  public String toString() {
    return "rates of " + version + ": " + tables.size() + " tables";
  }
}
