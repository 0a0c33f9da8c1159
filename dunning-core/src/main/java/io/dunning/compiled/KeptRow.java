package io.dunning.compiled;

import io.dunning.ledger.Account;
import java.lang.invoke.VarHandle;

/**
 * The row of an account, packed when it is asked for first and kept with the account. Who asks gets
 * the same numbers as {@link Packing} writes, and behind them the places of the open invoices.
 *
 * <p>The account has a field for it that only this class reads, because nobody else should see how
 * an account is packed.
 */
public final class KeptRow {
  /** Stands for an account that cannot be packed. */
  private static final long[] NONE = {};

  private static final VarHandle ROW = Hidden.field(Account.class, "row", long[].class);

  private KeptRow() {}

  /**
   * The row of an account.
   *
   * @param account the account
   * @return the row, not to be changed; null if the account cannot be packed, or charges were ever
   *     recorded on it
   */
  public static long[] of(Account account) {
    // released once it is filled: another thread sees the row whole or not at all
    long[] row = (long[]) ROW.getAcquire(account);
    if (row == null) {
      row = packed(account);
      ROW.setRelease(account, row);
    }
    return row == NONE ? null : row;
  }

  private static long[] packed(Account account) {
    if (!Packing.mayFit(account)) {
      return NONE;
    }
    Packing packing = new Packing();
    return packing.pack(account) < 0 || packing.isCharged() ? NONE : packing.rowWithPlaces();
  }
}
