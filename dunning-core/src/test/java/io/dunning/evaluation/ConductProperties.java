package io.dunning.evaluation;

import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.ContactWishes;
import io.dunning.action.DunningAction;
import io.dunning.action.PersonRole;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.calendar.WeeklyHours;
import io.dunning.conduct.AtMost;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactCheck;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactRules;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.ContactInvited;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reached;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.Staffed;
import io.dunning.scenario.Timeline;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** No simulated path breaks its own rules of contact, counted again by hand. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class ConductProperties {
  private static final LocalDate DUE = LocalDate.of(2026, 1, 5);
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  /** A ladder that calls as often as it may. */
  private static DunningPolicy caller(Conduct conduct) {
    return DunningPolicy.named("caller")
        .ladder(
            EscalationLadder.of(
                    step("call").at(daysPastDue(1)).take(DunningAction.placeCall()),
                    step("call again")
                        .at(daysPastDue(2))
                        .take(DunningAction.placeCall())
                        .orBy(Channel.SMS))
                .repeatLastEvery(Days.calendarDays(1)))
        .conduct(conduct)
        .build();
  }

  private static AtMost calls(int most, int days) {
    return ContactLimit.atMost(most, Period.ofDays(days)).by(Channel.PHONE);
  }

  private static Conduct conduct(int most, int days, int silence, boolean orSms) {
    WeeklyHours notOnSundays = WeeklyHours.ALWAYS.minus(SUNDAYS);
    ContactRules rules =
        ContactRules.of(
            "generated",
            calls(most, days),
            new ContactLimit.AfterConversation(silence, ContactLimit.Per.CUSTOMER),
            ContactLimit.only(notOnSundays));
    return Conduct.under(rules)
        .otherwise(orSms ? Conduct.Otherwise.NEXT_CHANNEL : Conduct.Otherwise.WAIT);
  }

  private static final WeeklyHours SUNDAYS =
      WeeklyHours.on(List.of(DayOfWeek.SUNDAY), "00:00", "23:59");

  private static final DateSpan AWAY =
      new DateSpan(LocalDate.of(2026, 5, 4), LocalDate.of(2026, 5, 20));

  /** Calls in and out, and invitations, through the year: three digits each. */
  private static Account account(List<Integer> happenings) {
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("I", Money.eur("90.00"), DUE.minusDays(20), DUE));
    for (int each : happenings) {
      LocalDate day = DUE.plusDays(each % 340);
      history =
          history.with(
              switch (each / 340) {
                case 0 -> new Contact(day, Channel.PHONE, Direction.OUT, Reached.NOBODY);
                case 1 -> new Contact(day, Channel.PHONE, Direction.OUT, Reached.OWNER);
                case 2 -> new Contact(day, Channel.PHONE, Direction.IN, Reached.UNKNOWN);
                default -> new ContactInvited(day, Optional.empty());
              });
    }
    Customer customer = Customer.of("C").wishing(ContactWishes.NONE.notDuring(AWAY));
    return Account.of(customer, List.of(history));
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void noPathOfAYearBreaksItsRules(
      @ForAll @IntRange(min = 1, max = 4) int most,
      @ForAll @IntRange(min = 1, max = 20) int days,
      @ForAll @IntRange(min = 1, max = 15) int silence,
      @ForAll boolean orSms,
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 1359) Integer> happenings) {
    Account account = account(happenings);
    DunningPolicy policy = caller(conduct(most, days, silence, orSms));
    Timeline year = Timeline.of(WEEKENDS, policy, account, DUE, DUE.plusDays(365));
    assertThat(year.entries()).isNotEmpty();
    Account now = account;
    for (Timeline.Entry entry : year.entries()) {
      LocalDate day = entry.date();
      List<LedgerEvent> before = now.asOf(day).invoices().get(0).events();
      now = Timeline.take(now, entry.recommendation());
      assertThat(day.getDayOfWeek()).isNotEqualTo(DayOfWeek.SUNDAY);
      assertThat(AWAY.contains(day)).isFalse();
      boolean call = entry.recommendation().channel().equals(Optional.of(Channel.PHONE));
      Statistics.label("channel").collect(call ? "call" : "other");
      if (call && !isInvited(invitations(before), day, true)) {
        assertThat(callsWithin(before, day, days)).as(year::table).isLessThan(most);
        assertThat(spokenWithin(before, day, silence)).as(year::table).isFalse();
      }
      assertThat(entry.recommendation().contactWindow().orElseThrow().isOpen()).isTrue();
    }
  }

  /** Two persons are called in turn, each as often as it may be, and no more. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void noPathOfAYearCallsAPersonMoreThanIsAllowed(
      @ForAll @IntRange(min = 1, max = 4) int most,
      @ForAll @IntRange(min = 1, max = 20) int days,
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 679) Integer> happenings) {
    ContactRules rules = ContactRules.of("generated", calls(most, days).ofEachPerson());
    DunningPolicy policy =
        Staffed.with(
            caller(Conduct.under(rules)),
            List.of(Condition.brokenPromisesAtLeast(1), Condition.brokenPromisesAtLeast(2)));
    Account account = account(happenings);
    Account now =
        Account.of(
            Customer.of("C")
                .withPerson(ContactPerson.of("Ann", PersonRole.PAYABLES_CLERK))
                .withPerson(ContactPerson.of("Bob", PersonRole.OWNER)),
            account.invoices());
    Timeline year = Timeline.of(WEEKENDS, policy, now, DUE, DUE.plusDays(200));
    for (Timeline.Entry entry : year.entries()) {
      List<LedgerEvent> before = now.asOf(entry.date()).invoices().get(0).events();
      now = Timeline.take(now, entry.recommendation());
      String person = entry.recommendation().addressee().orElseThrow().name();
      Statistics.label("person").collect(person);
      assertThat(callsTo(person, before, entry.date(), days)).as(year::table).isLessThan(most);
      if (person.equals("Bob")) {
        assertThat(callsTo("Ann", before, entry.date(), days)).isGreaterThanOrEqualTo(most);
      }
    }
  }

  /** Calls to a person, and those of which nobody knows to whom they were. */
  private static long callsTo(String person, List<LedgerEvent> events, LocalDate day, int days) {
    return events.stream()
        .filter(e -> isWithin(e.date(), day, days))
        .filter(
            e ->
                e instanceof Contact
                    || e instanceof StepTaken s
                        && s.channel().equals(Optional.of(Channel.PHONE))
                        && s.person().equals(person))
        .count();
  }

  private static List<LocalDate> invitations(List<LedgerEvent> events) {
    return events.stream().filter(e -> e instanceof ContactInvited).map(LedgerEvent::date).toList();
  }

  private static boolean isInvited(List<LocalDate> invitations, LocalDate day, boolean ownDay) {
    return invitations.stream()
        .anyMatch(d -> !day.isBefore(ownDay ? d : d.plusDays(1)) && day.isBefore(d.plusDays(7)));
  }

  private static boolean isWithin(LocalDate event, LocalDate day, int days) {
    return event.isAfter(day.minusDays(days)) && !event.isAfter(day);
  }

  private static long callsWithin(List<LedgerEvent> events, LocalDate day, int days) {
    List<LocalDate> invitations = invitations(events);
    return events.stream()
        .filter(e -> isWithin(e.date(), day, days) && !isInvited(invitations, e.date(), false))
        .filter(
            e ->
                e instanceof Contact c && c.direction() == Direction.OUT
                    || e instanceof StepTaken s && s.channel().equals(Optional.of(Channel.PHONE)))
        .count();
  }

  private static boolean spokenWithin(List<LedgerEvent> events, LocalDate day, int days) {
    List<LocalDate> invitations = invitations(events);
    return events.stream()
        .filter(e -> isWithin(e.date(), day, days) && !isInvited(invitations, e.date(), false))
        .anyMatch(
            e ->
                e instanceof Contact c
                    && (c.reached() == Reached.OWNER || c.direction() == Direction.IN));
  }

  /** What was foreseen about a day is what is found on it, however much was forgotten since. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void aCheckKnowsWhatALaterOneSays(
      @ForAll @IntRange(min = 1, max = 4) int most,
      @ForAll @IntRange(min = 1, max = 20) int days,
      @ForAll @IntRange(min = 1, max = 15) int silence,
      @ForAll @IntRange(min = 1, max = 20) int invited,
      @ForAll @Size(min = 4, max = 40) List<@IntRange(min = 0, max = 39) Integer> happenings) {
    List<Integer> dense = happenings.stream().map(h -> h / 10 * 340 + h % 10).toList();
    ContactRules rules =
        ContactRules.of(
                "generated",
                calls(most, days),
                new ContactLimit.AfterConversation(silence, ContactLimit.Per.DEBT))
            .invitationsLast(invited);
    Account account = account(dense);
    LocalDate first = DUE.plusDays(9);
    ContactCheck early =
        new ContactCheck(Conduct.under(rules), account, first, WEEKENDS.calendar());
    for (int ahead = 1; ahead <= 45; ahead++) {
      LocalDate day = first.plusDays(ahead);
      ContactCheck late = new ContactCheck(Conduct.under(rules), account, day, WEEKENDS.calendar());
      Optional<ContactCheck.Stop> stop = late.stop(List.of("I"), Channel.PHONE, day);
      Statistics.label("stopped").collect(stop.isPresent());
      assertThat(stop)
          .as("%s on %s", rules, day)
          .isEqualTo(early.stop(List.of("I"), Channel.PHONE, day));
    }
  }

  /** The first call under a wider limit is no later; so is every one after it. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void raisingTheLimitNeverDelaysAContact(
      @ForAll @IntRange(min = 1, max = 4) int most,
      @ForAll @IntRange(min = 1, max = 20) int days,
      @ForAll @IntRange(min = 1, max = 15) int silence,
      @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 1359) Integer> happenings) {
    Account account = account(happenings);
    List<LocalDate> tight = contacts(conduct(most, days, silence, false), account);
    List<LocalDate> wide = contacts(conduct(most + 1, days, silence, false), account);
    assertThat(wide).hasSizeGreaterThanOrEqualTo(tight.size());
    for (int i = 0; i < tight.size(); i++) {
      assertThat(wide.get(i)).isBeforeOrEqualTo(tight.get(i));
    }
  }

  private static List<LocalDate> contacts(Conduct conduct, Account account) {
    Timeline year = Timeline.of(WEEKENDS, caller(conduct), account, DUE, DUE.plusDays(365));
    return year.entries().stream().map(Timeline.Entry::date).toList();
  }

  /** Of any conduct and history: what is said about later days is what they say themselves. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void theAllowedDayIsExact(
      @ForAll @IntRange(min = 0, max = 3) int conduct,
      @ForAll Account account,
      @ForAll BusinessCalendar calendar,
      @ForAll LocalDate day,
      @ForAll Channel channel) {
    Assume.that(!account.invoices().isEmpty());
    Conduct rules = DunningDomain.CONDUCTS.get(conduct);
    ContactCheck check = new ContactCheck(rules, account, day, calendar);
    List<String> one = List.of(account.invoices().get(0).invoice().number());
    Optional<LocalDate> allowed = check.allowedOn(one, channel, day);
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      LocalDate later = day.plusDays(i);
      if (check.stop(one, channel, later).isEmpty()) {
        days.add(later);
      }
      assertThat(check.allowedOn(one, channel, later).equals(Optional.of(later)))
          .isEqualTo(check.stop(one, channel, later).isEmpty());
      if (check.stop(one, channel, later).isEmpty()) {
        assertThat(check.windowOn(later, channel).isOpen()).isTrue();
      }
    }
    allowed.ifPresent(d -> assertThat(days.isEmpty() ? d : days.get(0)).isEqualTo(d));
    if (allowed.isEmpty()) {
      assertThat(days).isEmpty();
    }
  }
}
