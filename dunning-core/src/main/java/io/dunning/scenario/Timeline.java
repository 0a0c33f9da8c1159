package io.dunning.scenario;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Posting;
import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

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
     * @throws IllegalArgumentException if the recommendation has no step to take
     */
    public Entry {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(recommendation, "recommendation");
      if (recommendation.step().isEmpty()) {
        throw new IllegalArgumentException("entry takes no step: " + recommendation);
      }
    }

    /**
     * The step.
     *
     * @return the name of the step
     */
    public String step() {
      return recommendation.step().orElseThrow();
    }

    /** Such as {@code 2026-02-17 first notice: INV-7}. */
    @Override
    public String toString() {
      return date + " " + step() + ": " + String.join(", ", recommendation.invoices());
    }
  }

  /**
   * A timeline.
   *
   * @param entries what was done, by day
   * @param end the account at the end, with every step that was taken
   */
  public Timeline {
    Objects.requireNonNull(entries, "entries");
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
    Objects.requireNonNull(evaluator, "evaluator");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    return of(evaluator, PolicySet.byDefault(policy), account, first, last);
  }

  /**
   * Plays a policy against an account, watched: see {@code PolicyCoverage}.
   *
   * @param evaluator decides
   * @param policy the policy
   * @param account the account, with everything that is going to happen to it
   * @param first the first day on which steps may be taken
   * @param last the last day, included
   * @param watcher who hears of each account and day about which the policy is asked
   * @return what was done
   */
  public static Timeline of(
      DunningEvaluator evaluator,
      DunningPolicy policy,
      Account account,
      LocalDate first,
      LocalDate last,
      Watcher watcher) {
    Objects.requireNonNull(evaluator, "evaluator");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(watcher, "watcher");
    return play(
        evaluator, PolicySet.byDefault(policy), account, first, last, watcher, document -> {});
  }

  /**
   * Plays the policies of a set against an account.
   *
   * @param evaluator decides
   * @param policies which policy is for which invoice
   * @param account the account, with everything that is going to happen to it
   * @param first the first day on which steps may be taken
   * @param last the last day, included
   * @return what was done
   */
  public static Timeline of(
      DunningEvaluator evaluator,
      PolicySet policies,
      Account account,
      LocalDate first,
      LocalDate last) {
    Objects.requireNonNull(evaluator, "evaluator");
    Objects.requireNonNull(policies, "policies");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    return play(evaluator, policies, account, first, last, (p, c, a, d) -> {}, document -> {});
  }

  /** Plays on, and tells each document once it is sent: one may speak for several entries. */
  static Timeline play(
      DunningEvaluator evaluator,
      PolicySet policies,
      Account account,
      LocalDate first,
      LocalDate last,
      Watcher watcher,
      Consumer<DunningDocument> sent) {
    DunningPolicy watched = policies.policyFor(account.customer());
    NavigableSet<LocalDate> eventDays = eventDays(account);
    List<Entry> entries = new ArrayList<>();
    Account now = account;
    Optional<LocalDate> day = first.isAfter(last) ? Optional.empty() : Optional.of(first);
    while (day.isPresent()) {
      LocalDate today = day.get();
      watcher.asked(watched, evaluator.calendar(), now, today);
      AccountRecommendation next = evaluator.evaluate(policies, now, today);
      Set<List<Object>> taken = new HashSet<>();
      for (var due = next.documentsOnceApproved();
          !due.isEmpty();
          due = next.documentsOnceApproved()) {
        DunningDocument document = due.get(0);
        for (Recommendation line : document.lines()) {
          if (!taken.add(about(line))) {
            throw new IllegalStateException(
                "step is recommended twice:\n" + evaluator.explain(policies, now, today));
          }
          entries.add(new Entry(today, line));
        }
        sent.accept(document);
        now = take(now, document);
        watcher.asked(watched, evaluator.calendar(), now, today);
        next = evaluator.evaluate(policies, now, today);
      }
      day = nextDay(eventDays.higher(today), next).filter(d -> !d.isAfter(last));
    }
    return new Timeline(entries, now);
  }

  /** The day of the next event, null without one, or the review date if that comes first. */
  private static Optional<LocalDate> nextDay(LocalDate event, AccountRecommendation now) {
    LocalDate review = now.reviewOn().orElse(null);
    boolean reviewFirst = event == null || review != null && review.isBefore(event);
    return Optional.ofNullable(reviewFirst ? review : event);
  }

  /**
   * What was taken must not be recommended again about the same; else a timeline would never end.
   */
  private static List<Object> about(Recommendation due) {
    List<String> invoices =
        due.subject().wholeAccount() ? due.subject().invoices() : due.invoices();
    return List.of(invoices, due.step().orElseThrow());
  }

  private static NavigableSet<LocalDate> eventDays(Account account) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    account.events().forEach(e -> days.add(e.date()));
    account.invoices().forEach(h -> h.events().forEach(e -> days.add(e.date())));
    return days;
  }

  /**
   * An account after a recommended step was taken on the day of the recommendation.
   *
   * @param account the account that the recommendation is about
   * @param recommendation a recommendation with a step to take
   * @return the account with what {@link Recommendation#eventsWhenTaken} names
   * @throws IllegalArgumentException if no step is to be taken
   */
  public static Account take(Account account, Recommendation recommendation) {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(recommendation, "recommendation");
    return take(account, new DunningDocument(List.of(recommendation), List.of()));
  }

  /**
   * An account after a document was sent on the day of its recommendations.
   *
   * @param account the account that the document is about
   * @param document the document
   * @return the account with what {@link DunningDocument#eventsWhenTaken} names
   */
  public static Account take(Account account, DunningDocument document) {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(document, "document");
    return Posting.storeIn(account, document.eventsWhenTaken(document.leading().asOf()));
  }

  /**
   * The entries as an aligned table: day, step, actions, invoices, and what was overdue.
   *
   * @return a line an entry, each with a line break
   */
  public String table() {
    return TimelineText.table(entries);
  }

  /**
   * How this timeline differs from one that was written down, such as a golden file.
   *
   * @param expected the text of a timeline, or its {@linkplain #table table}; spaces at the end of
   *     a line and empty lines do not matter
   * @return the lines, missing ones after {@code -}, further ones after {@code +}; empty if there
   *     is no difference
   */
  public Optional<String> differenceFrom(String expected) {
    return TimelineText.difference(entries, expected);
  }

  /** A line an entry. */
  @Override
  public String toString() {
    return TimelineText.of(entries);
  }
}
