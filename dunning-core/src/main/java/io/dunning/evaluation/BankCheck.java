package io.dunning.evaluation;

import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import io.dunning.event.BankEvent.CandidateReceipt;
import io.dunning.event.PaymentMethod;
import io.dunning.ledger.BankRecord;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Asks whether the step in question has to wait because the customer may have paid, or because you
 * collect and no collection has failed. It can only hold the step: which step is in question, and
 * when, was found as if the bank said nothing.
 */
final class BankCheck {
  private final Debt debt;
  private final Debt counting;
  private final LedDebt led;
  private final LeadingItem lead;
  private final NextChange.Watch change;
  private final BankBooks bank;
  private final PreparedPolicy policy;
  private final int index;
  private final PreparedStep step;
  private final long day;

  /** The receipts that hold the step. */
  private List<CandidateReceipt> receipts = List.of();

  private long receiptsHoldThrough;
  private long plannedDay;
  private long awaitedThrough;

  /** For the candidate of a ladder; the sums of a second debt count for the policy's minimum. */
  BankCheck(Debt debt, Debt counting, Ladder ladder, NextChange.Watch change) {
    this.debt = debt;
    this.counting = counting;
    this.change = change;
    led = ladder.debt();
    lead = led.lead;
    bank = debt.books().bank;
    policy = debt.books().policy;
    index = ladder.candidate();
    step = policy.steps[index];
    day = debt.day();
  }

  /** The part of rule 12 that holds the step; null if none does. */
  Rule holds() {
    if (isReceived()) {
      return Rule.RECEIPT_PROPOSED;
    }
    if (awaitsCollection()) {
      return Rule.COLLECTION_AWAITED;
    }
    return isBankDataStale() ? Rule.BANK_DATA_STALE : null;
  }

  /** Whether receipts may have paid the leading item, or leave too little for the step. */
  private boolean isReceived() {
    if (!bank.anyReceipt(day)) {
      return false;
    }
    change.by(bank.receiptsChangeOn(day));
    change.by(debt.amountsChangeOn());
    change.by(counting.amountsChangeOn());
    change.namesAmounts(false);
    Item item = debt.item(lead.place());
    if (covers(item)) {
      receipts = bank.receipts(lead.place(), day);
      receiptsHoldThrough = coveredThrough(item);
      return true;
    }
    Map<CurrencyUnit, Long> less = received(debt);
    boolean enough =
        less.isEmpty()
            || reaches(counting, policy.minimums)
                && reaches(debt, step.minimums)
                && change.asks(step.condition, led.less(less));
    if (!enough) {
      receipts = receiptsOfAll();
      receiptsHoldThrough = bank.receiptsChangeOn(day) - 1;
    }
    return !enough;
  }

  private boolean covers(Item item) {
    long received = bank.receivedMinor(item.place, item.day);
    return received > 0 && received >= item.asked();
  }

  /** The last day through which receipts cover an item that they cover on the day. */
  private long coveredThrough(Item item) {
    long next = day;
    do {
      Item then = item.on(next);
      next = Math.min(bank.receiptsChangeOn(next), then.amountsChangeOn());
    } while (next <= EpochDay.LAST && covers(item.on(next)));
    return Math.min(next - 1, EpochDay.LAST);
  }

  /** What receipts may pay of the items that a debt is about, by currency. */
  private SortedMap<CurrencyUnit, Long> received(Debt of) {
    SortedMap<CurrencyUnit, Long> all = new TreeMap<>();
    for (int place : concerned(of)) {
      Item item = of.item(place);
      long part = Math.min(bank.receivedOnceMinor(place, day), item.asked());
      if (part > 0) {
        all.merge(item.currency(), part, Long::sum);
      }
    }
    return all;
  }

  /** The overdue items; before anything is overdue, the oldest. */
  private static List<Integer> concerned(Debt of) {
    if (!of.isOverdue()) {
      return List.of(of.oldest().place());
    }
    List<Integer> places = new ArrayList<>();
    Scope scope = of.scope();
    var balances = of.books().balances;
    for (int i = scope.from(); i < scope.to(); i++) {
      boolean open = scope.contains(i) && balances.openMinor(i) > 0;
      if (open && balances.issuedDay(i) <= of.day() && !of.isHeld(i) && of.item(i).isOverdue()) {
        places.add(i);
      }
    }
    return places;
  }

