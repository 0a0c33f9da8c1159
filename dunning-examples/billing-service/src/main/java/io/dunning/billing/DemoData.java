package io.dunning.billing;

import static io.dunning.money.Money.eur;

import io.dunning.evaluation.Posting;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.spring.Books;
import io.dunning.spring.DunningRun;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Fills the books of the demo, and says how to look at them. */
@Component
@Profile("demo")
class DemoData {
  private static final List<String> NAMES =
      List.of(
          "Acme Ltd",
          "Bolt & Sons",
          "Cargo GmbH",
          "Delta SARL",
          "Elbe Logistik",
          "Fjord AS",
          "Garden Café",
          "Harbour Foods",
          "Isar Druck",
          "Juno Media",
          "Kappa Tools",
          "Lark Books");
  private static final int INVOICES = 3;

  /** What was done before the demo began, by days past due, unless it was lately. */
  private static final Map<String, Integer> STEPS =
      new TreeMap<>(Map.of("reminder", 3, "first notice", 14, "call", 30));

  private static final int LATELY = 10;

  private final Books books;
  private final DunningRun run;
  private final DemoTokens tokens;
  private final BillingProperties settings;
  private final Clock clock;

  DemoData(
      Books books, DunningRun run, DemoTokens tokens, BillingProperties settings, Clock clock) {
    this.books = books;
    this.run = run;
    this.tokens = tokens;
    this.settings = settings;
    this.clock = clock;
  }

  @EventListener
  void fill(ApplicationReadyEvent ready) {
    String tenant =
        settings.tokens().isEmpty() ? DemoTokens.TENANT : settings.tokens().get(0).tenant();
    if (books.account(tenant, "C-1").isEmpty()) {
      for (int i = 0; i < NAMES.size(); i++) {
        customer(tenant, i);
      }
      run.run(tenant);
    }
    if (ready.getApplicationContext() instanceof WebServerApplicationContext web) {
      tell("http://localhost:" + web.getWebServer().getPort());
    }
  }

  private void customer(String tenant, int i) {
    String id = "C-" + (i + 1);
    LocalDate today = LocalDate.now(clock);
    books.put(
        tenant,
        Customer.of(id)
            .named(NAMES.get(i))
            .inCountry("GB")
            .ofKind(Customer.Kind.BUSINESS)
            .with("address", (i + 1) + " High Street\nLeeds"));
    for (int j = 0; j < INVOICES; j++) {
      LocalDate due = today.plusDays(10).minusDays((i * 7L + j * 23L) % 90);
      String number = "INV-" + (1000 + i * INVOICES + j);
      Invoice invoice =
          Invoice.of(number, eur((150 + 97 * i + 410 * j) + ".00"), due.minusDays(30), due);
      books.add(tenant, id, invoice, "demo");
      if ((i + j) % 4 == 3) {
        event(tenant, id, number, LedgerEvent.payment(today.minusDays(1), eur("100.00")));
      }
      STEPS.forEach(
          (step, days) -> {
            if (due.plusDays(days + LATELY).isBefore(today)) {
              event(tenant, id, number, LedgerEvent.stepTaken(due.plusDays(days), step));
            }
          });
    }
  }

  private void event(String tenant, String customer, String number, LedgerEvent event) {
    Posting posting = new Posting(customer, Optional.of(number), event);
    books.add(tenant, posting, event.date(), "demo", "demo " + number + " " + event);
  }

  private void tell(String url) {
    StringBuilder text = new StringBuilder("\n  The report: ").append(url).append("/\n");
    text.append("  The API:    ").append(url).append("/api\n");
    if (settings.tokens().isEmpty()) {
      text.append("  Tokens (in a browser: any name, and the token as the password):\n");
      tokens
          .byRole()
          .forEach(
              (role, token) ->
                  text.append(
                      String.format(
                          Locale.ROOT,
                          "    %-9s %s%n",
                          role.name().toLowerCase(Locale.ROOT),
                          token)));
      text.append("\n  export URL=").append(url);
      tokens
          .byRole()
          .forEach((role, token) -> text.append(' ').append(role).append('=').append(token));
      text.append('\n');
    }
    System.out.println(text);
  }
}
