package io.dunning.cli;

import io.dunning.action.Channel;
import io.dunning.cli.CsvTable.Row;
import io.dunning.ledger.Customer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.function.BiFunction;

/** A row of the customers. What it leaves blank is not known. */
final class CustomerRow {
  private final Row row;
  private Customer customer;

  CustomerRow(Row row) {
    this.row = row;
  }

  /** The customer; null, with a problem noted, if the row does not name one. */
  Customer customer() {
    if (!row.has("customer")) {
      row.problemAsSaid("customer", "must not be blank");
      return null;
    }
    customer = Customer.of(row.get("customer"));
    each("name", (c, text) -> c.named(text));
    each("segment", (c, text) -> c.inSegment(text));
    each("kind", (c, text) -> c.ofKind(kind(text)));
    each("country", (c, text) -> c.inCountry(text));
    each("zones", (c, text) -> c.inZone(ZoneId.of(text)));
    each("tags", (c, text) -> c.tagged(text));
    each("without", (c, text) -> c.without(Channel.parse(text)));
    return customer;
  }

  /** Changes the customer by each value of a cell; semicolons separate the values. */
  private void each(String column, BiFunction<Customer, String, Customer> change) {
    if (!row.has(column)) {
      return;
    }
    for (String text : row.get(column).split(";")) {
      try {
        customer = change.apply(customer, text.strip());
      } catch (IllegalArgumentException | DateTimeException e) {
        row.problem(column, "not " + expected(column));
      }
    }
  }

  /** A kind by its name; without changing the case of a long text, which takes very long. */
  private static Customer.Kind kind(String text) {
    return Arrays.stream(Customer.Kind.values())
        .filter(k -> k.toString().equalsIgnoreCase(text.replace('_', ' ')))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  private static String expected(String column) {
    return switch (column) {
      case "kind" -> "one of business, sole trader, consumer";
      case "country" -> "a code of two capital letters such as US";
      case "zones" -> "a time zone such as America/Chicago";
      default -> "one of email, letter, phone, sms, portal, visit";
    };
  }
}
