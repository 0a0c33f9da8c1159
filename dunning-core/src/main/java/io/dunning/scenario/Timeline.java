package io.dunning.scenario;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.LedgerEvent;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a policy does with an account over time, if every recommended step is taken on its day, one
 * after the other. The events of the account happen as they are recorded. Jumps from one review
 * date or event to the next; no day between is looked at, and none needs to be. Immutable and
 * thread-safe.
 *
 * @param entries what was done, by day
 * @param end the account at the end, with every step that was taken
 */
public record Timeline(List<Entry> entries, Account end) {

  /**
   * A step that was taken.
   *
   * @param date the day
   * @param recommendation what was recommended on it
   */
  public record Entry(LocalDate date, Recommendation recommendation) {

    /**
     * A step that was taken.
     *
     * @param date the day
     * @param recommendation what was recommended on it
     */
    public Entry {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(recommendation, "recommendation");
    }

    /**
     * The step.
     *
     * @return the step
     */
    public EscalationStep step() {
      return recommendation.step().orElseThrow();
    }

    /** Such as {@code 2026-02-17 first notice: INV-7}. */
    @Override
    public String toString() {
      return date + " " + step().name() + ": " + String.join(", ", recommendation.invoices());
    }
  }

  /**
   * A timeline.
   *
   * @param entries what was done, by day
   * @param end the account at the end, with every step that was taken
   */
  public Timeline {
    entries = List.copyOf(entries);
    Objects.requireNonNull(end, "end");
  }

  /**
   * Plays a policy against an account.
   *
   * @param evaluator decides
   * @param policy the policy
   * @param account the account, with everything that is going to happen to it
   * @param first the first day on which steps may be taken
   * @param last the last day, included
   * @return what was done
   */
  public static Timeline of(
      DunningEvaluator evaluator,
      DunningPolicy policy,
      Account account,
      LocalDate first,
      LocalDate last) {
    NavigableSet<LocalDate> eventDays = eventDays(account);
    List<Entry> entries = new ArrayList<>();
    Account now = account;
    Optional<LocalDate> day = first.isAfter(last) ? Optional.empty() : Optional.of(first);
    while (day.isPresent()) {
      LocalDate today = day.get();
      AccountRecommendation next = evaluator.evaluate(policy, now, today);
      for (Optional<Recommendation> due = first(next); due.isPresent(); due = first(next)) {
        entries.add(new Entry(today, due.get()));
        now = take(due.get());
        next = evaluator.evaluate(policy, now, today);
      }
      LocalDate event = eventDays.higher(today);
      LocalDate review = next.reviewOn().orElse(null);
      day =
          Optional.ofNullable(
                  event == null || review != null && review.isBefore(event) ? review : event)
              .filter(d -> !d.isAfter(last));
    }
    return new Timeline(entries, now);
  }

  private static Optional<Recommendation> first(AccountRecommendation of) {
    return of.recommendations().stream().filter(r -> r.verdict() == Verdict.ACT).findFirst();
  }

  private static NavigableSet<LocalDate> eventDays(Account account) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    account.events().forEach(e -> days.add(e.date()));
    account.invoices().forEach(h -> h.events().forEach(e -> days.add(e.date())));
    return days;
  }

  /**
   * An account after a recommended step was taken: recorded on the invoice if the policy decides
   * per invoice, on every invoice concerned if it decides per currency, else on the account.
   *
   * @param recommendation a recommendation with the verdict {@link Verdict#ACT}
   * @return the account with the step in its ledger
   * @throws IllegalArgumentException if nothing is recommended
   */
  public static Account take(Recommendation recommendation) {
    if (recommendation.verdict() != Verdict.ACT) {
      throw new IllegalArgumentException("nothing to take: " + recommendation);
    }
    LedgerEvent taken =
        new LedgerEvent.StepTaken(
            recommendation.asOf(),
            recommendation.step().orElseThrow().name(),
            recommendation.channel());
    Account account = recommendation.account();
    if (recommendation.policy().unit() == DunningPolicy.Unit.ACCOUNT) {
      return account.with(taken);
    }
    for (String number : recommendation.invoices()) {
      account = account.with(find(account, number).with(taken));
    }
    return account;
  }

  private static InvoiceHistory find(Account account, String number) {
    return account.invoices().stream()
        .filter(h -> h.invoice().number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  /** A line an entry. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    entries.forEach(e -> text.append(e).append('\n'));
    return text.toString();
  }
}
