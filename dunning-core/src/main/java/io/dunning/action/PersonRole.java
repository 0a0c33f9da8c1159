package io.dunning.action;

import java.io.Serializable;
import java.util.Objects;

/**
 * What a contact person does for a customer, such as {@code payables clerk}. Some roles are named
 * here; add your own by name. Two roles are equal if their names are. Immutable and thread-safe.
 *
 * @param name the role in words, not blank
 */
public record PersonRole(String name) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The clerk who pays the invoices. */
  public static final PersonRole PAYABLES_CLERK = new PersonRole("payables clerk");

  /** The owner, or whoever answers for the customer as a whole. */
  public static final PersonRole OWNER = new PersonRole("owner");

  /** The lawyer who speaks for the customer. */
  public static final PersonRole LAWYER = new PersonRole("lawyer");

  /** The person with whom the creditor's sales people deal. */
  public static final PersonRole SALES_CONTACT = new PersonRole("sales contact");

  /**
   * A role.
   *
   * @param name the role in words, such as {@code guarantor}
   * @throws IllegalArgumentException if the name is blank
   */
  public PersonRole {
    Objects.requireNonNull(name, "name");
    if (name.isBlank()) {
      throw new IllegalArgumentException("role has no name");
    }
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
