package io.dunning.conduct;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.Channel.VISIT;
import static io.dunning.conduct.ContactLaw.AU_RG96;
import static io.dunning.conduct.ContactLaw.IN_RBI;
import static io.dunning.conduct.ContactLaw.KR_FAIR;
import static io.dunning.conduct.ContactLaw.KR_FAIR_MANDATE;
import static io.dunning.conduct.ContactLaw.KR_FINANCIAL;
import static io.dunning.conduct.ContactLaw.US_REG_F;
import static io.dunning.conduct.Jurisdiction.Collector.AGENCY;
import static io.dunning.conduct.Jurisdiction.Collector.ASSIGNEE;
import static io.dunning.conduct.Jurisdiction.Collector.CREDITOR;
import static io.dunning.conduct.Jurisdiction.Debt.CONSUMER;
import static io.dunning.conduct.Jurisdiction.Debt.CREDIT;
import static io.dunning.conduct.Jurisdiction.Debt.TRADE;
import static io.dunning.event.Reached.CUT_OFF;
import static io.dunning.event.Reached.NOBODY;
import static io.dunning.event.Reached.RIGHT_PERSON;
import static io.dunning.ledger.Customer.Kind.BUSINESS;
import static io.dunning.ledger.Customer.Kind.SOLE_TRADER;
import static io.dunning.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Table;
import io.dunning.action.Channel;
import io.dunning.action.ContactWishes;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.calendar.WeeklyHours;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.ContactInvited;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.ContactEvent.NoticeGiven;
import io.dunning.event.ContactEvent.OptedOut;
import io.dunning.event.ContactEvent.Purpose;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reached;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule sets of law against the published examples, row by row. */
class ContactLawTest {

  /** A history, a proposed contact, and the rules it is held against. */
  private static final class Case {
    private final ContactRules rules;
    private Conduct conduct;
    private Customer customer;
    private final List<LedgerEvent> events = new ArrayList<>();

    Case(ContactRules rules, String country) {
      this.rules = rules;
      conduct = Conduct.under(rules).by(AGENCY);
      customer = Customer.of("C").ofKind(Customer.Kind.CONSUMER).inCountry(country);
    }

    Case calls(Reached reached, String... days) {
      for (String day : days) {
        events.add(new Contact(LocalDate.parse(day), PHONE, Direction.OUT, reached));
      }
      return this;
    }

    Case with(LedgerEvent... more) {
      events.addAll(List.of(more));
      return this;
    }

    Case wishing(ContactWishes wishes) {
      customer = customer.wishing(wishes);
      return this;
    }

    private ContactCheck check(LocalDate asOf) {
      InvoiceHistory debt =
          InvoiceHistory.of(
              Invoice.of("D", usd("100.00"), asOf.minusYears(1), asOf.minusMonths(11)), events);
      BusinessCalendar calendar = BusinessCalendar.weekends();
      return new ContactCheck(conduct, Account.of(customer, List.of(debt)), asOf, calendar);
    }

    boolean permits(String day, Channel channel, LocalTime at) {
      LocalDate on = LocalDate.parse(day);
      return check(on).permits(List.of("D"), channel, LocalDateTime.of(on, at));
    }

    /** How a guideline words it, and a law. */
    String answer(String day, Channel channel, String at) {
      boolean permitted = permits(day, channel, LocalTime.parse(at));
      return permitted ? "COMPLY" : rules == AU_RG96 ? "AVOID" : "VIOLATE";
    }

    String call(String day) {
      return answer(day, PHONE, "12:00");
    }

    /** How many contacts count: the least limit that would still allow one more, less one. */
    String count(String day) {
      AtMost most = (AtMost) rules.limits().get(0);
      LocalDate on = LocalDate.parse(day);
      for (int n = 0; ; n++) {
        AtMost other =
            new AtMost(
                n + 1,
                most.within(),
                most.counted(),
                most.per(),
                most.allCollectors(),
                most.channels(),
                most.exemptions(),
                most.perPerson());
        Case tried =
            new Case(ContactRules.of("n", other), "KR").with(events.toArray(LedgerEvent[]::new));
        if (tried.permits(day, VISIT, LocalTime.NOON)) {
          assertThat(on).isNotNull();
          return "COUNT=" + n;
        }
      }
    }
  }

  private static Case regF() {
    return new Case(US_REG_F, "US");
  }

