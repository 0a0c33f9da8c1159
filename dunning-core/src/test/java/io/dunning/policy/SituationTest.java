package io.dunning.policy;

import static io.dunning.event.LedgerEvent.restricted;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.policy.Facts.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.dunning.event.ContactEvent.CustomerReplied;
import io.dunning.event.MoneyEvent;
import io.dunning.event.Restriction;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Percentage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each question that a test of the user's own can ask. */
class SituationTest {
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");

  private final Facts facts = new Facts();
  private final Situation situation = new Situation(facts);

  @Test
  void saysWhoOwesAndOnWhichDay() {
    assertThat(situation.asOf()).isEqualTo(day(10));
    assertThat(situation.issued()).isEqualTo(Facts.ISSUED);
    assertThat(situation.daysPastDue()).isEqualTo(10);
    assertThat(situation.customer()).isEqualTo(Customer.of("C"));
    assertThat(situation).hasToString("2026-02-24, customer C");
  }

  @Test
  void saysHowMuchIsOwedInEachCurrency() {
    facts.open = 5_000;
    facts.overdue = 3_000;
    facts.count = 2;
    assertThat(situation.open(EUR)).isEqualTo(eur("50.00"));
    assertThat(situation.overdue(EUR)).isEqualTo(eur("30.00"));
    assertThat(situation.open(CurrencyUnit.of("USD"))).isEqualTo(usd("0.00"));
    assertThat(situation.overdue(CurrencyUnit.of("USD"))).isEqualTo(usd("0.00"));
    assertThat(situation.overdueInvoices()).isEqualTo(2);
  }

  @Test
  void saysWhetherTheDebtIsDisputed() {
    assertThat(situation.disputed()).isFalse();
    facts.disputed = true;
    assertThat(situation.disputed()).isTrue();
  }

  @Test
  void knowsPromisesAndPlansThroughTheirLastDay() {
    assertThat(situation.promised()).isFalse();
    assertThat(situation.inPaymentPlan()).isFalse();
    facts.promisedThrough = facts.day;
    assertThat(situation.promised()).isTrue();
    assertThat(situation.inPaymentPlan()).isFalse();
    facts.planThrough = facts.day;
    assertThat(situation.inPaymentPlan()).isTrue();
    facts.promisedThrough = facts.planThrough = facts.day - 1;
    assertThat(situation.promised()).isFalse();
    assertThat(situation.inPaymentPlan()).isFalse();
    facts.broken = 3;
    assertThat(situation.brokenPromises()).isEqualTo(3);
  }

  @Test
  void knowsRestrictionsOfInvoiceAndAccount() {
    assertThat(situation.restricted(Restriction.INSOLVENCY)).isFalse();
    facts.ofAccount(restricted(day(1), Restriction.INSOLVENCY));
    assertThat(situation.restricted(Restriction.INSOLVENCY)).isTrue();
    assertThat(situation.restricted(Restriction.DECEASED)).isFalse();
  }

  @Test
  void saysHowTheCustomerPays() {
    assertThat(situation.profile().settled()).isZero();
    Percentage unknown = situation.risk();
    facts.history =
        List.of(
            InvoiceHistory.of(Invoice.of("A", eur("10.00"), Facts.ISSUED, Facts.DUE))
                .with(new MoneyEvent.Payment(day(4), eur("10.00"))));
    assertThat(situation.profile().settled()).isEqualTo(1);
    assertThat(situation.risk()).isEqualTo(facts.risk()).isNotEqualTo(unknown);
  }

  @Test
  void givesTheDaysOfStepsWithoutStandIns() {
    assertThat(situation.stepTaken("demand")).isEmpty();
    assertThat(situation.lastStep()).isEmpty();
    facts.takenOn(3).lastStepOn(4);
    assertThat(situation.stepTaken("demand")).contains(day(3));
    assertThat(situation.stepTaken("other")).isEmpty();
    assertThat(situation.lastStep()).contains(day(4));
    assertThatNullPointerException()
        .isThrownBy(() -> situation.stepTaken(null))
        .withMessage("name");
  }

  @Test
  void givesTheDayOfTheLatestReply() {
    assertThat(situation.lastReply()).isEmpty();
    facts.of(new CustomerReplied(day(2), "soon"));
    assertThat(situation.lastReply()).contains(day(2));
    facts.ofAccount(new CustomerReplied(day(3), "soon"));
    assertThat(situation.lastReply()).contains(day(3));
    facts.of(restricted(day(4), Restriction.DECEASED)).ofAccount();
    assertThat(situation.lastReply()).isEmpty();
  }

  @Test
  void isWhatATestOfTheUsersOwnIsHanded() {
    Condition quiet =
        Condition.described(
            "silent for a week since the demand",
            s ->
                s.stepTaken("demand").filter(d -> d.isBefore(s.asOf().minusDays(6))).isPresent()
                    && s.lastReply().isEmpty());
    assertThat(quiet.holds(new Facts())).isFalse();
    assertThat(quiet.holds(new Facts().takenOn(4))).isFalse();
    assertThat(quiet.holds(new Facts().takenOn(3))).isTrue();
    assertThat(quiet.holds(new Facts().takenOn(3).of(new CustomerReplied(day(2), "")))).isFalse();
  }
}
