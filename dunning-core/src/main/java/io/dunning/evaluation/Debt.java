package io.dunning.evaluation;

import io.dunning.behaviour.PaymentProfile;
import io.dunning.event.Restriction;
import io.dunning.ledger.Balances;
import io.dunning.ledger.Closure;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.policy.Circumstances;
import io.dunning.settlement.RecoveryEstimate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What is decided about at once: some invoices of an account, looked at on one day after the other.
 * Each look also finds the first later day on which it could come out otherwise.
 */
final class Debt implements Circumstances {
  private static final long NEVER = PreparedPolicy.NEVER;

  final Facts facts;
  private final ItemView item;

  /** Where the debt stands on the ladder; asked by conditions, once it has been looked at. */
  Ladder ladder;

  private PreparedPolicy prepared;
  private Balances balances;
  private int from;
  private int to;
  private CurrencyUnit only;

  /** Which invoices belong to this debt; null if all between the places do. */
  private boolean[] members;

  /** Whether credits lower what is overdue. */
  private boolean nets;

  /** How much more is supposed to be owed than is, to see what that would change. */
  private Money supposed;

  private long day;
  private int open;
  private int free;
  private int overdue;
  private boolean anyDisputed;
  private long promisedThrough;
  private long amountsChangeOn;
  private long firstIssue;

  private int oldest;
  private long oldestDue;
  private long oldestOpen;
  private boolean oldestDeferred;

  /**
   * The item that says how far the debt is taken: the oldest, or the one that has come furthest.
   */
  private int lead;

  private long leadDue;
  private int leadRestrictions;
  private int oldestRestrictions;
  private int[] overdueItems = new int[0];

  /** What is held of it, by what, and until when. */
  final Holds holds;

  private final Sums sums = new Sums();

  Debt(Facts facts) {
    this.facts = facts;
    this.item = new ItemView(facts);
    this.holds = new Holds(facts, item);
  }

  /** Turns to some invoices of the account that the facts are about. */
  void begin(int first, int behindLast, CurrencyUnit currencyOnly, boolean[] membersOnly) {
    prepared = facts.prepared;
    balances = facts.balances;
    from = first;
    to = behindLast;
    only = currencyOnly;
    members = membersOnly;
    supposed = null;
    item.suppose(0);
    nets = prepared.nets && !prepared.ownLevel;
  }

  /** Turns to a whole account of which each item keeps its own level. */
  void beginGroup(CurrencyUnit currencyOnly, boolean[] membersOnly) {
    begin(0, facts.balances.size(), currencyOnly, membersOnly);
    nets = prepared.nets;
  }

  /** Supposes that more is owed, or less, from the next look on; until it turns elsewhere. */
  void suppose(Money more) {
    supposed = more;
    item.suppose(to - from == 1 ? more.minorUnits() : 0);
  }

  private boolean concerns(int i) {
    return (only == null || only.equals(balances.currency(i))) && (members == null || members[i]);
  }

  /** Looks at the debt at the end of a day, given the events known to the facts. */
  void look(long on) {
    day = on;
    open = free = overdue = 0;
    anyDisputed = false;
    promisedThrough = Long.MIN_VALUE;
    amountsChangeOn = firstIssue = NEVER;
    holds.begin(on);
    oldest = lead = -1;
    oldestDeferred = false;
    oldestRestrictions = leadRestrictions = 0;
    sums.clear();
    if (canHurry()) {
      lookInAHurry();
    } else {
      for (int i = from; i < to; i++) {
        if (balances.openMinor(i) > 0 && concerns(i)) {
          look(i);
        }
      }
    }
    if (supposed != null && free > 0 && to - from > 1) {
      sums.add(supposed.currency(), supposed.minorUnits(), overdue > 0 ? supposed.minorUnits() : 0);
    }
    if (nets && (balances.anyCredit() || facts.account.hasMoneyMoved())) {
      lookForCredits();
    }
    lead(oldest, oldestDue, oldestRestrictions);
  }

  private void lead(int place, long due, int restrictions) {
    lead = place;
    leadDue = due;
    leadRestrictions = restrictions;
  }

  /** Lets one of the {@link #overdueItems} say how far the debt is taken. */
  void leadBy(int place) {
    item.look(place, day);
    lead(place, item.due(), item.restrictions());
  }

