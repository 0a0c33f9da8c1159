package io.dunning.scenario;

import io.dunning.action.Channel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.event.AgreementEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.Reply;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A story about a policy, told day by day, that fails where the policy decides otherwise.
 *
 * <pre>{@code
 * Scenario.of(policy)
 *     .invoice("INV-1", "100.00 EUR", "2026-01-15", "2026-02-14")
 *     .on("2026-02-17").takes("reminder")
 *     .on("2026-02-20").pays("100.00 EUR").is(CLOSED)
 *     .verify();
 * }</pre>
 *
 * <p>The story is complete: a step that the policy recommends on a day the story does not mention,
 * or beyond what it tells of a day, is a failure, too. Whether the days between are right is found
 * by going from review date to review date. Mutable while it is told; not thread-safe.
 */
public final class Scenario {
  private final DunningPolicy policy;
  private DunningEvaluator evaluator = DunningEvaluator.on(BusinessCalendar.weekends());
  private Account account = Account.of(Customer.of("customer"), List.of());
  private final List<String> failures = new ArrayList<>();
  private LocalDate today;
  private String invoice;
  private AccountRecommendation latest;

  private Scenario(DunningPolicy policy) {
    this.policy = Objects.requireNonNull(policy, "policy");
  }

  /**
   * A story about a policy.
   *
   * @param policy the policy
   * @return the story, nothing told yet
   */
  public static Scenario of(DunningPolicy policy) {
    return new Scenario(policy);
  }

  /**
   * Counts business days by another calendar than plain weekends; to be said first.
   *
   * @param calendar the calendar
   * @return this story
   */
  public Scenario calendar(BusinessCalendar calendar) {
    evaluator = DunningEvaluator.on(calendar);
    return this;
  }

  /**
   * Whose story it is; to be said before the first invoice.
   *
   * @param customer the customer
   * @return this story
   */
  public Scenario customer(Customer customer) {
    account = Account.of(customer, account.invoices());
    return this;
  }

  /**
   * One more invoice; what follows is about it, until {@link #about} names another.
   *
   * @param number the invoice number
   * @param amount such as {@code "100.00 EUR"}
   * @param issued the invoice date, such as {@code "2026-01-15"}
   * @param due the due date
   * @return this story
   */
  public Scenario invoice(String number, String amount, String issued, String due) {
    return invoice(
        Invoice.of(number, Money.parse(amount), LocalDate.parse(issued), LocalDate.parse(due)));
  }

  /**
   * One more invoice; what follows is about it, until {@link #about} names another.
   *
   * @param added the invoice
   * @return this story
   */
  public Scenario invoice(Invoice added) {
    account = account.with(InvoiceHistory.of(added));
    invoice = added.number();
    latest = null;
    return this;
  }

  /**
   * What follows is about another invoice.
   *
   * @param number its number
   * @return this story
   */
  public Scenario about(String number) {
    history(number);
    invoice = number;
    return this;
  }

  /**
   * The next day of the story. The days since the last one must not have asked for a step.
   *
   * @param day such as {@code "2026-02-17"}, after the day before
   * @return this story
   */
  public Scenario on(String day) {
    return on(LocalDate.parse(day));
  }

  /**
   * The next day of the story. The days since the last one must not have asked for a step.
   *
   * @param day a day after the day before
   * @return this story
   */
  public Scenario on(LocalDate day) {
    if (today != null) {
      if (!day.isAfter(today)) {
        throw new IllegalArgumentException(
            "days of a scenario go forward: " + day + " after " + today);
      }
      leave(day);
    }
    today = day;
    latest = null;
    return this;
  }

  /**
   * The invoice is paid, in whole or in part.
   *
   * @param amount such as {@code "100.00 EUR"}
   * @return this story
   */
  public Scenario pays(String amount) {
    return happens(new MoneyEvent.Payment(day(), Money.parse(amount)));
  }

  /**
   * A payment bounces.
   *
   * @param amount such as {@code "100.00 EUR"}
   * @return this story
   */
  public Scenario bounces(String amount) {
    return happens(new MoneyEvent.PaymentReversed(day(), Money.parse(amount)));
  }

  /**
   * The customer contests the invoice.
   *
   * @param reason why
   * @return this story
   */
  public Scenario disputes(String reason) {
    return happens(new DisputeEvent.DisputeOpened(day(), reason));
  }

  /**
   * The dispute is settled.
   *
   * @return this story
   */
  public Scenario resolves() {
    return happens(new DisputeEvent.DisputeResolved(day()));
  }

  /**
   * The customer promises to pay all of the invoice.
   *
   * @param until the last day, such as {@code "2026-02-28"}
   * @return this story
   */
  public Scenario promises(String until) {
    return happens(
        new AgreementEvent.PromiseToPay(day(), Optional.empty(), LocalDate.parse(until)));
  }

