package io.dunning.evaluation;

import io.dunning.behaviour.PaymentProfile;
import io.dunning.calendar.EpochDay;
import io.dunning.charge.ChargeRules;
import io.dunning.conduct.ContactCheck;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Balances;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.policy.AccountRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What the books say about an account at the end of a day, read once for all decisions about it.
 * Values that few policies need are computed on first use. For one evaluation on one thread.
 */
final class Books {
  static final Restriction[] RESTRICTIONS = Restriction.values();

  final PreparedPolicy policy;
  final Account account;
  final List<InvoiceHistory> invoices;
  final Balances balances;

  /** What the account's own events add up to. */
  final Standing whole;

  /** The day whose events are the last that are known. */
  final long asOf;

  private final LocalDate asOfDate;

  /** Until which invoice date everything is contested; {@link EpochDay#NONE} without. */
  final long contestedIssuedThrough;

  /** Whether the account as a whole is or was restricted. */
  final boolean restricted;

  /** Whether nothing can hold an invoice of which only amount and due date are known. */
  final boolean plainIsFree;

  /** The channels that must not be used, a bit each. */
  final int closedChannels;

  /** Whether rules of contact, or the wishes of the customer, may stop a step. */
  final boolean asksConduct;

  /** What stays owed on invoices whose principal is settled. */
  final ChargesLeft chargesLeft;

  /** What was agreed with the customer. */
  final AgreedBooks agreed;

  /** What the bank says; null if it says nothing. */
  final BankBooks bank;

  /** What the customer has to their credit. */
  final Credits credit;

  private ChargeForecast forecast;
  private Endgame endgame;
  private Contacts contacts;
  private ContactCheck check;
  private PaymentProfile profile;
  private Percentage risk;
  private List<Money> credits;

  /** {@link EpochDay#NONE} until it was asked for. */
  private long overdueFrom = EpochDay.NONE;

  Books(PreparedPolicy policy, Account account, LocalDate asOfDate) {
    this.policy = policy;
    this.asOfDate = Objects.requireNonNull(asOfDate, "asOf");
    asOf = asOfDate.toEpochDay();
    this.account = policy.posted(Objects.requireNonNull(account, "account"), asOfDate);
    invoices = this.account.invoices();
    Balances settled = this.account.balancesOn(asOf).within(policy.policy.account().tolerance());
    chargesLeft = new ChargesLeft(policy, this.account, asOfDate, settled);
    balances = policy.chasesCharges ? chargesLeft.chased() : settled;
    whole = balances.whole();
    boolean plain = balances.isAccountPlain();
    contestedIssuedThrough = plain ? EpochDay.NONE : whole.agreements().contestsIssuedThroughDay();
    restricted = !plain && !whole.isAsBilled() && isRestricted(whole);
    agreed = new AgreedBooks(policy, this.account, asOfDate, balances);
    bank = balances.anyBank() ? new BankBooks(policy, balances) : null;
    credit = new Credits(this.account, balances, asOfDate);
    plainIsFree = policy.holdsOnlyClaims && plain;
    closedChannels = balances.closedChannelBits();
    asksConduct = policy.anyContactRules || !account.customer().wishes().isNone();
  }

  private static boolean isRestricted(Standing standing) {
    for (Restriction each : RESTRICTIONS) {
      if (standing.agreements().restrictedThroughDay(each) != EpochDay.NONE) {
        return true;
      }
    }
    return false;
  }

  Customer customer() {
    return account.customer();
  }

  LocalDate asOfDate() {
    return asOfDate;
  }

  /** How the customer has paid, as of a day that is not before the one asked about. */
  PaymentProfile profile(long day) {
    if (profile == null || profile.asOf().toEpochDay() != day) {
      profile =
          PaymentProfile.ahead(account, asOfDate(), LocalDate.ofEpochDay(day), policy.profileScope);
      risk = null;
    }
    return profile;
  }

  /** What the customer has to their credit, by currency; of the same invoices at every call. */
  List<Money> credits(boolean[] members) {
    if (credits == null) {
      IntPredicate belongs = place -> members == null || members[place];
      credits = List.copyOf(credit.of(0, balances.size(), belongs, asOf).values());
    }
    return credits;
  }

  /** The first day on which any open invoice of the account is overdue, held or not. */
  long overdueFrom() {
    if (overdueFrom == EpochDay.NONE) {
      overdueFrom = EpochDay.NEVER;
      for (int i = 0; i < balances.size(); i++) {
        if (balances.openMinor(i) > 0) {
          long from = policy.overdueFrom(dueDay(i));
          overdueFrom = Math.min(overdueFrom, Math.max(from, balances.issuedDay(i)));
        }
      }
    }
    return overdueFrom;
  }

  /** What is open of all invoices in a currency that are issued by a day. */
  long openMinor(CurrencyUnit currency, long day) {
    long sum = 0;
    for (int i = 0; i < balances.size(); i++) {
      boolean counts = balances.issuedDay(i) <= day && balances.currency(i).equals(currency);
      sum += counts ? balances.openMinor(i) : 0;
    }
    return sum;
  }

  /** The first day after a day on which an open invoice is issued. */
  long nextIssueAfter(long day) {
    long next = EpochDay.NEVER;
    for (int i = 0; i < balances.size(); i++) {
      long issued = balances.issuedDay(i);
      next = issued > day && balances.openMinor(i) > 0 ? Math.min(next, issued) : next;
    }
    return next;
  }

  /** The day from which the ladder counts an invoice. */
  private long dueDay(int place) {
    boolean simple = balances.isSimple(place);
    Standing own = simple ? null : balances.standing(place);
    long counted = simple ? balances.dueDay(place) : Restarts.dueDay(policy, balances, place, own);
    return Math.max(counted, agreed.deferredTo(place, own));
  }

  /** How likely it is that the customer pays late, as of such a day. */
  Percentage risk(long day) {
    PaymentProfile of = profile(day);
    if (risk == null) {
      risk = policy.policy.riskModel().probability(of);
    }
    return risk;
  }

  /** What the rules of contact say. */
  ContactCheck check() {
    if (check == null) {
      check =
          new ContactCheck(
              policy.policy.outreach().conduct(),
              account,
              asOfDate(),
              policy.calendar,
              policy::channelOf,
              policy.policy.account().unit() != AccountRules.Unit.INVOICE);
    }
    return check;
  }

  /** Who was contacted when. */
  Contacts contacts() {
    if (contacts == null) {
      contacts = new Contacts(policy, balances);
    }
    return contacts;
  }

  /** The rules for charges that were agreed with the customer. */
  ChargeRules chargeRules() {
    return policy.policy.charges().agreedWith(account.customer());
  }

  /** An invoice as its charges see it: restricted with its account, without a difference. */
  InvoiceHistory charged(int place) {
    return chargesLeft.charged(place);
  }

  /** When charges come to an amount. */
  ChargeForecast forecast() {
    if (forecast == null) {
      forecast = new ChargeForecast(policy, account, asOfDate);
    }
    return forecast;
  }

  /** How the debt may end. */
  Endgame endgame() {
    if (endgame == null) {
      endgame = new Endgame(policy);
    }
    return endgame;
  }

  /** The day since which no more has been left of an invoice than the tolerance allows. */
  Optional<LocalDate> settledOn(int place) {
    return invoices.get(place).settledOn(asOfDate, policy.policy.account().tolerance());
  }
}
