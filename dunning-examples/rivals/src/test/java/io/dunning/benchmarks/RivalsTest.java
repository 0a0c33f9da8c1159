package io.dunning.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rivals do the work that they are timed at. */
class RivalsTest {
  @Test
  void droolsAnswersAsTheHandWrittenProgramDoes() {
    DroolsRules drools = new DroolsRules();
    for (int a = 0; a < 2_000; a++) {
      Accounts.Answer byHand = Accounts.byHand(Accounts.plain(a));
      Accounts.Answer byRules = drools.answer(Accounts.plain(a));
      assertThat(byRules.kind()).as("account %s", a).isEqualTo(byHand.kind());
      assertThat(byRules.rung()).as("account %s", a).isEqualTo(byHand.rung());
    }
  }

  @Test
  void killBillFindsTheMostSevereStateReached() {
    KillBillOverdue killBill = new KillBillOverdue();
    int clear = 0;
    for (int a = 0; a < 2_000; a++) {
      String state = killBill.state(Accounts.plain(a), new UUID(1, a));
      clear += state.equals("CLEAR") ? 1 : 0;
    }
    assertThat(clear).isBetween(500, 1_500);
  }
}
