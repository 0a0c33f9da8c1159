package io.dunning.callers

import io.dunning.action.{BackOfficeAction, Conversation, DunningAction, Message, Offer}
import io.dunning.evaluation.*
import io.dunning.event.*
import scala.compiletime.uninitialized

/** Scala 3.7 does not see that an interface of Java is sealed. It does check a match over a union. */
type AnyReason = DueReason | HoldReason | AmountReason | StepReason | ContactReason | LeftOutReason

extension (reason: Reason)
  /** The reason as one of all families: a match that leaves one out is warned about. */
  def kind: AnyReason = reason.accept(new Reason.Visitor[AnyReason]:
    def due(reason: DueReason) = reason
    def hold(reason: HoldReason) = reason
    def amount(reason: AmountReason) = reason
    def step(reason: StepReason) = reason
    def contact(reason: ContactReason) = reason
    def leftOut(reason: LeftOutReason) = reason)

type AnyAction = AnyMessage | AnyOffer | AnyConversation | AnyBackOfficeAction
type AnyMessage = Message.Reminder | Message.Notice | Message.Demand | Message.PlainMessage | Message.ThankCustomer |
  Message.AskForPaymentMethod
type AnyOffer = Offer.OfferSettlement | Offer.ProposePlan | Offer.OfferDiscount
type AnyConversation = Conversation.Call | Conversation.Visit
type AnyBackOfficeAction = BackOfficeAction.StopSupply | BackOfficeAction.ReferToAgency | BackOfficeAction.FileClaim |
  BackOfficeAction.WriteOff | BackOfficeAction.AssessCharges | BackOfficeAction.TraceCustomer |
  BackOfficeAction.RetryCollection | BackOfficeAction.SellClaim | BackOfficeAction.BlockOrders |
  BackOfficeAction.ReleaseOrders | BackOfficeAction.Task

extension (action: DunningAction)
  /** The action as one of all kinds. */
  def kind: AnyAction = action.accept(new DunningAction.Visitor[AnyAction]:
    def reminder(action: Message.Reminder) = action
    def notice(action: Message.Notice) = action
    def demand(action: Message.Demand) = action
    def plainMessage(action: Message.PlainMessage) = action
    def thankCustomer(action: Message.ThankCustomer) = action
    def askForPaymentMethod(action: Message.AskForPaymentMethod) = action
    def offerSettlement(action: Offer.OfferSettlement) = action
    def proposePlan(action: Offer.ProposePlan) = action
    def offerDiscount(action: Offer.OfferDiscount) = action
    def call(action: Conversation.Call) = action
    def visit(action: Conversation.Visit) = action
    def retryCollection(action: BackOfficeAction.RetryCollection) = action
    def sellClaim(action: BackOfficeAction.SellClaim) = action
    def blockOrders(action: BackOfficeAction.BlockOrders) = action
    def releaseOrders(action: BackOfficeAction.ReleaseOrders) = action
    def stopSupply(action: BackOfficeAction.StopSupply) = action
    def referToAgency(action: BackOfficeAction.ReferToAgency) = action
    def fileClaim(action: BackOfficeAction.FileClaim) = action
    def writeOff(action: BackOfficeAction.WriteOff) = action
    def assessCharges(action: BackOfficeAction.AssessCharges) = action
    def traceCustomer(action: BackOfficeAction.TraceCustomer) = action
    def task(action: BackOfficeAction.Task) = action)

type AnyEvent = MoneyEvent | ChargeEvent | DisputeEvent | AgreementEvent | TermsEvent | RestrictionEvent | StepEvent |
  ContactEvent | DeliveryEvent | BankEvent

private final class Families extends LedgerEvent.Visitor:
  var found: AnyEvent = uninitialized
  def money(event: MoneyEvent): Unit = found = event
  def bank(event: BankEvent): Unit = found = event
  def charge(event: ChargeEvent): Unit = found = event
  def dispute(event: DisputeEvent): Unit = found = event
  def agreement(event: AgreementEvent): Unit = found = event
  def terms(event: TermsEvent): Unit = found = event
  def restriction(event: RestrictionEvent): Unit = found = event
  def step(event: StepEvent): Unit = found = event
  def contact(event: ContactEvent): Unit = found = event
  def delivery(event: DeliveryEvent): Unit = found = event

extension (event: LedgerEvent)
  /** The event as one of all families. */
  def kind: AnyEvent =
    val families = new Families
    event.accept(families)
    families.found
