package io.dunning.scenario;

import io.dunning.evaluation.DunningDocument;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up timelines. */
final class BacktestTally {
  /** What stands for the segment of a customer who has none. */
  static final String NO_SEGMENT = "no segment";

  private final int soonDays;
  private final SortedMap<String, Integer> contacts;
  private final SortedMap<CurrencyUnit, Money> charged = new TreeMap<>();
  private final SortedMap<CurrencyUnit, Money> waived = new TreeMap<>();
  private final SortedMap<String, SortedMap<CurrencyUnit, Money>> overdueAt;
  private final SortedMap<String, SortedMap<String, Integer>> customersAt;
  private final List<Long> days = new ArrayList<>();
  private int accounts;
  private int customers;
  private int soon;

  BacktestTally(DunningPolicy policy, int soonDays) {
    this.soonDays = soonDays;
    LadderOrder order =
        new LadderOrder(policy.ladder().steps().stream().map(EscalationStep::name).toList());
    contacts = new TreeMap<>(order);
    overdueAt = new TreeMap<>(order);
    customersAt = new TreeMap<>(order);
  }

  void waived(Account account, LocalDate first, LocalDate last) {
    for (Money each : WaivedCharges.of(account, first, last)) {
      waived.merge(each.currency(), each, Money::plus);
    }
  }

  void add(Account account, Timeline timeline, List<DunningDocument> sent) {
    accounts++;
    for (Timeline.Entry each : timeline.entries()) {
      var now = each.recommendation();
      now.assessments().values().stream()
          .flatMap(List::stream)
          .forEach(c -> charged.merge(c.amount().currency(), c.amount(), Money::plus));
      SortedMap<CurrencyUnit, Money> sums =
          overdueAt.computeIfAbsent(each.step(), s -> new TreeMap<>());
      now.overdue().forEach(m -> sums.merge(m.currency(), m, Money::plus));
    }
    contacts(account, sent);
    toWhom(account, timeline);
  }

  /** Counts each document that reaches the customer once, however many invoices it is about. */
  private void contacts(Account account, List<DunningDocument> sent) {
    SortedMap<String, LocalDate> firstContact = new TreeMap<>();
    for (DunningDocument each : sent) {
      if (each.channel().isPresent()) {
        LocalDate on = each.leading().asOf();
        contacts.merge(each.step() + " by " + each.channel().get(), 1, Integer::sum);
        soon += paysSoon(account, each.invoices(), on) ? 1 : 0;
        each.invoices().forEach(i -> firstContact.putIfAbsent(i, on));
      }
    }
    customers += firstContact.isEmpty() ? 0 : 1;
    for (InvoiceHistory history : account.invoices()) {
      LocalDate on = firstContact.get(history.invoice().number());
      if (on != null) {
        days.add(on.toEpochDay() - history.invoice().due().toEpochDay());
      }
    }
  }

  /** Counts the customer once for each step, however often the step was taken. */
  private void toWhom(Account account, Timeline timeline) {
    String segment = account.customer().segment().orElse(NO_SEGMENT);
    timeline.entries().stream()
        .map(Timeline.Entry::step)
        .distinct()
        .forEach(
            step ->
                customersAt
                    .computeIfAbsent(step, s -> new TreeMap<>())
                    .merge(segment, 1, Integer::sum));
  }

  private boolean paysSoon(Account account, List<String> invoices, LocalDate contact) {
    LocalDate until = contact.plusDays(soonDays);
    for (InvoiceHistory history : account.invoices()) {
      boolean about = invoices.contains(history.invoice().number());
      if (about && isPaid(history.events(), contact, until)) {
        return true;
      }
    }
    return isPaid(account.events(), contact, until);
  }

  /** Whether a payment came after a day, up to another one. */
  private static boolean isPaid(List<LedgerEvent> events, LocalDate after, LocalDate until) {
    for (LedgerEvent event : events) {
      boolean then = event.date().isAfter(after) && !event.date().isAfter(until);
      if (then && event instanceof MoneyEvent.Payment) {
        return true;
      }
    }
    return false;
  }

  Backtest result(String policy, LocalDate first, LocalDate last) {
    return new Backtest(
        policy,
        first,
        last,
        accounts,
        customers,
        contacts,
        charged,
        waived,
        soonDays,
        soon,
        days,
        overdueAt,
        customersAt);
  }
}