  /** Whether what is left of a debt reaches the minimum of a currency. */
  private boolean reaches(Debt of, Map<CurrencyUnit, Money> minimums) {
    Map<CurrencyUnit, Long> less = received(of);
    List<CurrencyUnit> units = new ArrayList<>(of.sums().others());
    units.add(of.sums().currency());
    for (CurrencyUnit unit : units) {
      long left = of.minimumBase(unit) - less.getOrDefault(unit, 0L);
      Money minimum = minimums.get(unit);
      if (left > 0 && (minimum == null || left >= minimum.minorUnits())) {
        return true;
      }
    }
    return false;
  }

  private List<CandidateReceipt> receiptsOfAll() {
    List<CandidateReceipt> all = new ArrayList<>();
    for (int place : concerned(debt)) {
      for (CandidateReceipt each : bank.receipts(place, day)) {
        if (!all.contains(each)) {
          all.add(each);
        }
      }
    }
    return all;
  }

  /** Whether the leading item is collected, and no collection of it has failed. */
  private boolean awaitsCollection() {
    BankRecord own = bank.ofInvoice(lead.place());
    BankRecord whole = bank.ofAccount();
    boolean collected = method().filter(PaymentMethod::isCollected).isPresent();
    if (!collected || !policy.payments.awaitsCollection) {
      return false;
    }
    long cleared = own.clearedDay(whole, lead.due());
    long failedOfAll =
        whole.lastFailureDay() >= lead.due() ? whole.lastFailureDay() : EpochDay.NONE;
    plannedDay = EpochDay.NONE;
    if (own.plannedSinceDay() >= Math.max(failedOfAll, cleared)) {
      plannedDay = own.collectionPlannedDay();
    }
    if (plannedDay == EpochDay.NONE && whole.plannedSinceDay() >= own.lastFailureDay()) {
      plannedDay = whole.collectionPlannedDay();
    }
    boolean failed =
        !own.failures().isEmpty() && own.lastFailureDay() >= cleared
            || whole.lastFailureDay() >= Math.max(lead.due(), cleared);
    if (plannedDay == EpochDay.NONE && failed) {
      return false;
    }
    long from = Math.max(lead.due(), plannedDay);
    awaitedThrough =
        policy.payments.awaitedFor == null
            ? EpochDay.NEVER
            : after(from, policy.payments.awaitedFor);
    if (awaitedThrough != EpochDay.NEVER && awaitedThrough >= day) {
      change.by(awaitedThrough + 1);
    }
    return awaitedThrough >= day;
  }

  /** Some days later; in calendar days where the calendar ends. */
  private long after(long from, Days days) {
    long last = policy.plus(from, days);
    return last == EpochDay.NEVER ? from + days.count() : last;
  }

  private Optional<PaymentMethod> method() {
    return bank.ofInvoice(lead.place()).paymentMethod().or(() -> bank.ofAccount().paymentMethod());
  }

  /** Whether the bank data are too old for the step. */
  private boolean isBankDataStale() {
    long seen = bank.seenDay(lead.place());
    if (policy.payments.staleAfter == null
        || index < policy.payments.staleFrom
        || seen == EpochDay.NONE) {
      return false;
    }
    long fresh = after(seen, policy.payments.staleAfter);
    if (fresh >= day && fresh < EpochDay.LAST) {
      change.by(fresh + 1);
    }
    return fresh < day;
  }

  /** Why the step is held, by the part of the rule that holds it. */
  Reason reason(Rule rule) {
    return switch (rule) {
      case RECEIPT_PROPOSED -> received();
      case COLLECTION_AWAITED ->
          new HoldReason.CollectionAwaited(
              step.name,
              method().orElseThrow(),
              EpochDay.date(plannedDay),
              EpochDay.date(awaitedThrough));
      default ->
          new HoldReason.BankDataStale(
              step.name, Reasons.date(bank.seenDay(lead.place())), policy.payments.staleAfter);
    };
  }

  private Reason received() {
    CandidateReceipt first = receipts.get(0);
    return new HoldReason.ReceiptProposed(
        step.name,
        first.amount(),
        first.from(),
        first.date(),
        receipts.size() - 1,
        Reasons.date(receiptsHoldThrough),
        EpochDay.date(bank.seenDay(lead.place())));
  }
}
