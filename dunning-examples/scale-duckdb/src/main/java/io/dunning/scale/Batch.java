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

  private int size;
  private byte[] kinds = new byte[1024];
  private int[] days = new int[1024];
  private int[] dues = new int[1024];
  private long[] minors = new long[1024];
  private String[] numbers = new String[1024];
  private String[] texts = new String[1024];
  private String[] channels = new String[1024];
  private String[] jsons = new String[1024];

  private final List<String> customers = new ArrayList<>();

  /** That of the last row that was asked about; most rows have the same. */
  private CurrencyUnit lastCurrency;

  private int[] firsts = new int[256];

  /** Begins the next account. */
  void begin(String customer) {
    if (customers.size() == firsts.length) {
      firsts = Arrays.copyOf(firsts, 2 * firsts.length);
    }
    firsts[customers.size()] = size;
    customers.add(customer);
  }

  /**
   * Adds a row of the account begun last.
   *
   * @param number the number of the invoice; null if the row is about the account
   * @param text the currency of an invoice, or the name of a step
   */
  void add(
      int kind,
      String number,
      int day,
      int due,
      long minor,
      String text,
      String channel,
      String json) {
    if (size == kinds.length) {
      grow(2 * size);
    }
    kinds[size] = (byte) kind;
    days[size] = day;
    dues[size] = due;
    minors[size] = minor;
    numbers[size] = number;
    texts[size] = text;
    channels[size] = channel;
    jsons[size] = json;
    size++;
  }

  private void grow(int length) {
    kinds = Arrays.copyOf(kinds, length);
    days = Arrays.copyOf(days, length);
    dues = Arrays.copyOf(dues, length);
    minors = Arrays.copyOf(minors, length);
    numbers = Arrays.copyOf(numbers, length);
    texts = Arrays.copyOf(texts, length);
    channels = Arrays.copyOf(channels, length);
    jsons = Arrays.copyOf(jsons, length);
  }

  int accounts() {
    return customers.size();
  }

  int rows() {
    return size;
  }

  String customer(int i) {
    return customers.get(i);
  }

  private int end(int i) {
    return i + 1 < customers.size() ? firsts[i + 1] : size;
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
      if (kinds[row] != Kind.INVOICE && kinds[row] != Kind.CUSTOMER) {
        last = Math.max(last, days[row]);
      }
    }
    return last;
  }

  /** Whether columns tell the account: no JSON, no credit note, no channel of an invoice's step. */
  private boolean isPlain(int i) {
    for (int row = firsts[i]; row < end(i); row++) {
      boolean step = kinds[row] == Kind.STEP && numbers[row] != null && channels[row] != null;
      boolean dispute = kinds[row] == Kind.DISPUTE && numbers[row] == null;
      boolean payment = kinds[row] == Kind.PAYMENT && numbers[row] == null;
      if (jsons[row] != null || step || dispute || payment || minors[row] < 0) {
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
      switch (kinds[row]) {
        case Kind.INVOICE ->
            to.invoice(numbers[row], currency(row), minors[row], days[row], dues[row]);
        case Kind.PAYMENT -> to.paid(days[row], minors[row]);
        case Kind.DISPUTE -> to.disputed(days[row]);
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
    while (row < end(i) && kinds[row] == Kind.INVOICE) {
      int invoice = row++;
      int first = row;
      while (row < end(i) && kinds[row] != Kind.INVOICE && numbers[row] != null) {
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
      if (kinds[row] == Kind.PAYMENT) {
        paidOn[size] = days[row];
        paid[size++] = minors[row];
      }
    }
    all.add(
        OpenItem.of(
            customer,
            numbers[invoice],
            Money.ofMinor(minors[invoice], currency(invoice)),
            date(days[invoice]),
            date(dues[invoice])),
        Arrays.copyOf(paidOn, size),
        Arrays.copyOf(paid, size));
  }

  private void putStep(AccountRow to, int row) {
    if (numbers[row] != null) {
      to.invoiceStep(texts[row], days[row]);
    } else if (channels[row] != null) {
      to.step(texts[row], days[row], Channel.parse(channels[row]));
    } else {
      to.step(texts[row], days[row]);
    }
  }

  private CurrencyUnit currency(int row) {
    if (lastCurrency == null || !lastCurrency.code().equals(texts[row])) {
      lastCurrency = CurrencyUnit.of(texts[row]);
    }
    return lastCurrency;
  }

  /** The account with all its events. */
  Account account(int i) {
    Customer customer = Customer.of(customers.get(i));
    List<InvoiceHistory> invoices = new ArrayList<>();
    List<BookedEvent> own = new ArrayList<>();
    int row = firsts[i];
    while (row < end(i) && kinds[row] == Kind.INVOICE) {
      Invoice invoice = invoice(row);
      int first = ++row;
      while (row < end(i) && kinds[row] != Kind.INVOICE && numbers[row] != null) {
        row++;
      }
      invoices.add(InvoiceHistory.ofBooked(invoice, events(first, row, invoice)));
    }
    for (; row < end(i); row++) {
      if (kinds[row] == Kind.CUSTOMER) {
        customer = MAPPER.readValue(jsons[row], Customer.class);
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
    Money amount = Money.ofMinor(minors[row], currency(row));
    if (jsons[row] == null) {
      return Invoice.of(numbers[row], amount, date(days[row]), date(dues[row]));
    }
    Invoice told = MAPPER.readValue(jsons[row], Invoice.class);
    if (!told.number().equals(numbers[row])
        || !told.amount().equals(amount)
        || !told.issued().equals(date(days[row]))
        || !told.due().equals(date(dues[row]))) {
      throw new BadPortfolioException(
          "columns and json of invoice " + numbers[row] + " tell different invoices: " + told);
    }
    return told;
  }

  private List<BookedEvent> events(int from, int to, Invoice of) {
    List<BookedEvent> all = new ArrayList<>(to - from);
    for (int row = from; row < to; row++) {
      all.add(event(row, of));
    }
    return all;
  }

  private BookedEvent event(int row, Invoice of) {
    if (jsons[row] != null) {
      return MAPPER.readValue(jsons[row], BookedEvent.class);
    }
    LocalDate day = date(days[row]);
    LedgerEvent event =
        switch (kinds[row]) {
          case Kind.PAYMENT ->
              LedgerEvent.payment(day, Money.ofMinor(minors[row], paidIn(row, of)));
          case Kind.DISPUTE -> LedgerEvent.dispute(day, "");
          default ->
              channels[row] == null
                  ? LedgerEvent.stepTaken(day, texts[row])
                  : LedgerEvent.stepTaken(day, texts[row], Channel.parse(channels[row]));
        };
    return new BookedEvent(event, day);
  }

  private CurrencyUnit paidIn(int row, Invoice of) {
    return of == null ? CurrencyUnit.of(texts[row]) : of.amount().currency();
  }

  private static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }
}
