package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds while an offer to settle the account as a whole stands. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class AccountOfferProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  private static Account offered(Account account, int day, int days) {
    LocalDate on = DunningDomain.START.plusDays(day);
    List<LedgerEvent> events = new ArrayList<>(account.events());
    events.add(LedgerEvent.settlementOffered(on, Money.eur("70.00"), on.plusDays(days)));
    return Account.of(account.customer(), account.invoices(), events);
  }

  @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
  void theReviewDateIsExact(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(max = 150) int on,
      @ForAll @IntRange(max = 40) int days) {
    Account known = offered(account, on, days).asOf(day);
    ExactReview.holds(WEEKENDS, policy, known, day, 100);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void aParentDecidesAsItsChildWould(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(max = 150) int on,
      @ForAll @IntRange(max = 40) int days) {
    Account child = offered(Account.of(account.customer(), account.invoices()), on, days);
    Account parent = Account.of(account.customer(), List.of()).answeringFor(child);
    assertThat(WEEKENDS.evaluate(policy, parent, day))
        .isEqualTo(WEEKENDS.evaluate(policy, child, day));
  }
}
