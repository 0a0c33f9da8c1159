package io.dunning.policy;

import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.calendar.Days.months;
import static io.dunning.calendar.Days.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunning.action.Performer;
import io.dunning.calendar.Days;
import io.dunning.grammar.Form;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.sentence.SentenceException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Triggers, resumptions and assignments are read in the sentences in which they print. */
class TriggerSentencesTest {

  static Stream<Trigger> triggers() {
    return Stream.of(calendarDays(0), calendarDays(1), businessDays(20), months(3), years(1))
        .flatMap(TriggerSentencesTest::triggers);
  }

  private static Stream<Trigger> triggers(Days days) {
    return Stream.of(
        Trigger.pastDue(days),
        Trigger.beforeDue(days),
        Trigger.endOfMonthPastDue(days),
        Trigger.afterInvoice(days),
        Trigger.after("reminder", days),
        Trigger.afterDeadlineOf("first notice", days));
  }

  @ParameterizedTest
  @MethodSource("triggers")
  void readsATriggerInTheWordsInWhichItPrints(Trigger trigger) {
    assertThat(Trigger.parse(trigger.toString())).isEqualTo(trigger);
    assertThat(Trigger.parse("  " + trigger.toString().replace(" ", "\n "))).isEqualTo(trigger);
  }

  @Test
  void everyKindOfTriggerHasASentence() {
    Set<Class<?>> read =
        TriggerGrammar.TRIGGERS.forms().stream()
            .map(Form::example)
            .map(e -> Trigger.parse(e).getClass())
            .collect(Collectors.toSet());
    assertThat(read).containsExactlyInAnyOrder(Trigger.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          call               | 3 days after call
          the letter         | 3 days after the letter
          the invoice        | 3 days after "the invoice"
          the deadline of x  | 3 days after "the deadline of x"
          call and write     | 3 days after "call and write"
          'x, y'             | 3 days after "x, y"
          ''                 | 3 days after ""
          """)
  void aNameOfAStepIsNeverReadAsSomethingElse(String step, String printed) {
    Trigger trigger = Trigger.after(step, calendarDays(3));
    assertThat(trigger).hasToString(printed);
    assertThat(Trigger.parse(printed)).isEqualTo(trigger);
    Trigger deadline = Trigger.afterDeadlineOf(step, calendarDays(3));
    assertThat(Trigger.parse(deadline.toString())).isEqualTo(deadline);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          fourteen days          | "fourteen days" is not a trigger | 1 | "14 days past due"
          14 days passt due      | "14 days passt due" is not a trigger | 1 | "14 days past due"
          14 days befor due      | "14 days befor due" is not a trigger | 1 | "14 days before due"
          14 days past           | expected "due", found the end | 13 | "14 days past due"
          14 days past due now   | expected the end, found "now" | 18 | "14 days past due"
          14 weeks past due      | "14 weeks past due" is not a trigger | 1 | "14 days past due"
          end of month 3 days past due | expected "the", found "month 3 days past due" | 8 | "end of the month 3 days past due"
          end of the month -3 days past due | not a number of days such as 14 days, 20 business days or 3 months: -3 days | 18 | "end of the month 14 days past due"
          3 days after           | expected "the" or the name of a step, found the end | 13 | "3 days after the invoice"
          3 days past du         | expected "due", found "du" | 13 | "3 days past due"
          1 day past du          | expected "due", found "du" | 12 | "1 day past due"
          2 days passt due       | "2 days passt due" is not a trigger | 1 | "2 days past due"
          -3 days past du        | not a number of days such as 14 days, 20 business days or 3 months: -3 days | 1 | "14 days past due"
          99999 days past due    | days are not between 0 and 36600: 99999 | 1 | "14 days past due"
          """)
  void saysWhyATriggerCannotBeRead(String text, String problem, int column, String maybe) {
    assertThatExceptionOfType(SentenceException.class)
        .isThrownBy(() -> Trigger.parse(text))
        .withMessage(problem + " (column " + column + ")\nMaybe " + maybe);
  }

  @ParameterizedTest
  @ValueSource(strings = {"final demand", "once", "where it was", "x, y", "", "a and b"})
  void readsAResumption(String step) {
    assertThat(Resumption.parse(Resumption.at(step).toString())).isEqualTo(Resumption.at(step));
    for (Resumption each : List.of(Resumption.atOnce(), Resumption.whereItWas())) {
      assertThat(Resumption.parse(each.toString().toUpperCase(java.util.Locale.ROOT)))
          .isEqualTo(each);
    }
    assertThat(Resumption.at("final demand")).hasToString("resumes at final demand");
    assertThat(Resumption.at("once")).hasToString("resumes at \"once\"");
  }

  @Test
  void readsAnAssignment() {
    Condition large = Condition.balanceAtLeast(Money.eur("5000.00")).or(Condition.overdue());
    Performer kern = Performer.agency("Kern, if any").forCommission(Percentage.percent("18"));
    for (Assignment each :
        List.of(
            new Assignment(kern, large),
            new Assignment(kern, Condition.always()),
            new Assignment(Performer.SALES, Condition.customerTagged("if")))) {
      assertThat(Assignment.parse(each.toString())).as(each.toString()).isEqualTo(each);
    }
    assertThat(Assignment.parse("in house if overdue"))
        .isEqualTo(new Assignment(Performer.IN_HOUSE, Condition.overdue()));
    assertThatExceptionOfType(SentenceException.class)
        .isThrownBy(() -> Assignment.parse("in house if"))
        .withMessage("a condition is missing (column 12)\nMaybe \"overdue at least 500.00 EUR\"");
    assertThatExceptionOfType(SentenceException.class)
        .isThrownBy(() -> Assignment.parse("in hous if overdue"))
        .withMessage("\"in hous\" is not a performer (column 1)\nMaybe \"agency Kern for 18%\"");
  }

  /** However a name is written into a sentence, the fingerprints of policies stay as they were. */
  @Test
  void quotesDoNotMoveFingerprints() {
    CanonicalForm form = new CanonicalForm();
    Question.write(form, Condition.taken("x, y").and(Condition.described("it rains", s -> true)));
    assertThat(form)
        .hasToString(
            "3:And;2;9:StepTaken;1;4:x, y;14:x, y was taken;9:Described;1;8:it rains;8:it rains;");
  }
}
