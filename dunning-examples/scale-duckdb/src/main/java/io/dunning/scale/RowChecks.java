package io.dunning.scale;

import io.dunning.action.Channel;
import io.dunning.money.CurrencyUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Checks the sorted rows of accounts one after the other, and collects what is wrong with them. A
 * row has to fit those before it, and to tell what a row of its kind needs.
 */
final class RowChecks {
  private static final int MOST_PROBLEMS = 20;
  private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

  private final List<String> problems = new ArrayList<>();

  private String customer;
  private String invoice;
  private String currency;
  private boolean hasCustomer;

  /** Begins the next account. */
  void begin(String id) {
    customer = id;
    invoice = null;
    currency = null;
    hasCustomer = false;
  }

  /** What is wrong with the rows so far. */
  List<String> problems() {
    return problems;
  }

  /** Whether the row can be understood. */
  boolean isSound(PortfolioRow row) {
    if (customer.isBlank()) {
      problem("a row of " + table(row.kind) + " has no customer");
      return false;
    }
    boolean isComplete = isOfKnownYears(row) && (isToldByJson(row) || isComplete(row));
    if (row.kind == Kind.INVOICE) {
      return isNewInvoice(row) && isComplete;
    }
    if (row.kind == Kind.CUSTOMER) {
      return isNewCustomer() && isComplete;
    }
    if (row.number != null && !row.number.equals(invoice)) {
      problem(
          "an event of customer "
              + customer
              + " names an invoice that the customer does not have: "
              + row.number);
      return false;
    }
    return isComplete;
  }

  private static String table(int kind) {
    return switch (kind) {
      case Kind.INVOICE -> "invoices";
      case Kind.CUSTOMER -> "customers";
      default -> "events";
    };
  }

  /** Whether the columns of a row need to tell nothing; those of an invoice tell it, too. */
  private static boolean isToldByJson(PortfolioRow row) {
    return row.json != null && (row.kind == Kind.OTHER || row.kind == Kind.CUSTOMER);
  }

  /** Some databases have an infinite day, from which no other can be counted. */
  private boolean isOfKnownYears(PortfolioRow row) {
    return (!row.isDated || isOfKnownYears(row, row.day))
        && (!row.hasDue || isOfKnownYears(row, row.due));
  }

  private boolean isOfKnownYears(PortfolioRow row, int day) {
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

  private boolean isNewInvoice(PortfolioRow row) {
    if (row.number == null || row.number.isBlank()) {
      problem("an invoice of customer " + customer + " has no number");
      return false;
    }
    if (row.number.equals(invoice)) {
      problem("invoice " + row.number + " of customer " + customer + " is there twice");
      return false;
    }
    invoice = row.number;
    currency = row.text;
    return true;
  }

  private boolean isNewCustomer() {
    if (hasCustomer) {
      problem("customers: customer " + customer + " is there twice");
      return false;
    }
    hasCustomer = true;
    return true;
  }

  /** Whether a row that is told in columns has those that it needs. */
  private boolean isComplete(PortfolioRow row) {
    boolean isWhole =
        switch (row.kind) {
          case Kind.INVOICE -> row.text != null && row.hasDue && row.hasMinor;
          case Kind.PAYMENT -> row.hasMinor && (row.number != null || row.text != null);
          case Kind.STEP -> row.text != null && !row.text.isBlank();
          default -> true;
        };
    String problem =
        switch (row.kind) {
          case Kind.UNKNOWN -> unknownType(row);
          case Kind.OTHER, Kind.CUSTOMER ->
              "a row about " + about(row) + " needs the column json, as its columns tell nothing";
          default -> isToldTwice(row) ? typeOfJson(row) : faultOfColumns(row, isWhole);
        };
    if (problem != null) {
      problem(problem);
    }
    return problem == null;
  }

  /** What is wrong with a row that columns tell, all of them or not. */
  private String faultOfColumns(PortfolioRow row, boolean isWhole) {
    return isWhole && row.isDated ? oddity(row) : lack(row);
  }

  /** Whether JSON tells an event that columns tell already. */
  private static boolean isToldTwice(PortfolioRow row) {
    return row.json != null && row.kind != Kind.INVOICE;
  }

  private String typeOfJson(PortfolioRow row) {
    return "an event of "
        + about(row)
        + " has json, so its type must be other: "
        + Kind.word(row.kind);
  }

  private String about(PortfolioRow row) {
    return (row.number == null ? "" : "invoice " + row.number + " of ") + "customer " + customer;
  }

  private String unknownType(PortfolioRow row) {
    return "events: type must be "
        + Kind.WORDS
        + ": "
        + (row.text == null ? "none" : row.text)
        + ", of "
        + about(row);
  }

  /** Which cells are empty that must not be. */
  private String lack(PortfolioRow row) {
    boolean isInvoice = row.kind == Kind.INVOICE;
    boolean isPayment = row.kind == Kind.PAYMENT;
    List<String> empty = new ArrayList<>();
    if (!row.isDated) {
      empty.add(isInvoice ? "issued" : "day");
    }
    if (isInvoice && !row.hasDue) {
      empty.add("due");
    }
    if (row.text == null && (isInvoice || isPayment && row.number == null)) {
      empty.add("currency");
    }
    if ((isInvoice || isPayment) && !row.hasMinor) {
      empty.add("minor");
    }
    if (row.kind == Kind.STEP && (row.text == null || row.text.isBlank())) {
      empty.add("step");
    }
    String what = isInvoice ? "" : "a " + Kind.word(row.kind) + " of ";
    String when = row.isDated && !isInvoice ? ", on " + LocalDate.ofEpochDay(row.day) : "";
    return what + about(row) + when + ": empty: " + String.join(", ", empty);
  }

  /** Why amount, currency and channel of a complete row cannot be; null if they can. */
  private String oddity(PortfolioRow row) {
    return switch (row.kind) {
      case Kind.INVOICE -> row.text.equals(currency) ? null : unknownCurrency(row);
      case Kind.PAYMENT -> {
        if (row.minor < 0) {
          yield "a payment of " + about(row) + " is negative: " + row.minor;
        }
        if (row.number == null) {
          yield unknownCurrency(row);
        }
        yield row.text != null && currency != null && !row.text.equals(currency)
            ? "a payment of " + about(row) + " must be in " + currency + ": " + row.text
            : null;
      }
      case Kind.STEP ->
          row.channel == null
              ? null
              : refusal("a step of " + about(row), () -> Channel.parse(row.channel));
      default -> null;
    };
  }

  private String unknownCurrency(PortfolioRow row) {
    return refusal(about(row), () -> CurrencyUnit.of(row.text));
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
