package io.dunning.billing;

import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Describes answers that are records of the service or the starter, as they are written: every
 * property is there, and what is absent is null.
 */
final class AnswerForms {
  private static final Map<Type, String> FORMATS =
      Map.of(Instant.class, "date-time", LocalDate.class, "date", Duration.class, "duration");

  private AnswerForms() {}

  static Schema<?> of(Class<? extends Record> type) {
    Schema<?> schema = typed("object");
    schema.setAdditionalProperties(false);
    for (RecordComponent each : type.getRecordComponents()) {
      schema.addProperty(each.getName(), of(each.getGenericType()));
      schema.addRequiredItem(each.getName());
    }
    return schema;
  }

  private static Schema<?> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Schema<?> inner = of(generic.getActualTypeArguments()[0]);
      if (generic.getRawType() == Optional.class && inner.getTypes() != null) {
        Set<String> types = new TreeSet<>(inner.getTypes());
        types.add("null");
        return inner.types(types);
      }
      if (generic.getRawType() == List.class) {
        return typed("array").items(inner);
      }
      throw new IllegalArgumentException("cannot describe " + type);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return new Schema<>().$ref(ApiDescription.FORM + ApiDescription.name(plain));
    }
    if (plain.isEnum()) {
      List<Object> words =
          Arrays.stream(plain.getEnumConstants()).<Object>map(Object::toString).toList();
      Schema<Object> schema = new Schema<>();
      schema.setTypes(Set.of("string"));
      schema.setEnum(words);
      return schema;
    }
    if (plain == int.class || plain == long.class) {
      return typed("integer");
    }
    if (plain != String.class && !FORMATS.containsKey(plain)) {
      throw new IllegalArgumentException("cannot describe " + type);
    }
    Schema<?> text = typed("string");
    text.setFormat(FORMATS.get(plain));
    return text;
  }

  private static Schema<?> typed(String type) {
    return new Schema<>().types(Set.of(type));
  }
}
