package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.action.ContactPerson;
import io.dunning.action.PersonRole;
import java.util.List;

/**
 * The contact person whom a step addresses: of the first role in which the customer has a person
 * who can be reached by an open channel of the step.
 */
final class Addressee {
  private Addressee() {}

  /**
   * The channels by which a step cannot go: those the customer closed, and those that reach nobody
   * of the role it addresses. If nobody can be reached, it addresses the customer as such.
   */
  static int closedChannels(PreparedStep step, Books books) {
    List<ContactPerson> persons = books.customer().persons();
    for (int i = 0; !persons.isEmpty() && i < step.addressees.size(); i++) {
      int closed = closedChannels(step, books, step.addressees.get(i));
      if (step.channel(closed) != null) {
        return closed;
      }
    }
    return books.closedChannels;
  }

  /**
   * The channels by which a step cannot go to a role: those closed, and those that reach nobody.
   */
  static int closedChannels(PreparedStep step, Books books, PersonRole role) {
    int closed = books.closedChannels;
    for (Channel each : step.channels) {
      if (find(books.customer().persons(), role, each) == null) {
        closed |= PreparedPolicy.bit(each);
      }
    }
    return closed;
  }

  /** The person whom a step addresses by a channel it goes by; null for the customer as such. */
  static ContactPerson of(PreparedStep step, Books books, Channel channel) {
    List<ContactPerson> persons = books.customer().persons();
    for (int i = 0; channel != null && i < step.addressees.size(); i++) {
      ContactPerson found = find(persons, step.addressees.get(i), channel);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static ContactPerson find(List<ContactPerson> persons, PersonRole role, Channel by) {
    for (ContactPerson each : persons) {
      if (each.role().equals(role) && each.isReachableBy(by)) {
        return each;
      }
    }
    return null;
  }
}
