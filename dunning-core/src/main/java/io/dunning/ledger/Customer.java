package io.dunning.ledger;

import io.dunning.action.Channel;
import java.io.Serializable;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who owes, with what conditions and policies can ask for. Immutable and thread-safe. */
public final class Customer implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String id;
  private final String name;
  private final String segment;
  private final SortedSet<String> tags;
  private final SortedMap<String, String> facts;
  private final SortedSet<Channel> closedChannels;

  /** Whether there are tags, so that most need not be looked for. */
  private final boolean tagged;

  private Customer(
      String id,
      String name,
      String segment,
      SortedSet<String> tags,
      SortedMap<String, String> facts,
      SortedSet<Channel> closedChannels) {
    this.id = Objects.requireNonNull(id, "id");
    this.name = Objects.requireNonNull(name, "name");
    this.segment = segment;
    this.tags = Collections.unmodifiableSortedSet(tags);
    this.tagged = !tags.isEmpty();
    this.facts = Collections.unmodifiableSortedMap(facts);
    this.closedChannels = Collections.unmodifiableSortedSet(closedChannels);
    if (id.isBlank()) {
      throw new IllegalArgumentException("customer has no id");
    }
  }

  /**
   * A customer without further facts, named like its identifier.
   *
   * @param id the host's identifier
   * @return the customer
   * @throws IllegalArgumentException if the id is blank
   */
  public static Customer of(String id) {
    return new Customer(id, id, null, new TreeSet<>(), new TreeMap<>(), new TreeSet<>());
  }

  /**
   * This customer under a name.
   *
   * @param text the name
   * @return the customer
   */
  public Customer named(String text) {
    return new Customer(id, text, segment, tags, facts, closedChannels);
  }

  /**
   * This customer in a segment, such as {@code "retail"}.
   *
   * @param word the segment, by which policies can be chosen
   * @return the customer
   */
  public Customer inSegment(String word) {
    Objects.requireNonNull(word, "segment");
    return new Customer(id, name, word, tags, facts, closedChannels);
  }

  /**
   * This customer with one more tag.
   *
   * @param tag a word that conditions can ask for, such as {@code "key account"}
   * @return the customer
   */
  public Customer tagged(String tag) {
    SortedSet<String> all = new TreeSet<>(tags);
    all.add(tag);
    return new Customer(id, name, segment, all, facts, closedChannels);
  }

  /**
   * This customer with one more fact of the host's own profile, such as {@code "country"} and
   * {@code "DE"}; an earlier fact of that name is replaced.
   *
   * @param fact the name of the fact
   * @param value what it is
   * @return the customer
   */
  public Customer with(String fact, String value) {
    SortedMap<String, String> all = new TreeMap<>(facts);
    all.put(fact, Objects.requireNonNull(value, "value"));
    return new Customer(id, name, segment, tags, all, closedChannels);
  }

  /**
   * This customer, not to be contacted by a channel: there is no address for it, or the customer
   * opted out.
   *
   * @param channel the channel
   * @return the customer
   */
  public Customer without(Channel channel) {
    SortedSet<Channel> all = new TreeSet<>(closedChannels);
    all.add(channel);
    return new Customer(id, name, segment, tags, facts, all);
  }

  /**
   * The host's identifier.
   *
   * @return the identifier, never blank
   */
  public String id() {
    return id;
  }

  /**
   * The name for people to read.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The segment.
   *
   * @return the segment; empty if the customer is in none
   */
  public Optional<String> segment() {
    return Optional.ofNullable(segment);
  }

  /**
   * Words that conditions can ask for.
   *
   * @return the tags, sorted
   */
  public SortedSet<String> tags() {
    return tags;
  }

  /**
   * Whether the customer carries a tag.
   *
   * @param tag the tag
   * @return true if it does
   */
  public boolean hasTag(String tag) {
    return tagged && tags.contains(tag);
  }

  /**
   * Facts of the host's own profile.
   *
   * @return the facts by name, sorted
   */
  public SortedMap<String, String> facts() {
    return facts;
  }

  /**
   * The channels that must not be used.
   *
   * @return the channels, sorted
   */
  public SortedSet<Channel> closedChannels() {
    return closedChannels;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Customer that
        && id.equals(that.id)
        && name.equals(that.name)
        && Objects.equals(segment, that.segment)
        && tags.equals(that.tags)
        && facts.equals(that.facts)
        && closedChannels.equals(that.closedChannels);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, name, segment, tags, facts, closedChannels);
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
