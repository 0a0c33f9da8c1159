package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.proposePlan;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.planAgreed;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateInterest;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyMismatchException;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules.Unit;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.settlement.PaymentPlan;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.SettlementQuote;
import io.dunning.settlement.SettlementRule;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans and offers for all that an account owes. */
class AccountPlansTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 1);
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");
  private static final BusinessCalendar CALENDAR = BusinessCalendar.weekends();
  private static final DunningEvaluator EVALUATOR = DunningEvaluator.on(CALENDAR);
  private static final PlanRule RULE = PlanRule.monthly(4).ofAtLeast(eur("30.00"));

  private static final List<InvoiceHistory> THREE =
      List.of(
          Fixtures.history("I-1", eur("40.00"), DUE),
          Fixtures.history("I-2", eur("40.00"), DUE.plusDays(3)),
          Fixtures.history("I-3", eur("40.00"), DUE.plusDays(5)));

  private static LocalDate day(int pastDue) {
    return DUE.plusDays(pastDue);
  }

  private static DunningPolicy policy(Unit unit) {
    return DunningPolicy.named("together")
        .per(unit)
        .plans(RULE)
        .settlement(SettlementRule.lumpSum(percent("75")).fromDaysPastDue(30))
        .ladder(
            EscalationLadder.of(
                step("plan").at(daysPastDue(20)).take(proposePlan(EMAIL)),
                step("offer").at(daysPastDue(40)).take(offerSettlement(EMAIL))))
        .build();
  }

  private static Account account(LedgerEvent... events) {
    return Account.of(Customer.of("C"), THREE, List.of(events));
  }

  private static Recommendation on(int pastDue, Unit unit, LedgerEvent... events) {
    return EVALUATOR.evaluate(policy(unit), account(events), day(pastDue)).recommendations().get(0);
  }

  @Test
  void aPlanOfTheAccountHoldsNothingThatWasIssuedAfterIt() {
    List<Instalment> parts = List.of(new Instalment(day(60), eur("80.00")));
    LedgerEvent plan = planAgreed(day(1), parts);
    Invoice sameDay = Invoice.of("I-1", eur("40.00"), day(1), day(1));
    Invoice later = Invoice.of("I-2", eur("40.00"), day(2), day(2));
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(InvoiceHistory.of(sameDay), InvoiceHistory.of(later)),
            List.of(plan));
    List<Recommendation> now = BothWays.decide(EVALUATOR, policy(Unit.INVOICE), account, day(25));
    assertThat(now.get(0).verdict()).isEqualTo(Verdict.HOLD);
    assertThat(now.get(1).step()).contains("plan");
  }

  /** An invoice of 40.00 has one part of at least 30.00; the account of 120.00 has four. */
  @Test
  void onePlanForTheAccountHasThePartsOfTheWhole() {
    Recommendation now = on(30, Unit.ACCOUNT);
    assertThat(now.paymentPlans().get("I-1").instalments()).hasSize(1);
    PaymentPlan plan = now.accountPaymentPlans().get(EUR);
    assertThat(plan.amount()).isEqualTo(eur("120.00"));
    assertThat(plan.instalments()).hasSize(4);
    assertThat(EVALUATOR.explain(policy(Unit.ACCOUNT), account(), day(30)).get(0).toString())
        .containsOnlyOnce("plan: 4 parts")
        .doesNotContain("1 part on");
    assertThat(on(30, Unit.INVOICE).accountPaymentPlans()).isEmpty();
    assertThat(on(30, Unit.ACCOUNT_AND_CURRENCY).accountPaymentPlans()).hasSize(1);
  }

  @Test
  void aPlanOfTheAccountIsKeptOrBrokenAsOne() {
    PaymentPlan plan = on(30, Unit.ACCOUNT).accountPaymentPlans().get(EUR);
    LedgerEvent agreed = plan.agreed(day(32));
    LedgerEvent first = payment(day(35), eur("30.00"));
    for (Unit unit : List.of(Unit.ACCOUNT, Unit.INVOICE)) {
      for (InvoiceHistory each : THREE) {
        // whichever invoice the money is applied to
        List<InvoiceHistory> paid =
            THREE.stream().map(h -> h.equals(each) ? h.with(first) : h).toList();
        Account kept = Account.of(Customer.of("C"), paid, List.of(agreed));
        assertThat(EVALUATOR.evaluate(policy(unit), kept, day(50)).recommendations())
            .allMatch(r -> r.verdict() == Verdict.HOLD);
      }
      Account broken = account(agreed);
      assertThat(EVALUATOR.evaluate(policy(unit), broken, day(37)).recommendations())
          .allMatch(r -> r.verdict() == Verdict.HOLD);
      assertThat(EVALUATOR.evaluate(policy(unit), broken, day(38)).recommendations())
          .noneMatch(r -> r.verdict() == Verdict.HOLD);
    }
  }

  /** One account has one plan: the second of two currencies takes the place of the first. */
  @Test
  void plansOfSeveralCurrenciesAreRecordedAsOneOrOnTheInvoices() {
    InvoiceHistory euros = THREE.get(0);
    InvoiceHistory dollars = Fixtures.history("U", usd("40.00"), DUE);
    LedgerEvent inEuros = planAgreed(day(32), List.of(part(eur("40.00"))));
    LedgerEvent inDollars = planAgreed(day(32), List.of(part(usd("20.00")), later(usd("20.00"))));
    LedgerEvent half = payment(day(35), usd("20.00"));
    // one after the other: the dollars hold the euros, of which nothing was paid
    assertThat(holds(50, List.of(euros, dollars.with(half)), inEuros, inDollars))
        .containsExactly(true, true);
    // as one: it holds all, and is broken if a part in either currency is not paid
    LedgerEvent both =
        planAgreed(day(32), List.of(part(eur("40.00")), part(usd("20.00")), later(usd("20.00"))));
    LedgerEvent paid = payment(day(35), eur("40.00"));
    assertThat(holds(36, List.of(euros, dollars), both)).containsExactly(true, true);
    assertThat(holds(50, List.of(euros, dollars.with(half)), both)).containsExactly(false, false);
    assertThat(holds(50, List.of(euros.with(paid), dollars.with(half)), both))
        .containsExactly(false, true);
    // on each invoice: each is kept or broken by itself
    assertThat(holds(50, List.of(euros.with(inEuros), dollars.with(inDollars, half))))
        .containsExactly(false, true);
  }

  private static Instalment part(Money amount) {
    return new Instalment(day(40), amount);
  }

  private static Instalment later(Money amount) {
    return new Instalment(day(80), amount);
  }

  private static List<Boolean> holds(
      int pastDue, List<InvoiceHistory> invoices, LedgerEvent... events) {
    Account account = Account.of(Customer.of("C"), invoices, List.of(events));
    return BothWays.decide(EVALUATOR, policy(Unit.INVOICE), account, day(pastDue)).stream()
        .map(each -> each.verdict() == Verdict.HOLD)
        .toList();
  }

  @Test
  void oneOfferForTheAccountIsTheSumOfAll() {
    LedgerEvent planned = LedgerEvent.stepTaken(day(20), "plan", EMAIL);
    Recommendation now = on(45, Unit.ACCOUNT, planned);
    assertThat(now.settlements()).hasSize(3);
    SettlementQuote all = now.accountSettlements().get(EUR);
    assertThat(all.amount()).isEqualTo(eur("90.00"));
    assertThat(all.owed().total()).isEqualTo(eur("120.00"));
    assertThat(all.instalments()).hasSize(1);
    assertThat(all.instalments().get(0).amount()).isEqualTo(eur("90.00"));
    assertThat(all.until()).isEqualTo(now.settlements().get("I-1").until());
    assertThat(on(45, Unit.INVOICE, planned).accountSettlements()).isEmpty();
  }

  @Test
  void alternativesAreAddedUp() {
    SettlementRule rule =
        SettlementRule.lumpSum(percent("70")).orInInstalments(3, percent("10")).fromDaysPastDue(1);
    var owed = ChargeRules.NONE.accrue(THREE.get(0), day(30), CALENDAR).owed();
    SettlementQuote one = rule.offer(owed, percent("70"), day(30), CALENDAR);
    SettlementQuote two = SettlementQuote.together(List.of(one, one));
    assertThat(two.amount()).isEqualTo(eur("56.00"));
    assertThat(two.alternatives()).hasSize(1);
    assertThat(two.alternatives().get(0).amount()).isEqualTo(eur("64.00"));
    assertThat(two.alternatives().get(0).instalments()).hasSize(3);
    SettlementQuote later = rule.offer(owed, percent("70"), day(31), CALENDAR);
    assertThatThrownBy(() -> SettlementQuote.together(List.of(one, later)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("offers differ in day, validity or approval: ");
    assertThatThrownBy(() -> SettlementQuote.together(List.of()))
        .hasMessage("there is no offer to put together");
  }

  @Test
  void interestGoesOnForAllInvoicesUntilTheyArePaid() {
    ChargeRules charges = ChargeRules.of(LateInterest.fixed(percent("36.5")));
    PlanRule rule = PlanRule.monthly(3).withInterest();
    List<InvoiceHistory> alone = List.of(THREE.get(0));
    assertThat(rule.proposeForAll(alone, charges, day(30), CALENDAR))
        .isEqualTo(rule.propose(THREE.get(0), charges, day(30), CALENDAR));
    InvoiceHistory halves = Fixtures.history("A", eur("50.00"), DUE);
    InvoiceHistory whole = Fixtures.history("B", eur("100.00"), DUE);
    PaymentPlan both = rule.proposeForAll(List.of(halves, halves), charges, day(30), CALENDAR);
    PaymentPlan one = rule.propose(whole, charges, day(30), CALENDAR);
    assertThat(both.amount()).isEqualTo(one.amount());
    // what is owed in interest on the first invoice is paid before the second, so it falls slower
    assertThat(both.interest().minus(one.interest()).minorUnits()).isBetween(1L, 9L);
  }

  @Test
  void aPlanForNothingOrSeveralCurrenciesIsRefused() {
    assertThatThrownBy(() -> RULE.proposeForAll(List.of(), ChargeRules.NONE, DUE, CALENDAR))
        .hasMessage("a payment plan is for one invoice or more");
    List<InvoiceHistory> mixed = List.of(THREE.get(0), Fixtures.history("U", usd("5.00"), DUE));
    assertThatThrownBy(() -> RULE.proposeForAll(mixed, ChargeRules.NONE, DUE, CALENDAR))
        .isInstanceOf(CurrencyMismatchException.class);
  }
}
