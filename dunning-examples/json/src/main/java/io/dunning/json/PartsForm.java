package io.dunning.json;

import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a value that is made of a record of all its parts: the form of that record.
 *
 * @param <T> the type of the value
 * @param <P> the type of the record
 */
final class PartsForm<T, P> extends Form<T> {
  private final Class<T> type;
  private final Form<P> parts;
  private final Function<T, P> apart;
  private final Function<P, T> together;

  @SuppressWarnings("unchecked")
  PartsForm(Class<T> type, Form<?> parts, Function<T, P> apart, Function<P, T> together) {
    this.type = type;
    this.parts = (Form<P>) parts;
    this.apart = apart;
    this.together = together;
  }

  @Override
  Optional<Class<?>> named() {
    return Optional.of(type);
  }

  @Override
  void write(T value, JsonGenerator out) {
    parts.write(apart.apply(value), out);
  }

  @Override
  T read(Json json) {
    P read = parts.read(json);
    try {
      return together.apply(read);
    } catch (RuntimeException e) {
      throw json.invalid(e);
    }
  }

  @Override
  ObjectNode schema(Schemas schemas) {
    return parts.schema(schemas);
  }
}
