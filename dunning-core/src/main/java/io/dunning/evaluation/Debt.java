package io.dunning.evaluation;

import io.dunning.ledger.Balances;
import io.dunning.ledger.Closure;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.LedgerEvent.PromiseToPay;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.Situation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is decided about at once: some invoices of an account, looked at on one day after the other.
 * Each look also finds the first later day on which it could come out otherwise.
 */
final class Debt implements Situation {
  private static final long NEVER = PreparedPolicy.NEVER;

  final Facts facts = new Facts();
  private final ItemView item = new ItemView(facts);
  private PreparedPolicy prepared;
  private Balances balances;
  private int from;
  private int to;
  private CurrencyUnit only;

  private long day;
  private int open;
  private int free;
  private int overdue;
  private boolean anyDisputed;
  private long promisedThrough;
  private long amountsChangeOn;
  private long firstIssue;
  private boolean opaque;

  private int oldest;
  private long oldestDue;

  private boolean anyHeld;
  private boolean heldOverdue;
  private long heldUntil;
  private long heldDue;
  private int heldBy;
  private Condition heldWhile;
  private long releaseOn;
  private long heldChangesOn;
  private boolean heldAlike;
  private long heldJoinsOn;
  private long joinsOn;
  private long joinedUntil;

  private CurrencyUnit currency;
  private long openSum;
  private long overdueSum;
  private SortedMap<CurrencyUnit, long[]> others;

  /** Turns to some invoices of the account that the facts are about. */
  void begin(int first, int behindLast, CurrencyUnit currencyOnly) {
    prepared = facts.prepared;
    balances = facts.balances;
    from = first;
    to = behindLast;
    only = currencyOnly;
  }

  private boolean concerns(int i) {
    return only == null || only.equals(balances.currency(i));
  }

  /** Looks at the debt at the end of a day, given the events known to the facts. */
  void look(long on) {
    day = on;
    open = free = overdue = 0;
    anyDisputed = anyHeld = heldOverdue = opaque = false;
    promisedThrough = Long.MIN_VALUE;
    amountsChangeOn = firstIssue = releaseOn = heldUntil = NEVER;
    heldChangesOn = heldJoinsOn = joinsOn = joinedUntil = NEVER;
    heldAlike = true;
    oldest = -1;
    heldBy = -1;
    heldWhile = null;
    currency = null;
    openSum = overdueSum = 0;
    others = null;
    for (int i = from; i < to; i++) {
      if (balances.openMinor(i) > 0 && concerns(i)) {
        look(i);
      }
    }
  }

  private void look(int i) {
    open++;
    long issued = balances.issuedDay(i);
    if (issued > day) {
      firstIssue = Math.min(firstIssue, issued);
      amountsChangeOn = Math.min(amountsChangeOn, issued);
    } else if (facts.plainIsFree && balances.isPlain(i)) {
      addPlain(i);
    } else {
      lookClosely(i);
    }
  }

  /** Nothing to know but amount and due date. */
  private void addPlain(int i) {
    long due = balances.dueDay(i);
    long overdueFrom = prepared.overdueFrom(due);
    long amount = balances.openMinor(i);
    free++;
    if (oldest < 0 || due < oldestDue) {
      oldest = i;
      oldestDue = due;
    }
    if (day >= overdueFrom) {
      overdue++;
      add(i, amount, amount);
    } else {
      amountsChangeOn = Math.min(amountsChangeOn, overdueFrom);
      heldChangesOn = Math.min(heldChangesOn, overdueFrom);
      add(i, amount, 0);
    }
  }

  private void lookClosely(int i) {
    item.look(i, day);
    anyDisputed |= item.disputed();
    promisedThrough = Math.max(promisedThrough, item.promisedThrough());
    if (!held(i)) {
      addFree(i);
    }
  }

  /** Whether the item is held; notes what holds longest, and the item that is released first. */
  private boolean held(int i) {
    long through = item.heldThrough();
    long end = through < day ? day : through == NEVER ? NEVER : through + 1;
    Condition condition = prepared.holdWhile;
    boolean conditionHolds = condition.holds(item);
    long changes = condition.changesOn(item);
    boolean held = through >= day || conditionHolds;
    opaque |= prepared.opaqueHold;
    if (!held) {
      releaseOn = Math.min(releaseOn, changes);
      amountsChangeOn = Math.min(amountsChangeOn, changes);
      lookAhead(changes);
      return false;
    }
    long mayChange = through >= day ? Math.min(end, changes) : changes;
    releaseOn = Math.min(releaseOn, mayChange);
    heldChangesOn = Math.min(heldChangesOn, mayChange);
    amountsChangeOn = Math.min(amountsChangeOn, mayChange);
    boolean byCondition = conditionHolds && (through < day || changes > end);
    long until = byCondition ? changes : end;
    boolean itemOverdue = item.isOverdue();
    if (!itemOverdue) {
      releaseOn = Math.min(releaseOn, item.overdueFrom());
      heldJoinsOn = Math.min(heldJoinsOn, item.overdueFrom());
    }
    Condition part = byCondition ? condition.decidingPart(item) : null;
    heldAlike &= !anyHeld || until == heldUntil && Objects.equals(part, heldWhile);
    if (!anyHeld || isReleasedBefore(itemOverdue, until, byCondition)) {
      heldUntil = until;
      heldDue = item.due();
      heldWhile = part;
      heldBy = i;
    }
    anyHeld = true;
    heldOverdue |= itemOverdue;
    return true;
  }

