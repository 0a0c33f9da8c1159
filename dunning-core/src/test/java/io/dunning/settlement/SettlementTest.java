package io.dunning.settlement;

import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Table;
import io.dunning.action.Performer;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.charge.AccruedCharges.Owed;
import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateInterest;
import io.dunning.event.AgreementEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.PlanOutcome;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.terms.Instalment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Offers, plans and routes, with their numbers. */
class SettlementTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 8);
  private static final BusinessCalendar CALENDAR = BusinessCalendar.weekends();

  private static Owed owed(String principal, String fees, String interest) {
    return new Owed(eur(principal), eur(fees), eur(interest));
  }

  private static Optional<SettlementQuote> quote(SettlementRule rule, String amount, int age) {
    return rule.quote(owed(amount, "0.00", "0.00"), age, DAY, CALENDAR);
  }

  private static final SettlementRule TIERS =
      SettlementRule.lumpSum(percent("80")).fromDaysPastDue(60).laterShare(percent("65"), 101);

  @ParameterizedTest
  @CsvSource({
    "59,",
    // each tier begins on its day, and no age lies between two
    "60, 6400.00",
    "100, 6400.00",
    "101, 5200.00",
    "900, 5200.00"
  })
  void theShareGoesByAge(int age, String expected) {
    assertThat(quote(TIERS, "8000.00", age).map(SettlementQuote::amount))
        .isEqualTo(Optional.ofNullable(expected).map(Money::eur));
  }

  /** The examples of other systems' documentation. */
  @Test
  void answersTheExamplesOfOthers() {
    Map<String, Table.Row> rows =
        Table.rows("peers/settlement_offers.csv")
            .collect(Collectors.toMap(r -> r.get("case_id"), Function.identity()));
    assertThat(rows).containsOnlyKeys("FV-3", "FV-edge", "PM-1", "C2C-1");
    // Finvi: beyond 100 days 65 %
    assertThat(rows.get("FV-3").get("expected")).startsWith("65%");
    assertThat(quote(TIERS, "8000.00", 150).orElseThrow().amount()).isEqualTo(eur("5200.00"));
    // at exactly 100 days, and at exactly 5,000, it does not say; tiers without a hole do
    assertThat(rows.get("FV-edge").get("expected")).startsWith("UNDEFINED");
    assertThat(quote(TIERS, "5000.00", 100).orElseThrow().amount()).isEqualTo(eur("4000.00"));
    // Paymely: 75 % if paid before the 15th, void after
    SettlementRule before15th = SettlementRule.lumpSum(percent("75")).validThroughDay(14);
    SettlementQuote paymely = quote(before15th, "2000.00", 30).orElseThrow();
    assertThat(rows.get("PM-1").get("expected")).startsWith("1500");
    assertThat(paymely.amount()).isEqualTo(eur("1500.00"));
    assertThat(paymely.until()).isEqualTo(LocalDate.of(2026, 6, 14));
    assertThat(
            before15th
                .quote(owed("9.00", "0.00", "0.00"), 3, LocalDate.of(2026, 6, 15), CALENDAR)
                .orElseThrow()
                .until())
        .isEqualTo(LocalDate.of(2026, 7, 14));
    // concepts2code: 500 in parts of at least 100 are five monthly payments from today on
    PaymentPlan plan =
        PlanRule.monthly(24).ofAtLeast(eur("100.00")).firstAfter(0).propose(eur("500.00"), DAY);
    assertThat(rows.get("C2C-1").get("expected"))
        .isEqualTo("5 monthly payments of 100 starting today");
    assertThat(plan.instalments()).hasSize(5).allMatch(i -> i.amount().equals(eur("100.00")));
    assertThat(plan.instalments().get(0).due()).isEqualTo(DAY);
    assertThat(plan.instalments().get(4).due()).isEqualTo(DAY.plusMonths(4));
  }

  @Test
  void boundsOfTheAmountAreIncluded() {
    SettlementRule rule =
        SettlementRule.lumpSum(percent("70")).from(eur("100.00")).upTo(eur("500.00"));
    assertThat(quote(rule, "99.99", 5)).isEmpty();
    assertThat(quote(rule, "100.00", 5)).isPresent();
    assertThat(quote(rule, "500.00", 5)).isPresent();
    assertThat(quote(rule, "500.01", 5)).isEmpty();
    // a currency without bounds has none
    assertThat(rule.isForAmount(usd("1.00"))).isTrue();
  }

  @Test
  void chargesAreGivenUpBeforePrincipal() {
    SettlementRule rule = SettlementRule.lumpSum(percent("90"));
    SettlementQuote small =
        rule.quote(owed("1000.00", "40.00", "160.00"), 9, DAY, CALENDAR).orElseThrow();
    assertThat(small.amount()).isEqualTo(eur("1080.00"));
    assertThat(small.chargesWaived()).isEqualTo(eur("120.00"));
    assertThat(small.principalWaived()).isEqualTo(eur("0.00"));
    SettlementQuote large =
        SettlementRule.lumpSum(percent("70"))
            .quote(owed("1000.00", "40.00", "160.00"), 9, DAY, CALENDAR)
            .orElseThrow();
    assertThat(large.chargesWaived()).isEqualTo(eur("200.00"));
    assertThat(large.principalWaived()).isEqualTo(eur("160.00"));
    assertThat(large)
        .hasToString(
            "840.00 EUR settle 1200.00 EUR until 2026-06-22, 360.00 EUR saved (200.00 EUR of"
                + " charges, 160.00 EUR of principal)");
  }

  @Test
  void counterOffersAreTakenDownToTheFloorAndAskedAboutBelowTheAuthority() {
    SettlementRule rule =
        SettlementRule.lumpSum(percent("70"))
            .floor(percent("50"))
            .approvalBelow(percent("60"), "head of credit");
    SettlementQuote quote = quote(rule, "1000.00", 5).orElseThrow();
    assertThat(quote.approvalBy()).isEmpty();
    assertThat(quote.answer(eur("600.00"))).isEqualTo(SettlementQuote.Answer.ACCEPT);
    assertThat(quote.answer(eur("599.99"))).isEqualTo(SettlementQuote.Answer.ASK);
    assertThat(quote.answer(eur("500.00"))).isEqualTo(SettlementQuote.Answer.ASK);
    assertThat(quote.answer(eur("499.99"))).isEqualTo(SettlementQuote.Answer.REFUSE);
    SettlementRule deep =
        SettlementRule.lumpSum(percent("55")).approvalBelow(percent("60"), "head of credit");
    assertThat(quote(deep, "1000.00", 5).orElseThrow().toString())
        .endsWith(", once approved by head of credit");
  }

  @Test
  void instalmentsOfAnOfferAddUp() {
    SettlementQuote quote =
        quote(SettlementRule.lumpSum(percent("100")).inInstalments(3), "100.00", 5).orElseThrow();
    assertThat(quote.instalments())
        .hasToString(
            "[33.33 EUR due 2026-06-22, 33.33 EUR due 2026-07-22, 33.34 EUR due 2026-08-22]");
    assertThat(quote.accepted(DAY))
        .isEqualTo(new AgreementEvent.PlanAgreed(DAY, quote.instalments(), true));
    assertThat(quote.event())
        .isEqualTo(new AgreementEvent.SettlementOffered(DAY, eur("100.00"), DAY.plusDays(14)));
  }

  @Test
  void aRuleSaysAllThatIsWrong() {
    assertThatThrownBy(() -> SettlementRule.lumpSum(percent("50")).laterShare(percent("120"), 0))
        .hasMessage(
            "settlement rule: share is not above 0% and up to 100%: 120%; tier does not start later"
                + " than the one before it: 120% from 0 days past due");
    assertThatThrownBy(() -> SettlementRule.lumpSum(percent("50")).floor(percent("51")))
        .hasMessage("settlement rule: floor of 51% is above the offer of 50%");
    assertThatThrownBy(() -> SettlementRule.lumpSum(percent("50")).validThroughDay(32))
        .hasMessage("settlement rule: day of the month is not between 1 and 31: 32");
    assertThatThrownBy(() -> PlanRule.monthly(0).risingBy(-1))
        .hasMessageContaining("number of instalments is not between 1 and 600: 0");
    assertThatThrownBy(
            () -> EndgameRule.standard().with(EndgameRule.terms(Route.SETTLE, "1", "0", 0)))
        .hasMessage("endgame rule: cannot have terms of its own: settle");
    assertThatThrownBy(() -> EndgameRule.terms(Route.COURT, "1", "101", 0))
        .hasMessage("months, costs or shares are negative, or the fee is above 100%: court");
  }

  @Test
  void partsArePlannedToTheCentAndTheResidueIsStated() {
    PaymentPlan plan = PlanRule.monthly(3).firstAfter(0).propose(eur("100.00"), DAY);
    assertThat(plan)
        .hasToString(
            "3 parts from 2026-06-08 to 2026-08-08: 33.33, 33.33, 33.34 EUR, residue 0.01 EUR in"
                + " the last");
    PaymentPlan stepped =
        PlanRule.monthly(4).risingBy(50).every(Period.ofDays(14)).propose(eur("700.00"), DAY);
    assertThat(stepped.instalments())
        .hasToString(
            "[100.00 EUR due 2026-06-15, 150.00 EUR due 2026-06-29, 200.00 EUR due 2026-07-13,"
                + " 250.00 EUR due 2026-07-27]");
    // too small for its parts: one
    assertThat(PlanRule.monthly(9).ofAtLeast(eur("80.00")).propose(eur("60.00"), DAY).instalments())
        .containsExactly(new Instalment(DAY.plusDays(7), eur("60.00")));
    assertThat(PlanRule.monthly(9).propose(eur("0.00"), DAY))
        .hasToString("nothing to pay in parts");
  }

  @Test
  void interestGoesOnDuringThePlanOrIsWaived() {
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("I", eur("3650.00"), DAY.minusDays(130), DAY.minusDays(100)));
    ChargeRules charges =
        ChargeRules.of(LateInterest.fixed(percent("10")))
            .paying(AllocationOrder.COSTS_INTEREST_PRINCIPAL);
    PlanRule rule = PlanRule.monthly(2).firstAfter(0);
    PaymentPlan waived = rule.propose(history, charges, DAY, CALENDAR);
    assertThat(waived.amount()).isEqualTo(eur("3750.00"));
    assertThat(waived.interest().isZero()).isTrue();
    // 1,875 are paid today: 100 of interest, 1,775 of principal; 1,875 stay for 30 days
    PaymentPlan going = rule.withInterest().propose(history, charges, DAY, CALENDAR);
    assertThat(going.interest()).isEqualTo(eur("15.41"));
    assertThat(going.instalments().get(1).amount()).isEqualTo(eur("1890.41"));
    assertThat(going.toString()).contains(", of it 15.41 EUR of interest");
  }

  static Stream<Table.Row> breakEvens() {
    return Table.rows("vectors/settlement_breakeven.csv");
  }

  @ParameterizedTest
  @MethodSource("breakEvens")
  void theBreakEvenOfATableComesOut(Table.Row row) {
    Percentage odds =
        percent(new BigDecimal(row.get("p_recover")).movePointRight(2).toPlainString());
    Percentage fee =
        percent(new BigDecimal(row.get("contingency")).movePointRight(2).toPlainString());
    Percentage rate =
        percent(new BigDecimal(row.get("annual_discount_rate")).movePointRight(2).toPlainString());
    RecoveryEstimate estimate =
        RecoveryEstimate.of(
            Route.AGENCY,
            eur(row.get("amount")),
            odds,
            fee,
            eur(row.get("fixed_cost")),
            Integer.parseInt(row.get("months_to_cash")),
            rate);
    assertThat(estimate.expected()).isEqualTo(eur(row.get("expected_net")));
    assertThat(estimate.breakEven()).isEqualTo(eur(row.get("breakeven_amount")));
    assertThat(estimate.breakEvenShare()).isEqualTo(percent(row.get("breakeven_pct")));
    EndgameRule rule =
        EndgameRule.of(
                EndgameRule.terms(
                    Route.AGENCY,
                    odds.value().toPlainString(),
                    fee.value().toPlainString(),
                    Integer.parseInt(row.get("months_to_cash")),
                    eur(row.get("fixed_cost"))))
            .curve(RecoveryCurve.of("certain").with(0, "100"))
            .rate(rate);
    Route best = rule.rank(eur(row.get("amount")), 0).get(0).route();
    assertThat(best == Route.AGENCY ? "pursue" : "write off / stop").isEqualTo(row.get("action"));
  }

  @Test
  void waitingForMoneyCostsInterest() {
    Table.Row row = Table.rows("vectors/carrying_cost.csv").findFirst().orElseThrow();
    assertThat(
            RecoveryEstimate.carryingCost(
                eur(row.get("amount")), percent("8"), Integer.parseInt(row.get("days"))))
        .isEqualTo(eur(row.get("cost")));
  }

  /** The default curve is a row of the table, and says that it is a survey. */
  @Test
  void theSurveyIsWhatItsSourcePrints() {
    Map<Integer, String> printed =
        Table.rows("vectors/recovery_by_age.csv")
            .filter(r -> r.get("series").equals("Commercial Collection Agencies of America"))
            .collect(
                Collectors.toMap(
                    r -> Integer.parseInt(r.get("months_overdue")), r -> r.get("pct_collectable")));
    assertThat(printed).hasSize(5);
    printed.forEach(
        (months, share) -> assertThat(RecoveryCurve.SURVEY.at(months)).isEqualTo(percent(share)));
    assertThat(RecoveryCurve.SURVEY.source()).startsWith("survey");
    assertThat(RecoveryCurve.SURVEY.at(4)).isEqualTo(percent("63.03"));
    assertThat(RecoveryCurve.SURVEY.at(99)).isEqualTo(percent("9"));
    assertThat(RecoveryCurve.of("none").at(3)).isEqualTo(percent("0"));
    assertThat(RecoveryCurve.of("later").with(3, "50").at(1)).isEqualTo(percent("50"));
    assertThatThrownBy(() -> RecoveryCurve.SURVEY.with(3, "101"))
        .hasMessage("share is not between 0% and 100%: 101%");
    for (String share : List.of("150", "-0.01")) {
      assertThatThrownBy(() -> new RecoveryCurve("own", new TreeMap<>(Map.of(10, percent(share)))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("share is not between 0% and 100%: " + share + "%");
    }
  }

  /** The textbook's question: 20,000 are open for 120 days; is an offer of 5,000 to be taken? */
  @Test
  void anOfferIsWorthTakingOnlyAboveTheBestOtherRoute() {
    EndgameRule rule = EndgameRule.standard();
    List<RecoveryEstimate> ranked = rule.rank(eur("20000.00"), 3, eur("5000.00"));
    assertThat(ranked)
        .extracting(RecoveryEstimate::route)
        .containsExactly(Route.AGENCY, Route.SETTLE, Route.KEEP_ASKING, Route.WRITE_OFF);
    assertThat(ranked.get(0))
        .hasToString("agency 9854.04 EUR: 68.9% of 20000.00 EUR less 25% after 6 months at 10%");
    assertThat(rule.rank(eur("20000.00"), 3, eur("9855.00")).get(0).route())
        .isEqualTo(Route.SETTLE);
  }

  @Test
  void goodwillCanTurnTheRanking() {
    EndgameRule rule = EndgameRule.standard();
    assertThat(rule.rank(eur("1000.00"), 3).get(0).route()).isEqualTo(Route.AGENCY);
    EndgameRule dear = rule.goodwill(Route.AGENCY, eur("200.00"));
    assertThat(dear.rank(eur("1000.00"), 3).get(0).route()).isEqualTo(Route.KEEP_ASKING);
    assertThat(dear.rank(usd("1000.00"), 3).get(0).route()).isEqualTo(Route.AGENCY);
    assertThat(rule.rank(eur("0.00"), 3)).isEmpty();
  }

  @Test
  void rulesReadInTheTradesWords() {
    assertThat(
            TIERS
                .floor(percent("50"))
                .approvalBelow(percent("60"), "head of credit")
                .validFor(Days.calendarDays(10))
                .inInstalments(2))
        .hasToString(
            "settle for 80% from 60 days past due, 65% from 101 days past due, floor 50%, below 60%"
                + " approved by head of credit, valid for 10 days, in 2 instalments, not again"
                + " within 90 days");
    assertThat(PlanRule.monthly(6).ofAtLeast(eur("50.00")).withInterest())
        .hasToString("up to 6 parts of at least 50.00 EUR every month, interest goes on");
    assertThat(EndgameRule.standard().goodwill(Route.COURT, eur("9.00")).approval(Route.COURT))
        .hasToString(
            "routes keep asking 50% of the curve, 6 months; agency 100% of the curve, less 25%, 6"
                + " months; money at 10%; settlements accepted at 50%; goodwill court [9.00 EUR];"
                + " approval [court]; curve 100% at 0, 68.9% at 3, 51.3% at 6, 21% at 12, 9% at 24"
                + " months (survey, Commercial Collection Agencies of America, as published by"
                + " cstworldwide.com)");
  }

  @Test
  void aPlanKnowsNothingFromAfterItsDay() {
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("I", eur("300.00"), DAY.minusDays(60), DAY.minusDays(30)))
            .with(new MoneyEvent.Payment(DAY.plusDays(1), eur("300.00")));
    PaymentPlan plan = PlanRule.monthly(3).propose(history, ChargeRules.NONE, DAY, CALENDAR);
    assertThat(plan.amount()).isEqualTo(eur("300.00"));
    assertThat(plan.agreed(DAY)).isEqualTo(new AgreementEvent.PlanAgreed(DAY, plan.instalments()));
  }

  /** Proposed by the defaults, agreed and paid the next day, or paid before it was agreed. */
  @ParameterizedTest
  @CsvSource({"1, 1, 2", "1, 2, 1", "7, 3, 7", "0, 0, 8"})
  void aPlanThatIsKeptIsKept(int paidOn, int paidAgain, int agreedOn) {
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("I", eur("300.00"), DAY.minusDays(60), DAY.minusDays(30)));
    PaymentPlan plan = PlanRule.monthly(3).propose(history, ChargeRules.NONE, DAY, CALENDAR);
    assertThat(plan.instalments().get(0).due()).isEqualTo(DAY.plusDays(7));
    InvoiceHistory agreed =
        history.with(
            LedgerEvent.payment(DAY.plusDays(paidOn), eur("50.00")),
            LedgerEvent.payment(DAY.plusDays(paidAgain), eur("50.00")),
            plan.agreed(DAY.plusDays(agreedOn)));
    PlanOutcome outcome =
        agreed.plans(DAY.plusDays(20), Days.NONE, BusinessCalendar.everyDay()).get(0);
    // what was paid on the day of the proposal had been counted when it was worked out
    assertThat(outcome.state())
        .isEqualTo(paidOn == 0 ? PlanOutcome.State.BROKEN : PlanOutcome.State.RUNNING);
    assertThat(outcome.open().orElseThrow().due())
        .isEqualTo(paidOn == 0 ? DAY.plusDays(7) : DAY.plusDays(7).plusMonths(1));
  }

  @Test
  void aPlanIsNotAgreedBeforeItIsProposed() {
    PaymentPlan plan = PlanRule.monthly(3).propose(eur("90.00"), DAY);
    assertThatThrownBy(() -> plan.agreed(DAY.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("payment plan was agreed before it was proposed: 2026-06-07, 2026-06-08");
  }

  @Test
  void theLeastPartIsReachedExactly() {
    PlanRule rule = PlanRule.monthly(12).ofAtLeast(eur("100.00"));
    assertThat(rule.propose(eur("400.00"), DAY).instalments()).hasSize(4);
    assertThat(rule.propose(eur("399.99"), DAY).instalments()).hasSize(3);
    // 100, 150 and 200 of 450; of 449.99 the first of three would be less
    PlanRule rising = rule.risingBy(50);
    assertThat(rising.propose(eur("450.00"), DAY).instalments()).hasSize(3);
    assertThat(rising.propose(eur("449.99"), DAY).instalments()).hasSize(2);
  }

  @Test
  void anOfferNamesOtherWaysToAcceptIt() {
    SettlementRule rule =
        SettlementRule.lumpSum(percent("70"))
            .orInInstalments(3, percent("5"))
            .orInInstalments(12, percent("40"));
    assertThat(rule.toString())
        .contains("or in 3 instalments for 5% more, or in 12 instalments for 40% more");
    SettlementQuote quote = quote(rule, "1000.00", 5).orElseThrow();
    // never more than the whole debt
    assertThat(quote.alternatives())
        .extracting(Object::toString)
        .containsExactly("750.00 EUR in 3 instalments", "1000.00 EUR in 12 instalments");
    assertThat(quote.toString())
        .contains("or 750.00 EUR in 3 instalments, or 1000.00 EUR in 12 instalments");
    SettlementQuote.Alternative longer = quote.alternatives().get(0);
    assertThat(longer.instalments().get(0).due()).isEqualTo(quote.until());
    assertThat(quote.accepted(DAY.plusDays(3), longer))
        .isEqualTo(new AgreementEvent.PlanAgreed(DAY.plusDays(3), longer.instalments(), true, DAY));
    assertThatThrownBy(() -> quote(TIERS, "8000.00", 150).orElseThrow().accepted(DAY, longer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a way to accept this offer: 750.00 EUR in 3 instalments");
    // what is recorded as offered is the least that settles the debt
    assertThat(quote.event().amount()).isEqualTo(eur("700.00"));
    assertThatThrownBy(() -> rule.orInInstalments(0, percent("5")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alternative does not have 1 to 1200 instalments, or asks for less: 0, 5%");
    assertThatThrownBy(() -> rule.orInInstalments(3, percent("-1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alternative does not have 1 to 1200 instalments, or asks for less: 3, -1%");
  }

  @Test
  void whatIsPaidAfterTheOfferCountsForTheSettlement() {
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("I", eur("100.00"), DAY.minusDays(60), DAY.minusDays(30)));
    SettlementQuote quote =
        quote(SettlementRule.lumpSum(percent("70")), "100.00", 30).orElseThrow();
    InvoiceHistory paid =
        history.with(
            LedgerEvent.payment(DAY.plusDays(2), eur("70.00")), quote.accepted(DAY.plusDays(4)));
    assertThat(paid.plans(DAY.plusDays(60), Days.NONE, CALENDAR).get(0).state())
        .isEqualTo(PlanOutcome.State.KEPT);
  }

  @Test
  void quotesAndRulesAreSentElsewhereAndStayEqual() throws Exception {
    SettlementRule rule =
        SettlementRule.lumpSum(percent("55"))
            .approvalBelow(percent("60"), "the boss")
            .from(eur("10.00"))
            .fromRisk(percent("20"))
            .validThroughDay(9)
            .notAgainWithin(7);
    assertThat(rule)
        .hasToString(
            "settle for 55% from 0 days past due, from 10.00 EUR, risk at least 20%, below 60%"
                + " approved by the boss, valid through day 9 of the month, not again within 7 days");
    for (Object each :
        List.of(
            rule,
            quote(rule, "100.00", 5).orElseThrow(),
            quote(rule.orInInstalments(3, percent("5")), "100.00", 5).orElseThrow(),
            EndgameRule.standard().acceptance(percent("30")),
            PlanRule.monthly(3))) {
      var bytes = new java.io.ByteArrayOutputStream();
      try (var out = new java.io.ObjectOutputStream(bytes)) {
        out.writeObject(each);
      }
      try (var in =
          new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray()))) {
        assertThat(in.readObject()).isEqualTo(each);
      }
    }
  }

  @Test
  void discountingIsExact() {
    // a year at ten percent is a division by 1.1, a month its twelfth root
    assertThat(
            RecoveryEstimate.discount(percent("10"), 12)
                .subtract(new BigDecimal("0.9090909090909090909090909090909091"))
                .abs())
        .isLessThan(new BigDecimal("1e-33"));
    BigDecimal month = RecoveryEstimate.discount(percent("10"), 1);
    assertThat(month.pow(12).subtract(RecoveryEstimate.discount(percent("10"), 12)).abs())
        .isLessThan(new BigDecimal("1e-33"));
    assertThat(RecoveryEstimate.discount(percent("0"), 7)).isEqualByComparingTo("1");
  }

  @Test
  void theRouteOfAgenciesCanTakeTheCommissionOfAnAgency() {
    Performer kern = Performer.agency("Kern").forCommission(percent("18"));
    EndgameRule rule =
        EndgameRule.standard()
            .with(EndgameRule.terms(Route.AGENCY, "90", "25", 4, eur("35.00")))
            .through(kern);
    assertThat(rule.routes())
        .contains(EndgameRule.terms(Route.AGENCY, "90", "18", 4, eur("35.00")))
        .hasSize(2);
    assertThatThrownBy(() -> rule.through(Performer.agency("Kern")))
        .hasMessage("not an agency with a commission: agency Kern");
    assertThatThrownBy(() -> rule.through(Performer.SALES.forCommission(percent("1"))))
        .hasMessage("not an agency with a commission: sales for 1%");
    assertThatThrownBy(
            () -> EndgameRule.of(EndgameRule.terms(Route.COURT, "90", "0", 9)).through(kern))
        .hasMessageStartingWith("the rule has no route of agencies: routes court");
  }
}
