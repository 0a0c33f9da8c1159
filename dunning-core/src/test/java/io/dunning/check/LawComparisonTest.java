package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.ContactPerson;
import io.dunning.action.DunningAction;
import io.dunning.action.PersonRole;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateInterest;
import io.dunning.law.LawAssumption;
import io.dunning.law.LawRadar;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Percentage;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LawComparisonTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final DunningPolicy POLICY =
      DunningPolicy.named("test")
          .ladder(
              EscalationLadder.of(step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL))))
          .charges(ChargeRules.of(LateInterest.fixed(Percentage.percent("10"))))
          .build();

  private static Account account(String id, String country, int term) {
    LocalDate issued = DAY.minusDays(70);
    return Account.of(
        Customer.of(id).ofKind(Customer.Kind.BUSINESS).inCountry(country),
        List.of(
            InvoiceHistory.of(
                Invoice.of("I-" + id, eur("365.00"), issued, issued.plusDays(term)))));
  }

  private static LawComparison compare(DunningPolicy policy, String id, Account... accounts) {
    return LawComparison.of(
        policy,
        LawAssumption.that(LawRadar.shipped().change(id)),
        BusinessCalendar.weekends(),
        List.of(accounts),
        DAY);
  }

  /** Ten days of 10 % on 365.00 EUR are 1.00 EUR. */
  @Test
  void showsWhatWouldFallDueEarlierAndWhatFollows() {
    LawComparison found = compare(POLICY, "GB-CPB", account("A", "GB", 90), account("B", "GB", 30));
    assertThat(found)
        .hasToString(
            """
            on 2026-03-31, if GB-CPB: at most 60 days to pay were law
            365.00 EUR overdue, then 730.00 EUR; charges 4.00 EUR, then 5.00 EUR
              A I-A: due 2026-04-20, then 2026-03-21; not due, then act: reminder; charges 0.00 EUR, then 1.00 EUR
            """);
  }

  @Test
  void changesNothingElsewhere() {
    LawComparison found = compare(POLICY, "GB-CPB", account("A", "DE", 90));
    assertThat(found.lines()).isEmpty();
    assertThat(found.accounts()).isEqualTo(1);
  }

  /** A call to a colleague is allowed by today's rules, and not by the draft. */
  @Test
  void putsRulesOfContactOnTopOfThePolicy() {
    DunningPolicy calls =
        DunningPolicy.named("calls")
            .ladder(
                EscalationLadder.of(
                    step("call")
                        .at(daysPastDue(3))
                        .take(DunningAction.placeCall())
                        .addressedTo(PersonRole.THIRD_PARTY)))
            .build();
    Account india =
        Account.of(
            Customer.of("A")
                .inCountry("IN")
                .withPerson(ContactPerson.of("Colleague", PersonRole.THIRD_PARTY)),
            account("A", "IN", 30).invoices());
    LawComparison found = compare(calls, "IN-RBI-RECOVERY", india);
    assertThat(found.lines())
        .extracting(LawComparison.Line::decision)
        .containsExactly("act: call to Colleague");
    assertThat(found.lines().get(0).decisionThen()).doesNotContain("Colleague");
  }
}
