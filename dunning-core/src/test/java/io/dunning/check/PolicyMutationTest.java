package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static io.dunning.scenario.Scenario.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.charge.ChargeCap;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.event.Restriction;
import io.dunning.policy.DunningPolicy;
import io.dunning.scenario.Scenario;
import io.dunning.scenario.StoryDay;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyMutationTest {
  private static final DunningPolicy POLICY = GoodPolicies.all().get(4);

  private static void large(DunningPolicy policy) {
    Scenario.of(policy)
        .invoice("INV-1", "50.00 EUR", "2026-01-15", "2026-02-14")
        .tells(
            on("2026-02-16"),
            on("2026-02-17").takes("reminder", EMAIL),
            on("2026-02-28").takes("notice", LETTER),
            on("2026-03-16").takes("demand", LETTER).grants("2026-03-26"),
            on("2026-03-27").approves("agency").takes("agency"));
  }

  private static void small(DunningPolicy policy) {
    Scenario.of(policy)
        .invoice("INV-1", "49.99 EUR", "2026-01-15", "2026-02-14")
        .tells(
            on("2026-02-17").takes("reminder", EMAIL),
            on("2026-03-16").takes("demand", LETTER).grants("2026-03-26"));
  }

  @Test
  void theScoreFallsWhenAStoryIsTakenAway() {
    PolicyMutation both =
        PolicyMutation.of(
            POLICY,
            p -> {
              large(p);
              small(p);
            });
    PolicyMutation one = PolicyMutation.of(POLICY, PolicyMutationTest::small);
    assertThat(both.unnoticed()).isEmpty();
    assertThat(both.score()).isEqualTo(100);
    assertThat(one.score()).isLessThan(both.score());
    assertThat(one.changes()).isEqualTo(both.changes()).isGreaterThan(12);
    assertThat(one.unnoticed()).contains("step \"agency\" needs no approval");
    assertThat(one.toString()).contains("not noticed: step \"agency\" left out");
  }

  /** At 100.00 EUR and a day late, nobody sees that a bound of 50.00 EUR was flipped. */
  @Test
  void storiesAwayFromAnEdgeDoNotNoticeAFlippedBound() {
    PolicyMutation found =
        PolicyMutation.of(
            POLICY,
            p ->
                Scenario.of(p)
                    .invoice("INV-1", "100.00 EUR", "2026-01-15", "2026-02-14")
                    .tells(
                        on("2026-02-17").takes("reminder", EMAIL),
                        on("2026-02-28").takes("notice", LETTER)));
    assertThat(found.unnoticed())
        .contains(
            "step \"reminder\" a day earlier",
            "ladder[2].only if asks for more than 50.00 EUR, not for at least that")
        .doesNotContain("step \"notice\" a day earlier", "ladder[2].only if turned round");
  }

  @Test
  void testsThatFailAnywayAreNoTests() {
    assertThatThrownBy(
            () ->
                PolicyMutation.of(
                    POLICY,
                    p -> {
                      throw new AssertionError("always");
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessage("always");
  }

  @Test
  void storiesFromExplorationNoticeMostChanges() {
    Collection<World> stories =
        PolicyExamples.of(POLICY, BusinessCalendar.weekends()).stories().values();
    PolicyMutation found =
        PolicyMutation.of(
            POLICY,
            p ->
                stories.forEach(
                    w ->
                        Scenario.of(p)
                            .account(w.start())
                            .tells(w.story().toArray(new StoryDay[0]))));
    assertThat(found.score()).as(found.toString()).isGreaterThan(85);
  }

  private static List<String> words(DunningPolicy policy) {
    return PolicyMutation.changes(policy).stream().map(PolicyMutation.Change::words).toList();
  }

  private static DunningPolicy changed(DunningPolicy policy, String words) {
    return PolicyMutation.changes(policy).stream()
        .filter(c -> c.words().equals(words))
        .findFirst()
        .orElseThrow()
        .policy();
  }

  @Test
  void changesOneThingEachTime() {
    DunningPolicy policy =
        Redraft.of(POLICY)
            .grace(Days.calendarDays(1))
            .minimumDaysBetweenContacts(2)
            .minimumAmount(eur("10.00"))
            .build();
    assertThat(words(policy))
        .containsExactly(
            "step \"reminder\" left out",
            "step \"reminder\" a day later",
            "step \"reminder\" a day earlier",
            "step \"reminder\" goes by letter",
            "step \"notice\" left out",
            "step \"notice\" a day later",
            "step \"notice\" a day earlier",
            "step \"notice\" goes by email",
            "step \"demand\" a day later",
            "step \"demand\" a day earlier",
            "step \"demand\" grants a day more",
            "step \"demand\" grants a day less",
            "step \"demand\" goes by email",
            "step \"agency\" left out",
            "step \"agency\" a day later",
            "step \"agency\" a day earlier",
            "step \"agency\" needs no approval",
            "ladder[2].only if turned round",
            "ladder[2].only if asks for more than 50.00 EUR, not for at least that",
            "hold while turned round",
            "grace left out",
            "a day more between contacts",
            "a day less between contacts",
            "minimum of 10.00 EUR doubled",
            "minimum of 10.00 EUR must be exceeded");
    for (PolicyMutation.Change each : PolicyMutation.changes(policy)) {
      assertThat(each.policy()).as(each.words()).isNotEqualTo(policy);
      assertThat(PolicyWords.differences(policy, each.policy()))
          .as(each.words())
          .hasSizeBetween(1, 2);
    }
  }

  /** A court needs approval whatever the policy says. */
  @Test
  void leavesOutChangesThatChangeNothing() {
    DunningPolicy court =
        FaultyPolicies.policy(
                FaultyPolicies.NOTICE,
                step("court").at(daysPastDue(60)).take(fileClaim()).needsApproval())
            .build();
    assertThat(words(court)).doesNotContain("step \"court\" needs no approval");
  }

  @Test
  void doublesAFeeAndNothingElse() {
    LateFee fee = LateFee.flat(eur("5.00")).at("demand");
    LateFee yearly = LateFee.percent(percent("1")).every(Days.calendarDays(30));
    DunningPolicy policy =
        FaultyPolicies.policy(FaultyPolicies.REMINDER, FaultyPolicies.DEMAND.take(assessCharges()))
            .charges(
                ChargeRules.of(fee, yearly)
                    .with(LateInterest.fixed(percent("8")))
                    .capped(ChargeCap.of(eur("50.00")))
                    .whileRestricted(Restriction.INSOLVENCY, ChargeRules.InRestriction.WAIVE)
                    .onceSettled(ChargeRules.OnceSettled.WAIVED)
                    .by("our terms"))
            .build();
    ChargeRules twice = changed(policy, "late fee " + fee + " doubled").charges();
    assertThat(twice.fees().get(0).of(eur("100.00"))).isEqualTo(eur("10.00"));
    assertThat(twice.fees().get(0).step()).contains("demand");
    assertThat(twice.fees().get(1)).isEqualTo(yearly);
    assertThat(twice.interest()).isEqualTo(policy.charges().interest());
    assertThat(twice.cap()).isEqualTo(policy.charges().cap());
    assertThat(twice.source()).isEqualTo("our terms");
    assertThat(twice.onceSettled()).isEqualTo(ChargeRules.OnceSettled.WAIVED);
    assertThat(twice.whileRestricted(Restriction.INSOLVENCY))
        .isEqualTo(ChargeRules.InRestriction.WAIVE);
    LateFee often = changed(policy, "late fee " + yearly + " doubled").charges().fees().get(1);
    assertThat(often.of(eur("100.00"))).isEqualTo(eur("2.00"));
    assertThat(often.period()).contains(Days.calendarDays(30));
    assertThat(changed(policy, "late fee " + fee + " left out").charges().fees())
        .containsExactly(yearly);
  }

  @Test
  void aStoryThatTellsTheChargeNoticesADoubledFee() {
    LateFee fee = LateFee.flat(eur("5.00")).at("demand");
    DunningPolicy policy =
        FaultyPolicies.policy(FaultyPolicies.REMINDER, FaultyPolicies.DEMAND.take(assessCharges()))
            .lateFee(fee)
            .build();
    String doubled = "late fee " + fee + " doubled";
    assertThat(PolicyMutation.of(policy, p -> charged(p, true)).unnoticed())
        .doesNotContain(doubled);
    assertThat(PolicyMutation.of(policy, p -> charged(p, false)).unnoticed()).contains(doubled);
  }

  private static void charged(DunningPolicy policy, boolean toTheEnd) {
    StoryDay reminder = on("2026-02-17").takes("reminder", EMAIL);
    StoryDay demand =
        on("2026-03-16").takes("demand", LETTER).grants("2026-03-26").charges("5.00 EUR");
    Scenario.of(policy)
        .invoice("INV-1", "100.00 EUR", "2026-01-15", "2026-02-14")
        .tells(toTheEnd ? new StoryDay[] {reminder, demand} : new StoryDay[] {reminder});
  }
}
