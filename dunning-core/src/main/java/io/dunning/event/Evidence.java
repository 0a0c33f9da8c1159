package io.dunning.event;

import io.dunning.serial.RecordForm;
import java.io.Serializable;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;

/**
 * Who entered an event, at what time, with which remark, and where the proof is filed. All of it is
 * optional, and none of it changes a decision. Immutable and thread-safe.
 *
 * @param author who did it or entered it, such as a clerk or a program
 * @param time the time of day, on the day of the event; the host chooses the time zone
 * @param remark what the author wants to add
 * @param document a reference to a document, such as its number in an archive
 */
public record Evidence(
    Optional<String> author,
    Optional<LocalTime> time,
    Optional<String> remark,
    Optional<String> document)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Nothing is known. */
  public static final Evidence NONE =
      new Evidence(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Evidence.
   *
   * @param author who did it or entered it, such as a clerk or a program
   * @param time the time of day, on the day of the event; the host chooses the time zone
   * @param remark what the author wants to add
   * @param document a reference to a document, such as its number in an archive
   * @throws IllegalArgumentException if a text is blank
   */
  public Evidence {
    EventChecks.checkNotBlank("author of an event", author);
    Objects.requireNonNull(time, "time");
    EventChecks.checkNotBlank("remark on an event", remark);
    EventChecks.checkNotBlank("document of an event", document);
  }

  /**
   * {@return evidence that names the author}
   *
   * @param author who did it or entered it
   */
  public static Evidence by(String author) {
    Objects.requireNonNull(author, "author");
    return new Evidence(Optional.of(author), NONE.time, NONE.remark, NONE.document);
  }

  /**
   * {@return this evidence with a time}
   *
   * @param other the time of day
   */
  public Evidence at(LocalTime other) {
    Objects.requireNonNull(other, "other");
    return new Evidence(author, Optional.of(other), remark, document);
  }

  /**
   * {@return this evidence with a remark}
   *
   * @param other what the author wants to add
   */
  public Evidence withRemark(String other) {
    Objects.requireNonNull(other, "other");
    return new Evidence(author, time, Optional.of(other), document);
  }

  /**
   * {@return this evidence with a reference to a document}
   *
   * @param other such as the number of the document in an archive
   */
  public Evidence withDocument(String other) {
    Objects.requireNonNull(other, "other");
    return new Evidence(author, time, remark, Optional.of(other));
  }

  /** Such as {@code by Anna, at 14:05, document D-1, remark: urgent}; empty for none. */
  @Override
  public String toString() {
    String all =
        author.map(a -> ", by " + a).orElse("")
            + time.map(t -> ", at " + t).orElse("")
            + document.map(d -> ", document " + d).orElse("")
            + remark.map(r -> ", remark: " + r).orElse("");
    return all.isEmpty() ? all : all.substring(2);
  }

  private Object writeReplace() {
    return new RecordForm(this);
  }
}
