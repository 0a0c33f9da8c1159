package io.dunning.ledger;

import io.dunning.terms.WayToPay;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Whose debts are collected, with what a letter states about it. No decision depends on it.
 * Immutable and thread-safe.
 *
 * @param name the name that letters show, not blank
 * @param waysToPay how its customers can pay, the preferred way first; {@link Customer#waysToPay}
 *     has those that one customer agreed to
 */
public record Creditor(String name, List<WayToPay> waysToPay) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A creditor.
   *
   * @param name the name that letters show
   * @param waysToPay how its customers can pay, the preferred way first
   * @throws IllegalArgumentException if the name is blank
   */
  public Creditor {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(waysToPay, "waysToPay");
    waysToPay = List.copyOf(waysToPay);
    if (name.isBlank()) {
      throw new IllegalArgumentException("creditor has no name");
    }
  }

  /**
   * {@return a creditor without ways to pay}
   *
   * @param name the name that letters show
   * @throws IllegalArgumentException if the name is blank
   */
  public static Creditor of(String name) {
    return new Creditor(name, List.of());
  }

  /**
   * {@return this creditor with one more way to pay}
   *
   * @param way the way to pay
   */
  public Creditor paidBy(WayToPay way) {
    List<WayToPay> all = new ArrayList<>(waysToPay);
    all.add(Objects.requireNonNull(way, "way"));
    return new Creditor(name, all);
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
