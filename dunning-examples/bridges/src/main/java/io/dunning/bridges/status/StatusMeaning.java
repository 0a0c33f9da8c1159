package io.dunning.bridges.status;

import java.util.Objects;

/**
 * What a code of a status, or of its reason, means.
 *
 * @param scheme the list that the code belongs to, such as {@code FR-CDV} or {@code PEPPOL-REASON}
 * @param code the code, such as {@code 207} or {@code PRI}
 * @param name what it says, in English or with an English gloss
 * @param effect what it comes to for a ledger: a proposal of this library
 * @param whyNothing why it comes to nothing; empty text if it comes to something
 * @param note what to know about it; empty text if nothing
 * @param source where that was read
 * @param confidence {@code verified} if it was read in the source itself, {@code
 *     verified-secondary} if somebody else says so
 */
public record StatusMeaning(
    String scheme,
    String code,
    String name,
    StatusEffect effect,
    String whyNothing,
    String note,
    String source,
    String confidence) {

  /**
   * A meaning.
   *
   * @param scheme the list that the code belongs to
   * @param code the code
   * @param name what it says
   * @param effect what it comes to for a ledger
   * @param whyNothing why it comes to nothing
   * @param note what to know about it
   * @param source where that was read
   * @param confidence how sure that is
   */
  public StatusMeaning {
    Objects.requireNonNull(scheme, "scheme");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(effect, "effect");
    Objects.requireNonNull(whyNothing, "whyNothing");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(confidence, "confidence");
  }
}
