package io.dunning.json.policy;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.action.PersonRole;
import io.dunning.action.Tone;
import io.dunning.event.Restriction;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.EscalationStep;
import java.util.List;
import java.util.Optional;

/** A step of the ladder. */
final class StepShape extends Shape<EscalationStep, EscalationStep> {
  /** The key of the step's name. */
  static final String NAME = "step";

  private static final String TYPE = "EscalationStep.";

  private final Key<EscalationStep, EscalationStep, String> name;
  private Key<EscalationStep, EscalationStep, Boolean> approval;
  private Key<EscalationStep, EscalationStep, String> approver;

  StepShape() {
    super("a step");
    name =
        required(
            NAME,
            TYPE + "name",
            Forms.text("a name", "first notice"),
            EscalationStep::name,
            "The name under which the ledger records that the step was taken, unique in the"
                + " ladder.");
    when();
    what();
    who();
    limits();
  }

  private void when() {
    required(
        "at",
        TYPE + "trigger",
        Sentences.TRIGGER,
        s -> s.trigger().orElseThrow(() -> new IllegalArgumentException("the step has none")),
        EscalationStep::at,
        "From which day on the step can be taken.");
    required(
        "take",
        TYPE + "actions",
        Forms.many(Sentences.ACTION),
        EscalationStep::actions,
        (s, all) -> s.take(all.toArray(DunningAction[]::new)),
        "What is done, in order.");
    key(
        "only if",
        TYPE + "condition",
        Sentences.CONDITION,
        s -> unless(Condition.always(), s.condition()),
        EscalationStep::onlyIf,
        "What must hold for the step to apply; otherwise the ladder goes on to the next step.");
    key(
        "requires",
        TYPE + "prerequisites",
        Forms.many(Sentences.CONDITION).such("at least 14 days since first notice"),
        s -> any(s.prerequisites()),
        (s, all) -> s.requires(all.toArray(Condition[]::new)),
        "What must hold before the step is taken; otherwise the ladder waits with the step.");
  }

  private void what() {
    key(
        "or by",
        TYPE + "fallbackChannels",
        Forms.CHANNELS,
        s -> any(s.fallbackChannels()),
        (s, all) -> s.orBy(all.toArray(Channel[]::new)),
        "The channels to try in turn if the customer cannot be reached by that of the actions.");
    key(
        "tone",
        TYPE + "tone",
        Forms.choice("a tone", Tone.values()),
        EscalationStep::tone,
        EscalationStep::tone,
        "The tone of the messages.");
    key(
        "softer tone if",
        TYPE + "softerTone",
        Sentences.CONDITION.such("customer asks for time"),
        s -> unless(Condition.never(), s.softerTone()),
        (s, c) -> s.tone(s.tone().orElseThrow(StepShape::noTone), c),
        "For which customers and debts the tone is one degree softer.");
    key(
        "grants",
        TYPE + "deadline",
        Forms.DAYS,
        EscalationStep::deadline,
        EscalationStep::grants,
        "How long the customer may take to pay, counted from the day on which the step is taken.");
  }

  private static IllegalArgumentException noTone() {
    return new IllegalArgumentException(
        "a softer tone needs a tone to be softer than\nMaybe \"tone: firm\"");
  }

  private void who() {
    key(
        "addressed to",
        TYPE + "addressees",
        Forms.ROLES,
        s -> any(s.addressees()),
        (s, all) -> s.addressedTo(all.toArray(PersonRole[]::new)),
        "The roles of the contact persons whom the step addresses, the preferred one first.");
    key(
        "performed by",
        TYPE + "performers",
        Forms.many(Sentences.ASSIGNMENT),
        s -> any(s.performers()),
        (s, all) -> {
          EscalationStep step = s;
          for (var each : all) {
            step = step.performedBy(each.performer(), each.condition());
          }
          return step;
        },
        "Who carries out the step; the first whose condition holds.");
    approval =
        key(
            "needs approval",
            TYPE + "approvalNeeded",
            Forms.FLAG,
            s -> s.approvalNeeded() && !hasApprover(s) ? Optional.of(true) : Optional.empty(),
            (s, yes) -> yes ? s.needsApproval() : s,
            "Whether a person must approve the step before it is taken. Court and write-off need it"
                + " anyway, unless `approval for` says otherwise.");
    approver =
        key(
            "needs approval of",
            TYPE + "approver",
            Forms.text("a text", "head of credit"),
            s ->
                s.approvalNeeded() && hasApprover(s) ? Optional.of(s.approver()) : Optional.empty(),
            EscalationStep::needsApprovalOf,
            "Who must approve the step before it is taken.");
  }

  private static boolean hasApprover(EscalationStep step) {
    return !step.approver().equals(EscalationStep.step("").approver());
  }

  private void limits() {
    key(
        "minimum amount",
        TYPE + "minimumAmounts",
        Forms.AMOUNTS.such("50.00 EUR"),
        s -> s.minimumAmounts().isEmpty() ? Optional.empty() : Optional.of(s.minimumAmounts()),
        (s, all) -> {
          EscalationStep step = s;
          for (Money each : all.values()) {
            step = step.minimumAmount(each);
          }
          return step;
        },
        "How much must be overdue, by currency; while less is overdue, the ladder waits.");
    key(
        "since last contact",
        TYPE + "minimumDaysSinceLastContact",
        Forms.counted("day"),
        s ->
            s.minimumDaysSinceLastContact().isPresent()
                ? Optional.of(s.minimumDaysSinceLastContact().getAsInt())
                : Optional.empty(),
        EscalationStep::minimumDaysSinceLastContact,
        "How much time must have passed since the last contact, in place of the policy's.");
    key(
        "even during",
        TYPE + "allowedDuring",
        Forms.many(Forms.choice("a restriction", Restriction.values())),
        s -> any(List.copyOf(s.allowedDuring())),
        (s, all) -> s.evenDuring(all.toArray(Restriction[]::new)),
        "The restrictions during which the step may still be taken.");
    key(
        "even while overdue",
        TYPE + "allowedWhileOverdue",
        Forms.FLAG,
        s -> s.allowedWhileOverdue() ? Optional.of(true) : Optional.empty(),
        (s, yes) -> yes ? s.evenWhileOverdue() : s,
        "Whether a step before the due date also goes to a customer who is already overdue.");
  }

  @Override
  void check(Spot spot, Values values, Problems problems) {
    if (values.find(approver).isPresent() && !values.find(approval).orElse(true)) {
      problems.add(
          inner(spot, approval.name()),
          "says that no approval is needed, but \"needs approval of\" names who gives it",
          "keep one of the two");
    }
  }

  @Override
  EscalationStep start(Values values) {
    return EscalationStep.step(values.get(name));
  }

  @Override
  EscalationStep end(EscalationStep draft) {
    return draft;
  }
}
