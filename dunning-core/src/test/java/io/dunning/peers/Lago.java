package io.dunning.peers;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningDocument;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.PolicySet;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Lago: campaigns of so many attempts with a threshold a currency. Its wait is over once more than
 * so many times 24 hours have passed since the last attempt; at a fixed time of day that is one day
 * more than it says.
 */
final class Lago extends Peer {
  private static PolicyDraft campaign(int attempts, int between, String... thresholds) {
    List<EscalationStep> steps = new ArrayList<>();
    for (int i = 1; i <= attempts; i++) {
      steps.add(step("attempt " + i).at(daysPastDue(1)).take(sendReminder(EMAIL)));
    }
    PolicyDraft draft =
        draft(steps.toArray(new EscalationStep[0]))
            .per(AccountRules.Unit.ACCOUNT_AND_CURRENCY)
            .minimumDaysBetweenContacts(between + 1);
    for (String threshold : thresholds) {
      draft.minimumAmount(Money.parse(threshold));
    }
    return draft;
  }

  private static Account customer(InvoiceHistory... invoices) {
    return Account.of(Customer.of("C"), List.of(invoices));
  }

  private static InvoiceHistory overdue(String number, String amount, LedgerEvent... events) {
    return invoice(number, amount, "2024-12-01", "2024-12-31", events);
  }

  private static AccountRecommendation now(PolicyDraft draft, Account account, String day) {
    return EVALUATOR.evaluate(draft.build(), account, on(day));
  }

  private static LedgerEvent attempt(int number, String day) {
    return LedgerEvent.stepTaken(on(day), "attempt " + number, EMAIL);
  }

  Lago() {
    super("Lago");
    table("lago_dunning");
    thresholds();
    waits();
    currencies();
    firstScenario();
    secondScenario();
  }

  private void thresholds() {
    Account fifty = customer(overdue("I", "50.00 EUR"));
    same(
        "LG-thr-2",
        () -> assertThat(now(campaign(3, 4, "50.99 EUR"), fifty, "2025-01-01").due()).isEmpty());
    differs(
        "LG-nocur",
        "a currency without a minimum amount has none; leave a currency out with a condition",
        () -> assertThat(now(campaign(3, 4, "40.00 USD"), fifty, "2025-01-01").due()).hasSize(1));
    same(
        "LG-override",
        () -> {
          PolicySet set =
              PolicySet.byDefault(campaign(3, 4, "50.99 EUR").build())
                  .forCustomer("C", campaign(3, 4, "49.99 EUR").build());
          assertThat(EVALUATOR.evaluate(set, fifty, on("2025-01-01")).due()).hasSize(1);
        });
    same(
        "LG-excluded",
        () -> {
          Account excluded = Account.of(Customer.of("C").tagged("excluded"), fifty.invoices());
          PolicyDraft draft = campaign(3, 4).holdWhile(Condition.customerTagged("excluded"));
          assertThat(now(draft, excluded, "2025-01-01").due()).isEmpty();
          assertThat(now(draft, fifty, "2025-01-01").due()).hasSize(1);
        });
  }

  private void waits() {
    Account once = customer(overdue("I", "50.00 EUR", attempt(1, "2025-01-01")));
    same("LG-wait-1", () -> assertThat(now(campaign(3, 4), once, "2025-01-04").due()).isEmpty());
    differs(
        "LG-wait-2",
        "days, not hours: the fifth day is the first after more than four",
        () -> {
          assertThat(now(campaign(3, 4), once, "2025-01-05").due()).isEmpty();
          assertThat(now(campaign(3, 4), once, "2025-01-06").due()).hasSize(1);
        });
    same(
        "LG-max",
        () -> {
          LedgerEvent[] all = new LedgerEvent[5];
          for (int i = 1; i <= 5; i++) {
            all[i - 1] = attempt(i, "2025-01-0" + i);
          }
          Account done = customer(overdue("I", "50.00 EUR", all));
          assertThat(now(campaign(5, 1), done, "2025-06-01").due()).isEmpty();
        });
  }

