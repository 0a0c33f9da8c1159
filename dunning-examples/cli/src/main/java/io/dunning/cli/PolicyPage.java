package io.dunning.cli;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Assignment;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Invariant;
import io.dunning.policy.PolicySet;
import io.dunning.policy.Trigger;
import io.dunning.settlement.PlanRule;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A policy as a page that a manager reads and signs. */
final class PolicyPage {
  private static final int WIDTH = 96;

  /** A policy with no rules but a ladder: what it shares with another one is not worth a line. */
  private static final DunningPolicy PLAIN =
      DunningPolicy.named("plain")
          .ladder(
              EscalationLadder.of(
                  EscalationStep.step("call")
                      .at(Trigger.daysPastDue(1))
                      .take(DunningAction.placeCall())))
          .build();

  private final StringBuilder text = new StringBuilder();
  private final DunningPolicy policy;

  private PolicyPage(DunningPolicy policy) {
    this.policy = policy;
  }

  /** The page; ends with a line break. */
  static String of(DunningPolicy policy) {
    PolicyPage page = new PolicyPage(policy);
    page.head();
    page.steps();
    page.list("In general", page.general());
    page.list("Promises, plans and offers", page.agreements());
    page.list("Old debts", page.endgame());
    page.list("Charges", page.charges());
    page.list(
        "Must hold, says the author",
        policy.invariants().stream().map(Invariant::toString).toList());
    page.list("To be looked at", policy.warnings());
    return page.text.toString();
  }

  /** Who has which policy; ends with a line break. */
  static String of(PolicySet set) {
    PolicyPage page = new PolicyPage(set.defaultPolicy());
    page.line("", "Which policy applies");
    set.invoices().forEach((i, p) -> page.line("  - ", "Invoice " + i + ": " + p.name() + "."));
    set.customers().forEach((c, p) -> page.line("  - ", "Customer " + c + ": " + p.name() + "."));
    set.segments().forEach((s, p) -> page.line("  - ", "Segment " + s + ": " + p.name() + "."));
    page.line("  - ", "All others: " + set.defaultPolicy().name() + ".");
    return page.text.toString();
  }

  private void head() {
    String version = policy.version().isEmpty() ? "" : ", version " + policy.version();
    line("", "Policy " + policy.name() + version);
    line("", "Fingerprint " + policy.fingerprint());
  }

  private void steps() {
    text.append('\n');
    line("", "Steps");
    int number = 0;
    for (EscalationStep step : policy.ladder().steps()) {
      number++;
      line("  ", number + ". " + sentence(step) + ".");
      details(step).forEach(d -> line("     ", d + "."));
    }
    policy
        .ladder()
        .repeat()
        .ifPresent(d -> line("  ", "The last step is taken again every " + d + "."));
    switch (policy.ladder().progression()) {
      case CLIMB -> {}
      case CATCH_UP -> line("  ", "A debt that is late goes straight to the last step reached.");
      case SKIP -> line("  ", "A step that was missed on its day is left out.");
    }
  }

  private static String sentence(EscalationStep step) {
    String actions =
        step.actions().stream().map(DunningAction::toString).collect(Collectors.joining(" and "));
    String others =
        step.fallbackChannels().stream().map(Channel::toString).collect(Collectors.joining(" or "));
    return '"'
        + step.name()
        + "\": "
        + step.trigger().orElseThrow()
        + ", "
        + actions
        + (others.isEmpty() ? "" : ", or else by " + others);
  }

  private List<String> details(EscalationStep step) {
    List<String> all = new ArrayList<>();
    if (!step.condition().equals(Condition.always())) {
      all.add("Only if " + step.condition() + "; otherwise the next step follows");
    }
    step.prerequisites().forEach(c -> all.add("Waits until " + c));
    step.minimumAmounts().values().forEach(m -> all.add("Waits until " + m + " are overdue"));
    if (!step.addressees().isEmpty()) {
      all.add("Goes to the " + joined(step.addressees(), " or else the "));
    }
    for (Assignment each : step.performers()) {
      all.add("Carried out by " + each);
    }
    step.tone().ifPresent(t -> all.add(tone(step)));
    step.deadline().ifPresent(d -> all.add("Grants " + d + " to pay"));
    step.minimumDaysSinceLastContact()
        .ifPresent(d -> all.add("Not within " + d + " days of the last contact"));
    if (policy.needsApproval(step)) {
      all.add("Needs the approval of " + step.approver());
    }
    if (!step.allowedDuring().isEmpty()) {
      all.add("Taken even if the customer is " + joined(step.allowedDuring(), " or "));
    }
    if (step.allowedWhileOverdue()) {
      all.add("Goes also to customers who are overdue with an older invoice");
    }
    return all;
  }

  private static String tone(EscalationStep step) {
    String softer =
        step.softerTone().equals(Condition.never())
            ? ""
            : ", one degree softer if " + step.softerTone();
    return "In a " + step.tone().orElseThrow() + " tone" + softer;
  }

