package io.dunning.letters;

import io.dunning.action.Channel;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A step about the same invoices that was taken before. Immutable and thread-safe.
 *
 * @param date the day
 * @param step the name of the step in the policy; letters do not show it
 * @param channel how the customer was reached
 */
public record EarlierContact(LocalDate date, String step, Optional<Channel> channel) {

  /** Whether the customer got something to read. */
  boolean isWritten() {
    return channel.filter(c -> c != Channel.PHONE && c != Channel.VISIT).isPresent();
  }
}
