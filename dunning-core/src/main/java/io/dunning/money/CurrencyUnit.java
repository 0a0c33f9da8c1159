package io.dunning.money;

import io.dunning.text.Excerpt;
import java.io.Serializable;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A currency, and how many decimals its amounts have.
 *
 * <p>Two units with the same code but different decimals are different currencies: you cannot add
 * an amount in {@code CurrencyUnit.of("EUR", 4)} to one in {@code CurrencyUnit.of("EUR")}, which
 * has two decimals. Immutable and thread-safe.
 *
 * @param code the ISO 4217 code, three capital letters
 * @param decimals how many digits an amount has after the decimal point, 0 to 9
 */
public record CurrencyUnit(String code, int decimals)
    implements Comparable<CurrencyUnit>, Serializable {
  private static final long serialVersionUID = 1L;
  private static final Map<String, CurrencyUnit> KNOWN = new ConcurrentHashMap<>();

  /**
   * Creates a currency with a number of decimals; the code need not be known to ISO 4217.
   *
   * @param code three capital letters
   * @param decimals how many digits an amount has after the decimal point, 0 to 9
   * @throws IllegalArgumentException if the code is not three capital letters, or the decimals are
   *     not between 0 and 9
   */
  public CurrencyUnit {
    Objects.requireNonNull(code, "code");
    if (code.length() != 3 || !code.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
      throw new IllegalArgumentException(
          "currency code is not three capital letters: " + Excerpt.of(code));
    }
    if (decimals < 0 || decimals > 9) {
      throw new IllegalArgumentException(
          "decimals of " + code + " are not between 0 and 9: " + decimals);
    }
  }

  /**
   * {@return a currency with the decimals that ISO 4217 defines for it; always the same instance
   * for the same code} For a code without decimals in the standard, such as XXX ("no currency"), it
   * has two.
   *
   * @param code an ISO 4217 code
   * @throws IllegalArgumentException if ISO 4217 has no such code
   */
  public static CurrencyUnit of(String code) {
    Objects.requireNonNull(code, "code");
    CurrencyUnit known = KNOWN.get(code);
    return known != null ? known : KNOWN.computeIfAbsent(code, CurrencyUnit::iso);
  }

  /**
   * {@return a currency with decimals of your choice, for example euros in hundredths of a cent}
   *
   * @param code three capital letters; the code need not be known to ISO 4217
   * @param decimals how many digits an amount has after the decimal point, 0 to 9
   * @throws IllegalArgumentException if the code is not three capital letters, or the decimals are
   *     not between 0 and 9
   */
  public static CurrencyUnit of(String code, int decimals) {
    CurrencyUnit unit = new CurrencyUnit(code, decimals);
    CurrencyUnit known = KNOWN.get(code);
    return unit.equals(known) ? known : unit;
  }

  private static CurrencyUnit iso(String code) {
    try {
      int digits = Currency.getInstance(code).getDefaultFractionDigits();
      return new CurrencyUnit(code, digits < 0 ? 2 : digits);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no such currency: " + Excerpt.of(code), e);
    }
  }

  private Object readResolve() {
    return of(code, decimals);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof CurrencyUnit that
            && decimals == that.decimals
            && code.equals(that.code);
  }

  @Override
  public int hashCode() {
    return code.hashCode() * 31 + decimals;
  }

  /** Orders currencies by code, then by decimals. */
  @Override
  public int compareTo(CurrencyUnit other) {
    int byCode = code.compareTo(other.code);
    return byCode != 0 ? byCode : Integer.compare(decimals, other.decimals);
  }

  /** Returns the code, such as {@code EUR}. */
  @Override
  public String toString() {
    return code;
  }
}
