package io.dunning.evaluation;

import io.dunning.action.BackOfficeAction;
import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.action.Message;
import io.dunning.action.Performer;
import io.dunning.action.PersonRole;
import io.dunning.action.Tone;
import io.dunning.calendar.Days;
import io.dunning.conduct.ContactLimit.Before;
import io.dunning.event.Restriction;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Trigger;
import io.dunning.settlement.SettlementRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A step of a policy with everything that deciding asks of it, found once. */
final class PreparedStep {
  final EscalationStep step;

  /** The name, interned, so that it can be compared with the names of steps taken by identity. */
  final String name;

  final Trigger trigger;

  /** How the trigger counts. */
  final Counting counting;

  /** The earlier step from which the trigger counts; -1 if it counts from a date. */
  final int anchor;

  /** How the first of the steps counts from which the trigger counts, one after the other. */
  final Counting root;

  final PreparedCondition condition;
  final List<PreparedCondition> prerequisites;
  final Map<CurrencyUnit, Money> minimums;

  /** Whether taking the step contacts the customer. */
  final boolean contacts;

  /** The days that must have passed since the last contact. */
  final int gap;

  /** The channels by which the step can go, the preferred one first. */
  final List<Channel> channels;

  /** The roles whom the step addresses, the preferred one first. */
  final List<PersonRole> addressees;

  /** The tone; null if the step has none. */
  final Tone tone;

  /** When the tone is the next softer one. */
  final PreparedCondition softer;

  /** Who may perform the step, in order, and when each does. */
  final Performer[] performers;

  final PreparedCondition[] performs;

  /** The restrictions during which the step may be taken, a bit each. */
  final int allowedDuring;

  /** Whether the step is for the time before the due date. */
  final boolean lapses;

  /** Whether the step offers the discount for early payment. */
  final boolean offersDiscount;

  /** Whether a person has to approve the step, whatever it offers. */
  final boolean needsPerson;

  /** Why a person has to approve it, if it waits for approval. */
  final LeftOutReason.Approval approval;

  /** Whether a person may decide about the step. */
  final boolean approvable;

  final boolean assesses;

  /** Whether the step goes to court, or says that the creditor may. */
  final boolean enforces;

  /** Which notices have to come first, beyond those before a contact; null for none. */
  final Before before;

  /**
   * Takes a step apart.
   *
   * @param earlier the steps before it, at their places
   */
  PreparedStep(DunningPolicy policy, EscalationStep step, PreparedStep[] earlier) {
    this.step = step;
    name = step.name().intern();
    trigger = step.trigger().orElseThrow();
    counting = trigger.accept(Counting.OF);
    anchor = Counting.anchor(trigger, policy.ladder());
    root = anchor < 0 ? counting : earlier[anchor].root;
    condition = PreparedCondition.of(policy, condition(step));
    prerequisites = prerequisites(policy, step);
    minimums = Map.copyOf(step.minimumAmounts());
    contacts = step.contactsCustomer();
    gap =
        step.minimumDaysSinceLastContact()
            .orElse(contacts ? policy.outreach().minimumDaysBetweenContacts() : 0);
    channels = channels(step);
    addressees = step.addressees();
    tone = step.tone().orElse(null);
    softer = PreparedCondition.of(policy, step.softerTone());
    performers = new Performer[step.performers().size()];
    performs = new PreparedCondition[performers.length];
    for (int i = 0; i < performers.length; i++) {
      performers[i] = step.performers().get(i).performer();
      performs[i] = PreparedCondition.of(policy, step.performers().get(i).condition());
    }
    allowedDuring = bits(step.allowedDuring());
    lapses = step.lapses();
    offersDiscount = step.offersDiscount();
    needsPerson = policy.needsApproval(step);
    approval =
        step.approvalNeeded()
            ? LeftOutReason.Approval.STEP
            : needsPerson ? LeftOutReason.Approval.ROUTE : LeftOutReason.Approval.OFFER;
    approvable = needsPerson || step.offersSettlement();
    assesses = takes(step, DunningAction.assessCharges());
    enforces = step.actions().stream().anyMatch(PreparedStep::enforces);
    before = before(step);
  }

  private static int bits(Iterable<Restriction> restrictions) {
    int bits = 0;
    for (Restriction each : restrictions) {
      bits |= PreparedPolicy.bit(each);
    }
    return bits;
  }

  private static Before before(EscalationStep step) {
    if (takes(step, DunningAction.fileClaim())) {
      return Before.COURT;
    }
    boolean handsOver =
        takes(step, DunningAction.referToAgency()) || takes(step, DunningAction.sellClaim());
    return handsOver ? Before.HANDOVER : null;
  }

  private static List<PreparedCondition> prerequisites(DunningPolicy policy, EscalationStep step) {
    List<PreparedCondition> all = new ArrayList<>(step.prerequisites().size());
    for (Condition each : step.prerequisites()) {
      all.add(PreparedCondition.of(policy, each));
    }
    return List.copyOf(all);
  }

  private static List<Channel> channels(EscalationStep step) {
    List<Channel> all = new ArrayList<>();
    step.channel().ifPresent(all::add);
    all.addAll(step.fallbackChannels());
    return List.copyOf(all);
  }

  /** A step that offers a settlement applies only while an offer can be made. */
  private static Condition condition(EscalationStep step) {
    Condition own = step.condition();
    if (!step.offersSettlement()) {
      return own;
    }
    Condition possible = Condition.settlementPossible();
    boolean saysNoMore = own.equals(Condition.always()) || own.equals(possible);
    return saysNoMore ? possible : own.and(possible);
  }

  private static boolean takes(EscalationStep step, DunningAction action) {
    return step.actions().contains(action);
  }

  /** Whether an action goes to court, or is the last word before the creditor may. */
  private static boolean enforces(DunningAction action) {
    return action instanceof BackOfficeAction.FileClaim || action instanceof Message.Demand;
  }

  /** Every condition that is asked about the step. */
  List<PreparedCondition> conditions() {
    List<PreparedCondition> all = new ArrayList<>();
    all.add(condition);
    all.addAll(prerequisites);
    all.add(softer);
    all.addAll(Arrays.asList(performs));
    return all;
  }

  /** Who has to approve the step, if it waits for approval. */
  String approver(SettlementRule offers) {
    return approval == LeftOutReason.Approval.OFFER ? offers.authority() : step.approver();
  }

  /** The channel by which the step goes; null if all of its channels are closed. */
  Channel channel(int closed) {
    for (int i = 0; i < channels.size(); i++) {
      if ((closed & PreparedPolicy.bit(channels.get(i))) == 0) {
        return channels.get(i);
      }
    }
    return null;
  }

  /**
   * Whether the trigger counts from the due date onwards, or from a step that does, so that it
   * waits until the item is overdue.
   */
  boolean isPastDue() {
    return root == Counting.PAST_DUE || root == Counting.END_OF_MONTH;
  }

  /** The days that the step grants for payment. */
  Days deadline() {
    return step.deadline().orElseThrow();
  }
}
