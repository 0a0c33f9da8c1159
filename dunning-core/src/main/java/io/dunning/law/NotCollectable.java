package io.dunning.law;

import io.dunning.event.LedgerEvent;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A reason for which a debt may not be collected, of a closed list in a statute.
 *
 * @param reason its name, such as {@code DEATH_INHERITANCE_OPEN}
 * @param section where the statute says so
 * @param note when it applies
 * @param source who says so
 * @param confidence {@code verified} or {@code verified-secondary}
 */
public record NotCollectable(
    String reason, String section, String note, String source, String confidence) {
  /**
   * A reason.
   *
   * @param reason its name
   * @param section where the statute says so
   * @param note when it applies
   * @param source who says so
   * @param confidence how sure that is
   */
  public NotCollectable {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(confidence, "confidence");
  }

  /**
   * The event that keeps the debt from being collected from a day on: a hold without an end. It is
   * a hold and no restriction, because a policy can allow steps during a restriction, and nothing
   * that was read says that interest rests. Record a {@link LedgerEvent#holdReleased release} once
   * the reason is gone and no other one stands: a release ends every hold of the debt.
   *
   * @param day the first day on which the debt may not be collected
   * @return the event, for an invoice or a whole account
   */
  public LedgerEvent hold(LocalDate day) {
    return LedgerEvent.hold(
        Objects.requireNonNull(day, "day"), "not collectable: " + reason + ", " + section);
  }

  /** Such as {@code SUIT_PENDING, Act 14(1) with 10(1)4: suit about the claim}. */
  @Override
  public String toString() {
    return reason + ", " + section + (note.isEmpty() ? "" : ": " + note);
  }
}
