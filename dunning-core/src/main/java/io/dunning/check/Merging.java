package io.dunning.check;

import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.Concession;
import io.dunning.event.ContactEvent;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.Restriction;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Agreements;
import io.dunning.ledger.Correspondence;
import io.dunning.ledger.DisputeCase;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.ledger.StepRecord;
import io.dunning.policy.AccountRules;
import io.dunning.policy.ConditionParts.Topic;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Resumption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Tells which worlds go on alike. Two worlds do if everything that the policy, the findings and the
 * invariants can ask from the next look on is equal: what is owed, which steps were taken when, and
 * what of agreements and messages still matters. Where a rule reads the history itself, the events
 * that it reads have to be equal, too.
 */
final class Merging {
  /** The order of a refusal among what happens on one day. */
  static final int REFUSAL = 10;

  private static final Restriction[] RESTRICTIONS = Restriction.values();

  private final DunningPolicy policy;
  private final Boundary boundary;
  private final boolean possible;

  private final LookBack lookBack;

  /** How long a contact keeps the next one away. */
  private final int spacingDays;

  private final StepMemory memory;
  private final Owed owed;

  private final Fingerprint state = new Fingerprint();
  private final int promiseDays;
  private final boolean promisesLast;

  /** Whether what was paid long ago still matters. */
  private final boolean moneyLasts;

  /** Whether the policy asks how the customer kept promises, or how often it was patient. */
  private final boolean countsAgreements;

  private final boolean offersLast;

  /**
   * Whether steps are recorded on the account, and so do not tell which invoices they were about.
   */
  private final boolean tellsAbout;

  Merging(DunningPolicy policy, Boundary boundary, LookBack lookBack) {
    this.policy = policy;
    this.boundary = boundary;
    this.lookBack = lookBack;
    possible =
        policy.clock() == DunningPolicy.Clock.RUNS && !boundary.topics.contains(Topic.DESCRIBED);
    int spacing =
        Math.max(
            policy.outreach().minimumDaysBetweenContacts(),
            policy.outreach().minimumDaysBetweenSteps());
    for (EscalationStep each : policy.ladder().steps()) {
      spacing = Math.max(spacing, each.minimumDaysSinceLastContact().orElse(0));
    }
    spacingDays = spacing;
    memory = new StepMemory(policy, boundary, spacing);
    owed = new Owed(boundary, policy.account().tolerance().isNone());
    promiseDays = Nominal.calendarDays(policy.agreements().promiseTolerance()) + 5;
    promisesLast =
        boundary.topics.contains(Topic.PROMISE)
            || !policy.agreements().brokenPromise().equals(Resumption.whereItWas());
    moneyLasts =
        promisesLast
            || boundary.charges
            || boundary.topics.contains(Topic.BEHAVIOUR)
            || policy.agreements().patience().days().containsKey(Concession.PROMISE)
            || policy.outreach().thanksWithin().isPresent();
    countsAgreements =
        promisesLast
            || boundary.topics.contains(Topic.BEHAVIOUR)
            || !policy.agreements().patience().isUnlimited();
    tellsAbout = policy.account().unit() == AccountRules.Unit.ACCOUNT;
    offersLast = policy.settlement().isPresent() || boundary.topics.contains(Topic.OFFER);
  }

  /**
   * From where the facts about a debt are looked at.
   *
   * @param day the day of the next look
   * @param left how many events may still happen
   * @param level the last step that is taken for good; -1 if there is none
   * @param forgets whether what only steps up to the level ask is forgotten
   * @param over whether no step can be taken about the debt any more
   */
  private record Look(long day, int left, int level, boolean forgets, boolean over) {
    boolean keeps(boolean askedLater) {
      return !forgets || askedLater;
    }
  }

  /** Whether a world may be compared with others. */
  boolean applies(Path path) {
    return possible && path.events > 0;
  }

