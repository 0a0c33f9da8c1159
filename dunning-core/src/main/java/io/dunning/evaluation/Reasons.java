package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the families of reasons have in common. */
final class Reasons {
  private Reasons() {}

  /** The day after a day; empty after the last day there is. */
  static Optional<LocalDate> dayAfter(LocalDate day) {
    return day.equals(LocalDate.MAX) ? Optional.empty() : Optional.of(day.plusDays(1));
  }

  /** A day as a date; the last date there is for a day after it. */
  static LocalDate date(long epochDay) {
    return LocalDate.ofEpochDay(Math.min(epochDay, EpochDay.LAST));
  }

  /** The parts of a record by name, in their order, without those that are absent. */
  static Map<String, Object> facts(Record reason) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (RecordComponent each : reason.getClass().getRecordComponents()) {
      try {
        Object fact = each.getAccessor().invoke(reason);
        fact = fact instanceof Optional<?> optional ? optional.orElse(null) : fact;
        if (fact != null) {
          facts.put(each.getName(), fact);
        }
      } catch (ReflectiveOperationException e) {
        throw new AssertionError("a reason reads its own parts", e);
      }
    }
    return Collections.unmodifiableMap(facts);
  }

  /** Whether two reasons name the same kind of hold, whatever its dates. */
  static boolean isSameHold(Reason one, Reason other) {
    if (one instanceof HoldReason.HeldWhile held && other instanceof HoldReason.HeldWhile another) {
      return held.equals(another);
    }
    if (one instanceof HoldReason.Restricted held
        && other instanceof HoldReason.Restricted another) {
      return held.restriction() == another.restriction();
    }
    return isOfPlan(one) ? isOfPlan(other) : one.getClass() == other.getClass();
  }

  private static boolean isOfPlan(Reason reason) {
    return reason instanceof HoldReason.InPlan || reason instanceof HoldReason.Settled;
  }
}
