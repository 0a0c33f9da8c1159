package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** What holds for every policy, account and day. */
@Domain(DunningDomain.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
class EvaluationProperties {

  @Property(tries = 20000, edgeCases = net.jqwik.api.EdgeCasesMode.NONE)
  void theReviewDateIsExact(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll BusinessCalendar calendar,
      @ForAll LocalDate day) {
    DunningEvaluator evaluator = DunningEvaluator.on(calendar);
    Account known = account.asOf(day);
    List<Recommendation> now = evaluator.evaluate(policy, known, day).recommendations();
    now.forEach(
        r ->
            net.jqwik.api.statistics.Statistics.label("reason")
                .collect(
                    r.verdict()
                        + " "
                        + r.reason().getClass().getSimpleName()
                        + (r.reviewOn().isPresent() ? " review" : "")));
    for (int ahead = 1; ahead <= 150; ahead++) {
      LocalDate later = day.plusDays(ahead);
      List<Recommendation> then = evaluator.evaluate(policy, known, later).recommendations();
      for (int i = 0; i < now.size(); i++) {
        Recommendation first = now.get(i);
        boolean before = first.reviewOn().map(later::isBefore).orElse(true);
        boolean on = first.reviewOn().map(later::equals).orElse(false);
        if (before) {
          assertThat(then.get(i).decidesLike(first))
              .as(
                  "same on %s, before the review date\n%s\n%s",
                  later, first.explain(), then.get(i).explain())
              .isTrue();
        } else if (on) {
          assertThat(then.get(i).decidesLike(first))
              .as("other on the review date\n%s\n%s", first.explain(), then.get(i).explain())
              .isFalse();
        }
      }
    }
  }
}
