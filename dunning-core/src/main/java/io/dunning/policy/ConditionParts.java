package io.dunning.policy;

import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.money.Percentage;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What conditions are made of, for tools that examine policies: the parts that {@code and}, {@code
 * or} and {@code not} combine, what a part asks about, and what it answers. Nothing here changes a
 * decision.
 */
public final class ConditionParts {
  private static final Percentage WHOLE = Percentage.percent("100");

  private ConditionParts() {}

  /** What a part of a condition asks about, as far as a debtor or an event can be chosen for it. */
  public enum Topic {
    /** A tag of the customer. */
    TAG,
    /** The segment of the customer. */
    SEGMENT,
    /** The country of the customer. */
    COUNTRY,
    /** A fact about the customer. */
    FACT,
    /** Disputes; the text, if any, is words that their reason contains. */
    DISPUTE,
    /** A restriction. */
    RESTRICTION,
    /** Promises to pay. */
    PROMISE,
    /** Payment plans. */
    PLAN,
    /** Offers to settle. */
    OFFER,
    /** Replies; a kind of reply, if the part asks for one. */
    REPLY,
    /** A reason for not paying. */
    NONPAYMENT_REASON,
    /** Whether the message of a step arrived; the text is the step. */
    DELIVERY,
    /** Whether the invoice arrived. */
    INVOICE_DELIVERY,
    /** Whether an address is known. */
    ADDRESS,
    /** Collections by direct debit or card that failed; the text, if any, is their class. */
    COLLECTION,
    /** Until when the claim can be enforced at law. */
    LIMITATION,
    /** Who was reached, if the part asks for somebody. */
    REACHED,
    /** A step of the ladder; the text is the step. */
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

  /** What a number counts that a part asks for. */
  public enum Counted {
    /** Days that have to pass. */
    DAYS,
    /** Things that have to happen. */
    EVENTS,
    /** Invoices that a customer has to have. */
    INVOICES
  }

  /**
   * A number that a part asks for.
   *
   * @param counted what it counts
   * @param least how many of these there have to be
   */
  public record Count(Counted counted, int least) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A number that a part asks for.
     *
     * @param counted what it counts
     * @param least how many of these there have to be
     */
    public Count {
      Objects.requireNonNull(counted, "counted");
    }
  }

  /** What a part asks about. */
  public sealed interface Mention extends Serializable {
    /** {@return what the part asks about} */
    Topic topic();

    /**
     * Nothing more than the topic is said.
     *
     * @param topic what the part asks about
     */
    record OfTopic(Topic topic) implements Mention {
      private static final long serialVersionUID = 1L;

      /**
       * Nothing more than the topic is said.
       *
       * @param topic what the part asks about
       */
      public OfTopic {
        Objects.requireNonNull(topic, "topic");
      }
    }

    /**
     * A text of the author: a tag, a segment, a country, a step, words of the reason for a dispute,
     * or the class of a failed collection.
     *
     * @param topic what the part asks about
     * @param text the text
     */
    record OfText(Topic topic, String text) implements Mention {
      private static final long serialVersionUID = 1L;

      /**
       * A text of the author: a tag, a segment, a country, a step, words of the reason for a
       * dispute, or the class of a failed collection.
       *
       * @param topic what the part asks about
       * @param text the text
       */
      public OfText {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(text, "text");
      }
    }

    /**
     * A fact about the customer.
     *
     * @param name its name
     * @param value the value that is asked for
     */
    record OfFact(String name, String value) implements Mention {
      private static final long serialVersionUID = 1L;

      /**
       * A fact about the customer.
       *
       * @param name its name
       * @param value the value that is asked for
       */
      public OfFact {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
      }

      @Override
      public Topic topic() {
        return Topic.FACT;
      }
    }

    /**
     * A restriction.
     *
     * @param restriction the restriction
     */
    record OfRestriction(Restriction restriction) implements Mention {
      private static final long serialVersionUID = 1L;

      /**
       * A restriction.
       *
       * @param restriction the restriction
       */
      public OfRestriction {
        Objects.requireNonNull(restriction, "restriction");
      }

      @Override
      public Topic topic() {
        return Topic.RESTRICTION;
      }
    }

    /**
     * A kind of reply.
     *
     * @param reply what the customer replied
     */
    record OfReply(Reply reply) implements Mention {
      private static final long serialVersionUID = 1L;

      /**
       * A kind of reply.
       *
       * @param reply what the customer replied
       */
      public OfReply {
        Objects.requireNonNull(reply, "reply");
      }

      @Override
      public Topic topic() {
        return Topic.REPLY;
      }
    }

    /**
     * A reason for not paying.
     *
     * @param reason the reason
     */
    record OfNonpaymentReason(NonpaymentReason reason) implements Mention {
      private static final long serialVersionUID = 1L;

      /**
       * A reason for not paying.
       *
       * @param reason the reason
       */
      public OfNonpaymentReason {
        Objects.requireNonNull(reason, "reason");
      }

      @Override
      public Topic topic() {
        return Topic.NONPAYMENT_REASON;
      }
    }

    /**
     * Who was reached.
     *
     * @param whom the least senior person that counts
     */
    record OfReached(Reached whom) implements Mention {
      private static final long serialVersionUID = 1L;

      /**
       * Who was reached.
       *
       * @param whom the least senior person that counts
       */
      public OfReached {
        Objects.requireNonNull(whom, "whom");
      }

      @Override
      public Topic topic() {
        return Topic.REACHED;
      }
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
   * The numbers of days, events and invoices that a condition asks for. Amounts and shares are not
   * among them.
   *
   * @param condition the condition
   * @return one entry for each of its {@linkplain #of parts} that asks for such a number, in the
   *     same order
   */
  public static List<Count> counts(Condition condition) {
    return of(condition).stream()
        .map(c -> ConditionTopics.count((Question) c))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Whether a condition can change its answer because days pass that it counts.
   *
   * @param condition the condition
   * @return whether any of its {@linkplain #of parts} names a number of days, such as {@code at
   *     least 90 days past due}
   */
  public static boolean namesDays(Condition condition) {
    return of(condition).stream().anyMatch(c -> ConditionTopics.namesDays((Question) c));
  }

  /**
   * The shares of the credit limit that a condition asks for.
   *
   * @param condition the condition
   * @return one entry for each of its {@linkplain #of parts} that asks for one, in the same order;
   *     100% for {@code over credit limit}
   */
  public static List<Percentage> creditShares(Condition condition) {
    return of(condition).stream()
        .filter(CreditCondition.class::isInstance)
        .map(c -> c instanceof CreditCondition.CreditLimitUsed used ? used.share() : WHOLE)
        .toList();
  }

  /**
   * Conditions that differ from another one by one bound, moved as little as possible: an amount is
   * the next higher one, and a number of days, invoices or events is one more or one less, but at
   * least 1. Numbers that the sentence does not tell, as in {@code a promise was broken}, stay.
   *
   * @param condition the condition
   * @return the conditions, part by part; of each part the higher bound comes first
   */
  public static List<Condition> moved(Condition condition) {
    return MovedBounds.of(Objects.requireNonNull(condition, "condition"));
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
  public static Condition watched(
      Condition condition, Function<Condition, ConditionWatcher> watchers) {
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(watchers, "watchers");
    boolean combined = condition instanceof Combined || condition instanceof Not;
    ConditionWatcher whole = combined ? watchers.apply(condition) : null;
    Condition inner = inner(condition, watchers);
    return combined ? new Watched(inner, whole) : inner;
  }

  private static Condition inner(
      Condition condition, Function<Condition, ConditionWatcher> watchers) {
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
