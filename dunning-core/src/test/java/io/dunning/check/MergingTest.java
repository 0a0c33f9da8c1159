package io.dunning.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.event.Concession;
import io.dunning.ledger.Patience;
import io.dunning.policy.DunningPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Merging saves work and hides nothing. */
class MergingTest {
  private static final BusinessCalendar CALENDAR = BusinessCalendar.weekends();
  private static final LookBack LOOK_BACK = new LookBack(8, 0);

  static List<DunningPolicy> policies() {
    List<DunningPolicy> all = new ArrayList<>(GoodPolicies.all());
    Patience once = Patience.UNLIMITED.atMost(1, Concession.PROMISE);
    all.add(FaultyPolicies.sound().patience(once).build());
    all.add(FaultyPolicies.sound().thanksWithin(Days.calendarDays(7)).build());
    FaultyPolicies.all().stream().limit(8).forEach(f -> all.add(f.policy()));
    return all;
  }

  @ParameterizedTest
  @MethodSource("policies")
  void findsWithoutMergingWhatItFindsWithIt(DunningPolicy policy) {
    finds(policy, 0, 2);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void findsItAboutTwoInvoicesToo(DunningPolicy policy) {
    finds(policy, 1, 1);
  }

  /** Policies whose rules look back in other ways, or hardly at all. */
  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void findsItUnderRandomPoliciesToo(@ForAll long seed) {
    DunningPolicy policy = new RandomPolicies(new Random(seed)).next();
    finds(policy, 0, 2);
    finds(policy, 1, 1);
  }

  /** What is found with one of the debtors and up to a number of events. */
  private static void finds(DunningPolicy policy, int debtor, int events) {
    ExploredFaults merging = new ExploredFaults(policy, CALENDAR, false);
    ExploredFaults plain = new ExploredFaults(policy, CALENDAR, false);
    Exploration with = explore(policy, debtor, events, merging, true);
    Exploration without = explore(policy, debtor, events, plain, false);
    assertThat(without.merged).isZero();
    assertThat(with.worlds).isLessThanOrEqualTo(without.worlds);
    assertThat(with.decisions).isLessThanOrEqualTo(without.decisions);
    assertThat(kinds(merging)).as(policy::toString).isEqualTo(kinds(plain));
  }

  private static Exploration explore(
      DunningPolicy policy, int debtor, int events, ExploredFaults faults, boolean merges) {
    Boundary boundary = Boundary.of(policy);
    List<Debtor> one = Debtors.of(boundary, CALENDAR, policy).subList(debtor, debtor + 1);
    Budget budget = new Budget(Long.MAX_VALUE, Duration.ZERO, (w, d) -> {});
    Exploration exploration =
        new Exploration(policy, CALENDAR, boundary, one, LOOK_BACK, budget, faults);
    exploration.merges = merges;
    exploration.upTo(events);
    return exploration;
  }

  private static Set<String> kinds(ExploredFaults faults) {
    Set<String> kinds = new TreeSet<>();
    faults.findings().forEach(f -> kinds.add(f.kind() + " " + f.place()));
    return kinds;
  }
}
