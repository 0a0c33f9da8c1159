package io.dunning.ledger;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent;
import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What promises are about: what was open on some days, and what of it was not disputed. */
final class PromisedDebts {
  private final List<InvoiceHistory> debts;

  /** The account's own events; null if the promises are those of an invoice. */
  private final EventLog ofAccount;

  private final Plans settlements;

  /** The debts on each day that was looked at. */
  private final Map<LocalDate, List<Standing>> debtsOn = new TreeMap<>();

  /** What the account's own events come to on each day that was asked for. */
  private final Map<LocalDate, Agreements> agreedOn = new TreeMap<>();

  /** Whether the latest plan of the account is kept, on each day that was asked for. */
  private final Map<LocalDate, Boolean> settled = new TreeMap<>();

  private final BusinessCalendar calendar;

  /**
   * @param debts what is promised about
   * @param ofAccount the own events of the account whose promises they are, which are about those
   *     that were issued by their day; null for those of an invoice
   * @param log promises, plans and payments together
   */
  PromisedDebts(
      List<InvoiceHistory> debts, EventLog ofAccount, AgreementLog log, BusinessCalendar calendar) {
    this.debts = debts;
    this.ofAccount = ofAccount;
    this.calendar = calendar;
    // the cure is the policy's, which is not known here
    settlements = new Plans(log, Days.NONE, calendar);
  }

  /** Looks at the debts at the end of some days, in one pass over each of them. */
  void lookAt(SortedSet<LocalDate> days) {
    List<LocalDate> inOrder = List.copyOf(days);
    inOrder.forEach(day -> debtsOn.put(day, new ArrayList<>(debts.size())));
    for (InvoiceHistory debt : debts) {
      List<Standing> standings = debt.standingsOn(inOrder);
      for (int i = 0; i < inOrder.size(); i++) {
        debtsOn.get(inOrder.get(i)).add(standings.get(i));
      }
    }
  }

  /** The days after one day through another on which money, a dispute or a plan changed a debt. */
  TreeSet<LocalDate> changesBetween(LocalDate day, LocalDate through) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (InvoiceHistory debt : debts) {
      EventLog log = debt.posted();
      for (int i = log.size() - 1; i >= 0 && log.get(i).date().isAfter(day); i--) {
        LedgerEvent event = log.get(i);
        boolean changes =
            event instanceof MoneyEvent
                || event instanceof DisputeEvent
                || event instanceof AgreementEvent;
        if (changes && !event.date().isAfter(through)) {
          days.add(event.date());
        }
      }
    }
    return days;
  }

  private List<Standing> on(LocalDate day) {
    return debtsOn.computeIfAbsent(
        day, d -> debts.stream().map(debt -> debt.standingsOn(List.of(d)).get(0)).toList());
  }

  /**
   * What has to come in to keep a promise, by currency: what was open and not disputed at the end
   * of its day, or all that was open if all of it was disputed; no more than was promised.
   */
  Map<String, BigDecimal> owed(PromiseToPay promise) {
    Map<String, BigDecimal> undisputed = new TreeMap<>();
    Map<String, BigDecimal> open = new TreeMap<>();
    for (Standing each : of(promise, promise.date())) {
      add(open, each, each.balance().openMinor());
      add(undisputed, each, undisputed(each, promise.date()));
    }
    Map<String, BigDecimal> owed = undisputed.isEmpty() ? open : undisputed;
    promise
        .amount()
        .ifPresent(most -> owed.computeIfPresent(code(most), (c, m) -> m.min(most.amount())));
    return owed;
  }

  /** Whether nothing that is not disputed is open on a day of what a promise is about. */
  boolean isNothingOwed(PromiseToPay promise, LocalDate day) {
    List<Standing> then = on(day);
    for (int i = 0; i < then.size(); i++) {
      Standing each = then.get(i);
      if (isAbout(promise, each) && undisputed(each, day) > 0 && !isSettled(i, each, day)) {
        return false;
      }
    }
    return true;
  }

  /** What was overdue and not disputed at the end of a day; what was to fall due first if none. */
  long partOf(CurrencyUnit currency, PromiseToPay promise) {
    long day = promise.date().toEpochDay();
    long overdue = 0;
    long firstDue = EpochDay.NEVER;
    List<Standing> then = of(promise, promise.date());
    for (Standing each : then) {
      Balance balance = each.balance();
      if (isOpenOn(day, balance, currency)) {
        overdue = DisputeTally.saturated(overdue, undisputedDueBefore(day, each));
        firstDue = Math.min(firstDue, balance.dueDay());
      }
    }
    if (overdue > 0) {
      return overdue;
    }
    for (Standing each : then) {
      if (isOpenOn(day, each.balance(), currency)) {
        overdue = DisputeTally.saturated(overdue, undisputedDueBefore(firstDue + 1, each));
      }
    }
    return overdue;
  }

  private List<Standing> of(PromiseToPay promise, LocalDate day) {
    return on(day).stream().filter(each -> isAbout(promise, each)).toList();
  }

  private boolean isAbout(PromiseToPay promise, Standing debt) {
    Invoice invoice = debt.balance().invoice;
    boolean issued = ofAccount == null || !invoice.issued().isAfter(promise.date());
    CurrencyUnit currency = invoice.amount().currency();
    return issued && promise.amount().map(m -> m.currency().equals(currency)).orElse(true);
  }

  private long undisputed(Standing debt, LocalDate day) {
    boolean contested =
        ofAccount != null
            && debt.balance().invoice.issuedDay() <= agreed(day).contestsIssuedThroughDay();
    return contested ? 0 : debt.balance().openMinor() - debt.agreements().disputedMinor();
  }

  /** Whether less than is open has settled a debt, which is not owed any more. */
  private boolean isSettled(int place, Standing debt, LocalDate day) {
    PlanAgreed own = debt.agreements().plan().orElse(null);
    if (own != null && own.settles() && isKept(debts.get(place).plans(day, Days.NONE, calendar))) {
      return true;
    }
    PlanAgreed whole = ofAccount == null ? null : agreed(day).plan().orElse(null);
    return whole != null
        && whole.settles()
        && !debt.balance().invoice.issued().isAfter(whole.date())
        && settled.computeIfAbsent(day, d -> isKept(settlements.outcomes(d)));
  }

  private static boolean isKept(List<PlanOutcome> plans) {
    return plans.get(plans.size() - 1).state() == PlanOutcome.State.KEPT;
  }

  private Agreements agreed(LocalDate day) {
    return agreedOn.computeIfAbsent(
        day, d -> Replay.through(Standing.NONE, ofAccount, d.toEpochDay()).agreements());
  }

  private static boolean isOpenOn(long day, Balance balance, CurrencyUnit currency) {
    return balance.openMinor() > 0
        && balance.invoice.issuedDay() <= day
        && balance.invoice.amount().currency().equals(currency);
  }

  private static long undisputedDueBefore(long day, Standing standing) {
    long undisputed = standing.balance().openMinor() - standing.agreements().disputedMinor();
    return Math.min(undisputed, standing.balance().openDueBefore(day));
  }

  private static void add(Map<String, BigDecimal> sums, Standing debt, long minor) {
    if (minor > 0) {
      Money money = Money.ofMinor(minor, debt.balance().invoice.amount().currency());
      sums.merge(code(money), money.amount(), BigDecimal::add);
    }
  }

  private static String code(Money money) {
    return money.currency().code();
  }
}
