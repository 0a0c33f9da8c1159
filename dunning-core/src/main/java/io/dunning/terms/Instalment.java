package io.dunning.terms;

import io.dunning.money.Money;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A part of an invoice that has its own due date. It prints in words and has no parse of its own.
 * Immutable and thread-safe.
 *
 * @param due the due date of this part
 * @param amount the amount of this part, more than zero
 */
public record Instalment(LocalDate due, Money amount) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The most instalments of one debt: a hundred years of months. */
  public static final int MOST = 1_200;

  /**
   * Creates an instalment.
   *
   * @param due the due date of this part
   * @param amount the amount of this part, more than zero
   * @throws IllegalArgumentException if the amount is not more than zero
   */
  public Instalment {
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(amount, "amount");
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("instalment is not more than zero: " + amount);
    }
  }

  /** Returns text such as {@code 250.00 EUR due 2026-03-31}. */
  @Override
  public String toString() {
    return amount + " due " + due;
  }
}
