package io.dunning.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Prints an array of objects. What JSON lets stand but a terminal obeys is escaped, too. */
final class JsonPrinter implements Format.Printer {
  private final List<String> columns;
  private final PrintWriter out;
  private final StringWriter text = new StringWriter();
  private final JsonGenerator json;

  JsonPrinter(List<String> columns, PrintWriter out) {
    this.columns = columns;
    this.out = out;
    json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text);
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
    print();
  }

  @Override
  public void end() {
    json.writeRaw("\n");
    json.writeEndArray();
    print();
    out.println();
    out.flush();
  }

  /** Outside of strings JSON is plain, and inside of them an escaped character is the same. */
  private void print() {
    json.flush();
    out.print(Visible.lines(text.toString()));
    text.getBuffer().setLength(0);
  }
}
