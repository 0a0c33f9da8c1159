package io.dunning.behaviour;

import io.dunning.calendar.EpochDay;
import io.dunning.ledger.Account;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * How a customer has paid, as of the end of a day. A profile contains facts only, and nothing that
 * happened after that day.
 *
 * <p>Most facts are about invoices that were settled by money. For each of them the profile counts
 * the days from the due date to the day of settlement: negative if the customer paid early, 0 if
 * the payment came on the due date. An invoice that was voided or credited in full says nothing
 * about paying and is ignored; invoices that were written off are counted separately. Averages are
 * exact, rounded once to four decimals, half away from zero, and empty if no invoice was settled.
 * Immutable and thread-safe.
 */
public final class PaymentProfile implements Serializable {
  private static final long serialVersionUID = 1L;

  private final LocalDate asOf;
  private final int invoices;
  private final SettledInvoices settled;
  private final boolean oneCurrency;
  private final int overdue;
  private final int longOverdue;
  private final int writtenOff;
  private final long changesWithoutPromises;
  private final long settledChangesOnDay;
  private final long bandChangesOnDay;
  private final int leastSettled;

  /** The source of promises and contacts; null after deserialization. */
  private final transient Account account;

  private final transient LocalDate known;
  private final transient ProfileScope scope;

  /** Counted on first use, as most callers never ask; always counted before serialization. */
  private PromiseTally promises;

  /** Counted on first use, like promises. */
  private ContactResponse response;

  private PaymentProfile(Account account, LocalDate known, LocalDate day, ProfileScope scope) {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(known, "known");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(scope, "scope");
    asOf = day;
    this.account = account;
    this.known = known;
    this.scope = scope;
    leastSettled = scope.leastSettled();
    InvoiceTally tally =
        new InvoiceTally(
            account,
            known.toEpochDay(),
            day.toEpochDay(),
            scope.window().map(d -> (long) d.count()).orElse(0L),
            scope);
    tally.addAll();
    settled = tally.settled();
    invoices = tally.invoices;
    oneCurrency = tally.oneCurrency;
    overdue = tally.overdue;
    longOverdue = tally.longOverdue;
    writtenOff = tally.writtenOff;
    changesWithoutPromises = Math.min(tally.changesOn, tally.settledChangesOn);
    settledChangesOnDay = tally.settledChangesOn;
    // a long overdue invoice stays long overdue, and it alone decides the band
    boolean stays = tally.longOverdue > 0;
    bandChangesOnDay =
        stays ? EpochDay.NEVER : Math.min(tally.settledChangesOn, tally.longOverdueOn);
  }

  private PaymentProfile(ProfileParts parts) {
    asOf = parts.asOf();
    account = null;
    known = null;
    scope = null;
    leastSettled = parts.leastSettled();
    settled = parts.settledInvoices();
    invoices = parts.invoices();
    oneCurrency = parts.oneCurrency();
    overdue = parts.overdue();
    longOverdue = parts.longOverdue();
    writtenOff = parts.writtenOff();
    changesWithoutPromises = ProfileParts.day(parts.changesOn());
    settledChangesOnDay = ProfileParts.day(parts.settledChangeOn());
    bandChangesOnDay = ProfileParts.day(parts.bandChangesOn());
    promises =
        new PromiseTally(
            parts.promisesKept(),
            parts.promisesBroken(),
            ProfileParts.day(parts.promisesChangeOn()));
    response =
        new ContactResponse(
            parts.contacts(), parts.contactsAnswered(), ProfileParts.day(parts.contactsChangeOn()));
  }

  /**
   * The profile that consists of these parts, such as one that was stored.
   *
   * @param parts what {@link #parts} returned
   * @return an equal profile
   */
  public static PaymentProfile of(ProfileParts parts) {
    return new PaymentProfile(Objects.requireNonNull(parts, "parts"));
  }

  /**
   * All that this consists of, for storing it as data.
   *
   * @return the parts, of which {@link #of(ProfileParts)} makes an equal profile
   */
  public ProfileParts parts() {
    return new ProfileParts(
        asOf,
        invoices,
        settled.list(),
        oneCurrency,
        overdue,
        longOverdue,
        writtenOff,
        leastSettled,
        promises().kept(),
        promises().broken(),
        response().contacts(),
        response().answered(),
        ProfileParts.date(changesWithoutPromises),
        ProfileParts.date(settledChangesOnDay),
        ProfileParts.date(bandChangesOnDay),
        ProfileParts.date(promises().changesOnDay()),
        ProfileParts.date(response().changesOnDay()));
  }

