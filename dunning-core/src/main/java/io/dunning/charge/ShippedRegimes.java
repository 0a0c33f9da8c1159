package io.dunning.charge;

import io.dunning.calendar.BusinessDayConvention;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.DayCount;
import io.dunning.charge.StatutoryInterest.Country;
import io.dunning.charge.StatutoryInterest.Debtor;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import io.dunning.text.TableFile;
import io.dunning.text.TableFile.Row;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The regimes of {@code regimes.tsv}, read once, when they are first asked for. */
final class ShippedRegimes {
  static final SortedMap<String, StatutoryInterest> BY_ID = read();

  private ShippedRegimes() {}

  private static SortedMap<String, StatutoryInterest> read() {
    SortedMap<String, StatutoryInterest> all = new TreeMap<>();
    for (Row row : TableFile.shipped(ShippedRegimes.class, "regimes.tsv").rows()) {
      all.put(row.text("id"), regime(row));
    }
    return Collections.unmodifiableSortedMap(all);
  }

  private static StatutoryInterest regime(Row row) {
    return new ImmutableStatutoryInterest.Builder()
        .id(row.text("id"))
        .country(Country.valueOf(row.text("country")).toString())
        .debtor(Debtor.valueOf(row.text("debtor")))
        .title(row.text("title"))
        .interest(interest(row))
        .compensation(compensation(row))
        .term(term(row))
        .contracts(
            new DateSpan(
                row.day("contractsFrom", LocalDate.MIN),
                row.day("contractsThrough", LocalDate.MAX)))
        .source(row.text("source"))
        .confidence(row.text("confidence"))
        .notCovered(row.text("notCovered"))
        .build();
  }

  private static StatutoryTerm term(Row row) {
    return new StatutoryTerm(
        row.has("termDays") ? row.number("termDays") : StatutoryTerm.UNSET,
        row.isYes("termIncludesStart"),
        row.has("mostDays") ? row.number("mostDays") : StatutoryTerm.UNSET,
        BusinessDayConvention.valueOf(row.text("convention")));
  }

  private static LateInterest interest(Row row) {
    LateInterest rule =
        LateInterest.floating(rates(row), Percentage.percent(row.text("margin")))
            .times(row.number("multiple"))
            .compounding(
                LateInterest.Compounding.valueOf(row.text("compounding")),
                LateInterest.RateMode.valueOf(row.text("mode")))
            .counting(DayCount.parse(row.text("count")))
            .rounded(Rounding.valueOf(row.text("rounding")));
    rule = row.has("years") ? rule.forAtMost(Period.ofYears(row.number("years"))) : rule;
    return row.has("minimum") ? rule.atLeast(Money.parse(row.text("minimum"))) : rule;
  }

  /** The table of an id; behind a minus stands the name of a table that has no rates yet. */
  private static ReferenceRates rates(Row row) {
    String cell = row.text("reference");
    return cell.startsWith("-") ? ReferenceRates.named(cell.substring(1)) : ReferenceRates.of(cell);
  }

  /** Bands such as {@code 40.00 GBP; 70.00 GBP from 1000.00}. */
  private static Optional<LateFee> compensation(Row row) {
    if (!row.has("compensation")) {
      return Optional.empty();
    }
    List<FeeBand> bands = new ArrayList<>();
    for (String part : row.text("compensation").split("; ")) {
      String[] words = part.split(" from ");
      Money flat = Money.parse(words[0]);
      Money from =
          words.length > 1 ? Money.of(words[1], flat.currency()) : Money.zero(flat.currency());
      bands.add(new FeeBand(from, flat, Percentage.percent("0")));
    }
    LateFee fee = LateFee.banded(LateFee.Banding.SINGLE, bands).by(row.text("source"));
    return Optional.of(row.isYes("instalments") ? fee.oncePerInstalment() : fee.once());
  }
}
