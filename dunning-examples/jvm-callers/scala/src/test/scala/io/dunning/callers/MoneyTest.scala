package io.dunning.callers

import io.dunning.money.CurrencyMismatchException
import io.dunning.money.Money.{eur, usd}
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import scala.math.Ordering.Implicits.infixOrderingOps

/** Amounts have the operators of numbers, once the extension is imported. */
class MoneyTest:
  @Test
  def hasTheOperatorsOfNumbers(): Unit =
    val net = eur("1000.00")
    val gross = net + eur("190.00")
    val left = gross - eur("500.00")

    assertThat(left).isEqualTo(eur("690.00"))
    assertThat(left * 2).isEqualTo(eur("1380.00"))
    assertThat(-left).isEqualTo(eur("-690.00"))
    assertThat(left < net).isTrue()

  @Test
  def isSummedAndSortedLikeAnySequence(): Unit =
    val amounts = Seq("3.30", "1.10", "2.20").map(eur)
    assertThat(amounts.reduce(_ + _)).isEqualTo(eur("6.60"))
    assertThat(amounts.sorted.last).isEqualTo(eur("3.30"))

  @Test
  def tellsCurrenciesApart(): Unit =
    assertThat(eur("1.00") == usd("1.00")).isFalse()
    assertThrows(classOf[CurrencyMismatchException], () => eur("1.00") + usd("1.00"))