  private static Case korea() {
    return new Case(KR_FINANCIAL, "KR")
        .with(new NoticeGiven(LocalDate.parse("2024-10-20"), "start of collection"));
  }

  private static LedgerEvent contact(
      String day, Channel channel, Reached reached, Purpose purpose) {
    return new Contact(LocalDate.parse(day), channel, Direction.OUT, reached).withPurpose(purpose);
  }

  private static LedgerEvent from(String day, Channel channel) {
    return new Contact(LocalDate.parse(day), channel, Direction.IN, Reached.UNKNOWN);
  }

  private static String[] repeated(String day, int times) {
    return Stream.generate(() -> day).limit(times).toArray(String[]::new);
  }

  private static String applies(ContactRules rules, Conduct conduct, Customer customer) {
    return conduct.rulesFor(customer).contains(rules) ? "APPLICABLE" : "NOT_APPLICABLE";
  }

  private static String[] week(String month) {
    return Stream.of("01", "02", "03", "04", "05", "06", "07")
        .map(d -> month + "-" + d)
        .toArray(String[]::new);
  }

  private static Case failedVisits() {
    Case visits = korea();
    for (int i = 1; i <= 7; i++) {
      visits.with(contact("2024-11-0" + i, VISIT, RIGHT_PERSON, Purpose.COLLECTION));
    }
    return visits.with(
        contact("2024-11-03", VISIT, NOBODY, Purpose.COLLECTION),
        contact("2024-11-05", VISIT, NOBODY, Purpose.COLLECTION));
  }

  private static Case ofTwoAgencies() {
    Case all = korea();
    for (int i = 1; i <= 4; i++) {
      LocalDate day = LocalDate.of(2024, 11, i);
      all.with(new Contact(day, PHONE).by("agency A"), new Contact(day, PHONE).by("agency B"));
    }
    return all;
  }

  private static String threeDebts() {
    List<InvoiceHistory> debts = new ArrayList<>();
    for (String number : List.of("D1", "D2", "D3")) {
      InvoiceHistory debt =
          InvoiceHistory.of(
              Invoice.of(number, usd("9.00"), LocalDate.of(2020, 1, 1), LocalDate.of(2020, 2, 1)));
      for (int i = 0; i < (number.equals("D3") ? 6 : 7); i++) {
        debt =
            debt.with(
                new Contact(LocalDate.of(2020, 6, 1 + i), PHONE, Direction.OUT, Reached.NOBODY));
      }
      debts.add(debt);
    }
    Customer customer = Customer.of("C").ofKind(Customer.Kind.CONSUMER).inCountry("US");
    ContactCheck check =
        new ContactCheck(
            Conduct.under(US_REG_F).by(AGENCY),
            Account.of(customer, debts),
            LocalDate.of(2020, 6, 7),
            BusinessCalendar.weekends());
    // the twenty-first call is the seventh about its debt
    return check.stop(List.of("D3"), PHONE, LocalDate.of(2020, 6, 7)).isEmpty()
            && check.stop(List.of("D1"), PHONE, LocalDate.of(2020, 6, 7)).isPresent()
        ? "COMPLY"
        : "VIOLATE";
  }

  private static String loansUnderOneNumber() {
    AtMost perAccount = ((AtMost) US_REG_F.limits().get(0)).per(ContactLimit.Per.CUSTOMER);
    Case one = new Case(ContactRules.of("student loans", perAccount), "US");
    return one.calls(NOBODY, repeated("2020-06-03", 7)).call("2020-06-05");
  }

