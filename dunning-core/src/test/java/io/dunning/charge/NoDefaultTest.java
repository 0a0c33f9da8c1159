package io.dunning.charge;

import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.charge.Debts.TEN;
import static io.dunning.charge.Debts.day;
import static io.dunning.charge.Debts.owed;
import static io.dunning.charge.StatutoryInterest.Country.GERMANY;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Policies;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.ChargeRules.InRestriction;
import io.dunning.charge.LateInterest.Compounding;
import io.dunning.charge.LateInterest.RateMode;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Explanation;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Restriction;
import io.dunning.event.RestrictionEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.policy.DunningPolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing is charged while the customer is not in default, or a restriction stops charges. */
class NoDefaultTest {
  private static final ChargeRules RULES =
      ChargeRules.of(TEN).with(LateFee.flat(eur("5.00")).once());

  private static LedgerEvent failed(int after) {
    return new DeliveryEvent.DeliveryFailed(day(after), Optional.empty(), Optional.empty());
  }

  private static LedgerEvent arrived(int after) {
    return new DeliveryEvent.DeliveryConfirmed(day(after), Optional.empty(), Optional.empty());
  }

  private static LedgerEvent restricted(int after, Restriction restriction) {
    return new RestrictionEvent.Restricted(day(after), restriction, Optional.empty(), "");
  }

  private static LedgerEvent lifted(int after, Restriction restriction) {
    return new RestrictionEvent.RestrictionLifted(day(after), restriction);
  }

  private static String owedOn(ChargeRules rules, int after, LedgerEvent... events) {
    AccruedCharges found = rules.accrue(owed("365.00", events), day(after));
    return found.fees().amount() + " " + found.interest().amount();
  }

  @Test
  void anInvoiceThatDidNotArriveCostsNothing() {
    assertThat(owedOn(RULES, 20)).isEqualTo("5.00 2.00");
    assertThat(owedOn(RULES, 20, failed(12))).isEqualTo("0.00 0.00");
    assertThat(RULES.accrue(owed("365.00", failed(12)), day(20)).overdue()).isEqualTo(eur("0.00"));
    // what is not known yet changes nothing
    assertThat(owedOn(RULES, 11, failed(12))).isEqualTo("5.00 1.10");
  }

  /** The term was 14 days; it runs again from day 20. */
  @Test
  void chargesCountFromTheEndOfTheTermGivenAgain() {
    LedgerEvent[] late = {failed(12), arrived(20)};
    assertThat(owedOn(RULES, 34, late)).isEqualTo("0.00 0.00");
    assertThat(owedOn(RULES, 35, late)).isEqualTo("5.00 0.10");
    assertThat(owedOn(RULES, 44, late)).isEqualTo("5.00 1.00");
    assertThat(RULES.accrue(owed("365.00", late), day(44)).lines().get(0).from())
        .isEqualTo(day(35));
  }

  @Test
  void feesOfPeriodsCountFromThereToo() {
    ChargeRules rules = ChargeRules.of(LateFee.flat(eur("5.00")).every(calendarDays(10)));
    LedgerEvent[] late = {failed(12), arrived(20)};
    assertThat(owedOn(rules, 43, late)).isEqualTo("0.00 0.00");
    assertThat(owedOn(rules, 44, late)).isEqualTo("5.00 0.00");
    assertThat(owedOn(rules, 44, failed(12))).isEqualTo("0.00 0.00");
  }

  @Test
  void whatWasToldBeforeIsNotToldAgain() {
    LedgerEvent told = LedgerEvent.chargeAssessed(day(10), Charge.INTEREST, eur("1.00"));
    LedgerEvent[] late = {told, failed(12), arrived(20)};
    AccruedCharges found = ChargeRules.of(TEN).accrue(owed("365.00", late), day(44));
    assertThat(found.interest()).isEqualTo(eur("1.00"));
    assertThat(found.interestToAssess()).isEqualTo(eur("0.00"));
  }

  @Test
  void theExplanationOfAnInvoiceThatIsNotOverdueNamesNoCharges() {
    DunningPolicy policy =
        Policies.draft().lateInterest(StatutoryInterest.of(GERMANY).businessToBusiness()).build();
    Explanation why =
        DunningEvaluator.on(BusinessCalendar.weekends())
            .explain(policy, owed("1000.00", failed(12), arrived(20)), day(30));
    assertThat(why.toString()).contains("not overdue: due on 2026-03-06");
    assertThat(why.recommendation().owed())
        .hasToString("[1000.00 EUR, fees 0.00 EUR, interest 0.00 EUR: 1000.00 EUR]");
  }

