package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.conduct.ContactLimit.atMost;
import static io.dunning.conduct.ContactLimit.notOnHolidays;
import static io.dunning.conduct.ContactLimit.only;
import static io.dunning.conduct.Jurisdiction.Collector.AGENCY;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.ledger.Customer.Kind.BUSINESS;
import static io.dunning.ledger.Customer.Kind.CONSUMER;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.ContactWishes;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.calendar.WeeklyHours;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.Conduct.Otherwise;
import io.dunning.conduct.ContactLaw;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactLimit.Before;
import io.dunning.conduct.ContactLimit.Notice;
import io.dunning.conduct.ContactRules;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.ContactEvent.NoticeGiven;
import io.dunning.event.ContactEvent.OptedIn;
import io.dunning.event.ContactEvent.OptedOut;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reached;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps under rules of contact: allowed with hours, by another channel, or waited with. */
class ConductTest {
  /** A Monday. */
  private static final LocalDate DUE = LocalDate.of(2026, 3, 2);

  private static final EscalationStep CALL =
      step("call").at(daysPastDue(3)).take(placeCall()).orBy(EMAIL);

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static DunningPolicy policy(Conduct conduct, EscalationStep... steps) {
    return DunningPolicy.named("p").ladder(EscalationLadder.of(steps)).conduct(conduct).build();
  }

  private static Recommendation now(
      DunningPolicy policy, Customer customer, int afterDue, LedgerEvent... events) {
    return now(BusinessCalendar.weekends(), policy, customer, afterDue, events);
  }

