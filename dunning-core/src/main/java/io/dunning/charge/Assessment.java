package io.dunning.charge;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.ChargeEvent.ChargeAssessed;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to assess on a day when a step is taken. */
final class Assessment {
  private final ChargeRules rules;
  private final LocalDate day;
  private final BusinessCalendar calendar;

  Assessment(ChargeRules rules, LocalDate day, BusinessCalendar calendar) {
    this.rules = rules;
    this.day = day;
    this.calendar = calendar;
  }

  List<ChargeAssessed> of(InvoiceHistory history, String step) {
    AccruedCharges now = rules.accrue(history, day, calendar);
    List<ChargeAssessed> all = new ArrayList<>();
    if (!StepFee.isAssessed(history, step, day)) {
      Money fee = rules.feeOf(step, now.overdue(), false);
      add(all, Charge.FEE, withinCap(now, fee), Optional.of(step));
    }
    if (!all.isEmpty() && rules.cap().isPresent()) {
      // the recorded fee takes room, and interest is rounded on its day
      now = rules.accrue(history.with(all.get(0)), day, calendar);
    }
    add(all, Charge.FEE, now.feesToAssess(), Optional.empty());
    add(all, Charge.INTEREST, now.interestToAssess(), Optional.empty());
    return List.copyOf(all);
  }

  private void add(List<ChargeAssessed> all, Charge charge, Money amount, Optional<String> step) {
    if (amount.isPositive()) {
      all.add(new ChargeAssessed(day, charge, amount, step));
    }
  }

  /** What of a fee the cap leaves room for. */
  private Money withinCap(AccruedCharges now, Money fee) {
    if (rules.cap().isEmpty()) {
      return fee;
    }
    ChargeCap cap = rules.cap().get();
    long end = cap.lastDay(day.toEpochDay());
    long room = cap.limit(now.invoice().amount());
    for (ChargeLine line : now.lines()) {
      boolean counts =
          !line.kind().isWaived() && cap.lastDay(line.throughInclusive().toEpochDay()) == end;
      room -= counts ? line.amount().minorUnits() : 0;
    }
    return Money.ofMinor(Math.max(0, Math.min(room, fee.minorUnits())), fee.currency());
  }
}
