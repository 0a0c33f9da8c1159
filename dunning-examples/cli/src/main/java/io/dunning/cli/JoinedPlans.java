package io.dunning.cli;

import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.event.BookedEvent;
import io.dunning.terms.Instalment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins instalments that were agreed on one day, in rows of their own, into one plan. */
final class JoinedPlans {
  private JoinedPlans() {}

  /** The events in their order, each plan in the place of its first instalment. */
  static List<BookedEvent> of(List<BookedEvent> events) {
    if (!haveAny(events)) {
      return events;
    }
    List<BookedEvent> all = new ArrayList<>(events.size());
    Map<List<Object>, Integer> places = new HashMap<>();
    for (BookedEvent entry : events) {
      if (entry.event() instanceof PlanAgreed plan) {
        List<Object> key = List.of(plan.date(), plan.settles(), plan.proposedOn());
        Integer place = places.putIfAbsent(key, all.size());
        if (place != null) {
          all.set(place, joined(all.get(place), plan));
          continue;
        }
      }
      all.add(entry);
    }
    return all;
  }

  private static boolean haveAny(List<BookedEvent> events) {
    for (BookedEvent entry : events) {
      if (entry.event() instanceof PlanAgreed) {
        return true;
      }
    }
    return false;
  }

  private static BookedEvent joined(BookedEvent first, PlanAgreed more) {
    List<Instalment> parts = new ArrayList<>(((PlanAgreed) first.event()).instalments());
    parts.addAll(more.instalments());
    PlanAgreed plan = new PlanAgreed(more.date(), parts, more.settles(), more.proposedOn());
    return new BookedEvent(plan, first.bookedOn(), first.evidence());
  }
}
