package io.dunning.policy;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.action.Tone;
import io.dunning.calendar.Days;
import io.dunning.event.Restriction;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * A step of the ladder: from which day on it can be taken, under which condition, and what to do.
 *
 * <p>If the condition of a step fails, the step does not apply and the ladder goes past it. If its
 * minimum amount is not reached, the step waits, and the ladder waits with it. Immutable and
 * thread-safe: each method returns a new step.
 */
@Value.Immutable
public abstract class EscalationStep implements Serializable {
  private static final long serialVersionUID = 1L;

  EscalationStep() {}

  /**
   * The name, unique in its ladder, under which the ledger records that the step was taken.
   *
   * @return the name
   */
  public abstract String name();

  /**
   * The day from which on the step can be taken.
   *
   * @return the trigger; a policy refuses a step without one
   */
  public abstract Optional<Trigger> trigger();

  /**
   * What has to hold for the step to apply.
   *
   * @return the condition, {@link Condition#always} unless set
   */
  @Value.Default
  public Condition condition() {
    return Condition.always();
  }

  /**
   * What is done when the step is taken.
   *
   * @return the actions, in order; a policy refuses a step without one
   */
  public abstract List<DunningAction> actions();

  /**
   * The payment deadline that the step grants, counted from the day it is taken.
   *
   * @return the days; empty if it grants none
   */
  public abstract Optional<Days> deadline();

  /**
   * How many days must have passed since the last contact with the customer.
   *
   * @return the days; empty if the policy's minimum applies
   */
  public abstract OptionalInt minimumDaysSinceLastContact();

  /**
   * How much has to be overdue, by currency; below it the step waits.
   *
   * @return the amounts; a currency without one has no minimum
   */
  @Value.NaturalOrder
  public abstract SortedMap<CurrencyUnit, Money> minimumAmounts();

  /**
   * Whether a person has to approve before the step is taken.
   *
   * @return false unless set
   */
  @Value.Default
  public boolean approvalNeeded() {
    return false;
  }

  /**
   * What must hold before the step is taken; while it does not, the ladder waits with the step.
   *
   * @return the conditions, in the order in which they are asked
   */
  public abstract List<Condition> prerequisites();

  /**
   * The channels to use in turn where that of the actions is closed to the customer or failed.
   *
   * @return the channels, in order; without an open one the step is passed over
   */
  public abstract List<Channel> fallbackChannels();

  /**
   * The restrictions during which the step may be taken all the same.
   *
   * @return the restrictions, in their order; none unless set
   */
  @Value.NaturalOrder
  public abstract SortedSet<Restriction> allowedDuring();

  /**
   * How the messages of the step speak.
   *
   * @return the tone; empty if nothing is said about it
   */
  public abstract Optional<Tone> tone();

  /**
   * The condition under which the messages of the step use the next softer tone.
   *
   * @return the condition; {@link Condition#never} unless set
   */
  @Value.Default
  public Condition softerTone() {
    return Condition.never();
  }

  /**
   * A step; it needs at least {@link #at} and {@link #take}.
   *
   * @param name the name, unique in its ladder
   * @return the step
   */
  public static EscalationStep step(String name) {
    return new ImmutableEscalationStep.Builder().name(name).build();
  }

  private ImmutableEscalationStep.Builder copy() {
    return new ImmutableEscalationStep.Builder().from(this);
  }

  /**
   * This step, from a day on.
   *
   * @param trigger from which day on
   * @return the step
   */
  public EscalationStep at(Trigger trigger) {
    return copy().trigger(Objects.requireNonNull(trigger, "trigger")).build();
  }

  /**
   * This step with further actions.
   *
   * @param actions what is done
   * @return the step
   */
  public EscalationStep take(DunningAction... actions) {
    return copy().addActions(actions).build();
  }

  /**
   * This step, only if a condition holds, along with those it already has.
   *
   * @param condition what has to hold for the step to apply
   * @return the step
   */
  public EscalationStep onlyIf(Condition condition) {
    Condition both =
        condition().equals(Condition.always()) ? condition : condition().and(condition);
    return copy().condition(both).build();
  }

  /**
   * This step with a payment deadline.
   *
   * @param days how long after the step is taken the customer may pay
   * @return the step
   */
  public EscalationStep grants(Days days) {
    return copy().deadline(days).build();
  }

