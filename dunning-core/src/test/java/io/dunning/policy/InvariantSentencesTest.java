package io.dunning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.grammar.Form;
import io.dunning.sentence.SentenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariants are read in the sentences in which they print. */
class InvariantSentencesTest {

  private static final Invariant.During DISPUTED = Invariant.During.DISPUTED;

  static Stream<DunningAction> actions() {
    return Stream.of(
            "send reminder by email",
            "send notice 3 by portal",
            "send demand by letter",
            "send message by sms",
            "thank customer by portal",
            "offer settlement by email",
            "propose payment plan by email",
            "offer early payment discount by email",
            "place call",
            "visit customer",
            "stop supply",
            "refer to agency",
            "file a claim",
            "write off",
            "assess charges",
            "ask for payment method by email",
            "retry collection",
            "sell claim",
            "block orders",
            "release orders",
            "trace customer",
            "task inform sales")
        .map(DunningAction::parse);
  }

  @Test
  void noActionIsForgotten() {
    List<Class<?>> kinds = new ArrayList<>();
    for (Class<?> family : DunningAction.class.getPermittedSubclasses()) {
      kinds.addAll(List.of(family.getPermittedSubclasses()));
    }
    List<Class<?>> found = new ArrayList<>();
    actions().forEach(a -> found.add(a.getClass()));
    assertThat(found).hasSameElementsAs(kinds);
  }

  @ParameterizedTest
  @MethodSource("actions")
  void everyActionCanBeForbidden(DunningAction action) {
    for (Invariant.During during : Invariant.During.values()) {
      Invariant never = Invariant.never(action, during);
      assertThat(Invariant.parse(never.toString())).isEqualTo(never);
    }
    Invariant before = Invariant.neverBefore(action, "call before noon");
    assertThat(Invariant.parse(before.toString())).isEqualTo(before);
    assertThat(((Invariant.NeverBefore) before).action()).hasSameClassAs(action);
  }

  @Test
  void aMessageStandsForAllOfItsKind() {
    Invariant any = Invariant.never(DunningAction.sendNotice(2, Channel.EMAIL), DISPUTED);
    assertThat(any)
        .hasToString("never send notice while disputed")
        .isEqualTo(Invariant.never(DunningAction.sendNotice(1, Channel.LETTER), DISPUTED))
        .isNotEqualTo(Invariant.never(DunningAction.sendDemand(Channel.EMAIL), DISPUTED));
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void contactsAreCountedByEveryChannel(Channel channel) {
    for (int days : new int[] {1, 30}) {
      Invariant most = Invariant.atMost(days, channel, days);
      assertThat(Invariant.parse(most.toString())).isEqualTo(most);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          Never  place call while  DISPUTED | never call while disputed
          never visit while restricted | never visit customer while restricted
          never refer to agency before final demand was delivered | never refer to agency before "final demand" was delivered
          never call before was taken was taken | never call before "was taken" was taken
          never write off before "a \\"b\\"" was taken | never write off before "a \\"b\\"" was taken
          at most 1 letters in 1 days | at most 1 letter in 1 day
          at most 3 by letter in 30 days | at most 3 letters in 30 days
          at most 2 text messages in 7 days | at most 2 text messages in 7 days
          charges at most 10 % of the debt | charges at most 10% of the debt
          no contact within 1 day after a payment | no contact within 1 day after a payment
          """)
  void isReadInSeveralWays(String text, String printed) {
    assertThat(Invariant.parse(text)).hasToString(printed);
    assertThat(Invariant.parse(printed)).isEqualTo(Invariant.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          never call            | expected "while" or "before", found the end | 11
          never call while      | expected while what, found the end | 17
          never call while sad  | expected while what, found "sad" | 18
          never shout while disputed | expected what is never done, found "shout while disputed" | 7
          never call before x was read | expected "delivered" or "taken", found "read" | 25
          at most 3 leters in 30 days | expected "emails", "letters", "calls", "text", "portal", "visits" or "by", found "leters in 30 days" | 11
          at most -3 letters in 30 days | at most -3 in 30 days: a number is too small | 1
          at most 3 letters in 0 days | at most 3 in 0 days: a number is too small | 1
          charges at most 10 of the debt | expected a percentage such as 40%, found "10 of the debt" | 17
          no contacts within 5 days after a payment | expected "contact", found "contacts within 5 days after a payment" | 4
          be nice | "be nice" is not an invariant | 1
          """)
  void saysWhyAnInvariantCannotBeRead(String text, String problem, int column) {
    assertThatExceptionOfType(SentenceException.class)
        .isThrownBy(() -> Invariant.parse(text))
        .withMessageStartingWith(problem + " (column " + column + ")");
  }

  @Test
  void everyExampleOfAFormIsRead() {
    for (Form<? extends Invariant> form : InvariantGrammar.INVARIANTS.forms()) {
      assertThat(Invariant.parse(form.example())).isNotNull();
    }
  }

  /** What the author wrote of numbers is kept, in its order. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          at most 4 by letters in 20 days | at most 4 by email in 20 days
          at most 4 letters in 20         | at most 4 letters in 20 days
          at most 4 letters               | at most 4 letters in 30 days
          at most -4 letters in 20        | at most 3 letters in 30 days
          charges at most 5 %             | charges at most 5% of the debt
          no contact within 1 day after a paymnt | no contact within 1 day after a payment
          never visit wile disputed       | never visit while disputed
          """)
  void adviceSpeaksOfTheAuthorsOwnNumbers(String text, String advice) {
    assertThatExceptionOfType(SentenceException.class)
        .isThrownBy(() -> Invariant.parse(text))
        .satisfies(e -> assertThat(e.advice()).contains("Maybe \"" + advice + "\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"never call while disputed and promised", "at most 3 letters"})
  void adviceIsASentenceThatCanBeRead(String text) {
    assertThatExceptionOfType(SentenceException.class)
        .isThrownBy(() -> Invariant.parse(text))
        .satisfies(
            e -> {
              String advice = e.advice().orElseThrow().replaceAll("^Maybe \"|\"$", "");
              assertThat(Invariant.parse(advice)).isNotNull();
            });
  }
}
