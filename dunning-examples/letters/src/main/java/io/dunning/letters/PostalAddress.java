package io.dunning.letters;

import java.util.List;
import java.util.Objects;

/**
 * Where somebody gets post. Immutable and thread-safe.
 *
 * @param lines street, postal code and town as the country writes them, without names and without
 *     the country
 * @param country the two-letter code of ISO 3166-1; empty text if it is not known
 */
public record PostalAddress(List<String> lines, String country) {
  /** An address that is not known. */
  public static final PostalAddress UNKNOWN = new PostalAddress(List.of(), "");

  /**
   * An address.
   *
   * @param lines street, postal code and town as the country writes them
   * @param country the two-letter code of ISO 3166-1; empty text if it is not known
   * @throws IllegalArgumentException if the country is no such code
   */
  public PostalAddress {
    Objects.requireNonNull(lines, "lines");
    Objects.requireNonNull(country, "country");
    lines = List.copyOf(lines);
    if (!country.isEmpty()) {
      Countries.checked("country of an address", country);
    }
  }

  /**
   * {@return an address}
   *
   * @param country the two-letter code of ISO 3166-1
   * @param lines street, postal code and town as the country writes them
   * @throws IllegalArgumentException if the country is no such code
   */
  public static PostalAddress in(String country, String... lines) {
    return new PostalAddress(List.of(lines), country);
  }

  /** {@return whether anything is known of it} */
  public boolean isKnown() {
    return !lines.isEmpty();
  }

  /** Such as {@code Hafenstr. 1, 20457 Hamburg, DE}. */
  @Override
  public String toString() {
    String joined = String.join(", ", lines);
    return country.isEmpty() ? joined : joined + ", " + country;
  }
}
