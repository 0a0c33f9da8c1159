package io.dunning.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PolicyCoverageProperties {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  /** Whoever writes down what each look of a run says has the numbers of the coverage. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void countsWhatAnInstrumentedRunCounts(@ForAll long seed) {
    Random random = new Random(seed);
    DunningPolicy policy = new RandomPolicies(random).next();
    PolicyCoverage coverage = PolicyCoverage.of(policy);
    Map<String, Long> steps = new HashMap<>();
    Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    long[] looks = {0};
    for (Debtor each : Debtors.of(Boundary.of(policy), EVALUATOR.calendar(), policy)) {
      LocalDate day = each.first().plusDays(random.nextInt(90));
      Account account =
          Happening.happened(
              each.account(), Debtors.INVOICE, LedgerEvent.promise(day, day.plusDays(7)));
      Timeline.of(
          EVALUATOR,
          policy,
          account,
          each.first(),
          each.first().plusDays(200),
          (asked, calendar, now, on) -> {
            coverage.asked(asked, calendar, now, on);
            looks[0]++;
            for (Recommendation r : EVALUATOR.evaluate(policy, now, on).recommendations()) {
              verdicts.merge(r.verdict(), 1L, Long::sum);
              r.step().ifPresent(s -> steps.merge(s, 1L, Long::sum));
            }
          });
    }
    assertThat(coverage.looks()).isEqualTo(looks[0]);
    for (Verdict each : Verdict.values()) {
      assertThat(coverage.times(each)).as(each.name()).isEqualTo(verdicts.getOrDefault(each, 0L));
    }
    for (EscalationStep each : policy.ladder().steps()) {
      assertThat(coverage.taken(each.name()))
          .as(each.name())
          .isEqualTo(steps.getOrDefault(each.name(), 0L));
    }
  }
}
