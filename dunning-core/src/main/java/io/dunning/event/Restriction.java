package io.dunning.event;

import io.dunning.grammar.Grammar;
import java.util.List;
import java.util.Objects;

/** A state in which only steps that allow it may be taken. */
public enum Restriction {
  /** Insolvency proceedings are open. */
  INSOLVENCY("insolvent"),
  /** A moratorium gives the debtor time, by law or by order. */
  BREATHING_SPACE("in a breathing space"),
  /** The debtor asked not to be contacted any more. */
  CEASE_CONTACT("not to be contacted"),
  /** The debtor died. */
  DECEASED("deceased"),
  /** An agency or a court deals with the debt. */
  HANDED_OVER("handed over");

  private final String words;

  Restriction(String words) {
    this.words = words;
  }

  /**
   * Reads a restriction in the words that it prints; capital letters do not matter.
   *
   * @param text such as {@code handed over}
   * @return the restriction
   * @throws io.dunning.sentence.SentenceException if the text is no restriction
   */
  public static Restriction parse(String text) {
    return Words.RESTRICTIONS.parse(Objects.requireNonNull(text, "text"));
  }

  /** Made when first needed, after the constants. */
  private static final class Words {
    static final Grammar<Restriction> RESTRICTIONS = Grammar.of("a restriction", List.of(values()));
  }

  /** Such as {@code handed over}. */
  @Override
  public String toString() {
    return words;
  }
}
