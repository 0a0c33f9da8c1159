package io.dunning.json.policy;

import io.dunning.action.DunningAction;
import io.dunning.behaviour.ProfileScope;
import io.dunning.behaviour.RiskModel;
import io.dunning.behaviour.Scorecard;
import io.dunning.calendar.Days;
import io.dunning.charge.ChargeRules;
import io.dunning.conduct.Conduct;
import io.dunning.ledger.Tolerance;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.InvalidPolicyException;
import io.dunning.policy.Invariant;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A policy: the keys of a document. */
final class PolicyShape extends Shape<DunningPolicy, PolicyShape.Draft> {
  static final String NAME = "policy";
  static final String VERSION = "version";
  static final String LADDER = "ladder";
  static final String INVARIANTS = "invariants";
  static final PolicyShape ONE = new PolicyShape();

  private static final String POLICY = "DunningPolicy.";
  private static final String ACCOUNT = "AccountRules.";
  private static final String OUTREACH = "OutreachRules.";
  private static final String STEPS = "EscalationLadder.";

  private final Key<DunningPolicy, Draft, String> name;
  private final Key<DunningPolicy, Draft, List<EscalationStep>> steps;

  /** A policy under way: what becomes of the charges and the ladder is known at the end. */
  static final class Draft {
    final PolicyDraft policy;
    EscalationLadder ladder;
    ChargeRules charges = ChargeRules.NONE;

    Draft(String name, List<EscalationStep> steps) {
      policy = DunningPolicy.named(name);
      ladder = EscalationLadder.of(steps);
    }
  }

  /** Gives a rule to a draft of the library. */
  interface Setter<V> {
    PolicyDraft give(PolicyDraft draft, V value);
  }

  private PolicyShape() {
    super("a policy");
    name =
        required(
            NAME,
            POLICY + "name",
            Forms.text("a name", "standard-b2b"),
            DunningPolicy::name,
            "The name of the policy.");
    rule(
        VERSION,
        POLICY + "version",
        Forms.text("a version", "2026-03"),
        p -> unless("", p.version()),
        PolicyDraft::version,
        "The version, in your own counting.");
    begins();
    accounts();
    contacts();
    steps =
        required(
            LADDER,
            POLICY + "ladder," + STEPS + "steps",
            Forms.many(new StepShape()),
            p -> p.ladder().steps(),
            "The steps, mildest first.");
    ladder();
    new AgreementKeys(this).add();
    new PaymentKeys(this).add();
    new ChargeKeys(this).add();
    lateGame();
    risk();
    rule(
        INVARIANTS,
        POLICY + "invariants",
        Forms.many(Sentences.INVARIANT),
        p -> any(p.invariants()),
        (d, all) -> d.keeping(all.toArray(Invariant[]::new)),
        "What must never happen; a check of the policy holds it to that.");
  }

  private void ladder() {
    key(
        "progression",
        STEPS + "progression",
        Forms.choice("a progression", EscalationLadder.Progression.values()),
        p -> unless(EscalationLadder.Progression.CLIMB, p.ladder().progression()),
        (d, v) -> {
          d.ladder = d.ladder.progression(v);
          return d;
        },
        "How to go up when several steps have been reached.");
    key(
        "repeat last step every",
        STEPS + "repeat",
        Forms.DAYS.such("30 days"),
        p -> p.ladder().repeat(),
        (d, v) -> {
          d.ladder = d.ladder.repeatLastEvery(v);
          return d;
        },
        "How long after the last step it is taken again.");
  }

  /** Adds a key of a rule that a draft of the library takes. */
  <V> void rule(
      String key,
      String attribute,
      Form<V> form,
      Function<DunningPolicy, Optional<V>> value,
      Setter<V> set,
      String about) {
    key(
        key,
        attribute,
        form,
        value,
        (d, v) -> {
          set.give(d.policy, v);
          return d;
        },
        about);
  }

  private void begins() {
    rule(
        "live from",
        POLICY + "liveFrom",
        Forms.DATE,
        DunningPolicy::liveFrom,
        PolicyDraft::liveFrom,
        "The go-live date: debts that are already old start the ladder on this day.");
    rule(
        "grace",
        POLICY + "grace",
        Forms.DAYS.such("3 days"),
        p -> unless(Days.NONE, p.grace().days()),
        PolicyDraft::grace,
        "How long after the due date nothing is chased.");
    rule(
        "minimum amount",
        POLICY + "minimumAmounts",
        Forms.AMOUNTS.such("10.00 EUR"),
        p -> p.minimumAmounts().isEmpty() ? Optional.empty() : Optional.of(p.minimumAmounts()),
        (d, all) -> {
          all.values().forEach(d::minimumAmount);
          return d;
        },
        "How much has to be overdue for anything to be done, by currency.");
    rule(
        "hold while",
        POLICY + "holdWhile",
        Sentences.CONDITION.such("dispute open or promise active"),
        p -> unless(DEFAULT.holdWhile(), p.holdWhile()),
        PolicyDraft::holdWhile,
        "Holds an item while this condition is true.");
    rule(
        "clock during holds",
        POLICY + "clock",
        Forms.choice("one of the choices here", DunningPolicy.Clock.values()),
        p -> unless(DunningPolicy.Clock.RUNS, p.clock()),
        PolicyDraft::clock,
        "Whether days on which an item is held count towards the next step.");
  }

