package io.dunning.evaluation;

import io.dunning.DunningDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Monthly;
import java.time.LocalDate;
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
    ExactReview.holds(EVALUATOR, policy, account, day, 100);
  }
}
