package io.dunning.callers

import io.dunning.action.*
import io.dunning.evaluation.*
import io.dunning.event.*
import io.dunning.ledger.InvoiceHistory
import scala.jdk.CollectionConverters.*
import scala.jdk.OptionConverters.*

/** What a host makes of verdicts, actions, reasons and events. */
object Clerk:

  /** What a clerk is told to do. */
  def instruction(next: Recommendation): String = next.verdict match
    case Verdict.NOT_DUE => "leave it"
    case Verdict.WAIT => s"wait until ${next.reviewOn.get}"
    case Verdict.HOLD => "hold"
    case Verdict.AWAIT_APPROVAL => s"ask ${next.approver.get}"
    case Verdict.ACT => s"take ${next.step.get}"
    case Verdict.EXHAUSTED => "nothing is left to do"
    case Verdict.CLOSED => "file it"

  /** Into which queue an action goes. */
  def queue(action: DunningAction): String = action.kind match
    case a: Message.Reminder => s"${a.by} outbox: reminder"
    case a: Message.Notice => s"${a.by} outbox: notice ${a.number}"
    case a: Message.Demand => s"${a.by} outbox: demand"
    case a: Message.PlainMessage => s"${a.by} outbox: message"
    case a: Message.ThankCustomer => s"${a.by} outbox: thanks"
    case a: Message.AskForPaymentMethod => s"${a.by} outbox: payment method"
    case a: Offer.OfferSettlement => s"${a.by} outbox: settlement"
    case a: Offer.ProposePlan => s"${a.by} outbox: payment plan"
    case a: Offer.OfferDiscount => s"${a.by} outbox: discount"
    case _: Conversation.Call => "call list"
    case _: Conversation.Visit => "field service"
    case _: BackOfficeAction.RetryCollection => "bank: collect again"
    case _: BackOfficeAction.SellClaim => "buyer of claims"
    case _: BackOfficeAction.BlockOrders => "order desk: block"
    case _: BackOfficeAction.ReleaseOrders => "order desk: release"
    case _: BackOfficeAction.StopSupply => "warehouse"
    case _: BackOfficeAction.ReferToAgency => "agency"
    case _: BackOfficeAction.FileClaim => "lawyer"
    case _: BackOfficeAction.WriteOff => "books: write off"
    case _: BackOfficeAction.AssessCharges => "books: charges"
    case _: BackOfficeAction.TraceCustomer => "search"
    case a: BackOfficeAction.Task => s"desk: ${a.what}"

  /** Why, in a few words. */
  def because(reason: Reason): String = reason.kind match
    case hold: HoldReason => s"held until ${end(hold)}"
    case _: DueReason => about("debt", reason)
    case _: AmountReason => about("amount", reason)
    case _: StepReason => about("ladder", reason)
    case _: ContactReason => about("contact", reason)
    case _: LeftOutReason => about("left out", reason)

  private def about(what: String, reason: Reason): String =
    s"because of the $what" + reason.endsOn.toScala.fold("")(day => s" until $day")

  private def end(reason: HoldReason): String = reason match
    case _: HoldReason.Disputed | _: HoldReason.CreditNoteOwed => "the claim is decided"
    case _ => reason.endsOn.toScala.fold("somebody ends it")(_.toString)

  /** Into which journal an event goes. */
  def entry(event: LedgerEvent): String =
    val journal = event.kind match
      case money: MoneyEvent => moved(money)
      case _: ChargeEvent => "charges"
      case _: BankEvent => "bank"
      case _: DisputeEvent => "claims"
      case _: AgreementEvent => "agreements"
      case _: TermsEvent => "terms"
      case _: RestrictionEvent => "restrictions"
      case _: StepEvent => "ladder"
      case _: ContactEvent => "correspondence"
      case _: DeliveryEvent => "post"
    s"$journal: $event"

  private def moved(event: MoneyEvent): String = event match
    case _: MoneyEvent.Payment => "money in"
    case _: MoneyEvent.PaymentReversed => "money back"
    case _: MoneyEvent.Credit => "credit notes"
    case _: MoneyEvent.DiscountTaken | _: MoneyEvent.DiscountReversed => "discounts"
    case _: MoneyEvent.Refund => "money out"
    case _: MoneyEvent.WrittenOff | _: MoneyEvent.PartWrittenOff | _: MoneyEvent.WriteOffReversed => "losses"
    case _: MoneyEvent.Voided => "void"
    case _: MoneyEvent.ChargesPaid => "charges"
    case other => throw IllegalStateException(s"unknown event: $other")

  /** What was billed and paid, and what is left. */
  def balance(history: InvoiceHistory): String =
    val amount = history.invoice.amount
    val (billed, paid) = history.events.asScala.foldLeft((amount, amount * 0)):
      case ((billed, paid), event: MoneyEvent) => (billed, paid + event.reduction.orElse(amount * 0))
      case ((billed, paid), event: ChargeEvent.ChargeAssessed) => (billed + event.amount, paid)
      case (sums, _) => sums
    s"billed $billed, paid $paid, left ${billed - paid}"
