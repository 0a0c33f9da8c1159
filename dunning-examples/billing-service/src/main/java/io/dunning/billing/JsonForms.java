package io.dunning.billing;

import io.dunning.json.DunningJson;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas that ship with {@code dunning-json}, as components of a description of an API: each
 * file and each type inside a file is a component of its own.
 */
final class JsonForms {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String INSIDE = "#/$defs/";

  private final Map<String, Schema<?>> components = new TreeMap<>();
  private final Map<String, ObjectNode> files = new TreeMap<>();
  private final Deque<String> open = new ArrayDeque<>();

  private JsonForms() {}

  /** The schemas of some forms, and of all that they refer to, by the names of the components. */
  static Map<String, Schema<?>> named(String... names) {
    JsonForms forms = new JsonForms();
    forms.open.addAll(List.of(names));
    while (!forms.open.isEmpty()) {
      forms.read(forms.open.remove());
    }
    return forms.components;
  }

  private void read(String file) {
    if (files.containsKey(file)) {
      return;
    }
    ObjectNode all = load(file);
    files.put(file, all);
    rename(file, all);
    JsonNode inside = all.remove("$defs");
    all.remove(List.of("$schema", "$id"));
    add(file, all);
    if (inside != null) {
      inside.forEachEntry((name, schema) -> add(file + "." + name, schema));
    }
  }

  private static ObjectNode load(String file) {
    String path = "schema/" + file + ".json";
    try (InputStream in = DunningJson.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("dunning-json has no " + path);
      }
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets references point to components. */
  private void rename(String file, JsonNode node) {
    if (node instanceof ObjectNode object && object.has("$ref")) {
      object.put("$ref", ApiDescription.FORM + component(file, object.get("$ref").asString()));
    }
    node.forEach(each -> rename(file, each));
  }

  private String component(String file, String reference) {
    int hash = reference.indexOf('#');
    String other = hash < 0 ? reference : reference.substring(0, hash);
    String part = hash < 0 ? "" : reference.substring(hash);
    String home = other.isEmpty() ? file : other.replace(".json", "");
    open.add(home);
    return part.startsWith(INSIDE) ? home + "." + part.substring(INSIDE.length()) : home;
  }

  private void add(String name, JsonNode schema) {
    try {
      components.put(name, Json31.mapper().readValue(schema.toString(), Schema.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
