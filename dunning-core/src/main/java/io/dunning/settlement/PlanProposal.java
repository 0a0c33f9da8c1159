package io.dunning.settlement;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.AccruedCharges;
import io.dunning.charge.ChargeRules;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Works out a plan for what is owed on invoices, with the interest that accrues meanwhile. */
final class PlanProposal {
  private final PlanRule rule;
  private final ChargeRules charges;
  private final LocalDate on;
  private final BusinessCalendar calendar;

  PlanProposal(PlanRule rule, ChargeRules charges, LocalDate on, BusinessCalendar calendar) {
    this.rule = rule;
    this.charges = charges;
    this.on = on;
    this.calendar = calendar;
  }

  /** Returns the plan for one invoice. */
  PaymentPlan forOne(InvoiceHistory history) {
    InvoiceHistory known =
        InvoiceHistory.of(
            history.invoice(),
            history.events().stream().filter(e -> !e.date().isAfter(on)).toList());
    AccruedCharges now = charges.accrue(known, on, calendar);
    PaymentPlan plain = rule.propose(now.owed().total(), on);
    if (isWithoutInterest(plain)) {
      return plain;
    }
    InvoiceHistory paid =
        known.with(
            plain.instalments().stream()
                .map(i -> new MoneyEvent.Payment(i.due(), i.amount()))
                .toArray(LedgerEvent[]::new));
    AccruedCharges end = charges.accrue(paid, last(plain), calendar);
    Money interest = end.accruedInterest().minus(now.accruedInterest());
    return InstalmentSplit.plan(rule, now.owed().total(), interest, on);
  }

  /** Returns one plan for several invoices in one currency, at least one. */
  PaymentPlan forAll(List<InvoiceHistory> histories) {
    if (histories.isEmpty()) {
      throw new IllegalArgumentException("a payment plan is for one invoice or more");
    }
    List<InvoiceHistory> known = histories.stream().map(h -> h.asOf(on)).toList();
    Money owed = known.stream().map(this::owed).reduce(Money::plus).orElseThrow();
    PaymentPlan plain = rule.propose(owed, on);
    if (isWithoutInterest(plain)) {
      return plain;
    }
    LocalDate last = last(plain);
    Money interest = Money.zero(owed.currency());
    for (InvoiceHistory each : paid(known, plain.instalments())) {
      Money before = charges.accrue(each.asOf(on), on, calendar).accruedInterest();
      interest =
          interest.plus(charges.accrue(each, last, calendar).accruedInterest().minus(before));
    }
    return InstalmentSplit.plan(rule, owed, interest, on);
  }

  private boolean isWithoutInterest(PaymentPlan plain) {
    return !rule.interestGoesOn() || plain.instalments().isEmpty();
  }

  private static LocalDate last(PaymentPlan plan) {
    return plan.instalments().get(plan.instalments().size() - 1).due();
  }

  private Money owed(InvoiceHistory history) {
    return charges.accrue(history, on, calendar).owed().total();
  }

  /** The invoices once instalments paid what is owed on them, the oldest due date first. */
  private List<InvoiceHistory> paid(List<InvoiceHistory> known, List<Instalment> instalments) {
    List<InvoiceHistory> oldestFirst = new ArrayList<>(known);
    oldestFirst.sort(Comparator.comparing(h -> h.invoice().due()));
    List<InvoiceHistory> paid = new ArrayList<>();
    int next = 0;
    Money left = instalments.get(0).amount();
    for (InvoiceHistory each : oldestFirst) {
      InvoiceHistory then = each;
      Money owed = owed(each);
      while (owed.isPositive()) {
        Money part = owed.compareTo(left) < 0 ? owed : left;
        then = then.with(new MoneyEvent.Payment(instalments.get(next).due(), part));
        owed = owed.minus(part);
        left = left.minus(part);
        if (left.isZero() && next < instalments.size() - 1) {
          left = instalments.get(++next).amount();
        }
      }
      paid.add(then);
    }
    return paid;
  }
}
