package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.compiled.Answer;
import io.dunning.compiled.CompiledDecider;
import io.dunning.compiled.Finding;
import io.dunning.conduct.ContactWindow;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules.Unit;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes the facts of a compiled decision: the reason, the lines, the step. It holds what they are
 * made of, all of which is immutable: the row of the account, but not the account. So a
 * recommendation says the same whenever it is asked, and keeps no history alive.
 *
 * <p>Facts that are in the books only are made at once, while the account is at hand. Immutable and
 * thread-safe: two threads may both make the facts, and both make the same.
 */
final class CompiledFacts implements FactsSource {
  private static final long serialVersionUID = 1L;

  /** Stands for all open invoices of the account. */
  static final int ALL = -1;

  private final transient PreparedPolicy policy;
  private final transient Customer customer;
  private final transient List<String> numbers;
  private final transient String unit;
  private final transient long[] row;
  private final transient int item;
  private final transient LocalDate asOf;

  /** Null until somebody asks for them. */
  private transient volatile Facts made;

  CompiledFacts(
      PreparedPolicy policy, Account account, long[] row, int item, LocalDate asOf, String unit) {
    this.policy = policy;
    customer = account.customer();
    numbers = account.invoiceNumbers();
    this.row = row;
    this.item = item;
    this.asOf = asOf;
    this.unit = unit;
  }

  /** {@return the facts, of which the row tells all} */
  @Override
  public Facts facts() {
    Facts known = made;
    if (known == null) {
      known = making(null, null).facts();
      made = known;
    }
    return known;
  }

  /**
   * The facts, of which the row does not tell all.
   *
   * @param account the account
   * @param books its books, which know credits, the words of a dispute, steps of invoices, and
   *     hours of contact
   */
  Facts madeWith(Account account, Supplier<Books> books) {
    return making(account, books).facts();
  }

  private Making making(Account account, Supplier<Books> books) {
    long day = asOf.toEpochDay();
    CompiledDecider decider = new CompiledDecider(policy.compiled);
    long found = item == ALL ? decider.find(row, day) : decider.find(row, day, item);
    return new Making(decider, found, account, books);
  }

  private Object writeReplace() {
    return facts();
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("what facts are made of is not stored, but the facts");
  }

  private Subject subject() {
    boolean whole = policy.policy.account().unit() == Unit.ACCOUNT;
    List<String> about =
        item == ALL ? numbers : List.of(numbers.get(CompiledDecider.place(row, item)));
    return new Subject(customer.id(), customer.name(), unit, about, whole);
  }

  private static LocalDate date(long day) {
    return LocalDate.ofEpochDay(day);
  }

  /** One making of the facts, from what was found. */
  private final class Making {
    private final CompiledDecider decider;
    private final long found;
    private final Account account;
    private final Supplier<Books> books;
    private final Finding finding;
    private final boolean takes;
    private final CurrencyUnit currency = CompiledDecider.currency(row);

    /** Written before all else, for the decider adds up what is held while it writes them. */
    private final InvoiceLines lines;

    /** Without account and books, the row has to tell all. */
    private Making(CompiledDecider decider, long found, Account account, Supplier<Books> books) {
      this.decider = decider;
      this.found = found;
      this.account = account;
      this.books = books;
      finding = Answer.finding(found);
      takes = finding == Finding.DUE || finding == Finding.DUE_ONCE_APPROVED;
      lines = new InvoiceLines(numbers, currency, decider, takes);
    }

    private Facts facts() {
      int step = Answer.step(found);
      return new Facts(
          subject(),
          takes ? dueStep(policy.outcomes.of(finding, step)) : null,
          finding == Finding.HELD ? heldReason() : reason(step < 0 ? null : policy.steps[step]),
          lines,
          decider.anyOverdue() ? late() : Lateness.NONE,
          heldLate());
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

    private Reason reason(PreparedStep next) {
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

    private Reason heldReason() {
      return switch (Answer.holder(found)) {
        case PROMISE ->
            new HoldReason.Promised(date(decider.promisedUntil()), date(decider.promisedThrough()));
        case RECORDED -> HoldReasons.onHold(account.standingOn(asOf.toEpochDay()));
        case DISPUTE -> HoldReasons.disputed(books.get(), decider.heldPlace());
      };
    }

    private DueStep dueStep(Outcome outcome) {
      PreparedStep step = policy.steps[outcome.step()];
      Channel channel = outcome.channel();
      return new DueStep(
          step.name,
          outcome.step(),
          step.step.actions(),
          null,
          channel == null ? null : window(channel),
          step.step.deadline().flatMap(d -> policy.calendar.find(asOf, d)).orElse(null),
          outcome.verdict() == Verdict.AWAIT_APPROVAL ? step.approver(policy.settlement) : null,
          new StepKey(
              policy.policy.name(),
              customer.id(),
              unit,
              step.name,
              timesTaken(step, outcome.step()) + 1),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          decider.maybeCredits() ? credits() : List.of(),
          policy.nets);
    }

    private int timesTaken(PreparedStep step, int place) {
      if (!decider.lacksSteps()) {
        return decider.timesTaken(place);
      }
      int from = item == ALL ? 0 : CompiledDecider.place(row, item);
      int to = item == ALL ? numbers.size() : from + 1;
      return TimesTaken.of(step.name, Scope.of(books.get(), from, to, null, null));
    }

    private ContactWindow window(Channel channel) {
      return policy.anyContactRules
          ? books.get().check().windowOn(asOf, channel)
          : DueStep.wholeDay(asOf, customer);
    }

    /** What the customer has to their credit; where currencies are decided about apart, of that. */
    private List<Money> credits() {
      List<Money> all = books.get().credits(null);
      return policy.policy.account().unit() == Unit.ACCOUNT_AND_CURRENCY
          ? all.stream().filter(c -> c.currency().equals(currency)).toList()
          : all;
    }
  }
}
