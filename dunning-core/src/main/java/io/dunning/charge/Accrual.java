package io.dunning.charge;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.AccruedCharges.Owed;
import io.dunning.charge.LateInterest.AfterGrace;
import io.dunning.charge.LateInterest.PaymentDay;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.TermsEvent;
import io.dunning.ledger.Closure;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One pass over the events of an invoice: interest accrues exactly up to each event, then the event
 * counts. What it sums up is in minor units.
 */
final class Accrual {
  private static final Percentage NO_RATE = Percentage.percent("0");
  private static final long MAX = Long.MAX_VALUE;

  private final ChargeRules rules;
  private final InvoiceHistory history;
  private final LocalDate asOf;
  private final BusinessCalendar calendar;
  private final CurrencyUnit currency;
  private final LateInterest interest;
  private final Interest meter;
  private final Statement statement;
  private final long through;
  private List<Part> parts = new ArrayList<>();

  /** What each payment paid and was not paid back: costs, interest, principal. */
  private final Deque<long[]> paidParts = new ArrayDeque<>();

  private long costs;
  private long interestOwed;
  private long unapplied;
  private long feesWaived;
  private long interestWaived;
  private long owedBack;
  private boolean over;
  private final ArisingFees arising;

  private final long limit;
  private long limitThrough = Long.MIN_VALUE;
  private long room;
  private final Watermark interestTold = new Watermark();
  private final Watermark feesTold = new Watermark();

  Accrual(ChargeRules rules, InvoiceHistory history, LocalDate asOf, BusinessCalendar calendar) {
    this.rules = rules;
    this.history = history;
    this.asOf = asOf;
    this.calendar = calendar;
    this.through = asOf.toEpochDay();
    Invoice invoice = history.invoice();
    currency = invoice.amount().currency();
    arising = new ArisingFees(rules.fees(), this);
    interest = rules.interest().orElse(LateInterest.fixed(NO_RATE));
    statement = new Statement(currency);
    meter = new Interest(rules, interest, history, through, statement);
    limit = rules.cap().map(c -> c.limit(invoice.amount())).orElse(Long.MAX_VALUE);
    List<Instalment> due =
        invoice.instalments().isEmpty() && invoice.amount().isPositive()
            ? List.of(new Instalment(invoice.due(), invoice.amount()))
            : invoice.instalments();
    for (Instalment each : due) {
      parts.add(part(each.due(), each.amount().minorUnits()));
    }
  }

  private Part part(LocalDate due, long amount) {
    Part part = new Part();
    part.due = due.toEpochDay();
    part.amount = amount;
    part.open = amount;
    part.first = interest.firstInterestDay(part.due);
    part.claimFrom = part.first;
    if (interest.grace().count() > 0) {
      long graceEnd =
          calendar
              .find(due, interest.grace())
              .map(LocalDate::toEpochDay)
              .orElse(part.due + interest.grace().count());
      part.claimFrom = Math.max(part.first, graceEnd + 1);
      if (interest.afterGrace() == AfterGrace.FROM_END_OF_GRACE) {
        part.first = part.claimFrom;
      }
    }
    part.last =
        Math.min(
            part.due + ChargeRules.LONGEST, interest.limit().map(l -> behind(part, l)).orElse(MAX));
    part.next = part.first;
    return part;
  }

  /** The last day of a time that begins with interest. */
  private static long behind(Part part, Period time) {
    return part.first > LocalDate.MAX.minus(time).toEpochDay()
        ? MAX
        : LocalDate.ofEpochDay(part.first).plus(time).toEpochDay() - 1;
  }

  AccruedCharges run() {
    long delay = interest.paymentDay() == PaymentDay.INCLUDED ? 0 : 1;
    List<LedgerEvent> events = events();
    List<Receipts.Payment> payments = Receipts.of(events);
    for (LedgerEvent event : events) {
      if (event instanceof MoneyEvent.Voided) {
        return nothing();
      }
      if (over) {
        note(event);
      }
      if (over || !counts(event)) {
        continue;
      }
      if (needsInterest(event, payments)) {
        long day = event.date().toEpochDay();
        arising.raise(day, day - 1);
        accrue(day - delay);
      }
      apply(event, payments);
    }
    if (!over) {
      arising.raise(through, through);
      accrue(through);
    }
    settle(through);
    if (rules.onceSettled() == ChargeRules.OnceSettled.WAIVED && principal() == 0) {
      waive(Charge.FEE, costs, through, "once the principal is paid");
      waive(Charge.INTEREST, interestOwed, through, "once the principal is paid");
    }
    dropTooLittle();
    Owed owed = new Owed(money(principal()), money(costs), money(interestOwed));
    return result(statement.lines(), owed, meter.missing);
  }

