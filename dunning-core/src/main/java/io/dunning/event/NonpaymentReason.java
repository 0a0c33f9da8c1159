package io.dunning.event;

import io.dunning.grammar.Grammar;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Why a customer has not paid, as the customer says. */
public enum NonpaymentReason {
  /** The invoice was forgotten or overlooked. */
  FORGOT("forgot"),
  /** The customer is short of cash for now. */
  CASH_FLOW("cash-flow hardship"),
  /** The customer has more debts than can be dealt with. */
  OVERWHELMED("overwhelmed"),
  /** The customer contests the debt. */
  DISPUTE("dispute"),
  /** The goods, or documents such as a delivery note or an order number, have not arrived. */
  AWAITING_GOODS("awaiting goods or documents"),
  /** Whoever got the invoice is not the one who owes. */
  WRONG_RECIPIENT("wrong recipient"),
  /** The customer does not want to pay. */
  REFUSES("refuses"),
  /** The customer is insolvent. */
  INSOLVENT("insolvent");

  private final String words;

  NonpaymentReason(String words) {
    this.words = words;
  }

  /**
   * Reads what {@link #toString} prints; capital letters do not matter.
   *
   * @param text such as {@code cash-flow hardship}
   * @return the reason
   * @throws io.dunning.sentence.SentenceException if the text is none of the reasons
   */
  public static NonpaymentReason parse(String text) {
    return Words.REASONS.parse(Objects.requireNonNull(text, "text"));
  }

  /** Made when first needed, after the constants. */
  private static final class Words {
    static final Grammar<NonpaymentReason> REASONS = Grammar.of("a reason", List.of(values()));
  }

  /** {@return the words of all reasons, separated by commas} */
  public static String words() {
    return Arrays.stream(values()).map(r -> r.words).collect(Collectors.joining(", "));
  }

  /** Such as {@code cash-flow hardship}. */
  @Override
  public String toString() {
    return words;
  }
}
