package io.dunning.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The exploration against a search that knows nothing of review dates: events on any day. Whatever
 * the search finds in a thousand worlds within the bound, the exploration has found.
 */
class RandomSearchTest {
  private static final int WORLDS = 1_000;
  private static final BusinessCalendar CALENDAR = BusinessCalendar.weekends();

  static Stream<DunningPolicy> policies() {
    List<DunningPolicy> all = new ArrayList<>(FaultyPolicies.good());
    FaultyPolicies.all().stream()
        .filter(
            f ->
                Set.of(
                        FindingKind.NOTICE_MISSING,
                        FindingKind.NOTICE_NOT_WAITED_FOR,
                        FindingKind.CHASED_WHILE_DISPUTED,
                        FindingKind.CHASED_WHILE_PROMISED)
                    .contains(f.kind()))
        .forEach(f -> all.add(f.policy()));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void whatRandomSearchFindsTheExplorationFinds(DunningPolicy policy) {
    Set<String> explored = new TreeSet<>();
    PolicyCheck.of(policy).events(1).run().findings().stream()
        .map(f -> f.kind() + " " + f.place())
        .forEach(explored::add);
    assertThat(explored).containsAll(found(policy, new Random(policy.fingerprint().hashCode())));
  }

  private static Set<String> found(DunningPolicy policy, Random random) {
    Boundary boundary = Boundary.of(policy);
    List<Debtor> debtors = Debtors.of(boundary, CALENDAR, policy);
    Happenings happenings = new Happenings(boundary);
    Set<String> found = new TreeSet<>();
    StepFaults faults = new StepFaults(policy, null, (path, day, f) -> add(f, found));
    Player player = new Player(policy, CALENDAR, new Steps(policy, faults));
    for (int i = 0; i < WORLDS; i++) {
      Debtor debtor = debtors.get(random.nextInt(debtors.size()));
      LocalDate day = debtor.first().plusDays(random.nextInt(150));
      List<Happening> what = happenings.on(day, debtor.account());
      Happening one = what.get(random.nextInt(what.size()));
      player.play(
          debtor,
          List.of(new Player.Scheduled(day, one.invoice(), one.event())),
          debtor.first().plusDays(300));
    }
    return found;
  }

  /** That two letters meet on one day by chance is the one thing that needs any day to be tried. */
  private static void add(PolicyFinding finding, Set<String> found) {
    if (finding.kind() != FindingKind.TWO_CONTACTS_ON_ONE_DAY) {
      found.add(finding.kind() + " " + finding.place());
    }
  }

  /** Looks at each step that is taken. */
  private record Steps(DunningPolicy policy, StepFaults faults) implements Observer {
    @Override
    public void decided(Path path, LocalDate day, Account account, AccountRecommendation now) {}

    @Override
    public void took(Path path, Account account) {
      faults.took(path, policy.ladder().indexOf(path.step.step().orElseThrow()), account);
    }

    @Override
    public void ended(Path path, LocalDate day, Account account, AccountRecommendation now) {}
  }
}
