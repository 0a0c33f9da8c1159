package io.dunning.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** How rows are printed. */
enum Format {
  /** Aligned columns, coloured on a terminal. */
  table {
    @Override
    Printer printer(List<String> columns, PrintWriter out) {
      return new TablePrinter(columns, out);
    }
  },
  /** Comma separated values with a header. */
  csv {
    @Override
    Printer printer(List<String> columns, PrintWriter out) {
      CsvWriter writer =
          CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build((java.io.Writer) out);
      writer.writeRecord(columns);
      return new Printer() {
        @Override
        public void row(List<String> cells) {
          writer.writeRecord(cells);
        }

        @Override
        public void end() {
          try {
            writer.flush();
          } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };
    }
  },
  /** An array of objects; every value is a string, as in CSV. */
  json {
    @Override
    Printer printer(List<String> columns, PrintWriter out) {
      JsonGenerator json =
          JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), out);
      json.writeStartArray();
      return new Printer() {
        @Override
        public void row(List<String> cells) {
          json.writeRaw("\n");
          json.writeStartObject();
          for (int i = 0; i < cells.size(); i++) {
            json.writeStringProperty(columns.get(i), cells.get(i));
          }
          json.writeEndObject();
        }

        @Override
        public void end() {
          json.writeRaw("\n");
          json.writeEndArray();
          json.flush();
          out.println();
          out.flush();
        }
      };
    }
  };

  /** Takes rows, one after the other. */
  interface Printer {
    void row(List<String> cells);

    void end();
  }

  abstract Printer printer(List<String> columns, PrintWriter out);

  /** Columns as wide as their widest cell; numbers to the right. */
  private static final class TablePrinter implements Printer {
    private static final int WIDEST = 110;

    private final List<String> columns;
    private final PrintWriter out;
    private final List<List<String>> rows = new ArrayList<>();

    TablePrinter(List<String> columns, PrintWriter out) {
      this.columns = columns;
      this.out = out;
    }

    @Override
    public void row(List<String> cells) {
      rows.add(cells);
    }

    @Override
    public void end() {
      int[] widths = new int[columns.size()];
      boolean[] numbers = new boolean[columns.size()];
      for (int i = 0; i < widths.length; i++) {
        widths[i] = columns.get(i).length();
        numbers[i] = !rows.isEmpty();
        for (List<String> row : rows) {
          widths[i] = Math.max(widths[i], Math.min(WIDEST, row.get(i).length()));
          numbers[i] &= row.get(i).matches("-?[\\d.]*");
        }
      }
      out.println(Ansi.AUTO.string("@|bold " + line(columns, widths, numbers) + "|@"));
      for (List<String> row : rows) {
        out.println(coloured(line(row, widths, numbers), row));
      }
      out.flush();
    }

    private static String line(List<String> cells, int[] widths, boolean[] numbers) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < cells.size(); i++) {
        String gap = " ".repeat(Math.max(0, widths[i] - cells.get(i).length()));
        line.append(i == 0 ? "" : "  ");
        line.append(numbers[i] ? gap + cells.get(i) : cells.get(i) + gap);
      }
      return line.toString().stripTrailing();
    }

    private static String coloured(String line, List<String> row) {
      if (!Ansi.AUTO.enabled() || line.contains("@|")) {
        return line;
      }
      String style =
          row.contains("act")
              ? "yellow"
              : row.contains("hold") ? "cyan" : row.contains("total") ? "bold" : "";
      return style.isEmpty() ? line : Ansi.AUTO.string("@|" + style + " " + line + "|@");
    }
  }
}
