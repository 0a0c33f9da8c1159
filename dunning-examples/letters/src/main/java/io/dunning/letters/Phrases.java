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

  /** Grounds are shown as the law is cited if a language has no phrase for them. */
  private static final String OPTIONAL = "ground.";

  private static final Map<String, String> ENGLISH = shipped(MODEL).orElseThrow();
  private static final Set<String> PLACES = places();

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

  private static Set<String> places() {
    Set<String> all = new TreeSet<>();
    ENGLISH.values().forEach(v -> PLACE.matcher(v).results().forEach(m -> all.add(m.group(1))));
    return all;
  }

  /** Refuses phrases that miss one, or that name something nobody fills in; says all of it. */
  private void check() {
    List<String> faults = new ArrayList<>();
    for (String key : new TreeSet<>(ENGLISH.keySet())) {
      if (!key.startsWith(OPTIONAL) && find(key).isEmpty()) {
        faults.add("phrase is missing in " + language + ": " + key);
      }
    }
    for (String key : new TreeSet<>(texts.keySet())) {
      Matcher places = PLACE.matcher(texts.get(key));
      while (places.find()) {
        if (!PLACES.contains(places.group(1))) {
          faults.add(
              "phrase "
                  + key
                  + " in "
                  + language
                  + " names something that nobody fills in: {"
                  + places.group(1)
                  + "}");
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
  }

  /** A phrase; one with a tone gives way to the one without. */
  private Optional<String> find(String key) {
    String found = texts.get(key);
    if (found == null && key.endsWith(".final")) {
      found = texts.get(key.substring(0, key.length() - ".final".length()) + ".firm");
    }
    int dot = key.lastIndexOf('.');
    if (found == null && dot > 0 && isTone(key.substring(dot + 1))) {
      found = texts.get(key.substring(0, dot));
    }
    return Optional.ofNullable(found);
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
