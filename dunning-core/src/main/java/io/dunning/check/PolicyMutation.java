package io.dunning.check;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.calendar.Days;
import io.dunning.charge.LateFee;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.InvalidPolicyException;
import io.dunning.policy.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How many small changes to a policy its tests notice. Each change is made on its own: a step is
 * left out, comes a day later or earlier, needs no approval, or goes by another channel; a deadline
 * is a day longer or shorter; a condition is turned round; "at least" an amount becomes "more
 * than", and a number in a condition one more or less; a fee or a minimum is doubled; a fee or the
 * grace is left out; contacts lie a day further apart or closer together. A test notices a change
 * if it fails with the changed policy. What no test notices may be wrong without anybody seeing it.
 *
 * @param policy the name of the policy
 * @param changes how many changes were tried; those that make the policy contradict itself are not
 *     among them
 * @param unnoticed the changes that no test noticed, a sentence each, in the order of the policy
 */
public record PolicyMutation(String policy, int changes, List<String> unnoticed) {

  /** A change of a policy, in words. */
  record Change(String words, DunningPolicy policy) {}

  /**
   * The result of trying changes.
   *
   * @param policy the name of the policy
   * @param changes how many changes were tried
   * @param unnoticed the changes that no test noticed
   */
  public PolicyMutation {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(unnoticed, "unnoticed");
    unnoticed = List.copyOf(unnoticed);
  }

  /**
   * Tries every small change of a policy.
   *
   * @param policy the policy
   * @param tests tells all stories about the policy that it is handed, and throws an {@link
   *     AssertionError} if one of them fails; also whatever else a story throws counts as noticed
   * @return what the tests notice
   * @throws AssertionError if the tests fail with the policy as it is
   */
  public static PolicyMutation of(DunningPolicy policy, Consumer<DunningPolicy> tests) {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(tests, "tests");
    tests.accept(policy);
    List<Change> changes = changes(policy);
    List<String> unnoticed = new ArrayList<>();
    for (Change each : changes) {
      if (!notices(tests, each.policy)) {
        unnoticed.add(each.words);
      }
    }
    return new PolicyMutation(policy.name(), changes.size(), unnoticed);
  }

  private static boolean notices(Consumer<DunningPolicy> tests, DunningPolicy changed) {
    try {
      tests.accept(changed);
      return false;
    } catch (AssertionError | RuntimeException e) {
      return true;
    }
  }

  static List<Change> changes(DunningPolicy policy) {
    List<Change> all = new ArrayList<>();
    List<EscalationStep> steps = policy.ladder().steps();
    for (int i = 0; i < steps.size(); i++) {
      ofStep(policy, i, all);
    }
    Redraft.withConditions(
        policy,
        (place, condition) -> {
          boolean plain =
              condition.equals(Condition.always()) || condition.equals(Condition.never());
          if (!plain) {
            add(all, place + " turned round", () -> replaced(policy, place, condition.not()));
            for (Bounds.Moved each : Bounds.of(condition)) {
              add(all, place + " " + each.words(), () -> replaced(policy, place, each.condition()));
            }
          }
          return condition;
        });
    if (policy.grace().days().count() > 0) {
      add(all, "grace left out", () -> Redraft.of(policy).grace(Days.NONE).build());
    }
    spacing(policy, all);
    policy.minimumAmounts().values().forEach(m -> minimum(policy, m, all));
    fees(policy, all);
    return all;
  }

  private static void spacing(DunningPolicy policy, List<Change> all) {
    int days = policy.outreach().minimumDaysBetweenContacts();
    if (days > 0) {
      add(
          all,
          "a day more between contacts",
          () -> Redraft.of(policy).minimumDaysBetweenContacts(days + 1).build());
      add(
          all,
          "a day less between contacts",
          () -> Redraft.of(policy).minimumDaysBetweenContacts(days - 1).build());
    }
  }

  private static void minimum(DunningPolicy policy, Money least, List<Change> all) {
    Money more = least.plus(Money.ofMinor(1, least.currency()));
    add(
        all,
        "minimum of " + least + " doubled",
        () -> Redraft.of(policy).minimumAmount(least.times(2)).build());
    add(
        all,
        "minimum of " + least + " must be exceeded",
        () -> Redraft.of(policy).minimumAmount(more).build());
  }

  private static void ofStep(DunningPolicy policy, int index, List<Change> all) {
    EscalationStep step = policy.ladder().steps().get(index);
    String name = "step \"" + step.name() + "\" ";
    List<EscalationStep> others = new ArrayList<>(policy.ladder().steps());
    others.remove(index);
    add(all, name + "left out", () -> Redraft.withSteps(policy, others));
    add(
        all,
        name + "a day later",
        () -> Redraft.withStep(policy, index, s -> s.at(moved(s.trigger().orElseThrow(), 1))));
    if (step.trigger().orElseThrow().days().count() > 0) {
      add(
          all,
          name + "a day earlier",
          () -> Redraft.withStep(policy, index, s -> s.at(moved(s.trigger().orElseThrow(), -1))));
    }
    step.deadline().ifPresent(d -> deadline(policy, index, d, all));
    for (Money least : step.minimumAmounts().values()) {
      Money more = least.plus(Money.ofMinor(1, least.currency()));
      add(
          all,
          name + "needs more than its minimum of " + least,
          () -> Redraft.withStep(policy, index, s -> s.minimumAmount(more)));
    }
    EscalationStep unapproved = new Redraft.StepDraft(step).unapproved().build();
    if (policy.needsApproval(step) && !policy.needsApproval(unapproved)) {
      add(all, name + "needs no approval", () -> Redraft.withStep(policy, index, s -> unapproved));
    }
    step.channel().ifPresent(c -> otherChannel(policy, index, c, all));
  }

