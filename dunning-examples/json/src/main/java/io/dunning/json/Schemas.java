package io.dunning.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schemas of forms, a file for each top-level class: the schema of its form, and under
 * {@code $defs} those of the types inside it. Files refer to each other by name.
 */
final class Schemas {
  /** Where the files say that they are. */
  static final String BASE = "https://dunning.io/schema/json/1/";

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final Map<String, ObjectNode> files = new TreeMap<>();
  private final Map<Class<?>, Form<?>> known = new LinkedHashMap<>();
  private final Deque<Class<?>> open = new ArrayDeque<>();
  private String current = "";

  ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Class<?> outermost(Class<?> type) {
    Class<?> outer = type;
    while (outer.getEnclosingClass() != null) {
      outer = outer.getEnclosingClass();
    }
    return outer;
  }

  /** The file in which the schema of a type is. */
  static String file(Class<?> type) {
    return outermost(type).getSimpleName() + ".json";
  }

  private static String name(Class<?> type) {
    Class<?> outer = outermost(type);
    return type.getName()
        .substring(outer.getName().length())
        .replace('$', '.')
        .replaceFirst(".", "");
  }

  private static String anchor(Class<?> type) {
    return outermost(type) == type ? "#" : "#/$defs/" + name(type);
  }

  /** Where the schema of a type says that it is. */
  static String location(Class<?> type) {
    return BASE + reference(file(type), type);
  }

  /** A schema that refers to a form by name, or that of the form if it has none. */
  ObjectNode reference(Form<?> form) {
    Optional<Class<?>> named = form.named();
    if (named.isEmpty()) {
      return form.schema(this);
    }
    Class<?> type = named.get();
    add(type, form);
    String file = file(type);
    return node().put("$ref", file.equals(current) ? anchor(type) : reference(file, type));
  }

  private static String reference(String file, Class<?> type) {
    return outermost(type) == type ? file : file + anchor(type);
  }

  void add(Class<?> type, Form<?> form) {
    if (known.putIfAbsent(type, form) == null) {
      open.add(type);
    }
  }

  /** All files by name, those included to which others refer. */
  Map<String, ObjectNode> files() {
    while (!open.isEmpty()) {
      Class<?> type = open.remove();
      current = file(type);
      ObjectNode schema = known.get(type).schema(this);
      ObjectNode file = files.computeIfAbsent(current, this::start);
      if (outermost(type) == type) {
        schema.properties().forEach(p -> file.set(p.getKey(), p.getValue()));
      } else {
        file.withObjectProperty("$defs").set(name(type), schema);
      }
    }
    files.values().forEach(Schemas::sort);
    return files;
  }

  private ObjectNode start(String file) {
    ObjectNode schema = node().put("$schema", DIALECT).put("$id", BASE + file);
    return schema.put("title", file.replace(".json", ""));
  }

  /** The definitions last and by name, whichever was met first. */
  private static void sort(ObjectNode file) {
    if (file.remove("$defs") instanceof ObjectNode found) {
      ObjectNode sorted = file.putObject("$defs");
      SortedMap<String, JsonNode> byName = new TreeMap<>();
      found.properties().forEach(p -> byName.put(p.getKey(), p.getValue()));
      byName.forEach(sorted::set);
    }
  }
}
