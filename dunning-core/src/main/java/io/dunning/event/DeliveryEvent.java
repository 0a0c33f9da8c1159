package io.dunning.event;

import io.dunning.action.Channel;
import io.dunning.money.Money;
import io.dunning.serial.RecordForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An invoice or a letter arrived, or it did not; or where the customer lives is not known any more,
 * or known again. Immutable and thread-safe.
 */
public sealed interface DeliveryEvent extends LedgerEvent {

  @Override
  default void accept(LedgerEvent.Visitor visitor) {
    visitor.delivery(this);
  }

  /**
   * Hands this event to the method for its kind.
   *
   * @param visitor who handles the events of this family
   */
  void accept(Visitor visitor);

  @Override
  default List<Money> amounts() {
    return List.of();
  }

  /** Handles each kind of event of this family; a new kind has to be answered here. */
  interface Visitor {
    /**
     * Handles a {@link DeliveryConfirmed}.
     *
     * @param event the event
     */
    void deliveryConfirmed(DeliveryConfirmed event);

    /**
     * Handles a {@link DeliveryFailed}.
     *
     * @param event the event
     */
    void deliveryFailed(DeliveryFailed event);

    /**
     * Handles an {@link AddressUnknown}.
     *
     * @param event the event
     */
    void addressUnknown(AddressUnknown event);

    /**
     * Handles an {@link AddressFound}.
     *
     * @param event the event
     */
    void addressFound(AddressFound event);
  }

  /**
   * An invoice or a letter was delivered.
   *
   * @param date the day on which it happened
   * @param step the step whose letter it was; empty for the invoice itself
   * @param channel how it was delivered; empty if that is not known
   */
  record DeliveryConfirmed(LocalDate date, Optional<String> step, Optional<Channel> channel)
      implements DeliveryEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A delivery.
     *
     * @param date the day on which it happened
     * @param step the step whose letter it was; empty for the invoice itself
     * @param channel how it was delivered; empty if that is not known
     */
    public DeliveryConfirmed {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(channel, "channel");
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.deliveryConfirmed(this);
    }

    @Override
    public boolean needsInvoice() {
      return step.isEmpty();
    }

    @Override
    public String toString() {
      return date
          + " delivered: "
          + step.orElse("invoice")
          + channel.map(c -> " by " + c).orElse("");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * An invoice or a letter did not arrive. The latest taking of the step counts neither as a step
   * nor as a contact; an invoice that did not arrive is not chased until it does.
   *
   * @param date the day on which it happened
   * @param step the step whose letter it was; empty for the invoice itself
   * @param channel the channel that failed and is not used until it works again; empty if none is
   *     to be blamed
   */
  record DeliveryFailed(LocalDate date, Optional<String> step, Optional<Channel> channel)
      implements DeliveryEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A failed delivery.
     *
     * @param date the day on which it happened
     * @param step the step whose letter it was; empty for the invoice itself
     * @param channel the channel that failed and is not used until it works again; empty if none is
     *     to be blamed
     */
    public DeliveryFailed {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(channel, "channel");
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.deliveryFailed(this);
    }

    @Override
    public boolean needsInvoice() {
      return step.isEmpty();
    }

    @Override
    public String toString() {
      return date
          + " not delivered: "
          + step.orElse("invoice")
          + channel.map(c -> " by " + c).orElse("");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * The customer moved, and nobody knows where to. Letters and visits do not reach the customer
   * until an address is found. Best recorded for the account as a whole.
   *
   * @param date the day on which that became known
   */
  record AddressUnknown(LocalDate date) implements DeliveryEvent {
    private static final long serialVersionUID = 1L;

    /**
     * An address that is not valid any more.
     *
     * @param date the day on which that became known
     */
    public AddressUnknown {
      Objects.requireNonNull(date, "date");
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.addressUnknown(this);
    }

    @Override
    public boolean needsInvoice() {
      return false;
    }

    @Override
    public String toString() {
      return date + " address unknown";
    }
  }

  /**
   * An address of the customer is known that is new: letters and visits work again, even if earlier
   * ones failed. Recorded for the account as a whole, it counts for all its invoices.
   *
   * @param date the day on which that became known
   */
  record AddressFound(LocalDate date) implements DeliveryEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A new address.
     *
     * @param date the day on which it became known
     */
    public AddressFound {
      Objects.requireNonNull(date, "date");
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.addressFound(this);
    }

    @Override
    public boolean needsInvoice() {
      return false;
    }

    @Override
    public String toString() {
      return date + " new address known";
    }
  }
}
