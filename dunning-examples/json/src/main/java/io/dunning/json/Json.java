package io.dunning.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
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

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,60}");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");

  /** The value in which this is; null at the root. */
  private final Json parent;

  /** The path of the root, the name of a member, or the place of an item. */
  private final Object key;

  private final TokenStreamLocation location;
  private Kind kind = Kind.NULL;
  private String text = "";
  private Map<String, Json> members = Map.of();
  private List<Json> items = List.of();

  private Json(Json parent, Object key, TokenStreamLocation location) {
    this.parent = parent;
    this.key = key;
    this.location = location;
  }

  /** The value at which a parser stands; afterwards the parser stands at its end. */
  static Json read(JsonParser parser) {
    Json root = at(parser);
    try {
      root.readValue(parser, 0);
      return root;
    } catch (StreamConstraintsException e) {
      throw new InvalidJsonException(root.path(), parser.currentLocation(), tooLong(parser), e);
    }
  }

  private static String tooLong(JsonParser parser) {
    StreamReadConstraints most = parser.streamReadConstraints();
    return String.format(
        Locale.ROOT,
        "too long: a text can have %,d characters, a name %,d, a number %,d",
        most.getMaxStringLength(),
        most.getMaxNameLength(),
        most.getMaxNumberLength());
  }

  /** The place at which a parser stands, without what is there. */
  static Json at(JsonParser parser) {
    return new Json(null, path(parser), parser.currentTokenLocation());
  }

  /** Where in the text of a user's own values the parser stands, such as {@code $.invoices[2]}. */
  private static String path(JsonParser parser) {
    StringBuilder path = new StringBuilder("$");
    for (String part : parser.streamReadContext().pathAsPointer().toString().split("/")) {
      if (!part.isEmpty()) {
        boolean place = part.chars().allMatch(c -> c >= '0' && c <= '9');
        path.append(place ? "[" + part + "]" : step(part));
      }
    }
    return path.toString();
  }

  /** A name in a path, in brackets if a dot cannot stand before it. */
  private static String step(String name) {
    boolean plain = PLAIN.matcher(name).matches();
    return plain ? "." + name : "['" + InvalidJsonException.excerpt(name) + "']";
  }

  private String path() {
    StringBuilder path = new StringBuilder();
    for (Json each = this; each != null; each = each.parent) {
      String part = each.key instanceof Integer ? "[" + each.key + "]" : (String) each.key;
      boolean named = each.parent != null && each.key instanceof String;
      path.insert(0, named ? step(part) : part);
    }
    return path.toString();
  }

  private void readValue(JsonParser parser, int depth) {
    if (depth > DEEPEST) {
      throw invalid("values nest more than " + DEEPEST + " deep");
    }
    JsonToken token = parser.currentToken();
    switch (token) {
      case START_OBJECT -> readMembers(parser, depth);
      case START_ARRAY -> readItems(parser, depth);
      case VALUE_STRING -> set(Kind.TEXT, parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> set(Kind.NUMBER, parser.getString());
      case VALUE_TRUE, VALUE_FALSE -> set(Kind.BOOLEAN, parser.getString());
      case VALUE_NULL -> set(Kind.NULL, "null");
      default -> throw invalid("cannot read " + token);
    }
  }

  private void set(Kind what, String words) {
    kind = what;
    text = words;
  }

  private void readMembers(JsonParser parser, int depth) {
    Map<String, Json> all = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      Json member = new Json(this, name, parser.currentTokenLocation());
      member.readValue(parser, depth + 1);
      if (all.put(name, member) != null) {
        throw member.invalid("property appears twice");
      }
    }
    kind = Kind.OBJECT;
    members = Collections.unmodifiableMap(all);
  }

  private void readItems(JsonParser parser, int depth) {
    List<Json> all = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Json item = new Json(this, all.size(), parser.currentTokenLocation());
      item.readValue(parser, depth + 1);
      all.add(item);
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
    if (!WHOLE.matcher(text).matches()) {
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
    return new InvalidJsonException(path(), location, problem, null);
  }

  InvalidJsonException invalid(RuntimeException cause) {
    String words = cause.getMessage();
    String problem = cause instanceof NullPointerException ? words + " is missing" : words;
    return new InvalidJsonException(path(), location, problem, cause);
  }
}
