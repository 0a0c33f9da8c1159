package io.dunning.policy;

import io.dunning.ledger.Tolerance;
import io.dunning.serial.Checked;
import io.dunning.text.ConstantWords;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.StringJoiner;
import org.immutables.value.Value;

/**
 * Whether a policy decides for each invoice or for whole accounts, and how it treats accounts.
 * Prints in words: {@code per account, highest level}. Immutable and thread-safe.
 */
@Value.Immutable
public abstract class AccountRules implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The rules of a policy that says nothing about accounts. */
  static final AccountRules DEFAULT = new ImmutableAccountRules.Builder().build();

  AccountRules() {}

  /** What one decision is about. */
  public enum Unit {
    /** Each invoice on its own. */
    INVOICE,
    /** All items of an account together; the oldest sets the age. */
    ACCOUNT,
    /** All items of an account in one currency together; the oldest sets the age. */
    ACCOUNT_AND_CURRENCY
  }

  /** Which item of an account sets how far the account has been taken. */
  public enum DocumentLevel {
    /** The oldest: it alone goes up the ladder, and the others are listed with it. */
    OLDEST,
    /**
     * The one that has come furthest. An item that was listed counts as taken as far as it was old
     * enough for.
     */
    HIGHEST,
    /** Each keeps its own level; the reminders, notices and demands of a day go into one letter. */
    OWN
  }

  /** What credits of an account do: over-paid invoices, credit notes, unapplied payments. */
  public enum Credits {
    /** They stand beside what is owed. */
    APART,
    /** They lower what is overdue in their currency; what they cover is not chased. */
    NET
  }

  /** Which steps, taken for a whole account, count for the item that is now its oldest. */
  public enum AccountSteps {
    /** Those for which the item itself was old enough on that day: no warning is skipped. */
    WHEN_OLD_ENOUGH,
    /** Those, and all that were taken since the item fell due. */
    SINCE_DUE
  }

  /**
   * What one decision is about.
   *
   * @return {@link Unit#INVOICE} unless set
   */
  @Value.Default
  public Unit unit() {
    return Unit.INVOICE;
  }

  /**
   * Which item sets how far an account has been taken.
   *
   * @return {@link DocumentLevel#OLDEST} unless set
   */
  @Value.Default
  public DocumentLevel documentLevel() {
    return DocumentLevel.OLDEST;
  }

  /**
   * What credits of an account do.
   *
   * @return {@link Credits#APART} unless set
   */
  @Value.Default
  public Credits credits() {
    return Credits.APART;
  }

  /**
   * Which steps of the account count for its oldest item.
   *
   * @return {@link AccountSteps#WHEN_OLD_ENOUGH} unless set
   */
  @Value.Default
  public AccountSteps accountSteps() {
    return AccountSteps.WHEN_OLD_ENOUGH;
  }

  /**
   * How much may be left of an invoice for it to count as settled: nothing is asked for it any
   * more, the customer is judged as one who paid, and what is left is reported as a difference to
   * write off.
   *
   * @return {@link Tolerance#NONE} unless set
   */
  @Value.Default
  public Tolerance tolerance() {
    return Tolerance.NONE;
  }

  /** The unit, then what differs from its default, such as {@code per account, net of credits}. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ");
    text.add("per " + ConstantWords.of(unit()));
    if (documentLevel() != DocumentLevel.OLDEST) {
      text.add(ConstantWords.of(documentLevel()) + " level");
    }
    if (credits() == Credits.NET) {
      text.add("net of credits");
    }
    if (accountSteps() != AccountSteps.WHEN_OLD_ENOUGH) {
      text.add("account steps count since due");
    }
    if (!tolerance().isNone()) {
      text.add("tolerance " + tolerance());
    }
    return text.toString();
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutableAccountRules.Builder().from(this).build());
  }
}
