package io.dunning.check;

import java.util.Locale;

/**
 * What is probably a mistake in a policy. Each kind has an identifier, such as {@code
 * step-unreachable}, by which it can be found in a report or left out ({@link
 * PolicyReport#without}).
 */
public enum FindingKind {
  /** A rule names a step that the ladder does not have; such a policy cannot be built. */
  UNKNOWN_STEP(
      "names a step that the ladder does not have", "name a step of the ladder, or add the step"),
  /** Rules contradict each other; such a policy cannot be built. */
  CONTRADICTION("rules contradict each other", "change one of the two rules"),
  /** No debtor in any explored world is ever asked for the step. */
  STEP_UNREACHABLE(
      "no debtor ever comes to the step", "change its condition or its day, or delete the step"),
  /** A more severe step always takes the place of the step. */
  STEP_SHADOWED(
      "a more severe step always takes its place",
      "give it a day well before the more severe step, or delete it"),
  /** A step for the time before the due date has always lapsed before it can be taken. */
  STEP_LAPSES(
      "the step has always lapsed before it can be taken",
      "let it come earlier before the due date"),
  /** A step is reached before the step ahead of it, and waits for it. */
  TRIGGERS_OUT_OF_ORDER(
      "the step is reached before the one ahead of it", "put the steps in the order of their days"),
  /** A step is reached within the grace period, in which nothing is done. */
  STEP_IN_GRACE(
      "the step is reached while the grace period runs",
      "let the step come after the grace period, or shorten that"),
  /** Two steps that contact the customer are reached on the same day. */
  STEPS_CROWDED(
      "two contacts are reached on the same day", "let one of the two come some days later"),
  /** A condition does not hold in any explored world. */
  CONDITION_NEVER_TRUE(
      "the condition never holds", "change the condition, or delete what depends on it"),
  /** A condition holds in every explored world in which it is asked. */
  CONDITION_ALWAYS_TRUE("the condition always holds", "delete the condition, or make it narrower"),
  /** What a step requires does not come about in any explored world. */
  PREREQUISITE_NEVER_MET(
      "what the step requires never comes about",
      "require a step that every such debt has seen, or use \"only if\""),
  /** The policy holds a debt, or that of every usual customer, and no day ends that. */
  HOLD_NEVER_ENDS(
      "the hold never ends by itself",
      "hold only for what a day or an event ends, such as a promise"),
  /** An overdue debt above the minimum is left alone: from the start, or for some customers. */
  DEBT_LEFT_ALONE(
      "an overdue debt is left alone",
      "add a step for these debts, or a minimum amount that excludes them"),
  /** A step waits for what somebody has to record, and until then nobody hears of the debt. */
  DEBT_WAITS_FOR_RECORD(
      "a debt of which nothing is recorded waits for ever",
      "let days end the wait, too: or at least 60 days past due"),
  /** The distance between contacts pushes a step to the day of the next one or beyond. */
  SPACING_PAST_NEXT_STEP(
      "the distance between contacts pushes the step past the next one",
      "move the next step further away, or lower the days between contacts"),
  /** A limit of contact stops the ladder without an end. */
  CONTACT_LIMIT_STALLS(
      "a limit of contact stops the ladder",
      "use fewer contacts, another channel, or a step that needs no contact"),
  /** A debt below the minimum of a step waits for it, and never comes to the steps after it. */
  MINIMUM_BLOCKS_LADDER(
      "smaller debts wait for the step for ever",
      "use a condition on the amount instead, so that smaller debts pass the step over"),
  /** The minimum amount of the policy is not above what counts as settled anyway. */
  MINIMUM_WITHIN_TOLERANCE(
      "the minimum is not above the tolerance",
      "raise the minimum above the tolerance, or delete it"),
  /** An amount is given in one currency here and in several elsewhere. */
  CURRENCY_MISSING(
      "an amount lacks a currency that the policy names elsewhere",
      "give an amount in each currency"),
  /** A debt is handed over, or a claim is filed, before any notice. */
  NOTICE_MISSING(
      "the debt is handed over without a notice",
      "add a notice before it, and let the step require that the notice was taken"),
  /** A debt is handed over before the deadline of a notice, or on the day of the last notice. */
  NOTICE_NOT_WAITED_FOR(
      "the debt is handed over before the customer had time to pay",
      "let it count from the deadline of the last notice, which has to grant one: at: 1 day after"
          + " the deadline of STEP"),
  /** A step contacts the customer or stops supply while a deadline of an earlier step runs. */
  DEADLINE_OUTLIVES_NEXT_STEP(
      "the next step comes before the deadline is over",
      "grant fewer days, or let the next step count from the deadline"),
  /** A payment deadline falls on a day that is no business day. */
  DEADLINE_ON_CLOSED_DAY("the deadline falls on a closed day", "grant business days"),
  /**
   * An agency, a court or a write-off needs nobody's approval; nor does a stop of supply before
   * which no notice or demand comes.
   */
  SEVERE_WITHOUT_APPROVAL("a severe step needs no approval", "needs approval: true"),
  /** A step contacts the customer after the debt was handed over or written off. */
  CONTACT_AFTER_HAND_OVER(
      "the customer is contacted after the hand-over or the write-off",
      "move the contact before the hand-over, or delete it"),
  /** A step contacts a customer even during a breathing space, or against the customer's wish. */
  CONTACT_DURING_RESTRICTION(
      "the customer is contacted during a restriction",
      "delete this restriction from \"even during\""),
  /** A debt is chased, or supply is stopped, although all of it is disputed. */
  CHASED_WHILE_DISPUTED("a disputed debt is chased", "hold while: dispute open"),
  /** A debt is chased, or supply is stopped, although a promise to pay all of it runs. */
  CHASED_WHILE_PROMISED("a promised debt is chased", "hold while: promise active"),
  /** A debt is chased, or supply is stopped, although the customer keeps a payment plan. */
  CHASED_WHILE_IN_PLAN("a customer who keeps a payment plan is chased", "hold while: plan active"),
  /** Two messages or calls go to one customer on one day. */
  TWO_CONTACTS_ON_ONE_DAY(
      "the customer is contacted twice on one day", "set the minimum days between contacts"),
  /** Notices are not numbered upwards. */
  NOTICE_NUMBERS(
      "notices are not numbered upwards", "number the notices 1, 2, 3 in the order of the steps"),
  /** A step speaks more softly than the step before it. */
  TONE_SOFTENS(
      "the step speaks more softly than the one before it",
      "give the step the tone of the one before it, or a firmer one"),
  /** A demand is the end: nothing that it threatens is ever done. */
  THREAT_NEVER_CARRIED_OUT(
      "nothing follows the demand",
      "add a step after it that does what it threatens, or a task for a person"),
  /** The ladder ends with a reminder or a call, and nobody is told. */
  LADDER_WITHOUT_END(
      "the ladder ends with a friendly word",
      "end with a notice, a hand-over or a task for a person"),
  /** The last step contacts the customer again and again, without a limit. */
  REPEATS_FOR_EVER(
      "the last step repeats without a limit",
      "add a contact limit, or a step that ends the ladder"),
  /** A step assesses charges, but the policy has none. */
  CHARGES_NOT_SET(
      "the step assesses charges, but there are none",
      "add late fees or interest, or do not assess charges"),
  /** The policy has fees or interest, but no step assesses them. */
  CHARGES_NEVER_ASSESSED(
      "no step assesses the charges", "add \"assess charges\" to a notice or a demand"),
  /** A fee, or a band of it, is higher than the cap of all charges, whatever is owed. */
  FEE_ABOVE_CAP("the fee is above the cap", "lower the fee or raise the cap"),
  /** A fee is higher than the smallest debt for which it is charged. */
  FEE_ABOVE_MINIMUM(
      "the fee is higher than the smallest debt", "lower the fee, or raise the minimum amount"),
  /** A fee comes on top of the compensation of the law, and is higher than that. */
  FEE_ABOVE_STATUTE(
      "the fee is above the compensation of the law",
      "ask a lawyer whether more than the compensation of the law may be charged"),
  /** The interest is higher than the law allows for the currency. */
  INTEREST_ABOVE_MAXIMUM(
      "the interest is above the legal maximum", "lower the rate to the maximum or below"),
  /** An offer to settle comes before the rule lets it be made. */
  OFFER_TOO_EARLY(
      "the offer comes before the rule allows it",
      "let the step come later, or let offers begin earlier"),
  /** The policy has a rule for offers to settle, but no step makes one. */
  OFFER_NEVER_MADE(
      "no step makes the offer", "add a step that offers a settlement, or delete the rule"),
  /** The policy has a rule for payment plans, but no step proposes one. */
  PLAN_NEVER_PROPOSED(
      "no step proposes a payment plan",
      "add a step that proposes a payment plan, or delete the rule"),
  /** An offer to settle is made, or still stands, when the debt is handed over. */
  OFFER_OUTLIVES_HAND_OVER(
      "an offer stands while the debt is handed over",
      "let the offer end first, or hold while an offer stands"),
  /** An offer to settle goes to a customer who paid a part some days ago. */
  OFFER_TO_RECENT_PAYER(
      "an offer to settle goes to a customer who just paid",
      "offer only if the customer has not paid a part lately"),
  /** A condition of your own has the debt looked at every day, and cannot be explored. */
  DAILY_REVIEW(
      "a condition of your own has the debt looked at every day",
      "use conditions of the library where they say the same");

  private final String meaning;
  private final String advice;

  FindingKind(String meaning, String advice) {
    this.meaning = meaning;
    this.advice = advice;
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

  /**
   * What usually mends it.
   *
   * @return a sentence that begins with {@code Maybe}, such as {@code Maybe needs approval: true}
   */
  public String advice() {
    return "Maybe " + advice;
  }

  /** The identifier, such as {@code step-unreachable}. */
  @Override
  public String toString() {
    return id();
  }
}
