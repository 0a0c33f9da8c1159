package io.dunning.callers

import io.dunning.action.Channel.EMAIL
import io.dunning.action.Channel.LETTER
import io.dunning.action.Channel.PHONE
import io.dunning.evaluation.Verdict.CLOSED
import io.dunning.evaluation.Verdict.HOLD
import io.dunning.ledger.Customer
import io.dunning.scenario.Scenario
import io.dunning.scenario.Scenario.on
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** A policy is tested like any other code. */
class PolicyTest {
    private val acme: Scenario =
        Scenario.of(POLICY)
            .customer(Customer.of("C-1").named("Acme Ltd"))
            .invoice("INV-1", "1190.00 EUR", "2026-01-17", "2026-02-16")

    @Test
    fun `waits while a promise runs, and goes on when it is broken`() {
        acme.tells(
            on("2026-02-19").takes("reminder", EMAIL),
            on("2026-02-24").promises("2026-03-10").verdict(HOLD).looksAgainOn("2026-03-11"),
            on("2026-03-11").takes("notice", EMAIL),
            on("2026-03-18").takes("call", PHONE),
            on("2026-03-20").pays("1190.00 EUR").verdict(CLOSED))
    }

    @Test
    fun `demands with charges once the head of credit approves`() {
        acme.tells(
            on("2026-02-19").takes("reminder", EMAIL),
            on("2026-03-02").takes("notice", EMAIL),
            on("2026-03-09").takes("call", PHONE),
            on("2026-04-02").takes("settlement", EMAIL).offers("871.55 EUR"),
            on("2026-04-17").awaitsApproval("final demand"),
            on("2026-04-21").approves("final demand").takes("final demand", LETTER)
                .grants("2026-05-01").charges("61.43 EUR"))
    }

    @Test
    fun `a story that expects something else fails with the explanation`() {
        val failed = assertThrows<AssertionError> { acme.tells(on("2026-02-19").takes("notice", EMAIL)) }
        assertThat(failed.message).contains("expected: take notice", "send reminder by email")
    }
}
