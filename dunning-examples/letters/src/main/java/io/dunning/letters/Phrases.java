package io.dunning.letters;

import io.dunning.action.Tone;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The phrases of one language, complete and checked. All that the host says goes before all that
 * ships, so that a phrase of the host without a tone goes before a shipped one with a tone.
 */
final class Phrases {
  static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");
  static final String MODEL = "en";

  private final String language;
  private final List<Map<String, String>> host;
  private final List<Map<String, String>> shipped;

  private Phrases(
      String language, List<Map<String, String>> host, List<Map<String, String>> shipped) {
    this.language = language;
    this.host = List.copyOf(host);
    this.shipped = shipped;
  }

  /**
   * The phrases of a language: those of the host's files, and for the rest those that ship.
   *
   * @param name the language, such as {@code de}, or language and region: {@code de_CH}, whose
   *     phrases go before those of the language
   * @param folder the host's folder; null without one
   * @throws IllegalArgumentException if something is wrong with them; the message says all of it
   */
  static Phrases load(String name, Path folder) {
    String language = name.replaceAll("_.*", "");
    List<Map<String, String>> host = new ArrayList<>();
    if (!language.equals(name)) {
      host.add(ofHost(name, folder));
    }
    host.add(ofHost(language, folder));
    Phrases phrases = new Phrases(name, host, List.of(shipped(language)));
    List<String> faults = new PhraseRules(name).faults(host.get(0), phrases);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
    return phrases;
  }

  private static Map<String, String> ofHost(String name, Path folder) {
    Path file = folder == null ? null : folder.resolve("phrases_" + name + ".properties");
    return file != null && Files.exists(file)
        ? read(file.toString(), HostFiles.text(file))
        : Map.of();
  }

  /** The phrases of a language that ship; none for other languages. */
  static Map<String, String> shipped(String language) {
    String name = "phrases_" + language + ".properties";
    try (InputStream in = Phrases.class.getResourceAsStream(name)) {
      return in == null ? Map.of() : read(name, HostFiles.text(name, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> read(String name, String text) {
    Properties all = new Properties();
    try {
      all.load(new StringReader(text));
    } catch (IllegalArgumentException | IOException e) {
      throw new IllegalArgumentException(
          "phrases cannot be read: "
              + name
              + ": "
              + e.getMessage()
              + "\nMaybe write \\\\ for a backslash.",
          e);
    }
    Map<String, String> texts = new HashMap<>();
    all.forEach((k, v) -> texts.put(k.toString(), v.toString().strip()));
    return Map.copyOf(texts);
  }

  /** The phrase of the host, or else the one that ships. */
  private Optional<String> find(String key) {
    return find(host, key).or(() -> find(shipped, key));
  }

  private static Optional<String> find(List<Map<String, String>> files, String key) {
    return files.stream().flatMap(texts -> find(texts, key).stream()).findFirst();
  }

  /** A phrase; one with a tone gives way to the one without. */
  private static Optional<String> find(Map<String, String> texts, String key) {
    String found = texts.get(key);
    if (found == null && key.endsWith(".final")) {
      found = texts.get(key.substring(0, key.length() - ".final".length()) + ".firm");
    }
    return Optional.ofNullable(found == null ? texts.get(withoutTone(key)) : found);
  }

  /** The key without the tone at its end; the key itself if it has none. */
  static String withoutTone(String key) {
    for (Tone each : Tone.values()) {
      if (key.endsWith("." + each)) {
        return key.substring(0, key.length() - each.toString().length() - 1);
      }
    }
    return key;
  }

  /** The places that a phrase has filled in. */
  static Set<String> places(String phrase) {
    Set<String> places = new HashSet<>();
    Matcher matcher = PLACE.matcher(phrase);
    while (matcher.find()) {
      places.add(matcher.group(1));
    }
    return places;
  }

  /** The language and the region that its amounts and dates follow, if the host names no region. */
  Locale locale() {
    String bare = language.replaceAll("_.*", "");
    return new Locale.Builder().setLanguage(bare).setRegion(find("region").orElse("")).build();
  }

  boolean has(String key) {
    return find(key).isPresent();
  }

  /** Whether a phrase has words of its own in a tone, or is the host's. */
  boolean isToned(String key, Tone tone) {
    return find(host, key).isPresent()
        || shipped.stream().anyMatch(texts -> isToned(texts, key, tone));
  }

  private static boolean isToned(Map<String, String> texts, String key, Tone tone) {
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
