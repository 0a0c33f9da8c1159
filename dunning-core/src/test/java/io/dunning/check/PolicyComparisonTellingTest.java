package io.dunning.check;

import static io.dunning.action.Channel.LETTER;
import static io.dunning.check.FaultyPolicies.AGENCY;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.OneWorld.CALENDAR;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Invariant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyComparisonTellingTest {
  private static final DunningPolicy SOON = policy(REMINDER, NOTICE).build();
  private static final DunningPolicy LATE = policy(REMINDER.at(daysPastDue(5)), NOTICE).build();

  private static PolicyComparison compare(DunningPolicy before, DunningPolicy after, long worlds) {
    return PolicyComparison.of(before, after, CALENDAR, worlds, Duration.ZERO, p -> {});
  }

  /** In the first world, nothing happens to the usual debtor. */
  @Test
  void tellsRulesEffectsAndWhetherItIsHarsher() {
    assertThat(compare(SOON, LATE, 1))
        .hasToString(
            """
            faulty -> faulty
              step "reminder": at: 3 days past due -> 5 days past due
            contacted later in 1 world, by 2 days at most
            no debtor is treated more harshly; 1 world explored; the budget ended\
            """);
    assertThat(compare(LATE, SOON, 1).toString())
        .contains("\ncontacted earlier in 1 world, by 2 days at most\n")
        .endsWith(
            "some debtors are treated more harshly in 1 world, for example:"
                + " a contact 2 days earlier; 1 world explored; the budget ended");
  }

  @Test
  void tellsThatNothingDiffers() {
    PolicyComparison same = compare(SOON, SOON, 3);
    assertThat(same.isEmpty()).isTrue();
    assertThat(same.stories()).isEmpty();
    assertThat(same)
        .hasToString(
            """
            faulty -> faulty
              no rule differs
            no debtor is treated otherwise
            no debtor is treated more harshly; 3 worlds explored; the budget ended\
            """);
    assertThat(compare(SOON, LATE, 1).isEmpty()).isFalse();
    DunningPolicy noted = Redraft.of(SOON).leastSettledInvoices(9).build();
    assertThat(compare(SOON, noted, 1).effects()).isEmpty();
    assertThat(compare(SOON, noted, 1).isEmpty()).isFalse();
  }

  /** What is harsh is not called the same, even if no effect has a name. */
  @Test
  void whoIsTreatedMoreHarshlyIsTreatedOtherwise() {
    PolicyComparison found =
        new PolicyComparison(
            "old",
            "new",
            List.of(),
            List.of(),
            compare(LATE, SOON, 1).harsher(),
            List.of("call"),
            1,
            true);
    assertThat(found.isEmpty()).isFalse();
    assertThat(found.toString()).doesNotContain("otherwise").contains("more harshly in 1 world");
    assertThat(found.undecided()).isEmpty();
  }

  @Test
  void doesNotSayThatNobodyIsTreatedMoreHarshlyIfNothingShowsIt() {
    DunningPolicy rare =
        policy(REMINDER, NOTICE, AGENCY.at(daysPastDue(20)).onlyIf(Condition.never())).build();
    PolicyComparison found = compare(SOON, rare, Long.MAX_VALUE);
    assertThat(found.unreached()).containsExactly("agency");
    assertThat(found.undecided())
        .hasValue("no explored world reaches a step that differs: \"agency\"");
    assertThat(found.toString())
        .contains("\nit is not known whether a debtor is treated more harshly: no explored world ")
        .doesNotContain("no debtor is treated more harshly");
    DunningPolicy noted = Redraft.of(SOON).leastSettledInvoices(9).build();
    assertThat(compare(SOON, noted, 1).undecided())
        .hasValue(
            "nothing that is compared differs in the explored worlds, although rules do:"
                + " settled invoices for a risk band");
    assertThat(compare(SOON, LATE, 1).undecided()).isEmpty();
    assertThat(compare(SOON, SOON, 1).undecided()).isEmpty();
    DunningPolicy kept = Redraft.of(SOON).keeping(Invariant.atMost(9, LETTER, 9)).build();
    assertThat(compare(SOON, kept, 1).undecided()).isEmpty();
  }

  @Test
  void tellsTheExtremeWorldForBothPolicies() {
    assertThat(compare(LATE, SOON, 1).stories())
        .isEqualTo(
            """
            contacted earlier in 1 world, by 2 days at most
              before: C-1
                      INV-1: 1000.00 EUR due 2025-02-05
                      2025-02-10 take reminder: send reminder by email
                      2025-02-19 take notice: send notice 1 by letter
                      2025-06-19 nothing more
              after:  C-1
                      INV-1: 1000.00 EUR due 2025-02-05
                      2025-02-08 take reminder: send reminder by email
                      2025-02-19 take notice: send notice 1 by letter
                      2025-06-19 nothing more
            treated more harshly in 1 world, for example: a contact 2 days earlier
              before: C-1
                      INV-1: 1000.00 EUR due 2025-02-05
                      2025-02-10 take reminder: send reminder by email
                      2025-02-19 take notice: send notice 1 by letter
                      2025-06-19 nothing more
              after:  C-1
                      INV-1: 1000.00 EUR due 2025-02-05
                      2025-02-08 take reminder: send reminder by email
                      2025-02-19 take notice: send notice 1 by letter
                      2025-06-19 nothing more
            """);
  }

  @Test
  void countsWorldsAndKeepsTheFirstExtreme() {
    PolicyComparison found = compare(SOON, LATE, 12);
    PolicyComparison.Effect later = found.effects().get(0);
    assertThat(later.kind()).isEqualTo(PolicyComparison.Kind.CONTACTED_LATER);
    assertThat(later.worlds()).isBetween(2L, 12L);
    assertThat(later.toString()).startsWith("contacted later in " + later.worlds() + " worlds");
    assertThat(later.extreme().before().moments()).allMatch(m -> m.event().isEmpty());
    assertThat(found.worlds()).isEqualTo(12);
    assertThat(found.complete()).isFalse();
  }

  /** A single debtor may wait for months, and most only for days. */
  @Test
  void tellsWhatIsUsualBesideTheExtreme() {
    PolicyComparison found = PolicyComparison.of(SOON, LATE);
    PolicyComparison.Effect later = found.effects().get(0);
    assertThat(later.kind()).isEqualTo(PolicyComparison.Kind.CONTACTED_LATER);
    assertThat(later.median()).isEqualTo("2 days");
    assertThat(later.toString()).endsWith(" days at most, median 2 days");
    PolicyComparison back = PolicyComparison.of(LATE, SOON);
    assertThat(back.effects().get(0).median()).isEqualTo("2 days");
    assertThat(back.harsher().orElseThrow().worlds()).isGreaterThanOrEqualTo(later.worlds());
  }

  /** Who follows a story by hand has to know which invoice a step is about. */
  @Test
  void aStoryOfTwoInvoicesNamesThoseOfEachStep() {
    Debtor two =
        OneWorld.debtor(OneWorld.account(OneWorld.usual().account().customer(), "90.00", "80.00"));
    assertThat(World.of(SOON, CALENDAR, OneWorld.play(SOON, two), OneWorld.day(3)).toString())
        .contains(" take reminder: send reminder by email (INV-1)\n")
        .contains(" take reminder: send reminder by email (INV-2)");
  }

  @Test
  void whoEndsItAtOnceComparesNothing() {
    List<PolicyCheck.Progress> told = new ArrayList<>();
    PolicyComparison none =
        PolicyComparison.of(SOON, LATE, CALENDAR, 9, Duration.ofNanos(1), told::add);
    assertThat(none.worlds()).isLessThan(9);
    assertThat(none.complete()).isFalse();
  }

  @Test
  void refusesImpossibleBudgets() {
    assertThatThrownBy(
            () -> PolicyComparison.of(SOON, LATE, CALENDAR, 1, Duration.ofNanos(-1), p -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("time is negative: PT-0.000000001S");
  }
}