  private static Money capped(Money one, Money other) {
    long sum = one.minorUnits() + other.minorUnits();
    return Money.ofMinor(sum < 0 ? Long.MAX_VALUE : sum, one.currency());
  }

  /** Over-paid invoices and credit notes that exist, and payments that wait. */
  private void lookForCredits() {
    SortedMap<CurrencyUnit, Money> credits =
        facts.account.unapplied(LocalDate.ofEpochDay(facts.asOf));
    if (only != null) {
      credits.keySet().removeIf(c -> !c.equals(only));
    }
    for (int i = from; i < to && balances.anyCredit(); i++) {
      Money credit = concerns(i) ? balances.standing(i).balance().credit() : null;
      if (credit != null && credit.isPositive()) {
        if (balances.issuedDay(i) <= day) {
          credits.merge(credit.currency(), credit, Debt::capped);
        } else {
          firstIssue = Math.min(firstIssue, balances.issuedDay(i));
          amountsChangeOn = Math.min(amountsChangeOn, firstIssue);
        }
      }
    }
    sums.net(credits);
  }

  /** Whether all items count, in one currency, and plain ones are free. */
  private boolean canHurry() {
    return facts.plainIsFree
        && only == null
        && members == null
        && supposed == null
        && !prepared.highest
        && prepared.calendarGrace
        && balances.isOneCurrency();
  }

  /** As looking at each item, with sums in local variables and few branches for plain items. */
  private void lookInAHurry() {
    long amounts = 0;
    long lateAmounts = 0;
    int plain = 0;
    int late = 0;
    boolean others = false;
    int first = -1;
    long firstDue = NEVER;
    long nextOverdue = NEVER;
    long nextIssue = NEVER;
    int unissued = 0;
    for (int i = from; i < to; i++) {
      long amount = balances.openMinor(i);
      if (amount == 0) {
        continue;
      }
      long issued = balances.issuedDay(i);
      if (issued > day) {
        unissued++;
        nextIssue = Math.min(nextIssue, issued);
      } else if (balances.isPlain(i)) {
        long due = balances.dueDay(i);
        long overdueFrom = Math.min(due + prepared.graceDays, Facts.LAST_DAY) + 1;
        // all bits if it is late, else none
        long isLate = (overdueFrom - 1 - day) >> (Long.SIZE - 1);
        plain++;
        amounts += amount;
        lateAmounts += amount & isLate;
        late -= (int) isLate;
        nextOverdue = Math.min(nextOverdue, overdueFrom & ~isLate | isLate & NEVER);
        first = due < firstDue ? i : first;
        firstDue = Math.min(firstDue, due);
      } else {
        others = true;
      }
    }
    open = plain + unissued;
    free = plain;
    overdue = late;
    firstIssue = nextIssue;
    holds.joinedBy(nextOverdue);
    amountsChangeOn = Math.min(nextIssue, nextOverdue);
    if (plain > 0) {
      oldest = first;
      oldestDue = firstDue;
      oldestOpen = balances.openMinor(first);
      sums.add(balances.currency(first), amounts, lateAmounts);
    }
    if (others) {
      lookAtOthers();
    }
  }

