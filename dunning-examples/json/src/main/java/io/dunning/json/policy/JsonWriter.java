package io.dunning.json.policy;

import io.dunning.json.policy.Node.Listing;
import io.dunning.json.policy.Node.Mapping;
import io.dunning.json.policy.Node.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Writes trees as JSON, always in the same way. */
final class JsonWriter {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonWriter() {}

  /** A tree, or anything made of maps, lists, texts, numbers and flags; ends with a line break. */
  static String write(Object tree) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    Object plain = tree instanceof Node node ? plain(node) : tree;
    return MAPPER.writer().with(printer).writeValueAsString(plain) + "\n";
  }

  private static Object plain(Node node) {
    if (node instanceof Mapping mapping) {
      Map<String, Object> all = new LinkedHashMap<>();
      mapping.entries().forEach(e -> all.put(e.key(), plain(e.value())));
      return all;
    }
    if (node instanceof Listing list) {
      List<Object> all = new ArrayList<>();
      list.items().forEach(i -> all.add(plain(i)));
      return all;
    }
    Scalar scalar = (Scalar) node;
    return switch (scalar.form()) {
      case NUMBER -> new java.math.BigDecimal(scalar.text());
      case FLAG -> Boolean.valueOf(scalar.text());
      default -> scalar.text();
    };
  }
}
