package io.dunning.callers

import io.dunning.action.BackOfficeAction
import io.dunning.action.Conversation
import io.dunning.action.DunningAction
import io.dunning.action.Message
import io.dunning.action.Offer
import io.dunning.evaluation.AmountReason
import io.dunning.evaluation.ContactReason
import io.dunning.evaluation.DueReason
import io.dunning.evaluation.HoldReason
import io.dunning.evaluation.LeftOutReason
import io.dunning.evaluation.Reason
import io.dunning.evaluation.Recommendation
import io.dunning.evaluation.StepReason
import io.dunning.evaluation.Verdict
import io.dunning.event.AgreementEvent
import io.dunning.event.BankEvent
import io.dunning.event.ChargeEvent
import io.dunning.event.ContactEvent
import io.dunning.event.DeliveryEvent
import io.dunning.event.DisputeEvent
import io.dunning.event.LedgerEvent
import io.dunning.event.MoneyEvent
import io.dunning.event.RestrictionEvent
import io.dunning.event.StepEvent
import io.dunning.event.TermsEvent
import io.dunning.ledger.InvoiceHistory
import io.dunning.money.Money
import kotlin.jvm.optionals.getOrNull

/** What a clerk is told to do. */
fun instruction(next: Recommendation): String =
    when (next.verdict()) {
        Verdict.NOT_DUE -> "leave it"
        Verdict.WAIT -> "wait until ${next.reviewOn().get()}"
        Verdict.HOLD -> "hold"
        Verdict.AWAIT_APPROVAL -> "ask ${next.approver().get()}"
        Verdict.ACT -> "take ${next.step().get()}"
        Verdict.EXHAUSTED -> "nothing is left to do"
        Verdict.CLOSED -> "file it"
    }

/** Into which queue an action goes. */
fun queue(action: DunningAction): String =
    when (action) {
        is Message.Reminder -> "${action.by} outbox: reminder"
        is Message.Notice -> "${action.by} outbox: notice ${action.number}"
        is Message.Demand -> "${action.by} outbox: demand"
        is Message.PlainMessage -> "${action.by} outbox: message"
        is Message.ThankCustomer -> "${action.by} outbox: thanks"
        is Message.AskForPaymentMethod -> "${action.by} outbox: payment method"
        is Offer.OfferSettlement -> "${action.by} outbox: settlement"
        is Offer.ProposePlan -> "${action.by} outbox: payment plan"
        is Offer.OfferDiscount -> "${action.by} outbox: discount"
        is Conversation.Call -> "call list"
        is Conversation.Visit -> "field service"
        is BackOfficeAction.RetryCollection -> "bank: collect again"
        is BackOfficeAction.SellClaim -> "buyer of claims"
        is BackOfficeAction.BlockOrders -> "order desk: block"
        is BackOfficeAction.ReleaseOrders -> "order desk: release"
        is BackOfficeAction.StopSupply -> "warehouse"
        is BackOfficeAction.ReferToAgency -> "agency"
        is BackOfficeAction.FileClaim -> "lawyer"
        is BackOfficeAction.WriteOff -> "books: write off"
        is BackOfficeAction.AssessCharges -> "books: charges"
        is BackOfficeAction.TraceCustomer -> "search"
        is BackOfficeAction.Task -> "desk: ${action.what}"
    }

/** Why, in a few words. */
fun because(reason: Reason): String {
    val about =
        when (reason) {
            is HoldReason -> return "held until ${end(reason)}"
            is DueReason -> "debt"
            is AmountReason -> "amount"
            is StepReason -> "ladder"
            is ContactReason -> "contact"
            is LeftOutReason -> "left out"
        }
    val until = reason.endsOn().getOrNull()
    return "because of the $about" + if (until == null) "" else " until $until"
}

private fun end(reason: HoldReason): String =
    when (reason) {
        is HoldReason.Disputed, is HoldReason.CreditNoteOwed -> "the claim is decided"
        is HoldReason.OnHold,
        is HoldReason.Promised,
        is HoldReason.InPlan,
        is HoldReason.Settled,
        is HoldReason.SettlementOffered,
        is HoldReason.Restricted,
        is HoldReason.NotDelivered,
        is HoldReason.ReceiptProposed,
        is HoldReason.CollectionAwaited,
        is HoldReason.BankDataStale,
        is HoldReason.HeldWhile -> reason.endsOn().getOrNull()?.toString() ?: "somebody ends it"
    }

/** Into which journal an event goes. */
fun entry(event: LedgerEvent): String {
    val journal =
        when (event) {
            is MoneyEvent.Payment -> "money in"
            is MoneyEvent.PaymentReversed -> "money back"
            is MoneyEvent.Credit -> "credit notes"
            is MoneyEvent.DiscountTaken, is MoneyEvent.DiscountReversed -> "discounts"
            is MoneyEvent.Refund -> "money out"
            is MoneyEvent.WrittenOff, is MoneyEvent.PartWrittenOff, is MoneyEvent.WriteOffReversed -> "losses"
            is MoneyEvent.Voided -> "void"
            is MoneyEvent.ChargesPaid, is ChargeEvent -> "charges"
            is BankEvent -> "bank"
            is DisputeEvent -> "claims"
            is AgreementEvent -> "agreements"
            is TermsEvent -> "terms"
            is RestrictionEvent -> "restrictions"
            is StepEvent -> "ladder"
            is ContactEvent -> "correspondence"
            is DeliveryEvent -> "post"
        }
    return "$journal: $event"
}

/** What was billed and paid, and what is left. */
fun balance(history: InvoiceHistory): String {
    var billed = history.invoice().amount()
    var paid: Money = billed * 0
    for (event in history.events()) {
        when (event) {
            is MoneyEvent -> paid += event.reduction().orElse(billed * 0)
            is ChargeEvent.ChargeAssessed -> billed += event.amount
            else -> {}
        }
    }
    return "billed $billed, paid $paid, left ${billed - paid}"
}
