package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.PersonRole.OWNER;
import static io.dunning.action.PersonRole.THIRD_PARTY;
import static io.dunning.action.PersonRole.WORKPLACE;
import static io.dunning.money.Money.usd;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.action.ContactPerson;
import io.dunning.action.ContactWishes;
import io.dunning.action.PersonRole;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLaw;
import io.dunning.conduct.Jurisdiction;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reached;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To whom a step goes where rules of contact tell persons apart. */
class PersonConductTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
  private static final LocalDate DAY = DUE.plusDays(20);
  private static final PersonRole GUARANTOR = new PersonRole("guarantor");
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  private static final Customer HOUSEHOLD =
      Customer.of("C")
          .withPerson(ContactPerson.of("Nat", THIRD_PARTY))
          .withPerson(ContactPerson.of("Ann at work", WORKPLACE))
          .withPerson(ContactPerson.of("Ann", OWNER))
          .withPerson(ContactPerson.of("Abe", OWNER))
          .withPerson(ContactPerson.of("Gus", GUARANTOR).by(EMAIL));

  private static Conduct conduct(boolean orNextChannel) {
    return Conduct.under(ContactLaw.US_REG_F)
        .by(Jurisdiction.Collector.AGENCY)
        .otherwise(orNextChannel ? Conduct.Otherwise.NEXT_CHANNEL : Conduct.Otherwise.WAIT);
  }

  private static DunningPolicy calls(Conduct conduct, PersonRole... roles) {
    return DunningPolicy.named("p")
        .ladder(
            EscalationLadder.of(
                step("call").at(daysPastDue(3)).take(placeCall()).orBy(EMAIL).addressedTo(roles)))
        .minimumDaysBetweenContacts(0)
        .conduct(conduct)
        .build();
  }

  private static Account account(Customer customer, String... spokenWith) {
    List<LedgerEvent> talks = new ArrayList<>();
    for (String each : spokenWith) {
      // each on the day after the one before, the last one yesterday
      talks.add(
          new Contact(
                  DAY.minusDays(spokenWith.length - talks.size()),
                  PHONE,
                  Direction.OUT,
                  Reached.RIGHT_PERSON)
              .with(each.equals("-") ? "" : each));
    }
    return Account.of(
        customer,
        List.of(Fixtures.history("I", usd("90.00"), DUE, talks.toArray(LedgerEvent[]::new))));
  }

  private static Recommendation now(DunningPolicy policy, Account account, LocalDate day) {
    return EVALUATOR.evaluate(policy, account, day).recommendations().get(0);
  }

  private static PersonRole[] roles(String words) {
    return List.of(words.split(" ")).stream()
        .map(w -> new PersonRole(w.replace('_', ' ')))
        .toArray(PersonRole[]::new);
  }

  /** Nat is a third party, Ann and Abe owe, Gus is a guarantor who has only e-mail. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # roles of the step,   spoken with, or next channel; to, by, look again in days
            owner,               ,            false, Ann, phone,
          # 1006.14(b)(2)(ii): Ann rests, Abe of the same role does not; Ann first again after it
            owner,               Ann,         false, Abe, phone, 6
            owner guarantor,     Ann,         false, Abe, phone, 6
          # both rest, and the guarantor gets the e-mail; Ann was spoken with first
            owner guarantor,     Ann Abe,     false, Gus, email, 5
            owner guarantor,     -,           false, Gus, email, 6
          # with the next channel, each role is reached by any channel before the next role
            owner guarantor,     Ann,         true,  Abe, phone, 6
            owner guarantor,     Ann Abe,     true,  Ann, email, 5
          # nobody is left: the step waits for the first who can be called
            owner,               Ann Abe,     false, ,    ,      5
            owner,               -,           false, ,    ,      6
          # 1006.6(d)(1): never a third party; if there is nobody else, the customer as such
            third_party owner,   ,            false, Ann, phone,
            third_party,         ,            false, ,    phone,
            third_party,         Ann,         false, ,    ,      6
          """)
  void goesToTheFirstWhoMayBeContacted(
      String addressed, String spoken, boolean next, String to, String by, Integer again) {
    DunningPolicy policy = calls(conduct(next), roles(addressed));
    Account account = account(HOUSEHOLD, spoken == null ? new String[0] : spoken.split(" "));
    Recommendation now = now(policy, account, DAY);
    assertThat(now.verdict()).isEqualTo(by == null ? Verdict.WAIT : Verdict.ACT);
    assertThat(now.addressee().map(ContactPerson::name).orElse(null)).isEqualTo(to);
    assertThat(now.channel().map(Object::toString).orElse(null)).isEqualTo(by);
    assertThat(now.reviewOn().orElse(null)).isEqualTo(again == null ? null : DAY.plusDays(again));
    if (again != null) {
      Recommendation then = now(policy, account, DAY.plusDays(again));
      assertThat(then.decidesLike(now)).isFalse();
      assertThat(now(policy, account, DAY.plusDays(again - 1)).decidesLike(now)).isTrue();
    }
  }

  @Test
  void whoeverWasCalledSevenTimesIsUsedUp() {
    DunningPolicy policy = calls(conduct(false), OWNER, GUARANTOR);
    Account account = account(HOUSEHOLD);
    List<LedgerEvent> calls = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      calls.add(new Contact(DAY.minusDays(1), PHONE, Direction.OUT, Reached.NOBODY).with("Ann"));
    }
    Account busy = Account.of(HOUSEHOLD, account.invoices(), calls);
    assertThat(now(policy, busy, DAY).addressee().orElseThrow().name()).isEqualTo("Abe");
    assertThat(now(policy, busy, DAY).reviewOn()).contains(DAY.plusDays(6));
  }

  @Test
  void theReasonOfAStopNamesThePerson() {
    DunningPolicy policy = calls(conduct(false), OWNER);
    assertThat(now(policy, account(HOUSEHOLD, "Ann", "Abe"), DAY).reason())
        .hasToString(
            "call: not allowed by phone before 2026-03-27 by US-REGF: no call within 7 days of a"
                + " conversation per debt and person, for Ann");
  }

  @Test
  void theExplanationNamesWhoIsPassedOver() {
    DunningPolicy policy = calls(conduct(false), THIRD_PARTY, OWNER, GUARANTOR);
    Account account = account(HOUSEHOLD, "Ann", "Abe");
    assertThat(EVALUATOR.explain(policy, account, DAY).get(0).leftOut())
        .extracting(Object::toString)
        .containsExactly(
            "call: not to Nat by phone, not allowed today by US-REGF: not with third party",
            "call: not to Ann by phone, not allowed today by US-REGF: no call within 7 days of a"
                + " conversation per debt and person",
            "call: not to Abe by phone, not allowed today by US-REGF: no call within 7 days of a"
                + " conversation per debt and person");
  }

  @Test
  void whomTheEmployerForbidsIsPassedOver() {
    DunningPolicy policy = calls(conduct(false), WORKPLACE, OWNER);
    assertThat(now(policy, account(HOUSEHOLD), DAY).addressee().orElseThrow().name())
        .isEqualTo("Ann at work");
    Customer forbidden = HOUSEHOLD.wishing(ContactWishes.NONE.notWith(WORKPLACE));
    assertThat(now(policy, account(forbidden), DAY).addressee().orElseThrow().name())
        .isEqualTo("Ann");
    assertThat(now(policy, account(forbidden), DAY).reviewOn()).isEmpty();
    // under no rules at all a wish is a wish
    DunningPolicy plain = calls(Conduct.PLAIN, WORKPLACE, OWNER);
    assertThat(now(plain, account(forbidden), DAY).addressee().orElseThrow().name())
        .isEqualTo("Ann");
  }

  @Test
  void withoutLimitsForEachPersonTheFirstIsAddressedOrNobody() {
    DunningPolicy policy = calls(Conduct.under(ContactLaw.courteous(7)), OWNER, GUARANTOR);
    assertThat(now(policy, account(HOUSEHOLD), DAY.plusDays(1)).addressee().orElseThrow().name())
        .isEqualTo("Ann");
    assertThat(now(policy, account(HOUSEHOLD, "Abe"), DAY.plusDays(1)).verdict())
        .isEqualTo(Verdict.WAIT);
  }

  @Test
  void theStepIsRecordedWithThePerson() {
    DunningPolicy policy = calls(conduct(false), OWNER);
    Recommendation now = now(policy, account(HOUSEHOLD, "Ann"), DAY);
    assertThat(now.eventsWhenTaken(DAY))
        .extracting(Posting::event)
        .filteredOn(StepTaken.class::isInstance)
        .hasToString("[" + DAY + " step taken: call by phone to Abe]");
  }

  @Test
  void theHoursAreThoseOfThePerson() {
    DunningPolicy policy = calls(Conduct.under(ContactLaw.AU_RG96), WORKPLACE, OWNER);
    // 2026-03-20 is a Friday
    Recommendation friday = now(policy, account(HOUSEHOLD), LocalDate.of(2026, 3, 20));
    assertThat(friday.addressee().orElseThrow().name()).isEqualTo("Ann at work");
    assertThat(friday.contactWindow().orElseThrow().toString()).contains("09:00-17:00");
    assertThat(friday.reviewOn()).contains(LocalDate.of(2026, 3, 21));
    Recommendation saturday = now(policy, account(HOUSEHOLD), LocalDate.of(2026, 3, 21));
    assertThat(saturday.addressee().orElseThrow().name()).isEqualTo("Ann");
    assertThat(saturday.contactWindow().orElseThrow().toString()).contains("09:00-21:00");
    assertThat(saturday.reviewOn()).contains(LocalDate.of(2026, 3, 23));
  }
}
