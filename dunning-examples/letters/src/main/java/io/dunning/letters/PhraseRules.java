package io.dunning.letters;

import io.dunning.charge.StatutoryInterest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which phrases a language needs, and what each can name: what the English phrase names, and what
 * every letter has. So a fault is found when the phrases are loaded, and not with the first letter
 * that does not have what a phrase names.
 */
final class PhraseRules {
  private static final String GROUND = "ground.";
  private static final String MONEY = "money.";
  private static final String FIRST = "date.first";

  /** Which notice it is. */
  static final String ORDINAL = "notice-ordinal";

  /** That the customer is in default, where that is a term of law. */
  static final String DEFAULT = "in-default";

  /** The beginnings of keys that can have a tone at their end. */
  private static final List<String> TONED =
      List.of("subject", "opening", "request", "salutation", "closing", "consequence.");

  /** What every letter has. */
  private static final Set<String> ALWAYS =
      Set.of(
          "name",
          "you",
          "customer",
          "sender",
          "reference",
          "date",
          "client",
          "clientaddress",
          "address",
          "customeraddress",
          "authority",
          "person",
          "email",
          "phone",
          "invoices",
          "title",
          "title-capital",
          "nth",
          "amount",
          "debt",
          "contact",
          "unless");

  /** The beginnings of keys that are sentences of the letter, and can name what it has. */
  private static final List<String> SENTENCES =
      List.of(
          "subject",
          "opening",
          "request",
          "salutation",
          "signature.",
          "closing",
          "help",
          "notice.",
          "sms",
          "settlement.",
          DEFAULT,
          "plan.accept",
          "plan.interest",
          "earlier",
          "terms.",
          "disputed.",
          "apart.",
          "credits.",
          "consequence.");

  private static final Map<String, String> ENGLISH = Phrases.shipped(Phrases.MODEL);

  /** What the English phrases of a key name, whatever its tone. */
  private static final Map<String, Set<String>> NAMED = named();

  private final String language;
  private final List<String> faults = new ArrayList<>();

  PhraseRules(String language) {
    this.language = language;
  }

  private static Map<String, Set<String>> named() {
    Map<String, Set<String>> all = new HashMap<>();
    ENGLISH.forEach(
        (key, text) ->
            all.computeIfAbsent(Phrases.withoutTone(key), k -> new HashSet<>())
                .addAll(Phrases.places(text)));
    return all;
  }

  /** What is wrong with the phrases of the host, and what is missing in all of them. */
  List<String> faults(Map<String, String> host, Phrases all) {
    for (String key : new TreeSet<>(ENGLISH.keySet())) {
      if (!isOptional(key) && !all.has(key)) {
        faults.add("phrase is missing in " + language + ": " + key);
      }
    }
    Map<String, String> shipped = Phrases.shipped(language); // none for a region
    for (String key : new TreeSet<>(shipped.keySet())) {
      check(key, shipped.get(key));
    }
    for (String key : new TreeSet<>(host.keySet())) {
      check(key, host.get(key));
    }
    return faults;
  }

  private void check(String key, String text) {
    if (!isKnown(key)) {
      faults.add("no letter has such a phrase in " + language + ": " + key);
      return;
    }
    Set<String> allowed =
        key.startsWith(MONEY) || key.equals(ORDINAL)
            ? Set.of("number")
            : NAMED.getOrDefault(Phrases.withoutTone(key), Set.of());
    boolean sentence = SENTENCES.stream().anyMatch(key::startsWith);
    for (String place : new TreeSet<>(Phrases.places(text))) {
      if (!allowed.contains(place) && !(sentence && ALWAYS.contains(place))) {
        faults.add(fault(key, "names something that nobody fills in: {" + place + "}"));
      }
    }
    String rest = Phrases.PLACE.matcher(text).replaceAll("");
    if (rest.contains("{") || rest.contains("}")) {
      faults.add(fault(key, "has a brace without its counterpart: " + text));
    }
    if (key.equals("region") && !Countries.isCode(text)) {
      faults.add(fault(key, "is no country code of ISO 3166-1: " + text));
    }
  }

  private String fault(String key, String what) {
    return "phrase " + key + " in " + language + " " + what;
  }

  /**
   * Whether a language can go without: a law is then shown as it is cited, an amount and the first
   * day of a month as the JDK writes them; notices have no number, and nobody is said to be in
   * default.
   */
  private static boolean isOptional(String key) {
    return key.startsWith(GROUND)
        || key.startsWith(MONEY)
        || Set.of(FIRST, ORDINAL, DEFAULT).contains(key);
  }

  private static boolean isKnown(String key) {
    String base = Phrases.withoutTone(key);
    boolean toned = TONED.stream().anyMatch(key::startsWith) && !base.endsWith(".may");
    boolean law =
        !key.startsWith(GROUND)
            || StatutoryInterest.shipped().containsKey(key.substring(GROUND.length()));
    return ENGLISH.containsKey(key) || isOptional(key) && law || toned && NAMED.containsKey(base);
  }
}
