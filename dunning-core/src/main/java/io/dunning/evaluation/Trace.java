package io.dunning.evaluation;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.BankEvent.CandidateReceipt;
import io.dunning.event.DisputeEvent.DisputeOpened;
import io.dunning.event.StepEvent;
import io.dunning.event.StepEvent.StepApproved;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.event.TermsEvent.LimitationSet;
import io.dunning.ledger.Concessions;
import io.dunning.ledger.Discounts;
import io.dunning.ledger.DisputeCase;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.Limitation;
import io.dunning.ledger.PlanOutcome;
import io.dunning.ledger.PromiseOutcome;
import io.dunning.ledger.Standing;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Handed in to a decision, records why each other step was left out and what else did not count. A
 * decision that nobody asks to explain records nothing.
 */
final class Trace {
  /** Records nothing. */
  static final Trace OFF = new Trace(false);

  private final boolean on;
  private final List<Reason> leftOut = new ArrayList<>(0);

  private Trace(boolean on) {
    this.on = on;
  }

  static Trace on() {
    return new Trace(true);
  }

  /** Takes what was decided, and records the rest; no step was looked for if there is none. */
  Decision record(Debt debt, NextStep nextStep, Ruling ruling, NextChange next) {
    Outcome outcome = ruling.outcome();
    if (on) {
      recordDiscounts(debt, outcome.verdict());
      recordPatience(debt);
      recordLimitations(debt);
      if (debt.free() > 0 && (outcome.verdict() != Verdict.HOLD || outcome.holdsStep())) {
        NextStep asked = nextStep == null ? new NextStep(debt) : nextStep;
        recordLadder(asked.ladder(), outcome.step());
        if (outcome.takesStep()) {
          recordTaking(debt, outcome);
        }
      }
      if (outcome.takesStep()) {
        recordDeadline(debt.books(), outcome.step());
      }
      if (next.opaque()) {
        recordOpaque(debt.books().policy);
      }
    }
    Ladder ladder = nextStep == null ? null : nextStep.found();
    return new Decision(debt, ladder, outcome, ruling.why(), next);
  }

  /** Why each other step was left out, mildest first, and what else did not count. */
  List<Reason> leftOut() {
    return List.copyOf(leftOut);
  }

  private void recordLadder(Ladder ladder, int inQuestion) {
    LedDebt debt = ladder.debt();
    recordDisputes(debt.standing());
    recordPromises(debt);
    recordReceipts(debt);
    recordBreaches(debt);
    PreparedPolicy policy = debt.books.policy;
    for (int i = 0; i < policy.steps.length; i++) {
      if (i != inQuestion) {
        leftOut.add(StepReasons.leftOut(ladder, i));
      }
    }
    for (int i = 0; i < policy.steps.length; i++) {
      recordGivenUp(ladder.progress(), policy.steps[i].name, i);
    }
    recordUnknownSteps(policy, debt.standing());
    recordUnknownSteps(policy, debt.account());
  }

  private void recordGivenUp(Progress progress, String step, int index) {
    long on = progress.givenUpOn(index);
    if (on != EpochDay.NEVER) {
      LocalDate taken = LocalDate.ofEpochDay(progress.lastTaking(index));
      leftOut.add(new LeftOutReason.DeliveryGivenUp(step, taken, LocalDate.ofEpochDay(on)));
    }
  }

  /**
   * Why the step to be taken goes to another person or by another channel than its first, and waits
   * for a person.
   */
  private void recordTaking(Debt debt, Outcome outcome) {
    PreparedPolicy policy = debt.books().policy;
    PreparedStep step = policy.steps[outcome.step()];
    leftOut.addAll(Detours.of(debt, step, outcome));
    if (outcome.verdict() == Verdict.AWAIT_APPROVAL) {
      String approver = step.approver(policy.settlement);
      leftOut.add(new LeftOutReason.NotApprovedYet(step.name, approver, step.approval));
    }
  }

