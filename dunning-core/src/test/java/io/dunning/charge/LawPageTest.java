package io.dunning.charge;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.conduct.ContactLaw;
import io.dunning.conduct.ContactRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The page {@code docs/reference/law.md} says what ships; {@code -Dlaw.write=true} writes it anew.
 */
class LawPageTest {
  private static final Path PAGE = Path.of("../docs/reference/law.md");

  @Tag("slow")
  @Test
  void thePageSaysWhatShips() throws IOException {
    String page = page();
    if (Boolean.getBoolean("law.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    StringBuilder text =
        new StringBuilder(
            """
            # Law that ships: late payment, contact

            This page lists facts with their sources. It is not advice: you and your lawyer decide which law applies to a debt,
            and when default begins. The column *confidence* says how reliable a row is:

            - `verified`: we read the law, an official page, official data in a copy, or two pages that do not depend on each
              other.
            - `verified-secondary`: we read somebody else's page about it.
            - `derived`: we computed the row from verified ones.

            What we only remember does not ship. Those days have no rate, and a computation that needs it says which rate is
            missing. Add a rate with `ReferenceRates.of("DE").with(from, through, rate, source)` and
            `StatutoryInterest.withRates`, or on the command line with `--rates`. Each table is a file with a version of its own;
            `RateEdition.parse` and `LawRadar.parse` read newer files of the same form.

            A test writes this page, and fails if it is out of date:

                mvn test -pl dunning-core -Dtest=LawPageTest -Dlaw.write=true

            ## Regimes

            | id | country | who owes | interest | fixed sum | days to pay if none were agreed | contracts | law | confidence | not covered |
            |---|---|---|---|---|---|---|---|---|---|
            """);
    for (StatutoryInterest law : StatutoryInterest.shipped().values()) {
      text.append("| ")
          .append(
              String.join(
                  " | ",
                  law.id(),
                  law.country(),
                  law.debtor().toString().toLowerCase(java.util.Locale.ROOT),
                  law.interest().toString(),
                  law.compensation().map(LawPageTest::fixedSum).orElse(""),
                  days(law),
                  contracts(law),
                  law.source(),
                  law.confidence(),
                  law.notCovered()))
          .append(" |\n");
    }
    text.append(
        """

        We left out state law of the United States, Australian court rates and the Canadian Interest Act, because our sources are
        too weak or because the matter is one of contract. We also left out Brazilian consumer credit; you can write its 2 % fine
        and its 1 % a month as a fee and a rate.

        ## Reference rates

        | id | name | first day | through | rows | days without a rate in between | sources and confidence |
        |---|---|---|---|---|---|---|
        """);
    ReferenceRates.shipped().forEach((id, table) -> text.append(row(id, table)).append('\n'));
    text.append(
        """

        ## Rules of contact

        `ContactLaw` holds what can be counted or clocked. General duties, such as the duty not to harass, stay with people.

        | id | applies to | from | limits | source | confidence |
        |---|---|---|---|---|---|
        """);
    ContactLaw.all().forEach(rules -> text.append(row(rules)).append('\n'));
    text.append(
        """

        We left out the following, because our sources are too weak:

        - the Pre-Action Protocol for Debt Claims of England: you can express its letter of claim, 30 days before court, with a
          `ContactLimit.Notice`;
        - the collection law of Germany, Brazil, Japan and the European Union;
        - the telephone law of the United States.
        """);
    return text.append(LawTables.radar())
        .append(LawTables.korea())
        .append(LawTables.statuses())
        .toString();
  }

  private static String row(ContactRules rules) {
    List<String> limits = new ArrayList<>();
    rules.limits().forEach(l -> limits.add(l.toString()));
    rules.stay().ifPresent(p -> limits.add("stay of " + p));
    rules.maximumBarredHours().ifPresent(h -> limits.add("at most " + h + " hours a week barred"));
    return "| "
        + String.join(
            " | ",
            rules.name(),
            rules.jurisdiction().toString(),
            rules.inForceFrom().map(LocalDate::toString).orElse(""),
            String.join("; ", limits),
            rules.source(),
            rules.confidence())
        + " |";
  }

  private static String fixedSum(LateFee fee) {
    return fee.bands().stream().map(FeeBand::toString).collect(Collectors.joining(", "))
        + (fee.arises() == LateFee.Arises.ONCE ? ", once" : ", once for each instalment");
  }

  private static String days(StatutoryInterest law) {
    LocalDate start = LocalDate.of(2026, 6, 1);
    return law.lastDayToPay(start, BusinessCalendar.everyDay())
        .map(d -> ChronoUnit.DAYS.between(start, d) + " days later")
        .orElse("");
  }

  private static String contracts(StatutoryInterest law) {
    LocalDate from = law.contracts().first();
    LocalDate through = law.contracts().lastInclusive();
    String text = from.equals(LocalDate.MIN) ? "" : "from " + from;
    return through.equals(LocalDate.MAX) ? text : (text + " through " + through).strip();
  }

  private static String row(String id, ReferenceRates table) {
    List<ReferenceRates.Rate> rates = table.rates();
    long missing = 0;
    for (int i = 1; i < rates.size(); i++) {
      missing +=
          ChronoUnit.DAYS.between(rates.get(i - 1).throughInclusive(), rates.get(i).from()) - 1;
    }
    LocalDate last = rates.get(rates.size() - 1).throughInclusive();
    String confidence =
        rates.stream()
            .map(r -> r.source().replaceFirst(".*\\((\\S+)\\)$", "$1"))
            .collect(Collectors.groupingBy(c -> c, java.util.TreeMap::new, Collectors.counting()))
            .toString();
    return "| "
        + String.join(
            " | ",
            id,
            table.name(),
            rates.get(0).from().toString(),
            last.equals(LocalDate.MAX) ? "open" : last.toString(),
            String.valueOf(rates.size()),
            String.valueOf(missing),
            confidence.replaceAll("[{}]", "").replace("=", ": "))
        + " |";
  }
}