  private AccruedCharges result(List<ChargeLine> lines, Owed owed, String missing) {
    return new AccruedCharges(
        history.invoice(),
        asOf,
        lines,
        statement.allocations(),
        owed,
        money(overdue(through)),
        money(interestTold.told),
        money(feesTold.told),
        missing);
  }

  /** An invoice that is void was never owed. */
  private AccruedCharges nothing() {
    Owed owed = new Owed(zero(), zero(), zero());
    return new AccruedCharges(
        history.invoice(), asOf, List.of(), List.of(), owed, zero(), zero(), zero(), "");
  }

  /** Whether interest has to be counted up to an event, because the event changes it or pays it. */
  private boolean needsInterest(LedgerEvent event, List<Receipts.Payment> payments) {
    if (event instanceof MoneyEvent.Payment) {
      return payments.get(nextPayment).left > 0;
    }
    if (event instanceof ChargeEvent.ChargeAssessed e) {
      return isCost(e) && rules.cap().isPresent();
    }
    return !(event instanceof ChargeEvent.ChargeReversed
        || event instanceof ChargeEvent.ChargeReinstated);
  }

  private Money money(long minorUnits) {
    return Money.ofMinor(minorUnits, currency);
  }

  private Money zero() {
    return money(0);
  }

  private List<LedgerEvent> events() {
    List<LedgerEvent> all = new ArrayList<>();
    for (LedgerEvent each : history.events()) {
      if (each.date().isAfter(asOf)) {
        break;
      }
      all.add(each);
    }
    return all;
  }

  private static boolean counts(LedgerEvent event) {
    return event instanceof MoneyEvent.Payment
        || event instanceof MoneyEvent.Credit
        || event instanceof MoneyEvent.Refund
        || event instanceof ChargeEvent.ChargeAssessed
        || event instanceof ChargeEvent.ChargeWaived
        || event instanceof ChargeEvent.ChargeReinstated
        || event instanceof ChargeEvent.ChargeReversed
        || event instanceof TermsEvent.TermsRenegotiated
        || event instanceof MoneyEvent.WrittenOff;
  }

  /**
   * Once the debt is written off, nothing more is owed; but what was assessed stays assessed,
   * unless it was a mistake.
   */
  private void note(LedgerEvent event) {
    if (event instanceof ChargeEvent.ChargeAssessed e && arisesByItself(e.charge(), e.step())) {
      (e.charge() == Charge.FEE ? feesTold : interestTold).tell(e.amount().minorUnits());
    } else if (event instanceof ChargeEvent.ChargeReversed e
        && arisesByItself(e.charge(), e.step())) {
      (e.charge() == Charge.FEE ? feesTold : interestTold).untell(e.amount().minorUnits());
    }
  }

  /** Whether a charge is owed because it accrued, and not because it was assessed. */
  private boolean arisesByItself(Charge charge, Optional<String> step) {
    return charge == Charge.INTEREST
        ? rules.interest().isPresent()
        : step.isEmpty() && arising.any();
  }

  private int nextPayment;

  private void apply(LedgerEvent event, List<Receipts.Payment> payments) {
    if (event instanceof MoneyEvent.Payment) {
      long amount = payments.get(nextPayment++).left;
      long kept = Math.min(owedBack, amount);
      owedBack -= kept;
      pay(event.date(), amount - kept);
    } else if (event instanceof MoneyEvent.Credit e) {
      credit(e);
    } else if (event instanceof MoneyEvent.Refund e) {
      refund(e);
    } else if (event instanceof ChargeEvent.ChargeAssessed e) {
      assess(e);
    } else if (event instanceof ChargeEvent.ChargeWaived e) {
      settle(event.date().toEpochDay());
      long owed = e.charge() == Charge.FEE ? costs : interestOwed;
      long amount = e.amount().map(Money::minorUnits).orElse(owed);
      waive(e.charge(), Math.min(amount, owed), e.date().toEpochDay(), "waived by the creditor");
    } else if (event instanceof ChargeEvent.ChargeReinstated e) {
      reinstate(e);
    } else if (event instanceof ChargeEvent.ChargeReversed e) {
      reverse(e);
    } else if (event instanceof TermsEvent.TermsRenegotiated e) {
      renegotiate(e);
    } else if (wasOpen(event.date())) {
      settle(event.date().toEpochDay());
      parts.forEach(p -> p.open = 0);
      over = true;
    }
  }

