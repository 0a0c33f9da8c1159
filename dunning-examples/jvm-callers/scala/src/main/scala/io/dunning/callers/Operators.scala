package io.dunning.callers

import io.dunning.event.LedgerEvent
import io.dunning.ledger.{Account, InvoiceHistory}
import io.dunning.money.Money
import io.dunning.policy.Condition

/** Amounts with the operators of numbers. */
extension (amount: Money)
  def +(other: Money): Money = amount.plus(other)
  def -(other: Money): Money = amount.minus(other)
  def *(factor: Long): Money = amount.times(factor)
  def unary_- : Money = amount.unaryMinus()

/** Conditions with the operators of booleans. */
extension (condition: Condition)
  def &&(other: Condition): Condition = condition.and(other)
  def ||(other: Condition): Condition = condition.or(other)
  def unary_! : Condition = condition.not()

/** Books that grow by what happened: `with` is a keyword of Scala. */
extension (history: InvoiceHistory)
  def +(event: LedgerEvent): InvoiceHistory = history.`with`(event)

extension (account: Account)
  def +(history: InvoiceHistory): Account = account.`with`(history)
