package io.dunning.portfolio;

import io.dunning.calendar.EpochDay;
import io.dunning.compiled.Holder;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Rule;
import io.dunning.evaluation.Verdict;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was decided about the accounts of an {@link AccountTable} at the end of a day, in columns:
 * verdict, rule, step and review date. Each is what the {@link Recommendation} says that {@link
 * DunningEvaluator#evaluate(DunningPolicy, Account, LocalDate)} makes of the same account.
 *
 * <p>There is one decision for each recommendation, in the order of the table: one for each account
 * if the policy decides about accounts. If it decides about invoices, there is one for each open
 * invoice; invoices that are not open have none. Every method that is asked about a decision throws
 * an {@link IndexOutOfBoundsException} if there is no such decision.
 *
 * <p>The decisions stay as they are when the table changes, but the numbers of invoices are read
 * from the table: ask for these before you record payments or put accounts again. Thread-safe while
 * the table does not change.
 */
public final class Decisions {
  /** More steps than any ladder has; they have to fit into the bits below the review date. */
  static final int MOST_STEPS = 16_000;

  /** What holds a debt. */
  public enum HeldBy {
    /** A hold that was recorded in the ledger. */
    RECORDED,
    /** An open dispute, or a credit that is owed after one that the customer won. */
    DISPUTE,
    /** A promise to pay. */
    PROMISE,
    /** A payment plan, an offer to settle, a restriction, or a condition of the policy. */
    OTHER
  }

  private final AccountTable table;
  private final DunningEvaluator evaluator;
  private final DunningPolicy policy;
  private final LocalDate asOf;
  private final int version;
  private final DecisionColumns columns;

  Decisions(
      AccountTable table,
      DunningEvaluator evaluator,
      DunningPolicy policy,
      LocalDate asOf,
      int version,
      DecisionColumns columns) {
    this.table = table;
    this.evaluator = evaluator;
    this.policy = policy;
    this.asOf = asOf;
    this.version = version;
    this.columns = columns;
  }

  /** {@return the day at whose end was decided} */
  public LocalDate asOf() {
    return asOf;
  }

  /** {@return the policy by which was decided} */
  public DunningPolicy policy() {
    return policy;
  }

  DunningEvaluator evaluator() {
    return evaluator;
  }

  AccountTable table() {
    return table;
  }

  int version() {
    return version;
  }

  DecisionColumns columns() {
    return columns;
  }

  /** {@return how many decisions there are} */
  public int size() {
    return columns.size();
  }

  /** {@return how many accounts were looked at; the decisions about the others were still good} */
  public int accountsDecided() {
    return columns.decided();
  }

  /**
   * The account that a decision is about.
   *
   * @param i the decision, from 0
   * @return the place of the account in the table
   */
  public int account(int i) {
    return columns.row(i);
  }

  /**
   * The customer that a decision is about.
   *
   * @param i the decision, from 0
   * @return the customer's id
   */
  public String customer(int i) {
    return table.customer(columns.row(i));
  }

  /**
   * The invoice that a decision is about. If it is paid in the books but its charges are still
   * chased, the table asks for the account, whose number counts.
   *
   * @param i the decision, from 0
   * @return its number; empty if the policy decides about accounts, or the invoice was put without
   *     a number, or the account cannot be had any more
   * @throws IllegalStateException if the open invoices of the account changed after the decision,
   *     because a payment was recorded or the account was put again
   */
  public Optional<String> invoice(int i) {
    int place = columns.invoice(i);
    if (place == DecisionColumns.ALL) {
      return Optional.empty();
    }
    int row = columns.row(i);
    checkNumbers(row);
    int settled = DecisionColumns.settledPlace(place);
    if (settled >= 0) {
      return table
          .account(row)
          .filter(a -> settled < a.invoiceNumbers().size())
          .map(a -> a.invoiceNumbers().get(settled))
          .filter(n -> !ToldInvoices.isWithoutNumber(n));
    }
    return Optional.of(table.invoice(row, place)).filter(n -> !n.isEmpty());
  }

  private void checkNumbers(int row) {
    if (table.isRenumbered(row, this)) {
      throw new IllegalStateException(
          "invoices of "
              + table.customer(row)
              + " changed after the decisions of "
              + asOf
              + "\nMaybe ask for their numbers before you record payments or put the account");
    }
  }

  /**
   * Whether there is a decision. There is none if the policy or the account needs more than the row
   * holds and the table cannot find the account, or if the evaluation failed.
   *
   * @param i the decision, from 0
   * @return false if nothing was decided
   * @see AccountTable#accountsFrom
   */
  public boolean isDecided(int i) {
    return columns.word(i) != DecisionWord.UNDECIDED;
  }

  /** {@return how many accounts nothing was decided about, or not about all of it} */
  public int undecided() {
    int count = 0;
    for (int i = 0; i < size(); i++) {
      count += isDecided(i) ? 0 : 1;
    }
    return count;
  }

  /**
   * The accounts whose evaluation failed.
   *
   * @return the failures, in the order of the table; if the account could not be found because
   *     {@link AccountTable#accountsFrom} threw, the failure has an account of the customer without
   *     invoices
   */
  public List<PortfolioRun.Failed> failures() {
    return columns.failures();
  }

  private long decided(int i) {
    long word = columns.word(i);
    if (word == DecisionWord.UNDECIDED) {
      throw new IllegalStateException(
          "nothing was decided about " + customer(i) + "\nMaybe say where to find accounts");
    }
    return word;
  }

  /**
   * What is to be done, in one word.
   *
   * @param i the decision, from 0
   * @return the verdict
   * @throws IllegalStateException if nothing was decided
   */
  public Verdict verdict(int i) {
    return DecisionWord.verdict(decided(i));
  }

  /**
   * The rule that decided.
   *
   * @param i the decision, from 0
   * @return the rule
   * @throws IllegalStateException if nothing was decided
   */
  public Rule rule(int i) {
    return DecisionWord.rule(decided(i));
  }

  /**
   * What holds the debt.
   *
   * @param i the decision, from 0
   * @return what the reason of the recommendation names; empty unless the verdict is {@link
   *     Verdict#HOLD}
   * @throws IllegalStateException if nothing was decided
   */
  public Optional<HeldBy> heldBy(int i) {
    return verdict(i) == Verdict.HOLD
        ? Optional.of(heldBy(DecisionWord.holder(decided(i))))
        : Optional.empty();
  }

  private static HeldBy heldBy(Holder holder) {
    if (holder == null) {
      return HeldBy.OTHER;
    }
    return switch (holder) {
      case RECORDED -> HeldBy.RECORDED;
      case DISPUTE -> HeldBy.DISPUTE;
      case PROMISE -> HeldBy.PROMISE;
    };
  }

  /**
   * The step that is to be taken, or waited for.
   *
   * @param i the decision, from 0
   * @return its place in the ladder, from 0; -1 if no step is in question
   * @throws IllegalStateException if nothing was decided
   */
  public int stepPlace(int i) {
    return DecisionWord.stepPlace(decided(i));
  }

  /**
   * The step that is to be taken, or waited for.
   *
   * @param i the decision, from 0
   * @return its name; empty if no step is in question
   * @throws IllegalStateException if nothing was decided
   */
  public Optional<String> step(int i) {
    int place = stepPlace(i);
    return place < 0 ? Optional.empty() : Optional.of(policy.ladder().steps().get(place).name());
  }

  /**
   * The first later day on which the decision differs, if nothing happens until then.
   *
   * @param i the decision, from 0
   * @return the epoch day; {@link EpochDay#NEVER} if it never differs
   * @throws IllegalStateException if nothing was decided
   */
  public long reviewDay(int i) {
    return DecisionWord.reviewDay(decided(i));
  }

  /**
   * As {@link #reviewDay}, as a date.
   *
   * @param i the decision, from 0
   * @return the day; empty if the decision never differs
   * @throws IllegalStateException if nothing was decided
   */
  public Optional<LocalDate> reviewOn(int i) {
    return EpochDay.date(reviewDay(i));
  }

  /**
   * The whole answer about the account of a decision, with reason, amounts and invoices.
   *
   * @param i the decision, from 0
   * @return the recommendations; empty if the account cannot be had
   * @throws IllegalStateException if the account of another customer is found
   * @see AccountTable#accountsFrom
   */
  public Optional<AccountRecommendation> recommendation(int i) {
    return table.account(columns.row(i)).map(account -> evaluator.evaluate(policy, account, asOf));
  }

  /** Such as {@code 1000 decisions of 1000 accounts on 2026-06-30, 0 undecided}. */
  @Override
  public String toString() {
    return size()
        + " decisions of "
        + columns.rows()
        + " accounts on "
        + Objects.toString(asOf)
        + ", "
        + undecided()
        + " undecided";
  }
}
