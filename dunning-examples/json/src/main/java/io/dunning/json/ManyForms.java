package io.dunning.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Forms of lists, maps and optional values. Each is left out of an object if it is empty. */
final class ManyForms {
  private ManyForms() {}

  /** Whether values of this form can be the names of properties. */
  static boolean isKey(Form<?> form) {
    return form instanceof TextForm || form instanceof EnumForm || form instanceof Plain.Whole;
  }

  static String name(Form<Object> form, Object value) {
    if (form instanceof TextForm<Object> text) {
      return text.text(value);
    }
    return value instanceof Enum<?> constant ? EnumForm.word(constant) : value.toString();
  }

  static Object key(Form<?> form, String name, Json place) {
    if (form instanceof TextForm<?> text) {
      return text.parse(name, place);
    }
    if (form instanceof EnumForm<?> constants) {
      return constants.parse(name, place);
    }
    return whole(name, place);
  }

  /** A name that is a whole number; numbers of up to ten digits can be too large for an int. */
  private static Integer whole(String name, Json place) {
    if (!name.matches("-?[0-9]{1,10}")) {
      throw place.invalid("name is not a whole number: " + InvalidJsonException.excerpt(name));
    }
    long number = Long.parseLong(name);
    if (number != (int) number) {
      throw place.invalid(
          "name is not between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE + ": " + name);
    }
    return (int) number;
  }

  /** The form of a list, or of a set in its order. */
  static final class Items<C extends Collection<?>> extends Form<C> {
    private final Form<Object> item;
    private final Function<List<Object>, C> maker;
    private final boolean ordered;

    @SuppressWarnings("unchecked")
    Items(Form<?> item, boolean ordered, Function<List<Object>, C> maker) {
      this.item = (Form<Object>) item;
      this.ordered = ordered;
      this.maker = maker;
    }

    @Override
    void write(C value, JsonGenerator out) {
      out.writeStartArray();
      Collection<?> all = value;
      if (!ordered) {
        List<Object> sorted = new ArrayList<>(value);
        sorted.sort(null);
        all = sorted;
      }
      all.forEach(each -> item.write(each, out));
      out.writeEndArray();
    }

    @Override
    C read(Json json) {
      List<Object> all = new ArrayList<>();
      for (Json each : json.items("a list")) {
        all.add(item.read(each));
      }
      C made = maker.apply(all);
      if (made.size() != all.size()) {
        throw json.invalid("list names something twice");
      }
      return made;
    }

    @Override
    C absent() {
      return maker.apply(new ArrayList<>());
    }

    @Override
    ObjectNode schema(Schemas schemas) {
      ObjectNode schema = schemas.node().put("type", "array");
      schema.set("items", schemas.reference(item));
      return ordered ? schema : schema.put("uniqueItems", true);
    }
  }

  /** The form of a map: an object with a property for each key, whose form is a text. */
  static final class Entries<M extends Map<?, ?>> extends Form<M> {
    private final Form<Object> key;
    private final Form<Object> item;
    private final boolean sorted;

    @SuppressWarnings("unchecked")
    Entries(Form<?> key, Form<?> item, boolean sorted) {
      this.key = (Form<Object>) key;
      this.item = (Form<Object>) item;
      this.sorted = sorted;
    }

    @Override
    void write(M value, JsonGenerator out) {
      out.writeStartObject();
      value.forEach(
          (k, v) -> {
            out.writeName(name(key, k));
            item.write(v, out);
          });
      out.writeEndObject();
    }

    @Override
    M read(Json json) {
      Map<Object, Object> all = sorted ? new TreeMap<>() : new LinkedHashMap<>();
      json.members("an object")
          .forEach(
              (name, each) -> {
                if (all.put(key(key, name, each), item.read(each)) != null) {
                  throw each.invalid("property appears twice, written differently");
                }
              });
      return made(all);
    }

    @SuppressWarnings("unchecked")
    private M made(Map<Object, Object> all) {
      return (M)
          (sorted
              ? Collections.unmodifiableSortedMap((SortedMap<Object, Object>) all)
              : Collections.unmodifiableMap(all));
    }

    @Override
    M absent() {
      return made(sorted ? new TreeMap<>() : new LinkedHashMap<>());
    }

    @Override
    ObjectNode schema(Schemas schemas) {
      ObjectNode schema = schemas.node().put("type", "object");
      if ((Form<?>) key != Plain.TEXT) {
        schema.set(
            "propertyNames",
            key instanceof Plain.Whole
                ? schemas.node().put("pattern", "^-?[0-9]{1,10}$")
                : schemas.reference(key));
      }
      schema.set("additionalProperties", schemas.reference(item));
      return schema;
    }
  }

  /** The form of a value that may be absent, and is left out then. */
  static final class Perhaps<O> extends Form<O> {
    private final Form<Object> inner;
    private final Function<O, Optional<?>> asOptional;
    private final Function<Object, O> maker;
    private final O empty;

    @SuppressWarnings("unchecked")
    Perhaps(
        Form<?> inner, O empty, Function<O, Optional<?>> asOptional, Function<Object, O> maker) {
      this.inner = (Form<Object>) inner;
      this.empty = empty;
      this.asOptional = asOptional;
      this.maker = maker;
    }

    @Override
    void write(O value, JsonGenerator out) {
      asOptional.apply(value).ifPresent(v -> inner.write(v, out));
    }

    @Override
    O read(Json json) {
      return maker.apply(inner.read(json));
    }

    @Override
    O absent() {
      return empty;
    }

    @Override
    ObjectNode schema(Schemas schemas) {
      return schemas.reference(inner);
    }
  }
}
