package io.dunning.callers

import io.dunning.action.Channel.*
import io.dunning.evaluation.Verdict.*
import io.dunning.policy.{Condition, DunningPolicy}
import io.dunning.scenario.Scenario
import io.dunning.scenario.Scenario.on
import java.io.{ByteArrayInputStream, ByteArrayOutputStream, ObjectInputStream, ObjectOutputStream}
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

/** A policy is tested like any other code. */
class PolicyTest:
  private val acme = Scenario.of(FiveStories.Policy)
    .invoice("INV-1", "500.00 EUR", "2026-01-17", "2026-02-16")

  @Test
  def `waits while a promise runs, and goes on when it is broken`(): Unit =
    acme.tells(
      on("2026-02-19").takes("reminder", EMAIL),
      on("2026-02-24").promises("2026-03-10").verdict(HOLD).looksAgainOn("2026-03-11"),
      on("2026-03-11").takes("notice", EMAIL),
      on("2026-03-20").pays("500.00 EUR").verdict(CLOSED))

  @Test
  def `a story that expects something else fails`(): Unit =
    val failed = assertThrows(classOf[AssertionError], () => acme.tells(on("2026-02-19").takes("notice", EMAIL)))
    assertThat(failed.getMessage).contains("expected: take notice")

  @Test
  def `conditions have the operators of booleans`(): Unit =
    val condition = !Condition.disputeOpen() && (Condition.overdue() || Condition.promiseActive())
    assertThat(condition.toString)
      .isEqualTo(Condition.disputeOpen().not().and(Condition.overdue().or(Condition.promiseActive())).toString)

  /** A condition written as a function can be sent to another machine. */
  @Test
  def `sends a policy with a function`(): Unit =
    val bytes = ByteArrayOutputStream()
    ObjectOutputStream(bytes).writeObject(FiveStories.Policy)
    val read = ObjectInputStream(ByteArrayInputStream(bytes.toByteArray)).readObject.asInstanceOf[DunningPolicy]
    assertThat(read.fingerprint).isEqualTo(FiveStories.Policy.fingerprint)