  private static Recommendation now(
      BusinessCalendar calendar,
      DunningPolicy policy,
      Customer customer,
      int afterDue,
      LedgerEvent... events) {
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("I", eur("80.00"), DUE.minusDays(30), DUE)).with(events);
    return DunningEvaluator.on(calendar)
        .evaluate(policy, Account.of(customer, List.of(history)), day(afterDue))
        .recommendations()
        .get(0);
  }

  private static Explanation why(
      DunningPolicy policy, Customer customer, int afterDue, LedgerEvent... events) {
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("I", eur("80.00"), DUE.minusDays(30), DUE)).with(events);
    return DunningEvaluator.on(BusinessCalendar.weekends())
        .explain(policy, Account.of(customer, List.of(history)), day(afterDue))
        .get(0);
  }

  private static ContactRules calls(int most, int days) {
    return ContactRules.of("few calls", atMost(most, Period.ofDays(days)).by(PHONE));
  }

  private static final Customer CUSTOMER = Customer.of("C");

  @Test
  void whatIsNotAllowedTodayWaitsForTheFirstAllowedDay() {
    DunningPolicy policy = policy(Conduct.under(calls(1, 7)), CALL);
    Recommendation now = now(policy, CUSTOMER, 4, new Contact(day(1), PHONE));
    assertThat(now.verdict()).isEqualTo(Verdict.WAIT);
    assertThat(now.reviewOn()).contains(day(8));
    assertThat(now.contactWindow()).isEmpty();
    assertThat(now.reason())
        .hasToString(
            "call: not allowed by phone before 2026-03-10 by few calls: at most 1 attempt by phone"
                + " in 7 days");
    assertThat(now.reason().endsOn()).contains(day(8));
    assertThat(why(policy, CUSTOMER, 4, new Contact(day(1), PHONE)).flips())
        .hasToString("[would be call from 2026-03-10]");
  }

  @Test
  void orGoesByTheNextChannelThatIsAllowed() {
    Conduct conduct = Conduct.under(calls(1, 7)).otherwise(Otherwise.NEXT_CHANNEL);
    Recommendation now = now(policy(conduct, CALL), CUSTOMER, 4, new Contact(day(1), PHONE));
    assertThat(now.verdict()).isEqualTo(Verdict.ACT);
    assertThat(now.actions()).hasToString("[send message by email]");
    Explanation why = why(policy(conduct, CALL), CUSTOMER, 4, new Contact(day(1), PHONE));
    assertThat(why.leftOut())
        .filteredOn(DetourReason.ChannelPassedOver.class::isInstance)
        .hasToString(
            "[call: not by phone, which is not allowed today by few calls: at most 1 attempt by"
                + " phone in 7 days]")
        .extracting(Reason::rule)
        .containsExactly(Rule.CONTACT_NOT_ALLOWED);
    assertThat(why.flips())
        .extracting(Flip::toString)
        .contains("would be call by phone instead of email from 2026-03-10");
    // from then on it would be a call again
    assertThat(now.reviewOn()).contains(day(8));
    assertThat(now(policy(conduct, CALL), CUSTOMER, 4).actions()).hasToString("[place call]");
  }

  @Test
  void waitsForTheFirstOfItsChannelsIfNoneIsAllowed() {
    ContactRules both =
        calls(1, 7).with(atMost(1, Period.ofDays(5)).by(EMAIL).per(ContactLimit.Per.DEBT));
    Conduct conduct = Conduct.under(both).otherwise(Otherwise.NEXT_CHANNEL);
    Recommendation now =
        now(
            policy(conduct, CALL),
            CUSTOMER,
            4,
            new Contact(day(1), PHONE),
            new Contact(day(2), EMAIL));
    assertThat(now.verdict()).isEqualTo(Verdict.WAIT);
    assertThat(now.reviewOn()).contains(day(7));
  }

  @Test
  void anAllowedContactCarriesItsHours() {
    Conduct conduct = Conduct.under(ContactLaw.US_REG_F).by(AGENCY);
    Customer consumer =
        CUSTOMER.ofKind(CONSUMER).inCountry("US").inZone(ZoneId.of("America/New_York"));
    Recommendation now = now(policy(conduct, CALL), consumer, 4);
    assertThat(now.contactWindow()).hasToString("Optional[08:00-21:00 America/New_York]");
    assertThat(why(policy(conduct, CALL), consumer, 4).toString())
        .contains("\n  contact at 08:00-21:00 America/New_York\n");
    Customer somewhere = consumer.inZone(ZoneId.of("America/Los_Angeles"));
    assertThat(now(policy(conduct, CALL), somewhere, 4).contactWindow())
        .hasToString("Optional[11:00-21:00 America/New_York]");
    // a business is not protected by it
    Customer business = CUSTOMER.ofKind(BUSINESS).inCountry("US");
    assertThat(now(policy(conduct, CALL), business, 4).contactWindow().orElseThrow())
        .hasToString("00:00-23:59 by the customer's clock");
  }

  @Test
  void zonesOnOppositeSidesOfTheEarthMayLeaveNoHour() {
    ContactRules morning = ContactRules.of("r", only(WeeklyHours.daily("09:00", "12:00"), PHONE));
    Customer anywhere =
        CUSTOMER.inZone(ZoneId.of("Pacific/Auckland")).inZone(ZoneId.of("Europe/London"));
    Recommendation now = now(policy(Conduct.under(morning), CALL), anywhere, 4);
    assertThat(now.verdict()).isEqualTo(Verdict.WAIT);
    assertThat(now.reviewOn()).isEmpty();
    assertThat(now.reason())
        .hasToString(
            "call: not allowed by phone until something happens by r: only 09:00-12:00 daily by"
                + " phone");
  }

  @Test
  void inconvenientHoursAreTakenOff() {
    WeeklyHours lunch = WeeklyHours.on(WeeklyHours.mondayToFriday(), "12:00", "13:59");
    Customer eats = CUSTOMER.wishing(ContactWishes.NONE.notAt(lunch));
    Recommendation friday = now(policy(Conduct.PLAIN, CALL), eats, 4);
    assertThat(friday.contactWindow().orElseThrow())
        .hasToString("00:00-11:59 and 14:00-23:59 by the customer's clock");
    assertThat(friday.contactWindow().orElseThrow().contains(LocalTime.of(13, 59, 59))).isFalse();
    assertThat(friday.contactWindow().orElseThrow().contains(LocalTime.of(14, 0))).isTrue();
  }

  @Test
  void quietDaysAndBusySeasonsWait() {
    Customer away = CUSTOMER.wishing(ContactWishes.NONE.notDuring(new DateSpan(day(0), day(9))));
    Recommendation now = now(policy(Conduct.PLAIN, CALL), away, 4);
    assertThat(now.reviewOn()).contains(day(10));
    assertThat(now.reason().toString()).endsWith("customer: the customer does not want it then");
    Customer busy = CUSTOMER.wishing(ContactWishes.NONE.notEveryYear("--12-20", "--03-10"));
    assertThat(now(policy(Conduct.PLAIN, CALL), busy, 4).reviewOn()).contains(day(9));
    // allowed, until the season comes
    Recommendation spring = now(policy(Conduct.PLAIN, CALL), busy, 10);
    assertThat(spring.verdict()).isEqualTo(Verdict.ACT);
    assertThat(spring.reviewOn()).contains(LocalDate.of(2026, 12, 20));
  }

  @Test
  void aDayWithoutHoursAndAHolidayAreSkipped() {
    ContactRules weekdays =
        ContactRules.of(
            "r",
            only(WeeklyHours.on(WeeklyHours.mondayToFriday(), "09:00", "17:00"), PHONE),
            notOnHolidays(PHONE));
    BusinessCalendar monday =
        BusinessCalendar.weekends().withHolidays(List.of(day(7)), new DateSpan(day(0), day(300)));
    Recommendation saturday = now(monday, policy(Conduct.under(weekdays), CALL), CUSTOMER, 5);
    assertThat(day(5).getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
    assertThat(saturday.reviewOn()).contains(day(8));
    assertThat(now(monday, policy(Conduct.under(weekdays), CALL), CUSTOMER, 7).reason().toString())
        .contains("not on holidays by phone");
    assertThat(now(monday, policy(Conduct.under(weekdays), CALL), CUSTOMER, 4).reviewOn())
        .contains(day(5));
  }

  @Test
  void anObjectionClosesTheChannelUntilItIsTakenBack() {
    DunningPolicy policy = policy(Conduct.PLAIN, CALL);
    LedgerEvent objects = new OptedOut(day(1), PHONE);
    assertThat(now(policy, CUSTOMER, 4, objects).channel()).contains(EMAIL);
    // unlike a number that works again, speaking to somebody does not open it
    LedgerEvent spoken = new Contact(day(2), PHONE, Direction.OUT, Reached.OWNER);
    assertThat(now(policy, CUSTOMER, 4, objects, spoken).channel()).contains(EMAIL);
    LedgerEvent agrees = new OptedIn(day(3), PHONE);
    assertThat(now(policy, CUSTOMER, 4, objects, agrees).channel()).contains(PHONE);
  }

  /** The letter that counts is the one about this debt, on these terms, that arrived. */
  @Test
  void aLetterThatWasNotAboutThisDebtIsNoNotice() {
    Notice claim = new Notice("letter of claim", Days.NONE, calendarDays(30), Before.COURT);
    DunningPolicy policy =
        policy(
            Conduct.under(ContactRules.of("notices", claim)),
            step("letter of claim").at(daysPastDue(10)).take(sendDemand(LETTER)),
            step("court").at(daysPastDue(20)).take(fileClaim()));
    LedgerEvent sent = stepTaken(day(10), "letter of claim", LETTER);
    LedgerEvent again = stepTaken(day(45), "letter of claim", LETTER);
    assertThat(now(policy, CUSTOMER, 46, sent).verdict()).isEqualTo(Verdict.AWAIT_APPROVAL);
    for (LedgerEvent undone :
        List.of(
            LedgerEvent.stepWithdrawn(day(10), "letter of claim"),
            LedgerEvent.notDelivered(day(14), "letter of claim", LETTER))) {
      LedgerEvent open = LedgerEvent.optedIn(day(44), LETTER);
      assertThat(now(policy, CUSTOMER, 46, sent, undone, open, again).reviewOn())
          .as("%s", undone)
          .contains(day(76));
    }
    LedgerEvent newTerms = LedgerEvent.termsRenegotiated(day(12), day(14));
    LedgerEvent anew = stepTaken(day(45), "letter of claim", LETTER);
    assertThat(now(policy, CUSTOMER, 46, sent, newTerms, anew).reviewOn()).contains(day(76));
    // letters about another invoice: of a year ago, and before this one was due
    DunningPolicy together =
        DunningPolicy.named("p")
            .per(AccountRules.Unit.ACCOUNT)
            .ladder(policy.ladder())
            .conduct(policy.outreach().conduct())
            .build();
    InvoiceHistory invoice = InvoiceHistory.of(Invoice.of("I", eur("90.00"), day(-14), DUE));
    for (int earlier : List.of(-300, -5, 0)) {
      LedgerEvent other = stepTaken(day(earlier), "letter of claim", LETTER);
      Account account = Account.of(CUSTOMER, List.of(invoice), List.of(other, sent));
      Recommendation court =
          DunningEvaluator.on(BusinessCalendar.weekends())
              .evaluate(together, account, day(20))
              .recommendations()
              .get(0);
      assertThat(court.rule()).isEqualTo(Rule.CONTACT_NOT_ALLOWED);
      assertThat(court.reviewOn()).contains(day(41));
    }
  }

  @Test
  void aNoticeComesBeforeTheAgencyAndAnotherBeforeCourt() {
    Notice handover = new Notice("warning", Days.NONE, businessDays(5), Before.HANDOVER);
    Notice claim = new Notice("letter of claim", Days.NONE, calendarDays(30), Before.COURT);
    Conduct conduct = Conduct.under(ContactRules.of("notices", handover, claim));
    DunningPolicy policy =
        policy(
            conduct,
            step("warning").at(daysPastDue(5)).take(sendDemand(LETTER)),
            step("agency").at(daysPastDue(10)).take(referToAgency()),
            step("court").at(daysPastDue(10)).take(fileClaim()));
    LedgerEvent warned = LedgerEvent.stepTaken(day(7), "warning", LETTER);
    Recommendation agency = now(policy, CUSTOMER, 10, warned);
    assertThat(agency.reason().toString())
        .isEqualTo(
            "agency: not allowed before 2026-03-17 by notices: 5 business days after warning before"
                + " handover");
    assertThat(now(policy, CUSTOMER, 15, warned).verdict()).isEqualTo(Verdict.ACT);
    LedgerEvent handed = LedgerEvent.stepTaken(day(15), "agency", LETTER);
    Recommendation court = now(policy, CUSTOMER, 20, warned, handed);
    assertThat(court.verdict()).isEqualTo(Verdict.WAIT);
    assertThat(court.reviewOn()).isEmpty();
    LedgerEvent claimed = new NoticeGiven(day(20), "letter of claim");
    assertThat(now(policy, CUSTOMER, 20, warned, handed, claimed).reviewOn()).contains(day(51));
  }

  @Test
  void rulesInForceFromADayLetWhatComesBeforeIt() {
    ContactRules later = calls(1, 30).inForce(day(10));
    DunningPolicy policy = policy(Conduct.under(later), CALL);
    Recommendation now = now(policy, CUSTOMER, 4, new Contact(day(2), PHONE));
    assertThat(now.verdict()).isEqualTo(Verdict.ACT);
    assertThat(now.reviewOn()).contains(day(10));
  }

  @Test
  void oneLetterAboutSeveralInvoicesCountsOnceForTheCustomer() {
    ContactRules two = ContactRules.of("r", atMost(2, Period.ofDays(7)));
    DunningPolicy policy =
        DunningPolicy.named("p")
            .ladder(
                EscalationLadder.of(
                    step("letter").at(daysPastDue(1)).take(sendReminder(LETTER)), CALL))
            .conduct(Conduct.under(two))
            .per(AccountRules.Unit.ACCOUNT_AND_CURRENCY)
            .build();
    LedgerEvent letter = LedgerEvent.stepTaken(day(1), "letter", LETTER);
    InvoiceHistory one =
        InvoiceHistory.of(Invoice.of("I", eur("80.00"), DUE.minusDays(30), DUE)).with(letter);
    InvoiceHistory two2 =
        InvoiceHistory.of(Invoice.of("J", eur("80.00"), DUE.minusDays(30), DUE)).with(letter);
    Account account = Account.of(CUSTOMER, List.of(one, two2));
    DunningEvaluator evaluator = DunningEvaluator.on(BusinessCalendar.weekends());
    assertThat(evaluator.evaluate(policy, account, day(4)).recommendations().get(0).verdict())
        .isEqualTo(Verdict.ACT);
  }
}
