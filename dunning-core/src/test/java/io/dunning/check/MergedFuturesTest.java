package io.dunning.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
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

/** Worlds that merging takes for alike go on alike: each is played to its end, without merging. */
class MergedFuturesTest {
  private static final BusinessCalendar CALENDAR = BusinessCalendar.weekends();

  @Property(tries = 10, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void worldsThatAreAlikeGoOnAlike(@ForAll long seed) {
    goOnAlike(new RandomPolicies(new Random(seed)).asking().next());
  }

  static void goOnAlike(DunningPolicy policy) {
    Boundary boundary = Boundary.of(policy);
    List<Debtor> one = Debtors.of(boundary, CALENDAR, policy).subList(0, 1);
    Budget budget = new Budget(15_000, Duration.ZERO, (w, d) -> {});
    Futures futures = new Futures(policy, new Merging(policy, boundary, LookBack.NONE));
    Exploration exploration =
        new Exploration(policy, CALENDAR, boundary, one, LookBack.NONE, budget, futures);
    exploration.merges = false;
    exploration.upTo(2);
    assertThat(futures.worlds).isPositive();
  }

  /** What was decided from each state on. */
  private static final class Futures implements Observer {
    private final DunningPolicy policy;
    private final Merging merging;
    private final Map<List<Long>, List<String>> known = new HashMap<>();
    private final List<List<Long>> states = new ArrayList<>();
    private final List<String> decisions = new ArrayList<>();
    private long worlds;

    Futures(DunningPolicy policy, Merging merging) {
      this.policy = policy;
      this.merging = merging;
    }

    @Override
    public void decided(Path path, LocalDate day, Account account, AccountRecommendation answer) {
      Fingerprint state = merging.applies(path) ? merging.state(account, day, path, 0) : null;
      states.add(state == null ? List.of() : List.of(state.high(), state.low()));
      StringBuilder decided = new StringBuilder(day.toString());
      for (Recommendation each : answer.recommendations()) {
        decided.append(' ').append(each.verdict()).append(' ').append(each.step().orElse("-"));
      }
      decisions.add(decided.append(' ').append(answer.reviewOn()).toString());
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
