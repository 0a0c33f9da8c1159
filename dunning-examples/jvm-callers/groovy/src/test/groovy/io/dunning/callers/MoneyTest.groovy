package io.dunning.callers

import static io.dunning.money.Money.eur
import static io.dunning.money.Money.usd
import static org.assertj.core.api.Assertions.assertThat
import static org.junit.jupiter.api.Assertions.assertThrows

import io.dunning.money.CurrencyMismatchException
import org.junit.jupiter.api.Test

/** Groovy finds plus and minus by their names, and the rest by a small extension. */
class MoneyTest {
    @Test
    void hasTheOperatorsOfNumbers() {
        def gross = eur('1000.00') + eur('190.00')
        def left = gross - eur('500.00')

        assertThat(left).isEqualTo(eur('690.00'))
        assertThat(left * 2).isEqualTo(eur('1380.00'))
        assertThat(2 * left).isEqualTo(eur('1380.00'))
        assertThat(-left).isEqualTo(eur('-690.00'))
        assertThat(left < gross).isTrue()
        assertThat([gross, left].sum()).isEqualTo(eur('1880.00'))
    }

    @Test
    void refusesPartsOfATime() {
        assertThrows(ArithmeticException) { eur('1.00') * 1.5 }
    }

    /** Groovy's == compares what is comparable, and two currencies are not. */
    @Test
    void comparesCurrenciesWithEqualsOnly() {
        assertThat(eur('1.00').equals(usd('1.00'))).isFalse()
        assertThrows(CurrencyMismatchException) { eur('1.00') == usd('1.00') }
    }
}
