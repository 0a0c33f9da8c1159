package io.dunning.scenario;

import static io.dunning.Policies.draft;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.evaluation.Verdict.ACT;
import static io.dunning.evaluation.Verdict.CLOSED;
import static io.dunning.evaluation.Verdict.HOLD;
import static io.dunning.evaluation.Verdict.NOT_DUE;
import static io.dunning.evaluation.Verdict.WAIT;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Table;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ScenarioTest {
  private static Scenario story() {
    return Scenario.of(draft().build()).invoice("INV-1", "100.00 EUR", "2026-01-15", "2026-02-14");
  }

  @Test
  void tellsAStoryToItsEnd() {
    story()
        .on("2026-02-14")
        .is(NOT_DUE)
        .on("2026-02-17")
        .takes("reminder")
        .looksAgainOn("2026-02-28")
        .on("2026-02-20")
        .promises("2026-03-10")
        .is(HOLD)
        .on("2026-03-11")
        .takes("notice")
        .on("2026-03-12")
        .pays("100.00 EUR")
        .is(CLOSED)
        .on("2026-03-13")
        .bounces("100.00 EUR")
        .is(WAIT)
        .verify();
  }

  @Test
  void failsWithTheExplanation() {
    assertThatThrownBy(() -> story().on("2026-02-16").takes("reminder").verify())
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            2026-02-16: expected: take reminder
            found: INV-1: wait
              as of 2026-02-16, policy test, 100.00 EUR overdue since 2026-02-14
              because reminder: 3 days past due is reached on 2026-02-17
              - notice: 14 days past due is reached on 2026-02-28
              - agency: 28 days past due is reached on 2026-03-14
              ~ would be reminder from 2026-02-17
              look again on 2026-02-17""");
    assertThatThrownBy(() -> story().on("2026-02-16").is(ACT).verify())
        .hasMessageStartingWith("2026-02-16: expected: act\nfound: INV-1: wait");
    assertThatThrownBy(() -> story().on("2026-02-16").looksAgainOn("2026-02-18").verify())
        .hasMessageStartingWith("2026-02-16: expected: look again on 2026-02-18");
  }

  @Test
  void failsOnAStepTheStoryForgets() {
    assertThatThrownBy(() -> story().on("2026-02-14").on("2026-03-01").takes("notice").verify())
        .hasMessageContaining("2026-02-17: the story tells of no step\nINV-1: send reminder");
    assertThatThrownBy(() -> story().on("2026-02-17").is(ACT).verify())
        .hasMessageStartingWith("2026-02-17: the story tells of no step");
  }

  @Test
  void refusesAStoryThatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> story().on("2026-02-14").on("2026-02-14"))
        .withMessage("days of a scenario go forward: 2026-02-14 after 2026-02-14");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> story().about("INV-2"))
        .withMessage("scenario has no such invoice: INV-2");
    assertThatThrownBy(() -> story().pays("1.00 EUR"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("scenario names no day yet\nMaybe start with on(...)");
  }

  @Test
  void tellsOfSeveralInvoicesAndTheAccount() {
    Scenario.of(draft().per(AccountRules.Unit.ACCOUNT).build())
        .calendar(BusinessCalendar.everyDay())
        .customer(Customer.of("C").named("Acme"))
        .invoice("A", "100.00 EUR", "2026-01-15", "2026-02-14")
        .invoice("B", "50.00 EUR", "2026-01-15", "2026-02-20")
        .on("2026-02-17")
        .about("A")
        .takes("reminder")
        .on("2026-02-18")
        .happensToAccount(LedgerEvent.hold(LocalDate.of(2026, 2, 18), "talks"))
        .is(HOLD)
        .on("2026-03-30")
        .happensToAccount(new RestrictionEvent.HoldReleased(LocalDate.of(2026, 3, 30)))
        .takes("notice")
        .takes("agency")
        .verify();
  }

  private static Timeline play(DunningPolicy policy) {
    List<InvoiceHistory> invoices =
        Table.rows("timelines/ledger.csv")
            .map(
                r ->
                    InvoiceHistory.of(
                        Invoice.of(
                            r.get("invoice"),
                            Money.parse(r.get("amount")),
                            LocalDate.parse(r.get("issued")),
                            LocalDate.parse(r.get("due")))))
            .toList();
    Account account =
        Account.of(Customer.of("C"), invoices)
            .with(
                invoices
                    .get(0)
                    .with(new MoneyEvent.Payment(LocalDate.of(2026, 3, 2), Money.eur("100.00"))))
            .with(
                invoices
                    .get(1)
                    .with(
                        new DisputeEvent.DisputeOpened(LocalDate.of(2026, 3, 1), "late"),
                        new DisputeEvent.DisputeResolved(LocalDate.of(2026, 3, 20))))
            .with(
                invoices
                    .get(2)
                    .with(
                        LedgerEvent.promise(LocalDate.of(2026, 3, 18), LocalDate.of(2026, 3, 25))));
    return Timeline.of(
        DunningEvaluator.on(BusinessCalendar.weekends()),
        policy,
        account,
        LocalDate.of(2026, 2, 1),
        LocalDate.of(2026, 6, 30));
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = ScenarioTest.class.getResourceAsStream("/timelines/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void playsTheGoldenTimelines() throws IOException {
    assertThat(play(draft().build())).hasToString(golden("per-invoice.txt"));
    assertThat(play(draft().per(AccountRules.Unit.ACCOUNT).minimumDaysBetweenContacts(7).build()))
        .hasToString(golden("per-account.txt"));
  }

  @Test
  void takesOnlyWhatIsRecommended() {
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("I", Money.eur("1.00"), LocalDate.EPOCH, LocalDate.EPOCH));
    var now =
        DunningEvaluator.on(BusinessCalendar.weekends())
            .evaluate(draft().build(), history, LocalDate.EPOCH);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timeline.take(now))
        .withMessageStartingWith("nothing to take: not due");
  }

  /** The first call puts its own invoice on hold; the other one is called for on the same day. */
  @Test
  void takesTheSameStepForAnotherInvoiceOfTheAccountOnOneDay() {
    DunningPolicy policy =
        DunningPolicy.named("one at a time")
            .ladder(EscalationLadder.of(step("call").at(daysBeforeDue(0)).take(placeCall())))
            .per(AccountRules.Unit.ACCOUNT_AND_CURRENCY)
            .holdWhile(Condition.taken("call"))
            .build();
    LocalDate due = LocalDate.of(2026, 1, 1);
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                InvoiceHistory.of(Invoice.of("I1", Money.eur("1.00"), due, due)),
                InvoiceHistory.of(Invoice.of("I2", Money.eur("2.00"), due, due))));
    Timeline timeline =
        Timeline.of(DunningEvaluator.on(BusinessCalendar.weekends()), policy, account, due, due);
    assertThat(timeline.entries())
        .extracting(e -> e.recommendation().invoices())
        .containsExactly(List.of("I1"), List.of("I2"));
  }
}
