package io.dunning.letters;

import io.dunning.ledger.Customer;
import java.util.Optional;

/**
 * Who gets a letter. Immutable and thread-safe.
 *
 * @param customer the customer's id
 * @param name the customer's name
 * @param kind who owes, as far as the law asks; empty if it is not known
 * @param country the customer's country; empty text if it is not known
 * @param person the contact person whom the letter addresses; empty text for the customer as such
 * @param address where the letter goes
 */
public record Recipient(
    String customer,
    String name,
    Optional<Customer.Kind> kind,
    String country,
    String person,
    PostalAddress address) {

  /** {@return whether the customer is a natural person outside business} */
  public boolean isConsumer() {
    return kind.filter(k -> k == Customer.Kind.CONSUMER).isPresent();
  }
}
