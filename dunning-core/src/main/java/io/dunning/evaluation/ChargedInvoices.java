package io.dunning.evaluation;

import io.dunning.charge.AccruedCharges;
import io.dunning.charge.AccruedCharges.Owed;
import io.dunning.charge.ChargeRules;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.ChargeEvent.ChargeAssessed;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the invoices of a debt have cost by the end of a day, and what a step assesses on those it
 * is about. Sums too large for minor units are left out and reported.
 */
final class ChargedInvoices {
  private final PreparedPolicy policy;
  private final ChargeRules rules;
  private final LocalDate day;
  private SortedMap<String, List<ChargeAssessed>> assessments = Collections.emptySortedMap();
  private List<AccruedCharges> charges = List.of();

  /** The invoices to which these belong, in the same order. */
  private List<InvoiceHistory> accrued = List.of();

  /** Where to look first for what an invoice costs: it is asked for in the order of the account. */
  private int next;

  private List<String> missing = List.of();

  ChargedInvoices(PreparedPolicy policy, ChargeRules rules, LocalDate day) {
    this.policy = policy;
    this.rules = rules;
    this.day = day;
  }

  /** Accrues the charges of the invoices concerned. */
  void accrue(List<InvoiceHistory> concerned) {
    charges = new ArrayList<>(concerned.size());
    accrued = new ArrayList<>(concerned.size());
    for (InvoiceHistory each : concerned) {
      try {
        AccruedCharges now = rules.accrue(each, day, policy.calendar);
        charges.add(now);
        accrued.add(each);
        now.missing().ifPresent(this::miss);
      } catch (ArithmeticException e) {
        tooLarge(each);
      }
    }
  }

  private void miss(String what) {
    if (missing.isEmpty()) {
      missing = new ArrayList<>(1);
    }
    if (!missing.contains(what)) {
      missing.add(what);
    }
  }

  /** Notes that what an invoice costs cannot be said in minor units. */
  void tooLarge(InvoiceHistory history) {
    miss("charges of " + history.invoice().number() + " do not fit: their sum is too large");
  }

  /** Assesses the charges of a step: its fees, and what accrued since charges were assessed. */
  void assess(String step, List<InvoiceHistory> concerned) {
    assessments = new TreeMap<>();
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    SortedMap<CurrencyUnit, String> first = new TreeMap<>();
    for (InvoiceHistory each : concerned) {
      try {
        String number = each.invoice().number();
        Money overdue = rules.accrue(each, day, policy.calendar).overdue();
        add(number, rules.assess(each, step, day, policy.calendar));
        sums.merge(overdue.currency(), overdue, Money::plus);
        first.putIfAbsent(overdue.currency(), number);
      } catch (ArithmeticException e) {
        tooLarge(each);
      }
    }
    boolean assessed = concerned.stream().anyMatch(h -> ChargeRules.isAssessed(h, step, day));
    sums.forEach(
        (currency, overdue) -> {
          Money fee = rules.documentFee(step, overdue);
          if (fee.isPositive() && !assessed) {
            add(first.get(currency), List.of(fee(step, fee)));
          }
        });
  }

  private ChargeAssessed fee(String step, Money amount) {
    return new ChargeAssessed(day, Charge.FEE, amount, Optional.of(step));
  }

  private void add(String number, List<ChargeAssessed> events) {
    if (!events.isEmpty()) {
      List<ChargeAssessed> all = new ArrayList<>(assessments.getOrDefault(number, List.of()));
      all.addAll(events);
      assessments.put(number, List.copyOf(all));
    }
  }

  /** An invoice as it is once the charges of the step are recorded. */
  InvoiceHistory charged(InvoiceHistory history) {
    List<ChargeAssessed> events = assessments.get(history.invoice().number());
    return events == null ? history : history.with(events.toArray(new LedgerEvent[0]));
  }

  /**
   * What is owed on an invoice, the charges of the step included; what is open if it costs nothing.
   */
  Owed owed(InvoiceHistory history, Money open) {
    try {
      Owed owed = costs(charged(history)).owed();
      owed.total(); // fits, so that whoever reads the answer can add it up
      return owed;
    } catch (ArithmeticException e) {
      tooLarge(history);
    }
    Money zero = Money.zero(open.currency());
    return new Owed(open, zero, zero);
  }

  /** What an invoice costs, which is known already unless the step assesses charges on it. */
  private AccruedCharges costs(InvoiceHistory history) {
    if (next < accrued.size() && accrued.get(next) == history) {
      return charges.get(next++);
    }
    return rules.accrue(history, day, policy.calendar);
  }

  SortedMap<String, List<ChargeAssessed>> assessments() {
    return assessments;
  }

  List<AccruedCharges> charges() {
    return charges;
  }

  /** What could not be said, such as a rate that is not known. */
  List<String> missing() {
    return missing;
  }
}
