package io.dunning.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * The exploration of random policies against a search that knows nothing of it. What the search
 * shows in a thousand worlds with up to one event, the exploration with one event has found; so a
 * policy that passes shows no fault in any of them. And what a search reaches with two events, the
 * exploration with two does not call unreachable.
 */
class RandomSearchProperties {
  private static final int WORLDS = 1_000;
  private static final int DAYS = 330;
  private static final BusinessCalendar CALENDAR = BusinessCalendar.weekends();

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatRandomWorldsShowTheExplorationFinds(@ForAll long seed) {
    Random random = new Random(seed);
    DunningPolicy policy = new RandomPolicies(random).next();
    PolicyReport report = PolicyCheck.of(policy).on(CALENDAR).events(1).run();
    Shown seen = search(policy, random, worlds -> player -> worlds.play(player, DAYS));
    Set<String> explored = named(report.findings());
    for (PolicyFinding each : seen.findings) {
      assertThat(explored)
          .as(() -> "found by random search only:\n" + each + "\nof\n" + policy)
          .contains(name(each));
    }
    nothingIsTakenThatIsCalledUnreachable(policy, report, seen);
  }

  /** With two events, what is over may happen again, such as a promise; policies ask for that. */
  @Property(tries = 3, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatRandomWorldsReachWithTwoEventsIsNotCalledUnreachable(@ForAll long seed) {
    Random random = new Random(seed);
    DunningPolicy policy = new RandomPolicies(random).asksTwice();
    PolicyReport report = PolicyCheck.of(policy).on(CALENDAR).events(2).run();
    Shown seen = search(policy, random, worlds -> player -> worlds.playTwice(player, DAYS));
    nothingIsTakenThatIsCalledUnreachable(policy, report, seen);
  }

  private static void nothingIsTakenThatIsCalledUnreachable(
      DunningPolicy policy, PolicyReport report, Shown seen) {
    for (PolicyFinding each : report.findings()) {
      boolean never =
          each.kind() == FindingKind.STEP_UNREACHABLE || each.kind() == FindingKind.STEP_SHADOWED;
      assertThat(never && seen.taken.contains(each.place()))
          .as(() -> each + "\nis taken by\n" + policy)
          .isFalse();
    }
  }

  private static Set<String> named(List<PolicyFinding> findings) {
    return findings.stream()
        .map(RandomSearchProperties::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(PolicyFinding finding) {
    return finding.kind() + " " + finding.place();
  }

  /** What a search shows, and the places of the steps that were taken. */
  private record Shown(List<PolicyFinding> findings, Set<String> taken) {}

  private static Shown search(
      DunningPolicy policy, Random random, Function<RandomWorlds, Consumer<Player>> search) {
    ExploredFaults faults = new ExploredFaults(policy, CALENDAR, true);
    Set<String> taken = new TreeSet<>();
    Player player = new Player(policy, CALENDAR, new Taken(policy, taken, faults));
    Consumer<Player> worlds = search.apply(new RandomWorlds(policy, CALENDAR, random));
    for (int i = 0; i < WORLDS; i++) {
      worlds.accept(player);
    }
    return new Shown(faults.findings(), taken);
  }

  /** Notes which steps are taken, and looks for faults. */
  private record Taken(DunningPolicy policy, Set<String> places, ExploredFaults faults)
      implements Observer {
    @Override
    public void decided(Path path, LocalDate day, Account account, AccountRecommendation now) {}

    @Override
    public void took(Path path, Account account) {
      places.add(Place.step(policy.ladder().indexOf(path.step.step().orElseThrow())));
      faults.took(path, account);
    }

    @Override
    public void ended(Path path, LocalDate day, Account account, AccountRecommendation now) {
      faults.ended(path, day, account, now);
    }
  }
}
