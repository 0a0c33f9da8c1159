package io.dunning.spark;

import io.dunning.action.Channel;
import io.dunning.money.CurrencyUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;

/**
 * Makes accounts of the sorted rows of a partition, one after the other. Once something is wrong
 * with a row, there are no more accounts: what is wrong with further rows is collected, and the
 * partition is refused.
 */
final class AccountReader implements Iterator<AccountRows> {
  private static final int MOST_PROBLEMS = 20;
  private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

  private final Iterator<Row> rows;
  private final List<String> problems = new ArrayList<>();
  private Row next;

  /** An account that was read but not asked for. */
  private AccountRows ready;

  private String customer;
  private LedgerRow invoice;
  private boolean hasCustomer;

  AccountReader(Iterator<Row> rows) {
    this.rows = rows;
    advance();
  }

  private void advance() {
    next = rows.hasNext() ? rows.next() : null;
  }

  /**
   * Whether there is another account.
   *
   * @throws BadPortfolioException if rows of it, or of accounts before it, cannot be understood
   */
  @Override
  public boolean hasNext() {
    if (ready == null && next != null) {
      ready = read();
    }
    if (!problems.isEmpty()) {
      while (next != null) {
        read();
      }
      throw new BadPortfolioException(problems);
    }
    return ready != null;
  }

