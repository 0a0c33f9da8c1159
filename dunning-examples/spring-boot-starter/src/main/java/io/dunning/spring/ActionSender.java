package io.dunning.spring;

import io.dunning.action.DunningAction;
import io.dunning.evaluation.DunningDocument;

/**
 * Carries out actions of some kind, such as e-mails. Make a bean of it; of several that handle an
 * action, the first in the order of beans gets it.
 *
 * <p>An action reaches its sender at least once after its step was recorded. If the process dies
 * while a sender works, nobody knows whether it was done. A sender that {@linkplain #knowsKeys
 * knows keys} then gets the action again; any other does not, and the action is left to a person as
 * {@link DeliveryState#IN_DOUBT}.
 */
public interface ActionSender {

  /**
   * Whether this sender carries out an action.
   *
   * @param action the action
   * @param document the document it belongs to
   * @return whether it does
   */
  boolean handles(DunningAction action, DunningDocument document);

  /**
   * Whether a second {@link #send} with a key that was carried out changes nothing: because the
   * provider takes an idempotency key, or because there is one place for each key.
   *
   * @return false unless the sender can promise it
   */
  default boolean knowsKeys() {
    return false;
  }

  /**
   * Carries out an action, and returns once it is done.
   *
   * @param delivery the action and its {@linkplain Delivery#key key}
   * @return what the provider calls it, such as the number of a message; empty text if nothing
   * @throws InDoubtException if it may have been carried out
   * @throws Exception if it was not carried out; it is tried again later
   */
  String send(Delivery delivery) throws Exception;
}
