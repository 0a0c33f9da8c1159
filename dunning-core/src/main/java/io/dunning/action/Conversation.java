package io.dunning.action;

import java.util.Objects;
import java.util.Optional;

/**
 * A colleague speaks with the customer, by telephone or in person. The kind of conversation settles
 * the channel, so another channel makes another action of it. Immutable and thread-safe.
 */
public sealed interface Conversation extends DunningAction {

  /**
   * {@return this conversation by another channel: a {@link Call} by {@link Channel#PHONE}, a
   * {@link Visit} by {@link Channel#VISIT}, and a {@link Message.PlainMessage} by any other}
   *
   * @param channel how the customer is reached
   */
  @Override
  default DunningAction by(Channel channel) {
    return switch (Objects.requireNonNull(channel, "channel")) {
      case PHONE -> new Call();
      case VISIT -> new Visit();
      case EMAIL, LETTER, SMS, PORTAL -> new Message.PlainMessage(channel);
    };
  }

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
   * Answers for each kind of conversation; a new one has to be answered here, too.
   *
   * @param <R> what the answer is
   */
  interface Visitor<R> {
    /**
     * {@return the answer for a {@link Call}}
     *
     * @param action the action
     */
    R call(Call action);

    /**
     * {@return the answer for a {@link Visit}}
     *
     * @param action the action
     */
    R visit(Visit action);
  }

  /** A telephone call. */
  record Call() implements Conversation {
    private static final long serialVersionUID = 1L;

    /** {@link Channel#PHONE}. */
    @Override
    public Optional<Channel> channel() {
      return Optional.of(Channel.PHONE);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
    }

    /** {@code place call}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }

  /** A visit in person. */
  record Visit() implements Conversation {
    private static final long serialVersionUID = 1L;

    /** {@link Channel#VISIT}. */
    @Override
    public Optional<Channel> channel() {
      return Optional.of(Channel.VISIT);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    /** {@code visit customer}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }
}
