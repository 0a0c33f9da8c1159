package io.dunning.terms;

import io.dunning.money.Percentage;
import io.dunning.text.Decimals;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An early payment discount as a line in a German electronic invoice, such as {@code
 * #SKONTO#TAGE=14#PROZENT=2.00#}.
 *
 * <p>The line belongs to the payment terms (BT-20) of an XRechnung. Rule BR-DE-18 demands capital
 * letters, two decimals and the closing sign; {@code BASISBETRAG}, the base amount, is optional.
 * All other lines of the payment terms are free text.
 *
 * <p>A line parses what it prints, as far as the rule allows: up to 9999 days, a percentage below
 * 100 with two decimals, and a base amount with two decimals. More decimals of the percentage are
 * rounded half up when the line prints. Immutable and thread-safe.
 *
 * @param days how many calendar days the customer can take the discount
 * @param rate the percentage that you take off, zero or more
 * @param base the amount of which you take the percentage, in major units of the invoice currency;
 *     empty for the whole invoice amount
 */
public record Skonto(int days, Percentage rate, Optional<BigDecimal> base) implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Pattern LINE =
      Pattern.compile(
          "#SKONTO#TAGE=(\\d{1,4})#PROZENT=(\\d{1,2}\\.\\d{2})(?:#BASISBETRAG=(-?\\d{1,18}\\.\\d{2}))?#");

  /**
   * Creates a discount line.
   *
   * @param days how many calendar days the customer can take the discount
   * @param rate the percentage that you take off, zero or more
   * @param base the amount of which you take the percentage, in major units of the invoice
   *     currency; empty for the whole invoice amount
   * @throws IllegalArgumentException if days or rate are negative, or the base has more than 100
   *     digits before or behind the decimal point
   */
  public Skonto {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(base, "base");
    base = base.map(b -> Decimals.bounded("base amount", b));
    if (days < 0 || rate.value().signum() < 0) {
      throw new IllegalArgumentException("discount is negative: " + rate + ", " + days + " days");
    }
  }

  /**
   * Reads a line of the payment terms.
   *
   * @param line the line, without a line break
   * @return the discount; empty if the line is free text
   */
  public static Optional<Skonto> parse(String line) {
    Objects.requireNonNull(line, "line");
    Matcher m = LINE.matcher(line);
    return m.matches()
        ? Optional.of(
            new Skonto(
                Integer.parseInt(m.group(1)),
                Percentage.percent(m.group(2)),
                Optional.ofNullable(m.group(3)).map(BigDecimal::new)))
        : Optional.empty();
  }

  /**
   * {@return the discount in a form that you can add to {@link PaymentTerms}; empty if the
   * percentage is zero} It ignores the base amount; pass that to {@link EarlyPaymentDiscount#on}
   * instead of the invoice amount.
   */
  public Optional<EarlyPaymentDiscount> discount() {
    return rate.value().signum() == 0
        ? Optional.empty()
        : Optional.of(EarlyPaymentDiscount.of(rate, days));
  }

  /** Returns the line, such as {@code #SKONTO#TAGE=14#PROZENT=2.00#}. */
  @Override
  public String toString() {
    return "#SKONTO#TAGE="
        + days
        + "#PROZENT="
        + rate.value().setScale(2, RoundingMode.HALF_UP).toPlainString()
        + base.map(b -> "#BASISBETRAG=" + b.toPlainString()).orElse("")
        + "#";
  }

  private Object writeReplace() {
    return new Form(days, rate, base.orElse(null));
  }

  /** The serialized form, because an {@link Optional} is not serializable. */
  private record Form(int days, Percentage rate, BigDecimal base) implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      return new Skonto(days, rate, Optional.ofNullable(base));
    }
  }
}
