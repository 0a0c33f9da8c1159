package io.dunning.callers

import static io.dunning.action.Channel.EMAIL
import static io.dunning.evaluation.Verdict.CLOSED
import static io.dunning.evaluation.Verdict.HOLD
import static io.dunning.scenario.Scenario.on
import static org.assertj.core.api.Assertions.assertThat
import static org.junit.jupiter.api.Assertions.assertThrows

import io.dunning.policy.DunningPolicy
import io.dunning.scenario.Scenario
import org.junit.jupiter.api.Test

/** A policy is tested like any other code. */
class PolicyTest {
    private final Scenario acme = Scenario.of(FiveStories.POLICY)
        .invoice('INV-1', '500.00 EUR', '2026-01-17', '2026-02-16')

    @Test
    void 'waits while a promise runs, and goes on when it is broken'() {
        acme.tells(
            on('2026-02-19').takes('reminder', EMAIL),
            on('2026-02-24').promises('2026-03-10').verdict(HOLD).looksAgainOn('2026-03-11'),
            on('2026-03-11').takes('notice', EMAIL),
            on('2026-03-20').pays('500.00 EUR').verdict(CLOSED))
    }

    @Test
    void 'a story that expects something else fails'() {
        def failed = assertThrows(AssertionError) { acme.tells(on('2026-02-19').takes('notice', EMAIL)) }
        assertThat(failed.message).contains('expected: take notice')
    }

    /** A condition written as a closure can be sent to another machine. */
    @Test
    void 'sends a policy with a closure'() {
        def bytes = new ByteArrayOutputStream()
        bytes.withObjectOutputStream { it.writeObject(FiveStories.POLICY) }
        def read = new ByteArrayInputStream(bytes.toByteArray())
            .withObjectInputStream(getClass().classLoader) { it.readObject() } as DunningPolicy
        assertThat(read.fingerprint()).isEqualTo(FiveStories.POLICY.fingerprint())
    }
}
