package io.dunning.ledger;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.AgreementEvent.PromiseWithdrawn;
import io.dunning.event.DeliveryEvent.DeliveryConfirmed;
import io.dunning.event.DeliveryEvent.DeliveryFailed;
import io.dunning.event.DisputeEvent.DisputeOpened;
import io.dunning.event.DisputeEvent.DisputeResolved;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Restriction;
import io.dunning.event.RestrictionEvent.Hold;
import io.dunning.event.RestrictionEvent.HoldReleased;
import io.dunning.event.RestrictionEvent.Restricted;
import io.dunning.event.RestrictionEvent.RestrictionLifted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The days on which a hold, a dispute, a promise, a restriction or a failed delivery was in force.
 */
final class HeldSpans {
  private final Days tolerance;
  private final BusinessCalendar calendar;
  private final List<DateSpan> ended = new ArrayList<>();
  private List<DateSpan> holds = new ArrayList<>();
  private List<DateSpan> disputes = new ArrayList<>();
  private List<DateSpan> promises = new ArrayList<>();
  private List<DateSpan> undelivered = new ArrayList<>();
  private final Map<Restriction, List<DateSpan>> restrictions = new EnumMap<>(Restriction.class);

  HeldSpans(Days tolerance, BusinessCalendar calendar) {
    this.tolerance = tolerance;
    this.calendar = calendar;
  }

  List<DateSpan> through(EventLog log, LocalDate asOf) {
    for (int i = 0; i < log.size() && !log.get(i).date().isAfter(asOf); i++) {
      add(log.get(i));
    }
    ended.addAll(holds);
    ended.addAll(disputes);
    ended.addAll(promises);
    ended.addAll(undelivered);
    restrictions.values().forEach(ended::addAll);
    return merged(ended);
  }

  private void add(LedgerEvent event) {
    LocalDate day = event.date();
    if (event instanceof Hold e) {
      start(holds, day, e.until().orElse(LocalDate.MAX));
    } else if (event instanceof HoldReleased) {
      holds = cut(holds, day);
    } else if (event instanceof DisputeOpened e && e.amount().isEmpty()) {
      start(disputes, day, LocalDate.MAX);
    } else if (event instanceof DisputeResolved) {
      disputes = cut(disputes, day);
    } else if (event instanceof PromiseToPay e) {
      promises = cut(promises, day);
      start(promises, day, calendar.find(e.until(), tolerance).orElse(e.until()));
    } else if (event instanceof PromiseWithdrawn) {
      promises = cut(promises, day);
    } else if (event instanceof DeliveryFailed e && e.step().isEmpty()) {
      start(undelivered, day, LocalDate.MAX);
    } else if (event instanceof DeliveryConfirmed e && e.step().isEmpty()) {
      undelivered = cut(undelivered, day);
    } else if (event instanceof Restricted e) {
      List<DateSpan> spans = cut(ofKind(e.restriction()), day);
      start(spans, day, e.until().orElse(LocalDate.MAX));
      restrictions.put(e.restriction(), spans);
    } else if (event instanceof RestrictionLifted e) {
      restrictions.put(e.restriction(), cut(ofKind(e.restriction()), day));
    }
  }

  private List<DateSpan> ofKind(Restriction restriction) {
    return restrictions.getOrDefault(restriction, List.of());
  }

  /** Adds the days on which a payment plan held. */
  static void add(List<DateSpan> spans, PlanOutcome plan) {
    start(spans, plan.plan().date(), plan.lastDay());
  }

  private static void start(List<DateSpan> spans, LocalDate first, LocalDate last) {
    if (!last.isBefore(first)) {
      spans.add(new DateSpan(first, last));
    }
  }

  /** Ends spans on the day before the day; none is left running. */
  private List<DateSpan> cut(List<DateSpan> spans, LocalDate day) {
    for (DateSpan span : spans) {
      if (span.lastInclusive().isBefore(day)) {
        ended.add(span);
      } else if (span.first().isBefore(day)) {
        ended.add(new DateSpan(span.first(), day.minusDays(1)));
      }
    }
    return new ArrayList<>();
  }

  /** Sorted and without overlap, so that each day counts once. */
  static List<DateSpan> merged(List<DateSpan> spans) {
    List<DateSpan> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparing(DateSpan::first));
    List<DateSpan> merged = new ArrayList<>();
    for (DateSpan span : sorted) {
      int last = merged.size() - 1;
      if (last >= 0 && !span.first().isAfter(merged.get(last).lastInclusive())) {
        DateSpan before = merged.get(last);
        LocalDate end =
            before.lastInclusive().isAfter(span.lastInclusive())
                ? before.lastInclusive()
                : span.lastInclusive();
        merged.set(last, new DateSpan(before.first(), end));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }
}
