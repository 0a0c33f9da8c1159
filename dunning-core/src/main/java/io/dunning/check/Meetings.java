package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes customers of whom two invoices lie just so far apart that different steps about them come
 * on one day.
 */
final class Meetings {
  /** How far weekends and ends of months can move a step away from where it is expected. */
  private static final int[] AWAY = {0, 1, -1, 2, -2, 3, -3, 4, -4};

  private static final int[] NOWHERE = {};

  private final Player player;
  private final Budget budget;
  private final int horizonDays;
  private final Set<List<String>> met = new HashSet<>();
  private final List<Debtor> all = new ArrayList<>();

  private Meetings(DunningPolicy policy, BusinessCalendar calendar, Budget budget) {
    player = new Player(policy, calendar, null, budget::tick);
    this.budget = budget;
    horizonDays = Nominal.horizonDays(policy);
  }

  /** The customers: those of some debtors, but with two invoices; each two steps meet once. */
  static List<Debtor> of(DunningPolicy policy, BusinessCalendar calendar, List<Debtor> debtors) {
    Budget all = new Budget(Long.MAX_VALUE, Duration.ZERO, (w, d) -> {});
    return of(policy, calendar, debtors, all);
  }

  /** The customers, as far as the budget goes; whoever hears of it may throw to end the search. */
  static List<Debtor> of(
      DunningPolicy policy, BusinessCalendar calendar, List<Debtor> debtors, Budget budget) {
    Meetings made = new Meetings(policy, calendar, budget);
    if (canMeet(policy)) {
      Set<Customer> customers = new HashSet<>();
      for (Debtor each : debtors) {
        if (each.account().invoices().size() == 1 && customers.add(each.account().customer())) {
          made.add(each.account());
        }
      }
    }
    return made.all;
  }

  /** Whether each invoice has its own letters, and no distance keeps them apart. */
  private static boolean canMeet(DunningPolicy policy) {
    int usual = policy.outreach().minimumDaysBetweenContacts();
    return policy.account().unit() == AccountRules.Unit.INVOICE
        && policy.ladder().steps().stream()
            .filter(EscalationStep::contactsCustomer)
            .anyMatch(s -> s.minimumDaysSinceLastContact().orElse(usual) == 0);
  }

  private void add(Account one) {
    Map<Integer, Map<String, LocalDate>> known = new HashMap<>();
    for (int later = 0; later < DayOfWeek.values().length && !budget.isUsedUp(); later++) {
      add(one, later, known);
    }
  }

  /** Adds customers whose first invoice is due so many days later than that of the given one. */
  private void add(Account one, int later, Map<Integer, Map<String, LocalDate>> known) {
    Map<String, LocalDate> days = known.computeIfAbsent(later, d -> contacts(one, d));
    SortedSet<Integer> distances = new TreeSet<>();
    for (Map.Entry<String, LocalDate> first : days.entrySet()) {
      for (Map.Entry<String, LocalDate> second : days.entrySet()) {
        budget.tick();
        List<String> steps = List.of(first.getKey(), second.getKey());
        int apart = (int) ChronoUnit.DAYS.between(second.getValue(), first.getValue());
        for (int away : apart == 0 || met.contains(steps) ? NOWHERE : AWAY) {
          int then = later + apart + away;
          LocalDate on = known.computeIfAbsent(then, d -> contacts(one, d)).get(second.getKey());
          if (first.getValue().equals(on) && met.add(steps)) {
            distances.add(apart + away);
          }
        }
      }
    }
    distances.forEach(d -> all.add(debtor(one, later, later + d)));
  }

  /** When the customer first hears of each step, if all is due so many days later. */
  private Map<String, LocalDate> contacts(Account one, int later) {
    Map<String, LocalDate> days = new LinkedHashMap<>();
    InvoiceHistory invoice = InvoiceHistory.of(invoice(one, Debtors.INVOICE, later));
    Account account = Account.of(one.customer(), List.of(invoice));
    Debtor debtor = new Debtor(account, invoice.invoice().issued(), Debtor.Share.STILL);
    LocalDate last = invoice.invoice().due().plusDays(horizonDays);
    for (Path each : player.play(debtor, List.of(), last).moments()) {
      if (each.isStep() && each.step.channel().isPresent()) {
        days.putIfAbsent(each.step.step().orElseThrow(), each.day);
      }
    }
    return days;
  }

  private static Invoice invoice(Account one, String number, int later) {
    Invoice first = one.invoices().get(0).invoice();
    return Invoice.of(
        number, first.amount(), first.issued().plusDays(later), first.due().plusDays(later));
  }

  private static Debtor debtor(Account one, int later, int second) {
    Account account =
        Account.of(
            one.customer(),
            List.of(
                InvoiceHistory.of(invoice(one, Debtors.INVOICE, later)),
                InvoiceHistory.of(invoice(one, Debtors.SECOND, second))));
    LocalDate first = invoice(one, Debtors.SECOND, Math.min(later, second)).issued();
    return new Debtor(account, first, Debtor.Share.STILL);
  }
}