  /**
   * This step with its own minimum distance from the last contact, in place of the policy's.
   *
   * @param days how many days must have passed, 0 or more
   * @return the step
   */
  public EscalationStep minimumDaysSinceLastContact(int days) {
    return copy().minimumDaysSinceLastContact(days).build();
  }

  /**
   * This step with a minimum amount in one more currency.
   *
   * @param amount how much has to be overdue; reached at exactly that amount
   * @return the step
   */
  public EscalationStep minimumAmount(Money amount) {
    SortedMap<CurrencyUnit, Money> all = new TreeMap<>(minimumAmounts());
    all.put(amount.currency(), amount);
    return copy().minimumAmounts(all).build();
  }

  /**
   * This step, only after a person approved.
   *
   * @return the step
   */
  public EscalationStep needsApproval() {
    return copy().approvalNeeded(true).build();
  }

  /**
   * This step with further prerequisites. While one fails, the ladder waits with the step; with
   * {@link #onlyIf} it would go past the step.
   *
   * @param prerequisites what must hold
   * @return the step
   */
  public EscalationStep requires(Condition... prerequisites) {
    return copy().addPrerequisites(prerequisites).build();
  }

  /**
   * This step by other channels, in turn, where that of its actions is closed or failed.
   *
   * @param channels the channels, in order
   * @return the step
   */
  public EscalationStep orBy(Channel... channels) {
    return copy().addFallbackChannels(channels).build();
  }

  /**
   * This step, which may be taken even during some restrictions. Registering a claim during
   * insolvency proceedings is such a step.
   *
   * @param restrictions during which
   * @return the step
   */
  public EscalationStep evenDuring(Restriction... restrictions) {
    return copy().addAllowedDuring(restrictions).build();
  }

  /**
   * This step in a tone.
   *
   * @param tone how its messages speak
   * @return the step
   */
  public EscalationStep tone(Tone tone) {
    return copy().tone(tone).build();
  }

  /**
   * This step in a tone, or in the next softer tone while a condition holds.
   *
   * @param tone how its messages speak
   * @param softerIf when the next softer tone is used
   * @return the step
   */
  public EscalationStep tone(Tone tone, Condition softerIf) {
    return copy().tone(tone).softerTone(softerIf).build();
  }

  /**
   * Whether the step is a contact with the customer.
   *
   * @return true if any action is
   */
  @Value.Derived
  public boolean contactsCustomer() {
    return actions().stream().anyMatch(DunningAction::contactsCustomer);
  }

  /**
   * How the customer is reached.
   *
   * @return the channel of the first action that has one
   */
  public Optional<Channel> channel() {
    return actions().stream().flatMap(a -> a.channel().stream()).findFirst();
  }

  /**
   * Whether a settlement is offered.
   *
   * @return true if an action does
   */
  @Value.Derived
  public boolean offersSettlement() {
    return actions().stream()
        .anyMatch(a -> isMessage(a, DunningAction.offerSettlement(Channel.EMAIL)));
  }

  /**
   * Whether a payment plan is proposed.
   *
   * @return true if an action does
   */
  @Value.Derived
  public boolean proposesPlan() {
    return actions().stream().anyMatch(a -> isMessage(a, DunningAction.proposePlan(Channel.EMAIL)));
  }

  private static boolean isMessage(DunningAction action, DunningAction like) {
    return action.channel().isPresent() && like.by(action.channel().get()).equals(action);
  }

  /** Such as {@code first notice: 14 days past due: send notice 1 by email}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name());
    trigger().ifPresent(t -> text.append(": ").append(t));
    if (!condition().equals(Condition.always())) {
      text.append(", only if ").append(condition());
    }
    prerequisites().forEach(p -> text.append(", requires ").append(p));
    minimumAmounts().values().forEach(m -> text.append(", from ").append(m));
    minimumDaysSinceLastContact()
        .ifPresent(d -> text.append(", ").append(d).append(" days since the last contact"));
    for (int i = 0; i < actions().size(); i++) {
      text.append(i == 0 ? ": " : ", ").append(actions().get(i));
    }
    fallbackChannels().forEach(c -> text.append(" or ").append(c));
    tone().ifPresent(t -> text.append(", ").append(t));
    if (!softerTone().equals(Condition.never())) {
      text.append(", softer if ").append(softerTone());
    }
    deadline().ifPresent(d -> text.append(", grants ").append(d));
    allowedDuring().forEach(r -> text.append(", even if ").append(r));
    return text.append(approvalNeeded() ? ", with approval" : "").toString();
  }
}
