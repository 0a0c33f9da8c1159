package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.blockOrders;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.releaseOrders;
import static io.dunning.action.DunningAction.sellClaim;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.evaluation.ExactReview.areReviewed;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DenseDomain;
import io.dunning.behaviour.RiskBand;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.Concession;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Patience;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicySet;
import io.dunning.policy.PolicyTrial;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.Route;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Limitation, credit limits, worth, patience, segments and trials, all at once. */
@Domain(DenseDomain.class)
@Domain(DomainContext.Global.class)
class AllTogetherProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  private static DunningPolicy policy(String name, AccountRules.Unit unit, List<Integer> n) {
    EndgameRule rule =
        EndgameRule.standard()
            .with(EndgameRule.terms(Route.COURT, "120", "0", 2, Money.eur("30.00")))
            .with(EndgameRule.terms(Route.SELL, "60", "0", 0))
            .losingCustomer(Route.COURT, percent(String.valueOf(n.get(0) % 100)));
    return DunningPolicy.named(name)
        .ladder(
            EscalationLadder.of(
                step("one").at(daysPastDue(n.get(1) % 5)).take(sendReminder(EMAIL)),
                step("two")
                    .at(daysPastDue(5))
                    .take(blockOrders())
                    .onlyIf(Condition.creditLimitUsed(percent(String.valueOf(1 + n.get(2))))),
                step("three")
                    .at(daysPastDue(8))
                    .take(sendDemand(LETTER))
                    .onlyIf(Condition.limitationWithin(n.get(3)).or(Condition.overCreditLimit())),
                step("four")
                    .at(daysPastDue(9))
                    .take(releaseOrders())
                    .onlyIf(Condition.overCreditLimit().not()),
                step("five")
                    .at(daysPastDue(12))
                    .take(fileClaim())
                    .onlyIf(Condition.worthMost(Route.COURT)),
                step("six").at(daysPastDue(14)).take(sellClaim())))
        .per(unit)
        .endgame(rule)
        .patience(Patience.UNLIMITED.atMost(1, Concession.PROMISE).daysInAll(9, Concession.HOLD))
        .profileWindow(calendarDays(1 + n.get(4)))
        .leastSettledInvoices(1)
        .build();
  }

  private static PolicySet set(AccountRules.Unit unit, List<Integer> n) {
    DunningPolicy byDefault = policy("default", unit, n);
    DunningPolicy late = policy("late", AccountRules.Unit.INVOICE, n.subList(1, n.size()));
    return PolicySet.byDefault(byDefault)
        .forSegment("late", late)
        .segmentIf("late", Condition.customerIs(RiskBand.CHRONIC, RiskBand.SEVERE))
        .trying(
            new PolicyTrial(
                "t", byDefault, policy("tried", unit, n.subList(2, n.size())), percent("50")));
  }

  private static Account account(Account from, LocalDate day, List<Integer> n) {
    List<InvoiceHistory> all = new ArrayList<>();
    int next = 0;
    for (InvoiceHistory each : from.invoices()) {
      int last = n.get(next++ % n.size());
      InvoiceHistory with =
          each.with(LedgerEvent.limitation(day.minusDays(last), day.plusDays(last / 2)));
      all.add(
          last % 3 == 0
              ? with.with(LedgerEvent.limitationSuspended(day.minusDays(last / 2), day, "talks"))
              : with);
    }
    return Account.of(
        from.customer()
            .withCreditLimit(Money.ofMinor(n.get(0) * 1_000L, Money.eur("1.00").currency()))
            .worthKeeping(Money.eur(n.get(1) + ".00")),
        all,
        from.events());
  }

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void theReviewDateIsExactWithAllOfItOn(
      @ForAll Account any,
      @ForAll LocalDate day,
      @ForAll AccountRules.Unit unit,
      @ForAll @Size(min = 8, max = 8) List<@IntRange(max = 120) Integer> n) {
    PolicySet set = set(unit, n);
    Account known = account(any, day, n).asOf(day);
    List<Recommendation> now = WEEKENDS.evaluate(set, known, day).recommendations();
    for (int ahead = 1; ahead <= 50 && !areReviewed(now, day.plusDays(ahead)); ahead++) {
      LocalDate later = day.plusDays(ahead);
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
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theExplanationAgreesWithAllOfItOn(
      @ForAll Account any,
      @ForAll LocalDate day,
      @ForAll AccountRules.Unit unit,
      @ForAll @Size(min = 8, max = 8) List<@IntRange(max = 120) Integer> n) {
    PolicySet set = set(unit, n);
    Account known = account(any, day, n);
    assertThat(WEEKENDS.explain(set, known, day).stream().map(Explanation::recommendation))
        .containsExactlyElementsOf(WEEKENDS.evaluate(set, known, day).recommendations());
  }
}
