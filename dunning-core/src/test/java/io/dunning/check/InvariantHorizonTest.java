package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.check.PolicyReport.InvariantAnswer;
import io.dunning.check.PolicyReport.InvariantAnswer.Verdict;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Invariant;
import io.dunning.policy.PolicyDraft;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contacts are counted for as long as an invariant counts them, or the answer is left open. */
class InvariantHorizonTest {
  private static final EscalationStep REMINDER =
      step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL));

  private static PolicyDraft repeating(EscalationStep last, int days) {
    EscalationLadder ladder = EscalationLadder.of(REMINDER, last);
    return DunningPolicy.named("repeating")
        .ladder(ladder.repeatLastEvery(calendarDays(days)))
        .per(AccountRules.Unit.ACCOUNT);
  }

  private static PolicyDraft notices(int days) {
    return repeating(step("notice").at(daysPastDue(14)).take(sendNotice(1, LETTER)), days);
  }

  private static InvariantAnswer answer(PolicyCheck check) {
    return check.run().invariants().get(0);
  }

  @Test
  void countsForAYear() {
    DunningPolicy weekly = notices(7).keeping(Invariant.atMost(26, LETTER, 365)).build();
    assertThat(answer(PolicyCheck.of(weekly).events(0)).verdict()).isEqualTo(Verdict.VIOLATED);
    DunningPolicy few = notices(7).keeping(Invariant.atMost(5, LETTER, 28)).build();
    assertThat(answer(PolicyCheck.of(few).events(0)).verdict()).isEqualTo(Verdict.HOLDS);
  }

  /** From the first day to the last, 365 days have 53 weekly letters. */
  @Test
  void aWeeklyLetterComes53TimesAYear() {
    DunningPolicy enough = notices(7).keeping(Invariant.atMost(53, LETTER, 365)).build();
    assertThat(answer(PolicyCheck.of(enough).events(0)).verdict()).isNotEqualTo(Verdict.VIOLATED);
    DunningPolicy few = notices(7).keeping(Invariant.atMost(52, LETTER, 365)).build();
    assertThat(answer(PolicyCheck.of(few).events(0)).verdict()).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void countsForTwoYears() {
    EscalationStep mail = step("mail").at(daysPastDue(14)).take(sendReminder(EMAIL));
    DunningPolicy monthly = repeating(mail, 30).keeping(Invariant.atMost(20, EMAIL, 730)).build();
    assertThat(answer(PolicyCheck.of(monthly).events(0)).verdict()).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void countsAlikeWhetherThePolicyOrTheCheckKeepsIt() {
    Invariant most = Invariant.atMost(45, LETTER, 60);
    PolicyCheck given = PolicyCheck.of(notices(1).build()).events(0).keeping(most);
    PolicyCheck own = PolicyCheck.of(notices(1).keeping(most).build()).events(0);
    assertThat(answer(own).verdict()).isEqualTo(Verdict.VIOLATED);
    assertThat(answer(given).verdict()).isEqualTo(Verdict.VIOLATED);
  }

  /** More days than a world has looks. */
  @Test
  void isLeftOpenWhereWorldsAreLeftBeforeTheirEnd() {
    InvariantAnswer open =
        answer(
            PolicyCheck.of(notices(1).build())
                .events(0)
                .keeping(Invariant.atMost(130, LETTER, 150)));
    assertThat(open.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(open.why()).contains("worlds were left after 60 review days");
  }

  @Test
  void aLimitThatNoRepetitionReachesAsksForNoMoreThanItsDays() {
    DunningPolicy policy = notices(30).build();
    int usual = Nominal.horizonDays(policy);
    assertThat(Nominal.horizonDays(policy, List.of(Invariant.atMost(100, LETTER, 30))))
        .isEqualTo(usual);
    assertThat(Nominal.horizonDays(policy, List.of(Invariant.atMost(20, LETTER, 730))))
        .isEqualTo(usual - 3 * 30 + 22 * 30);
  }
}
