package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
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
        .containsExactly("would be reminder if 110.00 EUR more were open");
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
