package io.dunning.portfolio;

import io.dunning.ledger.Account;
import io.dunning.ledger.DisputeCase;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.portfolio.PaymentPractices.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Sorts invoices by how long they took to be paid. */
final class PracticeSums {
  private final boolean byCustomer;
  private final LocalDate from;
  private final LocalDate through;
  private final SortedMap<Key, Sums> sums = new TreeMap<>();

  PracticeSums(boolean byCustomer, LocalDate from, LocalDate through) {
    this.byCustomer = byCustomer;
    this.from = from;
    this.through = through;
  }

  private record Key(String customer, CurrencyUnit currency) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::customer).thenComparing(Key::currency);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** Counts invoices and adds up amounts. */
  private static final class Tally {
    private int invoices;
    private long amount;

    void add(long minor) {
      invoices++;
      amount = Math.addExact(amount, minor);
    }

    Part in(CurrencyUnit currency) {
      return new Part(invoices, Money.ofMinor(amount, currency));
    }
  }

  private static final class Sums {
    private final Tally paid = new Tally();
    private final Tally within30 = new Tally();
    private final Tally from31To60 = new Tally();
    private final Tally over60 = new Tally();
    private final Tally late = new Tally();
    private final Tally disputed = new Tally();
    private final Tally overdue = new Tally();
    private final LongStream.Builder days = LongStream.builder();
  }

  void add(Account account) {
    List<DisputeCase> whole = account.standingOn(through.toEpochDay()).agreements().disputes();
    for (InvoiceHistory history : account.invoices()) {
      if (!history.invoice().issued().isAfter(through)) {
        add(account.customer().id(), history, whole);
      }
    }
  }

  private void add(String customer, InvoiceHistory history, List<DisputeCase> whole) {
    Standing standing = history.standingOn(through);
    Key key = new Key(byCustomer ? customer : "", history.invoice().amount().currency());
    if (standing.balance().openMinor() > 0) {
      if (standing.balance().due().isBefore(through)) {
        long past = standing.balance().openDueBefore(through.toEpochDay());
        of(key).overdue.add(past);
      }
      return;
    }
    Optional<LocalDate> settled = Figures.settledByMoney(history, standing);
    if (settled.isEmpty() || settled.get().isBefore(from)) {
      return;
    }
    LocalDate on = settled.get();
    long minor = history.invoice().amount().minorUnits();
    long days = on.toEpochDay() - history.invoice().issuedDay();
    Sums of = of(key);
    of.days.add(days);
    of.paid.add(minor);
    (days <= 30 ? of.within30 : days <= 60 ? of.from31To60 : of.over60).add(minor);
    if (on.isAfter(standing.balance().due())) {
      of.late.add(minor);
    }
    boolean own = !standing.agreements().disputes().isEmpty();
    if (own || whole.stream().anyMatch(d -> concerns(d, history.invoice().issued(), on))) {
      of.disputed.add(minor);
    }
  }

  /** Whether a dispute of the account was opened while an invoice was open. */
  private static boolean concerns(DisputeCase dispute, LocalDate issued, LocalDate settled) {
    LocalDate opened = dispute.opened().date();
    return !opened.isBefore(issued) && !opened.isAfter(settled);
  }

  private Sums of(Key key) {
    return sums.computeIfAbsent(key, k -> new Sums());
  }

  List<PaymentPractices> reports() {
    List<PaymentPractices> all = new ArrayList<>();
    sums.forEach((key, of) -> all.add(report(key, of)));
    return all;
  }

  private PaymentPractices report(Key key, Sums of) {
    DaysStatistics days = DaysStatistics.of(of.days.build());
    CurrencyUnit currency = key.currency;
    return new PaymentPractices(
        byCustomer ? Optional.of(key.customer) : Optional.empty(),
        from,
        through,
        of.paid.in(currency),
        of.within30.in(currency),
        of.from31To60.in(currency),
        of.over60.in(currency),
        of.late.in(currency),
        of.disputed.in(currency),
        of.overdue.in(currency),
        days.mean(),
        days.median(),
        days.percentile(80, DaysStatistics.Method.NEAREST_RANK),
        days.percentile(95, DaysStatistics.Method.NEAREST_RANK));
  }
}
