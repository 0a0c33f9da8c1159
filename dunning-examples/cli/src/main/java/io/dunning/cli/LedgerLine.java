package io.dunning.cli;

import io.dunning.event.BookedEvent;
import io.dunning.json.DunningJson;
import io.dunning.json.InvalidJsonException;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A line of a ledger as JSON lines: a customer, an invoice of a customer, or an event. */
sealed interface LedgerLine {
  JsonMapper MAPPER = DunningJson.mapper();
  String CUSTOMER = "customer";
  String INVOICE = "invoice";
  String EVENT = "event";

  /** The id of the customer whom the line is about. */
  String customer();

  /** The number of the invoice that the line is about; empty if it is about the customer. */
  Optional<String> number();

  /** The line as an object of JSON. */
  ObjectNode json();

  /** A customer. */
  record OfCustomer(Customer of) implements LedgerLine {
    @Override
    public String customer() {
      return of.id();
    }

    @Override
    public Optional<String> number() {
      return Optional.empty();
    }

    @Override
    public ObjectNode json() {
      ObjectNode json = MAPPER.createObjectNode();
      json.set(CUSTOMER, MAPPER.valueToTree(of));
      return json;
    }
  }

  /** An invoice of a customer. */
  record OfInvoice(String customer, Invoice invoice) implements LedgerLine {
    @Override
    public Optional<String> number() {
      return Optional.of(invoice.number());
    }

    @Override
    public ObjectNode json() {
      ObjectNode json = MAPPER.createObjectNode().put(CUSTOMER, customer);
      json.set(INVOICE, MAPPER.valueToTree(invoice));
      return json;
    }
  }

  /** An event of an invoice or, without its number, of a customer. */
  record OfEvent(String customer, Optional<String> number, BookedEvent entry)
      implements LedgerLine {
    @Override
    public ObjectNode json() {
      ObjectNode json = MAPPER.createObjectNode().put(CUSTOMER, customer);
      number.ifPresent(n -> json.put(INVOICE, n));
      ObjectNode booked = MAPPER.valueToTree(entry);
      booked.properties().forEach(p -> json.set(p.getKey(), p.getValue()));
      return json;
    }
  }

  /**
   * Reads a line.
   *
   * @throws tools.jackson.core.JacksonException if it is not JSON, or a value in it cannot be read
   * @throws IllegalArgumentException if it is something else; the message says what was expected
   */
  static LedgerLine parse(String text) {
    if (!(MAPPER.readTree(text) instanceof ObjectNode json)) {
      throw new IllegalArgumentException("expected an object with a customer, invoice or event");
    }
    if (json.has(EVENT)) {
      String customer = text(json, CUSTOMER);
      Optional<String> number =
          json.has(INVOICE) ? Optional.of(text(json, INVOICE)) : Optional.empty();
      json.remove(Set.of(CUSTOMER, INVOICE));
      return new OfEvent(customer, number, MAPPER.treeToValue(json, BookedEvent.class));
    }
    if (json.has(INVOICE)) {
      requireOnly(json, Set.of(CUSTOMER, INVOICE));
      return new OfInvoice(text(json, CUSTOMER), value(json, INVOICE, Invoice.class));
    }
    requireOnly(json, Set.of(CUSTOMER));
    return new OfCustomer(value(json, CUSTOMER, Customer.class));
  }

  private static String text(ObjectNode json, String name) {
    JsonNode value = json.get(name);
    if (value == null || !value.isString()) {
      throw new IllegalArgumentException(
          "$." + name + ": expected the " + (name.equals(CUSTOMER) ? "id" : "number"));
    }
    return value.asString();
  }

  private static void requireOnly(ObjectNode json, Set<String> names) {
    for (String each : json.propertyNames()) {
      if (!names.contains(each)) {
        throw new IllegalArgumentException(
            "$." + Found.shortened(each) + ": no such property of a line");
      }
    }
  }

  private static <T> T value(ObjectNode json, String name, Class<T> type) {
    if (!json.has(name)) {
      throw new IllegalArgumentException("expected a customer, invoice or event");
    }
    try {
      return MAPPER.treeToValue(json.get(name), type);
    } catch (InvalidJsonException e) {
      String path = "$." + name + e.path().substring(1);
      throw new IllegalArgumentException(path + ": " + e.problem(), e);
    }
  }

  /**
   * The lines of accounts in their order: each customer, then each invoice and its events, then the
   * events of the customer.
   */
  static List<LedgerLine> of(List<Account> accounts) {
    List<LedgerLine> lines = new ArrayList<>();
    for (Account account : accounts) {
      String customer = account.customer().id();
      lines.add(new OfCustomer(account.customer()));
      for (InvoiceHistory history : account.invoices()) {
        lines.add(new OfInvoice(customer, history.invoice()));
        Optional<String> number = Optional.of(history.invoice().number());
        history.entries().forEach(e -> lines.add(new OfEvent(customer, number, e)));
      }
      account.entries().forEach(e -> lines.add(new OfEvent(customer, Optional.empty(), e)));
    }
    return lines;
  }
}
