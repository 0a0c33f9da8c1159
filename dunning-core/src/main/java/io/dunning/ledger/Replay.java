package io.dunning.ledger;

import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.AgreementEvent.PromiseWithdrawn;
import io.dunning.event.ChargeEvent.ChargeAssessed;
import io.dunning.event.ChargeEvent.ChargeReinstated;
import io.dunning.event.ChargeEvent.ChargeReversed;
import io.dunning.event.ChargeEvent.ChargeWaived;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.ContactInvited;
import io.dunning.event.ContactEvent.CustomerReplied;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.ContactEvent.NoticeGiven;
import io.dunning.event.DeliveryEvent.DeliveryFailed;
import io.dunning.event.DisputeEvent.DisputeOpened;
import io.dunning.event.DisputeEvent.DisputeResolved;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent.Credit;
import io.dunning.event.MoneyEvent.Payment;
import io.dunning.event.MoneyEvent.PaymentReversed;
import io.dunning.event.MoneyEvent.Refund;
import io.dunning.event.MoneyEvent.Voided;
import io.dunning.event.MoneyEvent.WrittenOff;
import io.dunning.event.Reached;
import io.dunning.event.RestrictionEvent.Hold;
import io.dunning.event.RestrictionEvent.HoldReleased;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.event.StepEvent.StepWithdrawn;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One pass over the events up to a day; afterwards read only. */
final class Replay {
  private static final long NONE = Long.MIN_VALUE;

  /** Null in the replay of an account, which has no amounts. */
  private final Invoice invoice;

  private long credits;
  private long paidIn;
  private long paidBack;
  private List<Hold> holds = List.of();
  private List<LedgerEvent> taken = List.of();
  private int withdrawals;

  long open;
  long credit;

  /** The most that was ever open, for the check that sums of an account fit. */
  long peak;

  Closure closure = Closure.OPEN;
  long closedOn = Standing.NEVER;
  long reopenedOn = Standing.NEVER;
  long dueDay;
  DisputeOpened dispute;
  private boolean disputedWholly;
  Hold hold;
  long heldThrough = NONE;
  PromiseToPay promise;
  List<StepTaken> steps = List.of();
  List<StepTaken> withdrawn = List.of();

  StepsTaken stepsTaken = StepsTaken.NONE;
  long lastContact = NONE;
  long lastReply = NONE;
  Dealings dealings = Dealings.NOTHING;

  private Replay(Invoice invoice) {
    this.invoice = invoice;
  }

  /**
   * The standing after the events up to a day.
   *
   * @throws ArithmeticException if a sum does not fit
   */
  static Standing standing(Invoice invoice, EventLog log, long throughDay) {
    return new Standing(run(invoice, log, throughDay));
  }

  /** What was open at the end of each of some days, which are in order. */
  static List<Money> openOn(Invoice invoice, EventLog log, List<LocalDate> days) {
    List<Money> opens = new ArrayList<>(days.size());
    Replay replay = new Replay(invoice);
    replay.balance(NONE);
    int next = 0;
    for (LocalDate day : days) {
      for (; next < log.size() && !log.get(next).date().isAfter(day); next++) {
        replay.apply(log.get(next), log.get(next).date().toEpochDay());
      }
      opens.add(Money.ofMinor(replay.open, invoice.amount().currency()));
    }
    return opens;
  }

  static Replay run(Invoice invoice, EventLog log, long throughDay) {
    Replay replay = new Replay(invoice);
    replay.balance(NONE);
    for (int i = 0; i < log.size(); i++) {
      LedgerEvent event = log.get(i);
      long day = event.date().toEpochDay();
      if (day > throughDay) {
        break;
      }
      replay.apply(event, day);
    }
    if (!replay.taken.isEmpty()) {
      replay.settleSteps();
      replay.stepsTaken = new StepsTaken(replay.steps);
    }
    replay.longestHold();
    replay.dueDay = replay.earliestOpenDue();
    replay.holds = List.of();
    replay.taken = List.of();
    return replay;
  }

