package io.dunning.action;

import java.util.Objects;
import java.util.Optional;

/**
 * A message that is sent to the customer by a channel of the host's choice. Immutable and
 * thread-safe.
 */
public sealed interface Message extends DunningAction {

  /** {@return how the customer is reached} */
  Channel by();

  @Override
  default Optional<Channel> channel() {
    return Optional.of(by());
  }

  @Override
  Message by(Channel channel);

  @Override
  default <R> R accept(DunningAction.Visitor<R> visitor) {
    return accept((Visitor<R>) visitor);
  }

  /**
   * {@return the visitor's answer, from its method for this kind of action}
   *
   * @param visitor who answers for the actions of this family
   * @param <R> what the answer is
   */
  <R> R accept(Visitor<R> visitor);

  /**
   * Answers for each kind of message; a new one has to be answered here, too.
   *
   * @param <R> what the answer is
   */
  interface Visitor<R> {
    /**
     * {@return the answer for a {@link Reminder}}
     *
     * @param action the action
     */
    R reminder(Reminder action);

    /**
     * {@return the answer for a {@link Notice}}
     *
     * @param action the action
     */
    R notice(Notice action);

    /**
     * {@return the answer for a {@link Demand}}
     *
     * @param action the action
     */
    R demand(Demand action);

    /**
     * {@return the answer for a {@link PlainMessage}}
     *
     * @param action the action
     */
    R plainMessage(PlainMessage action);

    /**
     * {@return the answer for a {@link ThankCustomer}}
     *
     * @param action the action
     */
    R thankCustomer(ThankCustomer action);

    /**
     * {@return the answer for an {@link AskForPaymentMethod}}
     *
     * @param action the action
     */
    R askForPaymentMethod(AskForPaymentMethod action);
  }

  /**
   * A friendly word that something may have been forgotten.
   *
   * @param by how the customer is reached
   */
  record Reminder(Channel by) implements Message {
    private static final long serialVersionUID = 1L;

    /**
     * A reminder.
     *
     * @param by how the customer is reached
     */
    public Reminder {
      Objects.requireNonNull(by, "by");
    }

    @Override
    public Reminder by(Channel channel) {
      return new Reminder(channel);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reminder(this);
    }

    /** Such as {@code send reminder by email}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }

  /**
   * A formal notice.
   *
   * @param number which notice, from 1
   * @param by how the customer is reached
   */
  record Notice(int number, Channel by) implements Message {
    private static final long serialVersionUID = 1L;

    /**
     * A notice.
     *
     * @param number which notice, from 1
     * @param by how the customer is reached
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Notice {
      if (number < 1) {
        throw new IllegalArgumentException("notices are numbered from 1: " + number);
      }
      Objects.requireNonNull(by, "by");
    }

    @Override
    public Notice by(Channel channel) {
      return new Notice(number, channel);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.notice(this);
    }

    /** Such as {@code send notice 1 by email}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }

  /**
   * A demand: the last word before a third party or a court is involved.
   *
   * @param by how the customer is reached
   */
  record Demand(Channel by) implements Message {
    private static final long serialVersionUID = 1L;

    /**
     * A demand.
     *
     * @param by how the customer is reached
     */
    public Demand {
      Objects.requireNonNull(by, "by");
    }

    @Override
    public Demand by(Channel channel) {
      return new Demand(channel);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.demand(this);
    }

    /** Such as {@code send demand by email}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }

  /**
   * A message without a form of its own, in place of a call or a visit for example.
   *
   * @param by how the customer is reached
   */
  record PlainMessage(Channel by) implements Message {
    private static final long serialVersionUID = 1L;

    /**
     * A plain message.
     *
     * @param by how the customer is reached
     */
    public PlainMessage {
      Objects.requireNonNull(by, "by");
    }

    @Override
    public PlainMessage by(Channel channel) {
      return new PlainMessage(channel);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.plainMessage(this);
    }

    /** Such as {@code send message by email}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }

  /**
   * Thanks to a good payer.
   *
   * @param by how the customer is reached
   */
  record ThankCustomer(Channel by) implements Message {
    private static final long serialVersionUID = 1L;

    /**
     * A word of thanks.
     *
     * @param by how the customer is reached
     */
    public ThankCustomer {
      Objects.requireNonNull(by, "by");
    }

    @Override
    public ThankCustomer by(Channel channel) {
      return new ThankCustomer(channel);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.thankCustomer(this);
    }

    /** Such as {@code thank customer by email}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }

  /**
   * A request for another account, card or mandate, because a collection failed.
   *
   * @param by how the customer is reached
   */
  record AskForPaymentMethod(Channel by) implements Message {
    private static final long serialVersionUID = 1L;

    /**
     * A request for another way to pay.
     *
     * @param by how the customer is reached
     */
    public AskForPaymentMethod {
      Objects.requireNonNull(by, "by");
    }

    @Override
    public AskForPaymentMethod by(Channel channel) {
      return new AskForPaymentMethod(channel);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.askForPaymentMethod(this);
    }

    /** Such as {@code ask for payment method by email}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }
}
