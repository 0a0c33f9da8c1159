package io.dunning.json.policy;

import io.dunning.json.policy.Node.Entry;
import io.dunning.json.policy.Node.Mapping;
import io.dunning.json.policy.Node.Scalar;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Values that are a group of keys. A shape is one table: each key with its form, where its value
 * comes from when a file is written, and where it goes when one is read. The schema and the
 * documentation come from the same table.
 *
 * @param <T> the value
 * @param <D> what a value is made from, perhaps itself
 */
abstract class Shape<T, D> implements Form<T> {
  /** How many characters may stand before " rule: ". */
  private static final int LONGEST_SUBJECT = 20;

  private final String noun;
  private final List<Key<T, D, ?>> keys = new ArrayList<>();

  /** A shape of what the noun says, with its article. */
  Shape(String noun) {
    this.noun = noun;
  }

  /**
   * A key.
   *
   * @param name how it is written
   * @param attributes which attributes of the library it stands for, as Type.attribute
   * @param value what a value has there; empty where that is the default
   * @param set gives it to a draft
   * @param about what it means, for the schema
   */
  record Key<T, D, V>(
      String name,
      String attributes,
      Form<V> form,
      Function<T, Optional<V>> value,
      BiFunction<D, V, D> set,
      boolean required,
      String about) {
    private Optional<Node> write(T of) {
      return value.apply(of).map(form::write);
    }
  }

  /** What was read, by key. */
  static final class Values {
    private final Map<Key<?, ?, ?>, Object> all = new IdentityHashMap<>();

    @SuppressWarnings("unchecked")
    <V> Optional<V> find(Key<?, ?, V> key) {
      return Optional.ofNullable((V) all.get(key));
    }

    <V> V get(Key<?, ?, V> key) {
      return find(key).orElseThrow();
    }
  }

  /** Adds a key that may be left out. */
  final <V> Key<T, D, V> key(
      String name,
      String attributes,
      Form<V> form,
      Function<T, Optional<V>> value,
      BiFunction<D, V, D> set,
      String about) {
    return add(new Key<>(name, attributes, form, value, set, false, about));
  }

  /** Adds a key that {@link #start} reads, and that may be left out. */
  final <V> Key<T, D, V> key(
      String name, String attributes, Form<V> form, Function<T, Optional<V>> value, String about) {
    return add(new Key<>(name, attributes, form, value, (d, v) -> d, false, about));
  }

  /** Adds a key that has to be there, and that {@link #start} reads. */
  final <V> Key<T, D, V> required(
      String name, String attributes, Form<V> form, Function<T, V> value, String about) {
    return add(
        new Key<>(name, attributes, form, value.andThen(Optional::of), (d, v) -> d, true, about));
  }

  /** Adds a key that has to be there. */
  final <V> Key<T, D, V> required(
      String name,
      String attributes,
      Form<V> form,
      Function<T, V> value,
      BiFunction<D, V, D> set,
      String about) {
    return add(new Key<>(name, attributes, form, value.andThen(Optional::of), set, true, about));
  }

  private <V> Key<T, D, V> add(Key<T, D, V> key) {
    keys.add(key);
    return key;
  }

  final String noun() {
    return noun;
  }

  final List<Key<T, D, ?>> keys() {
    return keys;
  }

  /** The key that sets an attribute, such as {@code EscalationStep.trigger}. */
  final Optional<String> keyOf(String attribute) {
    return keys.stream()
        .filter(k -> List.of(k.attributes().split(",")).contains(attribute))
        .map(Key::name)
        .findFirst();
  }

  /** The draft before the keys that set themselves. */
  abstract D start(Values values);

  /** The value of a draft to which all keys have been given. */
  abstract T end(D draft);

  /** The spot of a key; that of the group if the key is not there. */
  static Spot inner(Spot spot, String key) {
    for (Entry each : ((Mapping) spot.node()).entries()) {
      if (each.key().equals(key)) {
        return spot.of(each);
      }
    }
    return spot;
  }

  /** What has to hold between keys; adds to the problems. */
  void check(Spot spot, Values values, Problems problems) {}

  @Override
  public final Optional<T> read(Spot spot, Problems problems) {
    if (!(spot.node() instanceof Mapping mapping)) {
      problems.add(
          spot, "is " + spot.node().kind() + ", but " + noun + " is a group of keys", keysAdvice());
      return Optional.empty();
    }
    int before = problems.count();
    Values values = new Values();
    for (Entry entry : mapping.entries()) {
      read(spot, entry, values, problems);
    }
    for (Key<T, D, ?> key : keys) {
      if (key.required() && !mapping.has(key.name())) {
        String example = key.form().example();
        problems.add(
            spot,
            noun + " needs " + Problems.quoted(key.name()),
            '"' + key.name() + ": " + example + '"');
      }
    }
    if (problems.count() == before) {
      check(spot, values, problems);
    }
    return problems.count() > before ? Optional.empty() : made(spot, values, problems);
  }

