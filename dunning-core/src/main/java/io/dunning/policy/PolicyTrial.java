package io.dunning.policy;

import io.dunning.money.Percentage;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;

/**
 * A policy that challenges another one with a share of its customers, so that both can be compared.
 * Who takes part follows from the name of the trial and the customer's identifier alone: it is the
 * same on every machine and in every run, and a larger share takes in more customers without
 * letting any go. Immutable and thread-safe.
 *
 * <p>The number of a customer is made of the first eight bytes, most significant first, of the
 * SHA-256 of the UTF-8 text {@code name + "\n" + customer}. Read as a fraction of 2<sup>64</sup>,
 * it lies between 0 and 100%. The customer takes part if that is less than the share. Trials with
 * unlike names choose independently of each other.
 *
 * @param name the name of the trial; another name chooses other customers
 * @param champion the policy that applies otherwise
 * @param challenger the policy that is tried
 * @param share the share of customers with whom it is tried, 0 to 100%
 */
public record PolicyTrial(
    String name, DunningPolicy champion, DunningPolicy challenger, Percentage share)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int BYTES = 8;
  private static final int DECIMALS = 4;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal ALL = new BigDecimal(BigInteger.ONE.shiftLeft(Long.SIZE));

  /**
   * A trial.
   *
   * @param name the name of the trial
   * @param champion the policy that applies otherwise
   * @param challenger the policy that is tried
   * @param share the share of customers with whom it is tried
   * @throws IllegalArgumentException if the name is blank or has a line feed, the share is not
   *     between 0 and 100%, or both policies have one name, so that nobody could tell their results
   *     apart
   */
  public PolicyTrial {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(champion, "champion");
    Objects.requireNonNull(challenger, "challenger");
    Objects.requireNonNull(share, "share");
    if (name.isBlank()) {
      throw new IllegalArgumentException("trial has no name");
    }
    if (name.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(
          "name of a trial has a line feed: " + name.replace("\n", "\\n"));
    }
    if (share.value().signum() < 0 || share.value().compareTo(HUNDRED) > 0) {
      throw new IllegalArgumentException("share of a trial is not between 0% and 100%: " + share);
    }
    if (champion.name().equals(challenger.name())) {
      throw new IllegalArgumentException(
          "champion and challenger have one name: " + champion.name());
    }
  }

  /**
   * The number of a customer, to be read by persons. It is cut off, so that a customer whose number
   * reads just like a share of four decimals may be in or out: ask {@link #includes}.
   *
   * @param customer the customer's identifier
   * @return 0% or more, and less than 100%, cut off after four decimals
   */
  public Percentage numberOf(String customer) {
    BigDecimal number = new BigDecimal(hash(customer)).multiply(HUNDRED);
    return Percentage.percent(number.divide(ALL, DECIMALS, RoundingMode.DOWN).toPlainString());
  }

  /**
   * Whether the challenger is tried with a customer.
   *
   * @param customer the customer's identifier
   * @return true if the number of the customer is less than the share; it is compared as a whole,
   *     not cut off as {@link #numberOf} is
   */
  public boolean includes(String customer) {
    BigDecimal limit = ALL.multiply(share.value());
    return new BigDecimal(hash(customer)).multiply(HUNDRED).compareTo(limit) < 0;
  }

  private BigInteger hash(String customer) {
    String text = name + "\n" + Objects.requireNonNull(customer, "customer");
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, Arrays.copyOf(digest, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Such as {@code trial spring: gentle challenges standard with 20%}. */
  @Override
  public String toString() {
    return "trial "
        + name
        + ": "
        + challenger.name()
        + " challenges "
        + champion.name()
        + " with "
        + share;
  }
}
