package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.compiled.Answer;
import io.dunning.compiled.CompiledDecider;
import io.dunning.compiled.Finding;
import io.dunning.compiled.Holder;
import io.dunning.compiled.KeptRow;
import io.dunning.ledger.Account;
import io.dunning.policy.AccountRules.Unit;
import java.time.LocalDate;

/**
 * Makes the recommendations that {@link Decider} and {@link RecommendationMaker} would make, from
 * what the compiled decider found, where that covers policy, account and day. A law says that both
 * are equal, reasons included. It adds nothing to the rules: if you want to know them, read {@code
 * Decider}.
 *
 * <p>The decision is made at once, its {@link CompiledFacts facts} once somebody asks for them: of
 * most accounts, people want to know no more than that there is nothing to do today.
 *
 * <p>One instance serves one policy on one day, and one account after the other; it is not
 * thread-safe.
 */
final class CompiledEvaluation {
  private final PreparedPolicy policy;
  private final LocalDate asOf;
  private final CompiledDecider decider;
  private Account account;
  private long[] row;

  /** What the books say in full; null until something asks for it. */
  private Books books;

  CompiledEvaluation(PreparedPolicy policy, LocalDate asOf) {
    this.policy = policy;
    this.asOf = asOf;
    decider = new CompiledDecider(policy.compiled);
  }

  /** The row of an account; null if the compiled decider covers none of it. */
  static long[] row(Account account) {
    long[] row = KeptRow.of(account);
    return row == null || CompiledDecider.isWithoutInvoices(row, 0) ? null : row;
  }

  /** Turns to an account and its row. */
  void turnTo(Account next, long[] rowOfNext) {
    account = next;
    row = rowOfNext;
    books = null;
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
    String unit = ofAccount ? "" : CompiledDecider.currency(row).code();
    return made(decider.decide(row, 0, asOf.toEpochDay()), unit, CompiledFacts.ALL);
  }

  /** The recommendation about one of the open invoices; null if that is not covered. */
  Recommendation of(int item) {
    String number = account.invoiceNumbers().get(place(item));
    return made(decider.decide(row, 0, asOf.toEpochDay(), item), number, item);
  }

  private Recommendation made(long answer, String unit, int item) {
    if (!Answer.isCovered(answer)) {
      return null;
    }
    Finding finding = Answer.finding(answer);
    if (finding == Finding.CLOSED || finding == Finding.CONTACT_NOT_ALLOWED) {
      return null; // their reasons tell of more than the row does
    }
    int step = Answer.step(answer);
    int review = Answer.reviewDay(answer);
    boolean needsBooks = needsBooks(finding, answer);
    CompiledFacts facts = new CompiledFacts(policy, account, row, item, asOf, unit);
    return new Recommendation(
        policy.id,
        unit,
        asOf,
        policy.outcomes.of(finding, step),
        step < 0 ? "" : policy.steps[step].name,
        needsBooks ? facts.madeWith(account, this::books) : facts,
        review == Integer.MAX_VALUE ? EpochDay.NEVER : review,
        policy.anyContactRules,
        SideResults.NONE);
  }

  /** Whether the facts are in the books of the account, so that they are read at once. */
  private boolean needsBooks(Finding finding, long answer) {
    if (finding == Finding.HELD) {
      return Answer.holder(answer) != Holder.PROMISE;
    }
    boolean takes = finding == Finding.DUE || finding == Finding.DUE_ONCE_APPROVED;
    return takes && (policy.anyContactRules || decider.lacksSteps() || decider.maybeCredits());
  }

  private Books books() {
    if (books == null) {
      books = new Books(policy, account, asOf);
    }
    return books;
  }
}
