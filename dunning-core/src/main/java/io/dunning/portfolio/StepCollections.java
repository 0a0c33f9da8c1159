package io.dunning.portfolio;

import io.dunning.action.Channel;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.portfolio.CollectedAfterSteps.Kind;
import io.dunning.portfolio.CollectedAfterSteps.Line;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts payments for the last step before them. */
final class StepCollections {
  private final LocalDate from;
  private final LocalDate through;
  private final int window;
  private final SortedMap<Key, Sums> sums = new TreeMap<>();

  StepCollections(LocalDate from, LocalDate through, int window) {
    this.from = from;
    this.through = through;
    this.window = window;
  }

  /** The line for which a payment or a step counts. */
  private record Key(CurrencyUnit currency, Kind kind, String step, Optional<Channel> channel)
      implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::currency)
            .thenComparing(Key::kind)
            .thenComparing(Key::step)
            .thenComparing(k -> k.channel.map(Channel::ordinal).orElse(-1));

    static Key of(CurrencyUnit currency, StepTaken step) {
      return new Key(currency, Kind.AFTER_STEP, step.step(), step.channel());
    }

    static Key without(CurrencyUnit currency, Kind kind) {
      return new Key(currency, kind, "", Optional.empty());
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Sums {
    private int taken;
    private int payments;
    private long amount;
  }

  /** What is left of a payment, and the line for which it counts. */
  private static final class Portion {
    private final Key key;
    private long left;

    Portion(Key key, long left) {
      this.key = key;
      this.left = left;
    }
  }

  void add(Account account) {
    List<StepTaken> whole = account.standingOn(through.toEpochDay()).steps().taken();
    SortedSet<CurrencyUnit> currencies = new TreeSet<>();
    for (InvoiceHistory history : account.invoices()) {
      CurrencyUnit currency = history.invoice().amount().currency();
      currencies.add(currency);
      List<StepTaken> own = history.standingOn(through).steps().taken();
      count(currency, own);
      List<StepTaken> all = new ArrayList<>(whole);
      all.addAll(own);
      all.sort(Comparator.comparing(StepTaken::date));
      payments(history, currency, all);
    }
    currencies.forEach(c -> count(c, whole));
    waiting(account);
  }

  private Sums of(Key key) {
    return sums.computeIfAbsent(key, k -> new Sums());
  }

  private boolean inSpan(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(through);
  }

  private void count(CurrencyUnit currency, List<StepTaken> steps) {
    for (StepTaken each : steps) {
      if (inSpan(each.date())) {
        of(Key.of(currency, each)).taken++;
      }
    }
  }

  private void payments(InvoiceHistory history, CurrencyUnit currency, List<StepTaken> steps) {
    Deque<Portion> received = new ArrayDeque<>();
    long overdrawn = 0;
    for (LedgerEvent event : history.events()) {
      if (event.date().isAfter(through)) {
        return;
      }
      if (event instanceof MoneyEvent.Payment payment) {
        long minor = payment.amount().minorUnits();
        // what was taken back before anything had come in was owed to the customer first
        long offset = Math.min(overdrawn, minor);
        overdrawn -= offset;
        Portion portion = new Portion(key(currency, steps, payment.date()), minor - offset);
        received.push(portion);
        if (inSpan(payment.date())) {
          of(portion.key).payments++;
        }
        move(payment.date(), portion.key, portion.left);
      } else if (event instanceof MoneyEvent.PaymentReversed back) {
        overdrawn += takeBack(received, back.date(), back.amount().minorUnits());
      } else if (event instanceof MoneyEvent.Refund back) {
        overdrawn += takeBack(received, back.date(), back.amount().minorUnits());
      }
    }
  }

  /** Takes back the latest payments; returns what exceeds all of them. */
  private long takeBack(Deque<Portion> received, LocalDate day, long minor) {
    long rest = minor;
    while (rest > 0 && !received.isEmpty()) {
      Portion latest = received.peek();
      long part = Math.min(rest, latest.left);
      latest.left -= part;
      rest -= part;
      move(day, latest.key, -part);
      if (latest.left == 0) {
        received.pop();
      }
    }
    return rest;
  }

  private void move(LocalDate day, Key key, long minor) {
    if (inSpan(day)) {
      Sums line = of(key);
      line.amount = Math.addExact(line.amount, minor);
    }
  }

  /** The line of the last step that was taken before a day, within the window. */
  private Key key(CurrencyUnit currency, List<StepTaken> steps, LocalDate day) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      long before = day.toEpochDay() - steps.get(i).date().toEpochDay();
      if (before > window) {
        break;
      }
      if (before >= 1) {
        return Key.of(currency, steps.get(i));
      }
    }
    return Key.without(currency, Kind.WITHOUT_STEP);
  }

  /** The change of what waits on the account. */
  private void waiting(Account account) {
    for (LedgerEvent event : account.events()) {
      if (event instanceof MoneyEvent.Payment payment && inSpan(payment.date())) {
        of(Key.without(payment.amount().currency(), Kind.NOT_APPLIED)).payments++;
      }
    }
    account.unapplied(through).forEach((c, m) -> waiting(c, m.minorUnits()));
    if (from.isAfter(LocalDate.MIN)) {
      account.unapplied(from.minusDays(1)).forEach((c, m) -> waiting(c, -m.minorUnits()));
    }
  }

  private void waiting(CurrencyUnit currency, long minor) {
    Sums line = of(Key.without(currency, Kind.NOT_APPLIED));
    line.amount = Math.addExact(line.amount, minor);
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    sums.forEach(
        (key, each) -> {
          if (each.taken > 0 || each.payments > 0 || each.amount != 0) {
            Money amount = Money.ofMinor(each.amount, key.currency);
            lines.add(new Line(key.kind, key.step, key.channel, each.taken, each.payments, amount));
          }
        });
    return lines;
  }
}
