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
  private static final String FEES = "ChargeRules.fees";

  private final List<PolicyViolation> all = new ArrayList<>();
  private final DunningPolicy policy;
  private final EscalationLadder ladder;

  private PolicyViolations(DunningPolicy policy) {
    this.policy = policy;
    this.ladder = policy.ladder();
  }

  /** All violations; none if the policy is sound. */
  static List<PolicyViolation> of(DunningPolicy policy) {
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

    /**
     * What a condition asks without an answer.
     *
     * @param subject what the condition is, to begin the sentence
     */
    List<PolicyViolation> inVain(String subject, String attribute, Condition condition) {
      List<PolicyViolation> all = new ArrayList<>();
      ConditionNeeds needs = condition.needs();
      for (String step : needs.steps()) {
        if (isUnknown(step)) {
          String problem = subject + " names " + noStep(policy, step);
          all.add(PolicyViolation.unknown(attribute, problem, step));
        }
      }
      boolean grow = policy.charges().interest().map(i -> i.isAdditive()).orElse(true);
      if (needs.charges() && !grow) {
        all.add(
            PolicyViolation.of(
                attribute,
                subject + " asks for charges, which can shrink with time",
                "give the interest an additive day count"));
      }
      if (needs.routes() && policy.endgame().isEmpty()) {
        all.add(
            PolicyViolation.of(
                attribute,
                subject + " asks which route is worth most, but the policy has no endgame rule",
                "add one"));
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

  private void add(String attribute, String problem) {
    all.add(PolicyViolation.of(attribute, problem));
  }

  private void add(String attribute, String problem, String advice) {
    all.add(PolicyViolation.of(attribute, problem, advice));
  }

  private void names() {
    if (policy.name().isBlank()) {
      add("DunningPolicy.name", "the policy has no name", "give it one");
    }
  }

  private void amounts() {
    OutreachRules outreach = policy.outreach();
    int gap = outreach.minimumDaysBetweenContacts();
    if (gap < 0) {
      add(
          "OutreachRules.minimumDaysBetweenContacts",
          "the minimum number of days between contacts must be 0 or more, but is " + gap);
    }
    int pace = outreach.minimumDaysBetweenSteps();
    if (pace < 0) {
      add(
          "OutreachRules.minimumDaysBetweenSteps",
          "the minimum number of days between steps must be 0 or more, but is " + pace);
    }
    delivery(outreach);
    policy
        .profileWindow()
        .filter(d -> d.count() == 0 || d.unit() != Days.Unit.CALENDAR)
        .ifPresent(
            d ->
                add(
                    "DunningPolicy.profileWindow",
                    "the profile window must be 1 calendar day or more, but is " + d));
    int least = policy.leastSettledInvoices();
    if (least < 1) {
      add(
          "DunningPolicy.leastSettledInvoices",
          "a customer must be judged by 1 settled invoice or more, not " + least);
    }
    all.addAll(negative("DunningPolicy.minimumAmounts", policy.minimumAmounts().values()));
  }

  private void delivery(OutreachRules outreach) {
    String attribute = "OutreachRules.deliveryGivenUpAfter";
    if (outreach.deliveryPresumedAfter().isPresent()
        && outreach.deliveryGivenUpAfter().isPresent()) {
      add(
          attribute,
          "a delivery is both presumed and given up after some days",
          "set one of the two");
    }
    outreach
        .deliveryGivenUpAfter()
        .filter(d -> d.count() == 0)
        .ifPresent(d -> add(attribute, "a delivery is given up at once", "give it 1 day or more"));
  }

  static List<PolicyViolation> negative(String attribute, Collection<Money> minimums) {
    return minimums.stream()
        .filter(Money::isNegative)
        .map(m -> "the minimum amount must not be negative, but is " + m)
        .map(problem -> PolicyViolation.of(attribute, problem))
        .toList();
  }

  private void ladder() {
    if (ladder.steps().isEmpty()) {
      add("EscalationLadder.steps", "the ladder has no steps", "give it at least one");
    }
    ladder
        .repeat()
        .filter(d -> d.count() == 0)
        .ifPresent(
            d ->
                add(
                    "EscalationLadder.repeat",
                    "the ladder must repeat its last step after 1 day or more, not " + d));
    for (int i = 0; i < ladder.steps().size(); i++) {
      all.addAll(StepViolations.of(policy, i));
    }
  }

  private void conditions() {
    all.addAll(
        new Asked(policy)
            .inVain("the condition for holds", "DunningPolicy.holdWhile", policy.holdWhile()));
  }

  private void agreements() {
    AgreementRules agreements = policy.agreements();
    Percentage from = agreements.promiseHoldsAllFrom();
    if (from.value().signum() <= 0 || from.compareTo(Percentage.percent("100")) > 0) {
      add(
          "AgreementRules.promiseHoldsAllFrom",
          "promises must hold all from more than 0% and at most 100%, but do from " + from);
    }
    resumption("promise", "AgreementRules.brokenPromise", agreements.brokenPromise());
    resumption("plan", "AgreementRules.brokenPlan", agreements.brokenPlan());
    payments(policy.payments());
  }

  private void payments(PaymentRules payments) {
    String attribute = "PaymentRules.staleBankDataHoldsFrom";
    payments
        .staleBankDataHoldsFrom()
        .filter(new Asked(policy)::isUnknown)
        .map(
            s ->
                PolicyViolation.unknown(
                    attribute, "stale bank data hold from " + noStep(policy, s), s))
        .ifPresent(all::add);
    if (payments.staleBankDataHoldsFrom().isPresent() && payments.bankDataStaleAfter().isEmpty()) {
      add(
          attribute,
          "stale bank data hold steps, but the policy does not say when they are stale",
          "say after how many days they are");
    }
  }

  private void resumption(String agreement, String attribute, Resumption resumption) {
    String where = "after a broken " + agreement + " the ladder resumes at ";
    resumption
        .startingStep()
        .filter(new Asked(policy)::isUnknown)
        .ifPresent(s -> all.add(PolicyViolation.unknown(attribute, where + noStep(policy, s), s)));
  }

  private void charges() {
    for (LateFee fee : policy.charges().fees()) {
      String where = "the late fee " + quoted(fee.toString());
      fee.step()
          .filter(new Asked(policy)::isUnknown)
          .ifPresent(
              s ->
                  all.add(
                      PolicyViolation.unknown(
                          FEES, where + " arises with " + noStep(policy, s), s)));
      boolean charged =
          ladder.steps().stream()
              .filter(s -> fee.step().map(s.name()::equals).orElse(true))
              .anyMatch(s -> s.actions().contains(DunningAction.assessCharges()));
      if (fee.arises() == LateFee.Arises.WITH_STEP && !charged) {
        add(FEES, where + " is never charged", "let a step assess charges for it");
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
          add(
              FEES,
              "the late fee " + quoted(fee.toString()) + " comes on top of the " + paid,
              "mark it \"beside compensation\" if it may be charged, or leave the compensation out");
        }
      }
    }
  }

  private void account() {
    AccountRules rules = policy.account();
    if (rules.unit() != AccountRules.Unit.INVOICE) {
      return;
    }
    String found = ", but the policy decides per invoice";
    String advice = "decide per account, or leave it out";
    if (rules.documentLevel() != AccountRules.DocumentLevel.OLDEST) {
      String level = quoted(ConstantWords.of(rules.documentLevel()));
      add(
          "AccountRules.documentLevel",
          "the document level " + level + " is only for accounts" + found,
          advice);
    }
    if (rules.credits() == AccountRules.Credits.NET) {
      add("AccountRules.credits", "netting credits is only for accounts" + found, advice);
    }
  }
}
