package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.PersonRole;
import java.util.ArrayList;
import java.util.List;

/** The ways in which a step can reach contact persons, where it matters which one it is. */
final class AddresseeWays {
  private AddresseeWays() {}

  /** A person whom a step can address, and the channel by which it would. */
  record Way(Channel channel, ContactPerson person) {}

  /**
   * Whether rules of contact or wishes can allow a step for one person and forbid it for another.
   */
  static boolean matters(PreparedStep step, Books books) {
    return !step.addressees.isEmpty()
        && !books.customer().persons().isEmpty()
        && books.asksConduct
        && books.check().tellsPersonsApart();
  }

  /**
   * Every person whom a step can address, in the order in which it does: of its first role by its
   * first channel. Each comes once, or once by every channel if the policy moves on to the next.
   */
  static List<Way> ways(PreparedStep step, Books books) {
    List<Way> ways = new ArrayList<>();
    for (PersonRole role : step.addressees) {
      for (Channel channel : step.channels) {
        if ((books.closedChannels & PreparedPolicy.bit(channel)) == 0) {
          addWays(ways, role, channel, books);
        }
      }
    }
    return ways;
  }

  private static void addWays(List<Way> ways, PersonRole role, Channel channel, Books books) {
    for (ContactPerson each : books.customer().persons()) {
      boolean known = ways.stream().anyMatch(w -> w.person().equals(each));
      if (each.role().equals(role)
          && each.isReachableBy(channel)
          && (books.policy.orNextChannel || !known)) {
        ways.add(new Way(channel, each));
      }
    }
  }

  /** The ways that are not allowed today, and come before the one by which a step goes. */
  static List<Way> passedOver(PreparedStep step, Books books, Outcome outcome) {
    if (outcome.channel() == null || !matters(step, books)) {
      return List.of();
    }
    List<Way> ways = ways(step, books);
    int taken = ways.indexOf(new Way(outcome.channel(), outcome.addressee()));
    return taken < 0 ? ways : ways.subList(0, taken);
  }
}
