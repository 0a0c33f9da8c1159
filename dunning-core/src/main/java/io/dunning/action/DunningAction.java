package io.dunning.action;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * Something to do about a debt. The library recommends it; the host does it. Prints in the trade's
 * words: {@code send notice 1 by email}. Immutable and thread-safe.
 */
public sealed interface DunningAction extends Serializable {

  /**
   * How the customer is reached.
   *
   * @return the channel, or empty where the action does not reach the customer
   */
  default Optional<Channel> channel() {
    return Optional.empty();
  }

  /**
   * Whether the action counts as a contact with the customer.
   *
   * @return true if there is a {@link #channel}
   */
  default boolean contactsCustomer() {
    return channel().isPresent();
  }

  /**
   * A friendly word that something may have been forgotten.
   *
   * @param by how the customer is reached
   * @return the action
   */
  static DunningAction sendReminder(Channel by) {
    return new Message("send reminder", by);
  }

  /**
   * A formal notice.
   *
   * @param number which notice, from 1
   * @param by how the customer is reached
   * @return the action
   * @throws IllegalArgumentException if the number is less than 1
   */
  static DunningAction sendNotice(int number, Channel by) {
    if (number < 1) {
      throw new IllegalArgumentException("notices are numbered from 1: " + number);
    }
    return new Message("send notice " + number, by);
  }

  /**
   * A demand: the last word before a third party or a court is involved.
   *
   * @param by how the customer is reached
   * @return the action
   */
  static DunningAction sendDemand(Channel by) {
    return new Message("send demand", by);
  }

  /**
   * A telephone call.
   *
   * @return the action
   */
  static DunningAction placeCall() {
    return new Message("place call", Channel.PHONE);
  }

  /**
   * No further deliveries or service until the debt is paid.
   *
   * @return the action
   */
  static DunningAction stopSupply() {
    return new Task("stop supply");
  }

  /**
   * Hand the debt to a collection agency.
   *
   * @return the action
   */
  static DunningAction referToAgency() {
    return new Task("refer to agency");
  }

  /**
   * Charge the fees and the interest that the policy provides for.
   *
   * @return the action
   */
  static DunningAction assessCharges() {
    return new AssessCharges();
  }

  /**
   * Find out where a customer is whom nobody can reach.
   *
   * @return the action
   */
  static DunningAction traceCustomer() {
    return new Task("trace customer");
  }

  /**
   * Go to court.
   *
   * @return the action
   */
  static DunningAction fileClaim() {
    return new Task("file a claim");
  }

  /**
   * Give the debt up, in the books.
   *
   * @return the action
   */
  static DunningAction writeOff() {
    return new Task("write off");
  }

  /**
   * Offer to take less than is owed, as the settlement rule of the policy says.
   *
   * @param by how
   * @return the action
   */
  static DunningAction offerSettlement(Channel by) {
    return new Message("offer settlement", by);
  }

  /**
   * Propose to pay in instalments, as the plan rule of the policy says.
   *
   * @param by how
   * @return the action
   */
  static DunningAction proposePlan(Channel by) {
    return new Message("propose payment plan", by);
  }

  /**
   * Thank a good payer.
   *
   * @param by how
   * @return the action
   */
  static DunningAction thankCustomer(Channel by) {
    return new Message("thank customer", by);
  }

  /**
   * Offer a good payer a discount for early payment.
   *
   * @param by how
   * @return the action
   */
  static DunningAction offerDiscount(Channel by) {
    return new Message("offer early payment discount", by);
  }

  /**
   * This action by another channel.
   *
   * @param channel how the customer is reached
   * @return the action; itself if it does not reach the customer
   */
  default DunningAction by(Channel channel) {
    return this;
  }

  /**
   * Something a colleague does, without contact to the customer.
   *
   * @param what what is to be done, such as {@code "inform sales"}
   * @return the action
   */
  static DunningAction task(String what) {
    return new Task(what);
  }

  /**
   * A message to the customer.
   *
   * @param what what is sent or said
   * @param by how the customer is reached
   */
  record Message(String what, Channel by) implements DunningAction {
    private static final long serialVersionUID = 1L;

    /**
     * A message to the customer.
     *
     * @param what what is sent or said
     * @param by how the customer is reached
     */
    public Message {
      requireText(what);
      Objects.requireNonNull(by, "by");
    }

    @Override
    public Optional<Channel> channel() {
      return Optional.of(by);
    }

    /** A call by another channel is a message. */
    @Override
    public DunningAction by(Channel channel) {
      return new Message(what.equals("place call") ? "send message" : what, channel);
    }

    /** Such as {@code send reminder by email}. */
    @Override
    public String toString() {
      return by == Channel.PHONE && what.equals("place call") ? what : what + " by " + by;
    }
  }

  /**
   * Something done without contact to the customer.
   *
   * @param what what is to be done
   */
  record Task(String what) implements DunningAction {
    private static final long serialVersionUID = 1L;

    /**
     * A task.
     *
     * @param what what is to be done
     */
    public Task {
      requireText(what);
    }

    /** Such as {@code refer to agency}. */
    @Override
    public String toString() {
      return what;
    }
  }

  /** Fees and interest are charged. */
  record AssessCharges() implements DunningAction {
    private static final long serialVersionUID = 1L;

    /** {@code assess charges}. */
    @Override
    public String toString() {
      return "assess charges";
    }
  }

  private static void requireText(String what) {
    if (Objects.requireNonNull(what, "what").isBlank()) {
      throw new IllegalArgumentException("action has no words");
    }
  }
}
