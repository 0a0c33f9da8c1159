package io.dunning.letters;

import io.dunning.charge.StatutoryInterest;
import java.util.HashMap;
import java.util.Map;

/** The legal ground of a charge as a language cites it. */
final class Grounds {
  private static final Map<String, String> IDS = ids();

  private Grounds() {}

  private static Map<String, String> ids() {
    Map<String, String> ids = new HashMap<>();
    StatutoryInterest.shipped().forEach((id, law) -> ids.put(law.source(), id));
    return ids;
  }

  /**
   * The phrase for the law, or else the source as the rule gives it. The section about the fixed
   * sum is another one than that about interest.
   */
  static String words(LetterItem.Charge charge, Phrases phrases) {
    String source = charge.ground();
    String law = "ground." + IDS.getOrDefault(source, "");
    String section = law + "." + charge.kind();
    String key = phrases.has(section) ? section : law;
    return phrases.has(key) ? phrases.text(key) : PlainText.line(source, Values.LONGEST);
  }
}
