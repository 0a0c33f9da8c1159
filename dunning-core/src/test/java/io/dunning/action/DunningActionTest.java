package io.dunning.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DunningActionTest {
  @Test
  void readsInTheTradesWords() {
    assertThat(DunningAction.sendReminder(Channel.EMAIL)).hasToString("send reminder by email");
    assertThat(DunningAction.sendNotice(2, Channel.LETTER)).hasToString("send notice 2 by letter");
    assertThat(DunningAction.sendDemand(Channel.PORTAL)).hasToString("send demand by portal");
    assertThat(DunningAction.placeCall()).hasToString("place call");
    assertThat(DunningAction.referToAgency()).hasToString("refer to agency");
    assertThat(DunningAction.stopSupply()).hasToString("stop supply");
    assertThat(DunningAction.task("inform sales")).hasToString("inform sales");
  }

  @Test
  void knowsWhetherItReachesTheCustomer() {
    assertThat(DunningAction.placeCall().channel()).contains(Channel.PHONE);
    assertThat(DunningAction.placeCall().contactsCustomer()).isTrue();
    assertThat(DunningAction.referToAgency().contactsCustomer()).isFalse();
  }

  @Test
  void channelsParseWhatTheyPrint() {
    for (Channel channel : Channel.values()) {
      assertThat(Channel.parse(channel.toString())).isSameAs(channel);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Channel.parse("pigeon"))
        .withMessage("no such channel: pigeon");
    assertThatIllegalArgumentException().isThrownBy(() -> DunningAction.task(" "));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DunningAction.sendNotice(0, Channel.EMAIL));
  }
}
