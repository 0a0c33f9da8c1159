package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Customer;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;

/**
 * The shortest world so far in which something shows: with the fewest events, then with the fewest
 * invoices, then where it shows on the earliest day, then with a customer of whom nothing is known.
 *
 * @param path how the world came there
 * @param day the day on which it shows
 */
record Shortest(Path path, LocalDate day) {

  /**
   * Whether a world is shorter than the shortest so far.
   *
   * @param known the shortest so far; may be null
   * @param path how the world came there
   * @param day the day on which it shows
   */
  static boolean beats(Shortest known, Path path, LocalDate day) {
    if (known == null || path.events != known.path.events) {
      return known == null || path.events < known.path.events;
    }
    int more = invoices(path) - invoices(known.path);
    more = more == 0 ? day.compareTo(known.day) : more;
    return more == 0 ? isPlain(path) && !isPlain(known.path) : more < 0;
  }

  private static int invoices(Path path) {
    return path.debtor.account().invoices().size();
  }

  private static boolean isPlain(Path path) {
    Customer customer = path.debtor.account().customer();
    return customer.equals(Customer.of(customer.id()));
  }

  /** Whether a world has as many events and invoices as the shortest so far. */
  static boolean isAsShort(Shortest known, Path path) {
    return path.events == known.path.events && invoices(path) == invoices(known.path);
  }

  World world(DunningPolicy policy, BusinessCalendar calendar) {
    return World.of(policy, calendar, path, day);
  }
}
