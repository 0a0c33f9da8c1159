package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Nobody is chased whose payment was in the feed of the bank, however messy it is. */
class MessyFeedTest {
  private static final int DEBTORS = Integer.getInteger("feed.debtors", 1_500);

  @Test
  void nobodyIsChasedWhosePaymentWasInTheFeed() {
    MessyFeed told = MessyFeed.of(DEBTORS, true);
    MessyFeed untold = MessyFeed.of(DEBTORS, false);
    if (Boolean.getBoolean("feed.print")) {
      System.out.println(DEBTORS + " debtors, with what the bank says\n" + told);
      System.out.println(DEBTORS + " debtors, without it\n" + untold);
    }
    assertThat(told.toWhoHadPaidByTheFeed).isZero();
    // without what the bank says, many are chased all the same
    assertThat(untold.toWhoHadPaidByTheFeed).isGreaterThan(DEBTORS / 20);
    assertThat(told.letters).isGreaterThan(DEBTORS / 2);
    assertThat(told.heldForNothing).isBetween(1L, told.held / 2);
  }
}