  @Override
  public AccountRows next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    AccountRows account = ready;
    ready = null;
    return account;
  }

  private AccountRows read() {
    String who = next.getString(SortedRows.CUSTOMER);
    begin(who);
    List<LedgerRow> all = new ArrayList<>();
    while (next != null && isOf(who)) {
      LedgerRow row = LedgerRow.of(next);
      if (isKnown(row)) {
        all.add(row);
      }
      advance();
    }
    return new AccountRows(customer, all);
  }

  private boolean isOf(String who) {
    String other = next.getString(SortedRows.CUSTOMER);
    return who == null ? other == null : who.equals(other);
  }

  private void begin(String who) {
    customer = who == null ? "" : who;
    invoice = null;
    hasCustomer = false;
  }

  /** Whether the row fits the rows before it, and tells what a row of its kind needs. */
  private boolean isKnown(LedgerRow row) {
    if (customer.isBlank()) {
      problem("a row of " + table(row.kind()) + " has no customer");
      return false;
    }
    boolean isComplete = isOfKnownYears(row) && (isToldByJson(row) || isComplete(row));
    if (row.kind() == Kind.INVOICE) {
      return isNewInvoice(row) && isComplete;
    }
    if (row.kind() == Kind.CUSTOMER) {
      if (hasCustomer) {
        problem("customers: customer " + customer + " is there twice");
      }
      hasCustomer = true;
    } else if (row.number() != null
        && (invoice == null || !row.number().equals(invoice.number()))) {
      problem(
          "an event of customer "
              + customer
              + " names an invoice that the customer does not have: "
              + row.number());
      return false;
    }
    return isComplete;
  }

  private static String table(Kind kind) {
    return switch (kind) {
      case INVOICE -> "invoices";
      case CUSTOMER -> "customers";
      default -> "events";
    };
  }

  /** Whether the columns of a row need to tell nothing; those of an invoice tell it, too. */
  private static boolean isToldByJson(LedgerRow row) {
    return row.json() != null && (row.kind() == Kind.OTHER || row.kind() == Kind.CUSTOMER);
  }

  /** Some databases have an infinite day, from which no other can be counted. */
  private boolean isOfKnownYears(LedgerRow row) {
    return (!row.isDated() || isOfKnownYears(row, row.day())) && isOfKnownYears(row, row.due());
  }

  private boolean isOfKnownYears(LedgerRow row, int day) {
    boolean isKnown = day >= FIRST_DAY && day <= LAST_DAY;
    if (!isKnown) {
      problem(
          "a row about "
              + about(row)
              + " must have days of the years 1 to 9999: "
              + LocalDate.ofEpochDay(day));
    }
    return isKnown;
  }

  private String about(LedgerRow row) {
    return (row.number() == null ? "" : "invoice " + row.number() + " of ")
        + "customer "
        + customer;
  }

  private boolean isNewInvoice(LedgerRow row) {
    if (row.number() == null || row.number().isBlank()) {
      problem("an invoice of customer " + customer + " has no number");
      return false;
    }
    if (invoice != null && row.number().equals(invoice.number())) {
      problem("invoice " + row.number() + " of customer " + customer + " is there twice");
      return false;
    }
    invoice = row;
    return true;
  }

  /** Whether a row that is told in columns has those that it needs. */
  private boolean isComplete(LedgerRow row) {
    String about = about(row);
    boolean whole =
        switch (row.kind()) {
          case INVOICE -> row.hasDue() && row.hasMinor() && row.text() != null;
          case PAYMENT -> row.hasMinor() && (row.number() != null || row.text() != null);
          case STEP -> row.text() != null && !row.text().isBlank();
          default -> true;
        };
    String problem =
        switch (row.kind()) {
          case UNKNOWN ->
              "events: type must be "
                  + Kind.WORDS
                  + ": "
                  + (row.text() == null ? "none" : row.text())
                  + ", of "
                  + about;
          case OTHER, CUSTOMER ->
              "a row about " + about + " needs the column json, as its columns tell nothing";
          default -> isToldTwice(row) ? typeOfJson(row, about) : faultOfColumns(row, about, whole);
        };
    if (problem != null) {
      problem(problem);
    }
    return problem == null;
  }

  /** What is wrong with a row that columns tell, all of them or not. */
  private String faultOfColumns(LedgerRow row, String about, boolean isWhole) {
    return isWhole && row.isDated() ? oddity(row, about) : lack(row, about);
  }

  /** Whether JSON tells an event that columns tell already. */
  private static boolean isToldTwice(LedgerRow row) {
    return row.json() != null && row.kind() != Kind.INVOICE;
  }

  private static String typeOfJson(LedgerRow row, String about) {
    return "an event of " + about + " has json, so its type must be other: " + row.kind().word();
  }

  /** Which cells are empty that must not be. */
  private static String lack(LedgerRow row, String about) {
    boolean isInvoice = row.kind() == Kind.INVOICE;
    boolean isPayment = row.kind() == Kind.PAYMENT;
    List<String> empty = new ArrayList<>();
    if (!row.isDated()) {
      empty.add(isInvoice ? "issued" : "day");
    }
    if (isInvoice && !row.hasDue()) {
      empty.add("due");
    }
    if (row.text() == null && (isInvoice || isPayment && row.number() == null)) {
      empty.add("currency");
    }
    if ((isInvoice || isPayment) && !row.hasMinor()) {
      empty.add("minor");
    }
    if (row.kind() == Kind.STEP && (row.text() == null || row.text().isBlank())) {
      empty.add("step");
    }
    String what = isInvoice ? "" : "a " + row.kind().word() + " of ";
    String when = row.isDated() && !isInvoice ? ", on " + LocalDate.ofEpochDay(row.day()) : "";
    return what + about + when + ": empty: " + String.join(", ", empty);
  }

  /** Why amount, currency and channel of a complete row cannot be; null if they can. */
  private String oddity(LedgerRow row, String about) {
    boolean ofInvoice = row.number() != null;
    return switch (row.kind()) {
      case INVOICE -> refusal(about, () -> CurrencyUnit.of(row.text()));
      case PAYMENT -> {
        if (row.minor() < 0) {
          yield "a payment of " + about + " is negative: " + row.minor();
        }
        if (!ofInvoice) {
          yield refusal(about, () -> CurrencyUnit.of(row.text()));
        }
        boolean foreign =
            row.text() != null && invoice != null && !row.text().equals(invoice.text());
        yield foreign
            ? "a payment of " + about + " must be in " + invoice.text() + ": " + row.text()
            : null;
      }
      case STEP ->
          row.channel() == null
              ? null
              : refusal("a step of " + about, () -> Channel.parse(row.channel()));
      default -> null;
    };
  }

  private static String refusal(String about, Supplier<Object> value) {
    try {
      value.get();
      return null;
    } catch (IllegalArgumentException e) {
      return about + ": " + e.getMessage();
    }
  }

  private void problem(String text) {
    if (problems.size() == MOST_PROBLEMS) {
      problems.add("and more");
    }
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(text);
    }
  }
}
