package io.dunning.cli;

import io.dunning.aging.AgeBand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns rows of single bands into rows with a column for each band, for people. */
final class AgingTable implements Format.Printer {
  private static final int CELLS_OF_A_BAND = 3;

  private final List<String> keys;
  private final List<String> bands = new ArrayList<>();
  private final PrinterOf printer;
  private final Map<List<String>, Map<String, String>> rows = new LinkedHashMap<>();

  /** How the table is printed, once its columns are known. */
  @FunctionalInterface
  interface PrinterOf {
    Format.Printer of(List<String> columns);
  }

  /**
   * Creates a table.
   *
   * @param columns those of the single bands: some keys, then band, amount and count
   * @param apart the names of what is in no band but belongs to the total
   */
  AgingTable(List<String> columns, List<AgeBand> bands, List<String> apart, PrinterOf printer) {
    keys = columns.subList(0, columns.size() - CELLS_OF_A_BAND);
    bands.forEach(band -> this.bands.add(band.label()));
    this.bands.addAll(apart);
    this.bands.add("total");
    this.printer = printer;
  }

  @Override
  public void row(List<String> cells) {
    int band = keys.size();
    rows.computeIfAbsent(List.copyOf(cells.subList(0, band)), k -> new LinkedHashMap<>())
        .put(cells.get(band), cells.get(band + 1));
  }

  @Override
  public void end() {
    if (rows.values().stream().anyMatch(amounts -> amounts.containsKey("credit"))) {
      bands.add("credit");
    }
    List<String> columns = new ArrayList<>(keys);
    columns.addAll(bands);
    Format.Printer table = printer.of(columns);
    rows.forEach(
        (key, amounts) -> {
          List<String> cells = new ArrayList<>(key);
          bands.forEach(band -> cells.add(amounts.getOrDefault(band, "")));
          table.row(cells);
        });
    table.end();
  }
}