  private void apply(LedgerEvent event, long day) {
    if (invoice == null && isMoney(event)) {
      return;
    }
    if (event instanceof Payment e) {
      paidIn = Math.addExact(paidIn, e.amount().minorUnits());
      balance(day);
    } else if (event instanceof PaymentReversed e) {
      paidBack = Math.addExact(paidBack, e.amount().minorUnits());
      balance(day);
    } else if (event instanceof Refund e) {
      paidBack = Math.addExact(paidBack, e.amount().minorUnits());
      balance(day);
    } else if (event instanceof Credit e) {
      credits = Math.addExact(credits, e.amount().minorUnits());
      balance(day);
    } else if (event instanceof WrittenOff) {
      close(open > 0 ? Closure.WRITTEN_OFF : closure, day);
    } else if (event instanceof Voided) {
      close(Closure.VOIDED, day);
    } else if (event instanceof DisputeOpened e) {
      dispute(e);
    } else if (event instanceof DisputeResolved) {
      dispute = null;
      disputedWholly = false;
      if (dealings.disputedPart > 0) {
        dealings.disputedPart = 0;
      }
    } else if (event instanceof PromiseToPay e) {
      promise = e;
    } else if (event instanceof PromiseWithdrawn) {
      promise = null;
    } else if (event instanceof Hold e) {
      holds = added(holds, e);
    } else if (event instanceof HoldReleased) {
      holds = List.of();
    } else if (event instanceof StepTaken e) {
      taken = added(taken, e);
    } else if (event instanceof StepWithdrawn e) {
      withdrawals++;
      taken = added(taken, e);
    } else if (event instanceof Contact e) {
      lastContact = e.direction() == Direction.OUT ? day : lastContact;
      if (e.direction() == Direction.IN || e.reached() != Reached.UNKNOWN) {
        dealings().apply(e, day);
      }
    } else {
      deal(event, day);
    }
  }

  private void deal(LedgerEvent event, long day) {
    if (isCharge(event) || event instanceof ContactInvited || event instanceof NoticeGiven) {
      return;
    }
    if (event instanceof CustomerReplied) {
      lastReply = day;
    } else if (event instanceof DeliveryFailed e && e.step().isPresent()) {
      withdrawals++;
      taken = added(taken, e);
    }
    dealings().apply(event, day);
  }

  /** Charges stand beside what is open; what they come to is asked of the rules for them. */
  private static boolean isCharge(LedgerEvent event) {
    return event instanceof ChargeAssessed
        || event instanceof ChargeWaived
        || event instanceof ChargeReinstated
        || event instanceof ChargeReversed;
  }

  private Dealings dealings() {
    if (dealings == Dealings.NOTHING) {
      dealings = new Dealings();
    }
    return dealings;
  }

  /** Whether an event moves money. */
  static boolean isMoney(LedgerEvent event) {
    return Promises.change(event) != null;
  }

