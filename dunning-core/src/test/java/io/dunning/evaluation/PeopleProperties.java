package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.PersonRole;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Staffed;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/** What holds whomever a step addresses, and whoever carries it out. */
@Domain(DunningDomain.class)
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
    for (int ahead = 1; ahead <= 100; ahead++) {
      LocalDate later = day.plusDays(ahead);
      List<Recommendation> then = WEEKENDS.evaluate(staffed, known, later).recommendations();
      for (int i = 0; i < now.size(); i++) {
        Recommendation first = now.get(i);
        if (first.reviewOn().map(d -> !later.isAfter(d)).orElse(true)) {
          boolean differs = first.reviewOn().map(later::equals).orElse(false);
          assertThat(then.get(i).decidesLike(first))
              .as("on %s\n%s\n%s", later, first, then.get(i))
              .isEqualTo(!differs);
        }
      }
    }
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
