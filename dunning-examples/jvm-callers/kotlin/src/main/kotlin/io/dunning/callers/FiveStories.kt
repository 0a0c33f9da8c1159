package io.dunning.callers

import io.dunning.action.Channel.EMAIL
import io.dunning.action.Channel.LETTER
import io.dunning.action.DunningAction.assessCharges
import io.dunning.action.DunningAction.offerSettlement
import io.dunning.action.DunningAction.placeCall
import io.dunning.action.DunningAction.referToAgency
import io.dunning.action.DunningAction.sendDemand
import io.dunning.action.DunningAction.sendNotice
import io.dunning.action.DunningAction.sendReminder
import io.dunning.action.Tone
import io.dunning.calendar.BusinessCalendar
import io.dunning.calendar.Days.businessDays
import io.dunning.calendar.Days.calendarDays
import io.dunning.charge.StatutoryInterest
import io.dunning.charge.StatutoryInterest.Country.GERMANY
import io.dunning.evaluation.DunningEvaluator
import io.dunning.event.DisputeEvent.Outcome
import io.dunning.event.LedgerEvent
import io.dunning.event.LedgerEvent.dispute
import io.dunning.event.LedgerEvent.disputeResolved
import io.dunning.event.LedgerEvent.payment
import io.dunning.event.LedgerEvent.paymentReversed
import io.dunning.event.LedgerEvent.promise
import io.dunning.event.LedgerEvent.settlementAccepted
import io.dunning.event.LedgerEvent.stepApproved
import io.dunning.ledger.Account
import io.dunning.ledger.Customer
import io.dunning.ledger.Invoice
import io.dunning.ledger.InvoiceHistory
import io.dunning.money.Money.eur
import io.dunning.money.Percentage.percent
import io.dunning.policy.Condition.balanceAtLeast
import io.dunning.policy.Condition.customerTagged
import io.dunning.policy.Condition.described
import io.dunning.policy.Condition.settlementPossible
import io.dunning.policy.DunningPolicy
import io.dunning.policy.EscalationLadder
import io.dunning.policy.EscalationStep.step
import io.dunning.policy.Trigger.after
import io.dunning.policy.Trigger.afterDeadlineOf
import io.dunning.policy.Trigger.daysPastDue
import io.dunning.settlement.SettlementRule
import java.time.LocalDate

/** The policy of the five stories. */
val POLICY: DunningPolicy =
    DunningPolicy.named("five-stories")
        .version("1")
        .ladder(
            EscalationLadder.of(
                step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL))
                    .tone(Tone.FRIENDLY, customerTagged("key account")),
                step("notice").at(daysPastDue(14)).take(sendNotice(1, EMAIL)),
                step("call").at(after("notice", businessDays(5))).take(placeCall())
                    .onlyIf(
                        balanceAtLeast(eur("1000.00")).or(customerTagged("key account"))
                            .and(described("customer has a name") { it.customer().name().isNotEmpty() })),
                step("settlement").at(daysPastDue(45)).take(offerSettlement(EMAIL)).onlyIf(settlementPossible()),
                step("final demand").at(daysPastDue(60)).take(sendDemand(LETTER), assessCharges())
                    .grants(calendarDays(10))
                    .needsApprovalOf("head of credit"),
                step("agency").at(afterDeadlineOf("final demand", calendarDays(5))).take(referToAgency())
                    .needsApproval()))
        .lateInterest(StatutoryInterest.of(GERMANY).businessToBusiness())
        .settlement(SettlementRule.lumpSum(percent("70")).fromDaysPastDue(45).validFor(calendarDays(14)))
        .minimumDaysBetweenContacts(5)
        .build()

private val DUE = LocalDate.of(2026, 2, 16)
private val ACME = Customer.of("C-1").named("Acme Ltd").ofKind(Customer.Kind.BUSINESS)

/** What happens on a day before the policy is asked. */
private class Day(val date: LocalDate, val events: List<(LocalDate) -> LedgerEvent>)

private fun on(date: String, vararg events: (LocalDate) -> LedgerEvent) = Day(LocalDate.parse(date), events.toList())

/** Five stories, told in Kotlin. */
class FiveStories private constructor() {
    private val told = StringBuilder("policy ${POLICY.fingerprint()}\n")

    companion object {
        /** All stories, with every answer. */
        fun all(): String = FiveStories().apply {
            reminded()
            disputed()
            broken()
            settled()
            demanded()
        }.told.toString()
    }

    private fun reminded() = tell(
        "a customer is reminded and pays", ACME.tagged("key account"), "1190.00",
        on("2026-02-10"),
        on("2026-02-19"),
        on("2026-02-23", { payment(it, eur("1190.00")) }))

    private fun disputed() = tell(
        "a customer contests a part and is wrong", ACME, "1190.00",
        on("2026-02-19"),
        on("2026-02-25", { dispute(it, eur("190.00"), "freight") }),
        on("2026-02-26", { payment(it, eur("1000.00")) }),
        on("2026-03-04", { disputeResolved(it, Outcome.CREDITOR_WON) }),
        on("2026-03-11", { payment(it, eur("190.00")) }))

    private fun broken() = tell(
        "a promise is broken", ACME, "2380.00",
        on("2026-02-20"),
        on("2026-02-24", { promise(it, it.plusDays(14)) }),
        on("2026-03-12"),
        on("2026-03-19"),
        on("2026-03-20", { payment(it, eur("2380.00")) }),
        on("2026-03-24", { paymentReversed(it, eur("2380.00")) }))

    private fun settled() = tell(
        "a customer settles", ACME, "500.00",
        on("2026-02-19"),
        on("2026-03-02"),
        on("2026-04-02"),
        on("2026-04-08", { settlementAccepted(it, eur("382.44"), it.plusDays(7)) }),
        on("2026-04-15", { payment(it, eur("382.44")) }))

    private fun demanded() = tell(
        "a final demand with charges waits for approval", ACME, "1190.00",
        on("2026-02-19"),
        on("2026-03-02"),
        on("2026-03-09"),
        on("2026-04-02"),
        on("2026-04-20"),
        on("2026-04-21", { stepApproved(it, "final demand") }),
        on("2026-05-07"),
        on("2026-05-08", { payment(it, eur("1300.00")) }))

    private fun tell(title: String, customer: Customer, amount: String, vararg days: Day) {
        told.append("\n== $title\n")
        val invoice = Invoice.of("INV-1", eur(amount), DUE.minusDays(30), DUE)
        var account = Account.of(customer, listOf(InvoiceHistory.of(invoice)))
        for (day in days) {
            account = day.events.fold(account) { now, event -> booked(now, event(day.date)) }
            account = asked(account, day.date)
        }
        told.append("-- in the end: ${balance(account.invoices().first())}\n")
    }

    private fun booked(account: Account, event: LedgerEvent): Account {
        told.append("-- ${entry(event)}\n")
        return account.with(account.invoices().first().with(event))
    }

    private fun asked(account: Account, day: LocalDate): Account {
        val evaluator = DunningEvaluator.on(BusinessCalendar.weekends())
        val why = evaluator.explain(POLICY, account, day).first()
        val next = why.recommendation
        told.append("$why\n=> ${instruction(next)}, ${because(next.reason())}\n")
        next.actions().forEach { told.append("=> ${queue(it)}\n") }
        return next.eventsWhenTaken(day).fold(account) { now, posting -> booked(now, posting.event) }
    }
}
