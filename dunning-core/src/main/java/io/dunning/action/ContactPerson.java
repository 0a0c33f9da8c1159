package io.dunning.action;

import io.dunning.serial.RecordForm;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A person to whom the creditor turns at a customer. Immutable and thread-safe.
 *
 * <pre>{@code
 * ContactPerson.of("Petra Klein", PersonRole.PAYABLES_CLERK).speaking("de").by(EMAIL, PHONE)
 * }</pre>
 *
 * @param name the name, as letters address the person; not blank
 * @param role what the person does for the customer
 * @param language the language in which to write and speak; empty if it is not known
 * @param channels the channels by which the person can be reached, without duplicates, in the order
 *     of the enum; none if nothing is known about it, and then any channel may be used
 */
public record ContactPerson(
    String name, PersonRole role, Optional<Locale> language, List<Channel> channels)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A person.
   *
   * @param name the name, as letters address the person
   * @param role what the person does for the customer
   * @param language the language in which to write and speak; empty if it is not known
   * @param channels the channels by which the person can be reached; none if nothing is known
   * @throws IllegalArgumentException if the name is blank
   */
  public ContactPerson {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(channels, "channels");
    channels.forEach(c -> Objects.requireNonNull(c, "channel"));
    channels = channels.stream().distinct().sorted().toList();
    if (name.isBlank()) {
      throw new IllegalArgumentException("contact person has no name");
    }
  }

  /**
   * {@return a person about whom no more is known}
   *
   * @param name the name, as letters address the person
   * @param role what the person does for the customer
   * @throws IllegalArgumentException if the name is blank
   */
  public static ContactPerson of(String name, PersonRole role) {
    return new ContactPerson(name, role, Optional.empty(), List.of());
  }

  /**
   * {@return this person with a language}
   *
   * @param tag the language by BCP 47, such as {@code de} or {@code fr-CH}
   * @throws IllegalArgumentException if this is no such tag
   */
  public ContactPerson speaking(String tag) {
    Locale locale = Locale.forLanguageTag(Objects.requireNonNull(tag, "tag"));
    if (locale.getLanguage().isEmpty() || !locale.toLanguageTag().equalsIgnoreCase(tag)) {
      throw new IllegalArgumentException("not a language tag such as de or fr-CH: " + tag);
    }
    return new ContactPerson(name, role, Optional.of(locale), channels);
  }

  /**
   * {@return this person, reachable by these channels as well}
   *
   * @param more the channels
   */
  public ContactPerson by(Channel... more) {
    Objects.requireNonNull(more, "more");
    List<Channel> all = new ArrayList<>(channels);
    all.addAll(Arrays.asList(more));
    return new ContactPerson(name, role, language, all);
  }

  /**
   * {@return whether the person can be reached by a channel} True if no channel is known at all.
   *
   * @param channel the channel
   */
  public boolean isReachableBy(Channel channel) {
    return channels.isEmpty() || channels.contains(channel);
  }

  /** Such as {@code Petra Klein (payables clerk, speaks de, by email or phone)}. */
  @Override
  public String toString() {
    String ways = channels.stream().map(Channel::toString).collect(Collectors.joining(" or "));
    return name
        + " ("
        + role
        + language.map(l -> ", speaks " + l.toLanguageTag()).orElse("")
        + (ways.isEmpty() ? "" : ", by " + ways)
        + ")";
  }

  private Object writeReplace() {
    return new RecordForm(this);
  }
}