  /**
   * {@return the profile of a customer over the whole history}
   *
   * @param account the customer's account
   * @param asOf the day at whose end the profile is taken; later events are ignored
   */
  public static PaymentProfile of(Account account, LocalDate asOf) {
    return of(account, asOf, ProfileScope.ALL);
  }

  /**
   * {@return the profile of a customer over a part of the history}
   *
   * @param account the customer's account
   * @param asOf the day at whose end the profile is taken; later events are ignored
   * @param scope which part of the history counts
   */
  public static PaymentProfile of(Account account, LocalDate asOf, ProfileScope scope) {
    Objects.requireNonNull(asOf, "asOf");
    return new PaymentProfile(account, asOf, asOf, scope);
  }

  /**
   * {@return the profile that a customer will have on a later day if nothing happens until then}
   *
   * @param account the customer's account
   * @param known the last day whose events are known, included
   * @param day the day at whose end the profile is taken; not before {@code known}
   * @param scope which part of the history counts
   */
  public static PaymentProfile ahead(
      Account account, LocalDate known, LocalDate day, ProfileScope scope) {
    return new PaymentProfile(account, known, day, scope);
  }

  /** {@return the day at whose end the profile is taken} */
  public LocalDate asOf() {
    return asOf;
  }

  /** {@return how many invoices were issued by the day, settled or not, without voided ones} */
  public int invoices() {
    return invoices;
  }

  /** {@return how many invoices were settled by money} */
  public int settled() {
    return settled.count();
  }

  /** How many invoices must have been settled before the {@link #band} judges by them. */
  int leastSettled() {
    return leastSettled;
  }

  /** {@return how many invoices were settled after their due date} */
  public int late() {
    return settled.late();
  }

  /** {@return how many of the three invoices settled last were late, 0 to 3} */
  public int lateOfLatestThree() {
    return settled.lateOfLatestThree();
  }

  /** {@return whether the invoice settled last was late; false if none was settled} */
  public boolean wasLatestLate() {
    return !settled.isEmpty() && settled.last().isLate();
  }

  /** {@return the share of settled invoices that were late, 0 to 1; empty if none was settled} */
  public Optional<BigDecimal> lateRatio() {
    return settled.lateRatio();
  }

  /**
   * {@return the share of late invoices in the amount of all settled ones, 0 to 1; empty if none
   * was settled or if amounts are in several currencies}
   */
  public Optional<BigDecimal> lateAmountRatio() {
    return oneCurrency ? settled.weighted(s -> s.isLate() ? 1 : 0) : Optional.empty();
  }

  /**
   * {@return the average of the days from the due date to settlement, early payments counting as
   * negative; empty if no invoice was settled}
   */
  public Optional<BigDecimal> averageDaysVsDue() {
    return settled.average(SettledInvoice::daysVsDue);
  }

  /**
   * {@return the average of days late, with payments on time or early counting as 0; empty if no
   * invoice was settled}
   */
  public Optional<BigDecimal> averageDaysLate() {
    return settled.average(SettledInvoice::daysLate);
  }

  /** {@return the average of days late over late invoices only; empty if none was late} */
  public Optional<BigDecimal> averageDaysLateWhenLate() {
    return settled.averageDaysLateWhenLate();
  }

  /**
   * {@return the average of days late weighted by invoice amount, with payments on time or early
   * counting as 0; empty if no invoice was settled or if amounts are in several currencies}
   */
  public Optional<BigDecimal> weightedDaysLate() {
    return oneCurrency ? settled.weighted(SettledInvoice::daysLate) : Optional.empty();
  }

  /**
   * {@return the average of the days from the due date to settlement weighted by invoice amount,
   * early payments counting as negative; empty if no invoice was settled or if amounts are in
   * several currencies}
   */
  public Optional<BigDecimal> weightedDaysVsDue() {
    return oneCurrency ? settled.weighted(SettledInvoice::daysVsDue) : Optional.empty();
  }

  /**
   * {@return the days from the due date to settlement of each settled invoice, early payments
   * negative, in the order of settlement, for statistics of your own}
   */
  public LongStream daysVsDue() {
    return settled.daysVsDue();
  }

  /**
   * {@return the highest number of days from a due date to settlement; empty if no invoice was
   * settled}
   */
  public OptionalLong maximumDaysVsDue() {
    return settled.daysVsDue().max();
  }

