package io.dunning.scenario;

import static io.dunning.Policies.draft;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dunning.Table;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
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

class TimelineTest {
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
    try (InputStream in = TimelineTest.class.getResourceAsStream("/timelines/" + name)) {
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
    Account account = Account.of(Customer.of("C"), List.of(history));
    var now =
        DunningEvaluator.on(BusinessCalendar.weekends())
            .evaluate(draft().build(), account, LocalDate.EPOCH)
            .recommendations()
            .get(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timeline.take(account, now))
        .withMessageStartingWith("line takes no step: not due");
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
