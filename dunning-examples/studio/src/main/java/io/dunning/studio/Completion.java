package io.dunning.studio;

import io.dunning.action.DunningAction;
import io.dunning.json.policy.PolicyFiles;
import io.dunning.policy.Condition;
import io.dunning.policy.Trigger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What can be written at the cursor: keys and values of the schema of policy files, and the
 * sentences of conditions, triggers and actions. Immutable and thread-safe.
 */
final class Completion {
  private static final int MOST = 60;
  private static final Pattern STEP =
      Pattern.compile("(?m)^\\s*(?:- +)?step: *[\"']?([^\"'#\\n]+)");
  private static final Pattern POLICY =
      Pattern.compile("(?m)^\\s*(?:- +)?policy: *[\"']?([^\"'#\\n]+)");

  /** The last word of a condition that another condition may follow. */
  private static final Pattern JOINED = Pattern.compile(".*(?:\\b(?:and|or|not)\\s+|\\()\\s*");

  private final KeySchema schema = new KeySchema();
  private final Map<Kind, List<String>> sentences = new LinkedHashMap<>();

  /** Rules that are written as sentences; a key is of the kind that its examples can be read as. */
  private enum Kind {
    ACTION(DunningAction::parse),
    TRIGGER(Trigger::parse),
    CONDITION(Condition::parse);

    private final Consumer<String> parse;

    Kind(Consumer<String> parse) {
      this.parse = parse;
    }

    boolean reads(String text) {
      try {
        parse.accept(text);
        return true;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }

  /**
   * Something that can be written.
   *
   * @param text what stands in the list, and is matched with what was typed
   * @param insert what is put in place of what was typed
   * @param about what it means; empty if that is not known
   */
  record Item(String text, String insert, String about) {}

  /**
   * What can be written.
   *
   * @param typed how many characters before the cursor an item takes the place of
   * @param items the best first
   */
  record Found(int typed, List<Item> items) {}

  Completion() {
    for (String line : resource().lines().toList()) {
      int space = line.indexOf(' ');
      Kind kind = Kind.valueOf(line.substring(0, space).toUpperCase(Locale.ROOT));
      sentences.computeIfAbsent(kind, k -> new ArrayList<>()).add(line.substring(space + 1));
    }
  }

  private static String resource() {
    try (InputStream in = Completion.class.getResourceAsStream("sentences.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What can be written at a place.
   *
   * @param line the line of the cursor, from 0
   * @param column the column of the cursor, from 0
   */
  Found at(String text, int line, int column) {
    Outline place = Outline.at(text, line, column);
    List<Item> all = new ArrayList<>();
    String typed = place.typed();
    if (!place.inValue()) {
      schema.keys(place.path()).forEach((key, node) -> addKey(all, place, key, node));
    }
    boolean quoted = typed.startsWith("\"") || typed.startsWith("'");
    if (place.inValue() || isItem(place)) {
      String words = quoted ? typed.substring(1) : typed;
      int from = clause(place, words);
      typed = words.substring(from);
      values(all, place, text);
    }
    return new Found(typed.length(), best(all, typed));
  }

  private static boolean isItem(Outline place) {
    List<String> path = place.path();
    return !path.isEmpty() && path.get(path.size() - 1).equals(Outline.ITEM);
  }

  private void addKey(List<Item> all, Outline place, String key, JsonNode node) {
    if (!place.siblings().contains(key)) {
      String insert = key + (schema.isShort(node) ? ": " : ":");
      all.add(new Item(key, insert, node.path("description").asString("")));
    }
  }

  /** Where the part of a condition begins that is being written. */
  private int clause(Outline place, String words) {
    if (!kinds(place).contains(Kind.CONDITION)) {
      return 0;
    }
    for (int i = words.length(); i > 0; i--) {
      if (JOINED.matcher(words.substring(0, i)).matches()) {
        return i;
      }
    }
    return 0;
  }

  private List<Kind> kinds(Outline place) {
    List<Kind> found = new ArrayList<>();
    for (JsonNode each : schema.at(place.path())) {
      for (JsonNode example : inner(each).path("examples")) {
        for (Kind kind : Kind.values()) {
          if (!found.contains(kind) && kind.reads(example.asString(""))) {
            found.add(kind);
          }
        }
      }
    }
    return found;
  }

  /** A list whose items are written as one value. */
  private static JsonNode inner(JsonNode node) {
    return node.has("items") && !node.get("items").has("properties") ? node.get("items") : node;
  }

  private void values(List<Item> all, Outline place, String text) {
    String about = "";
    for (JsonNode each : schema.at(place.path())) {
      about = about.isEmpty() ? each.path("description").asString("") : about;
      JsonNode node = inner(each);
      for (String name : List.of("enum", "examples")) {
        for (JsonNode value : node.path(name)) {
          add(all, value.asString(""), name.equals("enum") ? "" : "for example");
        }
      }
    }
    for (Kind kind : kinds(place)) {
      sentences.get(kind).forEach(s -> add(all, s, kind.name().toLowerCase(Locale.ROOT)));
      if (kind == Kind.TRIGGER) {
        names(STEP, text).forEach(s -> add(all, "14 days after " + s, "trigger"));
      }
    }
    String key = lastKey(place);
    if (key.equals("before") || key.equals("after")) {
      names(STEP, text).forEach(s -> add(all, s, "step"));
    }
    if (key.equals("extends") || key.equals("default policy")) {
      names(POLICY, text).forEach(s -> add(all, s, "policy of this file"));
      PolicyFiles.shippedNames().forEach(s -> add(all, s, "shipped policy"));
    }
  }

  private static String lastKey(Outline place) {
    String last = "";
    for (String each : place.path()) {
      last = each.equals(Outline.ITEM) ? last : each;
    }
    return last;
  }

  private static void add(List<Item> all, String text, String about) {
    if (!text.isEmpty() && all.stream().noneMatch(i -> i.text.equals(text))) {
      all.add(new Item(text, text, about));
    }
  }

  private static List<String> names(Pattern key, String text) {
    List<String> found = new ArrayList<>();
    Matcher each = key.matcher(text);
    while (each.find() && found.size() < MOST) {
      found.add(each.group(1).strip());
    }
    return found;
  }

  /** What begins as it was typed comes first, then what contains it. */
  private static List<Item> best(List<Item> all, String typed) {
    String lower = typed.toLowerCase(Locale.ROOT);
    List<Item> begins = new ArrayList<>();
    List<Item> contains = new ArrayList<>();
    for (Item each : all) {
      String text = each.text.toLowerCase(Locale.ROOT);
      if (text.startsWith(lower)) {
        begins.add(each);
      } else if (text.contains(lower)) {
        contains.add(each);
      }
    }
    begins.addAll(contains);
    return List.copyOf(begins.subList(0, Math.min(MOST, begins.size())));
  }
}
