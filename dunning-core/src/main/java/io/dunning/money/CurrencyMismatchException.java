package io.dunning.money;

/** Two amounts of unlike currencies met where one currency is needed. Carries both. */
public final class CurrencyMismatchException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The currency that was needed. */
  private final CurrencyUnit expected;

  /** The currency that was found. */
  private final CurrencyUnit found;

  /**
   * An exception that names what was needed and what was found.
   *
   * @param where what was being done, as the start of a sentence
   * @param expected the currency that was needed
   * @param found the currency that was found
   */
  public CurrencyMismatchException(String where, CurrencyUnit expected, CurrencyUnit found) {
    super(where + " needs " + name(expected, found) + ": " + name(found, expected));
    this.expected = expected;
    this.found = found;
  }

  private static String name(CurrencyUnit unit, CurrencyUnit other) {
    return unit.code().equals(other.code())
        ? unit + " with " + unit.decimals() + " decimals"
        : unit.toString();
  }

  /**
   * The currency that was needed.
   *
   * @return the currency
   */
  public CurrencyUnit expected() {
    return expected;
  }

  /**
   * The currency that was found.
   *
   * @return the currency
   */
  public CurrencyUnit found() {
    return found;
  }
}
