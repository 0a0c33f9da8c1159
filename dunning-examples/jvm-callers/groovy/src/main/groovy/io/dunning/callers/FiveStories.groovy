package io.dunning.callers

import static io.dunning.action.Channel.*
import static io.dunning.action.DunningAction.*
import static io.dunning.calendar.Days.*
import static io.dunning.charge.StatutoryInterest.Country.GERMANY
import static io.dunning.event.LedgerEvent.*
import static io.dunning.money.Money.eur
import static io.dunning.money.Percentage.percent
import static io.dunning.policy.Condition.balanceAtLeast
import static io.dunning.policy.Condition.customerTagged
import static io.dunning.policy.Condition.described
import static io.dunning.policy.Condition.settlementPossible
import static io.dunning.policy.EscalationStep.step
import static io.dunning.policy.Trigger.*

import io.dunning.action.Tone
import io.dunning.calendar.BusinessCalendar
import io.dunning.charge.StatutoryInterest
import io.dunning.evaluation.DunningEvaluator
import io.dunning.event.DisputeEvent
import io.dunning.event.LedgerEvent
import io.dunning.ledger.Account
import io.dunning.ledger.Customer
import io.dunning.ledger.Invoice
import io.dunning.ledger.InvoiceHistory
import io.dunning.policy.DunningPolicy
import io.dunning.policy.EscalationLadder
import io.dunning.settlement.SettlementRule
import java.time.LocalDate

/** Five stories, told in Groovy without types. */
class FiveStories {

    /** The policy of the five stories. */
    static final DunningPolicy POLICY = DunningPolicy.named('five-stories')
        .version('1')
        .ladder(EscalationLadder.of(
            step('reminder').at(daysPastDue(3)).take(sendReminder(EMAIL))
                .tone(Tone.FRIENDLY, customerTagged('key account')),
            step('notice').at(daysPastDue(14)).take(sendNotice(1, EMAIL)),
            step('call').at(after('notice', businessDays(5))).take(placeCall())
                .onlyIf((balanceAtLeast(eur('1000.00')) | customerTagged('key account'))
                    & described('customer has a name') { !it.customer().name().empty }),
            step('settlement').at(daysPastDue(45)).take(offerSettlement(EMAIL)).onlyIf(settlementPossible()),
            step('final demand').at(daysPastDue(60)).take(sendDemand(LETTER), assessCharges())
                .grants(calendarDays(10))
                .needsApprovalOf('head of credit'),
            step('agency').at(afterDeadlineOf('final demand', calendarDays(5))).take(referToAgency())
                .needsApproval()))
        .lateInterest(StatutoryInterest.of(GERMANY).businessToBusiness())
        .settlement(SettlementRule.lumpSum(percent('70')).fromDaysPastDue(45).validFor(calendarDays(14)))
        .minimumDaysBetweenContacts(5)
        .build()

    private static final LocalDate DUE = LocalDate.of(2026, 2, 16)
    private static final Customer ACME = Customer.of('C-1').named('Acme Ltd').ofKind(Customer.Kind.BUSINESS)

    private final StringBuilder told = new StringBuilder("policy ${POLICY.fingerprint()}\n")

    /** All stories, with every answer. */
    static String all() {
        new FiveStories().with {
            reminded()
            disputed()
            broken()
            settled()
            demanded()
            told.toString()
        }
    }

    void reminded() {
        tell('a customer is reminded and pays', ACME.tagged('key account'), '1190.00', [
            '2026-02-10': [],
            '2026-02-19': [],
            '2026-02-23': [{ payment(it, eur('1190.00')) }]])
    }

    void disputed() {
        tell('a customer contests a part and is wrong', ACME, '1190.00', [
            '2026-02-19': [],
            '2026-02-25': [{ dispute(it, eur('190.00'), 'freight') }],
            '2026-02-26': [{ payment(it, eur('1000.00')) }],
            '2026-03-04': [{ disputeResolved(it, DisputeEvent.Outcome.CREDITOR_WON) }],
            '2026-03-11': [{ payment(it, eur('190.00')) }]])
    }

    void broken() {
        tell('a promise is broken', ACME, '2380.00', [
            '2026-02-20': [],
            '2026-02-24': [{ promise(it, it.plusDays(14)) }],
            '2026-03-12': [],
            '2026-03-19': [],
            '2026-03-20': [{ payment(it, eur('2380.00')) }],
            '2026-03-24': [{ paymentReversed(it, eur('2380.00')) }]])
    }

    void settled() {
        tell('a customer settles', ACME, '500.00', [
            '2026-02-19': [],
            '2026-03-02': [],
            '2026-04-02': [],
            '2026-04-08': [{ settlementAccepted(it, eur('382.44'), it.plusDays(7)) }],
            '2026-04-15': [{ payment(it, eur('382.44')) }]])
    }

    void demanded() {
        tell('a final demand with charges waits for approval', ACME, '1190.00', [
            '2026-02-19': [],
            '2026-03-02': [],
            '2026-03-09': [],
            '2026-04-02': [],
            '2026-04-20': [],
            '2026-04-21': [{ stepApproved(it, 'final demand') }],
            '2026-05-07': [],
            '2026-05-08': [{ payment(it, eur('1300.00')) }]])
    }

    private void tell(String title, Customer customer, String amount, Map<String, List<Closure>> days) {
        told << "\n== $title\n"
        def invoice = Invoice.of('INV-1', eur(amount), DUE.minusDays(30), DUE)
        def account = Account.of(customer, [InvoiceHistory.of(invoice)])
        days.each { date, events ->
            def day = LocalDate.parse(date)
            account = asked(events.inject(account) { now, event -> booked(now, event(day)) }, day)
        }
        told << "-- in the end: ${Clerk.balance(account.invoices()[0])}\n"
    }

    private Account booked(Account account, LedgerEvent event) {
        told << "-- ${Clerk.entry(event)}\n"
        account.with(account.invoices()[0].with(event))
    }

    private Account asked(Account account, LocalDate day) {
        def evaluator = DunningEvaluator.on(BusinessCalendar.weekends())
        def why = evaluator.explain(POLICY, account, day)[0]
        def next = why.recommendation()
        told << "$why\n=> ${Clerk.instruction(next)}, ${Clerk.because(next.reason())}\n"
        next.actions().each { told << "=> ${Clerk.queue(it)}\n" }
        next.eventsWhenTaken(day).inject(account) { now, posting -> booked(now, posting.event()) }
    }
}
