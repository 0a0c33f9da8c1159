package io.dunning.conduct;

import io.dunning.action.Channel;
import io.dunning.event.ContactEvent.Purpose;
import io.dunning.event.Reached;

/**
 * A contact with the customer.
 *
 * @param day the epoch day
 * @param place the index of the invoice it was about; {@link ContactLog#ACCOUNT} if about none of
 *     them
 * @param collector the name of another collector; empty for the keeper of the ledger
 * @param step the name of the step it carried out; empty if it was no step
 * @param person the name of the person with whom it was; empty if it is not known
 * @param copy whether the same message is already in the log, about another invoice
 */
record LoggedContact(
    long day,
    Channel channel,
    int place,
    boolean fromCustomer,
    Reached reached,
    Purpose purpose,
    String collector,
    String step,
    String person,
    boolean copy) {

  /**
   * Whether it was with a person, or may have been.
   *
   * @param name the name; null for everybody
   */
  boolean isWith(String name) {
    return name == null || person.isEmpty() || person.equals(name);
  }
}
