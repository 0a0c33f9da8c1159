package io.dunning.evaluation;

import io.dunning.ledger.Closure;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.LedgerEvent;
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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is decided about at once: some invoices of an account, looked at on one day after the other.
 * Each look also finds the first later day on which it could come out otherwise.
 */
final class Debt implements Situation {
  private static final long NEVER = PreparedPolicy.NEVER;

  final Facts facts;
  private final PreparedPolicy prepared;
  private final int from;
  private final int to;
  private final CurrencyUnit only;
  private final ItemView item;

  private long day;
  private int open;
  private int free;
  private int overdue;
  private boolean anyDisputed;
  private long promisedThrough;
  private long amountsChangeOn;
  private long firstIssue;
  private boolean opaque;

  private Closure closure;
  private Optional<LocalDate> closedOn;

  private InvoiceHistory oldest;
  private Standing oldestStanding;
  private long oldestDue;

  private boolean anyHeld;
  private boolean heldOverdue;
  private long heldUntil;
  private long heldDue;
  private Standing heldBy;
  private Condition heldWhile;
  private long releaseOn;

  private CurrencyUnit currency;
  private long openSum;
  private long overdueSum;
  private SortedMap<CurrencyUnit, long[]> others;

  /**
   * @param from the place of the first invoice
   * @param to the place after the last invoice
   * @param only the one currency that counts, or null for all
   */
  Debt(Facts facts, int from, int to, CurrencyUnit only) {
    this.facts = facts;
    this.prepared = facts.prepared;
    this.from = from;
    this.to = to;
    this.only = only;
    this.item = new ItemView(facts);
  }

  private boolean concerns(InvoiceHistory history) {
    return only == null || only.equals(history.invoice().amount().currency());
  }

  /** Looks at the debt at the end of a day, given the events known to the facts. */
  void look(long on) {
    day = on;
    open = free = overdue = 0;
    anyDisputed = anyHeld = heldOverdue = opaque = false;
    promisedThrough = Long.MIN_VALUE;
    amountsChangeOn = firstIssue = releaseOn = heldUntil = NEVER;
    closure = Closure.SETTLED;
    closedOn = Optional.empty();
    oldest = null;
    heldBy = null;
    heldWhile = null;
    currency = null;
    openSum = overdueSum = 0;
    others = null;
    for (int i = from; i < to; i++) {
      InvoiceHistory history = facts.invoices.get(i);
      if (concerns(history)) {
        look(history, history.standingOn(facts.asOf));
      }
    }
  }

  private void look(InvoiceHistory history, Standing standing) {
    if (standing.openMinor() == 0) {
      closed(standing);
      return;
    }
    open++;
    long issued = history.invoice().issuedDay();
    if (issued > day) {
      firstIssue = Math.min(firstIssue, issued);
      amountsChangeOn = Math.min(amountsChangeOn, issued);
      return;
    }
    item.look(history, standing, day);
    anyDisputed |= item.disputed();
    if (standing.promised() || facts.whole.promised()) {
      promisedThrough = Math.max(promisedThrough, item.promisedThrough());
    }
    if (!held()) {
      addFree();
    }
  }

  private void closed(Standing standing) {
    Optional<LocalDate> on = standing.closedOn();
    boolean later = on.isPresent() && (closedOn.isEmpty() || !on.get().isBefore(closedOn.get()));
    if (later || closedOn.isEmpty()) {
      closure = standing.closure();
      closedOn = on;
    }
  }

