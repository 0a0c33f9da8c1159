package io.dunning.evaluation;

import io.dunning.ledger.Balances;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which invoices of an account are decided about at once, and how much more is supposed to be owed
 * on them than is.
 *
 * @param books the account on the day whose events are the last that are known
 * @param from the place of the first invoice
 * @param to the place behind the last invoice
 * @param currency only invoices in this currency; null for all
 * @param members the invoices that belong to it, by place; null if all between the places do
 * @param nets whether credits lower what is overdue
 * @param supposed how much more is supposed to be owed, negative for less; null for nothing
 * @param supposedOn the place of the invoice on which it is
 * @param kept the debt of all invoices together, which the scopes of an account share; null if none
 *     asks for it
 */
record Scope(
    Books books,
    int from,
    int to,
    CurrencyUnit currency,
    boolean[] members,
    boolean nets,
    Money supposed,
    int supposedOn,
    Debt.Kept kept) {

  static Scope of(Books books, int from, int to, CurrencyUnit currency, boolean[] members) {
    return new Scope(books, from, to, currency, members, books.policy.nets, null, -1, null);
  }

  /** A single invoice that keeps its own level. */
  static Scope alone(Books books, int place, boolean[] members, Debt.Kept kept) {
    return new Scope(books, place, place + 1, null, members, false, null, -1, kept);
  }

  /** The same invoices, more being owed on one of them than is. */
  Scope supposing(Money more, int place) {
    return new Scope(books, from, to, currency, members, nets, more, place, kept);
  }

  /** Whether minimum amounts and credits count for all invoices of the account together. */
  boolean countsTogether() {
    PreparedPolicy policy = books.policy;
    return policy.ownLevel && (policy.nets || !policy.minimums.isEmpty());
  }

  /** All invoices whose sums count for this one, which keeps its own level. */
  Scope together() {
    boolean ofAccount = books.policy.policy.account().unit() == AccountRules.Unit.ACCOUNT;
    CurrencyUnit own = ofAccount ? null : books.balances.currency(from);
    return new Scope(
        books,
        0,
        books.balances.size(),
        own,
        members,
        books.policy.nets,
        supposed,
        supposedOn,
        kept);
  }

  boolean isSingle() {
    return to - from == 1;
  }

  /** Whether the invoice at a place belongs to it. */
  boolean contains(int place) {
    return (currency == null || currency.equals(books.balances.currency(place)))
        && (members == null || members[place]);
  }

  /** What is left of an invoice at a place that belongs to it and counts as settled. */
  Optional<Money> difference(int place) {
    long minor = books.balances.differenceMinor(place);
    return minor > 0 && contains(place)
        ? Optional.of(Money.ofMinor(minor, books.balances.currency(place)))
        : Optional.empty();
  }

  /** What stays owed of the charges of a settled invoice at a place that belongs to it. */
  Optional<Money> chargesLeft(int place) {
    return contains(place) ? books.chargesLeft.on(place) : Optional.empty();
  }

  /** Whether every invoice belongs to it, in one currency, and nothing is supposed. */
  boolean isSimple() {
    return currency == null
        && members == null
        && supposed == null
        && books.balances.isOneCurrency();
  }

  /** How much more is supposed to be open on the invoice at a place. */
  long supposedMinor(int place) {
    return supposed != null && place == supposedOn ? supposed.minorUnits() : 0;
  }

  /**
   * The places of the invoices that a step would be about.
   *
   * @param contacted those that a contact would be about
   * @param handedOver those that would be handed over, the leading one first
   */
  record Places(int[] contacted, int[] handedOver) {}

  /** The places of the invoices that a step would be about, given which one leads. */
  Places places(int lead) {
    int[] contacted = contacted();
    if (books.policy.ownLevel || contacted.length == 1 && contacted[0] == lead) {
      return new Places(contacted, new int[] {lead});
    }
    int[] handedOver = new int[contacted.length + 1];
    handedOver[0] = lead;
    System.arraycopy(contacted, 0, handedOver, 1, contacted.length);
    return new Places(contacted, handedOver);
  }

  /**
   * The places of the open invoices that a contact would be about; of an account whose items keep
   * their own level all, because they may go into one document.
   */
  int[] contacted() {
    Balances balances = books.balances;
    boolean all = books.policy.ownLevel;
    int first = all ? 0 : from;
    int end = all ? balances.size() : to;
    int[] places = new int[end - first];
    int n = 0;
    for (int i = first; i < end; i++) {
      if (balances.openMinor(i) > 0 && (all || contains(i))) {
        places[n++] = i;
      }
    }
    return Arrays.copyOf(places, n);
  }
}
