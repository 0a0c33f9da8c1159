package io.dunning.policy;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.behaviour.RiskModel;
import io.dunning.behaviour.Scorecard;
import io.dunning.calendar.Days;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateFee;
import io.dunning.conduct.Conduct;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.Trigger.AfterDeadline;
import io.dunning.policy.Trigger.AfterStep;
import io.dunning.policy.Trigger.BeforeDue;
import io.dunning.policy.Trigger.PastDue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** What a policy must not contradict, and how its rules read. */
final class PolicyRules {
  private final List<String> violations = new ArrayList<>();
  private final List<EscalationStep> steps;

  /** Whether charges never shrink with time. */
  private final boolean chargesGrow;

  private PolicyRules(DunningPolicy policy) {
    steps = policy.ladder().steps();
    chargesGrow = policy.charges().interest().map(i -> i.isAdditive()).orElse(true);
  }

  static List<String> violations(DunningPolicy policy) {
    PolicyRules rules = new PolicyRules(policy);
    if (policy.name().isBlank()) {
      rules.violations.add("name: is blank");
    }
    if (policy.minimumDaysBetweenContacts() < 0) {
      rules.violations.add(
          "minimum days between contacts: is negative: " + policy.minimumDaysBetweenContacts());
    }
    policy.profileWindow().ifPresent(rules::profileWindow);
    rules.minimums("", policy.minimumAmounts());
    if (rules.steps.isEmpty()) {
      rules.violations.add("ladder: has no steps");
    }
    policy.ladder().repeat().filter(d -> d.count() == 0).ifPresent(rules::repeatsAtOnce);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < rules.steps.size(); i++) {
      rules.step(i, names);
    }
    rules.settles(policy);
    rules.knows("hold while", policy.holdWhile());
    rules.resumption("broken promise", policy.brokenPromise());
    rules.resumption("broken plan", policy.brokenPlan());
    rules.charges(policy.charges());
    if (policy.unit() == DunningPolicy.Unit.INVOICE) {
      rules.onlyForAccounts(policy);
    }
    return rules.violations;
  }

  private void onlyForAccounts(DunningPolicy policy) {
    if (policy.documentLevel() != DunningPolicy.DocumentLevel.OLDEST) {
      violations.add(
          "document level: is only for accounts, but the policy decides per invoice: "
              + words(policy.documentLevel()));
    }
    if (policy.credits() == DunningPolicy.Credits.NET) {
      violations.add("credits: net only in accounts, but the policy decides per invoice");
    }
  }

  /** A fee of a step needs a step that assesses it. */
  /** Steps and conditions that need a rule which the policy does not have. */
  private void settles(DunningPolicy policy) {
    for (EscalationStep step : steps) {
      String where = "step " + step.name();
      if (step.offersSettlement() && policy.settlement().isEmpty()) {
        violations.add(where + ": offers a settlement, but the policy has no settlement rule");
      }
      if (step.proposesPlan() && policy.plans().isEmpty()) {
        violations.add(where + ": proposes a payment plan, but the policy has no plan rule");
      }
    }
    boolean weighed =
        Conditions.asksRoutes(policy.holdWhile())
            || steps.stream()
                .flatMap(
                    s ->
                        Stream.concat(
                            Stream.of(s.condition(), s.softerTone()), s.prerequisites().stream()))
                .anyMatch(Conditions::asksRoutes);
    if (weighed && policy.endgame().isEmpty()) {
      violations.add("endgame: a condition asks which route is worth most, but there is no rule");
    }
  }

  private void profileWindow(Days days) {
    if (days.count() == 0 || days.unit() != Days.Unit.CALENDAR) {
      violations.add("profile window: is not in calendar days: " + days);
    }
  }

  private void charges(ChargeRules charges) {
    for (LateFee fee : charges.fees()) {
      fee.step().ifPresent(name -> knows("late fee", List.of(name)));
      boolean charged =
          steps.stream()
              .filter(s -> fee.step().map(s.name()::equals).orElse(true))
              .anyMatch(s -> s.actions().contains(DunningAction.assessCharges()));
      if (fee.arises() == LateFee.Arises.WITH_STEP && !charged) {
        violations.add("late fee: no step assesses charges for it: " + fee);
      }
    }
  }

  private void resumption(String where, Resumption resumption) {
    resumption.step().ifPresent(name -> knows(where, List.of(name)));
  }

  private void knows(String where, Condition condition) {
    knows(where, Conditions.steps(condition));
    if (!chargesGrow && condition.asksCharges()) {
      violations.add(
          where + ": asks for charges, which may shrink with time: the day count is not additive");
    }
  }

  private void knows(String where, List<String> names) {
    for (String name : names) {
      if (steps.stream().noneMatch(s -> s.name().equals(name))) {
        violations.add(where + ": names no step of the ladder: " + name);
      }
    }
  }

  private void repeatsAtOnce(Days days) {
    violations.add("ladder: repeats its last step without a day between: " + days);
  }

  private void step(int index, Set<String> names) {
    EscalationStep step = steps.get(index);
    String where = "step " + (step.name().isBlank() ? index + 1 : step.name());
    if (step.name().isBlank()) {
      violations.add(where + ": name is blank");
    } else if (!names.add(step.name())) {
      violations.add(where + ": name appears twice");
    }
    if (step.actions().isEmpty()) {
      violations.add(where + ": take names no action");
    }
    if (step.minimumDaysSinceLastContact().orElse(0) < 0) {
      violations.add(
          where
              + ": minimum days since the last contact is negative: "
              + step.minimumDaysSinceLastContact().getAsInt());
    }
    minimums(where + ": ", step.minimumAmounts());
    knows(where + ": only if", step.condition());
    step.prerequisites().forEach(p -> knows(where + ": requires", p));
    knows(where + ": softer if", step.softerTone());
    channels(where, step);
    if (step.trigger().isEmpty()) {
      violations.add(where + ": at names no day");
    } else {
      trigger(where, index, step.trigger().get());
    }
  }

  private void channels(String where, EscalationStep step) {
    if (!step.fallbackChannels().isEmpty() && step.channel().isEmpty()) {
      violations.add(
          where + ": or by names a channel, but no action contacts: " + step.fallbackChannels());
    }
    Set<Channel> channels = new HashSet<>();
    step.channel().ifPresent(channels::add);
    for (Channel channel : step.fallbackChannels()) {
      if (!channels.add(channel)) {
        violations.add(where + ": or by names a channel twice: " + channel);
      }
    }
  }

  private void minimums(String where, Map<CurrencyUnit, Money> amounts) {
    for (Money amount : amounts.values()) {
      if (amount.isNegative()) {
        violations.add(where + "minimum amount is negative: " + amount);
      }
    }
  }

  private void trigger(String where, int index, Trigger trigger) {
    if (trigger instanceof AfterStep after) {
      earlier(where, index, after.step());
    } else if (trigger instanceof AfterDeadline after
        && earlier(where, index, after.step())
        && find(after.step()).deadline().isEmpty()) {
      violations.add(where + ": at counts from a deadline that is not granted by: " + after.step());
    }
    OptionalInt own = offset(trigger);
    for (int i = index - 1; i >= 0 && own.isPresent(); i--) {
      EscalationStep before = steps.get(i);
      OptionalInt other = before.trigger().map(PolicyRules::offset).orElse(OptionalInt.empty());
      if (other.isPresent()) {
        if (other.getAsInt() > own.getAsInt()) {
          violations.add(
              where
                  + ": comes after "
                  + before.name()
                  + " ("
                  + before.trigger().get()
                  + ") but is reached before it: "
                  + trigger);
        }
        return;
      }
    }
  }

  private boolean earlier(String where, int index, String name) {
    for (int i = 0; i < index; i++) {
      if (steps.get(i).name().equals(name)) {
        return true;
      }
    }
    violations.add(where + ": at counts from a step that is not an earlier one: " + name);
    return false;
  }

  private EscalationStep find(String name) {
    return steps.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  /** Calendar days from the due date, where that is what is counted. */
  private static OptionalInt offset(Trigger trigger) {
    if (trigger.days().unit() == Days.Unit.BUSINESS) {
      return OptionalInt.empty();
    }
    if (trigger instanceof PastDue) {
      return OptionalInt.of(trigger.days().count());
    }
    return trigger instanceof BeforeDue
        ? OptionalInt.of(-trigger.days().count())
        : OptionalInt.empty();
  }

  /** The rules that differ from their defaults, each after a comma. */
  static String described(DunningPolicy policy) {
    StringBuilder text = new StringBuilder();
    add(text, policy.unit() != DunningPolicy.Unit.INVOICE, "per " + words(policy.unit()));
    add(text, policy.grace().days().count() > 0, policy.grace());
    int gap = policy.minimumDaysBetweenContacts();
    add(text, gap > 0, gap + " days between contacts");
    policy.settlement().ifPresent(r -> add(text, true, r));
    policy.plans().ifPresent(r -> add(text, true, "plans of " + r));
    policy.endgame().ifPresent(r -> add(text, true, r));
    policy.profileWindow().ifPresent(d -> add(text, true, "profile of " + d));
    RiskModel risk = policy.riskModel();
    add(text, !risk.equals(Scorecard.standard()), "risk by " + risk);
    add(text, !policy.conduct().equals(Conduct.PLAIN), "conduct " + policy.conduct());
    policy.minimumAmounts().values().forEach(m -> add(text, true, "from " + m));
    add(
        text,
        policy.ladder().progression() != EscalationLadder.Progression.CLIMB,
        words(policy.ladder().progression()));
    add(text, !policy.holdWhile().equals(DEFAULT_HOLD), "hold while " + policy.holdWhile());
    Days tolerance = policy.promiseTolerance();
    add(text, tolerance.count() > 0, tolerance + " of tolerance for promises");
    Resumption usual = Resumption.whereItWas();
    add(text, !policy.brokenPromise().equals(usual), "broken promise " + policy.brokenPromise());
    Days cure = policy.planCure();
    add(text, cure.count() > 0, cure + " to cure a payment plan");
    add(text, !policy.brokenPlan().equals(usual), "broken plan " + policy.brokenPlan());
    add(
        text,
        policy.documentLevel() != DunningPolicy.DocumentLevel.OLDEST,
        words(policy.documentLevel()) + " level");
    add(text, !policy.charges().isNone(), "charges " + policy.charges());
    add(text, policy.credits() == DunningPolicy.Credits.NET, "net of credits");
    add(text, policy.clock() != DunningPolicy.Clock.RUNS, "clock stops during holds");
    add(
        text,
        policy.reversedAge() != DunningPolicy.ReversedAge.FROM_DUE_DATE,
        "reopened debts age " + words(policy.reversedAge()));
    add(
        text,
        policy.reversedSteps() != DunningPolicy.ReversedSteps.COUNT,
        "reopened debts start again");
    add(
        text,
        policy.accountSteps() != DunningPolicy.AccountSteps.WHEN_OLD_ENOUGH,
        "account steps count since due");
    return text.toString();
  }

  static final Condition DEFAULT_HOLD =
      Condition.disputeOpen()
          .or(Condition.promiseActive())
          .or(Condition.planActive())
          .or(Condition.settlementOffered());

  static String fingerprint(DunningPolicy policy) {
    StringBuilder text = new StringBuilder(policy.toString());
    policy
        .charges()
        .interest()
        .ifPresent(i -> i.tables().forEach(t -> text.append('\n').append(t.rates())));
    return digest(text.toString());
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static void add(StringBuilder text, boolean differs, Object words) {
    if (differs) {
      text.append(", ").append(words);
    }
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