  /** Whether the item is held; notes what holds longest, and the item that is released first. */
  private boolean held() {
    Standing own = item.standing();
    long through = Math.max(own.heldThroughDay(), facts.whole.heldThroughDay());
    long end = through < day ? day : through == NEVER ? NEVER : through + 1;
    Condition condition = prepared.holdWhile;
    boolean conditionHolds = condition.holds(item);
    long changes = condition.changesOn(item);
    boolean held = through >= day || conditionHolds;
    opaque |= condition.isOpaque();
    if (!held) {
      releaseOn = Math.min(releaseOn, changes);
      amountsChangeOn = Math.min(amountsChangeOn, changes);
      return false;
    }
    releaseOn = Math.min(releaseOn, through >= day ? Math.min(end, changes) : changes);
    amountsChangeOn = Math.min(amountsChangeOn, releaseOn);
    boolean byCondition = conditionHolds && (through < day || changes > end);
    long until = byCondition ? changes : end;
    boolean itemOverdue = item.isOverdue();
    if (!itemOverdue) {
      releaseOn = Math.min(releaseOn, item.overdueFrom());
    }
    if (!anyHeld || isReleasedBefore(itemOverdue, until, byCondition)) {
      heldUntil = until;
      heldDue = item.due();
      heldWhile = byCondition ? condition.decidingPart(item) : null;
      heldBy = own.heldThroughDay() >= facts.whole.heldThroughDay() ? own : facts.whole;
      if (byCondition) {
        heldBy = own;
      }
    }
    anyHeld = true;
    heldOverdue |= itemOverdue;
    return true;
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

  private void addFree() {
    free++;
    if (oldest == null || item.due() < oldestDue) {
      oldest = item.history();
      oldestStanding = item.standing();
      oldestDue = item.due();
    }
    long late = 0;
    if (item.isOverdue()) {
      overdue++;
      late = item.overdueOpen();
    }
    if (!item.isOverdue() || !item.history().invoice().instalments().isEmpty()) {
      amountsChangeOn = Math.min(amountsChangeOn, item.amountsChangeOn());
    }
    add(item.history().invoice().amount().currency(), item.standing().openMinor(), late);
  }

  private void add(CurrencyUnit unit, long openAmount, long lateAmount) {
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

  long firstIssue() {
    return firstIssue;
  }

  boolean isOpaque() {
    return opaque;
  }

  InvoiceHistory oldest() {
    return oldest;
  }

  Standing oldestStanding() {
    return oldestStanding;
  }

  long oldestDue() {
    return oldestDue;
  }

  Reason closed() {
    return new Reason.Closed(closure, closedOn);
  }

  /** What identifies the hold that decides: a part of the policy's condition, or a ledger hold. */
  Condition heldWhile() {
    return heldWhile;
  }

  Reason hold() {
    if (heldWhile == null) {
      var hold = heldBy.hold().orElseThrow();
      return new Reason.OnHold(hold.reason(), hold.until());
    }
    if (heldWhile.equals(Condition.disputeOpen())) {
      var dispute = heldBy.dispute().or(facts.whole::dispute).orElseThrow();
      return new Reason.Disputed(dispute.reason(), dispute.date());
    }
    if (heldWhile.equals(Condition.promiseActive())) {
      var own = heldBy.promise();
      var whole = facts.whole.promise();
      var promise = own.isEmpty() || lastsLonger(whole, own) ? whole : own;
      return new Reason.Promised(
          promise.orElseThrow().until(),
          LocalDate.ofEpochDay(prepared.promiseThrough(promise.orElseThrow())));
    }
    return new Reason.HeldWhile(heldWhile.toString());
  }

  private boolean lastsLonger(
      Optional<LedgerEvent.PromiseToPay> one, Optional<LedgerEvent.PromiseToPay> other) {
    return one.isPresent()
        && prepared.promiseThrough(one.get()) > prepared.promiseThrough(other.orElseThrow());
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
    boolean own = oldest.invoice().amount().currency().equals(unit);
    return own ? oldestStanding.openMinor() : 0;
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
      InvoiceHistory history = facts.invoices.get(i);
      Standing standing = history.standingOn(facts.asOf);
      if (concerns(history)
          && standing.openMinor() > 0
          && history.invoice().issuedDay() <= day
          && isAddressed(history, standing)) {
        numbers.add(history.invoice().number());
      }
    }
    return List.copyOf(numbers);
  }

  private boolean isAddressed(InvoiceHistory history, Standing standing) {
    item.look(history, standing, day);
    boolean held =
        Math.max(standing.heldThroughDay(), facts.whole.heldThroughDay()) >= day
            || prepared.holdWhile.holds(item);
    return !held && (item.isOverdue() || overdue == 0 && history == oldest);
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
    return oldest == null ? 0 : day - oldestDue;
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
      InvoiceHistory history = facts.invoices.get(i);
      if (concerns(history)) {
        end = Math.min(end, Facts.nextEnd(facts.promises(history), day));
      }
    }
    return end;
  }

  @Override
  public int brokenPromises() {
    int count = Facts.broken(facts.accountPromises(), day);
    for (int i = from; i < to; i++) {
      InvoiceHistory history = facts.invoices.get(i);
      if (concerns(history)) {
        count += Facts.broken(facts.promises(history), day);
      }
    }
    return count;
  }
}
