package io.dunning.check;

import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A policy in words, rule by rule, so that two policies can be compared. */
final class PolicyWords {
  private final Map<String, String> words = new LinkedHashMap<>();

  private PolicyWords() {}

  /** Where two policies differ; steps are compared by their names. */
  static List<PolicyComparison.Difference> differences(DunningPolicy before, DunningPolicy after) {
    Map<String, String> old = of(before, after);
    Map<String, String> now = of(after, before);
    Set<String> places = new LinkedHashSet<>(old.keySet());
    places.addAll(now.keySet());
    List<PolicyComparison.Difference> all = new ArrayList<>();
    for (String each : places) {
      String was = old.getOrDefault(each, "");
      String is = now.getOrDefault(each, "");
      if (!was.equals(is)) {
        all.add(new PolicyComparison.Difference(each, was, is));
      }
    }
    return all;
  }

  private static Map<String, String> of(DunningPolicy policy, DunningPolicy other) {
    PolicyWords all = new PolicyWords();
    all.add("per", policy.account());
    all.add("grace", policy.grace());
    all.add("hold while", policy.holdWhile());
    all.add("contacts", policy.outreach());
    all.add("agreements", policy.agreements());
    all.add("payments under way", policy.payments());
    all.add("reopening", policy.reopening());
    all.add("charges", policy.charges());
    all.add("clock", policy.clock());
    all.add("minimum", policy.minimumAmounts().values());
    policy.settlement().ifPresent(s -> all.add("settlement", s));
    policy.plans().ifPresent(p -> all.add("payment plans", p));
    policy.endgame().ifPresent(e -> all.add("endgame", e));
    policy.profileWindow().ifPresent(d -> all.add("profile window", d));
    all.add("settled invoices for a risk band", policy.leastSettledInvoices());
    all.add("risk model", policy.riskModel());
    all.list("invariants", policy.invariants());
    policy.liveFrom().ifPresent(d -> all.add("live from", d));
    all.add("progression", policy.ladder().progression());
    policy.ladder().repeat().ifPresent(d -> all.add("last step again every", d));
    all.add(
        "order of the steps",
        policy.ladder().steps().stream()
            .map(EscalationStep::name)
            .collect(Collectors.joining(", ")));
    for (EscalationStep each : policy.ladder().steps()) {
      if (other.ladder().indexOf(each.name()) < 0) {
        all.add("step \"" + each.name() + "\"", each);
      } else {
        all.add(each, policy.needsApproval(each));
      }
    }
    return all.words;
  }

  private void add(String place, Object value) {
    words.put(
        place,
        value instanceof Collection<?> all
            ? all.stream().map(Object::toString).collect(Collectors.joining(", "))
            : value.toString());
  }

  private void add(EscalationStep step, boolean needsApproval) {
    String of = "step \"" + step.name() + "\": ";
    add(of + "at", step.trigger().orElseThrow());
    add(of + "takes", step.actions());
    if (!step.condition().equals(Condition.always())) {
      add(of + "only if", step.condition());
    }
    list(of + "requires", step.prerequisites());
    step.deadline().ifPresent(d -> add(of + "grants", d));
    list(of + "minimum", step.minimumAmounts().values());
    step.minimumDaysSinceLastContact().ifPresent(d -> add(of + "days since the last contact", d));
    if (needsApproval) {
      add(of + "approval", "of " + step.approver());
    }
    list(of + "or by", step.fallbackChannels());
    list(of + "to", step.addressees());
    list(of + "performed by", step.performers());
    list(of + "even during", step.allowedDuring());
    step.tone().ifPresent(t -> add(of + "tone", t));
    if (!step.softerTone().equals(Condition.never())) {
      add(of + "softer if", step.softerTone());
    }
    if (step.allowedWhileOverdue()) {
      add(of + "while an older invoice is overdue", "yes");
    }
  }

  private void list(String place, Collection<?> all) {
    if (!all.isEmpty()) {
      add(place, all);
    }
  }
}
