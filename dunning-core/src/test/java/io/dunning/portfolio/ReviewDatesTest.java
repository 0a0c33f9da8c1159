package io.dunning.portfolio;

import static io.dunning.Fixtures.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.DunningDomain;
import io.dunning.Fixtures;
import io.dunning.Policies;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** When to look again. */
class ReviewDatesTest {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.everyDay());
  private static final DunningPolicy POLICY = Policies.draft().build();
  private static final LocalDate DUE = DunningDomain.START;

  /** Ids of which the last ones are no text, with others that look like them as bytes. */
  private static final List<String> IDS =
      List.of("a", "b", "ä", "a?", "a\uD800", "x".repeat(300), "y".repeat(70_000), "\uDC00");

  /** Nothing is due yet: the day after the due date is looked at again. */
  private static AccountRecommendation dueOn(String customer, LocalDate due) {
    return EVALUATOR.evaluate(
        POLICY, account(customer, Fixtures.history("1", Money.eur("9.00"), due)), due.minusDays(1));
  }

  @Test
  void namesThoseThatAreDueByDayAndThenById() {
    ReviewDates dates = new ReviewDates();
    for (int i = 40; i > 0; i--) {
      dates.put(dueOn("C" + i, DUE.plusDays(i % 3)));
    }
    List<String> due = dates.dueOn(DUE.plusDays(2));
    assertThat(due).hasSize(27).startsWith("C12", "C15", "C18").endsWith("C4", "C40", "C7");
    assertThat(dates.dueOn(DUE)).isEmpty();
    dates.changed("C3");
    assertThat(dates.dueOn(DUE.plusDays(2))).hasSize(26).doesNotContain("C3");
    assertThat(dates.isDue(account("C3"), DUE.minusDays(400))).isTrue();
  }

  /** A payment of tomorrow is in the account already: the table looks tomorrow, and so do these. */
  @Test
  void looksAgainWhenWhatIsKnownAheadHasCome() {
    Account paid =
        account(
            "A",
            Fixtures.history(
                "1",
                Money.eur("9.00"),
                DUE,
                LedgerEvent.payment(DUE.plusDays(41), Money.eur("9"))));
    AccountTable table = new AccountTable().accountsFrom(customer -> paid);
    table.put(paid);
    DunningPolicy together = Policies.draft().per(AccountRules.Unit.ACCOUNT).build();
    Decisions today = table.decide(EVALUATOR, together, DUE.plusDays(40));
    ReviewDates dates = new ReviewDates();
    dates.put(today);
    assertThat(dates.isDue(paid, DUE.plusDays(40))).isFalse();
    assertThat(dates.isDue(paid, DUE.plusDays(41))).isTrue();
    assertThat(table.decideDue(today, DUE.plusDays(41)).accountsDecided()).isEqualTo(1);
  }

  @Test
  void namesEveryNullThatItRefuses() {
    ReviewDates dates = new ReviewDates();
    assertThatThrownBy(() -> dates.isDue(null, DUE)).hasMessage("account");
    assertThatThrownBy(() -> dates.isDue(account("A"), null)).hasMessage("day");
    assertThatThrownBy(() -> dates.dueOn(null)).hasMessage("day");
  }

  @Property(tries = 40)
  void remembersTheLatestOfEachCustomerWhateverTheIdIs(@ForAll Random random) {
    ReviewDates dates = new ReviewDates();
    Map<String, Optional<LocalDate>> expected = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      String customer = IDS.get(random.nextInt(IDS.size()));
      if (random.nextInt(4) == 0) {
        dates.changed(customer);
        expected.remove(customer);
      } else {
        AccountRecommendation latest = dueOn(customer, DUE.plusDays(random.nextInt(9)));
        dates.put(latest);
        expected.put(customer, latest.reviewOn());
      }
      LocalDate day = DUE.plusDays(random.nextInt(12));
      for (String each : IDS) {
        boolean due = !expected.containsKey(each) || !expected.get(each).get().isAfter(day);
        assertThat(dates.isDue(account(each), day)).as(each).isEqualTo(due);
      }
      assertThat(dates.dueOn(day))
          .containsExactlyInAnyOrderElementsOf(
              expected.keySet().stream().filter(c -> !expected.get(c).get().isAfter(day)).toList());
    }
  }
}