  private static void otherChannel(
      DunningPolicy policy, int index, Channel channel, List<Change> all) {
    EscalationStep step = policy.ladder().steps().get(index);
    Channel other = channel == Channel.LETTER ? Channel.EMAIL : Channel.LETTER;
    List<DunningAction> actions = step.actions().stream().map(a -> a.by(other)).toList();
    add(
        all,
        "step \"" + step.name() + "\" goes by " + other,
        () ->
            Redraft.withStep(policy, index, s -> new Redraft.StepDraft(s).doing(actions).build()));
  }

  private static void deadline(DunningPolicy policy, int index, Days days, List<Change> all) {
    String name = "step \"" + policy.ladder().steps().get(index).name() + "\" ";
    add(
        all,
        name + "grants a day more",
        () -> Redraft.withStep(policy, index, s -> s.grants(plus(days, 1))));
    if (days.count() > 1) {
      add(
          all,
          name + "grants a day less",
          () -> Redraft.withStep(policy, index, s -> s.grants(plus(days, -1))));
    }
  }

  private static Days plus(Days days, int more) {
    return new Days(Math.max(0, days.count() + more), days.unit());
  }

  /** A trigger that comes so many days later. */
  private static Trigger moved(Trigger trigger, int days) {
    Days more = plus(trigger.days(), days);
    if (trigger instanceof Trigger.BeforeDue) {
      return Trigger.beforeDue(plus(trigger.days(), -days));
    }
    if (trigger instanceof Trigger.AfterInvoice) {
      return Trigger.afterInvoice(more);
    }
    if (trigger instanceof Trigger.AfterStep after) {
      return Trigger.after(after.step(), more);
    }
    if (trigger instanceof Trigger.AfterDeadline after) {
      return Trigger.afterDeadlineOf(after.step(), more);
    }
    return trigger instanceof Trigger.PastDue
        ? Trigger.pastDue(more)
        : Trigger.endOfMonthPastDue(more);
  }

  private static DunningPolicy replaced(DunningPolicy policy, String place, Condition other) {
    return Redraft.withConditions(policy, (p, c) -> p.equals(place) ? other : c);
  }

  /** What the law says is not the author's to change. */
  private static void fees(DunningPolicy policy, List<Change> all) {
    List<LateFee> fees = policy.charges().fees();
    for (int i = 0; i < fees.size(); i++) {
      LateFee fee = fees.get(i);
      if (fee.isCompensation()) {
        continue;
      }
      List<LateFee> fewer = new ArrayList<>(fees);
      fewer.remove(i);
      add(all, "late fee " + fee + " left out", () -> Redraft.withFees(policy, fewer));
      List<LateFee> higher = new ArrayList<>(fees);
      higher.set(i, doubled(fee));
      add(all, "late fee " + fee + " doubled", () -> Redraft.withFees(policy, higher));
    }
  }

  /** A fee that arises like another one and is twice as high. */
  private static LateFee doubled(LateFee fee) {
    LateFee twice = LateFee.described("twice " + fee, base -> fee.of(base).times(2));
    twice =
        switch (fee.arises()) {
          case WITH_STEP -> fee.step().map(twice::at).orElse(twice);
          case ONCE -> twice.once();
          case ONCE_PER_INSTALMENT -> twice.oncePerInstalment();
          case PERIODICALLY -> twice.every(fee.period().orElseThrow());
        };
    twice = fee.ofDocument() ? twice.perDocument() : twice;
    twice = fee.isBesideCompensation() ? twice.besideCompensation() : twice;
    return fee.agreedFact().isPresent()
        ? twice.onlyIfAgreed(fee.agreedFact().get(), fee.agreedValue())
        : twice;
  }

  private static void add(List<Change> all, String words, Supplier<DunningPolicy> changed) {
    try {
      all.add(new Change(words, changed.get()));
    } catch (InvalidPolicyException e) {
      // a policy that contradicts itself would be noticed by everybody
      return;
    }
  }

  /** {@return the share of changes that were noticed, from 0 to 100, rounded down; 100 if none} */
  public int score() {
    return changes == 0 ? 100 : 100 * (changes - unnoticed.size()) / changes;
  }

  /** Such as {@code tests of mine notice 14 of 16 changes (87 %)}, and what they do not notice. */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "tests of %s notice %d of %d changes (%d %%)",
                policy,
                changes - unnoticed.size(),
                changes,
                score()));
    unnoticed.forEach(u -> text.append("\nnot noticed: ").append(u));
    return text.toString();
  }
}
