package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Tone;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.LateInterest;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Tolerance;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.Route;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The smallest change that would make the decision another one, and how it is put into words. */
class FlipTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  private static InvoiceHistory invoice(String amount) {
    return InvoiceHistory.of(Invoice.of("INV-1", eur(amount), DUE.minusDays(30), DUE));
  }

  private static Explanation why(DunningPolicy policy, String amount, int on) {
    return EVALUATOR.explain(policy, invoice(amount), DUE.plusDays(on));
  }

  private static List<String> flips(DunningPolicy policy, String amount, int on) {
    return why(policy, amount, on).flips().stream().map(Flip::toString).toList();
  }

  @Test
  void aDayFlipsADecisionThatWaits() {
    assertThat(flips(draft().build(), "100.00", 1))
        .containsExactly("would be reminder from 2026-02-17");
  }

  @Test
  void anAmountFlipsADecisionBelowAMinimum() {
    DunningPolicy policy = draft().minimumAmount(eur("112.40")).build();
    assertThat(flips(policy, "100.00", 3))
        .containsExactly("would be reminder if 12.40 EUR more were open");
    assertThat(flips(policy, "120.00", 3))
        .containsExactly("would be wait if 7.61 EUR less were open");
    assertThat(flips(policy, "112.40", 3))
        .containsExactly("would be wait if 0.01 EUR less were open");
  }

  @Test
  void theNearestAmountOfSeveralFlips() {
    DunningPolicy policy =
        DunningPolicy.named("test")
            .ladder(
                EscalationLadder.of(
                    step("call")
                        .at(daysPastDue(3))
                        .take(placeCall())
                        .onlyIf(Condition.balanceAtLeast(eur("500.00"))),
                    step("reminder")
                        .at(daysPastDue(3))
                        .take(sendReminder(EMAIL))
                        .minimumAmount(eur("20.00"))))
            .build();
    assertThat(flips(policy, "100.00", 3))
        .containsExactly(
            "would be call if 400.00 EUR more were open",
            "would be wait for reminder if 80.01 EUR less were open");
  }

  @Test
  void anAmountThatChangesNothingIsNoFlip() {
    DunningPolicy policy =
        draft().minimumAmount(eur("50.00")).holdWhile(Condition.daysPastDueAtLeast(1)).build();
    assertThat(flips(policy, "100.00", 3)).isEmpty();
  }

  @Test
  void theItemsOfAnAccountAreSupposedToOweMoreTogether() {
    DunningPolicy policy =
        draft().per(AccountRules.Unit.ACCOUNT).minimumAmount(eur("250.00")).build();
    InvoiceHistory other =
        InvoiceHistory.of(Invoice.of("INV-2", eur("40.00"), DUE.minusDays(30), DUE));
    Account account = Account.of(Customer.of("C"), List.of(invoice("100.00"), other));
    assertThat(EVALUATOR.explain(policy, account, DUE.plusDays(3)).get(0).flips())
        .extracting(Flip::toString)
        .containsExactly("would be reminder if 110.00 EUR more were open on INV-1");
  }

  /** With more, the ladder is still exhausted, or the day of the step has still not come. */
  @Test
  void anAmountBelowAMinimumIsOnlyNamedWhereDecidingWithItActs() {
    DunningPolicy policy = draft().minimumAmount(eur("112.40")).build();
    InvoiceHistory reminded = invoice("100.00").with(stepTaken(DUE.plusDays(3), "reminder", EMAIL));
    Explanation why = EVALUATOR.explain(policy, reminded, DUE.plusDays(5));
    assertThat(why.recommendation().reason())
        .hasToString("100.00 EUR is 12.40 EUR below the minimum of 112.40 EUR");
    assertThat(why.flips())
        .extracting(Flip::toString)
        .containsExactly("would be wait for notice if 12.40 EUR more were open");
  }

  @Test
  void creditsAreTakenOffBeforeAnAmountIsReached() {
    DunningPolicy policy =
        draft()
            .per(AccountRules.Unit.ACCOUNT)
            .credits(AccountRules.Credits.NET)
            .minimumAmount(eur("50.00"))
            .build();
    InvoiceHistory credit =
        InvoiceHistory.of(Invoice.of("CN", eur("-120.00"), DUE.minusDays(5), DUE));
    Account account = Account.of(Customer.of("C"), List.of(invoice("100.00"), credit));
    Explanation why = EVALUATOR.explain(policy, account, DUE.plusDays(3)).get(0);
    assertThat(why.recommendation().rule()).isEqualTo(Rule.COVERED);
    // 0.01 above the credits nothing is covered, but too little is overdue
    assertThat(why.flips())
        .extracting(Flip::toString)
        .containsExactly(
            "would be wait (below the minimum instead of covered by credits) if 20.01 EUR more"
                + " were open on INV-1");
  }

  @Test
  void anAmountThatOnlyChangesTheToneFlips() {
    DunningPolicy policy =
        draft()
            .ladder(
                EscalationLadder.of(
                    step("reminder")
                        .at(daysPastDue(3))
                        .take(sendReminder(EMAIL))
                        .tone(Tone.FIRM, Condition.balanceAtLeast(eur("80.00")).not())))
            .build();
    Flip flip = why(policy, "75.00", 3).flips().get(0);
    assertThat(flip)
        .hasToString("would be reminder, firm instead of neutral if 5.00 EUR more were open");
    assertThat(flip.instead().tone()).contains(Tone.FIRM);
    assertThat(flip.instead().channel()).contains(EMAIL);
    assertThat(flip.instead().rule()).isEqualTo(Rule.DUE);
    assertThat(flip.now().tone()).contains(Tone.NEUTRAL);
  }

  @Test
  void theAmountsOfASettlementFlip() {
    DunningPolicy policy =
        draft()
            .ladder(
                EscalationLadder.of(step("offer").at(daysPastDue(3)).take(offerSettlement(EMAIL))))
            .settlement(SettlementRule.lumpSum(percent("80")).from(eur("50.00")).upTo(eur("90.00")))
            .build();
    assertThat(flips(policy, "100.00", 3))
        .containsExactly("would be offer if 10.00 EUR less were open");
    assertThat(flips(policy, "90.00", 3))
        .containsExactly(
            "would be exhausted if 0.01 EUR more were open",
            "would be exhausted if 40.01 EUR less were open");
  }

  /** Within the tolerance an invoice is settled, which is more than another sum. */
  @Test
  void noAmountIsNamedThatSettlesTheInvoice() {
    DunningPolicy policy =
        draft().minimumAmount(eur("0.80")).tolerance(Tolerance.upTo(eur("1.00"))).build();
    assertThat(flips(policy, "100.00", 3)).isEmpty();
    DunningPolicy strict = draft().minimumAmount(eur("0.80")).build();
    assertThat(flips(strict, "100.00", 3))
        .containsExactly("would be wait if 99.21 EUR less were open");
  }

  /** Which amount changes the best route is not known, so no amount is called the smallest. */
  @Test
  void noAmountIsNamedWhereTheBestRouteDecides() {
    DunningPolicy policy =
        draft()
            .minimumAmount(eur("20.00"))
            .endgame(EndgameRule.standard())
            .ladder(
                EscalationLadder.of(
                    step("agency")
                        .at(daysPastDue(3))
                        .take(referToAgency())
                        .onlyIf(Condition.worthMost(Route.AGENCY))))
            .build();
    assertThat(flips(policy, "100.00", 3)).isEmpty();
    // below the minimum nobody asks for the route
    assertThat(flips(policy, "15.00", 3))
        .containsExactly("would be agency if 5.00 EUR more were open");
  }

  @Test
  void chargesStayAsTheyAreWhileMoreIsSupposed() {
    DunningPolicy policy =
        draft()
            .minimumAmount(eur("112.40"))
            .lateInterest(LateInterest.fixed(percent("9")))
            .holdWhile(Condition.chargesAtLeast(eur("50.00")))
            .build();
    assertThat(flips(policy, "100.00", 3))
        .containsExactly(
            "would be hold from 2031-09-04", "would be reminder if 12.40 EUR more were open");
  }

  @Test
  void aDayOnWhichTheAnswerStaysIsNoFlip() {
    DunningPolicy policy =
        draft()
            .ladder(
                EscalationLadder.of(
                    step("call")
                        .at(daysPastDue(3))
                        .take(placeCall())
                        .onlyIf(Condition.described("it rains", s -> true))))
            .build();
    Explanation why = why(policy, "100.00", 4);
    assertThat(why.recommendation().reviewOn()).contains(DUE.plusDays(5));
    assertThat(why.flips()).isEmpty();
  }

  @Test
  void anotherRuleAloneIsNamed() {
    DunningPolicy policy = draft().minimumDaysBetweenContacts(20).build();
    InvoiceHistory reminded = invoice("100.00").with(stepTaken(DUE.plusDays(3), "reminder", EMAIL));
    assertThat(EVALUATOR.explain(policy, reminded, DUE.plusDays(5)).flips())
        .extracting(Flip::toString)
        .containsExactly(
            "would be wait for notice (contact too soon instead of too early) from 2026-02-28");
  }

  @Test
  void linesFitIntoATerminal() {
    Explanation why = why(draft().build(), "100.00", 1);
    assertThat(Wording.ENGLISH.text(why, 50))
        .isEqualTo(
            """
            INV-1: wait
              as of 2026-02-15, policy test, 100.00 EUR
              overdue since 2026-02-14
              because reminder: 3 days past due is reached on
              2026-02-17
              - notice: 14 days past due is reached on
                2026-02-28
              - agency: 28 days past due is reached on
                2026-03-14
              ~ would be reminder from 2026-02-17
              look again on 2026-02-17""");
    assertThat(Wording.ENGLISH.text(why, 1).lines()).allMatch(l -> l.length() <= 22);
    assertThat(Wording.ENGLISH.text(why, 200)).isEqualTo(why.toString());
  }

  @Test
  void anotherLanguageSaysTheSame() {
    Wording german =
        new Wording() {
          @Override
          public String verdict(Verdict verdict) {
            return verdict == Verdict.WAIT ? "abwarten" : verdict.name();
          }

          @Override
          public String reason(Reason reason) {
            return reason instanceof StepReason.StepTooEarly r
                ? r.step() + ": erst ab " + r.reachedOn()
                : reason.toString();
          }

          @Override
          public String flip(Flip flip) {
            return "anders ab " + flip.on().orElseThrow();
          }

          @Override
          public String circumstances(Recommendation now) {
            return "am " + now.asOf();
          }

          @Override
          public String because(String reason) {
            return "weil " + reason;
          }

          @Override
          public String review(Recommendation now) {
            return "Wiedervorlage " + now.reviewOn().orElseThrow();
          }
        };
    assertThat(german.text(why(draft().build(), "100.00", 1)))
        .isEqualTo(
            """
            INV-1: abwarten
              am 2026-02-15
              weil reminder: erst ab 2026-02-17
              - notice: erst ab 2026-02-28
              - agency: erst ab 2026-03-14
              ~ anders ab 2026-02-17
              Wiedervorlage 2026-02-17""");
  }
}
