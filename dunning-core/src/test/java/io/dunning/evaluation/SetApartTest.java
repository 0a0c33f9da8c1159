package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.AccountRules.Unit.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.RecommendationParts.Apart;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of an open invoice a step does not ask for. */
class SetApartTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final Money ZERO = eur("0.00");
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory invoice(String number, LedgerEvent... events) {
    return Fixtures.history(number, eur("100.00"), DUE, events);
  }

  /** All invoices of the account, on the day of the reminder. */
  private static Explanation explain(InvoiceHistory... histories) {
    return EVALUATOR
        .explain(draft().per(ACCOUNT).build(), Fixtures.account("C", histories), day(3))
        .get(0);
  }

  private static Recommendation now(InvoiceHistory... histories) {
    return BothWays.decide(
            EVALUATOR, draft().per(ACCOUNT).build(), Fixtures.account("C", histories), day(3))
        .get(0);
  }

  @Test
  void whatIsDisputedPromisedOrNotDueIsSetApart() {
    List<Instalment> parts =
        List.of(new Instalment(day(0), eur("40.00")), new Instalment(day(21), eur("60.00")));
    InvoiceHistory inParts =
        InvoiceHistory.of(Fixtures.invoice("P", eur("100.00"), DUE).inInstalments(parts));
    Recommendation now =
        now(
            invoice("A", dispute(day(1), eur("30.00"), "broken")),
            invoice("B", promise(day(1), eur("20.00"), day(9))),
            inParts,
            invoice("Z"));
    assertThat(now.step()).contains("reminder");
    assertThat(now.parts().apart())
        .isEqualTo(
            Map.of(
                "A", new Apart(eur("30.00"), ZERO, ZERO),
                "B", new Apart(ZERO, eur("20.00"), ZERO),
                "P", new Apart(ZERO, ZERO, eur("60.00"))));
  }

  @Test
  void nothingIsSetApartOfInvoicesThatAreAskedForInFull() {
    assertThat(now(invoice("A"), invoice("Z")).parts().apart()).isEmpty();
  }

  @Test
  void theExplanationGivesTheSumOnlyIfAPartIsSetApart() {
    String sum = " to pay: ";
    assertThat(explain(invoice("A"), invoice("Z")).toString()).doesNotContain(sum);
    assertThat(explain(invoice("A", dispute(day(1), eur("30.00"), "broken"))).toString())
        .contains(sum);
    assertThat(explain(invoice("A", promise(day(1), eur("20.00"), day(9)))).toString())
        .contains(sum);
    assertThat(explain(invoice("A"), invoice("Z", hold(day(1), "asked", day(9)))).toString())
        .contains(sum);
  }

  @Test
  void recommendationsThatSetOtherPartsApartAreNotEqual() {
    InvoiceHistory thirty = invoice("A", dispute(day(1), eur("30.00"), "broken"));
    InvoiceHistory promised = invoice("A", promise(day(1), eur("30.00"), day(9)));
    assertThat(now(thirty)).isEqualTo(now(thirty)).isNotEqualTo(now(promised));
    assertThat(now(thirty)).isNotEqualTo(now(invoice("A")));
  }
}
