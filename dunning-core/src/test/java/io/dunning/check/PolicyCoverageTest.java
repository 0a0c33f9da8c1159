package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.evaluation.Verdict.ACT;
import static io.dunning.evaluation.Verdict.AWAIT_APPROVAL;
import static io.dunning.evaluation.Verdict.CLOSED;
import static io.dunning.evaluation.Verdict.HOLD;
import static io.dunning.scenario.Scenario.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.scenario.Scenario;
import io.dunning.scenario.StoryDay;
import io.dunning.scenario.Timeline;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.Route;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyCoverageTest {
  private static final DunningPolicy POLICY = GoodPolicies.all().get(4);
  private final PolicyCoverage coverage = PolicyCoverage.of(POLICY);

  static List<DunningPolicy> good() {
    return GoodPolicies.all();
  }

  private void small() {
    Scenario.of(POLICY)
        .watchedBy(coverage)
        .invoice("INV-1", "20.00 EUR", "2026-01-15", "2026-02-14")
        .tells(
            on("2026-02-17").takes("reminder", EMAIL),
            on("2026-03-16").takes("demand", LETTER).grants("2026-03-26"),
            on("2026-03-20").pays("20.00 EUR").verdict(CLOSED));
  }

  @Test
  void countsStepsVerdictsAndAnswers() {
    small();
    assertThat(coverage.taken("reminder")).isEqualTo(1);
    assertThat(coverage.taken("demand")).isEqualTo(1);
    assertThat(coverage.taken("notice")).isZero();
    assertThat(coverage.times(ACT)).isEqualTo(2);
    assertThat(coverage.times(CLOSED)).isEqualTo(1);
    assertThat(coverage.answered("ladder[2].only if", true)).isZero();
    assertThat(coverage.answered("ladder[2].only if", false)).isPositive();
    assertThatThrownBy(() -> coverage.taken("nothing"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhatIsMissing() {
    small();
    assertThat(coverage.missing())
        .contains(
            "step \"notice\": never taken",
            "step \"agency\": never taken",
            "ladder[2].only if: \"overdue at least 50.00 EUR\": never true",
            "verdict hold: never given",
            "hold disputed: never came about",
            "hold promised: never came about")
        .doesNotContain("ladder[2].only if: \"overdue at least 50.00 EUR\": never false");
    assertThatThrownBy(coverage::requireAll)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("step \"notice\": never taken");
    assertThat(coverage.toString()).contains("not exercised: step \"notice\": never taken");
  }

  /** A dispute silences neither the promise nor the plan. */
  @Test
  void countsEachHoldOnItsOwn() {
    small();
    Scenario.of(POLICY)
        .watchedBy(coverage)
        .invoice("INV-1", "20.00 EUR", "2026-01-15", "2026-02-14")
        .tells(on("2026-02-16").disputes("late goods").verdict(HOLD));
    assertThat(coverage.missing()).contains("hold promised: never came about");
    assertThat(coverage.missing())
        .doesNotContain(
            "hold disputed: never came about",
            "hold in plan: never came about",
            "verdict hold: never given");
    assertThat(coverage.rows())
        .filteredOn(r -> r.subject() == PolicyCoverage.Subject.HOLD)
        .extracting(PolicyCoverage.Row::of, PolicyCoverage.Row::times)
        .containsExactly(tuple("disputed", 1L), tuple("promised", 0L));
  }

  /** Each route of the rule has to be worth most once. */
  /** Whoever explains a hold asks its parts again; that is the same look. */
  @Test
  void countsEachAnswerOfAPartOnceALook() {
    Condition hold = Condition.disputeOpen().or(Condition.promiseActive()).or(FaultyPolicies.VIP);
    DunningPolicy own = FaultyPolicies.policy(FaultyPolicies.REMINDER).holdWhile(hold).build();
    PolicyCoverage held = PolicyCoverage.of(own);
    for (LedgerEvent each :
        List.of(
            LedgerEvent.dispute(OneWorld.day(1), "goods damaged"),
            LedgerEvent.promise(OneWorld.day(1), OneWorld.day(9)))) {
      Account account = Happening.happened(OneWorld.usual().account(), Debtors.INVOICE, each);
      held.asked(own, OneWorld.CALENDAR, account, OneWorld.day(3));
    }
    assertThat(held.looks()).isEqualTo(2);
    assertThat(held.rows())
        .filteredOn(r -> r.subject() == PolicyCoverage.Subject.CONDITION)
        .allSatisfy(r -> assertThat(r.times() + r.otherwise()).isLessThanOrEqualTo(2))
        .anySatisfy(
            r -> {
              assertThat(r.of()).isEqualTo("dispute open");
              assertThat(r.times()).isEqualTo(1);
              assertThat(r.otherwise()).isEqualTo(1);
            });
  }

  @Test
  void listsTheRoutesThatNeverCame() {
    DunningPolicy weighing =
        FaultyPolicies.policy(FaultyPolicies.REMINDER, FaultyPolicies.NOTICE)
            .endgame(EndgameRule.of(EndgameRule.terms(Route.AGENCY, "100", "25", 6)))
            .build();
    assertThat(PolicyCoverage.of(weighing).missing())
        .contains("route agency: never worth most")
        .doesNotContain("route court: never worth most");
  }

  /** Counts are those of whoever counts the same looks by hand. */
  @Test
  void countsATimelineLikeAnInstrumentedRun() {
    Debtor debtor = Debtors.of(Boundary.of(POLICY), BusinessCalendar.weekends(), POLICY).get(0);
    Account account = debtor.account();
    LocalDate last = debtor.first().plusDays(200);
    DunningEvaluator evaluator = DunningEvaluator.on(BusinessCalendar.weekends());
    int[] acts = {0};
    int[] looks = {0};
    Timeline.of(
        evaluator,
        POLICY,
        account,
        debtor.first(),
        last,
        (policy, calendar, now, day) -> {
          looks[0]++;
          coverage.asked(policy, calendar, now, day);
          evaluator
              .evaluate(policy, now, day)
              .recommendations()
              .forEach(r -> acts[0] += r.step().isPresent() ? 1 : 0);
        });
    assertThat(coverage.looks()).isEqualTo(looks[0]);
    assertThat(coverage.times(ACT) + coverage.times(AWAIT_APPROVAL)).isEqualTo(acts[0]);
    assertThat(acts[0]).isEqualTo(4);
  }

  /** The stories of an exploration exercise everything that can be exercised with one event. */
  @ParameterizedTest
  @MethodSource("good")
  void storiesFromExplorationCoverStepsAndConditions(DunningPolicy policy) {
    PolicyCoverage all = PolicyCoverage.of(policy);
    PolicyExamples examples = PolicyExamples.of(policy, BusinessCalendar.weekends());
    for (World each : examples.stories().values()) {
      each.scenario().watchedBy(all).tells(each.story().toArray(new StoryDay[0]));
    }
    assertThat(all.missing())
        .as(examples.toString())
        .filteredOn(m -> m.startsWith("step") || m.contains("only if") || m.contains("softer"))
        .isEmpty();
  }
}
