package io.dunning.evaluation;

import static io.dunning.event.LedgerEvent.credit;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.paymentReversed;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dunning.Policies;
import io.dunning.aging.AgingLine;
import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.aging.Receivables;
import io.dunning.behaviour.PaymentProfile;
import io.dunning.behaviour.ProfileScope;
import io.dunning.behaviour.RiskBand;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.OpenItem;
import io.dunning.ledger.Tolerance;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of an invoice, and counts as settled. */
class ToleranceTest {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());
  private static final LocalDate DUE = LocalDate.of(2026, 2, 1);
  private static final Tolerance EURO = Tolerance.upTo(eur("1.00"));
  private static final DunningPolicy TOLERANT = Policies.draft().tolerance(EURO).build();

  private static InvoiceHistory owed(String number, String amount, String paid) {
    return InvoiceHistory.of(Invoice.of(number, eur(amount), DUE.minusDays(30), DUE))
        .with(payment(DUE.minusDays(5), eur(paid)));
  }

  private static Recommendation on(DunningPolicy policy, InvoiceHistory history, int after) {
    return EVALUATOR.evaluate(policy, history, DUE.plusDays(after));
  }

  @Test
  void whatIsLeftWithinTheToleranceIsClosedAndReportedAsADifference() {
    InvoiceHistory short1 = owed("I", "100.00", "99.99");
    assertThat(on(Policies.draft().build(), short1, 5).verdict()).isEqualTo(Verdict.ACT);
    Recommendation now = on(TOLERANT, short1, 5);
    assertThat(now.verdict()).isEqualTo(Verdict.CLOSED);
    assertThat(now.rule()).isEqualTo(Rule.CLOSED);
    assertThat(now.reason())
        .hasToString(
            "settled within the tolerance since 2026-01-27: 0.01 EUR is a difference to write off");
    assertThat(now.differences()).containsExactly(Map.entry("I", eur("0.01")));
    assertThat(now.reviewOn()).isEmpty();
    assertThat(now.open()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # amount, paid,    tolerance, share, closed
          # the amount itself is within it, a cent more is not
          1000.00,  999.00,  1.00,      100,   true
          1000.00,  998.99,  1.00,      100,   false
          # the smaller of amount and share counts; a share is rounded down
          1000.00,  999.01,  1.00,      0.1,   true
          100.00,   99.90,   1.00,      0.1,   true
          100.00,   99.89,   1.00,      0.1,   false
          109.99,   109.89,  1.00,      0.1,   true
          109.99,   109.88,  1.00,      0.1,   false
          # an invoice of which nothing was paid is no difference
          0.50,     0.00,    1.00,      100,   false
          0.50,     0.01,    1.00,      100,   true
          """)
  void theSmallerOfAmountAndShareCounts(
      String amount, String paid, String left, String share, boolean closed) {
    Tolerance tolerance = Tolerance.upTo(eur(left)).atMost(percent(share));
    DunningPolicy policy = Policies.draft().tolerance(tolerance).build();
    assertThat(on(policy, owed("I", amount, paid), 5).verdict() == Verdict.CLOSED)
        .isEqualTo(closed);
  }

  @Test
  void whatLetsNothingBeLeftIsNone() {
    List<Tolerance> all =
        List.of(
            Tolerance.NONE.atMost(percent("5")),
            Tolerance.upTo(eur("0.00")),
            Tolerance.upTo(eur("0.00"), Money.usd("0.00")).atMost(percent("5")),
            EURO.atMost(percent("0")),
            Tolerance.parse("none, at most 5% of the invoice"));
    for (Tolerance each : all) {
      assertThat(each.isNone()).isTrue();
      assertThat(each).isEqualTo(Tolerance.NONE).hasToString("none");
      assertThat(Tolerance.parse(each.toString())).isEqualTo(each);
    }
    assertThat(Tolerance.upTo(eur("1.00"), Money.usd("0.00"))).isEqualTo(EURO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tolerance.NONE.atMost(percent("101")))
        .withMessage("tolerance is not between 0% and 100%: 101%");
  }

  @Test
  void anotherCurrencyHasNoTolerance() {
    DunningPolicy policy = Policies.draft().tolerance(Tolerance.upTo(Money.usd("5.00"))).build();
    assertThat(on(policy, owed("I", "100.00", "99.99"), 5).verdict()).isEqualTo(Verdict.ACT);
  }

  @Test
  void aCreditLeavesADifferenceLikeAPayment() {
    InvoiceHistory history =
        owed("I", "100.00", "90.00").with(credit(DUE.plusDays(3), eur("9.50")));
    assertThat(on(TOLERANT, history, 2).open()).containsExactly(eur("10.00"));
    assertThat(on(TOLERANT, history, 5).reason().toString()).contains("since 2026-02-04: 0.50 EUR");
  }

  @Test
  void aReversalBringsTheDebtBack() {
    InvoiceHistory history =
        owed("I", "100.00", "99.50").with(paymentReversed(DUE.plusDays(10), eur("99.50")));
    assertThat(on(TOLERANT, history, 9).verdict()).isEqualTo(Verdict.CLOSED);
    assertThat(on(TOLERANT, history, 10).verdict()).isEqualTo(Verdict.ACT);
    assertThat(on(TOLERANT, history, 10).differences()).isEmpty();
  }

  private static Account fivePaidEarlyAndACentShort() {
    List<InvoiceHistory> all = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      all.add(owed("I" + i, "100.00", "99.99"));
    }
    return Account.of(Customer.of("C"), all);
  }

  @Test
  void aDifferenceMakesNoCustomerRisky() {
    Account account = fivePaidEarlyAndACentShort();
    LocalDate day = DUE.plusDays(120);
    assertThat(PaymentProfile.of(account, day).band()).isEqualTo(RiskBand.SEVERE);
    PaymentProfile profile = PaymentProfile.of(account, day, ProfileScope.ALL.settledWithin(EURO));
    assertThat(profile)
        .hasToString("5 settled, 0 late (0.0000), -5.0000 days against due, trend 0.0000: prompt");
    AccountRecommendation now =
        EVALUATOR.statingRisk().evaluate(TOLERANT, account.with(owed("I6", "50.00", "1.00")), day);
    Recommendation open = now.recommendations().get(5);
    assertThat(open.profile().orElseThrow().settled()).isEqualTo(5);
    assertThat(open.profile().orElseThrow().overdue()).isEqualTo(1);
  }

  @Test
  void anAccountIsChasedForTheRestOnly() {
    DunningPolicy policy = Policies.draft().tolerance(EURO).per(AccountRules.Unit.ACCOUNT).build();
    Account account = fivePaidEarlyAndACentShort().with(owed("I6", "50.00", "10.00"));
    Explanation why = EVALUATOR.explain(policy, account, DUE.plusDays(3)).get(0);
    Recommendation now = why.recommendation();
    assertThat(now.verdict()).isEqualTo(Verdict.ACT);
    assertThat(now.overdue()).containsExactly(eur("40.00"));
    assertThat(now.differences()).hasSize(5);
    assertThat(why.toString())
        .contains("settled within the tolerance, to write off: 0.01 EUR on I1, 0.01 EUR on I2");
  }

  @Test
  void theLastInstalmentMayFallShort() {
    Invoice invoice =
        Invoice.of("I", eur("100.00"), DUE.minusDays(30), DUE)
            .inInstalments(
                List.of(
                    new Instalment(DUE, eur("50.00")),
                    new Instalment(DUE.plusDays(30), eur("50.00"))));
    InvoiceHistory history = InvoiceHistory.of(invoice).with(payment(DUE, eur("99.20")));
    Recommendation now = on(TOLERANT, history, 40);
    assertThat(now.verdict()).isEqualTo(Verdict.CLOSED);
    assertThat(now.differences()).containsEntry("I", eur("0.80"));
  }

  @Test
  void agingShowsDifferencesApart() {
    Account account = fivePaidEarlyAndACentShort().with(owed("I6", "50.00", "10.00"));
    LocalDate day = DUE.plusDays(40);
    AgingReport report =
        account.openItems(day, EURO).stream()
            .collect(AgingReport.collectorWithClaimsApart(AgingSchedule.STANDARD, day));
    AgingLine line = report.totals().get(CurrencyUnit.of("EUR"));
    assertThat(line.amount(AgingLine.Apart.DIFFERENCE)).isEqualTo(eur("0.05"));
    assertThat(line.count(AgingLine.Apart.DIFFERENCE)).isEqualTo(5);
    assertThat(line.amount(2)).isEqualTo(eur("40.00"));
    assertThat(line.total()).isEqualTo(eur("40.05"));
    Receivables columns = Receivables.draft().add(account, EURO).build();
    assertThat(columns.ageWithClaimsApart(AgingSchedule.STANDARD, day).lines())
        .isEqualTo(report.lines());
    assertThat(account.openItems(day))
        .extracting(OpenItem::claim)
        .containsOnly(OpenItem.Claim.PLAIN);
  }

  @Test
  void aToleranceThatCannotBeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tolerance.upTo(eur("-1.00")))
        .withMessage("tolerance is negative: -1.00 EUR");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tolerance.upTo(eur("1.00"), eur("2.00")))
        .withMessage("tolerance has two amounts in one currency: 1.00 EUR and 2.00 EUR");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EURO.atMost(percent("101")))
        .withMessage("tolerance is not between 0% and 100%: 101%");
  }

  @Test
  void thePolicySaysIt() {
    DunningPolicy policy = Policies.draft().tolerance(EURO.atMost(percent("0.5"))).build();
    assertThat(policy.toString())
        .startsWith("test, per invoice, tolerance up to 1.00 EUR, at most 0.5% of the invoice\n");
    assertThat(policy.fingerprint())
        .isNotEqualTo(Policies.draft().build().fingerprint())
        .isNotEqualTo(TOLERANT.fingerprint());
  }
}
