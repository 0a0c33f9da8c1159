package io.dunning.portfolio;

import static io.dunning.Fixtures.history;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.Account;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicySet;
import io.dunning.portfolio.PortfolioRun.Evaluated;
import io.dunning.portfolio.PortfolioRun.Failed;
import io.dunning.portfolio.PortfolioRun.Result;
import io.dunning.portfolio.PortfolioRun.Summary;
import io.dunning.settlement.EndgameRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs over many accounts, and lists of what is due. */
class PortfolioRunTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());
  private static final DunningPolicy POLICY =
      DunningPolicy.named("p")
          .ladder(
              EscalationLadder.of(
                  step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                  step("agency").at(daysPastDue(60)).take(referToAgency())))
          .build();

  private static Account account(String id, Money amount, int daysLate) {
    return Fixtures.account(id, history("of " + id, amount, DAY.minusDays(daysLate)));
  }

  private static Stream<Account> many(int count) {
    return IntStream.range(0, count).mapToObj(i -> account("C" + i, eur("9.00"), 5));
  }

  @Test
  void oneBadAccountStopsNothing() {
    DunningPolicy picky =
        DunningPolicy.named("picky")
            .ladder(
                EscalationLadder.of(
                    step("s")
                        .at(daysPastDue(1))
                        .take(sendReminder(EMAIL))
                        .onlyIf(
                            Condition.described(
                                "not 500",
                                s -> {
                                  if (s.customer().id().equals("C500")) {
                                    throw new IllegalStateException("500");
                                  }
                                  return true;
                                }))))
            .build();
    List<Result> results = new ArrayList<>();
    Summary summary =
        PortfolioRun.of(EVALUATOR, picky, DAY).run(many(1_000).iterator(), results::add);
    assertThat(summary).isEqualTo(new Summary(999, 1, true));
    assertThat(results.get(500)).isInstanceOf(Failed.class);
    assertThat(((Failed) results.get(500)).cause()).hasMessage("500");
    for (int i = 0; i < 1_000; i++) {
      assertThat(results.get(i).account().customer().id()).isEqualTo("C" + i);
    }
  }

  /** More policies than the evaluator keeps taken apart, in turns: each customer has their own. */
  @Test
  void everyCustomerMayHaveAPolicyOfTheirOwn() {
    PolicySet policies = PolicySet.byDefault(POLICY);
    List<Account> accounts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      DunningPolicy own =
          DunningPolicy.named("own " + i)
              .ladder(EscalationLadder.of(step("s" + i).at(daysPastDue(i)).take(placeCall())))
              .build();
      policies = policies.forCustomer("C" + i, own);
      accounts.add(account("C" + i, eur("9.00"), 20));
    }
    List<Account> twice = new ArrayList<>(accounts);
    twice.addAll(accounts);
    List<String> steps = new ArrayList<>();
    PortfolioRun.of(EVALUATOR, policies, DAY)
        .run(
            twice.iterator(),
            r -> {
              for (Recommendation each : ((Evaluated) r).recommendation().recommendations()) {
                steps.add(
                    each.policy().name() + " " + each.step().orElse("none") + " " + each.verdict());
              }
            });
    for (int i = 0; i < 80; i++) {
      int n = i % 40;
      assertThat(steps.get(i)).startsWith("own " + n + " ");
      assertThat(steps.get(i).endsWith(" s" + n + " act")).as(steps.get(i)).isEqualTo(n <= 20);
    }
  }

  @Test
  void holdsOnlyAFewAccountsAtATime() {
    AtomicInteger read = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    PortfolioRun.of(EVALUATOR, POLICY, DAY)
        .onThreads(2)
        .run(
            many(10_000).peek(a -> read.incrementAndGet()).iterator(),
            r -> most.accumulateAndGet(read.get() - done.getAndIncrement(), Math::max));
    assertThat(done.get()).isEqualTo(10_000);
    assertThat(most.get()).isLessThanOrEqualTo(5 * 128 + 1);
  }

  @Test
  void tellsHowFarItIsAndStopsWhenAsked() {
    List<Long> told = new ArrayList<>();
    Summary all =
        PortfolioRun.of(EVALUATOR, POLICY, DAY)
            .reportingProgress(told::add)
            .run(many(500).iterator(), r -> {});
    assertThat(all).isEqualTo(new Summary(500, 0, true));
    assertThat(told).isSorted().endsWith(500L);
    AtomicInteger seen = new AtomicInteger();
    Summary stopped =
        PortfolioRun.of(EVALUATOR, POLICY, DAY)
            .onThreads(1)
            .cancelledBy(() -> seen.get() >= 200)
            .run(many(100_000).iterator(), r -> seen.incrementAndGet());
    assertThat(stopped.complete()).isFalse();
    // what was read is handed out
    assertThat(stopped.evaluated()).isEqualTo(seen.get()).isBetween(200L, 1_000L);
    assertThatThrownBy(() -> PortfolioRun.of(EVALUATOR, POLICY, DAY).onThreads(0))
        .hasMessage("a run needs at least one thread: 0");
  }

  @Test
  void anEmptyPortfolioIsDone() {
    assertThat(
            PortfolioRun.of(EVALUATOR, POLICY, DAY).run(Stream.<Account>of().iterator(), r -> {}))
        .isEqualTo(new Summary(0, 0, true));
  }

  private static List<Recommendation> due(DunningPolicy policy, Account... accounts) {
    return due(EVALUATOR, policy, accounts);
  }

  private static List<Recommendation> due(
      DunningEvaluator evaluator, DunningPolicy policy, Account... accounts) {
    List<Recommendation> all = new ArrayList<>();
    for (Account each : accounts) {
      all.addAll(evaluator.evaluate(policy, each, DAY).due());
    }
    return all;
  }

  private static List<String> customers(Worklist list) {
    return list.entries().stream()
        .map(e -> e.recommendation().subject().customer() + ": " + e.reason())
        .toList();
  }

  @Test
  void aWorklistPutsWhatMattersFirstAndStopsAtTheCapacity() {
    Account[] accounts = {
      account("B", eur("50.00"), 5),
      account("A", eur("50.00"), 40),
      account("C", usd("60.00"), 7),
      account("not due", eur("1000.00"), 1)
    };
    List<Recommendation> due = due(POLICY, accounts);
    Worklist.Rates rates = c -> new BigDecimal(c.code().equals("USD") ? "0.5" : "1");
    Worklist byAmount = Worklist.of(due, new Worklist.Rule(Worklist.Order.AMOUNT, rates, 2));
    assertThat(customers(byAmount)).containsExactly("A: 50.00 EUR overdue", "B: 50.00 EUR overdue");
    assertThat(byAmount.beyondCapacity()).hasSize(1);
    Worklist byAge = Worklist.of(due, new Worklist.Rule(Worklist.Order.AGE, rates, 9));
    assertThat(customers(byAge))
        .containsExactly("A: 40 days past due", "C: 7 days past due", "B: 5 days past due");
    Worklist.Rule riskFirst = new Worklist.Rule(Worklist.Order.RISK, rates, 9);
    Worklist byRisk = Worklist.of(due(EVALUATOR.statingRisk(), POLICY, accounts), riskFirst);
    assertThat(customers(byRisk)).containsExactly("A: risk 74%", "B: risk 74%", "C: risk 74%");
    assertThatThrownBy(() -> Worklist.of(due, riskFirst))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("recommendation states no risk: act: reminder")
        .hasMessageEndingWith("\nMaybe evaluate with DunningEvaluator.statingRisk()");
    assertThatThrownBy(() -> new Worklist.Rule(Worklist.Order.AGE, rates, -1))
        .hasMessage("capacity is negative: -1");
  }

  @Test
  void eachCollectorHasADayOfTheirOwn() {
    List<Recommendation> due =
        due(
            POLICY,
            account("A1", eur("50.00"), 40),
            account("A2", eur("70.00"), 5),
            account("A3", eur("60.00"), 5),
            account("B1", eur("10.00"), 5),
            account("B2", eur("20.00"), 5),
            account("not due", eur("1000.00"), 1));
    Worklist.Rule rule = new Worklist.Rule(Worklist.Order.AMOUNT, Worklist.Rates.ONE, 1);
    var lists =
        Worklist.byCollector(
            due,
            rule,
            r -> r.subject().customer().startsWith("A") ? "Ann" : "Bob",
            Map.of("Ann", 2, "Zoe", 5));
    assertThat(lists).containsOnlyKeys("Ann", "Bob", "Zoe");
    assertThat(customers(lists.get("Ann")))
        .containsExactly("A2: 70.00 EUR overdue", "A3: 60.00 EUR overdue");
    assertThat(lists.get("Ann").beyondCapacity()).hasSize(1);
    assertThat(customers(lists.get("Bob"))).containsExactly("B2: 20.00 EUR overdue");
    assertThat(lists.get("Zoe").entries()).isEmpty();
    assertThatThrownBy(() -> Worklist.byCollector(due, rule, r -> "Ann", Map.of("Ann", -1)))
        .hasMessage("capacity is negative: -1");
  }

  @Test
  void expectedGainGoesByTheBestRoute() {
    DunningPolicy weighed =
        DunningPolicy.named("w").ladder(POLICY.ladder()).endgame(EndgameRule.standard()).build();
    List<Recommendation> due =
        due(weighed, account("old", eur("120.00"), 300), account("young", eur("100.00"), 5));
    Worklist list = Worklist.of(due, new Worklist.Rule(Worklist.Order.GAIN, Worklist.Rates.ONE, 9));
    assertThat(customers(list).get(0)).startsWith("young: expects agency ");
  }
}
