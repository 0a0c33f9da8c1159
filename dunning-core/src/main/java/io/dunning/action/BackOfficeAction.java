package io.dunning.action;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that is done about a debt without contacting the customer, in the house or by others
 * whom the house asks. Immutable and thread-safe.
 */
public sealed interface BackOfficeAction extends DunningAction {

  /** Empty: nobody contacts the customer. */
  @Override
  default Optional<Channel> channel() {
    return Optional.empty();
  }

  /** This action itself, as it goes by no channel. */
  @Override
  default BackOfficeAction by(Channel channel) {
    Objects.requireNonNull(channel, "channel");
    return this;
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
   * Answers for each kind of action in the back office; a new one has to be answered here, too.
   *
   * @param <R> what the answer is
   */
  interface Visitor<R> {
    /**
     * {@return the answer for a {@link StopSupply}}
     *
     * @param action the action
     */
    R stopSupply(StopSupply action);

    /**
     * {@return the answer for a {@link ReferToAgency}}
     *
     * @param action the action
     */
    R referToAgency(ReferToAgency action);

    /**
     * {@return the answer for a {@link FileClaim}}
     *
     * @param action the action
     */
    R fileClaim(FileClaim action);

    /**
     * {@return the answer for a {@link WriteOff}}
     *
     * @param action the action
     */
    R writeOff(WriteOff action);

    /**
     * {@return the answer for an {@link AssessCharges}}
     *
     * @param action the action
     */
    R assessCharges(AssessCharges action);

    /**
     * {@return the answer for a {@link TraceCustomer}}
     *
     * @param action the action
     */
    R traceCustomer(TraceCustomer action);

    /**
     * {@return the answer for a {@link RetryCollection}}
     *
     * @param action the action
     */
    R retryCollection(RetryCollection action);

    /**
     * {@return the answer for a {@link SellClaim}}
     *
     * @param action the action
     */
    R sellClaim(SellClaim action);

    /**
     * {@return the answer for a {@link BlockOrders}}
     *
     * @param action the action
     */
    R blockOrders(BlockOrders action);

    /**
     * {@return the answer for a {@link ReleaseOrders}}
     *
     * @param action the action
     */
    R releaseOrders(ReleaseOrders action);

    /**
     * {@return the answer for a {@link Task}}
     *
     * @param action the action
     */
    R task(Task action);
  }

  /** The amount is collected once more by direct debit or card. */
  record RetryCollection() implements BackOfficeAction {
    private static final long serialVersionUID = 1L;

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.retryCollection(this);
    }

    /** {@code retry collection}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }

  /** No further deliveries or service until the debt is paid. */
  record StopSupply() implements BackOfficeAction {
    private static final long serialVersionUID = 1L;

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.stopSupply(this);
    }

    /** {@code stop supply}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }

  /** A collection agency takes over the debt. */
  record ReferToAgency() implements BackOfficeAction {
    private static final long serialVersionUID = 1L;

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.referToAgency(this);
    }

    /** {@code refer to agency}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }

  /** The creditor goes to court. */
  record FileClaim() implements BackOfficeAction {
    private static final long serialVersionUID = 1L;

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.fileClaim(this);
    }

    /** {@code file a claim}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }

  /** The creditor gives up the debt in the books. */
  record WriteOff() implements BackOfficeAction {
    private static final long serialVersionUID = 1L;

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.writeOff(this);
    }

    /** {@code write off}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }

  /** The fees and the interest that the policy provides for are charged. */
  record AssessCharges() implements BackOfficeAction {
    private static final long serialVersionUID = 1L;

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.assessCharges(this);
    }

    /** {@code assess charges}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }

  /** Somebody finds out where a customer is whom nobody can reach. */
  record TraceCustomer() implements BackOfficeAction {
    private static final long serialVersionUID = 1L;

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.traceCustomer(this);
    }

    /** {@code trace customer}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }

  /** Somebody buys the debt and collects it from then on. */
  record SellClaim() implements BackOfficeAction {
    private static final long serialVersionUID = 1L;

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sellClaim(this);
    }

    /** {@code sell claim}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }

  /** No new orders are accepted until the block is released. */
  record BlockOrders() implements BackOfficeAction {
    private static final long serialVersionUID = 1L;

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.blockOrders(this);
    }

    /** {@code block orders}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }

  /** New orders are accepted again. */
  record ReleaseOrders() implements BackOfficeAction {
    private static final long serialVersionUID = 1L;

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.releaseOrders(this);
    }

    /** {@code release orders}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }

  /**
   * A task that the library has no name for, in the words of the house. It equals a task with the
   * same words only, never an action of another kind that prints the same.
   *
   * @param what what is to be done, such as {@code inform sales}
   */
  record Task(String what) implements BackOfficeAction {
    private static final long serialVersionUID = 1L;

    /**
     * A task.
     *
     * @param what what is to be done
     * @throws IllegalArgumentException if it is blank
     */
    public Task {
      if (Objects.requireNonNull(what, "what").isBlank()) {
        throw new IllegalArgumentException("task has no words");
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.task(this);
    }

    /** Such as {@code task inform sales}. */
    @Override
    public String toString() {
      return ActionGrammar.words(this);
    }
  }
}
