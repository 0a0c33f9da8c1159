package io.dunning.behaviour;

import io.dunning.calendar.EpochDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a {@link PaymentProfile} consists of, for storing it as data and for making an equal one
 * of the data. Ratios and averages are not among it, because the profile works them out. Immutable.
 *
 * @param asOf the day, included
 * @param invoices how many invoices there are, open or not
 * @param settled the settled invoices, in the order in which they were settled
 * @param oneCurrency whether they are all in one currency, so that amounts can weigh them
 * @param overdue how many invoices are overdue
 * @param longOverdue how many of these are so for long
 * @param writtenOff how many invoices were written off
 * @param leastSettled from how many settled invoices on the customer is judged, 1 or more
 * @param promisesKept how many promises were kept
 * @param promisesBroken how many promises were broken
 * @param contacts how many contacts there were with the customer
 * @param contactsAnswered how many of these the customer answered
 * @param changesOn the first later day on which a fact about invoices changes by itself
 * @param settledChangeOn the first later day on which a fact about settled invoices does
 * @param bandChangesOn the first later day on which the risk band can change
 * @param promisesChangeOn the first later day on which a promise can break
 * @param contactsChangeOn the first later day on which a contact is too old to count
 */
public record ProfileParts(
    LocalDate asOf,
    int invoices,
    List<Settled> settled,
    boolean oneCurrency,
    int overdue,
    int longOverdue,
    int writtenOff,
    int leastSettled,
    int promisesKept,
    int promisesBroken,
    int contacts,
    int contactsAnswered,
    Optional<LocalDate> changesOn,
    Optional<LocalDate> settledChangeOn,
    Optional<LocalDate> bandChangesOn,
    Optional<LocalDate> promisesChangeOn,
    Optional<LocalDate> contactsChangeOn) {

  /**
   * An invoice that was settled.
   *
   * @param on the day on which it was settled
   * @param daysVsDue how many days after its due date that was; negative before it
   * @param amountMinor its amount in minor units
   */
  public record Settled(LocalDate on, long daysVsDue, long amountMinor) {
    /**
     * A settled invoice.
     *
     * @param on the day on which it was settled
     * @param daysVsDue how many days after its due date that was; negative before it
     * @param amountMinor its amount in minor units
     */
    public Settled {
      Objects.requireNonNull(on, "on");
    }
  }

  /**
   * The parts of a profile. *
   *
   * @param asOf the day, included
   * @param invoices how many invoices there are, open or not
   * @param settled the settled invoices, in the order in which they were settled
   * @param oneCurrency whether they are all in one currency, so that amounts can weigh them
   * @param overdue how many invoices are overdue
   * @param longOverdue how many of these are so for long
   * @param writtenOff how many invoices were written off
   * @param leastSettled from how many settled invoices on the customer is judged, 1 or more
   * @param promisesKept how many promises were kept
   * @param promisesBroken how many promises were broken
   * @param contacts how many contacts there were with the customer
   * @param contactsAnswered how many of these the customer answered
   * @param changesOn the first later day on which a fact about invoices changes by itself
   * @param settledChangeOn the first later day on which a fact about settled invoices does
   * @param bandChangesOn the first later day on which the risk band can change
   * @param promisesChangeOn the first later day on which a promise can break
   * @param contactsChangeOn the first later day on which a contact is too old to count
   * @throws IllegalArgumentException if a number is negative, if more contacts were answered than
   *     there were, or if customers are judged from fewer than one invoice
   */
  public ProfileParts {
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(changesOn, "changesOn");
    Objects.requireNonNull(settledChangeOn, "settledChangeOn");
    Objects.requireNonNull(bandChangesOn, "bandChangesOn");
    Objects.requireNonNull(promisesChangeOn, "promisesChangeOn");
    Objects.requireNonNull(contactsChangeOn, "contactsChangeOn");
    Objects.requireNonNull(settled, "settled");
    settled = List.copyOf(settled);
    List<Integer> counts =
        List.of(
            invoices,
            overdue,
            longOverdue,
            writtenOff,
            promisesKept,
            promisesBroken,
            contacts,
            contactsAnswered,
            leastSettled - 1,
            contacts - contactsAnswered);
    if (counts.stream().anyMatch(n -> n < 0)) {
      throw new IllegalArgumentException("numbers of a profile do not fit together: " + counts);
    }
  }

  SettledInvoices settledInvoices() {
    return new SettledInvoices(
        settled.stream()
            .map(s -> new SettledInvoice(s.on().toEpochDay(), s.daysVsDue(), s.amountMinor()))
            .toList());
  }

  static long day(Optional<LocalDate> date) {
    return date.map(LocalDate::toEpochDay).orElse(EpochDay.NEVER);
  }

  static Optional<LocalDate> date(long day) {
    return day > EpochDay.LAST ? Optional.empty() : EpochDay.date(day);
  }
}
