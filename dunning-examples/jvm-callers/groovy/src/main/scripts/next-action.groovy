import static io.dunning.action.Channel.*
import static io.dunning.action.DunningAction.*
import static io.dunning.calendar.Days.businessDays
import static io.dunning.event.LedgerEvent.stepTaken
import static io.dunning.money.Money.eur
import static io.dunning.policy.Condition.balanceAtLeast
import static io.dunning.policy.EscalationStep.step
import static io.dunning.policy.Trigger.*
import static io.dunning.terms.PaymentTerms.net

import io.dunning.calendar.BusinessCalendar
import io.dunning.evaluation.DunningEvaluator
import io.dunning.ledger.Invoice
import io.dunning.ledger.InvoiceHistory
import io.dunning.policy.DunningPolicy
import io.dunning.policy.EscalationLadder
import java.time.LocalDate

def policy = DunningPolicy.named('standard-b2b')
    .ladder(EscalationLadder.of(
        step('friendly reminder').at(daysPastDue(3)).take(sendReminder(EMAIL)),
        step('first notice').at(daysPastDue(14)).take(sendNotice(1, EMAIL)),
        step('call').at(daysPastDue(30)).take(placeCall()).onlyIf(balanceAtLeast(eur('500.00'))),
        step('final demand').at(after('first notice', businessDays(20))).take(sendDemand(LETTER))))
    .minimumDaysBetweenContacts(7)
    .build()

def invoice = Invoice.of('INV-7', eur('120.00'), LocalDate.of(2026, 1, 15), net(30))
def history = InvoiceHistory.of(invoice)
    .with(stepTaken(LocalDate.of(2026, 2, 24), 'friendly reminder', EMAIL))
println DunningEvaluator.on(BusinessCalendar.weekends())
    .explain(policy, history, LocalDate.of(2026, 2, 28))
