package io.dunning.letters;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.StatutoryInterest;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.Jurisdiction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What letters have to say or should say, by country, kind of debtor and stage: each item of the
 * facts is in a letter, or the table says why no letter can say it.
 */
class RequiredItemsTest {
  private static final Letters LETTERS = Letters.standard();
  private static final Map<String, String> TEXTS = new HashMap<>();
  private static final Sender COLLECTOR =
      LetterFixture.NORD
          .onBehalfOf("Blue Lake Inc", PostalAddress.in("US", "1 Main St", "Reno NV 89501"))
          .supervisedBy("Bundesamt für Justiz, 53094 Bonn, poststelle@bfj.example");

  static Stream<Map<String, String>> items() {
    return Csv.rows("../required_items.csv").filter(r -> !r.get("letter").isEmpty());
  }

  @ParameterizedTest
  @MethodSource("items")
  void isInTheLetter(Map<String, String> row) {
    String text = TEXTS.computeIfAbsent(row.get("letter"), RequiredItemsTest::text);
    assertThat(text).as(row.get("law")).contains(List.of(row.get("text").split(" \\| ")));
  }

  /** The table speaks of every item of the facts, and gives a reason for what is not said. */
  @Test
  void noItemIsLeftOut() {
    List<String> facts =
        Csv.rows("letter_contents.csv").map(r -> r.get("country") + ": " + r.get("item")).toList();
    List<Map<String, String>> table = Csv.rows("../required_items.csv").toList();
    assertThat(table.stream().map(r -> r.get("country") + ": " + r.get("item")).toList())
        .isEqualTo(facts);
    assertThat(table).noneMatch(r -> r.get("text").isBlank());
    assertThat(items().count()).isGreaterThan(60);
  }

  private static String text(String name) {
    return LettersTest.flat(LETTERS.text(content(name), Locale.UK));
  }

  /** The letter of a name in the table. */
  static LetterContent content(String name) {
    ChargeRules german = law("DE-288-2");
    ChargeRules french = law("FR-L441-10");
    return switch (name) {
      case "us-first" -> person(COLLECTOR, LetterFixture.byAgency(), "US", 0);
      case "us-second" -> person(COLLECTOR, LetterFixture.byAgency(), "US", 1);
      case "us-first-email" -> person(COLLECTOR, byEmail(), "US", 0);
      case "de-first" -> person(COLLECTOR, LetterFixture.byAgency(german), "DE", 0);
      case "fr-first" -> person(COLLECTOR, LetterFixture.byAgency(french), "FR", 0);
      case "fr-second" -> person(COLLECTOR, LetterFixture.byAgency(french), "FR", 1);
      case "kr-first" -> person(COLLECTOR, LetterFixture.byAgency(), "KR", 0);
      case "gb-person-demand" ->
          person(
              LetterFixture.NORD,
              LetterFixture.toCourt(DunningAction.sendDemand(Channel.LETTER), 35),
              "GB",
              1);
      case "gb-business-demand" -> business("GB", law("GB-LPCDA"), Money.gbp("1234.50"));
      case "fr-demand" -> business("FR", french, Money.eur("1234.50"));
      case "worn-demand" ->
          LetterFixture.content(
              LetterFixture.everyLetter(), LetterComposerTest.accounts().get(2), "demand");
      default ->
          LetterFixture.content(
              LetterFixture.everyLetter(),
              LetterFixture.account("1234.50"),
              name.startsWith("de-") ? name.substring(3) : name);
    };
  }

  private static ChargeRules law(String id) {
    return ChargeRules.of(StatutoryInterest.of(id));
  }

  private static LetterContent person(
      Sender sender, DunningPolicy policy, String country, int place) {
    return letter(sender, policy, country, Customer.Kind.CONSUMER, Money.eur("1234.50"), place);
  }

  /** The demand of a business to another one. */
  private static LetterContent business(String country, ChargeRules charges, Money amount) {
    DunningPolicy policy = LetterFixture.everyLetter("every-letter", charges);
    return letter(LetterFixture.NORD, policy, country, Customer.Kind.BUSINESS, amount, 5);
  }

  private static LetterContent letter(
      Sender sender,
      DunningPolicy policy,
      String country,
      Customer.Kind kind,
      Money amount,
      int place) {
    Customer customer = Customer.of("C-1").named("Kim Miller").inCountry(country).ofKind(kind);
    Account account = Account.of(customer, LetterFixture.account(amount).invoices());
    LetterFixture.Due due = LetterFixture.letters(policy, account).get(place);
    return LetterComposer.of(LetterFixture.EVALUATOR, sender)
        .compose(
            policy,
            due.account(),
            due.document(),
            PostalAddress.in(country, "12 High Street", "Smalltown 12345"));
  }

  /** A collector whose first message is an e-mail. */
  private static DunningPolicy byEmail() {
    return DunningPolicy.named("by-email")
        .ladder(EscalationLadder.of(step("first").at(daysPastDue(1)).take(sendNotice(1, EMAIL))))
        .conduct(Conduct.under().by(Jurisdiction.Collector.AGENCY))
        .build();
  }
}
