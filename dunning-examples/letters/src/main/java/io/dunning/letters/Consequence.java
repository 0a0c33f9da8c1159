package io.dunning.letters;

import io.dunning.action.DunningAction;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the policy does next if nobody pays: the first later step of the simulated timeline that a
 * customer can be told about. Immutable and thread-safe.
 *
 * @param kind what happens
 * @param step the name of the step in the policy; letters do not show it
 * @param earliest the day on which the policy takes the step if nothing happens before
 * @param needsApproval whether a person still has to approve it, so that it may happen and no
 *     letter says that it will
 */
public record Consequence(Kind kind, String step, LocalDate earliest, boolean needsApproval) {

  /** What happens next. */
  public enum Kind {
    /** Another message. */
    MESSAGE,
    /** A call. */
    CALL,
    /** A visit. */
    VISIT,
    /** A demand. */
    DEMAND,
    /** No further deliveries or service. */
    STOP_SUPPLY,
    /** A collection agency takes over. */
    AGENCY,
    /** The creditor goes to court. */
    COURT;

    /** {@return whether it is more than words: no supplies, an agency, or a court} */
    public boolean isSevere() {
      return compareTo(STOP_SUPPLY) >= 0;
    }

    /** {@return the name in phrases, such as {@code stop-supply}} */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What some actions mean for the customer. Of several, the most severe is told.
   *
   * @param actions the actions of a step
   * @return what happens; empty for what is not announced, such as an offer or a write-off
   */
  static Optional<Kind> of(List<DunningAction> actions) {
    return actions.stream()
        .flatMap(each -> ActionMeaning.of(each).consequence().stream())
        .max(Comparator.naturalOrder());
  }
}
