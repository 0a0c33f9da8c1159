package io.dunning.compiled;

import io.dunning.calendar.EpochDay;
import io.dunning.money.CurrencyUnit;
import java.util.Arrays;

/** The row of an account while it is written, fact by fact. */
abstract sealed class PackedRow extends RowLayout permits Packing {
  private static final int MOST_INVOICES = ELSEWHERE - 1;
  private static final long MOST_OPEN = Long.MAX_VALUE >> 1;

  long[] words = new long[64];
  long[] steps = new long[16];

  /** The place in the account of each open invoice. */
  int[] places = new int[32];

  int invoices;
  int stepCount;
  int currency;
  int flags;
  int contact;
  int promise;
  int promisedOn;
  int held;
  int lastDay;

  /** To which of the {@link CustomerGroups} the customer belongs. */
  int group;

  private long sum;
  boolean refused;

  private final LatestNumbers numbers = new LatestNumbers();

  /** Forgets the account before. */
  public void begin() {
    invoices = 0;
    stepCount = 0;
    currency = Names.NO_CURRENCY;
    flags = 0;
    contact = NONE;
    promise = NONE;
    promisedOn = NONE;
    held = NONE;
    lastDay = NONE;
    group = CustomerGroups.PLAIN;
    sum = 0;
    refused = false;
  }

  /** Says that the account cannot be packed. */
  public void refuse() {
    refused = true;
  }

  /**
   * Takes an invoice, open or not.
   *
   * @param unit its currency
   * @param open what is open, in minor units
   * @param disputed whether all of it is disputed
   * @param issuedDay the invoice date
   * @param dueDay the due date
   * @return the place of the invoice among the steps' places; {@link #ELSEWHERE} if nothing is open
   */
  public int invoice(CurrencyUnit unit, long open, boolean disputed, long issuedDay, long dueDay) {
    int number = numbers.of(unit);
    refused |= number == Names.UNKNOWN || currency != Names.NO_CURRENCY && currency != number;
    currency = number;
    if (open == 0) {
      return ELSEWHERE;
    }
    sum += open;
    if (open < 0 || open > MOST_OPEN || sum < 0 || invoices == MOST_INVOICES) {
      refused = true;
      return ELSEWHERE;
    }
    int at = HEAD + WIDTH * invoices++;
    if (words.length < at + WIDTH) {
      words = Arrays.copyOf(words, 2 * words.length);
    }
    flags |= disputed ? DISPUTED : 0;
    words[at] = open << 1 | (disputed ? 1 : 0);
    words[at + 1] = pair(day(dueDay), day(issuedDay));
    return invoices;
  }

  int number(CurrencyUnit unit) {
    return numbers.of(unit);
  }

  /**
   * Takes a step.
   *
   * @param name its name
   * @param day the day on which it was taken
   * @param channel whether it is recorded by which channel
   * @param place {@link #ON_ACCOUNT}, {@link #ELSEWHERE}, or the place of an invoice
   */
  public void step(String name, long day, boolean channel, int place) {
    int number = numbers.of(name);
    if (number == Names.UNKNOWN || stepCount == MOST_STEPS) {
      refused = true;
      return;
    }
    if (place == ELSEWHERE && channel) {
      contacted(day);
      return;
    }
    if (steps.length == stepCount) {
      steps = Arrays.copyOf(steps, 2 * stepCount);
    }
    flags |= place != ON_ACCOUNT && place != ELSEWHERE ? INVOICE_STEPS | STEPS_APART : 0;
    int rest = place << 17 | (channel ? 1 << 16 : 0) | number;
    steps[stepCount++] = pair(day(day), rest);
  }

  /**
   * Takes a contact outside the ladder.
   *
   * @param day its day
   */
  public void contacted(long day) {
    contact = Math.max(contact, day(day));
  }

  /**
   * Takes a promise to pay everything, for the account as a whole.
   *
   * @param on the day on which it was made; it is about no invoice that was issued later
   * @param until its last day
   * @param moved whether money moved since, so that it may have been kept
   */
  public void promised(long on, long until, boolean moved) {
    promise = day(until);
    promisedOn = day(on);
    flags |= moved ? MOVED_SINCE_PROMISE : 0;
  }

  /**
   * Takes a hold of the account as a whole.
   *
   * @param through its last day, or {@link EpochDay#NEVER}
   */
  public void held(long through) {
    held = through == EpochDay.NEVER ? NEVER : day(through);
  }

  /** Says that something happened to an open invoice, other than that it is disputed. */
  void eventful() {
    flags |= EVENTFUL;
  }

  /** Says that only the books tell what a payment leaves open. */
  void paidByBooks() {
    flags |= PAID_BY_BOOKS;
  }

  /** Says that an invoice was paid or given up. */
  void settled() {
    flags |= SETTLED;
  }

  /**
   * Says that nobody knows more than is told: neither who the customer is, nor what happened to the
   * invoices before, nor which others were paid.
   */
  public void toldOnly() {
    group = CustomerGroups.OTHERS;
    flags |= SETTLED | EVENTFUL;
  }

  /** Says that an invoice is over-paid. */
  public void overpaid() {
    flags |= OVERPAID;
  }

  /**
   * Takes the day of an event: the standing says nothing about earlier days.
   *
   * @param day the day
   */
  public void happened(long day) {
    lastDay = Math.max(lastDay, day(day));
  }

  private int day(long day) {
    if (day < -MOST_DAYS || day > MOST_DAYS) {
      refused = true;
      return 0;
    }
    return (int) day;
  }

  static long pair(int high, int low) {
    return (long) high << 32 | low & 0xFFFFFFFFL;
  }

  /**
   * How many words the account has.
   *
   * @return the length of its row; -1 if it cannot be packed
   */
  public int length() {
    return refused ? -1 : HEAD + WIDTH * invoices + stepCount;
  }

  /**
   * Writes the row of an account that is not refused.
   *
   * @param into where to write
   * @param at where the row begins
   */
  public void write(long[] into, int at) {
    long counts = (long) stepCount << STEPS_SHIFT | (long) invoices << INVOICES_SHIFT;
    words[0] = (long) group << GROUP_SHIFT | counts | currency << CURRENCY_SHIFT;
    words[1] = pair(contact, promise);
    words[2] = pair(held, lastDay);
    words[3] = pair(promisedOn, flags);
    int front = HEAD + WIDTH * invoices;
    System.arraycopy(words, 0, into, at, front);
    System.arraycopy(steps, 0, into, at + front, stepCount);
  }

  /** Whether charges were ever recorded on the account that was packed. */
  boolean isCharged() {
    return (flags & CHARGED) != 0;
  }

  /**
   * The row of the account that was packed; behind it the places of its open invoices, two a word.
   */
  long[] rowWithPlaces() {
    int length = length();
    long[] row = new long[length + (invoices + 1 >> 1)];
    write(row, 0);
    for (int i = 0; i < invoices; i++) {
      row[length + (i >> 1)] |= (long) places[i] << ((i & 1) << 5);
    }
    return row;
  }
}
