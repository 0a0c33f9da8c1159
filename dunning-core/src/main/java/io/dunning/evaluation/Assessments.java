package io.dunning.evaluation;

import io.dunning.charge.AccruedCharges;
import io.dunning.charge.ChargeRules;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The charges that a step assesses, invoice by invoice. */
final class Assessments {
  private final ChargeRules rules;
  private final String step;
  private final Recommendation due;

  Assessments(ChargeRules rules, String step, Recommendation due) {
    this.rules = rules;
    this.step = step;
    this.due = due;
  }

  SortedMap<String, List<ChargeEvent.ChargeAssessed>> byInvoice() {
    SortedMap<String, List<ChargeEvent.ChargeAssessed>> all = new TreeMap<>();
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    SortedMap<CurrencyUnit, String> first = new TreeMap<>();
    for (InvoiceHistory each : due.chased()) {
      String number = each.invoice().number();
      add(all, number, rules.assess(each, step, due.asOf(), due.calendar()));
      AccruedCharges now = rules.accrue(each, due.asOf(), due.calendar());
      CurrencyUnit currency = now.overdue().currency();
      sums.merge(currency, now.overdue(), Money::plus);
      first.putIfAbsent(currency, number);
    }
    sums.forEach(
        (currency, overdue) -> {
          Money fee = rules.documentFee(step, overdue);
          if (fee.isPositive() && !isAssessed()) {
            add(
                all,
                first.get(currency),
                List.of(
                    new ChargeEvent.ChargeAssessed(
                        due.asOf(), Charge.FEE, fee, Optional.of(step))));
          }
        });
    return all;
  }

  /** Whether the fee of the step was assessed on any of the invoices. */
  private boolean isAssessed() {
    return due.chased().stream().anyMatch(h -> ChargeRules.isAssessed(h, step, due.asOf()));
  }

  private static void add(
      SortedMap<String, List<ChargeEvent.ChargeAssessed>> all,
      String number,
      List<ChargeEvent.ChargeAssessed> events) {
    if (!events.isEmpty()) {
      List<ChargeEvent.ChargeAssessed> more = new ArrayList<>(all.getOrDefault(number, List.of()));
      more.addAll(events);
      all.put(number, List.copyOf(more));
    }
  }
}
