package io.dunning.callers

import io.dunning.evaluation.Recommendation
import io.dunning.ledger.Invoice
import io.dunning.money.Money
import java.time.LocalDate
import kotlin.jvm.optionals.getOrNull
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/**
 * The library carries no annotations about null, so its types are platform types. What Kotlin cannot check, the
 * library does: a null argument is refused with its name, and no method returns null.
 */
class NullnessTest {
    private val absent: String? = null

    @Test
    fun refusesNullWithTheNameOfTheArgument() {
        val refused = assertThrows<NullPointerException> { Money.eur(absent) }
        assertThat(refused).hasMessage("amount")
    }

    @Test
    fun refusesNullAmongManyArguments() {
        val refused = assertThrows<NullPointerException> {
            Invoice.of("INV-1", Money.eur("1.00"), LocalDate.of(2026, 1, 15), null as LocalDate?)
        }
        assertThat(refused).hasMessage("due")
    }

    @Test
    fun turnsOptionalsIntoNullableTypes() {
        val next = nextAction().recommendation
        val step: String? = next.step().getOrNull()
        val review: LocalDate? = next.reviewOn().getOrNull()
        assertThat(step).isNull()
        assertThat(review).isEqualTo(LocalDate.of(2026, 3, 3))
    }

    /** A variable of a type that is not null takes what the library returns, without a warning. */
    @Test
    fun neverReturnsNull() {
        val next: Recommendation = nextAction().recommendation
        val actions: List<Any> = next.actions()
        assertThat(actions).isEmpty()
    }
}
