package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.DunningAction;
import io.dunning.action.Performer;
import io.dunning.action.Tone;
import io.dunning.behaviour.PaymentProfile;
import io.dunning.behaviour.Scorecard.Score;
import io.dunning.charge.AccruedCharges;
import io.dunning.conduct.ContactWindow;
import io.dunning.event.ChargeEvent.ChargeAssessed;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.settlement.PaymentPlan;
import io.dunning.settlement.RecoveryEstimate;
import io.dunning.settlement.SettlementQuote;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a {@link Recommendation} consists of, for storing it as data and for making an equal one
 * of the data. What a recommendation can work out, such as its {@linkplain Recommendation#invoices
 * invoices} and {@linkplain Recommendation#sums sums}, is not among it. Immutable.
 *
 * @param policy the policy that was applied
 * @param subject whom and which invoices it is about
 * @param documentGroup equal for recommendations that can go into one document; has no other
 *     meaning
 * @param asOf the day at whose end the debt was looked at
 * @param verdict what is to be done, in one word
 * @param rule the rule that decided
 * @param reason the reason that decided
 * @param step the step to take; present if the verdict is {@link Verdict#ACT} or {@link
 *     Verdict#AWAIT_APPROVAL}, and only then
 * @param waitsFor the step that has to wait; empty if there is none
 * @param reviewOn the first later day on which the decision differs
 * @param channel how to reach the customer
 * @param tone how to speak to the customer
 * @param performer who carries out the step
 * @param lines the open invoices that were looked at, in the order of the account
 * @param apart what of a line is not asked for, by invoice number; only lines that have any
 * @param overdue what is overdue and neither held nor disputed, by currency
 * @param overdueSince the due date of the oldest item that is overdue and not held
 * @param heldOverdue what is overdue and held, by currency
 * @param heldOverdueSince the due date of the oldest item that is overdue and held
 * @param charges how the charges came about
 * @param missingCharges what could not be said about charges
 * @param routes the routes that the debt can take, what is worth most first
 * @param profile how the customer has paid
 * @param risk how likely it is that the customer pays late; present where the profile is
 * @param score how a scorecard came to the risk; only where the profile is present
 * @param conductAsked whether rules of contact, or wishes of the customer, were asked
 * @param differences what is left of invoices within the tolerance, by invoice number
 * @param chargesLeft the charges that stay owed on settled invoices, by invoice number
 */
public record RecommendationParts(
    PolicyId policy,
    Subject subject,
    String documentGroup,
    LocalDate asOf,
    Verdict verdict,
    Rule rule,
    Reason reason,
    Optional<Step> step,
    Optional<String> waitsFor,
    Optional<LocalDate> reviewOn,
    Optional<Channel> channel,
    Optional<Tone> tone,
    Optional<Performer> performer,
    List<InvoiceLine> lines,
    SortedMap<String, Apart> apart,
    List<Money> overdue,
    Optional<LocalDate> overdueSince,
    List<Money> heldOverdue,
    Optional<LocalDate> heldOverdueSince,
    List<AccruedCharges> charges,
    List<String> missingCharges,
    List<RecoveryEstimate> routes,
    Optional<PaymentProfile> profile,
    Optional<Percentage> risk,
    Optional<Score> score,
    boolean conductAsked,
    SortedMap<String, Money> differences,
    SortedMap<String, Money> chargesLeft) {

  /**
   * A step that is to be taken, now or once a person has approved it.
   *
   * @param name its name
   * @param place its place in the ladder, from 0
   * @param actions what to do
   * @param addressee whom the step addresses; empty for the customer as such, or nobody
   * @param contactWindow at which hours the customer may be contacted
   * @param deadline the payment deadline to state
   * @param approver who has to approve it
   * @param key what identifies this taking of it
   * @param assessments the charges that it assesses, by invoice number
   * @param settlements the offers that it makes, by invoice number
   * @param paymentPlans the payment plans that it proposes, by invoice number
   * @param accountSettlements the offers that it makes for all invoices together, by currency
   * @param accountPaymentPlans the plans that it proposes for all invoices together, by currency
   * @param credits what the customer has to their credit, by currency
   * @param netsCredits whether the policy takes them off what is to be paid
   */
  public record Step(
      String name,
      int place,
      List<DunningAction> actions,
      Optional<ContactPerson> addressee,
      Optional<ContactWindow> contactWindow,
      Optional<LocalDate> deadline,
      Optional<String> approver,
      StepKey key,
      SortedMap<String, List<ChargeAssessed>> assessments,
      SortedMap<String, SettlementQuote> settlements,
      SortedMap<String, PaymentPlan> paymentPlans,
      SortedMap<CurrencyUnit, SettlementQuote> accountSettlements,
      SortedMap<CurrencyUnit, PaymentPlan> accountPaymentPlans,
      List<Money> credits,
      boolean netsCredits) {

    /**
     * A step that is to be taken.
     *
     * @param name its name
     * @param place its place in the ladder, from 0
     * @param actions what to do
     * @param addressee whom the step addresses; empty for the customer as such, or nobody
     * @param contactWindow at which hours the customer may be contacted
     * @param deadline the payment deadline to state
     * @param approver who has to approve it
     * @param key what identifies this taking of it
     * @param assessments the charges that it assesses, by invoice number
     * @param settlements the offers that it makes, by invoice number
     * @param paymentPlans the payment plans that it proposes, by invoice number
     * @param accountSettlements the offers that it makes for all invoices together, by currency
     * @param accountPaymentPlans the plans that it proposes for all invoices together, by currency
     * @param credits what the customer has to their credit, by currency
     * @param netsCredits whether the policy takes them off what is to be paid
     * @throws IllegalArgumentException if it has no place in a ladder
     */
    public Step {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(addressee, "addressee");
      Objects.requireNonNull(contactWindow, "contactWindow");
      Objects.requireNonNull(deadline, "deadline");
      Objects.requireNonNull(approver, "approver");
      Objects.requireNonNull(key, "key");
      actions = List.copyOf(actions);
      credits = List.copyOf(credits);
      SortedMap<String, List<ChargeAssessed>> charges = new TreeMap<>(assessments);
      charges.replaceAll((invoice, each) -> List.copyOf(each));
      assessments = sorted(charges);
      settlements = sorted(settlements);
      paymentPlans = sorted(paymentPlans);
      accountSettlements = sorted(accountSettlements);
      accountPaymentPlans = sorted(accountPaymentPlans);
      if (place < 0) {
        throw new IllegalArgumentException("step has no place in a ladder: " + place);
      }
    }
  }

  /**
   * What of an open invoice is not asked for, though the decision may be about it.
   *
   * @param disputed what is disputed
   * @param promised what is promised, and not due by the promise yet, or may have been paid by a
   *     receipt that is not booked
   * @param notDue what is not due yet
   */
  public record Apart(Money disputed, Money promised, Money notDue) {
    /**
     * What is not asked for.
     *
     * @param disputed what is disputed
     * @param promised what is promised, and not due by the promise yet, or may have been paid by a
     *     receipt that is not booked
     * @param notDue what is not due yet
     * @throws io.dunning.money.CurrencyMismatchException if the amounts are in two currencies
     * @throws IllegalArgumentException if an amount is negative
     */
    public Apart {
      Objects.requireNonNull(disputed, "disputed");
      Objects.requireNonNull(promised, "promised");
      Objects.requireNonNull(notDue, "notDue");
      disputed.compareTo(promised);
      disputed.compareTo(notDue);
      if (disputed.isNegative() || promised.isNegative() || notDue.isNegative()) {
        throw new IllegalArgumentException(
            "what is set apart is negative: " + disputed + ", " + promised + ", " + notDue);
      }
    }
  }

  /**
   * The parts of a recommendation; {@link Recommendation#of} checks that they fit together.
   *
   * @param policy the policy that was applied
   * @param subject whom and which invoices it is about
   * @param documentGroup equal for recommendations that can go into one document; has no other
   *     meaning
   * @param asOf the day at whose end the debt was looked at
   * @param verdict what is to be done, in one word
   * @param rule the rule that decided
   * @param reason the reason that decided
   * @param step the step to take; present if the verdict is {@link Verdict#ACT} or {@link
   *     Verdict#AWAIT_APPROVAL}, and only then
   * @param waitsFor the step that has to wait; empty if there is none
   * @param reviewOn the first later day on which the decision differs
   * @param channel how to reach the customer
   * @param tone how to speak to the customer
   * @param performer who carries out the step
   * @param lines the open invoices that were looked at, in the order of the account
   * @param apart what of a line is not asked for, by invoice number; only lines that have any
   * @param overdue what is overdue and neither held nor disputed, by currency
   * @param overdueSince the due date of the oldest item that is overdue and not held
   * @param heldOverdue what is overdue and held, by currency
   * @param heldOverdueSince the due date of the oldest item that is overdue and held
   * @param charges how the charges came about
   * @param missingCharges what could not be said about charges
   * @param routes the routes that the debt can take, what is worth most first
   * @param profile how the customer has paid
   * @param risk how likely it is that the customer pays late; present where the profile is
   * @param score how a scorecard came to the risk; only where the profile is present
   * @param conductAsked whether rules of contact, or wishes of the customer, were asked
   * @param differences what is left of invoices within the tolerance, by invoice number
   * @param chargesLeft the charges that stay owed on settled invoices, by invoice number
   */
  public RecommendationParts {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(documentGroup, "documentGroup");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(waitsFor, "waitsFor");
    Objects.requireNonNull(reviewOn, "reviewOn");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(tone, "tone");
    Objects.requireNonNull(performer, "performer");
    Objects.requireNonNull(overdueSince, "overdueSince");
    Objects.requireNonNull(heldOverdueSince, "heldOverdueSince");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(risk, "risk");
    Objects.requireNonNull(score, "score");
    lines = List.copyOf(lines);
    apart = sorted(apart);
    overdue = List.copyOf(overdue);
    heldOverdue = List.copyOf(heldOverdue);
    charges = List.copyOf(charges);
    missingCharges = List.copyOf(missingCharges);
    routes = List.copyOf(routes);
    differences = sorted(differences);
    chargesLeft = sorted(chargesLeft);
  }

  private static <K extends Comparable<K>, V> SortedMap<K, V> sorted(SortedMap<K, V> of) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(of));
  }
}
