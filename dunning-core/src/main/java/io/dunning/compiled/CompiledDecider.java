package io.dunning.compiled;

import static io.dunning.compiled.Packing.NEVER;

import io.dunning.money.CurrencyUnit;

/**
 * Decides about packed standings by a compiled policy. The answer is an {@link Answer}. Who wants
 * to know more than that asks for an answer {@linkplain #find without its review date}, and then
 * reads {@linkplain PackedFacts what was found}.
 *
 * <p>For one thread.
 */
public final class CompiledDecider extends PackedRules {
  /**
   * A decider.
   *
   * @param policy the policy
   */
  public CompiledDecider(CompiledPolicy policy) {
    super(policy);
  }

  /**
   * Decides about all invoices of an account, at the end of a day, and says when to look again.
   *
   * @param rows where the row of the account is
   * @param at where it begins
   * @param asOfDay the day
   * @return the answer
   */
  public long decide(long[] rows, int at, long asOfDay) {
    open(rows, at);
    return decide(asOfDay);
  }

  /**
   * Whether an account never had an invoice.
   *
   * @param rows where the row of the account is
   * @param at where it begins
   * @return true if it has no currency
   */
  public static boolean isWithoutInvoices(long[] rows, int at) {
    return Packing.currency(rows[at]) == Names.NO_CURRENCY;
  }

  /**
   * How many invoices of an account are open.
   *
   * @param rows where the row of the account is
   * @param at where it begins
   * @return their number
   */
  public static int invoices(long[] rows, int at) {
    return Packing.invoices(rows[at]);
  }

  /**
   * The currency of an account that has an invoice.
   *
   * @param row the row of the account, which begins at 0
   * @return the currency of all invoices
   */
  public static CurrencyUnit currency(long[] row) {
    return Names.currency(Packing.currency(row[0]));
  }

  /**
   * The place in the account of an open invoice, for a row that is {@linkplain KeptRow kept}.
   *
   * @param row the row of the account, which begins at 0
   * @param invoice which of its open invoices, from 0
   * @return the place
   */
  public static int place(long[] row, int invoice) {
    int end = Packing.HEAD + Packing.WIDTH * invoices(row, 0) + Packing.steps(row[0]);
    return Packing.place(row, end, invoice);
  }

  /**
   * Decides about one open invoice of an account, as {@link #decide(long[], int, long)}.
   *
   * @param rows where the row of the account is
   * @param at where it begins
   * @param asOfDay the day
   * @param invoice which of its open invoices, from 0
   * @return the answer
   */
  public long decide(long[] rows, int at, long asOfDay, int invoice) {
    open(rows, at);
    only(invoice);
    return decide(asOfDay);
  }

  /**
   * Decides about each open invoice of an account on its own, as {@link #decide(long[], int, long,
   * int)}.
   *
   * @param rows where the row of the account is
   * @param at where it begins
   * @param asOfDay the day
   * @param answers takes an answer for each open invoice; as long as there are invoices, or longer
   */
  public void decideEach(long[] rows, int at, long asOfDay, long[] answers) {
    open(rows, at);
    int first = firstInvoice;
    int end = endInvoice;
    boolean uncovered = isLeftToOthers(asOfDay);
    boolean plain = isPlain();
    for (int i = first, k = 0; i < end; i += Packing.WIDTH, k++) {
      long due = rows[i + 1] >> 32;
      if (uncovered) {
        answers[k] = UNCOVERED;
      } else if (plain && asOfDay <= due && (int) rows[i + 1] <= asOfDay) {
        answers[k] = due + 1 << 32 | NOT_DUE; // rule 3, as most are
      } else {
        firstInvoice = i;
        endInvoice = i + Packing.WIDTH;
        answers[k] = reviewed(on(asOfDay), asOfDay);
      }
    }
  }

  /** Whether the row does not tell enough, so that the readable decider decides. */
  private boolean isLeftToOthers(long asOfDay) {
    return isUncovered(asOfDay) || isPromiseUnclear(asOfDay);
  }

  private long decide(long asOfDay) {
    return isLeftToOthers(asOfDay) ? UNCOVERED : reviewed(on(asOfDay), asOfDay);
  }

  /**
   * Decides about all invoices of an account, at the end of a day, and not when to look again. Then
   * the other methods say what was found on that day.
   *
   * @param row the row of the account, which begins at 0
   * @param asOfDay the day
   * @return an answer without its review date
   */
  public long find(long[] row, long asOfDay) {
    open(row, 0);
    return find(asOfDay);
  }

  /**
   * Decides about one open invoice of an account, as {@link #find(long[], long)}.
   *
   * @param row the row of the account, which begins at 0
   * @param asOfDay the day
   * @param invoice which of its open invoices, from 0
   * @return an answer without its review date
   */
  public long find(long[] row, long asOfDay, int invoice) {
    open(row, 0);
    only(invoice);
    return find(asOfDay);
  }

  private long find(long asOfDay) {
    return isLeftToOthers(asOfDay) ? UNCOVERED : Math.max(UNCOVERED, on(asOfDay));
  }

  private long reviewed(int now, long asOfDay) {
    if (now <= UNCOVERED) {
      return UNCOVERED;
    }
    int then = now;
    long on = asOfDay;
    while (then == now) {
      on = Math.max(changesOn, on + 1);
      if (on >= NEVER) {
        return (long) NEVER << 32 | now;
      }
      if (certain) {
        return on << 32 | now;
      }
      then = on(on);
    }
    return differs(now, then) ? on << 32 | now : UNCOVERED;
  }

  /**
   * Whether what is decided on a later day certainly is another decision. It is if a step asks for
   * more: either it is taken, or a later rule keeps it waiting. A step whose condition is not known
   * can turn out not to apply; but then, too, the ladder is asked, which it was not before.
   */
  private static boolean differs(int now, int then) {
    return then != UNCOVERED && (then != ASKS_CONDITION || !isOnLadder(now));
  }

  /** Whether a decision was made by what the ladder says. */
  private static boolean isOnLadder(int answer) {
    return Answer.finding(answer).compareTo(Finding.LADDER_DONE) >= 0;
  }

  /** {@return the day on which the step in question is reached} */
  public long reachedOn() {
    return reachedOn;
  }

  /** {@return the first day on which the step in question is far enough from the last contact} */
  public long allowedOn() {
    return allowedOn;
  }

  /** {@return the day of the contact from which that distance counts} */
  public long gapFrom() {
    return gapFrom;
  }

  /**
   * {@return the place of the most severe step that counts for the oldest item; -1 if none does}
   */
  public int level() {
    return level;
  }
}