  /** What each dispute leaves out of the debt, together no more than is open. */
  private void recordDisputes(Standing standing) {
    long left = standing.agreements().disputedMinor();
    for (DisputeCase each : standing.agreements().disputes()) {
      long contested = each.isOpen() ? each.amountMinor() : each.creditOwedMinor();
      if (left > 0 && contested > 0) {
        Money part = Money.ofMinor(Math.min(left, contested), standing.balance().open().currency());
        left -= part.minorUnits();
        leftOut.add(leftOut(each, part));
      }
    }
  }

  private static Reason leftOut(DisputeCase dispute, Money part) {
    DisputeOpened opened = dispute.opened();
    return dispute.isOpen()
        ? new AmountReason.PartlyDisputed(part, opened.reason(), opened.date())
        : new AmountReason.CreditNoteOwed(
            part, opened.reason(), dispute.resolved().orElseThrow().date());
  }

  /** The discounts of each open invoice; once nothing is owed, those that closed it. */
  private void recordDiscounts(Debt debt, Verdict verdict) {
    Scope scope = debt.scope();
    LocalDate day = LocalDate.ofEpochDay(debt.day());
    for (int i = scope.from(); i < scope.to(); i++) {
      Invoice invoice = debt.books().invoices.get(i).invoice();
      if (scope.contains(i) && invoice.terms().isPresent() && !invoice.issued().isAfter(day)) {
        String number = invoice.number();
        Discounts discounts = debt.books().invoices.get(i).discounts(day);
        discounts
            .offered()
            .map(d -> new AmountReason.DiscountOffered(number, d.discount(), d.toPay(), d.until()))
            .ifPresent(leftOut::add);
        discounts
            .missed()
            .map(
                d -> new AmountReason.DiscountMissed(number, d.discount(), d.lastDay(), d.paidOn()))
            .ifPresent(leftOut::add);
        if (verdict == Verdict.CLOSED && discounts.taken().isPositive()) {
          leftOut.add(new AmountReason.DiscountTaken(number, discounts.taken()));
        }
      }
    }
  }

  /** What was granted and does not hold, or not as long as it says. */
  private void recordPatience(Debt debt) {
    Books books = debt.books();
    Scope scope = debt.scope();
    Set<Concessions.Overrun> all = new LinkedHashSet<>();
    for (int i = scope.from(); i < scope.to(); i++) {
      boolean open = scope.contains(i) && books.balances.openMinor(i) > 0;
      if (open && books.balances.issuedDay(i) <= debt.day()) {
        all.addAll(books.agreed.concessions(i).overrunsOn(debt.day()));
      }
    }
    all.forEach(each -> leftOut.add(new LeftOutReason.BeyondPatience(each)));
  }

  /** Until when each open claim can be enforced, where that was recorded. */
  private void recordLimitations(Debt debt) {
    Books books = debt.books();
    Scope scope = debt.scope();
    for (int i = scope.from(); i < scope.to(); i++) {
      boolean open = scope.contains(i) && books.balances.openMinor(i) > 0;
      if (open && !books.balances.isSimple(i) && books.balances.issuedDay(i) <= debt.day()) {
        String number = books.invoices.get(i).invoice().number();
        books
            .balances
            .standing(i)
            .agreements()
            .limitation()
            .ifPresent(l -> leftOut.add(claimEnds(number, l, debt.day())));
      }
    }
  }

  private static Reason claimEnds(String invoice, Limitation limitation, long day) {
    boolean suspended = limitation.isSuspendedOn(day);
    String why =
        suspended ? limitation.suspendedBy() : limitation.set().map(LimitationSet::why).orElse("");
    return new LeftOutReason.ClaimEnds(
        invoice, EpochDay.date(limitation.lastDay()), suspended, why);
  }

  private void recordPromises(LedDebt debt) {
    if (debt.isPlain()) {
      return;
    }
    for (Promised each : debt.debt.item(debt.place).partPromises()) {
      Money part = Money.ofMinor(each.part(), debt.currency());
      leftOut.add(new AmountReason.PartlyPromised(part, each.promise().until()));
    }
  }

