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
   * The customer, or who answers for them, at the place of employment. Some laws forbid contact
   * there if the employer does, or limit its hours.
   */
  public static final PersonRole WORKPLACE = new PersonRole("workplace");

  /**
   * Somebody who neither owes nor speaks for the customer, such as a relative, a neighbour or the
   * employer. Many laws forbid to speak with them about the debt.
   */
  public static final PersonRole THIRD_PARTY = new PersonRole("third party");

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
