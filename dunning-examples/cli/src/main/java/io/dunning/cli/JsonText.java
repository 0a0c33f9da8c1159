package io.dunning.cli;

import io.dunning.money.Money;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes and prints JSON of reports that are more than rows. */
final class JsonText {
  private JsonText() {}

  static ObjectNode object() {
    return LedgerLine.MAPPER.createObjectNode();
  }

  /** Texts as an array. */
  static ArrayNode texts(Collection<?> all) {
    ArrayNode array = LedgerLine.MAPPER.createArrayNode();
    all.forEach(each -> array.add(each.toString()));
    return array;
  }

  /** Amounts as an array of texts such as {@code 12.50 EUR}. */
  static ArrayNode amounts(Collection<Money> all) {
    return texts(List.copyOf(all));
  }

  /** Prints a value over several lines. What a terminal would obey is escaped, too. */
  static void print(JsonNode value, PrintWriter out) {
    String text = LedgerLine.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    out.println(Visible.lines(text.replace("\r\n", "\n")));
    out.flush();
  }
}
