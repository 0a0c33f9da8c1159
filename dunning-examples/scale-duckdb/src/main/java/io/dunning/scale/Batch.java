package io.dunning.scale;

import io.dunning.action.Channel;
import io.dunning.aging.ReceivablesDraft;
import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.json.DunningJson;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.portfolio.AccountRow;
import io.dunning.portfolio.AccountTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of some accounts side by side. Accounts that columns can tell go into the table as they
 * are; an object is made for the others, and for those whose whole answer is wanted.
 */
final class Batch {
  private static final JsonMapper MAPPER = DunningJson.mapper();

  private final BatchRows rows = new BatchRows();
  private final List<String> customers = new ArrayList<>();

  /** That of the last row that was asked about; most rows have the same. */
  private CurrencyUnit lastCurrency;

  private int[] firsts = new int[256];

  /** Begins the next account. */
  void begin(String customer) {
    if (customers.size() == firsts.length) {
      firsts = Arrays.copyOf(firsts, 2 * firsts.length);
    }
    firsts[customers.size()] = rows.size;
    customers.add(customer);
  }

  /** Adds a row of the account begun last. */
  void add(PortfolioRow row) {
    rows.add(row);
  }

  int accounts() {
    return customers.size();
  }

  int rows() {
    return rows.size;
  }

  String customer(int i) {
    return customers.get(i);
  }

  private int end(int i) {
    return i + 1 < customers.size() ? firsts[i + 1] : rows.size;
  }

  /** Does something about an account; a refusal, or an amount too large, names the customer. */
  void naming(int i, Runnable work) {
    try {
      work.run();
    } catch (JacksonException
        | IllegalArgumentException
        | ArithmeticException
        | BadPortfolioException e) {
      throw new BadPortfolioException("customer " + customers.get(i) + ": " + e.getMessage(), e);
    }
  }

  /** The day of the last event, so that a table, which knows how things end, is right. */
  long lastDay(int i) {
    long last = Long.MIN_VALUE;
    for (int row = firsts[i]; row < end(i); row++) {
      if (rows.kinds[row] != Kind.INVOICE && rows.kinds[row] != Kind.CUSTOMER) {
        last = Math.max(last, rows.days[row]);
      }
    }
    return last;
  }

