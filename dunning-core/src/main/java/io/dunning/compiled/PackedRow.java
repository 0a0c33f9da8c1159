package io.dunning.compiled;

import io.dunning.calendar.EpochDay;
import io.dunning.money.CurrencyUnit;
import java.util.Arrays;

/** The row of an account while it is written, fact by fact. */
abstract sealed class PackedRow permits Packing {
  /** Words before the first invoice. */
  static final int HEAD = 3;

  /** Words of an invoice. */
  static final int WIDTH = 2;

  /** A day that has not been. */
  static final int NONE = Integer.MIN_VALUE;

  /** A day that will not come. */
  static final int NEVER = Integer.MAX_VALUE;

  /** Days beyond some million years do not fit. */
  static final int MOST_DAYS = 1 << 29;

  /** A step on the account as a whole. */
  static final int ON_ACCOUNT = 0;

  /** A step that says only when the customer was contacted: on an invoice that is not open. */
  static final int ELSEWHERE = 0x7FFF;

  /** A person decided about a step. */
  static final int DECIDED = 1;

  /** Money moved, so that nobody knows from these numbers whether the promise was kept. */
  static final int PROMISE_UNCLEAR = 2;

  /** The customer has contact persons. */
  static final int PERSONS = 4;

  /** Some step was recorded on an open invoice. */
  static final int INVOICE_STEPS = 8;

  /** An invoice is disputed. */
  static final int DISPUTED = 16;

  /** Steps were withdrawn, or recorded on invoices. */
  static final int STEPS_APART = 32;

  /** Money moved, or an invoice is over-paid. */
  static final int CREDITS = 64;

  /** Charges were recorded. */
  static final int CHARGED = 128;

  /**
   * An invoice is over-paid, and what is left may pay charges. This flag has a place of its own
   * above the number of invoices.
   */
  static final int OVERPAID = 256;

  /**
   * An invoice is not open any more. This flag has a place of its own, too, above the group of the
   * customer.
   */
  static final int SETTLED = 512;

  private static final int FLAGS = 0xFF;
  private static final int INVOICES_SHIFT = 16;
  private static final int OVERPAID_SHIFT = 31;
  private static final int MOST_INVOICES = ELSEWHERE - 1;
  private static final int MOST_STEPS = 0xFFFFF;
  private static final int STEPS_SHIFT = 32;
  private static final int GROUP_SHIFT = 52;
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
      flags |= SETTLED;
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
   * @param day the day on which it was taken, not before the step before
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
   * @param until its last day
   * @param unclear whether money moved, so that it may have been kept
   */
  public void promised(long until, boolean unclear) {
    promise = day(until);
    flags |= unclear ? PROMISE_UNCLEAR : 0;
  }

  /**
   * Takes a hold of the account as a whole.
   *
   * @param through its last day, or {@link EpochDay#NEVER}
   */
  public void held(long through) {
    held = through == EpochDay.NEVER ? NEVER : day(through);
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
    long overpaid = (flags & OVERPAID) == 0 ? 0 : 1L << OVERPAID_SHIFT;
    long counts = (long) stepCount << STEPS_SHIFT | (long) invoices << INVOICES_SHIFT;
    counts |= (long) group << GROUP_SHIFT | overpaid;
    counts |= (flags & SETTLED) == 0 ? 0 : Long.MIN_VALUE;
    words[0] = counts | currency << 8 | flags & FLAGS;
    words[1] = pair(contact, promise);
    words[2] = pair(held, lastDay);
    int front = HEAD + WIDTH * invoices;
    System.arraycopy(words, 0, into, at, front);
    System.arraycopy(steps, 0, into, at + front, stepCount);
  }

  /** The flags in the first word of a row. */
  static int flags(long head) {
    int apart = ((head >>> OVERPAID_SHIFT & 1) == 0 ? 0 : OVERPAID) | (head < 0 ? SETTLED : 0);
    return (int) head & FLAGS | apart;
  }

  /** The number of steps in the first word of a row. */
  static int steps(long head) {
    return (int) (head >>> STEPS_SHIFT) & MOST_STEPS;
  }

  /** The group of the customer in the first word of a row. */
  static int group(long head) {
    return (int) (head >>> GROUP_SHIFT) & CustomerGroups.OTHERS;
  }

  /** The number of open invoices in the first word of a row. */
  static int invoices(long head) {
    return (int) head >>> INVOICES_SHIFT & ELSEWHERE;
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
