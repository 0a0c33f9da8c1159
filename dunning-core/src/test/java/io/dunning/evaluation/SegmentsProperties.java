package io.dunning.evaluation;

import static io.dunning.behaviour.RiskBand.CHRONIC;
import static io.dunning.behaviour.RiskBand.OFTEN_LATE;
import static io.dunning.behaviour.RiskBand.PROMPT;
import static io.dunning.behaviour.RiskBand.SEVERE;
import static io.dunning.behaviour.RiskBand.SOMETIMES_LATE;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DenseDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.PolicySet;
import io.dunning.policy.PolicyTrial;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** What holds wherever rules give the segment. */
@Domain(DenseDomain.class)
@Domain(DomainContext.Global.class)
class SegmentsProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  private static PolicyDraft like(DunningPolicy policy, String name) {
    PolicyDraft draft = DunningPolicy.named(name).ladder(policy.ladder()).charges(policy.charges());
    policy.settlement().ifPresent(draft::settlement);
    policy.plans().ifPresent(draft::plans);
    policy.endgame().ifPresent(draft::endgame);
    return draft;
  }

  private static PolicySet set(DunningPolicy one, DunningPolicy two, int window, int share) {
    DunningPolicy byDefault =
        like(one, "default").profileWindow(calendarDays(window)).leastSettledInvoices(1).build();
    DunningPolicy late = like(two, "late").per(two.account().unit()).build();
    DunningPolicy tried = like(two, "tried").build();
    return PolicySet.byDefault(byDefault)
        .forSegment("late", late)
        .segmentIf("late", Condition.customerIs(OFTEN_LATE, CHRONIC, SEVERE))
        .segmentIf("fine", Condition.customerIs(PROMPT, SOMETIMES_LATE))
        .segmentIf("risky", Condition.riskAtLeast(percent("60")))
        .trying(new PolicyTrial("t", byDefault, tried, percent(String.valueOf(share))));
  }

  /** The policy is part of the decision, so that another segment may be enough for a review. */
  @Property(tries = 800, edgeCases = EdgeCasesMode.NONE)
  void theReviewDateIsExactWhereSegmentsChange(
      @ForAll DunningPolicy one,
      @ForAll DunningPolicy two,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(min = 1, max = 120) int window,
      @ForAll @IntRange(max = 100) int share) {
    PolicySet set = set(one, two, window, share);
    Account known = account.asOf(day);
    List<Recommendation> now = WEEKENDS.evaluate(set, known, day).recommendations();
    String segment = WEEKENDS.segment(set, known, day).orElse("");
    boolean moves = false;
    for (int ahead = 1; ahead <= 80; ahead++) {
      LocalDate later = day.plusDays(ahead);
      moves |= !WEEKENDS.segment(set, known, later).orElse("").equals(segment);
      List<Recommendation> then = WEEKENDS.evaluate(set, known, later).recommendations();
      for (Recommendation each : now) {
        LocalDate review = each.reviewOn().orElse(LocalDate.MAX);
        if (!later.isAfter(review)) {
          boolean same =
              then.stream()
                  .filter(t -> t.subject().equals(each.subject()))
                  .anyMatch(t -> t.decidesLike(each));
          assertThat(same)
              .as("on %s\n%s\n%s\n%s", later, set, each, then)
              .isEqualTo(later.isBefore(review));
        }
      }
    }
    Statistics.label("the segment changes")
        .collect(moves)
        .coverage(all -> all.check(true).percentage(part -> part > 1));
  }

  /** Both ways to ask give one answer. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void theExplanationAgreesWithTheEvaluation(
      @ForAll DunningPolicy one,
      @ForAll DunningPolicy two,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(min = 1, max = 120) int window) {
    PolicySet set = set(one, two, window, 50);
    assertThat(WEEKENDS.explain(set, account, day).stream().map(Explanation::recommendation))
        .containsExactlyElementsOf(WEEKENDS.evaluate(set, account, day).recommendations());
  }

  /** A set without rules and trials decides as it always did. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void rulesThatNeverHoldChangeNothing(
      @ForAll DunningPolicy one, @ForAll Account account, @ForAll LocalDate day) {
    PolicySet plain = PolicySet.byDefault(one);
    PolicySet ruled = plain.segmentIf("nobody", Condition.customerTagged("no such tag"));
    assertThat(WEEKENDS.evaluate(ruled, account, day))
        .isEqualTo(WEEKENDS.evaluate(plain, account, day));
  }
}
