package io.dunning.evaluation;

import io.dunning.event.LedgerEvent;
import io.dunning.event.StepEvent.StepTaken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How often a step was taken: on one day as often as the account or an invoice says. */
final class TimesTaken {
  private TimesTaken() {}

  /** How often a step was taken for the invoices of a scope up to now, withdrawn or not. */
  static int of(String step, Scope scope) {
    Books books = scope.books();
    LocalDate day = books.asOfDate();
    List<LocalDate> days = takings(step, books.account.events(), day);
    for (int i = scope.from(); books.balances.anyInvoiceSteps() && i < scope.to(); i++) {
      if (scope.contains(i)) {
        days = together(days, takings(step, books.invoices.get(i).events(), day));
      }
    }
    return days.size();
  }

  /** The days on which a step was taken up to a day, in order. */
  private static List<LocalDate> takings(String step, List<LedgerEvent> events, LocalDate day) {
    List<LocalDate> days = List.of();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof StepTaken taken
          && taken.step().equals(step)
          && !taken.date().isAfter(day)) {
        days = days.isEmpty() ? new ArrayList<>() : days;
        days.add(taken.date());
      }
    }
    return days;
  }

  /** Each day as often as one of two lists names it. */
  private static List<LocalDate> together(List<LocalDate> days, List<LocalDate> others) {
    if (days.isEmpty() || others.isEmpty()) {
      return days.isEmpty() ? others : days;
    }
    List<LocalDate> rest = new ArrayList<>(others);
    days.forEach(rest::remove);
    rest.addAll(days);
    return rest;
  }
}
