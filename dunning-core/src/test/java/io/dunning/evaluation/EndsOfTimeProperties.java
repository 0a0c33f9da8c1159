package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateInterest;
import io.dunning.charge.LateInterest.Compounding;
import io.dunning.charge.LateInterest.RateMode;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.Trigger;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Every day gets an answer, also long before the first invoice and long after the last. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class EndsOfTimeProperties {
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.MIN,
          LocalDate.MIN.plusDays(1),
          LocalDate.of(1, 1, 1),
          LocalDate.of(2500, 1, 1),
          LocalDate.of(9999, 12, 31),
          LocalDate.MAX.minusDays(1),
          LocalDate.MAX);

  private static final DunningPolicy COMPOUNDING =
      DunningPolicy.named("compounding")
          .ladder(
              EscalationLadder.of(
                  step("notice")
                      .at(Trigger.daysPastDue(3))
                      .take(sendNotice(1, EMAIL), assessCharges())))
          .charges(
              ChargeRules.of(
                  LateInterest.fixed(percent("24"))
                      .compounding(Compounding.MONTHLY, RateMode.AT_EACH_REST)))
          .build();

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void everyDayGetsAnAnswer(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll BusinessCalendar calendar) {
    DunningEvaluator evaluator = DunningEvaluator.on(calendar);
    DAYS.forEach(day -> isAnswered(evaluator, policy, account, day));
  }

  @Property(tries = 5, edgeCases = EdgeCasesMode.NONE)
  void interestThatHasGrownBeyondAllAmountsIsReportedAndNotThrown(@ForAll Account account) {
    DunningEvaluator evaluator = DunningEvaluator.on(BusinessCalendar.weekends());
    DAYS.forEach(day -> isAnswered(evaluator, COMPOUNDING, account, day));
  }

  private static void isAnswered(
      DunningEvaluator evaluator, DunningPolicy policy, Account account, LocalDate day) {
    AccountRecommendation now = evaluator.evaluate(policy, account, day);
    for (Recommendation each : now.recommendations()) {
      assertThat(each.asOf()).isEqualTo(day);
      assertThat(each.reviewOn().map(on -> on.isAfter(day)).orElse(true)).isTrue();
      assertThat(each.toString()).startsWith(each.verdict() + ": ");
    }
    List<Explanation> why = evaluator.explain(policy, account, day);
    assertThat(why).hasSameSizeAs(now.recommendations());
    why.forEach(each -> assertThat(each.toString()).contains("as of " + day));
  }
}
