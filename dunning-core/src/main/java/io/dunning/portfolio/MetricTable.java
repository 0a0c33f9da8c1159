package io.dunning.portfolio;

import io.dunning.calendar.EpochDay;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Closure;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up the figures of accounts for each currency. */
final class MetricTable {
  private final LocalDate asOf;
  private final long day;
  private final long monthStart;
  private final long quarterStart;
  private final SortedMap<CurrencyUnit, MetricSums> sums = new TreeMap<>();

  MetricTable(LocalDate asOf) {
    this.asOf = asOf;
    this.day = asOf.toEpochDay();
    this.monthStart = asOf.withDayOfMonth(1).toEpochDay();
    this.quarterStart = CollectionMetrics.quarterStart(asOf).toEpochDay();
  }

  void add(Account account) {
    for (InvoiceHistory history : account.invoices()) {
      if (history.invoice().issuedDay() <= day) {
        add(history);
      }
    }
  }

  private void add(InvoiceHistory history) {
    Invoice invoice = history.invoice();
    MetricSums of = sums.computeIfAbsent(invoice.amount().currency(), c -> new MetricSums());
    Standing standing = history.standingOn(day);
    long open = standing.balance().openMinor();
    long daysPastDue = day - standing.balance().dueDay();
    of.open = Math.addExact(of.open, open);
    if (open > 0 && daysPastDue > 0) {
      of.overdue = Math.addExact(of.overdue, open);
      of.overdueDays = of.overdueDays.add(MetricSums.times(open, daysPastDue));
    }
    if (invoice.issuedDay() < monthStart) {
      long before = history.standingOn(monthStart - 1).balance().openMinor();
      of.openingBalance = Math.addExact(of.openingBalance, before);
    }
    if (invoice.issuedDay() < quarterStart) {
      long before = history.standingOn(quarterStart - 1).balance().openMinor();
      of.openingOfQuarter = Math.addExact(of.openingOfQuarter, before);
    }
    if (standing.balance().closure() != Closure.VOIDED) {
      long amount = invoice.amount().minorUnits();
      of.addSales(YearMonth.from(invoice.issued()), amount);
      boolean recent = invoice.issuedDay() > day - 90;
      of.salesOf90Days = Math.addExact(of.salesOf90Days, recent ? amount : 0);
    }
    if (standing.balance().closure() == Closure.WRITTEN_OFF) {
      long closed = standing.balance().closedOn().map(LocalDate::toEpochDay).orElse(EpochDay.NONE);
      long lost = closed >= monthStart ? history.standingOn(closed - 1).balance().openMinor() : 0;
      of.writtenOff = Math.addExact(of.writtenOff, lost);
    }
    settled(history, standing, of);
    payments(history, of);
  }

  /** Counts the invoice if it was settled by money in the month and never disputed. */
  private void settled(InvoiceHistory history, Standing standing, MetricSums of) {
    long closed = standing.balance().closedOn().map(LocalDate::toEpochDay).orElse(EpochDay.NONE);
    boolean paid =
        standing.balance().closure() == Closure.SETTLED && standing.balance().paid().isPositive();
    if (closed < monthStart || !paid || wasDisputed(history)) {
      return;
    }
    of.settled++;
    of.settledOnTime += closed <= standing.balance().dueDay() ? 1 : 0;
  }

  private boolean wasDisputed(InvoiceHistory history) {
    for (LedgerEvent event : history.events()) {
      if (event instanceof DisputeEvent.DisputeOpened && event.date().toEpochDay() <= day) {
        return true;
      }
    }
    return false;
  }

  /** Adds the payments of the month. */
  private void payments(InvoiceHistory history, MetricSums of) {
    for (LedgerEvent event : history.events()) {
      long on = event.date().toEpochDay();
      if (event instanceof MoneyEvent.Payment payment && on >= monthStart && on <= day) {
        long amount = payment.amount().minorUnits();
        long late = on - history.invoice().due().toEpochDay();
        of.payments++;
        of.paid = Math.addExact(of.paid, amount);
        of.daysVsDue += late;
        of.daysLate += Math.max(0, late);
        long toPay = on - history.invoice().issuedDay();
        of.weightedDaysToPay = of.weightedDaysToPay.add(MetricSums.times(amount, toPay));
        of.weightedDaysLate = of.weightedDaysLate.add(MetricSums.times(amount, Math.max(0, late)));
      }
    }
  }

  MetricTable merge(MetricTable more) {
    more.sums.forEach(
        (currency, each) -> sums.computeIfAbsent(currency, c -> new MetricSums()).add(each));
    return this;
  }

  SortedMap<CurrencyUnit, CollectionMetrics> metrics() {
    SortedMap<CurrencyUnit, CollectionMetrics> all = new TreeMap<>();
    sums.forEach((c, each) -> all.put(c, new CollectionMetrics(asOf, c, each)));
    return all;
  }
}
