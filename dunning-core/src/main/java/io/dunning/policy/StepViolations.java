package io.dunning.policy;

import io.dunning.action.Channel;
import io.dunning.action.PersonRole;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds where a step contradicts itself, the steps before it or the rules of its policy. */
final class StepViolations {
  private static final String ACTIONS = "EscalationStep.actions";
  private static final String PERFORMERS = "EscalationStep.performers";
  private static final String TRIGGER = "EscalationStep.trigger";

  private final List<PolicyViolation> all = new ArrayList<>();
  private final List<EscalationStep> steps;
  private final int index;
  private final EscalationStep step;

  private StepViolations(DunningPolicy policy, int index) {
    this.steps = policy.ladder().steps();
    this.index = index;
    this.step = steps.get(index);
  }

  /** All violations of a step. */
  static List<PolicyViolation> of(DunningPolicy policy, int index) {
    StepViolations found = new StepViolations(policy, index);
    found.name();
    found.actions();
    found.amounts();
    found.conditions(new PolicyViolations.Asked(policy));
    found.channels();
    found.people();
    found.rules(policy);
    found.trigger();
    return found.all;
  }

  private void add(PolicyViolation violation) {
    all.add(violation.at(new PolicyViolation.Step(index + 1, step.name())));
  }

  private void add(String attribute, String problem) {
    add(PolicyViolation.of(attribute, problem));
  }

  private void add(String attribute, String problem, String advice) {
    add(PolicyViolation.of(attribute, problem, advice));
  }

  private void name() {
    String attribute = "EscalationStep.name";
    if (step.name().isBlank()) {
      add(attribute, "has no name", "give it one");
    } else if (isEarlier(step.name())) {
      add(attribute, "has the name of an earlier step", "give it one of its own");
    }
  }

  private void actions() {
    if (step.actions().isEmpty()) {
      add(ACTIONS, "has no action", "say what to do");
    }
  }

  private void amounts() {
    int gap = step.minimumDaysSinceLastContact().orElse(0);
    if (gap < 0) {
      add(
          "EscalationStep.minimumDaysSinceLastContact",
          "the minimum number of days since the last contact must be 0 or more, but is " + gap);
    }
    PolicyViolations.negative("EscalationStep.minimumAmounts", step.minimumAmounts().values())
        .forEach(this::add);
  }

  private void conditions(PolicyViolations.Asked asked) {
    asked.inVain("its condition", "EscalationStep.condition", step.condition()).forEach(this::add);
    step.prerequisites()
        .forEach(
            p ->
                asked
                    .inVain("one of its prerequisites", "EscalationStep.prerequisites", p)
                    .forEach(this::add));
    asked
        .inVain("the condition for its softer tone", "EscalationStep.softerTone", step.softerTone())
        .forEach(this::add);
    for (Assignment each : step.performers()) {
      asked
          .inVain("the condition for " + each.performer(), PERFORMERS, each.condition())
          .forEach(this::add);
    }
  }

  private void channels() {
    String attribute = "EscalationStep.fallbackChannels";
    if (!step.fallbackChannels().isEmpty() && step.channel().isEmpty()) {
      String channels =
          String.join(", ", step.fallbackChannels().stream().map(Channel::toString).toList());
      add(
          attribute,
          "has other channels (" + channels + "), but no action contacts the customer",
          "remove them");
    }
    Set<Channel> channels = new HashSet<>();
    step.channel().ifPresent(channels::add);
    for (Channel channel : step.fallbackChannels()) {
      if (!channels.add(channel)) {
        add(attribute, "goes by " + channel + " twice", "name each channel once");
      }
    }
  }

  private void people() {
    String attribute = "EscalationStep.addressees";
    if (!step.addressees().isEmpty() && step.channel().isEmpty()) {
      String roles =
          String.join(", ", step.addressees().stream().map(PersonRole::toString).toList());
      add(
          attribute,
          "addresses persons (" + roles + "), but no action contacts the customer",
          "remove them");
    }
    Set<PersonRole> roles = new HashSet<>();
    for (PersonRole role : step.addressees()) {
      if (!roles.add(role)) {
        add(attribute, "addresses the " + role + " twice", "name each role once");
      }
    }
    for (int i = 1; i < step.performers().size(); i++) {
      if (step.performers().get(i - 1).isUnconditional()) {
        String problem =
            "is never performed by %s, because %s performs it in any case"
                .formatted(
                    step.performers().get(i).performer(), step.performers().get(i - 1).performer());
        add(PERFORMERS, problem, "sort them");
      }
    }
  }

  private void rules(DunningPolicy policy) {
    if (step.offersSettlement() && policy.settlement().isEmpty()) {
      add(ACTIONS, "offers a settlement, but the policy has no settlement rule", "add one");
    }
    if (step.proposesPlan() && policy.plans().isEmpty()) {
      add(ACTIONS, "proposes a payment plan, but the policy has no plan rule", "add one");
    }
  }

  private void trigger() {
    if (step.trigger().isEmpty()) {
      add(TRIGGER, "has no trigger", "say from which day on it can be taken");
      return;
    }
    Trigger trigger = step.trigger().get();
    trigger.accept(new Anchored());
    boolean pastDue =
        trigger instanceof Trigger.PastDue || trigger instanceof Trigger.EndOfMonthPastDue;
    if (step.lapses() && pastDue) {
      add(
          TRIGGER,
          "offers a discount for early payment, but only after the due date (" + trigger + ")",
          "let it come earlier");
    }
    trigger.accept(new DaysFromDue()).ifPresent(this::order);
  }

  /** Checks that the step is not reached before the last earlier step that counts likewise. */
  private void order(DayBounds own) {
    for (int i = index - 1; i >= 0; i--) {
      EscalationStep before = steps.get(i);
      Optional<DayBounds> other = before.trigger().flatMap(t -> t.accept(new DaysFromDue()));
      if (other.isPresent()) {
        if (other.get().earliest() > own.latest()) {
          String problem =
              "comes after %s (%s), but is reached earlier (%s)"
                  .formatted(
                      PolicyViolations.quoted(before.name()),
                      before.trigger().get(),
                      step.trigger().get());
          add(TRIGGER, problem, "sort the steps by day");
        }
        return;
      }
    }
  }

  private boolean isEarlier(String name) {
    return steps.subList(0, index).stream().anyMatch(s -> s.name().equals(name));
  }

  /** Refuses triggers that count from a step that is not there, or from a deadline not granted. */
  private final class Anchored extends DaysFromDue {
    @Override
    public Optional<DayBounds> afterStep(Trigger.AfterStep trigger) {
      if (!isEarlier(trigger.step())) {
        unknown("counts from ", trigger.step());
      }
      return Optional.empty();
    }

    @Override
    public Optional<DayBounds> afterDeadline(Trigger.AfterDeadline trigger) {
      String from = "counts from the deadline of ";
      if (!isEarlier(trigger.step())) {
        unknown(from, trigger.step());
      } else if (grantsNone(trigger.step())) {
        String name = PolicyViolations.quoted(trigger.step());
        add(TRIGGER, from + name + ", which grants none", "let it grant one");
      }
      return Optional.empty();
    }

    private void unknown(String counts, String name) {
      String problem =
          counts
              + PolicyViolations.quoted(name)
              + ", which is not an earlier step"
              + PolicyViolations.names(steps.subList(0, index));
      add(PolicyViolation.unknown(TRIGGER, problem, name));
    }

    private boolean grantsNone(String name) {
      EscalationStep named =
          steps.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
      return named.deadline().isEmpty();
    }
  }
}