  private String keysAdvice() {
    Key<T, D, ?> first = keys.get(0);
    return '"' + first.name() + ": " + first.form().example() + '"';
  }

  private void read(Spot spot, Entry entry, Values values, Problems problems) {
    for (Key<T, D, ?> key : keys) {
      if (key.name().equals(entry.key())) {
        key.form().read(spot.of(entry), problems).ifPresent(v -> values.all.put(key, v));
        return;
      }
    }
    String advice = Nearest.advice(entry.key(), keys.stream().map(Key::name).toList());
    problems.add(
        entry.place(),
        Problems.inner(spot.path(), entry.key()),
        "is not a key of " + noun,
        advice.substring("Maybe ".length()));
  }

  private Optional<T> made(Spot spot, Values values, Problems problems) {
    Spot at = spot;
    try {
      D draft = start(values);
      for (Key<T, D, ?> key : keys) {
        at = inner(spot, key.name());
        draft = given(draft, key, values);
      }
      at = spot;
      return Optional.of(end(draft));
    } catch (IllegalArgumentException refused) {
      refused(at, refused, problems);
    } catch (ArithmeticException | DateTimeException refused) {
      problems.add(at, "cannot be calculated: " + refused.getMessage(), "");
    }
    return Optional.empty();
  }

  /** Says why the library refused a value; rules that check several things say them in a row. */
  void refused(Spot spot, IllegalArgumentException why, Problems problems) {
    String text = String.valueOf(why.getMessage());
    int rule = text.indexOf(" rule: ");
    if (rule < 0 || rule > LONGEST_SUBJECT || text.indexOf('\n') >= 0) {
      problems.add(spot, why, "");
      return;
    }
    for (String each : text.substring(rule + " rule: ".length()).split("; ")) {
      problems.add(spot, each, "");
    }
  }

  private static <D, V> D given(D draft, Key<?, D, V> key, Values values) {
    Optional<V> value = values.find(key);
    return value.isPresent() ? key.set().apply(draft, value.get()) : draft;
  }

  /** Throws an IllegalArgumentException if no keys can say what a value is. */
  void refuse(T value) {}

  @Override
  public final Node write(T value) {
    refuse(value);
    List<Entry> entries = new ArrayList<>();
    for (Key<T, D, ?> key : keys) {
      try {
        key.write(value).ifPresent(n -> entries.add(Node.entry(key.name(), n)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(key.name() + ": " + e.getMessage(), e);
      }
    }
    return Node.mapping(entries);
  }

  /** The keys in the order of the table, each value tidy; keys of no table come second. */
  @Override
  public final Node tidy(Node node) {
    if (!(node instanceof Mapping mapping)) {
      return node;
    }
    List<Entry> others = new ArrayList<>();
    for (Entry each : mapping.entries()) {
      if (keys.stream().noneMatch(k -> k.name().equals(each.key()))) {
        boolean flag = each.key().equals(Inheritance.REMOVE);
        others.add(flag ? Node.entry(each.key(), Forms.FLAG.tidy(each.value())) : each);
      }
    }
    List<Entry> entries = new ArrayList<>();
    for (Key<T, D, ?> key : keys) {
      mapping.get(key.name()).ifPresent(n -> entries.add(Node.entry(key.name(), tidy(key, n))));
      if (key == keys.get(0)) {
        entries.addAll(others);
      }
    }
    return Node.mapping(entries);
  }

  private Node tidy(Key<T, D, ?> key, Node value) {
    boolean inherited = value instanceof Scalar s && s.text().equals(Inheritance.DEFAULT);
    return inherited ? value : key.form().tidy(value);
  }

  @Override
  public final List<Form<?>> parts() {
    return keys.stream().<Form<?>>map(Key::form).toList();
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Key<T, D, ?> key : keys) {
      Map<String, Object> property = new LinkedHashMap<>();
      property.put("description", key.about());
      property.putAll(key.form().schema());
      properties.put(key.name(), property);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    List<String> required = keys.stream().filter(k -> k.required()).map(k -> k.name()).toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  @Override
  public String example() {
    Key<T, D, ?> first = keys.get(0);
    return "{" + first.name() + ": " + first.form().example() + "}";
  }

  /** A value where it is not the usual one. */
  static <V> Optional<V> unless(V usual, V value) {
    return value.equals(usual) ? Optional.empty() : Optional.of(value);
  }

  /** Values where there are any. */
  static <V> Optional<List<V>> any(List<V> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }
}
