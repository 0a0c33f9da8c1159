package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.task;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.limitation;
import static io.dunning.event.LedgerEvent.limitationRestarted;
import static io.dunning.event.LedgerEvent.limitationSuspended;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Condition.limitationPassed;
import static io.dunning.policy.Condition.limitationWithin;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.Route;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims that lapse, or are about to. */
class LimitationTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 6, 30);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  private static final EscalationLadder LADDER =
      EscalationLadder.of(
          step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
          step("demand").at(daysPastDue(20)).take(sendDemand(LETTER)),
          step("court").at(daysPastDue(60)).take(fileClaim()),
          step("agency").at(daysPastDue(60)).take(referToAgency()));

  private static final DunningPolicy POLICY = DunningPolicy.named("court").ladder(LADDER).build();

  private static InvoiceHistory invoice(String number) {
    return InvoiceHistory.of(Invoice.of(number, eur("900.00"), DUE.minusDays(30), DUE));
  }

  private static InvoiceHistory lapsing() {
    return invoice("A-1").with(limitation(DUE, LAST));
  }

  @Test
  void recommendsNoCourtAndNoThreatOfItOnceAClaimHasLapsed() {
    InvoiceHistory reminded = lapsing().with(stepTaken(DUE.plusDays(3), "reminder", EMAIL));
    Recommendation before = EVALUATOR.evaluate(POLICY, reminded, LAST);
    assertThat(before.step()).contains("demand");
    assertThat(before.reviewOn()).contains(LAST.plusDays(1));
    Explanation after = EVALUATOR.explain(POLICY, reminded, LAST.plusDays(1));
    assertThat(after.recommendation().step()).contains("agency");
    assertThat(after.leftOut().stream().map(Object::toString))
        .contains(
            "demand: not any more, the claim could be enforced through 2026-06-30",
            "court: not any more, the claim could be enforced through 2026-06-30");
  }

  @Test
  void goesOnOnceTheClaimBeganAnew() {
    InvoiceHistory again =
        lapsing()
            .with(stepTaken(DUE.plusDays(3), "reminder", EMAIL))
            .with(limitationRestarted(LAST.plusDays(9), LAST.plusYears(3), "acknowledged"));
    assertThat(EVALUATOR.evaluate(POLICY, again, LAST.plusDays(9)).step()).contains("demand");
  }

  @Test
  void warnsBesideEveryAnswer() {
    assertThat(EVALUATOR.explain(POLICY, lapsing(), DUE.plusDays(1)).toString())
        .contains("- last day to enforce A-1 at law: 2026-06-30\n");
    InvoiceHistory talking = lapsing().with(limitationSuspended(DUE.plusDays(1), "talks"));
    assertThat(EVALUATOR.explain(POLICY, talking, DUE.plusDays(1)).toString())
        .contains(
            "- last day to enforce A-1 at law: none while its limitation is suspended (talks)\n");
    assertThat(EVALUATOR.explain(POLICY, invoice("A-1"), DUE.plusDays(1)).toString())
        .doesNotContain("claim of");
  }

  private static Recommendation asking(Condition condition, InvoiceHistory of, LocalDate day) {
    DunningPolicy policy =
        DunningPolicy.named("warning")
            .ladder(
                EscalationLadder.of(
                    step("warning")
                        .at(daysPastDue(1))
                        .take(task("ask the lawyer"))
                        .onlyIf(condition)))
            .build();
    return EVALUATOR.evaluate(policy, of, day);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # within 30 days: from the 30th day before the last one through that day
          2026-05-30, exhausted, 2026-05-31
          2026-05-31, act,       2026-07-01
          2026-06-30, act,       2026-07-01
          2026-07-01, exhausted,
          """)
  void holdsWithinSomeDaysOfTheLastDay(LocalDate day, String verdict, LocalDate review) {
    Recommendation next = asking(limitationWithin(30), lapsing(), day);
    assertThat(next.verdict()).hasToString(verdict);
    assertThat(next.reviewOn().orElse(null)).isEqualTo(review);
  }

  @Test
  void passesOnTheDayAfterTheLastDay() {
    assertThat(asking(limitationPassed(), lapsing(), LAST).verdict()).isEqualTo(Verdict.EXHAUSTED);
    assertThat(asking(limitationPassed(), lapsing(), LAST).reviewOn()).contains(LAST.plusDays(1));
    assertThat(asking(limitationPassed(), lapsing(), LAST.plusDays(1)).verdict())
        .isEqualTo(Verdict.ACT);
    assertThat(asking(limitationPassed(), invoice("A-1"), LAST.plusYears(9)).verdict())
        .isEqualTo(Verdict.EXHAUSTED);
  }

  @Test
  void doesNotPassWhileItStandsStill() {
    InvoiceHistory talking = lapsing().with(limitationSuspended(DUE.plusDays(1), "talks"));
    assertThat(asking(limitationPassed(), talking, LAST.plusYears(2)).reviewOn()).isEmpty();
    assertThat(asking(limitationWithin(30), talking, LAST).verdict()).isEqualTo(Verdict.EXHAUSTED);
  }

  /** One lapsed claim in a letter is one too many; held ones are not in it. */
  @Test
  void asksEveryClaimOfAnAccountThatIsNotHeld() {
    DunningPolicy together =
        DunningPolicy.named("together").ladder(LADDER).per(AccountRules.Unit.ACCOUNT).build();
    LocalDate day = LAST.plusDays(1);
    InvoiceHistory first = invoice("A-0").with(stepTaken(DUE.plusDays(3), "reminder", EMAIL));
    Account mixed = Account.of(Customer.of("C"), List.of(first, lapsing()));
    assertThat(EVALUATOR.evaluate(together, mixed, day).recommendations().get(0).step())
        .contains("agency");
    Account held =
        Account.of(Customer.of("C"), List.of(first, lapsing().with(hold(DUE, "lapses soon"))));
    assertThat(EVALUATOR.evaluate(together, held, day).recommendations().get(0).step())
        .contains("demand");
  }

  @Test
  void weighsNoCourtOnceTheClaimHasLapsed() {
    EndgameRule rule = EndgameRule.standard().with(EndgameRule.terms(Route.COURT, "300", "0", 1));
    DunningPolicy policy =
        DunningPolicy.named("weighed")
            .ladder(
                EscalationLadder.of(
                    step("sue")
                        .at(daysPastDue(10))
                        .take(task("prepare"))
                        .onlyIf(Condition.worthMost(Route.COURT)),
                    step("agency").at(daysPastDue(10)).take(referToAgency())))
            .endgame(rule)
            .build();
    Recommendation now = EVALUATOR.evaluate(policy, lapsing(), LAST);
    assertThat(now.step()).contains("sue");
    assertThat(now.reviewOn()).contains(LAST.plusDays(1));
    Recommendation later = EVALUATOR.evaluate(policy, lapsing(), LAST.plusDays(1));
    assertThat(later.step()).contains("agency");
    assertThat(later.routes()).noneMatch(r -> r.route() == Route.COURT);
    assertThat(rule.without(Route.SETTLE)).isSameAs(rule);
  }

  @Test
  void refusesANegativeTime() {
    assertThatThrownBy(() -> limitationWithin(-1))
        .hasMessage("time to the limitation is negative: -1");
  }
}
