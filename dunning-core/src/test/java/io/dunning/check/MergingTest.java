package io.dunning.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.policy.DunningPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Merging saves work and hides nothing. */
class MergingTest {
  private static final BusinessCalendar CALENDAR = BusinessCalendar.weekends();

  static List<DunningPolicy> policies() {
    List<DunningPolicy> all = new ArrayList<>(GoodPolicies.all());
    FaultyPolicies.all().stream().limit(8).forEach(f -> all.add(f.policy()));
    return all;
  }

  @ParameterizedTest
  @MethodSource("policies")
  void findsWithoutMergingWhatItFindsWithIt(DunningPolicy policy) {
    ExploredFaults merging = new ExploredFaults(policy, CALENDAR, false);
    ExploredFaults plain = new ExploredFaults(policy, CALENDAR, false);
    Exploration with = explore(policy, merging, true);
    Exploration without = explore(policy, plain, false);
    assertThat(without.merged).isZero();
    assertThat(with.worlds).isLessThanOrEqualTo(without.worlds);
    assertThat(with.decisions).isLessThanOrEqualTo(without.decisions);
    assertThat(kinds(merging)).isEqualTo(kinds(plain));
  }

  private static Exploration explore(DunningPolicy policy, ExploredFaults faults, boolean merges) {
    Boundary boundary = Boundary.of(policy);
    List<Debtor> first = Debtors.of(boundary, CALENDAR, policy).subList(0, 1);
    Budget budget = new Budget(Long.MAX_VALUE, Duration.ZERO, (w, d) -> {});
    Exploration exploration = new Exploration(policy, CALENDAR, boundary, first, 8, budget, faults);
    exploration.merges = merges;
    exploration.upTo(2);
    return exploration;
  }

  private static Set<String> kinds(ExploredFaults faults) {
    Set<String> kinds = new TreeSet<>();
    faults.findings().forEach(f -> kinds.add(f.kind() + " " + f.place()));
    return kinds;
  }
}
