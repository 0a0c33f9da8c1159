package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.check.Debtor.Share;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.ConditionParts.Topic;
import io.dunning.policy.DunningPolicy;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Makes the debtors at the edges of what a policy names. */
final class Debtors {
  static final String INVOICE = "INV-1";
  static final String SECOND = "INV-2";
  private static final LocalDate USUAL = LocalDate.of(2025, 2, 5);
  private static final int TERM_DAYS = 30;

  /** The most combinations of what customers can be that are tried with an event. */
  private static final int MOST_CUSTOMERS = 16;

  /** The most combinations of what customers can be that are tried without an event. */
  private static final int MOST_CUSTOMERS_CROSSED = 64;

  private static final int MOST_CROSSED = 2000;
  private static final int MOST_APART = 40;
  private static final int DAYS_APART = 9;

  /** The earlier invoices of a customer with a past: enough to be judged by. */
  private static final int PAST = 4;

  /** Late, but not so late that a customer counts as severe for it. */
  private static final int LITTLE_LATE_DAYS = 5;

  private final Boundary boundary;
  private final BusinessCalendar calendar;
  private final LocalDate due;
  private final Set<Debtor> all = new LinkedHashSet<>();

  private Debtors(Boundary boundary, BusinessCalendar calendar, LocalDate earliest) {
    this.boundary = boundary;
    this.calendar = calendar;
    due = dueDate(calendar, earliest);
  }

  /** The debtors, the most usual one first. */
  static List<Debtor> of(Boundary boundary, BusinessCalendar calendar, DunningPolicy... policies) {
    Debtors made = begin(boundary, calendar, policies);
    made.make();
    return List.copyOf(made.all);
  }

  /**
   * For worlds without an event: every customer with every amount due on every kind of day, and two
   * invoices some days apart.
   */
  static List<Debtor> crossed(
      Boundary boundary, BusinessCalendar calendar, DunningPolicy... policies) {
    Debtors made = begin(boundary, calendar, policies);
    List<Money> amounts = made.amounts();
    List<LocalDate> days = made.days();
    List<Customer> customers = made.customers(Customer.of("C-1"), MOST_CUSTOMERS_CROSSED);
    long combinations = (long) days.size() * customers.size() * amounts.size();
    long tried = Math.min(combinations, MOST_CROSSED);
    for (long i = 0; i < tried; i++) {
      int number = Math.toIntExact(i * combinations / tried);
      Money amount = amounts.get(number % amounts.size());
      int left = number / amounts.size();
      Customer customer = customers.get(left % customers.size());
      Invoice invoice = invoice(INVOICE, amount, days.get(left / customers.size()));
      made.all.add(debtor(Share.STILL, customer, InvoiceHistory.of(invoice)));
    }
    List<Debtor> all = new ArrayList<>(made.all);
    Money typical = boundary.typical(boundary.currency());
    for (int apart = 1; apart <= MOST_APART; apart++) {
      all.add(made.withSecond(Share.STILL, typical, made.due.plusDays(apart)));
    }
    return all;
  }

