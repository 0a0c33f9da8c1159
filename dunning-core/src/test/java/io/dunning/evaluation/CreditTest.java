package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.blockOrders;
import static io.dunning.action.DunningAction.releaseOrders;
import static io.dunning.action.DunningAction.sellClaim;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.event.LedgerEvent.stepWithdrawn;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.creditLimitUsed;
import static io.dunning.policy.Condition.overCreditLimit;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.Route;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credit limits, blocked orders, and what a customer is worth. */
class CreditTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
  private static final LocalDate DAY = DUE.plusDays(10);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  private static DunningPolicy askingIf(Condition condition) {
    return DunningPolicy.named("credit")
        .ladder(
            EscalationLadder.of(
                step("block").at(daysPastDue(3)).take(blockOrders()).onlyIf(condition),
                step("reminder").at(daysPastDue(4)).take(sendReminder(EMAIL)),
                step("release").at(daysPastDue(5)).take(releaseOrders())))
        .build();
  }

  private static boolean holds(Condition condition, Customer customer) {
    Account account =
        Account.of(
            customer,
            List.of(
                Fixtures.history("A-1", eur("600.00"), DUE),
                Fixtures.history("A-2", eur("400.00"), DUE.plusDays(25)),
                Fixtures.history("A-3", eur("500.00"), DAY.plusDays(35)),
                Fixtures.history("A-4", Money.usd("900.00"), DUE)));
    Recommendation first =
        EVALUATOR.evaluate(askingIf(condition), account, DAY).recommendations().get(0);
    return first.step().filter("block"::equals).isPresent();
  }

  /** Open and issued in euros: 1,000.00, of which 400.00 are not due; 500.00 come in five days. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1000.00, false, true,  false
          999.99,  true,  true,  true
          1250.00, false, true,  false
          1250.01, false, false, false
          0.00,    true,  true,  true
          """)
  void countsAllThatIsOpenInTheCurrencyOfTheLimit(
      String limit, boolean over, boolean most, boolean more) {
    Customer customer = Customer.of("C").withCreditLimit(eur(limit));
    assertThat(holds(overCreditLimit(), customer)).isEqualTo(over);
    assertThat(holds(creditLimitUsed(percent("80")), customer)).isEqualTo(most);
    assertThat(holds(creditLimitUsed(percent("100.0001")), customer)).isEqualTo(more);
  }

  @Test
  void holdsNeverWithoutALimit() {
    assertThat(holds(overCreditLimit(), Customer.of("C"))).isFalse();
    assertThat(holds(creditLimitUsed(percent("0.01")), Customer.of("C"))).isFalse();
    assertThatThrownBy(() -> Customer.of("C").withCreditLimit(eur("-1.00")))
        .hasMessage("credit limit is negative: -1.00 EUR");
  }

  @Test
  void looksAgainWhenTheNextInvoiceIsIssued() {
    Customer customer = Customer.of("C").withCreditLimit(eur("700.00"));
    InvoiceHistory later =
        InvoiceHistory.of(Invoice.of("A-2", eur("400.00"), DAY.plusDays(6), DAY.plusDays(40)));
    Account account =
        Account.of(customer, List.of(Fixtures.history("A-1", eur("600.00"), DUE), later));
    Recommendation now =
        EVALUATOR.evaluate(askingIf(overCreditLimit()), account, DAY).recommendations().get(0);
    assertThat(now.step()).contains("reminder");
    assertThat(now.reviewOn()).contains(DAY.plusDays(6));
  }

  @Test
  void blocksOrdersUntilTheyAreReleasedWithdrawnOrPaid() {
    DunningPolicy policy = askingIf(Condition.always());
    LocalDate on = DUE.plusDays(3);
    InvoiceHistory open = Fixtures.history("A-1", eur("600.00"), DUE);
    InvoiceHistory blocked = open.with(stepTaken(on, "block"));
    assertThat(blocks(policy, open)).isEmpty();
    assertThat(blocks(policy, blocked)).containsExactly(new OrderBlock("A-1", "block", on));
    assertThat(blocks(policy, blocked).get(0))
        .hasToString("orders blocked since 2026-03-05 by block, for A-1");
    assertThat(blocks(policy, blocked.with(stepWithdrawn(on.plusDays(1), "block")))).isEmpty();
    assertThat(blocks(policy, blocked.with(payment(DAY, eur("600.00"))))).isEmpty();
    assertThat(blocks(policy, blocked.with(payment(DAY, eur("599.00"))))).hasSize(1);
    InvoiceHistory released = blocked.with(stepTaken(DUE.plusDays(6), "release"));
    assertThat(blocks(policy, released)).isEmpty();
    assertThat(blocks(policy, released.with(stepTaken(DUE.plusDays(8), "block")))).hasSize(1);
  }

  @Test
  void onlyTheStepThatWasTakenBlocksOrdersAndNewTermsDoNotEndIt() {
    DunningPolicy policy = askingIf(Condition.always());
    InvoiceHistory open = Fixtures.history("A-1", eur("600.00"), DUE);
    Account released =
        Account.of(Customer.of("C"), List.of(open)).with(stepTaken(DUE.plusDays(6), "release"));
    assertThat(EVALUATOR.orderBlocks(policy, released, DAY)).isEmpty();
    InvoiceHistory undelivered =
        open.with(stepTaken(DUE.plusDays(3), "block"), LedgerEvent.notDelivered(DUE.plusDays(4)));
    assertThat(blocks(policy, undelivered)).hasSize(1);
    InvoiceHistory renegotiated =
        open.with(
            stepTaken(DUE.plusDays(3), "block"),
            LedgerEvent.termsRenegotiated(DUE.plusDays(4), DAY.plusDays(20)));
    assertThat(blocks(policy, renegotiated)).hasSize(1);
    Account freed =
        Account.of(Customer.of("C"), List.of(undelivered))
            .with(stepTaken(DUE.plusDays(5), "release"));
    assertThat(EVALUATOR.orderBlocks(policy, freed, DAY)).isEmpty();
  }

  @Test
  void aLaterStepOfTheAccountIsNoBlockWhateverTheLevelOfTheDocument() {
    DunningPolicy policy =
        DunningPolicy.named("highest")
            .per(AccountRules.Unit.ACCOUNT)
            .documentLevel(AccountRules.DocumentLevel.HIGHEST)
            .ladder(askingIf(Condition.always()).ladder())
            .build();
    Account open =
        Account.of(Customer.of("C"), List.of(Fixtures.history("A-1", eur("600.00"), DUE)));
    for (String later : List.of("reminder", "release")) {
      Account taken = open.with(stepTaken(DUE.plusDays(6), later));
      assertThat(EVALUATOR.orderBlocks(policy, taken, DAY)).as(later).isEmpty();
    }
    Account blocked = open.with(stepTaken(DUE.plusDays(3), "block"));
    assertThat(EVALUATOR.orderBlocks(policy, blocked, DAY)).hasSize(1);
    Account released = blocked.with(stepTaken(DUE.plusDays(6), "release"));
    assertThat(EVALUATOR.orderBlocks(policy, released, DAY)).isEmpty();
  }

  private static List<OrderBlock> blocks(DunningPolicy policy, InvoiceHistory history) {
    return EVALUATOR.orderBlocks(policy, Account.of(Customer.of("C"), List.of(history)), DAY);
  }

  @Test
  void weighsWhatTheCustomerIsWorth() {
    EndgameRule rule = EndgameRule.standard().losingCustomer(Route.AGENCY, percent("30"));
    Money owed = eur("1000.00");
    assertThat(rule.rank(owed, 3).get(0).route()).isEqualTo(Route.AGENCY);
    assertThat(rule.forCustomerWorth(eur("5000.00")).rank(owed, 3).get(0).route())
        .isEqualTo(Route.KEEP_ASKING);
    assertThat(rule.forCustomerWorth(Money.usd("5000.00")).rank(owed, 3).get(0).route())
        .isEqualTo(Route.AGENCY);
    DunningPolicy policy =
        DunningPolicy.named("weighed")
            .ladder(
                EscalationLadder.of(
                    step("agency")
                        .at(daysPastDue(1))
                        .take(io.dunning.action.DunningAction.referToAgency())
                        .onlyIf(Condition.worthMost(Route.AGENCY))))
            .endgame(rule)
            .build();
    InvoiceHistory history = Fixtures.history("A-1", owed, DUE);
    Account plain = Account.of(Customer.of("C"), List.of(history));
    Account dear = plain.owedBy(Customer.of("C").worthKeeping(eur("5000.00")));
    assertThat(EVALUATOR.evaluate(policy, plain, DAY).recommendations().get(0).step())
        .contains("agency");
    assertThat(EVALUATOR.evaluate(policy, dear, DAY).recommendations().get(0).step()).isEmpty();
    assertThatThrownBy(() -> EndgameRule.standard().losingCustomer(Route.COURT, percent("101")))
        .hasMessageContaining("odds to lose the customer are not between 0% and 100%: 101%");
    assertThatThrownBy(() -> EndgameRule.standard().goodwill(Route.COURT, eur("-0.01")))
        .hasMessage("endgame rule: goodwill of court is negative: -0.01 EUR");
    assertThatThrownBy(() -> EndgameRule.standard().forCustomerWorth(eur("-0.01")))
        .hasMessage("worth of a customer is negative: -0.01 EUR");
    // 1 percent of half a euro is half a cent
    assertThat(
            EndgameRule.standard()
                .losingCustomer(Route.AGENCY, percent("1"))
                .forCustomerWorth(eur("0.50")))
        .isEqualTo(EndgameRule.standard().goodwill(Route.AGENCY, eur("0.01")));
  }

  @Test
  void sellsAClaimOnlyOnceAPersonHasApprovedIt() {
    DunningPolicy policy =
        DunningPolicy.named("sold")
            .ladder(
                EscalationLadder.of(
                    step("sell")
                        .at(daysPastDue(1))
                        .take(sellClaim())
                        .onlyIf(Condition.worthMost(Route.SELL))))
            .endgame(EndgameRule.standard().with(EndgameRule.terms(Route.SELL, "95", "0", 0)))
            .build();
    Recommendation now =
        EVALUATOR.evaluate(policy, Fixtures.history("A-1", eur("900.00"), DUE), DAY);
    assertThat(now.verdict()).isEqualTo(Verdict.AWAIT_APPROVAL);
    assertThat(now.routes().get(0).route()).isEqualTo(Route.SELL);
  }
}
