package io.dunning.evaluation;

import io.dunning.DenseDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Registered;
import java.time.LocalDate;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds where steps wait for deliveries that are given up. */
@Domain(DenseDomain.class)
@Domain(DomainContext.Global.class)
class DeliveryGivenUpProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
  void theReviewDateIsExactWhereDeliveriesAreGivenUp(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(min = 1, max = 40) int days) {
    DunningPolicy registered = Registered.with(policy, days);
    Account known = account.asOf(day);
    ExactReview.holds(WEEKENDS, registered, known, day, 100);
  }
}
