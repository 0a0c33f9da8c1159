package io.dunning.cli;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Where two trees of JSON differ. */
final class JsonDifference {
  private static final String ABSENT = "(absent)";

  private JsonDifference() {}

  /** What one tree has in the places where the other has something else, by the paths. */
  static Map<String, String> between(JsonNode one, JsonNode other) {
    Map<String, String> all = new TreeMap<>();
    compare("$", one, other, all);
    return all;
  }

  private static void compare(String path, JsonNode one, JsonNode other, Map<String, String> all) {
    if (one != null && one.isObject() && other != null && other.isObject()) {
      Set<String> names = new LinkedHashSet<>(one.propertyNames());
      names.addAll(other.propertyNames());
      names.forEach(n -> compare(path + "." + n, one.get(n), other.get(n), all));
    } else if (one == null || !one.equals(other)) {
      all.put(path, text(one));
    }
  }

  private static String text(JsonNode value) {
    if (value == null) {
      return ABSENT;
    }
    return value.isString() ? value.asString() : value.toString();
  }
}
