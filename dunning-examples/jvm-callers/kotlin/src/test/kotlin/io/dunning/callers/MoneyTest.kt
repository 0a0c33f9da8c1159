package io.dunning.callers

import io.dunning.money.CurrencyMismatchException
import io.dunning.money.Money
import io.dunning.money.Money.eur
import io.dunning.money.Money.usd
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Kotlin finds the operators of amounts by the names of their methods. */
class MoneyTest {
    @Test
    fun hasTheOperatorsOfNumbers() {
        val net = eur("1000.00")
        val tax = eur("190.00")
        val gross = net + tax
        val left = gross - eur("500.00")

        assertThat(gross).isEqualTo(eur("1190.00"))
        assertThat(left).isEqualTo(eur("690.00"))
        assertThat(left * 2).isEqualTo(eur("1380.00"))
        assertThat(-left).isEqualTo(eur("-690.00"))
        assertThat(left > net).isFalse()
    }

    @Test
    fun growsInPlace() {
        var sum = eur("1.00")
        sum += eur("2.50")
        sum -= eur("0.50")
        sum *= 3
        assertThat(sum).isEqualTo(eur("9.00"))
    }

    @Test
    fun countsInIntsOnceTheyAreLongs() {
        val count: Int = listOf("a", "b", "c").size
        assertThat(eur("40.00") * count.toLong()).isEqualTo(eur("120.00"))
    }

    @Test
    fun isSummedLikeAnyList() {
        val amounts = listOf("1.10", "2.20", "3.30").map(Money::eur)
        assertThat(amounts.reduce(Money::plus)).isEqualTo(eur("6.60"))
        assertThat(amounts.max()).isEqualTo(eur("3.30"))
    }

    @Test
    fun tellsCurrenciesApart() {
        assertThat(eur("1.00") == usd("1.00")).isFalse()
        assertThrows<CurrencyMismatchException> { eur("1.00") + usd("1.00") }
    }
}
