package io.dunning.compiled;

import io.dunning.ledger.Customer;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Numbers for groups of customers who are alike to rules of contact: of one kind, in one country
 * and in the same time zones. As with {@link Names}, there are only so many; the customers of a
 * group without a number are in the group {@link #OTHERS}, of which nothing is known.
 */
final class CustomerGroups {
  /** Customers of whom nothing of this is known. */
  static final int PLAIN = 0;

  /** Customers whose group has no number. */
  static final int OTHERS = 0x3FF;

  private static final Names.Numbers<Facts> GROUPS = new Names.Numbers<>(PLAIN + 1, OTHERS);
  private static final AtomicReferenceArray<Customer> ANYBODY = new AtomicReferenceArray<>(OTHERS);

  private CustomerGroups() {}

  private record Facts(Optional<Customer.Kind> kind, Optional<String> country, List<ZoneId> zones) {
    Customer anybody() {
      Customer made = Customer.of("anybody");
      made = kind.isPresent() ? made.ofKind(kind.get()) : made;
      made = country.isPresent() ? made.inCountry(country.get()) : made;
      for (ZoneId zone : zones) {
        made = made.inZone(zone);
      }
      return made;
    }
  }

  /** The group of a customer. */
  static int of(Customer customer) {
    Facts facts = new Facts(customer.kind(), customer.country(), customer.zones());
    if (facts.kind.isEmpty() && facts.country.isEmpty() && facts.zones.isEmpty()) {
      return PLAIN;
    }
    int number = GROUPS.of(facts, CustomerGroups::add);
    return number == Names.UNKNOWN ? OTHERS : number;
  }

  private static Integer add(Facts facts) {
    Integer number = GROUPS.take();
    if (number != null) {
      ANYBODY.set(number, facts.anybody());
    }
    return number;
  }

  /** A customer of a group that is not {@link #OTHERS}, about whom nothing else is known. */
  static Customer anybody(int group) {
    return group == PLAIN ? Customer.of("anybody") : ANYBODY.get(group);
  }
}