  /**
   * What decides how a world goes on from the look on a day; valid until the next is asked for.
   *
   * @param more how many events may still happen
   */
  Fingerprint state(Account account, LocalDate date, Path path, int more) {
    long day = date.toEpochDay();
    state.begin();
    state.add(day);
    Standing whole = account.standingOn(day);
    boolean forgets = memory.forgets(more) && whole.steps().taken().isEmpty() && !bounced(path);
    boolean bands = forgets && more == 0 && owed.inBands(account, day);
    if (bands) {
      owed.add(account, day, state);
    }
    boolean plan = false;
    boolean promised = isToldPromise(whole.agreements(), day);
    for (InvoiceHistory each : account.invoices()) {
      Standing own = each.standingOn(day);
      boolean over = bands && own.balance().openMinor() == 0;
      if (!bands) {
        state.add(own.balance());
      }
      plan |= own.agreements().plan().isPresent();
      promised |= isToldPromise(own.agreements(), day);
      int level =
          over ? StepMemory.OVER : forgets ? memory.level(own.steps().taken(), day, more) : -1;
      long due = over ? EpochDay.NONE : each.invoice().due().toEpochDay();
      tellStanding(own, due, new Look(day, more, level, forgets, over));
    }
    tellStanding(whole, EpochDay.LAST, new Look(day, more, -1, false, false));
    state.add(account.balancesOn(day).closedChannelBits());
    plan |= whole.agreements().plan().isPresent();
    // whether a promise is kept depends on what was paid, and disputed, before and after it
    boolean money = plan || promised && bounced(path);
    tellPath(path, date, money, promised);
    return state;
  }

  /** Whether a promise still matters, of which the latest counts. */
  private boolean isToldPromise(Agreements agreed, long day) {
    PromiseToPay promise = agreed.promise().orElse(null);
    return promise != null && (promisesLast || promise.until().toEpochDay() + promiseDays >= day);
  }

  /**
   * Tells what the rules, findings and invariants read of the path itself.
   *
   * @param money whether they read all that was paid
   * @param disputes whether they read the days of disputes
   */
  private void tellPath(Path path, LocalDate date, boolean money, boolean disputes) {
    LocalDate remembered = date.minusDays(lookBack.paymentDays());
    LocalDate counted = date.minusDays(lookBack.contactDays());
    boolean failed = false;
    for (Path each = path; !each.isStart(); each = each.before) {
      boolean read = each.event != null && isRead(each.event, money, each.day.isAfter(remembered));
      if (read || disputes && each.event instanceof DisputeEvent) {
        state.add(each.event);
      }
      if (tellsAbout && each.isStep()) {
        state.add(memory.indexOf(each.step.step().orElseThrow()));
        each.about().forEach(state::add);
      }
      if (lookBack.contactDays() > 0 && each.day.isAfter(counted) && each.isContact()) {
        state.add(each.day.toEpochDay());
        each.step.actions().forEach(a -> state.add(number(a.channel())));
        state.add(-1);
      }
      failed |= each.event instanceof StepEvent.StepRefused || each.event instanceof DeliveryEvent;
    }
    state.add(failed ? 1 : 0);
  }

