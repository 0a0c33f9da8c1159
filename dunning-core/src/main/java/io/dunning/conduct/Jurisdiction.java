package io.dunning.conduct;

import io.dunning.ledger.Customer;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * To whom a rule set applies: who collects, who owes, what kind of debt, and in which country. A
 * missing fact about a customer or a debt never switches a rule set off; when in doubt, the rules
 * apply. Immutable and thread-safe.
 *
 * @param collectors who collects; empty for anybody
 * @param debtors who owes; empty for anybody
 * @param debts what kind of debt; empty for any kind
 * @param countries where the customer is, as two-letter codes of ISO 3166-1; empty for anywhere
 */
public record Jurisdiction(
    Set<Collector> collectors, Set<Customer.Kind> debtors, Set<Debt> debts, Set<String> countries)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Everybody, everywhere, for any debt. */
  public static final Jurisdiction EVERYWHERE =
      new Jurisdiction(Set.of(), Set.of(), Set.of(), Set.of());

  /** Who collects. */
  public enum Collector {
    /** The seller or lender, in its own name. */
    CREDITOR,
    /** Someone who bought the claim. */
    ASSIGNEE,
    /** An agency on behalf of the creditor. */
    AGENCY
  }

  /** A kind of debt. */
  public enum Debt {
    /** A debt for goods or services sold to a business. */
    TRADE,
    /** A debt for goods or services sold to a person for household use. */
    CONSUMER,
    /** A loan or another credit under consumer credit law. */
    CREDIT
  }

  /**
   * Creates a jurisdiction.
   *
   * @param collectors who collects; empty for anybody
   * @param debtors who owes; empty for anybody
   * @param debts what kind of debt; empty for any kind
   * @param countries where the customer is; empty for anywhere
   */
  public Jurisdiction {
    Objects.requireNonNull(collectors, "collectors");
    Objects.requireNonNull(debtors, "debtors");
    Objects.requireNonNull(debts, "debts");
    Objects.requireNonNull(countries, "countries");
    collectors = sorted(Collector.class, collectors);
    debtors = sorted(Customer.Kind.class, debtors);
    debts = sorted(Debt.class, debts);
    countries = Collections.unmodifiableSet(new TreeSet<>(countries));
  }

  private static <E extends Enum<E>> Set<E> sorted(Class<E> type, Set<E> values) {
    EnumSet<E> all = EnumSet.noneOf(type);
    all.addAll(values);
    return Collections.unmodifiableSet(all);
  }

  /**
   * {@return a jurisdiction for customers in some countries}
   *
   * @param codes two-letter codes of ISO 3166-1
   */
  public static Jurisdiction country(String... codes) {
    Objects.requireNonNull(codes, "codes");
    return new Jurisdiction(Set.of(), Set.of(), Set.of(), Set.of(codes));
  }

  /**
   * {@return this jurisdiction, limited to some collectors}
   *
   * @param who who collects
   */
  public Jurisdiction collectedBy(Collector... who) {
    Objects.requireNonNull(who, "who");
    return new Jurisdiction(Set.of(who), debtors, debts, countries);
  }

  /**
   * {@return this jurisdiction, limited to some kinds of customers}
   *
   * @param whom who owes
   */
  public Jurisdiction from(Customer.Kind... whom) {
    Objects.requireNonNull(whom, "whom");
    return new Jurisdiction(collectors, Set.of(whom), debts, countries);
  }

  /**
   * {@return this jurisdiction, limited to some kinds of debt}
   *
   * @param what the kinds of debt
   */
  public Jurisdiction forDebts(Debt... what) {
    Objects.requireNonNull(what, "what");
    return new Jurisdiction(collectors, debtors, Set.of(what), countries);
  }

  /**
   * {@return whether this jurisdiction covers a case; false only if a known fact lies outside}
   *
   * @param collector who collects
   * @param debt what kind of debt; null if unknown
   * @param customer who owes
   */
  boolean covers(Collector collector, Debt debt, Customer customer) {
    return fits(collectors, collector)
        && fits(debts, debt)
        && fits(debtors, customer.kind().orElse(null))
        && fits(countries, customer.country().orElse(null));
  }

  private static <T> boolean fits(Set<T> named, T found) {
    return found == null || named.isEmpty() || named.contains(found);
  }

  /**
   * Returns the jurisdiction as text, such as {@code US, consumer, consumer or credit debt,
   * collected by assignee or agency}.
   */
  @Override
  public String toString() {
    String text =
        Stream.of(
                words(countries, ""),
                words(debtors, ""),
                words(debts, " debt"),
                collectors.isEmpty() ? "" : "collected by " + words(collectors, ""))
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? "everywhere" : text;
  }

  private static String words(Set<?> values, String after) {
    List<String> words =
        values.stream()
            .map(v -> v instanceof Enum<?> e ? e.name().toLowerCase(Locale.ROOT) : v.toString())
            .map(w -> w.replace('_', ' '))
            .toList();
    return words.isEmpty() ? "" : String.join(" or ", words) + after;
  }
}
