package io.dunning.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Explanation;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class FormsProperties {

  @Property(tries = 500)
  void anAccountComesBackEqual(@ForAll Account account) {
    String text = DunningJson.mapper().writeValueAsString(account);
    Same.assertSame(DunningJson.mapper().readValue(text, Account.class), account, text);
  }

  @Property(tries = 1500)
  void anExplanationComesBackEqualWithoutItsAccount(
      @ForAll DunningPolicy policy,
      @ForAll Account account,
      @ForAll BusinessCalendar calendar,
      @ForAll LocalDate day) {
    DunningEvaluator evaluator = DunningEvaluator.on(calendar);
    for (Explanation each : evaluator.explain(policy, account, day)) {
      String text = DunningJson.mapper().writeValueAsString(each);
      Explanation again = DunningJson.mapper().readValue(text, Explanation.class);
      Same.assertSame(again, each, text);
      assertThat(again.recommendation().parts()).isEqualTo(each.recommendation().parts());
    }
  }

  @Property(tries = 500)
  void documentsAndEventsOfAStoredAnswerAreThoseOfTheAnswer(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    AccountRecommendation answer =
        DunningEvaluator.on(BusinessCalendar.weekends()).evaluate(policy, account, day);
    String text = DunningJson.mapper().writeValueAsString(answer);
    AccountRecommendation again = DunningJson.mapper().readValue(text, AccountRecommendation.class);
    assertThat(again.documentsOnceApproved()).isEqualTo(answer.documentsOnceApproved());
    for (int i = 0; i < answer.recommendations().size(); i++) {
      var one = answer.recommendations().get(i);
      var other = again.recommendations().get(i);
      assertThat(other.eventsOnceApproved(day)).isEqualTo(one.eventsOnceApproved(day));
      assertThat(other.sums()).isEqualTo(one.sums());
      assertThat(other.owed()).isEqualTo(one.owed());
      assertThat(other.profile()).isEqualTo(one.profile());
      assertThat(other.charges()).isEqualTo(one.charges());
    }
  }
}