  private void dispute(DisputeOpened e) {
    dispute = e;
    if (e.amount().isEmpty()) {
      disputedWholly = true;
      return;
    }
    long sum = dealings().disputedPart + e.amount().get().minorUnits();
    dealings.disputedPart = sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** What of the open amount is contested. */
  long disputedOpen() {
    return dispute == null ? 0 : disputedWholly ? open : Math.min(open, dealings.disputedPart);
  }

  /** Whether all that is open is contested. */
  boolean isDisputed() {
    return dispute != null && (disputedWholly || dealings.disputedPart >= open);
  }

  private static <T> List<T> added(List<T> list, T element) {
    List<T> target = list.isEmpty() ? new ArrayList<>(4) : list;
    target.add(element);
    return target;
  }

  /**
   * Backwards, each withdrawal or failed delivery takes back the latest taking of its step that is
   * left. What was withdrawn remains a contact; what did not arrive never was one.
   */
  private void settleSteps() {
    if (withdrawals == 0) {
      for (LedgerEvent each : taken) {
        steps = added(steps, (StepTaken) each);
      }
      return;
    }
    Map<String, Deque<LedgerEvent>> pending = new HashMap<>();
    for (int i = taken.size() - 1; i >= 0; i--) {
      LedgerEvent event = taken.get(i);
      if (event instanceof StepTaken t) {
        Deque<LedgerEvent> against = pending.get(t.step());
        if (against == null || against.isEmpty()) {
          steps = added(steps, t);
        } else if (against.removeLast() instanceof StepWithdrawn) {
          withdrawn = added(withdrawn, t);
        }
      } else {
        String step = event instanceof StepWithdrawn w ? w.step() : failedStep(event);
        pending.computeIfAbsent(step, k -> new ArrayDeque<>()).addLast(event);
      }
    }
    reverse(steps);
    reverse(withdrawn);
  }

  private static String failedStep(LedgerEvent event) {
    return ((DeliveryFailed) event).step().orElseThrow();
  }

  private static void reverse(List<?> list) {
    if (list.size() > 1) {
      Collections.reverse(list);
    }
  }

  private void close(Closure how, long day) {
    closure = how;
    balance(day);
  }

  /** Recomputes what is open; a day of {@link #NONE} is the beginning. */
  private void balance(long day) {
    if (invoice == null) {
      return;
    }
    boolean wasOpen = open > 0;
    long owed = closure == Closure.VOIDED ? 0 : invoice.amount().minorUnits();
    owed = Math.subtractExact(owed, closure == Closure.VOIDED ? 0 : credits);
    long rest = Math.subtractExact(owed, paid());
    credit = rest < 0 ? Math.negateExact(rest) : 0;
    boolean collectable = closure == Closure.OPEN || closure == Closure.SETTLED;
    open = collectable && rest > 0 ? rest : 0;
    peak = Math.max(peak, open);
    if (collectable) {
      closure = open > 0 ? Closure.OPEN : Closure.SETTLED;
    }
    if (open > 0) {
      closedOn = Standing.NEVER;
      if (!wasOpen && day != NONE) {
        reopenedOn = day;
      }
    } else if (wasOpen) {
      closedOn = day;
    }
  }

  long paid() {
    return Math.max(0, Math.subtractExact(paidIn, paidBack));
  }

  CurrencyUnit currency() {
    if (invoice == null) {
      throw new IllegalStateException("the standing of an account has no amounts of its own");
    }
    return invoice.amount().currency();
  }

  private void longestHold() {
    for (Hold each : holds) {
      long through = each.until().map(LocalDate::toEpochDay).orElse(Standing.NEVER);
      if (hold == null || through > heldThrough) {
        hold = each;
        heldThrough = through;
      }
    }
  }

  private long earliestOpenDue() {
    if (invoice == null) {
      return Standing.NEVER;
    }
    if (dealings.renegotiatedOn != NONE) {
      return dealings.renegotiatedDue;
    }
    if (open > 0 && !invoice.instalments().isEmpty()) {
      long settled = Math.subtractExact(invoice.amount().minorUnits(), open);
      for (var part : invoice.instalments()) {
        settled -= part.amount().minorUnits();
        if (settled < 0) {
          return part.due().toEpochDay();
        }
      }
    }
    return invoice.dueDay();
  }

  /** The parts in which the invoice falls due; none once new terms were agreed. */
  List<Instalment> instalments() {
    return invoice == null || dealings.renegotiatedOn != NONE ? List.of() : invoice.instalments();
  }

  long openDueBefore(long day) {
    if (open == 0 || dueDay >= day) {
      return 0;
    }
    long later = 0;
    for (var part : instalments()) {
      if (part.due().toEpochDay() >= day) {
        later += part.amount().minorUnits();
      }
    }
    return Math.max(0, open - later);
  }
}
