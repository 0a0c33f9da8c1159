package io.dunning.json.policy;

import io.dunning.json.policy.Node.Entry;
import io.dunning.json.policy.Node.Kind;
import io.dunning.json.policy.Node.Listing;
import io.dunning.json.policy.Node.Mapping;
import io.dunning.json.policy.Node.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads a file into small trees with places, one for each document in it. A file is read once, from
 * front to back, and not further than the first thing that makes it unreadable. What could make it
 * grow while it is read (anchors and aliases) is refused.
 */
final class TreeReader {
  /** The longest file, in characters. */
  static final int LONGEST = 1_000_000;

  private static final int DEEPEST = 20;
  private static final int MOST_PARTS = 100_000;
  private static final int MOST_LINES = 100_000;

  /** The longest text or key, in characters. */
  static final int LONGEST_TEXT = 20_000;

  /** Texts without quotes that YAML takes for no value. */
  private static final Set<String> NOTHING = Set.of("~", "null", "Null", "NULL");

  /** The lines of a message that say what is wrong, not where. */
  private static final Pattern SAYS_WHAT =
      Pattern.compile("^(found|expected|mapping values|could not|unexpected|Unexpected|Duplicate)");

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(200)
          .maxStringLength(LONGEST)
          .maxNumberLength(LONGEST)
          .maxNameLength(LONGEST)
          .build();
  private static final TokenStreamFactory YAML =
      YAMLFactory.builder()
          .streamReadConstraints(LIMITS)
          .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .loadSettings(
              LoadSettings.builder()
                  .setCodePointLimit(LONGEST + 1)
                  .setAllowDuplicateKeys(true)
                  .build())
          .build();
  private static final TokenStreamFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(LIMITS)
          .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final String file;
  private final Problems problems;
  private final String text;
  private final JsonParser parser;
  private int[] characters;
  private int parts;

  private TreeReader(String file, String text, JsonParser parser, Problems problems) {
    this.file = file;
    this.text = text;
    this.parser = parser;
    this.problems = problems;
  }

