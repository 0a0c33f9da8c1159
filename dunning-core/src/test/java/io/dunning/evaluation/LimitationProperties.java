package io.dunning.evaluation;

import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.task;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.action.BackOfficeAction;
import io.dunning.action.Message;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
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
import net.jqwik.api.statistics.Statistics;

/** What holds whenever claims lapse, stand still or begin anew. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class LimitationProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  private static DunningPolicy policy(AccountRules.Unit unit, int days, boolean holds) {
    return DunningPolicy.named("lapsing")
        .ladder(
            EscalationLadder.of(
                step("one").at(daysPastDue(3)).take(sendDemand(LETTER)),
                step("two")
                    .at(daysPastDue(5))
                    .take(task("ask the lawyer"))
                    .onlyIf(Condition.limitationWithin(days)),
                step("three")
                    .at(daysPastDue(8))
                    .take(task("give up"))
                    .onlyIf(Condition.limitationPassed()),
                step("four").at(daysPastDue(10)).take(fileClaim())))
        .per(unit)
        .holdWhile(holds ? Condition.limitationWithin(days / 3) : Condition.disputeOpen())
        .build();
  }

  /** Each invoice gets a last day, some of them suspensions, some another day. */
  private static Account lapsing(Account account, LocalDate day, List<Integer> limits) {
    List<InvoiceHistory> all = new ArrayList<>();
    int next = 0;
    for (InvoiceHistory each : account.invoices()) {
      List<LedgerEvent> events = new ArrayList<>(each.events());
      for (int i = 0; i < 3; i++) {
        int n = limits.get(next++ % limits.size());
        LocalDate on = day.minusDays(n % 50);
        events.add(
            switch (n % 5) {
              case 0 -> LedgerEvent.limitationSuspended(on, on.plusDays(n / 2), "talks");
              case 1 -> LedgerEvent.limitationResumed(on);
              case 2 ->
                  n % 2 == 0
                      ? LedgerEvent.limitation(on, on)
                      : LedgerEvent.limitationSuspended(on, "");
              default -> LedgerEvent.limitation(on, on.plusDays(n));
            });
      }
      all.add(InvoiceHistory.of(each.invoice(), events));
    }
    return Account.of(account.customer(), all, account.events());
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void theReviewDateIsExactWhereClaimsLapse(
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll AccountRules.Unit unit,
      @ForAll boolean holds,
      @ForAll @IntRange(max = 60) int days,
      @ForAll @Size(min = 3, max = 9) List<@IntRange(max = 150) Integer> limits) {
    Account known = lapsing(account, day, limits).asOf(day);
    ExactReview.holds(WEEKENDS, policy(unit, days, holds), known, day, 100);
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void theReviewDateIsExactForEveryPolicy(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @Size(min = 3, max = 9) List<@IntRange(max = 150) Integer> limits) {
    Account known = lapsing(account, day, limits).asOf(day);
    ExactReview.holds(WEEKENDS, policy, known, day, 60);
  }

  /** Counted again by hand, from the last days of the open invoices that the answer is about. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void noLapsedClaimIsThreatenedWithCourt(
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll AccountRules.Unit unit,
      @ForAll @Size(min = 3, max = 9) List<@IntRange(max = 150) Integer> limits) {
    Account known = lapsing(account, day, limits);
    for (Recommendation each :
        WEEKENDS.evaluate(policy(unit, 0, false), known, day).recommendations()) {
      boolean court =
          each.actions().stream()
              .anyMatch(
                  a -> a instanceof BackOfficeAction.FileClaim || a instanceof Message.Demand);
      Statistics.label("court")
          .collect(court)
          .coverage(all -> all.check(true).percentage(share -> share > 1));
      if (court) {
        for (InvoiceLine line : each.lines()) {
          if (line.concerned() && !line.held()) {
            assertThat(lastDay(known, line.invoice(), day))
                .isGreaterThanOrEqualTo(day.toEpochDay());
          }
        }
      }
    }
  }

  private static long lastDay(Account account, String number, LocalDate day) {
    return account.invoices().stream()
        .filter(h -> h.invoice().number().equals(number))
        .findFirst()
        .orElseThrow()
        .standingOn(day)
        .agreements()
        .enforceableThroughDay();
  }

  /** Facts about a claim change no decision of a policy that neither asks for them nor enforces. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void aLimitationChangesNothingForWhoNeverEnforces(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @Size(min = 3, max = 9) List<@IntRange(max = 150) Integer> limits) {
    boolean enforces =
        policy.ladder().steps().stream()
            .flatMap(s -> s.actions().stream())
            .anyMatch(a -> a instanceof BackOfficeAction.FileClaim || a instanceof Message.Demand);
    if (enforces || policy.endgame().isPresent()) {
      return;
    }
    Account known = lapsing(account, day, limits);
    List<Recommendation> before = WEEKENDS.evaluate(policy, account, day).recommendations();
    List<Recommendation> now = WEEKENDS.evaluate(policy, known, day).recommendations();
    for (int i = 0; i < now.size(); i++) {
      assertThat(now.get(i).decidesLike(before.get(i)))
          .as("%s\n%s\n%s\n%s", known.invoices(), account.events(), before.get(i), now.get(i))
          .isTrue();
      assertThat(now.get(i).reviewOn()).isEqualTo(before.get(i).reviewOn());
    }
  }
}
