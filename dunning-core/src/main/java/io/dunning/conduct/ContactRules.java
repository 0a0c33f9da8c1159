package io.dunning.conduct;

import io.dunning.action.Channel;
import io.dunning.action.ContactWishes;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A set of rules of contact: to whom it applies, what it limits, and the source of each rule.
 * Immutable and thread-safe.
 */
@Value.Immutable
public abstract class ContactRules implements Serializable {
  private static final long serialVersionUID = 1L;

  ContactRules() {}

  /** {@return the name, such as {@code US-REGF}} */
  public abstract String name();

  /**
   * {@return the source: law and section, or another text; an empty string for rules of your own}
   */
  @Value.Default
  public String source() {
    return "";
  }

  /**
   * Returns how the rules were checked against their source.
   *
   * @return {@code verified} if the source itself was read, {@code verified-secondary} if a text
   *     about it was read, {@code own} for rules of your own
   */
  @Value.Default
  public String confidence() {
    return "own";
  }

  /** {@return to whom the rules apply; everybody unless set} */
  @Value.Default
  public Jurisdiction jurisdiction() {
    return Jurisdiction.EVERYWHERE;
  }

  /**
   * {@return the first day on which the rules are in force, included; empty if they always were}
   */
  public abstract Optional<LocalDate> inForceFrom();

  /** {@return the limits; if several stop a contact, the one that lasts longest is reported} */
  public abstract List<ContactLimit> limits();

  /**
   * {@return how many days an invitation by the customer lasts at most, including its own day; 7
   * unless set}
   */
  @Value.Default
  public int invitationDays() {
    return 7;
  }

  /**
   * {@return how long contacts must rest after a hardship, such as an illness, is confirmed; empty
   * if the rules grant no stay}
   */
  public abstract Optional<Period> stay();

  /** {@return how many hours a week a customer can bar; empty if there is no limit} */
  public abstract OptionalInt maximumBarredHours();

  /** {@return how many channels a customer can bar; empty if there is no limit} */
  public abstract OptionalInt maximumBarredChannels();

  /** {@return channels of which at least one has to stay open; empty if all can be barred} */
  public abstract List<Channel> notAllBarred();

  /**
   * {@return a rule set that applies to everybody until you limit it}
   *
   * @param name the name
   * @param limits the limits
   */
  public static ContactRules of(String name, ContactLimit... limits) {
    Objects.requireNonNull(limits, "limits");
    return new ImmutableContactRules.Builder().name(name).addLimits(limits).build();
  }

  private ImmutableContactRules.Builder copy() {
    return new ImmutableContactRules.Builder().from(this);
  }

  /**
   * {@return these rules for a jurisdiction only}
   *
   * @param where to whom they apply
   */
  public ContactRules within(Jurisdiction where) {
    return copy().jurisdiction(where).build();
  }

  /**
   * {@return these rules with their source}
   *
   * @param where law and section, or another text
   * @param sure {@code verified} or {@code verified-secondary}; see {@link #confidence}
   */
  public ContactRules from(String where, String sure) {
    return copy().source(where).confidence(sure).build();
  }

  /**
   * {@return these rules in force from a day on}
   *
   * @param first the first day, included
   */
  public ContactRules inForce(LocalDate first) {
    return copy().inForceFrom(first).build();
  }

  /**
   * {@return these rules with one more limit}
   *
   * @param limit the limit
   */
  public ContactRules with(ContactLimit limit) {
    return copy().addLimits(limit).build();
  }

  /**
   * {@return these rules with another length of invitations}
   *
   * @param days how many days an invitation lasts at most, including its own day
   */
  public ContactRules invitationsLast(int days) {
    return copy().invitationDays(days).build();
  }

  /**
   * {@return these rules with a stay of contact after a confirmed hardship}
   *
   * @param time how long the stay lasts
   */
  public ContactRules staying(Period time) {
    return copy().stay(time).build();
  }

  /**
   * {@return these rules with a limit on what a customer can bar}
   *
   * @param hours how many hours a week at most
   * @param channels how many channels at most
   * @param notAll channels of which at least one has to stay open
   */
  public ContactRules barringAtMost(int hours, int channels, Channel... notAll) {
    Objects.requireNonNull(notAll, "notAll");
    return copy()
        .maximumBarredHours(hours)
        .maximumBarredChannels(channels)
        .notAllBarred(List.of(notAll))
        .build();
  }

  /**
   * {@return the last day of a stay of contact, included; empty if these rules grant no stay}
   *
   * @param confirmed the day on which the hardship was confirmed
   */
  public Optional<LocalDate> stayThrough(LocalDate confirmed) {
    return stay().map(confirmed::plus);
  }

  /**
   * Returns in which points a customer's request goes beyond what these rules grant. The evaluation
   * respects the request all the same.
   *
   * @param wishes when the customer does not want to be contacted
   * @param barred the channels that the customer bars
   * @return a sentence for each problem; none if the request is within the rules
   */
  public List<String> problemsWith(ContactWishes wishes, Set<Channel> barred) {
    List<String> problems = new ArrayList<>();
    int minutes = wishes.inconvenient().minutesPerWeek();
    if (maximumBarredHours().isPresent() && minutes > 60 * maximumBarredHours().getAsInt()) {
      problems.add(
          "more than "
              + maximumBarredHours().getAsInt()
              + " hours a week are barred: "
              + minutes / 60);
    }
    if (maximumBarredChannels().isPresent() && barred.size() > maximumBarredChannels().getAsInt()) {
      problems.add(
          "more than " + maximumBarredChannels().getAsInt() + " channels are barred: " + barred);
    }
    if (!notAllBarred().isEmpty() && barred.containsAll(notAllBarred())) {
      problems.add("at least one of these channels has to stay open: " + notAllBarred());
    }
    return problems;
  }

  /**
   * {@return the notice of this rule set that has a name}
   *
   * @param notice the name
   * @throws IllegalArgumentException if the rule set has no notice of that name
   */
  public ContactLimit.Notice notice(String notice) {
    return limits().stream()
        .filter(l -> l instanceof ContactLimit.Notice n && n.name().equals(notice))
        .map(ContactLimit.Notice.class::cast)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "rules " + name() + " have no such notice: " + notice));
  }

  /** Returns the name, to whom the rules apply, and the limits. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    parts.add(name() + " (" + jurisdiction() + ")");
    inForceFrom().ifPresent(d -> parts.add("from " + d));
    limits().forEach(l -> parts.add(l.toString()));
    stay().ifPresent(p -> parts.add("stay of " + p));
    return String.join("; ", parts);
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutableContactRules.Builder().from(this).build());
  }
}
