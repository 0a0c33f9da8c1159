package io.dunning.callers

import io.dunning.action.Channel.{EMAIL, LETTER}
import io.dunning.action.DunningAction.{placeCall, sendDemand, sendNotice, sendReminder}
import io.dunning.calendar.BusinessCalendar
import io.dunning.calendar.Days.businessDays
import io.dunning.evaluation.{DunningEvaluator, Explanation}
import io.dunning.event.LedgerEvent.stepTaken
import io.dunning.ledger.{Invoice, InvoiceHistory}
import io.dunning.money.Money.eur
import io.dunning.policy.Condition.balanceAtLeast
import io.dunning.policy.EscalationStep.step
import io.dunning.policy.Trigger.{after, daysPastDue}
import io.dunning.policy.{DunningPolicy, EscalationLadder}
import io.dunning.terms.PaymentTerms.net
import java.time.LocalDate

object NextAction:
  val Standard: DunningPolicy = DunningPolicy.named("standard-b2b")
    .ladder(EscalationLadder.of(
      step("friendly reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
      step("first notice").at(daysPastDue(14)).take(sendNotice(1, EMAIL)),
      step("call").at(daysPastDue(30)).take(placeCall()).onlyIf(balanceAtLeast(eur("500.00"))),
      step("final demand").at(after("first notice", businessDays(20))).take(sendDemand(LETTER))))
    .minimumDaysBetweenContacts(7)
    .build()

  def explained: Explanation =
    val invoice = Invoice.of("INV-7", eur("120.00"), LocalDate.of(2026, 1, 15), net(30))
    val history = InvoiceHistory.of(invoice)
      + stepTaken(LocalDate.of(2026, 2, 24), "friendly reminder", EMAIL)
    DunningEvaluator.on(BusinessCalendar.weekends())
      .explain(Standard, history, LocalDate.of(2026, 2, 28))

@main def explain(): Unit = println(NextAction.explained)
