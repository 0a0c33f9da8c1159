package io.dunning.cli;

import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Invoice;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A debtor who pays late, in parts, by a wrong reference, for everything at once, with money that
 * comes back, or never; and what the feed of the bank and the clerks make of it. Days count from
 * the first day of the simulation.
 */
final class MessyDebtor {
  static final LocalDate START = LocalDate.of(2026, 1, 5);
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");
  private static final int ON_ACCOUNT = -1;

  /** Money that came in: for which invoice, when it was at the bank, and when in the feed. */
  record Receipt(int invoice, long minor, int atBank, int inFeed, int returned) {
    boolean isIn(int from, int day) {
      return from <= day && day < returned;
    }
  }

  /** What is recorded on a day: on an invoice, or on the account. */
  record Entry(int day, int invoice, LedgerEvent event, boolean evidence) {}

  final List<Invoice> invoices = new ArrayList<>();
  final List<Receipt> receipts = new ArrayList<>();
  final List<Entry> entries = new ArrayList<>();

  private final SplittableRandom random;
  private final Feed feed;
  private int names;

  MessyDebtor(int number, long seed, Feed feed) {
    random = new SplittableRandom(seed + number);
    this.feed = feed;
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      LocalDate issued = START.plusDays(random.nextInt(40));
      Money amount = Money.ofMinor(2_000 + random.nextInt(500_000), EUR);
      invoices.add(Invoice.of("I-" + number + "-" + i, amount, issued, issued.plusDays(14)));
    }
    pay(random.nextInt(100));
    if (random.nextInt(10) == 0) {
      mistake();
    }
    entries.sort(Comparator.comparingInt(Entry::day));
  }

  static LocalDate date(int day) {
    return START.plusDays(day);
  }

  private int late() {
    return random.nextInt(50) - 4;
  }

  private int due(int invoice) {
    return (int) (invoices.get(invoice).due().toEpochDay() - START.toEpochDay());
  }

  private long minor(int invoice) {
    return invoices.get(invoice).amount().minorUnits();
  }

  private void pay(int style) {
    if (style < 15) {
      everythingAtOnce();
      return;
    }
    for (int i = 0; i < invoices.size() && style < 95; i++) {
      int day = due(i) + late();
      if (style < 50) {
        booked(i, minor(i), day, Integer.MAX_VALUE);
      } else if (style < 70) {
        proposed(i, minor(i), day);
      } else if (style < 85) {
        proposed(i, minor(i) / 2, day);
        proposed(i, minor(i) - minor(i) / 2, day + 5 + random.nextInt(20));
      } else {
        int back = feed.seenOn(day) + 3;
        booked(i, minor(i), day, back);
        booked(i, minor(i), back + 10 + random.nextInt(20), Integer.MAX_VALUE);
      }
    }
  }

  /** The reference fits: it is booked on the day on which it is in the feed. */
  private void booked(int invoice, long minor, int day, int returned) {
    int seen = feed.seenOn(day);
    receipts.add(new Receipt(invoice, minor, day, seen, returned));
    Money amount = Money.ofMinor(minor, EUR);
    entries.add(new Entry(seen, invoice, LedgerEvent.payment(date(day), amount), false));
    if (returned < Integer.MAX_VALUE) {
      LedgerEvent back = LedgerEvent.paymentReversed(date(returned), amount);
      entries.add(new Entry(returned, invoice, back, false));
    }
  }

  /** The reference does not fit: it is proposed for the invoice, and booked by a clerk later. */
  private void proposed(int invoice, long minor, int day) {
    int seen = feed.seenOn(day);
    receipts.add(new Receipt(invoice, minor, day, seen, Integer.MAX_VALUE));
    String name = "R-" + names++;
    Money amount = Money.ofMinor(minor, EUR);
    LedgerEvent candidate = LedgerEvent.candidateReceipt(date(seen), name, amount, "debtor");
    int cleared = seen + 1 + random.nextInt(10);
    entries.add(new Entry(seen, invoice, candidate, true));
    entries.add(new Entry(cleared, invoice, LedgerEvent.payment(date(day), amount), false));
    entries.add(
        new Entry(cleared, invoice, LedgerEvent.candidateBooked(date(cleared), name), true));
  }

  /** One sum for all invoices, proposed for the account. */
  private void everythingAtOnce() {
    int day = 0;
    long sum = 0;
    for (int i = 0; i < invoices.size(); i++) {
      day = Math.max(day, due(i) - 14 + random.nextInt(40));
      sum += minor(i);
    }
    int seen = feed.seenOn(day);
    String name = "R-" + names++;
    LedgerEvent candidate =
        LedgerEvent.candidateReceipt(date(seen), name, Money.ofMinor(sum, EUR), "debtor");
    int cleared = seen + 1 + random.nextInt(10);
    entries.add(new Entry(seen, ON_ACCOUNT, candidate, true));
    for (int i = 0; i < invoices.size(); i++) {
      receipts.add(new Receipt(i, minor(i), day, seen, Integer.MAX_VALUE));
      LedgerEvent payment = LedgerEvent.payment(date(day), invoices.get(i).amount());
      entries.add(new Entry(cleared, i, payment, false));
    }
    entries.add(
        new Entry(cleared, ON_ACCOUNT, LedgerEvent.candidateBooked(date(cleared), name), true));
  }

  /** Money of somebody else is taken for a payment, until a clerk finds out. */
  private void mistake() {
    int invoice = random.nextInt(invoices.size());
    int seen = feed.seenOn(due(invoice) + random.nextInt(40));
    String name = "X-" + names++;
    LedgerEvent candidate =
        LedgerEvent.candidateReceipt(
            date(seen), name, invoices.get(invoice).amount(), "somebody else");
    int cleared = seen + 1 + random.nextInt(10);
    entries.add(new Entry(seen, invoice, candidate, true));
    entries.add(
        new Entry(cleared, invoice, LedgerEvent.candidateRejected(date(cleared), name), true));
  }

  /** What is truly open on an invoice, by what is in the feed, or else at the bank. */
  long openMinor(int invoice, int day, boolean byFeed) {
    long open = minor(invoice);
    for (Receipt each : receipts) {
      if (each.invoice() == invoice && each.isIn(byFeed ? each.inFeed() : each.atBank(), day)) {
        open -= each.minor();
      }
    }
    return open;
  }

  /** When the feed shows what came in: on the next business day, and late after an outage. */
  static final class Feed {
    private final int[] coveredThrough;

    Feed(int days) {
      coveredThrough = new int[days];
      for (int day = 1; day < days; day++) {
        boolean weekend = date(day).getDayOfWeek().getValue() > 5;
        boolean outage = day % 30 >= 20 && day % 30 < 25;
        coveredThrough[day] = weekend || outage ? coveredThrough[day - 1] : day - 1;
      }
    }

    int coveredThrough(int day) {
      return coveredThrough[day];
    }

    int seenOn(int day) {
      int seen = Math.max(1, day + 1);
      while (seen < coveredThrough.length - 1 && coveredThrough[seen] < day) {
        seen++;
      }
      return seen;
    }

    /** The next day on which the feed shows more. */
    int nextOn(int day) {
      int next = day + 1;
      while (next < coveredThrough.length && coveredThrough[next] == coveredThrough[day]) {
        next++;
      }
      return next;
    }
  }
}
