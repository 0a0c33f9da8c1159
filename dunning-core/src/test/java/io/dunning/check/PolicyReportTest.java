package io.dunning.check;

import static io.dunning.action.Channel.LETTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.check.PolicyReport.Explored;
import io.dunning.check.PolicyReport.InvariantAnswer;
import io.dunning.check.PolicyReport.InvariantAnswer.Verdict;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Invariant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyReportTest {
  private static final PolicyFinding NOTE =
      PolicyFinding.note(FindingKind.DAILY_REVIEW, "ladder[1].only if", "asks every day");
  private static final PolicyFinding WARNING =
      PolicyFinding.warning(FindingKind.TONE_SOFTENS, "ladder[2].tone", "softens");
  private static final PolicyFinding ERROR =
      PolicyFinding.error(FindingKind.STEP_UNREACHABLE, "ladder[3]", "is never taken");
  private static final Invariant FEW = Invariant.atMost(1, LETTER, 30);
  private static final Explored WHOLE = new Explored(21, 12_500, 300, 61_000, 2, 2);

  private static World world() {
    DunningPolicy policy = FaultyPolicies.policy(FaultyPolicies.REMINDER).build();
    return World.of(policy, OneWorld.CALENDAR, Path.of(OneWorld.usual()), OneWorld.day(3));
  }

  private static PolicyReport report(List<PolicyFinding> findings, InvariantAnswer... answers) {
    return new PolicyReport("mine", findings, List.of(answers), List.of(), WHOLE);
  }

  private static InvariantAnswer answer(Verdict verdict, String why) {
    Optional<World> example = Optional.of(world()).filter(w -> verdict == Verdict.VIOLATED);
    return new InvariantAnswer(FEW, verdict, why, example);
  }

  @Test
  void saysHowManyFaultsThereAre() {
    assertThat(report(List.of(NOTE)).toString()).startsWith("policy mine: no fault found\nnote");
    assertThat(report(List.of(WARNING, NOTE)).toString()).startsWith("policy mine: 1 fault\nwarn");
    assertThat(report(List.of(ERROR, WARNING)))
        .hasToString(
            """
            policy mine: 2 faults
            error step-unreachable at ladder[3]: is never taken
                Maybe change its condition or its day, or delete the step
            warning tone-softens at ladder[2].tone: softens
                Maybe give the step the tone of the one before it, or a firmer one
            explored 12,500 worlds of 21 debtors with up to 2 events, at the edges up to 1: 61,000 \
            decisions\
            """);
  }

  @Test
  void tellsAnswersAndWhatIsUndecided() {
    PolicyReport report =
        new PolicyReport(
            "mine",
            List.of(),
            List.of(answer(Verdict.HOLDS, ""), answer(Verdict.INCONCLUSIVE, "too long")),
            List.of("the weather"),
            WHOLE);
    assertThat(report.toString().lines().skip(1).limit(3))
        .containsExactly(
            "holds: at most 1 letter in 30 days",
            "inconclusive: at most 1 letter in 30 days: too long",
            "undecided: the weather");
  }

  @Test
  void aViolationHasItsStoryBelow() {
    assertThat(answer(Verdict.VIOLATED, "so it is"))
        .hasToString(
            """
            violated: at most 1 letter in 30 days: so it is
                C-1
                INV-1: 1000.00 EUR due 2025-02-05
                2025-02-08 take reminder: send reminder by email\
            """);
  }

  @Test
  void aFindingHasAdviceAndItsStoryBelow() {
    assertThat(WARNING.shownBy(world()))
        .hasToString(
            """
            warning tone-softens at ladder[2].tone: softens
                Maybe give the step the tone of the one before it, or a firmer one
                C-1
                INV-1: 1000.00 EUR due 2025-02-05
                2025-02-08 take reminder: send reminder by email\
            """);
    assertThat(PolicyFinding.error(FindingKind.CONTRADICTION, "", "no").toString())
        .startsWith("error contradiction: no\n");
  }

  @Test
  void sortsTheWorstFirstThenByPlaceKindAndSentence() {
    PolicyFinding other = PolicyFinding.error(FindingKind.STEP_SHADOWED, "ladder[3]", "a");
    PolicyFinding earlier = PolicyFinding.error(FindingKind.STEP_UNREACHABLE, "ladder[2]", "z");
    PolicyFinding first = PolicyFinding.error(FindingKind.STEP_UNREACHABLE, "ladder[3]", "a");
    assertThat(PolicyReport.sorted(List.of(NOTE, WARNING, other, ERROR, first, earlier)))
        .containsExactly(earlier, first, ERROR, other, WARNING, NOTE);
  }

  @Test
  void leavesOutKindsThatSomebodyDoesNotMind() {
    PolicyReport report = report(List.of(ERROR, WARNING, NOTE), answer(Verdict.HOLDS, ""));
    PolicyReport less = report.without(FindingKind.STEP_UNREACHABLE, FindingKind.DAILY_REVIEW);
    assertThat(less.findings()).containsExactly(WARNING);
    assertThat(less.invariants()).isEqualTo(report.invariants());
    assertThat(less.explored()).isEqualTo(WHOLE);
    assertThat(report.faults()).containsExactly(ERROR, WARNING);
    assertThat(List.of(ERROR.isFault(), NOTE.isFault())).containsExactly(true, false);
  }

  @Test
  void isInconclusiveIfAnythingIs() {
    assertThat(report(List.of(ERROR), answer(Verdict.HOLDS, "")).isInconclusive()).isFalse();
    assertThat(report(List.of(), answer(Verdict.VIOLATED, "so")).isInconclusive()).isFalse();
    assertThat(report(List.of(), answer(Verdict.INCONCLUSIVE, "so")).isInconclusive()).isTrue();
    assertThat(new PolicyReport("mine", List.of(), List.of(), List.of("?"), WHOLE).isInconclusive())
        .isTrue();
    Explored cut = new Explored(21, 10, 0, 30, 2, 1);
    assertThat(new PolicyReport("mine", List.of(), List.of(), List.of(), cut).isInconclusive())
        .isTrue();
  }

  @Test
  void saysHowFarItExplored() {
    assertThat(new Explored(3, 1_000, 0, 2_000, 1, 1))
        .hasToString("explored 1,000 worlds of 3 debtors with up to 1 event: 2,000 decisions");
    assertThat(new Explored(3, 10, 0, 20, 2, 1))
        .hasToString(
            "explored 10 worlds of 3 debtors with up to 2 events, at the edges up to 1: 20"
                + " decisions; it ended early, complete with up to 1 event");
    assertThat(new Explored(3, 10, 0, 20, 3, 0).toString())
        .contains(", at the edges up to 2:")
        .endsWith("; it ended early, complete with up to 0 events");
    assertThat(new Explored(3, 10, 0, 20, 1, -1).toString())
        .endsWith("; it ended early, before every debtor was played without an event");
  }

  @Test
  void countsOneOfEach() {
    assertThat(new Explored(1, 1, 0, 1, 0, 0))
        .hasToString("explored 1 world of 1 debtor with up to 0 events: 1 decision");
  }

  /** What is told with a story need not be told without one. */
  @Test
  void aFindingIsToldByTheSameWithAStory() {
    PolicyFinding shown = WARNING.shownBy(world());
    assertThat(WARNING.isToldBy(shown)).isTrue();
    assertThat(WARNING.isToldBy(WARNING)).isFalse();
    assertThat(WARNING.isToldBy(ERROR.shownBy(world()))).isFalse();
    PolicyFinding elsewhere = PolicyFinding.warning(WARNING.kind(), "ladder[9].tone", "softens");
    assertThat(elsewhere.isToldBy(shown)).isFalse();
  }

  @Test
  void everyKindSaysWhatItMeans() {
    assertThat(FindingKind.values()).extracting(FindingKind::meaning).doesNotHaveDuplicates();
    assertThat(FindingKind.STEP_IN_GRACE.meaning())
        .isEqualTo("the step is reached while the grace period runs");
    assertThat(FindingKind.STEP_IN_GRACE).hasToString("step-in-grace");
    assertThat(FindingKind.STEP_IN_GRACE.advice())
        .isEqualTo("Maybe let the step come after the grace period, or shorten that");
  }

  @Test
  void aCheckRefusesImpossibleBudgets() {
    PolicyCheck check = PolicyCheck.of(FaultyPolicies.sound().build());
    assertThatThrownBy(() -> check.events(-1)).hasMessage("number of events is negative: -1");
    assertThatThrownBy(() -> check.atMost(0)).hasMessage("number of worlds is below 1: 0");
    assertThatThrownBy(() -> check.within(Duration.ofNanos(-1)))
        .hasMessage("time is negative: PT-0.000000001S");
  }
}
