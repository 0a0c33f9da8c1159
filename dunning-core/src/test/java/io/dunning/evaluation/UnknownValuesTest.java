package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.event.LedgerEvent.customerReplied;
import static io.dunning.event.LedgerEvent.delivered;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Condition.customerFact;
import static io.dunning.policy.Condition.customerInCountry;
import static io.dunning.policy.Condition.customerInSegment;
import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.Condition.repliedWith;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.action.Performer;
import io.dunning.action.Tone;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.LateFee;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLaw;
import io.dunning.event.LedgerEvent;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reply;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.Condition;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.PolicySet;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values of an unknown fact are tried: those that a rule names, and one for all others. */
class UnknownValuesTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());
  private static final EscalationStep REMINDER =
      step("reminder").at(daysPastDue(3)).take(sendReminder(LETTER));

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory invoice(String number, LedgerEvent... events) {
    return Fixtures.history(number, eur("100.00"), DUE, events);
  }

  private static Account account(LedgerEvent... events) {
    return Fixtures.account("C", invoice("A", events));
  }

  private static Possibilities possible(PolicyDraft draft, Account account, Unknown unknown) {
    return EVALUATOR.possible(draft.build(), account, day(10), List.of(unknown));
  }

  private static List<String> values(Possibilities possible) {
    return possible.all().stream()
        .flatMap(p -> p.combinations().stream())
        .map(c -> c.get(0).value())
        .toList();
  }

  private static List<String> values(PolicyDraft draft, Account account, Unknown unknown) {
    return values(possible(draft, account, unknown));
  }

  private static PolicyDraft only(EscalationStep step) {
    return draft().ladder(EscalationLadder.of(step));
  }

  private static List<Verdict> verdicts(Possibilities possible) {
    return possible.all().stream()
        .map(p -> p.decision().recommendations().get(0).verdict())
        .toList();
  }

  // where rules name values

  @ParameterizedTest
  @ValueSource(
      strings = {"hold", "condition", "prerequisite", "softer tone", "performer", "agreed fee"})
  void aFactHasTheValuesThatARuleOfThePolicyNames(String where) {
    Condition north = customerFact("branch", "north");
    PolicyDraft draft =
        switch (where) {
          case "hold" -> draft().holdWhile(north);
          case "condition" -> only(REMINDER.onlyIf(north));
          case "prerequisite" -> only(REMINDER.requires(north));
          case "softer tone" -> only(REMINDER.tone(Tone.FIRM, north));
          case "performer" -> only(REMINDER.performedBy(Performer.agency("Fox"), north));
          default ->
              only(REMINDER.take(sendReminder(LETTER), assessCharges()))
                  .lateFee(LateFee.flat(eur("5.00")).onlyIfAgreed("branch", "north"));
        };
    assertThat(values(draft, account(), Unknown.fact("branch")))
        .containsExactlyInAnyOrder("north", "another value");
    assertThat(values(draft, account(), Unknown.fact("size"))).containsExactly("another value");
  }

  @Test
  void theOtherValueIsNoneThatARuleNames() {
    PolicyDraft facts =
        only(REMINDER.onlyIf(customerFact("branch", "other").or(customerFact("branch", "a"))));
    assertThat(possible(facts, account(), Unknown.fact("branch")).toString())
        .endsWith("if fact branch: another value\nsettled by fact branch");
    PolicyDraft segments = only(REMINDER.onlyIf(customerInSegment("other")));
    assertThat(possible(segments, account(), Unknown.segment()).all()).hasSize(2);
    // a country that no rule names, also where a rule names one that nobody is in
    PolicyDraft nowhere = only(REMINDER.onlyIf(customerInCountry("ZZ")));
    Possibilities countries = possible(nowhere, account(), Unknown.country());
    assertThat(countries.all()).hasSize(2);
    assertThat(values(countries)).containsExactlyInAnyOrder("ZZ", "another country");
  }

  @Test
  void aCountryIsOneOfTheRulesAndOfTheLawsOfContact() {
    PolicyDraft draft =
        only(REMINDER.onlyIf(customerInCountry("FR").or(customerInCountry("DE"))))
            .conduct(Conduct.under(ContactLaw.US_REG_F));
    assertThat(values(draft, account(), Unknown.country()))
        .containsExactlyInAnyOrder("DE", "FR", "US", "another country");
  }

  @Test
  void aSegmentIsOneThatARuleNamesOrThatHasItsOwnPolicy() {
    PolicySet set =
        PolicySet.byDefault(only(REMINDER.onlyIf(customerInSegment("silver"))).build())
            .forSegment("gold", draft().build())
            .segmentIf("gold", customerFact("branch", "north"));
    Possibilities segments =
        EVALUATOR.possible(set, account(), day(10), List.of(Unknown.segment()));
    assertThat(values(segments)).containsExactlyInAnyOrder("gold", "silver", "another segment");
    Possibilities facts =
        EVALUATOR.possible(set, account(), day(10), List.of(Unknown.fact("branch")));
    assertThat(values(facts)).containsExactlyInAnyOrder("north", "another value");
  }

  @Test
  void aTagIsTakenAwayToo() {
    PolicyDraft draft = only(REMINDER.onlyIf(customerTagged("vip")));
    Account tagged = Account.of(Customer.of("C").tagged("vip"), List.of(invoice("A")));
    assertThat(verdicts(possible(draft, tagged, Unknown.tag("vip"))))
        .containsExactly(Verdict.ACT, Verdict.EXHAUSTED);
  }

  // whether an invoice arrived

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          nothing                    | arrived did not arrive
          arrived before             | as recorded
          arrived on the day         | as recorded
          arrived later              | arrived did not arrive
          came back                  | as recorded
          letter arrived             | arrived did not arrive
          letter came back           | arrived did not arrive
          paid                       | arrived did not arrive
          """,
      delimiter = '|')
  void anInvoiceMayHaveArrivedUnlessThatIsRecorded(String recorded, String expected) {
    LedgerEvent event =
        switch (recorded) {
          case "arrived before" -> delivered(day(5));
          case "arrived on the day" -> delivered(day(10));
          case "arrived later" -> delivered(day(11));
          case "came back" -> notDelivered(day(5));
          case "letter arrived" -> delivered(day(5), "reminder");
          case "letter came back" -> notDelivered(day(5), "reminder", LETTER);
          default -> payment(day(5), eur("1.00"));
        };
    LedgerEvent taken = stepTaken(day(4), "reminder", LETTER);
    Account account = recorded.equals("nothing") ? account() : account(taken, event);
    assertThat(String.join(" ", values(draft(), account, Unknown.delivery("A"))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"-21, as recorded", "-20, arrived did not arrive"})
  void anInvoiceThatIsNotIssuedYetHasNotArrived(int on, String expected) {
    Account account =
        Fixtures.account("C", InvoiceHistory.of(Invoice.of("A", eur("9.00"), day(-20), DUE)));
    Possibilities all =
        EVALUATOR.possible(draft().build(), account, day(on), List.of(Unknown.delivery("A")));
    assertThat(String.join(" ", values(all))).isEqualTo(expected);
  }

  @Test
  void onlyTheInvoiceInQuestionMayNotHaveArrived() {
    Account two = Fixtures.account("C", invoice("A"), invoice("B"));
    Possibilities possible = possible(draft(), two, Unknown.delivery("B"));
    assertThat(possible.all())
        .extracting(p -> p.decision().recommendations().stream().map(Recommendation::verdict))
        .extracting(Stream::toList)
        .containsExactly(List.of(Verdict.ACT, Verdict.ACT), List.of(Verdict.ACT, Verdict.HOLD));
  }

  // why nothing was paid

  private static LedgerEvent reply(int on) {
    return customerReplied(day(on), Reply.OTHER);
  }

  private static LedgerEvent forgot(int on) {
    return customerReplied(day(on), Reply.OTHER, NonpaymentReason.FORGOT);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # the latest reply up to the day says, or does not say, why
          none                               | true
          without a reason                   | true
          with a reason                      | false
          with a reason, then without        | true
          without, then with a reason        | false
          without, with a reason on that day | true
          of the account with a reason       | false
          with a reason, on the day          | false
          with a reason, later               | true
          """,
      delimiter = '|')
  void theReasonIsOpenUnlessTheLatestReplyGivesOne(String replies, boolean open) {
    Account account =
        switch (replies) {
          case "none" -> account();
          case "without a reason" -> account(reply(5));
          case "with a reason" -> account(forgot(5));
          case "with a reason, then without" -> account(forgot(5), reply(6));
          case "without, then with a reason" -> account(reply(5), forgot(6));
          case "without, with a reason on that day" -> account(reply(5), forgot(5));
          case "of the account with a reason" -> account(reply(4)).with(forgot(5));
          case "with a reason, on the day" -> account(forgot(10));
          default -> account(forgot(11));
        };
    List<String> values = values(draft(), account, Unknown.reasonForNotPaying());
    if (open) {
      assertThat(values)
          .hasSize(NonpaymentReason.values().length + 1)
          .contains("none was given", "forgot");
    } else {
      assertThat(values).containsExactly("as recorded");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theReasonIsThatOfTheLatestReplyOrOfOneOfTheDay(boolean replied) {
    Condition forgot = repliedWith(NonpaymentReason.FORGOT, 3);
    PolicyDraft draft = only(REMINDER.onlyIf(forgot));
    Account account = replied ? account(reply(2)).with(reply(8)) : account();
    Possibilities possible = possible(draft, account, Unknown.reasonForNotPaying());
    assertThat(verdicts(possible)).containsExactly(Verdict.EXHAUSTED, Verdict.ACT);
    assertThat(possible.all().get(1).combinations()).hasSize(1);
    // a reply of six days ago does not help, whatever it said
    assertThat(verdicts(possible(draft, account(reply(4)), Unknown.reasonForNotPaying())))
        .hasSize(1);
  }
}
