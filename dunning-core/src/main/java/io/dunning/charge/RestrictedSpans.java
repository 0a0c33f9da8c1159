package io.dunning.charge;

import io.dunning.calendar.EpochDay;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Restriction;
import io.dunning.event.RestrictionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The days on which a restriction keeps charges from accruing. */
final class RestrictedSpans implements RestrictionEvent.Visitor {
  private final Set<Restriction> pausing;
  private final List<DisputedSpans.Span> spans = new ArrayList<>();
  private final RestrictionEvent.Restricted[] inForce =
      new RestrictionEvent.Restricted[Restriction.values().length];

  private RestrictedSpans(Set<Restriction> pausing) {
    this.pausing = pausing;
  }

  /** The spans by some events; none if no restriction among them is a pausing one. */
  static List<DisputedSpans.Span> of(List<LedgerEvent> events, Set<Restriction> pausing) {
    RestrictedSpans found = new RestrictedSpans(pausing);
    for (LedgerEvent each : events) {
      if (each instanceof RestrictionEvent event) {
        event.accept(found);
      }
    }
    for (Restriction each : Restriction.values()) {
      found.end(each, EpochDay.NEVER);
    }
    return List.copyOf(found.spans);
  }

  /** The later of two restrictions of one kind replaces the earlier one. */
  @Override
  public void restricted(RestrictionEvent.Restricted event) {
    end(event.restriction(), event.date().toEpochDay() - 1);
    boolean stops = pausing.contains(event.restriction());
    inForce[event.restriction().ordinal()] = stops ? event : null;
  }

  /** The day on which it is lifted is free. */
  @Override
  public void restrictionLifted(RestrictionEvent.RestrictionLifted event) {
    end(event.restriction(), event.date().toEpochDay() - 1);
  }

  private void end(Restriction kind, long through) {
    RestrictionEvent.Restricted begun = inForce[kind.ordinal()];
    if (begun == null) {
      return;
    }
    inForce[kind.ordinal()] = null;
    long from = begun.date().toEpochDay();
    long last = begun.until().map(d -> Math.min(d.toEpochDay(), through)).orElse(through);
    if (from <= last) {
      spans.add(new DisputedSpans.Span(from, last, Long.MAX_VALUE));
    }
  }

  /** A hold keeps steps back; the debt stays due. */
  @Override
  public void hold(RestrictionEvent.Hold event) {}

  @Override
  public void holdReleased(RestrictionEvent.HoldReleased event) {}

  /** Whether a day lies in one of some spans. */
  static boolean include(List<DisputedSpans.Span> spans, long day) {
    for (DisputedSpans.Span each : spans) {
      if (each.includes(day)) {
        return true;
      }
    }
    return false;
  }

  /** A day, or the first one after it that is in no span; never if there is none. */
  static long firstOutside(List<DisputedSpans.Span> spans, long day) {
    long found = day;
    while (found != EpochDay.NEVER && include(spans, found)) {
      long from = found;
      for (DisputedSpans.Span each : spans) {
        if (each.includes(from)) {
          found = each.through() == EpochDay.NEVER ? EpochDay.NEVER : each.through() + 1;
        }
      }
    }
    return found;
  }
}
