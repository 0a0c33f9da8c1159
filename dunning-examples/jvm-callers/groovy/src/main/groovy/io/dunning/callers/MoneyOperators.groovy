package io.dunning.callers

import io.dunning.money.Money

/** The operators of amounts that Groovy looks for under other names than the library's: `3 * amount`, `-amount`. */
class MoneyOperators {
    static Money multiply(Money self, Number factor) {
        self.times(new BigDecimal(factor.toString()).longValueExact())
    }

    static Money multiply(Number self, Money amount) {
        multiply(amount, self)
    }

    static Money negative(Money self) {
        self.unaryMinus()
    }
}