  /** The part of the leading item that receipts which are not booked may pay. */
  private void recordReceipts(LedDebt debt) {
    BankBooks bank = debt.books.bank;
    if (bank != null && bank.anyReceipt(debt.day)) {
      Item item = debt.debt.item(debt.place);
      long part = bank.receivedMinor(debt.place, debt.day);
      long asked = item.asked();
      if (part > 0 && part < asked) {
        CandidateReceipt named = bank.receipts(debt.place, debt.day).get(0);
        leftOut.add(
            new AmountReason.PartlyReceived(
                Money.ofMinor(part, debt.currency()), named.from(), named.date()));
      }
    }
  }

  /**
   * The promise and the plan, of the leading item and of its account, that are about it and were
   * broken and not followed by another.
   */
  private void recordBreaches(LedDebt debt) {
    if (!debt.debt.isOverdue()) {
      return;
    }
    Books books = debt.books;
    recordBreach(books.agreed.promises(debt.place), debt.day);
    recordBreach(books.agreed.accountPromisesAbout(debt.place), debt.day);
    recordBreach(books.agreed.plan(debt.place), debt.day);
    recordBreach(books.agreed.accountPlanAbout(debt.place), debt.day);
  }

  private void recordBreach(List<PromiseOutcome> promises, long day) {
    PromiseOutcome latest = promises.isEmpty() ? null : promises.get(promises.size() - 1);
    if (latest != null && latest.isBroken()) {
      PromiseToPay promise = latest.promise();
      leftOut.add(
          new LeftOutReason.PromiseBroken(
              promise.date(),
              promise.amount(),
              promise.amount().map(a -> Money.ofMinor(latest.leftMinor(), a.currency())),
              promise.until(),
              day - promise.until().toEpochDay()));
    }
  }

  private void recordBreach(PlanOutcome plan, long day) {
    if (plan != null && plan.isBrokenOn(LocalDate.ofEpochDay(day))) {
      Instalment open = plan.open().orElseThrow();
      long late = day - open.due().toEpochDay();
      leftOut.add(new LeftOutReason.PlanBroken(plan.plan().date(), open, late));
    }
  }

  private void recordUnknownSteps(PreparedPolicy policy, Standing standing) {
    for (StepTaken each : standing.steps().taken()) {
      if (policy.indexOf(each.step()) < 0) {
        leftOut.add(new LeftOutReason.UnknownStep(each.step(), each.date()));
      }
    }
    for (StepEvent each : standing.steps().decided()) {
      if (policy.policy.ladder().indexOf(each.step()) < 0) {
        boolean approved = each instanceof StepApproved;
        leftOut.add(new LeftOutReason.UnknownDecision(each.step(), approved, each.date()));
      }
    }
  }

  private void recordDeadline(Books books, int index) {
    PreparedStep step = books.policy.steps[index];
    BusinessCalendar calendar = books.policy.calendar;
    step.step
        .deadline()
        .filter(d -> calendar.find(books.asOfDate(), d).isEmpty())
        .ifPresent(
            d ->
                leftOut.add(
                    new LeftOutReason.DeadlineOutsideCalendar(step.name, d, calendar.covered())));
  }

  /** Names what nobody can foresee: each condition of the user's own, and the risk model. */
  private void recordOpaque(PreparedPolicy policy) {
    List<Condition> asked = new ArrayList<>();
    if (policy.opaqueHold) {
      asked.add(policy.holdWhile);
    }
    for (PreparedStep each : policy.steps) {
      each.conditions().stream()
          .filter(PreparedCondition::opaque)
          .forEach(c -> asked.add(c.condition()));
    }
    asked.stream().map(c -> words(c, policy)).distinct().forEach(this::recordOpaque);
  }

  private static String words(Condition condition, PreparedPolicy policy) {
    boolean described = condition.needs().dailyReview();
    return described
        ? condition.toString()
        : condition + " (risk model: " + policy.policy.riskModel() + ")";
  }

  private void recordOpaque(String words) {
    leftOut.add(new LeftOutReason.AsksEveryDay(words));
  }
}
