package io.dunning.json;

import java.util.Map;
import java.util.TreeMap;

/** Why some public types have no JSON form. */
final class Without {
  static final Map<String, String> REASONS = new TreeMap<>();

  private static void put(String reason, String... types) {
    for (String each : types) {
      REASONS.put(each, reason);
    }
  }

  static {
    put("todo todo todo todo todo todo", "todo");
    REASONS.remove("todo");
  }

  private Without() {}
}
