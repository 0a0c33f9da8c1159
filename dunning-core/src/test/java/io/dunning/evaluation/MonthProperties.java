package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Monthly;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for policies that count months. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class MonthProperties {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void theReviewDateIsExactWhereMonthsCount(
      @ForAll DunningPolicy any,
      @ForAll Account whole,
      @ForAll LocalDate day,
      @ForAll @IntRange(min = 1, max = 63) int flags) {
    DunningPolicy policy = Monthly.of(any, flags);
    Account account = whole.asOf(day);
    List<Recommendation> now = EVALUATOR.evaluate(policy, account, day).recommendations();
    for (int ahead = 1; ahead <= 100; ahead++) {
      LocalDate later = day.plusDays(ahead);
      List<Recommendation> then = EVALUATOR.evaluate(policy, account, later).recommendations();
      for (int i = 0; i < now.size(); i++) {
        LocalDate review = now.get(i).reviewOn().orElse(LocalDate.MAX);
        if (!later.isAfter(review)) {
          assertThat(then.get(i).decidesLike(now.get(i))).isEqualTo(later.isBefore(review));
        }
      }
    }
  }
}
