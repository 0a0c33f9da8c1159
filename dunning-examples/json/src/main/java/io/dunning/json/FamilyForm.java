package io.dunning.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a sealed family: that of the member, whose property {@code type} names it.
 *
 * @param <T> the family
 */
final class FamilyForm<T> extends Form<T> {
  private final Class<T> family;
  private final Map<Class<?>, Form<Object>> byType = new LinkedHashMap<>();
  private final Map<String, Form<Object>> byTag = new LinkedHashMap<>();

  FamilyForm(Class<T> family) {
    this.family = family;
  }

  @SuppressWarnings("unchecked")
  void add(Class<?> member, ObjectForm<?> form) {
    byType.put(member, (Form<Object>) (Form<?>) form);
    if (byTag.put(form.tag(), (Form<Object>) (Form<?>) form) != null) {
      throw new IllegalStateException("two members of " + family + " are called " + form.tag());
    }
  }

  @Override
  Optional<Class<?>> named() {
    return Optional.of(family);
  }

  @Override
  void write(T value, JsonGenerator out) {
    Form<Object> form = byType.get(value.getClass());
    if (form == null) {
      throw new IllegalArgumentException("has no JSON form: " + value);
    }
    form.write(value, out);
  }

  @Override
  @SuppressWarnings("unchecked")
  T read(Json json) {
    Json tag = json.members("an object").get(ObjectForm.TAG);
    if (tag == null) {
      throw json.invalid("property \"type\" is missing");
    }
    Form<Object> form = byTag.get(tag.text("one of " + byTag.keySet()));
    if (form == null) {
      throw tag.unlike("one of " + String.join(", ", byTag.keySet()));
    }
    return (T) form.read(json);
  }

  @Override
  ObjectNode schema(Schemas schemas) {
    ObjectNode schema = schemas.node();
    ArrayNode members = schema.putArray("oneOf");
    byType.values().forEach(f -> members.add(schemas.reference(f)));
    return schema;
  }
}
