package io.dunning.policy;

import static java.util.stream.Collectors.joining;

import io.dunning.action.DunningAction;
import io.dunning.calendar.Days;
import io.dunning.charge.LateFee;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.text.ConstantWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds where the rules of a policy contradict each other; {@link StepViolations} those of steps.
 */
final class PolicyViolations {
  private static final int MOST_NAMES = 12;

  private final List<String> all = new ArrayList<>();
  private final DunningPolicy policy;
  private final EscalationLadder ladder;

  private PolicyViolations(DunningPolicy policy) {
    this.policy = policy;
    this.ladder = policy.ladder();
  }

  /** All violations, a sentence each; none if the policy is sound. */
  static List<String> of(DunningPolicy policy) {
    PolicyViolations found = new PolicyViolations(policy);
    found.names();
    found.amounts();
    found.ladder();
    found.conditions();
    found.agreements();
    found.charges();
    found.account();
    return found.all;
  }

  /** Checks that the policy has the rules that its conditions ask about. */
  record Asked(DunningPolicy policy) {

    /** What a condition asks without an answer; such as {@code names "x", which is no step}. */
    List<String> inVain(Condition condition) {
      List<String> all = new ArrayList<>();
      ConditionNeeds needs = condition.needs();
      needs.steps().stream()
          .filter(this::isUnknown)
          .map(n -> "names " + noStep(policy, n))
          .forEach(all::add);
      boolean grow = policy.charges().interest().map(i -> i.isAdditive()).orElse(true);
      if (needs.charges() && !grow) {
        all.add(
            "asks for charges, which can shrink with time; give the interest an additive day count");
      }
      if (needs.routes() && policy.endgame().isEmpty()) {
        all.add("asks which route is worth most, but the policy has no endgame rule; add one");
      }
      return all;
    }

    boolean isUnknown(String step) {
      return policy.ladder().indexOf(step) < 0;
    }
  }

  static String quoted(String name) {
    return '"' + name + '"';
  }

  private static String noStep(DunningPolicy policy, String name) {
    return quoted(name) + ", which is not a step of the ladder" + names(policy.ladder().steps());
  }

  /** The names of steps in parentheses, so that a misspelt one is found; nothing without steps. */
  static String names(List<EscalationStep> steps) {
    List<String> all =
        steps.stream().map(EscalationStep::name).filter(n -> !n.isBlank()).distinct().toList();
    if (all.isEmpty()) {
      return "";
    }
    String first =
        all.stream().limit(MOST_NAMES).map(PolicyViolations::quoted).collect(joining(", "));
    int more = all.size() - MOST_NAMES;
    return " (" + first + (more > 0 ? " and " + more + " more" : "") + ")";
  }

  private void names() {
    if (policy.name().isBlank()) {
      all.add("the policy has no name; give it one");
    }
  }

  private void amounts() {
    int gap = policy.outreach().minimumDaysBetweenContacts();
    if (gap < 0) {
      all.add("the minimum number of days between contacts must be 0 or more, but is " + gap);
    }
    int pace = policy.outreach().minimumDaysBetweenSteps();
    if (pace < 0) {
      all.add("the minimum number of days between steps must be 0 or more, but is " + pace);
    }
    if (policy.outreach().deliveryPresumedAfter().isPresent()
        && policy.outreach().deliveryGivenUpAfter().isPresent()) {
      all.add("a delivery is both presumed and given up after some days; set one of the two");
    }
    policy
        .outreach()
        .deliveryGivenUpAfter()
        .filter(d -> d.count() == 0)
        .ifPresent(d -> all.add("a delivery is given up at once; give it 1 day or more"));
    policy
        .profileWindow()
        .filter(d -> d.count() == 0 || d.unit() != Days.Unit.CALENDAR)
        .ifPresent(d -> all.add("the profile window must be 1 calendar day or more, but is " + d));
    int least = policy.leastSettledInvoices();
    if (least < 1) {
      all.add("a customer must be judged by 1 settled invoice or more, not " + least);
    }
    all.addAll(negative(policy.minimumAmounts().values()));
  }

  static List<String> negative(Collection<Money> minimums) {
    return minimums.stream()
        .filter(Money::isNegative)
        .map(m -> "the minimum amount must not be negative, but is " + m)
        .toList();
  }

  private void ladder() {
    if (ladder.steps().isEmpty()) {
      all.add("the ladder has no steps; give it at least one");
    }
    ladder
        .repeat()
        .filter(d -> d.count() == 0)
        .ifPresent(
            d -> all.add("the ladder must repeat its last step after 1 day or more, not " + d));
    for (int i = 0; i < ladder.steps().size(); i++) {
      all.addAll(StepViolations.of(policy, i));
    }
  }

  private void conditions() {
    new Asked(policy)
        .inVain(policy.holdWhile())
        .forEach(violation -> all.add("the condition for holds " + violation));
  }

  private void agreements() {
    Percentage from = policy.agreements().promiseHoldsAllFrom();
    if (from.value().signum() <= 0 || from.compareTo(Percentage.percent("100")) > 0) {
      all.add("promises must hold all from more than 0% and at most 100%, but do from " + from);
    }
    resumption("promise", policy.agreements().brokenPromise());
    resumption("plan", policy.agreements().brokenPlan());
  }

  private void resumption(String agreement, Resumption resumption) {
    resumption
        .startingStep()
        .filter(new Asked(policy)::isUnknown)
        .ifPresent(
            s ->
                all.add(
                    "after a broken " + agreement + " the ladder resumes at " + noStep(policy, s)));
  }

  private void charges() {
    for (LateFee fee : policy.charges().fees()) {
      String where = "the late fee " + quoted(fee.toString());
      fee.step()
          .filter(new Asked(policy)::isUnknown)
          .ifPresent(s -> all.add(where + " arises with " + noStep(policy, s)));
      boolean charged =
          ladder.steps().stream()
              .filter(s -> fee.step().map(s.name()::equals).orElse(true))
              .anyMatch(s -> s.actions().contains(DunningAction.assessCharges()));
      if (fee.arises() == LateFee.Arises.WITH_STEP && !charged) {
        all.add(where + " is never charged; let a step assess charges for it");
      }
    }
    besideCompensation();
  }

  /** A compensation covers what reminders cost, unless a fee says that it comes on top. */
  private void besideCompensation() {
    List<LateFee> fees = policy.charges().fees();
    for (LateFee paid : fees) {
      for (LateFee fee : fees) {
        boolean twice = paid.isCompensation() && !fee.isCompensation();
        if (twice && !fee.isBesideCompensation()) {
          all.add(
              "the late fee "
                  + quoted(fee.toString())
                  + " comes on top of the "
                  + paid
                  + "; say besideCompensation() if it may, or leave the compensation out");
        }
      }
    }
  }

  private void account() {
    AccountRules rules = policy.account();
    if (rules.unit() != AccountRules.Unit.INVOICE) {
      return;
    }
    String advice = ", but the policy decides per invoice; decide per account, or leave it out";
    if (rules.documentLevel() != AccountRules.DocumentLevel.OLDEST) {
      String level = quoted(ConstantWords.of(rules.documentLevel()));
      all.add("the document level " + level + " is only for accounts" + advice);
    }
    if (rules.credits() == AccountRules.Credits.NET) {
      all.add("netting credits is only for accounts" + advice);
    }
  }
}
