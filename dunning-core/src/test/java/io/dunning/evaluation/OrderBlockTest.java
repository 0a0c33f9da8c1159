package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.action.DunningAction.blockOrders;
import static io.dunning.action.DunningAction.releaseOrders;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For which invoices new orders of a customer are blocked, by which step and since when. */
class OrderBlockTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningPolicy POLICY =
      draft()
          .ladder(
              EscalationLadder.of(
                  step("stop").at(daysPastDue(3)).take(blockOrders()),
                  step("release").at(daysPastDue(5)).take(releaseOrders()),
                  step("stop again").at(daysPastDue(9)).take(blockOrders())))
          .build();

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory issued(String number, int on, LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of(number, eur("10.00"), day(on), day(40))).with(events);
  }

  private static List<OrderBlock> blocks(int on, List<LedgerEvent> all, InvoiceHistory... of) {
    return DunningEvaluator.on(BusinessCalendar.everyDay())
        .orderBlocks(
            POLICY, Fixtures.account("C", of).with(all.toArray(LedgerEvent[]::new)), day(on));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # stopped on, released on, stopped again on: by which step, since
          3, , , stop, 3
          3, 3, , stop, 3
          3, 4, , , 0
          4, 3, , stop, 4
          3, 4, 4, stop again, 4
          3, 4, 5, stop again, 5
          3, 5, 4, , 0
          3, , 3, stop, 3
          4, , 3, stop, 4
          3, , 4, stop again, 4
          , 3, , , 0
          """)
  void theLastBlockCountsUntilARelease(
      Integer stopped, Integer released, Integer again, String by, int since) {
    List<LedgerEvent> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      if (Integer.valueOf(i).equals(stopped)) {
        all.add(stepTaken(day(i), "stop"));
      }
      if (Integer.valueOf(i).equals(released)) {
        all.add(stepTaken(day(i), "release"));
      }
      if (Integer.valueOf(i).equals(again)) {
        all.add(stepTaken(day(i), "stop again"));
      }
    }
    List<OrderBlock> expected =
        by == null ? List.of() : List.of(new OrderBlock("A", by, day(since)));
    assertThat(blocks(10, all, issued("A", -30))).isEqualTo(expected);
    InvoiceHistory own = issued("A", -30, all.toArray(LedgerEvent[]::new));
    assertThat(blocks(10, List.of(), own)).isEqualTo(expected);
  }

  @Test
  void aStepOfTheAccountIsAboutInvoicesThatWereIssuedByThen() {
    InvoiceHistory before = issued("A", 2);
    InvoiceHistory that = issued("B", 3);
    InvoiceHistory after = issued("C", 4);
    List<LedgerEvent> stopped = List.of(stepTaken(day(3), "stop"));
    assertThat(blocks(9, stopped, before, that, after))
        .extracting(OrderBlock::invoice)
        .containsExactly("A", "B");
    List<LedgerEvent> released = List.of(stepTaken(day(3), "stop"), stepTaken(day(8), "release"));
    assertThat(blocks(9, released, before, that, after)).isEmpty();
  }

  @Test
  void aBlockOfOneInvoiceEndsWithAReleaseOfTheAccount() {
    InvoiceHistory stopped = issued("A", -30, stepTaken(day(5), "stop"));
    List<LedgerEvent> released = List.of(stepTaken(day(6), "release"));
    assertThat(blocks(9, List.of(), stopped, issued("B", -30)))
        .containsExactly(new OrderBlock("A", "stop", day(5)));
    assertThat(blocks(9, released, stopped, issued("B", -30))).isEmpty();
    // the account was stopped before
    assertThat(blocks(9, List.of(stepTaken(day(3), "stop")), stopped, issued("B", -30)))
        .containsExactly(new OrderBlock("A", "stop", day(5)), new OrderBlock("B", "stop", day(3)));
  }

  @Test
  void whatIsNotIssuedYetBlocksNothing() {
    InvoiceHistory early = issued("A", 9, stepTaken(day(9), "stop"));
    assertThat(blocks(8, List.of(), early)).isEmpty();
    assertThat(blocks(9, List.of(), early)).hasSize(1);
  }
}
