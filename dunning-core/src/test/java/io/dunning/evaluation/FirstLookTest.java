package io.dunning.evaluation;

import static io.dunning.action.Channel.*;
import static io.dunning.action.DunningAction.*;
import static io.dunning.calendar.Days.*;
import static io.dunning.policy.Condition.*;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.*;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.*;
import io.dunning.money.Money;
import io.dunning.policy.*;
import io.dunning.scenario.Scenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FirstLookTest {
  static final DunningPolicy P =
      DunningPolicy.named("standard-b2b")
          .grace(calendarDays(3))
          .ladder(
              EscalationLadder.of(
                  step("friendly reminder").at(daysPastDue(4)).take(sendReminder(EMAIL)),
                  step("first notice").at(daysPastDue(14)).take(sendNotice(1, EMAIL)),
                  step("call")
                      .at(daysPastDue(30))
                      .take(placeCall())
                      .onlyIf(balanceAtLeast(Money.eur("500.00"))),
                  step("final demand")
                      .at(after("first notice", businessDays(20)))
                      .take(sendDemand(LETTER)),
                  step("agency").at(daysPastDue(90)).take(referToAgency()).needsApproval()))
          .minimumDaysBetweenContacts(7)
          .build();

  @Test
  void look() {
    InvoiceHistory h =
        InvoiceHistory.of(
                Invoice.of(
                    "INV-1",
                    Money.eur("120.00"),
                    LocalDate.parse("2026-01-15"),
                    LocalDate.parse("2026-02-14")))
            .with(
                new LedgerEvent.StepTaken(
                    LocalDate.parse("2026-02-18"),
                    "friendly reminder",
                    java.util.Optional.of(EMAIL)));
    System.out.println(P);
    System.out.println(
        DunningEvaluator.on(BusinessCalendar.weekends())
            .evaluate(P, h, LocalDate.parse("2026-02-28"))
            .explain());
    System.out.println(
        DunningEvaluator.on(BusinessCalendar.weekends())
            .evaluate(P, h, LocalDate.parse("2026-02-20"))
            .explain());
    Scenario.of(P)
        .invoice("INV-1", "100.00 EUR", "2026-01-15", "2026-02-14")
        .on("2026-02-14")
        .is(Verdict.NOT_DUE)
        .looksAgainOn("2026-02-15")
        .on("2026-02-18")
        .takes("friendly reminder")
        .is(Verdict.WAIT)
        .looksAgainOn("2026-02-28")
        .on("2026-02-28")
        .takes("first notice")
        .looksAgainOn("2026-03-27")
        .on("2026-03-27")
        .takes("final demand")
        .on("2026-04-10")
        .disputes("goods damaged")
        .is(Verdict.HOLD)
        .on("2026-05-10")
        .is(Verdict.HOLD)
        .on("2026-05-20")
        .resolves()
        .takes("agency")
        .is(Verdict.EXHAUSTED)
        .on("2026-05-21")
        .pays("100.00 EUR")
        .is(Verdict.CLOSED)
        .verify();
  }
}
