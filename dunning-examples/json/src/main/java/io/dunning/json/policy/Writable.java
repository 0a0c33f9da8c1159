package io.dunning.json.policy;

import io.dunning.json.policy.Node.Entry;
import io.dunning.json.policy.Node.Listing;
import io.dunning.json.policy.Node.Mapping;
import io.dunning.json.policy.Node.Scalar;

/** Refuses to write what could not be read again. */
final class Writable {
  private Writable() {}

  /** The part itself; throws an IllegalArgumentException if a text in it cannot be read again. */
  static Node checked(Node node) {
    if (node instanceof Scalar scalar) {
      check(scalar.text());
    } else if (node instanceof Listing list) {
      list.items().forEach(Writable::checked);
    } else if (node instanceof Mapping mapping) {
      for (Entry each : mapping.entries()) {
        check(each.key());
        checked(each.value());
      }
    }
    return node;
  }

  private static void check(String text) {
    if (text.length() > TreeReader.LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "a policy file cannot hold a text of more than "
              + TreeReader.LONGEST_TEXT
              + " characters: "
              + Problems.shown(text));
    }
    if (hasHalfCharacter(text)) {
      throw new IllegalArgumentException(
          "a policy file cannot hold half of a character: " + Problems.shown(text));
    }
  }

  /** Whether a text holds half of a character. */
  static boolean hasHalfCharacter(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
