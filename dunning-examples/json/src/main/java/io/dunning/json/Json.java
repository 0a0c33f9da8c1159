package io.dunning.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/** A value of a JSON text as it was read, with its place. Immutable. */
final class Json {
  /** How deep values of the library nest at most, with room to spare. */
  static final int DEEPEST = 100;

  enum Kind {
    OBJECT("an object"),
    LIST("a list"),
    TEXT("a text"),
    NUMBER("a number"),
    BOOLEAN("a boolean"),
    NULL("null");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private final String path;
  private final TokenStreamLocation location;
  private Kind kind = Kind.NULL;
  private String text = "";
  private Map<String, Json> members = Map.of();
  private List<Json> items = List.of();

  private Json(String path, TokenStreamLocation location) {
    this.path = path;
    this.location = location;
  }

  /** The value at which a parser stands; afterwards the parser stands at its end. */
  static Json read(JsonParser parser) {
    String path = path(parser);
    try {
      return read(parser, path, 0);
    } catch (StreamConstraintsException e) {
      throw new InvalidJsonException(path, parser.currentLocation(), e.getOriginalMessage(), e);
    }
  }

  /** The place at which a parser stands, without what is there. */
  static Json at(JsonParser parser) {
    return new Json(path(parser), parser.currentTokenLocation());
  }

  /** Where in the text of a user's own values the parser stands, such as {@code $.invoices[2]}. */
  private static String path(JsonParser parser) {
    StringBuilder path = new StringBuilder("$");
    for (String part : parser.streamReadContext().pathAsPointer(true).toString().split("/")) {
      if (!part.isEmpty()) {
        boolean place = part.chars().allMatch(c -> c >= '0' && c <= '9');
        path.append(place ? "[" + part + "]" : step(part));
      }
    }
    return path.toString();
  }

  /** A name in a path, in brackets if a dot cannot stand before it. */
  static String step(String name) {
    boolean plain = name.matches("[A-Za-z_][A-Za-z0-9_]{0,60}");
    return plain ? "." + name : "['" + InvalidJsonException.excerpt(name) + "']";
  }

  private static Json read(JsonParser parser, String path, int depth) {
    Json value = new Json(path, parser.currentTokenLocation());
    if (depth > DEEPEST) {
      throw value.invalid("values nest more than " + DEEPEST + " deep");
    }
    JsonToken token = parser.currentToken();
    switch (token) {
      case START_OBJECT -> value.readMembers(parser, depth);
      case START_ARRAY -> value.readItems(parser, depth);
      case VALUE_STRING -> value.set(Kind.TEXT, parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> value.set(Kind.NUMBER, parser.getString());
      case VALUE_TRUE, VALUE_FALSE -> value.set(Kind.BOOLEAN, parser.getString());
      case VALUE_NULL -> value.set(Kind.NULL, "null");
      default -> throw value.invalid("cannot read " + token);
    }
    return value;
  }

  private void set(Kind what, String words) {
    kind = what;
    text = words;
  }

  private void readMembers(JsonParser parser, int depth) {
    Map<String, Json> all = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Json place = new Json(path + step(name), parser.currentTokenLocation());
      parser.nextToken();
      if (all.put(name, read(parser, place.path, depth + 1)) != null) {
        throw place.invalid("property appears twice");
      }
    }
    kind = Kind.OBJECT;
    members = Collections.unmodifiableMap(all);
  }

  private void readItems(JsonParser parser, int depth) {
    List<Json> all = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      all.add(read(parser, path + "[" + all.size() + "]", depth + 1));
    }
    kind = Kind.LIST;
    items = Collections.unmodifiableList(all);
  }

  /** The members of an object by name, in their order. */
  Map<String, Json> members(String expected) {
    require(Kind.OBJECT, expected);
    return members;
  }

  List<Json> items(String expected) {
    require(Kind.LIST, expected);
    return items;
  }

  String text(String expected) {
    require(Kind.TEXT, expected);
    return text;
  }

  /** A whole number without fraction and exponent. */
  long whole(long least, long most) {
    String expected = "a whole number";
    require(Kind.NUMBER, expected);
    if (!text.matches("-?\\d{1,19}")) {
      throw unlike(expected);
    }
    try {
      long number = Long.parseLong(text);
      if (number < least || number > most) {
        throw invalid("number is not between " + least + " and " + most + ": " + number);
      }
      return number;
    } catch (NumberFormatException e) {
      throw invalid("number does not fit: " + text);
    }
  }

  boolean truth() {
    require(Kind.BOOLEAN, "true or false");
    return text.equals("true");
  }

  private void require(Kind wanted, String expected) {
    if (kind != wanted) {
      throw unlike(expected);
    }
  }

  /** That something else was expected here. */
  InvalidJsonException unlike(String expected) {
    String found =
        switch (kind) {
          case OBJECT, LIST, NULL -> kind.words;
          default -> kind.words + ": " + InvalidJsonException.excerpt(text);
        };
    return invalid("expected " + expected + ", found " + found);
  }

  InvalidJsonException invalid(String problem) {
    return new InvalidJsonException(path, location, problem, null);
  }

  InvalidJsonException invalid(RuntimeException cause) {
    String words = cause.getMessage();
    String problem = cause instanceof NullPointerException ? words + " is missing" : words;
    return new InvalidJsonException(path, location, problem, cause);
  }
}
