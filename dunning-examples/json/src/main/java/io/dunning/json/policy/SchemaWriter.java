package io.dunning.json.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the JSON Schema of policy files from the tables of keys. */
final class SchemaWriter {
  static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
  static final String ID = "https://dunning.io/schema/json/1/policy.schema.json";

  private SchemaWriter() {}

  /** The schema as a tree of maps and lists. */
  static Map<String, Object> schema() {
    Map<String, Object> policy = PolicyShape.ONE.schema();
    Map<String, Object> derived = derived(policy);
    Map<String, Object> definitions = new LinkedHashMap<>();
    definitions.put("policy", policy);
    definitions.put("derived policy", derived);
    Map<String, Object> any = anyOf(ref("policy"), ref("derived policy"));
    Map<String, Object> set = SetShape.ONE.schema();
    Map<String, Object> policies = new LinkedHashMap<>();
    policies.put("description", "The policies of the file.");
    policies.put("type", "array");
    policies.put("items", any);
    properties(set).put(Source.POLICIES, policies);
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("type", "object");
    list.put("properties", Map.of(Source.POLICIES, policies));
    list.put("required", List.of(Source.POLICIES));
    list.put("additionalProperties", false);

    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", DRAFT);
    schema.put("$id", ID);
    schema.put("title", "Policy file");
    schema.put("description", "Dunning policies: what to do about unpaid invoices, and when.");
    schema.put("anyOf", List.of(ref("policy"), ref("derived policy"), set, list));
    schema.put("$defs", definitions);
    return schema;
  }

  /** A policy that extends another one: nothing else is required, and steps may be placed. */
  private static Map<String, Object> derived(Map<String, Object> policy) {
    Map<String, Object> derived = new LinkedHashMap<>(policy);
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(
        Inheritance.EXTENDS,
        property("The policy whose rules apply where this one says nothing.", "standard-b2b"));
    properties(policy).forEach((key, value) -> properties.put(key, orDefault(key, value)));
    derived.put("properties", properties);
    derived.put("required", List.of(PolicyShape.NAME, Inheritance.EXTENDS));
    return derived;
  }

  @SuppressWarnings("unchecked")
  private static Object orDefault(String key, Object value) {
    Map<String, Object> property = (Map<String, Object>) value;
    if (key.equals(PolicyShape.NAME) || key.equals(PolicyShape.VERSION)) {
      return property;
    }
    if (key.equals(PolicyShape.LADDER)) {
      return ladder(property);
    }
    Map<String, Object> plain = new LinkedHashMap<>(property);
    Object about = plain.remove("description");
    Map<String, Object> both = new LinkedHashMap<>();
    both.put("description", about);
    both.putAll(anyOf(plain, Map.of("const", Inheritance.DEFAULT)));
    return both;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> ladder(Map<String, Object> property) {
    List<Object> ways = (List<Object>) property.get("anyOf");
    Map<String, Object> step = new LinkedHashMap<>((Map<String, Object>) ways.get(0));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties(step)
        .forEach(
            (key, value) ->
                properties.put(key, key.equals(StepShape.NAME) ? value : orDefault(key, value)));
    properties.put(
        Inheritance.BEFORE, property("The step that this one comes before.", "final demand"));
    properties.put(
        Inheritance.AFTER, property("The step that this one comes after.", "first notice"));
    Map<String, Object> remove = new LinkedHashMap<>();
    remove.put("description", "Whether the inherited step is left out.");
    remove.put("type", "boolean");
    properties.put(Inheritance.REMOVE, remove);
    step.put("properties", properties);
    step.put("required", List.of(StepShape.NAME));
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("type", "array");
    list.put("items", step);
    Map<String, Object> ladder = new LinkedHashMap<>();
    ladder.put("description", "The steps that differ, by name.");
    ladder.putAll(anyOf(step, list));
    return ladder;
  }

  private static Map<String, Object> property(String about, String example) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("description", about);
    property.put("type", "string");
    property.put("examples", List.of(example));
    return property;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> properties(Map<String, Object> schema) {
    return (Map<String, Object>) schema.get("properties");
  }

  private static Map<String, Object> ref(String definition) {
    return Map.of("$ref", "#/$defs/" + definition.replace(" ", "%20"));
  }

  private static Map<String, Object> anyOf(Object... ways) {
    Map<String, Object> any = new LinkedHashMap<>();
    any.put("anyOf", new ArrayList<>(List.of(ways)));
    return any;
  }
}
