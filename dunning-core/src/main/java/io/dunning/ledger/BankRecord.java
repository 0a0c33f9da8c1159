package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.event.BankEvent.CandidateReceipt;
import io.dunning.event.BankEvent.CollectionFailed;
import io.dunning.event.PaymentMethod;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the bank says at the end of a day: receipts that may be payments and are not booked, how
 * recent the bank data are, how it is paid, and what became of collections. Immutable and
 * thread-safe.
 */
public final class BankRecord {
  /** The bank says nothing. */
  static final BankRecord NONE = new BankRecord();

  private final List<CandidateReceipt> candidates;
  private final long bankDataDay;

  /** Null if it is not known. */
  private final PaymentMethod method;

  private final long plannedDay;
  private final long plannedSinceDay;
  private final long paidByDay;
  private final long collectedDay;
  private final List<CollectionFailed> failures;

  private BankRecord() {
    candidates = List.of();
    bankDataDay = EpochDay.NONE;
    method = null;
    plannedDay = EpochDay.NONE;
    plannedSinceDay = EpochDay.NONE;
    paidByDay = EpochDay.NONE;
    collectedDay = EpochDay.NONE;
    failures = List.of();
  }

  /** What a tally comes to. */
  BankRecord(BankTally tally) {
    candidates = List.copyOf(tally.candidates);
    bankDataDay = tally.bankDataDay;
    method = tally.method;
    plannedDay = tally.plannedDay;
    plannedSinceDay = tally.plannedSinceDay;
    paidByDay = tally.paidByDay;
    collectedDay = tally.collectedDay;
    failures = List.copyOf(tally.failures);
  }

  /**
   * The receipts that may be payments: neither booked nor rejected, whether or not they still hold.
   *
   * @return in the order in which they were proposed
   */
  public List<CandidateReceipt> candidates() {
    return candidates;
  }

  /**
   * The last day that the bank data cover.
   *
   * @return the epoch day, included; {@link EpochDay#NONE} if it was never recorded
   */
  public long bankDataDay() {
    return bankDataDay;
  }

  /** {@return how it is paid; empty if that was never recorded} */
  public Optional<PaymentMethod> paymentMethod() {
    return Optional.ofNullable(method);
  }

  /**
   * The day of the collection that is planned and neither went through nor failed.
   *
   * @return the epoch day; {@link EpochDay#NONE} without one
   */
  public long collectionPlannedDay() {
    return plannedDay;
  }

  /**
   * The day on which the collection that is planned was planned.
   *
   * @return the epoch day; {@link EpochDay#NONE} if none is planned
   */
  public long plannedSinceDay() {
    return plannedSinceDay;
  }

  /**
   * The day of the last new way to pay, or of the last collection that went through, by what is
   * recorded on an invoice and on its account. Earlier failures of either no longer count.
   *
   * @param ofAccount what the bank says about the account as a whole
   * @param dueDay the epoch day on which the invoice is due; a collection of the account that went
   *     through earlier was not about it
   * @return the epoch day; {@link EpochDay#NONE} if neither was recorded
   */
  public long clearedDay(BankRecord ofAccount, long dueDay) {
    long own = Math.max(paidByDay, collectedDay);
    long whole = ofAccount.paidByDay;
    if (ofAccount.collectedDay >= dueDay) {
      whole = Math.max(whole, ofAccount.collectedDay);
    }
    return Math.max(own, whole);
  }

  long paidByDay() {
    return paidByDay;
  }

  long collectedDay() {
    return collectedDay;
  }

  /**
   * The collections that failed since the last one that went through, or since the way to pay
   * changed.
   *
   * @return in their order
   */
  public List<CollectionFailed> failures() {
    return failures;
  }

  /**
   * The day of the latest of the {@link #failures}.
   *
   * @return the epoch day; {@link EpochDay#NONE} without one
   */
  public long lastFailureDay() {
    return failures.isEmpty()
        ? EpochDay.NONE
        : failures.get(failures.size() - 1).date().toEpochDay();
  }

  /** {@return whether the bank says nothing at all} */
  boolean isNone() {
    return this == NONE || isSilent() && bankDataDay == EpochDay.NONE;
  }

  /** Whether no more is known than how recent the bank data are. */
  boolean isSilent() {
    return this == NONE
        || candidates.isEmpty()
            && method == null
            && plannedDay == EpochDay.NONE
            && collectedDay == EpochDay.NONE
            && failures.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BankRecord that
        && candidates.equals(that.candidates)
        && bankDataDay == that.bankDataDay
        && method == that.method
        && plannedDay == that.plannedDay
        && plannedSinceDay == that.plannedSinceDay
        && paidByDay == that.paidByDay
        && collectedDay == that.collectedDay
        && failures.equals(that.failures);
  }

  @Override
  public int hashCode() {
    return Objects.hash(candidates, bankDataDay, method, plannedDay, failures);
  }
}
