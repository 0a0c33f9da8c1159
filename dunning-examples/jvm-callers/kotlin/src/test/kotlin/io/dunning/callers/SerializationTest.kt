package io.dunning.callers

import io.dunning.policy.DunningPolicy
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.ObjectInputStream
import java.io.ObjectOutputStream
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** A policy with a condition written as a Kotlin lambda can be sent to another machine. */
class SerializationTest {
    @Test
    fun sendsAPolicyWithALambda() {
        val bytes = ByteArrayOutputStream()
        ObjectOutputStream(bytes).use { it.writeObject(POLICY) }
        val read = ObjectInputStream(ByteArrayInputStream(bytes.toByteArray())).use { it.readObject() }
        assertThat((read as DunningPolicy).fingerprint()).isEqualTo(POLICY.fingerprint())
    }
}
