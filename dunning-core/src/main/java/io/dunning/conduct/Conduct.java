package io.dunning.conduct;

import io.dunning.ledger.Customer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How collecting is conducted: who collects what, under which rules of contact, and what becomes of
 * a step that may not reach the customer today. The wishes of a customer are honoured in any case.
 * Immutable and thread-safe.
 *
 * @param rules the rule sets; each applies or not by its own jurisdiction
 * @param collector who collects
 * @param debt what kind of debt; empty if it is not known, so that no rule set is excluded by it
 * @param otherwise what becomes of a step that is not allowed today
 */
public record Conduct(
    List<ContactRules> rules,
    Jurisdiction.Collector collector,
    Optional<Jurisdiction.Debt> debt,
    Otherwise otherwise)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No rules but the wishes of the customer. */
  public static final Conduct PLAIN = under();

  /** What becomes of a step that may not reach the customer today. */
  public enum Otherwise {
    /** It waits for the first allowed day. */
    WAIT,
    /** It goes by its next channel that is allowed; without one it waits. */
    NEXT_CHANNEL
  }

  /**
   * A conduct.
   *
   * @param rules the rule sets
   * @param collector who collects
   * @param debt what kind of debt
   * @param otherwise what becomes of a step that is not allowed today
   */
  public Conduct {
    rules = List.copyOf(rules);
    Objects.requireNonNull(collector, "collector");
    Objects.requireNonNull(debt, "debt");
    Objects.requireNonNull(otherwise, "otherwise");
  }

  /**
   * Rule sets; the creditor collects, what is not allowed waits.
   *
   * @param rules the rule sets
   * @return the conduct
   */
  public static Conduct under(ContactRules... rules) {
    return new Conduct(
        List.of(rules), Jurisdiction.Collector.CREDITOR, Optional.empty(), Otherwise.WAIT);
  }

  /**
   * Who collects.
   *
   * @param who instead of the creditor
   * @return the conduct
   */
  public Conduct by(Jurisdiction.Collector who) {
    return new Conduct(rules, who, debt, otherwise);
  }

  /**
   * What kind of debt it is.
   *
   * @param what the kind
   * @return the conduct
   */
  public Conduct collecting(Jurisdiction.Debt what) {
    return new Conduct(rules, collector, Optional.of(what), otherwise);
  }

  /**
   * What becomes of a step that is not allowed today.
   *
   * @param what instead of {@link Otherwise#WAIT}
   * @return the conduct
   */
  public Conduct otherwise(Otherwise what) {
    return new Conduct(rules, collector, debt, what);
  }

  /**
   * The rule sets that apply to a customer.
   *
   * @param customer who owes
   * @return those whose jurisdiction nothing known excludes
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

  /** Such as {@code by agency, consumer debt, under US-REGF (...)}. */
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

  /** The serial form, without an optional. */
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
