package io.dunning.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a value as an object: a property for each part, in their order. A part is left out
 * where it is what a missing property means.
 *
 * @param <T> the type of the value
 */
final class ObjectForm<T> extends Form<T> {
  /** The property that tells the members of a family apart. */
  static final String TAG = "type";

  private final Class<T> type;
  private final String tag;
  private final List<Field<T, ?>> fields;
  private final Set<String> names = new HashSet<>();
  private final Function<Parts, T> maker;

  private ObjectForm(
      Class<T> type, String tag, List<Field<T, ?>> fields, Function<Parts, T> maker) {
    this.type = type;
    this.tag = tag;
    this.fields = List.copyOf(fields);
    fields.forEach(f -> names.add(f.name));
    if (!tag.isEmpty()) {
      names.add(TAG);
    }
    this.maker = maker;
  }

  /** The parts of a value that was read, by name. */
  static final class Parts {
    private final Map<String, Object> values = new HashMap<>();

    /** A part; the caller knows its type. */
    @SuppressWarnings("unchecked")
    <V> V get(String name) {
      return (V) values.get(name);
    }
  }

  /** A part of a value. */
  private static final class Field<T, V> {
    private final String name;
    private final Supplier<Form<V>> lookedUp;
    private final Function<T, V> getter;
    private final V fallback;
    private volatile Form<V> form;

    Field(String name, Supplier<Form<V>> form, Function<T, V> getter, V fallback) {
      this.name = name;
      this.lookedUp = form;
      this.getter = getter;
      this.fallback = fallback;
    }

    /** Looked up late, because forms can contain each other. */
    Form<V> form() {
      Form<V> known = form;
      if (known == null) {
        known = lookedUp.get();
        form = known;
      }
      return known;
    }

    V absent() {
      return fallback == null ? form().absent() : fallback;
    }

    void write(T of, JsonGenerator out) {
      V value = getter.apply(of);
      if (!value.equals(absent())) {
        out.writeName(name);
        form().write(value, out);
      }
    }
  }

  /** Describes the form of a type, part by part. */
  static final class Draft<T> {
    private final Forms forms;
    private final Class<T> type;
    private final List<Field<T, ?>> fields = new ArrayList<>();
    private String tag = "";

    Draft(Forms forms, Class<T> type) {
      this.forms = forms;
      this.type = type;
    }

    Draft<T> tagged(String word) {
      tag = word;
      return this;
    }

    /** A part of a type, generic or not. */
    Draft<T> field(String name, java.lang.reflect.Type of, Function<T, ?> getter) {
      return field(name, of, getter, null);
    }

    /** A part that is left out where it is what is told. */
    @SuppressWarnings("unchecked")
    Draft<T> field(String name, java.lang.reflect.Type of, Function<T, ?> getter, Object fallback) {
      Function<T, Object> get = (Function<T, Object>) getter;
      fields.add(new Field<T, Object>(name, () -> (Form<Object>) forms.of(of), get, fallback));
      return this;
    }

    /** A list. */
    Draft<T> list(String name, Class<?> of, Function<T, ? extends List<?>> getter) {
      return field(name, Forms.generic(List.class, of), getter);
    }

    /** A value that may be absent. */
    Draft<T> perhaps(String name, Class<?> of, Function<T, ? extends Optional<?>> getter) {
      return field(name, Forms.generic(Optional.class, of), getter);
    }

    ObjectForm<T> madeBy(Function<Parts, T> maker) {
      return new ObjectForm<>(type, tag, fields, maker);
    }
  }

  @Override
  Optional<Class<?>> named() {
    return Optional.of(type);
  }

  String tag() {
    return tag;
  }

  @Override
  void write(T value, JsonGenerator out) {
    out.writeStartObject();
    if (!tag.isEmpty()) {
      out.writeName(TAG);
      out.writeString(tag);
    }
    for (Field<T, ?> each : fields) {
      each.write(value, out);
    }
    out.writeEndObject();
  }

  @Override
  T read(Json json) {
    Map<String, Json> members = json.members("an object");
    if (!tag.isEmpty()) {
      Json found = members.get(TAG);
      if (found == null || !found.text("the text \"" + tag + '"').equals(tag)) {
        throw (found == null ? json : found).invalid("property \"type\" is not \"" + tag + '"');
      }
    }
    Parts parts = new Parts();
    for (Field<T, ?> each : fields) {
      Json found = members.get(each.name);
      Object value = found == null ? each.absent() : each.form().read(found);
      if (value == null) {
        throw json.invalid("property \"" + each.name + "\" is missing");
      }
      parts.values.put(each.name, value);
    }
    members.forEach(this::requireKnown);
    try {
      return maker.apply(parts);
    } catch (InvalidJsonException e) {
      throw e;
    } catch (RuntimeException e) {
      throw json.invalid(e);
    }
  }

  private void requireKnown(String name, Json value) {
    if (!names.contains(name)) {
      List<String> known = fields.stream().map(f -> f.name).toList();
      throw value.invalid("no such property\nMaybe one of " + String.join(", ", known));
    }
  }

  @Override
  ObjectNode schema(Schemas schemas) {
    ObjectNode schema = schemas.node().put("type", "object");
    ObjectNode properties = schemas.node();
    ArrayNode required = schemas.node().arrayNode();
    if (!tag.isEmpty()) {
      properties.putObject(TAG).put("const", tag);
      required.add(TAG);
    }
    for (Field<T, ?> each : fields) {
      properties.set(each.name, schemas.reference(each.form()));
      if (each.absent() == null) {
        required.add(each.name);
      }
    }
    schema.set("properties", properties);
    schema.set("required", required);
    return schema.put("additionalProperties", false);
  }
}