  /**
   * Returns whether the customer pays later than before: the average days against the due date of
   * the three invoices settled last, minus the average of those settled before.
   *
   * @return days, above zero if the customer pays later than before; empty if fewer than four
   *     invoices were settled
   */
  public Optional<BigDecimal> trend() {
    return settled.trend();
  }

  /**
   * {@return the day of the month on which invoices were settled most often, 1 to 31; the earliest
   * if there are several; empty if fewer than three invoices were settled}
   */
  public OptionalInt usualDayOfMonth() {
    return settled.usualDayOfMonth();
  }

  /** {@return the day on which an invoice was settled last; empty if none was settled} */
  public Optional<LocalDate> lastSettled() {
    return settled.isEmpty() ? Optional.empty() : EpochDay.date(settled.last().settledDay());
  }

  /**
   * {@return how many contacts the creditor began within the window: steps recorded with a channel,
   * and other contacts. A letter about several invoices counts once for each of them}
   */
  public int contacts() {
    return response().contacts();
  }

  /**
   * {@return how many of the {@link #contacts} the customer answered within a week: by a reply, a
   * contact, a promise or a payment, about any invoice}
   */
  public int contactsAnswered() {
    return response().answered();
  }

  /** {@return how many promises were kept, regardless of the window} */
  public int promisesKept() {
    return promises().kept();
  }

  /** {@return how many promises were broken or only partly kept, regardless of the window} */
  public int promisesBroken() {
    return promises().broken();
  }

  /** {@return how many invoices are past their due date on the day} */
  public int overdue() {
    return overdue;
  }

  /** {@return how many invoices are more than 90 days past their due date on the day} */
  public int longOverdue() {
    return longOverdue;
  }

  /** {@return how many invoices were written off within the window} */
  public int writtenOff() {
    return writtenOff;
  }

  /**
   * {@return whether the share of late invoices reaches a share; false if no invoice was settled}
   * The comparison is exact.
   *
   * @param percent the share in percent
   */
  public boolean isLateRatioAtLeast(BigDecimal percent) {
    return settled.isLateRatioAtLeast(percent);
  }

  /**
   * {@return whether the average of days against the due date exceeds a number of days; false if no
   * invoice was settled} The comparison is exact.
   *
   * @param days the number of days
   */
  public boolean isAverageMoreThan(long days) {
    return settled.isAverageMoreThan(days);
  }

  /** {@return the risk band that sums up the profile in one word} */
  public RiskBand band() {
    return RiskBand.of(this);
  }

  /**
   * Returns the first later day on which the profile may differ if nothing happens until then. It
   * is the same on every day before, apart from contacts: see {@link #contactsChangeOnDay}.
   *
   * @return an epoch day after {@link #asOf}; {@link EpochDay#NEVER} if the profile stays the same
   */
  public long changesOnDay() {
    return Math.min(changesWithoutPromises, promises().changesOnDay());
  }

  /**
   * {@return the first later day on which the facts about settled invoices may differ if nothing
   * happens until then: an epoch day after {@link #asOf}; {@link EpochDay#NEVER} if these facts
   * stay the same}
   */
  public long settledChangesOnDay() {
    return settledChangesOnDay;
  }

  /**
   * {@return the first later day on which {@link #contacts} or {@link #contactsAnswered} may differ
   * if nothing happens until then, because a contact leaves the window: an epoch day after {@link
   * #asOf}; {@link EpochDay#NEVER} if they stay the same}
   */
  public long contactsChangeOnDay() {
    return response().changesOnDay();
  }

  /**
   * {@return the first later day on which the {@link #band} may differ if nothing happens until
   * then: an epoch day after {@link #asOf}; {@link EpochDay#NEVER} if the band stays the same}
   */
  public long bandChangesOnDay() {
    return bandChangesOnDay;
  }

  private PromiseTally promises() {
    PromiseTally found = promises;
    if (found == null) {
      found = PromiseTally.of(account, known, asOf, scope.tolerance(), scope.calendar());
      promises = found;
    }
    return found;
  }

  private ContactResponse response() {
    ContactResponse found = response;
    if (found == null) {
      long window = scope.window().map(d -> (long) d.count()).orElse(0L);
      found = ContactResponse.of(account, known.toEpochDay(), asOf.toEpochDay(), window);
      response = found;
    }
    return found;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    promises();
    response();
    out.defaultWriteObject();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PaymentProfile that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return Objects.hash(asOf, invoices, overdue, longOverdue, settled.count());
  }

  /**
   * Returns the main facts and the band, such as {@code 8 settled, 3 late (0.3750): often late}.
   */
  @Override
  public String toString() {
    return ProfileText.of(this);
  }
}
