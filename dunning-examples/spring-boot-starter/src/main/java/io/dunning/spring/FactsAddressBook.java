package io.dunning.spring;

import io.dunning.action.ContactPerson;
import io.dunning.ledger.Customer;
import io.dunning.letters.PostalAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Addresses among the facts of a customer. */
final class FactsAddressBook implements AddressBook {
  @Override
  public PostalAddress post(Customer customer) {
    List<String> lines =
        customer.facts().getOrDefault("address", "").lines().filter(l -> !l.isBlank()).toList();
    return lines.isEmpty()
        ? PostalAddress.UNKNOWN
        : new PostalAddress(lines, customer.country().orElse(""));
  }

  @Override
  public Optional<String> email(Customer customer, Optional<ContactPerson> person) {
    return Optional.ofNullable(customer.facts().get("email"));
  }

  @Override
  public Optional<Locale> language(Customer customer, Optional<ContactPerson> person) {
    return person
        .flatMap(ContactPerson::language)
        .or(
            () ->
                Optional.ofNullable(customer.facts().get("language")).map(Locale::forLanguageTag));
  }
}