  /**
   * Says how many combinations {@link #crossed} leaves out because there are too many.
   *
   * @return a sentence; empty if it leaves out none
   */
  static Optional<String> notTried(
      Boundary boundary, BusinessCalendar calendar, DunningPolicy policy) {
    Debtors made = begin(boundary, calendar, policy);
    double customers = boundary.channels.size();
    double combined = 1;
    for (List<UnaryOperator<Customer>> each : made.choices()) {
      combined *= each.size() + 1;
    }
    customers += combined;
    int few = made.customers(Customer.of("C-1"), MOST_CUSTOMERS_CROSSED).size();
    double others = (double) made.amounts().size() * made.days().size();
    double tried = Math.min(MOST_CROSSED, few * others);
    return customers * others <= tried
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "only %,.0f of %,.0f combinations of customer, amount and due date were tried",
                tried,
                customers * others));
  }

  /** Whether some combinations of what customers can be are tried alone only. */
  static boolean leavesOut(Boundary boundary, BusinessCalendar calendar, DunningPolicy policy) {
    Debtors made = begin(boundary, calendar, policy);
    double combined = 1;
    for (List<UnaryOperator<Customer>> each : made.choices()) {
      combined *= each.size() + 1;
    }
    return combined > MOST_CUSTOMERS_CROSSED;
  }

  private List<Money> amounts() {
    List<Money> amounts = new ArrayList<>(boundary.edges());
    amounts.add(boundary.typical(boundary.currency()));
    return amounts;
  }

  private List<LocalDate> days() {
    Set<LocalDate> days = new LinkedHashSet<>(List.of(due));
    days.addAll(dueDays());
    for (int i = 1; i < DayOfWeek.values().length; i++) {
      days.add(due.plusDays(i));
    }
    return List.copyOf(days);
  }

  private static Debtors begin(
      Boundary boundary, BusinessCalendar calendar, DunningPolicy... policies) {
    LocalDate earliest = USUAL;
    for (DunningPolicy each : policies) {
      LocalDate live = each.liveFrom().orElse(earliest);
      earliest = live.isAfter(earliest) ? live : earliest;
    }
    return new Debtors(boundary, calendar, earliest);
  }

  /** A Wednesday that the calendar covers with room before and after it. */
  private static LocalDate dueDate(BusinessCalendar calendar, LocalDate earliest) {
    LocalDate first = calendar.covered().first();
    boolean covers = first.isBefore(earliest.minusDays(2L * TERM_DAYS));
    LocalDate from = covers ? earliest : first.plusDays(2L * TERM_DAYS);
    return from.with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
  }

  private void make() {
    Money typical = boundary.typical(boundary.currency());
    Customer plain = Customer.of("C-1");
    all.add(debtor(Share.USUAL, plain, InvoiceHistory.of(invoice(INVOICE, typical, due))));
    all.add(withSecond(Share.USUAL, typical, due.plusDays(DAYS_APART)));
    customers(plain, MOST_CUSTOMERS).stream()
        .filter(c -> !c.equals(plain))
        .forEach(c -> add(c, typical, due));
    boundary.edges().forEach(a -> add(plain, a, due));
    boundary.amounts.keySet().stream()
        .filter(c -> !c.equals(typical.currency()))
        .forEach(c -> add(plain, boundary.typical(c), due));
    dueDays().forEach(d -> add(plain, typical, d));
    all.add(withSecond(Share.EDGE, typical, due));
    if (boundary.topics.contains(Topic.BEHAVIOUR)) {
      for (int late = 0; late <= PAST; late++) {
        all.add(withPast(typical, late, LITTLE_LATE_DAYS));
      }
      all.add(withPast(typical, PAST, 20));
      all.add(withPast(typical, PAST, 100));
    }
  }

  private void add(Customer customer, Money amount, LocalDate dueOn) {
    all.add(debtor(Share.EDGE, customer, InvoiceHistory.of(invoice(INVOICE, amount, dueOn))));
  }

  private static Invoice invoice(String number, Money amount, LocalDate dueOn) {
    return Invoice.of(number, amount, dueOn.minusDays(TERM_DAYS), dueOn);
  }

  private static Debtor debtor(Share share, Customer customer, InvoiceHistory... invoices) {
    Account account = Account.of(customer, List.of(invoices));
    return new Debtor(account, invoices[0].invoice().issued(), share);
  }

  private Debtor withSecond(Share share, Money amount, LocalDate secondDue) {
    return debtor(
        share,
        Customer.of("C-1"),
        InvoiceHistory.of(invoice(INVOICE, amount, due)),
        InvoiceHistory.of(invoice(SECOND, amount, secondDue)));
  }

  /** A customer who paid four earlier invoices, so many of them so many days late. */
  private Debtor withPast(Money amount, int late, int daysLate) {
    InvoiceHistory[] invoices = new InvoiceHistory[PAST + 1];
    invoices[0] = InvoiceHistory.of(invoice(INVOICE, amount, due));
    for (int i = 1; i < invoices.length; i++) {
      int days = i <= late ? daysLate : 0;
      LocalDate paidDue = due.minusDays(TERM_DAYS + days + 10L * i);
      LedgerEvent paid = LedgerEvent.payment(paidDue.plusDays(days), amount);
      invoices[i] = InvoiceHistory.of(invoice("PAST-" + i, amount, paidDue)).with(paid);
    }
    return debtor(Share.EDGE, Customer.of("C-1"), invoices);
  }

  /** Days around which business days and month ends make a difference. */
  private List<LocalDate> dueDays() {
    List<LocalDate> days = new ArrayList<>();
    days.add(due.with(TemporalAdjusters.next(DayOfWeek.FRIDAY)));
    days.add(due.with(TemporalAdjusters.next(DayOfWeek.SATURDAY)));
    days.add(due.with(TemporalAdjusters.next(DayOfWeek.SUNDAY)));
    days.add(due.with(TemporalAdjusters.lastDayOfMonth()));
    calendar
        .holidayAfter(due)
        .ifPresent(
            h -> {
              days.add(h.minusDays(1));
              days.add(h);
            });
    return days;
  }

  /** Every combination of what is named, as far as there are few; else each alone. */
  private List<Customer> customers(Customer plain, int most) {
    Set<Customer> made = new LinkedHashSet<>(List.of(plain));
    for (List<UnaryOperator<Customer>> choice : choices()) {
      List<Customer> before = new ArrayList<>(made);
      boolean few = (long) before.size() * (choice.size() + 1) <= most;
      for (UnaryOperator<Customer> change : choice) {
        (few ? before : List.of(plain)).forEach(c -> made.add(change.apply(c)));
      }
    }
    boundary.channels.forEach(c -> made.add(plain.without(c)));
    return List.copyOf(made);
  }

  /** What customers can be: of each list, one or none. */
  private List<List<UnaryOperator<Customer>>> choices() {
    List<List<UnaryOperator<Customer>>> choices = new ArrayList<>();
    boundary.tags.forEach(t -> choices.add(List.of(c -> c.tagged(t))));
    choices.add(changes(boundary.segments, Customer::inSegment));
    choices.add(changes(boundary.countries, Customer::inCountry));
    choices.add(changes(boundary.kinds, Customer::ofKind));
    boundary.facts.forEach(
        (name, values) -> choices.add(changes(values, (c, v) -> c.with(name, v))));
    choices.add(changes(boundary.creditLimits(), Customer::withCreditLimit));
    choices.removeIf(List::isEmpty);
    return choices;
  }

  private static <T> List<UnaryOperator<Customer>> changes(
      Iterable<T> values, BiFunction<Customer, T, Customer> change) {
    List<UnaryOperator<Customer>> all = new ArrayList<>();
    values.forEach(v -> all.add(c -> change.apply(c, v)));
    return all;
  }

  /** The currencies of the debtors. */
  static CurrencyUnit currencyOf(Account account) {
    return account.invoices().get(0).invoice().amount().currency();
  }
}
