package io.dunning.conduct;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.conduct.ContactLaw.AU_RG96;
import static io.dunning.conduct.ContactLaw.US_REG_F;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Fixtures;
import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.ContactWishes;
import io.dunning.action.PersonRole;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reached;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits that count each person apart, or hold for some persons only. */
class PersonLimitsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

  private static ContactCheck check(ContactRules rules, Customer customer, List<LedgerEvent> all) {
    return new ContactCheck(
        Conduct.under(rules).by(Jurisdiction.Collector.AGENCY),
        Account.of(
            customer,
            List.of(
                Fixtures.history(
                    "D", Money.usd("90.00"), DAY.minusDays(60), all.toArray(LedgerEvent[]::new)))),
        DAY,
        BusinessCalendar.weekends());
  }

  private static ContactCheck asking(ContactCheck check, String name, String role) {
    return name == null ? check : check.with(ContactPerson.of(name, new PersonRole(role)));
  }

  private static String answer(ContactCheck check, LocalDate on) {
    return check.stop(List.of("D"), PHONE, on).isEmpty() ? "COMPLY" : "VIOLATE";
  }

  /** 12 CFR 1006.14(b)(2): calls to a particular person about a particular debt. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # to Ann, Bob, nobody named; asked for, allowed
          # (b)(2)(i): more than seven times within seven days, for each person
            7, 0, 0, Ann, VIOLATE
            7, 0, 0, Bob, COMPLY
            6, 7, 0, Ann, COMPLY
            6, 7, 0, Bob, VIOLATE
          # a call without a person counts for everybody
            6, 0, 1, Ann, VIOLATE
            6, 0, 1, Bob, COMPLY
            0, 0, 7, Bob, VIOLATE
          # a call to the customer as such counts calls to everybody
            4, 3, 0, ,    VIOLATE
            3, 3, 0, ,    COMPLY
            4, 3, 0, Ann, COMPLY
          """)
  void countsTheCallsToEachPerson(int ann, int bob, int nobody, String asked, String allowed) {
    List<LedgerEvent> calls = new ArrayList<>();
    for (int i = 0; i < ann + bob + nobody; i++) {
      String to = i < ann ? "Ann" : i < ann + bob ? "Bob" : "";
      LocalDate day = DAY.minusDays(i % 3);
      // a step of the ladder counts as a call outside it does
      calls.add(
          i % 2 == 0
              ? new Contact(day, PHONE, Direction.OUT, Reached.NOBODY).with(to)
              : new StepTaken(day, "call " + i, Optional.of(PHONE), to));
    }
    ContactCheck check = check(US_REG_F, Customer.of("C"), calls);
    assertThat(answer(asking(check, asked, "owner"), DAY)).isEqualTo(allowed);
  }

  /** 12 CFR 1006.14(b)(2)(ii): within seven days after a conversation with the person. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # spoken with, begun by, asked for, on which day after, allowed
            Ann, OUT, Ann, 6, VIOLATE
            Ann, OUT, Ann, 7, COMPLY
            Ann, OUT, Bob, 1, COMPLY
            Ann, IN,  Ann, 6, VIOLATE
            Ann, IN,  Bob, 6, COMPLY
            ,    OUT, Bob, 6, VIOLATE
            ,    OUT, Bob, 7, COMPLY
            Ann, OUT, ,    6, VIOLATE
          """)
  void restsAfterAConversationWithThePerson(
      String spoken, Direction by, String asked, int after, String allowed) {
    Contact talk = new Contact(DAY, PHONE, by, Reached.RIGHT_PERSON);
    ContactCheck check =
        check(US_REG_F, Customer.of("C"), List.of(talk.with(spoken == null ? "" : spoken)));
    assertThat(answer(asking(check, asked, "owner"), DAY.plusDays(after))).isEqualTo(allowed);
  }

  /** Whom Regulation F forbids to contact at all. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # role, whom the customer does not want to be contacted, channel, allowed
          # 1006.6(d)(1): no communication with third parties, by any medium
            third party, ,          PHONE,  VIOLATE
            third party, ,          LETTER, VIOLATE
            spouse,      ,          PHONE,  COMPLY
          # 1006.6(b)(3): at work, unless the employer is known to forbid it
            workplace,   ,          PHONE,  COMPLY
            workplace,   workplace, PHONE,  VIOLATE
            workplace,   workplace, EMAIL,  VIOLATE
            owner,       workplace, PHONE,  COMPLY
          """)
  void forbidsSomePersons(String role, String unwelcome, Channel channel, String allowed) {
    Customer customer = Customer.of("C");
    customer =
        unwelcome == null
            ? customer
            : customer.wishing(ContactWishes.NONE.notWith(new PersonRole(unwelcome)));
    ContactCheck check = check(US_REG_F, customer, List.of());
    ContactCheck one = asking(check, "Ann", role);
    boolean permits = one.permits(List.of("D"), channel, LocalDateTime.of(DAY, LocalTime.NOON));
    assertThat(permits ? "COMPLY" : "VIOLATE").isEqualTo(allowed);
    assertThat(one.allowedOn(List.of("D"), channel, DAY).isPresent()).isEqualTo(permits);
    assertThat(check.allowedOn(List.of("D"), channel, DAY)).contains(DAY);
  }

  /** ACCC and ASIC, part 2.5: at work from 09:00 to 17:00 on weekdays. 2026-03-07 is a Saturday. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-03-06, 08:59, workplace, PHONE, AVOID
          2026-03-06, 09:00, workplace, PHONE, COMPLY
          2026-03-06, 17:01, workplace, PHONE, AVOID
          2026-03-06, 17:01, workplace, EMAIL, COMPLY
          2026-03-06, 17:01, owner,     PHONE, COMPLY
          2026-03-07, 10:00, workplace, PHONE, AVOID
          2026-03-07, 10:00, owner,     PHONE, COMPLY
          """)
  void limitsTheHoursAtTheWorkplace(
      LocalDate day, LocalTime at, String role, Channel channel, String allowed) {
    ContactCheck one = asking(check(AU_RG96, Customer.of("C"), List.of()), "Ann", role);
    assertThat(one.permits(List.of("D"), channel, LocalDateTime.of(day, at)) ? "COMPLY" : "AVOID")
        .isEqualTo(allowed);
  }

  @Test
  void theStopNamesThePersonWhereTheLimitTellsPersonsApart() {
    List<LedgerEvent> talk =
        List.of(new Contact(DAY, PHONE, Direction.OUT, Reached.OWNER).with("Ann"));
    ContactRules apart =
        ContactRules.of(
            "apart",
            new ContactLimit.AfterConversation(7, ContactLimit.Per.CUSTOMER).ofEachPerson());
    ContactRules together =
        ContactRules.of(
            "together", new ContactLimit.AfterConversation(9, ContactLimit.Per.CUSTOMER));
    ContactCheck check = check(apart, Customer.of("C"), talk);
    assertThat(asking(check, "Ann", "owner").stop(List.of("D"), PHONE, DAY))
        .hasToString(
            "Optional[apart: no call within 7 days of a conversation per person, for Ann]");
    assertThat(check.stop(List.of("D"), PHONE, DAY))
        .hasToString("Optional[apart: no call within 7 days of a conversation per person]");
    assertThat(
            asking(check(together, Customer.of("C"), talk), "Bob", "owner")
                .stop(List.of("D"), PHONE, DAY))
        .hasToString("Optional[together: no call within 9 days of a conversation]");
    Customer shy = Customer.of("C").wishing(ContactWishes.NONE.notWith(PersonRole.WORKPLACE));
    assertThat(asking(check(apart, shy, talk), "Cem", "workplace").stop(List.of("D"), LETTER, DAY))
        .hasToString("Optional[customer: not with workplace, for Cem]");
    assertThat(shy.wishes()).hasToString("not with workplace");
    assertThat(shy.wishes().isNone()).isFalse();
  }

  @Test
  void saysWhetherItTellsPersonsApart() {
    AtMost one = ContactLimit.atMost(1, Period.ofDays(7));
    Customer customer = Customer.of("C");
    assertThat(check(ContactRules.of("r", one), customer, List.of()).tellsPersonsApart()).isFalse();
    assertThat(check(AU_RG96, customer, List.of()).tellsPersonsApart()).isTrue();
    assertThat(check(US_REG_F, customer, List.of()).tellsPersonsApart()).isTrue();
    assertThat(
            check(
                    ContactRules.of("r", one),
                    customer.wishing(ContactWishes.NONE.notWith(PersonRole.WORKPLACE)),
                    List.of())
                .tellsPersonsApart())
        .isTrue();
  }

  @Test
  void exemptionsAreOfEachPersonToo() {
    AtMost limit =
        ContactLimit.atMost(1, Period.ofDays(7))
            .ofEachPerson()
            .notCounting(AtMost.Kind.CUT_OFF, 1, 7);
    Contact cut = new Contact(DAY.minusDays(1), EMAIL, Direction.OUT, Reached.CUT_OFF);
    ContactCheck check =
        check(
            ContactRules.of("r", limit),
            Customer.of("C"),
            List.of(cut.with("Ann"), cut.with("Bob"), cut.with("Bob")));
    assertThat(answer(asking(check, "Ann", "owner"), DAY)).isEqualTo("COMPLY");
    assertThat(answer(asking(check, "Bob", "owner"), DAY)).isEqualTo("VIOLATE");
  }

  @Test
  void aBanNamesSomebody() {
    assertThatThrownBy(ContactLimit::notWith).hasMessage("limit names no role of persons");
    assertThat(ContactLimit.notWith(PersonRole.THIRD_PARTY, PersonRole.WORKPLACE))
        .hasToString("not with third party or workplace");
  }
}
