package io.dunning.callers

import io.dunning.action.Channel.*
import io.dunning.action.DunningAction.*
import io.dunning.action.Tone
import io.dunning.calendar.BusinessCalendar
import io.dunning.calendar.Days.{businessDays, calendarDays}
import io.dunning.charge.StatutoryInterest
import io.dunning.charge.StatutoryInterest.Country.GERMANY
import io.dunning.evaluation.DunningEvaluator
import io.dunning.event.DisputeEvent.Outcome
import io.dunning.event.LedgerEvent
import io.dunning.event.LedgerEvent.*
import io.dunning.ledger.{Account, Customer, Invoice, InvoiceHistory}
import io.dunning.money.Money.eur
import io.dunning.money.Percentage.percent
import io.dunning.policy.Condition.{balanceAtLeast, customerTagged, described, settlementPossible}
import io.dunning.policy.EscalationStep.step
import io.dunning.policy.Trigger.*
import io.dunning.policy.{DunningPolicy, EscalationLadder}
import io.dunning.settlement.SettlementRule
import java.time.LocalDate
import java.util
import scala.jdk.CollectionConverters.*

/** Five stories, told in Scala. */
object FiveStories:

  /** The policy of the five stories. */
  val Policy: DunningPolicy = DunningPolicy.named("five-stories")
    .version("1")
    .ladder(EscalationLadder.of(
      step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL))
        .tone(Tone.FRIENDLY, customerTagged("key account")),
      step("notice").at(daysPastDue(14)).take(sendNotice(1, EMAIL)),
      step("call").at(after("notice", businessDays(5))).take(placeCall())
        .onlyIf((balanceAtLeast(eur("1000.00")) || customerTagged("key account"))
          && described("customer has a name", s => !s.customer.name.isEmpty)),
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

  private val Due = LocalDate.of(2026, 2, 16)
  private val Acme = Customer.of("C-1").named("Acme Ltd").ofKind(Customer.Kind.BUSINESS)

  /** What happens on a day before the policy is asked. */
  private case class Day(date: LocalDate, events: Seq[LocalDate => LedgerEvent])

  private def on(date: String, events: (LocalDate => LedgerEvent)*) = Day(LocalDate.parse(date), events)

  /** All stories, with every answer. */
  def all(): String =
    val stories = new FiveStories
    stories.reminded()
    stories.disputed()
    stories.broken()
    stories.settled()
    stories.demanded()
    stories.told.toString

final class FiveStories private ():
  import FiveStories.*

  private val told = StringBuilder(s"policy ${Policy.fingerprint}\n")

  private def reminded(): Unit = tell(
    "a customer is reminded and pays", Acme.tagged("key account"), "1190.00",
    on("2026-02-10"),
    on("2026-02-19"),
    on("2026-02-23", payment(_, eur("1190.00"))))

  private def disputed(): Unit = tell(
    "a customer contests a part and is wrong", Acme, "1190.00",
    on("2026-02-19"),
    on("2026-02-25", dispute(_, eur("190.00"), "freight")),
    on("2026-02-26", payment(_, eur("1000.00"))),
    on("2026-03-04", disputeResolved(_, Outcome.CREDITOR_WON)),
    on("2026-03-11", payment(_, eur("190.00"))))

  private def broken(): Unit = tell(
    "a promise is broken", Acme, "2380.00",
    on("2026-02-20"),
    on("2026-02-24", day => promise(day, day.plusDays(14))),
    on("2026-03-12"),
    on("2026-03-19"),
    on("2026-03-20", payment(_, eur("2380.00"))),
    on("2026-03-24", paymentReversed(_, eur("2380.00"))))

  private def settled(): Unit = tell(
    "a customer settles", Acme, "500.00",
    on("2026-02-19"),
    on("2026-03-02"),
    on("2026-04-02"),
    on("2026-04-08", day => settlementAccepted(day, eur("382.44"), day.plusDays(7))),
    on("2026-04-15", payment(_, eur("382.44"))))

  private def demanded(): Unit = tell(
    "a final demand with charges waits for approval", Acme, "1190.00",
    on("2026-02-19"),
    on("2026-03-02"),
    on("2026-03-09"),
    on("2026-04-02"),
    on("2026-04-20"),
    on("2026-04-21", stepApproved(_, "final demand")),
    on("2026-05-07"),
    on("2026-05-08", payment(_, eur("1300.00"))))

  private def tell(title: String, customer: Customer, amount: String, days: Day*): Unit =
    told.append(s"\n== $title\n")
    val invoice = Invoice.of("INV-1", eur(amount), Due.minusDays(30), Due)
    val account = days.foldLeft(Account.of(customer, util.List.of(InvoiceHistory.of(invoice)))): (before, day) =>
      asked(day.events.foldLeft(before)((now, event) => booked(now, event(day.date))), day.date)
    told.append(s"-- in the end: ${Clerk.balance(account.invoices.get(0))}\n")

  private def booked(account: Account, event: LedgerEvent): Account =
    told.append(s"-- ${Clerk.entry(event)}\n")
    account + (account.invoices.get(0) + event)

  private def asked(account: Account, day: LocalDate): Account =
    val evaluator = DunningEvaluator.on(BusinessCalendar.weekends())
    val why = evaluator.explain(Policy, account, day).get(0)
    val next = why.recommendation
    told.append(s"$why\n=> ${Clerk.instruction(next)}, ${Clerk.because(next.reason)}\n")
    next.actions.forEach(action => told.append(s"=> ${Clerk.queue(action)}\n"))
    next.eventsWhenTaken(day).asScala.foldLeft(account)((now, posting) => booked(now, posting.event))
