package io.dunning.money;

import java.util.Objects;

/**
 * Thrown when an operation needs one currency and finds another. Tells you both.
 *
 * <p>The same code with different decimals, such as EUR with two and EUR with four, counts as two
 * currencies.
 */
public final class CurrencyMismatchException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The currency that the operation needs. */
  private final CurrencyUnit expected;

  /** The currency that it found. */
  private final CurrencyUnit found;

  /**
   * Creates an exception with a message such as {@code payment of 2026-02-17 needs EUR: USD}.
   *
   * @param where what needs the currency; the first words of the message
   * @param expected the currency that it needs
   * @param found the currency that it found
   */
  public CurrencyMismatchException(String where, CurrencyUnit expected, CurrencyUnit found) {
    this(
        Objects.requireNonNull(expected, "expected"),
        Objects.requireNonNull(found, "found"),
        Objects.requireNonNull(where, "where")
            + " needs "
            + name(expected, found)
            + ": "
            + name(found, expected));
  }

  private CurrencyMismatchException(CurrencyUnit expected, CurrencyUnit found, String message) {
    super(message);
    this.expected = expected;
    this.found = found;
  }

  /** An exception that says, for example, {@code cannot add USD to EUR}. */
  static CurrencyMismatchException cannot(
      String verb, CurrencyUnit found, String preposition, CurrencyUnit expected) {
    String message =
        "cannot "
            + String.join(" ", verb, name(found, expected), preposition, name(expected, found));
    return new CurrencyMismatchException(expected, found, message);
  }

  private static String name(CurrencyUnit unit, CurrencyUnit other) {
    return unit.code().equals(other.code())
        ? unit + " with " + unit.decimals() + " decimals"
        : unit.toString();
  }

  /** {@return the currency that the operation needs} */
  public CurrencyUnit expected() {
    return expected;
  }

  /** {@return the currency that the operation found} */
  public CurrencyUnit found() {
    return found;
  }
}
