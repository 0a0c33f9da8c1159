package io.dunning.check;

import static io.dunning.action.DunningAction.task;
import static io.dunning.policy.Condition.taken;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.settlement.PlanRule;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/**
 * Worlds that merging takes for alike go on alike: each is played to its end, without merging. As
 * long as an event is left, the same may happen in both.
 */
class MergedFuturesTest {
  private static final BusinessCalendar CALENDAR = BusinessCalendar.weekends();
  private static final int EVENTS = 2;

  @Property(tries = 10, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void worldsThatAreAlikeGoOnAlike(@ForAll long seed) {
    goOnAlike(new RandomPolicies(new Random(seed)).asking().next());
  }

  /**
   * A breathing space and a promise that are both over: whether there was the one or the other must
   * not decide what may follow.
   */
  @Test
  void whatIsOverDecidesNothing() {
    DunningPolicy policy =
        FaultyPolicies.policy(
                step("heads-up").at(daysBeforeDue(3)).take(task("look")),
                step("task").at(daysPastDue(29)).take(task("call")).onlyIf(taken("heads-up").not()))
            .build();
    goOnAlike(policy);
    goOnAlike(FaultyPolicies.sound().plans(PlanRule.monthly(6)).build());
  }

  static void goOnAlike(DunningPolicy policy) {
    Boundary boundary = Boundary.of(policy);
    List<Debtor> one = Debtors.of(boundary, CALENDAR, policy).subList(0, 1);
    Budget budget = new Budget(15_000, Duration.ZERO, (w, d) -> {});
    Futures futures = new Futures(policy, boundary);
    Exploration exploration =
        new Exploration(policy, CALENDAR, boundary, one, LookBack.NONE, budget, futures);
    exploration.merges = false;
    exploration.upTo(EVENTS);
    assertThat(futures.worlds).isPositive();
  }

  /** What was decided from each state on. */
  private static final class Futures implements Observer {
    private final DunningPolicy policy;
    private final Merging merging;
    private final Happenings happenings;
    private final Map<List<Long>, List<String>> known = new HashMap<>();
    private final Map<List<Long>, List<Happening>> next = new HashMap<>();
    private final List<List<Long>> states = new ArrayList<>();
    private final List<String> decisions = new ArrayList<>();
    private long worlds;

    Futures(DunningPolicy policy, Boundary boundary) {
      this.policy = policy;
      merging = new Merging(policy, boundary, LookBack.NONE);
      happenings = new Happenings(boundary);
    }

    @Override
    public void decided(Path path, LocalDate day, Account account, AccountRecommendation answer) {
      states.add(merging.applies(path) ? state(path, day, account, 0) : List.of());
      int left = EVENTS - path.events;
      if (merging.applies(path) && left > 0) {
        nextIsAlike(path, day, account, left);
      }
      StringBuilder decided = new StringBuilder(day.toString());
      for (Recommendation each : answer.recommendations()) {
        decided.append(' ').append(each.verdict()).append(' ').append(each.step().orElse("-"));
      }
      decisions.add(decided.append(' ').append(answer.reviewOn()).toString());
    }

    private List<Long> state(Path path, LocalDate day, Account account, int left) {
      Fingerprint state = merging.state(account, day, path, left);
      return List.of(state.high(), state.low());
    }

    private void nextIsAlike(Path path, LocalDate day, Account account, int left) {
      List<Happening> may = new ArrayList<>(happenings.on(day, account));
      may.removeIf(each -> !merging.canMatter(each, account, path, day, left - 1));
      List<Happening> other = next.putIfAbsent(state(path, day, account, left), may);
      if (other != null) {
        assertThat(may).as("%s\n%s", policy, account.invoices()).isEqualTo(other);
      }
    }

    @Override
    public void took(Path path, Account account) {}

    @Override
    public void ended(Path path, LocalDate day, Account account, AccountRecommendation answer) {
      for (int i = 0; i < states.size(); i++) {
        List<String> rest = List.copyOf(decisions.subList(i, decisions.size()));
        if (!states.get(i).isEmpty()) {
          List<String> other = known.putIfAbsent(states.get(i), rest);
          if (other != null) {
            int common = Math.min(other.size(), rest.size());
            assertThat(rest.subList(0, common))
                .as("%s\n%s", policy, account.invoices())
                .isEqualTo(other.subList(0, common));
          }
        }
      }
      worlds++;
      states.clear();
      decisions.clear();
    }
  }
}
