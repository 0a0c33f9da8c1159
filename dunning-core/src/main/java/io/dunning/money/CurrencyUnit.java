package io.dunning.money;

import io.dunning.text.Excerpt;
import java.io.Serializable;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A currency and the number of decimals its amounts are kept in.
 *
 * <p>The decimals are part of the identity: {@code CurrencyUnit.of("EUR")} (two decimals) and
 * {@code CurrencyUnit.of("EUR", 4)} are unlike and do not add. Immutable and thread-safe.
 *
 * @param code the ISO 4217 code, three capital letters
 * @param decimals the number of digits behind the decimal point, 0 to 9
 */
public record CurrencyUnit(String code, int decimals)
    implements Comparable<CurrencyUnit>, Serializable {
  private static final long serialVersionUID = 1L;
  private static final Map<String, CurrencyUnit> KNOWN = new ConcurrentHashMap<>();

  /**
   * A currency with explicit decimals.
   *
   * @param code the ISO 4217 code, three capital letters
   * @param decimals the number of digits behind the decimal point, 0 to 9
   * @throws IllegalArgumentException if the code is not three capital letters or the decimals are
   *     out of range
   */
  public CurrencyUnit {
    Objects.requireNonNull(code, "code");
    if (code.length() != 3 || !code.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
      throw new IllegalArgumentException(
          "currency code is not three capital letters: " + Excerpt.of(code));
    }
    if (decimals < 0 || decimals > 9) {
      throw new IllegalArgumentException("decimals are not between 0 and 9: " + decimals);
    }
  }

  /**
   * A currency with the decimals of ISO 4217; a code for which the standard names none (such as
   * XXX, "no currency") gets two.
   *
   * @param code an ISO 4217 code
   * @return the currency, the same instance for the same code
   * @throws IllegalArgumentException if no such currency exists
   */
  public static CurrencyUnit of(String code) {
    Objects.requireNonNull(code, "code");
    CurrencyUnit known = KNOWN.get(code);
    return known != null ? known : KNOWN.computeIfAbsent(code, CurrencyUnit::iso);
  }

  /**
   * A currency kept in other decimals than ISO 4217 says.
   *
   * @param code three capital letters
   * @param decimals 0 to 9
   * @return the currency
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

  /** By code, then by decimals. */
  @Override
  public int compareTo(CurrencyUnit other) {
    int byCode = code.compareTo(other.code);
    return byCode != 0 ? byCode : Integer.compare(decimals, other.decimals);
  }

  /** The code. */
  @Override
  public String toString() {
    return code;
  }
}
