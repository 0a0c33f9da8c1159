package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.AgreementEvent.PromiseWithdrawn;
import io.dunning.event.BankEvent.CollectionFailed;
import io.dunning.event.BookedEvent;
import io.dunning.event.DeliveryEvent.DeliveryFailed;
import io.dunning.event.LedgerEvent;
import io.dunning.event.StepEvent;
import io.dunning.event.StepEvent.StepApproved;
import io.dunning.event.StepEvent.StepRefused;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.event.StepEvent.StepWithdrawn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what an invoice gets of the events of its account once a parent answers for it: what its
 * account would count for it. A promise is about what was issued by its day, a step or a decision
 * about what was past due on its day, a collection that failed about what was due.
 */
final class ChildEvents implements StepEvent.Visitor {
  private final InvoiceHistory history;
  private final boolean onNewTerms;
  private final List<BookedEvent> counting = new ArrayList<>();

  /** Of each step the takings that were not taken back, and whether each counts. */
  private final Map<String, Deque<Boolean>> takings = new HashMap<>();

  /** The day of the account's promise about the invoice; {@link EpochDay#NONE} if none runs. */
  private long promisedOn = EpochDay.NONE;

  private BookedEvent entry;

  private ChildEvents(InvoiceHistory history) {
    this.history = history;
    onNewTerms = isRenegotiated(history.standingOn(EpochDay.NEVER));
  }

  /**
   * The events of an account that count for one of its invoices.
   *
   * @param ofAccount those that do not count for all invoices together, in their order
   */
  static BookedEvent[] of(List<BookedEvent> ofAccount, InvoiceHistory history) {
    ChildEvents events = new ChildEvents(history);
    ofAccount.forEach(events::add);
    return events.counting.toArray(new BookedEvent[0]);
  }

  private void add(BookedEvent next) {
    entry = next;
    LedgerEvent event = next.event();
    if (event instanceof StepEvent step) {
      step.accept(this);
    } else if (isAbout(event)) {
      counting.add(next);
      if (event instanceof DeliveryFailed failed) {
        failed.step().ifPresent(this::takeBack);
      }
    }
  }

  private boolean isAbout(LedgerEvent event) {
    long day = event.date().toEpochDay();
    if (event instanceof PromiseToPay) {
      promisedOn = day >= history.invoice().issuedDay() ? day : EpochDay.NONE;
      return promisedOn != EpochDay.NONE;
    }
    if (event instanceof PromiseWithdrawn) {
      boolean counts = promisedOn != EpochDay.NONE && !isReplacedBy(day);
      promisedOn = EpochDay.NONE;
      return counts;
    }
    return !(event instanceof CollectionFailed) || day >= dueOn(day);
  }

  /** Whether a promise for the invoice alone came after that of its account. */
  private boolean isReplacedBy(long day) {
    for (LedgerEvent own : history.events()) {
      long on = own.date().toEpochDay();
      if (own instanceof PromiseToPay && on > promisedOn && on <= day) {
        return true;
      }
    }
    return false;
  }

  private boolean isPastDue(StepEvent event) {
    long day = event.date().toEpochDay();
    return day > dueOn(day);
  }

  /** When the invoice, or its first instalment, was due by what was known at the end of a day. */
  private long dueOn(long day) {
    Standing then = onNewTerms ? history.standingOn(day) : null;
    if (then != null && isRenegotiated(then)) {
      return then.balance().wholeDueDay();
    }
    Invoice invoice = history.invoice();
    return invoice.instalments().isEmpty()
        ? invoice.dueDay()
        : invoice.instalments().get(0).due().toEpochDay();
  }

  private static boolean isRenegotiated(Standing standing) {
    return standing.agreements().renegotiatedDay() != EpochDay.NONE;
  }

  /** A step that does not count is taken back on its day: it remains a contact. */
  @Override
  public void stepTaken(StepTaken event) {
    boolean counts = isPastDue(event);
    takings.computeIfAbsent(event.step(), s -> new ArrayDeque<>()).addLast(counts);
    counting.add(entry);
    if (!counts) {
      counting.add(new StepWithdrawn(event.date(), event.step()).bookedOn(entry.bookedOn()));
    }
  }

  /** Takes back what counts, and nothing that the invoice has of its own. */
  @Override
  public void stepWithdrawn(StepWithdrawn event) {
    if (takeBack(event.step())) {
      counting.add(entry);
    }
  }

  /** Returns whether the latest taking of a step counted until then. */
  private boolean takeBack(String step) {
    Deque<Boolean> ofStep = takings.get(step);
    return ofStep != null && Boolean.TRUE.equals(ofStep.pollLast());
  }

  @Override
  public void stepApproved(StepApproved event) {
    decided(event);
  }

  @Override
  public void stepRefused(StepRefused event) {
    decided(event);
  }

  private void decided(StepEvent event) {
    if (isPastDue(event)) {
      counting.add(entry);
    }
  }
}
