package io.dunning.conduct;

import io.dunning.ledger.Customer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How debts are collected: who collects what kind of debt, which rules of contact apply, and what
 * happens to a step that is not allowed today. The customer's own wishes are always respected.
 * Immutable and thread-safe.
 *
 * @param rules the rule sets; the jurisdiction of each decides whether it applies to a customer
 * @param collector who collects
 * @param debt what kind of debt is collected; if it is unknown, leave it empty and no rule set is
 *     excluded by it
 * @param otherwise what happens to a step that is not allowed today
 */
public record Conduct(
    List<ContactRules> rules,
    Jurisdiction.Collector collector,
    Optional<Jurisdiction.Debt> debt,
    Otherwise otherwise)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A conduct without rule sets: only the customer's own wishes count. */
  public static final Conduct PLAIN = under();

  /** What happens to a step that is not allowed today. */
  public enum Otherwise {
    /** The step waits for the first allowed day. */
    WAIT,
    /**
     * The step uses the first of its other channels that is allowed; if there is none, it waits.
     */
    NEXT_CHANNEL
  }

  /**
   * Creates a conduct.
   *
   * @param rules the rule sets
   * @param collector who collects
   * @param debt what kind of debt is collected; empty if unknown
   * @param otherwise what happens to a step that is not allowed today
   */
  public Conduct {
    Objects.requireNonNull(rules, "rules");
    rules = List.copyOf(rules);
    Objects.requireNonNull(collector, "collector");
    Objects.requireNonNull(debt, "debt");
    Objects.requireNonNull(otherwise, "otherwise");
  }

  /**
   * {@return a conduct under these rule sets} The creditor collects, and steps that are not allowed
   * wait.
   *
   * @param rules the rule sets
   */
  public static Conduct under(ContactRules... rules) {
    Objects.requireNonNull(rules, "rules");
    return new Conduct(
        List.of(rules), Jurisdiction.Collector.CREDITOR, Optional.empty(), Otherwise.WAIT);
  }

  /**
   * {@return this conduct with another collector}
   *
   * @param who who collects
   */
  public Conduct by(Jurisdiction.Collector who) {
    return new Conduct(rules, who, debt, otherwise);
  }

  /**
   * {@return this conduct for one kind of debt}
   *
   * @param what the kind of debt
   */
  public Conduct collecting(Jurisdiction.Debt what) {
    Objects.requireNonNull(what, "what");
    return new Conduct(rules, collector, Optional.of(what), otherwise);
  }

  /**
   * {@return this conduct with another answer for a step that is not allowed today}
   *
   * @param what what happens to the step
   */
  public Conduct otherwise(Otherwise what) {
    return new Conduct(rules, collector, debt, what);
  }

  /**
   * {@return the rule sets whose jurisdiction covers a customer} A missing fact never excludes a
   * rule set.
   *
   * @param customer the customer who owes
   */
  public List<ContactRules> rulesFor(Customer customer) {
    List<ContactRules> all = new ArrayList<>(rules.size());
    Jurisdiction.Debt kind = debt.orElse(null);
    for (ContactRules each : rules) {
      if (each.jurisdiction().covers(collector, kind, customer)) {
        all.add(each);
      }
    }
    return all;
  }

  /**
   * {@return how many days before a contact anything that happened can matter to the rules; empty
   * if a notice of any age can} An account to which nothing has happened since then is as free to
   * be contacted as one to which nothing has ever happened.
   */
  public OptionalInt lookBackDays() {
    return AppliedLimits.askForNotices(rules)
        ? OptionalInt.empty()
        : OptionalInt.of(AppliedLimits.countedDays(rules));
  }

  /** Returns the conduct as text, such as {@code by agency, consumer debt, under US-REGF (...)}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    parts.add("by " + collector.name().toLowerCase(Locale.ROOT));
    debt.ifPresent(d -> parts.add(d.name().toLowerCase(Locale.ROOT) + " debt"));
    if (otherwise == Otherwise.NEXT_CHANNEL) {
      parts.add("or by the next channel");
    }
    rules.forEach(r -> parts.add("under " + r));
    return String.join(", ", parts);
  }

  private Object writeReplace() {
    return new Form(rules, collector, debt.orElse(null), otherwise);
  }

  /** The serialized form, with null in place of an empty optional. */
  private record Form(
      List<ContactRules> rules,
      Jurisdiction.Collector collector,
      Jurisdiction.Debt debt,
      Otherwise otherwise)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      return new Conduct(rules, collector, Optional.ofNullable(debt), otherwise);
    }
  }
}
