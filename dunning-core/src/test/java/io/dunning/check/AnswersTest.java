package io.dunning.check;

import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.VIP;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Condition.chargesAtLeast;
import static io.dunning.policy.Condition.customerTagged;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.policy.Condition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final Bound WIDE = new Bound(2, false);
  private static final Condition NEW = customerTagged("new");
  private static final Condition OWN = Condition.described("sunny", s -> true);

  private final Answers answers = new Answers();
  private final List<String> open = new ArrayList<>();

  /** The condition as a whole and its parts answer, in this order, each once. */
  private void answered(String place, Condition condition, boolean... holds) {
    answers.watch(place, condition);
    List<Answers.Count> parts = answers.counts.get(place);
    for (int i = 0; i < holds.length; i++) {
      parts.get(i).answered(0, holds[i]);
    }
  }

  private List<String> found() {
    return answers.findings(WIDE, open).stream()
        .map(f -> f.severity() + " " + f.kind() + " at " + f.place() + ": " + f.sentence())
        .toList();
  }

  @Test
  void aConditionThatAnsweredBothWaysIsNoFault() {
    answered("ladder[1].only if", VIP);
    assertThat(found()).isEmpty();
    answers.counts.get("ladder[1].only if").get(0).answered(0, true);
    answers.counts.get("ladder[1].only if").get(0).answered(0, false);
    assertThat(found()).isEmpty();
    assertThat(open).isEmpty();
  }

  @Test
  void aConditionThatNeverHoldsKeepsItsStepFromEverybody() {
    answered("ladder[1].only if", VIP, false);
    assertThat(found())
        .containsExactly(
            "warning condition-never-true at ladder[1].only if: \"customer tagged vip\" is false in"
                + " every explored world, so the step never applies");
  }

  @Test
  void aConditionThatAlwaysHoldsExcludesNobody() {
    answered("ladder[1].only if", VIP, true);
    assertThat(found())
        .containsExactly(
            "warning condition-always-true at ladder[1].only if: \"customer tagged vip\" is true in"
                + " every explored world, so it excludes nobody");
  }

  @Test
  void onlyTheConditionOfAStepDecidesWhetherTheStepApplies() {
    answered("ladder[1].softer tone if", VIP, false);
    answered("ladder[1].performed by[1].only if", VIP, true);
    assertThat(found())
        .containsExactly(
            "warning condition-never-true at ladder[1].softer tone if: \"customer tagged vip\" is"
                + " false in every explored world",
            "warning condition-always-true at ladder[1].performed by[1].only if: \"customer tagged"
                + " vip\" is true in every explored world");
  }

  @Test
  void aPartIsWorthANote() {
    answered("ladder[1].only if", VIP.or(NEW), true, true, false);
    answers.counts.get("ladder[1].only if").get(0).answered(0, false);
    answers.counts.get("ladder[1].only if").get(1).answered(0, false);
    assertThat(found())
        .containsExactly(
            "note condition-never-true at ladder[1].only if: \"customer tagged new\" is false in"
                + " every explored world");
  }

  @Test
  void ofAHoldOnlyItsBeingNeverTrueAsAWholeIsAFault() {
    answered("hold while", VIP, false);
    assertThat(found()).hasSize(1);
    answered("hold while", VIP, true);
    assertThat(found()).isEmpty();
    answered("hold while", VIP.or(NEW), true, true, false);
    answers.counts.get("hold while").get(0).answered(0, false);
    assertThat(found()).isEmpty();
  }

  /** These are told with a story. */
  @Test
  void whatAStepRequiresIsNotToldHere() {
    answered("ladder[1].requires[1]", VIP, false);
    answered("ladder[2].requires[1]", VIP, true);
    assertThat(found()).isEmpty();
  }

  @Test
  void whatIsNotExploredStaysOpen() {
    answered("ladder[1].only if", chargesAtLeast(eur("5.00")), false);
    answered("ladder[2].only if", VIP.and(OWN), false, false, true);
    assertThat(found())
        .containsExactly(
            "note condition-never-true at ladder[2].only if: \"customer tagged vip\" is false in"
                + " every explored world");
    assertThat(open)
        .containsExactly(
            "ladder[1].only if: \"charges at least 5.00 EUR\" asks what is not explored",
            "ladder[2].only if: \"customer tagged vip and described as \"sunny\"\" asks what is not"
                + " explored");
  }

  @Test
  void whatTheBoundHidesStaysOpen() {
    answered("ladder[1].only if", Condition.brokenPromisesAtLeast(3), false);
    assertThat(found()).isEmpty();
    assertThat(open).hasSize(1);
  }

  @Test
  void countsOnlyTheDayThatIsLookedAt() {
    answers.watch("hold while", VIP);
    Answers.Count count = answers.counts.get("hold while").get(0);
    answers.look(7);
    count.answered(7, true);
    count.answered(8, true);
    count.answered(8, false);
    assertThat(List.of(count.yes, count.no)).containsExactly(1L, 0L);
  }

  @Test
  void countsEachAnswerOnceALook() {
    answers.watch("hold while", VIP);
    Answers.Count count = answers.counts.get("hold while").get(0);
    for (int look = 0; look < 2; look++) {
      answers.look(7);
      count.answered(7, true);
      count.answered(7, true);
      count.answered(7, false);
    }
    assertThat(List.of(count.yes, count.no)).containsExactly(2L, 2L);
  }

  @Test
  void watchesOnlyWhatTheAuthorWrote() {
    Boundary boundary = Boundary.of(policy(REMINDER, NOTICE.onlyIf(VIP)).build());
    assertThat(answers.watch(boundary, "hold while", NEW)).isSameAs(NEW);
    assertThat(answers.counts).isEmpty();
    assertThat(answers.watch(boundary, "ladder[2].only if", VIP)).isNotSameAs(VIP);
    assertThat(answers.counts).containsOnlyKeys("ladder[2].only if");
  }

  @Test
  void aConditionOfOnesOwnLeavesOpenWhatItDecides() {
    answered("ladder[2].only if", OWN, true);
    answers.counts.get("ladder[2].only if").get(0).answered(0, false);
    String sentence = "\"described as \"sunny\"\" at ladder[2].only if cannot be explored";
    assertThat(answers.open(1)).contains(sentence);
    assertThat(answers.open(2)).contains(sentence);
    assertThat(answers.open(0)).isEmpty();
    assertThat(answers.open(-1)).isEmpty();
  }

  @Test
  void whatAnsweredOneWayOnlyLeavesOpenWhatItDecides() {
    answered("ladder[1].requires[2]", chargesAtLeast(eur("5.00")), false);
    assertThat(answers.open(0))
        .contains(
            "\"charges at least 5.00 EUR\" at ladder[1].requires[2] was false in every explored"
                + " world");
    answers.counts.get("ladder[1].requires[2]").get(0).answered(0, true);
    assertThat(answers.open(0)).isEmpty();
    answered("hold while", chargesAtLeast(eur("5.00")), true);
    assertThat(answers.open(0))
        .contains("\"charges at least 5.00 EUR\" at hold while was true in every explored world");
    assertThat(answers.open(-1)).isEmpty();
  }

  @Test
  void whatIsExploredLeavesNothingOpen() {
    answered("ladder[1].only if", VIP, true);
    answered("ladder[1].softer tone if", OWN, true);
    assertThat(answers.open(3)).isEmpty();
  }
}
