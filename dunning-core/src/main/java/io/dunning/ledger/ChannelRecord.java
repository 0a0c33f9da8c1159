package io.dunning.ledger;

import io.dunning.action.Channel;
import io.dunning.calendar.EpochDay;
import java.util.Arrays;

/**
 * Which channels do not work, which ones the customer refused, and since when. What is recorded on
 * one invoice holds for the whole customer, so that for each channel the latest record of all
 * counts. Channels are bits, by their place. Immutable and thread-safe.
 */
final class ChannelRecord {
  private static final Channel[] CHANNELS = Channel.values();

  /** Nothing is known of any channel. */
  static final ChannelRecord NONE = new ChannelRecord(0, days(), 0, days());

  private final int failed;

  /** For each channel the last day on which it failed or was seen to work. */
  private final long[] triedDays;

  private final int refused;

  /** For each channel the last day on which the customer refused or allowed it. */
  private final long[] chosenDays;

  private ChannelRecord(int failed, long[] triedDays, int refused, long[] chosenDays) {
    this.failed = failed;
    this.triedDays = triedDays;
    this.refused = refused;
    this.chosenDays = chosenDays;
  }

  private static long[] days() {
    long[] days = new long[CHANNELS.length];
    Arrays.fill(days, EpochDay.NONE);
    return days;
  }

  static int bit(Channel channel) {
    return 1 << channel.ordinal();
  }

  ChannelRecord failed(int channels, long day) {
    return new ChannelRecord(failed | channels, on(triedDays, channels, day), refused, chosenDays);
  }

  ChannelRecord works(int channels, long day) {
    return new ChannelRecord(failed & ~channels, on(triedDays, channels, day), refused, chosenDays);
  }

  ChannelRecord refused(int channels, long day) {
    return new ChannelRecord(failed, triedDays, refused | channels, on(chosenDays, channels, day));
  }

  ChannelRecord allowed(int channels, long day) {
    return new ChannelRecord(failed, triedDays, refused & ~channels, on(chosenDays, channels, day));
  }

  private static long[] on(long[] days, int channels, long day) {
    long[] all = days.clone();
    for (int i = 0; i < all.length; i++) {
      all[i] = (channels & 1 << i) == 0 ? all[i] : day;
    }
    return all;
  }

  /**
   * What is known by two records. For each channel the later one counts; of two of one day, the one
   * by which the channel works, or by which the customer refused it.
   */
  ChannelRecord and(ChannelRecord other) {
    if (other == NONE) {
      return this;
    }
    if (this == NONE) {
      return other;
    }
    int failing = 0;
    int refusing = 0;
    long[] tried = triedDays.clone();
    long[] chosen = chosenDays.clone();
    for (int i = 0; i < CHANNELS.length; i++) {
      int bit = 1 << i;
      long further = other.triedDays[i];
      failing |=
          tried[i] == further
              ? failed & other.failed & bit
              : (tried[i] > further ? failed : other.failed) & bit;
      tried[i] = Math.max(tried[i], further);
      further = other.chosenDays[i];
      refusing |=
          chosen[i] == further
              ? (refused | other.refused) & bit
              : (chosen[i] > further ? refused : other.refused) & bit;
      chosen[i] = Math.max(chosen[i], further);
    }
    return new ChannelRecord(failing, tried, refusing, chosen);
  }

  /** The channels that failed and have not worked since, and those the customer refused. */
  int closed() {
    return failed | refused;
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || other instanceof ChannelRecord that
            && failed == that.failed
            && refused == that.refused
            && Arrays.equals(triedDays, that.triedDays)
            && Arrays.equals(chosenDays, that.chosenDays);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(triedDays) + Arrays.hashCode(chosenDays);
  }
}
