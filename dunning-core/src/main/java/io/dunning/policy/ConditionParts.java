package io.dunning.policy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What conditions are made of, for tools that examine policies: the parts that {@code and}, {@code
 * or} and {@code not} combine, what a part asks about, and what it answers. Nothing here changes a
 * decision.
 */
public final class ConditionParts {
  private ConditionParts() {}

  /** Is told what a condition answers. */
  @FunctionalInterface
  public interface Watcher extends Serializable {
    /**
     * The condition was asked. An evaluator asks about the day of its decision, and also about
     * later days, to find the review date.
     *
     * @param day the epoch day that it was asked about
     * @param holds its answer
     */
    void answered(long day, boolean holds);
  }

  /** What a part of a condition asks about, as far as a debtor or an event can be chosen for it. */
  public enum Topic {
    /** A tag of the customer; the word is the tag. */
    TAG,
    /** The segment of the customer; the word is the segment. */
    SEGMENT,
    /** The country of the customer; the word is the country. */
    COUNTRY,
    /** A fact about the customer; the words are its name and its value. */
    FACT,
    /** Disputes; the word, if any, is one that their reason contains. */
    DISPUTE,
    /** A restriction; the word is the name of the constant. */
    RESTRICTION,
    /** Promises to pay. */
    PROMISE,
    /** Payment plans. */
    PLAN,
    /** Offers to settle. */
    OFFER,
    /** A reply; the word, if any, is the name of its constant. */
    REPLY,
    /** A reason for not paying; the word is the name of its constant. */
    NONPAYMENT_REASON,
    /** Whether the message of a step arrived; the word is the step. */
    DELIVERY,
    /** Whether the invoice arrived. */
    INVOICE_DELIVERY,
    /** Whether an address is known. */
    ADDRESS,
    /** Who was reached; the word, if any, is the name of the constant. */
    REACHED,
    /** A step of the ladder; the word is the step. */
    STEP,
    /** An amount, an age or a count of invoices. */
    DEBT,
    /** How the customer has paid, the risk, or the route that is worth most. */
    BEHAVIOUR,
    /** A test of your own. */
    DESCRIBED,
    /** Nothing: the part always or never holds. */
    NOTHING
  }

  /**
   * What a part asks about.
   *
   * @param topic what it asks about
   * @param words the words that the topic says, in its order; none for most topics
   */
  public record Mention(Topic topic, List<String> words) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * What a part asks about.
     *
     * @param topic what it asks about
     * @param words the words that the topic says, in its order
     */
    public Mention {
      Objects.requireNonNull(topic, "topic");
      Objects.requireNonNull(words, "words");
      words = List.copyOf(words);
    }

    static Mention of(Topic topic, String... words) {
      return new Mention(topic, List.of(words));
    }
  }

  /**
   * The parts that are not combined of others.
   *
   * @param condition the condition
   * @return the parts in the order of its sentence; the condition itself if it has no parts
   */
  public static List<Condition> of(Condition condition) {
    List<Condition> all = new ArrayList<>();
    collect(Objects.requireNonNull(condition, "condition"), all);
    return List.copyOf(all);
  }

  private static void collect(Condition condition, List<Condition> all) {
    if (condition instanceof Combined combined) {
      for (Condition part : combined.parts) {
        collect(part, all);
      }
    } else if (condition instanceof Not not) {
      collect(not.inner(), all);
    } else {
      all.add(condition);
    }
  }

  /**
   * What a condition asks about, part by part.
   *
   * @param condition the condition
   * @return one entry for each of its {@linkplain #of parts}, in the same order
   */
  public static List<Mention> mentions(Condition condition) {
    return of(condition).stream().map(c -> ConditionTopics.of((Question) c)).toList();
  }

  /**
   * A condition that answers as another one and lets each part of it be watched. A condition that
   * always or never holds is not watched.
   *
   * @param condition the condition
   * @param watchers who watches a part; called once for the condition as a whole, if it is
   *     combined, and once for each of its {@linkplain #of parts}
   * @return the condition; it has the sentence of the other one and counts as it does in the
   *     fingerprint of a policy
   */
  public static Condition watched(Condition condition, Function<Condition, Watcher> watchers) {
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(watchers, "watchers");
    boolean combined = condition instanceof Combined || condition instanceof Not;
    Watcher whole = combined ? watchers.apply(condition) : null;
    Condition inner = inner(condition, watchers);
    return combined ? new Watched(inner, whole) : inner;
  }

  private static Condition inner(Condition condition, Function<Condition, Watcher> watchers) {
    if (condition instanceof Constant) {
      return condition;
    }
    if (condition instanceof Not not) {
      return inner(not.inner(), watchers).not();
    }
    if (condition instanceof Combined combined) {
      Condition joined = null;
      for (Condition part : combined.parts) {
        Condition next = inner(part, watchers);
        joined =
            joined == null ? next : condition instanceof And ? joined.and(next) : joined.or(next);
      }
      return joined;
    }
    return new Watched(condition, watchers.apply(condition));
  }
}
