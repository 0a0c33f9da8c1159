package io.dunning.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
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
    assertThat(Channel.parse("Email")).isSameAs(Channel.EMAIL);
    assertThatIllegalArgumentException().isThrownBy(() -> DunningAction.task(" "));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DunningAction.sendNotice(0, Channel.EMAIL));
  }

  /** Generous: to change the case of such a text took minutes. */
  @Test
  void refusesAMegabyteAsAChannelAtOnce() {
    String text = "\u0130".repeat(1 << 20);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> Channel.parse(text))
                .withMessage(
                    "no such channel: " + "\u0130".repeat(60) + "... (1048576 characters)"));
  }
}
