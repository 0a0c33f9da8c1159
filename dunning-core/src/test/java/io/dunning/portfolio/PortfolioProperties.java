package io.dunning.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DenseDomain;
import io.dunning.DunningDomain;
import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.portfolio.PortfolioRun.Evaluated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for many accounts at once. */
@Domain(DenseDomain.class)
@Domain(DomainContext.Global.class)
class PortfolioProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  private static List<Account> numbered(List<Account> accounts) {
    List<Account> all = new ArrayList<>();
    for (int i = 0; i < accounts.size(); i++) {
      Account each = accounts.get(i);
      all.add(Account.of(Customer.of("C" + i), each.invoices(), each.events()));
    }
    return all;
  }

  private static String text(SortedMap<CurrencyUnit, CollectionMetrics> metrics) {
    StringBuilder text = new StringBuilder();
    metrics.forEach(
        (c, m) ->
            text.append(m)
                .append(m.dsoByCountBack())
                .append(m.collectionEffectiveness())
                .append(m.averageDaysVsDuePaid())
                .append(m.weightedDaysLatePaid())
                .append(m.badDebtToSales()));
    return text.toString();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void metricsOfPartsAreThoseOfTheWholeInAnyOrder(
      @ForAll @Size(max = 12) List<Account> accounts, @ForAll LocalDate day, @ForAll long seed) {
    List<Account> mixed = new ArrayList<>(accounts);
    Collections.shuffle(mixed, new Random(seed));
    String whole = text(CollectionMetrics.of(accounts, day));
    assertThat(text(CollectionMetrics.of(mixed, day))).isEqualTo(whole);
    assertThat(text(mixed.parallelStream().collect(CollectionMetrics.collector(day))))
        .isEqualTo(whole);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void metricsAreTiedToAgingAndUseNothingLater(
      @ForAll @Size(max = 6) List<Account> accounts, @ForAll LocalDate day) {
    var metrics = CollectionMetrics.of(accounts, day);
    assertThat(text(CollectionMetrics.of(accounts.stream().map(a -> a.asOf(day)).toList(), day)))
        .isEqualTo(text(metrics));
    metrics.forEach(
        (currency, each) -> {
          Money open = Money.zero(currency);
          for (Account account : accounts) {
            for (var history : account.invoices()) {
              boolean exists = !history.invoice().issued().isAfter(day);
              Money own = history.standingOn(day).balance().open();
              open = exists && own.currency().equals(currency) ? open.plus(own) : open;
            }
          }
          assertThat(each.receivables()).isEqualTo(open);
          assertThat(each.notDue().plus(each.overdue())).isEqualTo(each.receivables());
          if (each.dsoOf90Days().isPresent()) {
            // days sales outstanding are the best possible and the days delinquent, but for
            // rounding
            assertThat(
                    each.bestPossibleDso()
                        .orElseThrow()
                        .add(each.averageDaysDelinquent().orElseThrow())
                        .subtract(each.dsoOf90Days().orElseThrow())
                        .abs())
                .isLessThanOrEqualTo(new java.math.BigDecimal("0.0001"));
          }
        });
    var aged = AgingReport.ofAccounts(AgingSchedule.STANDARD, day, numbered(accounts));
    aged.totals()
        .forEach(
            (c, line) -> {
              Money open = metrics.containsKey(c) ? metrics.get(c).receivables() : Money.zero(c);
              assertThat(line.total()).isEqualTo(open);
            });
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void aRunOnThreadsIsALoop(
      @ForAll DunningPolicy policy,
      @ForAll @Size(max = 30) List<Account> some,
      @ForAll LocalDate day,
      @ForAll @IntRange(min = 1, max = 4) int threads) {
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      accounts.addAll(some);
    }
    List<AccountRecommendation> expected =
        accounts.stream().map(a -> WEEKENDS.evaluate(policy, a, day)).toList();
    List<AccountRecommendation> found = new ArrayList<>();
    PortfolioRun.Summary summary =
        PortfolioRun.of(WEEKENDS, policy, day)
            .onThreads(threads)
            .run(accounts.iterator(), r -> found.add(((Evaluated) r).recommendation()));
    assertThat(found).isEqualTo(expected);
    assertThat(summary).isEqualTo(new PortfolioRun.Summary(accounts.size(), 0, true));
  }

  /** Over a hundred days the decisions of a daily run over what is due are those of a full run. */
  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void lookingOnlyAtWhatIsDueFindsWhatLookingAtAllFinds(
      @ForAll DunningPolicy policy, @ForAll @Size(min = 1, max = 6) List<Account> some) {
    List<Account> accounts = numbered(some);
    ReviewDates dates = new ReviewDates();
    Map<String, AccountRecommendation> latest = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      LocalDate day = DunningDomain.START.plusDays(i);
      for (Account account : accounts) {
        String id = account.customer().id();
        if (hasEvent(account, day)) {
          dates.changed(id);
        }
        boolean due = dates.isDue(account, day);
        if (dates.dueOn(day).contains(id)) {
          assertThat(due).isTrue();
        }
        if (due) {
          AccountRecommendation now = WEEKENDS.evaluate(policy, account, day);
          latest.put(id, now);
          dates.put(now);
        }
        List<Recommendation> full = WEEKENDS.evaluate(policy, account, day).recommendations();
        List<Recommendation> kept = latest.get(id).recommendations();
        for (int k = 0; k < full.size(); k++) {
          assertThat(full.get(k).decidesLike(kept.get(k)))
              .as("%s\n%s\n%s", day, kept.get(k), full.get(k))
              .isTrue();
        }
      }
    }
  }

  private static boolean hasEvent(Account account, LocalDate day) {
    List<LedgerEvent> all = new ArrayList<>(account.events());
    account.invoices().forEach(h -> all.addAll(h.events()));
    return all.stream().anyMatch(e -> e.date().equals(day));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aWorklistIsTheSameForAnyOrderAndLosesNothing(
      @ForAll DunningPolicy policy,
      @ForAll @Size(max = 10) List<Account> some,
      @ForAll LocalDate day,
      @ForAll Worklist.Order order,
      @ForAll @IntRange(min = 0, max = 12) int capacity,
      @ForAll long seed) {
    List<Recommendation> all = new ArrayList<>();
    DunningEvaluator evaluator = order == Worklist.Order.RISK ? WEEKENDS.statingRisk() : WEEKENDS;
    numbered(some).forEach(a -> all.addAll(evaluator.evaluate(policy, a, day).recommendations()));
    Worklist.Rule rule = new Worklist.Rule(order, Worklist.Rates.ONE, capacity);
    Worklist list = Worklist.of(all, rule);
    List<Recommendation> mixed = new ArrayList<>(all);
    Collections.shuffle(mixed, new Random(seed));
    assertThat(Worklist.of(mixed, rule)).isEqualTo(list);
    List<Worklist.Entry> whole = new ArrayList<>(list.entries());
    whole.addAll(list.beyondCapacity());
    assertThat(list.entries()).hasSizeLessThanOrEqualTo(capacity);
    assertThat(whole.stream().map(Worklist.Entry::recommendation).toList())
        .containsExactlyInAnyOrderElementsOf(
            all.stream().filter(r -> r.step().isPresent()).toList());
    for (int i = 1; i < whole.size(); i++) {
      assertThat(whole.get(i).worth()).isLessThanOrEqualTo(whole.get(i - 1).worth());
    }
    assertThat(Optional.of(Worklist.of(all, rule, r -> false).entries())).contains(List.of());
  }
}
