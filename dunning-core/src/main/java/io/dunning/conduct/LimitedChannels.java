package io.dunning.conduct;

import io.dunning.action.Channel;
import java.util.List;
import java.util.Objects;

/** The channels that a limit names; a limit that names none applies to all channels. */
final class LimitedChannels {
  private LimitedChannels() {}

  /** Returns the channels without duplicates, in their natural order. */
  static List<Channel> sorted(List<Channel> channels) {
    channels.forEach(c -> Objects.requireNonNull(c, "channel"));
    return channels.stream().distinct().sorted().toList();
  }

  static boolean include(List<Channel> channels, Channel channel) {
    return channels.isEmpty() || channels.contains(channel);
  }

  /** Returns the channels as text, such as {@code " by phone or sms"}; empty for all channels. */
  static String words(List<Channel> channels) {
    return channels.isEmpty()
        ? ""
        : " by " + String.join(" or ", channels.stream().map(Channel::toString).toList());
  }
}
