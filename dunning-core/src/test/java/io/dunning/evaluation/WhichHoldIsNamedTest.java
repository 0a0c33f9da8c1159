package io.dunning.evaluation;

import static io.dunning.Policies.LADDER;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.restricted;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules.Unit;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of several holds one is named, and the debt is looked at again when another would be. */
class WhichHoldIsNamedTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningPolicy POLICY =
      DunningPolicy.named("p").per(Unit.ACCOUNT).ladder(LADDER).build();

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory due(int on, LedgerEvent... events) {
    String number = "I" + on + "-" + events.length;
    return InvoiceHistory.of(Invoice.of(number, eur("10.00"), day(-60), day(on))).with(events);
  }

  private static Recommendation now(InvoiceHistory... histories) {
    Account account = Account.of(Customer.of("C"), List.of(histories));
    Recommendation now =
        DunningEvaluator.on(BusinessCalendar.everyDay())
            .evaluate(POLICY, account, day(10))
            .recommendations()
            .get(0);
    assertThat(now.verdict()).isEqualTo(Verdict.HOLD);
    return now;
  }

  private static void assertNames(Recommendation now, String reason, Integer review) {
    assertThat(now.reason().toString()).startsWith(reason);
    if (review == null) {
      assertThat(now.reviewOn()).isEmpty();
    } else {
      assertThat(now.reviewOn()).contains(day(review));
    }
  }

  @Test
  void ofOneItemTheHoldThatLastsLongestIsNamed() {
    LedgerEvent asked = hold(day(1), "asked", day(12));
    LedgerEvent promised = promise(day(1), day(15));
    assertNames(now(due(0, asked, promised)), "payment promised by 2026-03-01", 16);
    assertNames(now(due(0, asked, promise(day(1), day(11)))), "on hold (asked)", 13);
    // at the same time the one that is recorded, rather than one of the policy's condition
    assertNames(now(due(0, asked, promise(day(1), day(12)))), "on hold (asked)", 13);
    assertNames(now(due(0, asked, dispute(day(1), "broken"))), "disputed since 2026-02-15", null);
    LedgerEvent pause = restricted(day(1), Restriction.BREATHING_SPACE, day(12));
    assertNames(now(due(0, asked, pause)), "in a breathing space", 13);
    assertNames(now(due(0, hold(day(1), "asked", day(13)), pause)), "on hold (asked)", 14);
  }

  @Test
  void ofSeveralItemsTheOneThatIsOverdueAndReleasedFirstIsNamed() {
    InvoiceHistory late = due(0, hold(day(1), "late", day(20)));
    InvoiceHistory later = due(1, hold(day(1), "later", day(15)));
    InvoiceHistory notDue = due(12, hold(day(1), "not due", day(11)));
    assertNames(now(late, later), "on hold (later)", 16);
    assertNames(now(later, late), "on hold (later)", 16);
    // an item that is free by then ends the hold of the debt once it is overdue itself
    assertNames(now(notDue, late), "on hold (late)", 13);
    assertNames(now(late, notDue), "on hold (late)", 13);
    assertNames(now(notDue, late, later), "on hold (later)", 13);
  }

  @Test
  void ofItemsReleasedTogetherTheOldestIsNamed() {
    InvoiceHistory older = due(0, hold(day(1), "older", day(20)));
    InvoiceHistory younger = due(1, hold(day(1), "younger", day(20)));
    assertNames(now(older, younger), "on hold (older)", 21);
    assertNames(now(younger, older), "on hold (older)", 21);
    InvoiceHistory promised = due(0, promise(day(1), day(20)), hold(day(1), "", day(3)));
    assertNames(now(promised, older), "on hold (older)", 21);
    assertNames(now(older, promised), "on hold (older)", 21);
  }
}
