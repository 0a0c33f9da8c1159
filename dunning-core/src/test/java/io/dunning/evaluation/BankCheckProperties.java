package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.BankTelling;
import io.dunning.DenseDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.BankEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.Awaiting;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** What holds whatever the bank says. */
@Domain(DenseDomain.class)
@Domain(DomainContext.Global.class)
class BankCheckProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void theReviewDateIsExactWhateverTheBankSays(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(max = 1_000) int rules,
      @ForAll Random random) {
    DunningPolicy awaiting = Awaiting.with(policy, rules);
    Account known = BankTelling.told(account, day, random, false);
    WEEKENDS
        .evaluate(awaiting, known, day)
        .recommendations()
        .forEach(r -> Statistics.label("rules").collect(r.rule().number() == 12 ? r.rule() : ""));
    Statistics.label("rules")
        .coverage(
            all -> {
              all.check(Rule.RECEIPT_PROPOSED).count(times -> times > 20);
              all.check(Rule.COLLECTION_AWAITED).count(times -> times > 20);
              all.check(Rule.BANK_DATA_STALE).count(times -> times > 20);
            });
    ExactReview.holds(WEEKENDS, awaiting, known, day, 70);
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void theBankOnlyEverHoldsAStep(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(max = 1_000) int rules,
      @ForAll Random random) {
    DunningPolicy awaiting = Awaiting.with(policy, rules);
    List<Recommendation> silent =
        WEEKENDS.evaluate(awaiting, account.asOf(day), day).recommendations();
    Account known = BankTelling.told(account, day, random, false);
    List<Recommendation> told = WEEKENDS.evaluate(awaiting, known, day).recommendations();
    assertThat(told).hasSameSizeAs(silent);
    for (int i = 0; i < told.size(); i++) {
      if (told.get(i).rule().number() == 12) {
        assertThat(silent.get(i).verdict()).isIn(Verdict.ACT, Verdict.AWAIT_APPROVAL);
        assertThat(told.get(i).verdict()).isEqualTo(Verdict.HOLD);
      } else {
        assertThat(told.get(i).decidesLike(silent.get(i)))
            .as("%s\n%s\n%s", known, silent.get(i), told.get(i))
            .isTrue();
      }
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void rejectedReceiptsGiveTheFormerAnswer(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll Random random) {
    Account known = BankTelling.told(account, day, random, true);
    List<LedgerEvent> events = new ArrayList<>(known.events());
    List<InvoiceHistory> invoices = new ArrayList<>();
    for (InvoiceHistory each : known.invoices()) {
      InvoiceHistory rejected = each;
      for (LedgerEvent event : each.events()) {
        if (event instanceof BankEvent.CandidateReceipt receipt) {
          rejected = rejected.with(LedgerEvent.candidateRejected(day, receipt.id()));
        }
      }
      invoices.add(rejected);
    }
    for (LedgerEvent event : known.events()) {
      if (event instanceof BankEvent.CandidateReceipt receipt) {
        events.add(LedgerEvent.candidateRejected(day, receipt.id()));
      }
    }
    Account after = Account.of(known.customer(), invoices, events);
    assertThat(WEEKENDS.evaluate(policy, after, day).recommendations())
        .isEqualTo(WEEKENDS.evaluate(policy, account.asOf(day), day).recommendations());
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void whicheverDeciderAnswersTheAnswerIsTheSame(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(max = 1_000) int rules,
      @ForAll Random random) {
    DunningPolicy awaiting = Awaiting.with(policy, rules);
    Account known = BankTelling.told(account, day, random, false);
    assertThat(WEEKENDS.evaluate(awaiting, known, day).recommendations())
        .isEqualTo(
            WEEKENDS.explain(awaiting, known, day).stream()
                .map(Explanation::recommendation)
                .toList());
  }
}
