package io.dunning.terms;

import io.dunning.money.Percentage;
import io.dunning.text.Decimals;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line for an early payment discount in the payment terms (BT-20) of a German electronic invoice:
 * {@code #SKONTO#TAGE=14#PROZENT=2.00#}, with an optional {@code BASISBETRAG}. Capital letters, two
 * decimals and the closing sign are compulsory (XRechnung, rule BR-DE-18). Other lines of the terms
 * are free text. Immutable and thread-safe.
 *
 * @param days how many calendar days the discount can be taken
 * @param rate the share taken off; may be zero
 * @param base what the share is taken of, in major units of the invoice; empty for the whole amount
 */
public record Skonto(int days, Percentage rate, Optional<BigDecimal> base) implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Pattern LINE =
      Pattern.compile(
          "#SKONTO#TAGE=(\\d{1,4})#PROZENT=(\\d{1,2}\\.\\d{2})(?:#BASISBETRAG=(-?\\d{1,18}\\.\\d{2}))?#");

  /**
   * A line.
   *
   * @param days how many calendar days the discount can be taken
   * @param rate the share taken off; may be zero
   * @param base what the share is taken of, in major units of the invoice; empty for the whole
   *     amount
   * @throws IllegalArgumentException if days or rate are negative, or the base has more than 100
   *     digits before or behind the decimal point
   */
  public Skonto {
    base = base.map(b -> Decimals.bounded("base amount", b));
    if (days < 0 || rate.value().signum() < 0) {
      throw new IllegalArgumentException("discount is negative: " + rate + ", " + days + " days");
    }
  }

  /**
   * Reads a line.
   *
   * @param line a line of the payment terms
   * @return the discount; empty if the line is free text
   */
  public static Optional<Skonto> parse(String line) {
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
   * As a discount of payment terms.
   *
   * @return the discount; empty if nothing is taken off
   */
  public Optional<EarlyPaymentDiscount> discount() {
    return rate.value().signum() == 0
        ? Optional.empty()
        : Optional.of(EarlyPaymentDiscount.of(rate, days));
  }

  /** Such as {@code #SKONTO#TAGE=14#PROZENT=2.00#}. */
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

  /** The serial form, without an optional. */
  private record Form(int days, Percentage rate, BigDecimal base) implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      return new Skonto(days, rate, Optional.ofNullable(base));
    }
  }
}
