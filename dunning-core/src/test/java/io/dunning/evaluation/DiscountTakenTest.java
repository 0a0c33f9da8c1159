package io.dunning.evaluation;

import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateInterest;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Percentage;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.ReopeningRules.ReversedAge;
import io.dunning.terms.Instalment;
import io.dunning.terms.PaymentTerms;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a discount, and an instalment that was charged back, do to the ladder. */
class DiscountTakenTest {
  private static final LocalDate ISSUED = LocalDate.of(2026, 3, 1);
  private static final DunningEvaluator EVERY_DAY =
      DunningEvaluator.on(BusinessCalendar.everyDay());
  private static final EscalationLadder LADDER =
      EscalationLadder.of(
          step("reminder").at(daysPastDue(3)).take(sendNotice(1, Channel.EMAIL)),
          step("notice").at(daysPastDue(14)).take(sendNotice(2, Channel.EMAIL)));
  private static final DunningPolicy POLICY = DunningPolicy.named("p").ladder(LADDER).build();
  private static final InvoiceHistory INVOICE =
      InvoiceHistory.of(Invoice.of("I", eur("1000.00"), ISSUED, PaymentTerms.parse("2/10 net 30")));

  private static LocalDate day(int afterInvoice) {
    return ISSUED.plusDays(afterInvoice);
  }

  private static LedgerEvent paid(int day, String amount) {
    return LedgerEvent.payment(day(day), eur(amount));
  }

  @Test
  void nobodyIsDunnedForADiscountThatWasEarned() {
    InvoiceHistory history = INVOICE.with(paid(10, "980.00"));
    for (int i = 10; i < 200; i++) {
      assertThat(EVERY_DAY.evaluate(POLICY, history, day(i)).verdict()).isEqualTo(Verdict.CLOSED);
    }
    Explanation why = EVERY_DAY.explain(POLICY, history, day(10));
    assertThat(why.reasons())
        .extracting(Reason::toString)
        .containsExactly(
            "nothing is owed: settled since 2026-03-11", "discount of 20.00 EUR on I taken");
  }

  @Test
  void whatWasTakenOffTooLateIsOwedAndTheReasonSaysSo() {
    InvoiceHistory history = INVOICE.with(paid(14, "980.00"));
    Explanation why = EVERY_DAY.explain(POLICY, history, day(33));
    assertThat(why.recommendation().verdict()).isEqualTo(Verdict.ACT);
    assertThat(why.recommendation().overdue()).containsExactly(eur("20.00"));
    assertThat(why.reasons())
        .extracting(Reason::toString)
        .contains(
            "discount on I: 20.00 EUR not earned: paid on 2026-03-15, 4 days after the last day");
  }

  @Test
  void tellsWhichDiscountCanStillBeTaken() {
    assertThat(EVERY_DAY.explain(POLICY, INVOICE, day(9)).reasons())
        .contains(new AmountReason.DiscountOffered("I", eur("20.00"), eur("980.00"), day(10)))
        .extracting(Reason::toString)
        .contains("discount of 20.00 EUR on I until 2026-03-11, if 980.00 EUR are paid");
    assertThat(EVERY_DAY.explain(POLICY, INVOICE, day(11)).reasons())
        .noneMatch(AmountReason.DiscountOffered.class::isInstance);
  }

  @Test
  void aReversalTakesTheDiscountBackAndTheDayToLookAgainIsExact() {
    InvoiceHistory history =
        INVOICE.with(paid(10, "980.00"), LedgerEvent.paymentReversed(day(31), eur("980.00")));
    assertThat(EVERY_DAY.evaluate(POLICY, history, day(30)).reviewOn()).isEmpty();
    Recommendation now = EVERY_DAY.evaluate(POLICY, history, day(31));
    assertThat(now.overdue()).containsExactly(eur("1000.00"));
    assertThat(now.verdict()).isEqualTo(Verdict.WAIT);
    assertThat(now.reviewOn()).contains(day(33));
    assertThat(EVERY_DAY.evaluate(POLICY, history, day(32)).decidesLike(now)).isTrue();
    assertThat(EVERY_DAY.evaluate(POLICY, history, day(33)).verdict()).isEqualTo(Verdict.ACT);
  }

