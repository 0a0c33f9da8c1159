package io.dunning.conduct;

import io.dunning.action.Channel;
import io.dunning.action.ContactWishes;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A rule set: to whom it applies, what it forbids, and where that is written. Immutable and
 * thread-safe; prints as text.
 */
@Value.Immutable
public abstract class ContactRules implements Serializable {
  private static final long serialVersionUID = 1L;

  ContactRules() {}

  /**
   * The name.
   *
   * @return such as {@code US-REGF}
   */
  public abstract String name();

  /**
   * Where it is written.
   *
   * @return law and section, or another source; empty text for rules of one's own
   */
  @Value.Default
  public String source() {
    return "";
  }

  /**
   * Whether the source was read, or is remembered.
   *
   * @return {@code verified}, {@code verified-secondary} or {@code own}
   */
  @Value.Default
  public String confidence() {
    return "own";
  }

  /**
   * To whom it applies.
   *
   * @return everywhere unless set
   */
  @Value.Default
  public Jurisdiction jurisdiction() {
    return Jurisdiction.EVERYWHERE;
  }

  /**
   * The first day on which it is in force.
   *
   * @return the day; empty if it always was
   */
  public abstract Optional<LocalDate> inForceFrom();

  /**
   * What it forbids.
   *
   * @return the limits; of several that stop a contact, the one that lasts longest is named
   */
  public abstract List<ContactLimit> limits();

  /**
   * How long an invitation lasts at most, its own day being the first.
   *
   * @return 7 days unless set
   */
  @Value.Default
  public int invitationDays() {
    return 7;
  }

  /**
   * How long a stay of contact lasts that the law grants for a hard blow, such as illness.
   *
   * @return the time; empty if it knows none
   */
  public abstract Optional<Period> stay();

  /**
   * How many hours a week a customer can bar.
   *
   * @return hours; empty if there is no limit
   */
  public abstract OptionalInt mostBarredHours();

  /**
   * How many channels a customer can bar.
   *
   * @return channels; empty if there is no limit
   */
  public abstract OptionalInt mostBarredChannels();

  /**
   * Channels that cannot all be barred.
   *
   * @return the channels; none if any can
   */
  public abstract List<Channel> notAllBarred();

  /**
   * Starts a rule set.
   *
   * @param name the name
   * @param limits what it forbids
   * @return the rule set; applies everywhere until told otherwise
   */
  public static ContactRules of(String name, ContactLimit... limits) {
    return new ImmutableContactRules.Builder().name(name).addLimits(limits).build();
  }

  private ImmutableContactRules.Builder copy() {
    return new ImmutableContactRules.Builder().from(this);
  }

  /**
   * These rules in a jurisdiction only.
   *
   * @param where to whom they apply
   * @return the rules
   */
  public ContactRules within(Jurisdiction where) {
    return copy().jurisdiction(where).build();
  }

  /**
   * These rules with their source.
   *
   * @param where law and section, or another source
   * @param sure {@code verified} or {@code verified-secondary}
   * @return the rules
   */
  public ContactRules from(String where, String sure) {
    return copy().source(where).confidence(sure).build();
  }

  /**
   * These rules in force from a day on.
   *
   * @param first the first day
   * @return the rules
   */
  public ContactRules inForce(LocalDate first) {
    return copy().inForceFrom(first).build();
  }

  /**
   * These rules and one more limit.
   *
   * @param limit the limit
   * @return the rules
   */
  public ContactRules with(ContactLimit limit) {
    return copy().addLimits(limit).build();
  }

  /**
   * These rules with a time after which an invitation is over.
   *
   * @param days how many days, its own being the first
   * @return the rules
   */
  public ContactRules invitationsLast(int days) {
    return copy().invitationDays(days).build();
  }

  /**
   * These rules with a stay of contact.
   *
   * @param time how long it lasts
   * @return the rules
   */
  public ContactRules staying(Period time) {
    return copy().stay(time).build();
  }

  /**
   * These rules with a bound on what a customer can bar.
   *
   * @param hours how many hours a week
   * @param channels how many channels
   * @param notAll channels that cannot all be barred
   * @return the rules
   */
  public ContactRules barringAtMost(int hours, int channels, Channel... notAll) {
    return copy()
        .mostBarredHours(hours)
        .mostBarredChannels(channels)
        .notAllBarred(List.of(notAll))
        .build();
  }

  /**
   * The last day of a stay.
   *
   * @param confirmed the day on which its cause was confirmed
   * @return the day, included; empty if these rules know no stay
   */
  public Optional<LocalDate> stayThrough(LocalDate confirmed) {
    return stay().map(confirmed::plus);
  }

  /**
   * What is wrong with a customer's request by these rules. The evaluation honours it all the same.
   *
   * @param wishes when the customer does not want to be contacted
   * @param barred by which channels
   * @return a sentence a problem; none if the request is within the rules
   */
  public List<String> problemsOf(ContactWishes wishes, Set<Channel> barred) {
    List<String> problems = new ArrayList<>();
    int minutes = wishes.inconvenient().minutesPerWeek();
    if (mostBarredHours().isPresent() && minutes > 60 * mostBarredHours().getAsInt()) {
      problems.add(
          "more than "
              + mostBarredHours().getAsInt()
              + " hours a week are barred: "
              + minutes / 60);
    }
    if (mostBarredChannels().isPresent() && barred.size() > mostBarredChannels().getAsInt()) {
      problems.add(
          "more than " + mostBarredChannels().getAsInt() + " channels are barred: " + barred);
    }
    if (!notAllBarred().isEmpty() && barred.containsAll(notAllBarred())) {
      problems.add("cannot be barred together: " + notAllBarred());
    }
    return problems;
  }

  /**
   * A notice of this rule set.
   *
   * @param notice its name
   * @return the notice
   * @throws IllegalArgumentException if there is none of that name
   */
  public ContactLimit.Notice notice(String notice) {
    return limits().stream()
        .filter(l -> l instanceof ContactLimit.Notice n && n.name().equals(notice))
        .map(ContactLimit.Notice.class::cast)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no such notice in " + name() + ": " + notice));
  }

  /** The name, whom it concerns, and its limits. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    parts.add(name() + " (" + jurisdiction() + ")");
    inForceFrom().ifPresent(d -> parts.add("from " + d));
    limits().forEach(l -> parts.add(l.toString()));
    stay().ifPresent(p -> parts.add("stay of " + p));
    return String.join("; ", parts);
  }
}
