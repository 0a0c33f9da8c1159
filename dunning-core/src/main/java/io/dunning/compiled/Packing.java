package io.dunning.compiled;

import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Balances;
import io.dunning.ledger.Correspondence;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.ledger.StepsTaken;
import java.util.List;

/**
 * Packs the standing of an account after its last event into a row of {@code long}s:
 *
 * <ul>
 *   <li>four words of the account: how many invoices and steps follow, the currency, and the group
 *       of the customer; the last contact outside the ladder, and the last day of the promise; the
 *       last day of the hold, and the day of the last event; the day on which the promise was made,
 *       and flags;
 *   <li>two words for each open invoice, in their order: what is open and whether it is disputed;
 *       the due date and the invoice date;
 *   <li>a word for each step that was taken: the day, the invoice on which it was recorded, whether
 *       it went by a channel, and its name.
 * </ul>
 *
 * <p>It packs only what these numbers tell completely. Everything else is {@linkplain #refuse
 * refused}, such as several currencies, a promise of an amount, a payment plan or a restriction.
 * One object packs many accounts, one after the other. Not thread-safe.
 */
public final class Packing extends PackedRow {
  /** Makes an object that packs. */
  public Packing() {
    begin();
  }

  /**
   * Packs an account.
   *
   * @param account the account
   * @return the length of its row; -1 if it cannot be packed
   */
  public int pack(Account account) {
    begin();
    if (!mayFit(account)) {
      refuse();
      return -1;
    }
    Balances balances = account.balancesOn(EpochDay.NEVER);
    Standing whole = balances.whole();
    happened(Math.max(account.lastDay(), -MOST_DAYS));
    flags(account, balances);
    happenedToInvoices(account, balances);
    group = CustomerGroups.of(account.customer());
    if (balances.lastContactDay() != EpochDay.NONE) {
      contacted(balances.lastContactDay());
    }
    agreed(whole, account);
    taken(whole, balances.accountSteps(), ON_ACCOUNT);
    invoices(balances, whole.agreements().contestsIssuedThroughDay());
    return length();
  }

  /** False if a quick look shows that the account cannot be packed. */
  static boolean mayFit(Account account) {
    Balances balances = account.balancesOn(EpochDay.NEVER);
    if (!balances.whole().isAsBilled()
        || !balances.isBankSilent()
        || balances.closedChannelBits() != 0
        || !account.customer().wishes().isNone()
        || balances.size() > 0 && !balances.isOneCurrency()) {
      return false;
    }
    for (int i = 0; i < balances.size(); i++) {
      if (balances.openMinor(i) > 0 && !balances.isSimple(i)) {
        return false;
      }
    }
    return true;
  }

  private void flags(Account account, Balances balances) {
    flags |= account.customer().persons().isEmpty() ? 0 : PERSONS;
    flags |= balances.anyInvoiceSteps() || balances.anyWithdrawnSteps() ? STEPS_APART : 0;
    flags |= balances.anyCredit() || account.hasMoneyMoved() ? CREDITS : 0;
    flags |= balances.anyCharge() ? CHARGED : 0;
    flags |= balances.anyCredit() ? OVERPAID : 0;
    flags |= balances.whole().agreements().disputes().isEmpty() ? 0 : CONTESTED;
  }

  /** Packs the invoices; all that were issued up to a day may be contested as a whole. */
  private void invoices(Balances balances, long contested) {
    if (places.length < balances.size()) {
      places = new int[balances.size()];
    }
    for (int i = 0; i < balances.size() && !refused; i++) {
      long issued = balances.issuedDay(i);
      boolean disputed = issued <= contested || balances.isDisputed(i);
      long open = balances.openMinor(i);
      refused |= open > 0 && !balances.isSimple(i);
      int place = invoice(balances.currency(i), open, disputed, issued, balances.dueDay(i));
      if (place != ELSEWHERE) {
        places[place - 1] = i;
      }
      if (balances.anyInvoiceSteps() || !balances.isRoutine(i)) {
        Standing own = balances.standing(i);
        boolean ended = !disputed && !own.agreements().disputes().isEmpty();
        flags |= ended && place != ELSEWHERE ? CONTESTED : 0;
        taken(own, own.steps().columns(), place);
      }
    }
  }

  private void happenedToInvoices(Account account, Balances balances) {
    for (int i = 0; i < balances.size(); i++) {
      List<LedgerEvent> events = account.invoices().get(i).events();
      if (balances.openMinor(i) == 0) {
        flags |= events.isEmpty() ? 0 : SETTLED;
      } else {
        invoice(account.invoices().get(i), balances.isDisputed(i));
      }
      for (int k = 0; k < events.size(); k++) {
        refused |= events.get(k) instanceof MoneyEvent.ChargesPaid;
      }
    }
    paidBack(account.events());
  }

  /** What happened to an open invoice. */
  private void invoice(InvoiceHistory open, boolean disputed) {
    if (open.events().size() > (disputed ? 1 : 0)) {
      eventful();
    }
    if (open.invoice().lastDiscountDay() != EpochDay.NONE) {
      paidByBooks();
    }
    paidBack(open.events());
  }

  private void paidBack(List<LedgerEvent> events) {
    for (int i = 0; i < events.size(); i++) {
      LedgerEvent each = events.get(i);
      if (each instanceof MoneyEvent.Refund || each instanceof MoneyEvent.PaymentReversed) {
        paidByBooks();
      }
    }
  }

  private void agreed(Standing whole, Account account) {
    if (whole.agreements().heldThroughDay() != EpochDay.NONE) {
      held(whole.agreements().heldThroughDay());
    }
    if (whole.agreements().isPromised()) {
      PromiseToPay latest = whole.agreements().promise().orElseThrow();
      refused |= latest.amount().isPresent();
      promised(latest.date().toEpochDay(), latest.until().toEpochDay(), mayBeKept(account, latest));
    }
  }

  /** Whether money moved after the day of a promise, or what was given up is owed again. */
  private static boolean mayBeKept(Account account, PromiseToPay since) {
    boolean moved = anyMoved(account.events(), since);
    for (int i = 0; !moved && i < account.invoices().size(); i++) {
      moved = anyMoved(account.invoices().get(i).events(), since);
    }
    return moved;
  }

  private static boolean anyMoved(List<LedgerEvent> events, PromiseToPay since) {
    for (int i = events.size() - 1; i >= 0 && events.get(i).date().isAfter(since.date()); i--) {
      if (events.get(i) instanceof MoneyEvent money
          && (money.reduction().isPresent() || money instanceof MoneyEvent.WriteOffReversed)) {
        return true;
      }
    }
    return false;
  }

  private void taken(Standing of, StepsTaken columns, int place) {
    Correspondence letters = of.correspondence();
    refused |= letters.anyReturned();
    flags |= of.steps().decided().isEmpty() ? 0 : DECIDED;
    for (int i = 0; i < columns.count(); i++) {
      step(columns.name(i), columns.day(i), columns.hasChannel(i), place);
    }
    of.steps()
        .withdrawn()
        .forEach(s -> step(s.step(), s.date().toEpochDay(), s.channel().isPresent(), ELSEWHERE));
  }
}
