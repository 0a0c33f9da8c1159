package io.dunning.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.policy.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # an amount is to be exceeded, by as little as there is of the currency
          overdue at least 500.00 EUR         | overdue at least 500.01 EUR
          overdue at least 10000 KRW          | overdue at least 10001 KRW
          # numbers are one more and one less, but never none
          at least 90 days past due           | at least 91 days past due; at least 89 days past due
          at least 2 invoices overdue         | at least 3 invoices overdue; overdue
          3 promises were broken              | 4 promises were broken; 2 promises were broken
          # one promise is no number
          at least 2 days past due            | at least 3 days past due; at least 1 days past due
          at least 1 day past due             | at least 2 days past due
          2 promises were broken              | 3 promises were broken; a promise was broken
          3 collections failed                | 4 collections failed; 2 collections failed
          # each bound on its own, also under not
          not (overdue at least 5.00 EUR) and at least 90 days past due | \
          not (overdue at least 5.01 EUR) and at least 90 days past due; \
          not (overdue at least 5.00 EUR) and at least 91 days past due; \
          not (overdue at least 5.00 EUR) and at least 89 days past due
          # what is no bound stays
          customer tagged VIP                 |
          dispute open                        |
          customer tagged "at least 3 days"   |
          """)
  void movesEachBoundALittle(String sentence, String moved) {
    assertThat(
            Bounds.of(Condition.parse(sentence)).stream()
                .map(m -> m.condition().toString())
                .toList())
        .containsExactly(moved == null ? new String[0] : moved.split("; "));
  }

  @Test
  void aTestOfOnesOwnHasNoBounds() {
    assertThat(Bounds.of(Condition.described("at least 3 days of rain", s -> true))).isEmpty();
  }

  /** A number in words of the author is no bound, whatever the words are about. */
  @Test
  void numbersInWordsOfTheAuthorStay() {
    String words = "at least 3 days late";
    assertThat(Bounds.of(Condition.disputesAtLeast(2, words)))
        .extracting(Bounds.Moved::condition)
        .containsExactly(Condition.disputesAtLeast(3, words), Condition.disputesAtLeast(1, words));
    assertThat(Bounds.of(Condition.daysSince(5, words)))
        .extracting(Bounds.Moved::condition)
        .containsExactly(Condition.daysSince(6, words), Condition.daysSince(4, words));
  }

  @Test
  void movesABoundBesideATestOfOnesOwn() {
    Condition own = Condition.described("it rains", s -> true);
    assertThat(Bounds.of(own.and(Condition.daysPastDueAtLeast(1))))
        .extracting(Bounds.Moved::condition)
        .containsExactly(own.and(Condition.daysPastDueAtLeast(2)));
  }

  @Test
  void saysByHowMuchItMoved() {
    assertThat(Bounds.of(Condition.parse("at least 90 days past due")))
        .extracting(Bounds.Moved::words)
        .containsExactly("asks for 91 instead of 90", "asks for 89 instead of 90");
  }

  @Test
  void saysWhatItMoved() {
    assertThat(Bounds.of(Condition.parse("overdue at least 500.00 EUR or a promise was broken")))
        .extracting(Bounds.Moved::words)
        .containsExactly("asks for more than 500.00 EUR, not for at least that");
  }
}
