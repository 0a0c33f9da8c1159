package io.dunning.check;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import io.dunning.check.PolicyReport.InvariantAnswer;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.ChargeEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Agreements;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.money.Rounding;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Invariant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Watches for steps that violate an invariant, and keeps the first of each. */
final class InvariantWatch implements Observer {
  private final DunningPolicy policy;
  private final BusinessCalendar calendar;
  private final List<Invariant> invariants;
  private final Shortest[] violated;

  /** What the exploration may have missed: of a step that was not reached, by its index. */
  private SortedMap<Integer, String> notReached = new TreeMap<>();

  InvariantWatch(DunningPolicy policy, BusinessCalendar calendar, List<Invariant> invariants) {
    this.policy = policy;
    this.calendar = calendar;
    this.invariants = invariants;
    violated = new Shortest[invariants.size()];
  }

  /** How far back invariants and findings look. */
  LookBack lookBack() {
    return new LookBack(paymentDays(), contactDays());
  }

  /** Of an invariant that counts contacts, how many days it counts them; 0 if there is none. */
  private int contactDays() {
    int most = 0;
    for (Invariant each : invariants) {
      most = each instanceof Invariant.AtMost atMost ? Math.max(most, atMost.days()) : most;
    }
    return most;
  }

  /** How long a payment matters to an invariant, or to a finding; 0 if it does to none. */
  private int paymentDays() {
    boolean offers = policy.ladder().steps().stream().anyMatch(EscalationStep::offersSettlement);
    int most = offers ? StepFaults.JUST_PAID_DAYS + 1 : 0;
    for (Invariant each : invariants) {
      if (each instanceof Invariant.NoContactAfterPayment after) {
        most = Math.max(most, after.days() + 1);
      }
    }
    return most;
  }

  @Override
  public void decided(Path path, LocalDate day, Account account, AccountRecommendation now) {}

  @Override
  public void ended(Path path, LocalDate day, Account account, AccountRecommendation now) {}

  @Override
  public void took(Path path, Account account) {
    for (int i = 0; i < violated.length; i++) {
      if (Shortest.beats(violated[i], path, path.day)
          && isViolated(invariants.get(i), path, account)) {
        violated[i] = new Shortest(path, path.day);
      }
    }
  }

  private boolean isViolated(Invariant invariant, Path path, Account account) {
    Recommendation step = path.step;
    if (invariant instanceof Invariant.NeverWhile never) {
      return does(step, never.action()) && runs(never.during(), path, account);
    }
    if (invariant instanceof Invariant.NeverBefore never) {
      return does(step, never.action()) && !CameFirst.isTold(never, path);
    }
    if (invariant instanceof Invariant.AtMost most) {
      return goesBy(step, most.channel()) && contacts(most, path) > most.most();
    }
    if (invariant instanceof Invariant.ChargesAtMost most) {
      return chargesExceed(most, path, account);
    }
    int days = ((Invariant.NoContactAfterPayment) invariant).days();
    return step.channel().isPresent() && paidSince(path, path.day.minusDays(days));
  }

