package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.calendar.EpochDay;
import io.dunning.compiled.Answer;
import io.dunning.compiled.CompiledDecider;
import io.dunning.compiled.Finding;
import io.dunning.compiled.KeptRow;
import io.dunning.conduct.ContactWindow;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules.Unit;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/**
 * Makes the recommendations that {@link Decider} and {@link RecommendationMaker} would make, from
 * what the compiled decider found, where that covers policy, account and day. A law says that both
 * are equal, reasons included. It adds nothing to the rules: if you want to know them, read {@code
 * Decider}.
 *
 * <p>One instance serves one account on one day; it is not thread-safe.
 */
final class CompiledEvaluation {
  private final PreparedPolicy policy;
  private final Account account;
  private final LocalDate asOf;
  private final long day;
  private final long[] row;
  private final CompiledDecider decider;
  private final CurrencyUnit currency;

  /** What the books say in full; null until something asks for it. */
  private Books books;

  private CompiledEvaluation(PreparedPolicy policy, Account account, LocalDate asOf, long[] row) {
    this.policy = policy;
    this.account = account;
    this.asOf = asOf;
    this.row = row;
    day = asOf.toEpochDay();
    decider = new CompiledDecider(policy.compiled);
    currency = CompiledDecider.currency(row);
  }

  /** The evaluation of an account; null if the compiled decider covers none of it. */
  static CompiledEvaluation of(PreparedPolicy policy, Account account, LocalDate asOf) {
    long[] row = policy.compiled == null ? null : KeptRow.of(account);
    return row == null || CompiledDecider.isWithoutInvoices(row, 0)
        ? null
        : new CompiledEvaluation(policy, account, asOf, row);
  }

  /** How many invoices are open after the last event. */
  int items() {
    return CompiledDecider.invoices(row, 0);
  }

  /** The place in the account of an open invoice. */
  int place(int item) {
    return CompiledDecider.place(row, item);
  }

  /** The recommendation about all invoices together; null if that is not covered. */
  Recommendation ofAll() {
    boolean ofAccount = policy.policy.account().unit() == Unit.ACCOUNT;
    List<String> numbers = account.invoiceNumbers();
    Subject subject = subject(ofAccount ? "" : currency.code(), numbers, ofAccount);
    return made(decider.begin(row, day), subject, 0, numbers.size());
  }

  /** The recommendation about one of the open invoices; null if that is not covered. */
  Recommendation of(int item) {
    int place = place(item);
    String number = account.invoiceNumbers().get(place);
    Subject subject = subject(number, List.of(number), false);
    return made(decider.begin(row, day, item), subject, place, place + 1);
  }

  /** Makes the subject first, so that customer and row come from memory at the same time. */
  private Recommendation made(long begun, Subject subject, int from, int to) {
    if (!Answer.isCovered(begun)) {
      return null;
    }
    Finding finding = Answer.finding(begun);
    if (finding == Finding.CLOSED || finding == Finding.CONTACT_NOT_ALLOWED) {
      return null; // their reasons tell of more than the row does
    }
    int step = Answer.step(begun);
    boolean takes = finding == Finding.DUE || finding == Finding.DUE_ONCE_APPROVED;
    Outcome outcome = policy.outcomes.of(finding, step);
    InvoiceLines lines = new InvoiceLines(account.invoiceNumbers(), currency, decider, takes);
    Reason reason = finding == Finding.HELD ? heldReason(begun) : reason(finding, step);
    DueStep due = takes ? dueStep(outcome, subject, from, to) : null;
    Lateness late = decider.anyOverdue() ? late() : Lateness.NONE;
    Lateness heldLate = heldLate();
    long answer = decider.finish();
    if (!Answer.isCovered(answer)) {
      return null;
    }
    int review = Answer.reviewDay(answer);
    return new Recommendation(
        policy.id,
        subject,
        subject.unit(),
        asOf,
        outcome,
        step < 0 ? "" : policy.steps[step].name,
        due,
        reason,
        review == Integer.MAX_VALUE ? EpochDay.NEVER : review,
        lines,
        late,
        heldLate,
        policy.anyContactRules,
        SideResults.NONE);
  }

