package io.dunning.charge;

import io.dunning.event.Restriction;
import io.dunning.money.Percentage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the calculation of charges reads of the rules for them. The classes that calculate know
 * these terms and not the rules, so that the rules can call them.
 *
 * @param bearsInterest whether there is interest at all
 * @param interest the rule for interest; one of 0% without any
 * @param interestWords that rule and its source; empty text without interest
 * @param fees the fees that arise without a step
 * @param cap the most that fees and interest come to together
 * @param order what a payment pays first
 * @param pausesInDispute whether disputed amounts bear no interest while the dispute is open
 * @param pausing the restrictions during which nothing accrues
 * @param waiving the restrictions that also give up what was owed when they began
 * @param waivesOnceSettled whether charges are given up once the principal is paid
 * @param followsRecords whether what was recorded of charges that payments paid counts, because the
 *     rules neither charge anything nor let payments pay charges first
 */
record AccrualTerms(
    boolean bearsInterest,
    LateInterest interest,
    String interestWords,
    List<LateFee> fees,
    Optional<ChargeCap> cap,
    AllocationOrder order,
    boolean pausesInDispute,
    Set<Restriction> pausing,
    Set<Restriction> waiving,
    boolean waivesOnceSettled,
    boolean followsRecords) {
  /** The days after the due date after which nothing accrues: a hundred years. */
  static final int LONGEST = 36_525;

  /** What stands in for the rule where no interest is charged. */
  static final LateInterest NO_INTEREST = LateInterest.fixed(Percentage.percent("0"));
}