  private void accounts() {
    rule(
        "decide per",
        POLICY + "account," + ACCOUNT + "unit",
        Forms.choice("one of the choices here", AccountRules.Unit.values()),
        p -> unless(AccountRules.Unit.INVOICE, p.account().unit()),
        PolicyDraft::per,
        "Whether the policy decides for each invoice or for whole accounts.");
    rule(
        "document level",
        ACCOUNT + "documentLevel",
        Forms.choice("a level", AccountRules.DocumentLevel.values()),
        p -> unless(AccountRules.DocumentLevel.OLDEST, p.account().documentLevel()),
        PolicyDraft::documentLevel,
        "Which item sets how far an account has been taken.");
    rule(
        "credits",
        ACCOUNT + "credits",
        Forms.choice("one of the choices here", AccountRules.Credits.values()),
        p -> unless(AccountRules.Credits.APART, p.account().credits()),
        PolicyDraft::credits,
        "Whether credits of an account lower what is overdue.");
    rule(
        "account steps count",
        ACCOUNT + "accountSteps",
        Forms.choice("one of the choices here", AccountRules.AccountSteps.values()),
        p -> unless(AccountRules.AccountSteps.WHEN_OLD_ENOUGH, p.account().accountSteps()),
        PolicyDraft::accountSteps,
        "Which steps that were taken for the account count for its oldest item.");
    rule(
        "tolerance",
        ACCOUNT + "tolerance",
        Sentences.TOLERANCE,
        p -> unless(Tolerance.NONE, p.account().tolerance()),
        PolicyDraft::tolerance,
        "How much may be left of an invoice for it to count as settled.");
  }

  private void contacts() {
    rule(
        "between contacts",
        POLICY + "outreach," + OUTREACH + "minimumDaysBetweenContacts",
        Forms.counted("day"),
        p -> unless(0, p.outreach().minimumDaysBetweenContacts()),
        PolicyDraft::minimumDaysBetweenContacts,
        "How much time must pass between two contacts with a customer.");
    rule(
        "between steps",
        OUTREACH + "minimumDaysBetweenSteps",
        Forms.counted("day"),
        PolicyShape::daysBetweenSteps,
        PolicyDraft::minimumDaysBetweenSteps,
        "How much time must pass between two steps that contact the customer.");
    rule(
        "delivery presumed after",
        OUTREACH + "deliveryPresumedAfter",
        Forms.DAYS.such("3 days"),
        p -> p.outreach().deliveryPresumedAfter(),
        PolicyDraft::deliveryPresumedAfter,
        "When a message whose delivery nobody confirmed counts as delivered.");
    rule(
        "delivery given up after",
        OUTREACH + "deliveryGivenUpAfter",
        Forms.DAYS.such("10 days"),
        p -> p.outreach().deliveryGivenUpAfter(),
        PolicyDraft::deliveryGivenUpAfter,
        "When a message whose delivery nobody confirmed counts as not sent.");
    manners();
  }

  private void manners() {
    rule(
        "thanks within",
        OUTREACH + "thanksWithin",
        Forms.DAYS.such("7 days"),
        p -> p.outreach().thanksWithin(),
        PolicyDraft::thanksWithin,
        "For how long after the last payment customers are thanked.");
    rule(
        "conduct",
        OUTREACH + "conduct",
        new ConductShape(),
        p -> unless(Conduct.PLAIN, p.outreach().conduct()),
        PolicyDraft::conduct,
        "The rules of contact, and who collects what.");
  }

  private static Optional<Integer> daysBetweenSteps(DunningPolicy policy) {
    int contacts = policy.outreach().minimumDaysBetweenContacts();
    int usual = contacts == 0 ? DEFAULT.outreach().minimumDaysBetweenSteps() : 0;
    return unless(usual, policy.outreach().minimumDaysBetweenSteps());
  }

  private void lateGame() {
    rule(
        "settlement",
        POLICY + "settlement",
        new SettlementShape(),
        DunningPolicy::settlement,
        PolicyDraft::settlement,
        "Which share settles the debt, and when to offer it.");
    rule(
        "payment plans",
        POLICY + "plans",
        new PlanShape(),
        DunningPolicy::plans,
        PolicyDraft::plans,
        "How a debt may be paid in instalments.");
    rule(
        "endgame",
        POLICY + "endgame",
        new EndgameShape(),
        DunningPolicy::endgame,
        PolicyDraft::endgame,
        "Which route is worth most for an old debt.");
  }

  private void risk() {
    rule(
        "profile window",
        POLICY + "profileWindow",
        Forms.DAYS.such("365 days"),
        DunningPolicy::profileWindow,
        PolicyDraft::profileWindow,
        "How far back settled invoices count when a customer is judged by past payments.");
    rule(
        "judged from settled invoices",
        POLICY + "leastSettledInvoices",
        Forms.NUMBER.such("5"),
        p -> unless(ProfileScope.LEAST_SETTLED, p.leastSettledInvoices()),
        PolicyDraft::leastSettledInvoices,
        "How many invoices must have been settled before a customer's risk band is known.");
    rule(
        "risk model",
        POLICY + "riskModel",
        new RiskForm(),
        p -> unless((RiskModel) Scorecard.standard(), p.riskModel()),
        PolicyDraft::riskModel,
        "How likely it is that a customer will be late.");
  }

  /** A policy without any rule of its own, for the defaults. */
  private static final DunningPolicy DEFAULT =
      DunningPolicy.named("default")
          .ladder(
              EscalationLadder.of(
                  EscalationStep.step("a")
                      .at(Trigger.daysPastDue(1))
                      .take(DunningAction.placeCall())))
          .build();

  @Override
  Draft start(Values values) {
    return new Draft(values.get(name), values.get(steps));
  }

  @Override
  DunningPolicy end(Draft draft) {
    return draft.policy.ladder(draft.ladder).charges(draft.charges).build();
  }

  @Override
  void refused(Spot spot, IllegalArgumentException why, Problems problems) {
    if (why instanceof InvalidPolicyException invalid) {
      Violations.place(spot, invalid, problems);
    } else {
      super.refused(spot, why, problems);
    }
  }
}
