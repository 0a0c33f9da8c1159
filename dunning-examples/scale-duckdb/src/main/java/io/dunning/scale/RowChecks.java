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
    if (id.isBlank()) {
      problem("a row has no customer");
    }
  }

  /** What is wrong with the rows so far. */
  List<String> problems() {
    return problems;
  }

  /** Whether the row can be understood. */
  boolean isSound(PortfolioRow row) {
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
          default -> isToldTwice(row) ? typeOfJson(row) : told(row, isWhole);
        };
    if (problem != null) {
      problem(problem);
    }
    return problem == null;
  }

  /** What is wrong with a row that columns tell, all of them or not. */
  private String told(PortfolioRow row, boolean isWhole) {
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
    return row.number == null ? "customer " + customer : "invoice " + row.number;
  }

  private String unknownType(PortfolioRow row) {
    return "events: type must be "
        + Kind.WORDS
        + ": "
        + (row.text == null ? "none" : row.text)
        + ", of "
        + (row.number == null ? "" : "invoice " + row.number + " of ")
        + "customer "
        + customer;
  }

  private String lack(PortfolioRow row) {
    String needs =
        switch (row.kind) {
          case Kind.INVOICE -> about(row) + " needs issued, due, currency and minor";
          case Kind.PAYMENT ->
              "a payment of "
                  + about(row)
                  + " needs day and minor"
                  + (row.number == null ? " and currency" : "");
          case Kind.STEP -> "a step of " + about(row) + " needs day and step";
          default -> "a dispute of " + about(row) + " needs a day";
        };
    return needs + (row.isDated ? ": of " + LocalDate.ofEpochDay(row.day) : ": no day");
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
