package io.dunning.ledger;

import io.dunning.calendar.DateSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Spans of days on which one kind of thing was in force, some ended, some running. */
final class Spans {
  private final List<DateSpan> ended = new ArrayList<>();
  private List<DateSpan> running = new ArrayList<>();

  /** Begins a span; both days are included. Nothing begins if the last day is before the first. */
  void start(LocalDate first, LocalDate last) {
    if (!last.isBefore(first)) {
      running.add(new DateSpan(first, last));
    }
  }

  /** Ends all running spans on the day before a day. */
  void end(LocalDate day) {
    for (DateSpan span : running) {
      if (span.lastInclusive().isBefore(day)) {
        ended.add(span);
      } else if (span.first().isBefore(day)) {
        ended.add(new DateSpan(span.first(), day.minusDays(1)));
      }
    }
    running = new ArrayList<>();
  }

  void addTo(List<DateSpan> all) {
    all.addAll(ended);
    all.addAll(running);
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
