package io.dunning.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.calendar.Days;
import io.dunning.ledger.Account;
import java.time.LocalDate;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for the profile of every account. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class ProfileProperties {

  private static String facts(PaymentProfile profile) {
    return profile.invoices()
        + " invoices, "
        + profile.longOverdue()
        + " long, "
        + profile.usualDayOfMonth()
        + (profile.contacts() - profile.contactsAnswered())
        + profile.weightedDaysLate()
        + profile;
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void nothingFromAfterItsDayIsUsed(@ForAll Account account, @ForAll LocalDate day) {
    PaymentProfile now = PaymentProfile.of(account, day);
    PaymentProfile known = PaymentProfile.of(account.asOf(day), day);
    assertThat(facts(now)).isEqualTo(facts(known));
    assertThat(now.changesOnDay()).isEqualTo(known.changesOnDay());
  }

  /** With no new event it stays as it is up to the day on which it says it may differ. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void itSaysWhenItMayDiffer(
      @ForAll Account account,
      @ForAll LocalDate day,
      @ForAll @IntRange(min = 1, max = 200) int window) {
    ProfileScope scope = ProfileScope.ALL.within(Days.calendarDays(window));
    PaymentProfile now = PaymentProfile.of(account, day, scope);
    for (int ahead = 1; ahead < 150; ahead++) {
      LocalDate later = day.plusDays(ahead);
      PaymentProfile then = PaymentProfile.ahead(account, day, later, scope);
      if (later.toEpochDay() < now.changesOnDay()) {
        assertThat(then.toString()).isEqualTo(now.toString());
      }
      if (later.toEpochDay() < now.settledChangesOnDay()) {
        assertThat(then.lateRatio()).isEqualTo(now.lateRatio());
        assertThat(then.averageDaysVsDue()).isEqualTo(now.averageDaysVsDue());
        assertThat(Scorecard.standard().score(then)).isEqualTo(Scorecard.standard().score(now));
      }
      if (later.toEpochDay() < now.contactsChangeOnDay()) {
        assertThat(then.contacts()).isEqualTo(now.contacts());
        assertThat(then.contactsAnswered()).isEqualTo(now.contactsAnswered());
      } else if (later.toEpochDay() == now.contactsChangeOnDay()) {
        assertThat(then.contacts()).isLessThan(now.contacts());
      }
      if (later.toEpochDay() < now.bandChangesOnDay()) {
        assertThat(then.band()).isEqualTo(now.band());
      }
    }
  }
}
