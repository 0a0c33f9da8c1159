package io.dunning.policy;

import io.dunning.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a condition needs to be answered, so that an evaluator looks up nothing else: see {@link
 * Condition#needs}. Immutable and thread-safe.
 */
public final class ConditionNeeds {
  private static final int DAILY_BIT = 1;
  private static final int DEALINGS_BIT = 2;
  private static final int CHARGES_BIT = 4;
  private static final int PROFILE_BIT = 8;
  private static final int ROUTES_BIT = 16;
  private static final int RISK_BIT = 32;
  private static final int SETTLEMENT_BIT = 64;
  private static final int CREDIT_BIT = 128;

  static final ConditionNeeds NOTHING = new ConditionNeeds(0, List.of(), List.of());
  static final ConditionNeeds DAILY_REVIEW = new ConditionNeeds(DAILY_BIT, List.of(), List.of());
  static final ConditionNeeds DEALINGS = new ConditionNeeds(DEALINGS_BIT, List.of(), List.of());
  static final ConditionNeeds CHARGES = new ConditionNeeds(CHARGES_BIT, List.of(), List.of());
  static final ConditionNeeds PROFILE = new ConditionNeeds(PROFILE_BIT, List.of(), List.of());
  static final ConditionNeeds ROUTES = new ConditionNeeds(ROUTES_BIT, List.of(), List.of());
  static final ConditionNeeds RISK =
      new ConditionNeeds(PROFILE_BIT | RISK_BIT, List.of(), List.of());
  static final ConditionNeeds CREDIT = new ConditionNeeds(CREDIT_BIT, List.of(), List.of());
  static final ConditionNeeds SETTLEMENT = new ConditionNeeds(SETTLEMENT_BIT, List.of(), List.of());

  private final int bits;
  private final List<String> steps;
  private final List<Money> amounts;

  private ConditionNeeds(int bits, List<String> steps, List<Money> amounts) {
    this.bits = bits;
    this.steps = steps;
    this.amounts = amounts;
  }

  static ConditionNeeds step(String name) {
    return new ConditionNeeds(0, List.of(name), List.of());
  }

  static ConditionNeeds amount(Money amount) {
    return new ConditionNeeds(0, List.of(), List.of(amount));
  }

  /** What is needed if all parts have to hold: without dealings, one part fails and so do all. */
  static ConditionNeeds ofAll(List<ConditionNeeds> parts) {
    int any = 0;
    for (ConditionNeeds part : parts) {
      any |= part.bits;
    }
    return of(any, parts);
  }

  /** What is needed if one part has to hold: dealings only if there is no other way. */
  static ConditionNeeds ofAny(List<ConditionNeeds> parts) {
    int any = 0;
    int every = DEALINGS_BIT;
    for (ConditionNeeds part : parts) {
      any |= part.bits;
      every &= part.bits;
    }
    return of(any & ~DEALINGS_BIT | every, parts);
  }

  private static ConditionNeeds of(int bits, List<ConditionNeeds> parts) {
    List<String> steps = new ArrayList<>();
    List<Money> amounts = new ArrayList<>();
    for (ConditionNeeds part : parts) {
      steps.addAll(part.steps);
      amounts.addAll(part.amounts);
    }
    return new ConditionNeeds(bits, List.copyOf(steps), List.copyOf(amounts));
  }

  /** The needs of the opposite condition: the same, except that it needs no dealings. */
  ConditionNeeds negated() {
    return new ConditionNeeds(bits & ~DEALINGS_BIT, steps, amounts);
  }

  /**
   * Whether the debt has to be looked at every day, because a {@linkplain Condition#described
   * described} part cannot say when its answer changes.
   *
   * @return true if any part is described
   */
  public boolean dailyReview() {
    return (bits & DAILY_BIT) != 0;
  }

  /**
   * Whether the condition can hold only for a debt that somebody has dealt with: a dispute, a
   * promise, a payment plan, an offer to settle, a restriction or a failed delivery is recorded.
   * For an invoice of which nothing but the amount and the due date is known it fails, and it keeps
   * failing until an event is recorded.
   *
   * @return true if it fails for every plain invoice; also true of a condition that never holds
   */
  public boolean failsForPlainInvoices() {
    return (bits & DEALINGS_BIT) != 0;
  }

  /**
   * Whether the answer depends on the fees and the interest that accrue.
   *
   * @return true if any part asks for {@linkplain Circumstances#chargesReachOn charges}
   */
  public boolean charges() {
    return (bits & CHARGES_BIT) != 0;
  }

  /**
   * Whether the answer depends on how the customer has paid.
   *
   * @return true if any part asks for the {@linkplain Circumstances#profile profile} or the risk
   */
  public boolean profile() {
    return (bits & PROFILE_BIT) != 0;
  }

  /**
   * Whether the answer depends on which route is worth most.
   *
   * @return true if any part asks for the {@linkplain Circumstances#routes routes}
   */
  public boolean routes() {
    return (bits & ROUTES_BIT) != 0;
  }

  /**
   * Whether the answer depends on the probability that the risk model of the policy gives.
   *
   * @return true if any part asks for the {@linkplain Circumstances#risk risk}
   */
  public boolean risk() {
    return (bits & RISK_BIT) != 0;
  }

  /**
   * Whether the answer depends on whether an offer to settle can be made.
   *
   * @return true if any part asks whether a {@linkplain Circumstances#settlementPossible settlement
   *     is possible}
   */
  public boolean settlement() {
    return (bits & SETTLEMENT_BIT) != 0;
  }

  /**
   * Whether the answer depends on all that the customer owes, beyond the debt under decision.
   *
   * @return true if any part asks how much of the {@linkplain Circumstances#allOpenMinor credit
   *     limit} is used
   */
  public boolean credit() {
    return (bits & CREDIT_BIT) != 0;
  }

  /**
   * The steps of the ladder that the condition asks about.
   *
   * @return their names, in the order of the sentence, as often as they are named there
   */
  public List<String> steps() {
    return steps;
  }

  /**
   * The amounts at which the answer changes, other than those of charges.
   *
   * @return the amounts, in the order of the sentence; empty if it is not about amounts
   */
  public List<Money> amounts() {
    return amounts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConditionNeeds that
        && bits == that.bits
        && steps.equals(that.steps)
        && amounts.equals(that.amounts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(bits, steps, amounts);
  }

  /** Such as {@code charges, steps [reminder]}; {@code nothing} where there is no need. */
  @Override
  public String toString() {
    List<String> all = new ArrayList<>();
    add(all, dailyReview(), "daily review");
    add(all, failsForPlainInvoices(), "fails for plain invoices");
    add(all, charges(), "charges");
    add(all, profile(), "profile");
    add(all, risk(), "risk");
    add(all, routes(), "routes");
    add(all, settlement(), "settlement");
    add(all, credit(), "credit");
    add(all, !steps.isEmpty(), "steps " + steps);
    add(all, !amounts.isEmpty(), "amounts " + amounts);
    return all.isEmpty() ? "nothing" : String.join(", ", all);
  }

  private static void add(List<String> all, boolean needed, String what) {
    if (needed) {
      all.add(what);
    }
  }
}
