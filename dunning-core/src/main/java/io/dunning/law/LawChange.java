package io.dunning.law;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A change of law: how far it has come, what it changes, and who says so. Immutable and
 * thread-safe.
 *
 * @param id such as {@code GB-CPB}
 * @param country two letters of ISO 3166-1, or {@code EU}
 * @param title what it is called
 * @param status how far it had come on the day on which it was read
 * @param from the first day on which it is in force, included; empty if that is not known
 * @param what what it changes, in words
 * @param longestTermDays after how many days an invoice among businesses falls due at the latest;
 *     empty if it does not limit that
 * @param readOn the day on which its sources were read
 * @param source who says so
 * @param confidence {@code verified} if the text itself or two independent sources were read,
 *     {@code verified-secondary} if one text about it was
 */
public record LawChange(
    String id,
    String country,
    String title,
    Status status,
    Optional<LocalDate> from,
    String what,
    OptionalInt longestTermDays,
    LocalDate readOn,
    String source,
    String confidence) {

  /** How far a change has come. */
  public enum Status {
    /** It is law, from its first day on. */
    IN_FORCE("in force"),
    /** It is decided and begins later. */
    ADOPTED("adopted"),
    /** It is before a parliament, or proposed to it. */
    BILL("bill"),
    /** A text or a plan of a government or an authority. */
    DRAFT("draft"),
    /** It was given up. */
    DROPPED("dropped");

    private final String words;

    Status(String words) {
      this.words = words;
    }

    /** Such as {@code in force}. */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * A change of law.
   *
   * @param id such as {@code GB-CPB}
   * @param country two letters of ISO 3166-1, or {@code EU}
   * @param title what it is called
   * @param status how far it had come on the day on which it was read
   * @param from the first day on which it is in force, included
   * @param what what it changes, in words
   * @param longestTermDays after how many days an invoice falls due at the latest
   * @param readOn the day on which its sources were read
   * @param source who says so
   * @param confidence how sure that is
   */
  public LawChange {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(longestTermDays, "longestTermDays");
    Objects.requireNonNull(readOn, "readOn");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(confidence, "confidence");
  }

  /**
   * {@return whether it is law on a day} What is adopted becomes law on its first day. A bill or a
   * draft never does by itself: somebody has to read what became of it.
   *
   * @param day the day
   */
  public boolean isInForceOn(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return switch (status) {
      case IN_FORCE -> from.isEmpty() || !from.get().isAfter(day);
      case ADOPTED -> from.isPresent() && !from.get().isAfter(day);
      default -> false;
    };
  }

  /**
   * {@return whether it may still become law after a day}
   *
   * @param day the day
   */
  public boolean isPendingOn(LocalDate day) {
    return status != Status.DROPPED && !isInForceOn(day);
  }

  /** Such as {@code GB-CPB (bill): Commercial Payments Bill [HL]}. */
  @Override
  public String toString() {
    return id + " (" + status + from.map(d -> " from " + d).orElse("") + "): " + title;
  }
}
