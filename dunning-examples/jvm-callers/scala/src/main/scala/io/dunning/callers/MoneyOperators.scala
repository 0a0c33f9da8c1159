package io.dunning.callers

import io.dunning.money.Money
import io.dunning.policy.Condition

/** Amounts with the operators of numbers: Scala finds `plus` of the library only by its name. */
extension (amount: Money)
  def +(other: Money): Money = amount.plus(other)
  def -(other: Money): Money = amount.minus(other)
  def *(factor: Long): Money = amount.times(factor)
  def unary_- : Money = amount.unaryMinus()

/** Amounts are compared with `<` and `>=`, once this is imported. */
given Ordering[Money] = Ordering.fromLessThan(_.compareTo(_) < 0)

/** Conditions with the operators of booleans. */
extension (condition: Condition)
  def &&(other: Condition): Condition = condition.and(other)
  def ||(other: Condition): Condition = condition.or(other)
  def unary_! : Condition = condition.not()
