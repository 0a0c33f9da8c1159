package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long lists of actions. */
class DeliveriesTest {
  private static final int ACCOUNTS = 7;

  private final TestDatabase database = TestDatabase.create();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1_000})
  void pagesShowEachActionOnceThoseThatWaitLongestFirst(int limit) {
    Host.with(
            database, new SetClock(Host.DAY), new RecordingSender(), "dunning.outbox.enabled=false")
        .run(
            context -> {
              for (int i = 0; i < ACCOUNTS; i++) {
                Host.owes(context.getBean(Books.class), "default", "C-" + i, 5);
              }
              context.getBean(DunningRun.class).run("default");
              // two that changed at the same moment, and one that changed last
              database.execute(
                  "UPDATE dunning.delivery SET changed_at = '2026-03-01' WHERE customer < 'C-2'",
                  "UPDATE dunning.delivery SET changed_at = '2999-03-01' WHERE customer = 'C-3'");
              Deliveries all = context.getBean(Deliveries.class);
              List<String> customers = new ArrayList<>();
              Optional<DeliveryPlace> after = Optional.empty();
              List<Deliveries.Entry> page;
              do {
                page = all.page("default", after, limit, DeliveryState.SCHEDULED);
                page.forEach(e -> customers.add(e.customer()));
                after = page.stream().reduce((a, b) -> b).map(Deliveries.Entry::place);
              } while (page.size() == limit);
              assertThat(customers)
                  .hasSize(ACCOUNTS)
                  .doesNotHaveDuplicates()
                  .startsWith("C-0", "C-1")
                  .endsWith("C-3");
              assertThat(all.page("default", Optional.empty(), limit, DeliveryState.SENT))
                  .isEmpty();
            });
  }

  @Test
  void aPlaceIsReadAsItPrints() {
    String text = "2026-03-02T09:00:00.123456Z,standard/C,1/INV-1/reminder/1#1";
    DeliveryPlace place = DeliveryPlace.parse(text);
    assertThat(place.key()).isEqualTo("standard/C,1/INV-1/reminder/1#1");
    assertThat(place).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        ",x",
        "2026-03-02,x",
        "x,2026-03-02T09:00:00Z",
        "+1000000000-12-31T23:59:59Z,x"
      })
  void whatIsNoPlaceIsRefused(String text) {
    assertThatThrownBy(() -> DeliveryPlace.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no place in a list of actions: " + text);
  }
}