  private void lookAtOthers() {
    for (int i = from; i < to; i++) {
      if (balances.openMinor(i) > 0 && !balances.isPlain(i) && balances.issuedDay(i) <= day) {
        open++;
        lookClosely(i);
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
    amount += supposed != null && to - from == 1 ? supposed.minorUnits() : 0;
    free++;
    if (oldest < 0 || due < oldestDue) {
      oldest = i;
      oldestDue = due;
      oldestOpen = amount;
      oldestDeferred = false;
      oldestRestrictions = 0;
    }
    if (day >= overdueFrom) {
      overdue(i);
      sums.add(balances.currency(i), amount, amount);
    } else {
      amountsChangeOn = Math.min(amountsChangeOn, overdueFrom);
      holds.joinedBy(overdueFrom);
      sums.add(balances.currency(i), amount, 0);
    }
  }

  private void overdue(int i) {
    if (prepared.highest) {
      if (overdueItems.length <= overdue) {
        overdueItems = Arrays.copyOf(overdueItems, 2 * overdue + 4);
      }
      overdueItems[overdue] = i;
    }
    overdue++;
  }

  private void lookClosely(int i) {
    item.look(i, day);
    anyDisputed |= item.disputed();
    promisedThrough = Math.max(promisedThrough, item.promisedThrough());
    if (!holds.holds(i)) {
      addFree(i);
    }
  }

  private void addFree(int i) {
    free++;
    if (oldest < 0 || item.due() < oldestDue || item.due() == oldestDue && i < oldest) {
      oldest = i;
      oldestDue = item.due();
      oldestOpen = item.open();
      oldestDeferred = item.isDeferred();
      oldestRestrictions = item.restrictions();
    }
    long late = 0;
    if (item.isOverdue()) {
      overdue(i);
      late = item.overdueOpen();
    }
    if (!item.isOverdue() || item.isInInstalments()) {
      amountsChangeOn = Math.min(amountsChangeOn, item.amountsChangeOn());
    }
    sums.add(balances.currency(i), item.open(), late);
  }

  /**
   * Whether it can be supposed that more is owed: in one currency, seen by every rule, charges not
   * asked for.
   */
  boolean canSuppose(CurrencyUnit unit) {
    boolean seen = to - from == 1 || prepared.holdWhile.needs().amounts().isEmpty();
    return seen && !prepared.asksCharges && sums.isOnly(unit);
  }

  int open() {
    return open;
  }

  int free() {
    return free;
  }

  long firstIssue() {
    return firstIssue;
  }

  /** The free items that are overdue; as many as the {@link #overdueCount}. */
  int overdueItem(int n) {
    return overdueItems[n];
  }

  int leadPlace() {
    return lead;
  }

  /**
   * The open invoices that a contact would be about; of an account whose items keep their own level
   * all, because they may go into one document.
   */
  int[] places() {
    int first = prepared.ownLevel ? 0 : from;
    int end = prepared.ownLevel ? balances.size() : to;
    int[] all = new int[end - first];
    int n = 0;
    for (int i = first; i < end; i++) {
      if (balances.openMinor(i) > 0 && (prepared.ownLevel || concerns(i))) {
        all[n++] = i;
      }
    }
    return Arrays.copyOf(all, n);
  }

  InvoiceHistory lead() {
    return facts.invoices.get(lead);
  }

  long leadDue() {
    return leadDue;
  }

  /** The restrictions in force on the leading item, a bit each. */
  int leadRestrictions() {
    return leadRestrictions;
  }

  String leadRestrictionsInWords() {
    return Arrays.stream(Facts.RESTRICTIONS)
        .filter(r -> (leadRestrictions & PreparedPolicy.bit(r)) != 0)
        .map(Restriction::toString)
        .collect(Collectors.joining(" and "));
  }

  long oldestDue() {
    return oldestDue;
  }

  /** Whether the oldest item's day was granted. */
  boolean oldestDeferred() {
    return oldestDeferred;
  }

  /** Whether the oldest item cannot be held as long as nothing happens. */
  boolean oldestStaysFree() {
    return facts.plainIsFree && balances.isPlain(oldest);
  }

  /** Whether nothing but amount and due date is known of the leading item. */
  boolean leadIsPlain() {
    return balances.isPlain(lead);
  }

  /** Takes the debt as held by the restriction of the leading item that lasts longest. */
  void holdByLead() {
    item.look(lead, day);
    holds.holdByRestriction(lead);
  }

  /** Why nothing is owed: the invoice closed last says it for all. */
  Reason closed() {
    Closure closure = Closure.SETTLED;
    Optional<LocalDate> closedOn = Optional.empty();
    for (int i = from; i < to; i++) {
      Standing standing = balances.standing(i);
      Optional<LocalDate> on = standing.balance().closedOn();
      boolean later = on.isPresent() && closedOn.map(d -> !on.get().isBefore(d)).orElse(true);
      if (concerns(i) && (later || closedOn.isEmpty())) {
        closure = standing.balance().closure();
        closedOn = on;
      }
    }
    return new Reason.Closed(closure, closedOn);
  }

  boolean isOverdue() {
    return overdue > 0;
  }

  /** The first overdue sum and the credit that covers it, if credits cover all; else null. */
  Money[] covered() {
    return overdue == 0 ? null : sums.covered();
  }

  /**
   * What counts against minimum amounts: the overdue sums; before the due date, the oldest item.
   */
  private long minimumBase(CurrencyUnit unit) {
    if (overdue > 0) {
      return overdueMinor(unit);
    }
    return balances.currency(oldest).equals(unit) ? oldestOpen : 0;
  }

  /** A minimum that is not reached, and what there is instead; null if one currency reaches its. */
  Money[] shortOf(Map<CurrencyUnit, Money> minimums) {
    if (minimums.isEmpty()) {
      return null;
    }
    Money[] shortOf = shortOf(minimums, sums.currency());
    if (sums.others().isEmpty()) {
      return shortOf;
    }
    boolean reached = shortOf == null && minimumBase(sums.currency()) > 0;
    for (CurrencyUnit unit : sums.others()) {
      if (minimumBase(unit) > 0) {
        Money[] own = shortOf(minimums, unit);
        reached |= own == null;
        shortOf = shortOf == null ? own : shortOf;
      }
    }
    return reached ? null : shortOf;
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
    return !isHeld() && (item.isOverdue() || overdue == 0 && i == oldest);
  }

  private boolean isHeld() {
    return Math.max(item.heldThrough(), item.blockedThrough()) >= day
        || prepared.holdWhile.holds(item);
  }

  /** The numbers of the invoices that are open, not held and not overdue, for information. */
  List<String> forInformation() {
    List<String> numbers = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (balances.openMinor(i) > 0 && concerns(i) && balances.issuedDay(i) <= day) {
        item.look(i, day);
        if (!item.isOverdue() && !isHeld()) {
          numbers.add(facts.invoices.get(i).invoice().number());
        }
      }
    }
    return List.copyOf(numbers);
  }

  /** What is overdue by currency, without zeros. */
  List<Money> overdueSums() {
    return sums.overdue();
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
    return sums.open(unit);
  }

  @Override
  public long overdueMinor(CurrencyUnit unit) {
    return sums.overdue(unit);
  }

  @Override
  public long chargesReachOn(Money amount) {
    return facts.chargesReachOn(lead, amount);
  }

  @Override
  public int overdueCount() {
    return overdue;
  }

  @Override
  public long amountsChangeOn() {
    return Math.min(amountsChangeOn, holds.itemsChangeOn());
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
  public PaymentProfile profile() {
    return facts.profile(day);
  }

  @Override
  public Percentage risk() {
    return facts.risk(day);
  }

  @Override
  public long riskChangesOn() {
    return facts.prepared.policy.riskModel().changesOnDay(facts.profile(day));
  }

  @Override
  public boolean settlementPossible() {
    return facts.endgame.settlementPossible(this, facts.balances.currency(lead));
  }

  @Override
  public long settlementChangesOn() {
    return facts.endgame.settlementChangesOn(this);
  }

  @Override
  public List<RecoveryEstimate> routes() {
    return facts.endgame.routes(this, facts.balances.currency(lead));
  }

  @Override
  public long routesChangeOn() {
    return facts.endgame.routesChangeOn(this);
  }

  @Override
  public long offeredThrough() {
    return leadIsPlain() ? Long.MIN_VALUE : balances.standing(lead).agreements().offerThroughDay();
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

  @Override
  public boolean quiet() {
    return balances.isRoutine(lead);
  }

  @Override
  public Standing standing() {
    return balances.standing(lead);
  }

  @Override
  public Standing account() {
    return facts.whole;
  }

  @Override
  public long issuedDay() {
    return balances.issuedDay(lead);
  }

  @Override
  public long takenDay(String step) {
    return ladder.takenOn(prepared.policy.ladder().indexOf(step));
  }

  @Override
  public long lastStepDay() {
    return ladder.lastStep();
  }

  @Override
  public long planThrough() {
    return Math.max(facts.accountPlanThrough(lead), Facts.through(facts.plan(lead)));
  }

  @Override
  public long planEndsOn() {
    return facts.planEndsOn(facts.plan(lead), day);
  }

  @Override
  public boolean planBroken() {
    return facts.planBroken(facts.plan(lead), day);
  }
}