  @Test
  void sayingWhatIsUsualChangesNothing() {
    assertThat(RULES.whileRestricted(Restriction.INSOLVENCY, InRestriction.RUN_ON))
        .isEqualTo(RULES);
    assertThat(
            RULES
                .whileRestricted(Restriction.BREATHING_SPACE, InRestriction.WAIVE)
                .whileRestricted(Restriction.BREATHING_SPACE, InRestriction.PAUSE))
        .isEqualTo(RULES);
  }

  @Test
  void aBreathingSpaceStopsTheClockOfCharges() {
    LedgerEvent[] space = {
      restricted(6, Restriction.BREATHING_SPACE), lifted(16, Restriction.BREATHING_SPACE)
    };
    assertThat(owedOn(RULES, 5, space)).isEqualTo("5.00 0.50");
    assertThat(owedOn(RULES, 15, space)).isEqualTo("5.00 0.50");
    assertThat(owedOn(RULES, 16, space)).isEqualTo("5.00 0.60");
    ChargeRules running = RULES.whileRestricted(Restriction.BREATHING_SPACE, InRestriction.RUN_ON);
    assertThat(owedOn(running, 15, space)).isEqualTo("5.00 1.50");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BREATHING_SPACE")
  void chargesRunOnInOtherRestrictionsUnlessTheRulesSayOtherwise(Restriction restriction) {
    LedgerEvent[] events = {restricted(6, restriction), lifted(16, restriction)};
    assertThat(owedOn(RULES, 20, events)).isEqualTo("5.00 2.00");
    ChargeRules paused = RULES.whileRestricted(restriction, InRestriction.PAUSE);
    assertThat(owedOn(paused, 20, events)).isEqualTo("5.00 1.00");
    ChargeRules waived = RULES.whileRestricted(restriction, InRestriction.WAIVE);
    assertThat(owedOn(waived, 15, events)).isEqualTo("0.00 0.00");
    assertThat(owedOn(waived, 20, events)).isEqualTo("0.00 0.50");
    assertThat(waived.toString()).endsWith("; waived while " + restriction);
  }

  @Test
  void aFeeThatWouldAriseInTheMeantimeArisesAfterwards() {
    LedgerEvent space =
        new RestrictionEvent.Restricted(
            day(-2), Restriction.BREATHING_SPACE, Optional.of(day(8)), "");
    assertThat(owedOn(RULES, 8, space)).isEqualTo("0.00 0.00");
    assertThat(owedOn(RULES, 9, space)).isEqualTo("5.00 0.10");
    ChargeRules periodic = ChargeRules.of(LateFee.flat(eur("5.00")).every(calendarDays(5)));
    assertThat(owedOn(periodic, 10, space)).isEqualTo("5.00 0.00");
  }

  @Test
  void interestOnInterestPausesToo() {
    ChargeRules rules =
        ChargeRules.of(
            LateInterest.fixed(percent("10"))
                .compounding(Compounding.EVERY_30_DAYS, RateMode.FLOATING));
    LedgerEvent[] space = {
      restricted(61, Restriction.BREATHING_SPACE), lifted(91, Restriction.BREATHING_SPACE)
    };
    assertThat(owedOn(rules, 90, space)).isEqualTo(owedOn(rules, 60));
  }

  @Test
  void theRestrictionOfAnAccountStopsTheChargesOfItsInvoices() {
    DunningPolicy policy = Policies.draft().charges(RULES).build();
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(owed("365.00")),
            List.of(restricted(6, Restriction.BREATHING_SPACE)));
    DunningEvaluator evaluator = DunningEvaluator.on(BusinessCalendar.weekends());
    assertThat(
            evaluator
                .evaluate(policy, account, day(20))
                .recommendations()
                .get(0)
                .lines()
                .get(0)
                .owed())
        .hasToString("365.00 EUR, fees 5.00 EUR, interest 0.50 EUR: 370.50 EUR");
    assertThat(account.withRestrictions(account.invoices().get(0)).events()).hasSize(1);
  }
}
