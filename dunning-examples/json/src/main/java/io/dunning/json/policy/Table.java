package io.dunning.json.policy;

import io.dunning.json.policy.Node.Entry;
import io.dunning.json.policy.Node.Mapping;
import io.dunning.json.policy.Node.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values by key, where the keys are values, too. */
record Table<K extends Comparable<? super K>, V>(Form<K> key, Form<V> value)
    implements Form<SortedMap<K, V>> {
  @Override
  public Optional<SortedMap<K, V>> read(Spot spot, Problems problems) {
    if (!(spot.node() instanceof Mapping mapping) || mapping.entries().isEmpty()) {
      problems.add(spot, "is " + spot.node().kind() + ", not a table", '"' + example() + '"');
      return Optional.empty();
    }
    int before = problems.count();
    SortedMap<K, V> all = new TreeMap<>();
    for (Entry each : mapping.entries()) {
      Node name = new Scalar(each.key(), Node.Kind.TEXT, each.place());
      Optional<K> k = key.read(new Spot(name, spot.path()), problems);
      Optional<V> v = value.read(spot.of(each), problems);
      if (k.isPresent() && v.isPresent() && all.put(k.get(), v.get()) != null) {
        problems.add(new Spot(name, spot.path()), "stands twice: " + each.key(), "");
      }
    }
    return problems.count() > before ? Optional.empty() : Optional.of(all);
  }

  @Override
  public List<Form<?>> parts() {
    return List.of(key, value);
  }

  /** A table that is not empty. */
  static <K, V> Optional<SortedMap<K, V>> some(SortedMap<K, V> table) {
    return table.isEmpty() ? Optional.empty() : Optional.of(new TreeMap<>(table));
  }

  @Override
  public Node write(SortedMap<K, V> table) {
    List<Entry> entries = new ArrayList<>();
    table.forEach(
        (k, v) -> entries.add(Node.entry(((Scalar) key.write(k)).text(), value.write(v))));
    return Node.mapping(entries);
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    Object known = key.schema().get("enum");
    if (known instanceof List<?> words) {
      Map<String, Object> properties = new LinkedHashMap<>();
      words.forEach(w -> properties.put(String.valueOf(w), value.schema()));
      schema.put("properties", properties);
      schema.put("additionalProperties", false);
    } else {
      schema.put("additionalProperties", value.schema());
    }
    schema.put("minProperties", 1);
    return schema;
  }

  @Override
  public String example() {
    return key.example() + ": " + value.example();
  }
}
