package io.dunning.json;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a constant: its name in small letters with hyphens, such as {@code await-approval}.
 * The words that constants print can be reworded; their names are part of the interface.
 */
final class EnumForm<E extends Enum<E>> extends Form<E> {
  private final Class<E> type;
  private final Map<String, E> byWord = new LinkedHashMap<>();

  EnumForm(Class<E> type) {
    this.type = type;
    Arrays.stream(type.getEnumConstants()).forEach(e -> byWord.put(word(e), e));
  }

  static String word(Enum<?> constant) {
    return Words.hyphenated(constant.name());
  }

  E parse(String word, Json place) {
    E found = byWord.get(word);
    if (found == null) {
      throw place.unlike(expected());
    }
    return found;
  }

  private String expected() {
    return "one of " + byWord.keySet().stream().collect(Collectors.joining(", "));
  }

  @Override
  Optional<Class<?>> named() {
    return Forms.isOurs(type) ? Optional.of(type) : Optional.empty();
  }

  @Override
  void write(E value, JsonGenerator out) {
    out.writeString(word(value));
  }

  @Override
  E read(Json json) {
    return parse(json.text(expected()), json);
  }

  @Override
  ObjectNode schema(Schemas schemas) {
    ObjectNode schema = schemas.node();
    ArrayNode words = schema.putArray("enum");
    byWord.keySet().forEach(words::add);
    return schema;
  }
}