  List<Part> parts() {
    return parts;
  }

  /** Whether the books had anything to write off on a day; a payment that bounced later paid it. */
  private boolean wasOpen(LocalDate day) {
    Standing standing = history.standingOn(asOf);
    return standing.closure() == Closure.WRITTEN_OFF
        && standing.closedOn().equals(Optional.of(day));
  }

  long principal() {
    long sum = 0;
    for (Part each : parts) {
      sum = Math.addExact(sum, each.open);
    }
    return sum;
  }

  private void pay(LocalDate date, long amount) {
    if (amount == 0) {
      return;
    }
    long[] paid = new long[3];
    long left = amount;
    for (int place : rules.order().places()) {
      if (left == 0) {
        break;
      }
      if (place == 1) {
        settle(date.toEpochDay());
      }
      long owed = place == 0 ? costs : place == 1 ? interestAsked() : principal();
      paid[place] = Math.min(left, owed);
      left -= paid[place];
      if (place == 0) {
        costs -= paid[0];
        feesTold.pay(paid[0]);
      } else if (place == 1) {
        interestOwed -= paid[1];
        interestTold.pay(paid[1]);
        meter.lower(parts, paid[1]);
      } else {
        lower(paid[2]);
      }
    }
    unapplied = Math.addExact(unapplied, left);
    paidParts.addLast(paid);
    statement.allocated(date, "payment", paid, left);
  }

  /** Lowers the principal, earliest due first. */
  private void lower(long amount) {
    long left = amount;
    for (Part each : parts) {
      long paid = Math.min(left, each.open);
      each.lower(paid);
      left -= paid;
    }
  }

  private void credit(MoneyEvent.Credit e) {
    long[] paid = new long[3];
    paid[2] = Math.min(e.amount().minorUnits(), principal());
    lower(paid[2]);
    long left = e.amount().minorUnits() - paid[2];
    unapplied = Math.addExact(unapplied, left);
    if (!e.amount().isZero()) {
      statement.allocated(e.date(), "credit", paid, left);
    }
  }

  /** Money paid back: what waits, then what the latest payments paid; never before they came. */
  private void refund(MoneyEvent.Refund e) {
    long left = e.amount().minorUnits();
    long paidBack = Math.min(left, statement.paid());
    owedBack = Math.addExact(owedBack, left - paidBack);
    if (paidBack == 0) {
      return;
    }
    long waiting = Math.min(paidBack, unapplied);
    unapplied -= waiting;
    long[] back = takenBack(paidBack - waiting);
    costs += back[0];
    feesTold.refund(back[0]);
    interestOwed += back[1];
    interestTold.refund(back[1]);
    meter.raise(parts, back[1]);
    raise(back[2]);
    statement.allocated(e.date(), "refund", new long[] {-back[0], -back[1], -back[2]}, -waiting);
  }

  /** Undoes the latest payments, each in the reverse of the order in which it paid. */
  private long[] takenBack(long amount) {
    long[] back = new long[3];
    List<Integer> places = rules.order().places();
    long left = amount;
    while (left > 0) {
      long[] latest = paidParts.peekLast();
      for (int i = places.size() - 1; i >= 0; i--) {
        int place = places.get(i);
        long undone = Math.min(left, latest[place]);
        latest[place] -= undone;
        back[place] += undone;
        left -= undone;
      }
      if (left > 0) {
        paidParts.removeLast();
      }
    }
    return back;
  }

  /** Raises the principal again, latest due first. */
  private void raise(long amount) {
    long left = amount;
    for (int i = parts.size() - 1; i >= 0 && left > 0; i--) {
      long raised = Math.min(left, parts.get(i).amount - parts.get(i).open);
      parts.get(i).raise(raised);
      left -= raised;
    }
  }

