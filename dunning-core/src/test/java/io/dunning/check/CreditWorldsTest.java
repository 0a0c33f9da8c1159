package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.blockOrders;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.creditLimitUsed;
import static io.dunning.policy.Condition.overCreditLimit;
import static io.dunning.policy.Condition.overdueAtLeast;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CreditWorldsTest {
  static Stream<Condition> conditions() {
    return Stream.of(
        overCreditLimit(),
        creditLimitUsed(percent("80")),
        creditLimitUsed(percent("120.5")),
        creditLimitUsed(percent("100")).and(overCreditLimit().not()),
        overCreditLimit().and(overdueAtLeast(eur("500.00")).not()));
  }

  private static DunningPolicy blockingIf(Condition condition) {
    return DunningPolicy.named("credit")
        .ladder(
            EscalationLadder.of(
                step("stop orders").at(daysPastDue(3)).take(blockOrders()).onlyIf(condition),
                step("reminder").at(daysPastDue(5)).take(sendReminder(EMAIL))))
        .build();
  }

  private static PolicyReport check(Condition condition) {
    return PolicyCheck.of(blockingIf(condition)).on(BusinessCalendar.weekends()).events(1).run();
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void exploresCustomersBelowAtAndAboveTheirCreditLimit(Condition condition) {
    PolicyReport report = check(condition);
    assertThat(report.findings())
        .as(report.toString())
        .extracting(PolicyFinding::kind)
        .doesNotContain(FindingKind.STEP_UNREACHABLE, FindingKind.CONDITION_NEVER_TRUE);
  }

  @Test
  void stillFindsAShareThatContradictsItself() {
    Condition never = overCreditLimit().and(creditLimitUsed(percent("90")).not());
    assertThat(check(never).findings())
        .extracting(PolicyFinding::kind)
        .contains(FindingKind.STEP_UNREACHABLE);
  }
}
