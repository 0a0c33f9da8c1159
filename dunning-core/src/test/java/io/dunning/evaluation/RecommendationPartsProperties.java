package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.behaviour.PaymentProfile;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class RecommendationPartsProperties {

  @Property(tries = 500)
  void partsMakeAnEqualRecommendation(
      @ForAll DunningPolicy policy, @ForAll Account account, @ForAll LocalDate day) {
    DunningEvaluator evaluator = DunningEvaluator.on(BusinessCalendar.weekends());
    for (Recommendation each : evaluator.evaluate(policy, account, day).recommendations()) {
      Recommendation again = Recommendation.of(each.parts());
      assertThat(again).isEqualTo(each).hasSameHashCodeAs(each).hasToString(each.toString());
      assertThat(again.parts()).isEqualTo(each.parts()).hasSameHashCodeAs(each.parts());
      assertThat(again.lines()).isEqualTo(each.lines());
      assertThat(again.sums()).isEqualTo(each.sums());
      assertThat(again.eventsOnceApproved(day)).isEqualTo(each.eventsOnceApproved(day));
    }
  }

  @Property(tries = 300)
  void partsMakeAnEqualProfile(@ForAll Account account, @ForAll LocalDate day) {
    PaymentProfile profile = PaymentProfile.of(account, day);
    PaymentProfile again = PaymentProfile.of(profile.parts());
    assertThat(again).isEqualTo(profile).hasSameHashCodeAs(profile).hasToString(profile.toString());
    assertThat(again.changesOnDay()).isEqualTo(profile.changesOnDay());
    assertThat(again.bandChangesOnDay()).isEqualTo(profile.bandChangesOnDay());
    assertThat(again.contactsChangeOnDay()).isEqualTo(profile.contactsChangeOnDay());
  }
}
