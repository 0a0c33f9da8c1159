package io.dunning.letters;

import io.dunning.action.DunningAction;
import io.dunning.action.Tone;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a letter is for. Prints in lower case: {@code settlement offer}. */
public enum LetterKind {
  /** A friendly word that an invoice may have been forgotten, or falls due soon. */
  REMINDER(Tone.FRIENDLY),
  /** A formal notice. */
  NOTICE(Tone.NEUTRAL),
  /** The last word before others are involved. */
  DEMAND(Tone.FIRM),
  /** An offer to take less than is owed. */
  SETTLEMENT_OFFER(Tone.NEUTRAL),
  /** A proposal to pay in instalments. */
  PLAN_PROPOSAL(Tone.NEUTRAL),
  /** A short word that a promise to pay was noted. */
  PROMISE_CONFIRMATION(Tone.FRIENDLY),
  /** Thanks for a payment. */
  THANKS(Tone.FRIENDLY);

  private final Tone usual;

  LetterKind(Tone usual) {
    this.usual = usual;
  }

  /** {@return the tone of such a letter if its step sets none} */
  public Tone usualTone() {
    return usual;
  }

  /**
   * The kind of letter that some actions ask for. Of several, an offer goes before a message. A
   * message without a form of its own, as in place of a call, is a notice.
   *
   * @param actions the actions of a step
   * @return the kind; empty if none of the actions is written, such as a call
   */
  public static Optional<LetterKind> of(List<DunningAction> actions) {
    return actions.stream()
        .flatMap(each -> ActionMeaning.of(each).letter().stream())
        .max(Comparator.comparing(LetterKind::rank));
  }

  private int rank() {
    return this == THANKS ? -1 : ordinal(); // thanks beside a demand are no thanks
  }

  /** {@return the name in phrases and file names, such as {@code settlement-offer}} */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Such as {@code settlement offer}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
