package io.dunning.check;

import java.util.Locale;

/**
 * What is probably a mistake in a policy. Each kind has an identifier, such as {@code
 * step-unreachable}, by which it can be found in a report or left out ({@link
 * PolicyReport#without}).
 */
public enum FindingKind {
  /** A rule names a step that the ladder does not have; such a policy cannot be built. */
  UNKNOWN_STEP("names a step that the ladder does not have"),
  /** Rules contradict each other; such a policy cannot be built. */
  CONTRADICTION("rules contradict each other"),
  /** No debtor in any explored world is ever asked for the step. */
  STEP_UNREACHABLE("no debtor ever comes to the step"),
  /** A more severe step always takes the place of the step. */
  STEP_SHADOWED("a more severe step always takes its place"),
  /** A step for the time before the due date has always lapsed before it can be taken. */
  STEP_LAPSES("the step has always lapsed before it can be taken"),
  /** A step is reached before the step ahead of it, and waits for it. */
  TRIGGERS_OUT_OF_ORDER("the step is reached before the one ahead of it"),
  /** A step is reached within the grace period, in which nothing is done. */
  STEP_IN_GRACE("the step is reached while the grace period runs"),
  /** Two steps that contact the customer are reached on the same day. */
  STEPS_CROWDED("two contacts are reached on the same day"),
  /** A condition does not hold in any explored world. */
  CONDITION_NEVER_TRUE("the condition never holds"),
  /** A condition holds in every explored world in which it is asked. */
  CONDITION_ALWAYS_TRUE("the condition always holds"),
  /** What a step requires does not come about in any explored world. */
  PREREQUISITE_NEVER_MET("what the step requires never comes about"),
  /** The policy holds a debt, and neither time nor a payment plan ends that. */
  HOLD_NEVER_ENDS("the hold never ends by itself"),
  /** An overdue debt above the minimum is left alone from the start. */
  DEBT_LEFT_ALONE("an overdue debt is left alone"),
  /** The distance between contacts pushes a step to the day of the next one or beyond. */
  SPACING_PAST_NEXT_STEP("the distance between contacts pushes the step past the next one"),
  /** A limit of contact stops the ladder without an end. */
  CONTACT_LIMIT_STALLS("a limit of contact stops the ladder"),
  /** A debt below the minimum of a step waits for it, and never comes to the steps after it. */
  MINIMUM_BLOCKS_LADDER("smaller debts wait for the step for ever"),
  /** The minimum amount of the policy is not above what counts as settled anyway. */
  MINIMUM_WITHIN_TOLERANCE("the minimum is not above the tolerance"),
  /** An amount is given in one currency here and in several elsewhere. */
  CURRENCY_MISSING("an amount lacks a currency that the policy names elsewhere"),
  /** A debt is handed over, or a claim is filed, before any notice. */
  NOTICE_MISSING("the debt is handed over without a notice"),
  /** A debt is handed over before the deadline of the last notice is over. */
  NOTICE_NOT_WAITED_FOR("the debt is handed over before a deadline is over"),
  /** A step comes while the deadline that an earlier step granted still runs. */
  DEADLINE_OUTLIVES_NEXT_STEP("the next step comes before the deadline is over"),
  /** A payment deadline falls on a day that is no business day. */
  DEADLINE_ON_CLOSED_DAY("the deadline falls on a closed day"),
  /** An agency, a court or a write-off needs nobody's approval. */
  SEVERE_WITHOUT_APPROVAL("a severe step needs no approval"),
  /** A step contacts the customer after the debt was handed over. */
  CONTACT_AFTER_HAND_OVER("the customer is contacted after the hand-over"),
  /** A step contacts a customer even during a breathing space, or against the customer's wish. */
  CONTACT_DURING_RESTRICTION("the customer is contacted during a restriction"),
  /** A debt is chased although all of it is disputed. */
  CHASED_WHILE_DISPUTED("a disputed debt is chased"),
  /** A debt is chased although a promise to pay all of it runs. */
  CHASED_WHILE_PROMISED("a promised debt is chased"),
  /** Two messages or calls go to one customer on one day. */
  TWO_CONTACTS_ON_ONE_DAY("the customer is contacted twice on one day"),
  /** Notices are not numbered upwards. */
  NOTICE_NUMBERS("notices are not numbered upwards"),
  /** A step speaks more softly than the step before it. */
  TONE_SOFTENS("the step speaks more softly than the one before it"),
  /** A demand is the end: nothing that it threatens is ever done. */
  THREAT_NEVER_CARRIED_OUT("nothing follows the demand"),
  /** The ladder ends with a reminder or a call, and nobody is told. */
  LADDER_WITHOUT_END("the ladder ends with a friendly word"),
  /** The last step contacts the customer again and again, without a limit. */
  REPEATS_FOR_EVER("the last step repeats without a limit"),
  /** A step assesses charges, but the policy has none. */
  CHARGES_NOT_SET("the step assesses charges, but there are none"),
  /** The policy has fees or interest, but no step assesses them. */
  CHARGES_NEVER_ASSESSED("no step assesses the charges"),
  /** A fee is higher than the cap of all charges. */
  FEE_ABOVE_CAP("the fee is above the cap"),
  /** A fee is higher than the smallest debt for which it is charged. */
  FEE_ABOVE_MINIMUM("the fee is higher than the smallest debt"),
  /** A fee comes on top of the compensation of the law, and is higher than that. */
  FEE_ABOVE_STATUTE("the fee is above the compensation of the law"),
  /** The interest is higher than the law allows for the currency. */
  INTEREST_ABOVE_MAXIMUM("the interest is above the legal maximum"),
  /** An offer to settle comes before the rule lets it be made. */
  OFFER_TOO_EARLY("the offer comes before the rule allows it"),
  /** The policy has a rule for offers to settle, but no step makes one. */
  OFFER_NEVER_MADE("no step makes the offer"),
  /** The policy has a rule for payment plans, but no step proposes one. */
  PLAN_NEVER_PROPOSED("no step proposes a payment plan"),
  /** An offer to settle is made, or still stands, when the debt is handed over. */
  OFFER_OUTLIVES_HAND_OVER("an offer stands while the debt is handed over"),
  /** An offer to settle goes to a customer who paid a part some days ago. */
  OFFER_TO_RECENT_PAYER("an offer to settle goes to a customer who just paid"),
  /** A condition of your own has the debt looked at every day, and cannot be explored. */
  DAILY_REVIEW("a condition of your own has the debt looked at every day");

  private final String meaning;

  FindingKind(String meaning) {
    this.meaning = meaning;
  }

  /**
   * The identifier.
   *
   * @return such as {@code step-unreachable}
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * What it means.
   *
   * @return a clause in lower case
   */
  public String meaning() {
    return meaning;
  }

  /** The identifier, such as {@code step-unreachable}. */
  @Override
  public String toString() {
    return id();
  }
}
