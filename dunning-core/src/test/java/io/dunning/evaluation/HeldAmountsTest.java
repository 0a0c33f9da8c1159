package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.event.LedgerEvent.candidateReceipt;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.policy.AccountRules.Unit.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is overdue and chased, what is overdue and held, and since when. */
class HeldAmountsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());

  /** May pay the first invoice; while it is not booked, the step waits. */
  private static final LedgerEvent RECEIPT = candidateReceipt(day(4), "R-1", eur("100.00"), "ACME");

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory invoice(String number, Money amount, int due) {
    return Fixtures.history(number, amount, day(due));
  }

  private static InvoiceHistory held(String number, Money amount, int due) {
    return invoice(number, amount, due).with(hold(day(1), "asked", day(20)));
  }

  private static Recommendation now(InvoiceHistory... histories) {
    return BothWays.decide(
            EVALUATOR, draft().per(ACCOUNT).build(), Fixtures.account("C", histories), day(5))
        .get(0);
  }

  private static void assertChased(Recommendation now, Integer since, Money... amounts) {
    assertThat(now.overdue()).containsExactly(amounts);
    assertThat(now.overdueSince()).isEqualTo(Optional.ofNullable(since).map(d -> day(d)));
  }

  private static void assertHeld(Recommendation now, Integer since, Money... amounts) {
    assertThat(now.heldOverdue()).containsExactly(amounts);
    assertThat(now.heldOverdueSince()).isEqualTo(Optional.ofNullable(since).map(d -> day(d)));
  }

  @Test
  void whatIsHeldIsNotChased() {
    Recommendation now =
        now(
            invoice("A", eur("100.00"), 0),
            held("B", eur("40.00"), -3),
            held("C", eur("7.00"), -10),
            held("D", eur("1.00"), -1),
            held("E", usd("9.00"), -2));
    assertThat(now.verdict()).isEqualTo(Verdict.ACT);
    assertChased(now, 0, eur("100.00"));
    assertHeld(now, -10, eur("48.00"), usd("9.00"));
  }

  @Test
  void theFirstOverdueDayIsTheDayAfterTheDueDate() {
    Recommendation now =
        now(invoice("A", eur("100.00"), 4), held("B", eur("40.00"), 4), held("C", eur("7.00"), 5));
    assertChased(now, 4, eur("100.00"));
    assertHeld(now, 4, eur("40.00"));
  }

  @Test
  void nothingIsHeldThatIsNotOverdue() {
    Recommendation now = now(invoice("A", eur("100.00"), 0), held("B", eur("40.00"), 12));
    assertChased(now, 0, eur("100.00"));
    assertHeld(now, null);
    assertHeld(now(invoice("A", eur("100.00"), 0)), null);
  }

  @Test
  void aDebtThatIsHeldAsAWholeChasesNothing() {
    Recommendation now = now(held("A", eur("100.00"), 0), held("B", eur("40.00"), -3));
    assertThat(now.verdict()).isEqualTo(Verdict.HOLD);
    assertChased(now, null);
    assertHeld(now, -3, eur("140.00"));
  }

  // while a step waits for a receipt

  @Test
  void whileTheStepIsHeldAllThatIsOverdueIs() {
    InvoiceHistory paying = invoice("A", eur("100.00"), 0).with(RECEIPT);
    Recommendation alone = now(paying);
    assertThat(alone.rule()).isEqualTo(Rule.RECEIPT_PROPOSED);
    assertChased(alone, 0);
    assertHeld(alone, 0, eur("100.00"));
    Recommendation older = now(paying, held("B", eur("40.00"), -3), held("E", usd("9.00"), -2));
    assertThat(older.rule()).isEqualTo(Rule.RECEIPT_PROPOSED);
    assertHeld(older, -3, eur("140.00"), usd("9.00"));
    Recommendation younger = now(paying, held("B", eur("40.00"), 2));
    assertHeld(younger, 0, eur("140.00"));
  }

  // lines

  @Test
  void aLineSaysWhetherItIsChasedOverdueOrHeld() {
    Recommendation now =
        now(
            invoice("A", eur("100.00"), 0),
            held("B", eur("40.00"), -3),
            held("C", eur("7.00"), 12),
            invoice("D", eur("2.00"), 12),
            invoice("E", eur("1.00"), 0).with(dispute(day(1), "broken")));
    assertLine(now, "A", true, true, false);
    assertLine(now, "B", false, true, true);
    assertLine(now, "C", false, false, true);
    assertLine(now, "D", false, false, false);
    assertLine(now, "E", false, true, true);
    assertThat(now.invoices()).containsExactly("A");
    assertThat(now.forInformation()).containsExactly("D");
    assertThat(now.open()).containsExactly(eur("150.00"));
  }

  @Test
  void whileTheStepIsHeldSoIsWhatItWouldBeAbout() {
    InvoiceHistory paying = invoice("A", eur("100.00"), 0).with(RECEIPT);
    Recommendation now = now(paying, invoice("B", eur("9.00"), 1), invoice("C", eur("2.00"), 12));
    assertLine(now, "A", false, true, true);
    assertLine(now, "B", false, true, true);
    assertLine(now, "C", false, false, false);
    assertThat(now.invoices()).isEmpty();
    assertThat(now.forInformation()).containsExactly("C");
  }

  @Test
  void beforeAnythingIsOverdueTheDecisionIsAboutTheOldest() {
    Recommendation now = now(invoice("A", eur("9.00"), 9), invoice("B", eur("8.00"), 7));
    assertThat(now.verdict()).isEqualTo(Verdict.NOT_DUE);
    assertLine(now, "A", false, false, false);
    assertLine(now, "B", true, false, false);
    assertThat(now.forInformation()).containsExactly("A", "B");
  }

  private static void assertLine(
      Recommendation now, String number, boolean concerned, boolean overdue, boolean held) {
    InvoiceLine line =
        now.lines().stream().filter(l -> l.invoice().equals(number)).findFirst().orElseThrow();
    assertThat(List.of(line.concerned(), line.overdue(), line.held()))
        .as("whether %s is concerned, overdue, held", number)
        .containsExactly(concerned, overdue, held);
  }
}
