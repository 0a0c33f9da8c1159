package io.dunning.ledger;

import java.util.Objects;

/**
 * What the events of an invoice, or of an account, add up to at the end of a day, in five views:
 * the money, the steps of the ladder, what stands between the debt and its collection, what was
 * said and sent, and what the bank says. Immutable and thread-safe.
 *
 * <p>Where the views tell a day as a number, it is an {@linkplain io.dunning.calendar.EpochDay
 * epoch day}, so that millions of standings can be looked at without creating an object for each.
 */
public final class Standing {
  /** The standing of an account without events of its own. */
  static final Standing NONE =
      new Standing(null, StepRecord.NONE, Agreements.NONE, Correspondence.NONE, BankRecord.NONE);

  /** Null on an account. */
  private final Balance balance;

  private final StepRecord steps;
  private final Agreements agreements;
  private final Correspondence correspondence;
  private final BankRecord bank;

  Standing(
      Balance balance,
      StepRecord steps,
      Agreements agreements,
      Correspondence correspondence,
      BankRecord bank) {
    this.balance = balance;
    this.steps = steps;
    this.agreements = agreements;
    this.correspondence = correspondence;
    this.bank = bank;
  }

  /** The standing of an invoice to which nothing has happened. */
  static Standing of(Invoice invoice) {
    return new Standing(
        new Balance(new MoneyTally(invoice)),
        StepRecord.NONE,
        Agreements.NONE,
        Correspondence.NONE,
        BankRecord.NONE);
  }

  /**
   * What is owed on the invoice.
   *
   * @return the balance
   * @throws IllegalStateException if this is the standing of an account, which has no amounts of
   *     its own
   */
  public Balance balance() {
    if (balance == null) {
      throw new IllegalStateException("the standing of an account has no amounts of its own");
    }
    return balance;
  }

  boolean isOfInvoice() {
    return balance != null;
  }

  /** {@return the steps of the ladder that were taken or decided about} */
  public StepRecord steps() {
    return steps;
  }

  /**
   * What stands between the debt and its collection.
   *
   * @return disputes, promises, plans, offers, terms, holds and restrictions
   */
  public Agreements agreements() {
    return agreements;
  }

  /**
   * What was said and sent outside the ladder.
   *
   * @return contacts, replies, deliveries and channels
   */
  public Correspondence correspondence() {
    return correspondence;
  }

  /**
   * What the bank says.
   *
   * @return candidate receipts, how recent the bank data are, and what became of collections
   */
  public BankRecord bank() {
    return bank;
  }

  /**
   * Whether the debt is chased as it was billed: no part of it is contested, there is no plan,
   * offer to settle, deferral or new term, no restriction was ever recorded, and the invoice did
   * not fail to arrive.
   *
   * @return true if amount, due date, hold, promise and a dispute over the whole tell everything
   */
  public boolean isAsBilled() {
    return agreements.areAsBilled() && !correspondence.failedToArrive();
  }

  /**
   * Whether collection is routine: nothing is contested, agreed or restricted, nobody replied,
   * nobody decided about a step, no delivery is recorded, of contacts nothing is known but the day,
   * and the bank says no more than how recent its data are.
   *
   * @return true if amounts, holds, promises and steps tell everything
   */
  public boolean isRoutine() {
    return agreements.disputes().isEmpty()
        && isAsBilled()
        && correspondence.isSilent()
        && bank.isSilent()
        && steps.decisions().isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Standing that
        && Objects.equals(balance, that.balance)
        && steps.equals(that.steps)
        && agreements.equals(that.agreements)
        && correspondence.equals(that.correspondence)
        && bank.equals(that.bank);
  }

  @Override
  public int hashCode() {
    return Objects.hash(balance, steps, agreements, correspondence, bank);
  }
}
