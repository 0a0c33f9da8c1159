package io.dunning.action;

import java.util.Objects;
import java.util.Optional;

/**
 * An offer that the customer can accept, sent by a channel of the host's choice. Immutable and
 * thread-safe.
 */
public sealed interface Offer extends DunningAction {

  /** {@return how the customer is reached} */
  Channel by();

  @Override
  default Optional<Channel> channel() {
    return Optional.of(by());
  }

  @Override
  Offer by(Channel channel);

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
   * Answers for each kind of offer; a new one has to be answered here, too.
   *
   * @param <R> what the answer is
   */
  interface Visitor<R> {
    /**
     * {@return the answer for an {@link OfferSettlement}}
     *
     * @param action the action
     */
    R offerSettlement(OfferSettlement action);

    /**
     * {@return the answer for a {@link ProposePlan}}
     *
     * @param action the action
     */
    R proposePlan(ProposePlan action);

    /**
     * {@return the answer for an {@link OfferDiscount}}
     *
     * @param action the action
     */
    R offerDiscount(OfferDiscount action);
  }

  /**
   * An offer to take less than is owed, as the settlement rule of the policy says.
   *
   * @param by how the customer is reached
   */
  record OfferSettlement(Channel by) implements Offer {
    private static final long serialVersionUID = 1L;

    /**
     * An offer of a settlement.
     *
     * @param by how the customer is reached
     */
    public OfferSettlement {
      Objects.requireNonNull(by, "by");
    }

    @Override
    public OfferSettlement by(Channel channel) {
      return new OfferSettlement(channel);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.offerSettlement(this);
    }

    /** Such as {@code offer settlement by email}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }

  /**
   * A proposal to pay in instalments, as the plan rule of the policy says.
   *
   * @param by how the customer is reached
   */
  record ProposePlan(Channel by) implements Offer {
    private static final long serialVersionUID = 1L;

    /**
     * A proposal of a payment plan.
     *
     * @param by how the customer is reached
     */
    public ProposePlan {
      Objects.requireNonNull(by, "by");
    }

    @Override
    public ProposePlan by(Channel channel) {
      return new ProposePlan(channel);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.proposePlan(this);
    }

    /** Such as {@code propose payment plan by email}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }

  /**
   * An offer to a good payer: a discount for early payment.
   *
   * @param by how the customer is reached
   */
  record OfferDiscount(Channel by) implements Offer {
    private static final long serialVersionUID = 1L;

    /**
     * An offer of a discount.
     *
     * @param by how the customer is reached
     */
    public OfferDiscount {
      Objects.requireNonNull(by, "by");
    }

    @Override
    public OfferDiscount by(Channel channel) {
      return new OfferDiscount(channel);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.offerDiscount(this);
    }

    /** Such as {@code offer early payment discount by email}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }
}
