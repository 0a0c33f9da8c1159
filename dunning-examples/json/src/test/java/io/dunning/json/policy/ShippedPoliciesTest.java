package io.dunning.json.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.scenario.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped policies, each with a page in the guide that shows its file and what it does when
 * nobody pays. Write the pages anew with {@code -Dpages.write=true}, and read what changed.
 */
class ShippedPoliciesTest {
  private static final Path PAGES = Path.of("../../docs/guide/policies");
  private static final Path FILES = Path.of("src/main/resources/io/dunning/json/policies");
  private static final String EDITOR = "# yaml-language-server: $schema=policy.schema.json\n";
  private static final LocalDate DUE = LocalDate.of(2026, 3, 2);

  private static final Map<String, String> AMOUNTS =
      Map.of(
          "agency-us", "1200.00 USD",
          "us-consumer", "1200.00 USD",
          "korean-b2b", "1200000 KRW");

  static List<String> names() {
    return PolicyFiles.shippedNames();
  }

  @Test
  void everyFileIsListed() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      assertThat(
              files
                  .map(p -> p.getFileName().toString())
                  .filter(n -> n.endsWith(".yaml"))
                  .map(n -> n.replace(".yaml", ""))
                  .sorted())
          .isEqualTo(names());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void hasTheNameOfItsFileAndIsWrittenAsUsual(String name) {
    String text = PolicyFiles.shippedText(name);
    assertThat(text).startsWith(EDITOR + "# ");
    assertThat(PolicyFiles.format(text)).isEqualTo(text);
    DunningPolicy policy = PolicyFiles.shipped(name);
    assertThat(policy.name()).isEqualTo(name);
    PolicyFileProperties.comesBack(policy);
    assertThat(PolicyFiles.parse(PolicyFiles.format(text)).policy().fingerprint())
        .isEqualTo(policy.fingerprint());
  }

  @ParameterizedTest
  @MethodSource("names")
  void warnsOfNothing(String name) {
    List<String> warnings = PolicyFiles.shipped(name).warnings();
    if (name.equals("standard-b2b")) {
      // eu-b2b is the same with an agency that waits
      assertThat(warnings).hasSize(1).first().asString().contains("if the ladder is late");
    } else {
      assertThat(warnings).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void hasAPage(String name) throws IOException {
    Path page = PAGES.resolve(name + ".md");
    String text = page(name);
    if (Boolean.getBoolean("pages.write")) {
      Files.createDirectories(PAGES);
      Files.writeString(page, text);
    }
    assertThat(Files.readString(page)).isEqualTo(text);
  }

  private static String page(String name) {
    List<String> lines = PolicyFiles.shippedText(name).lines().skip(1).toList();
    String about =
        lines.stream()
            .takeWhile(l -> l.startsWith("#"))
            .map(l -> l.substring(1).strip())
            .collect(Collectors.joining("\n"));
    String file =
        lines.stream().dropWhile(l -> l.startsWith("#")).collect(Collectors.joining("\n"));
    return """
        # %s

        %s

        ```yaml
        %s
        ```

        ## If nobody pays

        An invoice for %s is due on %s. Each step is approved and taken on the day it is recommended:

        ```text
        %s
        ```

        Print it as a page with `dunning policy print %s`, or begin a file of your own with
        `dunning policy show %s`. [Policy files](../policy-files.md) says how to change it.
        """
        .formatted(name, about, file, amount(name), DUE, timeline(name), name, name);
  }

  private static String amount(String name) {
    return AMOUNTS.getOrDefault(name, "1200.00 EUR");
  }

  private static String timeline(String name) {
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("INV-1", Money.parse(amount(name)), DUE.minusDays(30), DUE));
    Account account = Account.of(Customer.of("A"), List.of(history));
    return Timeline.of(
            DunningEvaluator.on(BusinessCalendar.weekends()),
            PolicyFiles.shipped(name),
            account,
            DUE.minusDays(10),
            DUE.plusDays(240))
        .entries()
        .stream()
        .limit(15)
        .map(ShippedPoliciesTest::line)
        .collect(Collectors.joining("\n"));
  }

  private static String line(Timeline.Entry entry) {
    String actions =
        entry.recommendation().actions().stream()
            .map(Object::toString)
            .collect(Collectors.joining(" and "));
    String approver =
        entry.recommendation().approver().map(a -> ", once approved by " + a).orElse("");
    return entry.date() + " " + entry.step() + ": " + actions + approver;
  }

  @Test
  void anUnknownNameIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> PolicyFiles.shipped("standart-b2b"))
        .hasMessage("no such policy: standart-b2b\nMaybe \"standard-b2b\"");
    assertThatThrownBy(() -> PolicyFiles.shippedText("../index"))
        .hasMessageStartingWith("no such policy: ../index");
  }
}
