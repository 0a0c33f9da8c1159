package io.dunning.json;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a value that is one text.
 *
 * @param <T> the type of the value
 */
final class TextForm<T> extends Form<T> {
  private static final int LONGEST = 1_000_000;

  private final Class<?> type;
  private final String expected;
  private final Optional<Pattern> pattern;
  private final Function<T, String> writer;
  private final Function<String, T> parser;

  /**
   * The form of a type.
   *
   * @param type the type
   * @param expected what a reader is told to write, such as {@code a date such as 2026-01-31}
   * @param pattern a regular expression that all its texts match; empty if any text may do
   */
  TextForm(
      Class<?> type,
      String expected,
      String pattern,
      Function<T, String> writer,
      Function<String, T> parser) {
    this.type = type;
    this.expected = expected;
    this.pattern =
        pattern.isEmpty()
            ? Optional.empty()
            : Optional.of(Pattern.compile("^(?:" + pattern + ")$"));
    this.writer = writer;
    this.parser = parser;
  }

  @Override
  Optional<Class<?>> named() {
    return Forms.isOurs(type) ? Optional.of(type) : Optional.empty();
  }

  String text(T value) {
    return writer.apply(value);
  }

  T parse(String text, Json place) {
    if (text.length() > LONGEST) {
      throw place.invalid("text is longer than " + LONGEST + " characters");
    }
    if (pattern.isPresent() && !pattern.get().matcher(text).matches()) {
      throw place.unlike(expected);
    }
    try {
      return parser.apply(text);
    } catch (DateTimeException e) {
      throw place.unlike(expected);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw place.invalid(e);
    }
  }

  @Override
  void write(T value, JsonGenerator out) {
    out.writeString(writer.apply(value));
  }

  @Override
  T read(Json json) {
    return parse(json.text(expected), json);
  }

  @Override
  ObjectNode schema(Schemas schemas) {
    ObjectNode schema = schemas.node().put("type", "string");
    if (type != String.class) {
      schema.put("description", expected);
    }
    pattern.ifPresent(p -> schema.put("pattern", p.pattern()));
    return schema;
  }
}
