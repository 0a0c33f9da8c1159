package io.dunning.ledger;

import java.io.Serializable;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who owes. Immutable and thread-safe.
 *
 * @param id the host's identifier
 * @param name the name for people to read
 * @param tags words that conditions can ask for, such as {@code "key account"}; sorted
 */
public record Customer(String id, String name, SortedSet<String> tags) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A customer.
   *
   * @param id the host's identifier
   * @param name the name for people to read
   * @param tags words that conditions can ask for, such as {@code "key account"}; sorted
   * @throws IllegalArgumentException if the id is blank
   */
  public Customer {
    if (Objects.requireNonNull(id, "id").isBlank()) {
      throw new IllegalArgumentException("customer has no id");
    }
    Objects.requireNonNull(name, "name");
    tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
  }

  /**
   * A customer without further facts, named like its identifier.
   *
   * @param id the host's identifier
   * @return the customer
   */
  public static Customer of(String id) {
    return new Customer(id, id, Collections.emptySortedSet());
  }

  /**
   * This customer under a name.
   *
   * @param text the name
   * @return the customer
   */
  public Customer named(String text) {
    return new Customer(id, text, tags);
  }

  /**
   * This customer with one more tag.
   *
   * @param tag the tag
   * @return the customer
   */
  public Customer tagged(String tag) {
    SortedSet<String> all = new TreeSet<>(tags);
    all.add(tag);
    return new Customer(id, name, all);
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
