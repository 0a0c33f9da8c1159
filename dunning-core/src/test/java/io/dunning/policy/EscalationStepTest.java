package io.dunning.policy;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.offerDiscount;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.proposePlan;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a step says of itself by its trigger and its actions. */
class EscalationStepTest {
  private static final EscalationStep BARE = step("s").at(daysPastDue(3)).take(assessCharges());

  @Test
  void oneOfItsActionsIsEnough() {
    assertThat(BARE.offersSettlement()).isFalse();
    assertThat(BARE.take(offerSettlement(EMAIL)).offersSettlement()).isTrue();
    assertThat(BARE.proposesPlan()).isFalse();
    assertThat(BARE.take(proposePlan(EMAIL)).proposesPlan()).isTrue();
    assertThat(BARE.offersDiscount()).isFalse();
    assertThat(BARE.take(offerDiscount(EMAIL)).offersDiscount()).isTrue();
    assertThat(BARE.contactsCustomer()).isFalse();
    assertThat(BARE.take(placeCall()).contactsCustomer()).isTrue();
  }

  @Test
  void goesByTheChannelOfTheFirstActionThatHasOne() {
    assertThat(BARE.channel()).isEmpty();
    assertThat(BARE.take(placeCall(), sendReminder(EMAIL)).channel()).contains(PHONE);
  }

  @Test
  void lapsesIfItComesBeforeTheDueDateOrOffersADiscount() {
    assertThat(BARE.lapses()).isFalse();
    assertThat(BARE.at(daysBeforeDue(0)).lapses()).isTrue();
    assertThat(BARE.take(offerDiscount(EMAIL)).lapses()).isTrue();
    assertThat(step("without a trigger").lapses()).isFalse();
  }
}
