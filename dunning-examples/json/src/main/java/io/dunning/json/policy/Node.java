package io.dunning.json.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A part of a file, and where it stands. */
sealed interface Node {
  Place place();

  /** What the part is, in words for messages. */
  String kind();

  /** What a scalar looks like where its quotes do not matter. */
  enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    EMPTY
  }

  /**
   * A text, a number, true or false, or nothing.
   *
   * @param shift how many columns after its place its text stands letter by letter; -1 if it does
   *     not
   */
  record Scalar(String text, Kind form, Place place, int shift) implements Node {
    Scalar(String text, Kind form, Place place) {
      this(text, form, place, -1);
    }

    /** The place of a letter of the text, as far as it is known. */
    Place placeOf(int letter) {
      if (shift < 0 || letter > text.length()) {
        return place;
      }
      int columns = shift + text.codePointCount(0, letter);
      return new Place(place.file(), place.line(), place.column() + columns);
    }

    boolean isEmpty() {
      return form == Kind.EMPTY;
    }

    @Override
    public String kind() {
      return switch (form) {
        case TEXT -> "a text";
        case NUMBER -> "a number";
        case FLAG -> text;
        case EMPTY -> "nothing";
      };
    }
  }

  /** A list. */
  record Listing(List<Node> items, Place place) implements Node {
    public Listing {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A key and its value. */
  record Entry(String key, Place place, Node value) {}

  /** Keys with values, in the order of the file; a key may stand twice. */
  record Mapping(List<Entry> entries, Place place) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "a group of keys";
    }

    Optional<Node> get(String key) {
      return entries.stream().filter(e -> e.key().equals(key)).map(Entry::value).findFirst();
    }

    boolean has(String key) {
      return get(key).isPresent();
    }

    /** This group without some keys. */
    Mapping without(List<String> keys) {
      return new Mapping(entries.stream().filter(e -> !keys.contains(e.key())).toList(), place);
    }
  }

  static Node text(String text) {
    return new Scalar(text, Kind.TEXT, Place.NONE);
  }

  static Node number(long number) {
    return new Scalar(Long.toString(number), Kind.NUMBER, Place.NONE);
  }

  static Node flag(boolean flag) {
    return new Scalar(Boolean.toString(flag), Kind.FLAG, Place.NONE);
  }

  static Node list(List<Node> items) {
    return new Listing(items, Place.NONE);
  }

  static Entry entry(String key, Node value) {
    return new Entry(key, Place.NONE, value);
  }

  static Mapping mapping(Entry... entries) {
    return new Mapping(List.of(entries), Place.NONE);
  }

  static Mapping mapping(List<Entry> entries) {
    return new Mapping(new ArrayList<>(entries), Place.NONE);
  }
}