  private static boolean bounced(Path path) {
    for (Path each = path; !each.isStart(); each = each.before) {
      if (each.event instanceof MoneyEvent.PaymentReversed) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether what may happen can change how a world goes on: a reply cannot, once nobody asks.
   *
   * @param more how many events may still happen after it
   */
  boolean canMatter(Happening what, Account account, Path path, LocalDate date, int more) {
    boolean reply = what.event() instanceof ContactEvent.CustomerReplied;
    if (!reply || !memory.forgets(more) || bounced(path)) {
      return true;
    }
    for (InvoiceHistory each : account.invoices()) {
      if (each.invoice().number().equals(what.invoice())) {
        List<StepEvent.StepTaken> taken = each.standingOn(date).steps().taken();
        return memory.asksReplies(memory.level(taken, date.toEpochDay(), more));
      }
    }
    return true;
  }

  /** Whether an event is read by what looks at the history itself. */
  private boolean isRead(LedgerEvent event, boolean money, boolean recent) {
    if (event instanceof MoneyEvent) {
      return event instanceof MoneyEvent.PaymentReversed || recent || money || moneyLasts;
    }
    if (event instanceof AgreementEvent && countsAgreements) {
      return true;
    }
    if (event instanceof ContactEvent) {
      return boundary.conduct || boundary.topics.contains(Topic.REACHED);
    }
    boolean charged = boundary.charges && !(event instanceof StepEvent);
    return charged && !(event instanceof AgreementEvent.PromiseToPay);
  }

  /** Tells what still matters of a standing; of one that is over, when the customer heard of it. */
  private void tellStanding(Standing standing, long due, Look look) {
    for (StepEvent.StepTaken each : standing.steps().taken()) {
      boolean matters = look.keeps(memory.matters(each, due, look.day, look.level, look.left));
      if (matters || !look.over) {
        tellStep(each, matters);
      }
    }
    state.add(-1);
    tellDecisions(standing.steps(), look);
    tellAgreements(standing.agreements(), look.day);
    tellCorrespondence(standing.correspondence(), look);
    if (boundary.topics.contains(Topic.COLLECTION)) {
      standing.bank().failures().forEach(state::add);
    }
  }

  private void tellDecisions(StepRecord steps, Look look) {
    List<StepEvent.StepTaken> withdrawn = steps.withdrawn();
    state.add(withdrawn.size());
    for (int i = 0; i < withdrawn.size(); i++) {
      tellStep(withdrawn.get(i), true);
    }
    for (StepEvent each : steps.decided()) {
      if (look.keeps(memory.asksDecision(each.step(), look.level))) {
        state.add(each);
      }
    }
  }

  private void tellStep(StepEvent.StepTaken taken, boolean dayMatters) {
    state.add(dayMatters ? taken.date().toEpochDay() : EpochDay.NONE);
    state.add(memory.indexOf(taken.step()));
    state.add(number(taken.channel()));
    if (!taken.person().isEmpty()) {
      state.add(taken.person());
    }
  }

  /** The place of a constant, from 1; 0 if there is none. */
  private static long number(Optional<? extends Enum<?>> constant) {
    return constant.isEmpty() ? 0 : 1L + constant.get().ordinal();
  }

  private void tellAgreements(Agreements agreed, long day) {
    for (DisputeCase each : agreed.disputes()) {
      if (boundary.topics.contains(Topic.DISPUTE)) {
        state.add(each);
      } else if (each.isOpen() || each.isCreditOwed()) {
        state.add(each.isOpen() ? 1 : 2);
        state.add(each.amountMinor());
        state.add(each.creditedMinor());
      }
    }
    state.add(agreed.heldThroughDay());
    if (isToldPromise(agreed, day)) {
      state.add(agreed.promise().orElseThrow());
    }
    if (agreed.plan().isPresent()) {
      state.add(agreed.plan().get());
    }
    if (offersLast && agreed.offer().isPresent()) {
      state.add(agreed.offer().get());
      state.add(agreed.offerThroughDay());
    }
    state.add(agreed.deferredToDay());
    state.add(agreed.renegotiatedDay());
    for (Restriction each : RESTRICTIONS) {
      long through = agreed.restrictedThroughDay(each);
      state.add(through >= day ? through : EpochDay.NONE);
    }
  }

  private void tellCorrespondence(Correspondence said, Look look) {
    long contact = said.lastContactDay();
    boolean near = contact != EpochDay.NONE && look.day - contact <= spacingDays;
    state.add(near ? contact : EpochDay.NONE);
    state.add(day(said.undeliveredSince()));
    state.add(said.arrivedDay());
    if (said.anyReturned()) {
      tellReturned(said, look);
    }
    for (String each : boundary.delivered) {
      state.add(said.deliveredDay(each));
    }
    if (look.keeps(memory.asksReplies(look.level))) {
      state.add(day(said.lastRepliedOn()));
      state.add(number(said.latestReply()));
      state.add(said.lastAnswerDay());
      state.add(number(said.latestReason()));
      state.add(said.latestReasonDay());
    }
    state.add(said.addressUnknownDay());
    state.add(said.addressFoundDay());
  }

  private void tellReturned(Correspondence said, Look look) {
    List<EscalationStep> steps = policy.ladder().steps();
    for (int i = 0; i < steps.size(); i++) {
      long on = said.returnedDay(steps.get(i).name());
      boolean asked = look.keeps(memory.asksReturned(i, look.level));
      state.add(asked || on == EpochDay.NONE ? on : 0);
    }
  }

  private static long day(Optional<LocalDate> date) {
    return date.isEmpty() ? EpochDay.NONE : date.get().toEpochDay();
  }
}
