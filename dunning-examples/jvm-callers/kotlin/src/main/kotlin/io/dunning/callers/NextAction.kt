package io.dunning.callers

import io.dunning.action.Channel.EMAIL
import io.dunning.action.Channel.LETTER
import io.dunning.action.DunningAction.placeCall
import io.dunning.action.DunningAction.sendDemand
import io.dunning.action.DunningAction.sendNotice
import io.dunning.action.DunningAction.sendReminder
import io.dunning.calendar.BusinessCalendar
import io.dunning.calendar.Days.businessDays
import io.dunning.evaluation.DunningEvaluator
import io.dunning.evaluation.Explanation
import io.dunning.event.LedgerEvent.stepTaken
import io.dunning.ledger.Invoice
import io.dunning.ledger.InvoiceHistory
import io.dunning.money.Money.eur
import io.dunning.policy.Condition.balanceAtLeast
import io.dunning.policy.DunningPolicy
import io.dunning.policy.EscalationLadder
import io.dunning.policy.EscalationStep.step
import io.dunning.policy.Trigger.after
import io.dunning.policy.Trigger.daysPastDue
import io.dunning.terms.PaymentTerms.net
import java.time.LocalDate

val STANDARD: DunningPolicy =
    DunningPolicy.named("standard-b2b")
        .ladder(
            EscalationLadder.of(
                step("friendly reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
                step("first notice").at(daysPastDue(14)).take(sendNotice(1, EMAIL)),
                step("call").at(daysPastDue(30)).take(placeCall()).onlyIf(balanceAtLeast(eur("500.00"))),
                step("final demand").at(after("first notice", businessDays(20))).take(sendDemand(LETTER))))
        .minimumDaysBetweenContacts(7)
        .build()

fun nextAction(): Explanation {
    val invoice = Invoice.of("INV-7", eur("120.00"), LocalDate.of(2026, 1, 15), net(30))
    val history = InvoiceHistory.of(invoice)
        .with(stepTaken(LocalDate.of(2026, 2, 24), "friendly reminder", EMAIL))
    return DunningEvaluator.on(BusinessCalendar.weekends())
        .explain(STANDARD, history, LocalDate.of(2026, 2, 28))
}

fun main() = println(nextAction())
