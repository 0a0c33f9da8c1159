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
 * {@code $defs} those of the types inside it. A type inside a class without a form has a file of
 * its own, so that no file accepts everything. Files refer to each other by name.
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

  /** The outermost type around a type, or itself, that has a form; its schema begins a file. */
  private static Class<?> home(Class<?> type) {
    Class<?> home = type;
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      home = Formless.is(each) ? home : each;
    }
    return home;
  }

  /** The name of a type without its package, such as {@code LateFee.Arises}. */
  static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  /** The file in which the schema of a type is. */
  static String file(Class<?> type) {
    return name(home(type)) + ".json";
  }

  private static String anchor(Class<?> type) {
    Class<?> home = home(type);
    return home == type ? "#" : "#/$defs/" + inside(home, type);
  }

  /** The name of a type within the file of another. */
  private static String inside(Class<?> home, Class<?> type) {
    return name(type).substring(name(home).length() + 1);
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
    return home(type) == type ? file : file + anchor(type);
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
      Class<?> home = home(type);
      if (home == type) {
        schema.properties().forEach(p -> file.set(p.getKey(), p.getValue()));
      } else {
        file.withObjectProperty("$defs").set(inside(home, type), schema);
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
