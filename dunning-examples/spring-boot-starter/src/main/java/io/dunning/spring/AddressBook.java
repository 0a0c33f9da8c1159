package io.dunning.spring;

import io.dunning.action.ContactPerson;
import io.dunning.ledger.Customer;
import io.dunning.letters.PostalAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * Where and in which language a customer is reached. Make a bean of it to look it up where you keep
 * it; otherwise the facts {@code email}, {@code address} (lines) and {@code language} of the
 * customer are taken.
 */
public interface AddressBook {
  /**
   * Where letters go.
   *
   * @param customer the customer
   * @return the address; {@link PostalAddress#UNKNOWN} if there is none
   */
  PostalAddress post(Customer customer);

  /**
   * Where e-mails go.
   *
   * @param customer the customer
   * @param person whom the step addresses; empty for the customer as such
   * @return the address of one mailbox; empty if there is none
   */
  Optional<String> email(Customer customer, Optional<ContactPerson> person);

  /**
   * In which language the customer is written to.
   *
   * @param customer the customer
   * @param person whom the step addresses; empty for the customer as such
   * @return the language; empty if it is not known
   */
  Optional<Locale> language(Customer customer, Optional<ContactPerson> person);
}