  @Test
  void aStatementShowsTheDiscountOnItsOwnLine() {
    ChargeRules rules = ChargeRules.of(LateInterest.fixed(Percentage.percent("9")));
    InvoiceHistory history = INVOICE.with(paid(10, "980.00"));
    assertThat(rules.accrue(history, day(60)).statement())
        .isEqualTo(
            """
            I: 1000.00 EUR due 2026-03-31, as of 2026-04-30
            2026-03-11 payment 980.00 EUR: costs 0.00, interest 0.00, principal 980.00
            2026-03-11 discount 20.00 EUR: costs 0.00, interest 0.00, principal 20.00
            charged: fees 0.00 EUR, interest 0.00 EUR
            owed: 0.00 EUR, fees 0.00 EUR, interest 0.00 EUR: 0.00 EUR
            """);
  }

  /** What bounced never counted, and neither did its discount: all of it bears interest. */
  @Test
  void aDiscountThatWasTakenBackBearsInterestLikeTheRest() {
    ChargeRules rules = ChargeRules.of(LateInterest.fixed(Percentage.percent("9")));
    InvoiceHistory bounced =
        INVOICE.with(paid(10, "980.00"), LedgerEvent.paymentReversed(day(50), eur("980.00")));
    assertThat(rules.accrue(bounced, day(60)).owed())
        .isEqualTo(rules.accrue(INVOICE, day(60)).owed());
  }

  /** Due on days 10 and 40; the first was paid, and charged back on day 25. */
  @Test
  void anInstalmentThatWasChargedBackIsAgedFromTheReversalIfThePolicySaysSo() {
    InvoiceHistory history =
        InvoiceHistory.of(
                Invoice.of("I", eur("100.00"), ISSUED, day(40))
                    .inInstalments(
                        List.of(
                            new Instalment(day(10), eur("50.00")),
                            new Instalment(day(40), eur("50.00")))))
            .with(paid(9, "50.00"), LedgerEvent.paymentReversed(day(25), eur("50.00")));
    DunningPolicy fromReversal =
        DunningPolicy.named("p").ladder(LADDER).reversedAge(ReversedAge.FROM_REVERSAL).build();
    assertThat(EVERY_DAY.evaluate(POLICY, history, day(25)).step()).contains("reminder");
    Recommendation now = EVERY_DAY.evaluate(fromReversal, history, day(25));
    assertThat(now.verdict()).isEqualTo(Verdict.NOT_DUE);
    assertThat(EVERY_DAY.evaluate(fromReversal, history, day(27)).verdict())
        .isEqualTo(Verdict.WAIT);
    assertThat(EVERY_DAY.evaluate(fromReversal, history, day(28)).step()).contains("reminder");
    assertThat(EVERY_DAY.evaluate(fromReversal, history, day(38)).overdueSince()).contains(day(25));

    InvoiceHistory paidAgain = history.with(paid(30, "50.00"));
    assertThat(EVERY_DAY.evaluate(fromReversal, paidAgain, day(43)).overdueSince())
        .as("the second instalment was never paid")
        .contains(day(40));
  }

  /** The second instalment is older than the reversal of the first, and was never paid. */
  @Test
  void theOldestInstalmentThatIsOpenTellsTheAge() {
    InvoiceHistory history =
        InvoiceHistory.of(
                Invoice.of("I", eur("100.00"), ISSUED, day(20))
                    .inInstalments(
                        List.of(
                            new Instalment(day(10), eur("50.00")),
                            new Instalment(day(20), eur("50.00")))))
            .with(paid(9, "50.00"), LedgerEvent.paymentReversed(day(25), eur("50.00")));
    DunningPolicy fromReversal =
        DunningPolicy.named("p").ladder(LADDER).reversedAge(ReversedAge.FROM_REVERSAL).build();
    assertThat(EVERY_DAY.evaluate(fromReversal, history, day(25)).overdueSince()).contains(day(20));
  }
}
