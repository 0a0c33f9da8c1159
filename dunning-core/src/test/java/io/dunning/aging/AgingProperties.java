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
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
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
                      h.invoice().amount().currency(),
                      h.standingOn(asOf).balance().openMinor(),
                      Long::sum));
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
  void allCustomersTogetherAreTheTotals(@ForAll List<Account> accounts, @ForAll LocalDate asOf) {
    for (AgingSchedule schedule : schedules()) {
      AgingReport together = AgingReport.totalsOfAccounts(schedule, asOf, accounts);
      assertThat(together.totals())
          .isEqualTo(AgingReport.ofAccounts(schedule, asOf, accounts).totals());
      assertThat(together.lines()).containsExactlyElementsOf(together.totals().values());
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

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void columnsAgeAnyDayAsTheAccountsDo(@ForAll List<Account> accounts, @ForAll LocalDate asOf) {
    Receivables receivables = Receivables.ofAccounts(accounts);
    List<Account> backwards = new ArrayList<>(accounts);
    Collections.reverse(backwards);
    assertThat(Receivables.ofAccounts(backwards).age(AgingSchedule.STANDARD, asOf))
        .isEqualTo(receivables.age(AgingSchedule.STANDARD, asOf));
    for (AgingSchedule plain : schedules()) {
      for (AgingSchedule schedule : List.of(plain, plain.nettingCredits())) {
        for (int back = -60; back <= 120; back += 15) {
          LocalDate day = asOf.minusDays(back);
          assertThat(receivables.age(schedule, day))
              .isEqualTo(AgingReport.ofAccounts(schedule, day, accounts));
          assertThat(receivables.ageWithClaimsApart(schedule, day))
              .isEqualTo(
                  accounts.stream()
                      .flatMap(a -> a.openItems(day).stream())
                      .collect(AgingReport.collectorWithClaimsApart(schedule, day)));
        }
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void manyDaysInOnePassAreTheTotalsOfEachDay(
      @ForAll List<Account> accounts,
      @ForAll LocalDate asOf,
      @ForAll @Size(min = 1, max = 12) Set<@IntRange(min = -200, max = 200) Integer> offsets) {
    Receivables receivables = Receivables.ofAccounts(accounts);
    List<LocalDate> days = offsets.stream().map(asOf::plusDays).toList();
    for (AgingSchedule plain : schedules()) {
      for (AgingSchedule schedule : List.of(plain, plain.nettingCredits())) {
        Map<LocalDate, AgingReport> trend = receivables.trend(schedule, days);
        assertThat(trend.keySet()).containsExactlyInAnyOrderElementsOf(days);
        trend.forEach(
            (day, report) ->
                assertThat(report.totals())
                    .isEqualTo(AgingReport.ofAccounts(schedule, day, accounts).totals()));
      }
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void openItemsOfADayAreWhatCameAndDidNotGo(@ForAll Account account, @ForAll LocalDate asOf) {
    List<String> left = new ArrayList<>();
    for (OpenItem.Change change : account.openItemChanges()) {
      if (change.epochDay() <= asOf.toEpochDay()) {
        String item = change.item() + " " + change.item().claim();
        if (change.appears()) {
          left.add(item);
        } else {
          assertThat(left.remove(item)).as("%s was not there", item).isTrue();
        }
      }
    }
    List<String> open = new ArrayList<>();
    account.openItems(asOf).stream()
        .filter(i -> !i.invoice().equals("(unapplied)"))
        .forEach(i -> open.add(i + " " + i.claim()));
    left.removeIf(i -> i.contains("(unapplied)"));
    assertThat(left).containsExactlyInAnyOrderElementsOf(open);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void reportsOfAnySplitAddUpToTheWhole(
      @ForAll List<Account> accounts,
      @ForAll LocalDate asOf,
      @ForAll @IntRange(min = 1, max = 5) int parts) {
    for (AgingSchedule schedule : schedules()) {
      AgingReport sum = AgingReport.of(schedule, asOf, List.of());
      for (int part = 0; part < parts; part++) {
        List<Account> some = new ArrayList<>();
        for (int i = part; i < accounts.size(); i += parts) {
          some.add(accounts.get(i));
        }
        sum = sum.plus(AgingReport.ofAccounts(schedule, asOf, some));
      }
      assertThat(sum).isEqualTo(AgingReport.ofAccounts(schedule, asOf, accounts));
    }
  }
}
