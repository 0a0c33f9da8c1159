package io.dunning.portfolio;

import static io.dunning.Fixtures.account;
import static io.dunning.Fixtures.history;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Policies;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.compiled.RandomPlay;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.portfolio.PortfolioRun.Evaluated;
import io.dunning.portfolio.PortfolioRun.Failed;
import io.dunning.portfolio.PortfolioRun.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Runs over a table that give whole answers about some of its accounts. */
class TableRunTest {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());
  private static final DunningPolicy POLICY =
      Policies.draft().per(AccountRules.Unit.ACCOUNT).build();
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final TableRun RUN = TableRun.of(EVALUATOR, POLICY, DAY);

  private final Map<String, Account> accounts = new HashMap<>();
  private final List<Result> results = new ArrayList<>();

  private Account late(String customer, int days) {
    Account late = account(customer, history("1", eur("9.00"), DAY.minusDays(days)));
    accounts.put(customer, late);
    return late;
  }

  private AccountTable table() {
    return AccountTable.of(List.of(late("A", 5), late("B", 1), late("C", 40)))
        .accountsFrom(accounts::get);
  }

  private List<String> customers() {
    return results.stream().map(r -> r.account().customer().id()).toList();
  }

  @Test
  void answersWholeAboutWhatThereIsToDo() {
    Decisions decisions = RUN.run(table(), results::add);
    assertThat(decisions.size()).isEqualTo(3);
    assertThat(decisions.verdict(1)).isEqualTo(Verdict.WAIT);
    assertThat(customers()).containsExactly("A", "C");
    assertThat(((Evaluated) results.get(0)).recommendation())
        .isEqualTo(EVALUATOR.evaluate(POLICY, accounts.get("A"), DAY));
  }

  @Test
  void answersWholeAboutTheVerdictsThatAreAskedFor() {
    RUN.answering(Set.of(Verdict.WAIT)).run(table(), results::add);
    assertThat(customers()).containsExactly("B");
    results.clear();
    RUN.answering(Set.of()).run(table(), results::add);
    assertThat(results).isEmpty();
  }

  @Test
  void goesOnFromTheDecisionsOfTheDayBefore() {
    AccountTable table = table();
    Decisions first = RUN.run(table, r -> {});
    Account taken = accounts.get("A").with(LedgerEvent.stepTaken(DAY, "reminder"));
    accounts.put("A", taken);
    table.put(taken);
    Decisions next = TableRun.of(EVALUATOR, POLICY, DAY.plusDays(1)).runDue(first, results::add);
    assertThat(next.accountsDecided()).isEqualTo(1);
    assertThat(customers()).containsExactly("C");
    DunningPolicy other = Policies.draft().grace(Days.calendarDays(1)).build();
    assertThatThrownBy(() -> TableRun.of(EVALUATOR, other, DAY).runDue(first, results::add))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "decisions are by another evaluator or policy: test\nMaybe run over the whole table");
  }

  @Test
  void goesOnWhenAnAccountCannotBeHad() {
    AccountTable table = table();
    accounts.remove("A");
    RUN.onThreads(1).run(table, results::add);
    assertThat(((Failed) results.get(0)).cause())
        .hasMessage("account cannot be had: A\nMaybe say where to find accounts");
    assertThat(results.get(0).account().customer().id()).isEqualTo("A");
    assertThat(results.get(1)).isInstanceOf(Evaluated.class);
    results.clear();
    table.accountsFrom(
        c -> {
          throw new IllegalStateException("no connection for " + c);
        });
    RUN.run(table, results::add);
    assertThat(results).hasSize(2).allMatch(r -> r instanceof Failed);
    assertThat(((Failed) results.get(1)).cause()).hasMessage("no connection for C");
    assertThatThrownBy(() -> RUN.onThreads(0)).hasMessage("a run needs at least one thread: 0");
  }

  @Test
  void doesNotTryAgainWhatFailedWhileDeciding() {
    AccountTable table = table();
    DunningPolicy asksMore =
        Policies.draft()
            .per(AccountRules.Unit.ACCOUNT)
            .clock(DunningPolicy.Clock.STOPS)
            .build(); // asks for every account
    List<String> asked = new ArrayList<>();
    table.accountsFrom(
        c -> {
          asked.add(c);
          if (c.equals("B") && asked.indexOf("B") == asked.size() - 1) {
            throw new IllegalStateException("timeout");
          }
          return c.equals("C") && asked.indexOf("C") == asked.size() - 1 ? null : accounts.get(c);
        });
    Decisions decisions =
        TableRun.of(EVALUATOR, asksMore, DAY).onThreads(1).run(table, results::add);
    assertThat(decisions.undecided()).isEqualTo(2);
    assertThat(asked).containsExactly("A", "B", "C", "A");
    assertThat(customers()).containsExactly("A", "B", "C");
    assertThat(results.get(0)).isInstanceOf(Evaluated.class);
    assertThat(results.get(1)).isEqualTo(decisions.failures().get(0));
    assertThat(((Failed) results.get(2)).cause())
        .hasMessage("account cannot be had: C\nMaybe say where to find accounts");
  }

  /** The whole answers are those of a run over all accounts that have such a verdict. */
  @Property(tries = 60)
  void answersAsARunOverAllAccounts(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int n) {
    RandomPlay play = new RandomPlay(seed);
    DunningPolicy policy = play.policy();
    List<Account> all = new ArrayList<>();
    LocalDate day = play.day();
    for (int i = 0; i < 300; i++) {
      Account made = play.account();
      all.add(Account.of(Customer.of("C" + i), made.invoices(), made.events()).asOf(day));
    }
    DunningEvaluator evaluator = DunningEvaluator.on(play.calendar());
    Set<Verdict> wanted = EnumSet.of(Verdict.ACT, Verdict.HOLD);
    List<Result> expected = new ArrayList<>();
    PortfolioRun.of(evaluator, policy, day)
        .run(
            all.iterator(),
            result -> {
              boolean asked =
                  ((Evaluated) result)
                      .recommendation().recommendations().stream()
                          .anyMatch(r -> wanted.contains(r.verdict()));
              if (asked) {
                expected.add(result);
              }
            });
    List<Result> found = new ArrayList<>();
    TableRun.of(evaluator, policy, day)
        .onThreads(n)
        .answering(wanted)
        .run(
            AccountTable.of(all).accountsFrom(c -> all.get(Integer.parseInt(c.substring(1)))),
            found::add);
    assertThat(found).isEqualTo(expected);
  }
}
