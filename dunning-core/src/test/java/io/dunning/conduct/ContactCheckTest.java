package io.dunning.conduct;

import static io.dunning.Fixtures.account;
import static io.dunning.Fixtures.history;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.DunningDomain;
import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.ContactWishes;
import io.dunning.action.PersonRole;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.calendar.WeeklyHours;
import io.dunning.conduct.ContactLimit.Before;
import io.dunning.conduct.ContactLimit.Notice;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.ContactInvited;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.ContactEvent.NoticeGiven;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reached;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** First allowed and first stopped days, against asking day by day. */
class ContactCheckTest {
  private static final LocalDate DAY = DunningDomain.START.plusDays(50);
  private static final BusinessCalendar CALENDAR =
      BusinessCalendar.weekends()
          .withHolidays(
              List.of(DAY.plusDays(3), DAY.plusDays(4), DAY.plusDays(40)),
              new DateSpan(DAY.minusDays(200), DAY.plusDays(100)));

  private static LedgerEvent out(int day, Channel channel, Reached reached) {
    return new Contact(DAY.plusDays(day), channel, Direction.OUT, reached);
  }

  private static LedgerEvent with(String person, int day) {
    return new Contact(DAY.plusDays(day), PHONE, Direction.OUT, Reached.RIGHT_PERSON).with(person);
  }

  private static InvoiceHistory invoice(String number, LedgerEvent... events) {
    return history(number, eur("90.00"), DAY.minusDays(30), events);
  }

  private static List<List<InvoiceHistory>> histories() {
    List<LedgerEvent> busy = new ArrayList<>();
    for (int day = -9; day <= 0; day++) {
      busy.add(out(day, day % 2 == 0 ? PHONE : EMAIL, Reached.NOBODY));
    }
    return List.of(
        List.of(invoice("I"), invoice("J")),
        List.of(invoice("I", busy.toArray(LedgerEvent[]::new)), invoice("J")),
        List.of(
            invoice("I", with("Ann", -2), with("Ann", -2), with("Bob", -1), with("Bob", 0)),
            invoice("J", with("Ann", -4), out(-4, PHONE, Reached.OWNER))),
        List.of(
            invoice("I", out(-3, PHONE, Reached.OWNER)),
            invoice("J", out(-9, EMAIL, Reached.UNKNOWN))),
        List.of(
            invoice(
                "I",
                out(-2, PHONE, Reached.OWNER),
                new ContactInvited(DAY.minusDays(1), Optional.of(DAY.plusDays(1)))),
            invoice("J", out(0, EMAIL, Reached.UNKNOWN))),
        List.of(
            invoice(
                "I",
                out(-6, EMAIL, Reached.RIGHT_PERSON),
                out(-6, EMAIL, Reached.RIGHT_PERSON),
                new ContactInvited(DAY.minusDays(4), Optional.empty())),
            invoice("J", new NoticeGiven(DAY.minusDays(1), "one"))));
  }

  private static List<Customer> customers() {
    return List.of(
        Customer.of("C"),
        Customer.of("C")
            .ofKind(Customer.Kind.CONSUMER)
            .inCountry("US")
            .inZone(ZoneId.of("America/New_York"))
            .inZone(ZoneId.of("Asia/Tokyo")),
        Customer.of("C")
            .wishing(
                ContactWishes.NONE
                    .notDuring(new DateSpan(DAY.plusDays(6), DAY.plusDays(9)))
                    .notDuring(new DateSpan(DAY.minusDays(9), DAY.minusDays(1)))
                    .notEveryYear("--03-10", "--03-12")
                    .notAt(WeeklyHours.on(List.of(DayOfWeek.TUESDAY), "00:00", "23:59"))),
        Customer.of("C").wishing(ContactWishes.NONE.notWith(PersonRole.WORKPLACE)));
  }

