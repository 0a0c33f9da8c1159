package io.dunning.policy;

import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.calendar.Days.months;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunning.action.Channel;
import io.dunning.action.Performer;
import io.dunning.action.PersonRole;
import io.dunning.action.Tone;
import io.dunning.calendar.Days;
import io.dunning.calendar.WeeklyHours;
import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeCap;
import io.dunning.charge.LateInterest;
import io.dunning.charge.ReferenceRates;
import io.dunning.conduct.AtMost;
import io.dunning.conduct.AtMost.Counted;
import io.dunning.conduct.AtMost.Kind;
import io.dunning.conduct.ContactLaw;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactLimit.Before;
import io.dunning.conduct.ContactLimit.Per;
import io.dunning.conduct.ContactRules;
import io.dunning.event.Concession;
import io.dunning.event.Restriction;
import io.dunning.ledger.Patience;
import io.dunning.ledger.Tolerance;
import io.dunning.sentence.SentenceException;
import io.dunning.terms.GracePeriod;
import java.lang.reflect.Field;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Small rules of all packages are read in the words in which they print. */
class RuleSentencesTest {
  private static final List<String> NAMES =
      List.of("Kern", "x, y", "a and b", "before court", "x before y", "for 18%", "\"", "in 2 (3)");

  private static <T> void areRead(Function<String, T> parse, List<T> rules) {
    for (T each : rules) {
      assertThat(parse.apply(each.toString())).as(each.toString()).isEqualTo(each);
    }
  }

  private static <T> void areRead(Function<String, T> parse, T[] rules) {
    areRead(parse, List.of(rules));
    for (T each : rules) {
      assertThat(parse.apply(each.toString().toUpperCase(Locale.ROOT))).isEqualTo(each);
    }
  }

  @Test
  void readsWordsOfTheTrade() {
    areRead(Tone::parse, Tone.values());
    areRead(Restriction::parse, Restriction.values());
    areRead(AllocationOrder::parse, AllocationOrder.values());
  }

  @Test
  void readsGraceRolesAndPerformers() {
    areRead(
        GracePeriod::parse,
        List.of(GracePeriod.NONE, new GracePeriod(businessDays(1)), new GracePeriod(months(24))));
    assertThat(GracePeriod.parse("3 Days")).isEqualTo(new GracePeriod(calendarDays(3)));
    List<PersonRole> roles = new ArrayList<>(List.of(PersonRole.OWNER, PersonRole.THIRD_PARTY));
    List<Performer> performers = new ArrayList<>(List.of(Performer.IN_HOUSE, Performer.SALES));
    for (String name : NAMES) {
      roles.add(new PersonRole(name));
      performers.add(Performer.agency(name));
      performers.add(Performer.lawyer(name).forCommission(percent("18.5")));
      performers.add(new Performer(Performer.Kind.IN_HOUSE, name, Optional.empty()));
    }
    performers.add(Performer.SALES.forCommission(percent("3")));
    performers.add(Performer.agency("").forCommission(percent("3")));
    areRead(PersonRole::parse, roles);
    areRead(Performer::parse, performers);
    assertThat(Performer.agency("for 18%")).hasToString("agency \"for 18%\"");
  }

  @Test
  void readsCapsAndTolerances() {
    ChargeCap amounts = ChargeCap.of(eur("25.00"), usd("30.00"));
    ChargeCap both =
        new ChargeCap(
            Optional.of(percent("10")), List.of(usd("1.00"), eur("2.00")), ChargeCap.Within.YEAR);
    areRead(
        ChargeCap::parse,
        List.of(
            ChargeCap.of(percent("10")), amounts, amounts.within(ChargeCap.Within.MONTH), both));
    assertThat(both).hasToString("at most 10% or 1.00 USD or 2.00 EUR a year");
    Tolerance two = Tolerance.upTo(eur("1.00"), usd("2.00"));
    areRead(
        Tolerance::parse,
        List.of(
            Tolerance.NONE,
            two,
            two.atMost(percent("0.5")),
            Tolerance.NONE.atMost(percent("0.5"))));
  }

