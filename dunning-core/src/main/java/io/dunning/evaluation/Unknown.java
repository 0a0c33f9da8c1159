package io.dunning.evaluation;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/**
 * A fact that nobody knows yet, so that {@link DunningEvaluator#possible} tries every value that it
 * may have. Immutable and thread-safe.
 *
 * @param kind the kind of fact
 * @param name which fact of that kind: the number of an invoice, a tag, or the name of a fact of
 *     the customer; empty text for others
 */
public record Unknown(Kind kind, String name) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The kinds of facts that can be unknown. */
  public enum Kind {
    /** Whether the customer is a business, a sole trader or a consumer. */
    KIND_OF_CUSTOMER,
    /** Where the customer is. */
    COUNTRY,
    /** The segment of the customer. */
    SEGMENT,
    /** Whether the customer carries a tag. */
    TAG,
    /** A fact of the host's own profile of the customer. */
    FACT,
    /** How the customer pays, in one word. */
    RISK_BAND,
    /** Whether an invoice arrived. */
    DELIVERY,
    /** Why nothing was paid. */
    REASON_FOR_NOT_PAYING;

    /** Such as {@code kind of customer}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * An unknown fact.
   *
   * @param kind the kind of fact
   * @param name which fact of that kind; empty text if there is only one
   * @throws IllegalArgumentException if an invoice, a tag or a fact of the customer is not named,
   *     or another kind names something
   */
  public Unknown {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    boolean named = kind == Kind.TAG || kind == Kind.FACT || kind == Kind.DELIVERY;
    if (named == name.isBlank()) {
      throw new IllegalArgumentException(
          named
              ? "unknown " + kind + " has no name"
              : "unknown " + kind + " takes no name: " + name);
    }
  }

  /** {@return not known: whether the customer is a business, a sole trader or a consumer} */
  public static Unknown kindOfCustomer() {
    return new Unknown(Kind.KIND_OF_CUSTOMER, "");
  }

  /** {@return not known: in which country the customer is} */
  public static Unknown country() {
    return new Unknown(Kind.COUNTRY, "");
  }

  /** {@return not known: in which segment the customer is} */
  public static Unknown segment() {
    return new Unknown(Kind.SEGMENT, "");
  }

  /**
   * {@return not known: whether the customer carries a tag}
   *
   * @param tag the tag
   */
  public static Unknown tag(String tag) {
    return new Unknown(Kind.TAG, tag);
  }

  /**
   * {@return not known: a fact about the customer}
   *
   * @param name the name of the fact
   */
  public static Unknown fact(String name) {
    return new Unknown(Kind.FACT, name);
  }

  /** {@return not known: how the customer pays} */
  public static Unknown riskBand() {
    return new Unknown(Kind.RISK_BAND, "");
  }

  /**
   * {@return not known: whether an invoice arrived}
   *
   * @param invoice the invoice number
   */
  public static Unknown delivery(String invoice) {
    return new Unknown(Kind.DELIVERY, invoice);
  }

  /**
   * {@return not known: why the customer did not pay; a reply without a reason may have one, and so
   * may a reply that was not recorded yet}
   */
  public static Unknown reasonForNotPaying() {
    return new Unknown(Kind.REASON_FOR_NOT_PAYING, "");
  }

  /** Such as {@code delivery of INV-7}, {@code tag vip} or {@code kind of customer}. */
  @Override
  public String toString() {
    return kind + (kind == Kind.DELIVERY ? " of " : name.isEmpty() ? "" : " ") + name;
  }
}