  private void currencies() {
    PolicyDraft draft = campaign(2, 2, "40.00 USD", "20.00 EUR");
    same(
        "LG-mc-1",
        () ->
            assertThat(
                    now(
                            draft,
                            customer(overdue("U", "50.00 USD"), overdue("E", "25.00 EUR")),
                            "2025-01-01")
                        .documents())
                .extracting(DunningDocument::invoices)
                .containsExactly(List.of("E"), List.of("U")));
    same(
        "LG-mc-2",
        () ->
            assertThat(
                    now(
                            draft,
                            customer(overdue("U", "50.00 USD"), overdue("E", "15.00 EUR")),
                            "2025-01-01")
                        .due()
                        .get(0)
                        .invoices())
                .containsExactly("U"));
    same(
        "LG-mc-4",
        () -> {
          Account account =
              customer(
                  overdue("U", "50.00 USD", attempt(1, "2025-01-01"), attempt(2, "2025-01-04")),
                  overdue("E", "25.00 EUR"));
          assertThat(now(draft, account, "2025-01-07").due())
              .singleElement()
              .extracting(r -> r.invoices() + " " + r.step().orElseThrow())
              .isEqualTo("[E] attempt 1");
        });
  }

  /** What was sent on each day, every day looked at, all of a day's requests at once. */
  private static List<String> played(PolicyDraft draft, Account account, String last) {
    List<String> sent = new ArrayList<>();
    Account now = account;
    for (LocalDate day = on("2025-01-01"); !day.isAfter(on(last)); day = day.plusDays(1)) {
      AccountRecommendation all = EVALUATOR.evaluate(draft.build(), now, day);
      for (DunningDocument document : all.documents()) {
        sent.add(day + " " + document.overdue() + " " + document.step());
        now = Timeline.take(now, document);
      }
    }
    return sent;
  }

  private void firstScenario() {
    Account account =
        customer(
            invoice("E", "149.00 EUR", "2024-12-01", "2025-01-02"),
            invoice("U", "120.00 USD", "2024-12-01", "2025-01-02"),
            invoice("E2", "10.00 EUR", "2024-12-01", "2025-01-05"));
    PolicyDraft draft = campaign(2, 2, "150.00 EUR", "100.00 USD");
    List<String> expected =
        List.of(
            "2025-01-03 [120.00 USD] attempt 1",
            "2025-01-06 [159.00 EUR] attempt 1",
            "2025-01-06 [120.00 USD] attempt 2",
            "2025-01-09 [159.00 EUR] attempt 2");
    for (String day : List.of("0101", "0103", "0105", "0106", "0112")) {
      String last = "2025-01-" + day.substring(2);
      same(
          "LG-s1-" + day,
          () ->
              assertThat(played(draft, account, last))
                  .isEqualTo(
                      expected.stream()
                          .filter(s -> s.substring(0, 10).compareTo(last) <= 0)
                          .toList()));
    }
  }

  private void secondScenario() {
    Account account =
        customer(
            invoice("E", "149.00 EUR", "2024-12-01", "2025-01-03"),
            invoice("E2", "6.00 EUR", "2024-12-01", "2025-01-06"));
    PolicyDraft draft = campaign(2, 2, "150.00 EUR");
    List<String> expected =
        List.of("2025-01-07 [155.00 EUR] attempt 1", "2025-01-10 [155.00 EUR] attempt 2");
    for (String day : List.of("0104", "0108", "0110", "0113")) {
      String last = "2025-01-" + day.substring(2);
      same(
          "LG-s2-" + day,
          () ->
              assertThat(played(draft, account, last))
                  .isEqualTo(
                      expected.stream()
                          .filter(s -> s.substring(0, 10).compareTo(last) <= 0)
                          .toList()));
    }
  }
}