  /**
   * Whether a free item will be held from the very day on which it becomes overdue; then, while
   * another item is held no longer than it will be, it changes nothing about that.
   */
  private void lookAhead(long changes) {
    if (!item.isOverdue() && changes == item.overdueFrom() && changes <= Facts.LAST_DAY) {
      item.lookOn(changes);
      boolean joins = prepared.holdWhile.holds(item);
      if (joins) {
        joinsOn = Math.min(joinsOn, changes);
        joinedUntil = Math.min(joinedUntil, prepared.holdWhile.changesOn(item));
      }
      item.lookOn(day);
      if (joins) {
        return;
      }
    }
    heldChangesOn = Math.min(heldChangesOn, Math.min(changes, item.overdueFrom()));
  }

  /**
   * Of several held items the one decides that is overdue, released first, older, held by a person.
   */
  private boolean isReleasedBefore(boolean itemOverdue, long until, boolean byCondition) {
    if (itemOverdue != heldOverdue) {
      return itemOverdue;
    }
    if (until != heldUntil) {
      return until < heldUntil;
    }
    return item.due() < heldDue || item.due() == heldDue && !byCondition && heldWhile != null;
  }

  private void addFree(int i) {
    free++;
    if (oldest < 0 || item.due() < oldestDue) {
      oldest = i;
      oldestDue = item.due();
    }
    long late = 0;
    if (item.isOverdue()) {
      overdue++;
      late = item.overdueOpen();
    }
    if (!item.isOverdue() || item.isInInstalments()) {
      amountsChangeOn = Math.min(amountsChangeOn, item.amountsChangeOn());
    }
    add(i, balances.openMinor(i), late);
  }

  private void add(int i, long openAmount, long lateAmount) {
    CurrencyUnit unit = balances.currency(i);
    if (currency == null) {
      currency = unit;
    }
    if (currency.equals(unit)) {
      openSum += openAmount;
      overdueSum += lateAmount;
      return;
    }
    if (others == null) {
      others = new TreeMap<>();
    }
    long[] sums = others.computeIfAbsent(unit, u -> new long[2]);
    sums[0] += openAmount;
    sums[1] += lateAmount;
  }

  int open() {
    return open;
  }

  int free() {
    return free;
  }

  boolean anyHeld() {
    return anyHeld;
  }

  boolean heldOverdue() {
    return heldOverdue;
  }

  /** The first day on which an item is released, held, or becomes overdue while held. */
  long releaseOn() {
    return releaseOn;
  }

  /**
   * As {@link #releaseOn}, while an overdue item is held and no other is overdue: what is held from
   * its first overdue day on, and no shorter, does not count; nor does what is held becoming
   * overdue, if all is held alike.
   */
  long heldChangesOn() {
    long joins = joinedUntil < heldUntil ? joinsOn : NEVER;
    return Math.min(heldChangesOn, Math.min(joins, heldAlike ? NEVER : heldJoinsOn));
  }

  long firstIssue() {
    return firstIssue;
  }

  boolean isOpaque() {
    return opaque;
  }

  InvoiceHistory oldest() {
    return facts.invoices.get(oldest);
  }

  Standing oldestStanding() {
    return balances.standing(oldest);
  }

  long oldestDue() {
    return oldestDue;
  }

  long oldestIssued() {
    return balances.issuedDay(oldest);
  }

  /** Whether the oldest item cannot be held as long as nothing happens. */
  boolean oldestStaysFree() {
    return facts.plainIsFree && balances.isPlain(oldest);
  }

  /** Whether nothing but amount and due date is known of the oldest item. */
  boolean oldestIsPlain() {
    return balances.isPlain(oldest);
  }

  /** Why nothing is owed: the invoice closed last says it for all. */
  Reason closed() {
    Closure closure = Closure.SETTLED;
    Optional<LocalDate> closedOn = Optional.empty();
    for (int i = from; i < to; i++) {
      Standing standing = balances.standing(i);
      Optional<LocalDate> on = standing.closedOn();
      boolean later = on.isPresent() && closedOn.map(d -> !on.get().isBefore(d)).orElse(true);
      if (concerns(i) && (later || closedOn.isEmpty())) {
        closure = standing.closure();
        closedOn = on;
      }
    }
    return new Reason.Closed(closure, closedOn);
  }

  /** What identifies the hold that decides: a part of the policy's condition, or a ledger hold. */
  Condition heldWhile() {
    return heldWhile;
  }

