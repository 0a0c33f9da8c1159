package io.dunning.event;

import io.dunning.grammar.Grammar;
import java.util.List;
import java.util.Objects;

/** How invoices are paid: whether you collect the money, or the customer sends it. */
public enum PaymentMethod {
  /** You collect from the customer's bank account, under a mandate. */
  DIRECT_DEBIT("direct debit"),
  /** You charge a card that the customer left with you. */
  CARD("card"),
  /** The customer sends the money: a bank transfer, a cheque, a card payment made by hand. */
  TRANSFER("transfer");

  private final String words;

  PaymentMethod(String words) {
    this.words = words;
  }

  /**
   * Reads what {@link #toString} prints; capital letters do not matter.
   *
   * @param text such as {@code direct debit}
   * @return the way to pay
   * @throws io.dunning.sentence.SentenceException if the text is none of them
   */
  public static PaymentMethod parse(String text) {
    return Words.METHODS.parse(Objects.requireNonNull(text, "text"));
  }

  /** Made when first needed, after the constants. */
  private static final class Words {
    static final Grammar<PaymentMethod> METHODS = Grammar.of("a payment method", List.of(values()));
  }

  /** {@return whether you collect the money, so that nobody pays before you do} */
  public boolean isCollected() {
    return this != TRANSFER;
  }

  /** Such as {@code direct debit}. */
  @Override
  public String toString() {
    return words;
  }
}