  /** Whether columns tell the account: no JSON, no credit note. */
  boolean isPlain(int i) {
    for (int row = firsts[i]; row < end(i); row++) {
      boolean dispute = rows.kinds[row] == Kind.DISPUTE && rows.numbers[row] == null;
      boolean payment = rows.kinds[row] == Kind.PAYMENT && rows.numbers[row] == null;
      if (rows.jsons[row] != null || dispute || payment || rows.minors[row] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Puts the account into a table. */
  void put(int i, AccountTable table) {
    if (!isPlain(i)) {
      table.put(account(i));
      return;
    }
    AccountRow to = table.row(customers.get(i));
    for (int row = firsts[i]; row < end(i); row++) {
      switch (rows.kinds[row]) {
        case Kind.INVOICE ->
            to.invoice(
                rows.numbers[row], currency(row), rows.minors[row], rows.days[row], rows.dues[row]);
        case Kind.PAYMENT -> to.paid(rows.days[row], rows.minors[row]);
        case Kind.DISPUTE -> to.disputed(rows.days[row]);
        default -> putStep(to, row);
      }
    }
    to.put();
  }

  /** Adds what the account ever owed if columns tell it; returns whether they do. */
  boolean put(int i, ReceivablesDraft all) {
    if (!isPlain(i)) {
      return false;
    }
    int row = firsts[i];
    while (row < end(i) && rows.kinds[row] == Kind.INVOICE) {
      int invoice = row++;
      int first = row;
      while (row < end(i) && rows.kinds[row] != Kind.INVOICE && rows.numbers[row] != null) {
        row++;
      }
      putPaid(customers.get(i), invoice, first, row, all);
    }
    return true;
  }

  private void putPaid(String customer, int invoice, int from, int to, ReceivablesDraft all) {
    int[] paidOn = new int[to - from];
    long[] paid = new long[to - from];
    int size = 0;
    for (int row = from; row < to; row++) {
      if (rows.kinds[row] == Kind.PAYMENT) {
        paidOn[size] = rows.days[row];
        paid[size++] = rows.minors[row];
      }
    }
    all.add(
        OpenItem.of(
            customer,
            rows.numbers[invoice],
            Money.ofMinor(rows.minors[invoice], currency(invoice)),
            date(rows.days[invoice]),
            date(rows.dues[invoice])),
        Arrays.copyOf(paidOn, size),
        Arrays.copyOf(paid, size));
  }

  private void putStep(AccountRow to, int row) {
    String name = rows.texts[row];
    int day = rows.days[row];
    Channel channel = rows.channels[row] == null ? null : Channel.parse(rows.channels[row]);
    if (rows.numbers[row] == null) {
      if (channel == null) {
        to.step(name, day);
      } else {
        to.step(name, day, channel);
      }
    } else if (channel == null) {
      to.invoiceStep(name, day);
    } else {
      to.invoiceStep(name, day, channel);
    }
  }

  private CurrencyUnit currency(int row) {
    if (lastCurrency == null || !lastCurrency.code().equals(rows.texts[row])) {
      lastCurrency = CurrencyUnit.of(rows.texts[row]);
    }
    return lastCurrency;
  }

  /** The account with all its events. */
  Account account(int i) {
    Customer customer = Customer.of(customers.get(i));
    List<InvoiceHistory> invoices = new ArrayList<>();
    List<BookedEvent> own = new ArrayList<>();
    int row = firsts[i];
    while (row < end(i) && rows.kinds[row] == Kind.INVOICE) {
      Invoice invoice = invoice(row);
      int first = ++row;
      while (row < end(i) && rows.kinds[row] != Kind.INVOICE && rows.numbers[row] != null) {
        row++;
      }
      invoices.add(InvoiceHistory.ofBooked(invoice, events(first, row, invoice)));
    }
    for (; row < end(i); row++) {
      if (rows.kinds[row] == Kind.CUSTOMER) {
        customer = MAPPER.readValue(rows.jsons[row], Customer.class);
        if (!customer.id().equals(customers.get(i))) {
          throw new BadPortfolioException("its json is of another customer: " + customer.id());
        }
      } else {
        own.add(event(row, null));
      }
    }
    return Account.ofBooked(customer, invoices, own);
  }

  private Invoice invoice(int row) {
    Money amount = Money.ofMinor(rows.minors[row], currency(row));
    if (rows.jsons[row] == null) {
      return Invoice.of(rows.numbers[row], amount, date(rows.days[row]), date(rows.dues[row]));
    }
    Invoice ofJson = MAPPER.readValue(rows.jsons[row], Invoice.class);
    if (!ofJson.number().equals(rows.numbers[row])
        || !ofJson.amount().equals(amount)
        || !ofJson.issued().equals(date(rows.days[row]))
        || !ofJson.due().equals(date(rows.dues[row]))) {
      throw new BadPortfolioException(
          "columns and json of invoice "
              + rows.numbers[row]
              + " tell different invoices: "
              + ofJson);
    }
    checkBooked(row, ofJson.bookedOn(), ofJson.issued());
    return ofJson;
  }

  private List<BookedEvent> events(int from, int to, Invoice of) {
    List<BookedEvent> all = new ArrayList<>(to - from);
    for (int row = from; row < to; row++) {
      all.add(event(row, of));
    }
    return all;
  }

  private BookedEvent event(int row, Invoice of) {
    if (rows.jsons[row] != null) {
      BookedEvent ofJson = MAPPER.readValue(rows.jsons[row], BookedEvent.class);
      checkDay(row, ofJson.event().date());
      checkBooked(row, ofJson.bookedOn(), ofJson.event().date());
      return ofJson;
    }
    LocalDate day = date(rows.days[row]);
    LedgerEvent event =
        switch (rows.kinds[row]) {
          case Kind.PAYMENT ->
              LedgerEvent.payment(day, Money.ofMinor(rows.minors[row], paidIn(row, of)));
          case Kind.DISPUTE -> LedgerEvent.dispute(day, "");
          default ->
              rows.channels[row] == null
                  ? LedgerEvent.stepTaken(day, rows.texts[row])
                  : LedgerEvent.stepTaken(day, rows.texts[row], Channel.parse(rows.channels[row]));
        };
    return new BookedEvent(event, day);
  }

  /**
   * The next day's run finds an event by its column, and so does a decision about an earlier day.
   */
  private void checkDay(int row, LocalDate ofJson) {
    if (rows.days[row] == PortfolioRow.NO_DAY || !date(rows.days[row]).equals(ofJson)) {
      throw new BadPortfolioException(
          "column day must be the day that json tells, "
              + ofJson
              + ": "
              + (rows.days[row] == PortfolioRow.NO_DAY ? "none" : date(rows.days[row])));
    }
  }

  /** The next day's run finds what was entered late by the column. */
  private void checkBooked(int row, LocalDate ofJson, LocalDate day) {
    if (ofJson.isAfter(day) && ofJson.toEpochDay() > rows.booked[row]) {
      throw new BadPortfolioException(
          "column booked must be the day of entry that json tells, "
              + ofJson
              + ", for what is dated "
              + day);
    }
  }

  private CurrencyUnit paidIn(int row, Invoice of) {
    return of == null ? CurrencyUnit.of(rows.texts[row]) : of.amount().currency();
  }

  private static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }
}