  private List<String> general() {
    List<String> all = new ArrayList<>();
    all.add(account());
    if (policy.grace().days().count() > 0) {
      all.add("Nothing is chased for " + policy.grace().days() + " after the due date");
    }
    policy
        .minimumAmounts()
        .values()
        .forEach(m -> all.add("Nothing is chased below " + m + " overdue"));
    all.add(
        policy.outreach().equals(PLAIN.outreach())
            ? "Customers may be contacted on any day"
            : "Contacts: " + policy.outreach());
    all.add("On hold while: " + policy.holdWhile());
    if (policy.clock() == DunningPolicy.Clock.STOPS) {
      all.add("Days on hold do not count towards the next step");
    }
    policy
        .liveFrom()
        .ifPresent(d -> all.add("Debts that are old on " + d + " start the ladder then"));
    if (!policy.reopening().equals(PLAIN.reopening())) {
      all.add(capital(policy.reopening().toString()));
    }
    all.addAll(judgement());
    return all;
  }

  private String account() {
    String rules = policy.account().toString();
    int others = rules.indexOf(", ");
    if (policy.account().unit() == AccountRules.Unit.INVOICE) {
      return "Each invoice is looked at by itself"
          + (others < 0 ? "" : ": " + rules.substring(others + 2));
    }
    return "All invoices of an account are looked at together: " + rules;
  }

  private List<String> judgement() {
    List<String> all = new ArrayList<>();
    policy.profileWindow().ifPresent(d -> all.add("Customers are judged by the last " + d));
    if (policy.leastSettledInvoices() != PLAIN.leastSettledInvoices()) {
      all.add(
          "Customers are judged once "
              + policy.leastSettledInvoices()
              + " of their invoices were settled");
    }
    if (!policy.riskModel().equals(PLAIN.riskModel())) {
      all.add("The risk of a late payment is that of the model: " + policy.riskModel());
    }
    return all;
  }

  private List<String> agreements() {
    List<String> all = new ArrayList<>();
    if (!policy.agreements().equals(PLAIN.agreements())) {
      all.add(capital(policy.agreements().toString()));
    }
    if (!policy.payments().equals(PLAIN.payments())) {
      all.add(capital(policy.payments().toString()));
    }
    policy.plans().ifPresent(p -> all.add("Payment plans: " + plan(p)));
    policy.settlement().ifPresent(s -> all.add(capital(s.toString())));
    return all;
  }

  private static String plan(PlanRule plan) {
    boolean monthly = plan.every().equals(Period.ofMonths(1));
    StringBuilder text = new StringBuilder("up to " + plan.maximumInstalments());
    text.append(monthly ? " monthly instalments" : " instalments, one every " + plan.every());
    if (!plan.minimumInstalments().isEmpty()) {
      text.append(" of at least ").append(joined(plan.minimumInstalments().values(), " or "));
    }
    if (plan.firstAfterDays() != PlanRule.monthly(1).firstAfterDays()) {
      text.append(", the first after ").append(plan.firstAfterDays()).append(" days");
    }
    if (plan.risingByPercent() > 0) {
      text.append(", each ").append(plan.risingByPercent()).append("% of the first one higher");
    }
    return text.append(plan.interestGoesOn() ? "; interest goes on" : "; interest is waived")
        .toString();
  }

  private List<String> endgame() {
    List<String> all = new ArrayList<>();
    policy
        .endgame()
        .ifPresent(
            e -> {
              e.routes().forEach(r -> all.add("Route: " + r));
              all.add("Later money counts less, at " + e.rate() + " a year");
              all.add("An offer to settle is accepted with a likelihood of " + e.acceptance());
              e.goodwill()
                  .forEach(
                      (r, m) -> all.add("Worth of the relation, for the route " + r + ": " + m));
              all.add(
                  e.approval().isEmpty()
                      ? "No route needs an approval"
                      : "Routes that need an approval: " + joined(e.approval(), ", "));
              all.add("Recovered by age: " + e.curve());
            });
    return all;
  }

  private List<String> charges() {
    return policy.charges().isNone() ? List.of() : List.of(capital(policy.charges().toString()));
  }

  private void list(String title, List<String> sentences) {
    if (!sentences.isEmpty()) {
      text.append('\n');
      line("", title);
      sentences.forEach(this::item);
    }
  }

  /** A sentence, and the advice that follows it on a line of its own. */
  private void item(String sentence) {
    int end = sentence.indexOf('\n');
    String first = end < 0 ? sentence : sentence.substring(0, end);
    line("  - ", first + (first.endsWith(".") ? "" : "."));
    if (end >= 0) {
      sentence.substring(end + 1).lines().forEach(l -> line("    ", l));
    }
  }

  /** A line, folded where it is too long; what follows stands below its first word. */
  private void line(String indent, String sentence) {
    StringBuilder line = new StringBuilder(indent);
    int number = sentence.matches("\\d{1,3}\\. .*") ? sentence.indexOf(' ') + 1 : 0;
    String next = " ".repeat(indent.length() + number);
    for (String word : sentence.split("\\s+")) {
      if (line.length() + word.length() > WIDTH && !line.toString().isBlank()) {
        text.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(next);
      }
      line.append(word).append(' ');
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static String joined(Iterable<?> values, String between) {
    List<String> all = new ArrayList<>();
    values.forEach(v -> all.add(v.toString()));
    return String.join(between, all);
  }

  private static String capital(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }
}
