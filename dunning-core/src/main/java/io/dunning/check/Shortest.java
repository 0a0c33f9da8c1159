package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;

/**
 * The shortest world so far in which something shows: with the fewest events, then with the fewest
 * invoices, then with its last day first.
 *
 * @param path how the world came there
 * @param day the day on which it shows
 */
record Shortest(Path path, LocalDate day) {

  /** Whether a world that ends now is shorter than the shortest so far, which may be null. */
  static boolean beats(Shortest known, Path path) {
    if (known == null || path.events != known.path.events) {
      return known == null || path.events < known.path.events;
    }
    int invoices = path.debtor.account().invoices().size();
    int knownInvoices = known.path.debtor.account().invoices().size();
    return invoices == knownInvoices ? path.day.isBefore(known.day) : invoices < knownInvoices;
  }

  /** Whether a world has as many events and invoices as the shortest so far. */
  static boolean isAsShort(Shortest known, Path path) {
    return path.events == known.path.events
        && path.debtor.account().invoices().size() == known.path.debtor.account().invoices().size();
  }

  World world(DunningPolicy policy, BusinessCalendar calendar) {
    return World.of(policy, calendar, path, day);
  }
}