  Reason hold() {
    Standing own = balances.standing(heldBy);
    Standing whole = facts.whole;
    if (heldWhile == null) {
      var hold =
          (own.heldThroughDay() >= whole.heldThroughDay() ? own : whole).hold().orElseThrow();
      return new Reason.OnHold(hold.reason(), hold.until());
    }
    if (heldWhile.equals(Condition.disputeOpen())) {
      var dispute = own.dispute().or(whole::dispute).orElseThrow();
      return new Reason.Disputed(dispute.reason(), dispute.date());
    }
    if (heldWhile.equals(Condition.promiseActive())) {
      PromiseToPay promise = own.promise().orElse(null);
      if (promise == null || facts.promisedThrough > prepared.promiseThrough(promise)) {
        promise = whole.promise().orElseThrow();
      }
      return new Reason.Promised(
          promise.until(), LocalDate.ofEpochDay(prepared.promiseThrough(promise)));
    }
    return new Reason.HeldWhile(heldWhile.toString());
  }

  boolean isOverdue() {
    return overdue > 0;
  }

  /**
   * What counts against minimum amounts: the overdue sums; before the due date, the oldest item.
   */
  private long minimumBase(CurrencyUnit unit) {
    if (overdue > 0) {
      return overdueMinor(unit);
    }
    return balances.currency(oldest).equals(unit) ? balances.openMinor(oldest) : 0;
  }

  /** A minimum that is not reached, and what there is instead; null if one currency reaches its. */
  Money[] shortOf(Map<CurrencyUnit, Money> minimums) {
    if (minimums.isEmpty()) {
      return null;
    }
    Money[] shortOf = shortOf(minimums, currency);
    if (shortOf == null || others == null) {
      return shortOf;
    }
    for (CurrencyUnit unit : others.keySet()) {
      if (minimumBase(unit) > 0 && shortOf(minimums, unit) == null) {
        return null;
      }
    }
    return shortOf;
  }

  private Money[] shortOf(Map<CurrencyUnit, Money> minimums, CurrencyUnit unit) {
    Money minimum = minimums.get(unit);
    long base = minimumBase(unit);
    return minimum == null || base >= minimum.minorUnits()
        ? null
        : new Money[] {Money.ofMinor(base, unit), minimum};
  }

  /** The numbers of the invoices that a step taken on the day is about. */
  List<String> invoices() {
    List<String> numbers = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (balances.openMinor(i) > 0
          && concerns(i)
          && balances.issuedDay(i) <= day
          && isAddressed(i)) {
        numbers.add(facts.invoices.get(i).invoice().number());
      }
    }
    return List.copyOf(numbers);
  }

  private boolean isAddressed(int i) {
    item.look(i, day);
    boolean held = item.heldThrough() >= day || prepared.holdWhile.holds(item);
    return !held && (item.isOverdue() || overdue == 0 && i == oldest);
  }

  /** Sums by currency of what is open (0) or overdue (1), without zeros. */
  List<Money> amounts(int which) {
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    if (currency != null) {
      sums.put(currency, Money.ofMinor(which == 0 ? openSum : overdueSum, currency));
    }
    if (others != null) {
      others.forEach((unit, each) -> sums.put(unit, Money.ofMinor(each[which], unit)));
    }
    Collection<Money> all = sums.values();
    all.removeIf(Money::isZero);
    return List.copyOf(all);
  }

  @Override
  public long day() {
    return day;
  }

  @Override
  public Customer customer() {
    return facts.customer();
  }

  @Override
  public long daysPastDue() {
    return oldest < 0 ? 0 : day - oldestDue;
  }

  @Override
  public long openMinor(CurrencyUnit unit) {
    return sum(unit, openSum, 0);
  }

  @Override
  public long overdueMinor(CurrencyUnit unit) {
    return sum(unit, overdueSum, 1);
  }

  private long sum(CurrencyUnit unit, long own, int which) {
    if (unit.equals(currency)) {
      return own;
    }
    long[] sums = others == null ? null : others.get(unit);
    return sums == null ? 0 : sums[which];
  }

  @Override
  public int overdueCount() {
    return overdue;
  }

  @Override
  public long amountsChangeOn() {
    return amountsChangeOn;
  }

  @Override
  public boolean disputed() {
    return anyDisputed;
  }

  @Override
  public long promisedThrough() {
    return promisedThrough;
  }

  @Override
  public long promiseEndsOn() {
    long end = Facts.nextEnd(facts.accountPromises(), day);
    for (int i = from; i < to; i++) {
      if (concerns(i)) {
        end = Math.min(end, Facts.nextEnd(facts.promises(facts.invoices.get(i)), day));
      }
    }
    return end;
  }

  @Override
  public int brokenPromises() {
    int count = Facts.broken(facts.accountPromises(), day);
    for (int i = from; i < to; i++) {
      if (concerns(i)) {
        count += Facts.broken(facts.promises(facts.invoices.get(i)), day);
      }
    }
    return count;
  }
}