  private void assess(ChargeEvent.ChargeAssessed e) {
    long amount = e.amount().minorUnits();
    if (e.charge() == Charge.INTEREST) {
      if (rules.interest().isEmpty()) {
        interestOwed = Math.addExact(interestOwed, amount);
        statement.charge(ChargeLine.Kind.INTEREST, e.date(), e.amount(), "as assessed");
      }
      interestTold.tell(amount);
      return;
    }
    if (isCost(e)) {
      String rule = e.step().map(s -> "as assessed with " + s).orElse("as assessed");
      statement.charge(ChargeLine.Kind.FEE, e.date(), e.amount(), rule);
      if (rules.cap().isPresent()) {
        settle(e.date().toEpochDay());
      }
      addCosts(e.date().toEpochDay(), amount);
    }
    feesTold.tell(amount);
  }

  /**
   * Whether an assessed fee is owed because it was assessed, and not because it arose by itself.
   */
  private boolean isCost(ChargeEvent.ChargeAssessed e) {
    return e.charge() == Charge.FEE && (e.step().isPresent() || !arising.any());
  }

  /** Adds to what is owed what of a fee is within the cap. */
  private void addCosts(long day, long amount) {
    long within = takeRoom(day, amount);
    if (within < amount) {
      statement.charge(
          ChargeLine.Kind.FEE_CAPPED,
          LocalDate.ofEpochDay(day),
          money(within - amount),
          rules.cap().orElseThrow().toString());
    }
    costs = Math.addExact(costs, within);
  }

  private void waive(Charge charge, long amount, long day, String why) {
    if (amount == 0) {
      return;
    }
    boolean fee = charge == Charge.FEE;
    ChargeLine.Kind kind = fee ? ChargeLine.Kind.FEE_WAIVED : ChargeLine.Kind.INTEREST_WAIVED;
    statement.charge(kind, LocalDate.ofEpochDay(day), money(-amount), why);
    if (fee) {
      costs -= amount;
      feesWaived += amount;
      feesTold.pay(amount);
    } else {
      interestOwed -= amount;
      interestWaived += amount;
      interestTold.pay(amount);
      meter.lower(parts, amount);
    }
  }

  private void reinstate(ChargeEvent.ChargeReinstated e) {
    boolean fee = e.charge() == Charge.FEE;
    long amount = Math.min(e.amount().minorUnits(), fee ? feesWaived : interestWaived);
    ChargeLine.Kind kind = fee ? ChargeLine.Kind.FEE_WAIVED : ChargeLine.Kind.INTEREST_WAIVED;
    if (amount > 0) {
      statement.charge(kind, e.date(), money(amount), "reinstated");
    }
    if (fee) {
      costs += amount;
      feesWaived -= amount;
      owedAgain(feesTold, amount, Charge.FEE);
    } else {
      interestOwed += amount;
      interestWaived -= amount;
      owedAgain(interestTold, amount, Charge.INTEREST);
      meter.raise(parts, amount);
    }
  }

  /** What accrued has to be told again; what was only assessed was told with it. */
  private void owedAgain(Watermark told, long amount, Charge charge) {
    if (arisesByItself(charge, Optional.empty())) {
      told.owedAgain(amount);
    } else {
      told.refund(amount);
    }
  }

  private void reverse(ChargeEvent.ChargeReversed e) {
    boolean fee = e.charge() == Charge.FEE;
    Watermark told = fee ? feesTold : interestTold;
    if (arisesByItself(e.charge(), e.step())) {
      told.untell(e.amount().minorUnits());
      return;
    }
    long amount = Math.min(e.amount().minorUnits(), told.told);
    long dropped = Math.min(amount, fee ? costs : interestOwed);
    if (dropped == 0) {
      return;
    }
    told.untell(dropped);
    costs -= fee ? dropped : 0;
    interestOwed -= fee ? 0 : dropped;
    ChargeLine.Kind kind = fee ? ChargeLine.Kind.FEE : ChargeLine.Kind.INTEREST;
    statement.charge(kind, e.date(), money(-dropped), "assessed by mistake");
  }

