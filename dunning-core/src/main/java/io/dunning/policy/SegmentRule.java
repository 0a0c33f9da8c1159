package io.dunning.policy;

import io.dunning.grammar.Form;
import io.dunning.grammar.Grammar;
import io.dunning.grammar.Tokens;
import io.dunning.policy.ConditionParts.Topic;
import io.dunning.sentence.SentenceException;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Puts customers into a segment by what is known of them and how they have paid. A {@link
 * PolicySet} asks its rules in order; the first whose condition holds decides. Prints in words,
 * such as {@code segment gold if customer is prompt}, and {@link #parse} reads them. Immutable and
 * thread-safe.
 *
 * @param segment the segment
 * @param condition which customers it is for; it asks about the customer and the payment profile
 *     only
 */
public record SegmentRule(String segment, Condition condition) implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Form<String> SEGMENT = Form.of("segment {}", v -> v.get(0), Slots.SEGMENT);

  private static final Grammar<String> SEGMENTS =
      new Grammar<>("a segment", "segment gold", List.of(SEGMENT));

  /** What is the same for all debts of a customer. */
  private static final Set<Topic> OF_CUSTOMER =
      EnumSet.of(
          Topic.TAG, Topic.SEGMENT, Topic.COUNTRY, Topic.FACT, Topic.BEHAVIOUR, Topic.NOTHING);

  /**
   * A rule.
   *
   * @param segment the segment
   * @param condition which customers it is for
   * @throws IllegalArgumentException if the segment is blank, or the condition asks about a debt, a
   *     route or an event
   */
  public SegmentRule {
    Objects.requireNonNull(segment, "segment");
    Objects.requireNonNull(condition, "condition");
    if (segment.isBlank()) {
      throw new IllegalArgumentException("segment of a rule is blank");
    }
    for (Condition part : ConditionParts.of(condition)) {
      boolean ofCustomer = OF_CUSTOMER.contains(ConditionParts.mentions(part).get(0).topic());
      if (!ofCustomer || part.needs().routes()) {
        throw new IllegalArgumentException(
            "rule for segment "
                + segment
                + " asks about more than the customer and how the customer pays: "
                + part);
      }
    }
  }

  /**
   * Reads a rule in the words in which it prints: {@code segment gold if customer is prompt}.
   *
   * @param text the rule in words
   * @return the rule
   * @throws SentenceException if the text is no such sentence
   * @throws IllegalArgumentException if the condition asks about more than the customer
   */
  public static SegmentRule parse(String text) {
    Tokens tokens = Tokens.of(Objects.requireNonNull(text, "text"));
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, "if")) {
        String segment = SEGMENTS.parse(text.substring(0, tokens.start(i)));
        return new SegmentRule(segment, ConditionGrammar.parse(tokens, i + 1));
      }
    }
    throw new SentenceException(
        "rule for a segment has no condition", text.length(), "Maybe add \"if\" and a condition");
  }

  /** Such as {@code segment gold if customer is prompt}. */
  @Override
  public String toString() {
    return SEGMENTS.words(segment, SEGMENT.with(segment)) + " if " + condition;
  }
}
