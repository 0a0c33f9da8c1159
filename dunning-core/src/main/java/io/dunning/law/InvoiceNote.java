package io.dunning.law;

import java.util.Objects;

/**
 * A note of an electronic invoice: its subject code and its text (BT-21 and BT-22 of EN 16931). In
 * the syntax CII the code stands beside the text ({@code IncludedNote/SubjectCode}); in UBL it
 * stands in front of it.
 *
 * @param code the subject code, such as {@code PMD}
 * @param text the text
 */
public record InvoiceNote(String code, String text) {
  /**
   * A note.
   *
   * @param code the subject code
   * @param text the text
   */
  public InvoiceNote {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(text, "text");
  }

  /** {@return the note as UBL writes it, such as {@code #AAB#Escompte ...}} */
  public String ubl() {
    return "#" + code + "#" + text;
  }

  /** Such as {@code AAB: Escompte ...}. */
  @Override
  public String toString() {
    return code + ": " + text;
  }
}
