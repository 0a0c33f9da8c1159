package io.dunning.letters;

import io.dunning.action.Tone;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The phrases of one language, complete and checked. */
final class Phrases {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");
  private static final String MODEL = "en";

  /**
   * What a language can go without: a law is then shown as it is cited, an amount and the first day
   * of a month as the JDK writes them.
   */
  private static final List<String> OPTIONAL = List.of("ground.", "money.", "date.");

  /** What every letter can fill in, so that each phrase may name it. */
  private static final List<String> EVERYWHERE =
      List.of(
          "name",
          "customer",
          "sender",
          "reference",
          "date",
          "person",
          "email",
          "phone",
          "you",
          "invoices",
          "title",
          "title-capital");

  private static final Map<String, String> ENGLISH = shipped(MODEL).orElseThrow();
  private static final Map<String, Set<String>> PLACES = places();

  private final String language;
  private final Map<String, String> texts;

  private Phrases(String language, Map<String, String> texts) {
    this.language = language;
    this.texts = texts;
  }

  /**
   * The phrases of a language: those of the host's file, and for the rest those that ship.
   *
   * @param folder the host's folder; null without one
   */
  static Phrases load(String language, Path folder) {
    Map<String, String> texts = new HashMap<>(shipped(language).orElse(Map.of()));
    if (folder != null) {
      Path file = folder.resolve("phrases_" + language + ".properties");
      if (Files.exists(file)) {
        try (Reader in = Files.newBufferedReader(file)) {
          texts.putAll(read(in));
        } catch (IOException e) {
          throw new UncheckedIOException("phrases cannot be read: " + file, e);
        }
      }
    }
    Phrases phrases = new Phrases(language, Map.copyOf(texts));
    phrases.check();
    return phrases;
  }

  private static Optional<Map<String, String>> shipped(String language) {
    try (InputStream in =
        Phrases.class.getResourceAsStream("phrases_" + language + ".properties")) {
      return in == null
          ? Optional.empty()
          : Optional.of(read(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> read(Reader in) throws IOException {
    Properties all = new Properties();
    all.load(in);
    Map<String, String> texts = new HashMap<>();
    all.forEach((k, v) -> texts.put(k.toString(), v.toString().strip()));
    return texts;
  }

  /** What each phrase can fill in, in any of its tones: what the English one names. */
  private static Map<String, Set<String>> places() {
    Map<String, Set<String>> all = new HashMap<>();
    ENGLISH.forEach(
        (key, text) -> {
          Set<String> places = all.computeIfAbsent(toneless(key), k -> new TreeSet<>(EVERYWHERE));
          PLACE.matcher(text).results().forEach(m -> places.add(m.group(1)));
        });
    return all;
  }

  private static boolean isOptional(String key) {
    return OPTIONAL.stream().anyMatch(key::startsWith);
  }

  /**
   * Refuses phrases that miss one, that nobody uses, or that name something nobody fills in; says
   * all of it.
   */
  private void check() {
    List<String> faults = new ArrayList<>();
    for (String key : new TreeSet<>(ENGLISH.keySet())) {
      if (!isOptional(key) && find(key).isEmpty()) {
        faults.add("phrase is missing in " + language + ": " + key);
      }
    }
    for (String key : new TreeSet<>(texts.keySet())) {
      Set<String> known = PLACES.get(toneless(key));
      if (known == null && !isOptional(key)) {
        faults.add("phrase in " + language + " is not one that letters use: " + key);
      } else if (!isOptional(key)) {
        PLACE
            .matcher(texts.get(key))
            .results()
            .map(m -> m.group(1))
            .filter(place -> !known.contains(place))
            .forEach(place -> faults.add(unfilled(key, place)));
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
  }

  private String unfilled(String key, String place) {
    return "phrase "
        + key
        + " in "
        + language
        + " names something that nobody fills in there: {"
        + place
        + "}";
  }

  private static String toneless(String key) {
    int dot = key.lastIndexOf('.');
    return dot > 0 && isTone(key.substring(dot + 1)) ? key.substring(0, dot) : key;
  }

  /** A phrase; one with a tone gives way to the one without. */
  private Optional<String> find(String key) {
    String found = texts.get(key);
    if (found == null && key.endsWith(".final")) {
      found = texts.get(key.substring(0, key.length() - ".final".length()) + ".firm");
    }
    return Optional.ofNullable(found == null ? texts.get(toneless(key)) : found);
  }

  private static boolean isTone(String word) {
    for (Tone each : Tone.values()) {
      if (each.toString().equals(word)) {
        return true;
      }
    }
    return false;
  }

  /** The language and the region that its amounts and dates follow, if the host names no region. */
  Locale locale() {
    return new Locale.Builder().setLanguage(language).setRegion(texts.get("region")).build();
  }

  String language() {
    return language;
  }

  boolean has(String key) {
    return find(key).isPresent();
  }

  /** Whether a phrase has words of its own in a tone. */
  boolean isToned(String key, Tone tone) {
    return texts.containsKey(key + "." + tone)
        || tone == Tone.FINAL && texts.containsKey(key + "." + Tone.FIRM);
  }

  /** Whether a phrase names a place. */
  boolean names(String key, String place) {
    return find(key).orElse("").contains("{" + place + "}");
  }

  /** A phrase without anything to fill in. */
  String text(String key) {
    return text(key, Map.of());
  }

  /** A phrase in a tone. */
  String text(String key, Tone tone, Map<String, String> values) {
    return text(key + "." + tone, values);
  }

  /** A phrase with its places filled in, once: what is filled in is never filled in again. */
  String text(String key, Map<String, String> values) {
    String phrase =
        find(key)
            .orElseThrow(
                () -> new IllegalStateException("phrase is missing in " + language + ": " + key));
    return PLACE
        .matcher(phrase)
        .replaceAll(m -> Matcher.quoteReplacement(value(key, m.group(1), values)));
  }

  private String value(String key, String place, Map<String, String> values) {
    String value = values.get(place);
    if (value == null) {
      throw new IllegalStateException(
          "phrase "
              + key
              + " in "
              + language
              + " names what this letter does not have: {"
              + place
              + "}");
    }
    return value;
  }
}
