package io.dunning.studio;

import io.dunning.json.policy.PolicyFiles;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the schema of policy files says about a place in a file. Immutable. */
final class KeySchema {
  private static final String REF = "#/$defs/";

  private final JsonNode root = JsonMapper.shared().readTree(PolicyFiles.schema());

  /** What may stand at a place: each alternative, without references. */
  List<JsonNode> at(List<String> path) {
    Set<JsonNode> here = new LinkedHashSet<>();
    expand(root, here);
    for (String key : path) {
      Set<JsonNode> inner = new LinkedHashSet<>();
      for (JsonNode each : here) {
        if (key.equals(Outline.ITEM)) {
          // a single value needs no list, so that an item can stand for the whole
          expand(each.has("items") ? each.get("items") : each, inner);
        } else if (each.path("properties").has(key)) {
          expand(each.get("properties").get(key), inner);
        } else if (each.path("additionalProperties").isObject()) {
          expand(each.get("additionalProperties"), inner);
        }
      }
      here = inner;
    }
    return List.copyOf(here);
  }

  private void expand(JsonNode node, Set<JsonNode> found) {
    if (node.has("$ref")) {
      String name = node.get("$ref").asString().substring(REF.length());
      expand(root.get("$defs").get(URLDecoder.decode(name, StandardCharsets.UTF_8)), found);
    } else if (node.has("anyOf")) {
      node.get("anyOf").forEach(n -> expand(n, found));
    } else {
      found.add(node);
    }
  }

  /** The keys of a group, each with what it means. */
  Map<String, JsonNode> keys(List<String> path) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    List<JsonNode> groups = new ArrayList<>(at(path));
    // a list that is not begun yet: its items may begin with these keys
    for (JsonNode each : groups) {
      each.path("properties").properties().forEach(e -> all.putIfAbsent(e.getKey(), e.getValue()));
    }
    return all;
  }

  /** Whether a key can have a value on its own line. */
  boolean isShort(JsonNode key) {
    Set<JsonNode> all = new LinkedHashSet<>();
    expand(key, all);
    return all.stream().anyMatch(n -> n.has("enum") || !isGroup(n.path("type")));
  }

  private static boolean isGroup(JsonNode type) {
    return type.isString() && (type.asString().equals("object") || type.asString().equals("array"));
  }
}