  /** Whether a step does what an action does, by whatever channel. */
  private static boolean does(Recommendation step, DunningAction action) {
    for (DunningAction each : step.actions()) {
      if (each.getClass() == action.getClass()) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the actions of a step goes by a channel; a step can send a letter and call. */
  private static boolean goesBy(Recommendation step, Channel channel) {
    for (DunningAction each : step.actions()) {
      if (each.channel().filter(c -> c == channel).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private boolean runs(Invariant.During during, Path path, Account account) {
    long day = path.day.toEpochDay();
    if (during == Invariant.During.IN_PLAN) {
      return isInPlan(path, account);
    }
    for (InvoiceHistory each : account.invoices()) {
      Agreements agreed = each.standingOn(path.day).agreements();
      if (path.step.invoices().contains(each.invoice().number()) && runs(during, agreed, day)) {
        return true;
      }
    }
    return runs(during, account.standingOn(day).agreements(), day);
  }

  /** Whether a plan runs that is not broken. */
  private boolean isInPlan(Path path, Account account) {
    Days cure = policy.agreements().planCure();
    for (InvoiceHistory each : account.invoices()) {
      if (path.step.invoices().contains(each.invoice().number())
          && each.standingOn(path.day).agreements().plan().isPresent()
          && PlanWorlds.isKept(each.plans(path.day, cure, calendar), path.day)) {
        return true;
      }
    }
    return account.standingOn(path.day.toEpochDay()).agreements().plan().isPresent()
        && PlanWorlds.isKept(account.plans(path.day, cure, calendar), path.day);
  }

  private static boolean runs(Invariant.During during, Agreements agreed, long day) {
    return switch (during) {
      case DISPUTED -> agreed.isDisputed();
      case PARTLY_DISPUTED -> agreed.isDisputed() || agreed.disputedMinor() > 0;
      case PROMISED -> agreed.promise().filter(p -> p.until().toEpochDay() >= day).isPresent();
      case IN_PLAN -> agreed.plan().isPresent();
      case OFFERED -> agreed.offerThroughDay() >= day;
      case RESTRICTED -> isRestricted(agreed, day);
    };
  }

  private static boolean isRestricted(Agreements agreed, long day) {
    for (Restriction each : Restriction.values()) {
      long through = agreed.restrictedThroughDay(each);
      if (through != EpochDay.NONE && through >= day) {
        return true;
      }
    }
    return false;
  }

  /** One letter about several invoices is one contact. */
  private static int contacts(Invariant.AtMost most, Path path) {
    LocalDate first = path.day.minusDays(most.days() - 1L);
    int count = 0;
    for (Path each = path; !each.isStart() && !each.day.isBefore(first); each = each.before) {
      count += each.isContact() && goesBy(each.step, most.channel()) ? 1 : 0;
    }
    return count;
  }

  private static boolean chargesExceed(Invariant.ChargesAtMost most, Path path, Account account) {
    for (InvoiceHistory each : account.invoices()) {
      String number = each.invoice().number();
      List<ChargeEvent.ChargeAssessed> now = path.step.assessments().get(number);
      if (now != null) {
        Money limit = each.invoice().amount().times(most.share(), Rounding.DOWN);
        Money sum = Money.zero(limit.currency());
        for (ChargeEvent.ChargeAssessed charge : now) {
          sum = sum.plus(charge.amount());
        }
        for (var event : each.events()) {
          if (event instanceof ChargeEvent.ChargeAssessed charge) {
            sum = sum.plus(charge.amount());
          }
        }
        if (sum.compareTo(limit) > 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a payment came on a day or later; one of the step's own day came before the step. */
  static boolean paidSince(Path path, LocalDate first) {
    for (Path each = path; !each.isStart() && !each.day.isBefore(first); each = each.before) {
      if (each.event instanceof MoneyEvent.Payment) {
        return true;
      }
    }
    return false;
  }

  /** Tells which steps may be taken in worlds that were not explored, and in none that was. */
  void notReached(SortedMap<Integer, String> steps) {
    notReached = steps;
  }

  /**
   * What is known of each invariant.
   *
   * @param leftOut why some worlds were not played to their end; empty if all were
   */
  List<InvariantAnswer> answers(Optional<String> leftOut, Answers answers) {
    List<InvariantAnswer> all = new ArrayList<>();
    for (int i = 0; i < violated.length; i++) {
      all.add(answer(i, leftOut, answers));
    }
    return all;
  }

  private InvariantAnswer answer(int index, Optional<String> leftOut, Answers answers) {
    Invariant invariant = invariants.get(index);
    if (violated[index] != null) {
      World world = violated[index].world(policy, calendar);
      String step = violated[index].path().step.step().orElseThrow();
      String why = "step \"%s\" violates it on %s".formatted(step, world.lastDay());
      return new InvariantAnswer(
          invariant, InvariantAnswer.Verdict.VIOLATED, why, Optional.of(world));
    }
    Optional<String> open = answers.open(lastStep(invariant)).or(() -> missed(invariant));
    if (leftOut.isEmpty() && open.isEmpty()) {
      return new InvariantAnswer(invariant, InvariantAnswer.Verdict.HOLDS, "", Optional.empty());
    }
    return new InvariantAnswer(
        invariant,
        InvariantAnswer.Verdict.INCONCLUSIVE,
        open.or(() -> leftOut).orElseThrow(),
        Optional.empty());
  }

  /** That a step was not reached that could violate an invariant; empty if there is none. */
  private Optional<String> missed(Invariant invariant) {
    List<EscalationStep> steps = policy.ladder().steps();
    return notReached.entrySet().stream()
        .filter(e -> mayViolate(invariant, steps.get(e.getKey())))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The index of the last step that could violate an invariant; -1 if none could. */
  private int lastStep(Invariant invariant) {
    List<EscalationStep> steps = policy.ladder().steps();
    int last = steps.size() - 1;
    while (last >= 0 && policy.endgame().isEmpty() && !mayViolate(invariant, steps.get(last))) {
      last--;
    }
    return last;
  }

  private static boolean mayViolate(Invariant invariant, EscalationStep step) {
    if (invariant instanceof Invariant.NeverWhile never) {
      return StepKinds.has(step, never.action().getClass());
    }
    if (invariant instanceof Invariant.NeverBefore never) {
      return StepKinds.has(step, never.action().getClass());
    }
    if (invariant instanceof Invariant.ChargesAtMost) {
      return step.actions().contains(DunningAction.assessCharges());
    }
    return step.contactsCustomer();
  }

  /** The invariants that name a step which the policy does not have. */
  List<PolicyFinding> unknownSteps() {
    List<PolicyFinding> all = new ArrayList<>();
    for (int i = 0; i < invariants.size(); i++) {
      if (invariants.get(i) instanceof Invariant.NeverBefore never
          && policy.ladder().indexOf(never.step()) < 0) {
        all.add(
            PolicyFinding.error(
                FindingKind.UNKNOWN_STEP,
                Place.item("invariants", i),
                "\"%s\" is no step of the policy; its steps are %s"
                    .formatted(
                        never.step(),
                        String.join(
                            ", ",
                            policy.ladder().steps().stream().map(StepKinds::quoted).toList()))));
      }
    }
    return all;
  }
}
