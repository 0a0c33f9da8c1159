package io.dunning.cli;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Assignment;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A policy as a page that a manager reads and signs. */
final class PolicyPage {
  private static final int WIDTH = 96;

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
    page.list("Charges", page.charges());
    page.list("To be looked at", policy.warnings());
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
    return capital(step.name())
        + ": "
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
    all.add(
        policy.account().unit() == AccountRules.Unit.INVOICE
            ? "Each invoice is looked at by itself"
            : "All invoices of an account are looked at together: " + policy.account());
    if (policy.grace().days().count() > 0) {
      all.add("Nothing is chased for " + policy.grace().days() + " after the due date");
    }
    policy
        .minimumAmounts()
        .values()
        .forEach(m -> all.add("Nothing is chased below " + m + " overdue"));
    all.add("Contacts: " + policy.outreach());
    all.add("On hold while " + policy.holdWhile());
    if (policy.clock() == DunningPolicy.Clock.STOPS) {
      all.add("Days on hold do not count towards the next step");
    }
    policy.liveFrom().ifPresent(d -> all.add("Old debts climb the ladder from " + d + " on"));
    all.add(capital(policy.reopening().toString()));
    policy.profileWindow().ifPresent(d -> all.add("Customers are judged by the last " + d));
    return all;
  }

  private List<String> agreements() {
    List<String> all = new ArrayList<>();
    all.add(capital(policy.agreements().toString()));
    policy.plans().ifPresent(p -> all.add("Payment plans: " + p));
    policy.settlement().ifPresent(s -> all.add(capital(s.toString())));
    policy.endgame().ifPresent(e -> all.add("Old debts: " + e));
    return all;
  }

  private List<String> charges() {
    return policy.charges().isNone() ? List.of() : List.of(capital(policy.charges().toString()));
  }

  private void list(String title, List<String> sentences) {
    if (!sentences.isEmpty()) {
      text.append('\n');
      line("", title);
      sentences.forEach(s -> line("  - ", s + (s.endsWith(".") ? "" : ".")));
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
