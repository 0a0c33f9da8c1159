package io.dunning.studio;

import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Policies and accounts of the tests, and how to ask a studio. */
final class StudioFixture {
  static final LocalDate DAY = LocalDate.of(2026, 6, 30);

  /** A policy that hands a debt over although a deadline runs; a check finds that. */
  static final String HASTY =
      """
      policy: hasty
      ladder:
        - step: reminder
          at: 3 days past due
          take: send reminder by email
        - step: demand
          at: 14 days past due
          take: send demand by letter
          grants: 10 days
        - step: agency
          at: 20 days past due
          take: refer to agency
      """;

  static final String HOSTILE = "<script>alert(1)</script>\"'&\u202e<img src=x onerror=alert(2)>";

  private StudioFixture() {}

  static Path policy(Path folder) throws IOException {
    return Files.writeString(folder.resolve("mine.yaml"), HASTY);
  }

  static List<Account> accounts() {
    LocalDate due = LocalDate.of(2026, 6, 10);
    InvoiceHistory late =
        InvoiceHistory.of(Invoice.of("INV-1", Money.eur("1200.00"), due.minusDays(30), due));
    InvoiceHistory disputed =
        InvoiceHistory.of(Invoice.of("INV-2", Money.eur("80.00"), due.minusDays(30), due))
            .with(LedgerEvent.dispute(due.plusDays(2), HOSTILE));
    InvoiceHistory strange =
        InvoiceHistory.of(Invoice.of(HOSTILE, Money.eur("50.00"), due.minusDays(30), due));
    return List.of(
        Account.of(Customer.of("C-1"), List.of(late)),
        Account.of(Customer.of("C-2"), List.of(disputed)),
        Account.of(Customer.of(HOSTILE), List.of(strange)));
  }

  /** Asks, and expects an answer. */
  static JsonNode ask(Studio studio, String question, Map<String, Object> fields) {
    try {
      Wire.Response response =
          Wire.ask(studio, question, JsonMapper.shared().writeValueAsString(fields));
      if (response.status() != 200) {
        throw new AssertionError(response.status() + " " + response.body());
      }
      return JsonMapper.shared().readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The fields of a question about a text. */
  static Map<String, Object> about(String text) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", "mine.yaml");
    fields.put("text", text);
    fields.put("policy", "");
    fields.put("day", DAY.toString());
    fields.put("find", "");
    return fields;
  }

  /** Waits for the end of a job. */
  static JsonNode end(Studio studio, String kind, JsonNode started) throws InterruptedException {
    JsonNode job = started;
    while (job.get("state").asString().equals("running")) {
      Thread.sleep(50);
      job = ask(studio, "job", Map.of("kind", kind, "job", started.get("job").asInt()));
    }
    return job;
  }
}