  private static String stopCalling() {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(),
            List.of(new OptedOut(LocalDate.parse("2020-06-01"), PHONE)));
    int closed = account.balancesOn(LocalDate.parse("2020-06-02").toEpochDay()).closedChannelBits();
    return closed == 1 << PHONE.ordinal() ? "VIOLATE" : "COMPLY";
  }

  private static String inHospital() {
    LocalDate confirmed = LocalDate.parse("2025-01-15");
    DateSpan stay = new DateSpan(confirmed, KR_FINANCIAL.stayThrough(confirmed).orElseThrow());
    assertThat(stay.contains(LocalDate.parse("2025-04-16"))).isFalse();
    Case quiet = korea().wishing(ContactWishes.NONE.notDuring(stay));
    return quiet.call("2025-04-14");
  }

  private static final WeeklyHours WEEKDAY_AFTERNOONS =
      WeeklyHours.on(WeeklyHours.mondayToFriday(), "15:00", "17:00");

  private static Case calledAWeek() {
    return new Case(AU_RG96, "AU").calls(RIGHT_PERSON, "2026-03-02", "2026-03-03", "2026-03-04");
  }

  private static Case calledAMonth() {
    Case month = new Case(AU_RG96, "AU");
    for (int day = 1; day <= 28; day += 3) {
      month.calls(RIGHT_PERSON, String.format("2026-03-%02d", day));
    }
    return month;
  }

  private static final Map<String, Supplier<String>> ANSWERS =
      Map.ofEntries(
          answer("RF03", () -> regF().with(from("2020-08-13", PHONE)).call("2020-08-19")),
          answer(
              "RF04",
              () ->
                  regF()
                      .calls(NOBODY, "2020-04-01", "2020-04-02", "2020-04-02", "2020-04-03")
                      .calls(NOBODY, "2020-04-03", "2020-04-06", "2020-04-06")
                      .call("2020-04-07")),
          answer(
              "RF05",
              () ->
                  regF()
                      .calls(NOBODY, "2020-08-11")
                      .calls(RIGHT_PERSON, "2020-08-14")
                      .call("2020-08-20")),
          answer(
              "RF06",
              () ->
                  regF()
                      .calls(NOBODY, "2020-08-11")
                      .calls(RIGHT_PERSON, "2020-08-14")
                      .call("2020-08-21")),
          answer(
              "RF07",
              () ->
                  regF()
                      .calls(RIGHT_PERSON, "2020-04-03")
                      .with(
                          new ContactInvited(
                              LocalDate.parse("2020-04-03"),
                              Optional.of(LocalDate.parse("2020-04-06"))))
                      .call("2020-04-06")),
          answer(
              "RF09",
              () ->
                  regF()
                      .calls(NOBODY, "2020-06-01", "2020-06-02", "2020-06-03")
                      .with(new ContactInvited(LocalDate.parse("2020-06-04"), Optional.empty()))
                      .calls(NOBODY, repeated("2020-06-08", 3))
                      .calls(NOBODY, repeated("2020-06-09", 3))
                      .calls(NOBODY, repeated("2020-06-10", 2))
                      .call("2020-06-10")),
          answer("RF12", () -> threeDebts()),
          answer("RF15", () -> loansUnderOneNumber()),
          answer(
              "RF20",
              () ->
                  regF()
                      .wishing(ContactWishes.NONE.notAt(WEEKDAY_AFTERNOONS))
                      .with(from("2020-08-12", EMAIL))
                      .answer("2020-08-12", EMAIL, "15:45")),
          answer("RF21", () -> stopCalling()),
          answer("RF22", () -> regF().answer("2020-08-12", PHONE, "08:00")),
          answer("RF23", () -> regF().answer("2020-08-12", PHONE, "21:01")),
          answer("KR01", () -> korea().calls(RIGHT_PERSON, week("2024-11")).call("2024-11-07")),
          answer("KR02", () -> korea().calls(RIGHT_PERSON, week("2024-11")).call("2024-11-08")),
          answer("KR03", () -> failedVisits().count("2024-11-07")),
          answer(
              "KR04", () -> korea().calls(CUT_OFF, repeated("2024-11-04", 3)).count("2024-11-04")),
          answer(
              "KR05",
              () ->
                  korea()
                      .with(contact("2024-11-04", PHONE, RIGHT_PERSON, Purpose.ANSWER))
                      .count("2024-11-04")),
          answer("KR06", () -> ofTwoAgencies().count("2024-11-04")),
          answer("KR08", () -> new Case(KR_FAIR, "KR").answer("2024-11-04", PHONE, "07:59")),
          answer("KR09", () -> new Case(KR_FAIR, "KR").answer("2024-11-04", PHONE, "08:00")),
          answer(
              "KR11",
              () ->
                  applies(
                      KR_FAIR,
                      Conduct.under(KR_FAIR).by(CREDITOR).collecting(TRADE),
                      Customer.of("C").ofKind(SOLE_TRADER).inCountry("KR"))),
          answer(
              "KR12",
              () ->
                  applies(
                      KR_FAIR,
                      Conduct.under(KR_FAIR).by(ASSIGNEE).collecting(TRADE),
                      Customer.of("C").ofKind(SOLE_TRADER).inCountry("KR"))),
          answer("KR13", () -> inHospital()),
          answer(
              "KR14",
              () ->
                  KR_FINANCIAL.problemsWith(ContactWishes.NONE, Set.of(PHONE, VISIT)).isEmpty()
                      ? "VALID"
                      : "INVALID"),
          answer("AU01", () -> calledAWeek().call("2026-03-06")),
          answer(
              "AU02",
              () ->
                  new Case(AU_RG96, "AU")
                      .calls(NOBODY, repeated("2026-03-02", 5))
                      .calls(RIGHT_PERSON, "2026-03-03", "2026-03-04")
                      .call("2026-03-06")),
          answer("AU03", () -> calledAMonth().call("2026-03-31")),
          answer("AU04", () -> new Case(AU_RG96, "AU").answer("2026-03-07", PHONE, "08:30")),
          answer("AU05", () -> new Case(AU_RG96, "AU").answer("2026-03-09", PHONE, "07:30")),
          answer("IN01", () -> new Case(IN_RBI, "IN").answer("2026-03-09", PHONE, "19:05")));

  /** Asked in the test itself, not when the class is loaded. */
  private static Map.Entry<String, Supplier<String>> answer(String id, Supplier<String> asked) {
    return Map.entry(id, asked);
  }

  static Stream<Table.Row> examples() {
    return Stream.of("contact_regf_examples", "contact_other_examples")
        .flatMap(f -> Table.rows("vectors/" + f + ".csv"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void answersThePublishedExamples(Table.Row row) {
    assertThat(ANSWERS.get(row.get("id")).get()).as(row.toString()).isEqualTo(row.get("expected"));
  }

  @ParameterizedTest
  @MethodSource("validationPeriods")
  void theValidationPeriodEndsThirtyDaysAfterAssumedReceipt(Table.Row row) {
    LocalDate mlk = LocalDate.of(2026, 1, 19);
    LocalDate christmas = LocalDate.of(2025, 12, 25);
    LocalDate newYear = LocalDate.of(2026, 1, 1);
    BusinessCalendar federal =
        BusinessCalendar.weekends()
            .withHolidays(
                List.of(christmas, newYear, mlk),
                new DateSpan(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 2, 28)));
    ContactLimit.Notice notice = US_REG_F.notice("validation information");
    LocalDate sent = LocalDate.parse(row.get("provided_on"));
    assertThat(notice.receivedOn(sent, federal))
        .contains(LocalDate.parse(row.get("earliest_assumed_receipt")));
    assertThat(notice.lastDay(sent, federal))
        .contains(LocalDate.parse(row.get("validation_period_end")));
  }

  static Stream<Table.Row> validationPeriods() {
    return Table.rows("vectors/regf_validation_period.csv");
  }

  /** Every rule set that ships is a row of the table, with its numbers; none rests on memory. */
  /** Korean night begins at 21:00; Regulation F forbids what is after 21:00. */
  @ParameterizedTest
  @CsvSource({
    "08:00, true, true",
    "20:59, true, true",
    "21:00, true, false",
    "21:01, false, false"
  })
  void eachLawHasItsOwnLastMinute(LocalTime at, boolean inAmerica, boolean inKorea) {
    assertThat(hours(ContactLaw.US_REG_F).stream().anyMatch(s -> s.contains(at)))
        .isEqualTo(inAmerica);
    for (ContactRules korean :
        List.of(KR_FAIR, ContactLaw.KR_FAIR_LENDERS, ContactLaw.KR_FINANCIAL)) {
      assertThat(hours(korean).stream().anyMatch(s -> s.contains(at))).isEqualTo(inKorea);
    }
  }

  private static List<WeeklyHours.Span> hours(ContactRules rules) {
    return rules.limits().stream()
        .filter(ContactLimit.Hours.class::isInstance)
        .map(l -> ((ContactLimit.Hours) l).allowed().on(DayOfWeek.MONDAY))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shipsWhatTheTableSays() {
    Map<String, Table.Row> table =
        Table.rows("vectors/contact_rules.csv").collect(Collectors.toMap(r -> r.get("id"), r -> r));
    for (ContactRules rules : ContactLaw.all()) {
      Table.Row row = table.get(rules.name().replaceAll("-(LENDERS|MANDATE)$", ""));
      assertThat(row).as(rules.name()).isNotNull();
      assertThat(row.get("confidence")).isEqualTo(rules.confidence());
      assertThat(rules.source()).isNotBlank();
      String country = row.get("country").equals("UK") ? "GB" : row.get("country");
      assertThat(rules.jurisdiction().countries()).containsExactly(country);
      for (ContactLimit limit : rules.limits()) {
        if (limit instanceof AtMost most) {
          assertThat(row.get("cap").split(" and ")).contains("" + most.contacts());
        } else if (limit instanceof ContactLimit.AfterConversation after) {
          assertThat(row.get("silence_after_conversation_days")).startsWith("" + after.days());
        } else if (limit instanceof ContactLimit.Hours hours && !rules.equals(AU_RG96)) {
          // Korean night begins in the minute that the table names
          LocalTime quietFrom = LocalTime.parse(row.get("quiet_from"));
          LocalTime last = country.equals("KR") ? quietFrom.minusMinutes(1) : quietFrom;
          assertThat(hours.allowed().toString())
              .isEqualTo(row.get("quiet_to") + "-" + last + " daily");
        }
      }
    }
    assertThat(ContactLaw.all()).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void aMandateHasToBeShownFirst() {
    Case agency = new Case(KR_FAIR_MANDATE, "KR");
    assertThat(agency.call("2024-11-04")).isEqualTo("VIOLATE");
    agency.with(new NoticeGiven(LocalDate.parse("2024-11-04"), "notice of mandate"));
    assertThat(agency.call("2024-11-05")).isEqualTo("COMPLY");
  }

  @Test
  void theStartOfCollectionIsAnnouncedThreeBusinessDaysBefore() {
    Case friday =
        new Case(KR_FINANCIAL, "KR")
            .with(new NoticeGiven(LocalDate.parse("2024-11-01"), "start of collection"));
    assertThat(friday.call("2024-11-06")).isEqualTo("VIOLATE");
    assertThat(friday.call("2024-11-07")).isEqualTo("COMPLY");
  }

  @Test
  void aRequestWithinTheRulesIsFine() {
    WeeklyHours barred = WeeklyHours.on(WeeklyHours.mondayToFriday(), "09:00", "14:29");
    ContactWishes wishes = ContactWishes.NONE.notAt(barred);
    assertThat(KR_FINANCIAL.problemsWith(wishes, Set.of(PHONE, EMAIL))).isEmpty();
    ContactWishes more = wishes.notAt(WeeklyHours.daily("15:00", "16:00"));
    assertThat(KR_FINANCIAL.problemsWith(more, Set.of(PHONE, VISIT, EMAIL)))
        .containsExactly(
            "more than 28 hours a week are barred: 34",
            "more than 2 channels are barred: " + Set.of(PHONE, VISIT, EMAIL),
            "at least one of these channels has to stay open: [phone, visit]");
  }

  @Test
  void appliesInCaseOfDoubt() {
    Conduct conduct = Conduct.under(US_REG_F).by(AGENCY);
    assertThat(conduct.rulesFor(Customer.of("C"))).containsExactly(US_REG_F);
    assertThat(conduct.rulesFor(Customer.of("C").ofKind(BUSINESS))).isEmpty();
    assertThat(conduct.rulesFor(Customer.of("C").inCountry("CA"))).isEmpty();
    assertThat(conduct.collecting(TRADE).rulesFor(Customer.of("C"))).isEmpty();
    assertThat(conduct.collecting(CONSUMER).rulesFor(Customer.of("C"))).hasSize(1);
    assertThat(conduct.collecting(CREDIT).rulesFor(Customer.of("C"))).hasSize(1);
    assertThat(conduct.by(CREDITOR).rulesFor(Customer.of("C"))).isEmpty();
  }

  @Test
  void rulesReadInWords() {
    assertThat(US_REG_F)
        .hasToString(
            "US-REGF (US, consumer, consumer or credit debt, collected by assignee or agency); at"
                + " most 7 connected contacts by phone in 7 days per debt and person, each"
                + " collector for itself; no call within 7 days of a conversation per debt and"
                + " person; not with third party; only 08:00-21:00 daily by email or phone or sms"
                + " or portal or visit; 30 days after validation information (received after 5"
                + " business days)");
    assertThat(KR_FINANCIAL.toString())
        .contains(
            "; from 2024-10-17; at most 7 attempts in 7 days per debt, without required notice,")
        .contains("up to 2 failed visit in 7 days, up to 2 cut off in 1 day")
        .endsWith("stay of P3M");
    assertThat(ContactLaw.courteous(10).limits().get(0).toString())
        .startsWith("at most 1 attempt in 10 days, without answer");
    assertThat(AU_RG96.limits().get(1))
        .hasToString("at most 10 contacts by phone in a calendar month per debt");
    assertThat(AU_RG96.limits().get(2))
        .hasToString("only mon to fri 07:30-21:00, sat sun 09:00-21:00 by phone");
    assertThat(
            Conduct.under(IN_RBI)
                .by(AGENCY)
                .collecting(CREDIT)
                .otherwise(Conduct.Otherwise.NEXT_CHANNEL))
        .hasToString(
            "by agency, credit debt, or by the next channel, under IN-RBI (IN, credit debt); from"
                + " 2022-08-12; only 08:00-19:00 daily by phone");
    assertThat(AU_RG96.limits().get(4))
        .hasToString("only mon to fri 09:00-17:00 by phone or visit with workplace");
    assertThat(Jurisdiction.EVERYWHERE).hasToString("everywhere");
    assertThat(new ContactLimit.AfterConversation(3, ContactLimit.Per.CUSTOMER))
        .hasToString("no call within 3 days of a conversation");
  }

  @Test
  void rulesAreSentElsewhereAndStayEqual() throws Exception {
    for (Object each :
        List.of(
            Conduct.under(US_REG_F, KR_FINANCIAL).collecting(CREDIT),
            Conduct.PLAIN,
            new ContactWindow(
                LocalDate.EPOCH,
                Optional.empty(),
                WeeklyHours.ALWAYS.on(java.time.DayOfWeek.MONDAY)),
            AU_RG96,
            WEEKDAY_AFTERNOONS)) {
      var bytes = new java.io.ByteArrayOutputStream();
      try (var out = new java.io.ObjectOutputStream(bytes)) {
        out.writeObject(each);
      }
      try (var in =
          new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray()))) {
        assertThat(in.readObject()).isEqualTo(each).hasSameHashCodeAs(each);
      }
    }
  }

  @Test
  void onlyAsManyAreExemptAsTheRuleSays() {
    // the third failed visit within seven days counts; one of the day after does not
    Case visits = korea();
    for (int day : new int[] {1, 4, 6}) {
      visits.with(contact("2024-11-0" + day, VISIT, NOBODY, Purpose.COLLECTION));
    }
    assertThat(visits.count("2024-11-06")).isEqualTo("COUNT=1");
    Case apart = korea();
    for (String day : List.of("2024-11-01", "2024-11-04", "2024-11-11")) {
      apart.with(contact(day, VISIT, NOBODY, Purpose.COLLECTION));
    }
    assertThat(apart.count("2024-11-11")).isEqualTo("COUNT=0");
    Case informed = korea();
    informed.with(
        contact("2024-11-01", EMAIL, RIGHT_PERSON, Purpose.INFORMATION),
        contact("2024-11-01", EMAIL, RIGHT_PERSON, Purpose.INFORMATION),
        contact("2024-11-02", EMAIL, RIGHT_PERSON, Purpose.REQUIRED_NOTICE));
    assertThat(informed.count("2024-11-02")).isEqualTo("COUNT=1");
  }

  @Test
  void whatCountsIsTheRuleSetsOwn() {
    // a busy line is no call under Regulation F, an unanswered one is
    assertThat(regF().calls(Reached.NOT_CONNECTED, repeated("2020-06-03", 9)).call("2020-06-03"))
        .isEqualTo("COMPLY");
    assertThat(regF().calls(NOBODY, repeated("2020-06-03", 7)).call("2020-06-03"))
        .isEqualTo("VIOLATE");
    assertThat(regF().calls(NOBODY, repeated("2020-06-03", 7)).call("2020-06-10"))
        .isEqualTo("COMPLY");
    // neither are messages, nor the calls of another collector
    LocalDate day = LocalDate.parse("2020-06-03");
    Case others = regF();
    for (int i = 0; i < 9; i++) {
      others.with(new Contact(day, EMAIL), new Contact(day, PHONE).by("another agency"));
    }
    assertThat(others.call("2020-06-03")).isEqualTo("COMPLY");
    // somebody else on the line is no conversation; a conversation frees after its seventh day
    assertThat(regF().calls(Reached.ANOTHER_PERSON, "2020-06-03").call("2020-06-04"))
        .isEqualTo("COMPLY");
    assertThat(regF().calls(Reached.OWNER, "2020-06-03").call("2020-06-09")).isEqualTo("VIOLATE");
    assertThat(regF().calls(Reached.OWNER, "2020-06-03").call("2020-06-10")).isEqualTo("COMPLY");
    // an invitation lasts seven days, its own included, however long it was meant
    Case invited =
        regF()
            .with(new ContactInvited(day, Optional.of(day.plusDays(30))))
            .calls(NOBODY, repeated("2020-06-09", 9));
    assertThat(invited.call("2020-06-09")).isEqualTo("COMPLY");
    assertThat(
            regF()
                .with(new ContactInvited(day, Optional.empty()))
                .calls(NOBODY, repeated("2020-06-10", 7))
                .call("2020-06-10"))
        .isEqualTo("VIOLATE");
  }

  /** A contact that was invited never begins to count, although the invitation is long over. */
  @Test
  void whatWasInvitedStaysUncounted() {
    ContactRules weekly = ContactRules.of("week", ContactLimit.atMost(1, Period.ofDays(7)));
    Case invited =
        new Case(weekly, "US")
            .with(new ContactInvited(LocalDate.parse("2020-06-03"), Optional.empty()))
            .calls(NOBODY, "2020-06-09");
    for (LocalDate day = LocalDate.parse("2020-06-09");
        day.getDayOfMonth() < 20;
        day = day.plusDays(1)) {
      assertThat(invited.call(day.toString())).as("%s", day).isEqualTo("COMPLY");
    }
  }

  @Test
  void whoWritesBackMayBeAnsweredAtAnyHour() {
    LedgerEvent ours = new Contact(LocalDate.parse("2020-08-12"), EMAIL);
    Case wroteBack = regF().with(ours, from("2020-08-12", EMAIL));
    assertThat(wroteBack.answer("2020-08-12", EMAIL, "22:30")).isEqualTo("COMPLY");
  }

  @Test
  void theOneReplyIsGivenOnce() {
    Case wrote = regF().with(from("2020-08-12", EMAIL));
    assertThat(wrote.answer("2020-08-12", EMAIL, "22:30")).isEqualTo("COMPLY");
    assertThat(wrote.answer("2020-08-12", Channel.SMS, "22:30")).isEqualTo("VIOLATE");
    assertThat(wrote.answer("2020-08-13", EMAIL, "22:30")).isEqualTo("VIOLATE");
    Case answered = wrote.with(new Contact(LocalDate.parse("2020-08-12"), EMAIL));
    assertThat(answered.answer("2020-08-12", EMAIL, "22:30")).isEqualTo("VIOLATE");
  }

  @Test
  void monthsBeginAnew() {
    assertThat(calledAMonth().call("2026-04-01")).isEqualTo("COMPLY");
  }

  @Test
  void saysHowFarRulesLookBack() {
    assertThat(Conduct.PLAIN.lookBackDays()).hasValue(1);
    assertThat(Conduct.under(ContactLaw.courteous(7)).lookBackDays()).hasValue(8);
    assertThat(Conduct.under(ContactLaw.courteous(3), ContactLaw.courteous(9)).lookBackDays())
        .hasValue(10);
    ContactRules hours =
        ContactRules.of("hours", ContactLimit.only(WeeklyHours.daily("09:00", "10:00")));
    assertThat(Conduct.under(hours).lookBackDays()).hasValue(1);
    ContactRules invited = ContactLaw.courteous(7).invitationsLast(30);
    assertThat(Conduct.under(invited).lookBackDays()).hasValue(8);
  }

  @Test
  void noticesOfAnyAgeCount() {
    ContactLimit.Notice notice =
        new ContactLimit.Notice(
            "warning", Days.calendarDays(3), Days.calendarDays(14), ContactLimit.Before.HANDOVER);
    assertThat(Conduct.under(US_REG_F, ContactRules.of("own", notice)).lookBackDays()).isEmpty();
    assertThat(Conduct.under(US_REG_F).lookBackDays()).isPresent();
  }
}
