package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DenseDomain;
import io.dunning.DunningDomain;
import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.PersonRole;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.WeeklyHours;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactRules;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.LedgerEvent;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Staffed;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** What holds whomever a step addresses, and whoever carries it out. */
@Domain(DenseDomain.class)
@Domain(DomainContext.Global.class)
class PeopleProperties {
  private static final DunningEvaluator WEEKENDS = DunningEvaluator.on(BusinessCalendar.weekends());

  private static DunningPolicy staffed(DunningPolicy policy, int days) {
    return Staffed.with(
        policy,
        List.of(
            Condition.daysPastDueAtLeast(20 + days),
            Condition.brokenPromisesAtLeast(1),
            Condition.overdueAtLeast(Money.eur("300.00")),
            Condition.unansweredAttemptsAtLeast(1)));
  }

  private static Account peopled(Account account, int channels) {
    Customer customer = account.customer();
    ContactPerson clerk = ContactPerson.of("Petra", PersonRole.PAYABLES_CLERK);
    ContactPerson owner = ContactPerson.of("Otto", PersonRole.OWNER);
    for (Channel each : Channel.values()) {
      clerk = (channels & 1 << each.ordinal()) != 0 ? clerk.by(each) : clerk;
      owner = (channels & 2 << each.ordinal()) != 0 ? owner.by(each) : owner;
    }
    return Account.of(
        customer.withPerson(clerk).withPerson(owner), account.invoices(), account.events());
  }

  @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
  void theReviewDateIsExactWhoeverPerforms(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(max = 40) int days,
      @ForAll @IntRange(max = 127) int channels) {
    DunningPolicy staffed = staffed(policy, days);
    Account known = peopled(account, channels).asOf(day);
    List<Recommendation> now = WEEKENDS.evaluate(staffed, known, day).recommendations();
    now.forEach(r -> Statistics.label("performers").collect(r.performer().isPresent()));
    ExactReview.holds(WEEKENDS, staffed, known, day, 100);
  }

  /** Rules that tell persons apart: by count, by conversation, by role, by hours. */
  private static Conduct apart(int which, int days) {
    ContactRules counted =
        ContactRules.of(
            "counted",
            ContactLimit.atMost(1 + which % 2, Period.ofDays(days)).ofEachPerson(),
            new ContactLimit.AfterConversation(days, ContactLimit.Per.DEBT).ofEachPerson());
    ContactRules byRole =
        ContactRules.of(
            "by role",
            ContactLimit.only(WeeklyHours.on(WeeklyHours.mondayToFriday(), "09:00", "17:00"))
                .with(PersonRole.PAYABLES_CLERK),
            ContactLimit.atMost(1, Period.ofMonths(1)).by(Channel.PHONE, Channel.EMAIL));
    ContactRules ban =
        ContactRules.of(
                "ban",
                ContactLimit.notWith(which % 3 == 0 ? PersonRole.OWNER : PersonRole.PAYABLES_CLERK))
            .inForce(DunningDomain.START.plusDays(30 + 2L * days));
    Conduct conduct =
        switch (which % 4) {
          case 0 -> Conduct.under(counted);
          case 1 -> Conduct.under(counted, byRole);
          case 2 -> Conduct.under(counted, ban);
          default -> Conduct.under(byRole, ban);
        };
    return which % 8 < 4 ? conduct : conduct.otherwise(Conduct.Otherwise.NEXT_CHANNEL);
  }

  /** The contacts and steps of an account, each with somebody or with nobody in particular. */
  private static Account named(Account account, int seed) {
    List<InvoiceHistory> invoices = new ArrayList<>();
    for (InvoiceHistory each : account.invoices()) {
      invoices.add(InvoiceHistory.of(each.invoice(), named(each.events(), seed)));
    }
    return Account.of(account.customer(), invoices, named(account.events(), seed + 1));
  }

  private static List<LedgerEvent> named(List<LedgerEvent> events, int seed) {
    List<LedgerEvent> all = new ArrayList<>();
    for (LedgerEvent each : events) {
      String name = List.of("Petra", "Otto", "").get((seed + all.size()) % 3);
      all.add(
          each instanceof Contact c
              ? c.with(name)
              : each instanceof StepTaken s
                  ? new StepTaken(s.date(), s.step(), s.channel(), name)
                  : each);
    }
    return all;
  }

  @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
  void theReviewDateIsExactWhereEachPersonCounts(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(min = 1, max = 30) int days,
      @ForAll @IntRange(max = 127) int channels,
      @ForAll @IntRange(max = 23) int which) {
    DunningPolicy staffed = Staffed.under(staffed(policy, days), apart(which, days));
    Account known = named(peopled(account, channels), which).asOf(day);
    List<Recommendation> now = WEEKENDS.evaluate(staffed, known, day).recommendations();
    now.forEach(
        r ->
            Statistics.label("addressee")
                .collect(
                    r.verdict(), r.addressee().map(ContactPerson::name), r.reviewOn().isPresent()));
    ExactReview.holds(WEEKENDS, staffed, known, day, 60);
  }

  /**
   * Who is known at the customer changes the channel and the person, but neither step nor verdict.
   */
  @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
  void aPersonIsReachedByTheChannelOfTheStep(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(max = 127) int channels) {
    DunningPolicy staffed = staffed(policy, 0);
    Account peopled = peopled(account, channels);
    List<Recommendation> before = WEEKENDS.evaluate(staffed, account, day).recommendations();
    List<Recommendation> now = WEEKENDS.evaluate(staffed, peopled, day).recommendations();
    boolean limited = !staffed.outreach().conduct().rules().isEmpty();
    for (int i = 0; i < now.size(); i++) {
      Recommendation each = now.get(i);
      each.addressee()
          .ifPresent(
              p -> {
                assertThat(p.isReachableBy(each.channel().orElseThrow())).isTrue();
                assertThat(peopled.customer().persons()).contains(p);
              });
      if (!limited && peopled.customer().wishes().isNone()) {
        assertThat(each.verdict()).isEqualTo(before.get(i).verdict());
        assertThat(each.step()).isEqualTo(before.get(i).step());
      }
      assertThat(before.get(i).addressee()).isEmpty();
    }
  }
}
