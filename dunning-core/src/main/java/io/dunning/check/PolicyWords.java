package io.dunning.check;

import io.dunning.action.DunningAction;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Trigger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A policy in words, rule by rule, so that two policies can be compared. */
final class PolicyWords {
  /** A policy that says nothing but its ladder. */
  private static final DunningPolicy PLAIN =
      DunningPolicy.named("plain")
          .ladder(
              EscalationLadder.of(
                  EscalationStep.step("task")
                      .at(Trigger.daysPastDue(1))
                      .take(DunningAction.task("look"))))
          .build();

  private final Map<String, String> words = new LinkedHashMap<>();

  private PolicyWords() {}

  /** Where two policies differ; steps are compared by their names. */
  static List<PolicyComparison.Difference> differences(DunningPolicy before, DunningPolicy after) {
    Map<String, String> old = of(before, after);
    Map<String, String> now = of(after, before);
    List<PolicyComparison.Difference> all = new ArrayList<>();
    for (String each : places(old, now)) {
      String was = old.getOrDefault(each, "");
      String is = now.getOrDefault(each, "");
      if (!was.equals(is)) {
        all.add(new PolicyComparison.Difference(each, was, is));
      }
    }
    return all;
  }

  /** The places of both in their order, so that the rules of one step stand together. */
  private static List<String> places(Map<String, String> old, Map<String, String> now) {
    List<String> all = new ArrayList<>(old.keySet());
    int next = 0;
    for (String each : now.keySet()) {
      if (old.containsKey(each)) {
        next = all.indexOf(each) + 1;
        continue;
      }
      while (next < all.size() && !now.containsKey(all.get(next))) {
        next++;
      }
      all.add(next++, each);
    }
    return all;
  }

  private static Map<String, String> of(DunningPolicy policy, DunningPolicy other) {
    PolicyWords all = new PolicyWords();
    all.add("per", policy.account());
    all.add("grace", policy.grace());
    all.add("hold while", policy.holdWhile());
    all.words.putAll(ContactWords.of(policy.outreach(), other.outreach()));
    all.unlessUsual("agreements", policy, DunningPolicy::agreements);
    all.unlessUsual("payments under way", policy, DunningPolicy::payments);
    all.unlessUsual("reopening", policy, DunningPolicy::reopening);
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

  /** Tells a rule that a policy has of its own. */
  private void unlessUsual(
      String place, DunningPolicy policy, Function<DunningPolicy, Object> rule) {
    Object own = rule.apply(policy);
    if (!own.equals(rule.apply(PLAIN))) {
      add(place, own);
    }
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
