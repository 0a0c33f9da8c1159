package io.dunning.aging;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.ledger.Account;
import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class AgingProperties {
  private static final AgingSchedule[] SCHEDULES = {
    AgingSchedule.STANDARD,
    AgingSchedule.byDueDate(7),
    AgingSchedule.byIssueDate(0, 10, 50),
    AgingSchedule.byCalendarMonth(AgingBasis.DUE_DATE, 2),
    AgingSchedule.byCalendarMonth(AgingBasis.ISSUE_DATE, 1)
  };

  private static List<AgingSchedule> schedules() {
    return List.of(SCHEDULES);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void bandsAreDisjointAndComplete(@ForAll LocalDate date, @ForAll LocalDate asOf) {
    for (AgingSchedule schedule : schedules()) {
      long age = asOf.toEpochDay() - date.toEpochDay();
      List<AgeBand> bands = schedule.bands();
      assertThat(bands).contains(schedule.band(date, asOf));
      for (int i = 1; i < bands.size(); i++) {
        assertThat(bands.get(i).from()).isEqualTo(bands.get(i - 1).to() + 1);
      }
      if (schedule == AgingSchedule.STANDARD) {
        AgeBand band = schedule.band(date, asOf);
        assertThat(age).isBetween((long) band.from(), (long) band.to());
      }
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void bandsAddUpToWhatIsOpen(@ForAll List<Account> accounts, @ForAll LocalDate asOf) {
    Map<CurrencyUnit, Long> open = new TreeMap<>();
    for (Account account : accounts) {
      account.invoices().stream()
          .filter(h -> !h.invoice().issued().isAfter(asOf))
          .forEach(
              h ->
                  open.merge(
                      h.invoice().amount().currency(), h.standingOn(asOf).openMinor(), Long::sum));
    }
    for (AgingSchedule schedule : schedules()) {
      AgingReport report = AgingReport.ofAccounts(schedule, asOf, accounts);
      Map<CurrencyUnit, Long> lines = new TreeMap<>();
      for (AgingLine line : report.lines()) {
        long sum = 0;
        for (int i = 0; i < schedule.bands().size(); i++) {
          sum += line.amount(i).minorUnits();
          assertThat(line.amount(i).isNegative()).isFalse();
        }
        assertThat(line.total().minorUnits()).isEqualTo(sum);
        lines.merge(line.currency(), sum, Long::sum);
      }
      report
          .totals()
          .forEach((c, total) -> assertThat(total.total().minorUnits()).isEqualTo(lines.get(c)));
      open.forEach((c, sum) -> assertThat(lines.getOrDefault(c, 0L)).isEqualTo(sum));
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void anySplitMergesToTheWhole(@ForAll List<Account> accounts, @ForAll LocalDate asOf) {
    List<OpenItem> items = new ArrayList<>();
    accounts.forEach(a -> items.addAll(a.openItems(asOf)));
    AgingReport whole = AgingReport.of(AgingSchedule.STANDARD, asOf, items);
    List<OpenItem> backwards = new ArrayList<>(items);
    Collections.reverse(backwards);
    assertThat(AgingReport.of(AgingSchedule.STANDARD, asOf, backwards)).isEqualTo(whole);
    assertThat(items.parallelStream().collect(AgingReport.collector(AgingSchedule.STANDARD, asOf)))
        .isEqualTo(whole);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void futureEventsChangeNothing(@ForAll Account account, @ForAll LocalDate asOf) {
    assertThat(AgingReport.ofAccounts(AgingSchedule.STANDARD, asOf, List.of(account.asOf(asOf))))
        .isEqualTo(AgingReport.ofAccounts(AgingSchedule.STANDARD, asOf, List.of(account)));
  }
}