  @Test
  void readsPatience() {
    Patience all = Patience.UNLIMITED;
    for (Concession each : Concession.values()) {
      all = all.atMost(each.ordinal(), each).daysInAll(1 + each.ordinal(), each);
    }
    List<Patience> limits =
        new ArrayList<>(List.of(Patience.UNLIMITED, all, all.moreOnlyFrom("head of credit")));
    NAMES.forEach(name -> limits.add(Patience.UNLIMITED.moreOnlyFrom(name)));
    areRead(Patience::parse, limits);
    assertThat(all.moreOnlyFrom("head of credit"))
        .hasToString(
            "at most 0 promises, at most 1 payment plan, at most 2 deferrals, at most 3 holds,"
                + " promises for 1 day in all, payment plans for 2 days in all,"
                + " deferrals for 3 days in all, holds for 4 days in all,"
                + " more only from head of credit");
  }

  static Stream<ContactLimit> limits() {
    AtMost most = ContactLimit.atMost(7, Period.ofDays(7));
    WeeklyHours week =
        WeeklyHours.on(WeeklyHours.mondayToFriday(), "07:30", "12:00")
            .plus(WeeklyHours.on(WeeklyHours.mondayToFriday(), "13:00", "21:00"))
            .plus(WeeklyHours.on(EnumSet.of(DayOfWeek.SUNDAY), "09:00", "23:59"));
    List<ContactLimit> all =
        new ArrayList<>(
            List.of(
                most,
                ContactLimit.atMost(1, Period.ofDays(1)),
                ContactLimit.atMost(1, Period.ofMonths(1)).counting(Counted.CONNECTED),
                most.counting(Counted.CONTACTS).per(Per.DEBT).ofEachCollector(),
                most.by(Channel.PHONE, Channel.SMS).ofEachPerson(),
                most.per(Per.DEBT).ofEachPerson(),
                most.notCounting(Kind.ANSWER)
                    .notCounting(Kind.CUT_OFF, 2, 1)
                    .notCounting(Kind.FAILED_VISIT, 1, 7)
                    .notCounting(Kind.INFORMATION, Integer.MAX_VALUE, 3),
                new ContactLimit.AfterConversation(7, Per.CUSTOMER),
                new ContactLimit.AfterConversation(1, Per.DEBT, true),
                ContactLimit.only(WeeklyHours.NONE),
                ContactLimit.only(WeeklyHours.ALWAYS, Channel.EMAIL),
                ContactLimit.only(week, Channel.PHONE).with(PersonRole.WORKPLACE),
                ContactLimit.notOnHolidays(),
                ContactLimit.notOnHolidays(Channel.PHONE, Channel.VISIT),
                ContactLimit.notWith(PersonRole.THIRD_PARTY, PersonRole.OWNER),
                new ContactLimit.CustomerWish()));
    for (String name : NAMES) {
      all.add(ContactLimit.notWith(new PersonRole(name), PersonRole.OWNER));
      for (Before before : Before.values()) {
        all.add(new ContactLimit.Notice(name, Days.NONE, calendarDays(30), before));
        all.add(new ContactLimit.Notice(name, businessDays(3), calendarDays(30), before));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("limits")
  void readsLimitsOnContacts(ContactLimit limit) {
    assertThat(ContactLimit.parse(limit.toString())).isEqualTo(limit);
  }

  @Test
  void readsEveryLimitOfTheLibrary() throws IllegalAccessException {
    int limits = 0;
    for (Field each : ContactLaw.class.getFields()) {
      if (each.getType() == ContactRules.class) {
        List<ContactLimit> all = ((ContactRules) each.get(null)).limits();
        areRead(ContactLimit::parse, all);
        limits += all.size();
      }
    }
    assertThat(limits).isGreaterThan(10);
  }

  @Test
  void readsRatesOfInterest() {
    ReferenceRates own =
        ReferenceRates.named("house rate")
            .with(LocalDate.MIN, LocalDate.MAX, percent("2"), "a book");
    List<ReferenceRates> tables = new ArrayList<>(List.of(own));
    for (String name : List.of("9%", "x + y", "2 x z", "a, b", "-", "rate per month")) {
      tables.add(ReferenceRates.named(name));
    }
    List<LateInterest> all = new ArrayList<>(List.of(LateInterest.fixed(percent("9.5"))));
    all.add(LateInterest.fixed(percent("1")).per(30));
    for (ReferenceRates each : tables) {
      all.add(LateInterest.floating(each, percent("0")));
      all.add(LateInterest.floating(each, percent("9")).times(2));
      all.add(LateInterest.floating(each, percent("-1.5")).atMost(percent("12")));
      all.add(LateInterest.floating(own, percent("1")).atMost(each).per(30));
    }
    for (ReferenceRates each : ReferenceRates.shipped().values()) {
      all.add(LateInterest.floating(each, percent("9")));
    }
    for (LateInterest each : all) {
      assertThat(LateInterest.parseRate(each.rateWords(), tables))
          .as(each.rateWords())
          .isEqualTo(each);
    }
    assertThat(LateInterest.parseRate("German base rate + 9%", List.of()).rateWords())
        .isEqualTo("German base rate + 9%");
  }

  private static Object parse(String type, String text) {
    return switch (type) {
      case "tone" -> Tone.parse(text);
      case "order" -> AllocationOrder.parse(text);
      case "role" -> PersonRole.parse(text);
      case "performer" -> Performer.parse(text);
      case "cap" -> ChargeCap.parse(text);
      case "tolerance" -> Tolerance.parse(text);
      case "patience" -> Patience.parse(text);
      case "limit" -> ContactLimit.parse(text);
      case "grace" -> GracePeriod.parse(text);
      default -> LateInterest.parseRate(text, List.of());
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          tone | frendly | "frendly" is not a tone | 1 | "friendly", "neutral", "firm", "final"
          order | costs first | "costs first" is not an order of allocation | 1 | *
          role | x, y | expected the end, found ", y" | 2 | put the name in double quotes
          role | " " | role has no name | 1 |
          performer | agency Kern for 101% | commission is not between 0% and 100%: 101% | 1 |
          grace | 3 weeks | "3 weeks" is not a grace period | 1 | "3 days of grace"
          cap | 10% in all | expected "at most", found "10% in all" | 1 | "at most 10% in all"
          cap | at most in all | expected an amount such as 500.00 EUR, found "in all" | 9 | "at most 10% in all"
          cap | at most 10% | expected "or", "in all", "a month" or "a year", found the end | 12 | "at most 10% in all"
          cap | at most -10% in all | cap has no limit, or a negative one | 1 |
          tolerance | up to 1.00 EUR or 2.00 EUR | tolerance has two amounts in one currency: 1.00 EUR and 2.00 EUR | 1 |
          tolerance | up to 1.00 EUR, at most 2% | expected "of the invoice", found the end | 27 | "up to 1.00 EUR"
          patience | at most 2 | expected "at most", "more only from", promises, payment plans, deferrals or holds, found the end | 10 | *
          patience | at most -2 holds | number of times a hold holds is negative: -2 | 1 |
          limit | at most 0 attempts in 7 days | limit needs one contact or more, in a number of days or one month: 0 in P7D | 1 |
          limit | no call within -3 days of a conversation | pause after a conversation is negative: -3 | 1 |
          limit | at most 1 attempt in 7 days, without up to 1 cut off in 0 days | exemption needs a number of contacts, in one day or more: 1 in 0 | 1 |
          limit | only 21:00-08:00 daily | hours end before they start: 21:00-08:00 | 1 |
          limit | only 08:00-24:00 daily | expected hours such as 08:00-21:00, found "08:00-24:00 daily" | 6 | *
          limit | only 08:00-21:00 | expected "daily", found the end | 17 | *
          limit | call less | expected a limit on contacts, found "call less" | 1 | *
          rate | Norse rate + 9% | no such reference rates: "Norse rate" | 7 | "German base rate", or rates of your own
          rate | 9% per 400 days | days of a rate are not between 1 and 366: 400 | 1 |
          rate | 9 | the % is missing | 1 | "9%"
          rate | 9.5 per 30 days | the % is missing | 1 | "9.5%"
          rate | 1 per 30 days | the % is missing | 1 | "1%"
          rate | 9 percent | the % is missing | 1 | "9%"
          rate | 2 German base rate | expected "x", found "German base rate" | 3 | "German base rate + 9%"
          rate | German base rate + nine | expected a percentage such as 40%, found "nine" | 20 | "German base rate + 9%"
          """)
  void saysWhyARuleCannotBeRead(
      String type, String text, String problem, int column, String maybe) {
    String advice = maybe == null ? "" : "\nMaybe " + maybe;
    assertThatExceptionOfType(SentenceException.class)
        .isThrownBy(() -> parse(type, text))
        .matches(e -> e.problem().equals(problem), problem)
        .matches(e -> e.offset() == column - 1, "in column " + column)
        .matches(e -> "*".equals(maybe) || e.getMessage().endsWith(")" + advice), advice);
  }
}
