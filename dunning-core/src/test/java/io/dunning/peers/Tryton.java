package io.dunning.peers;

import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.policy.DunningPolicy;

/** Tryton: levels by days overdue; a dunning can be blocked. */
final class Tryton extends Peer {
  Tryton() {
    super("Tryton");
    table("tryton_dunning");
    DunningPolicy levels =
        draft(
                step("1").at(daysPastDue(5)).take(sendNotice(1, LETTER)),
                step("2").at(daysPastDue(20)).take(sendNotice(2, LETTER)),
                step("3").at(daysPastDue(40)).take(sendNotice(3, LETTER)))
            .build();
    same(
        "TD-1",
        () ->
            assertThat(
                    EVALUATOR
                        .evaluate(
                            levels,
                            invoice("I", "100.00 EUR", "2024-01-01", "2024-01-01"),
                            on("2024-01-05"))
                        .verdict())
                .isEqualTo(Verdict.WAIT));
    same(
        "TD-5",
        () ->
            assertThat(
                    EVALUATOR
                        .evaluate(
                            levels,
                            invoice(
                                "I",
                                "100.00 EUR",
                                "2024-01-01",
                                "2024-01-01",
                                LedgerEvent.stepTaken(on("2024-01-06"), "1"),
                                LedgerEvent.hold(on("2024-01-07"), "blocked")),
                            on("2024-01-31"))
                        .verdict())
                .isEqualTo(Verdict.HOLD));
  }
}
