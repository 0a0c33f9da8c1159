package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.conduct.ContactCheck.Stop;
import io.dunning.conduct.ContactLimit.Before;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds why a step that is to be taken goes another way than it would sooner. */
final class Detours {
  private Detours() {}

  /** First whom it does not go to, then by which of its channels it does not go. */
  static List<DetourReason> of(Debt debt, PreparedStep step, Outcome outcome) {
    List<DetourReason> all = new ArrayList<>();
    List<AddresseeWays.Way> persons = AddresseeWays.passedOver(step, debt.books(), outcome);
    persons.forEach(way -> all.add(passedOver(debt, step, way)));
    for (Channel each : step.channels) {
      if (each == outcome.channel()) {
        break;
      }
      if (persons.stream().noneMatch(way -> way.channel() == each)) {
        all.add(passedOver(debt, step, outcome.addressee(), each));
      }
    }
    return all;
  }

  private static DetourReason passedOver(
      Debt debt, PreparedStep step, ContactPerson addressee, Channel channel) {
    Books books = debt.books();
    int bit = PreparedPolicy.bit(channel);
    if ((books.closedChannels & bit) != 0) {
      return new DetourReason.ChannelPassedOver(step.name, channel, Optional.empty());
    }
    if (addressee != null && (Addressee.closedChannels(step, books, addressee.role()) & bit) != 0) {
      return new DetourReason.ChannelReachesNobody(step.name, channel, addressee.role());
    }
    Stop stop = books.check().stop(debt.scope().contacted(), channel, Before.CONTACT, debt.day());
    return new DetourReason.ChannelPassedOver(step.name, channel, Optional.of(stop));
  }

  private static DetourReason passedOver(Debt debt, PreparedStep step, AddresseeWays.Way way) {
    Stop stop =
        debt.books()
            .check()
            .with(way.person())
            .stop(debt.scope().contacted(), way.channel(), Before.CONTACT, debt.day());
    return new DetourReason.PersonPassedOver(step.name, way.person(), way.channel(), stop);
  }
}
