package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.evaluation.Posting;
import io.dunning.event.LedgerEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people decide after the clock went back, about a step of a day that is yet to come. */
class ClockBackTest {
  private static final String TENANT = "default";
  private static final String CUSTOMER = "C-1";

  private final TestDatabase database = TestDatabase.create();
  private final SetClock clock = new SetClock(Host.DAY);
  private final RecordingSender sender = new RecordingSender();

  private static void add(Books books, LedgerEvent event) {
    Posting posting = new Posting(CUSTOMER, Optional.of("INV-" + CUSTOMER), event);
    books.add(TENANT, posting, Host.DAY, "test", String.valueOf(event));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 800})
  void aStepThatIsGivenUpIsTakenAgain(int daysAhead) {
    sender.behaviour = RecordingSender.FAILS;
    Host.with(database, clock, sender, "dunning.outbox.attempts=1")
        .run(
            context -> {
              Deliveries all = context.getBean(Deliveries.class);
              DunningRun run = context.getBean(DunningRun.class);
              Host.owes(context.getBean(Books.class), TENANT, CUSTOMER, 5);
              clock.set(Host.DAY.plusDays(daysAhead));
              run.run(TENANT);
              Host.until(() -> all.list(TENANT, DeliveryState.DEAD).size() == 1);
              clock.set(Host.DAY);
              all.giveUp(TENANT, "test/C-1/INV-C-1/reminder/1#1", "Anna");
              clock.set(Host.DAY.plusDays(daysAhead));
              sender.behaviour = delivery -> "";
              run.run(TENANT);
              Host.until(() -> !sender.sent.isEmpty());
              assertThat(sender.sent).containsExactly("test/C-1/INV-C-1/reminder/2#1");
            });
  }

  /** New terms begin the ladder anew, and what was approved before them does not count. */
  @Test
  void aStepThatIsApprovedIsTaken() {
    Host.with(database, clock, sender)
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              DunningRun run = context.getBean(DunningRun.class);
              Host.owes(books, TENANT, CUSTOMER, 40);
              for (String step : List.of("reminder", "notice")) {
                add(books, LedgerEvent.stepTaken(Host.DAY.minusDays(20), step, Channel.LETTER));
              }
              LocalDate terms = Host.DAY.plusDays(1);
              add(books, LedgerEvent.termsRenegotiated(terms, Host.DAY.plusDays(5)));
              Approvals approvals = context.getBean(Approvals.class);
              for (LocalDate day = terms;
                  approvals.waiting(TENANT).isEmpty();
                  day = day.plusDays(1)) {
                assertThat(day).isBefore(Host.DAY.plusDays(60));
                clock.set(day);
                run.run(TENANT);
              }
              clock.set(Host.DAY);
              String key = approvals.waiting(TENANT).get(0).key();
              run.look(TENANT, approvals.approve(TENANT, key, "Anna"));
              Host.until(() -> sender.sent.contains(key + "#1"));
              assertThat(approvals.waiting(TENANT)).isEmpty();
            });
  }
}
