package io.dunning.peers;

import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Table;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.LedgerEvent;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * metasfresh's levels as steps of ours, where the rules agree. Deliberate differences: there the
 * due date itself counts as overdue; a dunning candidate is stored and may be refreshed, here
 * nothing is stored; statements that list what is not due come later.
 */
class MetasfreshTest {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());
  private static final LocalDate DUE = LocalDate.of(2012, 1, 1);

  private static DunningPolicy levels(int days) {
    return DunningPolicy.named("levels")
        .ladder(
            EscalationLadder.of(
                step("1").at(daysPastDue(10)).take(sendNotice(1, LETTER)),
                step("2").at(daysPastDue(20)).take(sendNotice(2, LETTER)),
                step("3").at(daysPastDue(30)).take(sendNotice(3, LETTER))))
        .minimumDaysBetweenContacts(days)
        .build();
  }

  private static InvoiceHistory invoice(String open) {
    return InvoiceHistory.of(Invoice.of("I", Money.eur(open), DUE.minusDays(30), DUE));
  }

  private static Recommendation on(InvoiceHistory history, LocalDate day, int gap) {
    return EVALUATOR.evaluate(levels(gap), history, day);
  }

  static Stream<Table.Row> eligibility() {
    return Table.rows("peers/metasfresh_eligibility.csv");
  }

  @ParameterizedTest
  @MethodSource("eligibility")
  void reachesALevelOnItsDay(Table.Row row) {
    Matcher days = Pattern.compile("days due (\\d+)").matcher(row.get("input"));
    assertThat(days.find()).isTrue();
    boolean nothing = row.get("input").contains("open 0");
    Recommendation now =
        on(invoice(nothing ? "0.00" : "100.00"), DUE.plusDays(Integer.parseInt(days.group(1))), 0);
    assertThat(now.verdict() == Verdict.ACT).isEqualTo(row.get("expected").equals("eligible"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # MFP-12 to 14: level 1 on 1 February, level 2 ten days later, the tenth included
          2012-02-05, WAIT
          2012-02-11, ACT
          2012-02-20, ACT
          """)
  void keepsTheDaysBetweenLevels(LocalDate day, Verdict expected) {
    InvoiceHistory history =
        invoice("100.00").with(LedgerEvent.stepTaken(LocalDate.of(2012, 2, 1), "1"));
    assertThat(on(history, day, 10).verdict()).isEqualTo(expected);
  }

  @Test
  void raisesALevelOnlyAfterTheOneBefore() {
    // MFP-09 and MFP-23: without level 1, 25 days due ask for level 1, not 2
    assertThat(on(invoice("100.00"), DUE.plusDays(25), 0).step().orElseThrow().name())
        .isEqualTo("1");
    // MFP-02: a level that was processed is not raised again
    InvoiceHistory once = invoice("100.00").with(LedgerEvent.stepTaken(DUE.plusDays(10), "1"));
    assertThat(on(once, DUE.plusDays(12), 0).verdict()).isEqualTo(Verdict.WAIT);
    // MFP-11: each after the one before
    InvoiceHistory twice = once.with(LedgerEvent.stepTaken(DUE.plusDays(20), "2"));
    assertThat(on(twice, DUE.plusDays(30), 0).step().orElseThrow().name()).isEqualTo("3");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # MFP-36 and 37: nine days after the last level
          15, WAIT
          7, ACT
          """)
  void countsDaysSinceTheLastLevel(int gap, Verdict expected) {
    LocalDate last = DUE.plusDays(12);
    InvoiceHistory history = invoice("100.00").with(LedgerEvent.stepTaken(last, "1"));
    assertThat(on(history, last.plusDays(9), gap).verdict()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # MFP-16 to 18: no grace; grace over the day before; grace through the day
          0, ACT
          9, ACT
          10, NOT_DUE
          """)
  void waitsThroughTheLastDayOfGrace(int graceDays, Verdict expected) {
    DunningPolicy policy =
        DunningPolicy.named("grace")
            .grace(calendarDays(graceDays))
            .ladder(EscalationLadder.of(step("1").at(daysPastDue(10)).take(sendNotice(1, LETTER))))
            .build();
    assertThat(EVALUATOR.evaluate(policy, invoice("100.00"), DUE.plusDays(10)).verdict())
        .isEqualTo(expected);
  }
}
