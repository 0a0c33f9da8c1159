package io.dunning.portfolio;

import io.dunning.compiled.Packing;
import io.dunning.event.DisputeEvent.DisputeOpened;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent.Payment;
import io.dunning.ledger.Invoice;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The invoices of an account told in raw values, with what was paid of them and disputed. */
final class ToldInvoices {
  /** How an account calls an invoice without a number; no number may begin so. */
  private static final String WITHOUT = "(no number ";

  private int count;

  /** Empty texts where there is none; only filled once an invoice has one. */
  private String[] numbers = new String[32];

  private boolean anyNumber;
  private CurrencyUnit[] currencies = new CurrencyUnit[32];

  /** Stays from account to account: a collector has work with each reference that is stored. */
  private CurrencyUnit latestCurrency;

  /** Whether all invoices are in the currency of the latest; only then the others are not kept. */
  private boolean oneCurrency;

  private long[] amounts = new long[32];

  /** What is paid of each invoice; only filled once a payment is told. */
  private long[] paid = new long[32];

  private long[] issued = new long[32];
  private long[] due = new long[32];

  /**
   * The day since which each invoice is disputed; {@link Long#MIN_VALUE} if it is not. Only filled
   * once a dispute is told.
   */
  private long[] disputedOn = new long[32];

  private boolean anyDisputed;

  /** Whether more was paid of an invoice than was left. */
  private boolean overpaid;

  private long amountSum;
  private long paidSum;

  /** Negative once one of the sums does not fit. */
  private long sums;

  private int payments;
  private int[] paidInvoice = new int[16];
  private long[] paidOn = new long[16];
  private long[] paidAmount = new long[16];

  /** Forgets the account before. */
  void begin() {
    count = 0;
    anyNumber = false;
    anyDisputed = false;
    oneCurrency = true;
    payments = 0;
    overpaid = false;
    amountSum = 0;
    paidSum = 0;
    sums = 0;
  }

  int count() {
    return count;
  }

  boolean anyPaidAfter(long day) {
    for (int i = 0; i < payments; i++) {
      if (paidOn[i] > day) {
        return true;
      }
    }
    return false;
  }

  boolean isOverpaid() {
    return overpaid;
  }

  /** Whether any sum of amounts or of payments fits; if not, an account knows which has to. */
  boolean anySumFits() {
    return sums >= 0;
  }

  /** Whether a number is one by which an account calls an invoice without a number. */
  static boolean isWithoutNumber(String number) {
    return number.startsWith(WITHOUT);
  }

  void add(String number, CurrencyUnit currency, long minor, long issuedDay, long dueDay) {
    int at = count++;
    if (at == numbers.length) {
      grow(2 * at);
    }
    if (anyNumber || !number.isEmpty()) {
      number(at, number);
    }
    if (currency != latestCurrency || !oneCurrency) {
      currency(at, currency);
    }
    amounts[at] = minor;
    sums |= amountSum += minor;
    issued[at] = issuedDay;
    due[at] = dueDay;
    if (anyDisputed) {
      disputedOn[at] = Long.MIN_VALUE;
    }
    if (payments > 0) {
      paid[at] = 0;
    }
  }

  private void number(int at, String number) {
    if (!anyNumber) {
      Arrays.fill(numbers, 0, at, "");
      anyNumber = true;
    }
    numbers[at] = number;
  }

  private void currency(int at, CurrencyUnit currency) {
    if (at > 0 && oneCurrency) {
      Arrays.fill(currencies, 0, at, latestCurrency);
      oneCurrency = false;
    }
    latestCurrency = currency;
    currencies[at] = currency;
  }

  private CurrencyUnit currency(int at) {
    return oneCurrency ? latestCurrency : currencies[at];
  }

  private void grow(int more) {
    numbers = Arrays.copyOf(numbers, more);
    currencies = Arrays.copyOf(currencies, more);
    amounts = Arrays.copyOf(amounts, more);
    paid = Arrays.copyOf(paid, more);
    issued = Arrays.copyOf(issued, more);
    due = Arrays.copyOf(due, more);
    disputedOn = Arrays.copyOf(disputedOn, more);
  }

  void pay(int of, long day, long minor) {
    if (payments == 0) {
      Arrays.fill(paid, 0, count, 0);
    }
    if (payments == paidOn.length) {
      paidInvoice = Arrays.copyOf(paidInvoice, 2 * payments);
      paidOn = Arrays.copyOf(paidOn, 2 * payments);
      paidAmount = Arrays.copyOf(paidAmount, 2 * payments);
    }
    paidInvoice[payments] = of;
    paidOn[payments] = day;
    paidAmount[payments++] = minor;
    sums |= paidSum += minor;
    overpaid |= minor > amounts[of] - paid[of];
    paid[of] = minor >= amounts[of] - paid[of] ? amounts[of] : paid[of] + minor;
  }

  void dispute(int of, long day) {
    if (!anyDisputed) {
      Arrays.fill(disputedOn, 0, count, Long.MIN_VALUE);
      anyDisputed = true;
    }
    disputedOn[of] = day;
  }

  private long open(int i) {
    return payments == 0 ? amounts[i] : amounts[i] - paid[i];
  }

  private boolean isDisputed(int i) {
    return anyDisputed && disputedOn[i] != Long.MIN_VALUE;
  }

  /** Adds the numbers of open invoices, if any has one, and says whether all can be stored. */
  boolean addNumbers(TextDraft text) {
    boolean all = true;
    for (int i = 0; i < count && anyNumber; i++) {
      if (open(i) > 0) {
        all &= text.add(numbers[i]);
      }
    }
    return all;
  }

  /** Packs the invoices; if it is asked for, returns the place of each behind one word. */
  int[] pack(Packing packing, boolean placed) {
    int[] places = placed ? new int[count + 1] : null;
    for (int i = 0; i < count; i++) {
      int place = packing.invoice(currency(i), open(i), isDisputed(i), issued[i], due[i]);
      if (places != null) {
        places[i + 1] = place;
      }
    }
    return places;
  }

  Invoice invoice(int i) {
    String number = !anyNumber || numbers[i].isEmpty() ? WITHOUT + (i + 1) + ")" : numbers[i];
    Money amount = Money.ofMinor(amounts[i], currency(i));
    return Invoice.of(number, amount, date(issued[i]), date(due[i]));
  }

  /** What happened to an invoice, its steps aside. */
  List<LedgerEvent> events(int i) {
    List<LedgerEvent> events = new ArrayList<>();
    if (isDisputed(i)) {
      events.add(new DisputeOpened(date(disputedOn[i]), ""));
    }
    for (int p = 0; p < payments; p++) {
      if (paidInvoice[p] == i) {
        events.add(new Payment(date(paidOn[p]), Money.ofMinor(paidAmount[p], currency(i))));
      }
    }
    return events;
  }

  private static LocalDate date(long day) {
    return LocalDate.ofEpochDay(day);
  }
}
