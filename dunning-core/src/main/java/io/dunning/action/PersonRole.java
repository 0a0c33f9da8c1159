package io.dunning.action;

import io.dunning.grammar.Form;
import io.dunning.grammar.Grammar;
import io.dunning.grammar.Names;
import io.dunning.grammar.Slot;
import java.io.Serializable;
import java.util.List;
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

  /**
   * Reads a role in the words in which it prints: its name, perhaps in double quotes.
   *
   * @param text such as {@code payables clerk}
   * @return the role
   * @throws io.dunning.sentence.SentenceException if the text is no name; a name with the words
   *     {@code and}, {@code or}, {@code if} or {@code not}, brackets, commas or quotes has to stand
   *     in double quotes
   */
  public static PersonRole parse(String text) {
    return Words.GRAMMAR.parse(Objects.requireNonNull(text, "text"));
  }

  /** Made when first needed, because the roles above are made first. */
  private static final class Words {
    static final Grammar<PersonRole> GRAMMAR =
        new Grammar<>(
            "a role",
            "payables clerk",
            List.of(Form.of("{}", v -> new PersonRole(v.get(0)), Slot.name("a role", "owner"))));
  }

  /** The name; in double quotes if it is unclear where it ends. */
  @Override
  public String toString() {
    return Names.words(name);
  }
}
