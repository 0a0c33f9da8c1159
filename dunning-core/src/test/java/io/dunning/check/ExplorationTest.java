package io.dunning.check;

import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.OneWorld.day;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.Days;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.event.AgreementEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExplorationTest {
  private static final DunningPolicy ONE_STEP = policy(REMINDER).build();
  private static final DunningPolicy ASKING =
      policy(NOTICE, step("agency").at(daysPastDue(20)).take(referToAgency()).needsApproval())
          .build();

  /** Remembers what it sees, a line each. */
  private static final class Recorder implements Observer {
    final List<String> seen = new ArrayList<>();
    final List<Path> ends = new ArrayList<>();
    final Set<LocalDate> deciding = new TreeSet<>();

    @Override
    public void deciding(LocalDate day) {
      deciding.add(day);
      seen.add("deciding " + day);
    }

    @Override
    public void decided(Path path, LocalDate day, Account account, AccountRecommendation now) {
      seen.add("decided " + day);
    }

    @Override
    public void took(Path path, Account account) {
      seen.add("took " + path.step.step().orElseThrow() + " on " + path.day);
    }

    @Override
    public void ended(Path path, LocalDate day, Account account, AccountRecommendation now) {
      seen.add("ended " + day);
      ends.add(path);
    }
  }

  private final Recorder recorder = new Recorder();

  private Exploration explore(DunningPolicy policy, int events, long mostWorlds, Debtor... who) {
    Budget budget = new Budget(mostWorlds, Duration.ZERO, (w, d) -> {});
    Exploration exploration =
        new Exploration(
            policy,
            OneWorld.CALENDAR,
            Boundary.of(policy),
            List.of(who),
            LookBack.NONE,
            budget,
            recorder);
    exploration.upTo(events);
    return exploration;
  }

  private Exploration explore(DunningPolicy policy, int events) {
    return explore(policy, events, Long.MAX_VALUE, OneWorld.usual());
  }

  @Test
  void withoutEventsItFollowsTheReviewDates() {
    Exploration found = explore(ONE_STEP, 0);
    assertThat(recorder.seen)
        .containsExactly(
            "deciding 2025-01-06",
            "decided 2025-01-06",
            "deciding 2025-02-06",
            "decided 2025-02-06",
            "deciding 2025-02-08",
            "decided 2025-02-08",
            "took reminder on 2025-02-08",
            "ended 2025-02-08");
    assertThat(List.of(found.worlds, found.merged, found.decisions)).containsExactly(1L, 0L, 4L);
    assertThat(found.complete).isZero();
    assertThat(found.cutOff()).isEmpty();
  }

  @Test
  void approvesWhatWaitsForAPerson() {
    explore(ASKING, 0);
    assertThat(recorder.seen).contains("took agency on 2025-02-25");
    Path end = recorder.ends.get(0);
    assertThat(end.events).isZero();
    assertThat(end.moments().get(1).event).isEqualTo(LedgerEvent.stepApproved(day(20), "agency"));
  }

  private List<String> days(Class<? extends LedgerEvent> kind) {
    return recorder.ends.stream()
        .flatMap(e -> e.moments().stream())
        .filter(m -> kind.isInstance(m.event))
        .map(m -> m.day.toString())
        .distinct()
        .sorted()
        .toList();
  }

  /** Looks are on February 6 and 8; earlier worlds go on like these. */
  @Test
  void eventsHappenOnLooksTheDayBeforeAndTheDayAfter() {
    Exploration found = explore(ONE_STEP, 1);
    assertThat(found.complete).isEqualTo(1);
    assertThat(days(AgreementEvent.PromiseToPay.class))
        .containsExactly(
            "2025-02-05", "2025-02-06", "2025-02-07", "2025-02-08", "2025-02-09", "2025-03-01");
    assertThat(recorder.ends).allMatch(e -> e.events <= 1);
    assertThat(found.worlds).isEqualTo(recorder.ends.size() + found.merged);
    assertThat(found.merged).isPositive();
  }

  @Test
  void aPersonMayRefuseInsteadOfApproving() {
    explore(ASKING, 1);
    assertThat(recorder.ends)
        .flatExtracting(Path::moments)
        .extracting(m -> m.event)
        .contains(LedgerEvent.stepRefused(day(20), "agency"));
  }

  @Test
  void mergingPlaysFewerWorldsToTheirEnd() {
    Exploration merging = explore(ONE_STEP, 1);
    int ends = recorder.ends.size();
    recorder.ends.clear();
    Exploration plain =
        new Exploration(
            ONE_STEP,
            OneWorld.CALENDAR,
            Boundary.of(ONE_STEP),
            List.of(OneWorld.usual()),
            LookBack.NONE,
            new Budget(Long.MAX_VALUE, Duration.ZERO, (w, d) -> {}),
            recorder);
    plain.merges = false;
    plain.upTo(1);
    assertThat(plain.merged).isZero();
    assertThat(plain.worlds).isEqualTo(recorder.ends.size()).isEqualTo(merging.worlds);
    assertThat(ends).isLessThan(recorder.ends.size());
  }

  @Test
  void theBudgetEndsIt() {
    Exploration none = explore(ONE_STEP, 1, 1, OneWorld.usual(), OneWorld.usual());
    assertThat(none.worlds).isEqualTo(1);
    assertThat(none.complete).isEqualTo(-1);
    assertThat(explore(ONE_STEP, 1, 1, OneWorld.usual()).complete).isZero();
    Exploration some = explore(ONE_STEP, 1, 5, OneWorld.usual());
    assertThat(some.worlds).isEqualTo(5);
    assertThat(some.complete).isZero();
  }

  @Test
  void nothingHappensToDebtorsWhoStandStill() {
    Debtor usual = OneWorld.usual();
    Debtor still = new Debtor(usual.account(), usual.first(), Debtor.Share.STILL);
    assertThat(explore(ONE_STEP, 1, Long.MAX_VALUE, still).worlds).isEqualTo(1);
  }

  @Test
  void saysWhichWorldsItLeft() {
    DunningPolicy daily =
        DunningPolicy.named("daily")
            .ladder(
                EscalationLadder.of(REMINDER.onlyIf(Condition.daysPastDueAtLeast(900).not()))
                    .repeatLastEvery(Days.calendarDays(1)))
            .build();
    assertThat(explore(daily, 0).cutOff())
        .contains("1 worlds were left after 60 review days, before they ended");
    assertThat(recorder.deciding).hasSize(61);
  }

  @Test
  void looksEveryDayForATestOfOnesOwn() {
    DunningPolicy own =
        policy(REMINDER, NOTICE.onlyIf(Condition.described("sunny", s -> false))).build();
    assertThat(explore(own, 0).cutOff()).isEmpty();
    assertThat(recorder.deciding).hasSizeGreaterThan(100);
  }

  @Test
  void endsARepetitionThatBringsNothingNew() {
    DunningPolicy daily =
        DunningPolicy.named("daily")
            .ladder(EscalationLadder.of(REMINDER).repeatLastEvery(Days.calendarDays(1)))
            .build();
    assertThat(explore(daily, 0).cutOff()).isEmpty();
    assertThat(recorder.seen).filteredOn(s -> s.startsWith("took")).hasSize(10);
  }
}
