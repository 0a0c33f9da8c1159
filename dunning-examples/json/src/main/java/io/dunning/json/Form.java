package io.dunning.json;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the values of a type are written as JSON. The writer, the reader and the schema come from the
 * one description.
 *
 * @param <T> the type
 */
abstract class Form<T> {

  abstract void write(T value, JsonGenerator out);

  /**
   * Reads a value, through the checks of its type.
   *
   * @throws InvalidJsonException if it is no such value
   */
  abstract T read(Json json);

  /** The schema of the form itself, even if other schemas refer to it by name. */
  abstract ObjectNode schema(Schemas schemas);

  /** The type by whose name other schemas refer to this form; empty for a form without a name. */
  Optional<Class<?>> named() {
    return Optional.empty();
  }

  /** What a property of this form is if it is left out; null if it must not be left out. */
  T absent() {
    return null;
  }
}
