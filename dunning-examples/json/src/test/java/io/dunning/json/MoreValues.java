package io.dunning.json;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;

import io.dunning.aging.AgingBasis;
import io.dunning.aging.AgingLine;
import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.behaviour.PaymentProfile;
import io.dunning.behaviour.Scorecard;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.AccruedCharges;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.charge.ReferenceRates;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Explanation;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.portfolio.CollectionMetrics;
import io.dunning.portfolio.ProvisionMatrix;
import io.dunning.portfolio.ProvisionMatrix.LossRate;
import io.dunning.portfolio.RollRates;
import io.dunning.scenario.Timeline;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.util.List;

/** Makers of what the library answers, from a play about one customer. */
final class MoreValues {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");

  static final ChargeRules CHARGES =
      ChargeRules.of(LateInterest.fixed(percent("11.27")))
          .with(LateFee.flat(Money.eur("40.00")).oncePerInstalment());

  static final DunningPolicy POLICY =
      DunningPolicy.named("standard-b2b")
          .version("2026-01")
          .ladder(
              EscalationLadder.of(
                  step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                  step("notice")
                      .at(daysPastDue(14))
                      .take(sendNotice(1, EMAIL), assessCharges())
                      .grants(calendarDays(10)),
                  step("offer").at(daysPastDue(30)).take(offerSettlement(EMAIL)),
                  step("demand").at(daysPastDue(45)).take(sendDemand(LETTER), assessCharges()),
                  step("agency").at(daysPastDue(90)).take(referToAgency()).needsApproval()))
          .charges(CHARGES)
          .settlement(SettlementRule.lumpSum(percent("80")).fromDaysPastDue(15))
          .endgame(EndgameRule.standard())
          .riskModel(Scorecard.standard())
          .per(AccountRules.Unit.ACCOUNT)
          .build();

  static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends()).statingRisk();

  private MoreValues() {}

  static void register(AnyValues values) {
    values.add(
        AccountRecommendation.class, () -> EVALUATOR.evaluate(POLICY, play(values), day(values)));
    values.add(
        Recommendation.class,
        () -> values.any(AccountRecommendation.class).recommendations().get(0));
    values.add(DunningDocument.class, () -> document(values));
    values.add(
        Explanation.class, () -> EVALUATOR.explain(POLICY, play(values), day(values)).get(0));
    values.add(
        Timeline.class,
        () ->
            Timeline.of(
                DunningEvaluator.on(BusinessCalendar.weekends()),
                POLICY,
                play(values),
                DUE,
                DUE.plusDays(70)));
    values.add(PaymentProfile.class, () -> PaymentProfile.of(play(values), day(values)));
    values.add(
        AccruedCharges.class,
        () ->
            CHARGES.accrue(
                play(values).invoices().get(0), day(values), BusinessCalendar.weekends()));
    values.add(
        ReferenceRates.class,
        () ->
            ReferenceRates.named("own")
                .with(DUE, LocalDate.MAX, percent("1"), "the bank")
                .with(DUE.plusDays(5), DUE.plusDays(50), percent("2.5"), "law"));
    reports(values);
  }

  private static void reports(AnyValues values) {
    values.add(
        AgingSchedule.class,
        () ->
            values.one(
                AgingSchedule.STANDARD,
                AgingSchedule.byIssueDate(30, 90),
                AgingSchedule.byDueDate(10, 20).nettingCredits(),
                AgingSchedule.byCalendarMonth(AgingBasis.DUE_DATE, 3),
                AgingSchedule.byCalendarMonth(AgingBasis.ISSUE_DATE, 2)));
    values.add(
        AgingReport.class,
        () ->
            play(values).openItems(day(values)).stream()
                .collect(
                    AgingReport.collectorWithClaimsApart(
                        values.any(AgingSchedule.class), day(values))));
    values.add(
        AgingLine.class,
        () ->
            AgingReport.ofAccounts(
                    values.any(AgingSchedule.class), DUE.plusDays(9), List.of(play(values)))
                .lines()
                .get(0));
    values.add(
        CollectionMetrics.class,
        () -> CollectionMetrics.of(List.of(play(values)), DUE.plusDays(9)).get(EUR));
    values.add(Timeline.Entry.class, () -> entry(values));
    values.add(ProvisionMatrix.class, () -> matrix(values));
    values.add(
        RollRates.class,
        () ->
            RollRates.of(
                    List.of(play(values)),
                    AgingSchedule.STANDARD,
                    DUE.minusDays(1),
                    DUE.plusDays(1L + values.upTo(60)))
                .get(EUR));
  }

  private static Timeline.Entry entry(AnyValues values) {
    DunningDocument document = values.any(DunningDocument.class);
    return new Timeline.Entry(values.any(LocalDate.class), document.leading());
  }

  private static ProvisionMatrix matrix(AnyValues values) {
    AgingSchedule schedule = values.any(AgingSchedule.class);
    List<LossRate> rates = schedule.bands().stream().map(b -> values.any(LossRate.class)).toList();
    return new ProvisionMatrix(schedule, rates);
  }

  private static LocalDate day(AnyValues values) {
    return DUE.plusDays(values.upTo(120));
  }

  private static DunningDocument document(AnyValues values) {
    for (int i = 0; ; i++) {
      List<DunningDocument> found =
          EVALUATOR.evaluate(POLICY, play(values), DUE.plusDays(14L + i)).documentsOnceApproved();
      if (!found.isEmpty()) {
        return values.one(found.toArray(new DunningDocument[0]));
      }
    }
  }

  /** An account with two open invoices, one of them overdue, and something that happened. */
  static Account play(AnyValues values) {
    InvoiceHistory first = history("INV-7", "1200.00", DUE);
    InvoiceHistory second = history("INV-8", "80.00", DUE.plusDays(20));
    InvoiceHistory paid =
        history("INV-1", "50.00", DUE.minusDays(60))
            .with(LedgerEvent.payment(DUE.minusDays(50), Money.eur("50.00")));
    LedgerEvent happened =
        values.one(
            LedgerEvent.stepTaken(DUE.plusDays(5), "reminder", EMAIL),
            LedgerEvent.dispute(DUE.plusDays(5), Money.eur("200.00"), "damaged"),
            LedgerEvent.promise(DUE.plusDays(5), Money.eur("300.00"), DUE.plusDays(40)),
            LedgerEvent.payment(DUE.plusDays(5), Money.eur("100.00")));
    Account account =
        Account.of(
            Customer.of("C-1").named("Müller GmbH"), List.of(paid, first.with(happened), second));
    return values.upTo(3) == 0
        ? account.with(LedgerEvent.hold(DUE.plusDays(1), "agreed", DUE.plusDays(33)))
        : account;
  }

  private static InvoiceHistory history(String number, String amount, LocalDate due) {
    return InvoiceHistory.of(Invoice.of(number, Money.eur(amount), due.minusDays(30), due));
  }
}