  /**
   * The creditor contacts the customer outside the ladder.
   *
   * @param channel how
   * @return this story
   */
  public Scenario contacts(Channel channel) {
    return happens(new ContactEvent.Contact(day(), channel));
  }

  /**
   * The customer answers.
   *
   * @param reply what the answer comes to
   * @return this story
   */
  public Scenario replies(Reply reply) {
    return happens(new ContactEvent.CustomerReplied(day(), reply, ""));
  }

  /**
   * A person approves a step.
   *
   * @param step the name of the step
   * @return this story
   */
  public Scenario approves(String step) {
    return happens(new StepEvent.StepApproved(day(), step));
  }

  /**
   * A person refuses a step.
   *
   * @param step the name of the step
   * @return this story
   */
  public Scenario refuses(String step) {
    return happens(new StepEvent.StepRefused(day(), step));
  }

  /**
   * The message of a step did not arrive.
   *
   * @param step the name of the step
   * @param channel the channel that failed
   * @return this story
   */
  public Scenario bouncesBack(String step, Channel channel) {
    return happens(LedgerEvent.notDelivered(day(), step, channel));
  }

  /**
   * Anything else happens to the invoice.
   *
   * @param event what happens, dated on the present day or earlier
   * @return this story
   */
  public Scenario happens(LedgerEvent event) {
    account = account.with(history(invoice).with(event));
    latest = null;
    return this;
  }

  /**
   * Something happens to the account as a whole.
   *
   * @param event what happens, dated on the present day or earlier
   * @return this story
   */
  public Scenario happensToAccount(LedgerEvent event) {
    account = account.with(event);
    latest = null;
    return this;
  }

  /**
   * The policy asks for a step, and it is taken.
   *
   * @param step the name of the step
   * @return this story
   */
  public Scenario takes(String step) {
    Recommendation now = now();
    boolean asked = now.verdict() == Verdict.ACT && now.step().orElseThrow().name().equals(step);
    if (asked) {
      account = Timeline.take(now);
      latest = null;
    } else {
      fail("take " + step, now);
    }
    return this;
  }

  /**
   * The policy gives a verdict.
   *
   * @param verdict the verdict
   * @return this story
   */
  public Scenario is(Verdict verdict) {
    Recommendation now = now();
    if (now.verdict() != verdict) {
      fail(verdict.toString(), now);
    }
    return this;
  }

  /**
   * The policy says when to look again.
   *
   * @param day such as {@code "2026-03-02"}
   * @return this story
   */
  public Scenario looksAgainOn(String day) {
    Recommendation now = now();
    if (!now.reviewOn().equals(Optional.of(LocalDate.parse(day)))) {
      fail("look again on " + day, now);
    }
    return this;
  }

  /**
   * Ends the story: fails if anything came out otherwise.
   *
   * @throws AssertionError with every difference and its explanation
   */
  public void verify() {
    if (today != null) {
      unexpected(today, evaluation());
    }
    if (!failures.isEmpty()) {
      throw new AssertionError(String.join("\n\n", failures));
    }
  }

  private LocalDate day() {
    if (today == null) {
      throw new IllegalStateException("scenario names no day yet\nMaybe start with on(...)");
    }
    return today;
  }

  private InvoiceHistory history(String number) {
    return account.invoices().stream()
        .filter(h -> h.invoice().number().equals(number))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("scenario has no such invoice: " + number));
  }

  private AccountRecommendation evaluation() {
    if (latest == null) {
      latest = evaluator.evaluate(policy, account, day());
    }
    return latest;
  }

  private Recommendation now() {
    history(invoice);
    return evaluation().recommendations().stream()
        .filter(r -> r.scope().contains(invoice))
        .findFirst()
        .orElseThrow();
  }

  /** Nothing may be asked for beyond the story, today or before the next day of it. */
  private void leave(LocalDate next) {
    AccountRecommendation each = evaluation();
    LocalDate at = today;
    while (!unexpected(at, each)) {
      Optional<LocalDate> review = each.reviewOn().filter(d -> d.isBefore(next));
      if (review.isEmpty()) {
        return;
      }
      at = review.get();
      each = evaluator.evaluate(policy, account.asOf(today), at);
    }
  }

  private boolean unexpected(LocalDate at, AccountRecommendation each) {
    each.due().forEach(r -> failures.add(at + ": the story tells of no step\n" + r.explain()));
    return !each.due().isEmpty();
  }

  private void fail(String expected, Recommendation found) {
    failures.add(today + ": expected: " + expected + "\n" + "found: " + found.explain());
  }
}
