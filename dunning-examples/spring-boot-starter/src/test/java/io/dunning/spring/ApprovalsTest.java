package io.dunning.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.Channel;
import io.dunning.evaluation.Posting;
import io.dunning.event.LedgerEvent;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Steps that wait for a person. */
class ApprovalsTest {
  private static final String TENANT = "default";

  /** With "INV-" before it, the number of the invoice is as long as one may be. */
  private static final String LONGEST = "C".repeat(196);

  private final TestDatabase database = TestDatabase.create();
  private final RecordingSender sender = new RecordingSender();

  private void host(Consumer<AssertableApplicationContext> test, String... properties) {
    Host.with(database, new SetClock(Host.DAY), sender, properties).run(test::accept);
  }

  /** A customer whose final demand waits for an approval. */
  private static void waits(Books books, String customer) {
    Host.owes(books, TENANT, customer, 40);
    for (String step : List.of("reminder", "notice")) {
      LedgerEvent taken = LedgerEvent.stepTaken(Host.DAY.minusDays(20), step, Channel.LETTER);
      Posting posting = new Posting(customer, Optional.of("INV-" + customer), taken);
      books.add(TENANT, posting, Host.DAY, "test", step + " " + customer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"approved", "refused"})
  void aStepOfTheLongestIdsIsDecidedOnce(String decision) {
    host(
        context -> {
          Books books = context.getBean(Books.class);
          waits(books, LONGEST);
          DunningRun run = context.getBean(DunningRun.class);
          run.run(TENANT);
          Approvals approvals = context.getBean(Approvals.class);
          String key = approvals.waiting(TENANT).get(0).key();
          assertThat(key).hasSizeGreaterThan(Entries.LONGEST_KEY);
          if (decision.equals("approved")) {
            approvals.approve(TENANT, key, "Anna");
          } else {
            approvals.refuse(TENANT, key, "Anna");
          }
          assertThat(books.account(TENANT, LONGEST).orElseThrow().invoices().get(0).events())
              .last()
              .asString()
              .contains("step " + decision + ": final demand");
          assertThatThrownBy(() -> approvals.approve(TENANT, key, "Bert"))
              .hasMessage("step does not wait any more, it was " + decision + " by Anna");
        });
  }

  /** New terms begin the ladder anew, with the same keys of steps that were not taken. */
  @Test
  void anAnswerStaysWhenTheStepIsAskedAboutAgain() {
    SetClock clock = new SetClock(Host.DAY);
    Host.with(database, clock, sender)
        .run(
            context -> {
              Books books = context.getBean(Books.class);
              waits(books, "C-1");
              DunningRun run = context.getBean(DunningRun.class);
              run.run(TENANT);
              Approvals approvals = context.getBean(Approvals.class);
              String key = approvals.waiting(TENANT).get(0).key();
              approvals.refuse(TENANT, key, "Anna");
              LedgerEvent terms =
                  LedgerEvent.termsRenegotiated(Host.DAY.plusDays(1), Host.DAY.plusDays(5));
              Posting renewed = new Posting("C-1", Optional.of("INV-C-1"), terms);
              books.add(TENANT, renewed, Host.DAY.plusDays(1), "Bert", "terms");
              for (int day = 1; day < 60 && approvals.waiting(TENANT).isEmpty(); day++) {
                clock.set(Host.DAY.plusDays(day));
                run.run(TENANT);
              }
              assertThat(approvals.waiting(TENANT))
                  .singleElement()
                  .extracting("key")
                  .isEqualTo(key);
              String decided = "SELECT decided_by FROM dunning.approval";
              assertThat(value(decided)).isEqualTo("Anna");
              approvals.approve(TENANT, key, "Bert");
              assertThat(value(decided)).isEqualTo("Bert");
              assertThat(approvals.answers(TENANT, Optional.of(key), Long.MAX_VALUE, 10))
                  .extracting(a -> a.decision() + " by " + a.by())
                  .containsExactly("approved by Bert", "refused by Anna");
              assertThatThrownBy(() -> database.execute("DELETE FROM dunning.approval_answer"))
                  .hasMessageContaining("are only added");
            });
  }

  private String value(String sql) {
    return JdbcClient.create(database.superuser()).sql(sql).query(String.class).single();
  }

  @Test
  void anActionOfTheLongestIdsIsGivenUp() {
    sender.behaviour =
        delivery -> {
          throw new IOException("no such address");
        };
    host(
        context -> {
          Books books = context.getBean(Books.class);
          Host.owes(books, TENANT, LONGEST, 5);
          context.getBean(DunningRun.class).run(TENANT);
          Deliveries deliveries = context.getBean(Deliveries.class);
          Host.until(() -> deliveries.list(TENANT, DeliveryState.DEAD).size() == 1);
          deliveries.giveUp(TENANT, deliveries.list(TENANT).get(0).key(), "Anna");
          assertThat(books.account(TENANT, LONGEST).orElseThrow().invoices().get(0).events())
              .last()
              .asString()
              .contains("step withdrawn: reminder");
        },
        "dunning.outbox.attempts=1");
  }

  @Test
  void theLimitOfAKeyIsTheOneThatIsTold() {
    host(
        context -> {
          Books books = context.getBean(Books.class);
          Host.owes(books, TENANT, "C-1", 5);
          Posting paid = Host.paid("C-1");
          assertThat(books.add(TENANT, paid, Host.DAY, "bank", "k".repeat(255))).isTrue();
          assertThatThrownBy(() -> books.add(TENANT, paid, Host.DAY, "bank", "k".repeat(256)))
              .hasMessage("idempotency key has more than 255 characters: 256");
        });
  }

  @Test
  void pagesShowEachStepOnceThoseThatWaitLongestFirst() {
    host(
        context -> {
          for (int i = 0; i < 5; i++) {
            waits(context.getBean(Books.class), "C-" + i);
          }
          context.getBean(DunningRun.class).run(TENANT);
          database.execute(
              "UPDATE dunning.approval SET asked_on = '2026-01-01' WHERE customer = 'C-3'");
          Approvals approvals = context.getBean(Approvals.class);
          List<String> customers = new ArrayList<>();
          Optional<ApprovalPlace> after = Optional.empty();
          List<Approvals.Waiting> page;
          do {
            page = approvals.page(TENANT, after, 2);
            page.forEach(w -> customers.add(w.recommendation().subject().customer()));
            after = page.stream().reduce((a, b) -> b).map(Approvals.Waiting::place);
          } while (page.size() == 2);
          assertThat(customers).containsExactly("C-3", "C-0", "C-1", "C-2", "C-4");
          assertThatThrownBy(() -> approvals.page(TENANT, Optional.empty(), 0))
              .hasMessage("limit is not between 1 and 1000: 0");
        });
  }

  @Test
  void aPlaceIsReadAsItPrints() {
    ApprovalPlace place = new ApprovalPlace(LocalDate.of(2026, 3, 2), "standard/C,1/INV-1/call/1");
    assertThat(ApprovalPlace.parse(place.toString())).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", ",x", "x,2026-03-02", "2026-13-02,x", "+99999-01-01,x"})
  void whatIsNoPlaceIsRefused(String text) {
    assertThatThrownBy(() -> ApprovalPlace.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no place in a list of steps: " + text);
  }
}
