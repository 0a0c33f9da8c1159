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

/** What a host makes of verdicts, actions, reasons and events. Groovy does not check that all are answered. */
class Clerk {

    /** What a clerk is told to do. */
    static String instruction(Recommendation next) {
        switch (next.verdict()) {
            case Verdict.NOT_DUE -> 'leave it'
            case Verdict.WAIT -> "wait until ${next.reviewOn().get()}"
            case Verdict.HOLD -> 'hold'
            case Verdict.AWAIT_APPROVAL -> "ask ${next.approver().get()}"
            case Verdict.ACT -> "take ${next.step().get()}"
            case Verdict.EXHAUSTED -> 'nothing is left to do'
            case Verdict.CLOSED -> 'file it'
            default -> throw new IllegalStateException("unknown verdict: ${next.verdict()}")
        }
    }

    /** Into which queue an action goes. */
    static String queue(DunningAction action) {
        switch (action) {
            case Message.Reminder -> "${action.by()} outbox: reminder"
            case Message.Notice -> "${action.by()} outbox: notice ${action.number()}"
            case Message.Demand -> "${action.by()} outbox: demand"
            case Message.PlainMessage -> "${action.by()} outbox: message"
            case Message.ThankCustomer -> "${action.by()} outbox: thanks"
            case Message.AskForPaymentMethod -> "${action.by()} outbox: payment method"
            case Offer.OfferSettlement -> "${action.by()} outbox: settlement"
            case Offer.ProposePlan -> "${action.by()} outbox: payment plan"
            case Offer.OfferDiscount -> "${action.by()} outbox: discount"
            case Conversation.Call -> 'call list'
            case Conversation.Visit -> 'field service'
            case BackOfficeAction.RetryCollection -> 'bank: collect again'
            case BackOfficeAction.SellClaim -> 'buyer of claims'
            case BackOfficeAction.BlockOrders -> 'order desk: block'
            case BackOfficeAction.ReleaseOrders -> 'order desk: release'
            case BackOfficeAction.StopSupply -> 'warehouse'
            case BackOfficeAction.ReferToAgency -> 'agency'
            case BackOfficeAction.FileClaim -> 'lawyer'
            case BackOfficeAction.WriteOff -> 'books: write off'
            case BackOfficeAction.AssessCharges -> 'books: charges'
            case BackOfficeAction.TraceCustomer -> 'search'
            case BackOfficeAction.Task -> "desk: ${action.what()}"
            default -> throw new IllegalStateException("unknown action: $action")
        }
    }

    /** Why, in a few words. */
    static String because(Reason reason) {
        if (reason instanceof HoldReason) {
            return "held until ${end(reason)}"
        }
        String about = switch (reason) {
            case DueReason -> 'debt'
            case AmountReason -> 'amount'
            case StepReason -> 'ladder'
            case ContactReason -> 'contact'
            case LeftOutReason -> 'left out'
            default -> throw new IllegalStateException("unknown reason: $reason")
        }
        "because of the $about" + reason.endsOn().map { " until $it".toString() }.orElse('')
    }

    private static String end(HoldReason reason) {
        switch (reason) {
            case HoldReason.Disputed, HoldReason.CreditNoteOwed -> 'the claim is decided'
            default -> reason.endsOn().map { it.toString() }.orElse('somebody ends it')
        }
    }

    /** Into which journal an event goes. */
    static String entry(LedgerEvent event) {
        String journal = switch (event) {
            case MoneyEvent.Payment -> 'money in'
            case MoneyEvent.PaymentReversed -> 'money back'
            case MoneyEvent.Credit -> 'credit notes'
            case MoneyEvent.DiscountTaken, MoneyEvent.DiscountReversed -> 'discounts'
            case MoneyEvent.Refund -> 'money out'
            case MoneyEvent.WrittenOff, MoneyEvent.PartWrittenOff, MoneyEvent.WriteOffReversed -> 'losses'
            case MoneyEvent.Voided -> 'void'
            case MoneyEvent.ChargesPaid, ChargeEvent -> 'charges'
            case BankEvent -> 'bank'
            case DisputeEvent -> 'claims'
            case AgreementEvent -> 'agreements'
            case TermsEvent -> 'terms'
            case RestrictionEvent -> 'restrictions'
            case StepEvent -> 'ladder'
            case ContactEvent -> 'correspondence'
            case DeliveryEvent -> 'post'
            default -> throw new IllegalStateException("unknown event: $event")
        }
        "$journal: $event"
    }

    /** What was billed and paid, and what is left. */
    static String balance(InvoiceHistory history) {
        Money billed = history.invoice().amount()
        Money paid = billed.times(0)
        for (event in history.events()) {
            if (event instanceof MoneyEvent) {
                paid += event.reduction().orElse(billed.times(0))
            } else if (event instanceof ChargeEvent.ChargeAssessed) {
                billed += event.amount()
            }
        }
        "billed $billed, paid $paid, left ${billed - paid}"
    }
}
