package io.dunning.policy;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.action.Offer;
import io.dunning.action.Performer;
import io.dunning.action.PersonRole;
import io.dunning.action.Tone;
import io.dunning.calendar.Days;
import io.dunning.event.Restriction;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
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
 * A step of the ladder: from which day on it can be taken, under which conditions, and what is
 * done.
 *
 * <ul>
 *   <li>If its {@link #condition} fails, the step does not apply, and the ladder goes on to the
 *       next step.
 *   <li>If less than its {@linkplain #minimumAmounts minimum amount} is overdue or a {@linkplain
 *       #prerequisites prerequisite} does not hold, the step waits, and the ladder waits with it.
 * </ul>
 *
 * <p>Immutable and thread-safe: each method that changes something returns a new step.
 */
@Value.Immutable
public abstract class EscalationStep implements Serializable {
  private static final long serialVersionUID = 1L;

  EscalationStep() {}

  /**
   * {@return the name under which the ledger records that the step was taken; unique in its ladder}
   */
  public abstract String name();

  /**
   * {@return the day from which on the step can be taken; a policy refuses a step without a
   * trigger}
   */
  public abstract Optional<Trigger> trigger();

  /**
   * {@return what must hold for the step to apply; while it does not, the ladder goes on to the
   * next step; {@link Condition#always} unless set}
   */
  @Value.Default
  public Condition condition() {
    return Condition.always();
  }

  /** {@return what is done, in order} */
  public abstract List<DunningAction> actions();

  /**
   * {@return how long the customer may take to pay, counted from the day on which the step is
   * taken; empty if the step grants no deadline}
   */
  public abstract Optional<Days> deadline();

  /**
   * {@return how many days must have passed since the last contact with the customer; empty if the
   * minimum of the policy applies}
   */
  public abstract OptionalInt minimumDaysSinceLastContact();

  /**
   * {@return how much must be overdue, by currency; a currency that is not named has no minimum}
   * While less is overdue, the ladder waits with the step.
   */
  @Value.NaturalOrder
  public abstract SortedMap<CurrencyUnit, Money> minimumAmounts();

  /** {@return whether a person must approve the step before it is taken; false unless set} */
  @Value.Default
  public boolean approvalNeeded() {
    return false;
  }

  /** {@return who must approve the step, if it needs approval; {@code a person} unless set} */
  @Value.Default
  public String approver() {
    return "a person";
  }

  /**
   * {@return what must hold before the step is taken, in the order in which it is asked} While it
   * does not hold, the ladder waits with the step.
   */
  public abstract List<Condition> prerequisites();

  /**
   * {@return the channels to try in turn if the customer cannot be reached by the channel of the
   * actions} If none of them is open either, the ladder goes on to the next step.
   */
  public abstract List<Channel> fallbackChannels();

  /**
   * {@return the roles of the contact persons whom the step addresses, the preferred one first;
   * none if the step addresses the customer as such}
   */
  public abstract List<PersonRole> addressees();

  /**
   * {@return who carries out the step, in order; the first assignment whose condition holds
   * applies, and {@linkplain Performer#IN_HOUSE in house} if none does}
   */
  public abstract List<Assignment> performers();

  /**
   * {@return the restrictions during which the step may still be taken, in the order of the enum;
   * none unless set}
   */
  @Value.NaturalOrder
  public abstract SortedSet<Restriction> allowedDuring();

  /**
   * {@return whether a step before the due date may also go to a customer who is overdue with an
   * older invoice; false unless set} Steps that count from the due date or later never ask.
   */
  @Value.Default
  public boolean allowedWhileOverdue() {
    return false;
  }

  /** {@return the tone of the messages; empty if the step does not set one} */
  public abstract Optional<Tone> tone();

  /**
   * {@return for which customers and debts the tone is one degree softer; {@link Condition#never}
   * unless set}
   */
  @Value.Default
  public Condition softerTone() {
    return Condition.never();
  }

  /**
   * Starts a step. It needs at least {@link #at} and {@link #take} before a policy accepts it.
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
   * {@return this step with a trigger, in place of the one it may have had}
   *
   * @param trigger from which day on the step can be taken
   */
  public EscalationStep at(Trigger trigger) {
    return copy().trigger(Objects.requireNonNull(trigger, "trigger")).build();
  }

  /**
   * {@return this step with further actions, after those it already has}
   *
   * @param actions what is done, in order
   */
  public EscalationStep take(DunningAction... actions) {
    Objects.requireNonNull(actions, "actions");
    return copy().addActions(actions).build();
  }

  /**
   * {@return this step with a condition that must hold as well as any that it already has}
   *
   * @param condition what must hold for the step to apply
   */
  public EscalationStep onlyIf(Condition condition) {
    Condition both =
        condition().equals(Condition.always()) ? condition : condition().and(condition);
    return copy().condition(both).build();
  }

  /**
   * {@return this step with a payment deadline}
   *
   * @param days how long the customer may take to pay, counted from the day on which the step is
   *     taken
   */
  public EscalationStep grants(Days days) {
    return copy().deadline(days).build();
  }

  /**
   * {@return this step with its own minimum number of days since the last contact, in place of the
   * policy's}
   *
   * @param days how many days must have passed; 0 or more, which the policy checks
   */
  public EscalationStep minimumDaysSinceLastContact(int days) {
    return copy().minimumDaysSinceLastContact(days).build();
  }

  /**
   * {@return this step with a minimum amount for one currency, in place of any that it had for that
   * currency}
   *
   * @param amount how much must be overdue; exactly that amount is enough
   */
  public EscalationStep minimumAmount(Money amount) {
    Objects.requireNonNull(amount, "amount");
    SortedMap<CurrencyUnit, Money> all = new TreeMap<>(minimumAmounts());
    all.put(amount.currency(), amount);
    return copy().minimumAmounts(all).build();
  }

  /** {@return this step as one that a person must approve before it is taken} */
  public EscalationStep needsApproval() {
    return copy().approvalNeeded(true).build();
  }

  /**
   * {@return this step as one that a certain person must approve before it is taken}
   *
   * @param who who approves it, such as {@code head of credit}
   * @throws IllegalArgumentException if the text is blank
   */
  public EscalationStep needsApprovalOf(String who) {
    Objects.requireNonNull(who, "who");
    if (who.isBlank()) {
      throw new IllegalArgumentException("approver of step \"" + name() + "\" has no name");
    }
    return copy().approvalNeeded(true).approver(who).build();
  }

  /**
   * {@return this step with further prerequisites} While one of them does not hold, the ladder
   * waits with the step; with {@link #onlyIf}, it would go on to the next step.
   *
   * @param prerequisites what must hold, in the order in which it is asked
   */
  public EscalationStep requires(Condition... prerequisites) {
    Objects.requireNonNull(prerequisites, "prerequisites");
    return copy().addPrerequisites(prerequisites).build();
  }

  /**
   * {@return this step with further channels to try in turn if the customer cannot be reached by
   * the channel of the actions}
   *
   * @param channels the channels, in order
   */
  public EscalationStep orBy(Channel... channels) {
    Objects.requireNonNull(channels, "channels");
    return copy().addFallbackChannels(channels).build();
  }

  /**
   * {@return this step with further roles of contact persons whom it addresses}
   *
   * <p>The step turns to the first of these roles in which the customer has a person who can be
   * reached by an open channel of the step, and goes by a channel that reaches such a person. If
   * there is no such person, it addresses the customer as such, by the first open channel.
   *
   * @param roles the roles, the preferred one first
   */
  public EscalationStep addressedTo(PersonRole... roles) {
    Objects.requireNonNull(roles, "roles");
    return copy().addAddressees(roles).build();
  }

  /**
   * {@return this step carried out by somebody whenever no earlier assignment applies}
   *
   * <p>Rules of contact go by the collector whom the policy's conduct names, whoever carries out a
   * step.
   *
   * @param who who carries it out
   */
  public EscalationStep performedBy(Performer who) {
    return performedBy(who, Condition.always());
  }

  /**
   * {@return this step carried out by somebody for some customers and debts, if no earlier
   * assignment applies}
   *
   * @param who who carries it out
   * @param onlyIf for which customers and debts
   */
  public EscalationStep performedBy(Performer who, Condition onlyIf) {
    return copy().addPerformers(new Assignment(who, onlyIf)).build();
  }

  /**
   * {@return this step as one that may be taken even during some restrictions} An example is a step
   * that registers a claim in insolvency proceedings.
   *
   * @param restrictions the restrictions that do not stop the step
   */
  public EscalationStep evenDuring(Restriction... restrictions) {
    Objects.requireNonNull(restrictions, "restrictions");
    return copy().addAllowedDuring(restrictions).build();
  }

  /**
   * {@return this step as one that goes also to a customer who is overdue with an older invoice}
   * Matters only for a step that {@linkplain #lapses lapses}.
   */
  public EscalationStep evenWhileOverdue() {
    return copy().allowedWhileOverdue(true).build();
  }

  /**
   * {@return this step with a tone}
   *
   * @param tone the tone of its messages
   */
  public EscalationStep tone(Tone tone) {
    return copy().tone(tone).build();
  }

  /**
   * {@return this step with a tone that is one degree softer for some}
   *
   * @param tone the tone of its messages
   * @param softerIf for which customers and debts the tone is one degree softer
   */
  public EscalationStep tone(Tone tone, Condition softerIf) {
    return copy().tone(tone).softerTone(softerIf).build();
  }

  /** {@return whether at least one action contacts the customer} */
  @Value.Derived
  public boolean contactsCustomer() {
    return actions().stream().anyMatch(DunningAction::contactsCustomer);
  }

  /**
   * {@return how the customer is reached, unless another channel has to be tried: the channel of
   * the first action that has one; empty if no action has}
   */
  public Optional<Channel> channel() {
    return actions().stream().flatMap(a -> a.channel().stream()).findFirst();
  }

  /** {@return whether at least one action offers a settlement} */
  @Value.Derived
  public boolean offersSettlement() {
    return actions().stream().anyMatch(a -> a instanceof Offer.OfferSettlement);
  }

  /** {@return whether at least one action proposes a payment plan} */
  @Value.Derived
  public boolean proposesPlan() {
    return actions().stream().anyMatch(a -> a instanceof Offer.ProposePlan);
  }

  /**
   * Whether the step is for the time before the due date. Such a step can be taken up to and
   * including the due date; one that offers a discount for early payment only through the last
   * discount day of the invoice, if the invoice has {@linkplain
   * io.dunning.ledger.Invoice#lastDiscountDay terms with a discount}. After that it has lapsed, and
   * the ladder goes on to the next step. Unless {@link #allowedWhileOverdue} is set, it does not go
   * to a customer who is overdue with an older invoice.
   *
   * @return true if its trigger counts back from the due date, or it offers a discount for early
   *     payment
   */
  @Value.Derived
  public boolean lapses() {
    return trigger().filter(t -> t instanceof Trigger.BeforeDue).isPresent() || offersDiscount();
  }

  /** {@return whether at least one action offers a discount for early payment} */
  public boolean offersDiscount() {
    return actions().stream().anyMatch(a -> a instanceof Offer.OfferDiscount);
  }

  /** Such as {@code first notice: 14 days past due: send notice 1 by email}. */
  @Override
  public String toString() {
    return StepText.of(this);
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutableEscalationStep.Builder().from(this).build());
  }
}