  /** The whole falls due anew; interest that accrued stays. */
  private void renegotiate(TermsEvent.TermsRenegotiated e) {
    settle(e.date().toEpochDay());
    Part whole = part(e.due(), 0);
    for (Part each : parts) {
      whole.amount += each.amount;
      whole.open += each.open;
    }
    whole.next = Math.max(whole.next, e.date().toEpochDay() + 1);
    whole.claimFrom = Math.max(whole.claimFrom, whole.next);
    parts = new ArrayList<>(List.of(whole));
    arising.endOnce();
  }

  private void accrue(long last) {
    if (rules.interest().isEmpty()) {
      return;
    }
    for (long end = periodEnd(Long.MIN_VALUE, last); ; end = periodEnd(end, last)) {
      meter.accrue(parts, end);
      if (rules.cap().isPresent() && rules.cap().get().lastDay(end) == end) {
        settle(end);
      }
      if (end >= last) {
        return;
      }
    }
  }

  /** Where a cap counts within months or years, the end of the one that interest has come to. */
  private long periodEnd(long after, long last) {
    if (rules.cap().isEmpty() || rules.cap().get().within() == ChargeCap.Within.ALL_TIME) {
      return last;
    }
    long accrues = parts.stream().filter(Part::accrues).mapToLong(p -> p.next).min().orElse(last);
    long next = Math.min(accrues, statement.firstPending());
    return next > last
        ? last
        : Math.min(last, rules.cap().get().lastDay(Math.max(next, after + 1)));
  }

  /** Rounds what accrued, within the cap, so that it can be paid. */
  private void settle(long day) {
    long rounded = meter.settle();
    if (rounded == 0) {
      return;
    }
    long within = takeRoom(day, rounded);
    if (within < rounded) {
      statement.charge(
          ChargeLine.Kind.INTEREST_CAPPED,
          LocalDate.ofEpochDay(day),
          money(within - rounded),
          rules.cap().orElseThrow().toString());
    }
    interestOwed = Math.addExact(interestOwed, within);
  }

  /** What of a charge is within the cap. */
  private long takeRoom(long day, long amount) {
    if (rules.cap().isEmpty()) {
      return amount;
    }
    if (day > limitThrough) {
      limitThrough = rules.cap().get().lastDay(day);
      room = limit;
    }
    long taken = Math.max(0, Math.min(amount, room));
    room -= taken;
    return taken;
  }

  /** The interest that is asked for: less than the least amount is not, unless it was before. */
  private long interestAsked() {
    Money least = interest.minimums().get(currency);
    boolean tooLittle =
        least != null
            && interestTold.told == 0
            && statement.sum(ChargeLine.Kind.INTEREST) < least.minorUnits();
    return tooLittle ? 0 : interestOwed;
  }

  private void dropTooLittle() {
    if (interestOwed > 0 && interestAsked() == 0) {
      String why = "not below " + interest.minimums().get(currency);
      statement.charge(ChargeLine.Kind.INTEREST_WAIVED, asOf, money(-interestOwed), why);
      interestTold.pay(interestOwed);
      interestOwed = 0;
    }
  }

  /** A fee arises by itself, within the cap. */
  void raise(LateFee fee, long day, long base) {
    Money amount = fee.of(money(base));
    if (amount.isZero()) {
      return;
    }
    if (rules.cap().isPresent()) {
      accrue(day - 1);
      settle(day - 1);
    }
    statement.fee(LocalDate.ofEpochDay(day), money(base), fee, amount);
    addCosts(day, amount.minorUnits());
  }

  long overdue(long day) {
    long sum = 0;
    for (Part each : parts) {
      sum += each.due < day ? each.open : 0;
    }
    return sum;
  }

  /** Whether anything of the fee of a step was assessed already, and not by mistake. */
  static boolean isAssessed(InvoiceHistory history, String step, LocalDate asOf) {
    Optional<String> wanted = Optional.of(step);
    Money none = Money.zero(history.invoice().amount().currency());
    Money told = none;
    for (LedgerEvent each : history.events()) {
      LedgerEvent event = each;
      if (event.date().isAfter(asOf)) {
        break;
      }
      if (event instanceof ChargeEvent.ChargeAssessed e && e.step().equals(wanted)) {
        told = told.plus(e.amount());
      } else if (event instanceof ChargeEvent.ChargeReversed e && e.step().equals(wanted)) {
        told = told.compareTo(e.amount()) > 0 ? told.minus(e.amount()) : none;
      }
    }
    return told.isPositive();
  }
}
