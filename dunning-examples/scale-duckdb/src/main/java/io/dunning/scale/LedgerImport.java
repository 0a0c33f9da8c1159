package io.dunning.scale;

import io.dunning.event.BookedEvent;
import io.dunning.event.DisputeEvent.DisputeOpened;
import io.dunning.event.Evidence;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent.Payment;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.json.DunningJson;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a portfolio of a ledger in JSON lines, as {@code dunning convert} writes them. What columns
 * can tell goes into columns; everything else stays JSON, so that nothing is lost.
 */
final class LedgerImport {
  private static final JsonMapper MAPPER = DunningJson.mapper();
  private static final int MOST_PROBLEMS = 20;

  private final List<String> problems = new ArrayList<>();
  private long lines;

  /**
   * Reads all lines, and writes the portfolio if each could be read.
   *
   * @return how many lines there are
   * @throws BadPortfolioException with what is wrong, by line
   */
  long read(Path file, Path folder) throws IOException, SQLException {
    try (BufferedReader in = Files.newBufferedReader(file);
        SpillFolder spill = new SpillFolder();
        TableFile out = new TableFile(spill)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines++;
        if (!line.isBlank() && problems.size() < MOST_PROBLEMS) {
          read(file, line, out);
        }
      }
      if (!problems.isEmpty()) {
        throw new BadPortfolioException(problems);
      }
      out.write(folder, "part-00000");
    }
    return lines;
  }

  private void read(Path file, String line, TableFile out) throws SQLException {
    try {
      if (!(MAPPER.readTree(line) instanceof ObjectNode json)) {
        throw new IllegalArgumentException("a line needs a customer, an invoice or an event");
      }
      if (json.hasNonNull("event")) {
        event(json, out);
      } else if (json.hasNonNull("invoice")) {
        invoice(json, out);
      } else if (json.hasNonNull("customer")) {
        customer(json, out);
      } else {
        throw new IllegalArgumentException("a line needs a customer, an invoice or an event");
      }
    } catch (JacksonException | IllegalArgumentException e) {
      problems.add(file + ":" + lines + ": " + e.getMessage());
    }
  }

  private static void customer(ObjectNode json, TableFile out) throws SQLException {
    Customer customer = MAPPER.treeToValue(json.get("customer"), Customer.class);
    if (!customer.equals(Customer.of(customer.id()))) {
      out.customer(customer.id(), MAPPER.writeValueAsString(customer));
    }
  }

  private static void invoice(ObjectNode json, TableFile out) throws SQLException {
    Invoice invoice = MAPPER.treeToValue(json.get("invoice"), Invoice.class);
    Invoice plain = Invoice.of(invoice.number(), invoice.amount(), invoice.issued(), invoice.due());
    out.invoice(
        text(json, "customer"),
        invoice.number(),
        invoice.issued(),
        invoice.due(),
        invoice.amount().currency().code(),
        invoice.amount().minorUnits(),
        invoice.equals(plain) ? null : MAPPER.writeValueAsString(invoice),
        invoice.bookedOn());
  }

  private void event(ObjectNode json, TableFile out) throws SQLException {
    String customer = text(json, "customer");
    String invoice = json.has("invoice") ? text(json, "invoice") : null;
    json.remove(List.of("customer", "invoice"));
    BookedEvent entry = MAPPER.treeToValue(json, BookedEvent.class);
    out.event(row(customer, invoice, entry), lines);
  }

  private static TableFile.Event row(String customer, String invoice, BookedEvent entry) {
    LedgerEvent event = entry.event();
    LocalDate day = event.date();
    boolean bare = entry.evidence().equals(Evidence.NONE) && entry.bookedOn().equals(day);
    if (bare && event instanceof Payment p && p.equals(LedgerEvent.payment(day, p.amount()))) {
      String currency = p.amount().currency().code();
      return new TableFile.Event(
          customer,
          invoice,
          day,
          "payment",
          p.amount().minorUnits(),
          currency,
          null,
          null,
          null,
          day);
    }
    if (bare && event instanceof DisputeOpened d && d.equals(LedgerEvent.dispute(day, ""))) {
      return new TableFile.Event(
          customer, invoice, day, "dispute", null, null, null, null, null, day);
    }
    if (bare && event instanceof StepTaken s && s.person().isEmpty()) {
      String channel = s.channel().map(Object::toString).orElse(null);
      return new TableFile.Event(
          customer, invoice, day, "step", null, null, s.step(), channel, null, day);
    }
    String json = MAPPER.writeValueAsString(entry);
    return new TableFile.Event(
        customer, invoice, day, "other", null, null, null, null, json, entry.bookedOn());
  }

  private static String text(ObjectNode json, String name) {
    JsonNode value = json.get(name);
    if (value == null || !value.isString()) {
      throw new IllegalArgumentException("$." + name + ": expected text");
    }
    return value.asString();
  }
}