  static List<ContactCheck> checks() {
    List<Conduct> conducts = new ArrayList<>(DunningDomain.CONDUCTS);
    conducts.add(Conduct.under(ContactLaw.AU_RG96));
    conducts.add(
        Conduct.under(
            ContactRules.of(
                    "apart",
                    ContactLimit.atMost(2, Period.ofDays(6)).ofEachPerson(),
                    new ContactLimit.AfterConversation(5, ContactLimit.Per.DEBT).ofEachPerson())
                .with(
                    ContactLimit.only(
                            WeeklyHours.on(WeeklyHours.mondayToFriday(), "09:00", "17:00"))
                        .with(PersonRole.WORKPLACE)),
            ContactRules.of("later ban", ContactLimit.notWith(PersonRole.WORKPLACE))
                .inForce(DAY.plusDays(20))));
    conducts.add(
        Conduct.under(
            ContactRules.of("later hours", ContactLimit.only(WeeklyHours.daily("09:00", "10:00")))
                .with(ContactLimit.notOnHolidays(PHONE))
                .inForce(DAY.plusDays(9))));
    conducts.add(
        Conduct.under(
            ContactRules.of(
                "weekdays",
                ContactLimit.only(
                    WeeklyHours.on(WeeklyHours.mondayToFriday(), "08:00", "20:00")))));
    List<ContactCheck> all = new ArrayList<>();
    for (Conduct conduct : conducts) {
      for (Customer customer : customers()) {
        for (List<InvoiceHistory> history : histories()) {
          ContactCheck check =
              new ContactCheck(conduct, Account.of(customer, history), DAY, CALENDAR);
          all.add(check);
          all.add(check.with(ContactPerson.of("Ann", PersonRole.WORKPLACE)));
          all.add(check.with(ContactPerson.of("Bob", PersonRole.OWNER)));
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("checks")
  void daysFoundAreThoseOfAskingDayByDay(ContactCheck check) {
    for (int[] places : List.of(new int[] {0}, new int[] {1}, new int[] {0, 1})) {
      for (Channel channel : List.of(PHONE, EMAIL)) {
        days(check, places, channel, Before.CONTACT);
      }
      days(check, places, null, Before.HANDOVER);
    }
  }

  private static void days(ContactCheck check, int[] places, Channel channel, Before before) {
    long day = DAY.toEpochDay();
    long allowed = check.allowedOn(places, channel, before, day);
    long stopped = check.stoppedOn(places, channel, before, day);
    for (long each = day; each < day + 100; each++) {
      boolean stops = check.stop(places, channel, before, each) != null;
      assertThat(each < allowed && !stops).isFalse();
      assertThat(each < stopped && stops).isFalse();
      if (each == allowed) {
        assertThat(stops).isFalse();
      }
      if (each == stopped) {
        assertThat(stops).isTrue();
      }
    }
  }

  /** However far off the day is on which rules come into force. */
  @ParameterizedTest
  @ValueSource(ints = {1, 395, 600, 4_000})
  void hoursCountFromTheDayOnWhichTheyComeIntoForce(int ahead) {
    LocalDate inForce = DAY.plusDays(ahead);
    ContactRules weekdays =
        ContactRules.of(
                "weekdays",
                ContactLimit.only(WeeklyHours.on(WeeklyHours.mondayToFriday(), "09:00", "17:00")))
            .inForce(inForce);
    ContactRules calls =
        ContactRules.of("calls", ContactLimit.only(WeeklyHours.daily("00:00", "23:59"), EMAIL));
    ContactCheck check =
        new ContactCheck(Conduct.under(calls, weekdays), account("C", invoice("I")), DAY, CALENDAR);
    LocalDate saturday = inForce.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    assertThat(check.stoppedOn(new int[] {0}, EMAIL, Before.CONTACT, DAY.toEpochDay()))
        .isEqualTo(saturday.toEpochDay());
  }

  @Test
  void askedByNumbersItAnswersTheSame() {
    Conduct one =
        Conduct.under(
            ContactRules.of(
                "r", ContactLimit.atMost(1, Period.ofDays(5)).per(ContactLimit.Per.DEBT)));
    ContactCheck check =
        new ContactCheck(
            one,
            account("C", invoice("I", out(-1, PHONE, Reached.UNKNOWN)), invoice("J")),
            DAY,
            CALENDAR);
    assertThat(check.allowedOn(List.of("I"), EMAIL, DAY)).contains(DAY.plusDays(4));
    assertThat(check.allowedOn(List.of("J"), EMAIL, DAY)).contains(DAY);
    assertThat(check.allowedOn(List.of("J", "I"), EMAIL, DAY)).contains(DAY.plusDays(4));
    assertThat(check.stop(List.of("I"), EMAIL, DAY))
        .hasToString("Optional[r: at most 1 attempt in 5 days per debt]");
    assertThat(check.windowOn(DAY, EMAIL).isOpen()).isTrue();
    assertThatThrownBy(() -> check.stop(List.of("K"), EMAIL, DAY))
        .hasMessage("the account has no such invoice: K");
  }

  @Test
  void limitsOfLessThanNothingAreRefused() {
    assertThatThrownBy(() -> new ContactLimit.AfterConversation(-3, ContactLimit.Per.DEBT))
        .hasMessage("pause after a conversation is negative: -3");
    AtMost weekly = ContactLimit.atMost(1, Period.ofDays(7));
    assertThatThrownBy(() -> weekly.notCounting(AtMost.Kind.CUT_OFF, -1, 1))
        .hasMessage("exemption needs a number of contacts, in one day or more: -1 in 1");
    assertThatThrownBy(() -> weekly.notCounting(AtMost.Kind.CUT_OFF, 1, 0))
        .hasMessage("exemption needs a number of contacts, in one day or more: 1 in 0");
  }

  @Test
  void waitsForEverForANoticeThatIsNotGiven() {
    Notice notice = new Notice("mandate", Days.NONE, Days.NONE, Before.CONTACT);
    ContactCheck check =
        new ContactCheck(
            Conduct.under(ContactRules.of("r", notice)), account("C", invoice("I")), DAY, CALENDAR);
    assertThat(check.allowedOn(List.of("I"), EMAIL, DAY)).isEmpty();
    assertThatThrownBy(() -> ContactRules.of("r", notice).notice("other"))
        .hasMessage("rules r have no such notice: other");
  }

  @Test
  void aNoticeBeyondTheCalendarCountsCalendarDays() {
    Notice notice =
        new Notice("mandate", Days.businessDays(2), Days.businessDays(200), Before.CONTACT);
    ContactCheck check =
        new ContactCheck(
            Conduct.under(ContactRules.of("r", notice)),
            account("C", invoice("I", new NoticeGiven(DAY, "mandate"))),
            DAY,
            CALENDAR);
    assertThat(check.allowedOn(List.of("I"), EMAIL, DAY)).contains(DAY.plusDays(203));
  }

  @Test
  void stepsCountByTheirOwnChannelIfNoneWasRecorded() {
    LedgerEvent bare = new StepEvent.StepTaken(DAY.minusDays(1), "call", Optional.empty());
    LedgerEvent came = LedgerEvent.stepTaken(DAY.minusDays(1), "letter", Channel.LETTER);
    LedgerEvent back = LedgerEvent.notDelivered(DAY, "letter", Channel.LETTER);
    ContactRules reached =
        ContactRules.of(
            "r", ContactLimit.atMost(1, Period.ofDays(5)).counting(AtMost.Counted.CONTACTS));
    Account account = account("C", invoice("I", bare, came, back));
    // a letter that came back reached nobody; a step without a channel is no contact by itself
    assertThat(
            new ContactCheck(Conduct.under(reached), account, DAY, CALENDAR)
                .stop(List.of("I"), EMAIL, DAY))
        .isEmpty();
    ContactCheck known =
        new ContactCheck(
            Conduct.under(reached),
            account,
            DAY,
            CALENDAR,
            step -> step.equals("call") ? Optional.of(PHONE) : Optional.empty(),
            false);
    assertThat(known.stop(List.of("I"), EMAIL, DAY)).isPresent();
  }

  @Test
  void limitsSayWhatIsWrong() {
    assertThatThrownBy(() -> ContactLimit.atMost(0, Period.ofDays(7)))
        .hasMessage("limit needs one contact or more, in a number of days or one month: 0 in P7D");
    assertThatThrownBy(() -> ContactLimit.atMost(1, Period.ofDays(0)))
        .hasMessageContaining("1 in P0D");
    assertThatThrownBy(() -> ContactLimit.atMost(1, Period.of(0, 1, 1)))
        .hasMessageContaining("1 in P1M1D");
    assertThatThrownBy(
            () -> new WeeklyHours.Span(java.time.LocalTime.NOON, java.time.LocalTime.MIN))
        .hasMessage("hours end before they start: 12:00-00:00");
    assertThatThrownBy(() -> Customer.of("C").inCountry("us"))
        .hasMessage("country is not two capital letters: us");
  }

  @Test
  void hoursAreMinutesOfAWeek() {
    WeeklyHours day = WeeklyHours.daily("08:00", "21:00");
    assertThat(day.minutesPerWeek()).isEqualTo(7 * (13 * 60 + 1));
    assertThat(day.minus(day).isEmpty()).isTrue();
    assertThat(day.minus(day)).hasToString("never").isEqualTo(WeeklyHours.NONE);
    assertThat(day.minus(WeeklyHours.daily("12:00", "12:59")).on(DayOfWeek.MONDAY))
        .hasToString("[08:00-11:59, 13:00-21:00]");
    assertThat(day.hasAny(DayOfWeek.SUNDAY)).isTrue();
    WeeklyHours weekend =
        WeeklyHours.on(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), "09:00", "21:00");
    assertThat(weekend.hasAny(DayOfWeek.MONDAY)).isFalse();
    assertThat(weekend.plus(WeeklyHours.on(WeeklyHours.mondayToFriday(), "07:30", "21:00")))
        .hasToString("mon to fri 07:30-21:00, sat sun 09:00-21:00");
    assertThat(WeeklyHours.shareMinute(List.of(day, weekend))).isFalse();
    assertThat(WeeklyHours.shareMinute(List.of(day, WeeklyHours.daily("21:00", "22:00")))).isTrue();
    assertThat(WeeklyHours.shareMinute(List.of(day, WeeklyHours.daily("21:01", "22:00"))))
        .isFalse();
    assertThat(WeeklyHours.shareMinute(List.of())).isTrue();
  }

  /** London allows 05:20 to 06:10, which is 01:20 to 01:10 in New York, as clocks go back. */
  @Test
  void hoursThatEndBeforeTheyBeginByTheClockAreNotOffered() {
    Customer both =
        Customer.of("C")
            .inZone(ZoneId.of("America/New_York"))
            .inZone(ZoneId.of("Europe/London"))
            .wishing(
                ContactWishes.NONE
                    .notAt(WeeklyHours.daily("04:00", "05:19"))
                    .notAt(WeeklyHours.daily("06:11", "23:59")));
    LocalDate back = LocalDate.of(2026, 11, 1);
    ContactCheck check =
        new ContactCheck(Conduct.PLAIN, Account.of(both, List.of()), back, CALENDAR);
    assertThat(check.windowOn(back, PHONE).isOpen()).isFalse();
    assertThat(check.windowOn(back.plusDays(7), PHONE).isOpen()).isTrue();
    assertThat(check.stop(List.of(), PHONE, back)).isPresent();
  }

  @Test
  void seasonsGoOverTheNewYearAndKnowLeapYears() {
    ContactWishes winter = ContactWishes.NONE.notEveryYear("--12-20", "--01-06");
    assertThat(winter.daysAround(LocalDate.of(2026, 1, 3)))
        .contains(new DateSpan(LocalDate.of(2025, 12, 20), LocalDate.of(2026, 1, 6)));
    ContactWishes leap = ContactWishes.NONE.notEveryYear("--02-29", "--02-29");
    assertThat(leap.daysAround(LocalDate.of(2027, 1, 3)))
        .contains(
            new DateSpan(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 1)),
            new DateSpan(LocalDate.of(2028, 2, 29), LocalDate.of(2028, 2, 29)));
    assertThat(winter).hasToString("not every year 12-20 to 01-06");
    assertThat(ContactWishes.NONE).hasToString("no wishes");
    assertThat(winter.isNone()).isFalse();
  }
}