  private Subject subject(String unit, List<String> numbers, boolean wholeAccount) {
    Customer customer = account.customer();
    return new Subject(customer.id(), customer.name(), unit, numbers, wholeAccount);
  }

  private Lateness late() {
    long sum = decider.overdueMinor();
    return new Lateness(sum == 0 ? List.of() : List.of(money(sum)), decider.dueDay());
  }

  private Lateness heldLate() {
    long sum = decider.heldOverdueMinor();
    return sum == 0 ? Lateness.NONE : new Lateness(List.of(money(sum)), decider.heldOverdueDay());
  }

  private Money money(long minor) {
    return Money.ofMinor(minor, currency);
  }

  private Reason reason(Finding finding, int step) {
    PreparedStep next = step < 0 ? null : policy.steps[step];
    return switch (finding) {
      case NOT_ISSUED -> new DueReason.NotIssued(date(decider.firstIssue()));
      case NOT_DUE -> new DueReason.NotDue(date(decider.dueDay()));
      case IN_GRACE -> new DueReason.InGrace(date(policy.overdueFrom(decider.dueDay()) - 1));
      case BELOW_MINIMUM ->
          new AmountReason.BelowMinimum(
              money(decider.overdueMinor()), policy.minimums.get(currency));
      case LADDER_DONE -> StepReasons.ladderDone(policy, decider.level());
      case TOO_EARLY ->
          new StepReason.StepTooEarly(next.name, next.trigger, date(decider.reachedOn()));
      case STEP_BELOW_MINIMUM ->
          new AmountReason.StepBelowMinimum(
              next.name, money(decider.overdueMinor()), next.minimums.get(currency));
      case CONTACT_TOO_SOON ->
          new ContactReason.ContactTooSoon(
              next.name, date(decider.gapFrom()), date(decider.allowedOn()));
      default -> new StepReason.StepDue(next.name, next.trigger, date(decider.reachedOn()));
    };
  }

  private Reason heldReason(long begun) {
    return switch (Answer.holder(begun)) {
      case PROMISE ->
          new HoldReason.Promised(date(decider.promisedUntil()), date(decider.promisedThrough()));
      case RECORDED -> HoldReasons.onHold(account.standingOn(day));
      case DISPUTE -> HoldReasons.disputed(books(), decider.heldPlace());
    };
  }

  private static LocalDate date(long day) {
    return LocalDate.ofEpochDay(day);
  }

  private DueStep dueStep(Outcome outcome, Subject subject, int from, int to) {
    PreparedStep step = policy.steps[outcome.step()];
    Channel channel = outcome.channel();
    int taken =
        decider.lacksSteps()
            ? TimesTaken.of(step.name, Scope.of(books(), from, to, null, null))
            : decider.timesTaken(outcome.step());
    return new DueStep(
        step.name,
        outcome.step(),
        step.step.actions(),
        null,
        channel == null ? null : window(channel),
        step.step.deadline().flatMap(d -> policy.calendar.find(asOf, d)).orElse(null),
        outcome.verdict() == Verdict.AWAIT_APPROVAL ? step.approver(policy.settlement) : null,
        new StepKey(policy.policy.name(), subject.customer(), subject.unit(), step.name, taken + 1),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        credits(),
        policy.nets);
  }

  private ContactWindow window(Channel channel) {
    return policy.anyContactRules
        ? books().check().windowOn(asOf, channel)
        : DueStep.wholeDay(asOf, account.customer());
  }

  /** What the customer has to their credit; where currencies are decided about apart, of that. */
  private List<Money> credits() {
    if (!decider.maybeCredits()) {
      return List.of();
    }
    List<Money> all = books().credits(null);
    return policy.policy.account().unit() == Unit.ACCOUNT_AND_CURRENCY
        ? all.stream().filter(c -> c.currency().equals(currency)).toList()
        : all;
  }

  private Books books() {
    if (books == null) {
      books = new Books(policy, account, asOf);
    }
    return books;
  }
}