  /** Thrown once a problem makes the rest of a file unreadable; the problem is recorded. */
  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable() {
      super(null, null, false, false);
    }
  }

  /** The documents of a file; what is wrong is added to the problems. */
  static List<Node> read(String file, String text, Problems problems) {
    Place start = new Place(file, 1, 1);
    if (text.length() > LONGEST) {
      problems.add(
          start,
          "",
          "is too long to be a policy file: " + text.length() + " characters",
          "at most " + LONGEST + "; split it into several files");
      return List.of();
    }
    if (text.lines().count() > MOST_LINES) {
      problems.add(
          start, "", "has more than " + MOST_LINES + " lines", "split it into several files");
      return List.of();
    }
    if (hasHalfCharacter(file, text, problems)) {
      return List.of();
    }
    boolean json = text.stripLeading().startsWith("{") || file.endsWith(".json");
    List<Node> documents = new ArrayList<>();
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    try (JsonParser parser = (json ? JSON : YAML).createParser(ObjectReadContext.empty(), plain)) {
      TreeReader reader = new TreeReader(file, plain, parser, problems);
      reader.documents(documents);
      if (!json) {
        AnchorsAndTags.refuse(file, plain, problems);
      }
    } catch (Unreadable e) {
      // recorded
    } catch (JacksonException e) {
      unreadable(file, plain, json ? "JSON" : "YAML", e, problems);
    }
    return documents;
  }

  /** Half of a character comes from a file that was cut or damaged; no parser is asked about it. */
  private static boolean hasHalfCharacter(String file, String text, Problems problems) {
    Optional<Place> place =
        placeOf(file, text, c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    place.ifPresent(p -> problems.add(p, "", "has half of a character", ""));
    return place.isPresent();
  }

  private static void unreadable(
      String file, String text, String language, JacksonException e, Problems problems) {
    Place place = placeOf(file, text, e);
    String what = e.getOriginalMessage();
    List<String> lines = what == null ? List.of() : what.lines().map(String::strip).toList();
    String first =
        lines.stream()
            .filter(l -> SAYS_WHAT.matcher(l).find())
            .findFirst()
            .orElse(lines.isEmpty() ? "it ends too early" : lines.get(0));
    String said =
        first
            .replaceAll(" \\((for|Do not).*|, but found.*|: [^:]*\\(java\\..*", "")
            .replaceAll("^Version.major=(\\d+), minor=(\\d+).*", "version $1.$2 is not known");
    problems.add(
        place,
        "",
        "cannot be read as " + language + ": " + Problems.shown(said),
        advice(what == null ? "" : what));
  }

  /** Where a file cannot be read: where the parser of YAML found it, if it says so. */
  private static Place placeOf(String file, String text, JacksonException e) {
    if (e.getCause() instanceof ReaderException) {
      return placeOf(file, text, c -> !StreamReader.isPrintable(c)).orElse(new Place(file, 1, 1));
    }
    if (e.getCause() instanceof MarkedYamlEngineException marked
        && marked.getProblemMark().isPresent()) {
      // a quote that never ends is wrong where it begins
      Mark end = marked.getProblemMark().get();
      boolean atEnd = end.getIndex() >= text.codePointCount(0, text.length());
      Mark mark = atEnd ? marked.getContextMark().orElse(end) : end;
      return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
    TokenStreamLocation at = e.getLocation();
    return at == null
        ? new Place(file, 1, 1)
        : new Place(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }

  /** Where the first character of a kind stands. */
  private static Optional<Place> placeOf(String file, String text, IntPredicate kind) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      if (kind.test(c)) {
        return Optional.of(new Place(file, line, column));
      }
      i += Character.charCount(c) - 1;
      column = c == '\n' ? 1 : column + 1;
      line = c == '\n' ? line + 1 : line;
    }
    return Optional.empty();
  }

  /** What is usually wrong where YAML says this. */
  private static String advice(String what) {
    if (what.contains("mapping values are not allowed")) {
      return "a line is indented too far, or a text with \": \" in it needs quotes";
    }
    if (what.contains("cannot start any token")) {
      return "a tab indents a line, or a text needs quotes; indent with spaces";
    }
    if (what.contains("<block end>")) {
      return "the keys of a group do not begin in one column";
    }
    return what.contains("quoted scalar") ? "a quote is missing" : "";
  }

  private void documents(List<Node> documents) {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      documents.add(node(token, "", 0));
    }
  }

  private Place place() {
    TokenStreamLocation at = parser.currentTokenLocation();
    return new Place(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }

  private Unreadable refuse(String path, String what, String advice) {
    problems.add(place(), path, what, advice);
    return new Unreadable();
  }

  private void count(String path, int depth) {
    if (++parts > MOST_PARTS) {
      throw refuse("", "has more than " + MOST_PARTS + " parts", "split it into several files");
    }
    if (depth > DEEPEST) {
      throw refuse(path, "is nested more than " + DEEPEST + " deep", "");
    }
    if (parser instanceof YAMLParser yaml
        && (yaml.isCurrentAlias() || yaml.getObjectId() != null)) {
      throw refuse(
          path, "is an anchor or an alias, which a policy file cannot have", "write it out");
    }
  }

  private Node node(JsonToken token, String path, int depth) {
    count(path, depth);
    return switch (token) {
      case START_OBJECT -> mapping(path, depth);
      case START_ARRAY -> list(path, depth);
      case VALUE_STRING -> scalar(path, Kind.TEXT);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(path, Kind.NUMBER);
      case VALUE_TRUE, VALUE_FALSE -> scalar(path, Kind.FLAG);
      case VALUE_NULL -> scalar(path, Kind.EMPTY);
      default -> throw refuse(path, "cannot stand in a policy file", "");
    };
  }

  private Scalar scalar(String path, Kind kind) {
    Place place = place();
    if (kind == Kind.EMPTY) {
      return isQuoted() ? new Scalar("", Kind.TEXT, place) : new Scalar("", kind, place);
    }
    String value = readable(parser.getString(), path);
    int shift = shift(value);
    boolean nothing = kind == Kind.TEXT && shift == 0 && NOTHING.contains(value);
    return nothing ? new Scalar("", Kind.EMPTY, place) : new Scalar(value, kind, place, shift);
  }

  private String readable(String text, String path) {
    if (text.length() > LONGEST_TEXT) {
      throw refuse(
          path,
          "is too long: " + text.length() + " characters",
          "at most " + LONGEST_TEXT + " characters");
    }
    if (Writable.hasHalfCharacter(text)) {
      throw refuse(path, "has half of a character", "");
    }
    return text;
  }

  /** The place in the text at which a part of a YAML file begins; -1 for other files. */
  private int start() {
    if (!(parser instanceof YAMLParser)) {
      return -1;
    }
    if (characters == null) {
      characters = text.codePoints().toArray();
    }
    return (int) parser.currentTokenLocation().getCharOffset();
  }

  private boolean isQuote(int at) {
    boolean within = at >= 0 && at < characters.length;
    return within && (characters[at] == '"' || characters[at] == '\'');
  }

  /** Whether what counts as no value is a text without characters. */
  private boolean isQuoted() {
    return isQuote(start());
  }

  /**
   * How many columns after its start a text stands as it is; -1 if it is written in another way.
   */
  private int shift(String value) {
    int start = start();
    if (start < 0) {
      return -1;
    }
    int shift = isQuote(start) ? 1 : 0;
    int at = start + shift;
    for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
      if (at >= characters.length || characters[at++] != value.codePointAt(i)) {
        return -1;
      }
    }
    return shift;
  }

  private Listing list(String path, int depth) {
    Place place = place();
    List<Node> items = new ArrayList<>();
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      items.add(node(token, path + "[" + (items.size() + 1) + "]", depth + 1));
    }
    return new Listing(items, place);
  }

  private Mapping mapping(String path, int depth) {
    Place place = place();
    List<Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (JsonToken token = next(); token != JsonToken.END_OBJECT; token = next()) {
      String key = readable(parser.currentName(), path);
      Place at = place();
      if (entries.isEmpty() && parser instanceof YAMLParser) {
        place = at;
      }
      String inner = Problems.inner(path, key);
      Node value = node(next(), inner, depth + 1);
      if (keys.add(key)) {
        entries.add(new Entry(key, at, value));
      } else {
        problems.add(at, inner, "stands twice", "keep one of the two");
      }
    }
    return new Mapping(entries, place);
  }

  private JsonToken next() {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw refuse("", "ends too early", "");
    }
    return token;
  }
}
