package io.dunning.cli;

import io.dunning.action.Channel;
import io.dunning.cli.CsvTable.Row;
import io.dunning.ledger.Customer;
import io.dunning.money.Money;
import io.dunning.terms.WayToPay;
import io.dunning.terms.WayToPay.DirectDebit;
import io.dunning.terms.WayToPay.InInstalments;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;

/** A row of the customers. What it leaves blank is not known. */
final class CustomerRow {
  /** The fact that keeps a customer's address: lines with semicolons between. */
  static final String ADDRESS = "address";

  private final Row row;
  private Customer customer;

  CustomerRow(Row row) {
    this.row = row;
  }

  /** The customer; null, with a problem noted, if the row does not name one. */
  Customer customer() {
    if (!row.has(Column.CUSTOMER)) {
      row.problemAsSaid(Column.CUSTOMER, "must not be blank");
      return null;
    }
    customer = Customer.of(row.get(Column.CUSTOMER));
    each(Column.NAME, (c, text) -> c.named(text));
    each(Column.SEGMENT, (c, text) -> c.inSegment(text));
    if (row.has(Column.ADDRESS)) {
      customer = customer.with(ADDRESS, row.get(Column.ADDRESS));
    }
    each(Column.KIND, (c, text) -> c.ofKind(kind(text)));
    each(Column.COUNTRY, (c, text) -> c.inCountry(text));
    each(Column.ZONES, (c, text) -> c.inZone(ZoneId.of(text)));
    each(Column.TAGS, (c, text) -> c.tagged(text));
    each(Column.WITHOUT, (c, text) -> c.without(Channel.parse(text)));
    each(Column.MANDATE, (c, text) -> c.payingBy(new DirectDebit(text, Optional.empty())));
    each(Column.CARD_LINK, (c, text) -> c.payingBy(WayToPay.cardLink(text)));
    each(Column.CREDIT_LIMIT, (c, text) -> c.withCreditLimit(Money.parse(text)));
    each(Column.WORTH, (c, text) -> c.worthKeeping(Money.parse(text)));
    each(Column.INSTALMENTS, (c, text) -> c.payingBy(instalments(text)));
    return customer;
  }

  /** Changes the customer by each value of a cell; semicolons separate the values. */
  private void each(Column column, BiFunction<Customer, String, Customer> change) {
    if (!row.has(column)) {
      return;
    }
    for (String text : row.get(column).split(";")) {
      try {
        customer = change.apply(customer, text.strip());
      } catch (IllegalArgumentException | DateTimeException e) {
        if (column == Column.TAGS) {
          row.problemAsSaid(column, e.getMessage());
          return;
        }
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

  private static WayToPay instalments(String count) {
    return new InInstalments(Integer.parseInt(count), Optional.empty());
  }

  private static String expected(Column column) {
    return switch (column) {
      case KIND -> "one of business, sole trader, consumer";
      case COUNTRY -> "a code of two capital letters such as US";
      case CARD_LINK -> "an address such as https://pay.example/k-17";
      case CREDIT_LIMIT, WORTH -> "an amount such as 5000.00 EUR";
      case INSTALMENTS -> "a number of 2 or more";
      case ZONES -> "a time zone such as America/Chicago";
      default -> "one of email, letter, phone, sms, portal, visit";
    };
  }
}
