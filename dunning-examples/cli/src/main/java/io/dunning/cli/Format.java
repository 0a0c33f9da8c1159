package io.dunning.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
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
      return new CsvPrinter(columns, out);
    }
  },
  /** An array of objects; every value is a string, as in CSV. */
  json {
    @Override
    Printer printer(List<String> columns, PrintWriter out) {
      return new JsonPrinter(columns, out);
    }
  };

  /** Takes rows, one after the other, with a cell for each column. */
  interface Printer {
    void row(List<String> cells);

    /** Prints what is still to be printed; no row comes after it. */
    void end();
  }

  abstract Printer printer(List<String> columns, PrintWriter out);

  private static final class CsvPrinter implements Printer {
    private final CsvWriter writer;

    CsvPrinter(List<String> columns, PrintWriter out) {
      writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build((Writer) out);
      writer.writeRecord(columns);
    }

    @Override
    public void row(List<String> cells) {
      writer.writeRecord(cells);
    }

    @Override
    public void end() {
      try {
        writer.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class JsonPrinter implements Printer {
    private final List<String> columns;
    private final PrintWriter out;
    private final JsonGenerator json;

    JsonPrinter(List<String> columns, PrintWriter out) {
      this.columns = columns;
      this.out = out;
      json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), out);
      json.writeStartArray();
    }

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
  }
}
