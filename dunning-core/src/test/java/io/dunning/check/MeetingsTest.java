package io.dunning.check;

import static io.dunning.check.FaultyPolicies.AGENCY;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.VIP;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Trigger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeetingsTest {
  private static final BusinessCalendar CALENDAR = BusinessCalendar.weekends();

  private static List<Debtor> meetings(DunningPolicy policy) {
    return Meetings.of(policy, CALENDAR, Debtors.of(Boundary.of(policy), CALENDAR, policy));
  }

  private static long apart(Debtor debtor) {
    LocalDate first = debtor.account().invoices().get(0).invoice().due();
    return ChronoUnit.DAYS.between(first, debtor.account().invoices().get(1).invoice().due());
  }

  @Test
  void putsTwoInvoicesAsFarApartAsTwoSteps() {
    assertThat(meetings(sound().build()))
        .extracting(MeetingsTest::apart)
        .containsExactlyInAnyOrder(11L, -11L, 16L, -16L, 27L, -27L);
  }

  @Test
  void doesNotTryWhereLettersCannotMeet() {
    assertThat(meetings(sound().minimumDaysBetweenContacts(1).build())).isEmpty();
    assertThat(meetings(sound().per(AccountRules.Unit.ACCOUNT).build())).isEmpty();
  }

  /** Ten business days never end on a Saturday, on which the reminder of a Wednesday comes. */
  @Test
  void findsADueDateFromWhichBusinessDaysMeetCalendarDays() {
    DunningPolicy policy =
        policy(
                REMINDER,
                NOTICE.at(Trigger.after("reminder", Days.businessDays(10))),
                DEMAND.onlyIf(VIP),
                AGENCY)
            .build();
    assertThat(pairsThatMeet(policy))
        .contains("reminder notice", "notice reminder", "demand notice", "reminder demand");
  }

  private static Set<String> pairsThatMeet(DunningPolicy policy) {
    Set<String> pairs = new HashSet<>();
    Player player = new Player(policy, CALENDAR);
    for (Debtor each : meetings(policy)) {
      Map<LocalDate, List<String>> days = new HashMap<>();
      for (Path step : player.play(each, List.of(), each.first().plusDays(200)).moments()) {
        if (step.isStep() && step.step.channel().isPresent()) {
          List<String> before = days.computeIfAbsent(step.day, d -> new ArrayList<>());
          String name = step.step.step().orElseThrow();
          before.forEach(b -> pairs.add(b + " " + name));
          before.add(name);
        }
      }
    }
    return pairs;
  }
}
