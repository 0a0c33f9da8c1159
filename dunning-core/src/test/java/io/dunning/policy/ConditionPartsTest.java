package io.dunning.policy;

import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.Condition.described;
import static io.dunning.policy.Condition.overdue;
import static io.dunning.policy.Condition.planActive;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a condition is made of, and what each part asks about. */
class ConditionPartsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the customer
          customer tagged key account      | OfText[topic=TAG, text=key account]
          customer in segment retail       | OfText[topic=SEGMENT, text=retail]
          customer in country US           | OfText[topic=COUNTRY, text=US]
          branch is north                  | OfFact[name=branch, value=north]
          # disputes and restrictions
          dispute open                     | OfTopic[topic=DISPUTE]
          partly disputed                  | OfTopic[topic=DISPUTE]
          disputed for price               | OfText[topic=DISPUTE, text=price]
          disputed for price at least 2 times | OfText[topic=DISPUTE, text=price]
          insolvent                        | OfRestriction[restriction=insolvent]
          # agreements
          promise active                   | OfTopic[topic=PROMISE]
          2 promises were broken           | OfTopic[topic=PROMISE]
          plan active                      | OfTopic[topic=PLAN]
          plan broken                      | OfTopic[topic=PLAN]
          settlement offered               | OfTopic[topic=OFFER]
          # correspondence
          invoice delivered                | OfTopic[topic=INVOICE_DELIVERY]
          invoice not delivered            | OfTopic[topic=INVOICE_DELIVERY]
          address unknown                  | OfTopic[topic=ADDRESS]
          new address known for at most 5 days | OfTopic[topic=ADDRESS]
          a collection failed              | OfTopic[topic=COLLECTION]
          collection failure is soft       | OfText[topic=COLLECTION, text=soft]
          last collection failed at least 3 days ago | OfTopic[topic=COLLECTION]
          nobody reached in 3 attempts     | OfTopic[topic=REACHED]
          # steps
          notice was taken                 | OfText[topic=STEP, text=notice]
          at least 5 days since notice     | OfText[topic=STEP, text=notice]
          notice was delivered             | OfText[topic=DELIVERY, text=notice]
          notice came back                 | OfText[topic=DELIVERY, text=notice]
          customer replied since notice    | OfTopic[topic=REPLY]
          # the debt, and how the customer pays
          overdue at least 5.00 EUR        | OfTopic[topic=DEBT]
          at least 5 days past due         | OfTopic[topic=DEBT]
          customer is often late           | OfTopic[topic=BEHAVIOUR]
          court is worth most              | OfTopic[topic=BEHAVIOUR]
          over credit limit                | OfTopic[topic=DEBT]
          limitation passed                | OfTopic[topic=LIMITATION]
          always                           | OfTopic[topic=NOTHING]
          """)
  void saysWhatAPartAsksAbout(String sentence, String mention) {
    assertThat(ConditionParts.mentions(Condition.parse(sentence)))
        .singleElement()
        .hasToString(mention);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          at least 90 days past due                  | DAYS     | 90
          at least 0 days past due                   | DAYS     | 0
          at least 5 days since notice               | DAYS     | 5
          last collection failed at least 3 days ago | DAYS     | 3
          at least 3 invoices overdue                | INVOICES | 3
          2 promises were broken                     | EVENTS   | 2
          disputed for price at least 2 times        | EVENTS   | 2
          a collection failed                        | EVENTS   | 1
          nobody reached in 3 attempts               | EVENTS   | 3
          new address known for at most 5 days       | EVENTS   | 2
          """)
  void saysWhatANumberCounts(String sentence, ConditionParts.Counted counted, int least) {
    assertThat(ConditionParts.counts(Condition.parse(sentence)))
        .containsExactly(new ConditionParts.Count(counted, least));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # an amount is the next higher one
          balance at least 5.00 EUR            | balance at least 5.01 EUR
          overdue at least 5.00 EUR            | overdue at least 5.01 EUR
          charges at least 5.00 EUR            | charges at least 5.01 EUR
          # a number is one more or one less, but at least 1
          at least 30 days past due            | at least 31 days past due; at least 29 days past due
          at least 1 day past due              | at least 2 days past due
          at least 5 days since notice         | at least 6 days since notice; at least 4 days since notice
          address unknown for at least 9 days  | address unknown for at least 10 days; address unknown for at least 8 days
          last collection failed at least 3 days ago | last collection failed at least 4 days ago; last collection failed at least 2 days ago
          3 collections failed                 | 4 collections failed; 2 collections failed
          at least 3 invoices overdue          | at least 4 invoices overdue; at least 2 invoices overdue
          2 promises were broken               | 3 promises were broken; a promise was broken
          disputed for price at least 3 times  | disputed for price at least 4 times; disputed for price at least 2 times
          nobody reached in 3 attempts         | nobody reached in 4 attempts; nobody reached in 2 attempts
          at least 2147483647 days past due    | at least 2147483646 days past due
          # what no number tells stays as it is, and so does what is no bound
          a promise was broken                 | ''
          address unknown                      | ''
          at least 0 days past due             | ''
          overdue                              | ''
          new address known for at most 5 days | ''
          balance more than 5.00 EUR           | ''
          # of several parts one at a time
          overdue and at least 3 invoices overdue and not (plan active) | overdue and at least 4 invoices overdue and not (plan active); overdue and at least 2 invoices overdue and not (plan active)
          plan active and not (2 promises were broken) | plan active and not (3 promises were broken); plan active and not (a promise was broken)
          at least 3 invoices overdue or 3 collections failed | at least 4 invoices overdue or 3 collections failed; at least 2 invoices overdue or 3 collections failed; at least 3 invoices overdue or 4 collections failed; at least 3 invoices overdue or 2 collections failed
          plan active or overdue at least 5.00 EUR | plan active or overdue at least 5.01 EUR
          """)
  void boundsAreMovedOneAtATimeAndAsLittleAsPossible(String sentence, String moved) {
    assertThat(
            ConditionParts.moved(Condition.parse(sentence)).stream()
                .map(Condition::toString)
                .collect(Collectors.joining("; ")))
        .isEqualTo(moved);
  }

  /** A number in a name, an amount and a share are none of these. */
  @ParameterizedTest
  @ValueSource(
      strings = {"customer tagged at least 3 times", "overdue at least 5.00 EUR", "dispute open"})
  void otherNumbersAreNoCounts(String sentence) {
    assertThat(ConditionParts.counts(Condition.parse(sentence))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at least 90 days past due",
        "customer tagged VIP or at least 5 days since notice",
        "new address known for at most 5 days",
        "last collection failed at least 3 days ago",
        "address unknown for at least 30 days",
        "limitation within 90 days",
        "more than 14 days late on average",
        "customer gave the reason forgot at most 30 days ago"
      })
  void findsConditionsThatCountDays(String sentence) {
    assertThat(ConditionParts.namesDays(Condition.parse(sentence))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "customer tagged one day",
        "address unknown",
        "a promise was broken",
        "customer gave the reason forgot",
        "at least 0 days past due"
      })
  void otherConditionsCountNoDays(String sentence) {
    assertThat(ConditionParts.namesDays(Condition.parse(sentence))).isFalse();
  }

  @Test
  void namesSharesOfTheCreditLimit() {
    Condition both = Condition.parse("over credit limit or credit limit used at least 80.5%");
    assertThat(ConditionParts.creditShares(both.or(Condition.parse("dispute open"))))
        .hasToString("[100%, 80.5%]");
  }

  @Test
  void namesTheReplyAndTheReasonThatAreAskedFor() {
    assertThat(
            ConditionParts.mentions(
                Condition.latestReply(Reply.ASKS_FOR_TIME)
                    .or(Condition.repliedWith(NonpaymentReason.FORGOT))
                    .or(Condition.reached(Reached.RIGHT_PERSON))))
        .containsExactly(
            new ConditionParts.Mention.OfReply(Reply.ASKS_FOR_TIME),
            new ConditionParts.Mention.OfNonpaymentReason(NonpaymentReason.FORGOT),
            new ConditionParts.Mention.OfReached(Reached.RIGHT_PERSON));
    assertThat(ConditionParts.mentions(described("it rains", s -> true)))
        .containsExactly(new ConditionParts.Mention.OfTopic(ConditionParts.Topic.DESCRIBED));
  }

  @Test
  void partsStandInTheOrderOfTheSentence() {
    Condition inner = overdue().or(planActive().not());
    assertThat(ConditionParts.of(customerTagged("key").and(inner)))
        .containsExactly(customerTagged("key"), overdue(), planActive());
    assertThat(ConditionParts.of(overdue())).containsExactly(overdue());
  }

  @Test
  void eachPartAndTheWholeAreWatchedAndAnswerAsBefore() {
    Condition whole = customerTagged("key").and(planActive().not()).or(Condition.never());
    List<String> heard = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    Condition watched =
        ConditionParts.watched(
            whole,
            part -> {
              asked.add(part.toString());
              return (day, holds) -> heard.add(part + ": " + holds);
            });
    // a part that never holds is not watched
    assertThat(asked).containsExactly(whole.toString(), "customer tagged key", "plan active");
    assertThat(watched).hasToString(whole.toString());
    Facts facts = new Facts();
    assertThat(watched.holds(facts)).isEqualTo(whole.holds(facts));
    assertThat(heard).contains("customer tagged key: false", whole + ": false");
    assertThat(ConditionParts.watched(Condition.always(), p -> null)).isEqualTo(Condition.always());
  }
}
